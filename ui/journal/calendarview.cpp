#include "calendarview.h"

#include "colormix.h"
#include "journalcolors.h"
#include "journaltext.h"
#include "theme.h"
#include "tradetext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int columns = 8; // the week's days and their sum
constexpr int wheelStep = 120;

} // namespace

CalendarView::CalendarView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_current(2000, 1, 1)
{
    setObjectName(u"journalCalendar"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CalendarView::setDays(const JournalDays &days, const QSet<QDate> &written)
{
    m_days = days;
    m_written = written;
    describe();
    update();
}

void CalendarView::setSpan(CalendarSpan span)
{
    m_span = span;
    update();
}

void CalendarView::setToday(QDate day)
{
    m_today = day;
    update();
}

void CalendarView::setCurrent(QDate day)
{
    if (!day.isValid() || day == m_current)
        return;
    m_current = day;
    describe();
    update();
}

void CalendarView::choose(QDate day)
{
    const QDate before = m_current;
    setCurrent(day);
    if (m_current != before)
        emit currentChanged(m_current);
}

QString CalendarView::text(QDate day) const
{
    const DaySum sum = m_days.sum(day);
    const QString name = journaltext::day(day);
    QStringList parts;
    if (sum.trades > 0) {
        parts += tr("%n trade(s)", nullptr, int(sum.trades));
        parts += tradetext::profit(sum.net);
        parts += journaltext::multiple(sum.multiple);
    }
    if (sum.open > 0)
        parts += tr("%n open", nullptr, int(sum.open));
    if (parts.isEmpty())
        parts += tr("no trades");
    if (m_written.contains(day))
        parts += tr("with notes");
    //: A day and what it came to
    return tr("%1: %2").arg(name, parts.join(u", "_s));
}

void CalendarView::describe()
{
    setAccessibleName(tr("Calendar"));
    setAccessibleDescription(text(m_current));
}

// --- where things lie ------------------------------------------------------------------------

QSize CalendarView::minimumSizeHint() const
{
    return { m_theme.scaled(420), m_theme.scaled(240) };
}

int CalendarView::headHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Small)).height() + m_theme.scaled(8);
}

QRect CalendarView::cell(int week, int column) const
{
    const int weeks = calendarspan::weeks(m_span, m_current);
    const int top = headHeight();
    const int left = width() * column / columns;
    const int right = width() * (column + 1) / columns;
    const int upper = top + (height() - top) * week / weeks;
    const int lower = top + (height() - top) * (week + 1) / weeks;
    return { left, upper, right - left - 1, lower - upper - 1 };
}

QRect CalendarView::place(QDate day) const
{
    const qint64 away = calendarspan::firstShown(m_span, m_current).daysTo(day);
    if (away < 0 || away >= 7 * qint64(calendarspan::weeks(m_span, m_current)))
        return {};
    return cell(int(away / 7), int(away % 7));
}

QDate CalendarView::dayAt(const QPoint &position) const
{
    const QDate first = calendarspan::firstShown(m_span, m_current);
    for (int i = 0; i < 7 * calendarspan::weeks(m_span, m_current); ++i)
        if (cell(i / 7, i % 7).contains(position))
            return first.addDays(i);
    return {};
}

// --- painting --------------------------------------------------------------------------------

void CalendarView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    paintHead(painter);
    const QDate first = calendarspan::firstShown(m_span, m_current);
    const int weeks = calendarspan::weeks(m_span, m_current);
    for (int week = 0; week < weeks; ++week) {
        for (int column = 0; column < 7; ++column)
            paintDay(painter, first.addDays(7 * week + column), cell(week, column));
        paintWeek(painter, week);
    }
}

void CalendarView::paintHead(QPainter &painter) const
{
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const QLocale locale;
    for (int column = 0; column < columns; ++column) {
        const QRect box(cell(0, column).left() + m_theme.scaled(8), 0,
                        cell(0, column).width() - m_theme.scaled(8), headHeight());
        const QString name = column < 7
            ? locale.standaloneDayName(column + 1,
                                       m_span == CalendarSpan::Week ? QLocale::LongFormat
                                                                    : QLocale::ShortFormat)
            : tr("Week");
        painter.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter), name);
    }
}

void CalendarView::paintDay(QPainter &painter, QDate day, const QRect &box) const
{
    const bool isOfMonth = m_span == CalendarSpan::Week || day.month() == m_current.month();
    const DaySum sum = isOfMonth ? m_days.sum(day) : DaySum(); // weeks add up to the month
    QColor back = m_theme.color(ColorRole::Raised);
    if (sum.trades > 0 && !sum.net.isZero())
        back = m_theme.color(sum.net > Money() ? ColorRole::UpTint : ColorRole::DownTint);
    if (!isOfMonth)
        back = mixed(back, m_theme.color(ColorRole::Panel), 0.7);
    painter.fillRect(box, back);
    if (day == m_current) {
        painter.setPen(
            QPen(m_theme.color(hasFocus() ? ColorRole::Accent : ColorRole::MutedText), 2));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
    const int edge = m_theme.scaled(8);
    const QRect inner = box.adjusted(edge, m_theme.scaled(5), -edge, -m_theme.scaled(5));
    const bool isToday = day == m_today;
    painter.setFont(m_theme.font(isToday ? FontRole::Strong : FontRole::Small));
    painter.setPen(m_theme.color(isToday         ? ColorRole::Accent
                                     : isOfMonth ? ColorRole::Text
                                                 : ColorRole::MutedText));
    const QLocale locale;
    const QString number
        = day.day() == 1 ? locale.toString(day, u"d MMM"_s) : QString::number(day.day());
    painter.drawText(inner, int(Qt::AlignLeft | Qt::AlignTop), number);
    if (m_written.contains(day)) {
        const int side = m_theme.scaled(13);
        m_theme.icon(u"note"_s).paint(&painter,
                                      QRect(inner.right() - side, inner.top(), side, side));
    }
    const int line = painter.fontMetrics().height() + m_theme.scaled(2);
    if (m_span == CalendarSpan::Week)
        paintTrades(painter, day, inner.adjusted(0, line, 0, 0));
    else
        paintSum(painter, sum, inner.adjusted(0, line, 0, 0));
}

/// Net, and below it how many trades and their R.
void CalendarView::paintSum(QPainter &painter, const DaySum &sum, const QRect &box) const
{
    if (sum.trades == 0 && sum.open == 0)
        return;
    const QFont strong = m_theme.font(FontRole::Strong);
    const QFont small = m_theme.font(FontRole::Small);
    const int big = QFontMetrics(strong).height();
    const int little = QFontMetrics(small).height();
    QStringList parts;
    if (sum.trades > 0)
        parts += tr("%n trade(s)", nullptr, int(sum.trades));
    if (sum.open > 0)
        parts += tr("%n open", nullptr, int(sum.open));
    if (sum.multiple)
        parts += journaltext::multiple(sum.multiple);
    const QFontMetrics metrics(small);
    const bool fitsOne = metrics.horizontalAdvance(parts.join(u" · "_s)) <= box.width();
    const QStringList lines = fitsOne ? QStringList { parts.join(u" · "_s) } : parts;
    int top = std::max(box.top(), box.bottom() - big - little * int(lines.size()));
    if (sum.trades > 0) {
        painter.setFont(strong);
        painter.setPen(resultColor(m_theme, sum.net.toDouble()));
        painter.drawText(QRect(box.left(), top, box.width(), big),
                         int(Qt::AlignLeft | Qt::AlignVCenter),
                         QFontMetrics(strong).elidedText(tradetext::profit(sum.net), Qt::ElideRight,
                                                         box.width()));
    }
    top += big;
    painter.setFont(small);
    painter.setPen(m_theme.color(ColorRole::MutedText));
    for (const QString &own : lines) {
        if (top + little > box.bottom() + 2)
            break;
        painter.drawText(QRect(box.left(), top, box.width(), little),
                         int(Qt::AlignLeft | Qt::AlignVCenter),
                         metrics.elidedText(own, Qt::ElideRight, box.width()));
        top += little;
    }
}

/// The day's trades by name, as many as there is room for, over their sum.
void CalendarView::paintTrades(QPainter &painter, QDate day, const QRect &box) const
{
    const QFont small = m_theme.font(FontRole::Small);
    const QFontMetrics metrics(small);
    const int line = metrics.height() + m_theme.scaled(4);
    const int below = QFontMetrics(m_theme.font(FontRole::Strong)).height() + 3 * metrics.height();
    const auto trades = m_days.trades(day);
    const int room = std::max(0, (box.height() - below) / line);
    painter.setFont(small);
    int top = box.top() + m_theme.scaled(4);
    for (std::size_t i = 0; i < trades.size() && int(i) < room; ++i, top += line) {
        const TradeRecord &trade = *trades[i];
        const QRect row(box.left(), top, box.width(), line);
        const bool isMore = int(i) == room - 1 && trades.size() - i > 1;
        const QString result = trade.isOpen() ? tr("open") : tradetext::profit(trade.net());
        painter.setPen(m_theme.color(ColorRole::Text));
        if (isMore) {
            painter.drawText(row, int(Qt::AlignLeft | Qt::AlignVCenter),
                             tr("%n more", nullptr, int(trades.size() - i)));
            break;
        }
        const int wide = metrics.horizontalAdvance(result) + m_theme.scaled(6);
        painter.drawText(
            row, int(Qt::AlignLeft | Qt::AlignVCenter),
            metrics.elidedText(journaltext::subject(trade), Qt::ElideRight, row.width() - wide));
        painter.setPen(trade.isOpen() ? m_theme.color(ColorRole::MutedText)
                                      : resultColor(m_theme, trade.net().toDouble()));
        painter.drawText(row, int(Qt::AlignRight | Qt::AlignVCenter), result);
    }
    paintSum(painter, m_days.sum(day), box);
}

void CalendarView::paintWeek(QPainter &painter, int week) const
{
    const QDate first = calendarspan::firstShown(m_span, m_current).addDays(7 * week);
    const auto [begin, end] = calendarspan::days(m_span, m_current);
    const QRect box = cell(week, 7);
    const int edge = m_theme.scaled(8);
    const QRect inner = box.adjusted(edge, m_theme.scaled(5), -edge, -m_theme.scaled(5));
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(inner, int(Qt::AlignLeft | Qt::AlignTop), QString::number(first.weekNumber()));
    // Of a month only its own days, so that its weeks add up to it
    paintSum(painter, m_days.sum(std::max(first, begin), std::min(first.addDays(6), end)), inner);
}

// --- input -----------------------------------------------------------------------------------

void CalendarView::mousePressEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && day.isValid())
        choose(day);
}

void CalendarView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && day.isValid())
        emit opened(day);
}

void CalendarView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_current.addDays(-1));
    case Qt::Key_Right:
        return choose(m_current.addDays(1));
    case Qt::Key_Up:
        return choose(m_current.addDays(-7));
    case Qt::Key_Down:
        return choose(m_current.addDays(7));
    case Qt::Key_PageUp:
        return choose(calendarspan::stepped(m_span, m_current, -1));
    case Qt::Key_PageDown:
        return choose(calendarspan::stepped(m_span, m_current, 1));
    case Qt::Key_Home:
        return choose(calendarspan::days(m_span, m_current).first);
    case Qt::Key_End:
        return choose(calendarspan::days(m_span, m_current).second);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit opened(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CalendarView::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / wheelStep;
    m_wheel -= steps * wheelStep;
    if (steps != 0)
        choose(calendarspan::stepped(m_span, m_current, -steps));
    event->accept();
}

bool CalendarView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QDate day = dayAt(help->pos());
    QToolTip::showText(help->globalPos(), day.isValid() ? text(day) : QString(), this);
    return true;
}

void CalendarView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
