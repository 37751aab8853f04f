#include "chartbars.h"
#include "chartpanel.h"
#include "charttoolbar.h"
#include "charttrading.h"
#include "faketradeport.h"
#include "flowseries.h"
#include "fonts.h"
#include "orderchangedialog.h"
#include "panelfixture.h"
#include "pricechart.h"
#include "tradelayer.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

using Part = TradeLineId::Part;

Price cents(qint64 count)
{
    return Price::fromUnits(count * (Price::unitsPerOne / 100));
}

OrderRow order(const QString &id, Side side, OrderType type, qint64 priceCents, qint64 qty = 100)
{
    OrderRow row;
    row.ticket.id = id;
    row.ticket.symbol = u"AAPL"_s;
    row.ticket.side = side;
    row.ticket.type = type;
    row.ticket.qty = Qty::whole(qty);
    (type == OrderType::Limit ? row.ticket.limit : row.ticket.stop) = cents(priceCents);
    row.state = OrderState::Accepted;
    return row;
}

/// A limit entry with its exits, which wait for it.
std::vector<OrderRow> bracket(qint64 entry, qint64 stop, qint64 target)
{
    std::vector<OrderRow> rows { order(u"e"_s, Side::Buy, OrderType::Limit, entry),
                                 order(u"e.stop"_s, Side::Sell, OrderType::Stop, stop),
                                 order(u"e.target"_s, Side::Sell, OrderType::Limit, target) };
    for (OrderRow &row : rows) {
        if (row.ticket.id == u"e"_s)
            continue;
        row.ticket.parent = u"e"_s;
        row.ticket.oco = u"e.exits"_s;
    }
    return rows;
}

PositionRow position(qint64 qty, qint64 averageCents, qint64 profit = 0)
{
    PositionRow row;
    row.symbol = u"AAPL"_s;
    row.qty = Qty::whole(qty);
    row.average = cents(averageCents);
    row.unrealized = Money::whole(profit);
    return row;
}

} // namespace

class TestChartTrading : public QObject
{
    Q_OBJECT

    FakeTradePort m_port;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

    PriceChart *chart() const { return m_panel->chart(); }
    ChartTrading &trading() const { return *m_panel->trading(); }

    /// A price of whole cents at a share of the pane's height, from its top.
    qint64 centsAt(double share) const
    {
        const ChartViewport &view = chart()->scene().view;
        return qRound(view.priceAt(share * view.height) * 100);
    }
    int yOf(qint64 priceCents) const
    {
        return qRound(chart()->scene().priceY(double(priceCents) / 100));
    }
    void tell(std::vector<PositionRow> positions, std::vector<OrderRow> working)
    {
        m_desk->apply(accountUpdate(std::move(positions), std::move(working)));
    }
    void quote(qint64 last)
    {
        InstrumentSnapshot snapshot;
        snapshot.symbol = u"AAPL"_s;
        snapshot.last = cents(last);
        snapshot.bid = cents(last - 1);
        snapshot.ask = cents(last + 1);
        m_desk->applyMarket({ snapshot });
    }
    const PlacedTradeLine *placed(const QString &id, Part part = Part::Limit) const
    {
        for (const PlacedTradeLine &each : trading().picture().lines)
            if (each.line.id == TradeLineId { part, id })
                return &each;
        return nullptr;
    }
    QString text(const PlacedTradeLine &line) const
    {
        QStringList parts;
        for (const TradeLabelPart &part : line.parts)
            parts += part.text;
        return parts.join(u'|');
    }
    void click(QPoint at) { QTest::mouseClick(chart(), Qt::LeftButton, {}, at); }
    void press(QPoint at) { QTest::mousePress(chart(), Qt::LeftButton, {}, at); }
    void moveTo(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, chart()->mapToGlobal(at), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QApplication::sendEvent(chart(), &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from);
        for (int step = 1; step <= 4; ++step)
            moveTo(from + (to - from) * step / 4, modifiers);
        QTest::mouseRelease(chart(), Qt::LeftButton, modifiers, to);
    }
    /// Somewhere on a line where no label is.
    QPoint onLine(qint64 priceCents) const { return { 60, yOf(priceCents) }; }
    QAction *menuAction(QPoint at, const QString &name)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, chart()->mapToGlobal(at));
        QApplication::sendEvent(chart(), &event);
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
        for (QAction *action : chart()->findChildren<QAction *>(name))
            return action;
        return nullptr;
    }
    void fill(const QString &id, Side side, Timestamp at, qint64 priceCents, quint64 sequence)
    {
        PaperUpdate update;
        OrderEvent event;
        event.sequence = sequence;
        event.id = id;
        event.at = at;
        event.action = OrderAction::FillAll;
        event.state = OrderState::Filled;
        event.lastQty = event.cumQty = Qty::whole(10);
        event.lastPrice = cents(priceCents);
        event.fee = Money::whole(1);
        event.evidence.rule = FillRule::TradedThrough;
        event.ticket = order(id, side, OrderType::Limit, priceCents, 10).ticket;
        update.reports = { { u"Paper"_s, event } };
        m_desk->apply(update);
    }

private slots:
    void initTestCase() { loadBundledFonts(); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_port = {};
        m_desk = std::make_unique<TradeDesk>(m_port);
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->setTradeDesk(*m_desk);
        m_panel->resize(1'000, 600);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_series->setInstrument(u"AAPL"_s, Timeframe());
        m_series->apply(chartbars::update(chartbars::walk(600, origin, 1min)));
        chart()->redraw();
        m_desk->setArmed(true);
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
        m_desk.reset();
    }

    void nothingToShowCostsNothing()
    {
        tell({}, {});
        QVERIFY(!m_panel->findChild<TradeLayer *>()->isVisible());
        tell({ position(100, centsAt(0.5)) }, {});
        QVERIFY(m_panel->findChild<TradeLayer *>()->isVisible());
    }

    void theMarketIsFollowedWhileTheChartIsShown()
    {
        QCOMPARE(m_port.watched, QStringList { u"AAPL"_s });
        m_series->setInstrument(u"MSFT"_s, Timeframe());
        QCOMPARE(m_port.watched, QStringList { u"MSFT"_s });
        m_panel->hide();
        QVERIFY(m_port.watched.isEmpty());
        m_panel->show();
        QCOMPARE(m_port.watched, QStringList { u"MSFT"_s });
        m_panel.reset();
        QVERIFY(m_port.watched.isEmpty());
    }

    void linesStandAtTheirPrices()
    {
        OrderRow other = order(u"x"_s, Side::Buy, OrderType::Limit, centsAt(0.5));
        other.ticket.symbol = u"MSFT"_s;
        OrderRow both = order(u"sl"_s, Side::Sell, OrderType::StopLimit, centsAt(0.6));
        both.ticket.limit = cents(centsAt(0.7));
        tell({ position(-200, centsAt(0.4), -250) },
             { order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.8)), both, other });
        QCOMPARE(trading().lines().size(), std::size_t(4));
        QCOMPARE(placed({}, Part::Position)->y, yOf(centsAt(0.4)));
        QCOMPARE(placed(u"a"_s)->y, yOf(centsAt(0.8)));
        QCOMPARE(placed(u"sl"_s, Part::Stop)->y, yOf(centsAt(0.6)));
        QCOMPARE(placed(u"sl"_s, Part::Limit)->y, yOf(centsAt(0.7)));
        QVERIFY(text(*placed({}, Part::Position)).startsWith(u"-200|-250.00"_s));
        QVERIFY(text(*placed(u"a"_s)).startsWith(u"Buy 100|Limit"_s));
    }

    void labelsTellTheDistanceAndWhatIsAtRisk()
    {
        const qint64 average = centsAt(0.5);
        OrderRow stop = order(u"s"_s, Side::Sell, OrderType::Stop, average - 50);
        tell({ position(100, average) }, { stop });
        quote(average - 20);
        QCOMPARE(text(*placed(u"s"_s, Part::Stop)).section(u'|', 0, 1), u"Sell 100|Stop"_s);
        QVERIFY(text(*placed(u"s"_s, Part::Stop)).contains(u"0.30"_s)); // from the market
        QVERIFY(
            text(*placed(u"s"_s, Part::Stop)).endsWith(u"-50.00"_s)); // 100 shares, half a dollar
        stop.filled = Qty::whole(40);
        stop.state = OrderState::PartiallyFilled;
        tell({ position(60, average) }, { stop });
        QVERIFY(text(*placed(u"s"_s, Part::Stop)).startsWith(u"Sell 60|"_s));
        QVERIFY(text(*placed(u"s"_s, Part::Stop)).endsWith(u"-30.00"_s));
    }

    void aBracketTellsItsRatioAndIsJoined()
    {
        const qint64 entry = centsAt(0.5);
        tell({}, bracket(entry, entry - 20, entry + 50));
        QVERIFY(text(*placed(u"e"_s)).contains(u"2.5 : 1"_s));
        QVERIFY(placed(u"e.stop"_s, Part::Stop)->line.awaitsEntry);
        QVERIFY(!placed(u"e"_s)->line.awaitsEntry);
        QVERIFY(text(*placed(u"e.target"_s)).endsWith(u"+50.00"_s));
        QCOMPARE(trading().picture().brackets.size(), std::size_t(1));
        QCOMPARE(trading().picture().brackets.front().feet.size(), std::size_t(3));
        QVERIFY(trading().picture().zones.empty());
        QTest::mouseMove(chart(), onLine(entry)); // someone is at it
        QCOMPARE(trading().picture().zones.size(), std::size_t(2));
    }

    void aDraggedStopIsReplacedOnATick()
    {
        const qint64 stop = centsAt(0.7);
        tell({ position(100, centsAt(0.5)) }, { order(u"s"_s, Side::Sell, OrderType::Stop, stop) });
        const QPoint to = onLine(stop) + QPoint(200, 33);
        drag(onLine(stop), to);
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        const OrderReplace change = m_port.replaced.front();
        QCOMPARE(change.id, u"s"_s);
        QVERIFY(!change.limit && !change.qty);
        QCOMPARE(change.stop->units() % cents(1).units(), 0);
        QVERIFY(std::abs(chart()->scene().priceY(change.stop->toDouble()) - to.y()) < 2);
        // It stays there, dimmed, and cannot be dragged until the account tells
        QCOMPARE(placed(u"s"_s, Part::Stop)->line.price, *change.stop);
        QVERIFY(placed(u"s"_s, Part::Stop)->line.isPending);
        tell({ position(100, centsAt(0.5)) }, { order(u"s"_s, Side::Sell, OrderType::Stop, stop) });
        QCOMPARE(placed(u"s"_s, Part::Stop)->line.price, *change.stop);
        drag(QPoint(60, placed(u"s"_s, Part::Stop)->y), onLine(stop));
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        tell({ position(100, centsAt(0.5)) },
             { order(u"s"_s, Side::Sell, OrderType::Stop,
                     change.stop->units() / cents(1).units()) });
        QVERIFY(!placed(u"s"_s, Part::Stop)->line.isPending);
    }

    void aLineThatComesBackIsNotChanged()
    {
        // Off the ticks and between two pixels: what the pixel says is another price
        OrderRow row = order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.7));
        row.ticket.limit = cents(centsAt(0.7)) + Price::fromUnits(cents(1).units() / 4);
        tell({}, { row });
        const QPoint from(60, placed(u"a"_s)->y);
        press(from);
        moveTo(from + QPoint(0, 20));
        moveTo(from + QPoint(80, 0));
        QCOMPARE(placed(u"a"_s)->line.price, *row.ticket.limit);
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, from + QPoint(80, 0));
        QVERIFY(m_port.replaced.empty());
    }

    void aDragGoesAsFarAsThePointer()
    {
        const ChartViewport &view = chart()->scene().view;
        const double pixel = view.priceAt(100) - view.priceAt(101);
        for (int at = 0; at < 8; ++at) { // wherever the price lies within its pixel
            const qint64 limit = centsAt(0.7) + at;
            tell({}, { order(u"a%1"_s.arg(at), Side::Buy, OrderType::Limit, limit) });
            const QPoint from(60, placed(u"a%1"_s.arg(at))->y);
            m_port.replaced.clear();
            drag(from, from + QPoint(0, -30));
            QCOMPARE(m_port.replaced.size(), std::size_t(1));
            QCOMPARE(*m_port.replaced.front().limit, cents(limit + qRound(30 * pixel * 100)));
        }
    }

    void aLineLetGoOutsideGoesBack()
    {
        const qint64 limit = centsAt(0.7);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, limit) });
        drag(onLine(limit), QPoint(60, chart()->height() + 40));
        QVERIFY(m_port.replaced.empty());
        QVERIFY(!trading().isMoving());
        QCOMPARE(placed(u"a"_s)->line.price, cents(limit));
    }

    void aRefusedChangeGoesBack()
    {
        const qint64 stop = centsAt(0.7);
        const OrderRow row = order(u"s"_s, Side::Sell, OrderType::Stop, stop);
        PaperUpdate update = accountUpdate({}, { row });
        OrderEvent event;
        event.id = u"s"_s;
        event.ticket = row.ticket;
        event.state = OrderState::Accepted;
        update.reports = { { u"Paper"_s, event } };
        m_desk->apply(update);
        drag(onLine(stop), onLine(stop) + QPoint(0, 30));
        QVERIFY(placed(u"s"_s, Part::Stop)->line.isPending);
        event.action = OrderAction::RejectReplace;
        event.ticket.reset();
        update.reports = { { u"Paper"_s, event } };
        m_desk->apply(update);
        QVERIFY(!placed(u"s"_s, Part::Stop)->line.isPending);
        QCOMPARE(placed(u"s"_s, Part::Stop)->line.price, cents(stop));
    }

    void withoutOneClickTradingAChangeIsAskedAbout()
    {
        m_desk->setArmed(false);
        const qint64 stop = centsAt(0.7);
        tell({}, { order(u"s"_s, Side::Sell, OrderType::Stop, stop) });
        drag(onLine(stop), onLine(stop) + QPoint(0, 30));
        QVERIFY(m_port.replaced.empty());
        QVERIFY(m_desk->question());
        QVERIFY(placed(u"s"_s, Part::Stop)->line.price < cents(stop));
        m_desk->dismiss();
        QCOMPARE(placed(u"s"_s, Part::Stop)->line.price, cents(stop));
        drag(onLine(stop), onLine(stop) + QPoint(0, 30));
        confirmAsked(*m_desk);
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        QCOMPARE(placed(u"s"_s, Part::Stop)->line.price, *m_port.replaced.front().stop);
    }

    void aDragCanBeGivenUp_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Escape") << true;
        QTest::newRow("right button") << false;
    }
    void aDragCanBeGivenUp()
    {
        QFETCH(const bool, byKey);
        const qint64 limit = centsAt(0.7);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, limit) });
        press(onLine(limit));
        moveTo(onLine(limit) + QPoint(0, -40));
        QVERIFY(trading().isMoving());
        QVERIFY(placed(u"a"_s)->line.price > cents(limit));
        QVERIFY(text(*placed(u"a"_s)).contains(placed(u"a"_s)->price)); // tells its price meanwhile
        // An update does not take it out of the hand
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, limit) });
        QVERIFY(placed(u"a"_s)->line.price > cents(limit));
        if (byKey)
            QTest::keyClick(chart(), Qt::Key_Escape);
        else
            QTest::mousePress(chart(), Qt::RightButton, {}, onLine(limit) + QPoint(0, -40));
        QVERIFY(!trading().isMoving());
        QCOMPARE(placed(u"a"_s)->line.price, cents(limit));
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, onLine(limit) + QPoint(0, -40));
        QVERIFY(m_port.replaced.empty());
    }

    void shiftTakesTheBracketAlong()
    {
        const qint64 entry = centsAt(0.5);
        tell({}, bracket(entry, entry - 30, entry + 60));
        drag(onLine(entry), onLine(entry) + QPoint(0, 40), Qt::ShiftModifier);
        QCOMPARE(m_port.replaced.size(), std::size_t(3));
        std::map<QString, Price> to;
        for (const OrderReplace &change : m_port.replaced)
            to[change.id] = change.limit ? *change.limit : *change.stop;
        QVERIFY(to[u"e"_s] < cents(entry));
        QCOMPARE(to[u"e"_s] - to[u"e.stop"_s], cents(30));
        QCOMPARE(to[u"e.target"_s] - to[u"e"_s], cents(60));
        QCOMPARE(m_port.replaced.front().id, u"e.stop"_s); // what lies foremost makes room
    }

    void aloneAnEntryMovesWithoutItsExits()
    {
        const qint64 entry = centsAt(0.5);
        tell({}, bracket(entry, entry - 30, entry + 60));
        drag(onLine(entry), onLine(entry) + QPoint(0, 12));
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        QCOMPARE(m_port.replaced.front().id, u"e"_s);
    }

    void buttonsEndAndReverse()
    {
        const qint64 average = centsAt(0.3);
        tell({ position(100, average) },
             { order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.7)) });
        click(placed(u"a"_s)->endButton.center());
        QCOMPARE(m_port.cancelled, QStringList { u"a"_s });
        click(placed({}, Part::Position)->reverseButton.center());
        m_port.answerPreviews(*m_desk);
        QCOMPARE(m_port.submitted.size(), 2U); // ends it, and opens the other
        QVERIFY(!m_port.submitted.back().reduceOnly);
        click(placed({}, Part::Position)->endButton.center());
        m_port.answerPreviews(*m_desk);
        QCOMPARE(m_port.submitted.back().qty, Qty::whole(100));
        QCOMPARE(m_port.submitted.back().side, Side::Sell);
    }

    void aPressThatSlipsOffAButtonDoesNothing()
    {
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.7)) });
        press(placed(u"a"_s)->endButton.center());
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, QPoint(80, 80));
        QVERIFY(m_port.cancelled.isEmpty());
    }

    void pendingOrdersCannotBeDragged_data()
    {
        QTest::addColumn<OrderState>("state");
        QTest::newRow("on its way") << OrderState::Submitted;
        QTest::newRow("changing") << OrderState::PendingReplace;
        QTest::newRow("being cancelled") << OrderState::PendingCancel;
    }
    void pendingOrdersCannotBeDragged()
    {
        QFETCH(const OrderState, state);
        OrderRow row = order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.7));
        row.state = state;
        tell({}, { row });
        drag(onLine(centsAt(0.7)), onLine(centsAt(0.5)));
        drag(placed(u"a"_s)->parts.front().place.center(), QPoint(500, 100));
        QVERIFY(m_port.replaced.empty());
        QVERIFY(!trading().isMoving());
    }

    void trailingStopsStandWhereTheyAreAndAreNotDragged()
    {
        OrderRow row = order(u"t"_s, Side::Sell, OrderType::TrailingStop, centsAt(0.7));
        row.ticket.trail = cents(50);
        tell({}, { row });
        QCOMPARE(placed(u"t"_s, Part::Stop)->y, yOf(centsAt(0.7)));
        drag(placed(u"t"_s, Part::Stop)->label.center(), QPoint(500, 100));
        QVERIFY(m_port.replaced.empty());
    }

    void keysReachMoveAndCancelLines()
    {
        const qint64 high = centsAt(0.3);
        const qint64 low = centsAt(0.8);
        tell({},
             { order(u"a"_s, Side::Buy, OrderType::Limit, low),
               order(u"b"_s, Side::Sell, OrderType::Limit, high) });
        quote(centsAt(0.5));
        chart()->setFocus();
        QTest::keyClick(chart(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(trading().selected()->order, u"a"_s);
        QTest::keyClick(chart(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(trading().selected()->order, u"b"_s);
        QVERIFY(chart()->accessibleDescription().contains(u"Sell 100"_s));
        QTest::keyClick(chart(), Qt::Key_Up);
        QTest::keyClick(chart(), Qt::Key_Up);
        QCOMPARE(placed(u"b"_s)->line.price, cents(high + 2));
        QVERIFY(m_port.replaced.empty());
        QTest::keyClick(chart(), Qt::Key_Return);
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        QCOMPARE(*m_port.replaced.front().limit, cents(high + 2));
        QTest::keyClick(chart(), Qt::Key_Delete);
        QCOMPARE(m_port.cancelled, QStringList { u"b"_s });
        QTest::keyClick(chart(), Qt::Key_Escape);
        QVERIFY(!trading().selected());
    }

    void thePaletteCancelsTheSelectedOrder()
    {
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.7)) });
        m_fixture->commands.find(u"chart.order-cancel"_s)->run();
        QVERIFY(m_port.cancelled.isEmpty()); // none is
        m_fixture->commands.find(u"chart.order-below"_s)->run();
        m_fixture->commands.find(u"chart.order-cancel"_s)->run();
        QCOMPARE(m_port.cancelled, QStringList { u"a"_s });
    }

    void theMenuTradesAtThePriceUnderThePointer()
    {
        tell({}, {});
        quote(centsAt(0.5));
        const qint64 below = centsAt(0.8);
        QVERIFY(!menuAction(onLine(below), u"tradeSellLimit"_s)); // would trade at once
        QVERIFY(!menuAction(onLine(below), u"tradeBuyStop"_s));
        QVERIFY(menuAction(onLine(below), u"tradeSellStop"_s));
        menuAction(onLine(below), u"tradeBuyLimit"_s)->trigger();
        m_port.answerPreviews(*m_desk);
        QCOMPARE(m_port.submitted.size(), std::size_t(1));
        QCOMPARE(m_port.submitted.back().type, OrderType::Limit);
        QCOMPARE(m_port.submitted.back().side, Side::Buy);
        const Price limit = *m_port.submitted.back().limit;
        QVERIFY(std::abs(chart()->scene().priceY(limit.toDouble()) - onLine(below).y()) < 2);
        QCOMPARE(limit.units() % cents(1).units(), 0);
        menuAction(onLine(centsAt(0.2)), u"tradeBuyStop"_s)->trigger();
        m_port.answerPreviews(*m_desk);
        QVERIFY(*m_port.submitted.back().stop > cents(centsAt(0.5)));
    }

    void theMenuOfALineIsItsOrders()
    {
        const qint64 limit = centsAt(0.7);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, limit) });
        QVERIFY(!menuAction(onLine(limit), u"tradeBuyLimit"_s));
        menuAction(onLine(limit), u"tradeCancel"_s)->trigger();
        QCOMPARE(m_port.cancelled, QStringList { u"a"_s });
        menuAction(onLine(limit), u"tradeChange"_s)->trigger();
        auto *dialog = chart()->findChild<OrderChangeDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->change());
        QVERIFY(dialog->complaint().isEmpty());
        auto *field = dialog->findChild<QLineEdit *>(u"changeLimit"_s);
        dialog->findChild<QLineEdit *>(u"changeQty"_s)->setText(u"50"_s);
        field->setText(u"187.456"_s); // is not rounded
        QVERIFY(!dialog->change());
        QVERIFY(dialog->complaint().contains(u"187.456"_s));
        QCOMPARE(dialog->findChild<QLabel *>(u"changeComplaint"_s)->text(), dialog->complaint());
        field->setText(u"dear"_s);
        QVERIFY(!dialog->change());
        QVERIFY(dialog->complaint().contains(u"dear"_s));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const auto reset = qScopeGuard([&] { QLocale::setDefault(before); });
        field->setText(u"187.40"_s); // no group could end there
        QCOMPARE(*dialog->change()->limit, cents(18'740));
        field->setText(u"1.187,46"_s);
        QCOMPARE(*dialog->change()->limit, cents(118'746));
        QVERIFY(dialog->complaint().isEmpty());
        dialog->findChildren<QPushButton *>().back()->click();
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        QCOMPARE(*m_port.replaced.front().qty, Qty::whole(50));
        QVERIFY(!m_port.replaced.front().stop);
    }

    void labelsNeitherOverlapNorLeaveThePane_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("orders");
        QTest::addColumn<int>("apart"); // cents
        for (const QSize size : { QSize(1'000, 600), QSize(360, 300), QSize(240, 200) })
            for (const int orders : { 3, 12, 60 })
                for (const int apart : { 0, 1, 20 })
                    QTest::addRow("%dx%d %d orders, %d cents apart", size.width(), size.height(),
                                  orders, apart)
                        << size << orders << apart;
    }
    void labelsNeitherOverlapNorLeaveThePane()
    {
        QFETCH(const QSize, size);
        QFETCH(const int, orders);
        QFETCH(const int, apart);
        m_panel->resize(size + QSize(0, m_panel->bar()->height())); // the chart's own room counts
        QCoreApplication::processEvents();
        chart()->redraw();
        std::vector<OrderRow> rows;
        for (int i = 0; i < orders; ++i)
            rows.push_back(order(u"o%1"_s.arg(i), i % 2 ? Side::Buy : Side::Sell, OrderType::Limit,
                                 centsAt(0.02) - i * apart));
        tell({ position(1'000, centsAt(0.97), 12'345) }, rows);
        quote(centsAt(0.5));
        int labels = 0;
        const QRect pane = chart()->panes().price;
        const auto &lines = trading().picture().lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const QRect &label = lines[i].label;
            if (label.isNull())
                continue;
            ++labels;
            QVERIFY(pane.contains(label));
            QVERIFY(chart()->rect().contains(lines[i].tag));
            for (const TradeLabelPart &part : lines[i].parts)
                QVERIFY(label.contains(part.place));
            QVERIFY(label.contains(lines[i].endButton));
            for (std::size_t j = i + 1; j < lines.size(); ++j)
                QVERIFY(lines[j].label.isNull() || !label.intersects(lines[j].label));
        }
        QVERIFY(labels >= 2);
        QVERIFY(!placed({}, Part::Position)->label.isNull()); // the position's is never left out
    }

    void anotherAccountShowsItsOwn()
    {
        PaperUpdate update = accountUpdate({ position(100, centsAt(0.5)) });
        const PaperUpdate other = accountUpdate(
            {}, { order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.7)) }, u"Other"_s);
        update.accounts->push_back(other.accounts->front());
        m_desk->apply(update);
        QVERIFY(placed({}, Part::Position));
        m_desk->setAccount(u"Other"_s);
        QVERIFY(!placed({}, Part::Position));
        QVERIFY(placed(u"a"_s));
    }

    void tagsOnTheAxisKeepClearOfTheLastPrice()
    {
        const qint64 last = qRound(m_series->bar(m_series->lastKey()).close * 100);
        tell({ position(100, last) },
             { order(u"a"_s, Side::Buy, OrderType::Limit, last - 1),
               order(u"b"_s, Side::Sell, OrderType::Limit, last + 1) });
        const int middle = yOf(last);
        std::vector<QRect> tags;
        for (const PlacedTradeLine &line : trading().picture().lines)
            tags.push_back(line.tag);
        QCOMPARE(tags.size(), std::size_t(3));
        for (std::size_t i = 0; i < tags.size(); ++i) {
            QVERIFY(!tags[i].contains(QPoint(tags[i].center().x(), middle)));
            for (std::size_t j = i + 1; j < tags.size(); ++j)
                QVERIFY(!tags[i].intersects(tags[j]));
        }
    }

    void labelsLieAboveTheCrosshair()
    {
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, centsAt(0.8)) });
        quote(centsAt(0.5));
        const QRect label = placed(u"a"_s)->label;
        const QImage without = chart()->grab().toImage();
        QTest::keyClick(chart(), Qt::Key_Left); // on the newest bar
        const auto x = int(chart()->scene().xOf(chart()->crosshair()->key));
        QVERIFY(label.contains(QPoint(x, label.center().y())));
        const QImage with = chart()->grab().toImage();
        QVERIFY(with != without);
        QCOMPARE(with.copy(label), without.copy(label));
    }

    void spreadingKeepsOrderBoundsAndHeavyOnes()
    {
        const std::vector<int> tops
            = spreadOut({ { 50, 1'000 }, { 49 }, { 52 }, { 300 }, { 0 } }, 20, 10, 249);
        QCOMPARE(tops, (std::vector<int> { 50, 30, 70, 230, 10 }));
    }

    void bothPricesOfAStopLimitMoveTogetherWithShift()
    {
        OrderRow row = order(u"sl"_s, Side::Sell, OrderType::StopLimit, centsAt(0.5));
        row.ticket.limit = cents(centsAt(0.5) - 40);
        tell({}, { row });
        drag(onLine(centsAt(0.5)), onLine(centsAt(0.5)) + QPoint(0, -30), Qt::ShiftModifier);
        QCOMPARE(m_port.replaced.size(), std::size_t(1));
        QCOMPARE(*m_port.replaced.front().stop - *m_port.replaced.front().limit, cents(40));
        QVERIFY(*m_port.replaced.front().stop > *row.ticket.stop);
    }

    void aMoveByKeysIsGivenUpWhenTheFocusGoes()
    {
        const qint64 limit = centsAt(0.7);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, limit) });
        trading().selectNext(-1);
        QTest::keyClick(chart(), Qt::Key_Up);
        QVERIFY(trading().isMoving());
        QFocusEvent away(QEvent::FocusOut, Qt::OtherFocusReason);
        QApplication::sendEvent(chart(), &away);
        QCOMPARE(placed(u"a"_s)->line.price, cents(limit));
    }

    void fillsAreMarkedWhereTheyHappened()
    {
        tell({}, {});
        const auto last = m_series->lastKey();
        const Timestamp at = m_series->start(last - 5) + 20s;
        const qint64 price = centsAt(0.5);
        fill(u"f"_s, Side::Buy, at, price, 1);
        QCOMPARE(trading().marks().size(), std::size_t(1));
        const FillMark mark = trading().marks().front();
        QCOMPARE(mark.tip.y(), yOf(price));
        QCOMPARE(chart()->view().barAt(mark.tip.x()), last - 5);
        QCOMPARE(mark.side, Side::Buy);
        QVERIFY(mark.place().top() >= mark.tip.y());
        const QString tip = trading().toolTipAt(mark.place().center());
        for (const QString &part : { u"Buy 10"_s, u"1.00"_s, u"19:54:20"_s, u"Traded through"_s })
            QVERIFY2(tip.contains(part), qPrintable(tip));
        fill(u"g"_s, Side::Sell, at, price, 2);
        QCOMPARE(trading().marks().size(), std::size_t(2)); // the sides stay apart
        QVERIFY(trading().marks().back().place().bottom() <= mark.tip.y());
    }

    void fillsOutOfViewAreLeftOutAndCrowdsAreOne()
    {
        tell({}, {});
        const qint64 price = centsAt(0.5);
        for (int i = 0; i < 600; ++i)
            fill(u"f%1"_s.arg(i), Side::Buy, m_series->start(m_series->firstKey() + i) + 1s, price,
                 quint64(i + 1));
        chart()->redraw();
        const auto shown = trading().marks().size();
        QVERIFY(shown > 10);
        QVERIFY(shown <= std::size_t(chart()->view().visibleBars()) + 2);
        chart()->showBars(m_series->firstKey(), m_series->lastKey()); // a bar is a pixel or two
        chart()->redraw();
        const auto &marks = trading().marks();
        QVERIFY(marks.size() <= std::size_t(chart()->panes().price.width() / FillMark::width + 1));
        std::size_t fills = 0;
        for (const FillMark &mark : marks)
            fills += mark.fills.size();
        QCOMPARE(fills, std::size_t(600));
        const auto crowd = std::ranges::find_if(
            marks, [](const FillMark &mark) { return mark.fills.size() > 1; });
        QVERIFY(crowd != marks.end());
        QVERIFY(trading().toolTipAt(crowd->place().center()).contains(u"fills"_s));
    }

    void aChartCanStillBeMovedFromALineThatStandsStill()
    {
        tell({ position(100, centsAt(0.5)) }, {});
        const double left = chart()->view().left;
        drag(onLine(centsAt(0.5)), onLine(centsAt(0.5)) + QPoint(100, 0));
        QVERIFY(chart()->view().left < left);
    }
};

QTEST_MAIN(TestChartTrading)
#include "tst_charttrading.moc"
