#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace tapeline {

/// What a divergence is told from, of one finished bar.
struct SwingBar
{
    double high = 0; ///< price; below low when nobody traded
    double low = 0;
    double sum = 0; ///< cumulative delta at the end of the bar, shares
    /// Whether the sum goes on from the bar before it and both are known from trades.
    bool goesOn = false;
};

/// Price and cumulative delta disagree between two swings. Counted in bars from the first one.
struct SwingDivergence
{
    qsizetype first = 0; ///< the earlier swing
    qsizetype second = 0; ///< the later one
    /// Price makes a lower low and the sum a higher one; else a higher high and a lower one.
    bool isBullish = false;

    friend bool operator==(const SwingDivergence &, const SwingDivergence &) = default;
};

/// Finds divergences between the swings of neighbouring kind. A swing low is a bar whose low is
/// below those of the `reach` bars before it and not above those of the `reach` bars after it; a
/// swing high the mirror. So it is known `reach` bars later, when those have finished, and not
/// before.
class SwingDivergences
{
public:
    /// Bars at each side of a swing.
    static constexpr qsizetype reach = 3;

    qsizetype size() const { return qsizetype(m_bars.size()); }
    void clear();
    /// Finished bars, at index from (0 to size()) and after it; there are none behind them.
    void put(qsizetype from, std::span<const SwingBar> bars);

    /// Ascending by second; of equal ones the bullish first.
    const std::vector<SwingDivergence> &found() const { return m_found; }

private:
    bool isSwing(qsizetype index, bool isLow) const;
    void addSwing(qsizetype index, bool isLow);
    bool isOneRun(qsizetype first, qsizetype second) const;

    std::vector<SwingBar> m_bars;
    std::vector<qsizetype> m_lows; // swings, ascending
    std::vector<qsizetype> m_highs;
    std::vector<SwingDivergence> m_found;
};

} // namespace tapeline
