#include "chainfeed.h"

#include "chaininputs.h"
#include "impliedforward.h"
#include "optionexpiry.h"
#include "snapshotcontract.h"
#include "underlyingspot.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many contracts are reckoned at once: a few milliseconds' work.
constexpr std::size_t reckonedAtOnce = 300;
/// How many are looked at for whether they are due.
constexpr std::size_t sweptAtOnce = 2'000;
/// The share by which the underlying must move before Greeks are reckoned again.
constexpr double spotStep = 1e-4;
/// Fewer pairs of calls and puts do not tell a yield, nor do those that leave it so uncertain (a
/// year); smaller changes are noise.
constexpr std::size_t fewestPairs = 3;
constexpr double shortestParity = 7 / 365.0; ///< years
constexpr double nearMoney = 0.03; ///< as a share of the price
constexpr double largestYieldError = 0.01;
constexpr double yieldStep = 5e-4;
constexpr double rateStep = 1e-4;
/// After the close options are quoted for a quarter of an hour at most.
constexpr Duration latestUnderlying = 20min;
/// The share of the time left after which Greeks are reckoned again, whatever else happens.
constexpr int timeShare = 50;
constexpr double secondsPerYear = 365.0 * 24 * 3600;
/// On its last day a contract has a minute left until the end (execution.md E.1).
constexpr double shortestYears = 60 / secondsPerYear;

double yearsUntil(Timestamp ends, Timestamp now)
{
    if (ends <= now)
        return 0;
    const double seconds = std::chrono::duration<double>(ends - now).count();
    return std::max(seconds / secondsPerYear, shortestYears);
}

} // namespace

ChainFeed::ChainFeed(quint64 id, const QString &underlying, MarketContext &context,
                     const ChainInputs &inputs)
    : m_id(id)
    , m_underlying(underlying)
    , m_context(context)
    , m_inputs(inputs)
    , m_underlyingId(context.hub->symbols().intern(underlying))
{
}

void ChainFeed::setState(ChainState state, const QString &plan)
{
    m_isStatusNew = m_isStatusNew || state != m_state || plan != m_plan;
    m_state = state;
    m_plan = plan;
}

const ChainContract *ChainFeed::contract(const QString &symbol) const
{
    const auto known = m_index.constFind(symbol);
    return known == m_index.cend() ? nullptr : &m_entries[*known].contract;
}

// --- what comes of the service
// -------------------------------------------------------------------------------------------

ChainFeed::Entry &ChainFeed::entryOf(const OptionDetails &details)
{
    const auto known = m_index.constFind(details.symbol);
    if (known != m_index.cend())
        return m_entries[*known];
    m_index.insert(details.symbol, m_entries.size());
    Entry &entry = m_entries.emplace_back();
    entry.contract = snapshotcontract::of(details, m_underlying);
    entry.expiry = &m_expiries[{ details.expiration, entry.contract.root }];
    entry.expiry->entries.push_back(m_entries.size() - 1);
    m_assumptionsDue = true;
    return entry;
}

void ChainFeed::addListed(const std::vector<OptionDetails> &contracts)
{
    for (const OptionDetails &details : contracts)
        if (details.type != ContractType::Other)
            mark(entryOf(details));
}

void ChainFeed::addSnapshots(const std::vector<UniversalSnapshot> &rows)
{
    for (const UniversalSnapshot &row : rows)
        if (row.option && row.option->details.type != ContractType::Other)
            addSnapshot(row);
}

void ChainFeed::addSnapshot(const UniversalSnapshot &row)
{
    Entry &entry = entryOf(row.option->details);
    ChainContract &contract = entry.contract;
    snapshotcontract::addFigures(contract, row);
    snapshotcontract::addTrade(contract, row);
    noteUnderlying(*row.option);
    if (row.lastQuote && row.lastQuote->time > contract.quoteTime) {
        snapshotcontract::addQuote(contract, row);
        noteQuote(entry, isOfOneTime(row) ? row.option->underlyingPrice.toDouble() : 0);
    }
    m_asOf = std::max({ m_asOf, contract.quoteTime, contract.lastTime });
    takeStreamed(entry);
    mark(entry);
}

/// spot: that of the quote's time; 0: that of now.
void ChainFeed::noteQuote(Entry &entry, double spot)
{
    entry.spotAtQuote = spot;
    entry.isQuoteNew = true;
}

/// When options trade no longer, their last quotes and the price that their underlying has since
/// come to tell nothing together.
bool ChainFeed::isOfOneTime(const UniversalSnapshot &row) const
{
    if (row.option->underlyingPrice.isZero())
        return false;
    return m_context.calendar.isRegular(row.option->underlyingUpdated)
        || row.option->underlyingUpdated - row.lastQuote->time < latestUnderlying;
}

void ChainFeed::noteUnderlying(const OptionFigures &figures)
{
    if (figures.underlyingPrice.isZero() || figures.underlyingUpdated < m_snapshotSpotTime)
        return;
    m_snapshotSpot = figures.underlyingPrice;
    m_snapshotSpotTime = figures.underlyingUpdated;
}

void ChainFeed::mark(Entry &entry)
{
    if (!std::exchange(entry.isChanged, true))
        m_changed.push_back(std::size_t(&entry - m_entries.data()));
}

// --- what comes of the stream
// --------------------------------------------------------------------------------------------

void ChainFeed::setStreamed(const QStringList &contracts)
{
    for (const auto &index : std::as_const(m_instruments))
        m_entries[index].instrument = {};
    m_instruments.clear();
    m_streamed = contracts;
    for (const QString &symbol : contracts)
        if (const auto index = m_index.constFind(symbol); index != m_index.cend()) {
            Entry &entry = m_entries[*index];
            entry.instrument = m_context.hub->symbols().intern(symbol);
            m_instruments.insert(entry.instrument, *index);
            takeStreamed(entry);
        }
}

void ChainFeed::feed(InstrumentId instrument)
{
    if (const auto index = m_instruments.constFind(instrument); index != m_instruments.cend())
        takeStreamed(m_entries[*index]);
}

void ChainFeed::takeStreamed(Entry &entry)
{
    if (!entry.instrument.isValid())
        return;
    const InstrumentState &state = m_context.hub->state(entry.instrument);
    ChainContract &contract = entry.contract;
    if (state.hasQuote && state.quote.time > contract.quoteTime) {
        contract.bid = state.quote.bid;
        contract.ask = state.quote.ask;
        contract.bidSize = state.quote.bidSize;
        contract.askSize = state.quote.askSize;
        contract.quoteTime = state.quote.time;
        noteQuote(entry, 0);
        mark(entry);
    }
    const InstrumentSnapshot &day = state.snapshot;
    if (day.lastTime > contract.lastTime) {
        contract.last = day.last;
        contract.lastSize = day.lastSize;
        contract.lastTime = day.lastTime;
        mark(entry);
    }
    if (day.volume > contract.volume) {
        contract.volume = day.volume;
        mark(entry);
    }
    m_asOf = std::max({ m_asOf, contract.quoteTime, contract.lastTime });
}

// --- what it implies
// -----------------------------------------------------------------------------------------------------

/// What is known without quotes: when it ends, rates, dividends.
void ChainFeed::assume(double spot)
{
    const Timestamp now = m_context.viewNow(AssetClass::Options);
    const double dividends = m_inputs.yearOfDividends(m_underlying).value_or(0);
    for (auto &[key, expiry] : m_expiries) {
        expiry.assumed.expiry = key;
        expiry.assumed.ends = optionexpiry::moment(key.root, key.day, m_context.calendar);
        const double rate = m_inputs.rates().at(yearsUntil(expiry.assumed.ends, now));
        if (std::abs(std::exchange(expiry.assumed.rate, rate) - rate) > rateStep)
            reckonAgain(expiry);
        expiry.assumed.rateIsAssumed = !m_inputs.areRatesKnown();
        if (!expiry.assumed.yieldIsImplied && spot > 0)
            takeYield(expiry, dividends / spot, false);
    }
    m_isStatusNew = true;
}

/// One expiration a call, in turns: the yield that its calls and puts agree on, where they tell it
/// well.
void ChainFeed::askParity(double spot)
{
    if (m_expiries.empty() || spot <= 0)
        return;
    auto next = m_expiries.upper_bound(m_parityOf);
    if (next == m_expiries.end())
        next = m_expiries.begin();
    m_parityOf = next->first;
    Expiry &expiry = next->second;
    const std::vector<ParityPair> pairs = impliedforward::pairs(strikesOf(expiry));
    const double years = yearsUntil(expiry.assumed.ends, m_context.viewNow(AssetClass::Options));
    if (pairs.size() < fewestPairs || years < shortestParity)
        return;
    const Entry &any = m_entries[expiry.entries.front()];
    const Result<ImpliedForward> implied
        = impliedforward::estimate({ .spot = spotOfQuotes(expiry, spot),
                                     .years = years,
                                     .rate = expiry.assumed.rate,
                                     .american = any.contract.terms.american },
                                   pairs);
    if (implied && implied->yieldError(years) < largestYieldError)
        takeYield(expiry, implied->yield, true);
}

/// The price of the underlying when the quotes were made, on the average of those near the money.
double ChainFeed::spotOfQuotes(const Expiry &expiry, double spot) const
{
    double sum = 0;
    int count = 0;
    for (const std::size_t index : expiry.entries) {
        const Entry &entry = m_entries[index];
        const double away = std::abs(entry.contract.terms.strike.toDouble() / spot - 1);
        if (!entry.contract.hasQuote() || away > nearMoney)
            continue;
        sum += entry.spotAtQuote > 0 ? entry.spotAtQuote : spot;
        ++count;
    }
    return count > 0 ? sum / count : spot;
}

void ChainFeed::takeYield(Expiry &expiry, double yield, bool isImplied)
{
    const bool isOther = std::abs(yield - expiry.assumed.yield) > yieldStep
        || isImplied != expiry.assumed.yieldIsImplied;
    if (!isOther)
        return;
    expiry.assumed.yield = yield;
    expiry.assumed.yieldIsImplied = isImplied;
    m_isStatusNew = true;
    reckonAgain(expiry);
}

void ChainFeed::reckonAgain(const Expiry &expiry)
{
    for (const std::size_t index : expiry.entries)
        m_entries[index].isQuoteNew = true;
}

std::vector<ChainStrike> ChainFeed::strikesOf(const Expiry &expiry) const
{
    std::map<Price, ChainStrike> strikes;
    for (const std::size_t index : expiry.entries) {
        const ChainContract &contract = m_entries[index].contract;
        ChainStrike &strike = strikes[contract.terms.strike];
        strike.strike = contract.terms.strike;
        (contract.terms.right == OptionRight::Call ? strike.call : strike.put) = &contract;
    }
    std::vector<ChainStrike> all;
    for (const auto &[price, strike] : strikes)
        all.push_back(strike);
    return all;
}

/// First what has a new quote, then what is looked at and has moved, then the others in turns.
void ChainFeed::reckonDue(double spot, Duration budget)
{
    if (spot <= 0)
        return;
    std::vector<Entry *> due;
    const auto add = [&due](Entry &entry) {
        if (due.size() < reckonedAtOnce)
            due.push_back(&entry);
    };
    const Timestamp now = m_context.viewNow(AssetClass::Options);
    const auto isDue = [spot, now](const Entry &entry) {
        if (entry.isQuoteNew)
            return true;
        if (!entry.contract.own || entry.contract.status == VolatilityStatus::Expired)
            return false;
        const Duration left = entry.expiry->assumed.ends - entry.reckonedAt;
        return std::abs(spot / entry.greeksSpot - 1) > spotStep
            || (now - entry.reckonedAt) * timeShare > left;
    };
    for (const auto &index : std::as_const(m_instruments))
        if (Entry &entry = m_entries[index]; isDue(entry))
            add(entry);
    const std::size_t most = std::min(m_entries.size(), sweptAtOnce);
    for (std::size_t looked = 0; looked < most && due.size() < reckonedAtOnce; ++looked) {
        m_sweep = (m_sweep + 1) % m_entries.size();
        Entry &entry = m_entries[m_sweep];
        if (!entry.instrument.isValid() && isDue(entry))
            add(entry);
    }
    reckon(due, spot, budget);
}

/// New quotes are reckoned against the price of the underlying at their time; then all of them are
/// looked at from its price now, at the volatility they have.
void ChainFeed::reckon(const std::vector<Entry *> &entries, double spot, Duration budget)
{
    const Timestamp now = m_context.viewNow(AssetClass::Options);
    const auto begun = std::chrono::steady_clock::now();
    for (Entry *entry : entries) {
        if (std::chrono::steady_clock::now() - begun > budget)
            return; // they stay due
        const ChainQuote quote = quoteOf(*entry, now);
        const double spotThen = entry->spotAtQuote > 0 ? entry->spotAtQuote : spot;
        const bool isEnded = quote.years <= 0;
        if (std::exchange(entry->isQuoteNew, false) || isEnded) {
            entry->spotAtQuote = spotThen;
            const ContractReckoning reckoned = m_pricer.reckon(quote, spotThen);
            entry->contract.status = reckoned.status;
            entry->contract.own = reckoned.greeks;
            entry->greeksSpot = spotThen;
        }
        if (entry->contract.own && !isEnded && entry->greeksSpot != spot)
            entry->contract.own = m_pricer.greeksAt(quote, spot, entry->contract.own->volatility);
        entry->greeksSpot = spot;
        entry->reckonedAt = now;
        mark(*entry);
    }
}

ChainQuote ChainFeed::quoteOf(const Entry &entry, Timestamp now)
{
    const ChainContract &contract = entry.contract;
    const ExpiryAssumptions &assumed = entry.expiry->assumed;
    return { .right = contract.terms.right,
             .isAmerican = contract.terms.american,
             .strike = contract.terms.strike.toDouble(),
             .years = yearsUntil(assumed.ends, now),
             .rate = assumed.rate,
             .yield = assumed.yield,
             .price = contract.mid() };
}

// --- what is told
// --------------------------------------------------------------------------------------------------------

std::optional<ChainUpdate> ChainFeed::take(Duration budget)
{
    const UnderlyingSpot spot
        = underlyingSpot(m_context, m_underlyingId, m_snapshotSpot, m_snapshotSpotTime);
    if (std::exchange(m_assumptionsDue, false))
        assume(spot.price);
    if (spot.isAsOldAsOptions) {
        askParity(spot.price);
        reckonDue(spot.price, budget);
    }
    ChainUpdate update;
    update.spot = Price::fromDouble(spot.price);
    for (const std::size_t index : std::exchange(m_changed, {})) {
        m_entries[index].isChanged = false;
        update.contracts.push_back(m_entries[index].contract);
    }
    if (update.contracts.empty() && update.spot == m_toldSpot && !m_isStatusNew && !m_isReset)
        return {};
    m_toldSpot = update.spot;
    update.chain = m_id;
    update.underlying = m_underlying;
    update.reset = std::exchange(m_isReset, false);
    update.state = m_state;
    update.plan = m_plan;
    if (std::exchange(m_isStatusNew, false))
        for (const auto &[key, expiry] : m_expiries)
            update.assumptions.push_back(expiry.assumed);
    update.asOf = m_asOf;
    update.badge = m_context.hub->badge(AssetClass::Options);
    return update;
}

} // namespace tapeline
