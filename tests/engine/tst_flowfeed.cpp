#include "easterntime.h"
#include "flowfeed.h"
#include "publishedstate.h"
#include "recordedflow.h"
#include "shownflow.h"
#include "splitmix64.h"
#include "tradeeligibility.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timeframe minute;

Price cents(qint64 count)
{
    return Price::fromUnits(count * (Price::unitsPerOne / 100));
}

Timestamp at(int seconds)
{
    return easterntime::at(QDate(2026, 8, 13), 10h) + std::chrono::seconds(seconds);
}

/// 100 shares at 10.02, which is the ask, unless the price says otherwise.
TapePrint printAt(int seconds, qint64 price = 1'002)
{
    TapePrint print;
    print.trade.time = at(seconds);
    print.trade.price = cents(price);
    print.trade.size = Qty::whole(100);
    print.bid = cents(1'000);
    print.ask = cents(1'002);
    return print;
}

} // namespace

class TestFlowFeed : public QObject
{
    Q_OBJECT

private slots:
    /// Condition 2 is an average price of stocks and the buyer of crypto; 8 would be an auction.
    void byTheVenuesFlagAllPrintsCount()
    {
        FlowFeed feed(1, minute, ClassifierRule::Venue);
        ShownFlow chart;
        std::vector<TapePrint> prints { printAt(0), printAt(1), printAt(2) };
        prints[0].trade.conditions = { 2 };
        prints[1].trade.conditions = { 2 };
        prints[2].trade.conditions = { 1 };
        feed.addPrints(prints);
        chart.take(feed);
        QCOMPARE(chart.statistics.cvd.cvd.toDouble(), 100.0);
        QVERIFY(chart.statistics.rule == ClassifierRule::Venue);
    }

    /// The rows of a coin's footprint tell its prices apart.
    void rowsOfCoinsAreAsFineAsTheirPrices()
    {
        FlowFeed feed(1, minute, ClassifierRule::Venue);
        TapePrint print = printAt(0);
        print.trade.price = *Price::parse(u"0.000013");
        print.bid = *Price::parse(u"0.00001299");
        print.ask = *Price::parse(u"0.0000131");
        feed.addPrints({ &print, 1 });
        QCOMPARE(feed.take().grid.height(), *Price::parse(u"0.00000001"));
    }

    void aDayAddsUp_data() { days(); }
    void aDayAddsUp()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        FlowTape tape;
        QVERIFY(tape.read(day));
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        feed.addPrints(tapePrints(tape));
        ShownFlow chart;
        chart.take(feed);

        // The plain way
        TradeClassifier classifier;
        HalfQty sum;
        Qty volume;
        for (const TapePrint &print : tapePrints(tape)) {
            Quote quote;
            quote.bid = print.bid;
            quote.ask = print.ask;
            classifier.addQuote(quote);
            const TradeConditions &conditions = print.trade.conditions;
            if (!isEligible(print.trade, Eligibility::Clean)
                || conditions.contains(condition::closingPrint)
                || conditions.contains(condition::closingTrade))
                continue;
            if (conditions.contains(condition::openingTrade)
                || conditions.contains(condition::openingPrint))
                volume += print.trade.size;
            else if (const auto classified = classifier.classify(print.trade)) {
                sum += classified->delta;
                volume += classified->size;
            }
        }
        QVERIFY(!sum.isZero());
        QCOMPARE(chart.delta().parts(), sum.parts());
        QCOMPARE(chart.statistics.cvd.cvd.parts(), sum.parts());
        Qty total;
        for (const auto &[start, bar] : chart.bars) {
            QuarterQty both;
            QuarterQty difference;
            for (const FlowRow &row : bar.footprint.cells.rows()) {
                both += row.volume();
                difference += row.delta();
            }
            QCOMPARE(both.parts(), QuarterQty::fromQty(bar.footprint.volume()).parts());
            QCOMPARE(difference.parts(), 2 * bar.footprint.delta.parts());
            QVERIFY(bar.doubtful <= bar.footprint.volume());
            total += bar.footprint.volume();
        }
        QCOMPARE(total.units(), volume.units());
    }

    void howPrintsComeInDoesNotMatter_data() { days(); }
    void howPrintsComeInDoesNotMatter()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        FlowTape tape;
        QVERIFY(tape.read(day));
        const std::vector<TapePrint> prints = tapePrints(tape);
        FlowFeed whole(1, minute, ClassifierRule::Weighted);
        whole.addPrints(prints);
        ShownFlow expected;
        expected.take(whole);

        SplitMix64 random(7);
        FlowFeed parts(2, minute, ClassifierRule::Weighted);
        FlowUpdate waiting; // a window that stands still
        waiting.reset = true;
        ShownFlow chart;
        for (std::size_t done = 0; done < prints.size();) {
            const std::size_t count
                = std::min(prints.size() - done, std::size_t(1 + random.below(200)));
            parts.addPrints(std::span(prints).subspan(done, count));
            done += count;
            if (random.below(3) == 0)
                chart.take(parts);
        }
        chart.take(parts);
        compare(chart, expected);
    }

    void whatWasFetchedAfterABreakHasNoSide()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        TapePrint late = printAt(2);
        late.origin = PrintOrigin::Backfill;
        feed.addPrints(std::vector { printAt(1), late });
        ShownFlow chart;
        chart.take(feed);
        const FlowBar &bar = chart.bars.at(at(0));
        QCOMPARE(bar.footprint.delta.toDouble(), 100.0);
        QCOMPARE(bar.sided.toDouble(), 100.0);
        QCOMPARE(bar.doubtful, Qty::whole(100));
        QCOMPARE(bar.footprint.volume(), Qty::whole(200));
    }

    void secondsAndOddPricesDoNotCount()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        TapePrint second = printAt(1);
        second.origin = PrintOrigin::SecondBar;
        TapePrint average = printAt(2);
        average.trade.conditions = { condition::averagePrice };
        feed.addPrints(std::vector { second, average });
        ShownFlow chart;
        chart.take(feed);
        QVERIFY(chart.bars.empty());
        QVERIFY(!chart.knownFrom);
    }

    void anAuctionHasNoAggressor()
    {
        TapePrint open = printAt(1);
        open.trade.conditions = { condition::openingPrint };
        TapePrint close = printAt(2);
        close.trade.conditions = { condition::closingPrint };
        const auto shown = [&](Timeframe timeframe) {
            FlowFeed feed(1, timeframe, ClassifierRule::Weighted);
            feed.addPrints(std::vector { printAt(0), open, close });
            return feed.take().bars.front();
        };
        const FlowBar inMinute = shown(minute);
        QCOMPARE(inMinute.footprint.delta.toDouble(), 100.0);
        QCOMPARE(inMinute.footprint.volume(), Qty::whole(200));
        QCOMPARE(inMinute.doubtful, Qty::whole(100));
        const FlowBar inDay = shown(Timeframe(1, TimeUnit::Day));
        QCOMPARE(inDay.footprint.volume(), Qty::whole(300));
        QCOMPARE(inDay.footprint.delta.toDouble(), 100.0);
    }

    void aGapBeginsTheSumAnewAndIsMarked()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        TapePrint after = printAt(70);
        after.afterGap = true;
        feed.addPrints(std::vector { printAt(1), printAt(2), after });
        ShownFlow chart;
        chart.take(feed);
        QCOMPARE(chart.statistics.cvd.cvd.toDouble(), 100.0);
        QVERIFY(!chart.bars.at(at(0)).afterGap);
        QVERIFY(chart.bars.at(at(60)).afterGap);
    }

    void withoutQuotesTheTickRuleTells()
    {
        FlowFeed feed(1, minute, ClassifierRule::Tick);
        std::vector<TapePrint> prints { printAt(1, 1'000), printAt(2, 1'001), printAt(3, 1'000) };
        for (TapePrint &print : prints)
            print.bid = print.ask = Price();
        feed.addPrints(prints);
        ShownFlow chart;
        chart.take(feed);
        const FlowBar &bar = chart.bars.at(at(0));
        QCOMPARE(bar.footprint.delta.toDouble(), 0.0); // one up, one down
        QCOMPARE(bar.footprint.maxDelta.toDouble(), 100.0);
        QCOMPARE(bar.doubtful, Qty::whole(100)); // the first has nothing to go by
    }

    void withoutAnyQuoteTheTickRuleTakesOver_data()
    {
        QTest::addColumn<ClassifierRule>("rule");
        QTest::addColumn<bool>("givesWay");
        QTest::newRow("weighted") << ClassifierRule::Weighted << true;
        QTest::newRow("quote") << ClassifierRule::Quote << true;
        QTest::newRow("Lee-Ready") << ClassifierRule::LeeReady << true;
        QTest::newRow("the venue's flags") << ClassifierRule::Venue << false;
    }
    /// A recording may hold none, whatever the plan.
    void withoutAnyQuoteTheTickRuleTakesOver()
    {
        QFETCH(const ClassifierRule, rule);
        QFETCH(const bool, givesWay);
        std::vector<TapePrint> prints;
        SplitMix64 random(4);
        int most = int(FlowFeed::mostUnquoted);
        for (int i = 0; i < most + 50; ++i) {
            prints.push_back(printAt(i, 1'000 + qint64(random.below(5))));
            prints.back().bid = prints.back().ask = Price();
            prints.back().afterGap = i == 50;
        }
        // What was fetched has no side by any rule: it does not count
        for (int i = 0; i < most; i += 20) {
            TapePrint late = printAt(i);
            late.origin = PrintOrigin::Backfill;
            prints.insert(prints.begin() + i, late);
        }
        most += most / 20;
        FlowFeed feed(1, minute, rule);
        feed.addPrints(std::span(prints).first(most - 1));
        ShownFlow chart;
        chart.take(feed);
        QCOMPARE(chart.statistics.rule, rule);
        feed.addPrints(std::span(prints).subspan(most - 1, 11));
        chart.take(feed);
        QCOMPARE(chart.statistics.rule, givesWay ? ClassifierRule::Tick : rule);
        // One that comes now changes nothing any more
        prints[std::size_t(most) + 20].bid = cents(999);
        prints[std::size_t(most) + 20].ask = cents(1'003);
        feed.addPrints(std::span(prints).subspan(std::size_t(most) + 10));
        chart.take(feed);
        if (!givesWay)
            return;
        FlowFeed byTick(2, minute, ClassifierRule::Tick);
        byTick.addPrints(prints);
        ShownFlow expected;
        expected.take(byTick);
        compare(chart, expected);
        QCOMPARE(*chart.knownFrom, *expected.knownFrom);
        QVERIFY(chart.bars.at(at(0)).afterGap);
    }

    void aQuoteInTimeKeepsTheRule()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        for (int i = 0; i < 2 * int(FlowFeed::mostUnquoted); ++i) {
            TapePrint print = printAt(i);
            if (i < int(FlowFeed::mostUnquoted) - 1 || i % 2 == 0)
                print.bid = print.ask = Price();
            feed.addPrints(std::vector { print });
        }
        ShownFlow chart;
        chart.take(feed);
        QCOMPARE(chart.statistics.rule, ClassifierRule::Weighted);
        QCOMPARE(chart.statistics.skipped, qint64(FlowFeed::mostUnquoted) - 1);
    }

    void whatWasFetchedIsNoTradeWithoutAQuote()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        std::vector<TapePrint> prints;
        for (int i = 0; i < 2 * int(FlowFeed::mostUnquoted); ++i) {
            prints.push_back(printAt(i));
            prints.back().origin = PrintOrigin::Backfill;
        }
        prints.push_back(printAt(1'000));
        feed.addPrints(prints);
        ShownFlow chart;
        chart.take(feed);
        QCOMPARE(chart.statistics.rule, ClassifierRule::Weighted);
        QCOMPARE(chart.statistics.cvd.cvd.toDouble(), 100.0);
    }

    void aPrintOfNothingDoesNotHideAGap()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        TapePrint empty = printAt(70);
        empty.trade.size = {};
        empty.trade.conditions = { condition::openingPrint }; // without a side
        empty.afterGap = true;
        feed.addPrints(std::vector { printAt(1), empty, printAt(71) });
        ShownFlow chart;
        chart.take(feed);
        QVERIFY(chart.bars.at(at(60)).afterGap);
        QCOMPARE(chart.statistics.cvd.cvd.toDouble(), 100.0);
    }

    /// A long day of a fast chart, the newest bars first: they are in the window.
    void manyBarsAreHandedOutInPortions()
    {
        constexpr int count = 5'000;
        constexpr std::size_t portion = 2'000;
        FlowFeed feed(1, Timeframe(1, TimeUnit::Second), ClassifierRule::Weighted);
        for (int i = 0; i < count; ++i)
            feed.addPrints(std::vector { printAt(i) });
        FlowUpdate shown = feed.take();
        QVERIFY(shown.reset);
        QCOMPARE(shown.bars.size(), portion);
        QCOMPARE(shown.bars.back().start, at(count - 1));
        QVERIFY(feed.isDirty());
        feed.addPrints(std::vector { printAt(count), printAt(10) });
        while (feed.isDirty()) {
            FlowUpdate next = feed.take();
            QVERIFY(!next.reset);
            QVERIFY(next.bars.size() <= portion);
            mergeFlowUpdate(shown, std::move(next));
        }
        QVERIFY(shown.reset);
        QCOMPARE(shown.bars.size(), std::size_t(count) + 1);
        for (int i = 0; i <= count; ++i) {
            QCOMPARE(shown.bars[std::size_t(i)].start, at(i));
            QCOMPARE(shown.bars[std::size_t(i)].footprint.trades, i == 10 ? 2 : 1);
        }
    }

    void aWindowThatWaitsMissesNoBar()
    {
        FlowFeed feed(1, minute, ClassifierRule::Weighted);
        FlowUpdate shown;
        const std::vector<int> seconds { 1, 61, 62, 121, 63, 181 };
        bool first = true;
        for (const int second : seconds) {
            feed.addPrints(std::vector { printAt(second) });
            if (first)
                shown = feed.take();
            else
                mergeFlowUpdate(shown, feed.take());
            first = false;
        }
        QVERIFY(shown.reset);
        QCOMPARE(shown.bars.size(), 4U);
        QVERIFY(std::ranges::is_sorted(shown.bars, {}, &FlowBar::start));
        QCOMPARE(shown.bars[1].footprint.trades, 3);
    }

private:
    void days()
    {
        QTest::addColumn<QString>("day");
        QTest::newRow("IBM") << u"IBM_2013-10-08"_s;
        QTest::newRow("BAC") << u"BAC_2013-10-07"_s;
    }
};

QTEST_GUILESS_MAIN(TestFlowFeed)
#include "tst_flowfeed.moc"
