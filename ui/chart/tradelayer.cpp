#include "tradelayer.h"

#include "wholepixels.h"

#include <QPaintEvent>
#include <QPainter>

namespace tapeline {

namespace {

constexpr std::size_t mostRects = 64; // a region of many is dearer than what it spares

QRegion placeOf(const std::vector<FillMark> &marks)
{
    QRegion region;
    for (const FillMark &mark : marks)
        region += mark.place().adjusted(-1, -1, 1, 1);
    return marks.size() > mostRects ? QRegion(region.boundingRect()) : region;
}

} // namespace

TradeLabels::TradeLabels(TradeLinePainter &painter, const TradePicture &picture, QWidget *parent)
    : QWidget(parent)
    , m_painter(painter)
    , m_picture(picture)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TradeLabels::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_painter.setStyle(font(), QLocale(), devicePixelRatioF());
    m_painter.paintLabels(painter, m_picture, event->region());
}

TradeLayer::TradeLayer(const ChartScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_painter(scene)
    , m_labels(new TradeLabels(m_painter, m_picture, parent))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TradeLayer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_labels->setGeometry(geometry());
}

TradeTextSize TradeLayer::textSize()
{
    m_painter.setStyle(font(), QLocale(), devicePixelRatioF());
    return m_painter.textSize();
}

/// What looks different, where it is now and where it will be.
QRegion TradeLayer::differences(const TradePicture &next) const
{
    if (next.lines.size() != m_picture.lines.size() || next.brackets != m_picture.brackets
        || next.zones != m_picture.zones)
        return m_painter.region(m_picture) | m_painter.region(next);
    QRegion region;
    for (std::size_t i = 0; i < next.lines.size(); ++i)
        if (next.lines[i] != m_picture.lines[i])
            region |= m_painter.region(m_picture.lines[i]) | m_painter.region(next.lines[i]);
    return region;
}

void TradeLayer::setPicture(TradePicture picture)
{
    const QRegion changed = differences(picture);
    m_picture = std::move(picture);
    showIfNeeded();
    if (changed.isEmpty())
        return;
    update(wholePixels(*this, changed));
    m_labels->update(wholePixels(*m_labels, changed));
}

void TradeLayer::setMarks(std::vector<FillMark> marks)
{
    if (marks == m_marks)
        return;
    const QRegion changed = placeOf(m_marks) | placeOf(marks);
    m_marks = std::move(marks);
    showIfNeeded();
    update(wholePixels(*this, changed));
}

void TradeLayer::updateAll()
{
    if (isHidden())
        return;
    update();
    m_labels->update();
}

void TradeLayer::showIfNeeded()
{
    setVisible(!m_picture.isEmpty() || !m_marks.empty());
    m_labels->setVisible(!m_picture.isEmpty());
}

void TradeLayer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_painter.setStyle(font(), QLocale(), devicePixelRatioF());
    m_painter.paintMarks(painter, m_marks, event->rect());
    m_painter.paint(painter, m_picture, event->region());
}

void TradeLayer::paintAll(QPainter &painter)
{
    m_painter.setStyle(font(), QLocale(), painter.device()->devicePixelRatioF());
    m_painter.paintMarks(painter, m_marks, rect());
    m_painter.paint(painter, m_picture, rect());
    m_painter.paintLabels(painter, m_picture, rect());
}

} // namespace tapeline
