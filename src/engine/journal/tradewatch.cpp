#include "tradewatch.h"

#include "markethours.h"
#include "momentfigures.h"
#include "ordersymbols.h"
#include "symbology.h"

#include <QLoggingCategory>

#include <algorithm>
#include <set>

namespace tapeline {

namespace {

Q_LOGGING_CATEGORY(lcContext, "tapeline.context")

Timestamp nextMinute(Timestamp time)
{
    return std::chrono::floor<std::chrono::minutes>(time) + 1min;
}

/// One symbol's, or the underlying of a structure.
QString symbolOf(const std::set<QString> &legs)
{
    return legs.size() == 1 ? *legs.begin() : withUnderlying(*legs.begin()).back();
}

/// The legs of each trip that is open.
std::map<quint64, std::set<QString>> openTrips(const LedgerState &state)
{
    std::map<quint64, std::set<QString>> trips;
    for (const auto &[symbol, position] : state.positions)
        trips[position.trip.id].insert(symbol);
    return trips;
}

} // namespace

TradeWatch::TradeWatch(const MarketCalendar &calendar, SymbolTable &symbols,
                       const MomentFigures *figures)
    : m_calendar(calendar)
    , m_figures(figures)
    , m_excursions(calendar, symbols)
{
}

void TradeWatch::restore(const std::vector<JournalLine> &lines, const PaperVenue &venue)
{
    const LedgerState &state = venue.books().ledger().state();
    m_excursions.hold(state, venue.prices());
    for (const auto &[trade, legs] : openTrips(state))
        m_open[trade] = symbolOf(legs);
    m_newestTrip = state.sequence;
    m_tripsSeen = state.trips.size();
    for (const JournalLine &line : lines) {
        m_sequence = std::max(m_sequence, line.sequence);
        m_newestAt = std::max(m_newestAt, line.at);
        const Result<ContextLine> read
            = contextLineFromText({ line.body.constData(), std::size_t(line.body.size()) });
        if (!read)
            qCWarning(lcContext) << "line" << line.sequence << "of" << line.account
                                 << "is left out:" << read.error().detail;
        else if (read->kind == ContextLine::Kind::Excursion)
            m_excursions.resume({ read->trade, read->worst, read->best, read->isRough });
    }
    m_excursions.noteGap();
    m_nextCheckpoint = nextMinute(std::max(m_newestAt, venue.broker().now()));
}

void TradeWatch::meet(const MarketEvent &event)
{
    if (const auto *trade = std::get_if<Trade>(&event))
        m_excursions.onTrade(*trade);
    else if (const auto *quote = std::get_if<Quote>(&event))
        m_excursions.onQuote(*quote);
}

void TradeWatch::onFeedDown(Timestamp at)
{
    m_downSince = at;
    m_excursions.noteGap(m_calendar, at, at);
}

void TradeWatch::onFeedUp(Timestamp at)
{
    if (m_downSince > Timestamp::min())
        m_excursions.noteGap(m_calendar, m_downSince, at);
}

// --- what happens in the account
// -----------------------------------------------------------------------------------

void TradeWatch::look(std::span<const OrderEvent> orders, std::span<const LedgerEvent> books,
                      const PaperVenue &venue)
{
    for (const OrderEvent &event : orders)
        if (event.action == OrderAction::Submit && event.ticket)
            addDecision(event, venue);
    if (books.empty())
        return;
    for (const LedgerEvent &event : books)
        if (event.kind == LedgerEventKind::Split)
            for (const QString &symbol : { event.symbol, event.target })
                m_excursions.forgetPrice(symbol);
    const LedgerState &state = venue.books().ledger().state();
    m_excursions.hold(state, venue.prices());
    addTrips(state, venue);
}

void TradeWatch::addDecision(const OrderEvent &sent, const PaperVenue &venue)
{
    for (const QString &symbol : orderSymbols(*sent.ticket))
        add({ .kind = ContextLine::Kind::Decision,
              .order = sent.id,
              .symbol = symbol,
              .moment = momentOf(symbol, sent.at, venue) },
            sent.at);
}

/// Trips that have begun or ended since the last time, and those that did both.
void TradeWatch::addTrips(const LedgerState &state, const PaperVenue &venue)
{
    const std::map<quint64, std::set<QString>> open = openTrips(state);
    m_tripsSeen = std::min(m_tripsSeen, state.trips.size()); // a correction or a reset
    for (; m_tripsSeen < state.trips.size(); ++m_tripsSeen)
        addExit(state.trips[m_tripsSeen], venue);
    std::erase_if(m_open, [&open](const auto &own) { return !open.contains(own.first); });
    for (const auto &[trade, legs] : open) {
        const QString symbol = symbolOf(legs);
        const auto [known, isNew] = m_open.try_emplace(trade, symbol);
        if (legs.size() > 1)
            known->second = symbol;
        if (isNew && trade > m_newestTrip)
            addEntry(trade, state.find(*legs.begin())->trip.openedAt, venue);
    }
    if (!open.empty())
        m_newestTrip = std::max(m_newestTrip, open.rbegin()->first);
}

void TradeWatch::addEntry(quint64 trade, Timestamp at, const PaperVenue &venue)
{
    add({ .kind = ContextLine::Kind::Entry,
          .trade = trade,
          .moment = momentOf(m_open.at(trade), at, venue) },
        at);
}

void TradeWatch::addExit(const RoundTrip &trip, const PaperVenue &venue)
{
    const QString symbol = m_open.try_emplace(trip.id, trip.symbol).first->second;
    if (trip.id > m_newestTrip) {
        m_newestTrip = trip.id;
        addEntry(trip.id, trip.openedAt, venue);
    }
    const Excursion unseen { trip.id, std::min(trip.gross, Money()), std::max(trip.gross, Money()),
                             true };
    addExcursion(m_excursions.end(trip.id, trip.gross).value_or(unseen), trip.closedAt);
    add({ .kind = ContextLine::Kind::Exit,
          .trade = trip.id,
          .moment = momentOf(symbol, trip.closedAt, venue) },
        trip.closedAt);
}

void TradeWatch::addExcursion(const Excursion &reached, Timestamp at)
{
    add({ .kind = ContextLine::Kind::Excursion,
          .trade = reached.trade,
          .worst = reached.worst,
          .best = reached.best,
          .isRough = reached.isRough },
        at);
}

MarketMoment TradeWatch::momentOf(const QString &symbol, Timestamp at,
                                  const PaperVenue &venue) const
{
    const MarketPrices seen = venue.prices().prices(symbol);
    MarketMoment moment;
    moment.at = at;
    moment.part = markethours::spanAt(m_calendar, symbology::classOf(symbol), at).part;
    moment.recency = m_recency;
    const bool isInForce = seen.quote.time > m_downSince;
    if (isInForce && seen.quote.hasBid())
        moment.bid = seen.quote.bid;
    if (isInForce && seen.quote.hasAsk())
        moment.ask = seen.quote.ask;
    if (seen.last > Price())
        moment.last = seen.last;
    if (m_figures)
        m_figures->addTo(moment, symbol);
    return moment;
}

// --- lines
// --------------------------------------------------------------------------------------------------------

void TradeWatch::add(ContextLine &&line, Timestamp at)
{
    m_newestAt = std::max(m_newestAt, at);
    m_lines.push_back({ ++m_sequence, m_newestAt, std::move(line) });
}

std::vector<TradeWatch::Numbered> TradeWatch::take(Timestamp now)
{
    if (m_excursions.hasChanged() && now >= m_nextCheckpoint) {
        m_nextCheckpoint = nextMinute(now);
        for (const Excursion &reached : m_excursions.takeChanged())
            addExcursion(reached, now);
    }
    return std::exchange(m_lines, {});
}

} // namespace tapeline
