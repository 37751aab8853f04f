#include <QtTest>

#include "keptmarket.h"

#include <QTemporaryDir>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

DownloadOrder order(const QStringList &symbols, int days)
{
    DownloadOrder wanted;
    wanted.symbols = symbols;
    wanted.timeframe = Timeframe(15, TimeUnit::Minute);
    wanted.range = { DrivenMarket::at(-24h * days), DrivenMarket::at(-24h) };
    return wanted;
}

bool isOver(KeptMarket &market)
{
    const std::vector<DownloadStatus> all = market.loop.downloads().statuses();
    return !all.empty() && all[0].state != DownloadStatus::State::Running;
}

bool isDone(KeptMarket &market, std::size_t count = 1)
{
    const std::vector<DownloadStatus> all = market.loop.downloads().statuses();
    return all.size() == count && std::ranges::all_of(all, [](const DownloadStatus &status) {
               return status.state == DownloadStatus::State::Done;
           });
}

} // namespace

class TestBulkDownload : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void fetchesEverySymbolOnceBehindEverythingElse()
    {
        KeptMarket market(path());
        market.open();
        market.loop.downloads().start(order({ u"AAPL"_s, u"MSFT"_s, u"AAPL"_s }, 200));
        QVERIFY(market.waitUntil([&] { return isDone(market); }));
        const DownloadStatus status = market.loop.downloads().statuses().front();
        QCOMPARE(status.progress, 1.0);
        QCOMPARE(status.symbolsDone, 2);
        QVERIFY(status.bars > 1'000);
        for (const BarService::Asked &asked : market.service.asked)
            QCOMPARE(asked.priority, RestPriority::Background);
        // Again: all of it is there
        const std::size_t asked = market.service.asked.size();
        market.loop.downloads().start(order({ u"MSFT"_s }, 100));
        QVERIFY(market.waitUntil([&] { return isDone(market, 2); }));
        QCOMPARE(market.service.asked.size(), asked);
        QCOMPARE(market.loop.downloads().statuses()[1].bars, 0);
    }

    void onALimitedPlanOneSymbolAtATime()
    {
        KeptMarket market(path(), 10h, Plan::Basic);
        market.service.byHand = true;
        market.open();
        market.loop.downloads().start(order({ u"AAPL"_s, u"MSFT"_s }, 30));
        QVERIFY(market.waitUntil([&] { return !market.service.waiting.empty(); }));
        QCOMPARE(market.service.waiting.size(), std::size_t(1));
    }

    void waitsWhilePausedAndGoesOnWhereItWas()
    {
        KeptMarket market(path());
        market.service.byHand = true;
        market.open();
        market.loop.downloads().start(order({ u"AAPL"_s }, 400));
        QVERIFY(market.waitUntil([&] { return !market.service.waiting.empty(); }));
        market.service.answerNext();
        QVERIFY(market.waitUntil([&] { return !market.service.waiting.empty(); }));
        const quint64 id = market.loop.downloads().statuses().front().order.id;
        market.loop.downloads().pause(id);
        QVERIFY(market.service.waiting.empty());
        market.pass(2s);
        QVERIFY(market.service.waiting.empty());
        market.loop.downloads().resume(id);
        market.service.byHand = false;
        QVERIFY(market.waitUntil([&] {
            market.service.answerAll();
            return isDone(market);
        }));
        TimeRanges seen;
        int again = 0;
        for (const BarService::Asked &asked : market.service.asked) {
            again += !seen.within(asked.range).empty();
            seen.add(asked.range);
        }
        QCOMPARE(again, 1); // the one that was under way
    }

    void outlivesTheProgram()
    {
        {
            KeptMarket market(path());
            market.service.byHand = true;
            market.open();
            market.loop.downloads().start(order({ u"AAPL"_s }, 400));
            QVERIFY(market.waitUntil([&] { return !market.service.waiting.empty(); }));
            market.service.answerNext();
            QVERIFY(market.waitUntil([&] { return !market.service.waiting.empty(); }));
        }
        KeptMarket market(path());
        market.open();
        QVERIFY(market.waitUntil([&] { return isDone(market); }));
        QVERIFY(!market.service.asked.empty());
        for (const BarService::Asked &asked : market.service.asked)
            QVERIFY(asked.range.to < DrivenMarket::at(-24h * 9)); // the newest were there
    }

    void whatIsCancelledIsForgotten()
    {
        KeptMarket market(path());
        market.service.byHand = true;
        market.open();
        market.loop.downloads().start(order({ u"AAPL"_s }, 100));
        QVERIFY(market.waitUntil([&] { return !market.service.waiting.empty(); }));
        market.loop.downloads().cancel(market.loop.downloads().statuses().front().order.id);
        QVERIFY(market.service.waiting.empty());
        QVERIFY(market.loop.downloads().statuses().empty());
    }

    void triesAgainWhatFailedAndStopsWhereThePlanEnds_data()
    {
        QTest::addColumn<Error::Code>("failure");
        QTest::newRow("the service is down for a while") << Error::Code::Network;
        QTest::newRow("the plan ends") << Error::Code::NotEntitled;
    }

    void triesAgainWhatFailedAndStopsWhereThePlanEnds()
    {
        QFETCH(const Error::Code, failure);
        KeptMarket market(path());
        int failures = 0;
        market.service.failure = failure;
        market.service.fails = [&failures](const RestRequest &) { return ++failures == 2; };
        market.open();
        market.loop.downloads().start(order({ u"AAPL"_s }, 400));
        QVERIFY(market.waitUntil([&] {
            market.wall.advance(100ms); // the wait before the next try
            return isOver(market);
        }));
        const DownloadStatus status = market.loop.downloads().statuses().front();
        const bool ended = failure == Error::Code::NotEntitled;
        QCOMPARE(status.state, ended ? DownloadStatus::State::Failed : DownloadStatus::State::Done);
        QCOMPARE(status.progress < 1, ended);
        if (ended) {
            QVERIFY(status.detail.startsWith(u"AAPL: "_s));
            QCOMPARE(market.service.asked.size(), std::size_t(2));
        } else {
            QVERIFY(market.service.asked.size() > 6);
        }
    }

    void withoutACacheItIsRefused()
    {
        KeptMarket market(path());
        market.loop.setStore(nullptr);
        market.open();
        QSignalSpy refused(&market.loop.downloads(), &BulkDownload::refused);
        market.loop.downloads().start(order({ u"AAPL"_s }, 10));
        QCOMPARE(refused.size(), 1);
    }

private:
    QString path() const { return m_folder->filePath(u"cache.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBulkDownload)
#include "tst_bulkdownload.moc"
