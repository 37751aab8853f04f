#include <QtTest>

#include "keptmarket.h"

#include <QTemporaryDir>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;

/// A live market whose chart is compared with what Yahoo Finance says, which the test speaks for.
struct ComparedMarket : KeptMarket
{
    explicit ComparedMarket(const QString &cacheFile, double percent = 1)
        : KeptMarket(cacheFile)
    {
        QObject::connect(&loop.standInRequests(), &RequestBook::wanted, &loop,
                         [this](const RestRequest &request) { askedOther.push_back(request); });
        SourceOrder order;
        order.setDefault({ u"massive"_s, u"yahoo"_s });
        loop.setDataSettings({ .yahoo = true, .discrepancyPercent = percent }, order);
        open();
        loop.openChart(1, symbol, Timeframe(1, TimeUnit::Minute));
    }

    /// Yahoo's last price, of now; and the close of the day before.
    bool sayOther(double last, double close = 99)
    {
        if (askedOther.empty())
            return false;
        const QByteArray seconds = QByteArray::number(toMs(wall.utc()) / 1'000);
        const QByteArray open = QByteArray::number(toMs(at(9h + 30min - 24h)) / 1'000);
        RestReply reply;
        reply.id = askedOther.front().id;
        reply.ok = true;
        reply.httpStatus = 200;
        const QByteArray price = QByteArray::number(close);
        reply.body = "{\"chart\":{\"result\":[{\"meta\":{\"symbol\":\"NVDA\",\"currency\":\"USD\","
                     "\"regularMarketPrice\":"
            + QByteArray::number(last) + ",\"regularMarketTime\":" + seconds + "},\"timestamp\":["
            + open + "],\"indicators\":{\"quote\":[{\"open\":[" + price + "],\"high\":[" + price
            + "],\"low\":[" + price + "],\"close\":[" + price
            + "],\"volume\":[100]}]}}],\"error\":null}}";
        askedOther.pop_front();
        loop.standInRequests().answer(reply);
        return true;
    }

    /// A minute passes, both sources tell a price.
    void minute(int own, double other)
    {
        pass(61s);
        trade(wall.utc(), ++m_sequence, own);
        loop.tick();
        QVERIFY(sayOther(other));
        pull();
    }

    bool disagrees() const { return happened(ConnectionEvent::Kind::PricesDiffer); }

    std::deque<RestRequest> askedOther;

private:
    quint64 m_sequence = 0;
};

} // namespace

class TestComparisonDesk : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void saysOnceThatTwoSourcesDisagree()
    {
        ComparedMarket market(path());
        for (int i = 0; i < 5; ++i)
            market.minute(100, 103);
        QVERIFY(market.disagrees());
        const auto told = std::ranges::count(market.events, ConnectionEvent::Kind::PricesDiffer,
                                             &ConnectionEvent::kind);
        QCOMPARE(told, 1);
        const auto event = std::ranges::find(market.events, ConnectionEvent::Kind::PricesDiffer,
                                             &ConnectionEvent::kind);
        QCOMPARE(event->symbol, symbol);
        QVERIFY(event->detail.contains(u"3.00 %"_s));
    }

    void staysQuietBelowTheThreshold_data()
    {
        QTest::addColumn<double>("other");
        QTest::addColumn<double>("percent");
        QTest::newRow("nearly the same") << 100.4 << 1.0;
        QTest::newRow("a wide threshold") << 103.0 << 5.0;
    }

    void staysQuietBelowTheThreshold()
    {
        QFETCH(const double, other);
        QFETCH(const double, percent);
        ComparedMarket market(path(), percent);
        for (int i = 0; i < 6; ++i)
            market.minute(100, other);
        QVERIFY(!market.disagrees());
    }

    void oneOddPriceIsNoAlarm()
    {
        ComparedMarket market(path());
        market.minute(100, 100);
        market.minute(100, 120);
        market.minute(100, 100);
        QVERIFY(!market.disagrees());
    }

    void nobodyIsAskedUnlessChosen()
    {
        ComparedMarket market(path());
        market.loop.setDataSettings({});
        market.askedOther.clear();
        market.pass(130s);
        market.loop.tick();
        QVERIFY(market.askedOther.empty());
    }

    /// A simulated price says nothing of a real one.
    void nobodyIsAskedAboutASimulatedMarket()
    {
        ComparedMarket market(path());
        market.spec.source = DataSource::Simulated;
        market.loop.setSource(market.spec, [&market] { return market.wall.utc(); });
        market.askedOther.clear();
        market.tellTime();
        market.pass(130s);
        market.loop.tick();
        QVERIFY(market.askedOther.empty());
    }

private:
    QString path() const { return m_folder->filePath(u"cache.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestComparisonDesk)
#include "tst_comparisondesk.moc"
