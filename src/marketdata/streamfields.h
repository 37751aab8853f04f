#pragma once

#include "jsontree.h"

#include <array>

namespace tapeline {

/// Names of the fields of stream objects (massive-api.md 6.9 to 6.14) that mean something to us.
enum class StreamField : quint8 {
    Event, ///< ev
    Symbol, ///< sym
    UpperT, ///< T: the symbol of LULD, NOI and V
    Pair, ///< pair
    P, ///< p: price; the pair of C; paired quantity of NOI
    S, ///< s: size; start of a bar
    ExactSize, ///< ds
    X, ///< x: exchange
    I, ///< i: trade id; indicators
    Z, ///< z: tape
    C, ///< c: conditions; close
    T, ///< t: time
    ParticipantTime, ///< pt
    Q, ///< q: sequence
    TrfId, ///< trfi
    BidExchange, ///< bx
    AskExchange, ///< ax
    BidPrice, ///< bp
    AskPrice, ///< ap
    BidSize, ///< bs
    AskSize, ///< as
    V, ///< v: volume
    ExactVolume, ///< dv
    DayVolume, ///< av
    ExactDayVolume, ///< dav
    OfficialOpen, ///< op
    Vwap, ///< vw
    O, ///< o: open; imbalance
    H, ///< h: high; upper band
    L, ///< l: low; lower band
    A, ///< a: day's average price; ask; auction type
    E, ///< e: end of a bar
    N, ///< n: trades
    B, ///< b: bid; clearing price
    AuctionTime, ///< at
    IndexValue, ///< val
    Status, ///< status
    Message, ///< message
    Count
};

/// The known fields of one stream object, in whatever order they were written. A name that comes
/// twice counts the first time; unknown names are ignored.
class StreamFields
{
public:
    explicit StreamFields(JsonValue object)
    {
        for (const JsonValue member : object)
            add(member);
    }

    JsonValue operator[](StreamField field) const
    {
        return m_values[static_cast<std::size_t>(field)];
    }

private:
    void add(JsonValue member);

    std::array<JsonValue, static_cast<std::size_t>(StreamField::Count)> m_values {};
};

/// Up to eight letters as one number, to switch over short names.
constexpr quint64 packedName(std::string_view name)
{
    quint64 packed = name.size() > 8 ? 1 : 0; // no short name packs to 1
    if (packed == 0) {
        for (const char c : name)
            packed = (packed << 8) | static_cast<unsigned char>(c);
    }
    return packed;
}

} // namespace tapeline
