#pragma once

#include "ledgerstate.h"
#include "marketevent.h"
#include "pricesource.h"
#include "sessioncursor.h"
#include "symboltable.h"

#include <optional>
#include <vector>

namespace tapeline {

/// How far a round trip has gone against its holder and for him (MAE, MFE: execution.md G), gross.
struct Excursion
{
    quint64 trade = 0; ///< RoundTrip::id
    Money worst; ///< <= 0
    Money best; ///< >= 0
    bool isRough = false; ///< from bars, or not seen all the way

    friend bool operator==(const Excursion &, const Excursion &) = default;
};

/// Follows the open round trips of one account through the market's events.
///
/// A trip's P/L is what it has realized and what its positions are open by, at the newest trades
/// that may set `last` (core's tradeUpdate()); options and currencies, of which trades tell little,
/// at the middle of their quotes (C.3). A trade counts for what was held when it came, not for what
/// it brings the account. In the end the trip's result counts as well.
class TripExcursions
{
public:
    /// Both must outlive it.
    TripExcursions(const MarketCalendar &calendar, SymbolTable &symbols)
        : m_symbols(symbols)
        , m_sessions(calendar)
    {
    }

    /// The market's events; what they did to the account is told behind them.
    void onTrade(const Trade &trade);
    void onQuote(const Quote &quote);
    /// A finished bar of an instrument without quotes: its extremes, unless trades have told of it.
    void onBar(InstrumentId instrument, const Candle &bar);

    /// The positions have changed; prices: of positions that nothing was seen of yet.
    void hold(const LedgerState &state, const PriceSource &prices);
    /// A split: what was seen is of other shares.
    void forgetPrice(const QString &symbol);
    /// Some of the market was not seen.
    void noteGap();
    /// The same of a time; nothing is missed where a market was closed all of it.
    void noteGap(const MarketCalendar &calendar, Timestamp from, Timestamp to);
    /// Goes on behind what was kept of a trip that is open. After the first hold().
    void resume(const Excursion &kept);
    /// What came of a trip that is open no more, at its result. Nothing of one that is not known.
    std::optional<Excursion> end(quint64 trade, Money gross);

    /// Those that have changed since the last call.
    std::vector<Excursion> takeChanged();
    bool hasChanged() const { return m_hasChanged; }
    bool isHeld(InstrumentId instrument) const
    {
        return instrument.index() < m_legOf.size() && m_legOf[instrument.index()] >= 0;
    }

private:
    /// A position.
    struct Leg
    {
        InstrumentId instrument;
        AssetClass assetClass = AssetClass::Stocks;
        quint64 trade = 0;
        Qty qty;
        Money cost;
        qint64 multiplier = 1;
        std::optional<Price> price {};
        Money open; ///< P/L at that price
        Price bid; ///< newest quote
        Price ask;
        Timestamp quotedAt {};
        Timestamp tradedAt {}; ///< newest trade

        /// Its price is the middle of its quotes.
        bool goesByQuotes() const
        {
            return (assetClass == AssetClass::Options || assetClass == AssetClass::Forex)
                && quotedAt != Timestamp();
        }
    };
    struct Trip
    {
        Excursion reached {};
        Money realized;
        std::vector<std::size_t> legs {};
        bool isChanged = false;
    };

    Leg *legOf(InstrumentId instrument);
    Leg newLeg(const Position &position, const PriceSource &prices);
    static void move(Leg &leg, Price price);
    void indexLegs();
    Trip *tripOf(quint64 trade);
    Trip &keptTrip(quint64 trade);
    void count(quint64 trade);
    void count(Trip &trip, Money profit);
    void countAt(Leg &leg, Price price);
    void makeRough(Trip &trip);
    bool setsLast(const Leg &leg, const Trade &trade);

    SymbolTable &m_symbols;
    SessionCursor m_sessions;
    std::vector<Leg> m_legs;
    std::vector<int> m_legOf; ///< by instrument; -1: not held
    std::vector<Trip> m_trips;
    std::vector<Trip> m_ended; ///< since the last hold(), until end() asks for them
    bool m_hasChanged = false;
};

} // namespace tapeline
