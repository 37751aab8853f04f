#include "analysisbinding.h"

#include "deskdatabase.h"
#include "desksession.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Daily implied volatilities in desk.db.
class TestVolatilityStore : public QObject
{
    Q_OBJECT

private slots:
    void daysSurviveTheDesk()
    {
        QTemporaryDir folder;
        const std::vector<DailyVolatility> days { { QDate(2026, 8, 12), 0.1875 },
                                                  { QDate(2026, 8, 13), 1.0 / 3 } };
        {
            DeskDatabase database;
            QVERIFY(database.open(folder.filePath(u"desk.db"_s)));
            DeskSession session;
            DeskVolatilityStore store(database, session);
            QVERIFY(store.load(u"SPY"_s).empty());
            store.save(u"SPY"_s, days);
            store.save(u"I:SPX"_s, { days[0] });
        }
        DeskDatabase database;
        QVERIFY(database.open(folder.filePath(u"desk.db"_s)));
        DeskSession session;
        DeskVolatilityStore store(database, session);
        QCOMPARE(store.load(u"SPY"_s), days);
        QCOMPARE(store.load(u"I:SPX"_s).size(), 1u);
        QVERIFY(store.load(u"AAPL"_s).empty());
    }

    void whatCannotBeReadIsLeftOut()
    {
        QTemporaryDir folder;
        DeskDatabase database;
        QVERIFY(database.open(folder.filePath(u"desk.db"_s)));
        DeskSession session;
        DeskVolatilityStore store(database, session);
        store.save(u"SPY"_s, { { QDate(2026, 8, 12), 0.2 } });
        const QString kind = u"simulated-volatility:SPY"_s; // no source is open: not the service's
        QCOMPARE(database.documents(kind)->size(), 1);
        const auto bodies = { QByteArray("rubbish"), QByteArray("{}"),
                              QByteArray(R"([{"day":"never","volatility":0.2}])"),
                              QByteArray(R"([{"day":"2026-08-12","volatility":-1}])") };
        for (const QByteArray &body : bodies) {
            QVERIFY(database.replaceAll(kind, { { u"daily"_s, body } }));
            QVERIFY(store.load(u"SPY"_s).empty());
        }
        // A day that is not after the one before
        const QByteArray twice = R"([{"day":"2026-08-12","volatility":0.2},)"
                                 R"({"day":"2026-08-12","volatility":0.3}])";
        QVERIFY(database.replaceAll(kind, { { u"daily"_s, twice } }));
        QCOMPARE(store.load(u"SPY"_s).size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestVolatilityStore)
#include "tst_volatilitystore.moc"
