#pragma once

#include "indextape.h"
#include "lrucache.h"
#include "sandboxmarket.h"
#include "tradingdays.h"

#include <utility>
#include <vector>

namespace tapeline {

/// The prices that options are made from, per underlying (index into optionUnderlyings): of a stock
/// what was traded last before a second, of the index what that of its fund means for it. Small
/// caches inside.
class UnderlyingPrices
{
public:
    UnderlyingPrices(const SandboxMarket &market, const IndexTape &indices,
                     const TradingDays &days);

    /// What was known as a second of a trading day began, in dollars; seconds from 04:00 on.
    double at(int underlying, QDate date, int secondOfDay);
    /// The close of a trading day by its number.
    double close(int underlying, int dayNumber) { return figures(underlying, dayNumber).close; }
    /// About where the price was on a day: the mean of its open, extremes and close.
    double typical(int underlying, int dayNumber) { return figures(underlying, dayNumber).typical; }
    /// The close of the day before, in the shares of a day: another one on the day of a split.
    double closeBefore(int underlying, int dayNumber);
    /// The stretch of days around one without a split in it, by number: [first, second).
    std::pair<int, int> shareEra(int underlying, int dayNumber) const;
    /// The mean of the ten closes before a day: what volatility measures a move against.
    double reference(int underlying, int dayNumber);
    /// Standard deviation of daily log returns.
    double dailyVolatility(int underlying) const;

private:
    /// A day's prices after each second, cents of the source, filled minute by minute.
    struct Day
    {
        int firstSecond = 0;
        Timestamp start {};
        std::vector<qint32> minuteCloses; ///< after each minute, from firstSecond on
        mutable std::vector<qint32> seconds;
        mutable std::vector<bool> isFilled; ///< by minute
        qint32 before = 0; ///< the close of the day before
    };
    struct DayFigures
    {
        double close = 0; ///< 0: not read yet
        double typical = 0;
    };
    const DayFigures &figures(int underlying, int dayNumber);
    /// A split by the number of its first day, and what one old share's price is worth on it.
    struct Split
    {
        int day;
        double ratio;
    };
    /// What an earlier day's price has to be multiplied with to be one in the shares of a day.
    double shareRatio(int underlying, int earlier, int dayNumber) const;
    /// A price of the source as one of the underlying.
    double valueOf(int underlying, QDate date, double dollars) const;
    Day readDay(int underlying, QDate date);
    void fill(int underlying, const Day &day, int minute);
    int instrument(int underlying) const { return m_instruments[std::size_t(underlying)]; }

    const SandboxMarket &m_market;
    const IndexTape &m_indices;
    const TradingDays &m_days;
    std::vector<int> m_instruments;
    std::vector<int> m_indexNumbers; ///< by underlying, -1: none
    std::vector<std::vector<Split>> m_splits; ///< by underlying, ascending
    std::vector<std::vector<DayFigures>> m_figures; ///< by underlying and number of the day
    LruCache<Day> m_recent;
};

} // namespace tapeline
