#include "accountreading.h"
#include "easterntime.h"
#include "sandboxdesk.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp opened = easterntime::at({ 2026, 3, 10 }, 10h);
const QString paper = u"Paper"_s;
const QString symbol = u"NVDA"_s;

OrderTicket order(const QString &id, Side side, qint64 qty)
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = symbol;
    ticket.side = side;
    ticket.qty = Qty::whole(qty);
    return ticket;
}

/// What the books and the tape show of a position, second by second.
struct Sampled
{
    Money worst;
    Money best;

    void add(Money profit)
    {
        worst = std::min(worst, profit);
        best = std::max(best, profit);
    }
};

} // namespace

/// From the hand to the journal's trade, on the simulated market: nothing in between is a
/// stand-in.
class TestTradeJourney : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        trade();
        leaveToTheStop();
    }

    void theTradesAreThere()
    {
        const std::vector<FormedTrade> trades = formed();
        QCOMPARE(trades.size(), std::size_t(2));
        const TradeRecord &scaled = trades[0].record;
        QCOMPARE(scaled.symbol, symbol);
        QCOMPARE(scaled.size, Qty::whole(300));
        QCOMPARE(std::size_t(scaled.executions), trades[0].executions.size());
        QVERIFY(scaled.executions >= 4); // some may be filled in parts
        QVERIFY(!scaled.isOpen());
        QVERIFY(scaled.stop && scaled.risk);
        QVERIFY(!trades[1].record.isOpen());
    }

    void excursionsHoldWhatWasSeen()
    {
        const std::vector<FormedTrade> trades = formed();
        const TradeRecord &scaled = trades[0].record;
        QVERIFY(scaled.worst && scaled.best);
        QVERIFY(!scaled.isExcursionRough);
        QVERIFY(m_sampled.worst < Money() || m_sampled.best > Money());
        QVERIFY(*scaled.worst <= m_sampled.worst);
        QVERIFY(*scaled.best >= m_sampled.best);
        QVERIFY(*scaled.worst <= scaled.gross && scaled.gross <= *scaled.best);
        // The stop was in the market when the desk was shut, and nobody saw all of the way
        QVERIFY(trades[1].record.isExcursionRough);
        QVERIFY(*trades[1].record.worst <= trades[1].record.gross);
    }

    void theMarketIsThatOfTheMoment()
    {
        for (const FormedTrade &trade : formed()) {
            const TradeRecord &record = trade.record;
            QVERIFY(record.entry && record.exit);
            for (const MarketMoment &moment : { *record.entry, *record.exit }) {
                QCOMPARE(moment.part, SessionPart::Regular);
                QCOMPARE(moment.recency, Recency::RealTime);
                QVERIFY(moment.bid && moment.ask && moment.last);
                QVERIFY(*moment.bid <= *moment.ask);
                QVERIFY(moment.atr && *moment.atr > 0);
                QVERIFY(moment.vwap && moment.relativeVolume && *moment.relativeVolume > 0);
                const double off = *moment.vwap / moment.last->toDouble();
                QVERIFY(off > 0.8 && off < 1.25);
            }
            QCOMPARE(record.entry->at, record.openedAt);
            QCOMPARE(record.exit->at, record.closedAt);
        }
        // Followed for minutes by then
        QVERIFY(formed()[0].record.exit->cvdSlope);
    }

    /// The whole is the sum of its executions against the quotes at their decisions.
    void slippageAddsUp()
    {
        const FormedTrade scaled = formed()[0];
        Money sum;
        for (const TradeExecution &execution : scaled.executions) {
            QVERIFY(execution.slippage);
            sum += *notional(*execution.slippage, execution.qty, 1);
        }
        QVERIFY(scaled.record.slippage);
        QCOMPARE(*scaled.record.slippage, sum);
    }

private:
    /// Buys, buys more, sells half, sells the rest; with a stop far below.
    void trade()
    {
        SandboxDesk desk(journal(), opened);
        QVERIFY(desk.stepUntil([&desk] { return desk.trading.account() != nullptr; }));
        desk.loop.paper()->preview(1, paper, order(u"look"_s, Side::Buy, 1));
        desk.trading.follow(symbol);
        QVERIFY(desk.stepUntil([&desk] { return desk.now() >= opened + 2min; }, 1s, 200));
        OrderTicket first = order(u"first"_s, Side::Buy, 100);
        first.stopLoss = Price::whole(1); // nothing comes down to it
        desk.loop.paper()->submit(paper, first);
        hold(desk, 100, 3min);
        desk.loop.paper()->submit(paper, order(u"second"_s, Side::Buy, 200));
        hold(desk, 300, 3min);
        desk.loop.paper()->submit(paper, order(u"third"_s, Side::Sell, 150));
        hold(desk, 150, 2min);
        desk.loop.paper()->submit(paper, order(u"last"_s, Side::Sell, 150));
        hold(desk, 0, 1min);
        m_shut = desk.now();
    }

    /// Buys with a stop that is near; the desk is away for a while meanwhile.
    void leaveToTheStop()
    {
        {
            SandboxDesk desk(journal(), m_shut + 1min);
            QVERIFY(desk.stepUntil([&desk] { return desk.trading.account() != nullptr; }));
            desk.loop.paper()->preview(1, paper, order(u"look"_s, Side::Buy, 1));
            QVERIFY(desk.stepUntil([&] { return desk.now() >= m_shut + 3min; }, 1s, 200));
            desk.loop.paper()->submit(paper, order(u"left"_s, Side::Buy, 10));
            QVERIFY(desk.stepUntil([&desk] { return desk.held(symbol) == Qty::whole(10); }));
            m_shut = desk.now();
        }
        SandboxDesk desk(journal(), m_shut + 5min);
        QVERIFY(desk.stepUntil([&desk] { return desk.trading.account() != nullptr; }));
        QVERIFY(desk.stepUntil([&] { return desk.now() >= m_shut + 7min; }, 1s, 200));
        OrderTicket stop = order(u"stop"_s, Side::Sell, 10);
        stop.type = OrderType::TrailingStop;
        stop.trail = Price::fromUnits(Price::unitsPerOne / 100);
        desk.loop.paper()->submit(paper, stop);
        QVERIFY(desk.stepUntil([&desk] { return desk.held(symbol).isZero(); }));
    }

    /// Until so much is held, and then for a time, looked at every second.
    void hold(SandboxDesk &desk, qint64 qty, Duration length)
    {
        QVERIFY(desk.stepUntil([&] { return desk.held(symbol) == Qty::whole(qty); }));
        const Timestamp end = desk.now() + length;
        while (qty > 0 && desk.now() < end) {
            desk.step(1s);
            desk.settle();
            // Gross, at the last trade
            const PositionRow *row = desk.trading.account()->position(symbol);
            const InstrumentSnapshot *market = desk.trading.market(symbol);
            if (row && market && market->last > Price())
                m_sampled.add(*notional(market->last, row->qty, 1) - row->cost
                              + desk.trading.account()->figures.realized);
        }
    }

    QString journal() const { return m_dir.filePath(u"journal.db"_s); }
    std::vector<FormedTrade> formed() const
    {
        JournalDatabase database;
        if (!database.open(journal(), JournalDatabase::Access::ReadOnly))
            return {};
        AccountReading reading(database, u"simulated/Paper"_s);
        std::map<TradeKey, FormedTrade> trades;
        for (bool hasMore = true; hasMore;) {
            const Result<bool> advanced = reading.advance();
            if (!advanced)
                return {};
            hasMore = *advanced;
            for (FormedTrade &trade : reading.takeChanges().trades)
                trades[trade.record.key] = std::move(trade);
        }
        std::vector<FormedTrade> values;
        for (auto &[key, trade] : trades)
            values.push_back(std::move(trade));
        return values;
    }

    QTemporaryDir m_dir;
    Sampled m_sampled;
    Timestamp m_shut {};
};

QTEST_GUILESS_MAIN(TestTradeJourney)
#include "tst_tradejourney.moc"
