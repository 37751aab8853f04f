#pragma once

#include "barsource.h"
#include "cachedatabase.h"
#include "console.h"
#include "serviceclient.h"

#include <QUrl>

#include <memory>

namespace tapeline {

/// The desk's cache, for commands that fetch bars: what is settled is not asked for again, and what
/// was asked for is kept for the desk. Where the desk never ran nothing is kept.
class KeptBars
{
public:
    /// folder: the desk's; empty keeps nothing. rest: whom the bars are from.
    KeptBars(const QString &folder, const QUrl &rest, Console &console);

    bool isOpen() const { return m_cache != nullptr; }
    /// What there is; nothing when it cannot be read.
    CacheDatabase::Kept read(const BarQuery &query);
    /// The service's time, to be noted before a portion is asked for; client is asked for it when
    /// that is not sure to be this computer's. Nothing when it cannot be had, or nothing is kept.
    std::optional<Timestamp> now(ServiceClient &client);
    /// bars: all there are of the portion; asOf: now() before it was asked for, as the plan sees it.
    void write(const BarSource &source, const BarQuery &portion, std::span<const Candle> bars,
               Timestamp asOf);

private:
    BarSeriesKey seriesOf(const BarQuery &query) const;

    Console &m_console;
    QString m_origin;
    bool m_isOfficial = false;
    std::unique_ptr<CacheDatabase> m_cache;
    std::optional<Duration> m_ahead; ///< of this computer's clock, once the service was asked
};

} // namespace tapeline
