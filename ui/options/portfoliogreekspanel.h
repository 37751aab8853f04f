#pragma once

#include "panel.h"

#include <QTimer>

#include <array>

class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace tapeline {

class FigureTile;
class GreeksModel;
class PortfolioDesk;
class ScenarioGrid;
class TradeTable;

/// What all positions react to together: delta in shares, money and shares of an index, gamma,
/// theta and vega, by underlying and in total; what the portfolio would gain by price, volatility
/// and time; and what expires next.
class PortfolioGreeksPanel : public Panel
{
    Q_OBJECT

public:
    enum Tile { DeltaMoney, IndexDelta, GammaMoney, Theta, Vega, OpenProfit, TileCount };

    /// The desk must outlive the panel.
    PortfolioGreeksPanel(const PanelContext &context, PortfolioDesk &desk,
                         QWidget *parent = nullptr);

    TradeTable *table() const { return m_table; }
    ScenarioGrid *grid() const { return m_grid; }
    QString tileText(Tile tile) const;
    QString expiriesText() const;
    QString noteText() const;
    QString symbolAtHand() const override;

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTiles();
    QWidget *makeBar();
    QWidget *makeScenario();
    void showPortfolio();
    void showTiles();
    void showDays();
    void showScenario();
    void showExpiries();
    void showNote();
    void takeIndex();
    void restyle();

    PortfolioDesk &m_desk;
    GreeksModel *m_model;
    TradeTable *m_table;
    std::array<FigureTile *, TileCount> m_tiles {};
    QLineEdit *m_index;
    QLabel *m_indexName;
    QToolButton *m_detailed;
    QSlider *m_days;
    QLabel *m_daysText;
    ScenarioGrid *m_grid;
    QLabel *m_expiries;
    QLabel *m_note;
    QTimer m_scenarioSoon; ///< the slider has moved
    QTimer m_scenarioDue; ///< it is a hundred valuations
};

} // namespace tapeline
