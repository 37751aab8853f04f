#include "heldstructures.h"

#include "chainbook.h"
#include "easterntime.h"
#include "strategytext.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tapeline {

namespace {

constexpr int shortestRoll = 7; ///< days
constexpr qint64 greatestRatio = 1'000;

Qty sizeOf(const PositionRow &row)
{
    return row.qty < Qty() ? -row.qty : row.qty;
}

qint64 wholeOf(const PositionRow &row)
{
    return sizeOf(row).units() / Qty::unitsPerOne;
}

Side exitSide(const PositionRow &row)
{
    return row.qty > Qty() ? Side::Sell : Side::Buy;
}

OptionTerms termsOf(const PositionRow &row)
{
    return instrumentFromSymbol(row.symbol)->option.value_or(OptionTerms());
}

bool isBefore(const PositionRow &a, const PositionRow &b)
{
    const OptionTerms left = termsOf(a);
    const OptionTerms right = termsOf(b);
    return std::tie(left.expiry, left.right, left.strike)
        < std::tie(right.expiry, right.right, right.strike);
}

StrategyForm formOf(const HeldStructure &structure)
{
    std::vector<StrategyLeg> legs;
    for (const PositionRow &row : structure.rows()) {
        const Instrument instrument = *instrumentFromSymbol(row.symbol);
        legs.push_back({ .symbol = row.symbol,
                         .option = instrument.option,
                         .quantity = row.qty.toDouble(),
                         .multiplier = double(instrument.multiplier),
                         .price = row.average.toDouble() });
        if (instrument.option)
            legs.back().ends = easterntime::at(instrument.option->expiry, std::chrono::hours(16));
    }
    return strategyforms::recognise(legs);
}

DraftLeg draftLeg(const PositionRow &row, Side side, qint64 packages)
{
    return { .symbol = row.symbol,
             .side = side,
             .qty = Qty::fromUnits(sizeOf(row).units() / packages) };
}

/// The expiration of a chain that an option is rolled to; invalid where there is none.
ChainExpiry laterExpiry(const ChainBook &book, const OptionTerms &terms)
{
    for (const ChainExpiry &expiry : book.expiries())
        if (expiry.day >= terms.expiry.addDays(shortestRoll))
            return expiry;
    return {};
}

/// The contract of a right nearest to a strike; null where there is none.
const ChainContract *nearest(const ChainBook &book, const ChainExpiry &expiry,
                             const OptionTerms &terms)
{
    const ChainContract *best = nullptr;
    const auto distance = [&terms](const ChainContract &contract) {
        return std::abs((contract.terms.strike - terms.strike).units());
    };
    for (const ChainStrike &strike : book.strikes(expiry)) {
        const ChainContract *contract = terms.right == OptionRight::Call ? strike.call : strike.put;
        if (contract && (!best || distance(*contract) < distance(*best)))
            best = contract;
    }
    return best;
}

} // namespace

std::vector<PositionRow> HeldStructure::rows() const
{
    std::vector<PositionRow> all = options;
    if (shares)
        all.push_back(*shares);
    return all;
}

bool HeldStructure::has(const QString &symbol) const
{
    return (shares && shares->symbol == symbol)
        || std::ranges::find(options, symbol, &PositionRow::symbol) != options.end();
}

Money HeldStructure::value() const
{
    Money sum;
    for (const PositionRow &row : rows())
        sum += row.value;
    return sum;
}

Money HeldStructure::unrealized() const
{
    Money sum;
    for (const PositionRow &row : rows())
        sum += row.unrealized;
    return sum;
}

QString HeldStructure::name() const
{
    return tag.isEmpty() ? strategytext::name(form) : tag;
}

QDate HeldStructure::firstExpiry() const
{
    return options.empty() ? QDate() : termsOf(options.front()).expiry;
}

namespace heldstructures {

std::vector<HeldStructure> of(const PaperAccountView &account)
{
    std::map<std::pair<QString, QString>, HeldStructure> found;
    for (const PositionRow &row : account.positions) {
        const Result<Instrument> instrument = instrumentFromSymbol(row.symbol);
        if (!instrument || !instrument->option)
            continue;
        HeldStructure &structure = found[{ instrument->option->underlying, row.strategy }];
        structure.underlying = instrument->option->underlying;
        structure.tag = row.strategy;
        structure.options.push_back(row);
    }
    std::vector<HeldStructure> structures;
    for (auto &[key, structure] : found) {
        std::ranges::sort(structure.options, isBefore);
        const PositionRow *shares = account.position(structure.underlying);
        if (shares && shares->strategy == structure.tag)
            structure.shares = *shares;
        structure.form = formOf(structure);
        structures.push_back(std::move(structure));
    }
    return structures;
}

std::optional<HeldStructure> with(const PaperAccountView &account, const QString &symbol)
{
    for (HeldStructure &structure : of(account))
        if (structure.has(symbol))
            return std::move(structure);
    return std::nullopt;
}

qint64 packagesOf(const HeldStructure &structure)
{
    qint64 packages = 0;
    for (const PositionRow &row : structure.rows()) {
        if (row.qty.units() % Qty::unitsPerOne != 0)
            return 1;
        packages = std::gcd(packages, wholeOf(row));
    }
    return std::max<qint64>(packages, 1);
}

TradePlan closing(const PaperAccountView &account, const HeldStructure &structure)
{
    TradePlan plan;
    const qint64 packages = packagesOf(structure);
    std::vector<PositionRow> rows = structure.rows();
    for (const PositionRow &row : rows)
        for (const QString &id : tradeplans::cancelAll(account, row.symbol).cancels)
            if (!plan.cancels.contains(id))
                plan.cancels.append(id);
    const bool isPackage = rows.size() >= 2 && rows.size() <= mostLegs
        && std::ranges::all_of(rows, [packages](const PositionRow &row) {
                               return row.qty.units() % Qty::unitsPerOne == 0
                                   && wholeOf(row) / packages <= greatestRatio;
                           });
    if (!isPackage) {
        std::stable_partition(rows.begin(), rows.end(),
                              [](const PositionRow &row) { return row.qty < Qty(); });
        for (const PositionRow &row : rows)
            plan.orders.push_back(tradeplans::flatten(account, row.symbol).orders.front());
        return plan;
    }
    OrderTicket ticket;
    ticket.qty = Qty::whole(packages);
    ticket.strategy = structure.tag;
    for (const PositionRow &row : rows)
        ticket.legs.push_back({ row.symbol, exitSide(row), int(wholeOf(row) / packages) });
    plan.orders.push_back(ticket);
    return plan;
}

StrategyDraft adjusting(const HeldStructure &structure)
{
    StrategyDraft draft;
    draft.underlying = structure.underlying;
    for (const PositionRow &row : structure.rows()) {
        DraftLeg leg = draftLeg(row, opposite(exitSide(row)), 1);
        leg.isHeld = true;
        leg.price = row.average;
        draft.legs.push_back(leg);
    }
    if (draft.legs.size() > StrategyDraft::mostLegs)
        draft.legs.resize(StrategyDraft::mostLegs);
    return draft;
}

StrategyDraft rolling(const HeldStructure &structure, const ChainBook *book)
{
    StrategyDraft draft;
    draft.underlying = structure.underlying;
    HeldStructure options = structure;
    options.shares.reset();
    draft.packages = packagesOf(options);
    for (const PositionRow &row : options.options)
        draft.legs.push_back(draftLeg(row, exitSide(row), draft.packages));
    for (const PositionRow &row : options.options) {
        const OptionTerms terms = termsOf(row);
        const ChainExpiry expiry = book ? laterExpiry(*book, terms) : ChainExpiry();
        const ChainContract *contract
            = expiry.day.isValid() ? nearest(*book, expiry, terms) : nullptr;
        if (!contract)
            continue;
        DraftLeg leg = draftLeg(row, opposite(exitSide(row)), draft.packages);
        leg.symbol = contract->symbol;
        draft.legs.push_back(leg);
    }
    if (draft.legs.size() > StrategyDraft::mostLegs)
        draft.legs.resize(StrategyDraft::mostLegs);
    return draft;
}

} // namespace heldstructures
} // namespace tapeline
