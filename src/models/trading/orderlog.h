#pragma once

#include "orderevent.h"
#include "orderpreview.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace tapeline {

/// A fill of an order, with what it rests on.
struct FillLine
{
    QString order; ///< its id
    QString symbol; ///< of the leg, for a package
    Side side = Side::Buy;
    Qty qty;
    Price price;
    Money fee;
    Timestamp at {};
    FillEvidence evidence {};
};

/// One thing that happened to an order.
struct OrderStep
{
    Timestamp at {}; ///< market time
    OrderAction action = OrderAction::Submit;
    Reason reason {};
    std::optional<std::size_t> fill {}; ///< index of the log's
    /// The order as it was from then on, where it was sent or changed.
    std::shared_ptr<const OrderTicket> ticket {};
};

/// An order, from its sending to its end, as far as it is known.
struct OrderLine
{
    OrderTicket ticket;
    OrderState state = OrderState::New; ///< New: it is under way, nothing is written down yet
    Reason reason {}; ///< the last that was told: of a refusal, of its end, of a refused change
    Timestamp sentAt {}; ///< market time
    Timestamp changedAt {};
    Qty filled;
    Money paid {}; ///< price times quantity of its fills, without multiplier, of packages unused
    Money fees {};
    std::vector<std::size_t> fills {}; ///< indices of the log's
    std::vector<OrderStep> steps {}; ///< oldest first; without those that change nothing

    bool isOpen() const { return !isTerminal(state); }
    Qty leaves() const { return isOpen() ? ticket.qty - filled : Qty(); }
    /// Average price of its fills; nothing before the first and for packages.
    std::optional<Price> average() const;
};

/// The orders of one account and their fills, folded from the events that were told. The same
/// events give the same log, whether they come at once or one by one.
class OrderLog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order of their sending.
    const std::vector<OrderLine> &orders() const { return m_orders; }
    /// Oldest first.
    const std::vector<FillLine> &fills() const { return m_fills; }
    /// Indices of those that are New, in the order of their sending: few at any time.
    const std::vector<std::size_t> &underWay() const { return m_underWay; }
    /// Null for an unknown id.
    const OrderLine *find(const QString &id) const;

    /// Forgets what there is; these came before.
    void restart(const std::vector<OrderEvent> &events);
    /// An order that was just sent: shown until the first event tells more.
    void addSent(const OrderTicket &ticket, Timestamp at);
    void apply(const OrderEvent &event);

signals:
    void restarted();
    void orderAdded(std::size_t index);
    void orderChanged(std::size_t index);
    void fillAdded(std::size_t index);

private:
    std::optional<std::size_t> fold(const OrderEvent &event);
    std::size_t indexOf(const OrderEvent &event);
    void noteState(std::size_t index);
    void takeFill(OrderLine &order, const OrderEvent &event);
    static void takeStep(OrderLine &order, const OrderEvent &event);

    std::vector<OrderLine> m_orders;
    std::vector<FillLine> m_fills;
    QHash<QString, std::size_t> m_byId;
    std::vector<std::size_t> m_underWay;
};

} // namespace tapeline
