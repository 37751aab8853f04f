#pragma once

#include "candle.h"
#include "depthupdate.h"
#include "instrumentid.h"
#include "timeframe.h"
#include "tradeconditions.h"

#include <QString>

#include <array>
#include <string_view>
#include <variant>
#include <vector>

namespace tapeline {

/// A trade id as the venue wrote it, inline; up to 23 bytes (longer ones are cut: ids are shown, not compared
/// across venues).
class TradeId
{
public:
    constexpr TradeId() = default;
    constexpr explicit TradeId(std::string_view text)
        : m_length(static_cast<quint8>(text.size() < m_bytes.size() ? text.size() : m_bytes.size()))
    {
        for (std::size_t i = 0; i < m_length; ++i)
            m_bytes[i] = text[i];
    }
    constexpr std::string_view view() const { return { m_bytes.data(), m_length }; }

    friend constexpr bool operator==(const TradeId &, const TradeId &) = default;

private:
    std::array<char, 23> m_bytes {};
    quint8 m_length = 0;
};

/// One print on the tape.
struct Trade
{
    InstrumentId instrument;
    Timestamp time {};            ///< SIP time; exchange time where there is no SIP (crypto)
    Timestamp participantTime {}; ///< at the exchange; epoch when not given
    Price price;
    Qty size;
    quint64 sequence = 0;         ///< increasing per symbol and day, with gaps; 0 when not given
    quint16 exchange = 0;
    quint16 trfId = 0;            ///< 201 to 203 for off-exchange prints, else 0
    quint8 tape = 0;
    quint8 correction = 0;        ///< REST only: massive-api.md 8.4
    TradeConditions conditions;
    TradeId id;

    /// Reported through a trade reporting facility: exchange 4 (FINRA).
    bool isOffExchange() const { return exchange == 4 || trfId != 0; }
    /// A record that does not stand: corrected, cancelled or erroneous, or the notice of that.
    bool isVoid() const
    {
        return correction == 1 || correction == 7 || correction == 8 || correction == 10
            || correction == 11;
    }
    friend bool operator==(const Trade &, const Trade &) = default;
};

/// Best bid and offer. A side with price 0 (or size 0) has no quote.
struct Quote
{
    InstrumentId instrument;
    Timestamp time {};
    Price bid;
    Price ask;
    Qty bidSize; ///< shares, contracts or coins (the decoder's source says which)
    Qty askSize;
    quint64 sequence = 0;
    quint16 bidExchange = 0;
    quint16 askExchange = 0;
    quint16 condition = 0;
    quint8 tape = 0;

    bool hasBid() const { return bid > Price() && bidSize > Qty(); }
    bool hasAsk() const { return ask > Price() && askSize > Qty(); }
    bool isTwoSided() const { return hasBid() && hasAsk(); }
    friend bool operator==(const Quote &, const Quote &) = default;
};

/// A second or minute bar from the stream. The same start comes again when a late trade changed it: replace.
struct Aggregate
{
    InstrumentId instrument;
    Timeframe timeframe;      ///< 1s or 1m
    Candle candle;
    Timestamp end {};
    Qty dayVolume;            ///< accumulated, 0 when not given
    double dayVwap = 0;       ///< 0 when not given
    Price officialOpen;       ///< 0 when not given

    friend bool operator==(const Aggregate &, const Aggregate &) = default;
};

/// Limit up, limit down bands and halts.
struct LuldBands
{
    InstrumentId instrument;
    Timestamp time {};
    Price upper;
    Price lower;
    bool halted = false;  ///< indicator 17
    bool resumed = false; ///< indicator 18
    quint8 tape = 0;
    quint64 sequence = 0;

    friend bool operator==(const LuldBands &, const LuldBands &) = default;
};

/// An auction imbalance (NOI).
struct Imbalance
{
    InstrumentId instrument;
    Timestamp time {};
    Qty imbalance;  ///< signed, positive is to buy
    Qty paired;
    Price clearingPrice;
    quint16 auctionTime = 0; ///< hour * 100 + minute, Eastern
    char auctionType = 'M';
    quint16 exchange = 0;

    friend bool operator==(const Imbalance &, const Imbalance &) = default;
};

/// The value of an index.
struct IndexValue
{
    InstrumentId instrument;
    Timestamp time {};
    Price value;

    friend bool operator==(const IndexValue &, const IndexValue &) = default;
};

using MarketEvent = std::variant<Trade, Quote, Aggregate, LuldBands, Imbalance, IndexValue>;

/// A status object of the stream ("connected", "auth_success", "success", "error", ...).
struct StreamStatus
{
    QString status;
    QString message;

    friend bool operator==(const StreamStatus &, const StreamStatus &) = default;
};

/// What one or more frames held, in wire order. Reused: clear() keeps the memory.
struct EventBatch
{
    std::vector<MarketEvent> events;
    /// Of books with depth. Their order among the other events is not kept: times tell.
    std::vector<DepthUpdate> depths;
    std::vector<StreamStatus> statuses;
    qint64 unknown = 0;  ///< objects whose ev is not known; skipped
    qint64 invalid = 0;  ///< objects of a known ev that lack what they need; skipped and counted
    qint64 rounded = 0;  ///< numbers with more digits than the type holds

    void clear()
    {
        events.clear();
        depths.clear();
        statuses.clear();
        unknown = invalid = rounded = 0;
    }
};

} // namespace tapeline
