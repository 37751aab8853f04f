#pragma once

#include "bartrades.h"
#include "ticktarget.h"

#include <optional>

namespace tapeline {

/// The newest bars of a chart of trades, volume, range or Renko: those that go on with the stream.
/// Asks nobody.
class TradeBarTape : public TickTarget
{
public:
    /// calendar must outlive it.
    TradeBarTape(const QString &symbol, Timeframe timeframe, const MarketCalendar &calendar);

    void addPrints(std::span<const TapePrint> prints) override;
    void addFetched(const Quote &) override { }
    void addFetched(const Trade &trade) override;
    void setKnownFrom(Timestamp from) override;
    void noteGap() override { m_gapAhead = true; }

    /// Of the bars, once there is a price that tells the step they count in.
    const TradeBarOptions *options() const { return m_builder ? &m_builder->options() : nullptr; }
    /// Nothing is missing since then; nothing when only the stream is known.
    std::optional<Timestamp> knownFrom() const { return m_knownFrom; }
    /// Of the oldest bar.
    std::optional<Timestamp> firstStart() const { return m_firstStart; }

    bool isDirty() const { return m_isDirty; }
    /// Bars that are new or changed, and the bars after gaps, into update.
    void writeTo(ChartUpdate &update);

private:
    void add(const std::optional<BarPrint> &print);

    const QString m_symbol;
    const Timeframe m_timeframe;
    const AssetClass m_assetClass;
    BarTrades m_trades;
    std::optional<TradeBarBuilder> m_builder; ///< from the first price on
    std::vector<BarPrint> m_unpriced; ///< before it
    std::optional<Timestamp> m_knownFrom;
    std::optional<Timestamp> m_firstStart;
    Timestamp m_provisionalFrom {};
    std::vector<Timestamp> m_gaps;
    bool m_gapAhead = false;
    bool m_isNew = true;
    bool m_isDirty = true;
};

/// How the bars of a chart of a symbol are built, when a price of it is known.
TradeBarOptions tradeBarOptions(const QString &symbol, Timeframe timeframe, Price price);

} // namespace tapeline
