#include "randomspecs.h"

#include <QtTest>

#include <bit>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(const tapeline::IndicatorInfo *)

namespace {

using Columns = std::vector<std::vector<double>>;

constexpr int specsEach = 8;
constexpr std::size_t barCount = 800;

/// An indicator that is fed bar by bar, with what it gave.
class Run
{
public:
    explicit Run(const IndicatorSpec &spec)
        : m_indicator(*makeIndicator(spec))
        , m_values(findIndicator(spec.id)->outputs.size())
    {
    }
    Run(std::unique_ptr<Indicator> indicator, std::size_t outputs)
        : m_indicator(std::move(indicator))
        , m_values(outputs)
    {
    }

    const std::vector<double> &add(const IndicatorBar &bar)
    {
        // What an output does not write is seen
        std::ranges::fill(m_values, 1e300);
        m_indicator->add(bar, m_values);
        return m_values;
    }
    std::vector<double> preview(const IndicatorBar &bar) const
    {
        std::vector<double> values(m_values.size(), 1e300);
        m_indicator->preview(bar, values);
        return values;
    }
    Run clone() const { return { m_indicator->clone(), m_values.size() }; }

private:
    std::unique_ptr<Indicator> m_indicator;
    std::vector<double> m_values;
};

/// To the last bit, any noValue like another.
bool isSame(std::span<const double> a, std::span<const double> b)
{
    return std::ranges::equal(a, b, [](double x, double y) {
        return std::isnan(x) ? std::isnan(y)
                             : std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y);
    });
}

std::vector<double> rowOf(const Columns &columns, std::size_t row)
{
    std::vector<double> values;
    for (const std::vector<double> &column : columns)
        values.push_back(column[row]);
    return values;
}

quint64 seedOf(const IndicatorInfo &info)
{
    return qChecksum(QByteArrayView(info.id)) + 13'000u;
}

} // namespace

/// What must be true of every indicator, whatever it computes: one that is new is covered at once.
class TestIndicatorProperties : public QObject
{
    Q_OBJECT

private slots:
    void previewIsAddWithoutATrace_data() { addIndicators(); }
    void previewIsAddWithoutATrace();
    void aPrefixKeepsItsValues_data() { addIndicators(); }
    void aPrefixKeepsItsValues();
    void aCloneGoesOnByItself_data() { addIndicators(); }
    void aCloneGoesOnByItself();
    void instancesShareNothing_data() { addIndicators(); }
    void instancesShareNothing();
    void valuesStayOnceTheyAreThere_data() { addIndicators(); }
    void valuesStayOnceTheyAreThere();
    void oddBarsGiveNoInfinity_data() { addIndicators(); }
    void oddBarsGiveNoInfinity();
    void shiftsAreOfBars_data() { addIndicators(); }
    void shiftsAreOfBars();

private:
    static void addIndicators()
    {
        QTest::addColumn<const IndicatorInfo *>("info");
        for (const IndicatorInfo *info : allIndicators())
            QTest::newRow(info->id) << info;
    }
};

void TestIndicatorProperties::previewIsAddWithoutATrace()
{
    QFETCH(const IndicatorInfo *const, info);
    SplitMix64 random(seedOf(*info));
    for (int i = 0; i < specsEach; ++i) {
        const auto bars = marketBars(barCount, random.next());
        const auto others = marketBars(barCount, random.next());
        const IndicatorSpec spec = randomSpec(*info, random, bars);
        const auto columns = runIndicator(spec, bars);
        QVERIFY2(columns, qPrintable(textOf(spec)));
        Run run(spec);
        for (std::size_t bar = 0; bar < bars.size(); ++bar) {
            IndicatorBar forming = others[bar];
            forming.start = bars[bar].start;
            forming.day = bars[bar].day;
            forming.part = bars[bar].part;
            const std::vector<double> first = run.preview(forming);
            QVERIFY2(isSame(run.preview(bars[bar]), rowOf(*columns, bar)),
                     qPrintable(textOf(spec)));
            QVERIFY2(isSame(run.preview(forming), first), qPrintable(textOf(spec)));
            QVERIFY2(isSame(run.add(bars[bar]), rowOf(*columns, bar)), qPrintable(textOf(spec)));
        }
    }
}

void TestIndicatorProperties::aPrefixKeepsItsValues()
{
    QFETCH(const IndicatorInfo *const, info);
    SplitMix64 random(seedOf(*info) + 1);
    for (int i = 0; i < specsEach; ++i) {
        const auto bars = marketBars(barCount, random.next());
        const IndicatorSpec spec = randomSpec(*info, random, bars);
        const auto whole = runIndicator(spec, bars);
        const std::size_t length = random.below(bars.size());
        const auto part = runIndicator(spec, std::span(bars).first(length));
        QVERIFY2(whole && part, qPrintable(textOf(spec)));
        for (std::size_t output = 0; output < whole->size(); ++output)
            QVERIFY2(isSame(part->at(output), std::span(whole->at(output)).first(length)),
                     qPrintable(textOf(spec)));
    }
}

void TestIndicatorProperties::aCloneGoesOnByItself()
{
    QFETCH(const IndicatorInfo *const, info);
    SplitMix64 random(seedOf(*info) + 2);
    for (int i = 0; i < specsEach; ++i) {
        const auto bars = marketBars(barCount, random.next());
        const IndicatorSpec spec = randomSpec(*info, random, bars);
        const auto columns = runIndicator(spec, bars);
        QVERIFY2(columns, qPrintable(textOf(spec)));
        const std::size_t half = random.below(bars.size());
        Run run(spec);
        for (std::size_t bar = 0; bar < half; ++bar)
            run.add(bars[bar]);
        Run clone = run.clone();
        for (std::size_t bar = half; bar < bars.size(); ++bar)
            QVERIFY2(isSame(clone.add(bars[bar]), rowOf(*columns, bar)), qPrintable(textOf(spec)));
        for (std::size_t bar = half; bar < bars.size(); ++bar)
            QVERIFY2(isSame(run.add(bars[bar]), rowOf(*columns, bar)), qPrintable(textOf(spec)));
    }
}

void TestIndicatorProperties::instancesShareNothing()
{
    QFETCH(const IndicatorInfo *const, info);
    SplitMix64 random(seedOf(*info) + 3);
    const auto barsA = marketBars(barCount, random.next());
    const auto barsB = marketBars(barCount, random.next());
    const IndicatorSpec specA = randomSpec(*info, random, barsA);
    const IndicatorSpec specB = randomSpec(*info, random, barsB);
    const auto columnsA = runIndicator(specA, barsA);
    const auto columnsB = runIndicator(specB, barsB);
    QVERIFY(columnsA && columnsB);
    Run a(specA);
    Run b(specB);
    for (std::size_t bar = 0; bar < barCount; ++bar) {
        QVERIFY2(isSame(a.add(barsA[bar]), rowOf(*columnsA, bar)), qPrintable(textOf(specA)));
        QVERIFY2(isSame(b.add(barsB[bar]), rowOf(*columnsB, bar)), qPrintable(textOf(specB)));
    }
}

void TestIndicatorProperties::valuesStayOnceTheyAreThere()
{
    QFETCH(const IndicatorInfo *const, info);
    // Fractals are few; one of Supertrend's two lines is there; %B and choppiness want a range,
    // relative volume a bar at the same time of the days before
    const bool mayLack
        = QStringList { u"fractals"_s, u"supertrend"_s, u"percentb"_s, u"chop"_s, u"rvol"_s }
              .contains(QLatin1String(info->id));
    SplitMix64 random(seedOf(*info) + 4);
    for (int i = 0; i < specsEach; ++i) {
        auto bars = marketBars(barCount, random.next());
        for (IndicatorBar &bar : bars)
            bar.part = SessionPart::Regular;
        const IndicatorSpec spec = randomSpec(*info, random, bars, 12);
        const auto columns = runIndicator(spec, bars);
        QVERIFY2(columns, qPrintable(textOf(spec)));
        int values = 0;
        for (const std::vector<double> &column : *columns) {
            bool isThere = false;
            for (const double value : column) {
                QVERIFY2(!isThere || !std::isnan(value) || mayLack, qPrintable(textOf(spec)));
                isThere = !std::isnan(value);
                values += isThere ? 1 : 0;
            }
        }
        QVERIFY2(values > 0, qPrintable(textOf(spec)));
    }
}

void TestIndicatorProperties::oddBarsGiveNoInfinity()
{
    QFETCH(const IndicatorInfo *const, info);
    SplitMix64 random(seedOf(*info) + 5);
    enum Odd { Flat, Zero, NoVolume, NoRange, Tiny, Huge, Negative, Kinds };
    for (int i = 0; i < specsEach * Kinds; ++i) {
        auto bars = marketBars(200, random.next());
        const IndicatorSpec spec = randomSpec(*info, random, bars);
        const double scale = i % Kinds == Tiny ? 1e-9 : i % Kinds == Huge ? 1e7 : 1;
        for (std::size_t at = 0; at < bars.size(); ++at) {
            IndicatorBar &bar = bars[at];
            if (i % Kinds == NoVolume)
                bar.volume = 0;
            if (i % Kinds == NoRange)
                bar.open = bar.high = bar.low = bar.close;
            if (i % Kinds == Flat || i % Kinds == Zero)
                bar.open = bar.high = bar.low = bar.close = bar.vwap = i % Kinds == Flat ? 12.3 : 0;
            if (i % Kinds == Negative && at % 50 > 20) {
                std::swap(bar.high, bar.low);
                for (double *price : { &bar.open, &bar.high, &bar.low, &bar.close, &bar.vwap })
                    *price = -*price;
            }
            for (double *price : { &bar.open, &bar.high, &bar.low, &bar.close, &bar.vwap })
                *price *= scale;
        }
        const auto columns = runIndicator(spec, bars);
        QVERIFY2(columns, qPrintable(textOf(spec)));
        for (const std::vector<double> &column : *columns)
            for (const double value : column)
                QVERIFY2(!std::isinf(value), qPrintable(textOf(spec)));
    }
}

void TestIndicatorProperties::shiftsAreOfBars()
{
    QFETCH(const IndicatorInfo *const, info);
    if (!info->shift)
        return;
    SplitMix64 random(seedOf(*info) + 6);
    const auto bars = marketBars(100, random.next());
    const IndicatorSpec spec = randomSpec(*info, random, bars);
    for (std::size_t output = 0; output < info->outputs.size(); ++output)
        QVERIFY(std::abs(info->shift(spec.parameters, output)) <= 1'000);
}

QTEST_APPLESS_MAIN(TestIndicatorProperties)
#include "tst_indicatorproperties.moc"
