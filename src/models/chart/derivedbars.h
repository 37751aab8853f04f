#pragma once

#include "chartseries.h"

#include <functional>
#include <optional>

namespace tapeline {

/// How one bar of a chart becomes another: from itself, and where chained is true from the one
/// before it that has prices (null when there is none).
struct BarDerivation
{
    std::function<OhlcRun(ChartSeries::Key key, const OhlcRun *before)> derive;
    bool isChained = false;
};

/// Flat bars: all four prices are the close.
BarDerivation closesOf(const ChartSeries &series);
BarDerivation heikinAshiOf(const ChartSeries &series);

/// The newest item of [0, end) that has prices; nothing when none has.
std::optional<qsizetype> lastWithPrices(const OhlcPyramid &runs, qsizetype end);

/// Bars made for those of a chart, under the same keys: what kinds of painting show that do not
/// show the bars themselves, other symbols at the times of the bars. Kept up with the chart at the
/// cost of what changed; what a change on the left does to the bars on the right is followed until
/// it has no effect any more, so that the result is always that of starting anew with all bars.
///
/// Of a long history only the newest part is made at first: extend() makes the whole in slices,
/// from its oldest bar on, and then shows it.
class DerivedBars
{
public:
    using Key = ChartSeries::Key;
    static constexpr qsizetype slice = 1 << 16; ///< bars taken in at once

    /// series must outlive it.
    DerivedBars(const ChartSeries &series, BarDerivation derivation);

    /// After the chart's bars changed.
    void update(const ChartSeries::Change &change);
    /// What [first, last] are made from changed.
    void remake(Key first, Key last);
    /// So did everything.
    void restart();
    /// Makes a slice of what is missing.
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
    void prepend();
    void makeWhole();
    void dropWhole();
    std::vector<OhlcRun> make(Key first, Key last, const OhlcRun *left) const;
    void append();
    const OhlcRun *before(Key key) const;

    const ChartSeries &m_series;
    const BarDerivation m_derivation;
    OhlcPyramid m_bars;
    Key m_firstKey = 0;
    OhlcPyramid m_whole; ///< of all bars from the oldest on, as far as it is made
    OhlcRun m_wholeBefore; ///< the newest of it that has prices
    Timestamp m_firstStart {}; ///< of the bar at firstKey()
};

} // namespace tapeline
