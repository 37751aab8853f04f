#pragma once

#include "tradebreakdown.h"
#include "tradetablemodel.h"

namespace tapeline {

/// Groups of trades as rows, each with what its trades come to.
class BreakdownModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column { Group, Trades, Net, WinRate, Expectancy, ProfitFactor, ExpectancyR, ColumnCount };
    Q_ENUM(Column)

    using TradeTableModel::TradeTableModel;

    /// The groups need not keep their results.
    void setGroups(TradeBreakdown breakdown, std::vector<TradeGroup> groups);
    TradeBreakdown breakdown() const { return m_breakdown; }
    const std::vector<TradeGroup> &groups() const { return m_groups; }

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;
    /// With the definition of the figure for a hover.
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    TradeBreakdown m_breakdown = TradeBreakdown::Tag;
    std::vector<TradeGroup> m_groups;
};

} // namespace tapeline
