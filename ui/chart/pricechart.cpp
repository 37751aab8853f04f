#include "pricechart.h"

#include "chartcanvas.h"
#include "chartguest.h"
#include "chartlook.h"
#include "chartoverlay.h"
#include "chartscale.h"
#include "comparison.h"
#include "scalemenu.h"
#include "chartstudies.h"
#include "valuemarks.h"

#include <QAction>
#include <QMenu>

#include <qcustomplot.h>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int frameMilliseconds = 16;
constexpr int profileMilliseconds = 250;
constexpr int legendRoom = 12; // between legend and the highest price
constexpr int mostTimeMarks = 12; // QCustomPlot keeps sixteen label texts an axis

} // namespace

PriceChart::PriceChart(QWidget *parent)
    : QWidget(parent)
    , m_navigator(m_view)
    , m_look(new ChartLook(m_scene.look, this))
    , m_scale(new ChartScale(m_scene.scale, this))
    , m_canvas(new ChartCanvas(m_scene, this))
    , m_overlay(new ChartOverlay(m_scene, this))
    , m_studies(new ChartStudies(m_scene, *m_overlay, this))
    , m_flowMenu(new FlowMenu(this))
    , m_scaleMenu(new ScaleMenu(*m_scale, this))
{
    setObjectName(u"priceChart"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent); // the canvas covers all of it
    m_redrawTimer.setSingleShot(true);
    m_redrawTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_redrawTimer, &QTimer::timeout, this, &PriceChart::redraw);
    m_profileTimer.setSingleShot(true);
    m_profileTimer.setInterval(profileMilliseconds);
    connect(&m_profileTimer, &QTimer::timeout, this, &PriceChart::scheduleRedraw);
    m_navigator.setFitted(
        [this](ChartSeries::Key first, ChartSeries::Key last) { return fittedRun(first, last); });
    connect(m_scale, &ChartScale::changed, this, &PriceChart::takeScale);
    connect(m_scaleMenu, &ScaleMenu::fitWanted, this, &PriceChart::fitPrices);
    connect(m_look, &ChartLook::changed, this, [this] {
        m_navigator.refit();
        scheduleRedraw();
    });
    makeActions();
    makeStudies();
    retranslate();
    dividePanes();
}

PriceChart::~PriceChart() = default;

void PriceChart::addGuest(ChartGuest &guest)
{
    m_guests.insert(m_guests.begin(), &guest);
    guest.layer()->setGeometry(rect());
    guest.layer()->stackUnder(m_overlay);
    guest.viewDrawn();
}

void PriceChart::guestChose(const ChartGuest &guest)
{
    for (ChartGuest *other : m_guests)
        if (other != &guest)
            other->letGo();
}

void PriceChart::guestChanged()
{
    if (m_mouse)
        updateCursor(*m_mouse);
}

int PriceChart::legendHeight() const
{
    return m_overlay->legendHeight(m_scene.panes.price.width());
}

void PriceChart::makeActions()
{
    m_copyAction = new QAction(this);
    m_copyAction->setObjectName(u"chartCopyPicture"_s);
    connect(m_copyAction, &QAction::triggered, this, &PriceChart::copyPictureRequested);
    m_saveAction = new QAction(this);
    m_saveAction->setObjectName(u"chartSavePicture"_s);
    connect(m_saveAction, &QAction::triggered, this, &PriceChart::savePictureRequested);
    m_resetAction = new QAction(this);
    m_resetAction->setObjectName(u"chartResetView"_s);
    connect(m_resetAction, &QAction::triggered, this, &PriceChart::resetView);
    m_logAction = new QAction(this);
    m_logAction->setObjectName(u"chartLogScale"_s);
    m_logAction->setCheckable(true);
    connect(m_logAction, &QAction::toggled, this, &PriceChart::setLogScale);

    m_menu = new QMenu(this);
    m_menu->addActions({ m_copyAction, m_saveAction });
    m_menu->addSeparator();
    m_menu->addActions({ m_logAction, m_resetAction });
    m_menu->addMenu(m_scaleMenu);
    m_menu->addSeparator();
    m_menu->addMenu(m_flowMenu);
    connect(m_flowMenu, &FlowMenu::chosen, this, &PriceChart::setFlowOptions);
    connect(m_flowMenu, &FlowMenu::rangeWanted, this, &PriceChart::markRange);
    connect(m_flowMenu, &FlowMenu::rangeUnwanted, this, &PriceChart::removeRange);
}

void PriceChart::retranslate()
{
    m_copyAction->setText(tr("Copy picture"));
    m_saveAction->setText(tr("Save picture…"));
    m_resetAction->setText(tr("Reset view"));
    m_logAction->setText(tr("Logarithmic scale"));
    const bool named = m_series && !m_series->symbol().isEmpty();
    setAccessibleName(named ? tr("Price chart of %1").arg(m_series->symbol()) : tr("Price chart"));
}

QList<QAction *> PriceChart::viewActions() const
{
    return { m_copyAction, m_saveAction, m_resetAction, m_logAction };
}

// --- series
// -----------------------------------------------------------------------------------------------------

void PriceChart::setSeries(ChartSeries *series)
{
    if (m_series)
        m_series->disconnect(this);
    m_series = series;
    m_scene.series = series;
    m_scene.crosshair.reset();
    m_look->setSeries(series);
    m_navigator.setSeries(series);
    m_studies->set().setBars(series); // new values are there before the chart looks
    if (series) {
        connect(series, &ChartSeries::changed, this, &PriceChart::onSeriesChanged);
        connect(series, &QObject::destroyed, this, [this] { setSeries(nullptr); });
    }
    m_earlierAsked = false;
    retranslate();
    dividePanes();
    viewMoved();
}

void PriceChart::onSeriesChanged(const ChartSeries::Change &change)
{
    if (change.reset) {
        leaveRange(); // its bars are gone
        retranslate();
        setCrosshair(std::nullopt);
    }
    const bool paging = m_series->history() == ChartUpdate::History::Loading;
    if (change.reset || change.older > 0 || (change.status && !paging))
        m_earlierAsked = paging;

    const ChartViewport before = m_view;
    m_look->update(change);
    if (m_comparisons)
        m_comparisons->update(change);
    m_navigator.update(change);
    const bool lastOnly = !change.reset && change.older == 0 && change.newer == 0
        && (!change.hasReplaced() || change.replacedFrom == m_series->lastKey());
    const bool sameView
        = before.left == m_view.left && before.low == m_view.low && before.high == m_view.high;
    const bool volumeFits = !change.hasReplaced() || !m_scene.hasBars()
        || m_series->run(m_series->lastKey()).volume <= m_scene.volumeHigh;
    if (priceAxisWidth() != m_scene.panes.priceAxis.width())
        dividePanes();
    if (lastOnly && sameView && volumeFits && !change.quality && m_studies->fitsNewest()
        && !m_redrawTimer.isActive())
        m_overlay->updateTail();
    else
        scheduleRedraw();
    // A full page on the left may still not fill the view; after a failure only a person asks again
    if (m_series->history() == ChartUpdate::History::Failed)
        return;
    if (change.older > 0 || change.newer > 0 || change.reset)
        askForEarlier();
}

void PriceChart::setMarketTime(Timestamp time)
{
    const bool sameSecond = std::chrono::floor<std::chrono::seconds>(time)
        == std::chrono::floor<std::chrono::seconds>(m_scene.marketTime);
    m_scene.marketTime = time;
    if (!sameSecond)
        m_overlay->updateTail();
}

void PriceChart::setCalendar(const MarketCalendar &calendar)
{
    m_canvas->setCalendar(calendar);
    m_studies->set().setCalendar(calendar);
    scheduleRedraw();
}

void PriceChart::setColors(const ChartColors &colors)
{
    m_scene.colors = colors;
    m_canvas->restyle();
    scheduleRedraw();
}

// --- what is in view
// ----------------------------------------------------------------------------------------

int PriceChart::priceAxisWidth() const
{
    const int decimals = m_series ? m_series->priceDecimals() : 2;
    double widest = 100;
    if (m_series && !m_series->isEmpty()) {
        const OhlcRun all = m_series->over(m_series->firstKey(), m_series->lastKey());
        if (!all.isEmpty())
            widest = std::max({ widest, std::abs(all.high), std::abs(all.low) });
    }
    // As many digits as the largest price, all of the widest kind
    const double digits
        = std::pow(10.0, std::floor(std::log10(widest)) + 1) - std::pow(10.0, -decimals);
    return std::max(56,
                    fontMetrics().horizontalAdvance(priceText(digits, decimals, locale())) + 18);
}

void PriceChart::dividePanes()
{
    m_scene.panes = m_studies->panes().divide(
        size(), { priceAxisWidth(), fontMetrics().height() + 10 },
        m_flow && m_scene.flow.hasTrades() && m_scene.flow.options.style != FlowStyle::Hidden,
        // Nothing is traded of an index
        !m_series || m_series->assetClass() != AssetClass::Indices);
    m_canvas->setGeometry(rect());
    m_overlay->setGeometry(rect());
    for (ChartGuest *guest : m_guests)
        guest->layer()->setGeometry(rect());
    m_canvas->divide();
    m_navigator.resize(m_scene.panes.price.width(), m_scene.panes.price.height());
    const FootprintPainter &footprint = m_overlay->footprint();
    const bool cells = m_flow && m_scene.flow.options.footprint;
    const bool words = m_flow && m_scene.flow.options.profile != ProfileRange::None;
    m_navigator.setRoomBelow((cells ? footprint.roomBelow() : 0)
                             + (words ? fontMetrics().height() + 8 : 0));
    m_navigator.setRoomAbove(m_overlay->legendHeight(m_scene.panes.price.width()) + legendRoom
                             + (cells ? footprint.roomAbove() : 0));
    scheduleRedraw();
}

void PriceChart::viewMoved()
{
    scheduleRedraw();
    askForEarlier();
}

void PriceChart::scheduleRedraw()
{
    if (m_redrawTimer.isActive())
        return;
    const qint64 elapsed = m_sinceRedraw.isValid() ? m_sinceRedraw.elapsed() : frameMilliseconds;
    m_redrawTimer.start(
        static_cast<int>(std::clamp<qint64>(frameMilliseconds - elapsed, 0, frameMilliseconds)));
}

void PriceChart::redraw()
{
    m_redrawTimer.stop();
    m_sinceRedraw.start();
    m_scene.view = m_view;
    placeComparisons();
    fitVolume();
    fitFlow();
    m_studies->fit();
    chooseMarks();
    if (m_mouse && m_drag == Drag::None && m_scene.crosshair && m_scene.crosshair->y)
        crosshairAt(*m_mouse);
    placeLinked();
    m_canvas->redraw();
    for (ChartGuest *guest : m_guests)
        guest->viewDrawn();
    m_overlay->updateAll();
    emit viewDrawn();
}

void PriceChart::addToMenu(QAction *action)
{
    m_menu->addAction(action);
}

void PriceChart::fitVolume()
{
    if (!m_scene.hasBars())
        return;
    const double largest = m_series->over(m_view.firstVisible(), m_view.lastVisible()).volume;
    m_scene.volumeHigh = largest > 0 ? largest * 1.12 : 1;
}

void PriceChart::chooseMarks()
{
    if (!m_scene.hasBars())
        return;
    const int labelWidth = fontMetrics().horizontalAdvance(u"00:00:00"_s) + 24;
    const int leastDistance = std::max(labelWidth, m_view.width / mostTimeMarks + 1);
    m_scene.timeMarks = timeMarks(*m_series, m_view.firstVisible(), m_view.lastVisible(),
                                  leastDistance / m_view.barWidth, locale());
    // Labels nearer to a pane's edge would be cut
    const int edge = fontMetrics().height() / 2 + 2;
    m_scene.priceMarks
        = m_scene.scale.marks(m_view, edge, 3 * fontMetrics().height(), m_series->priceDecimals());
    const int volumeHeight = m_scene.panes.volume.height();
    const double perPixel = m_scene.volumeHigh / volumeHeight;
    m_scene.volumeMarks = priceMarks(1.5 * edge * perPixel, m_scene.volumeHigh - edge * perPixel,
                                     false, volumeHeight, 3 * fontMetrics().height(), 0);
    m_scene.flow.marks.clear();
    if (!m_scene.flow.isShown() || m_scene.panes.flow.height() < 4 * edge)
        return;
    const int flowHeight = m_scene.panes.flow.height();
    const double perFlowPixel = (m_scene.flow.high - m_scene.flow.low) / flowHeight;
    m_scene.flow.marks = priceMarks(m_scene.flow.low + edge * perFlowPixel,
                                    m_scene.flow.high - edge * perFlowPixel, false, flowHeight,
                                    3 * fontMetrics().height(), 0);
}

void PriceChart::askForEarlier()
{
    if (m_earlierAsked || !m_series || m_series->isEmpty() || !m_navigator.isNearOldest()
        || m_series->history() == ChartUpdate::History::Loading
        || m_series->history() == ChartUpdate::History::Complete)
        return;
    m_earlierAsked = true;
    emit earlierRequested();
}

void PriceChart::zoomIn()
{
    m_navigator.zoom(1.25);
    viewMoved();
}

void PriceChart::zoomOut()
{
    m_navigator.zoom(1 / 1.25);
    viewMoved();
}

void PriceChart::showFirst()
{
    m_navigator.showFirst();
    viewMoved();
}

void PriceChart::showLast()
{
    m_navigator.showLast();
    viewMoved();
}

void PriceChart::showBars(ChartSeries::Key first, ChartSeries::Key last)
{
    m_navigator.showBars(first, last);
    viewMoved();
}

void PriceChart::showBar(ChartSeries::Key key)
{
    setCrosshair(ChartCrosshair { key, std::nullopt });
    m_navigator.reveal(key);
    viewMoved();
}

void PriceChart::setLegendRoomRight(int pixels)
{
    if (std::exchange(m_scene.legendRoomRight, pixels) != pixels)
        scheduleRedraw();
}

void PriceChart::resetView()
{
    m_navigator.resetTime();
    m_navigator.fitPrices();
    viewMoved();
}

void PriceChart::fitPrices()
{
    m_navigator.fitPrices();
    viewMoved();
}

// --- crosshair
// ----------------------------------------------------------------------------------------------

void PriceChart::setCrosshair(std::optional<ChartCrosshair> crosshair)
{
    if (crosshair == m_scene.crosshair)
        return;
    m_linked.reset();
    const bool sameBar = crosshair && m_scene.crosshair && crosshair->key == m_scene.crosshair->key;
    m_scene.crosshair = crosshair;
    m_overlay->updateCrosshair();
    tellPointed();
    if (sameBar)
        return;
    const bool onBar = crosshair && m_series && m_series->contains(crosshair->key);
    emit crosshairMoved(onBar ? std::optional(m_series->start(crosshair->key)) : std::nullopt);
}

void PriceChart::crosshairAt(QPoint position)
{
    const QRect panes = m_scene.panes.all();
    if (!m_scene.hasBars() || !panes.contains(position))
        return setCrosshair(std::nullopt);
    setCrosshair(ChartCrosshair { m_view.barAt(position.x() - panes.left()), position.y() });
}

QString PriceChart::legendText() const
{
    return m_overlay->legend().plainText();
}

QString PriceChart::profileText() const
{
    return m_canvas->profile().words();
}

QString PriceChart::statusText() const
{
    return m_overlay->statusText();
}

QPixmap PriceChart::picture()
{
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    QCPPainter painter(&pixmap);
    paintPicture(painter);
    return pixmap;
}

void PriceChart::paintPicture(QCPPainter &painter)
{
    redraw();
    m_canvas->toPainter(&painter);
    for (auto guest = m_guests.rbegin(); guest != m_guests.rend(); ++guest)
        (*guest)->paintForPicture(painter);
    const auto crosshair = std::exchange(m_scene.crosshair, std::nullopt);
    m_overlay->updateAll(); // the legend tells of the newest bar
    m_overlay->paintForPicture(painter);
    m_scene.crosshair = crosshair;
    m_overlay->updateAll();
}

} // namespace tapeline
