#include "analysisplot.h"

#include "readingbox.h"
#include "theme.h"
#include "valuemarks.h"

#include <QEvent>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int gap = 8; // between parts, before scaling

} // namespace

AnalysisPlot::AnalysisPlot(const Theme &theme, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(objectName);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void AnalysisPlot::setMessage(const QString &sentence)
{
    if (sentence == m_message)
        return;
    m_message = sentence;
    refresh();
}

void AnalysisPlot::setNote(const QString &sentence)
{
    m_note = sentence;
    update();
}

void AnalysisPlot::setCurrent(int item)
{
    item = item < itemCount() ? std::max(-1, item) : -1;
    if (item == m_current)
        return;
    m_current = item;
    refresh();
}

QStringList AnalysisPlot::reading() const
{
    return m_current >= 0 && m_current < itemCount() ? itemReading(m_current) : QStringList();
}

void AnalysisPlot::refresh()
{
    if (m_current >= itemCount())
        m_current = -1;
    const QString spoken = m_message.isEmpty() ? reading().join(u", "_s) : m_message;
    if (spoken != accessibleDescription())
        setAccessibleDescription(spoken);
    update();
}

QSize AnalysisPlot::minimumSizeHint() const
{
    return { m_theme.scaled(220), m_theme.scaled(140) };
}

QSize AnalysisPlot::sizeHint() const
{
    return { m_theme.scaled(560), m_theme.scaled(320) };
}

int AnalysisPlot::leftMargin() const
{
    return m_theme.scaled(52);
}

int AnalysisPlot::itemAt(const QPointF &place) const
{
    int nearest = -1;
    double least = HUGE_VAL;
    for (int i = 0; i < itemCount(); ++i)
        if (const double away = std::abs(itemPosition(i).x() - place.x()); away < least) {
            least = away;
            nearest = i;
        }
    return nearest;
}

int AnalysisPlot::itemBeside(int item, int key) const
{
    switch (key) {
    case Qt::Key_Left:
        return std::max(0, item - 1);
    case Qt::Key_Right:
        return std::min(itemCount() - 1, item + 1);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return itemCount() - 1;
    default:
        return -1;
    }
}

void AnalysisPlot::setAxes(const Axis &x, const Axis &y)
{
    m_x = x;
    m_y = y;
}

QRectF AnalysisPlot::area() const
{
    const QFontMetrics small(m_theme.font(FontRole::Small));
    const int line = small.height();
    const int space = m_theme.scaled(gap);
    const int below = (hasAxes() ? 2 * line + space : space / 2)
        + (m_note.isEmpty() ? 0 : noteRect().height() + space / 2);
    return QRectF(rect()).adjusted(leftMargin(), line + 2 * space, -2 * space, -below);
}

double AnalysisPlot::xOf(double value) const
{
    const QRectF inside = area();
    return inside.left() + (value - m_x.low) / (m_x.high - m_x.low) * inside.width();
}

double AnalysisPlot::yOf(double value) const
{
    const QRectF inside = area();
    return inside.bottom() - (value - m_y.low) / (m_y.high - m_y.low) * inside.height();
}

// --- painting
// -------------------------------------------------------------------------------------------------------

void AnalysisPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Panel));
    painter.setFont(m_theme.font(FontRole::Small));
    if (!m_message.isEmpty()) {
        paintSentence(painter);
        return;
    }
    if (hasAxes())
        paintFrame(painter);
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(QRect(m_theme.scaled(gap), m_theme.scaled(gap) / 2, width(),
                           painter.fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignVCenter, m_y.title);
    painter.setRenderHint(QPainter::Antialiasing);
    paintContent(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintLegend(painter, m_theme, legend(), m_y.title, width());
    paintNote(painter);
    if (const QStringList lines = reading(); !lines.isEmpty())
        paintReading(painter, m_theme, lines, itemPosition(m_current), area(), width());
    if (hasFocus()) {
        painter.setPen(m_theme.color(ColorRole::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

/// As many lines as it takes.
QRect AnalysisPlot::noteRect() const
{
    const QFontMetrics small(m_theme.font(FontRole::Small));
    const int space = m_theme.scaled(gap);
    const QRect room(space, 0, std::max(1, width() - 2 * space), height());
    QRect words = small.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_note);
    words.setWidth(room.width());
    words.moveBottom(height() - space / 2);
    return words;
}

void AnalysisPlot::paintNote(QPainter &painter)
{
    if (m_note.isEmpty())
        return;
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(noteRect(), Qt::AlignLeft | Qt::TextWordWrap, m_note);
}

void AnalysisPlot::paintSentence(QPainter &painter)
{
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const int space = m_theme.scaled(3 * gap);
    painter.drawText(rect().adjusted(space, space, -space, -space),
                     Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

void AnalysisPlot::paintFrame(QPainter &painter)
{
    const QRectF inside = area();
    const QFontMetrics metrics = painter.fontMetrics();
    const int space = m_theme.scaled(gap) / 2;
    const QPen grid(m_theme.color(ColorRole::Grid));
    const QColor muted = m_theme.color(ColorRole::MutedText);
    for (const double mark : priceMarks(m_y.low, m_y.high, false, int(inside.height()),
                                        3 * metrics.height(), m_y.decimals)) {
        const double y = std::round(yOf(mark));
        painter.setPen(grid);
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(muted);
        painter.drawText(
            QRectF(0, y - metrics.height() / 2.0, inside.left() - space, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, m_y.text(mark));
    }
    const int widest = metrics.horizontalAdvance(m_x.text(m_x.high)) + 4 * space;
    for (const double mark : priceMarks(m_x.low, m_x.high, false, int(inside.width()),
                                        std::max(widest, m_theme.scaled(56)), m_x.decimals)) {
        const double x = std::round(xOf(mark));
        painter.setPen(grid);
        painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
        painter.setPen(muted);
        painter.drawText(
            QRectF(x - widest, inside.bottom() + space / 2.0, 2 * widest, metrics.height()),
            Qt::AlignCenter, m_x.text(mark));
    }
    painter.setPen(m_theme.color(ColorRole::Rule));
    painter.drawLine(inside.bottomLeft(), inside.bottomRight());
    painter.setPen(muted);
    painter.drawText(QRectF(inside.left(), inside.bottom() + space / 2.0 + metrics.height(),
                            inside.width(), metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, m_x.title);
}

void AnalysisPlot::paintMark(QPainter &painter, double x, const QString &text, const QColor &color,
                             int line)
{
    if (x < m_x.low || x > m_x.high)
        return;
    const QRectF inside = area();
    const double place = std::round(xOf(x)) + 0.5;
    painter.setPen(QPen(color, 1, Qt::DashLine));
    painter.drawLine(QPointF(place, inside.top()), QPointF(place, inside.bottom()));
    const QFontMetrics metrics = painter.fontMetrics();
    const int wide = metrics.horizontalAdvance(text);
    QRectF words(place + 4, inside.top() + 2 + line * metrics.height(), wide, metrics.height());
    if (words.right() > inside.right())
        words.moveRight(place - 4);
    QColor behind = m_theme.color(ColorRole::Panel);
    behind.setAlpha(210);
    painter.fillRect(words.adjusted(-2, 0, 2, 0), behind);
    painter.setPen(color);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text);
}

// --- input
// ----------------------------------------------------------------------------------------------------------

void AnalysisPlot::mouseMoveEvent(QMouseEvent *event)
{
    setCurrent(m_message.isEmpty() && area().adjusted(-8, -8, 8, 8).contains(event->position())
                   ? itemAt(event->position())
                   : -1);
}

void AnalysisPlot::leaveEvent(QEvent *)
{
    if (!hasFocus())
        setCurrent(-1);
}

void AnalysisPlot::keyPressEvent(QKeyEvent *event)
{
    const int next = itemCount() > 0 && m_message.isEmpty()
        ? (m_current < 0 ? 0 : itemBeside(m_current, event->key()))
        : -1;
    const bool isOurs = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right
        || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
        || event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (event->key() == Qt::Key_Escape && m_current >= 0)
        setCurrent(-1);
    else if (isOurs && next >= 0)
        setCurrent(next);
    else
        QWidget::keyPressEvent(event);
}

void AnalysisPlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void AnalysisPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCurrent(-1);
    update();
}

void AnalysisPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace tapeline
