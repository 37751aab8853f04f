#pragma once

#include "portfoliogreeks.h"

#include <QWidget>

namespace tapeline {

class Theme;

/// What a portfolio would gain or lose, moves of price down and shifts of volatility across. Every
/// cell says its amount with a sign; the tint behind it grows with the amount.
class ScenarioGrid : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioGrid(const Theme &theme, QWidget *parent = nullptr);

    void setScenario(const PortfolioScenario &scenario);
    const PortfolioScenario &scenario() const { return m_scenario; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    QRect cellAt(int column, int row) const;
    void paintCell(QPainter &painter, const QRect &cell, double profit, double most) const;

    const Theme &m_theme;
    PortfolioScenario m_scenario;
};

/// "+5 %", "-10 %": a share as a whole number of percent, with its sign.
QString signedPercent(double share);

} // namespace tapeline
