#include "flowcommandfiles.h"
#include "shared.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>
#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::Run;
using test::run;

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

QString recordedFile(const QString &chain)
{
    return test::sharedFile(u"data/options/%1_chain.jsonl.gz"_s.arg(chain));
}

QJsonObject oracle(const QString &chain)
{
    QFile file(test::sharedFile(u"data/oracles.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()[u"options"][chain].toObject();
}

/// The contracts of a run by their tickers.
std::map<QString, QJsonObject> contractsOf(const Run &done)
{
    std::map<QString, QJsonObject> contracts;
    for (const QJsonObject &line : done.objects())
        if (line.contains("ticker"_L1))
            contracts[line["ticker"_L1].toString()] = line;
    return contracts;
}

/// A simulated market behind a socket, in a process of its own.
class ServedMarket
{
public:
    ServedMarket()
    {
        m_process.start(QStringLiteral(TAPELINE_BIN_DIR) + u"/tapeline-cli"_s,
                        { u"serve"_s, u"--port"_s, u"0"_s, u"--seed"_s, u"11"_s, u"--start"_s,
                          u"2026-08-13T10:30:00"_s });
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        rest = QJsonDocument::fromJson(m_process.readLine()).object()["rest"_L1].toString();
    }
    ~ServedMarket()
    {
        m_process.terminate();
        m_process.waitForFinished(5'000);
    }

    Run chain(const QStringList &words, const QString &plan = u"advanced"_s) const
    {
        qputenv("MASSIVE_API_KEY", plan.toUtf8());
        qputenv("MASSIVE_TIER", plan.toUtf8());
        return run(QStringList { u"chain"_s, u"--rest-base"_s, rest } + words);
    }

    QString rest;

private:
    QProcess m_process;
};

} // namespace

/// `chain` on the recorded chains, with all their oracles, and on a simulated market over sockets.
class TestChainCommand : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const char *name : { "POLYGON_API_KEY", "POLYGON_TIER" })
            qunsetenv(name);
    }

    void recordedFigures_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::newRow("by default") << QStringList();
        QTest::newRow("as derived")
            << QStringList { u"--rate"_s,  u"0.005"_s,    u"--yield"_s,     u"0"_s,
                             u"--model"_s, u"european"_s, u"--day-count"_s, u"365"_s };
    }
    /// Every volatility and Greek of the files, and no more of them.
    void recordedFigures()
    {
        SHARED_OR_SKIP();
        QFETCH(const QStringList, flags);
        for (const QString &name :
             { u"AAPL_2014-06-06"_s, u"GOOG_2015-12-24"_s, u"TWX_2014-06-06"_s }) {
            const Run done = run(
                QStringList { u"chain"_s, u"--json"_s, u"--file"_s, recordedFile(name) } + flags);
            QCOMPARE(done.code, 0);
            const QJsonObject expected = oracle(name);
            int found = 0;
            for (const auto &[ticker, contract] : contractsOf(done)) {
                const QJsonObject file = contract["service"_L1].toObject();
                QCOMPARE(contract["iv"_L1].isDouble(), !file.isEmpty());
                if (file.isEmpty())
                    continue;
                ++found;
                QVERIFY(isNear(contract["iv"_L1].toDouble(), file["iv"_L1].toDouble(), 1e-9));
                QVERIFY(isNear(contract["delta"_L1].toDouble(), file["delta"_L1].toDouble(), 1e-9));
                QVERIFY(isNear(contract["gamma"_L1].toDouble(), file["gamma"_L1].toDouble(), 1e-9));
                QVERIFY(isNear(contract["theta"_L1].toDouble(), file["theta"_L1].toDouble(), 1e-9));
                QVERIFY(isNear(contract["vega"_L1].toDouble(), file["vega"_L1].toDouble(), 1e-6));
            }
            QCOMPARE(found, expected["with_greeks"_L1].toInt());
        }
    }

    void recordedRows()
    {
        SHARED_OR_SKIP();
        const QString name = u"AAPL_2014-06-06"_s;
        const auto contracts
            = contractsOf(run({ u"chain"_s, u"--json"_s, u"--file"_s, recordedFile(name) }));
        const QJsonArray rows = oracle(name)["black_scholes"_L1]["rows"_L1].toArray();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            const auto found = contracts.find(row[0].toString());
            QVERIFY(found != contracts.end());
            const QJsonObject &contract = found->second;
            QVERIFY(isNear(contract["mid"_L1].toDouble(), row[1].toDouble(), 1e-9));
            QVERIFY(isNear(contract["iv"_L1].toDouble(), row[3].toDouble(), 1e-9));
            QVERIFY(isNear(contract["delta"_L1].toDouble(), row[4].toDouble(), 1e-9));
            QVERIFY(isNear(contract["gamma"_L1].toDouble(), row[5].toDouble(), 1e-9));
            QVERIFY(isNear(contract["vega"_L1].toDouble(), row[6].toDouble(), 1e-6));
            QVERIFY(isNear(contract["theta"_L1].toDouble(), row[7].toDouble(), 1e-9));
        }
    }

    void recordedMeasures()
    {
        SHARED_OR_SKIP();
        for (const QString &name :
             { u"AAPL_2014-06-06"_s, u"GOOG_2015-12-24"_s, u"TWX_2014-06-06"_s }) {
            const Run done = run({ u"chain"_s, u"--json"_s, u"--file"_s, recordedFile(name) });
            const QJsonObject measures = done.last();
            const QJsonObject expected = oracle(name);
            QCOMPARE(measures["underlying"_L1].toString(), name.section(u'_', 0, 0));
            QCOMPARE(measures["price"_L1], expected["underlying_price"_L1]);
            QCOMPARE(measures["contracts"_L1], expected["contracts"_L1]);
            QCOMPARE(measures["max_pain"_L1], expected["max_pain_by_expiration"_L1]);
            QCOMPARE(measures["atm_strike"_L1], expected["atm_strike_by_expiration"_L1]);
            const double gamma = expected["net_gamma_exposure_per_1pct"_L1].toDouble();
            QVERIFY(isNear(measures["gamma_exposure"_L1].toDouble() / gamma, 1, 1e-9));
            const double all = expected["open_interest"_L1].toDouble();
            const double calls = expected["call_open_interest"_L1].toDouble();
            QVERIFY(isNear(measures["put_call_oi"_L1].toDouble(), (all - calls) / calls, 1e-12));
            QVERIFY(measures["put_call_volume"_L1].toDouble() > 0.5);
            const QJsonObject moves = measures["expected_move"_L1].toObject();
            QVERIFY(moves.size() >= expected["expirations"_L1].toArray().size() - 1);
            for (const QJsonValue &move : moves)
                QVERIFY(move["straddle"_L1].toDouble() > 0);
        }
    }

    void otherModels()
    {
        SHARED_OR_SKIP();
        const QString file = recordedFile(u"TWX_2014-06-06"_s);
        const auto ivOf = [&](const QStringList &flags) {
            const auto contracts = contractsOf(
                run(QStringList { u"chain"_s, u"--json"_s, u"--file"_s, file } + flags));
            return contracts.at(u"O:TWX150117P00080000"_s)["iv"_L1].toDouble();
        };
        const double european = ivOf({ u"--rate"_s, u"0.05"_s });
        QVERIFY(ivOf({ u"--rate"_s, u"0.05"_s, u"--model"_s, u"american"_s }) < european - 1e-3);
        QVERIFY(ivOf({ u"--rate"_s, u"0.05"_s, u"--yield"_s, u"0.02"_s }) < european - 1e-3);
        QVERIFY(isNear(ivOf({ u"--rate"_s, u"0"_s, u"--day-count"_s, u"252"_s }),
                       ivOf({ u"--rate"_s, u"0"_s }) * std::sqrt(252 / 365.0), 1e-9));
    }

    void oneExpiration()
    {
        SHARED_OR_SKIP();
        const Run done = run({ u"chain"_s, u"--json"_s, u"--expiry"_s, u"2014-07-19"_s, u"--file"_s,
                               recordedFile(u"TWX_2014-06-06"_s) });
        QCOMPARE(done.last()["max_pain"_L1].toObject().keys(), QStringList { u"2014-07-19"_s });
        for (const auto &[ticker, contract] : contractsOf(done))
            QCOMPARE(contract["expiration"_L1].toString(), u"2014-07-19"_s);
    }

    void forPeople()
    {
        SHARED_OR_SKIP();
        const Run done = run({ u"chain"_s, u"--file"_s, recordedFile(u"TWX_2014-06-06"_s) });
        QCOMPARE(done.code, 0);
        QVERIFY(done.out.startsWith("contract"));
        QVERIFY(done.out.contains("\nO:TWX140719P00067500"));
        QVERIFY(done.out.contains("TWX 71.08 at 2014-06-06 16:00:00 (Eastern)"));
        QVERIFY(done.out.contains("put/call ratio by volume 1.06, by open interest 0.84"));
    }

    /// A socket, all pages, quotes of the market: what is reckoned is what its own figures say.
    void servedChain()
    {
        const ServedMarket market;
        QVERIFY(!market.rest.isEmpty());
        const Run done = market.chain({ u"AAPL"_s, u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        const auto contracts = contractsOf(done);
        QVERIFY(contracts.size() > 500); // several pages
        int compared = 0;
        int agreeing = 0;
        for (const auto &[ticker, contract] : contracts) {
            const QJsonObject told = contract["service"_L1].toObject();
            if (told.isEmpty() || !contract["iv"_L1].isDouble())
                continue;
            if (std::abs(contract["delta"_L1].toDouble()) > 0.9)
                continue; // deep in the money a cent of the underlying's is points of volatility
            ++compared;
            agreeing += std::abs(contract["iv"_L1].toDouble() - told["iv"_L1].toDouble()) < 0.01;
        }
        QVERIFY(compared > 300);
        QVERIFY(agreeing > compared * 9 / 10);
        const QJsonObject measures = done.last();
        QCOMPARE(measures["underlying"_L1].toString(), u"AAPL"_s);
        QCOMPARE(measures["contracts"_L1].toInt(), int(contracts.size()));
        QVERIFY(measures["max_pain"_L1].toObject().size() > 5);
        QVERIFY(measures["put_call_volume"_L1].toDouble() > 0);
        QVERIFY(measures["gamma_exposure"_L1].isDouble());
        const QString nearest = measures["expected_move"_L1].toObject().keys().constFirst();
        QVERIFY(measures["expected_move"_L1][nearest]["straddle"_L1].toDouble() > 0);

        const Run one = market.chain({ u"aapl"_s, u"--expiry"_s, nearest, u"--json"_s });
        QCOMPARE(one.last()["max_pain"_L1].toObject().keys(), QStringList { nearest });
    }

    void servedIndexHasTwoRootsADay()
    {
        const ServedMarket market;
        const Run done = market.chain({ u"I:SPX"_s, u"--expiry"_s, u"2026-08-21"_s, u"--json"_s });
        QVERIFY2(done.code == 0, done.err.constData());
        const QStringList both { u"2026-08-21 SPX"_s, u"2026-08-21 SPXW"_s };
        QCOMPARE(done.last()["atm_iv"_L1].toObject().keys(), both);
        QCOMPARE(contractsOf(done).begin()->second["style"_L1].toString(), u"european"_s);
    }

    void whatThePlanLacks()
    {
        const ServedMarket market;
        // Quotes and the price of the underlying are of other plans
        const Run starter = market.chain({ u"AAPL"_s, u"--expiry"_s, u"2026-08-21"_s, u"--json"_s },
                                         u"starter"_s);
        QCOMPARE(starter.code, 0);
        QVERIFY(starter.last()["put_call_oi"_L1].isDouble());
        const Run basic = market.chain({ u"AAPL"_s }, u"basic"_s);
        QCOMPARE(basic.code, 1);
        QVERIFY(basic.err.contains("The plan does not include this"));
        const Run none = market.chain({ u"MSFT"_s });
        QCOMPARE(none.code, 1);
        QVERIFY(none.err.contains("The service has no options on MSFT."));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QStringList &words, const char *says) {
            QTest::newRow(name) << words << QByteArray(says);
        };
        row("nothing", {}, "A SYMBOL is missing, or --file FILE.");
        row("two symbols", { u"A"_s, u"B"_s }, "\"B\" is one argument too many.");
        row("both", { u"A"_s, u"--file"_s, u"F"_s }, "\"A\" is one argument too many.");
        row("no symbol", { u"$$$"_s }, "\"$$$\" is no symbol.");
        row("a coin", { u"X:BTCUSD"_s }, "X:BTCUSD has no options");
        row("rate", { u"A"_s, u"--rate"_s, u"5%"_s }, "--rate is a fraction a year");
        row("rate in percent", { u"A"_s, u"--rate"_s, u"5"_s }, "--rate is a fraction a year");
        row("yield", { u"A"_s, u"--yield"_s, u"nan"_s }, "--yield is a fraction a year");
        row("model", { u"A"_s, u"--model"_s, u"asian"_s }, "--model is european or american.");
        row("day count", { u"A"_s, u"--day-count"_s, u"0"_s }, "--day-count is the days of a year");
        row("expiry", { u"A"_s, u"--expiry"_s, u"friday"_s }, "--expiry is a date");
    }
    void wrongUsage()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, says);
        const Run done = run(QStringList { u"chain"_s } + words);
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QVERIFY(done.out.isEmpty());
    }

    void filesThatAreNone()
    {
        const Run absent = run({ u"chain"_s, u"--file"_s, u"/nonexistent"_s });
        QCOMPARE(absent.code, 1);
        QVERIFY(absent.err.contains("Cannot read a chain from /nonexistent"));
        const Run rubbish
            = run({ u"chain"_s, u"--file"_s, u"-"_s }, "{\"details\":{}}\nnot a contract\n");
        QCOMPARE(rubbish.code, 1);
        QVERIFY2(rubbish.err.contains("line 1 is no contract of a chain"), rubbish.err.constData());
        const Run empty = run({ u"chain"_s, u"--file"_s, u"-"_s }, "\n");
        QCOMPARE(empty.code, 1);
    }
};

QTEST_GUILESS_MAIN(TestChainCommand)
#include "tst_chaincommand.moc"
