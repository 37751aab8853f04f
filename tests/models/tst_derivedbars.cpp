#include "derivedbars.h"

#include "chartbars.h"
#include "csvreader.h"
#include "heikinashi.h"
#include "shared.h"

#include <QtTest>

#include <charconv>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000);

enum class Kind : quint8 { Closes, HeikinAshi };

BarDerivation derivationOf(Kind kind, const ChartSeries &series)
{
    return kind == Kind::HeikinAshi ? heikinAshiOf(series) : closesOf(series);
}

/// As a loop over all bars makes them.
std::vector<OhlcRun> batch(const ChartSeries &series, Kind kind)
{
    std::vector<OhlcRun> runs;
    std::optional<OhlcRun> before;
    for (auto key = series.firstKey(); key <= series.lastKey(); ++key) {
        const OhlcRun &bar = series.run(key);
        OhlcRun run;
        if (kind == Kind::HeikinAshi)
            run = heikinAshi(bar, before ? &*before : nullptr);
        else if (!bar.isEmpty())
            run = { bar.close, bar.close, bar.close, bar.close, 0 };
        if (!run.isEmpty())
            before = run;
        runs.push_back(run);
    }
    return runs;
}

/// Where they differ; empty when nowhere.
QString difference(const ChartSeries &series, const DerivedBars &bars, Kind kind)
{
    if (bars.firstKey() != series.firstKey() || bars.lastKey() != series.lastKey())
        return u"keys"_s;
    const std::vector<OhlcRun> wanted = batch(series, kind);
    for (auto key = series.firstKey(); key <= series.lastKey(); ++key)
        if (bars.run(key) != wanted[std::size_t(key - series.firstKey())])
            return u"bar %1"_s.arg(key);
    OhlcPyramid all;
    all.append(wanted);
    if (bars.over(series.firstKey(), series.lastKey()) != all.over(0, all.size()))
        return u"the whole"_s;
    return {};
}

double number(std::string_view field)
{
    double value = 0;
    std::from_chars(field.data(), field.data() + field.size(), value);
    return value;
}

} // namespace

class TestDerivedBars : public QObject
{
    Q_OBJECT

private slots:
    void heikinAshiIsAsReviewedElsewhere()
    {
        SHARED_OR_SKIP();
        auto bars = CsvReader::open(test::sharedFile(u"data/indicators/default_bars.csv.gz"_s));
        auto wanted = CsvReader::open(test::sharedFile(u"data/indicators/heikinashi.csv.gz"_s));
        QVERIFY(bars && wanted);
        const auto read = [](CsvReader &csv) {
            return OhlcRun { number(csv.field(csv.column("open"))),
                             number(csv.field(csv.column("high"))),
                             number(csv.field(csv.column("low"))),
                             number(csv.field(csv.column("close"))), 0 };
        };
        std::optional<OhlcRun> before;
        int rows = 0;
        double largest = 0;
        while (bars->next()) {
            QVERIFY(wanted->next());
            before = heikinAshi(read(*bars), before ? &*before : nullptr);
            const OhlcRun row = read(*wanted);
            for (double OhlcRun::*price :
                 { &OhlcRun::open, &OhlcRun::high, &OhlcRun::low, &OhlcRun::close })
                largest = std::max(largest, std::abs((*before).*price - row.*price) / row.*price);
            ++rows;
        }
        QCOMPARE(rows, 502);
        QVERIFY2(largest < 1e-13, qPrintable(QString::number(largest)));
    }

    void itIsThatOfStartingAnew_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed) {
            QTest::addRow("heikin-ashi %d", int(seed)) << Kind::HeikinAshi << seed;
            QTest::addRow("closes %d", int(seed)) << Kind::Closes << seed;
        }
    }

    /// Whatever comes in which order: ticks, new bars, replaced ones, older pages, filled holes,
    /// bars without prices.
    void itIsThatOfStartingAnew()
    {
        QFETCH(const Kind, kind);
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, {});
        DerivedBars bars(series, derivationOf(kind, series));
        connect(&series, &ChartSeries::changed, this,
                [&](const ChartSeries::Change &change) { bars.update(change); });
        std::vector<Candle> all = chartbars::walk(900, origin, 1min, seed);
        for (Candle &bar : all)
            bar.hasPrices = random.below(12) != 0;
        std::size_t from = 400;
        std::size_t to = 420;
        const auto send = [&](std::size_t begin, std::size_t end, bool reset = false) {
            series.apply(chartbars::update(
                { all.begin() + qsizetype(begin), all.begin() + qsizetype(end) }, reset));
        };
        send(from, to, true);
        for (int step = 0; step < 120; ++step) {
            switch (random.below(6)) {
            case 0: // the newest bar moves
                all[to - 1].close = all[random.below(all.size())].close;
                send(to - 1, to);
                break;
            case 1: // newer ones, some left out
                if (to + 12 < all.size()) {
                    const std::size_t next = to + random.below(4);
                    to = next + 1 + random.below(7);
                    send(next, to);
                }
                break;
            case 2: // an older page
                if (from > 12) {
                    const std::size_t end = from;
                    from -= 1 + random.below(12);
                    send(from, end);
                }
                break;
            case 3: { // some are revised
                const std::size_t at = from + random.below(to - from);
                all[at].high = all[at].high + Price::fromUnits(Price::unitsPerOne);
                send(at, std::min<std::size_t>(at + 1 + random.below(3), to));
                break;
            }
            case 4: // everything, holes filled
                send(from, to);
                break;
            default: // as one
                send(from, std::min(to + 3, all.size()));
                to = std::min(to + 3, all.size());
                break;
            }
            const QString wrong = difference(series, bars, kind);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(wrong)));
        }
    }

    void aLongHistoryIsTakenInSlices()
    {
        constexpr qsizetype count = 2 * DerivedBars::slice + 1'000;
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, {});
        series.apply(chartbars::update(chartbars::walk(std::size_t(count), origin, 1min)));
        DerivedBars bars(series, heikinAshiOf(series));
        QCOMPARE(bars.lastKey(), series.lastKey());
        QCOMPARE(bars.lastKey() - bars.firstKey() + 1, DerivedBars::slice);
        int slices = 0;
        for (; !bars.isComplete(); ++slices) {
            if (slices == 1) { // meanwhile a bar that is made already is revised
                std::vector<Candle> revised = chartbars::walk(9, origin, 1min, 7);
                series.apply(chartbars::update({ revised[5] }, false));
                bars.update(
                    { .replacedFrom = series.firstKey() + 5, .replacedTo = series.firstKey() + 5 });
            }
            bars.extend();
            QVERIFY(bars.lastKey() == series.lastKey());
        }
        QCOMPARE(slices, 4); // the first was in vain
        QCOMPARE(difference(series, bars, Kind::HeikinAshi), QString());
    }

    void anEmptyChartHasNone()
    {
        ChartSeries series;
        DerivedBars bars(series, closesOf(series));
        QVERIFY(bars.isEmpty() && bars.isComplete());
        bars.extend();
        QVERIFY(bars.over(-5, 5).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDerivedBars)
#include "tst_derivedbars.moc"
