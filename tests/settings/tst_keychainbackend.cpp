#include "keychainbackend.h"

#include <QtTest>

#include <memory>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Against the real library, on a bus that is not there: nobody's keychain is asked.
class TestKeychainBackend : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    /// The desk may close while the keychain is still asked: what it says then goes nowhere.
    void anAnswerAfterTheEndIsNotHeard()
    {
        int late = 0;
        for (int turns = 0; turns < 40; ++turns) { // of the event loop, before the end
            auto backend = std::make_unique<KeychainBackend>();
            const auto isOver = std::make_shared<bool>(false);
            backend->read(u"no such name"_s,
                          [&late, isOver](const Result<QString> &) { late += *isOver ? 1 : 0; });
            for (int i = 0; i < turns; ++i)
                QCoreApplication::processEvents();
            backend.reset();
            *isOver = true;
            QTest::qWait(20);
        }
        QCOMPARE(late, 0);
    }

#ifdef Q_OS_LINUX
    void withoutAServiceItSaysSo()
    {
        KeychainBackend backend;
        std::optional<Result<QString>> answer;
        backend.read(u"no such name"_s,
                     [&answer](const Result<QString> &result) { answer = result; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!*answer);
        QCOMPARE(answer->error().code, Error::Code::Storage);
    }
#endif
};

QTEST_GUILESS_MAIN(TestKeychainBackend)
#include "tst_keychainbackend.moc"
