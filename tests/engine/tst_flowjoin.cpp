#include "flowjoin.h"
#include "recordedflow.h"
#include "shownflow.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timeframe minute;
const Timestamp noon = fromMs(1'786'629'600'000);

/// Numbered and traded at the second of its number, at the ask.
Trade tradeAt(int number)
{
    Trade trade;
    trade.time = noon + std::chrono::seconds(number);
    trade.sequence = quint64(number);
    trade.price = Price::whole(10);
    trade.size = Qty::whole(100);
    return trade;
}

TapePrint printAt(int number)
{
    TapePrint print;
    print.trade = tradeAt(number);
    print.bid = Price::whole(9);
    print.ask = Price::whole(10);
    return print;
}

Quote quoteAt(int number)
{
    Quote quote;
    quote.time = noon + std::chrono::seconds(number);
    quote.bid = Price::whole(9);
    quote.ask = Price::whole(10);
    quote.bidSize = quote.askSize = Qty::whole(1);
    return quote;
}

/// In pages of so many, newest first, as a service gives them.
template<typename Tick> TickPages<Tick> paged(const std::vector<Tick> &ticks, std::size_t size)
{
    TickPages<Tick> pages;
    for (auto end = ticks.rbegin(); end != ticks.rend();) {
        const auto count = std::min<std::ptrdiff_t>(std::ptrdiff_t(size), ticks.rend() - end);
        pages.addOlder(std::vector<Tick>(end, end + count));
        end += count;
    }
    return pages;
}

/// Trades with these numbers, of which some do not count when they are after until.
std::shared_ptr<const FetchedTicks> fetched(int from, int until)
{
    std::vector<Trade> trades;
    std::vector<Quote> quotes { quoteAt(from - 1) };
    for (int number = from; number < until + 2; ++number)
        trades.push_back(tradeAt(number));
    auto ticks = std::make_shared<FetchedTicks>();
    ticks->trades = paged(trades, 3);
    ticks->quotes = paged(quotes, 3);
    ticks->from = noon + std::chrono::seconds(from);
    ticks->until = noon + std::chrono::seconds(until);
    return ticks;
}

/// More than are kept for history.
constexpr int tooMany = 300'001;

std::vector<TapePrint> printsFrom(int number, int count)
{
    std::vector<TapePrint> prints;
    for (int end = number + count; number < end; ++number)
        prints.push_back(printAt(number));
    return prints;
}

void workOff(FlowJoin &join)
{
    while (join.hasWork())
        join.work(2);
}

ShownFlow shown(FlowJoin &join)
{
    ShownFlow flow;
    flow.take(join);
    return flow;
}

double sharesOf(const ShownFlow &flow)
{
    double shares = 0;
    for (const auto &[start, bar] : flow.bars)
        shares += bar.footprint.volume().toDouble();
    return shares;
}

} // namespace

class TestFlowJoin : public QObject
{
    Q_OBJECT

private slots:
    void aRecordedDayInAnyPieces_data()
    {
        QTest::addColumn<bool>("historyFirst");
        QTest::newRow("the stream was there before") << false;
        QTest::newRow("history was there before") << true;
    }
    /// Wherever it is cut into history, rest and stream, and however it is summed.
    void aRecordedDayInAnyPieces()
    {
        SHARED_OR_SKIP();
        QFETCH(const bool, historyFirst);
        FlowTape tape;
        QVERIFY(tape.read(u"IBM_2013-10-08"_s));
        const std::vector<TapePrint> prints = tapePrints(tape);
        FlowFeed whole(1, minute, ClassifierRule::Weighted);
        whole.addPrints(prints);
        ShownFlow expected;
        expected.take(whole);

        SplitMix64 random(11);
        for (int round = 0; round < 4; ++round) {
            // The stream begins between two prints of different times
            std::size_t split = prints.size() / 4 + random.below(prints.size() / 2);
            while (prints[split].trade.time == prints[split - 1].trade.time)
                ++split;
            const Timestamp first = prints[split].trade.time;
            const Timestamp until = historyFirst ? first - 30s : first + 1ms;
            const auto fetch = [&](Timestamp from, Timestamp end) {
                auto ticks = std::make_shared<FetchedTicks>();
                std::vector<Trade> trades;
                std::vector<Quote> quotes;
                for (const TapePrint &print : prints)
                    if (print.trade.time >= from && print.trade.time < end)
                        trades.push_back(print.trade);
                for (const Quote &quote : tape.quotes)
                    if (quote.time >= from && quote.time < end)
                        quotes.push_back(quote);
                ticks->trades = paged(trades, 1 + random.below(5'000));
                ticks->quotes = paged(quotes, 1 + random.below(5'000));
                ticks->from = from;
                ticks->until = end;
                return ticks;
            };
            FlowJoin join(2, minute, ClassifierRule::Weighted);
            ShownFlow flow;
            std::size_t streamed = split;
            const auto stream = [&] {
                const std::size_t count
                    = std::min<std::size_t>(random.below(400), prints.size() - streamed);
                join.addPrints(std::span(prints).subspan(streamed, count));
                streamed += count;
                flow.take(join);
            };
            const auto workAndStream = [&] {
                while (join.hasWork()) {
                    join.work(1 + int(random.below(4'000)));
                    if (!historyFirst || join.first())
                        stream();
                }
            };
            if (!historyFirst)
                stream();
            const Timestamp from = std::min(prints.front().trade.time, tape.quotes.front().time);
            join.addHistory(fetch(from, until));
            workAndStream();
            if (historyFirst) {
                QVERIFY(!join.awaitsRest());
                flow.take(join);
                QCOMPARE(*flow.knownFrom, from); // it is shown
                QVERIFY(flow.bars.size() > 30);
                while (!join.first())
                    stream();
                QVERIFY(join.awaitsRest());
                join.addRest(fetch(until, first + 1ms));
                workAndStream();
            }
            while (streamed < prints.size())
                stream();
            workAndStream();
            flow.take(join);
            compare(flow, expected);
            QCOMPARE(*flow.knownFrom, from);
        }
    }

    void aSliceIsNoMoreThanAsked()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addHistory(fetched(0, 100));
        int slices = 0;
        for (; join.hasWork(); ++slices)
            join.work(10);
        QCOMPARE(slices, 11); // a quote and 100 trades
        QCOMPARE(sharesOf(shown(join)), 10'000.0);
    }

    /// Until history is there the stream is shown by itself.
    void theStreamIsShownMeanwhile()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addPrints(std::array { printAt(50), printAt(51) });
        QCOMPARE(sharesOf(shown(join)), 200.0);
        join.addHistory(fetched(0, 51));
        join.work(10);
        join.addPrints(std::array { printAt(52) });
        ShownFlow flow;
        workOff(join);
        flow.take(join);
        QCOMPARE(sharesOf(flow), 5'300.0);
        QCOMPARE(*flow.knownFrom, noon);
        join.addPrints(std::array { printAt(53) });
        flow.take(join);
        QCOMPARE(sharesOf(flow), 5'400.0);
    }

    void withoutHistoryTheStreamGoesOn()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addPrints(std::array { printAt(50) });
        join.addHistory(nullptr);
        QVERIFY(!join.hasWork());
        join.addPrints(std::array { printAt(51) });
        QCOMPARE(sharesOf(shown(join)), 200.0);
    }

    /// The sum begins anew where prints are missing, and the bar says so.
    void aRestThatCannotBeHadIsAGap()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addHistory(fetched(0, 40));
        workOff(join);
        join.addPrints(std::array { printAt(70) });
        QVERIFY(join.awaitsRest());
        join.addRest(nullptr);
        workOff(join);
        const ShownFlow flow = shown(join);
        QCOMPARE(sharesOf(flow), 4'100.0);
        QCOMPARE(flow.statistics.cvd.cvd.toDouble(), 100.0);
        QVERIFY(flow.bars.at(minute.windowStart(noon + 70s)).afterGap);
    }

    void aRestThatIsNotWholeIsAGapToo()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addHistory(fetched(0, 40));
        workOff(join);
        join.addPrints(std::array { printAt(70) });
        join.addRest(fetched(65, 71)); // with 41 to 64 missing
        workOff(join);
        const ShownFlow flow = shown(join);
        QCOMPARE(sharesOf(flow), 4'600.0);
        QCOMPARE(flow.statistics.cvd.cvd.toDouble(), 600.0);
        QVERIFY(flow.bars.at(minute.windowStart(noon + 65s)).afterGap);
    }

    /// It was behind by more than what history leaves out.
    void aStreamThatIsBehindHistoryCountsOnce()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addHistory(fetched(0, 40));
        workOff(join);
        QCOMPARE(sharesOf(shown(join)), 4'000.0);
        for (int number = 30; number < 50; ++number) {
            join.addPrints(std::array { printAt(number) });
            workOff(join);
        }
        QVERIFY(!join.awaitsRest());
        QCOMPARE(sharesOf(shown(join)), 5'000.0);
    }

    /// More than is kept comes before history is summed up again: what is shown goes on, after what
    /// it holds already.
    void aStreamThatIsBehindCountsOnceWhenItIsTooMuch()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addHistory(fetched(0, 40));
        workOff(join);
        ShownFlow flow;
        flow.take(join);
        join.addPrints(printsFrom(30, tooMany));
        workOff(join);
        flow.take(join);
        QCOMPARE(sharesOf(flow), (30 + tooMany) * 100.0);
        QVERIFY(std::ranges::none_of(flow.bars, [](const auto &b) { return b.second.afterGap; }));
        QCOMPARE(*flow.knownFrom, noon);
        join.addPrints(printsFrom(30 + tooMany, 1));
        flow.take(join);
        QCOMPARE(sharesOf(flow), (31 + tooMany) * 100.0);
    }

    void tooMuchIsSummedUpInSlices()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        join.addHistory(fetched(0, 40));
        workOff(join);
        join.addPrints(printsFrom(70, tooMany));
        QVERIFY(!join.awaitsRest());
        QVERIFY(join.hasWork());
        ShownFlow flow;
        flow.take(join);
        QCOMPARE(sharesOf(flow), 4'000.0);
        join.work(10);
        flow.take(join);
        QCOMPARE(sharesOf(flow), 5'000.0);
        join.addPrints(printsFrom(70 + tooMany, 5)); // waits for its turn
        workOff(join);
        flow.take(join);
        QCOMPARE(sharesOf(flow), (45 + tooMany) * 100.0);
        QVERIFY(flow.bars.at(minute.windowStart(noon + 70s)).afterGap);
        QCOMPARE(std::ranges::count_if(flow.bars, [](const auto &b) { return b.second.afterGap; }),
                 1);
    }

    void historyClosesTheGapBeforeTheFirstPrint()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        TapePrint first = printAt(30);
        first.afterGap = true;
        join.addPrints(std::array { first });
        join.addHistory(fetched(0, 31));
        workOff(join);
        const ShownFlow flow = shown(join);
        QCOMPARE(flow.statistics.cvd.cvd.toDouble(), 3'100.0);
        QVERIFY(!flow.bars.begin()->second.afterGap);
    }

    /// What was fetched for bars and tape before the stream began is in history, with its quotes.
    void printsThatWereFetchedAreNoBeginning()
    {
        FlowJoin join(1, minute, ClassifierRule::Weighted);
        TapePrint filled = printAt(20);
        filled.origin = PrintOrigin::Backfill;
        join.addPrints(std::array { filled, printAt(30) });
        QCOMPARE(join.first()->trade.sequence, 30U);
        join.addHistory(fetched(0, 31));
        workOff(join);
        const ShownFlow flow = shown(join);
        QCOMPARE(sharesOf(flow), 3'100.0);
        QCOMPARE(flow.statistics.cvd.cvd.toDouble(), 3'100.0);
    }
};

QTEST_GUILESS_MAIN(TestFlowJoin)
#include "tst_flowjoin.moc"
