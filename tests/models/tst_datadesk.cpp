#include "cachedsymbolsmodel.h"
#include "datadesk.h"
#include "datatext.h"
#include "fakedataport.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp noon = Timestamp(std::chrono::sys_days(std::chrono::June / 28 / 2024)) + 16h;
const QLocale english(QLocale::English, QLocale::UnitedStates);

} // namespace

class TestDataDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(english); }

    void whatWouldGoIsFoundBySymbolAndAge()
    {
        DataDesk desk(m_port);
        QCOMPARE(desk.matching({}, noon).bars, 0);
        desk.takeStatistics(cacheStatistics(
            { cachedSymbol(u"AAPL"_s, 1'000, noon - std::chrono::days(10)),
              cachedSymbol(u"AAPL"_s, 50, noon, u"yahoo"_s), cachedSymbol(u"MSFT"_s, 300, noon) }));
        QCOMPARE(desk.matching({}, noon).bars, 1'350);
        QCOMPARE(desk.matching({}, noon).symbols, 2);
        QCOMPARE(desk.matching({ u"AAPL"_s, {} }, noon).bars, 1'050);
        QCOMPARE(desk.matching({ {}, 10 }, noon).bars, 1'000);
        QCOMPARE(desk.matching({ {}, 11 }, noon).bars, 0);
        QCOMPARE(desk.matching({ u"AAPL"_s, 0 }, noon).bytes, 10'500);
    }

    void clearingIsUnderWayUntilItIsTold()
    {
        FakeDataPort port;
        DataDesk desk(port);
        QSignalSpy cleared(&desk, &DataDesk::cleared);
        QSignalSpy failed(&desk, &DataDesk::clearingFailed);
        desk.clear({ u"AAPL"_s, {} });
        desk.clear({ u"MSFT"_s, {} });
        QCOMPARE(port.clearings.size(), 2U);
        desk.takeCleared(4'000);
        QVERIFY(desk.isClearing());
        desk.takeFailure(u"The disk is full."_s);
        QVERIFY(!desk.isClearing());
        QCOMPARE(cleared.takeFirst().first().toLongLong(), 4'000);
        QCOMPARE(failed.takeFirst().first().toString(), u"The disk is full."_s);
        QCOMPARE(port.asked, 2); // what is left
    }

    void theTimeOfADownloadFollowsFromThePlans()
    {
        FakeDataPort port;
        DataDesk desk(port);
        PlanSet plans; // five a minute
        DownloadOrder order;
        order.symbols = { u"AAPL"_s, u"MSFT"_s };
        desk.setCapabilities(Capabilities(plans));
        QCOMPARE(desk.estimate(order), (DownloadEstimate { 24, 5 }));
        order.symbols.append(u"X:BTCUSD"_s); // of another product, with a limit of its own
        QCOMPARE(desk.estimate(order), (DownloadEstimate { 36, 8 }));
        desk.setCapabilities(Capabilities(PlanSet::all(Plan::Advanced)));
        QCOMPARE(desk.estimate(order), (DownloadEstimate { 36, 0 }));
    }

    void downloadsOfAnEarlierRunAreKnown()
    {
        FakeDataPort port;
        DataDesk desk(port);
        desk.takeDownloads({ downloadStatus(7, { u"AAPL"_s }) });
        desk.start(downloadStatus(0, { u"MSFT"_s }).order);
        desk.takeDownloads({ downloadStatus(7, { u"AAPL"_s }), downloadStatus(8, { u"MSFT"_s }) });
        QVERIFY(desk.isFromBefore(7));
        QVERIFY(!desk.isFromBefore(8));
        desk.start(downloadStatus(0, { u"NVDA"_s }).order);
        desk.takeRefusal(u"no"_s);
        desk.takeDownloads({ downloadStatus(9, { u"SPY"_s }) }); // of a source that came back
        QVERIFY(desk.isFromBefore(9));
    }

    void onlyNewsIsTold()
    {
        FakeDataPort port;
        DataDesk desk(port);
        QSignalSpy told(&desk, &DataDesk::downloadsChanged);
        QSignalSpy counted(&desk, &DataDesk::statisticsChanged);
        for (int i = 0; i < 2; ++i) {
            desk.takeDownloads({ downloadStatus(7, { u"AAPL"_s }) });
            desk.takeStatistics(cacheStatistics({ cachedSymbol(u"AAPL"_s, 1, noon) }));
        }
        QCOMPARE(told.count(), 1);
        QCOMPARE(counted.count(), 1);
    }

    // --- choices ---------------------------------------------------------------------------------

    void yahooIsAskedOnlyWhereItWasChosen()
    {
        FakeDataPort port;
        DataDesk desk(port);
        const auto bars = [&port](AssetClass asset) {
            return port.sourceOrder.of(asset, SourceData::Bars).join(u' ');
        };
        DataChoices choices;
        QVERIFY(!choices.data.yahoo);
        choices.order[0] = SourceChoice::YahooFirst;
        desk.setChoices(choices);
        QCOMPARE(bars(AssetClass::Stocks), u"massive"_s);
        choices.data.yahoo = true;
        choices.order[3] = SourceChoice::ServiceOnly;
        desk.setChoices(choices);
        QVERIFY(port.settings->yahoo);
        QCOMPARE(bars(AssetClass::Stocks), u"yahoo massive"_s);
        QCOMPARE(bars(AssetClass::Indices), u"massive yahoo"_s);
        QCOMPARE(bars(AssetClass::Crypto), u"massive"_s);
        QCOMPARE(bars(AssetClass::Options), u"massive"_s);
    }

    void choicesComeBack()
    {
        DataChoices choices;
        choices.data = { false, 512, true, 2.5 };
        choices.order = { SourceChoice::YahooFirst, SourceChoice::ServiceOnly,
                          SourceChoice::ServiceFirst, SourceChoice::YahooFirst };
        QCOMPARE(dataChoicesFromJson(toJson(choices)), choices);
        QCOMPARE(dataChoicesFromJson({}), DataChoices());
    }

    void wrongChoicesAreClampedOrLeftOut()
    {
        const QJsonObject wrong { { u"limit_mb"_s, -5 },
                                  { u"discrepancy_percent"_s, 900.0 },
                                  { u"keep"_s, u"maybe"_s },
                                  { u"order"_s, QJsonObject { { u"stocks"_s, u"nobody"_s } } } };
        const DataChoices choices = dataChoicesFromJson(wrong);
        QCOMPARE(choices.data.limitMb, 0);
        QCOMPARE(choices.data.discrepancyPercent, 50.0);
        QVERIFY(choices.data.keep);
        QCOMPARE(choices.order[0], SourceChoice::ServiceFirst);
    }

    // --- words -----------------------------------------------------------------------------------

    void wordsAreForPeople()
    {
        QCOMPARE(datatext::bytes(41'234'567, english), u"41.2 MB"_s);
        QCOMPARE(datatext::days(noon - std::chrono::days(1), noon, english),
                 u"27 Jun 2024 – 28 Jun 2024"_s);
        QCOMPARE(datatext::days(noon, noon + 1h, english), u"28 Jun 2024"_s);
        QCOMPARE(datatext::days(downloadStatus(1, {}).order, english),
                 u"2 Jan 2024 – 28 Jun 2024"_s);
        QVERIFY(datatext::days({}, {}, english).isEmpty());
        QCOMPARE(datatext::used(noon, noon + 1h), u"Today"_s);
        QCOMPARE(datatext::used(noon, noon + 24h), u"Yesterday"_s);
        QCOMPARE(datatext::used({}, noon), u"Never"_s);
        QCOMPARE(datatext::symbols({ u"A"_s, u"B"_s, u"C"_s, u"D"_s }), u"A, B, C, D"_s);
        QVERIFY(datatext::symbols({ u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s })
                    .startsWith(u"A, B, C and 2"_s));
        QVERIFY(datatext::estimate({ 1'024, 205 }, english).contains(u"1,024"_s));
        QVERIFY(datatext::estimate({ 1'024, 205 }, english).contains(u"3 hour"_s));
        QVERIFY(datatext::estimate({ 24, 5 }, english).contains(u"5 minute"_s));
        QVERIFY(datatext::estimate({ 24, 0 }, english).contains(u"no limit"_s));
    }

    void rowsTellWhatIsKept()
    {
        FakeDataPort port;
        DataDesk desk(port);
        CachedSymbolsModel model(desk);
        model.setLocale(english);
        desk.takeStatistics(cacheStatistics({ cachedSymbol(u"AAPL"_s, 12'345, noon),
                                              cachedSymbol(u"SPY"_s, 1, noon, u"yahoo"_s) }));
        QCOMPARE(model.rowCount(), 2);
        const auto text
            = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(text(0, CachedSymbolsModel::Bars), u"12,345"_s);
        QCOMPARE(text(0, CachedSymbolsModel::Size), u"123.5 kB"_s);
        QCOMPARE(text(0, CachedSymbolsModel::Origin), u"Massive"_s);
        QCOMPARE(text(1, CachedSymbolsModel::Origin), u"Yahoo Finance"_s);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        desk.takeStatistics(cacheStatistics({ cachedSymbol(u"AAPL"_s, 20'000, noon),
                                              cachedSymbol(u"SPY"_s, 1, noon, u"yahoo"_s) }));
        QCOMPARE(resets.count(), 0); // what is chosen stays
        QCOMPARE(text(0, CachedSymbolsModel::Bars), u"20,000"_s);
    }

private:
    FakeDataPort m_port;
};

QTEST_GUILESS_MAIN(TestDataDesk)
#include "tst_datadesk.moc"
