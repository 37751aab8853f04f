#include "chartcanvas.h"

#include "chartbackdrop.h"
#include "chartplottable.h"
#include "markticker.h"
#include "studycanvas.h"
#include "valuemarks.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ChartCanvas::ChartCanvas(const ChartScene &scene, QWidget *parent)
    : DirectPlot(parent)
    , m_scene(scene)
    , m_barPainter(scene)
    , m_prices(scene)
    , m_comparisons(scene)
    , m_flowPainter(scene)
    , m_footprint(scene)
    , m_profile(scene)
    , m_levels(scene)
    , m_divergences(scene)
    , m_issues(scene)
    , m_clockTicker(new MarkTicker)
    , m_dateTicker(new MarkTicker)
    , m_priceTicker(new MarkTicker)
    , m_volumeTicker(new MarkTicker)
    , m_flowTicker(new MarkTicker)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setNoAntialiasingOnDrag(false);
    setNotAntialiasedElements(QCP::aeAll);
    setInteractions(QCP::Interactions());

    plotLayout()->clear();
    plotLayout()->setAutoMargins(QCP::msNone);
    plotLayout()->setMargins({});
    plotLayout()->setRowSpacing(0);
    plotLayout()->setColumnSpacing(0);
    m_pricePane = addPane(0);
    m_flowPane = addPane(1);
    m_volumePane = addPane(2);
    for (QCPAxisRect *pane : { m_pricePane, m_flowPane })
        pane->axis(QCPAxis::atBottom)->setVisible(false); // the lowest pane has the labels
    m_flowPane->axis(QCPAxis::atRight)->setTicker(m_flowTicker);
    m_pricePane->axis(QCPAxis::atRight)->setTicker(m_priceTicker);
    m_volumePane->axis(QCPAxis::atBottom)->setTicker(m_clockTicker);
    m_volumePane->axis(QCPAxis::atRight)->setTicker(m_volumeTicker);
    m_dateAxis = m_volumePane->addAxis(QCPAxis::atBottom);
    m_dateAxis->setTicker(m_dateTicker);

    m_backdrop = new ChartBackdrop(this, m_scene);
    addPlottables();
    m_studies = new StudyCanvas(this, m_scene);
    restyle();
}

void ChartCanvas::addPlottables()
{
    using Key = ChartSeries::Key;
    const auto add = [this](QCPAxisRect *pane, ChartPlottable::Content content) {
        return new ChartPlottable(pane->axis(QCPAxis::atBottom), pane->axis(QCPAxis::atRight),
                                  m_scene, std::move(content));
    };
    add(m_volumePane,
        { [this](QPainter &painter, Key first, Key last) {
             m_barPainter.paintVolume(painter, first, last);
         },
          [this](Key first, Key last) {
              return QCPRange(0, m_scene.series->over(first, last).volume);
          } });
    m_flow = add(m_flowPane,
                 { [this](QPainter &painter, Key first, Key last) {
                      m_flowPainter.paint(painter, first, last);
                      m_divergences.paintInFlow(painter);
                  },
                   [this](Key first, Key last) -> std::optional<QCPRange> {
                       if (!m_scene.flow.isShown())
                           return std::nullopt;
                       const auto [low, high] = FlowPane::range(m_scene.flow, first, last);
                       return QCPRange(low, high);
                   } });
    m_candles = add(
        m_pricePane,
        { [this](QPainter &painter, Key first, Key last) { paintPrices(painter, first, last); },
          [this](Key first, Key last) -> std::optional<QCPRange> {
              const OhlcRun whole = m_scene.series->over(first, last);
              return whole.isEmpty() ? std::nullopt
                                     : std::optional(QCPRange(whole.low, whole.high));
          } });
}

void ChartCanvas::paintPrices(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    m_profile.paint(painter);
    if (m_footprint.isShown())
        m_footprint.paint(painter, first, last);
    else
        m_prices.paintClosed(painter, first, last);
    m_comparisons.paintClosed(painter, first, last);
    m_levels.paint(painter);
    m_divergences.paintInPrices(painter);
    m_issues.paint(painter, first, last);
    m_profile.paintWords(painter);
    m_footprint.paintHint(painter);
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
    m_backdrop->setCalendar(calendar);
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
    axis->setLayer(u"axes"_s);
    axis->grid()->setVisible(false); // the backdrop draws it
}

void ChartCanvas::restyle()
{
    const ChartColors &colors = m_scene.colors;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    styleAxis(m_pricePane->axis(QCPAxis::atRight), true, colors.axisText, font());
    m_flowPainter.setStyle(font(), locale());
    m_footprint.setStyle(font(), locale());
    m_profile.setStyle(font(), locale());
    m_levels.setStyle(font(), locale());
    m_divergences.setFont(font());
    m_studies->setStyle(font(), locale());
    styleAxis(m_flowPane->axis(QCPAxis::atRight), true, colors.axisText, font());
    styleAxis(m_volumePane->axis(QCPAxis::atBottom), true, colors.axisText, font());
    styleAxis(m_volumePane->axis(QCPAxis::atRight), true, colors.axisText, font());
    styleAxis(m_dateAxis, true, colors.axisTextStrong, strong);
}

/// The panes of order flow and volume change places; the axis of times keeps its own.
void ChartCanvas::orderPanes()
{
    const bool flowFirst = m_scene.panes.flow.top() <= m_scene.panes.volume.top();
    QCPLayoutElement *upper = flowFirst ? m_flowPane : m_volumePane;
    if (plotLayout()->element(1, 0) == upper)
        return;
    for (QCPLayoutElement *pane : { m_flowPane, m_volumePane })
        plotLayout()->take(pane);
    plotLayout()->simplify();
    plotLayout()->addElement(1, 0, upper);
    plotLayout()->addElement(2, 0, flowFirst ? m_volumePane : m_flowPane);
}

/// Panes of indicators are painted without axes of the plot: they are margins of the others.
void ChartCanvas::divide()
{
    const ChartPanes &panes = m_scene.panes;
    orderPanes();
    int y = 0; // everything above is placed
    const auto place = [&](QCPAxisRect *pane, const QRect &inner, int below) {
        const int above = std::max(0, inner.top() - y);
        pane->setMargins(QMargins(0, above, panes.priceAxis.width(), below));
        pane->setMinimumSize(inner.size());
        pane->setMaximumSize(inner.size());
        y = inner.bottom() + 1;
    };
    const bool flowFirst = panes.flow.top() <= panes.volume.top();
    const QRect &last = flowFirst ? panes.volume : panes.flow;
    const int rest = panes.timeAxis.bottom() - last.bottom();
    place(m_pricePane, panes.price, 0);
    if (flowFirst)
        place(m_flowPane, panes.flow, 0);
    place(m_volumePane, panes.volume, flowFirst ? rest : 0);
    if (!flowFirst)
        place(m_flowPane, panes.flow, rest);
    m_flowPane->setVisible(!panes.flow.isEmpty());
    m_flow->setVisible(!panes.flow.isEmpty());
    m_flowPane->axis(QCPAxis::atRight)->setVisible(!panes.flow.isEmpty());
    for (QCPAxis *axis : { m_volumePane->axis(QCPAxis::atBottom), m_dateAxis })
        axis->setOffset(panes.timeAxis.top() - panes.volume.bottom() - 1);
}

void ChartCanvas::setTicks()
{
    for (const auto &ticker :
         { m_clockTicker, m_dateTicker, m_priceTicker, m_volumeTicker, m_flowTicker })
        ticker->clear();
    if (!m_scene.hasBars())
        return;
    const int halfLabel = fontMetrics().horizontalAdvance(u"00:00:00"_s) / 2;
    for (const TimeMark &mark : m_scene.timeMarks) {
        const double x = m_scene.view.xOf(double(mark.key));
        const bool cut = x < halfLabel || x > m_scene.view.width - halfLabel;
        (mark.newDate ? m_dateTicker : m_clockTicker)
            ->add(double(mark.key), cut ? QString() : mark.text);
    }
    for (const double price : m_scene.priceMarks)
        m_priceTicker->add(price,
                           m_scene.scale.text(price, m_scene.series->priceDecimals(), locale()));
    for (const double volume : m_scene.volumeMarks)
        m_volumeTicker->add(volume, volumeMarkText(volume, locale()));
    for (const double value : m_scene.flow.marks)
        m_flowTicker->add(value, FlowPane::markText(m_scene.flow, value, locale()));
}

void ChartCanvas::redraw()
{
    const ChartViewport &view = m_scene.view;
    setTicks();
    for (QCPAxis *axis :
         { m_pricePane->axis(QCPAxis::atBottom), m_flowPane->axis(QCPAxis::atBottom),
           m_volumePane->axis(QCPAxis::atBottom), m_dateAxis })
        axis->setRange(view.left, view.right());
    QCPAxis *prices = m_pricePane->axis(QCPAxis::atRight);
    prices->setScaleType(view.isLog() ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    prices->setRange(view.low, view.high);
    prices->setRangeReversed(view.inverted);
    m_flowPane->axis(QCPAxis::atRight)->setRange(m_scene.flow.low, m_scene.flow.high);
    m_volumePane->axis(QCPAxis::atRight)->setRange(0, m_scene.volumeHigh);
    refresh();
}

} // namespace tapeline
