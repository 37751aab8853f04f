#pragma once

#include "orderlog.h"
#include "tradetablemodel.h"

#include <QPointer>

namespace tapeline {

class TradeDesk;

/// The orders of the account that is traded on, in the order of their sending.
class OrdersModel : public TradeTableModel
{
    Q_OBJECT

public:
    enum Column {
        Time,
        Symbol,
        Side,
        Quantity,
        Filled,
        Type,
        Limit,
        Stop,
        Tif,
        State,
        Why,
        Group,
        Id,
        Receipt,
        Cancel,
        ColumnCount
    };
    Q_ENUM(Column)

    /// The desk must outlive the model.
    explicit OrdersModel(TradeDesk &desk, QObject *parent = nullptr);

    /// Quantity, limit and stop of an order that works, where it has them.
    bool isEditable(const QModelIndex &index) const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    std::span<const ColumnLook> looks() const override;
    QString columnName(int column) const override;

protected:
    QString title(int column) const override;
    QString text(int row, int column) const override;
    QVariant value(int row, int column, int role) const override;

private:
    const OrderLine &line(int row) const { return m_log->orders()[std::size_t(row)]; }
    void follow();
    void restart();
    void add();
    void followStops();
    void turnDay(Timestamp at);
    QString tagText(const OrderTicket &ticket) const;
    QString priceText(const std::optional<Price> &price) const;
    std::optional<Price> stopOf(const OrderLine &order) const;
    QVariant sortValue(int row, int column) const;

    TradeDesk &m_desk;
    QPointer<OrderLog> m_log;
    int m_count = 0; ///< of the log's orders that were announced
    QDate m_today; ///< of the newest of them
    QHash<QString, Price> m_stops; ///< where trailing stops have moved to
};

/// "ACME", or how many legs a package has.
QString orderSubject(const OrderTicket &ticket);

} // namespace tapeline
