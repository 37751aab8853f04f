#include "easterntime.h"
#include "embeddedmarket.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The service's own JavaScript client, unchanged but for its base addresses, against our server.
class TestOfficialClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty()
            || QStandardPaths::findExecutable(u"npm"_s).isEmpty())
            QSKIP("node and npm are not installed");
        const QDir source(QStringLiteral(TAPELINE_JS_DIR));
        QVERIFY(QDir().mkpath(m_folder));
        for (const QString &file : source.entryList(QDir::Files)) {
            QFile::remove(m_folder + u'/' + file);
            QVERIFY(QFile::copy(source.filePath(file), m_folder + u'/' + file));
        }
        QProcess npm;
        npm.setWorkingDirectory(m_folder);
        npm.start(u"npm"_s,
                  { u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s,
                    u"--prefer-offline"_s });
        if (!npm.waitForFinished(240'000) || npm.exitCode() != 0)
            QSKIP("the official client could not be fetched: no network, or the registry is away");
    }

    void everythingItCanAsk_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("checks");
        QTest::newRow("stocks") << u"stocks.mjs"_s << 5;
        QTest::newRow("crypto") << u"crypto.mjs"_s << 5;
        QTest::newRow("forex") << u"forex.mjs"_s << 4;
        QTest::newRow("indices") << u"indices.mjs"_s << 3;
        QTest::newRow("futures") << u"futures.mjs"_s << 3;
        QTest::newRow("options") << u"options.mjs"_s << 6;
    }
    void everythingItCanAsk()
    {
        QFETCH(const QString, file);
        QFETCH(const int, checks);
        // 2026-08-13 10:30 at twice the speed: a minute bar comes within half a minute
        EmbeddedMarket market({ .speed = 2,
                                .start = easterntime::at({ 2026, 8, 13 }, 10h + 30min + 30s),
                                .legacy = true });
        QVERIFY(market.start());
        QProcess node;
        node.setWorkingDirectory(m_folder);
        node.setProcessChannelMode(QProcess::MergedChannels);
        node.start(u"node"_s,
                   { file, market.restBase().toString(), market.wsBase().toString(),
                     u"2026-08-10"_s, u"2026-08-12"_s });
        QVERIFY(node.waitForFinished(120'000));
        const QByteArray output = node.readAll();
        QVERIFY2(node.exitStatus() == QProcess::NormalExit && node.exitCode() == 0,
                 output.constData());
        QCOMPARE(int(output.count(": ok")), checks);
    }

private:
    const QString m_folder = QStringLiteral(TAPELINE_BIN_DIR "/../officialclient");
};

QTEST_GUILESS_MAIN(TestOfficialClient)
#include "tst_officialclient.moc"
