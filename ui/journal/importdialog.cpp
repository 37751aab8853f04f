#include "importdialog.h"

#include "fileprompt.h"
#include "importdrop.h"
#include "importform.h"
#include "importoutcome.h"
#include "importtable.h"
#include "theme.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

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

// --- the window ---------------------------------------------------------------------------------

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
