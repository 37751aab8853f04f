#pragma once

#include "chartguest.h"
#include "fillmarks.h"
#include "tradelayout.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>

class QAction;
class QMenu;

namespace tapeline {

class OrderLog;
class PriceChart;
class TradeDesk;
class TradeLayer;
struct InstrumentSnapshot;
struct TradePlan;

/// Trading from a chart: the position, the working orders and the fills in its symbol lie on it;
/// lines are dragged to other prices, buttons and a menu do the rest. It sends nothing but through
/// the trade desk.
///
/// A change that was asked for is shown at its new price, dimmed, until the account tells what
/// became of it.
class ChartTrading : public QObject, public ChartGuest
{
    Q_OBJECT

public:
    /// The desk must outlive it; it lives as long as the chart, whose series must be set.
    ChartTrading(TradeDesk &desk, PriceChart &chart);
    ~ChartTrading() override;

    const std::vector<TradeLine> &lines() const { return m_lines; }
    const TradePicture &picture() const;
    const std::vector<FillMark> &marks() const;
    std::optional<TradeLineId> selected() const { return m_selected; }
    bool isMoving() const { return m_move.has_value(); }

    /// The next line above (1) or below (-1) the selected one; first the one nearest to the market.
    void selectNext(int direction);
    void cancelSelected();

    QWidget *layer() override;
    void viewDrawn() override;
    void paintForPicture(QPainter &painter) override;
    bool takePress(const QMouseEvent &event) override;
    bool takeMove(const QMouseEvent &event) override;
    bool takeRelease(const QMouseEvent &event) override;
    bool takeKey(const QKeyEvent &event) override;
    void pointerLeft() override;
    void letGo() override;
    std::optional<Qt::CursorShape> cursorAt(QPoint position) const override;
    QString toolTipAt(QPoint position) const override;
    std::optional<QList<QAction *>> menuAt(std::optional<QPoint> position) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Spot : quint8 { Line, Label, Reverse, End };
    struct Hit
    {
        TradeLineId id;
        Spot spot = Spot::Line;

        friend bool operator==(const Hit &, const Hit &) = default;
    };
    struct Press
    {
        Hit hit;
        QPoint from;
        int grip = 0; ///< from the pointer to the line, pixels
        bool isDrag = false;
    };
    struct Move // a line in hand
    {
        Price to;
        bool together = false; ///< its bracket too
    };
    struct Sent
    {
        OrderReplace change;
        OrderTicket before;
    };

    // --- what there is
    void followSymbol();
    void takeAccount();
    void takeFills();
    void onAccounts();
    void onSent(const QString &account, const TradePlan &plan);
    void onOrderChanged(std::size_t index);
    void rebuild();
    void layOut();
    void layOutMarks();
    std::vector<ShownChange> shownChanges() const;
    const TradeLine *find(const TradeLineId &id) const;
    const TradeLine *selectedLine() const;
    const OrderRow *orderOf(const QString &id) const;
    std::optional<Price> market() const;
    void select(std::optional<TradeLineId> id);
    void sayAloud();

    // --- mouse and keys
    std::optional<Hit> hitAt(QPoint position) const;
    Price priceAt(int y) const;
    double pixelPrice(int y) const;
    Price draggedFrom(Price price, int y) const;
    void drag(QPoint position, bool together);
    void act(const Hit &hit);
    void moveBy(int ticks, bool together);
    bool sendMove();
    bool giveUp();

    // --- the menu
    QAction *add(const QString &text, std::function<void()> act);
    void addLineActions(const TradeLine &line);
    void addPositionActions();
    void addOrderActions(const TradeLine &line);
    void addPriceActions(Price price);
    void addOrderAt(Side side, bool isStop, Price price);
    void addSizes();
    void changeByTyping(const QString &id);

    TradeDesk &m_desk;
    PriceChart &m_chart;
    TradeLayer *m_layer;
    QPointer<OrderLog> m_log;
    QString m_symbol;
    QString m_followed;
    Instrument m_instrument;
    FillMarks m_fills;
    std::vector<TradeLine> m_settled; ///< without what is in hand
    std::vector<TradeLine> m_lines;
    std::map<QString, Sent> m_sent; ///< changes that are not answered yet
    std::optional<TradeLineId> m_selected;
    std::optional<Hit> m_hovered;
    std::optional<Press> m_press;
    std::optional<Move> m_move;
    bool m_barsMenu = false; ///< the button that gave up a drag opens none
    QList<QAction *> m_actions; ///< of the menu
    QMenu *m_sizes = nullptr;
};

} // namespace tapeline
