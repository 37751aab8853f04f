#pragma once

#include "chartseries.h"
#include "estimateddelta.h"
#include "flowoptions.h"
#include "flowupdate.h"
#include "swingdivergence.h"

#include <QObject>

#include <map>

namespace tapeline {

/// The order flow of a chart's bars, under the same keys: the delta of each and their running sum.
/// Where trades are not known the delta of a bar is estimated from its prices and says so.
class FlowSeries : public QObject
{
    Q_OBJECT

public:
    using Key = ChartSeries::Key;

    /// bars must outlive it.
    explicit FlowSeries(const ChartSeries &bars, QObject *parent = nullptr);

    /// Replaces bars of equal start, or everything on a reset.
    void apply(const FlowUpdate &update);
    /// Forgets what is known of trades: another symbol or rule.
    void clear();
    void setReset(CvdReset reset);
    CvdReset reset() const { return m_reset; }

    bool isEmpty() const { return m_cvd.isEmpty(); }
    Key firstKey() const { return m_firstKey; }
    Key lastKey() const { return m_firstKey + m_cvd.size() - 1; }
    bool contains(Key key) const { return key >= m_firstKey && key <= lastKey(); }

    /// The running sum in a bar as a candle, in shares. key must be contained.
    const OhlcRun &cvd(Key key) const { return m_cvd.at(key - m_firstKey); }
    /// Over the bars of a chart that is zoomed out. Index 0 is firstKey().
    const OhlcPyramid &cvdPyramid() const { return m_cvd; }
    /// All of [first, last] as one; empty where there is none of them.
    OhlcRun cvdOver(Key first, Key last) const;
    OhlcRun deltaOver(Key first, Key last) const;
    /// The delta in a bar as a candle that opens at 0, in shares. key must be contained.
    const OhlcRun &delta(Key key) const { return m_delta.at(key - m_firstKey); }
    const OhlcPyramid &deltaPyramid() const { return m_delta; }
    /// Where the running sum would be if all volume without a clear side had been sold or bought.
    /// key must be contained.
    std::pair<double, double> band(Key key) const { return m_band[std::size_t(key - m_firstKey)]; }
    /// The share of volume without a clear side in [first, last], 0 to 1.
    double doubtfulShare(Key first, Key last) const;
    /// Whether a bar's delta is not from trades. key must be contained.
    bool isEstimated(Key key) const;
    /// The flow of a bar whose trades are known; null for others. key must be of the chart.
    const FlowBar *bar(Key key) const;
    /// Those of the bars [first, last] that are known, ascending.
    std::vector<const FlowBar *> known(Key first, Key last) const;
    /// Grows with every change.
    quint64 revision() const { return m_revision; }
    /// Whether a bar began before trades were known: only a part of it is.
    bool isPartial(Key key) const;
    /// From here on trades are known; nothing while they are not.
    std::optional<Timestamp> knownFrom() const { return m_knownFrom; }

    /// The first bar with any of them; lastKey() + 1 while there is none.
    Key firstKnown() const;

    /// Where price and running sum disagree between two swings; ascending by second. Told from
    /// finished bars whose trades are known: the newest bar is not one of them.
    struct Divergence
    {
        Key first = 0;
        Key second = 0;
        bool isBullish = false;

        friend bool operator==(const Divergence &, const Divergence &) = default;
    };
    /// Those whose line has a part in [first, last].
    std::vector<Divergence> divergences(Key first, Key last) const;

    const ChartSeries &bars() const { return m_bars; }
    const FlowStatistics &statistics() const { return m_statistics; }
    /// Of the known trades' rows; without any, as fine as the bars' prices.
    PriceGrid grid() const;

signals:
    /// Bars from this key on are different; all when it is firstKey().
    void changed(tapeline::FlowSeries::Key from);

private:
    struct Part // of one bar, in shares
    {
        double delta = 0;
        double high = 0;
        double low = 0;
        double sided = 0;
        double doubtful = 0;
    };
    void onBars(const ChartSeries::Change &change);
    Part partOf(Key key) const;
    void estimate(Key from);
    bool startsAnew(Key key) const;
    double sumBefore() const;
    void recount(Key from);
    void recountAll();
    void findDivergences(Key from);

    const ChartSeries &m_bars;
    CvdReset m_reset = CvdReset::Session;
    std::map<Timestamp, FlowBar> m_known;
    std::optional<Timestamp> m_knownFrom;
    FlowStatistics m_statistics;
    PriceGrid m_grid;
    quint64 m_revision = 0;

    Key m_firstKey = 0;
    EstimatedDelta m_estimate; ///< of the bars before trades are known, all from firstKey() on
    OhlcPyramid m_cvd;
    OhlcPyramid m_delta;
    std::vector<std::pair<double, double>> m_band;
    SwingDivergences m_swings; ///< of the finished bars; index 0 is firstKey()
};

} // namespace tapeline
