#include "papervenue.h"

#include "sessionclock.h"

namespace tapeline {

namespace {

Timestamp nextSecond(Timestamp at)
{
    return std::chrono::floor<std::chrono::seconds>(at) + 1s;
}

} // namespace

PaperVenue::PaperVenue(const PaperConfig &config, const MarketCalendar &calendar,
                       SymbolTable &symbols)
    : m_calendar(calendar)
    , m_symbols(symbols)
    , m_prices(calendar, symbols)
    , m_books(m_prices, calendar)
    , m_broker(config, calendar, symbols, m_books)
{
}

Result<void> PaperVenue::open(const AccountSettings &settings, Timestamp at)
{
    return m_books.open(settings, at);
}

Result<void> PaperVenue::restore(std::span<const OrderEvent> orders,
                                 std::span<const LedgerEvent> books)
{
    if (const Result<void> restored = m_books.restore(books); !restored)
        return restored;
    for (const LedgerEvent &event : books) {
        if (event.kind == LedgerEventKind::Mark)
            m_prices.setPreviousClose(m_symbols.intern(event.symbol), event.price);
    }
    m_broker.restore(orders);
    Timestamp newest {};
    for (const Timestamp last : { orders.empty() ? Timestamp() : orders.back().at,
                                  books.empty() ? Timestamp() : books.back().at })
        newest = std::max(newest, last);
    plan(newest); // what was missed since happens before the next event
    m_watchAgain = nextSecond(newest);
    return {};
}

void PaperVenue::submit(const OrderTicket &ticket, Timestamp at)
{
    passTo(at);
    m_broker.submit(ticket, at);
    watch(at);
}

void PaperVenue::replace(const OrderReplace &change, Timestamp at)
{
    passTo(at);
    m_broker.replace(change, at);
    watch(at);
}

void PaperVenue::cancel(const QString &id, Timestamp at)
{
    passTo(at);
    m_broker.cancel(id, at);
    watch(at);
}

void PaperVenue::onTrade(const Trade &trade)
{
    passTo(trade.time);
    m_prices.onTrade(trade);
    m_broker.onTrade(trade);
    if (VenuePrices::isClosing(trade.conditions))
        settle(trade.time);
    watch(trade.time);
}

void PaperVenue::onQuote(const Quote &quote)
{
    passTo(quote.time);
    m_prices.onQuote(quote);
    m_broker.onQuote(quote);
    watch(quote.time);
}

void PaperVenue::onBands(const LuldBands &bands)
{
    passTo(bands.time);
    m_broker.onBands(bands);
    watch(bands.time);
}

void PaperVenue::onIndexValue(const IndexValue &value)
{
    passTo(value.time);
    m_prices.onIndexValue(value);
    watch(value.time);
}

void PaperVenue::setOfficialClose(const QString &symbol, QDate day, Price close, Timestamp at)
{
    passTo(at);
    m_prices.setOfficialClose(symbol, day, close);
    settle(at);
}

void PaperVenue::advanceTo(Timestamp at)
{
    passTo(at);
    m_broker.advanceTo(at);
    watch(at);
}

/// Whatever happens at a moment of the day happens before the first event after it.
void PaperVenue::passTo(Timestamp at)
{
    if (m_next.at == Timestamp {})
        plan(at);
    while (at >= m_next.at) {
        const DayMoment moment = m_next;
        m_broker.advanceTo(moment.at);
        if (m_books.ledger().state().sequence > 0) // an account is open
            run(moment);
        m_next = momentAfter(moment.at, m_calendar);
    }
}

void PaperVenue::run(const DayMoment &moment)
{
    switch (moment.kind) {
    case DayMoment::Kind::Start:
        m_books.startDay(moment.at);
        return;
    case DayMoment::Kind::ExpiryRisk:
        return;
    case DayMoment::Kind::Close:
        m_endedDay = moment.day;
        m_books.accrue(moment.at);
        m_books.notePrices(moment.at);
        break;
    case DayMoment::Kind::LateClose:
        break;
    }
    endOrders(moment.at);
    settle(moment.at);
}

/// After every booking, and once a second of the market's time.
void PaperVenue::watch(Timestamp at)
{
    const auto newest = [this] { return m_books.ledger().state().sequence; };
    if (newest() == m_watchedSequence && at < m_watchAgain)
        return;
    m_watchAgain = nextSecond(at);
    if (newest() > 0)
        m_books.watchDailyLoss(at);
    m_watchedSequence = newest();
}

/// Exits of what has ended end with it, and what works on a contract that trades no more.
void PaperVenue::settle(Timestamp at)
{
    const auto price
        = [&](const Instrument &contract, QDate day) { return settlementPrice(contract, day, at); };
    for (const QString &symbol : m_books.expire(m_endedDay, price, at))
        m_broker.onPositionChanged(symbol, at);
}

void PaperVenue::endOrders(Timestamp at)
{
    for (const QString &id : m_broker.workingIds()) {
        const std::optional<OrderTicket> ticket = m_broker.ticket(id);
        bool ends = hasEnded(ticket->symbol, at);
        for (const OrderLeg &leg : ticket->legs)
            ends = ends || hasEnded(leg.symbol, at);
        if (ends)
            m_broker.withdraw(id, { ReasonCode::ExpiredContract }, at);
    }
}

bool PaperVenue::hasEnded(const QString &symbol, Timestamp at) const
{
    const Instrument &instrument = m_books.instrument(symbol);
    const std::optional<QDate> day = m_books.lastTradingDay(instrument);
    if (!day || !m_endedDay.isValid() || *day > m_endedDay)
        return false;
    const std::optional<TradingSession> session = m_calendar.session(*day);
    return !session || at >= SessionClock::regularEnd(instrument, *session);
}

/// By the official close; a quarter of an hour later, when there was none, by the last trade.
std::optional<Price> PaperVenue::settlementPrice(const Instrument &contract, QDate day,
                                                 Timestamp at) const
{
    const std::optional<TradingSession> session = m_calendar.session(day);
    if (!session || at < SessionClock::regularEnd(contract, *session))
        return {};
    return m_prices.close(underlyingOf(contract), *session,
                          at >= session->close + SessionClock::lateClosingDelay);
}

void PaperVenue::plan(Timestamp after)
{
    m_next = momentAfter(after, m_calendar);
    m_endedDay = lastClosedDay(after, m_calendar);
}

} // namespace tapeline
