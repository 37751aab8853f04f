#pragma once

#include "barseries.h"
#include "cachecare.h"
#include "cacheknown.h"
#include "candle.h"
#include "result.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>
#include <span>
#include <vector>

class QSqlQuery;

namespace tapeline {

/// cache.db: bars and reference data that were asked for once, and downloads that outlive the
/// program. Nothing in it is needed: it may be deleted at any time, so what is damaged is put aside
/// and begun anew. SQLite with a write-ahead log and synchronous=NORMAL; every change is one
/// transaction, so a kill leaves all of it or nothing. Settled bars lie in blobs (barblob.h) of a
/// period each (cacheperiod.h), others in rows.
///
/// Belongs to the thread that opened it; other processes may have the same file open.
class CacheDatabase
{
public:
    static constexpr int currentVersion = 1;
    static constexpr qint64 bytesPerRow = 64; ///< what a bar outside of blobs is counted as

    enum class Access : quint8 { ReadWrite, ReadOnly };

    CacheDatabase();
    ~CacheDatabase();
    CacheDatabase(const CacheDatabase &) = delete;
    CacheDatabase &operator=(const CacheDatabase &) = delete;

    /// Creates the file when there is none. One that is damaged, of another version or another
    /// program's is moved aside ("cache.db.broken", the last one only) and begun anew. ReadOnly
    /// does neither and fails.
    Result<void> open(const QString &path, Access access = Access::ReadWrite);
    /// Why it was begun anew, in a plain sentence; empty when it was not. Damage can show later
    /// than in open(): read(), write() and the like mend it and go on with an empty cache.
    const QString &repaired() const { return m_repaired; }

    /// What there is of a range.
    struct Kept
    {
        std::vector<Candle> bars; ///< ascending, unique: settled and not
        TimeRanges known; ///< settled: what of the range need not be asked for again
        Timestamp asOf {}; ///< market time the oldest known part of it was asked for; 0 without any
    };
    /// Also notes, once an hour at most, that the series is in use.
    Result<Kept> read(const BarSeriesKey &series, const TimeRange &range);

    /// An answer: all bars that start in the range, in any order. It replaces what was there of the
    /// range. Those before settledUntil go to blobs and that part of the range becomes known; the
    /// others become rows and their part is not known. Bars outside the range are ignored, of two
    /// with one start the last counts.
    Result<void> write(const BarSeriesKey &series, const TimeRange &range, Timestamp settledUntil,
                       Timestamp asOf, std::span<const Candle> bars);

    /// A split changes adjusted bars before it: forgets those of the symbol, of all widths, that
    /// were asked for before then. An empty origin is every origin. Returns how many series lost
    /// something.
    Result<int> forgetAdjusted(const QString &origin, const QString &symbol, Timestamp askedBefore);

    /// Reference data: a whole answer by its name.
    struct KeptAnswer
    {
        QByteArray body;
        Timestamp asOf {}; ///< when it was asked for, market time

        friend bool operator==(const KeptAnswer &, const KeptAnswer &) = default;
    };
    Result<std::optional<KeptAnswer>> answer(const QString &origin, const QString &name) const;
    Result<void> keepAnswer(const QString &origin, const QString &name, const KeptAnswer &answer);

    /// By id. Running ones are what was under way when the program ended.
    Result<std::vector<DownloadStatus>> downloads() const;
    /// Running, with nothing done; returns its id, never 0, which no other had before. The order's
    /// is ignored.
    Result<quint64> addDownload(const DownloadOrder &order);
    /// How far it is; the order stays as it was. NotFound when it is not there any more.
    Result<void> updateDownload(const DownloadStatus &status);
    Result<void> removeDownload(quint64 id);

    Result<CacheStatistics> statistics() const;
    /// Forgets bars, and answers unless one symbol is meant (their age is when they came, wall
    /// clock). Returns how many bytes of them there were, and gives the room back to the disk.
    /// Downloads stay.
    Result<qint64> clear(const CacheClearing &clearing, Timestamp now);

    /// Reads everything: sentences about what does not fit together, none when all is well.
    Result<QStringList> problems() const;

private:
    struct Series
    {
        qint64 id = 0;
        TimeUnit unit = TimeUnit::Minute;
        Timestamp used {};
    };
    using Row = std::function<void(const QSqlQuery &)>;

    // cachedatabase.cpp
    Result<void> openFile();
    Result<void> checkOwner() const;
    Result<void> prepare(bool fresh);
    void close();
    Result<void> beginAnew(const QString &reason);
    Error failed(const QSqlError &error) const;
    Result<void> each(const QString &statement, const QVariantList &values,
                      const Row &row = {}) const;
    Result<qint64> number(const QString &statement, const QVariantList &values = {}) const;
    /// The work; when it shows that the file is damaged, the work again on a new file.
    template<typename Work> auto mended(Work work) -> decltype(work());

    // cachebars.cpp
    Result<std::optional<Series>> find(const BarSeriesKey &key) const;
    Result<Kept> readKept(const Series &series, const TimeRange &range);
    Result<qint64> countAbout(const Series &series, const TimeRange &range) const;
    Result<std::vector<qint64>> readBlocks(const Series &series, const TimeRange &range,
                                           std::vector<Candle> &bars) const;
    Result<void> readRows(const Series &series, const TimeRange &range,
                          std::vector<Candle> &bars) const;
    Result<void> noteUse(const Series &series);
    Result<KnownRanges> known(const Series &series) const;

    // cachewriting.cpp
    Result<Series> findOrAdd(const BarSeriesKey &key);
    Result<void> replace(const Series &series, const TimeRange &range,
                         std::span<const Candle> settled, std::span<const Candle> live);
    Result<void> replaceBlocks(const Series &series, const TimeRange &range,
                               std::span<const Candle> bars);
    Result<void> replaceBlock(const Series &series, qint64 period, const TimeRange &range,
                              std::span<const Candle> bars);
    Result<void> insertRows(const Series &series, std::span<const Candle> bars);
    Result<void> setKnown(const Series &series, const KnownRanges &known);
    Result<void> forgetPeriods(const Series &series, std::span<const qint64> periods);
    Result<void> heal(const Series &series, std::span<const qint64> periods);
    Result<bool> forgetAsked(const Series &series, Timestamp before);

    // cachereference.cpp
    Result<void> hasChanged(quint64 id) const;

    // cachecare.cpp
    Result<qint64> forgetUnused(const QString &symbol, Timestamp latest);
    Result<void> giveBackRoom();
    Result<void> findStrays(QStringList &found) const;
    Result<QStringList> problemsOf(const Series &series) const;

    const QString m_connection;
    QString m_path;
    Access m_access = Access::ReadWrite;
    QString m_repaired;
    mutable bool m_isDamaged = false;
    QSqlDatabase m_database;
};

template<typename Work> auto CacheDatabase::mended(Work work) -> decltype(work())
{
    if (!m_isDamaged) {
        auto done = work();
        if (!m_isDamaged || m_access == Access::ReadOnly)
            return done;
    }
    if (const Result<void> begun = beginAnew(m_path + QLatin1String(": it is damaged")); !begun)
        return begun.error();
    return work();
}

} // namespace tapeline
