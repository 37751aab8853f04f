#pragma once

#include "orderlog.h"
#include "tradetablemodel.h"

#include <QPointer>

namespace tapeline {

class TradeDesk;

/// The fills of the account that is traded on, oldest first.
class FillsModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Symbol, Side, Quantity, Price, Fee, Rule, Order, Receipt, ColumnCount };
    Q_ENUM(Column)

    /// The desk must outlive the model.
    explicit FillsModel(TradeDesk &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    const FillLine &line(int row) const { return m_log->fills()[std::size_t(row)]; }
    void follow();
    void restart();
    void add(std::size_t index);
    QVariant sortValue(int row, int column) const;

    TradeDesk &m_desk;
    QPointer<OrderLog> m_log;
    int m_count = 0; ///< of the log's fills that were announced
    QDate m_today; ///< of the newest of them
};

} // namespace tapeline
