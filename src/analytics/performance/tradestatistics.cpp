#include "tradestatistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tapeline {

namespace {

constexpr qint64 sqnCap = 100;

bool closesEarlier(const TradeResult &a, const TradeResult &b)
{
    return a.closedAt < b.closedAt;
}

/// A mean that is nothing without values.
class Mean
{
public:
    void add(double value)
    {
        m_sum += value;
        ++m_count;
    }
    std::optional<double> value() const
    {
        return m_count > 0 ? std::optional(m_sum / double(m_count)) : std::nullopt;
    }
    std::optional<Duration> duration() const
    {
        return m_count > 0 ? std::optional(Duration(qint64(m_sum / double(m_count))))
                           : std::nullopt;
    }

private:
    double m_sum = 0;
    qint64 m_count = 0;
};

/// Runs of one kind.
class Streak
{
public:
    void add(bool belongs)
    {
        m_current = belongs ? m_current + 1 : 0;
        m_longest = std::max(m_longest, m_current);
    }
    qint64 longest() const { return m_longest; }

private:
    qint64 m_current = 0;
    qint64 m_longest = 0;
};

std::optional<double> ratio(double dividend, double divisor)
{
    return divisor != 0 ? std::optional(dividend / divisor) : std::nullopt;
}

void addSums(TradeStatistics &out, std::span<const TradeResult> trades)
{
    Streak wins;
    Streak losses;
    for (const TradeResult &trade : trades) {
        const Money net = trade.net();
        out.gross += trade.gross;
        out.fees += trade.fees;
        out.traded += trade.traded;
        const bool isWin = net > Money();
        const bool isLoss = net < Money();
        wins.add(isWin);
        losses.add(isLoss);
        if (isWin) {
            ++out.wins;
            out.grossProfit += net;
            out.largestWin = std::max(out.largestWin.value_or(net), net);
        } else if (isLoss) {
            ++out.losses;
            out.grossLoss -= net;
            out.largestLoss = std::max(out.largestLoss.value_or(-net), -net);
        }
    }
    out.trades = qint64(trades.size());
    out.breakEven = out.trades - out.wins - out.losses;
    out.net = out.gross - out.fees;
    out.longestWinStreak = wins.longest();
    out.longestLossStreak = losses.longest();
}

void addRatios(TradeStatistics &out)
{
    const double profit = out.grossProfit.toDouble();
    const double loss = out.grossLoss.toDouble();
    out.winRate = ratio(double(out.wins), double(out.trades));
    out.winRateDecided = ratio(double(out.wins), double(out.wins + out.losses));
    out.profitFactor = ratio(profit, loss);
    if (!out.profitFactor && profit > 0)
        out.profitFactor = std::numeric_limits<double>::infinity();
    out.averageWin = ratio(profit, double(out.wins));
    out.averageLoss = ratio(loss, double(out.losses));
    if (out.averageWin && out.averageLoss)
        out.payoff = *out.averageWin / *out.averageLoss;
    if (out.payoff && *out.payoff > 0)
        out.kelly = *out.winRateDecided - (1 - *out.winRateDecided) / *out.payoff;
    out.expectancy = ratio(out.net.toDouble(), double(out.trades)).value_or(0);
}

void addMultiples(TradeStatistics &out, std::span<const TradeResult> trades)
{
    std::vector<double> multiples;
    for (const TradeResult &trade : trades)
        if (const std::optional<double> multiple = trade.multipleOfRisk())
            multiples.push_back(*multiple);
    const auto n = qint64(multiples.size());
    out.withoutRisk = out.trades - n;
    if (n == 0)
        return;
    out.expectancyR = meanOf(multiples);
    const std::optional<double> deviation = sampleDeviation(multiples);
    if (!deviation || *deviation <= 0)
        return;
    out.sqn = std::sqrt(double(n)) * *out.expectancyR / *deviation;
    out.sqnCapped = std::sqrt(double(std::min(n, sqnCap))) * *out.expectancyR / *deviation;
}

void addHolding(TradeStatistics &out, std::span<const TradeResult> trades)
{
    Mean all;
    Mean wins;
    Mean losses;
    for (const TradeResult &trade : trades) {
        const auto held = double((trade.closedAt - trade.openedAt).count());
        all.add(held);
        if (trade.net() > Money())
            wins.add(held);
        else if (trade.net() < Money())
            losses.add(held);
    }
    out.averageHolding = all.duration();
    out.averageWinHolding = wins.duration();
    out.averageLossHolding = losses.duration();
}

/// From the last closing backwards, so that overlapping trades are one stretch.
void addTimeInMarket(TradeStatistics &out, std::span<const TradeResult> trades)
{
    if (trades.empty())
        return;
    Duration held {};
    Timestamp begin = trades.back().closedAt;
    Timestamp end = begin;
    for (auto trade = trades.rbegin(); trade != trades.rend(); ++trade) {
        if (trade->closedAt < begin) {
            held += end - begin;
            begin = end = trade->closedAt;
        }
        begin = std::min(begin, trade->openedAt);
    }
    held += end - begin;
    const Timestamp first = std::min_element(trades.begin(), trades.end(),
                                             [](const TradeResult &a, const TradeResult &b) {
                                                 return a.openedAt < b.openedAt;
                                             })
                                ->openedAt;
    out.timeInMarket
        = ratio(double(held.count()), double((trades.back().closedAt - first).count()));
}

void addDrawdown(TradeStatistics &out, std::span<const TradeResult> trades,
                 const std::optional<Money> &start, std::span<const EquityFlow> flows)
{
    if (trades.empty()) {
        if (start)
            out.drawdown.deepestShare = 0;
        return;
    }
    DrawdownWatch watch;
    Money equity = start.value_or(Money());
    watch.add(trades.front().openedAt, equity);
    for (const TradeResult &trade : trades) {
        for (; !flows.empty() && flows.front().at <= trade.closedAt; flows = flows.subspan(1)) {
            equity += flows.front().amount;
            watch.add(flows.front().at, equity, flows.front().amount);
        }
        equity += trade.net();
        watch.add(trade.closedAt, equity);
    }
    out.drawdown = watch.drawdown();
    if (!start || *start <= Money()) {
        out.drawdown.deepestShare.reset();
        out.drawdown.meanSquareShare = 0;
    }
    out.recovery = ratio(out.net.toDouble(), out.drawdown.deepest.toDouble());
}

void addExcursions(TradeStatistics &out, std::span<const TradeResult> trades)
{
    Mean adverse;
    Mean favourable;
    Money taken;
    Money offered;
    for (const TradeResult &trade : trades) {
        if (!trade.worst || !trade.best) {
            ++out.withoutExcursion;
            continue;
        }
        if (*trade.best > Money()) {
            taken += trade.gross;
            offered += *trade.best;
        }
        if (!trade.risk)
            continue;
        adverse.add(-trade.worst->toDouble() / trade.risk->toDouble());
        favourable.add(trade.best->toDouble() / trade.risk->toDouble());
    }
    out.averageAdverseR = adverse.value();
    out.averageFavourableR = favourable.value();
    out.exitEfficiency = ratio(taken.toDouble(), offered.toDouble());
}

} // namespace

TradeStatistics tradeStatistics(std::span<const TradeResult> trades,
                                const std::optional<Money> &startingEquity,
                                std::span<const EquityFlow> flows)
{
    std::vector<TradeResult> ordered;
    if (!std::is_sorted(trades.begin(), trades.end(), closesEarlier)) {
        ordered.assign(trades.begin(), trades.end());
        std::stable_sort(ordered.begin(), ordered.end(), closesEarlier);
        trades = ordered;
    }
    TradeStatistics statistics;
    addSums(statistics, trades);
    addRatios(statistics);
    addMultiples(statistics, trades);
    addHolding(statistics, trades);
    addTimeInMarket(statistics, trades);
    addDrawdown(statistics, trades, startingEquity, flows);
    addExcursions(statistics, trades);
    return statistics;
}

double meanOf(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / double(values.size());
}

std::optional<double> sampleDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return {};
    const double mean = meanOf(values);
    double around = 0;
    double squares = 0;
    for (const double value : values) {
        around += (value - mean) * (value - mean);
        squares += value * value;
    }
    if (around <= squares * roundingOfSquares)
        return 0;
    return std::sqrt(around / double(values.size() - 1));
}

} // namespace tapeline
