#pragma once

#include "tradetablemodel.h"

#include "accountview.h"

#include <vector>

namespace tapeline {

class TradeDesk;

/// The positions of the account that is traded on, a row each; new ones come last. By their symbol
/// they are sorted so that options stand behind their underlying, those of a strategy together.
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
        Strategy, ///< that its orders were part of
        DaysLeft, ///< to the expiry of an option
        Moneyness, ///< of an option, by the price of its underlying now
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
        std::optional<int> days {}; ///< calendar days to expiry
        QString strategy {}; ///< that it is part of
        std::optional<double> moneyness {}; ///< share of the price in the money; below 0: out of it
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
