#include "journalplot.h"

#include "plotaxis.h"
#include "plotlook.h"
#include "readingbox.h"
#include "theme.h"

#include <QChart>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int gap = 8; // between parts, before scaling

} // namespace

JournalPlot::JournalPlot(const Theme &theme, const QString &objectName, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_x(new PlotAxis)
    , m_y(new PlotAxis)
{
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRubberBand(NoRubberBand);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate); // what is painted above is none of its items
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    connect(&theme, &Theme::changed, this, &JournalPlot::redress);
}

void JournalPlot::addSeries(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

void JournalPlot::setMessage(const QString &sentence)
{
    if (sentence == m_message)
        return;
    m_message = sentence;
    refresh();
}

void JournalPlot::setTitle(const QString &title)
{
    m_title = title;
    viewport()->update();
}

void JournalPlot::setSummary(const QString &sentence)
{
    m_summary = sentence;
    refresh();
}

void JournalPlot::setCurrent(int item)
{
    item = item < itemCount() ? std::max(-1, item) : -1;
    if (item == m_current)
        return;
    m_current = item;
    refresh();
}

QStringList JournalPlot::reading() const
{
    return m_current >= 0 && m_current < itemCount() ? itemReading(m_current) : QStringList();
}

void JournalPlot::refresh()
{
    if (m_current >= itemCount())
        m_current = -1;
    const QString read = reading().join(u", "_s);
    const QString spoken = !m_message.isEmpty() ? m_message : read.isEmpty() ? m_summary : read;
    if (spoken != accessibleDescription())
        setAccessibleDescription(spoken);
    setCursor(m_current >= 0 && receivers(SIGNAL(itemChosen(int))) > 0 ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
    viewport()->update();
}

QSize JournalPlot::minimumSizeHint() const
{
    return { m_theme.scaled(220), m_theme.scaled(120) };
}

QSize JournalPlot::sizeHint() const
{
    return { m_theme.scaled(560), m_theme.scaled(280) };
}

// --- where things are ------------------------------------------------------------------------

int JournalPlot::leftMargin() const
{
    return m_theme.scaled(60);
}

QRectF JournalPlot::area() const
{
    const int line = QFontMetrics(m_theme.font(FontRole::Small)).height();
    const int space = m_theme.scaled(gap);
    return QRectF(viewport()->rect())
        .adjusted(leftMargin(), line + 1.5 * space, -m_theme.scaled(22), -(line + 1.5 * space));
}

QPointF JournalPlot::positionOf(double x, double y) const
{
    const QRectF inside = area();
    const double wide = m_x->max() - m_x->min();
    const double high = m_y->max() - m_y->min();
    return { inside.left() + (x - m_x->min()) / wide * inside.width(),
             inside.bottom() - (y - m_y->min()) / high * inside.height() };
}

int JournalPlot::itemAt(const QPointF &place) const
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

int JournalPlot::itemBeside(int item, int key) const
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return std::max(0, item - 1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return std::min(itemCount() - 1, item + 1);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return itemCount() - 1;
    default:
        return -1;
    }
}

void JournalPlot::place()
{
    const QRectF inside = area();
    if (inside.width() < 1 || inside.height() < 1)
        return;
    chart()->setPlotArea(inside);
    m_x->setPixels(int(inside.width()));
    m_y->setPixels(int(inside.height()));
}

void JournalPlot::redress()
{
    plotlook::dress(*chart(), m_theme);
    plotlook::dress(*m_x, m_theme, hasGrid(Qt::Horizontal));
    plotlook::dress(*m_y, m_theme, hasGrid(Qt::Vertical));
    setBackgroundBrush(m_theme.color(ColorRole::Panel));
    setMinimumSize(minimumSizeHint()); // in place of what the chart's own layout would like
    place();
    restyle();
    viewport()->update();
}

// --- painting --------------------------------------------------------------------------------

void JournalPlot::paintEvent(QPaintEvent *event)
{
    if (!m_message.isEmpty()) {
        QPainter painter(viewport());
        paintSentence(painter);
        return;
    }
    QChartView::paintEvent(event);
    QPainter painter(viewport());
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const int space = m_theme.scaled(gap);
    painter.drawText(QRect(space, space / 2, width(), painter.fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignVCenter, m_title);
    paintLegend(painter, m_theme, legend(), m_title, width());
    painter.setRenderHint(QPainter::Antialiasing);
    paintAbove(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_current >= 0)
        paintReading(painter, m_theme, reading(), itemPosition(m_current), area(), width());
    if (hasFocus()) {
        painter.setPen(m_theme.color(ColorRole::Accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void JournalPlot::paintSentence(QPainter &painter)
{
    painter.fillRect(viewport()->rect(), m_theme.color(ColorRole::Panel));
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(ColorRole::MutedText));
    const int space = m_theme.scaled(3 * gap);
    painter.drawText(viewport()->rect().adjusted(space, space, -space, -space),
                     Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

// --- input -----------------------------------------------------------------------------------

void JournalPlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    place();
}

void JournalPlot::mouseMoveEvent(QMouseEvent *event)
{
    const bool isInside
        = m_message.isEmpty() && area().adjusted(-8, -8, 8, 8).contains(event->position());
    setCurrent(isInside ? itemAt(event->position()) : -1);
}

void JournalPlot::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // of the chart's items none wants it
}

void JournalPlot::mouseReleaseEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
    if (event->button() == Qt::LeftButton && m_current >= 0)
        emit itemChosen(m_current);
}

void JournalPlot::leaveEvent(QEvent *)
{
    if (!hasFocus())
        setCurrent(-1);
}

void JournalPlot::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int next
        = itemCount() > 0 && m_message.isEmpty() ? itemBeside(m_current, event->key()) : -1;
    if (isEnter && m_current >= 0)
        emit itemChosen(m_current);
    else if (event->key() == Qt::Key_Escape && m_current >= 0)
        setCurrent(-1);
    else if (next >= 0)
        setCurrent(m_current < 0 && event->key() != Qt::Key_End ? 0 : next);
    else
        event->ignore();
}

void JournalPlot::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void JournalPlot::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    setCurrent(-1);
    viewport()->update();
}

void JournalPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

/// Subclasses are whole by now.
void JournalPlot::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    redress();
}

} // namespace tapeline
