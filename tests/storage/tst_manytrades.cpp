#include "manytrades.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// A journal that has grown for years. Times are told, not judged: machines differ.
class TestManyTrades : public QObject
{
    Q_OBJECT

private slots:
    void manyTradesAreKeptLoadedAndFound()
    {
        const bool isLong = qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS");
        const int count = isLong ? 100'000 : 2'000;
        const std::vector<FormedTrade> made = manyTrades(count, 10);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"journal.db"_s);
        JournalDatabase journal;
        QVERIFY(journal.open(path));
        TradeArchive archive;
        QVERIFY(archive.open(path));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(storeAll(archive, made));
        qInfo("%d trades with %d fills stored in %lld ms, %lld MB", count, count * 10,
              timer.restart(), QFileInfo(path).size() / 1'000'000);

        TradeArchive reader;
        QVERIFY(reader.open(path, TradeArchive::Access::ReadOnly));
        qInfo("opened in %lld ms", timer.restart());
        const Result<std::vector<TradeRecord>> loaded = reader.trades();
        qInfo("loaded in %lld ms", timer.restart());
        QVERIFY(loaded);
        QCOMPARE(loaded->size(), made.size());
        for (std::size_t i = 0; i < made.size(); ++i)
            QVERIFY2(loaded->at(i) == made[i].record, qPrintable(QString::number(i)));

        for (int i = 0; i < count / 10; ++i) {
            const NoteEdit edit { .subject = { made[std::size_t(i) * 10].record.key },
                                  .text = i % 100 ? u"waited for the retest"_s : u"chased it"_s };
            if (!isLong || i < 1'000)
                QVERIFY(archive.add(edit, fromNs(i)));
        }
        timer.restart();
        QVERIFY(reader.notes());
        qInfo("notes read in %lld ms", timer.restart());
        const std::size_t chased = reader.search(u"chas"_s)->size();
        qInfo("%zu found in %lld ms", chased, timer.restart());
        QCOMPARE(chased, std::size_t(isLong ? 10 : count / 1'000));
        const std::size_t apples = reader.search(u"aapl"_s)->size();
        qInfo("%zu found in %lld ms", apples, timer.restart());
        QCOMPARE(apples, std::size_t(std::ranges::count_if(made, [](const FormedTrade &trade) {
                     return trade.record.symbol == u"AAPL"_s;
                 })));
        QCOMPARE(*reader.executions(made.back().record.key), made.back().executions);
        qInfo("a page read in %lld ms", timer.restart());
        QVERIFY(archive.backUp(dir.filePath(u"copy.db"_s)));
        qInfo("backed up in %lld ms", timer.restart());
    }
};

QTEST_GUILESS_MAIN(TestManyTrades)
#include "tst_manytrades.moc"
