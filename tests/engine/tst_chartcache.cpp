#include <QtTest>

#include "keptmarket.h"

#include <QTemporaryDir>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;
constexpr quint64 chart = 1;
const Timeframe minute(1, TimeUnit::Minute);

/// A market whose chart was filled by the service, and closed.
void see(const QString &cacheFile)
{
    KeptMarket market(cacheFile);
    market.openHistory();
    market.loop.openChart(chart, symbol, minute);
    QVERIFY(
        market.waitUntil([&] { return market.history[chart] == ChartUpdate::History::Partial; }));
    QVERIFY(!market.charts[chart].empty());
    QVERIFY(market.waitUntil([&] { return market.isAsked(u"/v3/reference/splits"_s); }));
    market.answer(u"/v3/reference/splits"_s, "{\"status\":\"OK\",\"results\":[]}");
}

} // namespace

/// Charts over a cache.
class TestChartCache : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aSymbolSeenBeforeIsPaintedBeforeAnyAnswer()
    {
        see(path());
        KeptMarket market(path(), 10h + 20min);
        market.loop.setSource(market.spec);
        market.loop.openChart(chart, symbol, minute);
        QVERIFY(market.waitUntil([&] { return !market.charts[chart].empty(); }));
        QVERIFY(market.isAsked(u"marketstatus/now"_s)); // the service has not even told its time
        QVERIFY(market.service.asked.empty());
        QCOMPARE(market.keptAsOf[chart], DrivenMarket::at(10h));
        const Timestamp newest = market.charts[chart].rbegin()->first;
        QVERIFY(newest > DrivenMarket::at(9h + 50min));

        market.tellTime();
        QVERIFY(market.waitUntil(
            [&] { return market.history[chart] == ChartUpdate::History::Partial; }));
        QCOMPARE(market.keptAsOf[chart], Timestamp());
        // Only what was not settled then was asked for
        QCOMPARE(market.service.asked.size(), std::size_t(1));
        QCOMPARE(market.service.asked[0].range.from, DrivenMarket::at(9h + 45min));
        for (const auto &[start, bar] : market.charts[chart])
            QCOMPARE(bar, *BarService::truth(symbol, minute, start, market.wall.utc()));
    }

    void keptBarsStayWhereNobodyAnswers()
    {
        see(path());
        KeptMarket market(path(), 10h + 20min);
        market.service.fails = [](const RestRequest &) { return true; };
        market.loop.setSource(market.spec);
        market.loop.openChart(chart, symbol, minute);
        market.tellTime();
        QVERIFY(market.waitUntil(
            [&] { return market.history[chart] == ChartUpdate::History::Failed; }));
        QVERIFY(!market.charts[chart].empty());
        QCOMPARE(market.keptAsOf[chart], DrivenMarket::at(10h));
        QVERIFY(!market.messages[chart].isEmpty());
    }

    void keptBarsOfLongAgoAreJoinedToTheNewOnes()
    {
        see(path());
        KeptMarket market(path(), 10h + 24h * 9);
        market.openHistory();
        market.loop.openChart(chart, symbol, minute);
        const Timestamp old = DrivenMarket::at(9h + 40min);
        QVERIFY(market.waitUntil([&] {
            return market.history[chart] == ChartUpdate::History::Partial
                && market.keptAsOf[chart] == Timestamp();
        }));
        const auto &bars = market.charts[chart];
        QVERIFY(bars.begin()->first < old);
        QVERIFY(market.gaps[chart].empty());
        for (Timestamp start = old; start < DrivenMarket::at(10h + 24h * 9 - 20min); start += 1min)
            QCOMPARE(bars.contains(start),
                     BarService::truth(symbol, minute, start, market.wall.utc()).has_value());
    }

    /// What a delayed plan sees first is as young as anywhere: it is asked for again.
    void onADelayedPlanNothingIsSettledTooSoon()
    {
        for (const Duration later : { 0s, 60s }) {
            KeptMarket market(path(), 10h + later, Plan::Starter);
            market.openHistory();
            market.loop.openChart(chart, symbol, minute);
            QVERIFY(market.waitUntil(
                [&] { return market.history[chart] == ChartUpdate::History::Partial; }));
            if (later > 0s)
                QCOMPARE(market.service.asked.back().range.from, DrivenMarket::at(9h + 30min));
        }
    }

    /// A split changes all days before it: adjusted bars from before are not shown again.
    void aSplitMakesAdjustedBarsBeAskedForAnew()
    {
        see(path());
        {
            // A day on which nothing is split is noted
            KeptMarket market(path(), 10h + 24h);
            market.openHistory();
            market.loop.openChart(chart, symbol, minute);
            QVERIFY(market.waitUntil([&] { return market.isAsked(u"/v3/reference/splits"_s); }));
            QCOMPARE(
                market.queryOf(u"/v3/reference/splits"_s).queryItemValue(u"execution_date.gte"_s),
                u"2026-03-10"_s);
            market.answer(u"/v3/reference/splits"_s, "{\"status\":\"OK\",\"results\":[]}");
            QVERIFY(market.waitUntil(
                [&] { return market.history[chart] == ChartUpdate::History::Partial; }));
        }
        KeptMarket market(path(), 10h + 48h);
        market.openHistory();
        market.loop.openChart(chart, symbol, minute);
        QVERIFY(market.waitUntil([&] {
            return market.isAsked(u"/v3/reference/splits"_s)
                && market.history[chart] == ChartUpdate::History::Partial;
        }));
        const std::size_t before = market.service.asked.size();
        market.answer(u"/v3/reference/splits"_s,
                      "{\"status\":\"OK\",\"results\":[{\"ticker\":\"NVDA\",\"execution_date\":"
                      "\"2026-03-12\",\"split_from\":1,\"split_to\":10}]}");
        QVERIFY(market.waitUntil([&] {
            return market.service.asked.size() > before
                && market.history[chart] == ChartUpdate::History::Partial;
        }));
        const BarService::Asked &again = market.service.asked.back();
        QVERIFY(again.range.from < DrivenMarket::at(-24h));
    }

    void listsAreAskedForOnce()
    {
        {
            KeptMarket market(path());
            market.openHistory();
            const auto isAsked = [&] { return market.isAsked(u"/v3/reference/tickers"_s); };
            QVERIFY(market.waitUntil(isAsked));
            market.answer(u"/v1/marketstatus/upcoming"_s,
                          "[{\"date\":\"2026-03-11\",\"exchange\":\"NYSE\",\"name\":\"Rest\","
                          "\"status\":\"closed\"}]");
            market.answer(u"/v3/reference/tickers"_s,
                          "{\"status\":\"OK\",\"results\":[{\"ticker\":\"NVDA\",\"name\":"
                          "\"Nvidia\",\"market\":\"stocks\",\"active\":true}]}");
            for (const auto &[list, symbol] : { std::pair(u"indices"_s, QByteArray("I:SPX")),
                                                std::pair(u"crypto"_s, QByteArray("X:BTCUSD")),
                                                std::pair(u"fx"_s, QByteArray("C:EURUSD")) }) {
                QVERIFY(market.waitUntil(isAsked));
                QCOMPARE(market.queryOf(u"/v3/reference/tickers"_s).queryItemValue(u"market"_s),
                         list);
                market.answer(u"/v3/reference/tickers"_s,
                              "{\"status\":\"OK\",\"results\":[{\"ticker\":\"" + symbol
                                  + "\",\"name\":\"One\",\"market\":\"any\"}]}");
            }
            QVERIFY(market.isAsked(u"/futures/v1/contracts"_s));
            market.answer(u"/futures/v1/contracts"_s,
                          "{\"status\":\"OK\",\"results\":[{\"ticker\":\"ESM6\",\"product_code\":"
                          "\"ES\",\"name\":\"E-mini\",\"last_trade_date\":\"2026-06-18\"}]}");
            market.pass(1s);
        }
        KeptMarket market(path(), 11h);
        market.loop.setSource(market.spec);
        QVERIFY(market.waitUntil([&] { return market.directory.size() == 5; }));
        QCOMPARE(market.directory[0].name, u"Nvidia"_s);
        QCOMPARE(market.directory[4].symbol, u"ESM6"_s);
        QCOMPARE(market.directory[4].name, u"E-mini S&P 500, 2026-06"_s);
        QVERIFY(market.directory[4].assetClass == AssetClass::Futures);
        market.tellTime();
        market.pass(5s);
        QVERIFY(!market.isAsked(u"/v3/reference/tickers"_s));
        QVERIFY(!market.isAsked(u"/futures/v1/contracts"_s));
        QVERIFY(!market.isAsked(u"/v1/marketstatus/upcoming"_s));
        QCOMPARE(market.status.part, SessionPart::Regular);
    }

private:
    QString path() const { return m_folder->filePath(u"cache.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestChartCache)
#include "tst_chartcache.moc"
