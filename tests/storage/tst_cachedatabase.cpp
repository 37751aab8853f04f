#include "cachedatabase.h"
#include "clocks.h"
#include "fulldisk.h"
#include "randombars.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::days oneDay(1);
const Timestamp january = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);
const Timestamp later = january + 400 * oneDay;

BarSeriesKey minutes(const QString &symbol = u"AAPL"_s)
{
    return { u"massive"_s, symbol, { 1, TimeUnit::Minute }, true };
}

TimeRange days(int from, int to)
{
    return { january + from * oneDay, january + to * oneDay };
}

/// Bars of some days, one every six hours.
std::vector<Candle> bars(int from, int to, quint64 seed = 1)
{
    return stockBars(std::size_t(to - from) * 4, seed, january + from * oneDay, 6h);
}

std::vector<Candle> joined(std::vector<Candle> a, const std::vector<Candle> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

TimeRanges only(const TimeRange &range)
{
    return TimeRanges(std::span(&range, 1));
}

} // namespace

class TestCacheDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void anAnswerComesBack()
    {
        const std::vector<Candle> answer = bars(0, 100);
        {
            CacheDatabase cache;
            QVERIFY(cache.open(path()));
            QVERIFY(cache.write(minutes(), days(0, 100), later, later, answer));
        }
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        const Result<CacheDatabase::Kept> all = cache.read(minutes(), days(-5, 120));
        QVERIFY(all);
        QVERIFY(areSame(all->bars, answer));
        QCOMPARE(all->known, only(days(0, 100)));
        QCOMPARE(all->asOf, later);
        const Result<CacheDatabase::Kept> part = cache.read(minutes(), days(33, 35));
        QVERIFY(areSame(part->bars, std::span(answer).subspan(33 * 4, 8)));
        QCOMPARE(part->known, only(days(33, 35)));
        QVERIFY(cache.problems()->isEmpty());
        QVERIFY(cache.repaired().isEmpty());
    }

    void seriesAreKeptApart()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        const BarSeriesKey key = minutes();
        std::vector<BarSeriesKey> others(4, key);
        others[0].origin = u"yahoo"_s;
        others[1].symbol = u"aapl"_s;
        others[2].timeframe = { 1, TimeUnit::Month };
        others[3].adjusted = false;
        QVERIFY(cache.write(key, days(0, 3), later, later, bars(0, 3)));
        for (const BarSeriesKey &other : others) {
            QVERIFY(cache.read(other, days(0, 3))->bars.empty());
            QVERIFY(cache.read(other, days(0, 3))->known.isEmpty());
            QVERIFY(cache.write(other, days(0, 3), later, later, {}));
        }
        QCOMPARE(cache.read(key, days(0, 3))->bars.size(), std::size_t(12));
    }

    /// The day that runs is asked for again, and what was there of it is replaced.
    void whatIsNotSettledIsKeptAndNotKnown()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        const Timestamp settled = january + 4 * oneDay;
        QVERIFY(cache.write(minutes(), days(0, 6), settled, settled, bars(0, 6)));
        Result<CacheDatabase::Kept> kept = cache.read(minutes(), days(0, 10));
        QVERIFY(areSame(kept->bars, bars(0, 6)));
        QCOMPARE(kept->known, only(days(0, 4)));
        const std::vector<Candle> fresh = bars(4, 5, 9);
        QVERIFY(cache.write(minutes(), days(4, 6), settled, settled, fresh));
        kept = cache.read(minutes(), days(0, 10));
        QVERIFY(areSame(kept->bars, joined(bars(0, 4), { fresh.begin(), fresh.end() })));
        QCOMPARE(kept->known, only(days(0, 4)));
        QVERIFY(cache.problems()->isEmpty());
    }

    void barsOutsideTwiceOrOutOfOrderAreSortedOut()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        std::vector<Candle> answer = bars(-2, 5);
        std::ranges::reverse(answer);
        const std::vector<Candle> again = bars(2, 3, 5);
        QVERIFY(cache.write(minutes(), days(0, 4), later, later, joined(answer, again)));
        const std::vector<Candle> first = bars(-2, 5);
        std::vector<Candle> expected(first.begin() + 8, first.begin() + 24);
        std::ranges::copy(again, expected.begin() + 8);
        QVERIFY(areSame(cache.read(minutes(), days(-9, 9))->bars, expected));
    }

    void anEmptyAnswerIsKnownToo()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 3), later, later, {}));
        QCOMPARE(cache.read(minutes(), days(0, 9))->known, only(days(0, 3)));
        QVERIFY(cache.write(minutes(), days(3, 3), later, later, bars(0, 3)));
        QVERIFY(cache.read(minutes(), days(0, 9))->bars.empty());
    }

    void timeMayEndInARange()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        const TimeRange all { Timestamp::min(), Timestamp::max() };
        for (const TimeUnit unit :
             { TimeUnit::Second, TimeUnit::Minute, TimeUnit::Day, TimeUnit::Week }) {
            BarSeriesKey key = minutes();
            key.timeframe = { 1, unit };
            std::vector<Candle> answer = bars(0, 3);
            answer.front().start = Timestamp::min();
            answer.back().start = Timestamp::max() - Duration(1);
            QVERIFY(cache.write(key, all, Timestamp::max(), later, answer));
            QVERIFY(areSame(cache.read(key, all)->bars, answer));
            QCOMPARE(cache.read(key, all)->known, only(all));
        }
        QCOMPARE(*cache.problems(), QStringList());
    }

    void aSplitForgetsWhatWasAskedBefore()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        BarSeriesKey plain = minutes();
        plain.adjusted = false;
        BarSeriesKey daily = minutes();
        daily.timeframe = { 1, TimeUnit::Day };
        BarSeriesKey yahoo = minutes();
        yahoo.origin = u"yahoo"_s;
        const Timestamp split = january + 20 * oneDay;
        for (const BarSeriesKey &key : { plain, daily, minutes(), minutes(u"IBM"_s), yahoo })
            QVERIFY(cache.write(key, days(0, 10), later, january + 10 * oneDay, bars(0, 10)));
        QVERIFY(cache.write(minutes(), days(30, 40), later, january + 40 * oneDay, bars(30, 40)));
        QCOMPARE(*cache.forgetAdjusted(u"massive"_s, u"AAPL"_s, split), 2);
        QCOMPARE(cache.read(minutes(), days(0, 50))->known, only(days(30, 40)));
        QVERIFY(areSame(cache.read(minutes(), days(0, 50))->bars, bars(30, 40)));
        QVERIFY(cache.read(daily, days(0, 50))->bars.empty());
        for (const BarSeriesKey &key : { plain, minutes(u"IBM"_s), yahoo })
            QCOMPARE(cache.read(key, days(0, 50))->bars.size(), std::size_t(40));
        QCOMPARE(*cache.forgetAdjusted({}, u"AAPL"_s, split), 1); // yahoo's
        QCOMPARE(*cache.forgetAdjusted({}, u"AAPL"_s, split), 0);
        QCOMPARE(*cache.problems(), QStringList());
    }

    /// What was asked for later lies in the same blob.
    void aSplitMeetsABlobThatCannotBeRead()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 5), later, january + 5 * oneDay, bars(0, 5)));
        QVERIFY(cache.write(minutes(), days(10, 15), later, january + 15 * oneDay, bars(10, 15)));
        run({ u"UPDATE block SET body = x'01234567'"_s });
        QCOMPARE(*cache.forgetAdjusted({}, u"AAPL"_s, january + 9 * oneDay), 1);
        QVERIFY(cache.read(minutes(), days(0, 50))->known.isEmpty());
        QCOMPARE(*cache.problems(), QStringList());
    }

    void answersAreKeptByName()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        const QString name = u"splits/AAPL"_s;
        QVERIFY(!cache.answer(u"massive"_s, name)->has_value());
        const CacheDatabase::KeptAnswer old { "[1]", january };
        const CacheDatabase::KeptAnswer fresh { "", later };
        QVERIFY(cache.keepAnswer(u"massive"_s, name, old));
        QCOMPARE(**cache.answer(u"massive"_s, name), old);
        QVERIFY(!cache.answer(u"yahoo"_s, name)->has_value());
        QVERIFY(cache.keepAnswer(u"massive"_s, name, fresh));
        QCOMPARE(**cache.answer(u"massive"_s, name), fresh);
    }

    void downloadsOutliveTheProgram()
    {
        DownloadOrder order {
            77,         u"massive"_s, { u"AAPL"_s, u"BRK.B,\"x"_s }, { 5, TimeUnit::Minute },
            days(0, 9), false
        };
        DownloadStatus status;
        {
            CacheDatabase cache;
            QVERIFY(cache.open(path()));
            const Result<quint64> first = cache.addDownload(order);
            const Result<quint64> second = cache.addDownload(order);
            QVERIFY(first && second && *first > 0 && *second > *first);
            QVERIFY(cache.removeDownload(*second));
            QVERIFY(*cache.addDownload(order) > *second);
            order.id = *first;
            status = { order, DownloadStatus::State::Failed, 1, 0.5, 9'000'000'000, u"no plan"_s };
            QVERIFY(cache.updateDownload(status));
        }
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        const Result<std::vector<DownloadStatus>> all = cache.downloads();
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front(), status);
        QCOMPARE(all->back().state, DownloadStatus::State::Running);
        QCOMPARE(cache.removeDownload(99).error().code, Error::Code::NotFound);
        status.order.id = 99;
        QCOMPARE(cache.updateDownload(status).error().code, Error::Code::NotFound);
    }

    void statisticsCountAndClearingForgets()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        BarSeriesKey yahoo = minutes(u"IBM"_s);
        yahoo.origin = u"yahoo"_s;
        const Timestamp settled = january + 2 * oneDay;
        QVERIFY(cache.write(minutes(), days(0, 3), settled, settled, bars(0, 3)));
        QVERIFY(cache.write(minutes(u"IBM"_s), days(0, 2), later, later, bars(0, 2)));
        QVERIFY(cache.write(yahoo, days(1, 2), later, later, bars(1, 2)));
        QVERIFY(cache.keepAnswer(u"massive"_s, u"list"_s, { "12345", later }));
        const CacheStatistics before = *cache.statistics();
        QCOMPARE(before.symbols, 2);
        QCOMPARE(before.bars, 12 + 8 + 4);
        QCOMPARE(before.answers, 1);
        QVERIFY(before.fileBytes > before.bytes);
        QCOMPARE(before.bySymbol.size(), std::size_t(3));
        const CachedSymbol &apple = before.bySymbol.front();
        QCOMPARE(apple.symbol, u"AAPL"_s);
        QCOMPARE(apple.bars, 12);
        QCOMPARE(apple.first, january);
        QCOMPARE(apple.last, bars(0, 3).back().start);
        QVERIFY(apple.bytes > 4 * CacheDatabase::bytesPerRow);
        QCOMPARE(before.bySymbol[2].origin, u"yahoo"_s);

        const Timestamp now = SystemWallClock().utc();
        QCOMPARE(*cache.clear({ u"AAPL"_s, 1 }, now), 0); // used today
        QCOMPARE(*cache.clear({ u"AAPL"_s, std::nullopt }, now), apple.bytes);
        QCOMPARE(cache.statistics()->bars, 12);
        QVERIFY(cache.read(minutes(), days(0, 3))->known.isEmpty());
        QVERIFY(!cache.clear({ {}, -1 }, now));
        QCOMPARE(*cache.clear({ {}, 30 }, now + 29 * oneDay), 0);
        QCOMPARE(*cache.clear({ {}, 30 }, now + 31 * oneDay), before.bytes - apple.bytes);
        QCOMPARE(cache.statistics()->bars, 0);
        QCOMPARE(cache.statistics()->bytes, 0);
        QCOMPARE(*cache.problems(), QStringList());
    }

    void clearingGivesTheRoomBack()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        for (int month = 0; month < 12; ++month)
            QVERIFY(cache.write(minutes(), days(month * 30, month * 30 + 30), later, later,
                                stockBars(20'000, quint64(month), january + month * 30 * oneDay)));
        const qint64 full = cache.statistics()->fileBytes;
        QVERIFY(full > 1'000'000);
        QVERIFY(*cache.clear({}, SystemWallClock().utc()) > 1'000'000);
        QVERIFY(cache.statistics()->fileBytes < full / 10);
    }

    void readingSeldomWrites()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 3), later, later, bars(0, 3)));
        run({ u"UPDATE series SET used = 5"_s });
        QVERIFY(cache.read(minutes(), days(0, 3)));
        const Timestamp used = cache.statistics()->bySymbol.front().used;
        QVERIFY(used > later);
        QVERIFY(cache.read(minutes(), days(0, 3)));
        QCOMPARE(cache.statistics()->bySymbol.front().used, used);
    }

    void randomWorkLeavesWhatAPlainModelHas();

    void damagedFilesAreMovedAside_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : { "garbage", "truncated", "newer", "foreign" })
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void damagedFilesAreMovedAside()
    {
        QFETCH(QString, how);
        writeMuch();
        if (how == "garbage"_L1)
            overwrite(0, QByteArray(5'000, 'x'));
        else if (how == "truncated"_L1)
            QVERIFY(QFile::resize(path(), QFileInfo(path()).size() / 2));
        else if (how == "newer"_L1)
            run({ u"PRAGMA user_version = 99"_s });
        else
            run({ u"PRAGMA application_id = 5"_s });
        const QByteArray before = content(path());
        {
            CacheDatabase reader;
            QVERIFY(!reader.open(path(), CacheDatabase::Access::ReadOnly));
            QVERIFY(reader.repaired().isEmpty());
        }
        QCOMPARE(content(path()), before);
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY2(cache.repaired().contains(u"begins anew"_s), qPrintable(cache.repaired()));
        QCOMPARE(content(path() + u".broken"_s), before);
        QVERIFY(cache.read(minutes(), days(0, 30))->bars.empty());
        QVERIFY(cache.write(minutes(), days(0, 3), later, later, bars(0, 3)));
        QCOMPARE(cache.read(minutes(), days(0, 30))->bars.size(), std::size_t(12));
        QCOMPARE(*cache.problems(), QStringList());
    }

    /// Pages in the middle: the file opens, and what cannot be read is not there.
    void damageThatShowsLaterIsMended()
    {
        for (int page = 1; page < 60; page += 4) {
            QFile::remove(path());
            writeMuch();
            overwrite(page * 4'096 + 16, QByteArray(2'000, '\x5a'));
            CacheDatabase cache;
            QVERIFY(cache.open(path()));
            for (int i = 0; i < 12; ++i) {
                const Result<CacheDatabase::Kept> kept = cache.read(minutes(), month(i));
                QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
                std::vector<Candle> expected = barsOfMonth(i);
                std::erase_if(expected,
                              [&](const Candle &bar) { return !kept->known.contains(bar.start); });
                QVERIFY(areSame(kept->bars, expected));
            }
            QVERIFY(cache.write(minutes(), days(0, 360), later, later, bars(0, 200)));
            QVERIFY(areSame(cache.read(minutes(), days(0, 400))->bars, bars(0, 200)));
        }
    }

    void aBlobThatCannotBeReadIsForgotten()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 91), later, later, bars(0, 91)));
        run({ u"UPDATE block SET body = x'01234567' WHERE period = (SELECT min(period) + 1 FROM "
              u"block)"_s });
        QCOMPARE(cache.problems()->size(), 1);
        {
            CacheDatabase reader;
            QVERIFY(reader.open(path(), CacheDatabase::Access::ReadOnly));
            QCOMPARE(reader.read(minutes(), days(0, 91))->known.ranges().size(), std::size_t(2));
        }
        const Result<CacheDatabase::Kept> kept = cache.read(minutes(), days(0, 91));
        QCOMPARE(kept->bars.size(), std::size_t(31 + 31) * 4); // January and March
        QCOMPARE(kept->known.missing(days(0, 91)), std::vector { days(31, 60) });
        QCOMPARE(*cache.problems(), QStringList());
        QVERIFY(cache.repaired().isEmpty());
    }

    void writingOverABlobThatCannotBeReadForgetsIt()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 31), later, later, bars(0, 31)));
        run({ u"UPDATE block SET body = x'01234567'"_s });
        QVERIFY(cache.write(minutes(), days(5, 8), later, later, bars(5, 8)));
        QCOMPARE(cache.read(minutes(), days(0, 31))->known, only(days(5, 8)));
        QVERIFY(areSame(cache.read(minutes(), days(0, 31))->bars, bars(5, 8)));
        QCOMPARE(*cache.problems(), QStringList());
    }

    void problemsAreFound_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("count") << u"UPDATE block SET count = count + 1"_s;
        QTest::newRow("period") << u"UPDATE block SET period = period + 1"_s;
        QTest::newRow("not known") << u"UPDATE known SET stop = stop - 86400000000000"_s;
        QTest::newRow("known row") << u"UPDATE known SET stop = stop + 86400000000000"_s;
        QTest::newRow("empty range") << u"UPDATE known SET stop = start"_s;
        QTest::newRow("orphan") << u"UPDATE known SET series = 9"_s;
        QTest::newRow("no width") << u"UPDATE series SET frame = 'x'"_s;
    }
    void problemsAreFound()
    {
        QFETCH(QString, change);
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 3), january + 2 * oneDay, later, bars(0, 3)));
        QCOMPARE(*cache.problems(), QStringList());
        run({ change });
        QVERIFY(!cache.problems()->isEmpty());
    }

    void aReaderSeesWhatIsThereAndChangesNothing()
    {
        CacheDatabase missing;
        QVERIFY(!missing.open(path(), CacheDatabase::Access::ReadOnly));
        QVERIFY(!QFile::exists(path()));
        CacheDatabase writer;
        QVERIFY(writer.open(path()));
        CacheDatabase reader;
        QVERIFY(reader.open(path(), CacheDatabase::Access::ReadOnly));
        QVERIFY(writer.write(minutes(), days(0, 3), later, later, bars(0, 3)));
        QVERIFY(areSame(reader.read(minutes(), days(0, 3))->bars, bars(0, 3)));
        QVERIFY(!reader.write(minutes(), days(0, 3), later, later, {}));
        QVERIFY(!reader.clear({}, later));
        QVERIFY(!reader.addDownload({}));
        QVERIFY(!reader.keepAnswer(u"a"_s, u"b"_s, {}));
        QCOMPARE(reader.statistics()->bars, 12);
        QCOMPARE(*reader.problems(), QStringList());
    }

    /// A desk and the command line.
    void twoCanWrite()
    {
        CacheDatabase first;
        CacheDatabase second;
        QVERIFY(first.open(path()));
        QVERIFY(second.open(path()));
        QVERIFY(first.write(minutes(), days(0, 3), later, later, bars(0, 3)));
        QVERIFY(second.write(minutes(), days(3, 6), later, later, bars(3, 6)));
        QVERIFY(*second.clear({ u"IBM"_s, {} }, later) == 0);
        QCOMPARE(first.read(minutes(), days(0, 9))->known, only(days(0, 6)));
        QVERIFY(first.clear({}, SystemWallClock().utc()));
        QVERIFY(second.read(minutes(), days(0, 9))->bars.empty());
    }

    void aDiskThatTakesNoMoreLosesNothing()
    {
#ifdef Q_OS_UNIX
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        QVERIFY(cache.write(minutes(), days(0, 3), later, later, bars(0, 3)));
        const std::vector<Candle> much = stockBars(100'000, 1, january);
        const TimeRange year = days(0, 366);
        {
            const FullDisk full(256 * 1'024);
            const Result<void> written = cache.write(minutes(), year, later, later, much);
            QVERIFY(!written);
            QVERIFY2(written.error().detail.contains(u"disk"_s),
                     qPrintable(written.error().detail));
            QVERIFY(areSame(cache.read(minutes(), days(0, 9))->bars, bars(0, 3)));
            QCOMPARE(cache.read(minutes(), days(0, 9))->known, only(days(0, 3)));
        }
        QVERIFY(cache.write(minutes(), year, later, later, much));
        QVERIFY(areSame(cache.read(minutes(), year)->bars, much));
        QVERIFY(cache.repaired().isEmpty());
#else
        QSKIP("no file size limit here");
#endif
    }

    void aFolderThatCannotBeUsedIsSaid()
    {
        QFile file(m_dir->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        CacheDatabase cache;
        const Result<void> opened = cache.open(m_dir->filePath(u"file/cache.db"_s));
        QVERIFY(!opened);
        QVERIFY(cache.repaired().isEmpty());
    }

    /// 0 is OFF and 1 is NORMAL: a kill loses nothing with either, a power cut breaks nothing
    /// with 1.
    void commitsAreAsPromised()
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        for (const QString &name : QSqlDatabase::connectionNames()) {
            QSqlQuery query(QSqlDatabase::database(name, false));
            for (const auto &[pragma, value] : { std::pair { u"synchronous"_s, u"1"_s },
                                                 { u"journal_mode"_s, u"wal"_s },
                                                 { u"auto_vacuum"_s, u"2"_s } }) {
                QVERIFY(query.exec(u"PRAGMA "_s + pragma) && query.next());
                QCOMPARE(query.value(0).toString(), value);
            }
        }
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"cache.db"_s);
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(qint64 at, const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        file.write(bytes);
    }
    /// A year, in a file of some hundred pages; closed, so that all is in the file itself.
    void writeMuch() const
    {
        CacheDatabase cache;
        QVERIFY(cache.open(path()));
        for (int i = 0; i < 12; ++i)
            QVERIFY(cache.write(minutes(), month(i), later, later, barsOfMonth(i)));
    }
    static TimeRange month(int index)
    {
        return days(index * 30, index * 30 + 30);
    }
    static std::vector<Candle> barsOfMonth(int index)
    {
        return stockBars(3'000, quint64(index), month(index).from);
    }
    void run(const QStringList &statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QSqlQuery query(database);
            for (const QString &statement : statements)
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

/// A series as slots of equal length, each with a bar or none, known or not.
class PlainSeries
{
public:
    static constexpr int slotCount = 300;

    PlainSeries(BarSeriesKey of, Duration slot)
        : key(std::move(of))
        , m_slot(slot)
    {
    }

    Timestamp at(int index) const { return january + index * m_slot; }
    TimeRange range(int from, int to) const { return { at(from), at(to) }; }

    void write(int from, int to, int settled, Timestamp asOf, std::span<const Candle> answer)
    {
        for (int i = from; i < to; ++i)
            m_slots[std::size_t(i)]
                = { std::nullopt, i < settled ? std::optional(asOf) : std::nullopt };
        for (const Candle &bar : answer)
            m_slots[std::size_t((bar.start - january) / m_slot)].bar = bar;
        if (from < std::min(to, settled))
            age(from);
    }
    bool forget(Timestamp before)
    {
        bool lost = false;
        for (int i = 0; i < slotCount; ++i) {
            Slot &slot = m_slots[std::size_t(i)];
            if (slot.asOf ? *slot.asOf < before : slot.bar && at(i) < before) {
                slot = {};
                lost = true;
            }
        }
        return lost;
    }
    void clear() { m_slots.assign(slotCount, {}); }

    CacheDatabase::Kept kept(int from, int to) const
    {
        CacheDatabase::Kept kept;
        for (int i = from; i < to; ++i) {
            const Slot &slot = m_slots[std::size_t(i)];
            if (slot.bar)
                kept.bars.push_back(*slot.bar);
            if (!slot.asOf)
                continue;
            kept.asOf = kept.known.isEmpty() ? *slot.asOf : std::min(kept.asOf, *slot.asOf);
            kept.known.add(range(i, i + 1));
        }
        return kept;
    }

    const BarSeriesKey key;

private:
    struct Slot
    {
        std::optional<Candle> bar;
        std::optional<Timestamp> asOf; ///< when it is known
    };

    /// What touches is as old as its oldest.
    void age(int index)
    {
        const auto isKnown = [&](int i) {
            return i >= 0 && i < slotCount && m_slots[std::size_t(i)].asOf.has_value();
        };
        int first = index;
        while (isKnown(first - 1))
            --first;
        int last = index;
        while (isKnown(last + 1))
            ++last;
        Timestamp oldest = Timestamp::max();
        for (int i = first; i <= last; ++i)
            oldest = std::min(oldest, *m_slots[std::size_t(i)].asOf);
        for (int i = first; i <= last; ++i)
            m_slots[std::size_t(i)].asOf = oldest;
    }

    Duration m_slot;
    std::vector<Slot> m_slots = std::vector<Slot>(slotCount);
};

std::vector<PlainSeries> plainSeries()
{
    std::vector<PlainSeries> all;
    for (const QString &symbol : { u"AAPL"_s, u"IBM"_s })
        for (const QString &origin : { u"massive"_s, u"yahoo"_s })
            for (const auto &[unit, slot] :
                 { std::pair<TimeUnit, Duration> { TimeUnit::Second, 1h },
                   { TimeUnit::Minute, 13h },
                   { TimeUnit::Day, oneDay * 3 },
                   { TimeUnit::Week, oneDay * 7 } })
                all.emplace_back(
                    BarSeriesKey {
                        origin, symbol, { 1, unit }, unit != TimeUnit::Day || symbol == "IBM"_L1 },
                    slot);
    return all;
}

} // namespace

void TestCacheDatabase::randomWorkLeavesWhatAPlainModelHas()
{
    for (quint64 seed = 1; seed <= 3; ++seed) {
        QFile::remove(path());
        SplitMix64 random(seed);
        std::vector<PlainSeries> all = plainSeries();
        const auto index = [&](int bound) { return int(random.below(quint64(bound))); };
        auto cache = std::make_unique<CacheDatabase>();
        QVERIFY(cache->open(path()));
        for (int step = 0; step < 800; ++step) {
            PlainSeries &series = all[random.below(all.size())];
            const int from = index(PlainSeries::slotCount);
            const int to = from + 1 + index(PlainSeries::slotCount - from);
            const int kind = index(100);
            if (kind < 45) {
                const int settled = index(4) ? to : index(PlainSeries::slotCount);
                const Timestamp asOf = series.at(index(PlainSeries::slotCount));
                std::vector<Candle> answer;
                for (int i = from; i < to; ++i)
                    if (index(5)) {
                        answer.push_back(anyBar(random));
                        answer.back().start = series.at(i) + index(5) * 1min;
                    }
                series.write(from, to, settled, asOf, answer);
                QVERIFY(cache->write(series.key, series.range(from, to), series.at(settled), asOf,
                                     answer));
            } else if (kind < 94) {
                const CacheDatabase::Kept expected = series.kept(from, to);
                const Result<CacheDatabase::Kept> kept
                    = cache->read(series.key, series.range(from, to));
                QVERIFY(kept);
                QVERIFY(areSame(kept->bars, expected.bars));
                QCOMPARE(kept->known, expected.known);
                QCOMPARE(kept->asOf, expected.asOf);
            } else if (kind < 96) {
                const Timestamp before = series.at(index(PlainSeries::slotCount));
                const QString origin = index(2) ? series.key.origin : QString();
                int lost = 0;
                for (PlainSeries &other : all)
                    if (other.key.adjusted && other.key.symbol == series.key.symbol
                        && (origin.isEmpty() || origin == other.key.origin))
                        lost += other.forget(before) ? 1 : 0;
                QCOMPARE(*cache->forgetAdjusted(origin, series.key.symbol, before), lost);
            } else if (kind < 97) {
                for (PlainSeries &other : all)
                    if (other.key.symbol == series.key.symbol)
                        other.clear();
                QVERIFY(cache->clear({ series.key.symbol, 0 }, SystemWallClock().utc()));
            } else {
                cache = std::make_unique<CacheDatabase>();
                QVERIFY(cache->open(path()));
                QVERIFY(cache->repaired().isEmpty());
            }
            if (step % 100 == 0)
                QCOMPARE(*cache->problems(), QStringList());
        }
        qint64 bars = 0;
        for (const PlainSeries &series : all)
            bars += qint64(series.kept(0, PlainSeries::slotCount).bars.size());
        QCOMPARE(cache->statistics()->bars, bars);
    }
}

QTEST_GUILESS_MAIN(TestCacheDatabase)
#include "tst_cachedatabase.moc"
