#include "indicatorlist.h"
#include "indicatorset.h"
#include "indicatortext.h"
#include "splitmix64.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <bit>
#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

Candle candle(SplitMix64 &random, qint64 minute)
{
    Candle bar;
    bar.start = origin + minute * 1min;
    const auto price = [&] { return Price::whole(qint64(100 + random.next() % 40)); };
    bar.open = price();
    bar.close = price();
    bar.high = std::max(bar.open, bar.close);
    bar.low = std::min(bar.open, bar.close);
    bar.volume = Qty::whole(qint64(random.next() % 1'000));
    bar.hasPrices = random.next() % 16 != 0;
    return bar;
}

ChartUpdate update(std::vector<Candle> bars, bool reset = false)
{
    ChartUpdate result;
    result.reset = reset;
    result.bars = std::move(bars);
    result.history = ChartUpdate::History::Partial;
    return result;
}

std::vector<Candle> minutes(SplitMix64 &random, qint64 first, qint64 last)
{
    std::vector<Candle> bars;
    for (qint64 minute = first; minute <= last; ++minute)
        bars.push_back(candle(random, minute));
    return bars;
}

/// What the values should be: all of them at once, without what the set remembers.
std::vector<std::vector<double>> expected(const ChartSeries &series, const IndicatorSpec &spec)
{
    IndicatorBars reader(series, {});
    std::vector<IndicatorBar> bars;
    for (ChartSeries::Key key = series.firstKey(); key <= series.lastKey(); ++key)
        if (const auto bar = reader.at(key))
            bars.push_back(*bar);
    const auto columns = *runIndicator(spec, bars);
    std::vector<std::vector<double>> values(columns.size());
    std::size_t next = 0;
    for (ChartSeries::Key key = series.firstKey(); key <= series.lastKey(); ++key) {
        const bool priced = series.bar(key).hasPrices;
        for (std::size_t output = 0; output < columns.size(); ++output)
            values[output].push_back(priced ? columns[output][next] : noValue);
        next += priced ? 1 : 0;
    }
    return values;
}

bool same(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

/// Empty when they are; else the first that differs.
QString difference(const ChartSeries &series, const IndicatorSet &set, IndicatorSet::Id id)
{
    const auto values = expected(series, { set.choice(id).spec.id, set.parameters(id) });
    for (std::size_t output = 0; output < values.size(); ++output) {
        const ValueSeries &shown = set.values(id, output);
        if (shown.firstKey() != series.firstKey() || shown.lastKey() != series.lastKey())
            return u"%1 has the keys %2 to %3"_s.arg(set.choice(id).spec.id)
                .arg(shown.firstKey())
                .arg(shown.lastKey());
        for (std::size_t i = 0; i < values[output].size(); ++i) {
            const ChartSeries::Key key = series.firstKey() + qint64(i);
            if (!same(shown.at(key), values[output][i]))
                return u"%1 output %2 at %3 of %4: %5 is not %6"_s.arg(set.choice(id).spec.id)
                    .arg(output)
                    .arg(i)
                    .arg(values[output].size())
                    .arg(shown.at(key))
                    .arg(values[output][i]);
        }
    }
    return {};
}

/// A chart with every indicator there is, as each is at first and shorter.
struct Fixture
{
    Fixture()
    {
        series.setInstrument(u"AAPL"_s, Timeframe());
        set.setBars(&series);
    }
    void addAll()
    {
        for (const IndicatorInfo *info : allIndicators())
            QVERIFY(set.add({ .spec = { QLatin1String(info->id), {} } }));
    }
    void finish() { QTRY_VERIFY_WITH_TIMEOUT(!set.isComputing(), 30'000); }
    void check()
    {
        for (const IndicatorSet::Id id : set.ids())
            QCOMPARE(difference(series, set, id), QString());
    }
    IndicatorSet::Id addAverage(double length = 20)
    {
        return *set.add({ .spec = { u"sma"_s, { length } } });
    }

    ChartSeries series;
    IndicatorSet set;
};

} // namespace

class TestIndicatorSet : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void anyHistoryOfBarsGivesTheValuesOfAFreshRun_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void anyHistoryOfBarsGivesTheValuesOfAFreshRun()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        Fixture chart;
        chart.set.setSlice(std::chrono::nanoseconds::zero());
        chart.addAll();
        qint64 first = 0;
        qint64 last = -1;
        const auto within = [&](qint64 most) { return qint64(random.next() % quint64(most)); };
        for (int step = 0; step < 40; ++step) {
            const quint64 kind = random.next() % 10;
            if (last < first || kind == 0) { // all anew
                first = within(1'000);
                last = first + within(300);
                chart.series.apply(update(minutes(random, first, last), true));
            } else if (kind <= 4) { // the newest bar forms
                chart.series.apply(update({ candle(random, last) }));
            } else if (kind <= 6) { // newer ones
                const qint64 from = last + 1;
                last += 1 + within(kind == 5 ? 3 : 60);
                chart.series.apply(update(minutes(random, from, last)));
            } else if (kind == 7) { // older ones, with a hole before those of before
                const qint64 until = first - 1 - within(5);
                first = until - within(80);
                chart.series.apply(update(minutes(random, first, until)));
            } else { // one is replaced, or fills a hole: a late one or any
                const qint64 minute = kind == 8 ? std::max(first, last - within(4))
                                                : first + within(last - first + 1);
                chart.series.apply(update({ candle(random, minute) }));
            }
            if (random.next() % 3 != 0) // else more comes while values are computed
                chart.finish();
        }
        chart.finish();
        chart.check();
    }

    void ticksAreShownAtOnceAndChangeNothingThatStays()
    {
        SplitMix64 random(3);
        Fixture chart;
        chart.addAll();
        chart.series.apply(update(minutes(random, 0, 400), true));
        chart.finish();
        for (int tick = 0; tick < 50; ++tick) {
            QSignalSpy changes(&chart.set, &IndicatorSet::valuesChanged);
            chart.series.apply(update({ candle(random, 400) }));
            QVERIFY(!chart.set.isComputing());
            QCOMPARE(changes.size(), 1);
            QCOMPARE(changes.first().first().toBool(), true); // the tail only
        }
        chart.check();
    }

    void lateBarsAreCorrectedAtOnce()
    {
        SplitMix64 random(4);
        Fixture chart;
        chart.addAll();
        chart.series.apply(update(minutes(random, 0, 400), true));
        chart.finish();
        chart.series.apply(update({ candle(random, 401) }));
        chart.series.apply(update({ candle(random, 400) })); // was complete a moment ago
        QVERIFY(!chart.set.isComputing());
        chart.check();
    }

    void barsThatComeLaterAreGoneOnFromShortlyBefore()
    {
        SplitMix64 random(9);
        Fixture chart;
        chart.addAll();
        chart.series.apply(update(minutes(random, 0, 5'000), true));
        chart.finish();
        chart.set.setSlice(std::chrono::nanoseconds::zero());
        for (const qint64 minute : { 4'990, 4'500, 4'800, 4'995, 4'300 }) {
            QSignalSpy changes(&chart.set, &IndicatorSet::valuesChanged);
            chart.series.apply(update({ candle(random, minute) }));
            QVERIFY(!chart.set.isComputing());
            QCOMPARE(changes.size(), 1);
            QCOMPARE(changes.first().first().toBool(), false); // not the tail only
            chart.series.apply(update({ candle(random, 5'000) }));
        }
        chart.check();
        chart.series.apply(update({ candle(random, 2'000) }));
        QVERIFY(chart.set.isComputing());
        chart.finish();
        chart.check();
    }

    void lateBarsDoNotHoldUpAComputation()
    {
        SplitMix64 random(10);
        Fixture chart;
        chart.addAverage();
        chart.series.apply(update(minutes(random, 0, 20'000), true));
        chart.finish();
        chart.set.setSlice(std::chrono::nanoseconds::zero());
        chart.series.apply(update(minutes(random, -10, -1))); // all anew
        QVERIFY(chart.set.isComputing());
        int looks = 0;
        for (; looks < 100 && chart.set.isComputing(); ++looks) {
            chart.series.apply(update({ candle(random, 19'990) })); // is still ahead
            QCoreApplication::processEvents();
        }
        QVERIFY2(looks < 50, qPrintable(QString::number(looks)));
        chart.check();
    }

    void oldValuesStayUntilTheNewOnesAreWhole()
    {
        SplitMix64 random(5);
        Fixture chart;
        const IndicatorSet::Id id = chart.addAverage();
        chart.series.apply(update(minutes(random, 0, 9'999), true));
        chart.finish();
        chart.set.setSlice(std::chrono::nanoseconds::zero()); // a thousand bars a turn
        const double before = chart.set.valueAt(id, 0, 9'990);
        chart.series.apply(update(minutes(random, -3'000, -1)));
        QVERIFY(chart.set.isComputing());
        QVERIFY(same(chart.set.valueAt(id, 0, 9'990), before));
        QVERIFY(std::isnan(chart.set.valueAt(id, 0, -100)));
        // The newest goes on meanwhile
        chart.series.apply(update({ candle(random, 10'000) }));
        QVERIFY(chart.set.isComputing());
        QVERIFY(!std::isnan(chart.set.valueAt(id, 0, 10'000)));
        QSignalSpy changes(&chart.set, &IndicatorSet::valuesChanged);
        chart.finish();
        QCOMPARE(changes.size(), 1); // all at once
        QCOMPARE(changes.first().first().toBool(), false);
        QVERIFY(!std::isnan(chart.set.valueAt(id, 0, -100)));
        chart.check();
    }

    void manyBarsAreComputedInSlices()
    {
        SplitMix64 random(6);
        Fixture chart;
        chart.set.setSlice(std::chrono::nanoseconds::zero());
        chart.addAverage();
        chart.addAverage(50);
        chart.series.apply(update(minutes(random, 0, 20'000), true));
        int turns = 0;
        while (chart.set.isComputing()) {
            QCoreApplication::processEvents();
            ++turns;
        }
        QVERIFY2(turns >= 30, qPrintable(QString::number(turns)));
        chart.check();
    }

    void severalOfOneKindHaveColoursAndPanesOfTheirOwn()
    {
        Fixture chart;
        const auto first = chart.addAverage(20);
        const auto second = chart.addAverage(50);
        const auto third
            = *chart.set.add({ .spec = { u"sma"_s }, .pane = IndicatorChoice::newPane });
        QCOMPARE(chart.set.parameters(second), (std::vector<double> { 50, 0 }));
        QVERIFY(chart.set.choice(first).tint != chart.set.choice(second).tint);
        QCOMPARE(chart.set.choice(first).pane, IndicatorChoice::pricePane);
        QCOMPARE(chart.set.choice(third).pane, 1);
        QCOMPARE(chart.set.freePane(), 2);
        chart.set.move(third, 0);
        QCOMPARE(chart.set.ids(), (std::vector { third, first, second }));
        chart.set.remove(first);
        QCOMPARE(chart.set.ids(), (std::vector { third, second }));
        QVERIFY(chart.addAverage() > third); // no id twice
    }

    void onlyOtherParametersAreComputed()
    {
        SplitMix64 random(7);
        Fixture chart;
        chart.series.apply(update(minutes(random, 0, 100), true));
        const auto id = chart.addAverage();
        chart.finish();
        QSignalSpy values(&chart.set, &IndicatorSet::valuesChanged);
        QSignalSpy choices(&chart.set, &IndicatorSet::choicesChanged);
        IndicatorChoice choice = chart.set.choice(id);
        choice.styles = { { .color = 0xffff0000, .width = 3, .dash = LineDash::Dotted } };
        QVERIFY(chart.set.change(id, choice));
        QCOMPARE(choices.size(), 1);
        QCOMPARE(values.size(), 0);
        choice.spec.parameters = { 5 };
        QVERIFY(chart.set.change(id, choice));
        chart.finish();
        QVERIFY(values.size() > 0);
        chart.check();
        choice.spec.parameters = { -5 };
        QVERIFY(!chart.set.change(id, choice));
        QCOMPARE(chart.set.parameters(id).front(), 5.0);
    }

    void choicesSurviveAsJson()
    {
        Fixture chart;
        chart.addAll();
        const auto id = chart.addAverage(7);
        IndicatorChoice choice = chart.set.choice(id);
        choice.styles = { { .color = 0xff123456, .width = 2, .dash = LineDash::Dashed } };
        choice.hiddenOutputs = { true };
        choice.hidden = true;
        choice.pane = 4;
        QVERIFY(chart.set.change(id, choice));
        IndicatorSet other;
        other.fromJson(chart.set.toJson());
        QCOMPARE(other.ids(), chart.set.ids());
        QCOMPARE(other.toJson(), chart.set.toJson());
        QCOMPARE(other.choice(id).styles, choice.styles);
        QCOMPARE(other.parameters(id), chart.set.parameters(id));
        QVERIFY(!other.choice(id).shows(0));
    }

    void whatIsNotKnownIsLeftOut()
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out an indicator"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out an indicator"_s));
        IndicatorSet set;
        set.fromJson({ QJsonObject { { u"indicator"_s, u"crystal-ball"_s } },
                       QJsonObject { { u"indicator"_s, u"sma"_s },
                                     { u"parameters"_s, QJsonObject { { u"length"_s, -1 } } } },
                       QJsonObject { { u"indicator"_s, u"sma"_s }, { u"id"_s, 3 } },
                       QJsonObject { { u"indicator"_s, u"sma"_s }, { u"id"_s, 3 } } });
        QCOMPARE(set.ids(), (std::vector { 3, 4 }));
        QVERIFY(!set.add({ .spec = { u"crystal-ball"_s } }));
        QVERIFY(!set.add({ .spec = { u"sma"_s, { 0 } } }));
        QVERIFY(std::isnan(set.valueAt(9, 0, 0)));
        QVERIFY(std::isnan(set.valueAt(3, 5, 0)));
        QVERIFY(std::isnan(set.valueAt(3, 0, 0))); // without bars
    }

    void barsKnowTheirDayAndPartOfIt()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe());
        SplitMix64 random(8);
        // From 09:00 on the 13th over the night: 10:00 is minute 0
        series.apply(update({ candle(random, -60), candle(random, 0), candle(random, 400),
                              candle(random, 18 * 60), candle(random, 24 * 60) },
                            true));
        IndicatorBars bars(series, {});
        const qint64 day = QDate(2026, 8, 13).toJulianDay() - QDate(1970, 1, 1).toJulianDay();
        const auto expect = [&](ChartSeries::Key key, qint64 daysLater, SessionPart part) {
            if (const auto bar = bars.at(key)) {
                QCOMPARE(bar->day, day + daysLater);
                QCOMPARE(bar->part, part);
            }
        };
        expect(0, 0, SessionPart::PreMarket);
        expect(1, 0, SessionPart::Regular);
        expect(2, 0, SessionPart::AfterHours);
        expect(3, 1, SessionPart::PreMarket);
        expect(4, 1, SessionPart::Regular);
        expect(0, 0, SessionPart::PreMarket); // backwards as well
    }

    void barsThatReachIntoTheSessionBelongToIt()
    {
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Hour));
        SplitMix64 random(8);
        std::vector<Candle> hours;
        for (const qint64 minute : { -120, -60, 0 }) {
            hours.push_back(candle(random, minute));
            hours.back().hasPrices = true;
        }
        series.apply(update(hours, true));
        IndicatorBars bars(series, {});
        std::vector<SessionPart> parts;
        for (ChartSeries::Key key = 0; key < 3; ++key)
            parts.push_back(bars.at(key)->part);
        QCOMPARE(
            parts,
            (std::vector { SessionPart::PreMarket, SessionPart::Regular, SessionPart::Regular }));
    }

    void aSessionWhoseBeginningIsNotLoadedHasNoVwap()
    {
        SplitMix64 random(8);
        Fixture chart;
        const IndicatorSet::Id id = *chart.set.add({ .spec = { u"vwap"_s, {} } });
        const auto priced = [&random](qint64 first, qint64 last) {
            std::vector<Candle> bars = minutes(random, first, last);
            for (Candle &bar : bars)
                bar.hasPrices = true;
            return bars;
        };
        const auto value = [&] {
            chart.finish();
            return chart.set.valueAt(id, 0, chart.series.lastKey());
        };
        chart.series.apply(update(priced(0, 60), true)); // from 10:00
        QVERIFY(std::isnan(value()));
        chart.series.apply(update(priced(-40, -1))); // the session's beginning comes
        QVERIFY(!std::isnan(value()));
        chart.check();
        // There is nothing before 10:00
        chart.series.apply(update(priced(0, 60), true));
        QVERIFY(std::isnan(value()));
        ChartUpdate end = update({});
        end.history = ChartUpdate::History::Complete;
        chart.series.apply(end);
        QVERIFY(!std::isnan(value()));
        chart.check();
    }

    void labelsNameTheParameters()
    {
        const IndicatorInfo &info = *findIndicator(u"sma");
        QCOMPARE(indicatorLabel(info, std::vector { 20.0, 0.0 }, QLocale::c()), u"SMA 20 Close"_s);
        const IndicatorParameter factor { .id = "factor",
                                          .name = "Factor",
                                          .kind = IndicatorParameter::Kind::Number };
        QCOMPARE(indicatorParameterText(factor, 2, QLocale::c()), u"2"_s);
        QCOMPARE(indicatorParameterText(factor, 0.02, QLocale::c()), u"0.02"_s);
        const IndicatorParameter flag { .id = "flag",
                                        .name = "Extended",
                                        .kind = IndicatorParameter::Kind::Flag };
        QCOMPARE(indicatorParameterText(flag, 0, QLocale::c()), QString());
        QCOMPARE(indicatorParameterText(flag, 1, QLocale::c()), u"Extended"_s);
    }
};

QTEST_GUILESS_MAIN(TestIndicatorSet)
#include "tst_indicatorset.moc"
