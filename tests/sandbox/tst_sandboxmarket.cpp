#include "sandboxchecks.h"

#include "splitmix64.h"
#include "symbology.h"

#include <QSet>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Events = std::vector<MarketEvent>;

Events eventsOf(const SandboxMarket &market, int instrument, Timestamp from, Timestamp to)
{
    Events events;
    market.events(instrument, from, to, events);
    return events;
}

/// A volatile synthetic or named stock and a day on which it pauses.
struct PausedDay
{
    int instrument = -1;
    QDate date;
    SandboxHalt halt;
};

PausedDay findPause(const SandboxMarket &market)
{
    for (const QDate date : sandboxchecks::tradingDays(market.calendar(), { 2026, 11, 20 }, 500)) {
        for (int instrument = 0; instrument < int(market.instruments().size()); ++instrument) {
            const auto halts = market.halts(instrument, date);
            if (!halts.empty())
                return { instrument, date, halts.front() };
        }
    }
    return {};
}

} // namespace

class SandboxMarketTest : public QObject
{
    Q_OBJECT

    const SandboxMarket m_market { { 1, 16 } };
    const QDate m_day { 2026, 11, 19 };
    const Timestamp m_open = easterntime::at(m_day, 9h + 30min);

private slots:
    void sameSeedSameMarket()
    {
        const SandboxMarket again { { 1, 400 } }; // more symbols change nothing for the others
        const int nvda = m_market.indexOf(u"NVDA");
        // Asked in another order and with other things in between
        const Timestamp later = m_open + 3h;
        const Events second = eventsOf(again, nvda, later, later + 5min);
        again.minutes(3, easterntime::at(m_day), easterntime::at(m_day.addDays(1)));
        const Events first = eventsOf(again, nvda, m_open - 5min, m_open + 5min);

        QVERIFY(first.size() > 1'000);
        QVERIFY(eventsOf(m_market, nvda, m_open - 5min, m_open + 5min) == first);
        QVERIFY(eventsOf(m_market, nvda, later, later + 5min) == second);
        QCOMPARE(again.day(nvda, { 2004, 3, 1 })->candle,
                 m_market.day(nvda, { 2004, 3, 1 })->candle);
    }

    void otherSeedOtherMarket()
    {
        const SandboxMarket other { { 2, 0 } };
        for (int instrument = 0; instrument < 14; ++instrument) {
            const SandboxDay here = *m_market.day(instrument, m_day);
            const SandboxDay there = *other.day(instrument, m_day);
            QVERIFY(here.candle.close != there.candle.close);
            QVERIFY(here.candle.volume != there.candle.volume);
            QVERIFY(eventsOf(m_market, instrument, m_open, m_open + 1min)
                    != eventsOf(other, instrument, m_open, m_open + 1min));
        }
    }

    /// Pins the bytes of seed 1, so that another compiler or library that draws differently is
    /// noticed. Changing the model changes the number: write the new one here and say so in the
    /// changelog.
    void seedOneIsPinned()
    {
        quint64 digest = 0;
        for (int instrument = 0; instrument < 14; ++instrument) {
            for (const MarketEvent &event : eventsOf(m_market, instrument, m_open, m_open + 1min)) {
                if (const Trade *trade = std::get_if<Trade>(&event))
                    digest = mixKeys(digest, toNs(trade->time), trade->price.units(),
                                     trade->size.units(), trade->exchange, trade->sequence);
                else if (const Quote *quote = std::get_if<Quote>(&event))
                    digest = mixKeys(digest, toNs(quote->time), quote->bid.units(),
                                     quote->ask.units(), quote->bidSize.units(), quote->sequence);
            }
            for (const QDate date : sandboxchecks::tradingDays(m_market.calendar(), m_day, 1'000))
                digest = mixKeys(digest, m_market.day(instrument, date)->candle.close.units());
        }
        QCOMPARE(digest, Q_UINT64_C(10142155870000716293));
    }

    void windowCutsChangeNothing_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<qint64>("startMs");
        QTest::addColumn<qint64>("lengthMs");
        QTest::addColumn<qint64>("longestCutMs");
        const auto row = [&](const char *name, const QString &symbol, Duration sinceOpen,
                             Duration length, qint64 longestCutMs) {
            QTest::newRow(name) << symbol << toMs(m_open + sinceOpen) << qint64(length / 1ms)
                                << longestCutMs;
        };
        row("through the opening cross", u"NVDA"_s, -20s, 60s, 900);
        row("through the closing cross", u"IBM"_s, 6h + 29min, 3min, 2'500);
        row("a streaming gateway", u"SPY"_s, 1h, 20s, 40);
        row("thin and quiet", m_market.instruments().back().symbol, 3h, 1h, 90'000);
        row("over a night", u"KO"_s, 10h + 20min, 18h, 7'200'000);
        row("finer than events", u"QQQ"_s, 2h, 2s, 1);
    }

    void windowCutsChangeNothing()
    {
        QFETCH(const QString, symbol);
        QFETCH(const qint64, startMs);
        QFETCH(const qint64, lengthMs);
        QFETCH(const qint64, longestCutMs);
        const int instrument = m_market.indexOf(symbol);
        const Timestamp from = fromMs(startMs);
        const Timestamp to = from + lengthMs * 1ms;
        const Events whole = eventsOf(m_market, instrument, from, to);
        QVERIFY(!whole.empty());

        SplitMix64 random(42);
        Events pieces;
        for (Timestamp at = from; at < to;) {
            const Timestamp next = std::min(
                to, at + Duration(1 + qint64(random.uniform() * double(longestCutMs) * 1e6)));
            m_market.events(instrument, at, next, pieces);
            at = next;
        }
        QVERIFY(pieces == whole);
    }

    void tradeIdsAreUnique()
    {
        const int aapl = m_market.indexOf(u"AAPL");
        std::vector<std::string_view> ids;
        const Events events
            = eventsOf(m_market, aapl, easterntime::at(m_day), easterntime::at(m_day.addDays(1)));
        for (const MarketEvent &event : events) {
            if (const Trade *trade = std::get_if<Trade>(&event))
                ids.push_back(trade->id.view());
        }
        std::sort(ids.begin(), ids.end());
        QVERIFY(ids.size() > 10'000);
        QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    }

    void auctionsPrintAsTheServiceHasThem_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("opening");
        QTest::addColumn<int>("closing");
        QTest::newRow("Nasdaq") << u"MSFT"_s << 25 << 8;
        QTest::newRow("NYSE") << u"KO"_s << 17 << 19;
        QTest::newRow("NYSE Arca") << u"SPY"_s << 17 << 19;
    }

    void auctionsPrintAsTheServiceHasThem()
    {
        QFETCH(const QString, symbol);
        QFETCH(const int, opening);
        QFETCH(const int, closing);
        const int instrument = m_market.indexOf(symbol);
        const SandboxDay day = *m_market.day(instrument, m_day);
        const Timestamp close = easterntime::at(m_day, 16h);
        const auto printsOf = [&](quint16 id) {
            std::vector<Trade> prints;
            for (const MarketEvent &event :
                 eventsOf(m_market, instrument, easterntime::at(m_day), close + 1h)) {
                const Trade *trade = std::get_if<Trade>(&event);
                if (trade && trade->conditions.contains(id))
                    prints.push_back(*trade);
            }
            return prints;
        };
        const auto opened = printsOf(quint16(opening));
        QCOMPARE(opened.size(), std::size_t(1));
        QCOMPARE(opened.front().price, day.candle.open);
        QVERIFY(opened.front().time >= m_open && opened.front().time < m_open + 1s);
        const auto closed = printsOf(quint16(closing));
        QCOMPARE(closed.size(), std::size_t(1));
        QCOMPARE(closed.front().price, day.candle.close);
        QCOMPARE(closed.front().size, day.closingCross);
        QVERIFY(closed.front().time > close && closed.front().time < close + 10s);
        QCOMPARE(printsOf(condition::officialOpen).size(), std::size_t(1));
        QCOMPARE(printsOf(condition::officialClose).size(), std::size_t(1));
    }

    void halfDaysEndAtOne()
    {
        const QDate half { 2026, 11, 27 };
        const int jpm = m_market.indexOf(u"JPM");
        const Timestamp close = easterntime::at(half, 13h);
        int regular = 0;
        for (const Candle &minute :
             m_market.minutes(jpm, easterntime::at(half), easterntime::at(half.addDays(1)))) {
            regular += minute.start >= easterntime::at(half, 9h + 30min) && minute.start < close;
            QVERIFY(minute.start < easterntime::at(half, 17h));
        }
        QCOMPARE(regular, 210);
        std::vector<MarketEvent> events;
        QCOMPARE(sandboxchecks::checkTicks(m_market, jpm, half, events), QString());
        bool crossed = false;
        for (const MarketEvent &event : eventsOf(m_market, jpm, close, close + 10s)) {
            const Trade *trade = std::get_if<Trade>(&event);
            crossed |= trade && sandboxchecks::isClosingCross(trade->conditions);
        }
        QVERIFY(crossed);
    }

    void pausesAreSilent()
    {
        const PausedDay paused = findPause(m_market);
        QVERIFY(paused.instrument >= 0);
        QCOMPARE(paused.halt.to - paused.halt.from, Duration(5min));
        QCOMPARE(
            eventsOf(m_market, paused.instrument, paused.halt.from + 1ns, paused.halt.to).size(),
            std::size_t(0));

        const Events at
            = eventsOf(m_market, paused.instrument, paused.halt.from, paused.halt.from + 1ns);
        QCOMPARE(at.size(), std::size_t(1));
        QVERIFY(std::get<LuldBands>(at.front()).halted);
        bool resumed = false;
        const Trade *reopening = nullptr;
        const Events after
            = eventsOf(m_market, paused.instrument, paused.halt.to, paused.halt.to + 1min);
        for (const MarketEvent &event : after) {
            if (const LuldBands *bands = std::get_if<LuldBands>(&event))
                resumed |= bands->resumed;
            else if (!reopening)
                reopening = std::get_if<Trade>(&event);
        }
        QVERIFY(resumed);
        QVERIFY(reopening);
        QVERIFY(reopening->conditions.contains(condition::reopeningPrint)
                || reopening->conditions.contains(18));

        std::vector<MarketEvent> events;
        QCOMPARE(sandboxchecks::checkLevels(m_market, paused.instrument, paused.date), QString());
        QCOMPARE(sandboxchecks::checkTicks(m_market, paused.instrument, paused.date, events),
                 QString());
    }

    /// Days on which bands once left out a trade: a run in a thin stock that moved the bands'
    /// reference and left the new bands within the minute; an odd lot at a quote beyond its
    /// minute's prices.
    void bandsHold_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<int>("extraSymbols");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QDate>("date");
        QTest::newRow("run") << quint64(20'261'121) << 36 << u"CIHE"_s << QDate(2026, 4, 17);
        QTest::newRow("odd lot") << quint64(1) << 86 << u"CUMI"_s << QDate(2025, 12, 16);
    }
    void bandsHold()
    {
        QFETCH(const quint64, seed);
        QFETCH(const int, extraSymbols);
        QFETCH(const QString, symbol);
        QFETCH(const QDate, date);
        const SandboxMarket market { { seed, extraSymbols } };
        std::vector<MarketEvent> events;
        QCOMPARE(sandboxchecks::checkTicks(market, market.indexOf(symbol), date, events),
                 QString());
    }

    /// quoteAt, lastTradeAt, dayAt and formingBar at random instants equal what the tape had shown
    /// by then.
    void statesEqualTheTape()
    {
        SplitMix64 random(5);
        for (int round = 0; round < 40; ++round) {
            const int instrument = int(random.below(m_market.instruments().size()));
            const QDate date
                = sandboxchecks::tradingDays(m_market.calendar(), m_day, 30)[random.below(30)];
            const Timestamp start = easterntime::at(date);
            const Timestamp time
                = start + 4h + Duration(qint64(random.uniform() * double(17 * 3'600) * 1e9));
            const TradingSession session = *m_market.calendar().session(date);
            std::optional<Quote> quote;
            std::optional<Trade> last;
            sandboxchecks::Bars day;
            sandboxchecks::Bars minute;
            const Timestamp minuteStart = sandboxchecks::startOf(time, 1min);
            for (const MarketEvent &event : eventsOf(m_market, instrument, start, time)) {
                if (const Quote *next = std::get_if<Quote>(&event))
                    quote = *next;
                const Trade *trade = std::get_if<Trade>(&event);
                if (!trade)
                    continue;
                const bool regular = session.partAt(trade->time) == SessionPart::Regular;
                const TradeUpdate now = tradeUpdate(trade->conditions, regular);
                if (now.last)
                    last = *trade;
                if (now.volume)
                    day.addTrade(start, *trade, tradeUpdate(trade->conditions, true));
                if (now.volume && trade->time >= minuteStart
                    && !sandboxchecks::isClosingCross(trade->conditions)
                    && trade->time < session.postClose)
                    minute.addTrade(minuteStart, *trade, now);
            }
            QCOMPARE(m_market.quoteAt(instrument, time - 1ns), quote);
            if (last)
                QCOMPARE(m_market.lastTradeAt(instrument, time - 1ns), last);
            const auto told = m_market.dayAt(instrument, time);
            QCOMPARE(day.compare(told ? std::vector { told->candle } : std::vector<Candle> {}),
                     QString());
            const auto forming = m_market.formingBar(instrument, minuteStart, time);
            QCOMPARE(minute.compare(forming ? std::vector { *forming } : std::vector<Candle> {}),
                     QString());
        }
    }

    void endedDayIsTheDay()
    {
        for (int instrument = 0; instrument < 20; ++instrument) {
            const SandboxDay day = *m_market.day(instrument, m_day);
            const SandboxDay ended = *m_market.dayAt(instrument, easterntime::at(m_day, 23h));
            QVERIFY(sandboxchecks::Bars::same(ended.candle, day.candle));
            QCOMPARE(ended.officialOpen, day.officialOpen);
            QCOMPARE(ended.officialClose, day.officialClose);
            QCOMPARE(ended.closingCross, day.closingCross);
            QCOMPARE(ended.latePrints, day.latePrints);
            QCOMPARE(ended.preMarketFirst, day.preMarketFirst);
            QCOMPARE(ended.afterHoursLast, day.afterHoursLast);
        }
    }

    void lastTradeGoesBackOverTheWeekend()
    {
        const int ibm = m_market.indexOf(u"IBM");
        const auto last = m_market.lastTradeAt(ibm, easterntime::at({ 2026, 11, 23 }, 1h));
        QVERIFY(last);
        QCOMPARE(easterntime::date(last->time), QDate(2026, 11, 20));
        QVERIFY(!m_market.lastTradeAt(m_market.indexOf(u"META"), easterntime::at({ 2010, 1, 4 })));
    }

    void nothingWithoutASession()
    {
        const int meta = m_market.indexOf(u"META");
        QVERIFY(!m_market.day(meta, { 2012, 5, 17 })); // the day before it was listed
        QVERIFY(m_market.day(meta, { 2012, 5, 18 }));
        QVERIFY(!m_market.day(meta, { 2026, 11, 21 })); // Saturday
        QVERIFY(!m_market.day(meta, { 2026, 11, 26 })); // Thanksgiving
        QVERIFY(eventsOf(m_market, meta, easterntime::at({ 2026, 11, 26 }),
                         easterntime::at({ 2026, 11, 27 }))
                    .empty());
        QVERIFY(!m_market.day(-1, m_day));
        QVERIFY(!m_market.day(30, m_day));
        QCOMPARE(m_market.indexOf(u"NOSUCH"), -1);
    }

    void startsInAnOpenSession()
    {
        const auto at = [](QDate date, Duration time) { return easterntime::at(date, time); };
        QCOMPARE(m_market.defaultStart(at({ 2026, 11, 21 }, 5h)),
                 at({ 2026, 11, 20 }, 10h + 30min));
        QCOMPARE(m_market.defaultStart(at({ 2026, 11, 20 }, 5h)),
                 at({ 2026, 11, 20 }, 10h + 30min));
        QCOMPARE(m_market.defaultStart(at({ 2026, 11, 26 }, 5h)),
                 at({ 2026, 11, 25 }, 10h + 30min));
    }

    void tenThousandSymbols()
    {
        const SandboxMarket big { { 1, 10'000 } };
        QCOMPARE(big.instruments().size(), std::size_t(10'014));
        QSet<QString> symbols;
        for (const SandboxInstrument &instrument : big.instruments()) {
            symbols.insert(instrument.symbol);
            const auto assetClass = symbology::classify(instrument.symbol);
            QVERIFY(assetClass && *assetClass == AssetClass::Stocks);
        }
        QCOMPARE(symbols.size(), qsizetype(10'014));
        for (int instrument = 9'000; instrument < 9'020; ++instrument)
            QCOMPARE(sandboxchecks::checkLevels(big, instrument, m_day), QString());
    }
};

QTEST_GUILESS_MAIN(SandboxMarketTest)
#include "tst_sandboxmarket.moc"
