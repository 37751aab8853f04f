#pragma once

#include "marketcalendar.h"
#include "timestamp.h"

#include <cmath>
#include <limits>
#include <memory>
#include <span>
#include <type_traits>

namespace tapeline {

/// One bar as indicators see it. All prices are finite, volume is not negative.
struct IndicatorBar
{
    Timestamp start {};
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;
    double vwap = 0; ///< 0 when unknown
    qint64 day = 0; ///< the trading day it belongs to, counted from 1970-01-01; never falls
    SessionPart part = SessionPart::Regular; ///< Regular as soon as it reaches into the session
    Timestamp dayStart {}; ///< of the trading day
    Timestamp sessionStart {}; ///< of the day's regular session
    /// The bars hold all that was traded since then; the same for all bars of a run. What began
    /// before, a session or an anchor, is not known whole.
    Timestamp completeFrom {};
};

/// Where an indicator has no value (yet).
constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

/// An indicator over bars in order of time, one value an output and bar. Constant time a bar,
/// whatever its parameters (a window's extremes: amortised). Gaps in time insert no bars
/// (execution.md F.1).
class Indicator
{
public:
    virtual ~Indicator() = default;

    /// Takes the next completed bar. values: one an output of its IndicatorInfo; noValue before
    /// warm-up.
    virtual void add(const IndicatorBar &bar, std::span<double> values) = 0;
    /// What add() would give if the bar that forms were complete as it is; changes nothing.
    virtual void preview(const IndicatorBar &bar, std::span<double> values) const = 0;
    /// Another one in the same state: what goes on from bars that may still change.
    virtual std::unique_ptr<Indicator> clone() const = 0;
};

/// Previews by a copy of itself: all that an indicator does is add(). Its state is copied for each
/// preview, so it should be no longer than its window.
template<typename Derived> class CopiedIndicator : public Indicator
{
public:
    void preview(const IndicatorBar &bar, std::span<double> values) const final
    {
        Derived copy(static_cast<const Derived &>(*this));
        copy.add(bar, values);
    }
    std::unique_ptr<Indicator> clone() const final
    {
        return std::make_unique<Derived>(static_cast<const Derived &>(*this));
    }
};

} // namespace tapeline
