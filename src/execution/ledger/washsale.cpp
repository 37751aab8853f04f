#include "washsale.h"

#include "easterntime.h"
#include "ledgermath.h"

#include <algorithm>
#include <cstdlib>

namespace tapeline {

using namespace ledgermath;

namespace {

constexpr int windowDays = 30;

/// What was bought at one time: a possible replacement. Quantities in units of the security.
struct Purchase
{
    QString symbol;
    quint64 lot = 0; ///< average lots have several purchases
    quint64 sequence = 0;
    QDate day;
    Qty held; ///< not sold yet
    Qty used; ///< of these: they replace what was sold, and are sold first
    Money basis; ///< as bought, with all that was added
    Money added; ///< to the basis of the used ones
};

/// A closing, and what it took.
struct Sale
{
    const LotChange *change = nullptr;
    Qty units;
    Money loss; ///< > 0, with what earlier wash sales added to the basis
    std::vector<const Purchase *> from {};
};

class WashSaleSearch
{
public:
    WashSaleSearch(std::span<const LedgerEntry> entries, const InstrumentBook &instruments)
        : m_entries(entries)
        , m_instruments(instruments)
    {
    }

    std::vector<WashSale> run()
    {
        for (const LedgerEntry &entry : m_entries) {
            for (const LotChange &change : entry.lots)
                notePurchase(entry, change);
        }
        for (const LedgerEntry &entry : m_entries) {
            restate(entry);
            // Nothing that the same entry sells replaces what it sells
            for (const Sale &sale : salesOf(entry))
                findReplacements(entry, sale);
        }
        return std::move(m_found);
    }

private:
    bool isTaxed(const QString &symbol) const
    {
        const AssetClass assetClass = m_instruments.of(symbol).assetClass;
        return assetClass == AssetClass::Stocks || assetClass == AssetClass::Options;
    }

    /// A call stands for the shares it is for.
    Qty unitsOf(const LotChange &change) const
    {
        if (!m_instruments.of(change.symbol).option)
            return change.qty;
        return Qty::fromUnits(multiplyDivide(change.qty.units(), change.multiplier, 1).value_or(0));
    }

    bool replaces(const QString &sold, const QString &bought) const
    {
        if (sold == bought)
            return true;
        const Instrument &instrument = m_instruments.of(bought);
        return instrument.option && instrument.option->right == OptionRight::Call
            && instrument.option->underlying == sold;
    }

    void notePurchase(const LedgerEntry &entry, const LotChange &change)
    {
        if (change.opens && !change.quiet && change.qty > Qty() && isTaxed(change.symbol))
            m_purchases.push_back({ change.symbol,
                                    change.lot,
                                    entry.sequence,
                                    easterntime::date(entry.at),
                                    unitsOf(change),
                                    {},
                                    change.cost,
                                    {} });
    }

    /// What a lot is made of, oldest first.
    std::vector<Purchase *> purchasesOf(const LedgerEntry &entry, const LotChange &change)
    {
        std::vector<Purchase *> purchases;
        for (Purchase &purchase : m_purchases) {
            if (purchase.symbol == change.symbol && purchase.lot == change.lot
                && purchase.sequence < entry.sequence)
                purchases.push_back(&purchase);
        }
        return purchases;
    }

    /// Splits, new names and merged lots change what was bought, and sell nothing.
    void restate(const LedgerEntry &entry)
    {
        for (std::size_t i = 0; i < entry.lots.size(); ++i) {
            const LotChange &change = entry.lots[i];
            if (!change.quiet || change.opens)
                continue;
            const LotChange *next = i + 1 < entry.lots.size() ? &entry.lots[i + 1] : nullptr;
            const bool moves = next && next->quiet && change.qty < Qty()
                && (next->opens || next->qty == -change.qty);
            if (moves) {
                move(purchasesOf(entry, change), change, *next);
                ++i;
            } else if (m_instruments.of(change.symbol).option) {
                take(entry, change); // exercised
            } else {
                scale(purchasesOf(entry, change), change.qty);
            }
        }
    }

    void move(const std::vector<Purchase *> &purchases, const LotChange &from, const LotChange &to)
    {
        for (Purchase *purchase : purchases) {
            purchase->symbol = to.symbol;
            purchase->lot = to.lot;
        }
        scale(purchases, unitsOf(to) + unitsOf(from));
    }

    static void scale(const std::vector<Purchase *> &purchases, Qty more)
    {
        Qty before;
        for (const Purchase *purchase : purchases)
            before += purchase->held;
        const auto scaled = [&](Qty qty) {
            return Qty::fromUnits(
                multiplyDivide(qty.units(), (before + more).units(), before.units())
                    .value_or(qty.units()));
        };
        for (Purchase *purchase : before.isZero() ? std::vector<Purchase *>() : purchases) {
            purchase->held = scaled(purchase->held);
            purchase->used = scaled(purchase->used);
        }
    }

    std::vector<Sale> salesOf(const LedgerEntry &entry)
    {
        std::vector<Sale> sales;
        for (const LotChange &change : entry.lots) {
            if (!change.opens && !change.quiet && change.qty < Qty() && isTaxed(change.symbol))
                sales.push_back(take(entry, change));
        }
        return sales;
    }

    /// The oldest units go first, and of a purchase those that replace others, with what was added
    /// to their basis.
    Sale take(const LedgerEntry &entry, const LotChange &change)
    {
        Sale sale { &change, -unitsOf(change), -change.realized };
        Qty open = sale.units;
        for (Purchase *purchase : purchasesOf(entry, change)) {
            const Qty part = std::min(open, purchase->held);
            if (part <= Qty())
                continue;
            const Qty used = std::min(part, purchase->used);
            const Money added
                = used.isZero() ? Money() : share(purchase->added, used, purchase->used);
            addHeld(sale.loss, added);
            addHeld(purchase->added, -added);
            purchase->used -= used;
            purchase->held -= part;
            open -= part;
            sale.from.push_back(purchase);
        }
        return sale;
    }

    void findReplacements(const LedgerEntry &entry, const Sale &sale)
    {
        if (sale.loss <= Money())
            return;
        const QDate day = easterntime::date(entry.at);
        Qty open = sale.units;
        for (Purchase &purchase : m_purchases) {
            const bool isNear = std::abs(purchase.day.daysTo(day)) <= windowDays;
            const bool isSold = std::ranges::find(sale.from, &purchase) != sale.from.end();
            const Qty part = isNear && !isSold && replaces(sale.change->symbol, purchase.symbol)
                ? std::min(open, purchase.held - purchase.used)
                : Qty();
            if (part <= Qty())
                continue;
            const Money disallowed = share(sale.loss, part, sale.units);
            addHeld(purchase.basis, disallowed);
            addHeld(purchase.added, disallowed);
            purchase.used += part;
            open -= part;
            m_found.push_back({ sale.change->symbol, entry.sequence, sale.change->lot, sale.loss,
                                disallowed, purchase.symbol, purchase.lot, part, purchase.basis });
        }
    }

    std::span<const LedgerEntry> m_entries;
    const InstrumentBook &m_instruments;
    std::vector<Purchase> m_purchases; // complete before any of it is pointed to
    std::vector<WashSale> m_found;
};

} // namespace

std::vector<WashSale> washSales(std::span<const LedgerEntry> entries,
                                const InstrumentBook &instruments)
{
    return WashSaleSearch(entries, instruments).run();
}

} // namespace tapeline
