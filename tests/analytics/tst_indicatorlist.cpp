#include "indicatorlist.h"

#include <QtTest>

#include <set>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<IndicatorBar> barsOf(std::initializer_list<double> closes)
{
    std::vector<IndicatorBar> bars;
    for (const double close : closes)
        bars.push_back({ .open = close, .high = close, .low = close, .close = close });
    return bars;
}

} // namespace

class TestIndicatorList : public QObject
{
    Q_OBJECT

private slots:
    void everyIndicatorIsWhole()
    {
        QVERIFY(allIndicators().size() >= 40);
        std::set<QString> ids;
        std::set<QString> names;
        for (const IndicatorInfo *info : allIndicators()) {
            QVERIFY2(ids.insert(QString::fromLatin1(info->id)).second, info->id);
            QCOMPARE(findIndicator(QString::fromLatin1(info->id)), info);
            QVERIFY2(info->make && !info->outputs.empty() && *info->name && *info->shortName,
                     info->id);
            QVERIFY2(names.insert(QString::fromUtf8(info->name)).second, info->id);
            std::set<QString> parts;
            for (const IndicatorParameter &parameter : info->parameters) {
                QVERIFY2(parts.insert(QString::fromLatin1(parameter.id)).second, parameter.id);
                QVERIFY2(parameter.least <= parameter.initial && parameter.initial <= parameter.most
                             && *parameter.name,
                         info->id);
                const bool isChoice = parameter.kind == IndicatorParameter::Kind::Choice;
                QVERIFY2(!isChoice || parameter.most == double(parameter.choices.size()) - 1,
                         info->id);
            }
            parts.clear();
            for (const IndicatorOutput &output : info->outputs)
                QVERIFY2(*output.name && parts.insert(QString::fromLatin1(output.id)).second,
                         info->id);
            QVERIFY2(!info->range || info->range->first < info->range->second, info->id);
            for (const double level : info->levels)
                QVERIFY2(!info->range
                             || (info->range->first <= level && level <= info->range->second),
                         info->id);
            for (const IndicatorBand &band : info->bands)
                QVERIFY2(std::size_t(std::max(band.upper, band.lower)) < info->outputs.size(),
                         info->id);
        }
        QVERIFY(!findIndicator(u"unknown"));
    }

    void parametersAreChecked()
    {
        QVERIFY(makeIndicator({ u"sma"_s, { 3 } }));
        QCOMPARE(indicatorParameters({ u"sma"_s, {} })->front(), 20.0);
        QVERIFY(!makeIndicator({ u"sma"_s, { 0 } }));
        QVERIFY(!makeIndicator({ u"sma"_s, { 2.5 } }));
        QVERIFY(!makeIndicator({ u"sma"_s, { 3, 0, 1 } }));
        QVERIFY(!makeIndicator({ u"sma"_s, { noValue } }));
        QCOMPARE(makeIndicator({ u"unknown"_s, {} }).error().code, Error::Code::NotFound);
    }

    void valuesBeginAfterTheWindow()
    {
        const auto columns = runIndicator({ u"sma"_s, { 3 } }, barsOf({ 1, 2, 3, 7 }));
        QVERIFY(columns);
        QVERIFY(std::isnan(columns->front()[1]));
        QCOMPARE(columns->front()[2], 2.0);
        QCOMPARE(columns->front()[3], 4.0);
    }

    void aValueThatIsNoNumberIsRefused()
    {
        QVERIFY(!runIndicator({ u"sma"_s, { 2 } }, barsOf({ 1, noValue, 3 })));
    }
};

QTEST_APPLESS_MAIN(TestIndicatorList)
#include "tst_indicatorlist.moc"
