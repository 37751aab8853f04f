#include "orderhistory.h"

#include "keptevents.h"

#include <algorithm>
#include <set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 firstReach = 256; ///< order events before and after the executions

QByteArray idText(const QString &id)
{
    OrderEvent named;
    named.id = id;
    const QByteArray text = QByteArray::fromStdString(orderEventText(named));
    const qsizetype begin = text.indexOf("\"id\":");
    return text.mid(begin, text.indexOf(",\"action\"") - begin);
}

/// One look at a stretch of an account's order events.
class OrderSearch
{
public:
    explicit OrderSearch(const std::set<QString> &orders)
        : m_orders(orders)
    {
        for (const QString &order : orders)
            m_names.push_back(idText(order));
    }

    void look(const std::vector<JournalLine> &lines)
    {
        for (const JournalLine &line : lines)
            if (mayConcern(line.body))
                if (const Result<OrderEvent> event
                    = orderEventFromText({ line.body.constData(), std::size_t(line.body.size()) }))
                    take(*event);
    }

    /// All of them were sent, and nothing happens to them or their children any more.
    bool hasBegins() const { return m_begun == m_orders.size(); }
    bool hasEnds() const { return m_open.empty(); }
    std::vector<OrderEvent> takeEvents() { return std::move(m_events); }

private:
    /// Cheaper than reading every line.
    bool mayConcern(const QByteArray &body) const
    {
        return std::ranges::any_of(m_names,
                                   [&](const QByteArray &name) { return body.contains(name); })
            || body.contains("\"parent\":");
    }

    void take(const OrderEvent &event)
    {
        const OrderTicket *ticket = event.newTicket();
        const bool isChild = ticket && m_orders.contains(ticket->parent);
        if (isChild && m_children.insert(event.id).second)
            m_names.push_back(idText(event.id));
        if (!m_orders.contains(event.id) && !m_children.contains(event.id))
            return;
        if (event.action == OrderAction::Submit && m_orders.contains(event.id))
            ++m_begun;
        if (isTerminal(event.state))
            m_open.erase(event.id);
        else
            m_open.insert(event.id);
        m_events.push_back(event);
    }

    const std::set<QString> &m_orders;
    std::set<QString> m_children;
    std::vector<QByteArray> m_names;
    std::set<QString> m_open;
    std::size_t m_begun = 0;
    std::vector<OrderEvent> m_events;
};

} // namespace

Result<std::vector<OrderEvent>> readOrderHistory(const JournalDatabase &journal,
                                                 const QString &account,
                                                 std::span<const TradeExecution> executions)
{
    std::set<QString> orders;
    quint64 first = std::numeric_limits<quint64>::max();
    quint64 last = 0;
    for (const TradeExecution &execution : executions) {
        if (execution.orderEvent == 0)
            continue;
        orders.insert(execution.order);
        first = std::min(first, execution.orderEvent);
        last = std::max(last, execution.orderEvent);
    }
    if (orders.empty())
        return std::vector<OrderEvent>();
    for (quint64 before = firstReach, after = firstReach;;) {
        const quint64 from = first > before ? first - before : 1;
        const quint64 to = last + after;
        const Result<std::vector<JournalLine>> lines
            = journal.lines(account, keptevents::orderStream, from, qint64(to - from + 1));
        if (!lines)
            return lines.error();
        OrderSearch search(orders);
        search.look(*lines);
        const bool isBegun = search.hasBegins() || from == 1;
        const bool isEnded = search.hasEnds() || lines->size() < to - from + 1;
        if (isBegun && isEnded)
            return search.takeEvents();
        before *= isBegun ? 1 : 8;
        after *= isEnded ? 1 : 8;
    }
}

} // namespace tapeline
