#include "washsale.h"

#include "easterntime.h"
#include "ledgermath.h"

#include <algorithm>
#include <cstdlib>

namespace tapeline {

using namespace ledgermath;

namespace {

constexpr int windowDays = 30;

/// A lot that was bought: a possible replacement.
struct Purchase
{
    QString symbol;
    quint64 lot = 0;
    QDate day;
    quint64 sequence = 0;
    Qty left; ///< bought and neither sold nor used as a replacement, in units of the security
    Money basis;
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
            for (const LotChange &change : entry.lots) {
                noteSale(entry, change);
                findReplacements(entry, change);
            }
        }
        return std::move(m_found);
    }

private:
    bool isTaxed(const QString &symbol) const
    {
        const AssetClass assetClass = m_instruments.of(symbol).assetClass;
        return assetClass == AssetClass::Stocks || assetClass == AssetClass::Options;
    }

    /// Units of the security: a call stands for the shares it is for.
    Qty unitsOf(const QString &sold, const LotChange &bought) const
    {
        if (bought.symbol == sold)
            return bought.qty;
        return Qty::fromUnits(multiplyDivide(bought.qty.units(), bought.multiplier, 1).value_or(0));
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
        if (!change.opens || change.quiet || change.qty <= Qty() || !isTaxed(change.symbol))
            return;
        const Instrument &instrument = m_instruments.of(change.symbol);
        const QString underlying = underlyingOf(instrument);
        m_purchases.push_back({ change.symbol, change.lot, easterntime::date(entry.at),
                                entry.sequence, unitsOf(underlying, change), change.cost });
    }

    void noteSale(const LedgerEntry &entry, const LotChange &change)
    {
        if (change.opens || change.qty >= Qty())
            return;
        for (Purchase &purchase : m_purchases) {
            if (purchase.symbol != change.symbol || purchase.lot != change.lot
                || purchase.sequence > entry.sequence)
                continue;
            const Qty sold = std::min(
                purchase.left, -unitsOf(underlyingOf(m_instruments.of(change.symbol)), change));
            purchase.left -= sold;
        }
    }

    void findReplacements(const LedgerEntry &entry, const LotChange &change)
    {
        const bool isLoss = !change.opens && !change.quiet && change.qty < Qty()
            && change.realized < Money() && isTaxed(change.symbol);
        if (!isLoss)
            return;
        const QDate day = easterntime::date(entry.at);
        const Qty sold = -unitsOf(underlyingOf(m_instruments.of(change.symbol)), change);
        Qty open = sold;
        for (Purchase &purchase : m_purchases) {
            const bool isNear = std::abs(purchase.day.daysTo(day)) <= windowDays;
            const Qty part
                = isNear && purchase.lot != change.lot && replaces(change.symbol, purchase.symbol)
                ? std::min(open, purchase.left)
                : Qty();
            if (part <= Qty())
                continue;
            const Money disallowed = share(-change.realized, part, sold);
            addHeld(purchase.basis, disallowed);
            purchase.left -= part;
            open -= part;
            m_found.push_back({ change.symbol, entry.sequence, change.lot, -change.realized,
                                disallowed, purchase.symbol, purchase.lot, part, purchase.basis });
        }
    }

    std::span<const LedgerEntry> m_entries;
    const InstrumentBook &m_instruments;
    std::vector<Purchase> m_purchases;
    std::vector<WashSale> m_found;
};

} // namespace

std::vector<WashSale> washSales(std::span<const LedgerEntry> entries,
                                const InstrumentBook &instruments)
{
    return WashSaleSearch(entries, instruments).run();
}

} // namespace tapeline
