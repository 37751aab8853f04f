#pragma once

#include "accountview.h"

#include <qcustomplot.h>

namespace tapeline {

class Theme;

/// What an account was worth over time, by market time in New York; deposits and withdrawals can be
/// taken out of it. The pointer reads a point.
class EquityCurve : public QCustomPlot
{
    Q_OBJECT

public:
    explicit EquityCurve(const Theme &theme, QWidget *parent = nullptr);

    void setPoints(const std::vector<EquityPoint> &points);
    /// Shows what was earned in place of what there is.
    void setWithoutDeposits(bool without);
    bool isWithoutDeposits() const { return m_withoutDeposits; }
    /// What is drawn, oldest first.
    std::vector<Money> values() const;

signals:
    /// The point under the pointer, in words; empty when it has left.
    void readingChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Money valueOf(const EquityPoint &point) const;
    QString textOf(const EquityPoint &point) const;
    void showPoints();
    void showWhole();
    void restyle();

    const Theme &m_theme;
    std::vector<EquityPoint> m_points;
    QCPGraph *m_line;
    QCPItemStraightLine *m_pointer;
    bool m_withoutDeposits = false;
};

} // namespace tapeline
