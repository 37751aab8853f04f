#pragma once

#include "marketcontext.h"

#include <QObject>

#include <map>

namespace tapeline {

/// Settles the bars that formed from the stream with what the service's history says: once a minute
/// those on which the two differ (a bar that never came, trades that were lost), and every quarter
/// of an hour all of them, since stock bars are held open for fifteen minutes (massive-api.md 6.8).
/// In a quiet connection it asks nothing in between. Lives on the market thread.
class BarConfirmer : public QObject
{
    Q_OBJECT

public:
    explicit BarConfirmer(MarketContext &context, QObject *parent = nullptr);

    /// A new source.
    void reset();
    void begin(InstrumentId id) { m_watched.try_emplace(id); }
    void end(InstrumentId id);
    /// To be called a few times a second.
    void tick();

signals:
    /// Bars changed.
    void confirmed(tapeline::InstrumentId id);

private:
    struct Watch
    {
        Timestamp checkedMinute {};
        Timestamp checkedQuarter {};
        quint64 requests[2] = {}; ///< by unit: seconds, minutes
    };

    void check(InstrumentId id, Watch &watch, Timestamp now);
    void ask(InstrumentId id, Watch &watch, TimeUnit unit, Timestamp ended);
    void onBars(InstrumentId id, TimeUnit unit, LiveBars::Stretch stretch,
                std::span<const Candle> bars);
    void onFailure(AssetClass assetClass, TimeUnit unit, Error::Code reason);

    MarketContext &m_context;
    std::map<InstrumentId, Watch> m_watched;
    /// By key or plan, by asset class: it is not asked any more.
    std::array<bool, allAssetClasses.size()> m_refused {};
};

} // namespace tapeline
