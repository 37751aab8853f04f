#include "papertext.h"

#include "easterntext.h"
#include "jsonline.h"
#include "ordertext.h"

namespace tapeline::papertext {

using namespace Qt::Literals::StringLiterals;

namespace {

void pad(std::string &row, const std::string &cell, std::size_t width)
{
    row += cell;
    row.append(cell.size() < width ? width - cell.size() : 1, ' ');
}

JsonLine evidenceOf(const FillEvidence &evidence)
{
    JsonLine line;
    line.add("rule", orderText(evidence.rule));
    if (evidence.quoteTime != Timestamp {})
        line.add("quote_at", toNs(evidence.quoteTime))
            .addText("bid", evidence.bid)
            .addText("bid_size", evidence.bidSize)
            .addText("ask", evidence.ask)
            .addText("ask_size", evidence.askSize);
    if (evidence.printTime != Timestamp {})
        line.add("print_at", toNs(evidence.printTime))
            .addText("print_px", evidence.printPrice)
            .addText("print_qty", evidence.printSize);
    line.add("sequence", qint64(evidence.sequence))
        .addText("queue_ahead", evidence.queueAhead)
        .addText("slippage", evidence.slippage)
        .addText("strict_qty", evidence.strictQty)
        .addText("generous_qty", evidence.generousQty);
    return line;
}

JsonLine accountOf(const AccountFigures &figures)
{
    JsonLine line;
    line.addText("cash", figures.cash)
        .addText("equity", figures.equity)
        .addText("realized", figures.realized)
        .addText("unrealized", figures.unrealized)
        .addText("fees", figures.fees)
        .addText("buying_power", figures.buyingPower)
        .add("trades", figures.trades);
    // A ratio of two counts is no decimal of the books; six digits are plenty
    if (const std::optional<double> rate = figures.winRate())
        line.addText("win_rate", Money::fromDouble(*rate));
    else
        line.addNull("win_rate");
    return line.add("stale", figures.stale);
}

std::vector<JsonLine> positionsOf(const PaperAccount &account, Timestamp at)
{
    std::vector<JsonLine> lines;
    for (const PositionRow &row : account.positionRows(at))
        lines.emplace_back()
            .addText("symbol", row.symbol)
            .addText("qty", row.qty)
            .addText("cost", row.cost)
            .addText("average", row.average)
            .addText("mark", row.mark)
            .addText("value", row.value)
            .addText("unrealized", row.unrealized)
            .add("stale", row.isStale);
    return lines;
}

std::vector<JsonLine> lotsOf(const PaperAccount &account)
{
    std::vector<JsonLine> lines;
    for (const LotRow &row : account.lotRows())
        lines.emplace_back()
            .addText("symbol", row.symbol)
            .add("id", qint64(row.lot.id))
            .add("opened_at", toNs(row.lot.openedAt))
            .addText("qty", row.lot.qty)
            .addText("cost", row.lot.cost);
    return lines;
}

} // namespace

std::string toJson(const OrderEvent &event)
{
    JsonLine line;
    line.add("at", toNs(event.at)).addText("id", event.id).add("state", stateText(event.state));
    if (event.reason.code == ReasonCode::None)
        line.addNull("reason");
    else
        line.add("reason", reasonText(event.reason.code));
    if (!event.reason.numbers.isEmpty())
        line.addText("detail", event.reason.numbers);
    line.addText("last_qty", event.lastQty)
        .addText("last_px", event.lastPrice)
        .addText("cum_qty", event.cumQty)
        .addText("leaves", event.leaves)
        .addText("fee", event.fee);
    if (event.leg >= 0)
        line.add("leg", event.leg);
    if (event.lastQty.isZero())
        line.addNull("evidence");
    else
        line.add("evidence", evidenceOf(event.evidence));
    return line.text();
}

std::string header()
{
    std::string row;
    for (const auto &[name, width] :
         { std::pair("time (Eastern)", 25), std::pair("order", 14), std::pair("state", 18),
           std::pair("fill", 24), std::pair("done / left", 18) })
        pad(row, name, std::size_t(width));
    return row + "reason";
}

std::string toRow(const OrderEvent &event)
{
    const QString fill = event.lastQty.isZero()
        ? QString()
        : u"%1 @ %2"_s.arg(event.lastQty.toString(), event.lastPrice.toString(2));
    const QString done = u"%1 / %2"_s.arg(event.cumQty.toString(), event.leaves.toString());
    std::string row;
    pad(row, easternTextMs(event.at), 25);
    pad(row, event.id.toStdString(), 14);
    pad(row, std::string(stateText(event.state)), 18);
    pad(row, fill.toStdString(), 24);
    pad(row, done.toStdString(), 18);
    row += reasonText(event.reason.code);
    if (!event.reason.numbers.isEmpty())
        row += ' ' + event.reason.numbers.toStdString();
    return row;
}

std::string toJson(const PaperAccount &account, Timestamp at)
{
    return JsonLine()
        .add("account", accountOf(account.figures(at)))
        .add("positions", positionsOf(account, at))
        .add("lots", lotsOf(account))
        .text();
}

std::string toRows(const PaperAccount &account, Timestamp at)
{
    const AccountFigures figures = account.figures(at);
    std::string rows;
    const auto add = [&rows](const char *name, const QString &value) {
        pad(rows, name, 16);
        rows += value.toStdString() + '\n';
    };
    add("cash", figures.cash.toString(2));
    add("equity", figures.equity.toString(2));
    add("realized", figures.realized.toString(2));
    add("unrealized", figures.unrealized.toString(2));
    add("fees", figures.fees.toString(2));
    add("buying power", figures.buyingPower.toString(2));
    add("trades", QString::number(figures.trades));
    for (const PositionRow &row : account.positionRows(at))
        add("position",
            u"%1 %2 @ %3, mark %4"_s.arg(row.symbol, row.qty.toString(), row.average.toString(2),
                                         row.mark.toString(2)));
    rows.pop_back();
    return rows;
}

} // namespace tapeline::papertext
