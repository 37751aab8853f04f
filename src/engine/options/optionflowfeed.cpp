#include "optionflowfeed.h"

#include "markethub.h"

#include <algorithm>

namespace tapeline {

namespace {

FlowSide flowSide(PrintSide side)
{
    switch (side) {
    case PrintSide::AboveAsk:
    case PrintSide::AtAsk:
        return FlowSide::Buy;
    case PrintSide::BelowBid:
    case PrintSide::AtBid:
        return FlowSide::Sell;
    case PrintSide::BetweenUpper:
        return FlowSide::BuyNeutral;
    case PrintSide::BetweenLower:
        return FlowSide::SellNeutral;
    case PrintSide::Unknown:
        break;
    }
    return FlowSide::None;
}

/// Numbers begin anew with each day in New York, where nothing trades around four in the morning
/// UTC and five.
qint64 dayOf(Timestamp time)
{
    return std::chrono::floor<std::chrono::days>(time - 4h).time_since_epoch().count();
}

} // namespace

OptionFlowFeed::OptionFlowFeed(const SymbolTable &symbols, Sources sources)
    : m_symbols(symbols)
    , m_sources(std::move(sources))
{
}

void OptionFlowFeed::setUnderlyings(const QSet<QString> &underlyings)
{
    m_underlyings = underlyings;
    for (Contract &contract : m_contracts)
        contract.isWanted = underlyings.contains(contract.facts->terms.underlying);
    std::ranges::replace(m_known, foreign, unseen);
}

void OptionFlowFeed::forgetNumbers()
{
    m_known.clear();
    m_sweeps.clear();
}

void OptionFlowFeed::forgetContracts()
{
    forgetNumbers();
    m_contracts.clear();
    m_places.clear();
}

/// Null for a contract of an underlying that nobody wants.
OptionFlowFeed::Contract *OptionFlowFeed::contractOf(InstrumentId instrument)
{
    if (instrument.index() >= m_known.size())
        m_known.resize(std::max<std::size_t>(m_symbols.size(), instrument.index() + 1), unseen);
    quint32 known = m_known[instrument.index()];
    if (known == unseen)
        known = meet(instrument);
    if (known == foreign)
        return nullptr;
    Contract &contract = m_contracts[known - 2];
    return contract.isWanted ? &contract : nullptr;
}

/// What an instrument is, when it comes first.
quint32 OptionFlowFeed::meet(InstrumentId instrument)
{
    const auto learn
        = [this, instrument](quint32 what) { return m_known[instrument.index()] = what; };
    const std::string_view name = m_symbols.name(instrument);
    if (!name.starts_with("O:"))
        return learn(foreign);
    const QString symbol = m_symbols.symbol(instrument);
    if (const auto place = m_places.constFind(symbol); place != m_places.cend())
        return learn(*place + 2); // under another number
    const Result<Instrument> parsed = instrumentFromSymbol(symbol);
    if (!parsed || !parsed->option || !m_underlyings.contains(parsed->option->underlying))
        return learn(foreign);
    if (m_contracts.size() >= mostContracts) {
        forgetContracts();
        m_known.resize(m_symbols.size(), unseen);
    }
    const auto place = static_cast<quint32>(m_contracts.size());
    Contract &fresh = m_contracts.emplace_back();
    fresh.facts = std::make_shared<const FlowContract>(
        FlowContract { symbol, *parsed->option, parsed->multiplier });
    fresh.isWanted = true;
    fresh.isQuoted = m_quoted.contains(symbol);
    m_places.insert(symbol, place);
    return learn(place + 2);
}

void OptionFlowFeed::setQuoted(const QString &symbol, bool on)
{
    if (on)
        m_quoted.insert(symbol);
    else
        m_quoted.remove(symbol);
    if (const auto place = m_places.constFind(symbol); place != m_places.cend())
        m_contracts[*place].isQuoted = on;
}

void OptionFlowFeed::add(const Quote &quote)
{
    Contract *contract = contractOf(quote.instrument);
    if (!contract)
        return;
    contract->quote = quote;
    contract->hasQuote = true;
}

void OptionFlowFeed::add(const Trade &trade)
{
    Contract *contract = contractOf(trade.instrument);
    if (!contract || isRepeated(*contract, trade))
        return;
    OptionFlowPrint print;
    print.contract = contract->facts;
    print.time = trade.time;
    print.price = trade.price;
    print.size = trade.size;
    print.exchange = trade.exchange;
    print.conditions = trade.conditions;
    print.form = optionTradeForm(trade.conditions);
    if (m_sources.spot)
        print.spot = m_sources.spot(contract->facts->terms.underlying);
    judge(*contract, print);
    group(m_known[trade.instrument.index()], print);
    print.afterGap = std::exchange(m_gapAhead, false);
    m_prints.push_back(std::move(print));
}

bool OptionFlowFeed::isRepeated(Contract &contract, const Trade &trade)
{
    const qint64 day = dayOf(trade.time);
    if (day != contract.day) {
        contract.day = day;
        contract.sequence = 0;
    }
    if (trade.sequence != 0 && trade.sequence <= contract.sequence)
        return true;
    contract.sequence = std::max(contract.sequence, trade.sequence);
    return false;
}

/// What is reported late was not traded at the quote that is in force now.
void OptionFlowFeed::judge(const Contract &contract, OptionFlowPrint &print) const
{
    if (print.form.late || print.form.cancels)
        return;
    const std::optional<Quote> quote = quoteFor(contract, print.time, print.basis);
    if (!quote)
        return;
    print.bid = quote->hasBid() ? quote->bid : Price();
    print.ask = quote->hasAsk() ? quote->ask : Price();
    print.side = printSide(print.price, *quote);
    if (print.side == PrintSide::Unknown)
        print.basis = SideBasis::None;
}

std::optional<Quote> OptionFlowFeed::quoteFor(const Contract &contract, Timestamp time,
                                              SideBasis &basis) const
{
    if (contract.hasQuote && (contract.isQuoted || time - contract.quote.time <= longestTrust)) {
        basis = SideBasis::Quote;
        return contract.quote;
    }
    if (!m_sources.quote)
        return std::nullopt;
    const std::optional<Quote> quote = m_sources.quote(contract.facts->symbol);
    if (!quote || quote->time > time || time - quote->time > longestTrust)
        return std::nullopt;
    basis = SideBasis::Snapshot;
    return quote;
}

/// The legs of packages print one after the other without being a sweep.
void OptionFlowFeed::group(quint32 place, OptionFlowPrint &print)
{
    if (!print.form.isAlone() || print.form.cancels || print.form.late || print.size <= Qty())
        return;
    FlowPrint grouped;
    grouped.time = print.time;
    grouped.price = print.price;
    grouped.size = print.size;
    grouped.bid = print.bid;
    grouped.ask = print.ask;
    grouped.side = flowSide(print.side);
    const SweepPool::Group group = m_sweeps.add(place, grouped, print.exchange);
    print.group = group.id;
    print.sweepPrints = group.sweepPrints;
}

void OptionFlowFeed::noteGap()
{
    for (Contract &contract : m_contracts)
        contract.hasQuote = false;
    m_sweeps.clear();
    m_gapAhead = !m_underlyings.isEmpty();
}

} // namespace tapeline
