#include "papervenue.h"

#include "easterntime.h"

namespace tapeline {

void VenuePrices::onTrade(const Trade &trade)
{
    if (trade.isVoid() || !tradeUpdate(trade.conditions, m_sessions.isRegular(trade.time)).last)
        return;
    MarketPrices &own = at(trade.instrument);
    own.last = trade.price;
    own.lastTime = trade.time;
}

MarketPrices VenuePrices::prices(const QString &symbol) const
{
    const QByteArray name = symbol.toLatin1();
    const InstrumentId id
        = m_symbols.find(std::string_view(name.constData(), std::size_t(name.size())));
    return id.index() < m_prices.size() ? m_prices[id.index()] : MarketPrices();
}

MarketPrices &VenuePrices::at(InstrumentId instrument)
{
    if (instrument.index() >= m_prices.size())
        m_prices.resize(instrument.index() + 1);
    return m_prices[instrument.index()];
}

PaperVenue::PaperVenue(const PaperConfig &config, const MarketCalendar &calendar,
                       SymbolTable &symbols)
    : m_calendar(calendar)
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
    m_broker.restore(orders);
    return {};
}

void PaperVenue::submit(const OrderTicket &ticket, Timestamp at)
{
    passTo(at);
    m_broker.submit(ticket, at);
}

void PaperVenue::replace(const OrderReplace &change, Timestamp at)
{
    passTo(at);
    m_broker.replace(change, at);
}

void PaperVenue::cancel(const QString &id, Timestamp at)
{
    passTo(at);
    m_broker.cancel(id, at);
}

void PaperVenue::onTrade(const Trade &trade)
{
    passTo(trade.time);
    m_prices.onTrade(trade);
    m_broker.onTrade(trade);
}

void PaperVenue::onQuote(const Quote &quote)
{
    passTo(quote.time);
    m_prices.onQuote(quote);
    m_broker.onQuote(quote);
}

void PaperVenue::onBands(const LuldBands &bands)
{
    passTo(bands.time);
    m_broker.onBands(bands);
}

void PaperVenue::advanceTo(Timestamp at)
{
    passTo(at);
    m_broker.advanceTo(at);
}

/// Whatever happens at the close happens before the first event after it.
void PaperVenue::passTo(Timestamp at)
{
    if (m_dayEnd == Timestamp {})
        planDayEnd(at);
    while (at >= m_dayEnd) {
        const Timestamp close = m_dayEnd;
        m_broker.advanceTo(close);
        endDay(m_day, close);
        planDayEnd(close);
    }
}

void PaperVenue::endDay(QDate day, Timestamp close)
{
    if (m_books.ledger().state().sequence == 0)
        return; // no account is open
    m_books.expire(day, m_prices, close);
    m_books.accrue(close);
}

void PaperVenue::planDayEnd(Timestamp after)
{
    m_day = easterntime::date(after);
    std::optional<TradingSession> session = m_calendar.session(m_day);
    while (!session || session->close <= after) {
        m_day = m_calendar.nextTradingDay(m_day);
        session = m_calendar.session(m_day);
    }
    m_dayEnd = session->close;
}

} // namespace tapeline
