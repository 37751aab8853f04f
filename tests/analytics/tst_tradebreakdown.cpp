#include "journaltrades.h"
#include "marketregime.h"
#include "resultdistribution.h"
#include "sortedvalues.h"
#include "tradebreakdown.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Trades with what is written about them, studied.
struct Sample
{
    std::vector<TradeRecord> records;
    std::map<TradeKey, TradeNotes> notes {};

    void add(const TradeNotes &own, TradeRecord record = {})
    {
        record.key = { u"simulated/Paper"_s, records.size() + 1 };
        if (record.openedAt == Timestamp())
            record.openedAt = fromMs(1'780'000'000'000);
        if (record.closedAt == Timestamp())
            record.closedAt = record.openedAt + 1min;
        record.gross = Money::whole(qint64(records.size()) + 1);
        notes[record.key] = own;
        records.push_back(record);
    }
    std::vector<StudiedTrade> studied() const
    {
        return studiedTrades(
            records, [this](const TradeKey &key) -> const TradeNotes & { return notes.at(key); });
    }
    std::vector<TradeGroup> groups(TradeBreakdown breakdown) const
    {
        return tradeGroups(studied(), breakdown);
    }
};

TradeNotes tagged(const QStringList &tags)
{
    TradeNotes notes;
    notes.tags = tags;
    return notes;
}

TradeRecord openedAt(QDate day, Duration time, Duration held = 1min)
{
    TradeRecord record;
    record.openedAt = easterntime::at(day, time);
    record.closedAt = record.openedAt + held;
    return record;
}

std::vector<int> bucketsOf(const std::vector<TradeGroup> &groups)
{
    std::vector<int> buckets;
    for (const TradeGroup &group : groups)
        buckets.push_back(group.bucket);
    return buckets;
}

} // namespace

/// Trades in groups, and how their results are distributed.
class TestTradeBreakdown : public QObject
{
    Q_OBJECT

private slots:
    void aTradeIsInEveryGroupOfItsTagsOnce()
    {
        Sample sample;
        sample.add(tagged({ u"Gap"_s, u"news"_s }));
        sample.add(tagged({ u"gap"_s, u"GAP"_s }));
        sample.add(tagged({}));
        const auto groups = sample.groups(TradeBreakdown::Tag);
        QCOMPARE(groups.size(), 3U);
        QCOMPARE(groups[0].text, u"Gap"_s); // as it was first written
        QCOMPARE(groups[0].statistics.trades, 2);
        QCOMPARE(groups[0].statistics.net, Money::whole(3));
        QCOMPARE(groups[1].text, QString()); // has none
        QCOMPARE(groups[1].statistics.net, Money::whole(3));
        QCOMPARE(groups[2].text, u"news"_s);
    }

    void namesAreNotWordsOfTheUser()
    {
        Sample sample;
        for (const QString &symbol : { u"BRK.A"_s, u"brk.a"_s }) {
            TradeRecord record;
            record.symbol = symbol;
            sample.add({}, record);
        }
        QCOMPARE(sample.groups(TradeBreakdown::Symbol).size(), 2U);
        QCOMPARE(sample.groups(TradeBreakdown::Account).size(), 1U);
    }

    void hoursAndWeekdaysAreEastern()
    {
        Sample sample;
        sample.add({}, openedAt(QDate(2026, 3, 6), 9h + 59min)); // before the clocks change
        sample.add({}, openedAt(QDate(2026, 3, 9), 9h + 30min)); // after
        sample.add({}, openedAt(QDate(2026, 3, 9), 15h));
        QCOMPARE(bucketsOf(sample.groups(TradeBreakdown::Hour)), (std::vector<int> { 9, 15 }));
        QCOMPARE(bucketsOf(sample.groups(TradeBreakdown::Weekday)), (std::vector<int> { 1, 5 }));
    }

    void rangesHoldTheirLowerEdge()
    {
        Sample sample;
        for (const Duration held : { Duration(59s), Duration(60s), Duration(4h), Duration(240h) })
            sample.add({}, openedAt(QDate(2026, 3, 9), 10h, held));
        const auto groups = sample.groups(TradeBreakdown::HoldingTime);
        const auto last = int(bucketEdges(TradeBreakdown::HoldingTime).size());
        QCOMPARE(bucketsOf(groups), (std::vector<int> { 0, 1, 5, last }));
    }

    void whatWasNotKnownIsAGroupOfItsOwn()
    {
        Sample sample;
        TradeRecord known;
        known.entry.emplace();
        known.entry->relativeVolume = 1;
        sample.add({}, known);
        sample.add({});
        QCOMPARE(bucketsOf(sample.groups(TradeBreakdown::Volume)),
                 (std::vector<int> { 2, TradeGroup::unknown }));
        QCOMPARE(bucketsOf(sample.groups(TradeBreakdown::Regime)),
                 (std::vector<int> { TradeGroup::unknown }));
    }

    void regimes_data()
    {
        QTest::addColumn<double>("price");
        QTest::addColumn<double>("volume");
        QTest::addColumn<int>("regime");

        QTest::newRow("at VWAP") << 100.0 << 1.0 << int(MarketRegime::BalancedQuiet);
        QTest::newRow("a quarter of an ATR") << 100.5 << 1.5 << int(MarketRegime::BalancedBusy);
        QTest::newRow("above") << 100.6 << 1.49 << int(MarketRegime::StretchedUpQuiet);
        QTest::newRow("far above") << 104.0 << 3.0 << int(MarketRegime::StretchedUpBusy);
        QTest::newRow("below") << 99.4 << 1.0 << int(MarketRegime::StretchedDownQuiet);
        QTest::newRow("far below") << 90.0 << 9.0 << int(MarketRegime::StretchedDownBusy);
    }
    void regimes()
    {
        QFETCH(const double, price);
        MarketMoment moment;
        moment.bid = Price::fromDouble(price - 0.01);
        moment.ask = Price::fromDouble(price + 0.01);
        moment.last = Price::whole(1); // the quote is nearer to the truth
        moment.vwap = 100;
        moment.atr = 2;
        QVERIFY(!marketRegime(moment));
        QFETCH(const double, volume);
        moment.relativeVolume = volume;
        const auto regime = marketRegime(moment);
        QVERIFY(regime);
        QTEST(int(*regime), "regime");
    }

    void groupsOfBucketsAreAPartition()
    {
        const test::JournalTrades trades = test::journalTrades(3'000);
        const auto studied
            = studiedTrades(trades.records, [&](const TradeKey &key) -> const TradeNotes & {
                  return trades.notesOf(key);
              });
        const TradeStatistics all = tradeStatistics(resultsOf(studied));
        for (int i = 0; i < tradeBreakdownCount; ++i) {
            const auto breakdown = static_cast<TradeBreakdown>(i);
            if (breakdown == TradeBreakdown::Tag || breakdown == TradeBreakdown::Mistake)
                continue;
            Money net;
            qint64 count = 0;
            for (const TradeGroup &group : tradeGroups(studied, breakdown)) {
                QVERIFY(group.statistics.trades > 0);
                net += group.statistics.net;
                count += group.statistics.trades;
            }
            QCOMPARE(net, all.net);
            QCOMPARE(count, all.trades);
        }
    }

    void quantiles()
    {
        const std::vector<double> values { 1, 2, 4, 8 };
        QCOMPARE(sortedQuantile(values, 0), 1.0);
        QCOMPARE(sortedQuantile(values, 0.5), 3.0);
        QCOMPARE(sortedQuantile(values, 0.25), 1.75);
        QCOMPARE(sortedQuantile(values, 1), 8.0);
        const std::vector<double> open { 1, HUGE_VAL, HUGE_VAL };
        QVERIFY(std::isinf(sortedQuantile(open, 0.9)));
        QCOMPARE(sortedQuantile(open, 0), 1.0);
    }

    void noBinMixesGainsAndLosses()
    {
        SplitMix64 draw(5);
        std::vector<double> values;
        for (int i = 0; i < 700; ++i)
            values.push_back(std::round((draw.uniform() + draw.uniform() - 0.9) * 10'000) / 100);
        const ResultDistribution bins = resultDistribution(values);
        qint64 losses = 0;
        for (std::size_t i = 0; i < bins.counts.size(); ++i) {
            QVERIFY(bins.edge(i) >= 0 || bins.edge(i + 1) <= 0);
            if (bins.edge(i) < 0)
                losses += bins.counts[i];
        }
        QCOMPARE(losses, std::count_if(values.begin(), values.end(), [](double value) {
                     return value < 0;
                 }));
        QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), qint64(0)), 700);
        QVERIFY(!bins.isOpenBelow);
        QVERIFY(!bins.isOpenAbove);
    }

    void aFewHugeResultsDoNotFlattenTheRest()
    {
        std::vector<double> values;
        for (int i = 0; i < 1'000; ++i)
            values.push_back(i % 100 - 50);
        values.push_back(1e6);
        const ResultDistribution bins = resultDistribution(values);
        QVERIFY(bins.counts.size() > 8);
        QVERIFY(bins.isOpenAbove);
        QVERIFY(!bins.isOpenBelow);
        QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), qint64(0)), 1'001);
    }

    void oneValueIsOneBin()
    {
        QVERIFY(resultDistribution({}).counts.empty());
        for (const double value : { 0.0, -37.5, 0.001 }) {
            const ResultDistribution bins = resultDistribution(std::vector<double>(9, value));
            QCOMPARE(bins.counts.size(), 1U);
            QVERIFY(bins.edge(0) <= value && value < bins.edge(1));
        }
    }
};

QTEST_GUILESS_MAIN(TestTradeBreakdown)
#include "tst_tradebreakdown.moc"
