#include "paperaccount.h"

#include "easterntime.h"
#include "ledgermath.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

PaperAccount::PaperAccount(const PriceSource &prices, const MarketCalendar &calendar)
    : m_prices(prices)
    , m_calendar(calendar)
{
}

Result<void> PaperAccount::open(const AccountSettings &settings, Timestamp at)
{
    if (settings.startingCash < Money())
        return Error { Error::Code::InvalidArgument, u"negative starting cash"_s };
    begin(settings, at);
    return {};
}

void PaperAccount::begin(const AccountSettings &settings, Timestamp at)
{
    LedgerEvent config;
    config.at = at;
    config.settings = settings;
    writeOrStop(config);
    if (!settings.startingCash.isZero()) {
        LedgerEvent deposit;
        deposit.at = at;
        deposit.kind = LedgerEventKind::Deposit;
        deposit.amount = settings.startingCash;
        deposit.source = u"starting cash"_s;
        writeOrStop(deposit);
    }
    startDay(at);
}

Result<void> PaperAccount::restore(std::span<const LedgerEvent> events)
{
    Ledger ledger;
    std::vector<LedgerEntry> entries;
    entries.reserve(events.size());
    for (const LedgerEvent &event : events) {
        Result<LedgerEntry> entry = ledger.apply(event);
        if (!entry)
            return entry.error();
        entries.push_back(std::move(*entry));
    }
    m_filled.clear();
    m_final.clear();
    m_lastReset = 0;
    m_designated.clear();
    m_doNotExercise.clear();
    for (const LedgerEvent &event : events) {
        note(event);
        noteInstruction(event);
    }
    m_ledger = std::move(ledger);
    m_entries = std::move(entries);
    m_orders.clear();
    m_fresh.clear();
    m_fault.reset();
    return {};
}

Reason PaperAccount::deposit(Money amount, Timestamp at)
{
    if (amount <= Money())
        return { ReasonCode::BadAmount, grouped(amount) };
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Deposit;
    event.amount = amount;
    return tryWrite(event);
}

Reason PaperAccount::withdraw(Money amount, Timestamp at)
{
    if (amount <= Money())
        return { ReasonCode::BadAmount, grouped(amount) };
    const Money free = withdrawable(at);
    if (amount > free)
        return { ReasonCode::InsufficientBuyingPower,
                 u"needs "_s + grouped(amount) + u", available "_s + grouped(free) };
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Withdrawal;
    event.amount = amount;
    return tryWrite(event);
}

Reason PaperAccount::reset(Timestamp at)
{
    if (!m_orders.isEmpty())
        return { ReasonCode::OrdersWorking, {} };
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Reset;
    if (const Reason reason = tryWrite(event); reason.code != ReasonCode::None)
        return reason;
    m_fault.reset();
    m_sent.clear();
    begin(AccountSettings(settings()), at);
    return {};
}

Reason PaperAccount::configure(const AccountSettings &settings, Timestamp at)
{
    if (settings.startingCash < Money())
        return { ReasonCode::BadAmount, grouped(settings.startingCash) };
    LedgerEvent event;
    event.at = at;
    event.settings = settings;
    return tryWrite(event);
}

Reason PaperAccount::correct(quint64 sequence, Timestamp at)
{
    if (sequence < m_firstEntry || sequence - m_firstEntry >= m_entries.size())
        return { ReasonCode::OrderNotFound, QString::number(sequence) };
    if (sequence <= m_lastReset || m_final.contains(sequence))
        return { ReasonCode::BadAmount, u"%1 stays as it is"_s.arg(sequence) };
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Correction;
    event.reference = sequence;
    event.reversal = reversed(m_entries[sequence - m_firstEntry]);
    return tryWrite(event);
}

void PaperAccount::setKillSwitch(bool on, Timestamp at)
{
    if (m_ledger.state().killed == on)
        return;
    LedgerEvent event;
    event.at = at;
    event.kind = on ? LedgerEventKind::Lock : LedgerEventKind::Unlock;
    event.source = u"kill_switch"_s;
    writeOrStop(event);
}

std::vector<Reason> PaperAccount::check(const OrderTicket &ticket,
                                        std::span<const Instrument> instruments,
                                        std::span<const Quote> quotes, Timestamp at)
{
    for (const Instrument &instrument : instruments)
        learnFrom(instrument, at);
    m_orders.priceUnknown(m_prices);
    startDay(at);
    watchDailyLoss(at);
    const OpenOrder order = priced(ticket, leavesOf(ticket), instruments, quotes);
    const AccountOpinion found = opinionOf(order, at);
    std::vector<Reason> reasons = found.reasonsAgainst();
    if (!reasons.empty())
        return reasons;
    m_warnings = found.findings;
    if (m_orders.find(ticket.id))
        keep(order); // by the prices of now
    else
        countOrder(order, at);
    return reasons;
}

AccountOpinion PaperAccount::opinion(const OrderTicket &ticket,
                                     std::span<const Instrument> instruments,
                                     std::span<const Quote> quotes, Timestamp at) const
{
    return opinionOf(priced(ticket, leavesOf(ticket), instruments, quotes), at);
}

AccountOpinion PaperAccount::opinionOf(const OpenOrder &order, Timestamp at) const
{
    const Valuation worth = valuation(at);
    return accountCheck(worth).judge(order, ratesWith(order.ticket, at), dayOf(at));
}

bool PaperAccount::isOpening(const QString &orderId) const
{
    const OpenOrder *order = m_orders.find(orderId);
    return order && !m_orders.openingPart(*order, m_ledger.state()).isZero();
}

void PaperAccount::hold(const OrderTicket &ticket, Qty leaves, std::span<const Quote> quotes)
{
    if (leaves <= Qty()) {
        m_orders.remove(ticket.id);
        return;
    }
    std::vector<Instrument> instruments;
    for (const OrderLeg &leg : ticket.legs)
        instruments.push_back(m_instruments.of(leg.symbol));
    if (instruments.empty())
        instruments.push_back(m_instruments.of(ticket.symbol));
    OpenOrder order = priced(ticket, leaves, instruments, quotes);
    const OpenOrder *known = m_orders.find(ticket.id);
    const std::optional<Qty> judged = known ? std::optional(known->judgedOpening) : std::nullopt;
    if (known && known->ticket == ticket) { // a part was filled: the rest rests on what it did
        order.parts = known->parts;
        order.committed = known->committed;
        order.committedQty = known->committedQty;
        order.judgedOpening = known->judgedOpening;
        m_orders.set(std::move(order));
    } else {
        keep(std::move(order));
    }
    if (judged)
        m_orders.noteJudged(ticket.id, *judged);
}

/// An open order and what is at stake with it.
void PaperAccount::keep(OpenOrder order)
{
    const Commitments commitments(m_ledger.state(), m_instruments, m_prices, m_orders);
    const Qty opening = m_orders.openingPart(order, m_ledger.state());
    order.committed = opening.isZero() ? Money() : commitments.ofOrder(order, opening);
    order.committedQty = order.leaves;
    order.judgedOpening = magnitude(opening);
    m_orders.set(std::move(order));
}

std::optional<OrderRefusal> PaperAccount::nextRefused(const QString &symbol, Timestamp at)
{
    const QString underlying = underlyingOf(m_instruments.of(symbol));
    if (!m_shrunk.contains(underlying))
        return {}; // what grew makes no order open more
    while (const OpenOrder *grown = m_orders.firstGrown(underlying, m_ledger.state())) {
        const std::vector<Reason> reasons = opinionOf(*grown, at).reasonsAgainst();
        if (!reasons.empty())
            return OrderRefusal { grown->ticket.id, reasons.front() };
        m_orders.noteJudged(grown->ticket.id, m_orders.openingPart(*grown, m_ledger.state()));
    }
    m_shrunk.erase(underlying);
    return {};
}

void PaperAccount::execute(const Execution &execution)
{
    startDay(execution.at);
    const Position *held = m_ledger.state().find(execution.symbol);
    LedgerEvent fill;
    fill.at = execution.at;
    fill.kind = LedgerEventKind::Fill;
    fill.symbol = execution.symbol;
    fill.qty = execution.side == Side::Buy ? execution.qty : -execution.qty;
    fill.price = execution.price;
    fill.multiplier = held ? held->multiplier : m_instruments.of(execution.symbol).multiplier;
    fill.fee = execution.fee;
    fill.strategy = execution.strategy;
    fill.source = execution.orderId;
    fill.reference = execution.sequence;
    if (const auto named = m_designated.find(execution.orderId); named != m_designated.end())
        fill.lots = named->second;
    writeOrStop(fill);
}

Result<void> PaperAccount::write(LedgerEvent event)
{
    event.sequence = m_ledger.nextSequence();
    Result<LedgerEntry> entry = m_ledger.apply(event);
    if (!entry)
        return entry.error();
    m_entries.push_back(std::move(*entry));
    touchOrders(event);
    note(event);
    noteInstruction(event);
    m_fresh.push_back(std::move(event));
    return {};
}

Qty PaperAccount::leavesOf(const OrderTicket &ticket) const
{
    Qty filled;
    if (const OpenOrder *known = m_orders.find(ticket.id))
        filled = known->ticket.qty - known->leaves;
    else if (const auto booked = m_filled.find({ ticket.id, ticket.symbol });
             booked != m_filled.end())
        filled = booked->second;
    return std::max(ticket.qty - filled, Qty());
}

Reason PaperAccount::tryWrite(const LedgerEvent &event)
{
    const Result<void> written = write(event);
    if (written)
        return {};
    return { ReasonCode::BadAmount, written.error().detail };
}

/// What cannot be refused any more but does not fit either: nothing new is opened after it.
void PaperAccount::writeOrStop(const LedgerEvent &event)
{
    const Result<void> written = write(event);
    if (written)
        return;
    m_fault = written.error();
    const bool isFill = event.kind == LedgerEventKind::Fill;
    if (m_ledger.state().killed && !isFill)
        return;
    LedgerEvent lock;
    lock.at = event.at;
    lock.kind = LedgerEventKind::Lock;
    lock.source = u"fault"_s;
    lock.reference = isFill ? event.reference : 0;
    (void)write(lock);
}

void PaperAccount::touchOrders(const LedgerEvent &event)
{
    m_orders.touch(underlyingOf(m_instruments.of(event.symbol)));
    if (!event.target.isEmpty())
        m_orders.touch(underlyingOf(m_instruments.of(event.target)));
    for (const LotChange &change : m_entries.back().lots) {
        const QString underlying = underlyingOf(m_instruments.of(change.symbol));
        m_orders.touch(underlying);
        if (change.opens)
            m_orders.lowerJudged(underlying, m_ledger.state());
        else
            m_shrunk.insert(underlying);
    }
}

QDate PaperAccount::dayOf(Timestamp at) const
{
    return easterntime::date(at);
}

AccountCheck PaperAccount::accountCheck(const Valuation &valuation) const
{
    return { m_ledger.state(), m_instruments, m_prices, m_orders, valuation };
}

std::vector<MarketPrices> PaperAccount::pricesOf(std::span<const Instrument> instruments,
                                                 std::span<const Quote> quotes) const
{
    std::vector<MarketPrices> prices;
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        prices.push_back(m_prices.prices(instruments[i].symbol));
        if (i < quotes.size() && quotes[i].time > Timestamp {})
            prices.back().quote = quotes[i]; // what it would be filled on
    }
    return prices;
}

OpenOrder PaperAccount::priced(const OrderTicket &ticket, Qty leaves,
                               std::span<const Instrument> instruments,
                               std::span<const Quote> quotes) const
{
    OpenOrder order = openOrder(ticket, leaves, instruments, pricesOf(instruments, quotes));
    if (!m_feeEstimate)
        return order;
    for (const OrderPart &part : order.parts) {
        const Qty qty = order.qtyOf(part);
        const Money value = worth(part.reference, magnitude(qty), part.instrument.multiplier);
        addHeld(order.fee,
                m_feeEstimate(part.instrument, qty > Qty() ? Side::Buy : Side::Sell, magnitude(qty),
                              value));
    }
    return order;
}

OrderRates PaperAccount::ratesWith(const OrderTicket &ticket, Timestamp at) const
{
    const int own = m_orders.find(ticket.id) ? 0 : 1; // asked about again: counted already
    OrderRates rates { own, own };
    for (auto sent = m_sent.rbegin(); sent != m_sent.rend() && at - sent->at < 1min; ++sent) {
        ++rates.all;
        rates.ofSymbol += sent->symbol == ticket.symbol ? 1 : 0;
    }
    return rates;
}

void PaperAccount::countOrder(const OpenOrder &order, Timestamp at)
{
    m_sent.push_back({ at, order.ticket.symbol });
    while (at - m_sent.front().at >= 1min)
        m_sent.pop_front();
}

} // namespace tapeline
