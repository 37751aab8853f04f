#include "keysafety.h"
#include "serviceaddresses.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Where a key may go, and the service's older hosts: massive-api.md 1.1, 1.7, 11.7.
class TestKeySafety : public QObject
{
    Q_OBJECT

private slots:
    void olderHostsAreAddresses()
    {
        const ServiceAddresses official;
        const auto rest = serviceaddresses::read(u"https://api.polygon.io/"_s, official.rest);
        QVERIFY(rest);
        QCOMPARE(*rest, QUrl(u"https://api.polygon.io"_s));
        const auto stream = serviceaddresses::read(u"wss://socket.polygon.io"_s, official.stream);
        QVERIFY(stream && keysafety::mayCarryKey(*stream));
    }

    void pagesOfOneService_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("next");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *name, const char *base, const char *next, bool isSame) {
            QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(next) << isSame;
        };
        row("same", "https://api.massive.com", "https://api.massive.com/v2?cursor=1", true);
        row("port said", "https://api.massive.com", "https://api.massive.com:443/v2", true);
        row("old base, new page", "https://api.polygon.io", "https://api.massive.com/v2", true);
        row("new base, old page", "https://api.massive.com", "https://api.polygon.io/v2", true);
        row("in clear", "https://api.polygon.io", "http://api.massive.com/v2", false);
        row("another port", "https://api.polygon.io", "https://api.massive.com:8443/v2", false);
        row("looks alike", "https://api.polygon.io", "https://api.polygon.io.example/v2", false);
        row("a subdomain", "https://api.massive.com", "https://x.api.polygon.io/v2", false);
        row("own server", "http://127.0.0.1:80", "http://127.0.0.1/v2", true);
        row("own server's page elsewhere", "http://127.0.0.1", "https://api.massive.com/v2", false);
    }
    void pagesOfOneService()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, next);
        QFETCH(const bool, isSame);
        QCOMPARE(keysafety::isSameService(QUrl(base), QUrl(next)), isSame);
        QCOMPARE(keysafety::isSameService(QUrl(next), QUrl(base)), isSame);
    }
};

QTEST_GUILESS_MAIN(TestKeySafety)
#include "tst_keysafety.moc"
