#include "desksession.h"

#include "easterntime.h"
#include "pulleddesk.h"
#include "symbology.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The contract at the money that ends with the next month's third Friday.
QString optionOf(const QString &root, Price last, QDate today)
{
    const QDate next = today.addMonths(1);
    QDate third(next.year(), next.month(), 15);
    third = third.addDays((Qt::Friday - third.dayOfWeek() + 7) % 7);
    const auto strike = Price::whole(qint64(last.toDouble() / 10) * 10);
    return *symbology::formatOption({ root, third, true, strike });
}

/// The contract of a quarterly product that ends next, but not within the month.
QString futureOf(const QString &root, QDate today)
{
    QDate month = today.addMonths(1);
    while (month.month() % 3 != 0)
        month = month.addMonths(1);
    return root + QStringView(u"FGHJKMNQUVXZ")[month.month() - 1]
        + QString::number(month.year() % 10);
}

} // namespace

/// A desk on the simulated market looks at a symbol of each class, over real sockets.
class TestDeskClasses : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_session.openSimulated(1, 5));
        m_session.watch(u"SPY"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.snapshots[u"SPY"_s].last > Price(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.status.marketTime != Timestamp {}, 20'000);
    }

    void isShown_data()
    {
        QTest::addColumn<AssetClass>("assetClass");
        QTest::addColumn<bool>("hasTrades");
        QTest::addColumn<bool>("hasQuotes");
        QTest::addColumn<bool>("hasVolume");
        using enum AssetClass;
        QTest::newRow("stock") << Stocks << true << true << true;
        QTest::newRow("option") << Options << true << true << true;
        QTest::newRow("index") << Indices << false << false << false;
        QTest::newRow("currency") << Forex << false << true << true; // of quotes
        QTest::newRow("coin") << Crypto << true << true << true;
        QTest::newRow("future") << Futures << true << true << true;
    }

    void isShown()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const bool, hasTrades);
        QFETCH(const bool, hasQuotes);
        QFETCH(const bool, hasVolume);
        const QString symbol = symbolOf(assetClass);
        QCOMPARE(symbology::classOf(symbol), assetClass);
        m_session.watch(symbol);
        m_session.openTape(symbol);
        const quint64 chart = m_session.openChart(symbol, Timeframe());
        const quint64 days = m_session.openChart(symbol, Timeframe(1, TimeUnit::Day));

        // History, the day's figures, and the stream
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk.charts[chart].size() > 20, qPrintable(symbol), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.charts[days].size() > 20, 20'000);
        const auto shown = [&] { return m_desk.snapshots[symbol]; };
        QTRY_VERIFY_WITH_TIMEOUT(shown().last > Price(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(shown().previousClose > Price(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!hasQuotes || (shown().bid > Price() && shown().bid < shown().ask),
                                 20'000);
        if (assetClass != AssetClass::Options) // the next print may be minutes away
            QTRY_VERIFY_WITH_TIMEOUT(!m_desk.prints[symbol].empty(), 20'000);
        for (const TapePrint &print : m_desk.prints[symbol])
            QCOMPARE(print.origin == PrintOrigin::SecondBar, !hasTrades);
        QVERIFY(m_desk.status.streams[std::size_t(assetClass)] == StreamState::Live);
        QVERIFY(!shown().badge.stale);
        QVERIFY(shown().badge.recency == Recency::RealTime);

        // The chart and its days are of the same market
        const Candle last = m_desk.charts[chart].rbegin()->second;
        QVERIFY(last.volume.isZero() != hasVolume);
        const Candle today = m_desk.charts[days].rbegin()->second;
        QVERIFY(last.low >= today.low && last.high <= today.high);
        QCOMPARE(Timeframe(1, TimeUnit::Day).windowStart(last.start, assetClass), today.start);
        QVERIFY2(std::abs(shown().last.toDouble() / last.close.toDouble() - 1) < 0.05,
                 qPrintable(symbol));
        m_session.closeChart(chart);
        m_session.closeChart(days);
        m_session.closeTape(symbol);
        m_session.unwatch(symbol);
    }

    void allClassesButOptionsAreListed()
    {
        QSet<AssetClass> listed;
        QTRY_VERIFY_WITH_TIMEOUT((listed.clear(),
                                  std::ranges::for_each(m_desk.directory,
                                                        [&](const DirectoryEntry &entry) {
                                                            listed.insert(entry.assetClass);
                                                        }),
                                  listed.size() == 5),
                                 20'000);
        QVERIFY(!listed.contains(AssetClass::Options));
        for (const DirectoryEntry &entry : m_desk.directory) {
            QCOMPARE(symbology::classOf(entry.symbol), entry.assetClass);
            QVERIFY2(!entry.name.isEmpty(), qPrintable(entry.symbol));
        }
    }

private:
    QString symbolOf(AssetClass assetClass)
    {
        const QDate today = easterntime::date(m_desk.status.marketTime);
        switch (assetClass) {
        case AssetClass::Stocks:
            return u"NVDA"_s;
        case AssetClass::Options:
            return optionOf(u"SPY"_s, m_desk.snapshots[u"SPY"_s].last, today);
        case AssetClass::Indices:
            return u"I:SPX"_s;
        case AssetClass::Forex:
            return u"C:USDJPY"_s;
        case AssetClass::Crypto:
            return u"X:ETHUSD"_s;
        case AssetClass::Futures:
            return futureOf(u"ES"_s, today);
        }
        Q_UNREACHABLE();
    }

    DeskSession m_session;
    PulledDesk m_desk { m_session };
};

QTEST_GUILESS_MAIN(TestDeskClasses)
#include "tst_deskclasses.moc"
