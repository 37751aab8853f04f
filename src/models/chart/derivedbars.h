#pragma once

#include "chartseries.h"

namespace tapeline {

/// What bars are turned into before they are painted.
enum class BarDerivation : quint8 {
    Closes, ///< flat bars: all four prices are the close
    HeikinAshi
};

/// Bars made of those of a chart, under the same keys, for the kinds of painting that do not show
/// the bars themselves. Kept up with the chart at the cost of what changed; what a change on the
/// left does to the bars on the right is followed until it has no effect any more, so that the
/// result is always that of starting anew with all bars.
///
/// Of a long history only the newest part is made at first: extend() takes in the rest in slices.
class DerivedBars
{
public:
    using Key = ChartSeries::Key;
    static constexpr qsizetype slice = 1 << 16; ///< bars taken in at once

    /// series must outlive it.
    DerivedBars(const ChartSeries &series, BarDerivation derivation);

    BarDerivation derivation() const { return m_derivation; }
    /// After the chart's bars changed.
    void update(const ChartSeries::Change &change);
    /// Takes in a slice of older bars.
    void extend();
    /// All bars of the chart are in it.
    bool isComplete() const { return m_bars.isEmpty() || m_firstKey == m_series.firstKey(); }

    bool isEmpty() const { return m_bars.isEmpty(); }
    Key firstKey() const { return m_firstKey; }
    Key lastKey() const { return m_firstKey + m_bars.size() - 1; } ///< firstKey() - 1 when empty
    bool contains(Key key) const { return key >= m_firstKey && key <= lastKey(); }
    /// key must be contained.
    const OhlcRun &run(Key key) const { return m_bars.at(key - m_firstKey); }
    /// All bars with keys in [first, last] as one.
    OhlcRun over(Key first, Key last) const
    {
        return m_bars.over(first - m_firstKey, last + 1 - m_firstKey);
    }
    /// Index 0 is firstKey().
    const OhlcPyramid &pyramid() const { return m_bars; }

private:
    void restart();
    std::vector<OhlcRun> make(Key first, Key last) const;
    void append();
    void remake(Key first, Key last);
    const OhlcRun *before(Key key) const;
    OhlcRun derived(const OhlcRun &bar, const OhlcRun *before) const;

    const ChartSeries &m_series;
    const BarDerivation m_derivation;
    OhlcPyramid m_bars;
    Key m_firstKey = 0;
    Timestamp m_firstStart {}; ///< of the bar at firstKey()
};

} // namespace tapeline
