#include "ruleexits.h"

#include "easterntime.h"
#include "exitrules.h"
#include "instrumentbook.h"
#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration betweenAttempts = 1min;
constexpr Duration longestWait = 1h;

bool isRule(ReasonCode code)
{
    return code == ReasonCode::TimeStop || code == ReasonCode::IvStop;
}

/// What trades no more will not be closed by asking again; what a person took back is not to be.
bool isFinal(ReasonCode code)
{
    return code == ReasonCode::UserCancel || code == ReasonCode::ExpiredContract
        || code == ReasonCode::NotTradable;
}

/// A minute, twice as long after each refusal.
Duration waitAfter(int refusals)
{
    return std::min<Duration>(betweenAttempts * (1 << std::clamp(refusals - 1, 0, 6)), longestWait);
}

/// The entry that an exit by rule belongs to: "a" of "a.time-2".
QString entryOf(const QString &exitId)
{
    return exitId.left(exitId.lastIndexOf(u'.'));
}

Qty magnitude(Qty qty)
{
    return std::max(qty, -qty);
}

double share(qint64 ppm)
{
    return double(ppm) / 1e6;
}

/// No more than the positions are.
Qty leftOf(const RuledEntry &entry, const QString &symbol, const std::map<QString, Qty> &positions)
{
    const auto own = entry.held.find(symbol);
    const auto all = positions.find(symbol);
    const Qty held = own == entry.held.end() ? Qty() : own->second;
    const Qty position = all == positions.end() ? Qty() : all->second;
    return std::min(magnitude(held), magnitude(position));
}

Qty packagesLeft(const RuledEntry &entry, const std::map<QString, Qty> &positions)
{
    Qty packages = Qty::whole(1'000'000'000);
    for (const OrderLeg &leg : entry.ticket.legs) {
        const Qty left = leftOf(entry, leg.symbol, positions);
        packages = std::min(packages, Qty::whole(left.units() / Qty::unitsPerOne / leg.ratio));
    }
    return packages;
}

} // namespace

bool RuledEntry::isHeld() const
{
    return std::ranges::any_of(held, [](const auto &own) { return !own.second.isZero(); });
}

Timestamp RuledEntry::nextExit() const
{
    if (!isHeld() || !closing.isEmpty())
        return Timestamp::max();
    return cause == ReasonCode::None ? due : nextAttempt;
}

RuledEntry *RuleExits::find(const QString &id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second;
}

void RuleExits::fold(std::span<const OrderEvent> orders, std::span<const LedgerEvent> books,
                     std::span<const LedgerEntry> entries)
{
    auto book = books.begin();
    const auto next = [&]() -> const LedgerEvent & {
        const auto entry
            = std::ranges::lower_bound(entries, book->sequence, {}, &LedgerEntry::sequence);
        if (entry != entries.end() && entry->sequence == book->sequence)
            note(*book, *entry);
        return *book++;
    };
    // What the books did up to an order's event stands before it: a reset forgets what was, not
    // what was submitted after it.
    const auto isBefore = [&](const OrderEvent &order) {
        const bool isLaterFill
            = book->kind == LedgerEventKind::Fill && book->reference >= order.sequence;
        return book->at <= order.at && !isLaterFill;
    };
    for (const OrderEvent &order : orders) {
        while (book != books.end() && isBefore(order))
            next();
        note(order);
        bool isBooked = order.lastQty.isZero();
        while (!isBooked && book != books.end()) {
            const LedgerEvent &event = next();
            isBooked = event.kind == LedgerEventKind::Fill && event.reference == order.sequence;
        }
        sweep();
    }
    while (book != books.end())
        next();
    sweep();
}

void RuleExits::note(const OrderEvent &event)
{
    if (event.action == OrderAction::Submit && event.ticket)
        follow(event);
    if (!isTerminal(event.state))
        return;
    if (RuledEntry *entry = find(event.id)) {
        entry->isWorking = false;
        return;
    }
    const auto exit = m_exits.find(event.id);
    if (RuledEntry *entry = exit == m_exits.end() ? nullptr : find(exit->second))
        endExit(*entry, event);
}

void RuleExits::follow(const OrderEvent &event)
{
    const OrderTicket &ticket = *event.ticket;
    if (ticket.endsByRule() && event.state == OrderState::Submitted)
        m_entries[ticket.id].ticket = ticket;
    if (m_entries.empty())
        return;
    const bool byRule = isRule(event.reason.code);
    const QString id = byRule ? entryOf(ticket.id) : ticket.parent;
    RuledEntry *entry = find(id);
    if (!entry || !(byRule || ticket.oco == exitGroup(id)))
        return;
    m_exits[ticket.id] = id;
    if (!byRule)
        return;
    entry->cause = event.reason.code;
    entry->closing = ticket.id;
    entry->nextAttempt = std::max(event.at + betweenAttempts, m_retryFrom);
}

void RuleExits::endExit(RuledEntry &entry, const OrderEvent &event)
{
    if (entry.closing != event.id)
        return;
    entry.closing.clear();
    if (isFinal(event.reason.code)) {
        m_entries.erase(QString(entry.ticket.id));
        return;
    }
    const bool isRefused = event.state == OrderState::Rejected || event.state == OrderState::Denied;
    entry.refusals = isRefused ? entry.refusals + 1 : 0;
    const Timestamp earliest = isRefused ? event.at + waitAfter(entry.refusals) : event.at;
    entry.nextAttempt = std::max(entry.nextAttempt, earliest);
}

void RuleExits::skipAttemptsTo(Timestamp at)
{
    m_retryFrom = at;
    for (auto &[id, entry] : m_entries)
        if (entry.cause != ReasonCode::None)
            entry.nextAttempt = std::max(entry.nextAttempt, at);
}

void RuleExits::note(const LedgerEvent &event, const LedgerEntry &entry)
{
    if (event.kind == LedgerEventKind::Reset) {
        m_entries.clear();
        m_net.clear();
        return;
    }
    for (const LotChange &change : entry.lots)
        m_net[change.symbol] += change.qty;
    if (m_entries.empty())
        return;
    if (event.kind == LedgerEventKind::Split)
        scale(event);
    RuledEntry *own = nullptr;
    if (event.kind == LedgerEventKind::Fill) {
        const auto exit = m_exits.find(event.source);
        own = find(exit == m_exits.end() ? event.source : exit->second);
        if (own)
            book(*own, event);
    }
    for (const LotChange &change : entry.lots)
        forgetClosed(change.symbol);
    if (!entry.lots.empty())
        forgetBroken(own);
}

void RuleExits::book(RuledEntry &entry, const LedgerEvent &event)
{
    entry.held[event.symbol] += event.qty;
    const bool first = entry.filledAt == Timestamp {} && event.source == entry.ticket.id;
    if (!first)
        return;
    entry.filledAt = event.at;
    const Result<Instrument> instrument = instrumentFromSymbol(event.symbol);
    if (instrument && entry.ticket.timeStop)
        entry.due = exitrules::dueAt(*entry.ticket.timeStop, event.at, *instrument, m_calendar)
                        .value_or(Timestamp::max());
}

void RuleExits::scale(const LedgerEvent &event)
{
    for (auto &[id, entry] : m_entries) {
        const auto held = entry.held.find(event.symbol);
        const bool isNewer = !event.lots.empty()
            && entry.filledAt >= easterntime::at(QDate::fromString(event.source, Qt::ISODate));
        if (held == entry.held.end() || isNewer)
            continue;
        const Qty after = Qty::fromUnits(
            multiplyDivide(held->second.units(), event.numerator, event.denominator).value_or(0));
        entry.held.erase(held);
        const QString symbol = event.target.isEmpty() ? event.symbol : event.target;
        entry.held[symbol] = after;
        if (entry.ticket.symbol == event.symbol)
            entry.ticket.symbol = symbol;
        for (OrderLeg &leg : entry.ticket.legs)
            if (leg.symbol == event.symbol)
                leg.symbol = symbol;
    }
}

/// Whoever closed a position, what comes later is another one.
void RuleExits::forgetClosed(const QString &symbol)
{
    const Qty net = m_net[symbol];
    for (auto &[id, entry] : m_entries) {
        const auto held = entry.held.find(symbol);
        if (held != entry.held.end() && (held->second > Qty() ? net <= Qty() : net >= Qty()))
            held->second = {};
    }
}

/// A package of which something else left no whole one is over. Its own legs come one by one.
void RuleExits::forgetBroken(const RuledEntry *own)
{
    for (auto &[id, entry] : m_entries)
        if (&entry != own && entry.ticket.isPackage() && packagesLeft(entry, m_net).isZero())
            entry.held.clear();
}

void RuleExits::sweep()
{
    std::erase_if(m_entries,
                  [](const auto &own) { return !own.second.isWorking && !own.second.isHeld(); });
    if (m_entries.empty())
        m_exits.clear();
}

Timestamp RuleExits::nextDue() const
{
    Timestamp next = Timestamp::max();
    for (const auto &[id, entry] : m_entries)
        next = std::min(next, entry.nextExit());
    return next;
}

const RuledEntry *RuleExits::dueAt(Timestamp at) const
{
    for (const auto &[id, entry] : m_entries)
        if (entry.nextExit() <= at)
            return &entry;
    return nullptr;
}

void RuleExits::onVolatility(const Volatilities &volatilities, Timestamp at)
{
    for (auto &[id, entry] : m_entries) {
        const std::optional<IvExit> &rule = entry.ticket.ivStop;
        if (!rule || !entry.isHeld() || entry.cause != ReasonCode::None)
            continue;
        const std::optional<qint64> ppm = volatilityOf(entry.ticket, volatilities);
        if (!ppm)
            continue;
        exitrules::IvStop stop { .relative = {}, .points = {} };
        if (rule->relativePpm)
            stop.relative = share(*rule->relativePpm);
        if (rule->pointsPpm)
            stop.points = share(*rule->pointsPpm);
        if (!exitrules::isDue(stop, share(rule->entryPpm.value_or(0)), share(*ppm)))
            continue;
        entry.cause = ReasonCode::IvStop;
        entry.nextAttempt = at;
    }
}

std::optional<qint64> volatilityOf(const OrderTicket &ticket, const Volatilities &known)
{
    const auto find = [&known](const QString &symbol) {
        const auto found = known.find(symbol);
        return found == known.end() ? std::nullopt : std::optional(found->second);
    };
    if (!ticket.isPackage())
        return find(ticket.symbol);
    const Result<Instrument> first = instrumentFromSymbol(ticket.legs.front().symbol);
    if (const auto own = first ? find(underlyingOf(*first)) : std::nullopt)
        return own;
    std::vector<OrderLeg> legs = ticket.legs;
    std::erase_if(legs, [](const OrderLeg &leg) {
        return !leg.symbol.startsWith("O:"_L1); // shares have no volatility
    });
    const Side sold = ticket.side == Side::Buy ? Side::Sell : Side::Buy;
    if (std::ranges::count(legs, sold, &OrderLeg::side) > 0)
        std::erase_if(legs, [sold](const OrderLeg &leg) { return leg.side != sold; });
    qint64 sum = 0;
    for (const OrderLeg &leg : legs) {
        const std::optional<qint64> own = find(leg.symbol);
        if (!own)
            return std::nullopt;
        sum += *own;
    }
    return legs.empty() ? std::nullopt : std::optional(sum / qint64(legs.size()));
}

OrderTicket ruledExit(const RuledEntry &entry, const QString &id,
                      const std::map<QString, Qty> &positions)
{
    OrderTicket exit;
    exit.id = id;
    exit.side = opposite(entry.ticket.side);
    exit.strategy = entry.ticket.strategy;
    exit.legs = entry.ticket.legs;
    if (!exit.isPackage()) {
        exit.symbol = entry.ticket.symbol;
        exit.qty = leftOf(entry, exit.symbol, positions);
        exit.reduceOnly = true;
        exit.oco = exitGroup(entry.ticket.id);
        return exit;
    }
    exit.qty = packagesLeft(entry, positions);
    return exit;
}

} // namespace tapeline
