#pragma once

#include "paperaccount.h"
#include "paperbroker.h"
#include "sessioncursor.h"

#include <vector>

namespace tapeline {

/// The newest prices of every instrument, by the symbol table's ids.
class VenuePrices final : public PriceSource
{
public:
    VenuePrices(const MarketCalendar &calendar, const SymbolTable &symbols)
        : m_symbols(symbols)
        , m_sessions(calendar)
    {
    }

    void onQuote(const Quote &quote) { at(quote.instrument).quote = quote; }
    /// Only a trade that may set the last price does (core's tradeUpdate()).
    void onTrade(const Trade &trade);
    void setPreviousClose(InstrumentId instrument, Price close)
    {
        at(instrument).previousClose = close;
    }

    MarketPrices prices(const QString &symbol) const override;

private:
    MarketPrices &at(InstrumentId instrument);

    const SymbolTable &m_symbols;
    SessionCursor m_sessions;
    std::vector<MarketPrices> m_prices; // by id
};

/// A paper account at work: the matching, the books behind it, and the prices both go by, fed in
/// one order of events. All of it is made of its two streams of events, and comes back from them.
class PaperVenue final : public ExecutionVenue
{
public:
    /// calendar and symbols must outlive it.
    PaperVenue(const PaperConfig &config, const MarketCalendar &calendar, SymbolTable &symbols);

    /// A new account. Malformed settings are an error.
    Result<void> open(const AccountSettings &settings, Timestamp at);
    /// The account as its events left it; working orders resume behind what is displayed.
    Result<void> restore(std::span<const OrderEvent> orders, std::span<const LedgerEvent> books);

    void submit(const OrderTicket &ticket, Timestamp at) override;
    void replace(const OrderReplace &change, Timestamp at) override;
    void cancel(const QString &id, Timestamp at) override;
    std::vector<OrderEvent> takeEvents() override { return m_broker.takeEvents(); }
    std::vector<VenuePosition> positions() const override { return m_books.positions(); }
    AccountFigures account() const override { return m_books.figures(m_broker.now()); }
    Reason whyNotYet(const QString &id) const override { return m_broker.whyNotYet(id); }

    /// Events of the books since the last call, in order. Those of a fill come with the order
    /// events that they belong to: take both, keep both or none.
    std::vector<LedgerEvent> takeBookEvents() { return m_books.takeEvents(); }

    void onTrade(const Trade &trade);
    void onQuote(const Quote &quote);
    void onBands(const LuldBands &bands);
    /// Nothing up to and including this time is to come: timers run, days end.
    void advanceTo(Timestamp at);

    PaperAccount &books() { return m_books; }
    const PaperAccount &books() const { return m_books; }
    PaperBroker &broker() { return m_broker; }
    const PaperBroker &broker() const { return m_broker; }
    VenuePrices &prices() { return m_prices; }

private:
    void passTo(Timestamp at);
    void endDay(QDate day, Timestamp close);
    void planDayEnd(Timestamp after);

    const MarketCalendar &m_calendar;
    VenuePrices m_prices;
    PaperAccount m_books;
    PaperBroker m_broker;
    QDate m_day; ///< whose close comes next
    Timestamp m_dayEnd {}; ///< epoch before the first event
};

} // namespace tapeline
