#pragma once

#include "dataport.h"

#include <vector>

namespace tapeline {

/// Keeps what is asked of it, for a test to look at and to answer.
class FakeDataPort : public DataPort
{
public:
    void askStatistics() override { ++asked; }
    void clear(const CacheClearing &what) override { clearings.push_back(what); }
    void startDownload(const DownloadOrder &order) override { started.push_back(order); }
    void pauseDownload(quint64 id) override { paused.push_back(id); }
    void resumeDownload(quint64 id) override { resumed.push_back(id); }
    void cancelDownload(quint64 id) override { cancelled.push_back(id); }
    void setSources(const DataSettings &now, const SourceOrder &order) override
    {
        settings = now;
        sourceOrder = order;
    }
    qint64 requestsFor(const DownloadOrder &wanted) const override
    {
        return requestsPerSymbol * wanted.symbols.size();
    }

    int asked = 0; ///< for statistics
    std::vector<CacheClearing> clearings;
    std::vector<DownloadOrder> started;
    std::vector<quint64> paused;
    std::vector<quint64> resumed;
    std::vector<quint64> cancelled;
    std::optional<DataSettings> settings;
    SourceOrder sourceOrder;
    qint64 requestsPerSymbol = 12;
};

/// Bars of a year, ten bytes each, asked for at the end of it.
inline CachedSymbol cachedSymbol(const QString &symbol, qint64 bars, Timestamp used,
                                 const QString &origin = QStringLiteral("massive"))
{
    CachedSymbol own;
    own.symbol = symbol;
    own.origin = origin;
    own.series = 1;
    own.bars = bars;
    own.bytes = bars * 10;
    own.first = used - std::chrono::days(365);
    own.last = used;
    own.used = used;
    return own;
}

inline CacheStatistics cacheStatistics(const std::vector<CachedSymbol> &symbols)
{
    CacheStatistics all;
    all.bySymbol = symbols;
    all.symbols = qint64(symbols.size());
    for (const CachedSymbol &own : symbols) {
        all.bars += own.bars;
        all.bytes += own.bytes;
    }
    all.fileBytes = all.bytes + 1'000'000;
    return all;
}

inline DownloadStatus downloadStatus(quint64 id, const QStringList &symbols,
                                     DownloadStatus::State state = DownloadStatus::State::Running)
{
    DownloadStatus status;
    status.order.id = id;
    status.order.symbols = symbols;
    status.order.timeframe = Timeframe(1, TimeUnit::Day);
    status.order.range = { Timestamp(std::chrono::sys_days(std::chrono::January / 2 / 2024)),
                           Timestamp(std::chrono::sys_days(std::chrono::June / 29 / 2024)) };
    status.state = state;
    return status;
}

} // namespace tapeline
