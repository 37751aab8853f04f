#include "randomspecs.h"
#include "textbookpanes.h"
#include "textbookprices.h"

#include <QtTest>

#include <algorithm>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(const tapeline::IndicatorInfo *)

namespace {

textbook::Definition definitionOf(const IndicatorInfo &info)
{
    static const textbook::Definitions all = [] {
        textbook::Definitions both = textbook::priceDefinitions();
        std::ranges::move(textbook::paneDefinitions(), std::back_inserter(both));
        return both;
    }();
    for (const auto &[id, definition] : all)
        if (std::string_view(id) == info.id)
            return definition;
    return nullptr;
}

/// 1e-9 of the value, or of a thousandth of the largest one of its column: what is a difference of
/// large numbers has their digits.
QString disagreement(const std::vector<double> &own, const textbook::Values &book)
{
    double largest = 0;
    for (const double value : book)
        largest = std::isnan(value) ? largest : std::max(largest, std::abs(value));
    for (std::size_t i = 0; i < book.size(); ++i) {
        if (std::isnan(own[i]) && std::isnan(book[i]))
            continue;
        const double allowed = 1e-9 * std::max(std::abs(book[i]), largest / 1'000);
        if (!(std::abs(own[i] - book[i]) <= allowed))
            return u"bar %1: %2 instead of %3"_s.arg(i)
                .arg(own[i], 0, 'g', 17)
                .arg(book[i], 0, 'g', 17);
    }
    return {};
}

QString disagreement(const IndicatorInfo &info, const IndicatorSpec &spec,
                     std::span<const IndicatorBar> bars)
{
    const auto columns = runIndicator(spec, bars);
    const Result<std::vector<double>> parameters = indicatorParameters(spec);
    if (!columns || !parameters)
        return u"refused"_s;
    const textbook::Columns book = definitionOf(info)(textbook::Market(bars), *parameters);
    if (book.size() != columns->size())
        return u"%1 outputs instead of %2"_s.arg(columns->size()).arg(book.size());
    for (std::size_t output = 0; output < book.size(); ++output)
        if (const QString text = disagreement(columns->at(output), book[output]); !text.isEmpty())
            return u"%1 %2, %3"_s.arg(textOf(spec), QLatin1String(info.outputs[output].id), text);
    return {};
}

} // namespace

/// Every indicator against its definition, written a second time in another way (textbook.h): a new
/// one needs one.
class TestIndicatorTextbook : public QObject
{
    Q_OBJECT

private slots:
    void barByBarIsTheWholeSeries_data() { addIndicators(); }
    void barByBarIsTheWholeSeries()
    {
        QFETCH(const IndicatorInfo *const, info);
        QVERIFY2(definitionOf(*info), "no definition in textbook*.h");
        SplitMix64 random(qChecksum(QByteArrayView(info->id)) + 77'000u);
        for (int i = 0; i < 12; ++i) {
            const auto bars = marketBars(700, random.next());
            const IndicatorSpec spec = randomSpec(*info, random, bars, i < 6 ? 30 : 120);
            QCOMPARE(disagreement(*info, spec, bars), QString());
        }
        const auto bars = marketBars(1'500, random.next());
        QCOMPARE(disagreement(*info, { QString::fromLatin1(info->id), {} }, bars), QString());
    }

    /// After 200,000 bars, nothing has gathered.
    void longRunsDoNotDrift_data() { addIndicators(); }
    void longRunsDoNotDrift()
    {
        QFETCH(const IndicatorInfo *const, info);
        static const std::vector<IndicatorBar> bars = marketBars(200'000, 4'711);
        QCOMPARE(disagreement(*info, { QString::fromLatin1(info->id), {} }, bars), QString());
    }

private:
    static void addIndicators()
    {
        QTest::addColumn<const IndicatorInfo *>("info");
        for (const IndicatorInfo *info : allIndicators())
            QTest::newRow(info->id) << info;
    }
};

QTEST_APPLESS_MAIN(TestIndicatorTextbook)
#include "tst_indicatortextbook.moc"
