#include "portfolio.h"

#include "symbology.h"

#include <algorithm>

namespace tapeline {

void FillSum::add(const FillLine &fill)
{
    qty += fill.qty;
    fee += fill.fee;
    paid += fill.price.toDouble() * fill.qty.toDouble();
}

namespace portfolio {

namespace {

std::optional<AssetClass> classOf(const QString &symbol)
{
    const Result<AssetClass> found = symbology::classify(symbol);
    return found ? std::optional(*found) : std::nullopt;
}

void add(Exposure &to, Money value)
{
    (value < Money() ? to.shorts : to.longs) += value;
}

std::vector<Exposure> sorted(std::vector<Exposure> all)
{
    std::ranges::stable_sort(all, std::greater(), &Exposure::gross);
    return all;
}

/// Without overflow: whole hundreds first.
Money share(Money value, int percent)
{
    const qint64 units = value.units();
    return Money::fromUnits(units / 100 * percent + units % 100 * percent / 100);
}

} // namespace

std::vector<Exposure> bySymbol(const PaperAccountView &account)
{
    std::vector<Exposure> all;
    for (const PositionRow &position : account.positions) {
        Exposure own { .name = position.symbol, .assetClass = classOf(position.symbol) };
        add(own, position.value);
        all.push_back(own);
    }
    return sorted(std::move(all));
}

std::vector<Exposure> byClass(const PaperAccountView &account)
{
    std::vector<Exposure> all;
    for (const PositionRow &position : account.positions) {
        const std::optional<AssetClass> own = classOf(position.symbol);
        auto found = std::ranges::find(all, own, &Exposure::assetClass);
        if (found == all.end())
            found = all.insert(found, Exposure { .name = {}, .assetClass = own });
        add(*found, position.value);
    }
    return sorted(std::move(all));
}

Exposure total(const PaperAccountView &account)
{
    Exposure all;
    for (const PositionRow &position : account.positions)
        add(all, position.value);
    return all;
}

Exposure sum(std::span<const Exposure> parts)
{
    Exposure all;
    for (const Exposure &part : parts) {
        all.longs += part.longs;
        all.shorts += part.shorts;
    }
    return all;
}

Money earned(const EquityPoint &point)
{
    return point.equity - point.deposits;
}

std::optional<double> dayShare(const PaperAccountView &account)
{
    if (account.dayStart <= Money())
        return std::nullopt;
    return account.dayProfit.toDouble() / account.dayStart.toDouble();
}

std::optional<Money> exitGain(Side exit, Price entry, Price price, Qty qty,
                              const Instrument &instrument)
{
    const Price distance = exit == Side::Sell ? price - entry : entry - price;
    const Result<Money> gain = notional(distance, qty, instrument.multiplier);
    return gain ? std::optional(*gain) : std::nullopt;
}

MarketMove moved(const PaperAccountView &account, int percent)
{
    MarketMove move;
    for (const PositionRow &position : account.positions) {
        if (classOf(position.symbol) == AssetClass::Options) {
            move.leftOut.append(position.symbol);
            continue;
        }
        const Money change = share(position.value, percent);
        move.change += change;
        move.parts.push_back({ position.symbol, change });
    }
    move.equity = account.figures.equity + move.change;
    move.unrealized = account.figures.unrealized + move.change;
    return move;
}

} // namespace portfolio
} // namespace tapeline
