#pragma once

#include "chartnavigator.h"
#include "chartscene.h"
#include "flowmenu.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QAction;
class QCPPainter;
class QMenu;

namespace tapeline {

class ChartCanvas;
class ChartGuest;
class ChartLook;
class ChartOverlay;
class ChartScale;
class Comparison;
class Comparisons;
class ChartStudies;
class MarketCalendar;
class ScaleMenu;

/// A price chart: candles over volume, time in Eastern below, prices at the right, crosshair and
/// legend.
///
/// A canvas holds what changes with the view; it is replotted at most once per 16 ms. An overlay
/// holds what changes with ticks and the mouse. Wheel: zoom at the cursor (Ctrl: zoom prices,
/// Shift: move prices); drag: pan; drag on an axis: scale it; double-click on an axis: fit it.
/// Keys: see keyPressEvent().
class PriceChart : public QWidget
{
    Q_OBJECT

public:
    explicit PriceChart(QWidget *parent = nullptr);
    ~PriceChart() override;

    /// Not owned; may be null. Shows its newest bars.
    void setSeries(ChartSeries *series);
    ChartSeries *series() const { return m_series; }
    /// The order flow of its bars, or null; not owned. Shown in the style that is set.
    void setFlow(FlowSeries *flow);
    void setFlowOptions(FlowOptions options);
    const FlowOptions &flowOptions() const { return m_flowMenu->options(); }
    void setColors(const ChartColors &colors);
    /// How its bars are painted.
    ChartLook &look() const { return *m_look; }
    /// How its prices are spread, and what the axis says.
    ChartScale &scale() const { return *m_scale; }
    ScaleMenu &scaleMenu() const { return *m_scaleMenu; }
    /// Not owned; must outlive the chart.
    void setComparisons(Comparisons &comparisons);
    /// Of what it is compared to, as a fraction of its first value in view: at the bar under the
    /// crosshair, else at the newest in view. Nothing where it has no value.
    std::optional<double> changeOf(const Comparison &comparison) const;
    void setShadesExtended(bool shades);
    /// Another chart's crosshair: at the bar that holds its instant, at a height where the price is
    /// known. Nothing takes it away; a crosshair of the chart's own stays.
    void showLinked(std::optional<Timestamp> time, std::optional<double> price = {});
    void setCalendar(const MarketCalendar &calendar);
    /// Its indicators and panes.
    ChartStudies &studies() const { return *m_studies; }
    /// The market's clock, for the time left to the bar's close; the epoch hides it.
    void setMarketTime(Timestamp time);

    /// Not owned; from now on it lives as long as the chart. Its layer lies above those of the
    /// guests before it.
    void addGuest(ChartGuest &guest);
    /// A guest's cursor or grab is different now, though the mouse has not moved.
    void guestChanged();
    /// A guest has something chosen, or in hand: the others let go of theirs.
    void guestChose(const ChartGuest &guest);
    /// As drawn.
    const ChartScene &scene() const { return m_scene; }
    /// Of the pane of prices, taken by the legend.
    int legendHeight() const;
    void hideCrosshair() { setCrosshair(std::nullopt); }

    /// The view that the next paint will show.
    const ChartViewport &view() const { return m_view; }
    const ChartPanes &panes() const { return m_scene.panes; }
    bool isFollowing() const { return m_navigator.isFollowing(); }
    bool isPriceFitted() const { return m_navigator.isPriceFitted(); }
    bool isLogScale() const;
    std::optional<ChartCrosshair> crosshair() const { return m_scene.crosshair; }
    /// What the legend says, as plain text.
    QString legendText() const;
    /// The same of the indicators.
    QString studyText() const;
    /// The same of the order flow; empty when it is not shown.
    QString flowText() const;
    /// What a volume profile says it is made of, as last painted; empty without one.
    QString profileText() const;
    /// What is said about loading, failures and missing data; empty when all is well.
    QString statusText() const;

    /// The chart as it is shown, without the crosshair; ChartPicture also says what it is of.
    QPixmap picture();
    /// Paints the chart as it is shown, without the crosshair, from the painter's origin on.
    void paintPicture(QCPPainter &painter);
    /// Brings the canvas up to the view at once, where else it follows within 16 ms.
    void redraw();
    /// Shows just these bars, across the whole width.
    void showBars(ChartSeries::Key first, ChartSeries::Key last);
    /// Puts the crosshair on a bar and brings it into view.
    void showBar(ChartSeries::Key key);
    /// Keeps the legend off the pane's right, where something else lies.
    void setLegendRoomRight(int pixels);
    /// Actions of the context menu: copy and save a picture, reset the view, log scale.
    QList<QAction *> viewActions() const;
    /// At the end of the context menu; not owned.
    void addToMenu(QAction *action);
    QSize sizeHint() const override { return { 900, 560 }; }
    QSize minimumSizeHint() const override { return { 220, 140 }; }

public slots:
    void zoomIn();
    void zoomOut();
    void showFirst();
    void showLast();
    /// Usual width of bars, at the newest, prices fitted.
    void resetView();
    void fitPrices();
    void setLogScale(bool log);
    /// The next drag over the bars marks those of a volume profile.
    void markRange();
    void removeRange();

signals:
    /// The view has come near the oldest loaded bar and there is more. Once per page.
    void earlierRequested();
    /// A letter or digit: the beginning of a symbol.
    void symbolTyped(const QString &text);
    void savePictureRequested();
    void copyPictureRequested();
    /// The chart's own crosshair is at an instant, and a price when a mouse put it among prices; or
    /// it is gone.
    void pointed(std::optional<tapeline::Timestamp> time, std::optional<double> price);
    void logScaleChanged(bool log);
    /// Bars lie elsewhere now; scene() says where.
    void viewDrawn();
    void flowOptionsChanged(const tapeline::FlowOptions &options);
    /// The crosshair stands on another bar, or has gone.
    void crosshairMoved(std::optional<tapeline::Timestamp> barStart);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag : quint8 { None, Pan, PriceScale, TimeScale, Range, Baseline };

    void makeActions();
    void retranslate();
    void onSeriesChanged(const ChartSeries::Change &change);
    void takeFlowOptions();
    void onFlowChanged(ChartSeries::Key from);
    void makeStudies();
    void dividePanes();
    int priceAxisWidth() const;
    /// The view changed: replot soon, ask for older bars when near the oldest.
    void viewMoved();
    void scheduleRedraw();
    void takeScale();
    void placeComparisons();
    double baseOf(ChartSeries::Key first) const;
    OhlcRun fittedRun(ChartSeries::Key first, ChartSeries::Key last) const;
    void onComparisonsChanged(bool tailOnly);
    void placeLinked();
    void tellPointed();
    void fitVolume();
    void fitFlow();
    void chooseMarks();
    void askForEarlier();
    void setCrosshair(std::optional<ChartCrosshair> crosshair);
    void crosshairAt(QPoint position);
    void stepCrosshair(int bars);
    void updateCursor(QPoint position);
    bool isAtBaseline(QPoint position) const;
    bool asksGuests() const { return m_drag == Drag::None && !m_scene.flow.marking; }
    template<typename Ask> bool askGuests(Ask ask);
    std::vector<ChartGuest *> guestsToAsk() const;
    bool leaveRange();
    std::optional<ChartSeries::Key> rangeAnchor(QPoint position) const;
    bool pressRange(QPoint position);
    void dragRange(QPoint position);
    void dragRange(ChartSeries::Key to);
    bool markAtCrosshair();
    void releaseRange();
    bool isOnPriceAxis(QPoint position) const;
    bool handleNavigationKey(const QKeyEvent &event);

    ChartScene m_scene; ///< as drawn
    ChartViewport m_view; ///< as wanted; drawn with the next tick
    ChartNavigator m_navigator;
    ChartLook *m_look;
    ChartScale *m_scale;
    Comparisons *m_comparisons = nullptr;
    QPointer<ChartSeries> m_series;
    QPointer<FlowSeries> m_flow;
    std::unique_ptr<FlowSessions> m_sessions; ///< of m_flow
    ChartCanvas *m_canvas;
    ChartOverlay *m_overlay;
    ChartStudies *m_studies;
    std::vector<ChartGuest *> m_guests; ///< the one added last first
    ChartGuest *m_pressed = nullptr; ///< took the press of the drag under way

    QTimer m_redrawTimer;
    QTimer m_profileTimer; ///< a volume profile follows the market more slowly
    QElapsedTimer m_sinceRedraw;
    bool m_earlierAsked = false;
    struct Linked
    {
        Timestamp time {};
        std::optional<double> price;
    };
    std::optional<Linked> m_linked; ///< where another chart's crosshair is

    Drag m_drag = Drag::None;
    QPoint m_dragFrom;
    ChartSeries::Key m_rangeAnchor = 0; ///< the bar at the edge that is not dragged
    std::optional<QPoint> m_mouse;
    QPoint m_wheelRest; ///< parts of a wheel step from fine touchpads

    QAction *m_copyAction = nullptr;
    QAction *m_saveAction = nullptr;
    QAction *m_resetAction = nullptr;
    QAction *m_logAction = nullptr;
    QMenu *m_menu = nullptr;
    FlowMenu *m_flowMenu;
    ScaleMenu *m_scaleMenu;
};

} // namespace tapeline
