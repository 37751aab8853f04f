#include "backupdialog.h"

#include "easterntime.h"
#include "fileprompt.h"
#include "theme.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

BackupDialog::BackupDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_backUpTitle(new QLabel(this))
    , m_backUpText(new QLabel(this))
    , m_backUp(new QPushButton(this))
    , m_restoreTitle(new QLabel(this))
    , m_restoreText(new QLabel(this))
    , m_found(new QLabel(this))
    , m_restore(new QPushButton(this))
    , m_confirm(new QPushButton(this))
    , m_cancelStaged(new QPushButton(this))
    , m_note(new QLabel(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"backupDialog"_s);
    m_backUp->setObjectName(u"backUpJournal"_s);
    m_restore->setObjectName(u"restoreJournal"_s);
    m_confirm->setObjectName(u"confirmRestore"_s);
    m_cancelStaged->setObjectName(u"cancelRestore"_s);
    m_found->setObjectName(u"restoreFound"_s);
    m_note->setObjectName(u"backupNote"_s);
    m_close->setObjectName(u"closeBackup"_s);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    assemble();
    connect(m_backUp, &QPushButton::clicked, this, &BackupDialog::backUp);
    connect(m_restore, &QPushButton::clicked, this, &BackupDialog::restore);
    connect(m_confirm, &QPushButton::clicked, this, &BackupDialog::stage);
    connect(m_cancelStaged, &QPushButton::clicked, this, &BackupDialog::cancelStaged);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&parts.theme, &Theme::changed, this, &BackupDialog::restyle);
    restyle();
    retranslate();
    say({}, false);
}

// --- parts --------------------------------------------------------------------------------------

void BackupDialog::assemble()
{
    m_confirm->setProperty("primary", true);
    for (QLabel *text : { m_backUpText, m_restoreText })
        text->setProperty("muted", true);
    for (QLabel *text : { m_backUpText, m_restoreText, m_found, m_note }) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *choices = new QHBoxLayout;
    choices->setSpacing(10);
    choices->addWidget(m_restore);
    choices->addWidget(m_confirm);
    choices->addWidget(m_cancelStaged);
    choices->addStretch(1);
    auto *end = new QHBoxLayout;
    end->setSpacing(12);
    end->addWidget(m_note, 1);
    end->addWidget(m_close, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 14);
    column->setSpacing(8);
    column->addWidget(m_backUpTitle);
    column->addWidget(m_backUpText);
    column->addWidget(m_backUp, 0, Qt::AlignLeft);
    column->addSpacing(14);
    column->addWidget(m_restoreTitle);
    column->addWidget(m_restoreText);
    column->addWidget(m_found);
    column->addLayout(choices);
    column->addStretch(1);
    column->addLayout(end);
}

void BackupDialog::openBackup()
{
    show();
    raise();
    activateWindow();
    m_backUp->setFocus();
}

// --- a copy -------------------------------------------------------------------------------------

void BackupDialog::backUp()
{
    const QString name = u"tapeline-journal-%1.db"_s.arg(m_parts.today().toString(u"yyyy-MM-dd"_s));
    m_parts.files.askSave(
        this, tr("Back up the journal"), name, tr("Journals (*.db)"), [this](const QString &path) {
            setBusy(true);
            say(tr("Copying…"), false);
            m_parts.journal.backUp(path, this, [this, path](const Result<void> &done) {
                setBusy(false);
                if (done)
                    say(tr("The whole journal is in %1.").arg(QDir::toNativeSeparators(path)),
                        false);
                else
                    say(tr("There is no backup: %1.").arg(done.error().detail), true);
            });
        });
}

// --- back again ---------------------------------------------------------------------------------

void BackupDialog::restore()
{
    m_parts.files.askOpen(this, tr("Restore the journal"), tr("Journals (*.db);;All files (*)"),
                          [this](const QString &path) { inspect(path); });
}

void BackupDialog::inspect(const QString &file)
{
    m_file = file;
    m_content.reset();
    setBusy(true);
    say(tr("Looking at the file…"), false);
    m_parts.restore.inspect(file, this, [this](const Result<RestorableJournal> &content) {
        setBusy(false);
        if (!content)
            return say(tr("%1 cannot become the journal: %2.")
                           .arg(QFileInfo(m_file).fileName(), content.error().detail),
                       true);
        say({}, false);
        askAgain(*content);
    });
}

void BackupDialog::askAgain(const RestorableJournal &content)
{
    m_content = content;
    showState();
    m_confirm->setFocus();
}

void BackupDialog::stage()
{
    setBusy(true);
    m_parts.restore.stage(m_file, this, [this](const Result<void> &done) {
        setBusy(false);
        if (!done)
            return say(tr("Nothing was changed: %1.").arg(done.error().detail), true);
        m_content.reset();
        say({}, false);
        showState();
        m_close->setFocus();
        emit stagedChanged(true);
    });
}

void BackupDialog::cancelStaged()
{
    setBusy(true);
    m_parts.restore.cancel(this, [this](const Result<void> &done) {
        setBusy(false);
        if (!done)
            return say(tr("The backup still waits: %1.").arg(done.error().detail), true);
        say(tr("The journal stays as it is."), false);
        showState();
        emit stagedChanged(false);
    });
}

// --- what is shown ------------------------------------------------------------------------------

void BackupDialog::say(const QString &text, bool isComplaint)
{
    m_note->setText(text);
    m_note->setProperty("wrong", isComplaint);
    m_note->style()->unpolish(m_note); // its colour is chosen anew
    m_note->style()->polish(m_note);
}

void BackupDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showState();
}

void BackupDialog::showState()
{
    const bool isStaged = m_parts.restore.isStaged();
    for (QPushButton *button : { m_backUp, m_restore, m_confirm, m_cancelStaged })
        button->setEnabled(!m_isBusy);
    m_restore->setVisible(!isStaged || m_content);
    m_confirm->setVisible(m_content.has_value());
    m_cancelStaged->setVisible(isStaged && !m_content);
    m_found->setVisible(m_content || isStaged);
    if (!m_content) {
        m_found->setText(isStaged ? tr("A backup waits: it becomes the journal when the desk is "
                                       "started the next time.")
                                  : QString());
        return;
    }
    const QLocale locale;
    const QString newest = m_content->newest == Timestamp()
        ? tr("nothing")
        : locale.toString(easterntime::date(m_content->newest), QLocale::ShortFormat);
    m_found->setText(
        tr("%1 holds %2 account(s) with %3 event(s), %4 trade(s) and %5 note(s); its newest event "
           "is "
           "of %6. At the next start of the desk it takes the place of the journal. What is in the "
           "journal now, and what comes until then, stays beside it in a file that begins with "
           "%7.")
            .arg(QFileInfo(m_file).fileName(), locale.toString(m_content->accounts),
                 locale.toString(m_content->events), locale.toString(m_content->trades),
                 locale.toString(m_content->notes), newest,
                 QFileInfo(m_parts.restore.journal()).fileName() + u".replaced"_s));
}

void BackupDialog::restyle()
{
    for (QLabel *title : { m_backUpTitle, m_restoreTitle })
        title->setFont(m_parts.theme.font(FontRole::Strong));
    setMinimumSize(m_parts.theme.scaled(560), m_parts.theme.scaled(380));
}

void BackupDialog::retranslate()
{
    setWindowTitle(tr("Back up and restore the journal"));
    m_backUpTitle->setText(tr("Back up"));
    m_backUpText->setText(
        tr("All accounts, trades, notes, attachments and pictures go into one file. "
           "The desk goes on meanwhile. The journal lies in %1.")
            .arg(QDir::toNativeSeparators(m_parts.restore.journal())));
    m_backUp->setText(tr("Back up to a file…"));
    m_restoreTitle->setText(tr("Restore"));
    m_restoreText->setText(
        tr("A backup takes the place of the whole journal; nothing is mixed. The journal that was "
           "there is kept, and you are told what the file holds before anything happens."));
    m_restore->setText(tr("Choose a backup…"));
    m_confirm->setText(tr("Restore at the next start"));
    m_cancelStaged->setText(tr("Do not restore it"));
    m_close->setText(tr("Close"));
    showState();
}

void BackupDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
