#pragma once

#include "tradetablemodel.h"

#include "accountview.h"

#include <vector>

namespace tapeline {

class TradeDesk;

/// The positions of the account that is traded on, a row each; new ones come last.
class PositionsModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Symbol,
        Quantity,
        Average,
        Mark,
        Value,
        OpenProfit,
        OpenPercent,
        Protected,
        Close,
        ColumnCount
    };
    Q_ENUM(Column)

    /// The desk must outlive the model.
    explicit PositionsModel(TradeDesk &desk, QObject *parent = nullptr);

    /// -1 when there is none.
    int rowOf(const QString &symbol) const;

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
        PositionRow position;
        Qty covered; ///< by working stops
        friend bool operator==(const Row &, const Row &) = default;
    };

    void restart();
    void update();
    std::vector<Row> wanted() const;
    QVariant sortValue(const Row &row, int column) const;

    TradeDesk &m_desk;
    std::vector<Row> m_rows;
};

/// Open profit or loss against what was paid, 0.01 is 1 %; nothing for a position that cost
/// nothing.
std::optional<double> openShare(const PositionRow &position);

} // namespace tapeline
