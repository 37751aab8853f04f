#pragma once

#include "cryptobook.h"
#include "marketevent.h"
#include "sessiontape.h"

namespace tapeline {

/// What the venues of simulated pairs of coins send: trades, best quotes, and the first one its
/// book. The trades are the prints of a SessionTape, so that its bars are their sums; quotes and
/// books are laid around them. Times are whole milliseconds. Const calls are safe from one thread
/// at a time.
///
/// A trade is at the best price that is in force on its venue, and no more is traded than rests
/// there. Quotes and books change with each trade of any venue and with each beat.
class CryptoTape
{
public:
    /// firstId: what events call the first of the pairs of sandboxcoins.h.
    CryptoTape(quint64 seed, InstrumentId firstId);

    const SessionTape &bars() const { return m_tape; }
    int count() const { return m_tape.count(); }

    /// Trades, and quotes where they change, of [from, to), appended by time; at one time quotes
    /// come first. Conditions are the venue's flags: 1 the seller, 2 the buyer crossed the spread.
    void events(int pair, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    /// The whole books that began to be in force in [from, to), ascending.
    void books(int pair, Timestamp from, Timestamp to, std::vector<DepthUpdate> &out) const;
    /// The one in force at an instant.
    DepthUpdate bookAt(int pair, Timestamp time) const;

    std::optional<Trade> lastTrade(int pair, Timestamp before) const;
    /// Of the venue that sent one last.
    std::optional<Quote> lastQuote(int pair, Timestamp before) const;

private:
    /// An instant at which a venue's prices or sizes may change, and what they follow from.
    struct Moment
    {
        Timestamp time;
        TapePrint print; ///< the newest one by then
        bool isPrint = false; ///< it is printed here

        qint64 beat() const { return CryptoBook::beatOf(time); }
    };

    /// The best prices of a venue.
    struct Top
    {
        BookLevel bid;
        BookLevel ask;
        friend bool operator==(const Top &, const Top &) = default;
    };

    InstrumentId idOf(int pair) const;
    const CryptoBook &bookOf(int pair) const { return m_books[std::size_t(pair)]; }
    /// All of [from, to), and first the one before them.
    std::vector<Moment> moments(int pair, Timestamp from, Timestamp to) const;
    const CryptoVenue &venueOf(int pair, const TapePrint &print) const;
    qint64 strayOf(int pair, const CryptoVenue &venue, Timestamp time) const;
    Top topOf(int pair, const CryptoVenue &venue, const Moment &moment) const;
    DepthUpdate bookOf(int pair, const Moment &moment) const;
    Trade tradeOf(int pair, const TapePrint &print) const;
    Quote quoteOf(int pair, const CryptoVenue &venue, const Top &top, Timestamp time) const;

    quint64 m_seed;
    InstrumentId m_firstId;
    SessionTape m_tape;
    std::vector<CryptoBook> m_books; // by pair
};

} // namespace tapeline
