#include "chartfeed.h"

#include "candlemath.h"
#include "easterntime.h"
#include "splitmix64.h"

#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Bars = std::map<Timestamp, Candle>;

const QDate today(2026, 3, 10);

/// Minute bars of two days, with holes, from 04:00 to 20:00.
Bars randomMinutes(quint64 seed)
{
    SplitMix64 random(seed);
    Bars minutes;
    qint64 cents = 10'000;
    for (const QDate date : { today.addDays(-1), today }) {
        for (int minute = 240; minute < 1'200; ++minute) {
            if (random.below(5) == 0)
                continue;
            Candle bar;
            bar.start = easterntime::at(date, std::chrono::minutes(minute));
            const auto price = [&] {
                cents += static_cast<qint64>(random.below(21)) - 10;
                return Price::fromUnits(cents * (Price::unitsPerOne / 100));
            };
            bar.open = price();
            bar.close = price();
            bar.high = std::max(bar.open, bar.close) + Price::fromUnits(100'000'000);
            bar.low = std::min(bar.open, bar.close) - Price::fromUnits(100'000'000);
            bar.volume = Qty::whole(1 + static_cast<qint64>(random.below(1'000)));
            bar.tradeCount = 1 + static_cast<qint64>(random.below(9));
            bar.vwap = bar.open.toDouble();
            minutes.emplace(bar.start, bar);
        }
    }
    return minutes;
}

/// The plain way: every window looked at on its own.
Bars rolledUp(const Bars &minutes, Timeframe timeframe, const MarketCalendar &calendar)
{
    Bars result;
    const bool days = timeframe.unit() >= TimeUnit::Day;
    for (const auto &[start, minute] : minutes) {
        const Timestamp window = timeframe.windowStart(start);
        const auto [it, fresh] = result.try_emplace(window, emptyCandle(window));
        Q_UNUSED(fresh);
        Candle &bar = it->second;
        if (!days || calendar.isRegular(start)) {
            if (!bar.hasPrices) {
                bar.open = minute.open;
                bar.high = minute.high;
                bar.low = minute.low;
            }
            bar.hasPrices = true;
            bar.high = std::max(bar.high, minute.high);
            bar.low = std::min(bar.low, minute.low);
            bar.close = minute.close;
        }
        bar.volume += minute.volume;
        bar.tradeCount += minute.tradeCount;
    }
    std::erase_if(result, [](const auto &entry) { return !entry.second.hasPrices; });
    return result;
}

void show(Bars &shown, const ChartUpdate &update)
{
    if (update.reset)
        shown.clear();
    for (const Candle &bar : update.bars)
        shown.insert_or_assign(bar.start, bar);
}

std::vector<Candle> between(const Bars &bars, const ChartFeed::Range &range)
{
    std::vector<Candle> result;
    for (auto it = bars.lower_bound(range.from); it != bars.end() && it->first <= range.to; ++it)
        result.push_back(it->second);
    return result;
}

void tellPage(ChartFeed &feed, const ChartFeed::Range &page, std::vector<Candle> bars)
{
    feed.addPart(std::move(bars), { page.from, page.to + 1ms });
    feed.endPage();
}

void compareBars(const Bars &shown, const Bars &expected)
{
    QCOMPARE(shown.size(), expected.size());
    for (const auto &[start, bar] : expected) {
        const auto own = shown.find(start);
        QVERIFY(own != shown.end());
        QCOMPARE(own->second.open, bar.open);
        QCOMPARE(own->second.high, bar.high);
        QCOMPARE(own->second.low, bar.low);
        QCOMPARE(own->second.close, bar.close);
        QCOMPARE(own->second.volume, bar.volume);
        QCOMPARE(own->second.tradeCount, bar.tradeCount);
    }
}

} // namespace

class TestChartFeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void historyAndStreamMeetWithoutAJump_data()
    {
        QTest::addColumn<QString>("timeframe");
        for (const char *timeframe : { "1m", "5m", "15m", "1h", "1D" })
            QTest::newRow(timeframe) << QString::fromLatin1(timeframe);
    }

    /// Whatever the moment of opening and the order in which page, seed and stream arrive, the
    /// chart ends as if it had been built from all minutes at once, although the page held the
    /// window under way half done.
    void historyAndStreamMeetWithoutAJump()
    {
        QFETCH(const QString, timeframe);
        const Timeframe frame = *Timeframe::parse(timeframe);
        const MarketCalendar calendar;
        for (quint64 seed = 1; seed <= 60; ++seed) {
            SplitMix64 random(seed * 977);
            const Bars truth = randomMinutes(seed);
            const Timestamp open
                = easterntime::at(today, std::chrono::minutes(575 + int(random.below(350))));
            const Timestamp now = open + std::chrono::seconds(1 + random.below(58));

            // What the service would answer now: the minute under way half done
            Bars served(truth.begin(), truth.upper_bound(open));
            if (const auto half = served.find(open); half != served.end()) {
                half->second.close = half->second.open;
                half->second.volume = Qty::whole(1);
            }

            ChartFeed feed(7, QStringLiteral("TEST"), frame, calendar);
            Bars shown;
            feed.setLive(open);
            const std::optional<ChartFeed::Range> missing = feed.baseToSeed();
            const std::optional<ChartFeed::Range> page = feed.beginPage(now);
            QVERIFY(page);

            std::vector<Candle> live;
            for (auto it = truth.lower_bound(open); it != truth.end(); ++it)
                live.push_back(it->second);
            int steps = 0;
            bool paged = false;
            bool seeded = !missing;
            while (!paged || !seeded || steps < int(live.size())) {
                switch (random.below(3)) {
                case 0:
                    if (!paged)
                        tellPage(feed, *page, between(rolledUp(served, frame, calendar), *page));
                    paged = true;
                    break;
                case 1:
                    if (!seeded)
                        feed.seed(between(served, *missing));
                    seeded = true;
                    break;
                case 2:
                    if (steps < int(live.size()))
                        feed.updateBase(live[size_t(steps++)]);
                    break;
                }
                if (random.below(4) == 0)
                    show(shown, feed.take());
            }
            show(shown, feed.take());
            const Bars expected = rolledUp(truth, frame, calendar);
            Bars visible(expected.lower_bound(frame.windowStart(page->from)), expected.end());
            compareBars(shown, visible);
        }
    }

    void aReplacedMinuteChangesItsWindowOnly()
    {
        const MarketCalendar calendar;
        const Timeframe frame(5, TimeUnit::Minute);
        const Bars truth = randomMinutes(3);
        ChartFeed feed(1, QStringLiteral("TEST"), frame, calendar);
        const Timestamp open = easterntime::at(today, 10h);
        feed.setLive(open);
        QVERIFY(!feed.baseToSeed());
        Bars live(truth.lower_bound(open), truth.lower_bound(open + 30min));
        for (const auto &[start, bar] : live)
            feed.updateBase(bar);
        Bars shown;
        show(shown, feed.take());

        const auto late = live.lower_bound(open + 18min);
        late->second.high += Price::whole(5);
        late->second.volume += Qty::whole(50);
        feed.updateBase(late->second);
        const ChartUpdate update = feed.take();
        QCOMPARE(update.bars.size(), size_t(1));
        QCOMPARE(update.bars.front().start, frame.windowStart(late->first));
        show(shown, update);
        compareBars(shown, rolledUp(live, frame, calendar));
    }

    void pagesGoBackWithoutOverlapUntilTheBeginning()
    {
        const MarketCalendar calendar;
        ChartFeed feed(1, QStringLiteral("TEST"), Timeframe(1, TimeUnit::Day), calendar);
        Timestamp now = easterntime::at(today, 12h);
        std::optional<ChartFeed::Range> previous;
        int pages = 0;
        while (const auto page = feed.beginPage(now)) {
            QVERIFY(!feed.beginPage(now)); // one at a time
            QVERIFY(page->from < page->to);
            if (previous)
                QCOMPARE(page->to, previous->from - 1ms);
            previous = page;
            Candle bar;
            bar.start = page->from;
            tellPage(feed, *page, { bar });
            QVERIFY(++pages < 50);
        }
        QVERIFY(pages > 3);
        QCOMPARE(feed.take().history, ChartUpdate::History::Complete);
    }

    void windowsAreThoseOfTheClass_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("timeframe");
        QTest::addColumn<QDateTime>("minute"); // UTC
        QTest::addColumn<QDateTime>("window");
        const auto utc = [](int day, int hour) {
            return QDateTime({ 2026, 8, day }, { hour, 0 }, Qt::UTC);
        };
        QTest::newRow("coin's day") << u"X:BTCUSD"_s << u"1D"_s << utc(15, 2) << utc(15, 0);
        QTest::newRow("coin on Saturday") << u"X:BTCUSD"_s << u"1D"_s << utc(15, 18) << utc(15, 0);
        QTest::newRow("coin's week") << u"X:BTCUSD"_s << u"1W"_s << utc(15, 18) << utc(9, 0);
        QTest::newRow("currency's day") << u"C:EURUSD"_s << u"1D"_s << utc(13, 3) << utc(13, 0);
        QTest::newRow("future in the evening")
            << u"ESU6"_s << u"1D"_s << utc(13, 23) << utc(13, 22);
        QTest::newRow("future in the morning")
            << u"ESU6"_s << u"1D"_s << utc(14, 12) << utc(13, 22);
        QTest::newRow("future's hours") << u"ESU6"_s << u"4h"_s << utc(13, 23) << utc(13, 20);
        QTest::newRow("coin's hours") << u"X:BTCUSD"_s << u"4h"_s << utc(13, 23) << utc(13, 20);
        QTest::newRow("stock") << u"IBM"_s << u"1D"_s << utc(13, 15) << utc(13, 4);
    }

    void windowsAreThoseOfTheClass()
    {
        QFETCH(const QString, symbol);
        QFETCH(const QString, timeframe);
        QFETCH(const QDateTime, minute);
        QFETCH(const QDateTime, window);
        const MarketCalendar calendar;
        ChartFeed feed(1, symbol, *Timeframe::parse(timeframe), calendar);
        const Timestamp at = fromMs(minute.toMSecsSinceEpoch());
        feed.setLive(at);
        feed.seed({});
        feed.seedDays({});
        Candle bar;
        bar.start = at;
        bar.open = bar.high = bar.low = bar.close = Price::whole(100);
        bar.volume = Qty::whole(3);
        feed.updateBase(bar);
        const ChartUpdate update = feed.take();
        QCOMPARE(update.bars.size(), size_t(1));
        QCOMPARE(update.bars.front().start, fromMs(window.toMSecsSinceEpoch()));
        QVERIFY(update.bars.front().hasPrices);
        QCOMPARE(update.bars.front().volume, Qty::whole(3));
    }

    void emptyPagesLookFurtherBack()
    {
        const MarketCalendar calendar;
        ChartFeed feed(1, QStringLiteral("TEST"), Timeframe(1, TimeUnit::Second), calendar);
        const auto first = feed.beginPage(easterntime::at(today, 3h));
        tellPage(feed, *first, {});
        QVERIFY(feed.wantsMore());
        const auto second = feed.beginPage(easterntime::at(today, 3h));
        QVERIFY(second);
        QVERIFY(second->to - second->from > first->to - first->from);
    }

    void aFailureIsSaidAndMayBeTriedAgain()
    {
        const MarketCalendar calendar;
        ChartFeed feed(1, QStringLiteral("TEST"), Timeframe(), calendar);
        QVERIFY(feed.beginPage(easterntime::at(today, 12h)));
        feed.failPage(QStringLiteral("The service did not answer."), false);
        const ChartUpdate update = feed.take();
        QCOMPARE(update.history, ChartUpdate::History::Failed);
        QCOMPARE(update.message, QStringLiteral("The service did not answer."));
        QVERIFY(feed.beginPage(easterntime::at(today, 12h)));
    }

    void theClosingCrossIsInTheDayAndInNoMinute()
    {
        const MarketCalendar calendar;
        const Timestamp open = easterntime::at(today, 15h + 59min);
        Candle minute;
        minute.start = open;
        minute.open = minute.high = minute.low = minute.close = Price::whole(50);
        minute.volume = Qty::whole(100);
        Trade cross;
        cross.time = easterntime::at(today, 16h) + 200ms;
        cross.price = Price::whole(51);
        cross.size = Qty::whole(9'000);
        cross.conditions = { condition::closingPrint };

        ChartFeed minutes(1, QStringLiteral("TEST"), Timeframe(), calendar);
        minutes.setLive(open);
        minutes.updateBase(minute);
        minutes.addDayOnlyTrade(cross);
        QCOMPARE(minutes.take().bars.size(), size_t(1));

        ChartFeed days(2, QStringLiteral("TEST"), Timeframe(1, TimeUnit::Day), calendar);
        days.setLive(open);
        days.seed({});
        days.updateBase(minute);
        days.addDayOnlyTrade(cross);
        const ChartUpdate update = days.take();
        QCOMPARE(update.bars.back().close, Price::whole(51));
        QCOMPARE(update.bars.back().high, Price::whole(51));
        QCOMPARE(update.bars.back().volume, Qty::whole(9'100));
    }
};

QTEST_GUILESS_MAIN(TestChartFeed)
#include "tst_chartfeed.moc"
