#pragma once

#include "strategyevaluation.h"

#include <qcustomplot.h>

namespace tapeline {

class Theme;

/// What a strategy gains or loses over the price of its underlying: at the first end (filled, told
/// apart from the rest by its width), now, and at a chosen time and volatility (dashed). Marks the
/// price now, break-evens and one deviation; how likely each price is stands at the bottom. The
/// pointer, or the arrow keys, read a price; the wheel zooms, a double click shows all.
class PayoffPlot : public QCustomPlot
{
    Q_OBJECT

public:
    explicit PayoffPlot(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing is drawn of an evaluation that is not complete.
    void setEvaluation(const StrategyEvaluation &evaluation, const WhatIf &whatIf);
    /// Prices that are shown.
    std::pair<double, double> range() const { return { m_low, m_high }; }
    const StrategyEvaluation &evaluation() const { return m_evaluation; }
    /// The price that is read; nothing while none is.
    std::optional<double> reading() const { return m_reading; }
    void read(std::optional<double> spot);
    /// Profit at the first end, now, and at the what-if, at a price within the range.
    struct Profits
    {
        double atEnd = 0;
        double now = 0;
        double then = 0;
    };
    Profits profitsAt(double spot) const;

signals:
    /// reading() is another one, or what it says.
    void readingChanged();

protected:
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
    void draw();
    void drawLine();
    void drawOdds();
    void drawMarks();
    void scaleProfit();
    void describe();
    void restyle();
    QCPItemStraightLine *mark(std::size_t index);

    const Theme &m_theme;
    StrategyEvaluation m_evaluation;
    WhatIf m_whatIf;
    strategyevaluation::Curves m_curves;
    double m_low = 0;
    double m_high = 1;
    double m_zoom = 1;
    std::vector<double> m_strikes; ///< that the range was chosen for
    std::optional<double> m_reading;

    QCPAxis *m_oddsAxis;
    QCPGraph *m_odds;
    QCPGraph *m_gain;
    QCPGraph *m_loss;
    QCPGraph *m_end;
    QCPGraph *m_now;
    QCPGraph *m_then;
    QCPItemRect *m_band;
    QCPItemStraightLine *m_spot;
    QCPItemStraightLine *m_pointer;
    std::vector<QCPItemStraightLine *> m_marks; ///< break-evens
    std::vector<QCPItemText *> m_labels;
};

} // namespace tapeline
