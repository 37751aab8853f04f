#pragma once

#include "fillfilejob.h"
#include "fillpreviewmodel.h"
#include "fillproblemmodel.h"
#include "journalport.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabWidget;

namespace tapeline {

class FilePrompt;
class ImportDrop;
class ImportForm;
class ImportOutcomeView;
class ImportTable;
class Settings;
class Theme;

/// Takes fills of another broker's into the journal: a file is dropped or chosen, its form is
/// recognised, columns can be set by hand with the outcome always in view, and nothing is kept
/// before Import. A file with bad lines is taken in only when the user leaves those out.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        Settings &settings; ///< keeps the user's own forms
        JournalPort &port;
        FilePrompt &files;
        std::function<Timestamp()> now; ///< of the wall clock: no fill is later
    };

    /// All must outlive it.
    explicit ImportDialog(const Parts &parts, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// To the front, with what was looked at before, or ready for a file.
    void openImport();
    void openFile(const QString &path);
    /// Whether Import can be pressed.
    bool isReady() const;

signals:
    /// Fills are in the journal, under "import/<account>".
    void imported(const QString &account, const tapeline::ImportOutcome &outcome);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void done(int result) override;

private:
    void assemble();
    QWidget *makeWork();
    QWidget *makeLines();
    void connectParts();
    void connectJob();
    void chooseFile();
    void showOpened(const std::shared_ptr<const OpenedFillFile> &file);
    void showRead(const std::shared_ptr<const FillFile> &file);
    void showFailure(const QString &why);
    void readAgain();
    /// Asks the journal what would come of it, where it can be asked.
    void tryOut();
    void takeIn();
    void finish(const ImportOutcome &outcome);
    void saveProblems();
    void setBusy(bool isBusy);
    void showState();
    std::pair<QString, bool> noteText() const;
    void updateTabs();
    QString fileText() const;
    void restyle();
    void retranslate();

    static constexpr int progressSteps = 1'000;

    Parts m_parts;
    FillFileJob m_job;
    FillPreviewModel m_previewModel;
    FillProblemModel m_problemModel;
    QStackedWidget *m_pages;
    ImportDrop *m_drop;
    QLabel *m_fileName;
    QLabel *m_fileNote;
    QPushButton *m_other;
    ImportForm *m_form;
    QScrollArea *m_formArea;
    QTabWidget *m_tabs;
    ImportTable *m_preview;
    ImportTable *m_problems;
    QPushButton *m_saveProblems;
    ImportOutcomeView *m_outcome;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_close;
    QPushButton *m_import;
    QString m_path; ///< of the file that is open or being opened
    std::shared_ptr<const OpenedFillFile> m_opened;
    std::shared_ptr<const FillFile> m_file;
    std::optional<ImportOutcome> m_trial;
    quint64 m_trialNumber = 0; ///< of the newest question to the journal
    bool m_isKeeping = false; ///< the journal is writing
    bool m_isKept = false; ///< this file is in it
};

} // namespace tapeline
