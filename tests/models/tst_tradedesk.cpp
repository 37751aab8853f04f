#include "faketradeport.h"
#include "tradetext.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString spy = u"SPY"_s;

PositionRow position(qint64 qty, int average, const QString &symbol = spy)
{
    PositionRow row;
    row.symbol = symbol;
    row.qty = Qty::whole(qty);
    row.average = Price::whole(average);
    return row;
}

OrderRow working(const QString &id, Side side, qint64 qty, OrderType type, int price)
{
    OrderRow row;
    row.ticket.id = id;
    row.ticket.symbol = spy;
    row.ticket.side = side;
    row.ticket.qty = Qty::whole(qty);
    row.ticket.type = type;
    (type == OrderType::Stop ? row.ticket.stop : row.ticket.limit) = Price::whole(price);
    row.state = OrderState::Accepted;
    return row;
}

InstrumentSnapshot quoted(int bid, int ask, int last)
{
    InstrumentSnapshot snapshot;
    snapshot.symbol = spy;
    snapshot.bid = Price::whole(bid);
    snapshot.ask = Price::whole(ask);
    snapshot.last = Price::whole(last);
    return snapshot;
}

OrderEvent happening(const QString &id, OrderAction action, OrderState state, qint64 second = 1)
{
    OrderEvent own;
    own.id = id;
    own.action = action;
    own.state = state;
    own.at = Timestamp(std::chrono::seconds(second));
    return own;
}

OrderEvent submission(const OrderTicket &ticket)
{
    OrderEvent sent = happening(ticket.id, OrderAction::Submit, OrderState::Submitted);
    sent.ticket = ticket;
    return sent;
}

OrderEvent fill(const QString &id, qint64 qty, int price, qint64 total, bool whole)
{
    OrderEvent own = happening(id, whole ? OrderAction::FillAll : OrderAction::FillPart,
                               whole ? OrderState::Filled : OrderState::PartiallyFilled, 2);
    own.lastQty = Qty::whole(qty);
    own.lastPrice = Price::whole(price);
    own.cumQty = Qty::whole(total);
    own.fee = Money::fromUnits(250'000);
    return own;
}

} // namespace

class TestTradeDesk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_port = FakeTradePort();
        m_desk = std::make_unique<TradeDesk>(m_port);
        m_desk->follow(spy);
        m_desk->applyMarket({ quoted(500, 501, 501) });
        show({});
    }

    // --- what is asked before it is sent

    void nothingIsSentUnasked()
    {
        m_desk->send(m_desk->clickOrder(spy, Side::Buy, Price::whole(500)));
        QVERIFY(!m_desk->question()); // not before it was looked at
        m_port.answerPreviews(*m_desk);
        QVERIFY(m_desk->question());
        QVERIFY(m_port.submitted.empty());
        const OrderTicket asked = m_desk->question()->plan.orders.front();
        QVERIFY(!asked.id.isEmpty());
        confirmAsked(*m_desk);
        QVERIFY(!m_desk->question());
        QCOMPARE(m_port.submitted, std::vector { asked });
    }

    void dismissedItIsNotSent()
    {
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_port.answerPreviews(*m_desk);
        m_desk->dismiss();
        confirmAsked(*m_desk); // too late
        QVERIFY(m_port.submitted.empty());
        QVERIFY(m_desk->log().orders().empty());
    }

    void oneClickSendsAtOnceUnlessALimitWarns()
    {
        m_desk->setArmed(true);
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_port.answerPreviews(*m_desk);
        QCOMPARE(m_port.submitted.size(), 1U);
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_port.answerPreviews(*m_desk, { { ReasonCode::RiskPerTrade, u"2 of 1"_s } });
        QCOMPARE(m_port.submitted.size(), 1U);
        QVERIFY(m_desk->question());
        confirmAsked(*m_desk);
        QCOMPARE(m_port.submitted.size(), 2U);
        QVERIFY(m_port.submitted[0].id != m_port.submitted[1].id);
    }

    void quickClicksAreAllSent()
    {
        m_desk->setArmed(true);
        m_desk->send(m_desk->clickOrder(spy, Side::Buy, Price::whole(499)));
        m_desk->send(m_desk->clickOrder(spy, Side::Sell, Price::whole(502)));
        m_port.answerPreviews(*m_desk);
        QCOMPARE(m_port.submitted.size(), 2U);
        QCOMPARE(m_port.submitted.front().side, Side::Buy);
    }

    void aNewWishTakesTheLastQuestionAway()
    {
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_port.answerPreviews(*m_desk);
        m_desk->send(m_desk->clickOrder(spy, Side::Sell));
        QVERIFY(!m_desk->question());
        m_port.answerPreviews(*m_desk);
        QCOMPARE(m_desk->question()->plan.orders.front().side, Side::Sell);
    }

    void anAnswerToADismissedWishMeansNothing()
    {
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_desk->dismiss();
        m_port.answerPreviews(*m_desk);
        QVERIFY(!m_desk->question());
    }

    void cancelsAreNeverAskedAbout()
    {
        show({}, { working(u"a"_s, Side::Buy, 100, OrderType::Limit, 499) });
        m_desk->cancel(u"a"_s);
        m_desk->cancelAll(spy);
        QCOMPARE(m_port.cancelled, QStringList({ u"a"_s, u"a"_s }));
        QVERIFY(!m_desk->question());
    }

    void anotherMarketIsNotTradedWithOneClick()
    {
        m_desk->setArmed(true);
        m_desk->setSource(DataSource::Live);
        QVERIFY(!m_desk->isArmed());
        QVERIFY(!m_desk->market(spy));
    }

    // --- wishes

    void flattenCancelsAndCloses()
    {
        show({ position(-300, 510) }, { working(u"a"_s, Side::Buy, 300, OrderType::Stop, 520) });
        sendWish([this] { m_desk->flatten(spy); });
        QCOMPARE(m_port.cancelled, QStringList { u"a"_s });
        const OrderTicket &sent = m_port.submitted.front();
        QCOMPARE(sent.side, Side::Buy);
        QCOMPARE(sent.qty, Qty::whole(300));
        QCOMPARE(sent.type, OrderType::Market);
        QVERIFY(sent.reduceOnly);
    }

    void reverseTurnsThePositionRound()
    {
        show({ position(200, 490) });
        sendWish([this] { m_desk->reverse(spy); });
        // One ends it, one opens the other: a position that has gone meanwhile is not turned twice
        QCOMPARE(m_port.submitted.size(), 2U);
        for (const OrderTicket &order : m_port.submitted) {
            QCOMPARE(order.side, Side::Sell);
            QCOMPARE(order.qty, Qty::whole(200));
        }
        QVERIFY(m_port.submitted.front().reduceOnly);
        QVERIFY(!m_port.submitted.back().reduceOnly);
    }

    void breakEvenLeavesBetterStops()
    {
        show({ position(100, 490) },
             { working(u"a"_s, Side::Sell, 50, OrderType::Stop, 495),
               working(u"b"_s, Side::Sell, 50, OrderType::Stop, 480) });
        sendWish([this] { m_desk->breakEven(spy); });
        QCOMPARE(m_port.replaced.size(), 1U);
        QCOMPARE(m_port.replaced.front().id, u"b"_s);
    }

    /// Nothing is half done: the stop stays where its position cannot be ended.
    void cancelsWaitForWhatFollowsThem()
    {
        show({ position(100, 510) }, { working(u"a"_s, Side::Sell, 100, OrderType::Stop, 480) });
        m_desk->setArmed(true);
        m_desk->flatten(spy);
        const QSignalSpy said(m_desk.get(), &TradeDesk::nothingToDo);
        PaperUpdate refused;
        refused.orderAnswers.push_back({ .request = m_port.previewed.front().request,
                                         .account = u"Paper"_s,
                                         .id = u"x"_s,
                                         .reason = { ReasonCode::NoAccount, u"no disk"_s } });
        m_desk->apply(refused);
        QVERIFY(m_port.cancelled.isEmpty());
        QVERIFY(m_port.submitted.empty());
        QCOMPARE(said.size(), 1);
    }

    void warnedClicksAreAllAskedAbout()
    {
        m_desk->setArmed(true);
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_desk->send(m_desk->clickOrder(spy, Side::Sell));
        m_port.answerPreviews(*m_desk, { { ReasonCode::RiskPerTrade, u"2 of 1"_s } });
        const quint64 first = m_desk->question()->number;
        m_desk->confirm(first);
        m_desk->confirm(first); // a second click on the same question
        QCOMPARE(m_port.submitted.size(), 1U);
        QCOMPARE(m_desk->question()->plan.orders.front().side, Side::Sell);
    }

    void halfOfAnOddPositionIsTheSmallerHalf_data()
    {
        QTest::addColumn<QString>("held");
        QTest::addColumn<QString>("sold");
        QTest::newRow("even") << u"100"_s << u"50"_s;
        QTest::newRow("odd") << u"7"_s << u"3"_s;
        QTest::newRow("one") << u"1"_s << u"1"_s;
        QTest::newRow("fraction") << u"0.5"_s << u"0.25"_s;
    }
    void halfOfAnOddPositionIsTheSmallerHalf()
    {
        QFETCH(const QString, held);
        QFETCH(const QString, sold);
        PositionRow row = position(1, 490);
        row.qty = *Qty::parse(held);
        show({ row });
        sendWish([this] { m_desk->halve(spy); });
        QCOMPARE(m_port.submitted.front().qty, *Qty::parse(sold));
    }

    void breakEvenMovesTheStop()
    {
        show({ position(100, 490) }, { working(u"a"_s, Side::Sell, 100, OrderType::Stop, 480) });
        sendWish([this] { m_desk->breakEven(spy); });
        QCOMPARE(m_port.replaced.size(), 1U);
        QCOMPARE(m_port.replaced.front().stop, Price::whole(490));
        QVERIFY(m_port.submitted.empty());
    }

    void breakEvenSetsAStopThatLosesNothing()
    {
        PositionRow row = position(100, 490);
        row.average = *Price::parse(u"490.123"_s);
        show({ row });
        sendWish([this] { m_desk->breakEven(spy); });
        const OrderTicket &sent = m_port.submitted.front();
        QCOMPARE(sent.type, OrderType::Stop);
        QCOMPARE(sent.stop, *Price::parse(u"490.13"_s));
        QVERIFY(sent.reduceOnly);
        row.qty = Qty::whole(-100);
        row.average = *Price::parse(u"510.129"_s);
        show({ row });
        sendWish([this] { m_desk->breakEven(spy); });
        QCOMPARE(m_port.submitted.back().stop, *Price::parse(u"510.12"_s));
    }

    void breakEvenWaitsForTheMarket()
    {
        show({ position(100, 505) });
        const QSignalSpy said(m_desk.get(), &TradeDesk::nothingToDo);
        m_desk->breakEven(spy);
        QCOMPARE(said.size(), 1);
        QVERIFY(m_port.previewed.empty());
    }

    void joinAndTakeGoByTheQuotes()
    {
        sendWish([this] { m_desk->join(spy, Side::Buy); });
        QCOMPARE(m_port.submitted.back().limit, Price::whole(500));
        sendWish([this] { m_desk->take(spy, Side::Buy); });
        QCOMPARE(m_port.submitted.back().limit, Price::whole(501));
        sendWish([this] { m_desk->join(spy, Side::Sell); });
        QCOMPARE(m_port.submitted.back().limit, Price::whole(501));
        const QSignalSpy said(m_desk.get(), &TradeDesk::nothingToDo);
        m_desk->join(u"IBM"_s, Side::Buy);
        QCOMPARE(said.front().front().toString(), u"There is no quote of IBM."_s);
    }

    void clicksBringTheirExits()
    {
        TradeSettings settings;
        settings.stopTicks = 50;
        settings.targetTicks = 100;
        m_desk->setSettings(settings);
        const OrderTicket entry = m_desk->clickOrder(spy, Side::Sell, Price::whole(505));
        QCOMPARE(entry.stopLoss, *Price::parse(u"505.50"_s));
        QCOMPARE(entry.takeProfit, Price::whole(504));
        // What ends a position needs none
        show({ position(100, 490) });
        const OrderTicket exit = m_desk->clickOrder(spy, Side::Sell, Price::whole(505));
        QVERIFY(exit.reduceOnly);
        QVERIFY(!exit.stopLoss && !exit.takeProfit);
    }

    void exitsThatWaitGoWithTheirEntry()
    {
        OrderRow entry = working(u"e"_s, Side::Buy, 100, OrderType::Limit, 499);
        OrderRow stop = working(u"e.stop"_s, Side::Sell, 100, OrderType::Stop, 490);
        stop.ticket.parent = u"e"_s;
        show({}, { entry, stop });
        m_desk->cancelAll(spy);
        QCOMPARE(m_port.cancelled, QStringList { u"e"_s });
        entry.filled = Qty::whole(40);
        show({ position(40, 499) }, { entry, stop });
        m_desk->cancelAll(spy);
        QCOMPARE(m_port.cancelled, QStringList({ u"e"_s, u"e"_s, u"e.stop"_s }));
    }

    void protectionIsWhatStopsCover()
    {
        OrderRow stop = working(u"s"_s, Side::Sell, 60, OrderType::Stop, 490);
        show({ position(100, 500) }, { stop });
        QCOMPARE(tradeplans::unprotected(*m_desk->account(), spy), Qty::whole(40));
        stop.ticket.side = Side::Buy; // opens more
        show({ position(100, 500) }, { stop });
        QCOMPARE(tradeplans::unprotected(*m_desk->account(), spy), Qty::whole(100));
    }

    // --- what is told

    void ordersAreFoldedFromTheirEvents()
    {
        OrderTicket ticket = m_desk->clickOrder(spy, Side::Buy);
        ticket.id = u"a"_s;
        const std::vector<OrderEvent> events {
            submission(ticket), happening(u"a"_s, OrderAction::Accept, OrderState::Accepted),
            fill(u"a"_s, 40, 501, 40, false), fill(u"a"_s, 60, 502, 100, true)
        };
        PaperUpdate update;
        for (const OrderEvent &own : events)
            update.reports.push_back({ u"Paper"_s, own });
        m_desk->apply(update);
        const OrderLine &order = m_desk->log().orders().front();
        QCOMPARE(order.state, OrderState::Filled);
        QCOMPARE(order.filled, Qty::whole(100));
        QCOMPARE(order.leaves(), Qty());
        QCOMPARE(order.average(), *Price::parse(u"501.6"_s));
        QCOMPARE(order.fees, Money::fromUnits(500'000));
        QCOMPARE(m_desk->log().fills().size(), 2U);
        // All at once after a restart they come to the same
        PaperUpdate again;
        again.history.emplace().push_back({ u"Paper"_s, events, {} });
        m_desk->apply(again);
        QCOMPARE(m_desk->log().orders().size(), 1U);
        QCOMPARE(m_desk->log().orders().front().average(), *Price::parse(u"501.6"_s));
        QCOMPARE(m_desk->log().fills().size(), 2U);
    }

    void aRefusedChangeLeavesTheOrder()
    {
        OrderTicket ticket = m_desk->clickOrder(spy, Side::Buy, Price::whole(499));
        ticket.id = u"a"_s;
        report(submission(ticket));
        OrderEvent wanted
            = happening(u"a"_s, OrderAction::RequestReplace, OrderState::PendingReplace);
        wanted.ticket = ticket;
        wanted.ticket->limit = Price::whole(498);
        report(wanted);
        OrderEvent refused = happening(u"a"_s, OrderAction::RejectReplace, OrderState::Accepted);
        refused.reason = { ReasonCode::BadReplace, {} };
        report(refused);
        QCOMPARE(m_desk->log().orders().front().ticket.limit, Price::whole(499));
    }

    void aNamesakesRefusalLeavesTheOrder()
    {
        OrderTicket ticket = m_desk->clickOrder(spy, Side::Buy, Price::whole(499));
        ticket.id = u"a"_s;
        report(submission(ticket));
        OrderEvent again = happening(u"a"_s, OrderAction::Reject, OrderState::Submitted);
        again.reason = { ReasonCode::DuplicateId, {} };
        report(again);
        QCOMPARE(m_desk->log().orders().front().reason.code, ReasonCode::None);
        QCOMPARE(m_desk->log().orders().front().state, OrderState::Submitted);
    }

    void anOrderOnItsWayIsShownOnce()
    {
        m_desk->setArmed(true);
        sendWish([this] { m_desk->join(spy, Side::Buy); });
        QCOMPARE(m_desk->log().orders().size(), 1U);
        QCOMPARE(m_desk->log().orders().front().state, OrderState::New);
        report(submission(m_port.submitted.front()));
        QCOMPARE(m_desk->log().orders().size(), 1U);
        QCOMPARE(m_desk->log().orders().front().state, OrderState::Submitted);
    }

    void refusalsAreSaidWithTheirNumbers()
    {
        const QSignalSpy happened(m_desk.get(), &TradeDesk::happened);
        OrderTicket ticket = m_desk->clickOrder(spy, Side::Buy);
        ticket.id = u"a"_s;
        report(submission(ticket));
        QVERIFY(happened.empty());
        OrderEvent refused = happening(u"a"_s, OrderAction::Deny, OrderState::Denied);
        refused.reason = { ReasonCode::InsufficientBuyingPower, u"needs 2.00, available 1.00"_s };
        report(refused);
        const auto news = happened.front().front().value<TradeNews>();
        QCOMPARE(tradetext::news(news, QLocale::c()),
                 u"Refused: Buy 100 SPY at market, Day \u2013 not enough buying power (needs 2.00, "
                 "available 1.00)"_s);
    }

    void whatTheTraderDidIsNoNews()
    {
        const QSignalSpy happened(m_desk.get(), &TradeDesk::happened);
        OrderEvent cancelled = happening(u"a"_s, OrderAction::Cancel, OrderState::Canceled);
        cancelled.reason.code = ReasonCode::UserCancel;
        report(cancelled);
        QVERIFY(happened.empty());
        cancelled.reason.code = ReasonCode::NoLiquidity;
        report(cancelled);
        QCOMPARE(happened.size(), 1);
    }

    void averagesAreShownToFourDecimals()
    {
        const auto shown = [](const QString &price) {
            return tradetext::average(*Price::parse(price), QLocale::c());
        };
        QCOMPARE(shown(u"738.3660411"_s), u"738.366"_s);
        QCOMPARE(shown(u"738.36605"_s), u"738.366"_s); // half to even
        QCOMPARE(shown(u"738.36615"_s), u"738.3662"_s);
        QCOMPARE(shown(u"0.1234567"_s), u"0.123457"_s);
        QCOMPARE(shown(u"100"_s), u"100.00"_s);
    }

    void everyReasonIsASentence()
    {
        for (int code = 1; code <= int(ReasonCode::WaitsForLatency); ++code)
            QVERIFY2(!tradetext::reason({ ReasonCode(code), {} }).isEmpty(),
                     reasonText(ReasonCode(code)).data());
    }

    // --- accounts

    void theChosenAccountStays()
    {
        PaperUpdate two = accountUpdate();
        two.accounts->push_back(two.accounts->front());
        two.accounts->back().name = u"Other"_s;
        m_desk->apply(two);
        QCOMPARE(m_desk->accountName(), u"Paper"_s);
        m_desk->setAccount(u"Other"_s);
        m_desk->apply(two);
        QCOMPARE(m_desk->accountName(), u"Other"_s);
        m_desk->setAccount(u"Nobody"_s);
        QCOMPARE(m_desk->accountName(), u"Other"_s);
        m_desk->apply(accountUpdate());
        QCOMPARE(m_desk->accountName(), u"Paper"_s); // the other is gone,
        m_desk->apply(two);
        QCOMPARE(m_desk->accountName(), u"Other"_s); // and back
    }

    void withoutAnAccountNothingIsSent()
    {
        PaperUpdate none;
        none.accounts = std::vector<PaperAccountView>();
        m_desk->apply(none);
        const QSignalSpy said(m_desk.get(), &TradeDesk::nothingToDo);
        m_desk->send(m_desk->clickOrder(spy, Side::Buy));
        m_desk->flattenAll();
        QCOMPARE(said.size(), 2);
        QVERIFY(m_port.previewed.empty());
    }

    void symbolsAreFollowedAsLongAsSomeoneLooks()
    {
        m_desk->follow(spy);
        QCOMPARE(m_port.watched, QStringList { spy });
        m_desk->unfollow(spy);
        QVERIFY(m_desk->market(spy));
        m_desk->unfollow(spy);
        QVERIFY(!m_desk->market(spy));
        QVERIFY(m_port.watched.isEmpty());
        m_desk->unfollow(spy); // one time too many
    }

private:
    void show(std::vector<PositionRow> positions, std::vector<OrderRow> orders = {})
    {
        m_desk->apply(accountUpdate(std::move(positions), std::move(orders)));
    }
    void report(const OrderEvent &own)
    {
        PaperUpdate update;
        update.reports.push_back({ u"Paper"_s, own });
        m_desk->apply(update);
    }
    /// Confirmed.
    template<typename Wish> void sendWish(Wish wish)
    {
        wish();
        m_port.answerPreviews(*m_desk);
        confirmAsked(*m_desk);
    }

    FakeTradePort m_port;
    std::unique_ptr<TradeDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestTradeDesk)
#include "tst_tradedesk.moc"
