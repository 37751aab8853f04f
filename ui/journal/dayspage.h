#pragma once

#include "calendarspan.h"
#include "journaldays.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace tapeline {

class CalendarView;
class DayPage;
class Theme;

/// The trades that are looked at by days: a month or a week as a calendar, or one day.
class DaysPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    DaysPage(JournalSelection &selection, const Theme &theme, QWidget *parent = nullptr);

    CalendarView *calendar() const { return m_calendar; }
    DayPage *dayPage() const { return m_day; }
    CalendarSpan span() const { return m_span; }
    void setSpan(CalendarSpan span);
    QDate current() const { return m_current; }
    void setCurrent(QDate day);
    void setChecklist(const QStringList &items);
    /// Writes what is half typed.
    void commit();
    /// "November 2026: 61 trades, +1,234.00, 12.30 R".
    QString sumText() const;

signals:
    void tradeOpened(const tapeline::TradeKey &key);
    void checklistChosen(const QStringList &items);
    void linkRequested(const QUrl &address);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, bool isSpan);
    void takeDays();
    void show();
    QString title() const;
    void retranslate();
    void restyle();

    JournalSelection &m_selection;
    const Theme &m_theme;
    JournalDays m_days;
    bool m_isOld = true; ///< the days are not those of the selection
    CalendarSpan m_span = CalendarSpan::Month;
    QDate m_current;
    QWidget *m_bar;
    QButtonGroup *m_spans;
    QToolButton *m_month;
    QToolButton *m_week;
    QToolButton *m_dayButton;
    QToolButton *m_back;
    QToolButton *m_forth;
    QToolButton *m_today;
    QLabel *m_title;
    QLabel *m_sum;
    QStackedWidget *m_pages;
    CalendarView *m_calendar;
    DayPage *m_day;
};

} // namespace tapeline
