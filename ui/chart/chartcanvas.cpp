#include "chartcanvas.h"

#include "candleplottable.h"
#include "markticker.h"
#include "sessionshade.h"
#include "timemarks.h"
#include "valuemarks.h"
#include "volumeplottable.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastPriceDistance = 44; // pixels between labels
constexpr int leastVolumeDistance = 34;
constexpr int edgeRoom = 9; // labels nearer to a pane's edge would be cut

} // namespace

ChartCanvas::ChartCanvas(const ChartScene &scene, QWidget *parent)
    : QCustomPlot(parent)
    , m_scene(scene)
    , m_timeTicker(new MarkTicker)
    , m_clockTicker(new MarkTicker)
    , m_dateTicker(new MarkTicker)
    , m_priceTicker(new MarkTicker)
    , m_volumeTicker(new MarkTicker)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setNoAntialiasingOnDrag(false);
    setNotAntialiasedElements(QCP::aeAll);
    setInteractions(QCP::Interactions());
    layer(u"overlay"_s)->setMode(QCPLayer::lmLogical); // one buffer for everything

    plotLayout()->clear();
    plotLayout()->setAutoMargins(QCP::msNone);
    plotLayout()->setMargins({});
    plotLayout()->setRowSpacing(0);
    plotLayout()->setColumnSpacing(0);
    m_pricePane = addPane(0);
    m_volumePane = addPane(1);
    m_pricePane->axis(QCPAxis::atBottom)->setTicker(m_timeTicker);
    m_pricePane->axis(QCPAxis::atRight)->setTicker(m_priceTicker);
    m_volumePane->axis(QCPAxis::atBottom)->setTicker(m_clockTicker);
    m_volumePane->axis(QCPAxis::atRight)->setTicker(m_volumeTicker);
    m_dateAxis = m_volumePane->addAxis(QCPAxis::atBottom);
    m_dateAxis->setTicker(m_dateTicker);

    m_shade = new SessionShade(this, m_scene);
    m_volume = new VolumePlottable(m_volumePane->axis(QCPAxis::atBottom),
                                   m_volumePane->axis(QCPAxis::atRight), m_scene);
    m_candles = new CandlePlottable(m_pricePane->axis(QCPAxis::atBottom),
                                    m_pricePane->axis(QCPAxis::atRight), m_scene);
    restyle();
}

QCPAxisRect *ChartCanvas::addPane(int row)
{
    auto *pane = new QCPAxisRect(this, false);
    pane->addAxes(QCPAxis::atBottom | QCPAxis::atRight);
    pane->setAutoMargins(QCP::msNone);
    plotLayout()->addElement(row, 0, pane);
    return pane;
}

void ChartCanvas::setCalendar(const MarketCalendar &calendar)
{
    m_shade->setCalendar(calendar);
}

void ChartCanvas::styleAxis(QCPAxis *axis, bool labels, const QColor &text, const QFont &labelFont)
{
    axis->setBasePen(Qt::NoPen);
    axis->setTicks(true);
    axis->setTickLength(0);
    axis->setSubTicks(false);
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabels(labels);
    axis->setTickLabelColor(text);
    axis->setTickLabelFont(labelFont);
    axis->setTickLabelPadding(axis->orientation() == Qt::Horizontal ? 5 : 8);
    axis->grid()->setPen(QPen(m_scene.colors.grid, 0));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->grid()->setSubGridVisible(false);
    axis->grid()->setAntialiased(false);
}

void ChartCanvas::restyle()
{
    const ChartColors &colors = m_scene.colors;
    setBackground(QBrush(colors.background));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    styleAxis(m_pricePane->axis(QCPAxis::atBottom), false, colors.axisText, font());
    styleAxis(m_pricePane->axis(QCPAxis::atRight), true, colors.axisText, font());
    styleAxis(m_volumePane->axis(QCPAxis::atBottom), true, colors.axisText, font());
    styleAxis(m_volumePane->axis(QCPAxis::atRight), true, colors.axisText, font());
    styleAxis(m_dateAxis, true, colors.axisTextStrong, strong);
}

void ChartCanvas::divide()
{
    const ChartPanes &panes = m_scene.panes;
    const auto place = [](QCPAxisRect *pane, const QRect &inner, QMargins margins) {
        pane->setMargins(margins);
        pane->setMinimumSize(inner.size());
        pane->setMaximumSize(inner.size());
    };
    const int right = panes.priceAxis.width();
    place(m_pricePane, panes.price, QMargins(0, 0, right, 0));
    place(m_volumePane, panes.volume, QMargins(0, 0, right, panes.timeAxis.height()));
}

void ChartCanvas::setTimeMarks()
{
    m_timeTicker->clear();
    m_clockTicker->clear();
    m_dateTicker->clear();
    if (!m_scene.hasBars())
        return;
    const ChartViewport &view = m_scene.view;
    const int labelWidth = fontMetrics().horizontalAdvance(u"00:00:00"_s) + 24;
    const int leastDistance = std::max(labelWidth, view.width / 12 + 1);
    const auto marks = timeMarks(*m_scene.series, view.firstVisible(), view.lastVisible(),
                                 leastDistance / view.barWidth, locale());
    for (const TimeMark &mark : marks) {
        const double x = view.xOf(double(mark.key));
        const bool cut = x < labelWidth / 3.0 || x > view.width - labelWidth / 3.0;
        m_timeTicker->add(double(mark.key), mark.text);
        (mark.newDate ? m_dateTicker : m_clockTicker)
            ->add(double(mark.key), cut ? QString() : mark.text);
    }
}

void ChartCanvas::setValueMarks()
{
    m_priceTicker->clear();
    m_volumeTicker->clear();
    if (!m_scene.hasBars())
        return;
    const ChartViewport &view = m_scene.view;
    const int decimals = m_scene.series->priceDecimals();
    for (const double price :
         priceMarks(view.priceAt(view.height - edgeRoom), view.priceAt(edgeRoom), view.isLog(),
                    view.height - 2 * edgeRoom, leastPriceDistance, decimals))
        m_priceTicker->add(price, priceText(price, decimals, locale()));
    const int height = m_scene.panes.volume.height();
    const double top = m_scene.volumeHigh * (1.0 - double(edgeRoom) / height);
    for (const double volume :
         priceMarks(m_scene.volumeHigh * 0.15, top, false, height, leastVolumeDistance, 0))
        m_volumeTicker->add(volume, volumeText(volume, locale()));
}

void ChartCanvas::redraw()
{
    const ChartViewport &view = m_scene.view;
    setTimeMarks();
    setValueMarks();
    for (QCPAxis *axis : { m_pricePane->axis(QCPAxis::atBottom),
                           m_volumePane->axis(QCPAxis::atBottom), m_dateAxis })
        axis->setRange(view.left, view.right());
    QCPAxis *prices = m_pricePane->axis(QCPAxis::atRight);
    prices->setScaleType(view.isLog() ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    prices->setRange(view.low, view.high);
    m_volumePane->axis(QCPAxis::atRight)->setRange(0, m_scene.volumeHigh);
    replot(QCustomPlot::rpQueuedRefresh);
}

} // namespace tapeline
