#pragma once

#include "strategyevaluation.h"

#include <QWidget>

#include <array>
#include <memory>
#include <vector>

class QGridLayout;
class QLabel;

namespace tapeline {

class StrategyBuilder;
class StrategyLegRow;
class Theme;

/// The legs of a strategy, one a line: side, size, contract (chosen in place by expiration, strike
/// and right), its quote and what it reacts to. A price that is typed stands in for the market's.
class StrategyLegsView : public QWidget
{
    Q_OBJECT

public:
    enum Column : quint8 {
        SideColumn,
        QtyColumn,
        ExpiryColumn,
        StrikeColumn,
        RightColumn,
        BidColumn,
        PriceColumn,
        AskColumn,
        VolatilityColumn,
        DeltaColumn,
        GammaColumn,
        ThetaColumn,
        VegaColumn,
        RemoveColumn
    };
    static constexpr int columnCount = RemoveColumn + 1;

    /// Both must outlive the view.
    StrategyLegsView(const Theme &theme, StrategyBuilder &builder, QWidget *parent = nullptr);
    ~StrategyLegsView() override;

    int rowCount() const { return int(m_rows.size()); }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showLegs();
    void fitColumns();
    void retranslate();
    void restyle();

    const Theme &m_theme;
    StrategyBuilder &m_builder;
    QGridLayout *m_grid;
    QLabel *m_empty;
    std::array<QLabel *, columnCount> m_heads {};
    std::vector<std::unique_ptr<StrategyLegRow>> m_rows;
};

} // namespace tapeline
