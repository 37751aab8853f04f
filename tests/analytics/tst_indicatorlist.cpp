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
        std::set<QString> ids;
        for (const IndicatorInfo *info : allIndicators()) {
            QVERIFY2(ids.insert(QString::fromLatin1(info->id)).second, info->id);
            QCOMPARE(findIndicator(QString::fromLatin1(info->id)), info);
            QVERIFY2(info->make && !info->outputs.empty() && *info->name && *info->shortName,
                     info->id);
            for (const IndicatorParameter &parameter : info->parameters)
                QVERIFY2(parameter.least <= parameter.initial
                             && parameter.initial <= parameter.most,
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
