#include "cachedatabase.h"
#include "fakehttpserver.h"
#include "gatewayfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using tapeline::test::FakeHttpServer;
using Response = FakeHttpServer::Response;

namespace {

/// What a run of tapeline-cli left behind.
struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QByteArrayList lines() const
    {
        QByteArrayList list = out.split('\n');
        list.removeLast(); // behind the last line's end
        return list;
    }
};

struct Access
{
    QString key = u"s3cr3t-key-0123456789"_s;
    QString tier {};
    QString folder = u"/nonexistent"_s; ///< the desk's
};

/// Runs the program while this thread's servers answer it.
Run run(const QStringList &arguments, const Access &access = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : { u"POLYGON_API_KEY"_s, u"POLYGON_TIER"_s })
        environment.remove(name);
    environment.insert(u"MASSIVE_API_KEY"_s, access.key);
    environment.insert(u"MASSIVE_TIER"_s, access.tier);
    environment.insert(u"TAPELINE_DATA_DIR"_s, access.folder);
    QProcess process;
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(TAPELINE_BIN_DIR) + u"/tapeline-cli"_s, arguments);
    if (!finished.wait(60'000) || process.exitStatus() != QProcess::NormalExit)
        return { -1, {}, process.errorString().toUtf8() };
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

/// JSON written with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

FakeHttpServer::Handler always(const Response &response)
{
    return [response](const auto &) { return response; };
}

constexpr qint64 firstBar = 1'786'530'000'000;

/// Bars one a minute, from so many milliseconds after the first one on.
QByteArray bars(qint64 afterFirst, int count, const QByteArray &next = {})
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i)
        rows += "{'t':" + QByteArray::number(firstBar + afterFirst + i * 60'000)
            + ",'o':1.5,'h':2,'l':1,'c':1.25,'v':100,'vw':1.4,'n':3}";
    const QByteArray more = next.isEmpty() ? QByteArray() : ",'next_url':'" + next + "'";
    return json("{'status':'OK','resultsCount':" + QByteArray::number(count) + ",'results':["
                + rows.join(',') + "]" + more + "}");
}

QStringList barsOf(const QString &symbol, const QString &timeframe = u"1m"_s)
{
    return { u"bars"_s,   symbol,          u"--timeframe"_s, timeframe,
             u"--from"_s, u"2026-08-12"_s, u"--to"_s,        u"2026-08-12"_s };
}

/// Something that goes wrong, and with what the commands meet it.
struct Scene
{
    GatewayFixture gateway;
    FakeHttpServer http;
    FakeHttpServer foreign;
    QString base; ///< where the commands look
    Access access;

    void useGateway(const QString &key)
    {
        base = gateway.addresses.rest;
        access.key = key;
    }
    void useHttp(const FakeHttpServer::Handler &handler)
    {
        base = http.base().toString();
        http.setHandler(handler);
    }
    void fail(const std::function<void(Faults &)> &set)
    {
        useGateway(u"advanced"_s);
        access.tier = u"advanced"_s; // no plan's limit to wait for
        Faults faults;
        set(faults);
        gateway.server.setFaults(faults);
    }
};

using Setting = std::function<void(Scene &)>;

} // namespace

class TestServiceCommands : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesWrongIsSaid_data()
    {
        QTest::addColumn<Setting>("setting");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QStringList connection { u"connection"_s };
        const QStringList detect { u"connection"_s, u"--detect"_s };
        const QStringList fetch = barsOf(u"AAA"_s);
        const auto rows = [](const char *name, const Setting &setting,
                             const QList<QStringList> &commands, const char *says) {
            for (const QStringList &command : commands)
                QTest::addRow("%s: %s", name, qPrintable(command.mid(0, 2).join(u' ')))
                    << setting << command << QByteArray(says);
        };

        rows(
            "wrong key", [](Scene &scene) { scene.useGateway(u"what-is-this"_s); },
            { connection, detect, fetch }, "refused the key: Unknown API Key");
        rows(
            "a key that is repeated",
            [](Scene &scene) {
                scene.useHttp(always({ .status = 401,
                                       .body = json("{'status':'ERROR','error':'Unknown key "
                                                    "s3cr3t-key-0123456789'}") }));
            },
            { connection, fetch }, "refused the key: Unknown key ***");
        rows(
            "no key", [](Scene &scene) { scene.useGateway({}); }, { connection, fetch },
            "There is no key: set MASSIVE_API_KEY");
        rows(
            "low plan",
            [](Scene &scene) {
                scene.access.tier = u"stocks=advanced,currencies=starter"_s;
                scene.useHttp([](const FakeHttpServer::Request &) {
                    return Response { .status = 403,
                                      .body = json("{'status':'NOT_AUTHORIZED','message':"
                                                   "'You are not entitled to this data.'}") };
                });
            },
            { connection, fetch }, "You are not entitled to this data.");
        rows(
            "low plan of the sandbox", [](Scene &scene) { scene.useGateway(u"basic"_s); },
            { barsOf(u"AAA"_s, u"1s"_s) }, "The plan does not include this: You are not entitled");
        rows(
            "rate limit",
            [](Scene &scene) {
                scene.useHttp(
                    always({ .status = 429, .body = "{}", .headers = { { "Retry-After", "0" } } }));
            },
            { connection, detect, fetch }, "asked too often: ");
        rows(
            "rate limit of the sandbox",
            [](Scene &scene) { scene.fail([](Faults &faults) { faults.rateBurst = true; }); },
            { fetch }, "You've exceeded the maximum requests per minute");
        rows(
            "HTML 502",
            [](Scene &scene) { scene.fail([](Faults &faults) { faults.htmlError = true; }); },
            { connection, detect, fetch }, "The service has trouble (HTTP 502).");
        rows(
            "truncated JSON",
            [](Scene &scene) { scene.fail([](Faults &faults) { faults.truncatedJson = true; }); },
            { connection, detect, fetch }, "answer cannot be read");
        rows(
            "a broken transfer", [](Scene &scene) { scene.useHttp(always({ .truncated = true })); },
            { connection, fetch }, "could not be reached");
        rows(
            "no network",
            [](Scene &scene) {
                scene.base = FakeHttpServer().base().toString(); // has closed its port
            },
            { connection, detect, fetch }, "could not be reached: Connection refused.");
        rows(
            "redirect to another host",
            [](Scene &scene) {
                scene.fail([](Faults &faults) { faults.redirectTo = "http://elsewhere.invalid"; });
            },
            { connection, detect, fetch }, "sent us on to another address");
        rows(
            "redirect to another port",
            [](Scene &scene) {
                scene.useHttp(
                    always({ .status = 302,
                             .headers = { { "Location", scene.foreign.base().toEncoded() } } }));
            },
            { connection, fetch }, "sent us on to another address");
        rows(
            "a key in clear text",
            [](Scene &scene) { scene.base = u"http://api.example.invalid"_s; },
            { connection, detect, fetch },
            "The key is not sent to api.example.invalid, because the connection is not encrypted.");
        rows(
            "unknown symbol", [](Scene &scene) { scene.useGateway(u"advanced"_s); },
            { barsOf(u"ZZZ"_s) }, "The service knows no symbol ZZZ.");
        rows(
            "foreign next page",
            [](Scene &scene) {
                const QByteArray next = scene.foreign.base().toEncoded() + "/v2/aggs?cursor=x";
                scene.useHttp(always({ .body = bars(0, 2, next) }));
            },
            { fetch }, "Incomplete after 2 bars: The next page is on another host (127.0.0.1)");
        rows(
            "pages in a circle",
            [](Scene &scene) {
                const QByteArray next = scene.http.base().toEncoded() + "/v2/aggs?cursor=x";
                scene.useHttp(always({ .body = bars(0, 1, next) }));
            },
            { fetch }, "Incomplete after 2 bars: The service sends us in a circle.");
        rows(
            "no list",
            [](Scene &scene) {
                scene.useHttp(always({ .body = json("{'status':'OK','results':5}") }));
            },
            { fetch }, "answer cannot be read");
    }

    void whatGoesWrongIsSaid()
    {
        QFETCH(const Setting, setting);
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        Scene scene;
        setting(scene);
        const Run failed
            = run(arguments + QStringList { u"--rest-base"_s, scene.base }, scene.access);
        QCOMPARE(failed.code, 1);
        QVERIFY2(failed.err.startsWith("tapeline-cli: ") && failed.err.contains(says),
                 failed.err.constData());
        QVERIFY2(failed.err.count('\n') == 1 && failed.err.endsWith('\n'), failed.err.constData());
        if (!scene.access.key.isEmpty()) {
            QVERIFY2(!failed.err.contains(scene.access.key.toUtf8()), failed.err.constData());
            QVERIFY2(!failed.out.contains(scene.access.key.toUtf8()), failed.out.constData());
        }
        QVERIFY2(scene.foreign.requests().isEmpty(), "nobody else is asked");
    }

    void theConnectionInWords()
    {
        const GatewayFixture gateway;
        const QStringList place { u"--rest-base"_s, gateway.addresses.rest };
        const QStringList detect = QStringList { u"connection"_s, u"--detect"_s } + place;
        const Run advanced = run(detect, { u"advanced"_s });
        QCOMPARE(advanced.code, 0);
        QCOMPARE(advanced.out,
                 QByteArray("stocks      works with Advanced\n"
                            "options     works with Starter\n"
                            "indices     works with Starter\n"
                            "currencies  works with Starter\n"
                            "futures     works with Starter\n"));
        QVERIFY(advanced.err.isEmpty());

        const Run tested = run(QStringList { u"connection"_s, u"--json"_s } + place,
                               { u"starter"_s, u"stocks=developer,currencies=starter"_s });
        QCOMPARE(tested.code, 0);
        QCOMPARE(tested.lines().size(), 5);
        const QJsonObject stocks = QJsonDocument::fromJson(tested.lines().first()).object();
        QCOMPARE(stocks["product"_L1].toString(), u"stocks"_s);
        QCOMPARE(stocks["verdict"_L1].toString(), u"plan-lacks"_s);
        QCOMPARE(stocks["plan"_L1].toString(), u"starter"_s);
        QVERIFY(stocks["detail"_L1].toString().startsWith("You are not entitled"_L1));
        const QJsonObject currencies = QJsonDocument::fromJson(tested.lines().at(3)).object();
        QCOMPARE(currencies["verdict"_L1].toString(), u"works"_s);
    }

    void aBasicKeyFitsItsMinute()
    {
        const GatewayFixture gateway;
        QElapsedTimer timer;
        timer.start();
        const Run basic
            = run({ u"connection"_s, u"--detect"_s, u"--rest-base"_s, gateway.addresses.rest },
                  { u"basic"_s });
        QCOMPARE(basic.code, 0);
        QVERIFY(basic.out.startsWith("stocks      works with Basic\n"));
        QVERIFY2(timer.elapsed() < 20'000, "it did not have to wait for the next minute");
    }

    void whatTheEnvironmentGetsWrongIsSaidAndIgnored()
    {
        const GatewayFixture gateway;
        const Run strange = run({ u"connection"_s, u"--rest-base"_s, gateway.addresses.rest },
                                { u"advanced"_s, u"platinum"_s });
        QCOMPARE(strange.code, 0);
        QVERIFY2(strange.err.contains("MASSIVE_TIER is ignored: \"platinum\" is no plan"),
                 strange.err.constData());
        QVERIFY(strange.out.startsWith("stocks      works with Basic\n"));
    }

    void barsOfTheService()
    {
        GatewayFixture gateway;
        const Run fetched
            = run(barsOf(u"AAA"_s)
                      + QStringList { u"--json"_s, u"--rest-base"_s, gateway.addresses.rest },
                  { u"advanced"_s, u"advanced"_s });
        QCOMPARE(fetched.code, 0);
        QVERIFY2(fetched.err.isEmpty(), fetched.err.constData());
        const QJsonArray rows
            = gateway.allPages(u"/v2/aggs/ticker/AAA/range/1/minute/2026-08-12/2026-08-12"
                               "?limit=50000"_s);
        QVERIFY(rows.size() > 900);
        QCOMPARE(fetched.lines().size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject bar = QJsonDocument::fromJson(fetched.lines().at(i)).object();
            for (const auto field : { "t"_L1, "o"_L1, "h"_L1, "l"_L1, "c"_L1, "v"_L1, "n"_L1 })
                QCOMPARE(bar[field], rows[i].toObject()[field]);
        }
    }

    void barsOverSeveralPages()
    {
        FakeHttpServer server;
        const QByteArray base = server.base().toEncoded();
        server.setHandler([base](const FakeHttpServer::Request &request) {
            if (request.target.contains("cursor=b"_L1))
                return Response { .body = bars(600'000, 1) };
            if (request.target.contains("cursor=a"_L1))
                return Response { .body = bars(300'000, 3, base + "/v2/aggs/x?cursor=b") };
            return Response { .body = bars(0, 2, base + "/v2/aggs/x?cursor=a%3D") };
        });
        const QStringList place { u"--rest-base"_s, server.base().toString() + u'/' };
        const Run fetched = run(barsOf(u"aapl"_s) + place
                                + QStringList { u"--json"_s, u"--adjusted"_s, u"false"_s });
        QCOMPARE(fetched.code, 0);
        QCOMPARE(fetched.lines().size(), 6);
        QCOMPARE(
            fetched.lines().first(),
            QByteArray(
                "{\"t\":1786530000000,\"o\":1.5,\"h\":2,\"l\":1,\"c\":1.25,\"v\":100,\"vw\":1.4,"
                "\"n\":3}"));
        QVERIFY(fetched.lines().last().startsWith("{\"t\":1786530600000,"));
        QCOMPARE(server.targets().first(),
                 u"/v2/aggs/ticker/AAPL/range/1/minute/1786507200000/1786593599999"
                 "?adjusted=false&sort=asc&limit=50000"_s);
        QVERIFY(server.targets().at(1).endsWith("cursor=a%3D"_L1)); // followed as it stands
        for (const auto &request : server.requests())
            QCOMPARE(request.headers.value("authorization"),
                     QByteArray("Bearer s3cr3t-key-0123456789"));

        const Run table = run(barsOf(u"AAPL"_s) + place);
        QCOMPARE(table.code, 0);
        QCOMPARE(table.lines().size(), 7);
        QVERIFY(table.lines().first().startsWith("start (Eastern)"));
    }

    /// What is settled is asked for once; the desk's cache has it from then on.
    void barsThroughTheCache()
    {
        std::optional<GatewayFixture> gateway(std::in_place);
        const QTemporaryDir folder;
        const Access access { u"advanced"_s, u"advanced"_s, folder.path() };
        const QStringList fetch = barsOf(u"AAA"_s)
            + QStringList { u"--json"_s, u"--rest-base"_s, gateway->addresses.rest };
        const Run first = run(fetch, access);
        QCOMPARE(first.code, 0);
        QVERIFY(first.lines().size() > 900);
        QVERIFY(QFile::exists(folder.filePath(u"cache.db"_s)));
        CacheDatabase cache;
        QVERIFY(cache.open(folder.filePath(u"cache.db"_s), CacheDatabase::Access::ReadOnly));
        QCOMPARE(cache.statistics()->bars, first.lines().size());
        gateway.reset(); // nobody answers any more
        const Run again = run(fetch, access);
        QCOMPARE(again.code, 0);
        QCOMPARE(again.out, first.out);
        const Run fresh = run(fetch + QStringList { u"--fresh"_s }, access);
        QCOMPARE(fresh.code, 1);
    }

    void aQuietRangeIsNoFailure()
    {
        GatewayFixture gateway;
        const Run quiet
            = run({ u"bars"_s, u"AAA"_s, u"--timeframe"_s, u"1m"_s, u"--from"_s, u"2026-08-08"_s,
                    u"--to"_s, u"2026-08-09"_s, u"--rest-base"_s, gateway.addresses.rest },
                  { u"advanced"_s, u"advanced"_s });
        QCOMPARE(quiet.code, 0);
        QVERIFY(quiet.out.isEmpty());
        QCOMPARE(quiet.err, QByteArray("tapeline-cli: There are no bars of AAA in this range.\n"));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QStringList &arguments, const char *says) {
            QTest::newRow(name) << arguments << QByteArray(says);
        };
        const QStringList good = barsOf(u"AAA"_s);
        row("no end", good.first(6), "--to is missing");
        row("two symbols", QStringList { u"bars"_s, u"B"_s } + good.mid(1),
            "one argument too many");
        row("no symbol", QStringList { u"bars"_s, u"a b"_s } + good.mid(2), "is no symbol");
        row("no date", good.first(7) + QStringList { u"soon"_s }, "--to is a date");
        row("the wrong way round", good.first(7) + QStringList { u"2026-08-11"_s },
            "--to is before --from");
        row("a date without hyphens", good.first(7) + QStringList { u"20260813"_s },
            "--to is a date");
        row("milliseconds the wrong way round",
            good.first(5) + QStringList { u"1786622400001"_s, u"--to"_s, u"1786622400000"_s },
            "--to is before --from");
        row("a day before a millisecond",
            good.first(5) + QStringList { u"1786622400000"_s, u"--to"_s, u"2026-08-12"_s },
            "--to is before --from");
        row("no timeframe", barsOf(u"AAA"_s, u"5x"_s), "is no timeframe");
        row("half adjusted", good + QStringList { u"--adjusted"_s, u"half"_s },
            "--adjusted is true or false");
        row("an option of files", good + QStringList { u"--conditions"_s },
            "--conditions goes with --trades");
        row("an option of the service",
            { u"bars"_s, u"--trades"_s, u"x"_s, u"--timeframe"_s, u"1m"_s, u"--from"_s, u"1"_s },
            "--from goes with a SYMBOL");
        row("no address", good + QStringList { u"--rest-base"_s, u"massive"_s },
            "--rest-base is an address");
        row("a key in the address",
            { u"connection"_s, u"--rest-base"_s, u"https://h/?apiKey=s3cr3t-key-0123456789"_s },
            "--rest-base is an address");
        row("a password in the address",
            { u"connection"_s, u"--rest-base"_s, u"https://me:s3cr3t@h"_s },
            "--rest-base is an address");
        row("an argument", { u"connection"_s, u"now"_s }, "one argument too many");
    }

    void wrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        const Run wrong = run(arguments);
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY2(wrong.err.contains(says), wrong.err.constData());
        QCOMPARE(wrong.err.count('\n'), 1);
        QVERIFY(!wrong.err.contains("s3cr3t"));
    }
};

QTEST_GUILESS_MAIN(TestServiceCommands)
#include "tst_servicecommands.moc"
