#pragma once

#include "journaldays.h"

#include <QWidget>

class QLabel;

namespace tapeline {

class ChecklistView;
class JournalTradesModel;
class NoteText;
class Theme;
class TradeTable;

/// One day: its trades, and what the user planned, ticked off and learned.
class DayPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    DayPage(JournalSelection &selection, const Theme &theme, QWidget *parent = nullptr);

    /// What was half typed about the day before is written first.
    void showDay(QDate day, const JournalDays &days);
    /// They may not be there any more.
    void forgetTrades();
    QDate day() const { return m_subject.day; }
    /// What a day without a checklist of its own begins with.
    void setChecklist(const QStringList &items);
    void commit();
    TradeTable *table() const { return m_table; }
    NoteText *plan() const { return m_plan; }
    NoteText *review() const { return m_review; }
    ChecklistView *checklist() const { return m_checklist; }

signals:
    void tradeOpened(const tapeline::TradeKey &key);
    void checklistChosen(const QStringList &items);
    void linkRequested(const QUrl &address);
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    NoteSubject subjectOf(QDate day) const;
    void write(NoteEdit::Kind kind, const QString &text);
    void showNotes(bool isOther);
    void retranslate();
    void restyle();

    JournalSelection &m_selection;
    const Theme &m_theme;
    NoteSubject m_subject;
    QStringList m_usual; ///< items of the checklist
    JournalTradesModel *m_model;
    TradeTable *m_table;
    QLabel *m_scope;
    NoteText *m_plan;
    ChecklistView *m_checklist;
    NoteText *m_review;
    QWidget *m_side;
};

} // namespace tapeline
