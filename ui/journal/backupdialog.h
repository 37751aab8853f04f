#pragma once

#include "journalport.h"
#include "journalrestoreport.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPushButton;

namespace tapeline {

class FilePrompt;
class Theme;

/// A copy of the journal to a file, and a copy in the journal's place. Says beforehand what will
/// happen, and where what was there is kept.
class BackupDialog : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        JournalPort &journal;
        JournalRestorePort &restore;
        FilePrompt &files;
        std::function<QDate()> today; ///< for the name of the copy
    };

    /// All must outlive it.
    explicit BackupDialog(const Parts &parts, QWidget *parent = nullptr);

    /// To the front.
    void openBackup();
    /// The same, with the question for the file at once.
    void backUp();
    void restore();

signals:
    /// A backup waits for the next start, or does no more.
    void stagedChanged(bool isStaged);

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void inspect(const QString &file);
    void askAgain(const RestorableJournal &content);
    void stage();
    void cancelStaged();
    void say(const QString &text, bool isComplaint);
    void showState();
    void setBusy(bool isBusy);
    void restyle();
    void retranslate();

    Parts m_parts;
    QLabel *m_backUpTitle;
    QLabel *m_backUpText;
    QPushButton *m_backUp;
    QLabel *m_restoreTitle;
    QLabel *m_restoreText;
    QLabel *m_found; ///< what the chosen file holds
    QPushButton *m_restore;
    QPushButton *m_confirm;
    QPushButton *m_cancelStaged;
    QLabel *m_note;
    QPushButton *m_close;
    QString m_file; ///< that would become the journal
    std::optional<RestorableJournal> m_content;
    bool m_isBusy = false;
};

} // namespace tapeline
