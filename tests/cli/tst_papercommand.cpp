#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 tenOClock = 1'773'151'200'000'000'000; // Tuesday 2026-03-10 10:00 in New York

QByteArray at(qint64 ms)
{
    return QByteArray::number(tenOClock + ms * 1'000'000);
}

const QByteArray quoteHeader = "ticker,ask_price,ask_size,bid_price,bid_size,sip_timestamp\n";
const QByteArray tradeHeader = "ticker,price,size,sip_timestamp\n";

QByteArray ask(qint64 ms, const QByteArray &price, int size)
{
    return "IBM," + price + ',' + QByteArray::number(size) + ",10.00,500," + at(ms) + '\n';
}

/// A line of the orders' file: the fields every order has, and these.
QByteArray order(qint64 ms, const QByteArray &id, const QByteArray &more)
{
    return "{\"at\":" + at(ms) + R"(,"id":")" + id + R"(","symbol":"IBM",)" + more + "}\n";
}

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : out.trimmed().split('\n'))
            objects += QJsonDocument::fromJson(line).object();
        return objects;
    }
    /// "300@10.02 50@10.02", of one order.
    QString fills(const QString &id) const
    {
        QStringList texts;
        for (const QJsonObject &line : lines())
            if (line["id"_L1] == id && line["last_qty"_L1] != "0"_L1)
                texts += line["last_qty"_L1].toString() + u'@' + line["last_px"_L1].toString();
        return texts.join(u' ');
    }
    QString standing(const QString &id) const
    {
        QString text;
        for (const QJsonObject &line : lines())
            if (line["id"_L1] == id)
                text = line["state"_L1].toString() + u' ' + line["reason"_L1].toString();
        return text.trimmed();
    }
    QJsonObject account() const { return lines().last()["account"_L1].toObject(); }
};

} // namespace

/// `tapeline-cli paper` as its users meet it: files in, lines out.
class TestPaperCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        write(u"quotes"_s,
              quoteHeader + ask(0, "10.02", 300) + ask(100, "10.02", 300) + ask(110, "10.02", 350)
                  + ask(120, "10.02", 200) + ask(130, "10.03", 100) + ask(140, "10.02", 400));
        write(u"trades"_s, tradeHeader + "IBM,10.01,100," + at(1) + '\n');
        write(u"orders"_s, order(10, "a", R"("side":"buy","qty":"500")"));
    }

    /// B-01 with the command's own defaults.
    void workedExample()
    {
        const Run run = paper();
        QCOMPARE(run.code, 0);
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.fills(u"a"_s), u"300@10.02 50@10.02 100@10.03 50@10.02"_s);
        QCOMPARE(run.standing(u"a"_s), u"filled"_s);
        const QJsonObject account = run.account();
        QCOMPARE(account["cash"_L1].toString(), u"94989"_s); // 100,000 - 5,011
        QCOMPARE(account["equity"_L1].toString(), u"99989"_s);
        QCOMPARE(account["unrealized"_L1].toString(), u"-11"_s);
        QCOMPARE(account["realized"_L1].toString(), u"0"_s);
        QVERIFY(account["win_rate"_L1].isNull());
        const QJsonArray positions = run.lines().last()["positions"_L1].toArray();
        QCOMPARE(positions.size(), 1);
        QCOMPARE(positions[0]["average"_L1].toString(), u"10.022"_s);
        QCOMPARE(run.lines().last()["lots"_L1].toArray().size(), 4);
    }

    void everyFieldOfALine()
    {
        const QList<QJsonObject> lines = paper().lines();
        for (const QJsonObject &line : lines.first(lines.size() - 1)) {
            for (const auto &name :
                 { "at"_L1, "id"_L1, "state"_L1, "reason"_L1, "last_qty"_L1, "last_px"_L1,
                   "cum_qty"_L1, "leaves"_L1, "fee"_L1, "evidence"_L1 })
                QVERIFY2(line.contains(name), name.data());
            QCOMPARE(line["evidence"_L1].isObject(), line["last_qty"_L1] != "0"_L1);
            QVERIFY(line["at"_L1].toInteger() > tenOClock);
        }
        for (const auto &name : { "cash"_L1, "equity"_L1, "realized"_L1, "unrealized"_L1, "fees"_L1,
                                  "buying_power"_L1, "trades"_L1, "win_rate"_L1 })
            QVERIFY2(lines.last()["account"_L1].toObject().contains(name), name.data());
        QVERIFY(lines.last().contains("positions"_L1) && lines.last().contains("lots"_L1));
    }

    void rulesStandForNumbers()
    {
        write(u"orders"_s,
              order(10, "a",
                    R"("side":"buy","size":{"by":"risk","amount":"50"},)"
                    R"("stop_loss_atr":{"atr":"0.25"},"time_stop":{"seconds":1})")
                  + "{\"at\":" + at(2'000) + ",\"volatility\":\"IBM\",\"iv\":\"0.3\"}\n");
        const Run run = paper();
        QCOMPARE(run.code, 0);
        QCOMPARE(run.fills(u"a"_s), u"100@10.02"_s); // 50 over 0.50 a share
        QCOMPARE(run.standing(u"a.time"_s), u"filled"_s);
        QCOMPARE(run.standing(u"a.stop"_s), u"canceled OCO"_s);
    }

    void refusesNumbersBesideTheirRules()
    {
        write(u"orders"_s,
              order(10, "a", R"("side":"buy","qty":"1","size":{"by":"cash","amount":"50"})"));
        QVERIFY(paper().err.contains("\"size\" takes the place of \"qty\""));
    }

    void everyOrderIsTaken_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("standing");
        const auto row = [](const char *name, const QByteArray &fields, const QString &standing) {
            QTest::newRow(name) << QByteArray(R"("side":"buy","qty":"10",)" + fields) << standing;
        };
        const QByteArray until = R"("tif":"gtd","until":)" + at(60);
        row("market", R"("type":"market")", u"filled"_s);
        row("limit", R"("type":"limit","limit":"9.90")", u"accepted"_s);
        row("limit without its price", R"("type":"limit")", u"rejected PRICE_MISSING"_s);
        row("stop", R"("type":"stop","stop":"10.50")", u"accepted"_s);
        row("stop limit", R"("type":"stop_limit","stop":"10.50","limit":"10.60")", u"accepted"_s);
        row("trailing stop", R"("type":"trailing_stop","trail":"0.50")", u"accepted"_s);
        row("trailing share", R"("type":"trailing_stop","trail_percent":"1.5")", u"accepted"_s);
        row("trailing stop limit",
            R"("type":"trailing_stop_limit","trail":"0.50","limit_offset":"0.05")", u"accepted"_s);
        row("day", R"("tif":"day")", u"filled"_s);
        row("gtc", R"("tif":"gtc","type":"limit","limit":"9.90")", u"accepted"_s);
        row("gtd", until + R"(,"type":"limit","limit":"9.90")", u"expired UNTIL_REACHED"_s);
        row("ioc", R"("tif":"ioc","type":"limit","limit":"9.90")", u"canceled IOC"_s);
        row("fok", R"("tif":"fok","type":"limit","limit":"9.90")", u"canceled FOK"_s);
        row("opg", R"("tif":"opg")", u"rejected AUCTION_CUTOFF"_s); // it is ten
        row("cls", R"("tif":"cls")", u"accepted HELD_AUCTION"_s);
        row("extended hours", R"("type":"limit","limit":"9.90","extended_hours":true)",
            u"accepted"_s);
        row("extended market", R"("extended_hours":true)", u"rejected BAD_COMBINATION"_s);
        row("reduce only", R"("reduce_only":true)", u"rejected REDUCE_ONLY_VIOLATION"_s);
        row("bracket", R"("take_profit":"11","stop_loss":"9")", u"filled"_s);
        row("upside down", R"("take_profit":"9","stop_loss":"11")", u"rejected BRACKET_GEOMETRY"_s);
    }

    void everyOrderIsTaken()
    {
        QFETCH(const QByteArray, fields);
        write(u"orders"_s, order(10, "a", fields));
        const Run run = paper();
        QCOMPARE(run.code, 0);
        QTEST(run.standing(u"a"_s), "standing");
    }

    void bracketsMakeTheirExits()
    {
        write(u"orders"_s,
              order(10, "a", R"("side":"buy","qty":"10","take_profit":"10.05","stop_loss":"9")"));
        write(u"quotes"_s,
              quoteHeader + ask(0, "10.02", 300) + "IBM,10.07,100,10.06,100," + at(200) + '\n');
        const Run run = paper();
        QCOMPARE(run.fills(u"a"_s), u"10@10.02"_s);
        QCOMPARE(run.fills(u"a.target"_s), u"10@10.05"_s);
        QCOMPARE(run.standing(u"a.stop"_s), u"canceled OCO"_s);
        QCOMPARE(run.account()["realized"_L1].toString(), u"0.3"_s);
        QCOMPARE(run.account()["win_rate"_L1].toString(), u"1"_s);
    }

    void changesAndCancels()
    {
        write(u"orders"_s,
              order(0, "a", R"("side":"buy","qty":"10","type":"limit","limit":"9.90")")
                  + order(1, "b", R"("side":"buy","qty":"10","type":"limit","limit":"9.90")")
                  + "{\"at\":" + at(60) + R"(,"replace":"a","qty":"20","limit":"10.02"})" + "\n"
                  + "{\"at\":" + at(61) + R"(,"cancel":"b"})" + "\n");
        const Run run = paper();
        QCOMPARE(run.code, 0);
        QCOMPARE(run.fills(u"a"_s), u"20@10.02"_s);
        QCOMPARE(run.standing(u"b"_s), u"canceled USER_CANCEL"_s);
    }

    /// B-24 by its file: one order, a fill a leg.
    void packages()
    {
        const QByteArray near = "O:SPY261218C00100000";
        const QByteArray far = "O:SPY261218C00105000";
        write(u"quotes"_s,
              quoteHeader + near + ",3.10,10,2.90,10," + at(0) + '\n' + far + ",1.25,10,1.15,3,"
                  + at(1) + '\n' + far + ",1.25,10,1.15,3," + at(900) + '\n');
        write(u"orders"_s,
              "{\"at\":" + at(10) + R"(,"id":"p","qty":"2","type":"limit","limit":"1.95","legs":[)"
                  + R"({"symbol":")" + near + R"(","side":"buy","ratio":1},{"symbol":")" + far
                  + R"(","side":"sell","ratio":1}]})" + "\n");
        const Run run = paper();
        QCOMPARE(run.fills(u"p"_s), u"2@3.1 2@1.15"_s);
        QCOMPARE(run.standing(u"p"_s), u"filled"_s);
        QCOMPARE(run.account()["cash"_L1].toString(), u"99610"_s);
    }

    void everySettingIsTaken_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<QString>("fills");
        QTest::addColumn<QString>("standing");
        const QString usual = u"300@10.02 50@10.02 100@10.03 50@10.02"_s;
        const auto row
            = [](const char *config, const QString &fills, const QString &standing = u"filled"_s) {
                  QTest::newRow(config) << QByteArray(config) << fills << standing;
              };
        row(R"({"mode":"queue","latency":50,"refresh":1000,"slippage":"none","commission":"zero"})",
            usual);
        row(R"({"mode":"through"})", usual);
        row(R"({"mode":"touch"})", usual);
        row(R"({"latency":125})", u"100@10.03 400@10.02"_s);
        row(R"({"refresh":0})", usual);
        row(R"({"slippage":"ticks:2"})", u"300@10.04 50@10.04 100@10.05 50@10.04"_s);
        row(R"({"slippage":"bps:10"})", u"300@10.04 50@10.04 100@10.05 50@10.04"_s);
        row(R"({"slippage":"spread:0.5"})", u"300@10.03 50@10.03 100@10.05 50@10.03"_s);
        row(R"({"commission":"per_order:5"})", usual);
        row(R"({"commission":"per_share:0.005,1.00,1"})", usual);
        row(R"({"commission":"bps:1"})", usual);
        row(R"({"risk":{"per_trade":"off"}})", usual);
        row(R"({"risk":{"per_trade":"warn"}})", usual);
        row(R"({"risk":{"per_trade":"block"}})", QString(), u"denied RISK_PER_TRADE"_s);
        row(R"({"starting_cash":"1000"})", QString(), u"rejected INSUFFICIENT_BUYING_POWER"_s);
        row(R"({"starting_cash":"4000","margin":"reg_t"})", usual);
        row(R"({"starting_cash":"4000","margin":"cash"})", QString(),
            u"rejected INSUFFICIENT_BUYING_POWER"_s);
        row(R"({"starting_cash":"4000","margin":"none"})", usual);
        row(R"({"lots":"fifo"})", usual);
        row(R"({"lots":"lifo"})", usual);
        row(R"({"lots":"average","seed":7})", usual);
    }

    void everySettingIsTaken()
    {
        QFETCH(const QByteArray, config);
        write(u"config"_s, config);
        const Run run = paper({ u"--config"_s, path(u"config"_s) });
        QCOMPARE(run.err, QByteArray());
        QTEST(run.fills(u"a"_s), "fills");
        QTEST(run.standing(u"a"_s), "standing");
    }

    void feesAndLots()
    {
        write(u"config"_s, R"({"commission":"per_share:0.005,1.00,1","lots":"average"})");
        const Run run = paper({ u"--config"_s, path(u"config"_s) });
        QCOMPARE(run.account()["fees"_L1].toString(), u"2.5"_s);
        QCOMPARE(run.lines().last()["lots"_L1].toArray().size(), 1);
    }

    void badFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("sentence"); // after the file's path
        const QByteArray good = order(10, "a", R"("side":"buy","qty":"5")");
        const auto bad = [&](const char *name, const QByteArray &fields, const char *sentence) {
            QTest::newRow(name) << u"orders"_s << QByteArray(good + "\n" + order(20, "b", fields))
                                << QByteArray("line 3: ") + sentence;
        };
        bad("no JSON", R"("side":)", "it is no JSON: ");
        bad("unknown field", R"("side":"buy","qty":"5","colour":"red")",
            "there is no field \"colour\"");
        bad("missing field", R"("side":"buy")", "\"qty\" is missing");
        bad("a number for a decimal", R"("side":"buy","qty":5)",
            "\"qty\" cannot be 5: a decimal is written as text");
        bad("not a decimal", R"("side":"buy","qty":"5","limit":"1O.5")",
            "\"limit\" cannot be \"1O.5\"");
        bad("no such side", R"("side":"hold","qty":"5")", "\"side\" cannot be \"hold\"");
        bad("no such type", R"("side":"buy","qty":"5","type":"iceberg")",
            "\"type\" cannot be \"iceberg\"");
        bad("text for a flag", R"("side":"buy","qty":"5","reduce_only":"yes")",
            "\"reduce_only\" cannot be \"yes\"");
        bad("text for a time", R"("side":"buy","qty":"5","until":"noon")",
            "\"until\" cannot be \"noon\"");
        bad("legs that are none", R"("side":"buy","qty":"5","legs":7)", "\"legs\" cannot be 7");
        bad("a leg's field", R"("qty":"5","legs":[{"symbol":"A","side":"buy","qty":2}])",
            "in \"legs\" there is no field \"qty\"");
        const auto row = [](const char *name, const char *file, const QByteArray &content,
                            const char *sentence) {
            QTest::newRow(name) << QString::fromLatin1(file) << content << QByteArray(sentence);
        };
        row("no time", "orders", R"({"id":"a"})",
            "line 1: \"at\" has to be nanoseconds since 1970");
        row("a time without end", "orders",
            R"({"at":"9223372036854775807","id":"a","symbol":"IBM","side":"buy","qty":"1"})",
            "line 1: \"at\" has to be nanoseconds since 1970, before 2200");
        row("a quote without end", "quotes",
            quoteHeader + "IBM,10.02,300,10.00,200,9223372036854775807\n",
            "line 2: \"sip_timestamp\" (column 6) holds \"9223372036854775807\"");
        row("cancel of nothing", "orders", "{\"at\":1,\"cancel\":7}",
            "line 1: \"cancel\" has to be an order's id");
        row("a quote's price", "quotes", quoteHeader + ask(0, "ten", 1),
            "line 2: \"ask_price\" (column 2) holds \"ten\"");
        row("a late bad line", "quotes", quoteHeader + ask(0, "10.02", 300) + "IBM,10.02\n",
            "line 3: 2 fields where the header has 6");
        row("quotes back in time", "quotes",
            quoteHeader + ask(0, "10.02", 300) + ask(90, "10.02", 300) + ask(80, "10.02", 300),
            "line 4: its time lies before that of the line above");
        row("trades back in time", "trades",
            tradeHeader + "IBM,10,1," + at(90) + "\nIBM,10,1," + at(80) + '\n',
            "line 3: its time lies before that of the line above");
        row("no such columns", "trades", "ticker,price\n",
            "a trade file needs the columns price, size and sip_timestamp");
        row("a setting's word", "config", R"({"mode":"magic"})",
            "\"mode\" must be queue, through or touch");
        row("no such setting", "config", R"({"mood":"queue"})", "There is no setting \"mood\"");
        row("a setting's number", "config", R"({"starting_cash":5000})",
            "The account cannot be kept so: \"starting_cash\" cannot be 5000: a decimal is "
            "written as text");
        row("no settings", "config", "{\n\"mode\":\n}", "Line 3 is no JSON object: ");
    }

    /// The name in the configuration is the account's in the journal.
    void namedAccountsAreKeptByTheirNames()
    {
        write(u"config"_s, R"({"name":"Swing","starting_cash":"7000"})");
        const QStringList named { u"--journal"_s, path(u"journal.db"_s), u"--config"_s,
                                  path(u"config"_s) };
        QCOMPARE(paper(named).code, 0);
        const Run other = paper({ u"--journal"_s, path(u"journal.db"_s) });
        QCOMPARE(other.account()["cash"_L1].toString(), u"94989"_s); // another account
        QCOMPARE(paper(named).account()["cash"_L1].toString(), u"1989"_s); // gone on with
    }

    void sentencesEndOnce()
    {
        write(u"config"_s, R"({"mode":"magic"})");
        const QByteArray said = paper({ u"--config"_s, path(u"config"_s) }).err.trimmed();
        QVERIFY2(said.endsWith("through or touch."), said.constData());
    }

    /// Lines are sent by their times, those of one time as they stand.
    void ordersMayStandInAnyOrder()
    {
        write(u"orders"_s,
              order(200, "b", R"("side":"sell","qty":"100","type":"limit","limit":"11")")
                  + order(10, "a", R"("side":"buy","qty":"100")"));
        const Run run = paper();
        QCOMPARE(run.code, 0);
        QCOMPARE(run.lines().first()["id"_L1].toString(), u"a"_s);
        QCOMPARE(run.fills(u"a"_s), u"100@10.02"_s);
    }

    /// A sentence with the file and the line, the exit code of work that failed, and a journal as
    /// it was.
    void badFiles()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, sentence);
        QCOMPARE(paper({ u"--journal"_s, path(u"journal.db"_s) }).code, 0);
        const QByteArrayList before = contentOf(u"journal.db"_s);
        write(file, content);
        QStringList more { u"--journal"_s, path(u"journal.db"_s) };
        if (file == u"config"_s)
            more += { u"--config"_s, path(file) };
        const Run run = paper(more);
        const QByteArray said
            = "tapeline-cli: Cannot trade on paper: " + path(file).toUtf8() + ": " + sentence;
        QCOMPARE(run.err.left(said.size()), said);
        QVERIFY(run.err.endsWith(".\n") && !run.err.endsWith("..\n"));
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(contentOf(u"journal.db"_s), before);
        more[1] = path(u"other.db"_s);
        QCOMPARE(paper(more).code, 1);
        QVERIFY(!QFile::exists(path(u"other.db"_s)));
    }

    void missingFiles_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : { "orders", "quotes", "trades", "config" })
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void missingFiles()
    {
        QFETCH(const QString, file);
        write(u"config"_s, "{}");
        QFile::remove(path(file));
        const Run run
            = paper({ u"--journal"_s, path(u"journal.db"_s), u"--config"_s, path(u"config"_s) });
        QCOMPARE(run.code, 1);
        QVERIFY(run.err.contains(file.toUtf8()) && run.err.contains("No such file"));
        QVERIFY(!QFile::exists(path(u"journal.db"_s)));
    }

    void wrongUsage()
    {
        const Run noOrders = run({ u"paper"_s, u"--quotes"_s, path(u"quotes"_s) });
        QCOMPARE(noOrders.code, 2);
        QVERIFY(noOrders.err.contains("--orders FILE is missing"));
        const Run noMarket = run({ u"paper"_s, u"--orders"_s, path(u"orders"_s) });
        QCOMPARE(noMarket.code, 2);
        QVERIFY(noMarket.err.contains("--quotes FILE or --trades FILE is missing"));
    }

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    /// What a database holds: its file and the one its newest writes may wait in.
    QByteArrayList contentOf(const QString &name) const
    {
        QByteArrayList contents;
        for (const QString &part : QStringList { name, name + u"-wal"_s }) {
            QFile file(path(part));
            contents += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        return contents;
    }

    static Run run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TAPELINE_BIN_DIR "/tapeline-cli"), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return { -1, {}, process.errorString().toUtf8() };
        return { process.exitCode(), process.readAllStandardOutput(),
                 process.readAllStandardError() };
    }
    Run paper(const QStringList &more = {}) const
    {
        return run(QStringList { u"paper"_s, u"--json"_s, u"--orders"_s, path(u"orders"_s),
                                 u"--quotes"_s, path(u"quotes"_s), u"--trades"_s,
                                 path(u"trades"_s) }
                   + more);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestPaperCommand)
#include "tst_papercommand.moc"
