#pragma once

#include "chartguest.h"
#include "drawingcache.h"
#include "drawingdesk.h"
#include "drawingmagnet.h"
#include "drawingpainter.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace tapeline {

class DrawingDialog;
class GuestLayer;
class MarketCalendar;
class PriceChart;

/// Drawings on a chart: they are placed, chosen, moved and changed here. The drawings themselves
/// belong to their symbol's book, which all its charts share.
///
/// With a tool in hand the mouse places points: click by click, or from the press to the release of
/// a drag. Shift keeps lines level, upright or at 45 degrees; Ctrl turns the magnet round. Keys:
/// see takeKey().
class ChartDrawings : public QObject, public ChartGuest
{
    Q_OBJECT

public:
    /// Desk and calendar must outlive it; it lives as long as the chart, whose series must be set.
    ChartDrawings(DrawingDesk &desk, const MarketCalendar &calendar, PriceChart &chart);
    ~ChartDrawings() override;

    // --- modes
    std::optional<DrawingTool> tool() const { return m_tool; }
    /// The next presses place points of such a drawing; nothing: they choose drawings.
    void setTool(std::optional<DrawingTool> tool);
    MagnetMode magnetMode() const { return m_magnet; }
    void setMagnetMode(MagnetMode mode);
    /// Whether a tool stays in hand after a drawing.
    bool keepsDrawing() const { return m_keepsDrawing; }
    void setKeepsDrawing(bool keeps);

    // --- drawings
    DrawingBook &book() const { return *m_book; }
    DrawingDesk &desk() const { return m_desk; }
    const BarTimes &times() const { return m_times; }
    /// As painted; those out of view are not in it.
    const std::vector<PlacedDrawing> &placed() const { return m_placed; }
    const QStringList &selected() const { return m_selected; }
    void select(const QStringList &ids);
    /// Puts a drawing of one point where the crosshair is; without one the tool is in hand.
    void addAtCrosshair(DrawingTool tool);
    void removeSelected();
    void duplicateSelected();
    void copySelected() const;
    void cutSelected();
    void paste();
    void openSettings(const QString &id);
    bool canPaste() const;
    /// More for the menu of a drawing; each is asked what it adds whenever a menu is opened. The
    /// actions belong to who is asked.
    using MenuSource = std::function<QList<QAction *>(const Drawing &drawing)>;
    void addMenuSource(MenuSource source) { m_menuSources.push_back(std::move(source)); }

    QWidget *layer() override;
    void viewDrawn() override;
    void paintForPicture(QPainter &painter) override;
    bool hasGrab() const override;
    bool takePress(const QMouseEvent &event) override;
    bool takeMove(const QMouseEvent &event) override;
    bool takeRelease(const QMouseEvent &event) override;
    bool takeDoubleClick(const QMouseEvent &event) override;
    bool wantsKey(const QKeyEvent &event) const override;
    bool takeKey(const QKeyEvent &event) override;
    void pointerLeft() override;
    void letGo() override { select({}); }
    std::optional<Qt::CursorShape> cursorAt(QPoint position) const override;
    QString toolTipAt(QPoint position) const override;
    std::optional<QList<QAction *>> menuAt(std::optional<QPoint> position) override;
    bool ownsMenuAt(QPoint position) const override;

signals:
    /// Tool, magnet or keepsDrawing() are others.
    void modeChanged();
    /// Another book, or another state of it.
    void drawingsChanged();
    void selectionChanged();

private:
    struct Hit
    {
        QString id;
        DrawingSpot spot;

        friend bool operator==(const Hit &, const Hit &) = default;
    };
    struct Press
    {
        Hit hit;
        QPointF from;
        std::vector<Drawing> before; ///< what is dragged, as it was
        bool isDrag = false;
    };

    // --- what there is
    void followSymbol();
    void onSeriesChanged(const ChartSeries::Change &change);
    void updateText();
    void layOut();
    void layOutAgain();
    DrawingLook lookOf(const Drawing &drawing) const;
    std::vector<Drawing> selectedDrawings() const;
    QStringList unlocked(const QStringList &ids) const;

    // --- mouse
    std::optional<Hit> hitAt(QPointF position) const;
    /// What is said with the mouse there: anchor is where the other end of the line lies.
    DrawingPoint pointFor(QPointF position, Qt::KeyboardModifiers modifiers,
                          const DrawingPoint *anchor, const QString &except = {}) const;
    DrawingPoint constrainedPoint(QPointF position, const DrawingPoint &anchor) const;
    std::vector<DrawingPoint> otherPoints(const QString &except) const;
    bool pressWithTool(const QMouseEvent &event);
    void moveWithTool(const QMouseEvent &event);
    void releaseWithTool(const QMouseEvent &event);
    void beginPlacing(const DrawingPoint &point);
    void movePlacing(QPointF position, Qt::KeyboardModifiers modifiers);
    void fixPoint();
    void finishPlacing();
    bool cancelPlacing();
    void drag(QPointF position, Qt::KeyboardModifiers modifiers);
    std::vector<Drawing> dragged(QPointF position, Qt::KeyboardModifiers modifiers) const;
    Drawing shifted(Drawing drawing, QPointF by) const;
    bool cancelDrag();
    void sayAloud();

    // --- keys
    bool takeCommandKey(const QKeyEvent &event);
    bool takeToolKey(const QKeyEvent &event);
    void placeAtCrosshair();
    void nudge(int bars, int ticks);
    void selectNext(int direction);
    std::optional<DrawingPoint> crosshairPoint() const;

    // --- the menu
    QAction *addAction(const QString &text, const QString &name, std::function<void()> act);
    void addDrawingActions(const Drawing &drawing);
    void addChartActions();
    void bringIntoView(std::vector<Drawing> &drawings) const;

    DrawingDesk &m_desk;
    PriceChart &m_chart;
    BarTimes m_times;
    ChartPlane m_plane;
    DrawingLayout m_layout;
    DrawingPainter m_painter;
    DrawingCache m_cache;
    GuestLayer *m_layer;
    QPointer<DrawingBook> m_book;
    QString m_symbol;
    std::vector<PlacedDrawing> m_placed;
    double m_tick = 0;

    std::optional<DrawingTool> m_tool;
    MagnetMode m_magnet = MagnetMode::Off;
    bool m_keepsDrawing = false;
    std::optional<Drawing> m_placing; ///< its last point follows the mouse
    std::optional<QPointF> m_toolPressedAt;
    bool m_isFirstPress = false; ///< it began what is being placed
    QStringList m_selected;
    std::optional<Hit> m_hovered;
    std::optional<Press> m_press;
    bool m_barsMenu = false; ///< the button that gave up placing opens none
    QList<QAction *> m_actions; ///< of the menu
    std::vector<MenuSource> m_menuSources;
    QPointer<DrawingDialog> m_dialog;
};

} // namespace tapeline
