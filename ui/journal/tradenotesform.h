#pragma once

#include "journalupdate.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tapeline {

class AttachmentsView;
class FilePrompt;
class Journal;
class NoteHistory;
class NoteText;
class RatingBar;
class Theme;
class WordChips;

/// What the user says about a trade: setup, tags, mistakes, rating, risk, notes and files. Each is
/// written when it is left; what is half typed is written before another trade is shown.
class TradeNotesForm : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive it.
    TradeNotesForm(Journal &journal, FilePrompt &files, const Theme &theme,
                   QWidget *parent = nullptr);

    void showTrade(const TradeKey &key);
    /// History and files of the trade that is shown.
    void showDetail(const TradeDetail &detail);
    /// Writes what is half typed.
    void commit();
    RatingBar *rating() const { return m_rating; }
    NoteText *notes() const { return m_text; }
    const NoteHistory &history() const { return *m_history; }

signals:
    void linkRequested(const QUrl &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(QWidget *field);
    void write(const NoteEdit &edit);
    void takeRefusal();
    void showNotes(bool isOther);
    void takeSetup();
    void takeRisk();
    void showRisk();
    void showChanges();
    void retranslate();
    void restyle();

    Journal &m_journal;
    const Theme &m_theme;
    TradeKey m_key;
    TradeNotes m_told; ///< what the journal has, or was just handed
    std::size_t m_changes = 0;
    QFormLayout *m_form;
    QComboBox *m_setup;
    WordChips *m_tags;
    WordChips *m_mistakes;
    RatingBar *m_rating;
    QLineEdit *m_risk;
    QLabel *m_complaint;
    NoteText *m_text;
    AttachmentsView *m_files;
    QPushButton *m_changesButton;
    NoteHistory *m_history;
};

} // namespace tapeline
