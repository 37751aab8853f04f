#pragma once

#include "barseries.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tapeline {

/// What the cache holds of one symbol.
struct CachedSymbol
{
    QString symbol;
    QString origin;
    int series = 0; ///< widths of bars, adjusted and not
    qint64 bars = 0;
    qint64 bytes = 0; ///< compressed, without what the database adds
    Timestamp first {}; ///< of the bars
    Timestamp last {};
    Timestamp used {}; ///< when it was last asked for, wall clock

    friend bool operator==(const CachedSymbol &, const CachedSymbol &) = default;
};

struct CacheStatistics
{
    qint64 symbols = 0;
    qint64 bars = 0;
    qint64 bytes = 0; ///< compressed bars and answers
    qint64 fileBytes = 0; ///< of cache.db and its log
    qint64 answers = 0; ///< reference data: lists, calendars, splits
    std::vector<CachedSymbol> bySymbol; ///< by symbol, then origin

    friend bool operator==(const CacheStatistics &, const CacheStatistics &) = default;
};

/// What to forget: both conditions must hold; without any, everything.
struct CacheClearing
{
    QString symbol; ///< empty: every symbol
    std::optional<int> unusedForDays; ///< not asked for since so many days, 0 or more

    friend bool operator==(const CacheClearing &, const CacheClearing &) = default;
};

/// History that somebody wants on the disk before it is needed.
struct DownloadOrder
{
    quint64 id = 0; ///< 0: not given yet
    QString origin; ///< whose bars: of which source of the desk
    QStringList symbols;
    Timeframe timeframe;
    TimeRange range;
    bool adjusted = true;

    friend bool operator==(const DownloadOrder &, const DownloadOrder &) = default;
};

struct DownloadStatus
{
    enum class State : quint8 { Running, Paused, Done, Failed };

    DownloadOrder order;
    State state = State::Running;
    int symbolsDone = 0;
    double progress = 0; ///< 0 to 1, by time covered
    qint64 bars = 0; ///< fetched for it so far
    QString detail; ///< what is under way, or why it failed: a plain sentence

    friend bool operator==(const DownloadStatus &, const DownloadStatus &) = default;
};

} // namespace tapeline
