#include "flowcommandfiles.h"

#include "optionsamples.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "greeks --type put ..." as a list.
Run runLine(const QString &line)
{
    return run(line.split(u' '));
}

QString contract(const QString &command, const QString &more)
{
    return command + u" --json --type put --spot 100 --strike 100 --years 1 --rate 0.05 " + more;
}

} // namespace

/// `greeks` and `iv`.
class TestOptionCommands : public QObject
{
    Q_OBJECT

private slots:
    void prices_data();
    void prices();
    void rawIsPerUnit();
    void readsForPeople();
    void findsVolatilities_data();
    void findsVolatilities();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void explainsItself();
};

void TestOptionCommands::prices_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("model");
    QTest::addColumn<double>("price");
    QTest::newRow("E-46") << u"--yield 0.05 --vol 0.25"_s << u"andersen-lake-offengenden"_s
                          << 9.569445299;
    QTest::newRow("its European twin") << u"--yield 0.05 --vol 0.25 --style european"_s
                                       << u"black-scholes-merton"_s << 9.462492596;
    QTest::newRow("held to expiry")
        << u"--rate -0.01 --vol 0.25"_s << u"black-scholes-merton"_s << 10.508096460;
    QTest::newRow("two boundaries")
        << u"--rate -0.01 --yield -0.03 --vol 0.25"_s << u"leisen-reimer"_s << 9.2555;
    QTest::newRow("expired") << u"--years 0 --strike 103 --vol 0.25"_s << u"black-scholes-merton"_s
                             << 3.0;
}

void TestOptionCommands::prices()
{
    QFETCH(const QString, more);
    QFETCH(const QString, model);
    QFETCH(const double, price);
    const Run done = runLine(contract(u"greeks"_s, more));
    QCOMPARE(done.code, 0);
    QVERIFY(done.err.isEmpty());
    const QJsonObject result = done.last();
    QCOMPARE(result.keys(),
             QStringList({ u"delta"_s, u"gamma"_s, u"model"_s, u"price"_s, u"rho"_s, u"theta"_s,
                           u"vega"_s }));
    QCOMPARE(result[u"model"].toString(), model);
    QVERIFY(isNear(result[u"price"].toDouble(), price, model == u"leisen-reimer" ? 1e-2 : 1e-6));
}

/// E-27, in units of people and per unit.
void TestOptionCommands::rawIsPerUnit()
{
    const QString line = u"greeks --json --style european --type call --spot 30 --strike 30 "
                         "--years 1 --rate 0.05 --vol 0.25"_s;
    const QJsonObject shown = runLine(line).last();
    QVERIFY(isNear(shown[u"vega"].toDouble(), 0.11352594958, 1e-11));
    QVERIFY(isNear(shown[u"theta"].toDouble(), -0.00595931118, 1e-11));
    QVERIFY(isNear(shown[u"rho"].toDouble(), 0.15121484245, 1e-11));
    const QJsonObject raw = runLine(line + u" --raw").last();
    QVERIFY(isNear(raw[u"vega"].toDouble(), 11.352594958, 1e-9));
    QVERIFY(isNear(raw[u"theta"].toDouble(), -0.00595931118 * 365, 1e-8));
    QVERIFY(isNear(raw[u"rho"].toDouble(), 15.121484245, 1e-9));
    for (const QString &same : { u"price"_s, u"delta"_s, u"gamma"_s })
        QCOMPARE(raw[same].toDouble(), shown[same].toDouble());
}

void TestOptionCommands::readsForPeople()
{
    const QString line = u"--type call --spot 30 --strike 30 --years 1 --rate 0.05"_s;
    const Run greeks = runLine(u"greeks " + line + u" --vol 0.25");
    QVERIFY(greeks.out.contains("price        3.700800\n"));
    QVERIFY(greeks.out.contains("vega         0.113526  per point of volatility\n"));
    QVERIFY(greeks.out.contains("model  black-scholes-merton\n"));
    QVERIFY(runLine(u"greeks " + line + u" --vol 0.25 --raw").out.contains("per year"));
    const Run iv = runLine(u"iv " + line + u" --price 3.7007996791106");
    QVERIFY(iv.out.startsWith("25.000000 % a year"));
    QCOMPARE(runLine(u"iv " + line + u" --price 30").out,
             QByteArray("No volatility gives so high a price.\n"));
}

void TestOptionCommands::findsVolatilities_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("status");
    QTest::addColumn<double>("volatility");
    QTest::newRow("E-46 back") << u"--yield 0.05 --price 9.569445299"_s << u"ok"_s << 0.25;
    QTest::newRow("its European twin")
        << u"--yield 0.05 --price 9.462492596 --style european"_s << u"ok"_s << 0.25;
    QTest::newRow("less than exercise pays")
        << u"--strike 120 --price 19.9"_s << u"below_intrinsic"_s << 0.0;
    QTest::newRow("the whole strike") << u"--price 100"_s << u"above_bound"_s << 0.0;
    QTest::newRow("expired") << u"--years 0 --price 3"_s << u"expired"_s << 0.0;
    QTest::newRow("tells nothing") << u"--strike 200 --price 100"_s << u"low_vega"_s << 0.0;
}

void TestOptionCommands::findsVolatilities()
{
    QFETCH(const QString, more);
    QFETCH(const QString, status);
    QFETCH(const double, volatility);
    const Run done = runLine(contract(u"iv"_s, more));
    QCOMPARE(done.code, 0);
    const QJsonObject result = done.last();
    QCOMPARE(result.keys(), QStringList({ u"iv"_s, u"residual"_s, u"status"_s }));
    QCOMPARE(result[u"status"].toString(), status);
    const bool isFound = status == u"ok" || status == u"low_vega";
    QCOMPARE(result[u"iv"].isNull(), !isFound);
    QCOMPARE(result[u"residual"].isNull(), !isFound);
    QVERIFY(isNear(result[u"iv"].toDouble(), volatility, 1e-8));
}

void TestOptionCommands::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("sentence");
    const QString good = u"--type put --spot 100 --strike 100 --years 1"_s;
    const auto row = [](const char *name, const QString &line, const char *sentence) {
        QTest::newRow(name) << line << QByteArray(sentence);
    };
    row("no type", u"greeks --spot 1 --strike 1 --years 1 --vol 1"_s, "--type is call or put.");
    row("no such type", u"iv --type straddle --price 1"_s, "--type is call or put.");
    row("no such style", u"greeks "_s + good + u" --vol 1 --style asian",
        "--style is american or european.");
    row("no spot", u"greeks --type put --strike 1 --years 1 --vol 1"_s, "--spot is missing.");
    row("no volatility", u"greeks "_s + good, "--vol is missing.");
    row("no price", u"iv "_s + good, "--price is missing.");
    row("no number", u"greeks "_s + good + u" --vol much", "--vol is a number, not \"much\".");
    row("no finite number", u"greeks "_s + good + u" --vol inf", "--vol is a number, not \"inf\".");
    row("no number for a rate", u"iv "_s + good + u" --price 1 --rate nan",
        "--rate is a number, not \"nan\".");
    row("a spot of 0", u"iv --type put --spot 0 --strike 1 --years 1 --price 1"_s,
        "--spot and --strike are above 0.");
    row("negative volatility", u"greeks "_s + good + u" --vol -0.2", "--vol is not below 0.");
    row("negative price", u"iv "_s + good + u" --price -1", "--price is not below 0.");
    row("something else", u"iv "_s + good + u" --price 1 AAPL", "There is nothing to do with");
}

void TestOptionCommands::saysWhatIsWrong()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, sentence);
    const Run done = runLine(line);
    QCOMPARE(done.code, 2);
    QVERIFY(done.out.isEmpty());
    QVERIFY2(done.err.contains(sentence), done.err.constData());
    QVERIFY(done.err.contains("--help"));
}

void TestOptionCommands::explainsItself()
{
    for (const QString &name : { u"greeks"_s, u"iv"_s }) {
        const Run help = run({ name, u"--help"_s });
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("--strike"));
        QVERIFY(help.out.contains("With --json the result is"));
        QVERIFY(run({ u"--help"_s }).out.contains(name.toUtf8()));
    }
}

QTEST_GUILESS_MAIN(TestOptionCommands)
#include "tst_optioncommands.moc"
