#include "chartpanel.h"
#include "desk.h"
#include "mainwindow.h"
#include "marketdispatcher.h"
#include "sessionstatusbar.h"
#include "tapemodel.h"
#include "tapepanel.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Case 29: the window stalls at full stream. The connection holds, no trade is lost, the lag is
/// shown and goes.
class Test29 : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }

    void aStalledWindow_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("three seconds") << 3;
        if (qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS"))
            QTest::newRow("ten seconds") << 10;
    }

    void aStalledWindow()
    {
        QFETCH(const int, seconds);
        QTemporaryDir folder;
        DeskOptions options;
        options.dataDir = folder.path();
        options.simulated = true;
        options.extraSymbols = 486; // 500 in all, with the named ones
        options.speed = 20;
        options.symbol = u"KO"_s; // quiet enough for its tape to hold it all
        Desk desk(*qApp, options);
        QVERIFY(desk.open());
        QVERIFY(QTest::qWaitForWindowExposed(&desk.window()));
        const auto tape = [&desk]() -> TapePanel * {
            for (Panel *panel : desk.window().panels())
                if (auto *own = qobject_cast<TapePanel *>(panel))
                    return own;
            return nullptr;
        };
        QTRY_VERIFY(tape());
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 50, 20'000);
        watchEverything(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().spec().source == DataSource::Simulated
                                     && lastStatus(desk).messagesPerSecond > 10'000,
                                 30'000);
        const qsizetype lost = qsizetype(lastStatus(desk).lost);

        QThread::sleep(static_cast<unsigned long>(seconds));

        auto *line = desk.window().findChild<SessionStatusBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(line->status().lagging, 2'000);
        QVERIFY(line->status().waited >= std::chrono::milliseconds(seconds * 900));
        QCOMPARE(line->status().stream, StreamState::Live);
        QTRY_VERIFY_WITH_TIMEOUT(!line->status().lagging, 10'000);
        QCOMPARE(line->status().stream, StreamState::Live);
        QCOMPARE(qsizetype(line->status().lost), lost);

        // Every trade the service has of this time is on the tape, once
        compareWithHistory(desk, tape()->model());
    }

private:
    static SessionStatus lastStatus(Desk &desk)
    {
        return desk.window().findChild<SessionStatusBar *>()->status();
    }
    static void watchEverything(Desk &desk)
    {
        for (const DirectoryEntry &entry : desk.dispatcher().directory())
            desk.session().watch(entry.symbol);
    }
    static QSet<quint64> servedTrades(const SourceSpec &spec, const QString &symbol, Timestamp from,
                                      Timestamp to)
    {
        QSet<quint64> numbers;
        QNetworkAccessManager network;
        QString next = spec.addresses.rest.toString()
            + u"/v3/trades/%1?order=asc&limit=50000&timestamp.gte=%2&timestamp.lte=%3"_s.arg(symbol)
                  .arg(toNs(from))
                  .arg(toNs(to));
        while (!next.isEmpty()) {
            QNetworkRequest request { QUrl(next) };
            request.setRawHeader("Authorization", "Bearer " + spec.key.toUtf8());
            const std::unique_ptr<QNetworkReply> reply(network.get(request));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            finished.wait(20'000);
            const QJsonObject page = QJsonDocument::fromJson(reply->readAll()).object();
            for (const QJsonValue &row : page[u"results"_s].toArray())
                numbers.insert(row.toObject()[u"sequence_number"_s].toVariant().toULongLong());
            next = page[u"next_url"_s].toString();
        }
        return numbers;
    }

    static void compareWithHistory(Desk &desk, const TapeModel &tape)
    {
        const Timestamp newest = tape.print(0).trade.time;
        const Timestamp oldest = tape.print(tape.rowCount() - 1).trade.time;
        // Whole milliseconds on both sides: the stream has no finer time
        const Timestamp from = fromMs(toMs(oldest) + 1);
        const Timestamp to = fromMs(toMs(newest) - 1);
        QSet<quint64> seen;
        for (int row = 0; row < tape.rowCount(); ++row) {
            const Trade &trade = tape.print(row).trade;
            QVERIFY(!seen.contains(trade.sequence));
            if (trade.time >= from && trade.time < to)
                seen.insert(trade.sequence);
        }
        const QSet<quint64> served = servedTrades(desk.session().spec(), u"KO"_s, from, to - 1ns);
        QVERIFY(served.size() > 50);
        QVERIFY2(seen == served,
                 qPrintable(u"%1 on the tape, %2 served"_s.arg(seen.size()).arg(served.size())));
    }
};

QTEST_MAIN(Test29)
#include "tst_29.moc"
