#include "importdialog.h"

#include "fileprompt.h"
#include "filltext.h"
#include "importdrop.h"
#include "importform.h"
#include "importoutcome.h"
#include "importtable.h"
#include "theme.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int progressSteps = 1'000;

} // namespace

ImportDialog::ImportDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_job(parts.now)
    , m_pages(new QStackedWidget(this))
    , m_drop(new ImportDrop(parts.theme, this))
    , m_fileName(new QLabel(this))
    , m_fileNote(new QLabel(this))
    , m_other(new QPushButton(this))
    , m_form(new ImportForm(parts.theme, parts.settings))
    , m_formArea(new QScrollArea(this))
    , m_tabs(new QTabWidget(this))
    , m_preview(new ImportTable(parts.theme, m_previewModel, this))
    , m_problems(new ImportTable(parts.theme, m_problemModel, this))
    , m_saveProblems(new QPushButton(this))
    , m_outcome(new ImportOutcomeView(parts.theme, this))
    , m_progress(new QProgressBar(this))
    , m_stop(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_import(new QPushButton(this))
{
    setObjectName(u"importDialog"_s);
    m_other->setObjectName(u"otherImport"_s);
    m_tabs->setObjectName(u"importTabs"_s);
    m_preview->setObjectName(u"importPreview"_s);
    m_problems->setObjectName(u"importProblems"_s);
    m_saveProblems->setObjectName(u"saveProblems"_s);
    m_progress->setObjectName(u"importProgress"_s);
    m_stop->setObjectName(u"stopImport"_s);
    m_close->setObjectName(u"closeImport"_s);
    m_import->setObjectName(u"startImport"_s);
    assemble();
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connectParts();
    connectJob();
    restyle();
    retranslate();
    setBusy(false);
    showState();
    resize(parts.theme.scaled(1'160), parts.theme.scaled(720));
}

ImportDialog::~ImportDialog() = default;

// --- parts --------------------------------------------------------------------------------------

void ImportDialog::assemble()
{
    m_pages->addWidget(m_drop);
    m_pages->addWidget(makeWork());
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_import->setProperty("primary", true);
    auto *end = new QHBoxLayout;
    end->setSpacing(10);
    end->addWidget(m_progress, 1);
    end->addWidget(m_stop);
    end->addStretch(1);
    end->addWidget(m_close);
    end->addWidget(m_import);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(12);
    column->addWidget(m_pages, 1);
    column->addLayout(end);
}

QWidget *ImportDialog::makeWork()
{
    auto *page = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_fileName);
    head->addWidget(m_fileNote, 1);
    head->addWidget(m_other);
    m_fileNote->setProperty("muted", true);
    m_formArea->setWidget(m_form);
    m_formArea->setWidgetResizable(true);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_tabs, 1);
    right->addWidget(m_outcome);
    auto *body = new QHBoxLayout;
    body->setSpacing(18);
    body->addWidget(m_formArea);
    body->addLayout(right, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(body, 1);
    m_tabs->addTab(m_preview, QString());
    m_tabs->addTab(makeLines(), QString());
    m_tabs->setDocumentMode(true);
    return page;
}

QWidget *ImportDialog::makeLines()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_problems, 1);
    column->addWidget(m_saveProblems, 0, Qt::AlignRight);
    return page;
}

void ImportDialog::connectParts()
{
    connect(m_drop, &ImportDrop::chooseWanted, this, &ImportDialog::chooseFile);
    connect(m_drop, &ImportDrop::dropped, this, &ImportDialog::openFile);
    connect(m_other, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_form, &ImportForm::mappingChanged, this, &ImportDialog::readAgain);
    connect(m_form, &ImportForm::presetWanted, this,
            [this](const QString &key) { m_job.arrange(key); });
    connect(m_form, &ImportForm::accountChanged, this, &ImportDialog::tryOut);
    connect(m_outcome, &ImportOutcomeView::skipChanged, this, &ImportDialog::tryOut);
    connect(m_saveProblems, &QPushButton::clicked, this, &ImportDialog::saveProblems);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_job.cancel();
        setBusy(false);
        showState();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::takeIn);
    connect(&m_parts.theme, &Theme::changed, this, &ImportDialog::restyle);
}

void ImportDialog::connectJob()
{
    connect(&m_job, &FillFileJob::started, this, [this] {
        setBusy(true);
        m_file.reset();
        m_trial.reset();
        ++m_trialNumber;
        showState();
    });
    connect(&m_job, &FillFileJob::opened, this, &ImportDialog::showOpened);
    connect(&m_job, &FillFileJob::progressed, this,
            [this](double done) { m_progress->setValue(int(done * progressSteps)); });
    connect(&m_job, &FillFileJob::finished, this, &ImportDialog::showRead);
    connect(&m_job, &FillFileJob::failed, this, &ImportDialog::showFailure);
}

// --- a file -------------------------------------------------------------------------------------

void ImportDialog::openImport()
{
    show();
    raise();
    activateWindow();
    if (m_pages->currentIndex() == 0)
        m_drop->findChild<QPushButton *>()->setFocus();
}

void ImportDialog::chooseFile()
{
    m_parts.files.askOpen(this, tr("Fills of another broker's"),
                          tr("Tables (*.csv *.txt *.tsv *.gz *.zst);;All files (*)"),
                          [this](const QString &path) { openFile(path); });
}

void ImportDialog::openFile(const QString &path)
{
    if (m_isKeeping)
        return;
    m_path = path;
    m_isKept = false;
    m_drop->setComplaint({});
    m_job.open(path);
}

void ImportDialog::showOpened(const std::shared_ptr<const OpenedFillFile> &file)
{
    m_opened = file;
    m_isKept = false;
    m_form->setFile(*file);
    m_pages->setCurrentIndex(1);
    if (!m_job.isRunning() || !file->mapping.missing().isEmpty())
        setBusy(false);
    m_fileName->setText(QFileInfo(m_path).fileName());
    showState();
    m_tabs->setFocus();
}

void ImportDialog::showRead(const std::shared_ptr<const FillFile> &file)
{
    setBusy(false);
    m_file = file;
    showState();
    m_form->askForDates(file->dates != DateSurvey::Verdict::Clear);
    if (file->badLines > 0)
        m_tabs->setCurrentIndex(1);
    tryOut();
}

void ImportDialog::showFailure(const QString &why)
{
    setBusy(false);
    const QString name = QFileInfo(m_path).fileName();
    const QString sentence = tr("%1 cannot be taken in: %2.").arg(name, why);
    if (m_pages->currentIndex() == 0)
        m_drop->setComplaint(sentence);
    showState();
    m_outcome->setNote(sentence, true);
}

void ImportDialog::readAgain()
{
    m_isKept = false;
    const FillMapping mapping = m_form->mapping();
    if (mapping.missing().isEmpty()) {
        m_job.read(mapping);
        return;
    }
    m_job.cancel();
    m_file.reset();
    setBusy(false);
    showState();
}

// --- the journal --------------------------------------------------------------------------------

void ImportDialog::tryOut()
{
    m_trial.reset();
    const quint64 number = ++m_trialNumber;
    showState();
    if (!m_file || !m_file->isReady(m_outcome->skipsBad()) || m_form->account().isEmpty()
        || m_isKept)
        return;
    m_parts.port.importFills(
        m_form->account(), m_file->fills, true, this,
        [this, number](const Result<ImportOutcome> &outcome) {
            if (number != m_trialNumber)
                return;
            if (outcome)
                m_trial = *outcome;
            showState();
            if (!outcome)
                m_outcome->setNote(tr("This cannot be taken in: %1.").arg(outcome.error().detail),
                                   true);
        });
}

bool ImportDialog::isReady() const
{
    return m_trial && m_trial->fresh > 0 && !m_isKeeping && !m_isKept;
}

void ImportDialog::takeIn()
{
    if (!isReady())
        return;
    m_isKeeping = true;
    showState();
    m_parts.port.importFills(
        m_form->account(), m_file->fills, false, this,
        [this](const Result<ImportOutcome> &outcome) {
            m_isKeeping = false;
            if (outcome)
                return finish(*outcome);
            showState();
            m_outcome->setNote(tr("Nothing was taken in: %1.").arg(outcome.error().detail), true);
        });
}

void ImportDialog::finish(const ImportOutcome &outcome)
{
    m_isKept = true;
    m_trial = outcome;
    showState();
    m_close->setFocus();
    emit imported(m_form->account(), outcome);
}

void ImportDialog::saveProblems()
{
    const QString name = QFileInfo(m_path).completeBaseName() + u"-bad-lines.csv"_s;
    m_parts.files.askSave(
        this, tr("Bad lines"), name, tr("Tables (*.csv)"), [this](const QString &path) {
            QSaveFile file(path);
            const bool isSaved = file.open(QIODevice::WriteOnly)
                && file.write(m_problemModel.csv()) >= 0 && file.commit();
            m_outcome->setNote(isSaved
                                   ? tr("The list is in %1.").arg(path)
                                   : tr("The list cannot be written: %1.").arg(file.errorString()),
                               !isSaved);
        });
}

// --- what is shown ------------------------------------------------------------------------------

void ImportDialog::setBusy(bool isBusy)
{
    m_progress->setValue(0);
    m_progress->setVisible(isBusy);
    m_stop->setVisible(isBusy);
}

void ImportDialog::showState()
{
    const bool isOpen = m_pages->currentIndex() == 1;
    m_previewModel.show(m_opened, m_form->mapping(), m_file);
    m_problemModel.show(m_file);
    if (!m_isKept)
        m_outcome->setFile(m_opened.get(), m_file.get());
    m_outcome->setOutcome(m_trial);
    m_fileNote->setText(fileText());
    m_import->setVisible(isOpen);
    m_import->setEnabled(isReady());
    const int fresh = m_trial ? m_trial->fresh : 0;
    m_import->setText(fresh > 0 ? tr("Import %n fill(s)", nullptr, fresh) : tr("Import"));
    m_close->setText(m_isKept || !isOpen ? tr("Close") : tr("Cancel"));
    updateTabs();
    QStringList missing;
    for (const QString &key : m_form->mapping().missing())
        missing.append(key == FillMapping::key(FillField::At) ? tr("a date")
                                                              : tr("a column for “%1”").arg(key));
    if (m_isKept)
        m_outcome->setNote(tr("%n fill(s) are in the journal, under import/%1.", nullptr, fresh)
                               .arg(m_form->account()),
                           false);
    else if (isOpen && !missing.isEmpty())
        m_outcome->setNote(tr("Choose %1.").arg(missing.join(u", "_s)), true);
    else if (m_file && !FillText::question(*m_file).isEmpty())
        m_outcome->setNote(FillText::question(*m_file), true);
    else if (m_file && m_file->fills.empty())
        m_outcome->setNote(tr("No line of the file is a fill."), true);
    else if (m_file && m_form->account().isEmpty())
        m_outcome->setNote(tr("Give the account a name."), true);
    else if (m_file && !m_file->isReady(m_outcome->skipsBad()))
        m_outcome->setNote(tr("Nothing is taken in while lines are bad, unless they are left out."),
                           true);
    else if (m_trial && fresh == 0)
        m_outcome->setNote(tr("All of it is in the journal already."), false);
    else
        m_outcome->setNote({}, false);
}

void ImportDialog::updateTabs()
{
    const QLocale locale;
    const qint64 bad = m_file ? m_file->badLines : 0;
    m_tabs->setTabText(0, tr("Preview"));
    m_tabs->setTabText(1,
                       bad > 0 ? tr("Bad lines: %1").arg(locale.toString(bad)) : tr("Bad lines"));
    m_tabs->setTabIcon(1,
                       bad > 0 ? m_parts.theme.icon(u"warning"_s, Palette::Role::Error) : QIcon());
    m_saveProblems->setEnabled(bad > 0);
}

QString ImportDialog::fileText() const
{
    if (!m_opened)
        return {};
    const FillPreset *preset = m_opened->preset;
    QStringList parts { preset ? tr("%1, %2").arg(preset->broker, preset->form)
                               : tr("form not recognised"),
                        textencoding::name(m_opened->text.encoding) };
    if (m_file) {
        parts.append(tr("%n fill(s)", nullptr, int(m_file->fills.size())));
        if (m_file->otherLines > 0)
            parts.append(tr("%n other line(s)", nullptr, int(m_file->otherLines)));
    }
    return parts.join(u" · "_s);
}

void ImportDialog::restyle()
{
    const Theme &theme = m_parts.theme;
    m_fileName->setFont(theme.font(FontRole::Heading));
    m_formArea->setFixedWidth(theme.scaled(310));
    setMinimumSize(theme.scaled(880), theme.scaled(560));
    updateTabs();
}

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import fills"));
    m_other->setText(tr("Another file…"));
    m_preview->setAccessibleName(tr("First lines as fills"));
    m_problems->setAccessibleName(tr("Bad lines"));
    m_saveProblems->setText(tr("Save this list…"));
    m_progress->setAccessibleName(tr("Reading the file"));
    m_stop->setText(tr("Stop"));
    showState();
}

void ImportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ImportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (m_isKept) { // the next file
        m_pages->setCurrentIndex(0);
        m_opened.reset();
        m_file.reset();
        m_trial.reset();
        m_isKept = false;
        showState();
    }
}

void ImportDialog::done(int result)
{
    m_job.cancel();
    setBusy(false);
    QDialog::done(result);
}

} // namespace tapeline
