#pragma once

#include <QtGlobal>

#include <string_view>

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

inline constexpr auto streamFieldCount = static_cast<std::size_t>(StreamField::Count);

/// What a stream object tells of (its ev).
enum class StreamKind : quint8 {
    Trade, ///< T
    Quote, ///< Q
    SecondBar, ///< A
    MinuteBar, ///< AM
    Bands, ///< LULD
    Imbalance, ///< NOI
    IndexValue, ///< V
    ForexQuote, ///< C
    ForexSecondBar, ///< CAS
    ForexMinuteBar, ///< CA
    CryptoTrade, ///< XT
    CryptoQuote, ///< XQ
    CryptoSecondBar, ///< XAS
    CryptoMinuteBar, ///< XA
    Status, ///< status
    CryptoBook, ///< XL2
    Unknown
};

namespace streamnames {

/// The field of that name; Count when it means nothing to us.
StreamField field(std::string_view name);
StreamKind kind(std::string_view event);

} // namespace streamnames
} // namespace tapeline
