#include "easterntime.h"
#include "indextape.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto stocks = std::make_shared<const SandboxMarket>(SandboxMarket::Options {});
const QDate day(2026, 8, 12);

const IndexTape &tape()
{
    static const IndexTape made(1, stocks, InstrumentId(7));
    return made;
}

struct Extremes
{
    Price open, high, low, close;
    friend bool operator==(const Extremes &, const Extremes &) = default;
};

Extremes of(const Candle &bar)
{
    return { bar.open, bar.high, bar.low, bar.close };
}

template<typename List, typename Get> std::optional<Extremes> sum(const List &list, Get get)
{
    std::optional<Extremes> sum;
    for (const auto &item : list) {
        const Extremes part = get(item);
        if (!sum)
            sum = part;
        sum->high = std::max(sum->high, part.high);
        sum->low = std::min(sum->low, part.low);
        sum->close = part.close;
    }
    return sum;
}

std::optional<Extremes> sumOfValues(int index, Timestamp from, Timestamp to)
{
    std::vector<MarketEvent> events;
    tape().events(index, from, to, events);
    return sum(events, [](const MarketEvent &event) {
        const Price value = std::get<IndexValue>(event).value;
        return Extremes { value, value, value, value };
    });
}

} // namespace

/// The simulated indices: massive-api.md 3.11, 6.11.
class TestIndexTape : public QObject
{
    Q_OBJECT

private slots:
    void barsAreTheirValues()
    {
        SplitMix64 draws(3);
        const Timestamp open = easterntime::at(day, 9h + 30min);
        for (int index = 0; index < 3; ++index) {
            const auto minutes = tape().bars(index, TimeUnit::Minute, easterntime::at(day),
                                             easterntime::at(day.addDays(1)), Timestamp::max());
            QCOMPARE(minutes.size(), std::size_t(390));
            QCOMPARE(minutes.front().start, open);
            for (int round = 0; round < 15; ++round) {
                const Candle &minute = minutes[draws.below(minutes.size())];
                const auto seconds = tape().bars(index, TimeUnit::Second, minute.start,
                                                 minute.start + 1min, Timestamp::max());
                QCOMPARE(seconds.size(), std::size_t(60));
                QVERIFY(*sum(seconds, of) == of(minute));
                for (const Candle &second : seconds) {
                    QVERIFY(*sumOfValues(index, second.start, second.start + 1s) == of(second));
                    QVERIFY(second.volume.isZero() && second.tradeCount == 0);
                }
            }
            // The day adds the closing value, which comes behind the last minute
            const auto closing
                = sumOfValues(index, easterntime::at(day, 16h), easterntime::at(day, 16h + 1min));
            QVERIFY(closing);
            Extremes whole = *sum(minutes, of);
            whole.close = closing->close;
            const auto told = tape().day(index, day, Timestamp::max());
            QVERIFY(told);
            QCOMPARE(told->open, whole.open);
            QCOMPARE(told->close, whole.close);
            QCOMPARE(told->high, std::max(whole.high, closing->close));
            QCOMPARE(told->low, std::min(whole.low, closing->close));
        }
    }

    void unfinishedBarsAreTheirValues()
    {
        SplitMix64 draws(4);
        for (int round = 0; round < 20; ++round) {
            const int index = static_cast<int>(draws.below(3));
            const Timestamp asOf = easterntime::at(day, 9h + 30min)
                + Duration(qint64(1 + draws.below(23'390'000)) * 1'000'000);
            const auto soFar = sumOfValues(index, easterntime::at(day), asOf);
            const auto told = tape().day(index, day, asOf);
            QVERIFY(told && soFar);
            QVERIFY(of(*told) == *soFar);
            QCOMPARE(tape().lastValue(index, asOf)->value, soFar->close);
            const Timestamp minute = std::chrono::floor<std::chrono::minutes>(asOf);
            const auto bars = tape().bars(index, TimeUnit::Minute, minute, asOf, asOf);
            const auto inMinute = sumOfValues(index, minute, asOf);
            QCOMPARE(bars.empty(), !inMinute);
            QVERIFY(bars.empty() || of(bars.front()) == *inMinute);
        }
    }

    /// Years long it stays what it was: ten times the fund, but for some thousandths of a percent.
    void theBroadIndexTracksItsFund()
    {
        const int fund = stocks->indexOf(u"SPY");
        double least = 1e9;
        double most = 0;
        for (QDate date(2016, 1, 4); date < QDate(2026, 8, 1); date = date.addDays(5)) {
            const auto index = tape().day(0, date, Timestamp::max());
            const auto spy = stocks->day(fund, date);
            QCOMPARE(index.has_value(), spy.has_value());
            if (!index)
                continue;
            const double ratio = index->close.toDouble() / spy->candle.close.toDouble();
            least = std::min(least, ratio);
            most = std::max(most, ratio);
        }
        QVERIFY2(least > 9.998 && most < 10.002 && most > least,
                 qPrintable(QString::number(least) + u' ' + QString::number(most)));
    }

    void fearRisesWhenTheMarketFalls()
    {
        int opposite = 0;
        int days = 0;
        for (QDate date(2025, 1, 2); date < QDate(2026, 8, 1); date = date.addDays(1)) {
            const auto fear = tape().day(2, date, Timestamp::max());
            const auto market = tape().day(0, date, Timestamp::max());
            if (!fear)
                continue;
            ++days;
            QVERIFY2(fear->close > Price::whole(7) && fear->close < Price::whole(90),
                     qPrintable(fear->close.toString()));
            opposite += (fear->close > fear->open) != (market->close > market->open);
        }
        QVERIFY(days > 380 && opposite > days * 9 / 10);
    }

    void nothingOutsideRegularHours()
    {
        std::vector<MarketEvent> values;
        tape().events(0, easterntime::at(day), easterntime::at(day, 9h + 30min), values);
        tape().events(0, easterntime::at(day, 16h + 1min), easterntime::at(day.addDays(1)), values);
        tape().events(0, easterntime::at({ 2026, 8, 15 }), easterntime::at({ 2026, 8, 17 }),
                      values);
        QVERIFY(values.empty());
        QCOMPARE(easterntime::date(tape().lastValue(0, easterntime::at({ 2026, 8, 16 }))->time),
                 QDate(2026, 8, 14));
        std::vector<MarketEvent> early; // a day that ends at 13:00
        tape().events(0, easterntime::at({ 2025, 11, 28 }, 13h + 1min),
                      easterntime::at({ 2025, 11, 29 }), early);
        QVERIFY(early.empty());
    }
};

QTEST_GUILESS_MAIN(TestIndexTape)
#include "tst_indextape.moc"
