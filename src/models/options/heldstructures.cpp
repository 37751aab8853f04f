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

/// The first expiration of a chain from a day on; invalid where there is none.
ChainExpiry expiryFrom(const ChainBook &book, QDate day)
{
    for (const ChainExpiry &expiry : book.expiries())
        if (expiry.day >= day)
            return expiry;
    return {};
}

/// The contract of a right nearest to a strike and above another one; null where there is none.
const ChainContract *nearest(const ChainBook &book, const ChainExpiry &expiry,
                             const OptionTerms &terms, std::optional<Price> above)
{
    const ChainContract *best = nullptr;
    const auto distance = [&terms](const ChainContract &contract) {
        return std::abs((contract.terms.strike - terms.strike).units());
    };
    for (const ChainStrike &strike : book.strikes(expiry)) {
        const ChainContract *contract = terms.right == OptionRight::Call ? strike.call : strike.put;
        const bool isFree = !above || strike.strike > *above;
        if (contract && isFree && (!best || distance(*contract) < distance(*best)))
            best = contract;
    }
    return best;
}

/// The later contracts of options, in their order: what ends on one day does so again, and the
/// order of days and strikes stays. Fewer where the chain lacks one.
std::vector<const ChainContract *> laterOnes(const std::vector<PositionRow> &options,
                                             const ChainBook &book)
{
    std::vector<const ChainContract *> later;
    OptionTerms before;
    ChainExpiry expiry;
    for (const PositionRow &row : options) {
        const OptionTerms terms = termsOf(row);
        const bool isSameDay = !later.empty() && terms.expiry == before.expiry;
        if (!isSameDay) {
            const QDate soonest = terms.expiry.addDays(shortestRoll);
            expiry = expiryFrom(book,
                                later.empty() ? soonest : std::max(soonest, expiry.day.addDays(1)));
        }
        const bool isBeside = isSameDay && terms.right == before.right;
        const ChainContract *contract
            = nearest(book, expiry, terms,
                      isBeside ? std::optional(later.back()->terms.strike) : std::nullopt);
        if (!contract)
            break;
        later.push_back(contract);
        before = terms;
    }
    return later;
}

/// Adds a leg; one in the same contract becomes more, less or none of it.
void merge(std::vector<DraftLeg> &legs, const DraftLeg &leg)
{
    const auto same = std::ranges::find(legs, leg.symbol, &DraftLeg::symbol);
    if (same == legs.end()) {
        legs.push_back(leg);
    } else if (same->side == leg.side) {
        same->qty += leg.qty;
    } else if (same->qty == leg.qty) {
        legs.erase(same);
    } else {
        same->side = same->qty > leg.qty ? same->side : leg.side;
        same->qty = same->qty > leg.qty ? same->qty - leg.qty : leg.qty - same->qty;
    }
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

std::optional<StrategyDraft> rolling(const HeldStructure &structure, const ChainBook &book)
{
    const std::vector<PositionRow> &held = structure.options;
    const std::vector<const ChainContract *> later = laterOnes(held, book);
    if (later.size() != held.size() || 2 * held.size() > StrategyDraft::mostLegs)
        return std::nullopt;
    HeldStructure options = structure;
    options.shares.reset();
    StrategyDraft draft;
    draft.underlying = structure.underlying;
    draft.tag = structure.tag;
    draft.packages = packagesOf(options);
    for (const PositionRow &row : held)
        merge(draft.legs, draftLeg(row, exitSide(row), draft.packages));
    for (std::size_t i = 0; i < held.size(); ++i) {
        DraftLeg leg = draftLeg(held[i], opposite(exitSide(held[i])), draft.packages);
        leg.symbol = later[i]->symbol;
        merge(draft.legs, leg);
    }
    return draft;
}

} // namespace heldstructures
} // namespace tapeline
