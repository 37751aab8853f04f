#pragma once

#include "cryptobook.h"
#include "marketevent.h"
#include "splitmix64.h"

namespace tapeline {

/// What the venues of one simulated pair send: trades, best quotes, and the first one its book.
/// Times are whole milliseconds. Const calls are safe from any thread.
///
/// A trade is at the best price that is in force, and no more is traded in a beat than rests there.
/// With the next beat the venue's book is what it is by then.
class CryptoTape
{
public:
    CryptoTape(quint64 seed, InstrumentId pair)
        : m_book(seed)
        , m_pair(pair)
    {
    }

    /// Trades, and quotes where they change, of [from, to), appended by time; at one time quotes
    /// come first. Conditions are the venue's flags: 1 the seller, 2 the buyer crossed the spread.
    void events(Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    /// The whole books that began to be in force in [from, to), ascending.
    void books(Timestamp from, Timestamp to, std::vector<DepthUpdate> &out) const;
    /// The one in force at an instant.
    DepthUpdate bookAt(Timestamp time) const;
    const CryptoBook &book() const { return m_book; }

private:
    void addQuote(const CryptoVenue &venue, qint64 beatNumber, std::vector<MarketEvent> &out) const;
    void addTrades(const CryptoVenue &venue, qint64 beatNumber,
                   std::vector<MarketEvent> &out) const;
    int countTrades(const CryptoVenue &venue, qint64 beatNumber, SplitMix64 &draws) const;
    double buyShare(const CryptoVenue &venue, qint64 beatNumber) const;

    CryptoBook m_book;
    InstrumentId m_pair;
};

} // namespace tapeline
