#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString program = QStringLiteral(TAPELINE_BIN_DIR "/tapeline-cli");

} // namespace

/// `tapeline-cli serve`, as a program.
class TestServeCommand : public QObject
{
    Q_OBJECT

private slots:
    void runsUntilTerminated()
    {
        QProcess serve;
        serve.start(program,
                    { u"serve"_s, u"--source"_s, u"sandbox"_s, u"--seed"_s, u"7"_s, u"--start"_s,
                      u"2026-08-13T10:30:00"_s });
        QTRY_VERIFY_WITH_TIMEOUT(serve.canReadLine(), 20'000);
        const QJsonObject line = QJsonDocument::fromJson(serve.readLine()).object();
        QCOMPARE(line.keys(), QStringList({ u"rest"_s, u"token"_s, u"ws"_s, u"ws_delayed"_s }));
        const QString rest = line[u"rest"_s].toString();
        QVERIFY(rest.startsWith(u"http://127.0.0.1:"_s));
        QCOMPARE(line[u"ws_delayed"_s].toString(), line[u"ws"_s].toString() + u"/delayed"_s);
        QCOMPARE(line[u"token"_s].toString().size(), 32);

        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(
            network.get(QNetworkRequest(QUrl(rest + u"/v1/marketstatus/now?apiKey=starter"_s))));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(10'000));
        const QJsonObject now = QJsonDocument::fromJson(reply->readAll()).object();
        QCOMPARE(now[u"market"_s].toString(), u"open"_s);
        QVERIFY(now[u"serverTime"_s].toString().startsWith(u"2026-08-13T10:30:"_s));

        serve.terminate();
        QVERIFY(serve.waitForFinished(10'000));
        QCOMPARE(serve.exitStatus(), QProcess::NormalExit);
        QCOMPARE(serve.exitCode(), 0);
    }

    /// The books that the service has retired are there for whoever asks for them.
    void servesRetiredBooks()
    {
        for (const bool legacy : { false, true }) {
            QProcess serve;
            serve.start(program,
                        legacy ? QStringList { u"serve"_s, u"--legacy"_s }
                               : QStringList { u"serve"_s });
            QTRY_VERIFY_WITH_TIMEOUT(serve.canReadLine(), 20'000);
            const QJsonObject line = QJsonDocument::fromJson(serve.readLine()).object();
            QNetworkAccessManager network;
            const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(
                QUrl(line[u"rest"_s].toString()
                     + u"/v2/snapshot/locale/global/markets/crypto/tickers/X:BTCUSD/book"
                       "?apiKey=starter"_s))));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            QVERIFY(finished.wait(10'000));
            QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                     legacy ? 200 : 404);
            serve.terminate();
            QVERIFY(serve.waitForFinished(10'000));
        }
    }

    void startsWithFaults()
    {
        QProcess serve;
        serve.start(program,
                    { u"serve"_s, u"--fault"_s, u"htmlError"_s, u"--fault"_s, u"stall=0.1"_s });
        QTRY_VERIFY_WITH_TIMEOUT(serve.canReadLine(), 20'000);
        const QJsonObject line = QJsonDocument::fromJson(serve.readLine()).object();
        QNetworkAccessManager network;
        const auto get = [&](const QString &path, const QString &key) {
            QNetworkRequest request(QUrl(line[u"rest"_s].toString() + path));
            request.setRawHeader("Authorization", "Bearer " + key.toUtf8());
            std::unique_ptr<QNetworkReply> reply(network.get(request));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            finished.wait(10'000);
            return reply;
        };
        QCOMPARE(get(u"/v1/marketstatus/now"_s, u"advanced"_s)
                     ->attribute(QNetworkRequest::HttpStatusCodeAttribute)
                     .toInt(),
                 502);
        const QJsonObject faults
            = QJsonDocument::fromJson(
                  get(u"/tapeline/v1/faults"_s, line[u"token"_s].toString())->readAll())
                  .object();
        QCOMPARE(faults[u"htmlError"_s].toBool(), true);
        QCOMPARE(faults[u"stall"_s].toDouble(), 0.1);
        serve.terminate();
        QVERIFY(serve.waitForFinished(10'000));
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("replay") << QStringList { u"--source"_s, u"replay:x.tlr"_s }
                                << QByteArray("not available in this version");
        QTest::newRow("massive") << QStringList { u"--source"_s, u"massive"_s }
                                 << QByteArray("not available in this version");
        QTest::newRow("unknown source")
            << QStringList { u"--source"_s, u"moon"_s } << QByteArray("is no source");
        QTest::newRow("port") << QStringList { u"--port"_s, u"65536"_s } << QByteArray("--port");
        QTest::newRow("speed") << QStringList { u"--speed"_s, u"0.5"_s } << QByteArray("--speed");
        QTest::newRow("start") << QStringList { u"--start"_s, u"soon"_s }
                               << QByteArray("is no time");
        QTest::newRow("symbols") << QStringList { u"--symbols"_s, u"10001"_s }
                                 << QByteArray("--symbols");
        QTest::newRow("fault") << QStringList { u"--fault"_s, u"stall=soon"_s }
                               << QByteArray("stall is a number of seconds");
        QTest::newRow("unknown fault")
            << QStringList { u"--fault"_s, u"silent"_s, u"--fault"_s, u"zap"_s }
            << QByteArray("is no fault");
        QTest::newRow("argument") << QStringList { u"now"_s }
                                  << QByteArray("one argument too many");
    }
    void refusals()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, says);
        QProcess serve;
        serve.start(program, QStringList { u"serve"_s } + arguments);
        QVERIFY(serve.waitForFinished(20'000));
        QCOMPARE(serve.exitCode(), 2);
        QVERIFY(serve.readAllStandardOutput().isEmpty());
        QVERIFY(serve.readAllStandardError().contains(says));
    }
};

QTEST_GUILESS_MAIN(TestServeCommand)
#include "tst_servecommand.moc"
