#pragma once

#include "candle.h"
#include "marketevent.h"
#include "sessioncursor.h"
#include "timeframe.h"

#include <span>
#include <vector>

namespace tapeline {

/// Which trades may change a bar.
enum class BarRule : quint8 {
    EveryTrade, ///< all count everywhere, whatever their conditions
    Updates ///< tradeUpdate() decides; Form T sets prices in intraday bars outside regular hours
};

struct BarOptions
{
    Timeframe timeframe;
    AssetClass assetClass
        = AssetClass::Stocks; ///< conditions are those of stocks; others have none
    BarRule rule = BarRule::Updates;
    /// Keeps the closing cross (8, 19) out of bars shorter than a day, as the live service does
    /// (massive-api.md 3.1). Off for comparing recordings with the plain update rules.
    bool closingCrossInDayBarsOnly = false;
};

/// Builds the bars of one instrument from its trades, incrementally and in the order they come:
/// that order says which is first and last in a window. A trade whose window is already past still
/// changes that window. Windows without a trade that may change something do not exist.
class BarBuilder
{
public:
    explicit BarBuilder(const BarOptions &options, const MarketCalendar &calendar = {});

    /// The bar the trade changed; null when it may change none. Valid until the next call. Trades
    /// that were corrected or cancelled later (massive-api.md 8.4) change nothing.
    const Candle *add(const Trade &trade);

    /// Ascending by start. The last one is still forming.
    std::span<const Candle> bars() const { return m_bars; }

private:
    TradeUpdate updateOf(const Trade &trade);
    Candle &barAt(Timestamp time);

    BarOptions m_options;
    SessionCursor m_sessions;
    std::vector<Candle> m_bars;
    Timestamp m_windowEnd {}; // of the last bar
};

} // namespace tapeline
