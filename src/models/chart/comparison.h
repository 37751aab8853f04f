#pragma once

#include "derivedbars.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace tapeline {

/// Another symbol on a chart: its closes at the times of the chart's bars. Bars meet by the window
/// of time they are of; where the other symbol has none there is no value, and none is made up.
class Comparison : public QObject
{
    Q_OBJECT

public:
    using Key = ChartSeries::Key;

    /// bars: the chart's, must outlive it. tint: which of the chart's line colours.
    Comparison(const ChartSeries &bars, const QString &symbol, int tint, QObject *parent = nullptr);

    const QString &symbol() const { return m_symbol; }
    int tint() const { return m_tint; }
    bool isShown() const { return m_shown; }
    /// Its own bars, for whoever feeds them.
    ChartSeries &series() { return m_series; }
    const ChartSeries &series() const { return m_series; }
    /// Under the keys of the chart's bars, flat.
    const DerivedBars &closes() const { return m_closes; }
    /// The first value of [first, last]; 0 when there is none.
    double baseOf(Key first, Key last) const;
    /// The newest value at or before a bar; nothing when there is none.
    std::optional<double> valueAt(Key key) const;

    /// After the chart's bars changed.
    void update(const ChartSeries::Change &change) { m_closes.update(change); }
    /// Takes in older bars of a long history, a slice at a time; false when all are.
    bool takeSlice();

signals:
    /// tailOnly: nothing but the value at the chart's newest bar.
    void valuesChanged(bool tailOnly);
    /// What is to be said of its data is different.
    void statusChanged();

private:
    friend class Comparisons;
    OhlcRun matched(Key key);
    void follow(const ChartSeries::Change &change);

    const ChartSeries &m_bars;
    const QString m_symbol;
    const int m_tint;
    bool m_shown = true;
    ChartSeries m_series;
    Key m_next = 0; ///< where in the other series the search begins
    Timestamp m_firstStart {}; ///< of the other series' first bar
    DerivedBars m_closes;
};

/// The symbols that a chart is compared to.
class Comparisons : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 8;

    /// bars: the chart's, must outlive it.
    explicit Comparisons(const ChartSeries &bars, QObject *parent = nullptr);

    const std::vector<std::unique_ptr<Comparison>> &all() const { return m_all; }
    bool isEmpty() const { return m_all.empty(); }
    /// Null when there is none of it.
    Comparison *find(const QString &symbol) const;
    /// In the first colour that none has; nothing happens when it is there already, is the chart's
    /// own symbol, or there are too many.
    bool add(const QString &symbol);
    void remove(const QString &symbol);
    void setShown(const QString &symbol, bool shown);

    /// After the chart's bars changed, before anyone looks at them.
    void update(const ChartSeries::Change &change);

    QJsonArray toJson() const;
    /// In place of all there are.
    void fromJson(const QJsonArray &json);

signals:
    /// One came (its series is empty) or goes.
    void added(tapeline::Comparison &comparison);
    void removed(tapeline::Comparison &comparison);
    /// A person added one.
    void chosen();
    /// Which there are, or which are shown, is different.
    void listChanged();
    void valuesChanged(bool tailOnly);
    void statusChanged();

private:
    bool add(const QString &symbol, int tint, bool shown);
    int freeTint() const;

    const ChartSeries &m_bars;
    std::vector<std::unique_ptr<Comparison>> m_all;
    QTimer m_slices;
};

} // namespace tapeline
