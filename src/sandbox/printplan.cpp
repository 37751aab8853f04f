#include "printplan.h"

#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr qint64 millisecond = 1'000'000;
constexpr qint64 lastMoment = 975 * millisecond; // leaves room for what an order drags behind it

constexpr double signPersistence = 0.82; // next aggressor on the same side
constexpr double orderContinuation = 0.36; // next print belongs to the same order
constexpr double longOrderSweeps = 0.7;
constexpr double singleOrderSweeps = 0.12;
constexpr double offExchangeShare = 0.57; // of prints that are not sweeps
constexpr double averagePriceShare = 0.004;

} // namespace

void PrintPlanner::clear()
{
    m_prints.clear();
    m_orderTimes.clear();
}

void PrintPlanner::plan(const SecondPlan &second, qint32 spread, int lot, quint16 auction,
                        qint64 auctionVolume, SplitMix64 &draws)
{
    clear();
    planPrices(second, spread, draws);
    planOrder(second.bar, auction != 0, draws);
    m_prints.front().draft.auction = auction;
    planSizes(second.bar, lot, auctionVolume, draws);
    groupOrders(draws);
    planTimes(auction != 0, draws);
}

void PrintPlanner::planPrices(const SecondPlan &second, qint32 spread, SplitMix64 &draws)
{
    const auto count = std::size_t(second.bar.activity.prints);
    const PathBar &path = second.bar.path;
    m_prices.resize(count);
    if (path.high == path.low) {
        std::fill(m_prices.begin(), m_prices.end(), path);
        return;
    }
    // The raw walk of prints: a slowly moving middle, and aggressors in runs on either side of it
    m_ones.assign(count, 1);
    m_walk.resize(count);
    double sign = path.open >= second.before.ask ? 1
        : path.open <= second.before.bid         ? -1
        : chance(draws, 0.5)                     ? 1
                                                 : -1;
    const double firstSide = sign * spread / 2;
    const double step = std::max(0, path.high - path.low - spread) / 1.7 / std::sqrt(double(count));
    double middle = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            if (!chance(draws, signPersistence))
                sign = -sign;
            middle += step * (0.5 * sign + 0.6 * bell(draws)); // buying moves the price up
        }
        m_walk[i] = middle + sign * spread / 2 - firstSide;
    }
    PathSketch sketch;
    sketch.prints = m_ones;
    sketch.walk = m_walk;
    m_refiner.splitPath(path, sketch, draws, m_prices);
}

/// Prints in the order of their path, odd lots strewn among them.
void PrintPlanner::planOrder(const BarPlan &bar, bool auctionFirst, SplitMix64 &draws)
{
    qint32 printsLeft = bar.activity.prints;
    qint32 silentLeft = bar.activity.silent;
    const auto touching = [&](qint32 price) {
        return std::count_if(m_prices.begin(), m_prices.end(),
                             [&](const PathBar &print) { return print.close == price; });
    };
    qint64 atHigh = touching(bar.path.high);
    qint64 atLow = touching(bar.path.low);
    for (const PathBar &price : m_prices) {
        const bool first = printsLeft == bar.activity.prints;
        const auto isSilent = [&] {
            return draws.below(quint64(printsLeft) + quint64(silentLeft)) >= quint64(printsLeft);
        };
        while (silentLeft > 0 && !(first && auctionFirst) && isSilent()) {
            m_prints.emplace_back().draft.oddLot = true;
            --silentLeft;
        }
        PlannedPrint &print = m_prints.emplace_back();
        print.draft.price = price.close;
        qint64 *extreme = price.close == bar.path.high ? &atHigh
            : price.close == bar.path.low              ? &atLow
                                                       : nullptr;
        print.movable = !first && printsLeft > 1 && (!extreme || *extreme > 1);
        if (print.movable && extreme)
            --*extreme;
        --printsLeft;
    }
    for (; silentLeft > 0; --silentLeft)
        m_prints.emplace_back().draft.oddLot = true;
}

void PrintPlanner::planSizes(const BarPlan &bar, int lot, qint64 auctionVolume, SplitMix64 &draws)
{
    const Activity &activity = bar.activity;
    qint64 spare = activity.volume - qint64(activity.prints) * lot - activity.silent;
    if (auctionVolume > 0)
        spare -= auctionVolume - lot;
    m_weights.clear();
    for (PlannedPrint &item : m_prints) {
        PrintDraft &draft = item.draft;
        if (!draft.oddLot) {
            draft.size = lot;
            m_weights.push_back(burst(draws, 0.03));
            continue;
        }
        const double lean = draws.uniform();
        auto extra = static_cast<qint64>(lean * lean * (lot - 1));
        if (spare > 20LL * lot && chance(draws, averagePriceShare)) {
            draft.oddLot = false;
            draft.averagePrice = true;
            extra = static_cast<qint64>(double(spare) * between(draws, 0.05, 0.3));
        }
        extra = std::min(extra, spare);
        draft.size = 1 + extra;
        spare -= extra;
    }

    // Whole lots where they can be; what is left over makes one mixed lot
    m_sizes.resize(m_weights.size());
    if (auctionVolume > 0)
        m_weights.front() = m_weights.size() == 1 ? 1 : 0;
    shareOut(spare / lot, m_weights, draws.uniform(), m_sizes);
    const std::size_t mixed = m_weights.size() - 1;
    std::size_t index = 0;
    for (PlannedPrint &item : m_prints) {
        if (item.draft.oddLot || item.draft.averagePrice)
            continue;
        item.draft.size += m_sizes[index] * lot;
        if (index == 0 && auctionVolume > 0)
            item.draft.size += auctionVolume - lot;
        if (index == mixed)
            item.draft.size += spare % lot;
        ++index;
    }
}

void PrintPlanner::groupOrders(SplitMix64 &draws)
{
    std::size_t begin = 0;
    while (begin < m_prints.size()) {
        std::size_t end = begin + 1;
        int direction = 0;
        const bool alone = m_prints[begin].draft.auction != 0 || m_prints[begin].draft.averagePrice;
        while (!alone && end < m_prints.size() && chance(draws, orderContinuation)) {
            // An order takes one side: its prices do not turn
            const PrintDraft &next = m_prints[end].draft;
            const PrintDraft &previous = m_prints[end - 1].draft;
            if (next.averagePrice || next.oddLot != previous.oddLot)
                break;
            const int step
                = next.oddLot ? 0 : (next.price > previous.price) - (next.price < previous.price);
            if (step != 0 && direction == -step)
                break;
            direction = step != 0 ? step : direction;
            m_prints[end].continues = true;
            ++end;
        }
        const bool sweep = !alone
            && (end - begin > 1 ? chance(draws, longOrderSweeps)
                                : chance(draws, singleOrderSweeps));
        for (std::size_t i = begin; i < end; ++i) {
            PrintDraft &draft = m_prints[i].draft;
            draft.sweep = sweep;
            draft.offExchange = !sweep && draft.auction == 0
                && (draft.averagePrice || chance(draws, offExchangeShare));
        }
        begin = end;
    }
}

void PrintPlanner::planTimes(bool auctionFirst, SplitMix64 &draws)
{
    const auto orders
        = std::size_t(std::count_if(m_prints.begin(), m_prints.end(),
                                    [](const PlannedPrint &item) { return !item.continues; }));
    m_orderTimes.resize(orders);
    const qint64 earliest
        = auctionFirst ? (5 + qint64(draws.below(80))) * millisecond : 3 * millisecond;
    qint64 previous = earliest;
    for (std::size_t i = 0; i < orders; ++i) {
        const bool follows = i > 0 && chance(draws, 0.35);
        previous = follows ? previous + qint64(draws.below(9 * millisecond))
                           : earliest + qint64(draws.uniform() * double(lastMoment - earliest));
        m_orderTimes[i] = std::min(previous, lastMoment);
    }
    if (auctionFirst)
        m_orderTimes.front() = earliest;
    std::sort(m_orderTimes.begin(), m_orderTimes.end());
}

} // namespace tapeline
