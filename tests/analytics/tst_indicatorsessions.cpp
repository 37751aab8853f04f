#include "easterntime.h"
#include "indicatorlist.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstDay = 20'154; // Friday 2025-03-07; New York's clocks change on the Sunday

QDate dateOf(qint64 day)
{
    return QDate(1970, 1, 1).addDays(day);
}

/// A bar of a price without range.
IndicatorBar barAt(Timestamp start, qint64 day, double price, double volume,
                   SessionPart part = SessionPart::Regular)
{
    return { .start = start,
             .open = price,
             .high = price,
             .low = price,
             .close = price,
             .volume = volume,
             .day = day,
             .part = part };
}

/// A stock's bar at a time of New York.
IndicatorBar stockBar(qint64 day, Duration time, double volume)
{
    IndicatorBar bar = barAt(easterntime::at(dateOf(day), time), day, 10, volume);
    bar.dayStart = easterntime::at(dateOf(day));
    return bar;
}

std::vector<double> valuesOf(const IndicatorSpec &spec, const std::vector<IndicatorBar> &bars,
                             std::size_t output = 0)
{
    const auto columns = runIndicator(spec, bars);
    return columns ? columns->at(output) : std::vector<double>();
}

} // namespace

/// What indicators make of days, sessions and times of day.
class TestIndicatorSessions : public QObject
{
    Q_OBJECT

private slots:
    void relativeVolumeComparesTheSameTimeAcrossTheClockChange()
    {
        std::vector<IndicatorBar> bars;
        for (const qint64 day : { firstDay, firstDay + 3, firstDay + 4 }) {
            bars.push_back(stockBar(day, 9h + 30min, day == firstDay + 4 ? 600 : 100));
            bars.push_back(stockBar(day, 10h + 30min, 1'000));
        }
        const std::vector<double> values = valuesOf({ u"rvol"_s, { 2 } }, bars);
        QCOMPARE(values.size(), bars.size());
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(std::isnan(values[i]));
        QCOMPARE(values[4], 6.0);
        QCOMPARE(values[5], 1'600.0 / 1'100); // of all that was traded by then
    }

    void relativeVolumeOfCryptoGoesByUtc()
    {
        std::vector<IndicatorBar> bars;
        for (qint64 day = firstDay; day < firstDay + 4; ++day)
            for (const int hour : { 0, 14 }) {
                const Timestamp midnight { std::chrono::days(day) };
                bars.push_back(barAt(midnight + hour * 1h, day, 10,
                                     hour == 0 ? 10 : 50 * double(day - firstDay + 1)));
                bars.back().dayStart = midnight;
            }
        // Nothing before noon on the first of them: still the time of day that it was
        bars.erase(bars.begin());
        const std::vector<double> values = valuesOf({ u"rvol"_s, { 3 } }, bars);
        QCOMPARE(values[5], 10 / (20 / 3.0));
        QCOMPARE(values[6], 210 / (320 / 3.0)); // 210 against 50, 110 and 160
    }

    void relativeVolumeOfATimeWithoutABarTakesTheDayUpToThen()
    {
        std::vector<IndicatorBar> bars { stockBar(firstDay, 9h + 30min, 100),
                                         stockBar(firstDay, 9h + 32min, 500),
                                         stockBar(firstDay + 3, 9h + 31min, 50) };
        QCOMPARE(valuesOf({ u"rvol"_s, { 1 } }, bars)[2], 0.5);
        bars.back() = stockBar(firstDay + 3, 9h + 29min, 50); // nothing is usual yet
        QVERIFY(std::isnan(valuesOf({ u"rvol"_s, { 1 } }, bars)[2]));
    }

    void relativeVolumeWithinAMinuteIsInProportion()
    {
        std::vector<IndicatorBar> bars;
        for (int second = 0; second <= 40; ++second)
            bars.push_back(stockBar(firstDay, 9h + 30min + second * 1s, 10));
        bars.push_back(stockBar(firstDay + 3, 9h + 30min + 20s, 41));
        QCOMPARE(valuesOf({ u"rvol"_s, { 1 } }, bars).back(), 0.2); // half of 410 was usual
    }

    void relativeVolumeLeavesOutADayThatIsNotWhole()
    {
        std::vector<IndicatorBar> bars;
        for (qint64 day = firstDay + 3; day < firstDay + 6; ++day)
            bars.push_back(stockBar(day, 10h, 100));
        QCOMPARE(valuesOf({ u"rvol"_s, { 1 } }, bars)[1], 1.0);
        for (IndicatorBar &bar : bars)
            bar.completeFrom = bars.front().start;
        const std::vector<double> values = valuesOf({ u"rvol"_s, { 1 } }, bars);
        QVERIFY(std::isnan(values[1]));
        QCOMPARE(values[2], 1.0);
    }

    void copiesOfRelativeVolumeGoOnAlike()
    {
        auto indicator = *makeIndicator({ u"rvol"_s, { 2 } });
        std::vector<double> value(1);
        for (const qint64 day : { firstDay, firstDay + 3, firstDay + 4 })
            for (int second = 0; second < 3'600; ++second)
                indicator->add(stockBar(day, 10h + second * 1s, 10), value);
        const auto copy = indicator->clone();
        std::vector<double> other(1);
        const IndicatorBar next = stockBar(firstDay + 4, 11h, 10);
        copy->preview(next, other);
        indicator->add(next, value);
        QCOMPARE(other, value);
        copy->add(next, other);
        QCOMPARE(other, value);
    }

    void vwapBeginsWithEachSession()
    {
        const Timestamp open = easterntime::at(dateOf(firstDay), 9h + 30min);
        const std::vector<IndicatorBar> bars {
            barAt(open - 1min, firstDay, 8, 100, SessionPart::PreMarket),
            barAt(open, firstDay, 10, 100),
            barAt(open + 1min, firstDay, 13, 200),
            barAt(open + 8h, firstDay, 20, 100, SessionPart::AfterHours),
            barAt(open + 72h, firstDay + 3, 30, 0),
            barAt(open + 72h + 1min, firstDay + 3, 40, 10),
        };
        const std::vector<double> regular = valuesOf({ u"vwap"_s, {} }, bars);
        QVERIFY(std::isnan(regular[0]) && std::isnan(regular[3]));
        QCOMPARE(regular[1], 10.0);
        QCOMPARE(regular[2], 12.0);
        QCOMPARE(regular[4], 30.0); // nothing was traded yet: the last price
        QCOMPARE(regular[5], 40.0);
        const std::vector<double> extended = valuesOf({ u"vwap"_s, { 1 } }, bars);
        QCOMPARE(extended[0], 8.0);
        QCOMPARE(extended[2], (8.0 + 10 + 26) / 4);
        QCOMPARE(extended[3], (8.0 + 10 + 26 + 20) / 5);
        QCOMPARE(extended[4], 30.0);
    }

    void aSessionThatIsNotKnownFromItsBeginningHasNoVwap()
    {
        const Timestamp open = easterntime::at(dateOf(firstDay), 9h + 30min);
        std::vector<IndicatorBar> bars { barAt(open + 1min, firstDay, 10, 100),
                                         barAt(open + 72h, firstDay + 3, 30, 100) };
        for (IndicatorBar &bar : bars) {
            bar.dayStart = easterntime::at(dateOf(bar.day));
            bar.sessionStart = easterntime::at(dateOf(bar.day), 9h + 30min);
        }
        const auto from = [&bars](Timestamp time) {
            for (IndicatorBar &bar : bars)
                bar.completeFrom = time;
        };
        from(open);
        QCOMPARE(valuesOf({ u"vwap"_s, {} }, bars)[0], 10.0);
        QVERIFY(std::isnan(valuesOf({ u"vwap"_s, { 1 } }, bars)[0])); // since 04:00
        QCOMPARE(valuesOf({ u"pivots"_s, {} }, bars)[1], 10.0);
        QVERIFY(std::isnan(valuesOf({ u"pivots"_s, { 1 } }, bars)[1]));
        from(open + 1min);
        QVERIFY(std::isnan(valuesOf({ u"vwap"_s, {} }, bars)[0]));
        QCOMPARE(valuesOf({ u"vwap"_s, {} }, bars)[1], 30.0); // from its first trade on
        QCOMPARE(valuesOf({ u"vwap"_s, { 1 } }, bars)[1], 30.0);
        QVERIFY(std::isnan(valuesOf({ u"pivots"_s, {} }, bars)[1]));
    }

    void anAnchorThatTheBarsDoNotReachHasNoVwap()
    {
        std::vector<IndicatorBar> bars { barAt(Timestamp(2min), 0, 12, 100) };
        bars.front().completeFrom = Timestamp(2min);
        QVERIFY(std::isnan(valuesOf({ u"avwap"_s, { 60 } }, bars)[0]));
        QCOMPARE(valuesOf({ u"avwap"_s, { 120 } }, bars)[0], 12.0);
    }

    void anchorsHitBarsBelowASecond()
    {
        // Seconds since 1970 in a double are not true to the nanosecond
        for (int i = 1; i < 1'000; ++i) {
            const Timestamp start
                = Timestamp(std::chrono::days(firstDay)) + i * 1ms + std::chrono::nanoseconds(i);
            std::vector<IndicatorBar> bars { barAt(start - 2us, firstDay, 5, 100),
                                             barAt(start, firstDay, 10, 100) };
            const double anchor = std::chrono::duration<double>(start.time_since_epoch()).count();
            const std::vector<double> values = valuesOf({ u"avwap"_s, { anchor } }, bars);
            QVERIFY(std::isnan(values[0]));
            QCOMPARE(values[1], 10.0);
        }
    }

    void anchorIsInclusive()
    {
        std::vector<IndicatorBar> bars;
        for (int minute = 0; minute < 4; ++minute)
            bars.push_back(barAt(Timestamp(std::chrono::minutes(minute)), 0, 10 + minute, 100));
        const std::vector<double> values = valuesOf({ u"avwap"_s, { 60 } }, bars);
        QVERIFY(std::isnan(values[0]));
        QCOMPARE(values[1], 11.0);
        QCOMPARE(values[3], 12.0);
        // A bar that began before the anchor holds trades of before it
        QVERIFY(std::isnan(valuesOf({ u"avwap"_s, { 61 } }, bars)[1]));
    }

    void pivotsAreOfTheDayBefore()
    {
        const auto bar = [](qint64 day, double high, double low, double close,
                            SessionPart part = SessionPart::Regular) {
            IndicatorBar made = barAt(Timestamp(std::chrono::days(day)), day, close, 100, part);
            made.high = high;
            made.low = low;
            return made;
        };
        const std::vector<IndicatorBar> bars { bar(1, 12, 9, 11), bar(1, 15, 10, 14),
                                               bar(1, 40, 30, 35, SessionPart::AfterHours),
                                               bar(2, 20, 19, 20, SessionPart::PreMarket),
                                               bar(2, 20, 19, 20) };
        const auto columns = runIndicator({ u"pivots"_s, {} }, bars);
        QVERIFY(columns);
        // H 15, L 9, C 14
        const double pivot = 38.0 / 3;
        const std::vector<double> levels {
            pivot,          2 * pivot - 9, pivot + 6,           15 + 2 * (pivot - 9),
            2 * pivot - 15, pivot - 6,     9 - 2 * (15 - pivot)
        };
        for (std::size_t level = 0; level < levels.size(); ++level) {
            QVERIFY(std::isnan(columns->at(level)[2]));
            QCOMPARE(columns->at(level)[3], levels[level]);
            QCOMPARE(columns->at(level)[4], levels[level]);
        }
        QCOMPARE(valuesOf({ u"pivots"_s, { 1 } }, bars)[4], (40.0 + 9 + 35) / 3);
    }

    void fractalsAreKnownLaterAndDrawnBack()
    {
        std::vector<IndicatorBar> bars;
        for (const double price : { 1, 2, 5, 3, 4, 2, 3, 4 })
            bars.push_back(barAt(Timestamp(std::chrono::minutes(bars.size())), 0, price, 100));
        const auto columns = runIndicator({ u"fractals"_s, { 2 } }, bars);
        QVERIFY(columns);
        QCOMPARE(columns->at(0)[4], 5.0);
        QCOMPARE(columns->at(1)[7], 2.0);
        for (const std::size_t none : { 2, 3, 5, 6, 7 })
            QVERIFY(std::isnan(columns->at(0)[none]));
        const IndicatorInfo *info = findIndicator(u"fractals");
        const std::vector<double> parameters { 2 };
        QCOMPARE(info->shift(parameters, 0), -2);
    }

    void theCloudLiesAhead()
    {
        const IndicatorInfo *info = findIndicator(u"ichimoku");
        const std::vector<double> parameters { 9, 26, 52, 26 };
        QCOMPARE(info->shift(parameters, 0), 0);
        QCOMPARE(info->shift(parameters, 2), 26);
        QCOMPARE(info->shift(parameters, 3), 26);
        QCOMPARE(info->shift(parameters, 4), -26);
    }
};

QTEST_APPLESS_MAIN(TestIndicatorSessions)
#include "tst_indicatorsessions.moc"
