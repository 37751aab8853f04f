#pragma once

#include "contextline.h"
#include "journaldatabase.h"
#include "papervenue.h"
#include "tripexcursions.h"

#include <deque>
#include <map>
#include <span>
#include <vector>

namespace tapeline {

class MomentFigures;

/// What the journal learns of the market while an account trades: how it was when an order was
/// sent, when a round trip began and when it ended, and how far the trip went in between.
///
/// The lines are a stream of the account's journal beside its orders and books. They rest on those
/// and nothing rests on them: a line that cannot be read costs itself.
class TradeWatch
{
public:
    /// All must outlive it; figures: null where nobody has any.
    TradeWatch(const MarketCalendar &calendar, SymbolTable &symbols, const MomentFigures *figures);

    /// How old the market data are by their plan.
    void setRecency(Recency recency) { m_recency = recency; }

    /// Goes on behind the lines of its stream, with the account as it came back: of trips that are
    /// open some was not seen.
    void restore(const std::vector<JournalLine> &lines, const PaperVenue &venue);

    /// The market's event; what it brought the account is told by look() behind it.
    void meet(const MarketEvent &event);
    void meetBar(InstrumentId instrument, const Candle &bar)
    {
        m_excursions.onBar(instrument, bar);
    }
    /// The stream brings nothing more, or lacks something here.
    void onFeedDown(Timestamp at);
    /// It goes on: what came in between was not seen.
    void onFeedUp(Timestamp at);
    /// What has just happened in the account, oldest first.
    void look(std::span<const OrderEvent> orders, std::span<const LedgerEvent> books,
              const PaperVenue &venue);

    /// A line with its number.
    struct Numbered
    {
        quint64 sequence = 0; ///< of the stream
        Timestamp at {}; ///< never before that of the line in front
        ContextLine line;
    };
    /// What is to be written now; of open trips no more than once a minute.
    std::vector<Numbered> take(Timestamp now);

private:
    void add(ContextLine &&line, Timestamp at);
    void addDecision(const OrderEvent &sent, const PaperVenue &venue);
    void addTrips(const LedgerState &state, const PaperVenue &venue);
    void addEntry(quint64 trade, Timestamp at, const PaperVenue &venue);
    void addExit(const RoundTrip &trip, const PaperVenue &venue);
    void addExcursion(const Excursion &reached, Timestamp at);
    MarketMoment momentOf(const QString &symbol, Timestamp at, const PaperVenue &venue) const;

    const MarketCalendar &m_calendar;
    const MomentFigures *m_figures;
    Recency m_recency = Recency::RealTime;
    TripExcursions m_excursions;
    std::map<quint64, QString> m_open; ///< symbol of each open trip; of a structure the underlying
    quint64 m_newestTrip = 0; ///< ids ascend: a greater one is of a new trip
    std::size_t m_tripsSeen = 0; ///< of those that are closed
    Timestamp m_downSince = Timestamp::min(); ///< quotes up to here are not in force any more
    Timestamp m_nextCheckpoint {};
    Timestamp m_newestAt {};
    quint64 m_sequence = 0; ///< of the newest line
    std::vector<Numbered> m_lines; ///< not taken yet
};

} // namespace tapeline
