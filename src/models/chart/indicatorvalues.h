#pragma once

#include "indicatorbars.h"
#include "indicatorinfo.h"
#include "valueseries.h"

#include <deque>

namespace tapeline {

/// The values of one indicator over the bars of a chart, under the bars' keys. Bars that cannot
/// change any more are added once; from there a copy goes on over the newest few, and the last bar,
/// which forms, is a preview. A bar that changes a little later than that is gone on from at once,
/// from a copy that had not read it. When one of long before changes, or older ones come, all is
/// computed anew a part at a time: the old values stay until the new ones are whole.
class IndicatorValues
{
public:
    using Key = ChartSeries::Key;
    enum class Effect : quint8 { None, Tail, All };

    /// spec must be sound (indicatorParameters()), the series outlive it. Call work() until it is
    /// done.
    IndicatorValues(const IndicatorSpec &spec, const ChartSeries &series,
                    const MarketCalendar &calendar);

    /// One series an output; noValue where a bar has no prices. The same place in memory for good.
    const ValueSeries &output(std::size_t index) const { return m_outputs[index]; }
    std::size_t outputCount() const { return m_outputs.size(); }

    /// After the series changed.
    Effect follow(const ChartSeries::Change &change);
    /// Whether work() has something to do.
    bool isComputing() const { return m_fresh != nullptr; }
    /// Adds at most so many bars. True when it came to the end: all values are new.
    bool work(qsizetype bars);

private:
    struct Mark
    {
        Key next; ///< the first bar that it has not seen
        std::unique_ptr<Indicator> indicator;
    };
    using Marks = std::deque<Mark>; ///< the newest few, ascending
    struct Fresh
    {
        std::unique_ptr<Indicator> indicator;
        std::vector<ValueSeries> outputs;
        Key next;
        Marks marks {};
    };
    static void mark(Marks &marks, Key next, const Indicator &indicator);
    bool rewind(Key changed);
    void restart();
    void forget();
    Key settledEnd() const;
    void settle(Key end);
    void followTail();
    void put(Key key, std::span<const double> values);
    std::span<const double> valuesAt(Indicator &indicator, Key key);

    IndicatorSpec m_spec;
    IndicatorBars m_bars;
    IndicatorBars m_newest; ///< read far from where m_bars is
    std::vector<ValueSeries> m_outputs;
    std::unique_ptr<Indicator> m_settled; ///< null before all was computed once
    Key m_next = 0; ///< the first bar that m_settled has not seen
    Marks m_marks; ///< of m_settled on its way
    std::unique_ptr<Indicator> m_live; ///< has seen all but the last bar
    Key m_liveNext = 0;
    std::unique_ptr<Fresh> m_fresh;
    Timestamp m_completeFrom {}; ///< as the values were computed with
    std::vector<double> m_values; ///< of one bar
};

} // namespace tapeline
