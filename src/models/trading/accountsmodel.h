#pragma once

#include "accountview.h"
#include "tradetablemodel.h"

#include <vector>

namespace tapeline {

class TradeDesk;

/// All paper accounts side by side, a row each.
class AccountsModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Equity,
        Cash,
        DayProfit,
        OpenProfit,
        Realized,
        Fees,
        Net,
        WinRate,
        Trades,
        ColumnCount
    };
    Q_ENUM(Column)

    /// The desk must outlive the model.
    explicit AccountsModel(TradeDesk &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    struct Row
    {
        QString name;
        AccountFigures figures;
        Money dayProfit;
        friend bool operator==(const Row &, const Row &) = default;
    };

    void update();
    std::vector<Row> wanted() const;
    QVariant sortValue(const Row &row, int column) const;
    int sign(const Row &row, int column) const;

    TradeDesk &m_desk;
    std::vector<Row> m_rows;
};

} // namespace tapeline
