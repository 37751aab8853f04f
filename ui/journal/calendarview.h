#pragma once

#include "calendarspan.h"
#include "journaldays.h"

#include <QSet>
#include <QWidget>

namespace tapeline {

class Theme;

/// Days in weeks, each coloured by its result, with what every week came to at the right. Arrows go
/// from day to day, Page keys from month to month, Home and End to the ends of a month; Enter or a
/// double click opens a day.
class CalendarView : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    explicit CalendarView(const Theme &theme, QWidget *parent = nullptr);

    /// What is shown; the days' trades belong to the journal.
    void setDays(const JournalDays &days, const QSet<QDate> &written);
    /// Month or Week; of a week, trades are listed by name.
    void setSpan(CalendarSpan span);
    CalendarSpan span() const { return m_span; }
    QDate current() const { return m_current; }
    void setCurrent(QDate day);
    void setToday(QDate day);
    /// Where a day is painted; empty when it is not shown.
    QRect place(QDate day) const;
    /// "Fri 20 Nov 2026: 3 trades, +120.00, 1.20 R".
    QString text(QDate day) const;

    QSize sizeHint() const override { return { 900, 560 }; }
    QSize minimumSizeHint() const override;

signals:
    void currentChanged(const QDate &day);
    void opened(const QDate &day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect cell(int week, int column) const;
    int headHeight() const;
    QDate dayAt(const QPoint &position) const;
    void choose(QDate day);
    void describe();
    void paintHead(QPainter &painter) const;
    void paintDay(QPainter &painter, QDate day, const QRect &box) const;
    void paintWeek(QPainter &painter, int week) const;
    void paintSum(QPainter &painter, const DaySum &sum, const QRect &box) const;
    void paintTrades(QPainter &painter, QDate day, const QRect &box) const;

    const Theme &m_theme;
    JournalDays m_days;
    QSet<QDate> m_written; ///< days that have notes
    CalendarSpan m_span = CalendarSpan::Month;
    QDate m_current;
    QDate m_today;
    int m_wheel = 0; ///< parts of a step
};

} // namespace tapeline
