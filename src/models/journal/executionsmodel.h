#pragma once

#include "traderecord.h"
#include "tradetablemodel.h"

namespace tapeline {

/// What a trade was made of: its fills, and what else changed its position, oldest first.
class ExecutionsModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Time,
        Kind,
        Symbol,
        Side,
        Quantity,
        Price,
        Fee,
        Realized,
        Slippage,
        Order,
        ColumnCount
    };
    Q_ENUM(Column)

    using TradeTableModel::TradeTableModel;

    void setExecutions(std::vector<TradeExecution> executions);
    const TradeExecution &execution(int row) const { return m_rows[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    static QString kindText(TradeExecution::Kind kind);
    QVariant sortValue(int row, int column) const;

    std::vector<TradeExecution> m_rows;
    QDate m_day; ///< of the first: times of another day say theirs
};

} // namespace tapeline
