#include "dayvolume.h"
#include "easterntime.h"
#include "markethub.h"
#include "sandboxmarket.h"
#include "shared.h"
#include "tickcsv.h"
#include "tradeeligibility.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 26: the sum of minute volumes and the day's bar, explained to the share by the
/// closing cross and by prints outside 04:00-20:00.
class TestCase26 : public QObject
{
    Q_OBJECT

private slots:
    /// What the desk makes of a recorded day: its minutes against all that was printed.
    void recordedDays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("IBM") << u"IBM_2013-10-08"_s;
        QTest::newRow("BAC") << u"BAC_2013-10-07"_s;
        QTest::newRow("SPY") << u"SPY_2013-10-07"_s;
    }
    void recordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        const MarketCalendar calendar;
        MarketHub hub(calendar);
        Candle day;
        Result<TradeCsvReader> trades = TradeCsvReader::open(
            test::sharedFile(u"data/equity/ticks/%1_trades.csv.gz"_s.arg(file)), hub.symbols());
        QVERIFY(trades);
        EventBatch batch;
        Trade trade;
        while (trades->next(trade)) {
            batch.events.emplace_back(trade);
            if (!trade.isVoid() && tradeUpdate(trade.conditions, true).volume)
                day.volume += trade.size;
        }
        QVERIFY(trades->status());
        hub.apply(batch);

        std::vector<Candle> minutes;
        for (const auto &[start, minute] : hub.state(trade.instrument).bars.minutes())
            minutes.push_back(minute);
        const DayVolume volume = explainDayVolume(day, minutes, hub.takeDayOnlyTrades(), calendar);
        qInfo().noquote() << file << "day" << volume.day.toString() << "minutes"
                          << volume.minutes.toString() << "closing cross"
                          << volume.closingCross.toString() << "outside hours"
                          << volume.outsideHours.toString() << "unexplained"
                          << volume.unexplained.toString();
        QVERIFY(volume.isExplained());
        QVERIFY(volume.minutes > Qty());
        QVERIFY(volume.closingCross > Qty());
        QCOMPARE(hub.state(trade.instrument).snapshot.volume,
                 day.volume); // as the watchlist has it

        // One share that is nowhere shows
        minutes.front().volume -= Qty::whole(1);
        QCOMPARE(explainDayVolume(day, minutes, {}, calendar).unexplained,
                 volume.closingCross + volume.outsideHours + Qty::whole(1));
    }

    /// The simulated market's own day and minute bars, by its tape.
    void simulatedDays_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QDate>("date");
        QTest::newRow("a day") << u"AAPL"_s << QDate(2026, 8, 12);
        QTest::newRow("a fund") << u"SPY"_s << QDate(2026, 8, 13);
        QTest::newRow("a half day") << u"IBM"_s << QDate(2025, 11, 28);
    }
    void simulatedDays()
    {
        QFETCH(const QString, symbol);
        QFETCH(const QDate, date);
        const SandboxMarket market(SandboxMarket::Options {});
        const int instrument = market.indexOf(symbol);
        QVERIFY(instrument >= 0);
        const Timestamp from = easterntime::at(date);
        const Timestamp to = easterntime::at(date.addDays(1));
        const Candle day = market.day(instrument, date)->candle;
        const std::vector<Candle> minutes = market.minutes(instrument, from, to);
        std::vector<MarketEvent> events;
        market.events(instrument, from, to, events);
        std::vector<Trade> trades;
        for (const MarketEvent &event : events)
            if (const auto *trade = std::get_if<Trade>(&event))
                trades.push_back(*trade);
        const DayVolume volume = explainDayVolume(day, minutes, trades, market.calendar());
        QVERIFY(volume.closingCross > Qty());
        QCOMPARE(volume.unexplained, Qty());
        QVERIFY(crossCheckDay(day, minutes, market.calendar(), trades).empty());
    }
};

QTEST_GUILESS_MAIN(TestCase26)
#include "tst_26.moc"
