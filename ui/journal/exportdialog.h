#pragma once

#include "journalexporter.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDateEdit;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tapeline {

class FilePrompt;
class Theme;

/// The journal as a file: which account and days, in which form. Closed while it writes, it goes
/// on; cancelled, there is no file.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    struct Parts
    {
        const Theme &theme;
        Journal &journal;
        FilePrompt &files;
        std::function<QDate()> today; ///< in New York
    };

    /// All must outlive it.
    explicit ExportDialog(const Parts &parts, QWidget *parent = nullptr);

    /// To the front; account and days as they are looked at now, an empty account and null days
    /// for all.
    void openExport(const QString &account = {}, QDate from = {}, QDate to = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void fillAccounts();
    void askFile();
    void start(const QString &file);
    void showState();
    void showCount();
    void say(const QString &text, bool isComplaint);
    void restyle();
    void retranslate();
    std::pair<QDate, QDate> days() const;
    ExportRequest::Format format() const;

    Parts m_parts;
    JournalExporter *m_exporter;
    QLabel *m_about;
    QLabel *m_accountLabel;
    QComboBox *m_account;
    QLabel *m_periodLabel;
    QComboBox *m_period; ///< data: JournalFilter::Period
    QDateEdit *m_from;
    QLabel *m_toLabel;
    QDateEdit *m_to;
    QLabel *m_formatLabel;
    QComboBox *m_format; ///< data: ExportRequest::Format
    QLabel *m_formatNote;
    QLabel *m_count;
    QProgressBar *m_progress;
    QLabel *m_note;
    QPushButton *m_export;
    QPushButton *m_cancel;
    QPushButton *m_close;
    QString m_file; ///< under way
};

} // namespace tapeline
