#pragma once

#include "chartscene.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tapeline {

/// How the bars of one chart are painted: the type, what it is painted from, the level of a
/// baseline.
class ChartLook : public QObject
{
    Q_OBJECT

public:
    /// look must outlive it.
    explicit ChartLook(BarLook &look, QObject *parent = nullptr);

    void setType(ChartType type);
    ChartType type() const { return m_look.type; }
    /// 0 is the top of the pane, 1 its floor.
    void setBaseline(double level);
    double baseline() const { return m_look.baseline; }

    /// Not owned; may be null.
    void setSeries(const ChartSeries *series);
    /// After the bars changed, before anyone looks at them.
    void update(const ChartSeries::Change &change);
    /// From the lowest to the highest of what is painted of [first, last].
    OhlcRun over(ChartSeries::Key first, ChartSeries::Key last) const;

signals:
    /// Other bars are painted, or otherwise.
    void changed();
    /// The type or the level of the baseline is another one.
    void chosen();

private:
    void derive();
    void takeSlice();

    BarLook &m_look;
    const ChartSeries *m_series = nullptr;
    std::unique_ptr<DerivedBars> m_derived;
    bool m_isHeikinAshi = false; ///< of m_derived
    QTimer m_slices; ///< takes in what is left of a long history, part by part
};

} // namespace tapeline
