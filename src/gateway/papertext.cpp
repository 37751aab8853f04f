#include "papertext.h"

#include "jsonfields.h"
#include "ordereventtext.h"
#include "ordertext.h"

#include <algorithm>

namespace tapeline {

namespace {

/// The symbol and side of a fill: a package's are its leg's.
std::pair<QString, Side> filled(const OrderTicket &ticket, int leg)
{
    if (leg < 0 || std::size_t(leg) >= ticket.legs.size())
        return { ticket.symbol, ticket.side };
    const OrderLeg &own = ticket.legs[std::size_t(leg)];
    return { own.symbol, ticket.side == Side::Buy ? own.side : opposite(own.side) };
}

std::string positionText(const PositionRow &row)
{
    JsonFields fields;
    fields.text("symbol", row.symbol).decimal("qty", row.qty).decimal("cost", row.cost);
    fields.decimal("average", row.average).decimal("mark", row.mark).decimal("value", row.value);
    return fields.decimal("unrealized", row.unrealized).flag("stale", row.isStale).take();
}

std::string workingText(const OrderRow &row)
{
    JsonFields fields;
    fields.text("id", row.ticket.id).text("state", stateText(row.state));
    fields.decimal("filled", row.filled).decimal("leaves", row.leaves());
    return fields.integer("sent_at", toNs(row.sentAt)).raw("order", ticketText(row.ticket)).take();
}

std::vector<std::string> workingTexts(const PaperAccountView &account)
{
    std::vector<std::string> rows;
    std::ranges::transform(account.working, std::back_inserter(rows), workingText);
    return rows;
}

std::string fillText(const OrderEvent &fill, const OrderTicket &ticket)
{
    const auto [symbol, side] = filled(ticket, fill.leg);
    JsonFields fields;
    fields.integer("seq", qint64(fill.sequence)).integer("at", toNs(fill.at)).text("id", fill.id);
    fields.text("symbol", symbol).text("side", orderText(side)).decimal("qty", fill.lastQty);
    fields.decimal("price", fill.lastPrice).decimal("fee", fill.fee);
    return fields.text("rule", orderText(fill.evidence.rule)).take();
}

void addFigures(JsonFields &fields, const AccountFigures &figures)
{
    fields.decimal("cash", figures.cash).decimal("equity", figures.equity);
    fields.decimal("realized", figures.realized).decimal("unrealized", figures.unrealized);
    fields.decimal("fees", figures.fees).decimal("buying_power", figures.buyingPower);
    fields.integer("trades", figures.trades).integer("wins", figures.wins);
    fields.flag("stale", figures.stale);
}

JsonFields &addOutcome(JsonFields &fields, const PaperReport &report)
{
    fields.text("account", report.account).text("id", report.event.id);
    fields.text("state", stateText(report.event.state));
    return fields.integer("seq", qint64(report.event.sequence));
}

std::string sentenceOf(const Reason &reason)
{
    std::string sentence = "Refused: " + std::string(reasonText(reason.code));
    if (!reason.numbers.isEmpty())
        sentence += " (" + reason.numbers.toStdString() + ")";
    return sentence + ".";
}

} // namespace

namespace papertext {

HttpReply failure(int status, std::string_view sentence)
{
    return { .status = status, .body = JsonFields().text("error", sentence).take() };
}

HttpReply refusal(int status, const PaperReport &report)
{
    const Reason &reason = report.event.reason;
    JsonFields fields;
    fields.text("error", sentenceOf(reason)).text("reason", reasonText(reason.code));
    fields.text("numbers", reason.numbers);
    return { .status = status, .body = addOutcome(fields, report).take() };
}

HttpReply accepted(const PaperReport &report)
{
    JsonFields fields;
    return { .status = 202, .body = addOutcome(fields, report).take() };
}

std::string portfolio(const PaperAccountView &account,
                      const std::vector<PaperAccountView> &accounts)
{
    std::vector<std::string> positions;
    std::ranges::transform(account.positions, std::back_inserter(positions), positionText);
    std::vector<std::string> names;
    for (const PaperAccountView &other : accounts)
        names.push_back(JsonFields().text("name", other.name).take());
    JsonFields fields;
    fields.text("account", account.name);
    addFigures(fields, account.figures);
    fields.decimal("deposits", account.deposits).decimal("dividends", account.dividends);
    fields.decimal("interest", account.interest).decimal("day_start", account.dayStart);
    fields.decimal("day_profit", account.dayProfit).flag("stopped", account.isStopped);
    fields.flag("day_locked", account.isDayLocked).flag("margin_called", account.isMarginCalled);
    fields.raw("positions", jsonArray(positions)).raw("working", jsonArray(workingTexts(account)));
    return fields.raw("accounts", jsonArray(names)).take();
}

std::string workingOrders(const PaperAccountView &account)
{
    return JsonFields()
        .text("account", account.name)
        .raw("orders", jsonArray(workingTexts(account)))
        .take();
}

std::string order(const QString &account, const LoggedOrder &order)
{
    const OrderEvent &newest = order.newest;
    JsonFields fields;
    fields.text("account", account).text("id", newest.id).text("state", stateText(newest.state));
    if (newest.reason.code != ReasonCode::None)
        fields.text("reason", reasonText(newest.reason.code))
            .text("numbers", newest.reason.numbers);
    fields.decimal("filled", newest.cumQty).integer("sent_at", toNs(order.sentAt));
    fields.integer("at", toNs(newest.at)).integer("seq", qint64(newest.sequence));
    return fields.raw("order", ticketText(order.ticket)).take();
}

std::string trades(const QString &account, const PaperLog &log, std::optional<quint64> after,
                   std::size_t limit)
{
    const std::deque<OrderEvent> &fills = log.fills();
    auto first = fills.end() - qsizetype(std::min(limit, fills.size()));
    if (after)
        first = std::ranges::upper_bound(fills, *after, {}, &OrderEvent::sequence);
    const auto last = first + std::min(qsizetype(limit), qsizetype(fills.end() - first));
    std::vector<std::string> rows;
    for (auto fill = first; fill != last; ++fill)
        rows.push_back(fillText(*fill, log.find(fill->id)->ticket));
    return JsonFields().text("account", account).raw("trades", jsonArray(rows)).take();
}

std::string report(const PaperReport &report)
{
    return JsonFields()
        .text("account", report.account)
        .raw("event", orderEventText(report.event))
        .take();
}

} // namespace papertext
} // namespace tapeline
