#include "markethub.h"

#include "easterntime.h"

#include <QtTest>

using namespace tapeline;

namespace {

const QDate today(2026, 3, 10);

Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}

class Tape
{
public:
    explicit Tape(MarketHub &hub, std::string_view symbol = "TEST")
        : m_hub(hub)
        , m_id(hub.symbols().intern(symbol))
    {
    }

    InstrumentId id() const { return m_id; }
    InstrumentState &state() { return m_hub.state(m_id); }

    void at(Duration timeOfDay, QDate date = today) { m_time = easterntime::at(date, timeOfDay); }
    void quote(const char *bid, const char *ask)
    {
        Quote quote;
        quote.instrument = m_id;
        quote.time = m_time;
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = Qty::whole(100);
        send(quote);
    }
    void trade(const char *at, qint64 size, TradeConditions conditions = {})
    {
        Trade trade;
        trade.instrument = m_id;
        trade.time = m_time;
        trade.price = price(at);
        trade.size = Qty::whole(size);
        trade.conditions = conditions;
        trade.sequence = ++m_sequence;
        send(trade);
    }

private:
    template<typename Event> void send(const Event &event)
    {
        EventBatch batch;
        batch.events.push_back(event);
        m_hub.apply(batch);
    }

    MarketHub &m_hub;
    InstrumentId m_id;
    Timestamp m_time = easterntime::at(today, 10h);
    quint64 m_sequence = 0;
};

} // namespace

class TestMarketHub : public QObject
{
    Q_OBJECT

private slots:
    void aPrintIsJudgedByTheQuoteBeforeIt()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.trade("10.00", 100);
        tape.quote("10.00", "10.04");
        for (const char *at : { "10.05", "10.04", "10.02", "10.01", "10.00", "9.99" })
            tape.trade(at, 100);
        QList<PrintSide> sides;
        for (const TapePrint &print : tape.state().recent)
            sides << print.side;
        QCOMPARE(sides,
                 (QList<PrintSide> { PrintSide::Unknown, PrintSide::AboveAsk, PrintSide::AtAsk,
                                     PrintSide::BetweenUpper, PrintSide::BetweenLower,
                                     PrintSide::AtBid, PrintSide::BelowBid }));
        QCOMPARE(tape.state().recent.back().bid, price("10.00"));
    }

    void oneSidedQuotesTellNoSide()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.quote("0", "10.04");
        tape.trade("10.04", 100);
        QCOMPARE(tape.state().recent.back().side, PrintSide::Unknown);
    }

    void anOddLotOrLatePrintMovesNoLastPrice()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.trade("10.00", 100);
        tape.trade("12.00", 5, { condition::oddLot });
        tape.trade("12.00", 500, { condition::averagePrice });
        const InstrumentSnapshot &snapshot = tape.state().snapshot;
        QCOMPARE(snapshot.last, price("10.00"));
        QCOMPARE(snapshot.high, price("10.00"));
        QCOMPARE(snapshot.volume, Qty::whole(605));
        QCOMPARE(tape.state().recent.size(), size_t(3)); // all on the tape
    }

    /// On a Saturday night, with ids that mean something else of stocks.
    void cryptoTradesAtAllHours()
    {
        MarketHub hub(m_calendar, MarketHub::Bars::FromStreamOnly);
        Tape tape(hub, "X:BTCUSD");
        tape.at(22h, QDate(2026, 3, 7));
        tape.quote("100.00", "100.01");
        tape.trade("99.99", 1, { 2 }); // the buyer crossed, whatever the quote says by now
        tape.trade("101", 2, { 1 });
        tape.trade("100.50", 4);
        const InstrumentSnapshot &snapshot = tape.state().snapshot;
        QCOMPARE(snapshot.last, price("100.50"));
        QCOMPARE(snapshot.open, price("99.99"));
        QCOMPARE(snapshot.high, price("101"));
        QCOMPARE(snapshot.low, price("99.99"));
        QCOMPARE(snapshot.volume, Qty::whole(7));
        const auto &recent = tape.state().recent;
        const std::vector<TapePrint> prints(recent.begin(), recent.end());
        QVERIFY(prints[0].side == PrintSide::AtAsk);
        QVERIFY(prints[1].side == PrintSide::AtBid);
        QVERIFY(prints[2].side == PrintSide::AboveAsk); // without a flag the quote decides
        QVERIFY(hub.takeDayOnlyTrades().empty());
        QCOMPARE(tape.state().bars.minutes().size(), std::size_t(1));
        QCOMPARE(tape.state().bars.minutes().begin()->second.volume, Qty::whole(7));
        // 22:00 in New York is the next day already
        tape.at(23h, QDate(2026, 3, 7));
        tape.trade("102", 1);
        QCOMPARE(snapshot.volume, Qty::whole(8));
        tape.at(20h, QDate(2026, 3, 8)); // 00:00 UTC, by summer time
        tape.trade("103", 1);
        QCOMPARE(snapshot.volume, Qty::whole(1));
        QCOMPARE(snapshot.previousClose, price("102"));
    }

    void restatedCrossesCountNowhere()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.at(16h + 1s);
        tape.trade("10.00", 9'000, { condition::closingPrint });
        tape.trade("10.00", 9'000, { condition::officialClose });
        QCOMPARE(tape.state().snapshot.volume, Qty::whole(9'000));
        QCOMPARE(tape.state().snapshot.last, price("10.00"));
        QVERIFY(tape.state().bars.minutes().empty());
    }

    void extendedHoursSetLastButNotTheDaysRange()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.at(8h);
        tape.trade("11.00", 100, { condition::formT });
        QCOMPARE(tape.state().snapshot.last, price("11.00"));
        QCOMPARE(tape.state().snapshot.high, Price());
        tape.at(9h + 30min);
        tape.trade("10.00", 100);
        QCOMPARE(tape.state().snapshot.open, price("10.00"));
        QCOMPARE(tape.state().snapshot.high, price("10.00"));
        QCOMPARE(tape.state().snapshot.volume, Qty::whole(200));
    }

    void theServicesFiguresAndLaterTradesAddUpOnce()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.at(10h);
        tape.trade("10.00", 100); // in the figures
        tape.at(10h + 2s);
        tape.trade("10.50", 100); // not in them, came before the answer
        DayFigures figures;
        figures.asOf = easterntime::at(today, 10h + 1s);
        figures.open = price("9.90");
        figures.high = price("10.10");
        figures.low = price("9.80");
        figures.last = price("10.00");
        figures.previousClose = price("9.70");
        figures.volume = Qty::whole(5'000);
        hub.applyDayFigures(tape.id(), figures);
        tape.trade("10.40", 100);
        const InstrumentSnapshot &snapshot = tape.state().snapshot;
        QCOMPARE(snapshot.volume, Qty::whole(5'200));
        QCOMPARE(snapshot.high, price("10.50"));
        QCOMPARE(snapshot.last, price("10.40"));
        QCOMPARE(snapshot.open, price("9.90"));
        QCOMPARE(snapshot.previousClose, price("9.70"));
    }

    /// More came while the answer was under way than a tape keeps.
    void figuresThatComeLateLoseNothing()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.at(10h);
        tape.trade("10.00", 7); // in the figures
        hub.awaitDayFigures(tape.id());
        tape.at(10h + 2s);
        const int many = 3 * int(MarketHub::recentPrints);
        for (int i = 0; i < many; ++i)
            tape.trade("10.50", 2);
        DayFigures figures;
        figures.asOf = easterntime::at(today, 10h + 1s);
        figures.volume = Qty::whole(5'000);
        hub.applyDayFigures(tape.id(), figures);
        QCOMPARE(tape.state().snapshot.volume, Qty::whole(5'000 + 2 * many));
        QVERIFY(!tape.state().sinceAsked);
    }

    void aNewDayTakesYesterdaysCloseAsReference()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.at(15h + 59min);
        tape.trade("10.00", 100);
        tape.at(16h + 200ms);
        tape.trade("10.20", 4'000, { condition::closingPrint });
        tape.at(17h);
        tape.trade("10.90", 100, { condition::formT });
        tape.at(4h + 1min, today.addDays(1));
        tape.trade("11.00", 100, { condition::formT });
        const InstrumentSnapshot &snapshot = tape.state().snapshot;
        QCOMPARE(snapshot.previousClose, price("10.20"));
        QCOMPARE(snapshot.volume, Qty::whole(100));
        QCOMPARE(snapshot.last, price("11.00"));
    }

    void directionComparesWithTheLastDifferentPrice()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        QList<int> directions;
        for (const char *at : { "10.00", "10.01", "10.01", "10.00", "10.00" }) {
            tape.trade(at, 100);
            directions << tape.state().recent.back().direction;
        }
        QCOMPARE(directions, (QList<int> { 0, 1, 1, -1, -1 }));
    }

    void whatChangedIsToldOnce()
    {
        MarketHub hub { m_calendar };
        Tape tape(hub);
        tape.quote("1", "2");
        tape.quote("1", "3");
        QCOMPARE(hub.takeDirty(), std::vector<InstrumentId> { tape.id() });
        QVERIFY(hub.takeDirty().empty());
    }

private:
    const MarketCalendar m_calendar;
};

QTEST_GUILESS_MAIN(TestMarketHub)
#include "tst_markethub.moc"
