#include "fulldisk.h"
#include "oldjournal.h"
#include "tradedmarket.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tapeline;
using namespace tapeline::test;

/// A disk that is full or write-protected: trading goes on in memory, says so, and is written when
/// that is possible again.
class TestUnwrittenTrading : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
#ifndef Q_OS_UNIX
        QSKIP("no file size limit here");
#endif
    }

    void tradingGoesOnInMemory()
    {
        TradedMarket market(path());
        begin(market);
        {
            const FullDisk full(0);
            buy(market, u"a"_s);
            QVERIFY(market.reported(u"a"_s, OrderState::Filled));
            QVERIFY(isUnwritten(market));
            const UnwrittenEvents &unwritten = market.pulled.unwritten;
            QVERIFY2(unwritten.detail.contains(u"disk"_s), qPrintable(unwritten.detail));
            QVERIFY(unwritten.count > 0);
            QVERIFY(unwritten.since > Timestamp());
            QVERIFY(market.pulled.trouble.isEmpty());
            QCOMPARE(market.position()->qty, Qty::whole(100));
            QCOMPARE(linesOf(u"orders"_s, u"a"_s), 0);
            buy(market, u"b"_s); // as acknowledged as the first
            QVERIFY(market.reported(u"b"_s, OrderState::Filled));
        }
        QVERIFY(isWritten(market));
        QVERIFY(linesOf(u"orders"_s, u"a"_s) > 0);
        QVERIFY(linesOf(u"orders"_s, u"b"_s) > 0);
        QCOMPARE(market.position()->qty, Qty::whole(200));
        comesBack(200);
    }

    /// Its number grows; once it is written nothing is told of it any more.
    void howMuchWaitsIsSaid()
    {
        TradedMarket market(path());
        begin(market);
        const FullDisk full(0);
        buy(market, u"a"_s);
        QVERIFY(market.reported(u"a"_s, OrderState::Filled));
        const auto count = [&market] {
            market.pulled.absorb(market.outbox.take());
            return market.pulled.unwritten.count;
        };
        QTRY_VERIFY(count() > 0);
        const qint64 before = count();
        const Timestamp since = market.pulled.unwritten.since;
        buy(market, u"b"_s);
        QTRY_VERIFY_WITH_TIMEOUT(count() > before, 20'000);
        QCOMPARE(market.pulled.unwritten.since, since);
    }

    /// Accounts come back from what can be read.
    void aJournalThatCannotBeWrittenAtTheStart()
    {
        {
            TradedMarket market(path());
            begin(market);
            buy(market, u"a"_s);
            QVERIFY(market.reported(u"a"_s, OrderState::Filled));
        }
        {
            TradedMarket market(path());
            {
                const FullDisk full(0);
                begin(market);
                QVERIFY2(market.pulled.trouble.isEmpty(), qPrintable(market.pulled.trouble));
                QVERIFY(isUnwritten(market));
                QVERIFY(market.position());
                QCOMPARE(market.position()->qty, Qty::whole(100));
                buy(market, u"b"_s);
                QVERIFY(market.reported(u"b"_s, OrderState::Filled));
                QCOMPARE(market.position()->qty, Qty::whole(200));
            }
            QVERIFY(isWritten(market));
            QVERIFY(linesOf(u"orders"_s, u"b"_s) > 0);
        }
        comesBack(200);
    }

    void noJournalAndNoDiskToMakeOne()
    {
        TradedMarket market(path());
        {
            const FullDisk full(0);
            begin(market);
            buy(market, u"a"_s);
            QVERIFY(market.reported(u"a"_s, OrderState::Filled));
        }
        QVERIFY(market.pulled.unwritten.isNone() || isWritten(market));
        QTRY_VERIFY_WITH_TIMEOUT(linesOf(u"orders"_s, u"a"_s) > 0, 20'000);
        comesBack(100, &market);
    }

    /// What waits belongs to the accounts of the next source as well.
    void anotherSourceMeanwhileLosesNothing()
    {
        TradedMarket market(path());
        begin(market);
        {
            const FullDisk full(0);
            buy(market, u"a"_s);
            QVERIFY(market.reported(u"a"_s, OrderState::Filled));
            begin(market); // it is closed and opened again
            QVERIFY(market.position());
            QCOMPARE(market.position()->qty, Qty::whole(100));
            buy(market, u"b"_s);
            QVERIFY(market.reported(u"b"_s, OrderState::Filled));
        }
        QVERIFY(isWritten(market));
        comesBack(200, &market);
    }

    /// It is no matter of the disk.
    void whatAnotherProgramWritesToIsRefused()
    {
        JournalDatabase other;
        QVERIFY(other.open(path()));
        TradedMarket market(path());
        beginWithout(market);
        QVERIFY2(market.pulled.trouble.contains(u"another Tapeline"_s),
                 qPrintable(market.pulled.trouble));
        buy(market, u"a"_s);
        QVERIFY(market.reported(u"a"_s, OrderState::Rejected));
    }

    void whatIsDamagedOrNewerIsRefused_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<bool>("isNewer");
        QTest::newRow("damaged") << false << false;
        QTest::newRow("damaged, on a full disk") << true << false;
        QTest::newRow("newer") << false << true;
        QTest::newRow("newer, on a full disk") << true << true;
    }
    void whatIsDamagedOrNewerIsRefused()
    {
        QFETCH(const bool, isFull);
        QFETCH(const bool, isNewer);
        if (isNewer) {
            QVERIFY(JournalDatabase().open(path()));
            QCOMPARE(runSql(path(), { u"PRAGMA user_version = 99"_s }), QString());
        } else {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(10'000, 'x'));
        }
        std::optional<FullDisk> full;
        if (isFull)
            full.emplace(0);
        TradedMarket market(path());
        beginWithout(market);
        QVERIFY(!market.pulled.trouble.isEmpty());
        buy(market, u"a"_s);
        QVERIFY(market.reported(u"a"_s, OrderState::Rejected));
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"journal.db"_s);
    }

    static void begin(TradedMarket &market)
    {
        market.open();
        market.quoteNow(100, 101);
        market.pullAccounts();
    }
    /// Without accounts to wait for.
    static void beginWithout(TradedMarket &market)
    {
        market.open();
        market.quoteNow(100, 101);
        market.pulled.absorb(market.outbox.take());
    }
    static void buy(TradedMarket &market, const QString &id)
    {
        market.submit(order(id, Side::Buy, 100));
        market.pass(1s);
        market.quoteNow(100, 101);
        market.pass(1s);
        market.tick();
    }
    static bool isUnwritten(TradedMarket &market)
    {
        return QTest::qWaitFor(
            [&market] {
                market.pulled.absorb(market.outbox.take());
                return !market.pulled.unwritten.isNone();
            },
            20'000);
    }
    static bool isWritten(TradedMarket &market)
    {
        return QTest::qWaitFor(
            [&market] {
                market.pulled.absorb(market.outbox.take());
                return market.pulled.unwritten.isNone();
            },
            20'000);
    }
    /// In the file.
    std::vector<JournalLine> lines(const QString &stream) const
    {
        JournalDatabase journal;
        if (!journal.open(path(), JournalDatabase::Access::ReadOnly))
            return {};
        return journal.lines(u"live/Paper"_s, stream).value_or(std::vector<JournalLine>());
    }
    /// How many events of an order are in the file.
    int linesOf(const QString &stream, const QString &id) const
    {
        const QByteArray wanted = "\"id\":\"" + id.toUtf8() + '"';
        const std::vector<JournalLine> all = lines(stream);
        return int(std::ranges::count_if(
            all, [&wanted](const JournalLine &line) { return line.body.contains(wanted); }));
    }
    /// A desk that begins anew finds it. closed: has the file until then.
    void comesBack(int held, TradedMarket *closed = nullptr) const
    {
        if (closed)
            closed->loop.paper()->close();
        quint64 last = 0;
        for (const JournalLine &line : lines(u"orders"_s))
            QCOMPARE(line.sequence, ++last);
        QVERIFY(last > 0);
        const QString copy = m_dir->filePath(u"copy.db"_s);
        QCOMPARE(runSql(path(), { u"VACUUM INTO '%1'"_s.arg(copy) }), QString());
        TradedMarket market(copy);
        begin(market);
        QVERIFY2(market.pulled.trouble.isEmpty(), qPrintable(market.pulled.trouble));
        QVERIFY(market.position());
        QCOMPARE(market.position()->qty, Qty::whole(held));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestUnwrittenTrading)
#include "tst_unwrittentrading.moc"
