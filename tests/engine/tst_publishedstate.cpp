#include "framequeue.h"
#include "publishedstate.h"

#include <QtTest>

#include <thread>

using namespace tapeline;

namespace {

MarketUpdate prints(const QString &symbol, quint64 from, quint64 count)
{
    TapeUpdate tape;
    tape.symbol = symbol;
    for (quint64 i = 0; i < count; ++i) {
        TapePrint print;
        print.trade.sequence = from + i;
        tape.prints.push_back(print);
    }
    MarketUpdate update;
    update.tapes.push_back(std::move(tape));
    return update;
}

ChartUpdate bars(std::initializer_list<int> minutes, qint64 volume)
{
    ChartUpdate update;
    update.chart = 1;
    for (const int minute : minutes) {
        Candle bar;
        bar.start = Timestamp(std::chrono::minutes(minute));
        bar.volume = Qty::whole(volume);
        update.bars.push_back(bar);
    }
    return update;
}

QList<int> minutesOf(const ChartUpdate &update)
{
    QList<int> result;
    for (const Candle &bar : update.bars)
        result << int(bar.start.time_since_epoch() / std::chrono::minutes(1));
    return result;
}

} // namespace

class TestPublishedState : public QObject
{
    Q_OBJECT

private slots:
    void oneWakeUpUntilTaken()
    {
        int wakes = 0;
        PublishedState state([&] { ++wakes; });
        for (int i = 0; i < 100; ++i)
            state.publish(prints(QStringLiteral("A"), quint64(i), 1));
        QCOMPARE(wakes, 1);
        QCOMPARE(state.take().tapes.front().prints.size(), size_t(100));
        state.publish(prints(QStringLiteral("A"), 0, 1));
        QCOMPARE(wakes, 2);
    }

    void nothingToSayIsNotAnnounced()
    {
        int wakes = 0;
        PublishedState state([&] { ++wakes; });
        state.publish({});
        QCOMPARE(wakes, 0);
    }

    void snapshotsAreConflatedToTheNewest()
    {
        PublishedState state([] {});
        for (int i = 1; i <= 1'000; ++i) {
            MarketUpdate update;
            InstrumentSnapshot snapshot;
            snapshot.symbol = i % 2 ? QStringLiteral("A") : QStringLiteral("B");
            snapshot.volume = Qty::whole(i);
            update.snapshots.push_back(snapshot);
            state.publish(std::move(update));
        }
        const MarketUpdate taken = state.take();
        QCOMPARE(taken.snapshots.size(), size_t(2));
        QCOMPARE(taken.snapshots[0].volume, Qty::whole(999));
        QCOMPARE(taken.snapshots[1].volume, Qty::whole(1'000));
    }

    void aStalledWindowKeepsTheNewestPrintsAndCountsTheRest()
    {
        PublishedState state([] {});
        const quint64 total = 5 * PublishedState::tapeLimit;
        for (quint64 i = 0; i < total; i += 100)
            state.publish(prints(QStringLiteral("A"), i, 100));
        const MarketUpdate taken = state.take();
        const TapeUpdate &tape = taken.tapes.front();
        QVERIFY(tape.prints.size() >= PublishedState::tapeLimit);
        QVERIFY(tape.prints.size() <= 2 * PublishedState::tapeLimit);
        QCOMPARE(tape.prints.size() + tape.skipped, size_t(total));
        QCOMPARE(tape.prints.back().trade.sequence, total - 1);
        QCOMPARE(tape.prints.front().trade.sequence, tape.skipped);
    }

    void chartUpdatesMergeByStart()
    {
        ChartUpdate older = bars({ 5, 6, 7 }, 1);
        mergeChartUpdate(older, bars({ 7, 8 }, 2));
        QCOMPARE(minutesOf(older), (QList<int> { 5, 6, 7, 8 }));
        QCOMPARE(older.bars[2].volume, Qty::whole(2));
        mergeChartUpdate(older, bars({ 1, 2 }, 3)); // a page of history
        QCOMPARE(minutesOf(older), (QList<int> { 1, 2, 5, 6, 7, 8 }));
        mergeChartUpdate(older, bars({ 3, 6 }, 4)); // a correction among them
        QCOMPARE(minutesOf(older), (QList<int> { 1, 2, 3, 5, 6, 7, 8 }));
        ChartUpdate reset = bars({ 9 }, 5);
        reset.reset = true;
        mergeChartUpdate(older, std::move(reset));
        QCOMPARE(minutesOf(older), (QList<int> { 9 }));
        QVERIFY(older.reset);
    }

    void aStalledWindowKeepsTheNewestOfABook()
    {
        PublishedState state([] {});
        const auto second = [](int i) { return Timestamp(std::chrono::seconds(i)); };
        constexpr int total = 3 * int(PublishedState::columnLimit);
        for (int i = 0; i < total; ++i) {
            BookUpdate book;
            book.book = 9;
            book.reset = i == 0;
            BookColumn column;
            if (i > 0) { // the one before once more
                column.start = second(i - 1);
                column.bid = Price::whole(i);
                book.columns.push_back(column);
            }
            column.start = second(i);
            column.bid = {};
            book.columns.push_back(column);
            BookPrint print;
            print.time = second(i);
            book.prints.assign(10, print);
            book.best.bid = Price::whole(i);
            MarketUpdate update;
            update.books.push_back(std::move(book));
            state.publish(std::move(update));
        }
        const MarketUpdate taken = state.take();
        QCOMPARE(taken.books.size(), size_t(1));
        const BookUpdate &book = taken.books.front();
        QVERIFY(book.reset);
        QCOMPARE(book.best.bid, Price::whole(total - 1));
        QVERIFY(book.columns.size() <= PublishedState::columnLimit);
        QVERIFY(book.columns.size() >= PublishedState::columnLimit / 2);
        QVERIFY(book.columns.front().afterGap);
        QVERIFY(!book.columns[1].afterGap);
        QCOMPARE(book.columns.back().start, second(total - 1));
        for (size_t i = 1; i < book.columns.size(); ++i) {
            QCOMPARE(book.columns[i].start, book.columns[i - 1].start + std::chrono::seconds(1));
            QCOMPARE(book.columns[i - 1].bid.isZero(), false);
        }
        QVERIFY(book.prints.size() <= PublishedState::bookPrintLimit);
        QCOMPARE(book.prints.size() + book.skippedPrints, size_t(10 * total));
        QCOMPARE(book.prints.back().time, second(total - 1));
    }

    void framesKeepTheirOrderAcrossThreads()
    {
        std::atomic<int> wakes = 0;
        FrameQueue queue([&] { ++wakes; });
        constexpr int count = 20'000;
        std::thread feed([&] {
            for (int i = 0; i < count; ++i)
                queue.push(QByteArray::number(i), i);
        });
        qint64 next = 0;
        while (next < count)
            for (const FrameQueue::Frame &frame : queue.take().frames) {
                QCOMPARE(frame.receivedNs, next);
                ++next;
            }
        feed.join();
        QVERIFY(wakes > 0);
    }

    void anOverfullQueueSaysWhatItGaveUp()
    {
        FrameQueue queue([] {}, 1'000);
        for (int i = 0; i < 10; ++i)
            queue.push(QByteArray(200, 'x'), i);
        const FrameQueue::Batch batch = queue.take();
        QCOMPARE(batch.frames.size() + batch.lostFrames, size_t(10));
        QVERIFY(batch.lostFrames > 0);
    }
};

QTEST_GUILESS_MAIN(TestPublishedState)
#include "tst_publishedstate.moc"
