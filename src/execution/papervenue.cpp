#include "papervenue.h"

#include "easterntime.h"
#include "regulatoryfees.h"

#include <algorithm>
#include <functional>

namespace tapeline {

namespace {

/// Longer than this between the last event and a restart, and nobody was there.
constexpr Duration shortestAbsence = 1h;

/// As if it filled at once, on the dearer side of the market.
Money expectedFee(const CommissionModel &model, Qty qty, Money value)
{
    Money fee;
    for (const bool maker : { false, true })
        fee = std::max(fee, RunningCommission().add(model, qty, value, maker));
    return fee;
}

} // namespace

PaperVenue::PaperVenue(const PaperConfig &config, const MarketCalendar &calendar,
                       SymbolTable &symbols)
    : m_calendar(calendar)
    , m_symbols(symbols)
    , m_prices(calendar, symbols)
    , m_books(m_prices, calendar)
    , m_broker(config, calendar, symbols, m_books)
    , m_commission(config.commission)
    , m_regulatoryFees(config.regulatoryFees)
    , m_refuseIvStops(config.refuseIvStops)
{
    m_books.setFeeEstimate(std::bind_front(&PaperVenue::feeEstimate, this));
}

Money PaperVenue::feeEstimate(const Instrument &instrument, Side side, Qty qty, Money value) const
{
    Money fee = expectedFee(m_commission, qty, value);
    if (m_regulatoryFees)
        fee += regulatoryFee(instrument, side, qty, value, m_broker.now());
    return fee;
}

Result<void> PaperVenue::open(const AccountSettings &settings, Timestamp at)
{
    const Result<CommissionModel> commission = CommissionModel::parse(settings.commission);
    if (!commission)
        return commission.error();
    if (const Result<void> opened = m_books.open(settings, at); !opened)
        return opened;
    setCommission(*commission);
    return {};
}

Reason PaperVenue::configure(const AccountSettings &settings, Timestamp at)
{
    passTo(at);
    const Result<CommissionModel> commission = CommissionModel::parse(settings.commission);
    if (!commission)
        return { ReasonCode::BadAmount, settings.commission };
    const Reason reason = m_books.configure(settings, at);
    if (reason.code == ReasonCode::None)
        setCommission(*commission);
    watch(at);
    return reason;
}

void PaperVenue::setCommission(const CommissionModel &commission)
{
    m_commission = commission;
    m_broker.setCommission(commission);
}

Result<void> PaperVenue::restore(std::span<const OrderEvent> orders,
                                 std::span<const LedgerEvent> books)
{
    if (const Result<void> restored = m_books.restore(books); !restored)
        return restored;
    const Result<CommissionModel> commission
        = CommissionModel::parse(m_books.settings().commission);
    if (!commission)
        return commission.error();
    setCommission(*commission);
    for (const LedgerEvent &event : books)
        refold(event);
    m_broker.restore(orders);
    m_exits.fold(orders, books, m_books.entries());
    Timestamp newest {};
    for (const Timestamp last : { orders.empty() ? Timestamp() : orders.back().at,
                                  books.empty() ? Timestamp() : books.back().at })
        newest = std::max(newest, last);
    plan(newest); // what was missed since happens before the next event
    m_closedSince = newest;
    std::erase_if(m_splits, [newest](const AnnouncedSplit &split) {
        return easterntime::at(split.exDay) <= newest; // it was done
    });
    resumeWatch(orders, newest);
    return {};
}

/// What of the books is the venue's own.
void PaperVenue::refold(const LedgerEvent &event)
{
    if (event.kind == LedgerEventKind::Mark)
        m_prices.setPreviousClose(m_symbols.intern(event.symbol), event.price);
    if (event.kind == LedgerEventKind::Terms && event.instrument)
        m_broker.setInstrument(*event.instrument);
    if (event.kind == LedgerEventKind::Announce)
        event.reference > 0 ? forgetAnnouncement(event.reference) : noteAnnouncement(event);
    if (event.kind == LedgerEventKind::Dividend)
        noteExDividend(event.reference, event.sequence);
}

std::vector<OrderEvent> PaperVenue::takeEvents()
{
    drain();
    std::vector<OrderEvent> events = std::exchange(m_freshOrders, {});
    if (m_recency != Recency::RealTime)
        for (OrderEvent &event : events)
            if (event.lastQty > Qty())
                event.evidence.recency = m_recency;
    return events;
}

std::vector<LedgerEvent> PaperVenue::takeBookEvents()
{
    drain();
    return std::exchange(m_freshBooks, {});
}

void PaperVenue::submit(const OrderTicket &ticket, Timestamp at)
{
    passTo(at);
    OrderTicket resolved = ticket;
    const Reason reason = prepare(resolved, at);
    if (reason.code == ReasonCode::None)
        m_broker.submit(resolved, at);
    else
        m_broker.refuse(resolved, reason, at);
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

void PaperVenue::onHalt(InstrumentId instrument, bool halted, Timestamp at)
{
    passTo(at);
    m_broker.onHalt(instrument, halted, at);
    watch(at);
}

void PaperVenue::onBook(InstrumentId instrument, std::span<const BookLevel> bids,
                        std::span<const BookLevel> asks, Timestamp at)
{
    passTo(at);
    const BookLevel bid = bids.empty() ? BookLevel {} : bids.front();
    const BookLevel ask = asks.empty() ? BookLevel {} : asks.front();
    m_prices.onQuote({ .instrument = instrument,
                       .time = at,
                       .bid = bid.price,
                       .ask = ask.price,
                       .bidSize = bid.size,
                       .askSize = ask.size });
    m_broker.onBook(instrument, bids, asks, at);
    watch(at);
}

void PaperVenue::onBar(InstrumentId instrument, const Candle &bar, Timestamp end)
{
    passTo(end - Duration(1)); // orders that end with the session still meet its last bar
    m_prices.onBar(instrument, bar, end);
    m_broker.onBar(instrument, bar, end);
    watch(end - Duration(1));
}

void PaperVenue::onIndexValue(const IndexValue &value)
{
    passTo(value.time);
    if (m_prices.onIndexValue(value))
        settle(value.time);
    watch(value.time);
}

void PaperVenue::setOfficialClose(const QString &symbol, QDate day, Price close, Timestamp at)
{
    passTo(at);
    m_prices.setOfficialClose(symbol, day, close);
    settle(at);
}

void PaperVenue::setOfficialOpen(const QString &symbol, QDate day, Price open, Timestamp at)
{
    passTo(at);
    m_prices.setOfficialOpen(symbol, day, open);
    settle(at);
}

void PaperVenue::setFeedDown(bool down, Timestamp at)
{
    passTo(at);
    if (down)
        m_broker.onFeedDown(at);
    else
        m_broker.onFeedUp(at);
    watch(at);
}

void PaperVenue::advanceTo(Timestamp at)
{
    passTo(at);
    m_broker.advanceTo(at);
    drain();
    leaveByRule(at);
    watch(at);
}

/// Whatever happens at a moment of the day happens before the first event after it.
void PaperVenue::passTo(Timestamp at)
{
    if (m_next.at == Timestamp {})
        plan(at);
    if (const Timestamp since = std::exchange(m_closedSince, Timestamp::max());
        since < at && at - since > shortestAbsence)
        m_exits.skipAttemptsTo(at);
    while (at >= m_next.at) {
        const DayMoment moment = m_next;
        passRules(moment.at);
        m_broker.advanceTo(moment.at);
        if (m_books.ledger().state().sequence > 0) // an account is open
            run(moment);
        m_next = momentAfter(moment.at, m_calendar);
    }
    passRules(at);
}

void PaperVenue::run(const DayMoment &moment)
{
    switch (moment.kind) {
    case DayMoment::Kind::Start:
        m_books.startDay(moment.at);
        startSplits(moment.day, moment.at);
        startDividends(moment.day, moment.at);
        return;
    case DayMoment::Kind::ExpiryRisk:
        sendExpiryRisk(moment);
        return;
    case DayMoment::Kind::Close:
        m_endedDay = moment.day;
        m_books.accrue(moment.at);
        m_books.notePrices(moment.at);
        sendExpiryRisk(moment);
        assignEarly(moment);
        break;
    case DayMoment::Kind::LateClose:
        break;
    }
    endOrders(moment.at);
    settle(moment.at);
}

void PaperVenue::plan(Timestamp after)
{
    m_next = momentAfter(after, m_calendar);
    m_endedDay = lastClosedDay(after, m_calendar);
}

} // namespace tapeline
