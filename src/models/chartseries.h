#pragma once

#include "marketsnapshot.h"
#include "ohlcpyramid.h"
#include "timeframe.h"

#include <QObject>

#include <deque>

namespace tapeline {

/// One bar as a chart shows it; doubles, for drawing and reading only.
struct ChartBar
{
    Timestamp start {};
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;
    double vwap = 0; ///< 0 when unknown
    qint64 tradeCount = 0; ///< 0 when unknown
    bool hasPrices = true;
};

/// The bars of one chart, each with a key: a whole number, one more than that of the bar before,
/// whatever time lies between them. The keys are the chart's x axis, so closed sessions take no
/// room.
///
/// A bar's key stays when newer bars come; older bars, and bars that fill a hole, take keys
/// downwards, so that what lies to their right keeps its place on the screen. The first bar after a
/// reset has the key 0.
class ChartSeries : public QObject
{
    Q_OBJECT

public:
    using Key = qint64;

    /// What one update did.
    struct Change
    {
        bool reset = false; ///< nothing of before is left
        qsizetype older = 0; ///< bars added to the left of others
        qsizetype newer = 0; ///< bars added at the right
        Key replacedFrom = 0; ///< existing bars [replacedFrom, replacedTo] have new values
        Key replacedTo = -1;
        bool status = false; ///< history, progress, message, badge, gaps or what is provisional
        bool quality = false;

        bool hasReplaced() const { return replacedFrom <= replacedTo; }
    };

    explicit ChartSeries(QObject *parent = nullptr);

    /// What the bars are of. Forgets all bars.
    void setInstrument(const QString &symbol, Timeframe timeframe, int priceDecimals = 2,
                       AssetClass assetClass = AssetClass::Stocks);
    const QString &symbol() const { return m_symbol; }
    Timeframe timeframe() const { return m_timeframe; }
    /// Of crypto as many as the bars' prices take, or those that were set.
    int priceDecimals() const { return m_priceDecimals; }
    AssetClass assetClass() const { return m_assetClass; }

    void apply(const ChartUpdate &update);

    bool isEmpty() const { return m_starts.empty(); }
    qsizetype size() const { return qsizetype(m_starts.size()); }
    Key firstKey() const { return m_firstKey; }
    Key lastKey() const { return m_firstKey + size() - 1; } ///< firstKey() - 1 when empty
    bool contains(Key key) const { return key >= m_firstKey && key <= lastKey(); }

    /// key must be contained.
    Timestamp start(Key key) const { return m_starts[std::size_t(key - m_firstKey)]; }
    /// key must be contained.
    ChartBar bar(Key key) const;
    /// key must be contained.
    const OhlcRun &run(Key key) const { return m_pyramid.at(key - m_firstKey); }
    /// Of the bar with prices nearest to the left of key; 0 when there is none.
    double closeBefore(Key key) const;
    /// The first bar that starts at or after time; lastKey() + 1 when none does.
    Key keyAtOrAfter(Timestamp time) const;
    /// The bar whose time holds this one; where there is none, keyAtOrAfter(). Bars that time does
    /// not end last until the next one begins.
    Key keyHolding(Timestamp time) const;
    /// All bars with keys in [first, last] as one.
    OhlcRun over(Key first, Key last) const;
    /// Index 0 of the pyramid is firstKey().
    const OhlcPyramid &pyramid() const { return m_pyramid; }

    /// Keys in [first, last] of bars that follow a hole in the data, or hold one.
    std::vector<Key> gaps(Key first, Key last) const;
    /// Bars from here on can still change.
    Timestamp provisionalFrom() const { return m_provisionalFrom; }
    ChartUpdate::History history() const { return m_history; }
    double progress() const { return m_progress; }
    const QString &message() const { return m_message; }
    DataBadge badge() const { return m_badge; }
    /// When the bars were asked for, while they are as the cache had them; else 0.
    Timestamp keptAsOf() const { return m_keptAsOf; }
    /// Who some of the bars are from, when not the chosen source.
    const QString &provider() const { return m_provider; }
    /// How good the bars are, once that is known.
    const std::optional<DataQuality> &quality() const { return m_quality; }
    /// Keys in [first, last] of bars that an issue names, ascending.
    std::vector<Key> doubtful(Key first, Key last) const;

signals:
    void changed(const tapeline::ChartSeries::Change &change);

private:
    void forgetBars();
    bool learnDecimals(std::span<const Candle> bars);
    bool takeStatus(const ChartUpdate &update);
    bool takeQuality(const ChartUpdate &update);
    void mergeBars(std::span<const Candle> bars, Change &change);
    /// bars: unique, ascending, all newer than any there is.
    void append(std::span<const Candle> bars);
    /// bars: unique, ascending, all between the bars at index - 1 and index.
    void insert(qsizetype index, std::span<const Candle> bars);
    void replace(qsizetype index, const Candle &bar);
    qsizetype indexAtOrAfter(Timestamp time) const;

    QString m_symbol;
    Timeframe m_timeframe;
    int m_priceDecimals = 2;
    AssetClass m_assetClass = AssetClass::Stocks;
    bool m_learnsDecimals = false;

    // Columns of equal length; open, high, low, close and volume are the pyramid's lowest level
    Key m_firstKey = 0;
    std::deque<Timestamp> m_starts;
    std::deque<double> m_vwaps;
    std::deque<qint32> m_tradeCounts;
    OhlcPyramid m_pyramid;

    std::vector<Timestamp> m_gaps; // ascending
    Timestamp m_provisionalFrom {};
    ChartUpdate::History m_history = ChartUpdate::History::Loading;
    double m_progress = 0;
    QString m_message;
    Timestamp m_keptAsOf {};
    QString m_provider;
    DataBadge m_badge;
    std::optional<DataQuality> m_quality;
    std::vector<Timestamp> m_doubtful; // bars that issues name, ascending
};

} // namespace tapeline
