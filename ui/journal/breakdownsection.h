#pragma once

#include "dashboardsection.h"
#include "performancemetric.h"
#include "tradebreakdown.h"

class QComboBox;
class QTabBar;

namespace tapeline {

class BarPlot;
class BreakdownModel;
class TradeTable;

/// What the trades come to by tag, symbol, hour and so on: bars and a table with the figures of
/// each group. A group that is chosen narrows the filter.
class BreakdownSection : public DashboardSection
{
    Q_OBJECT

public:
    BreakdownSection(TradeStudy &study, const Theme &theme, QWidget *parent = nullptr);

    QString title() const override;
    void setBreakdown(TradeBreakdown breakdown);
    TradeBreakdown breakdown() const;
    BarPlot *bars() const { return m_bars; }
    TradeTable *table() const { return m_table; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void refresh() override;
    void retranslate() override;
    void restyle() override;

private:
    PerformanceMetric metric() const;
    void show(TradeBreakdown breakdown, std::vector<TradeGroup> groups);
    void showBars();
    void narrow(std::size_t group);

    QTabBar *m_tabs; ///< one a breakdown
    QComboBox *m_metric; ///< what the bars show
    QLabel *m_note;
    BarPlot *m_bars;
    BreakdownModel *m_model;
    TradeTable *m_table;
    std::vector<std::size_t> m_barGroups; ///< the model's, of each bar
};

} // namespace tapeline
