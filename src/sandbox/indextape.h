#pragma once

#include "sandboxmarket.h"
#include "timeframe.h"

#include "daypath.h"

#include <memory>

namespace tapeline {

/// A simulated index: a fund's price through a curve that is one for a whole day. Since the curve
/// is monotone, highs, lows and sums of the fund's bars carry over exactly.
struct SandboxIndex
{
    QString symbol; ///< "I:SPX"
    QString name;
    QString fund; ///< whose prices it follows: "SPY"
    double multiple = 10; ///< index points a dollar of the fund
    double fearLevel = 0; ///< of an index of expected volatility: its usual value; else 0
};

/// I:SPX, I:NDX and I:VIX: the same list on every run.
const std::vector<SandboxIndex> &sandboxIndices();

/// Values of the simulated indices, in the regular hours of the stock exchanges: at the open, the
/// extremes and the close of every second of their fund, and the closing value when the fund's
/// closing cross prints. Bars are made of these values; as with stocks the closing value is in no
/// bar shorter than a day. Const calls are safe from one thread at a time.
class IndexTape
{
public:
    /// firstId: what events call the first of sandboxIndices().
    IndexTape(quint64 seed, std::shared_ptr<const SandboxMarket> market, InstrumentId firstId);

    /// Bars of one second or one minute that start in [from, to), the unfinished last one as it
    /// stood.
    std::vector<Candle> bars(int index, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const;
    /// The day as it stood at an instant; nothing before its first value.
    std::optional<Candle> day(int index, QDate date, Timestamp asOf) const;
    void events(int index, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    std::optional<IndexValue> lastValue(int index, Timestamp before) const;

    /// What a fund's price means for an index on a date.
    double valueOf(int index, QDate date, double fundPrice) const;
    static QDate firstDate(); ///< no values before

private:
    /// The curve of a day.
    struct Curve
    {
        double factor = 1;
        double power = 1;
        double operator()(double fundPrice) const;
    };

    int fundOf(int index) const { return m_funds[std::size_t(index)]; }
    Curve curveOf(int index, QDate date) const;
    Curve fearCurve(const SandboxIndex &index, QDate date) const;
    Candle through(const Curve &curve, const Candle &fund) const;
    std::vector<Candle> wholeBars(int index, TimeUnit unit, Timestamp from, Timestamp to) const;
    std::vector<Candle> secondsOf(int index, const TradingSession &session, Timestamp from,
                                  Timestamp to) const;
    void appendClosingValue(int index, const TradingSession &session, Timestamp from, Timestamp to,
                            std::vector<MarketEvent> &out) const;

    quint64 m_seed;
    std::shared_ptr<const SandboxMarket> m_market;
    InstrumentId m_firstId;
    std::vector<int> m_funds;
};

} // namespace tapeline
