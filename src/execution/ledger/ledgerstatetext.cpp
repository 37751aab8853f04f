#include "jsonfields.h"
#include "ledgerstate.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString dayText(QDate date)
{
    return date.toString(Qt::ISODate);
}

std::string lotText(const Lot &lot)
{
    return JsonFields()
        .integer("id", qint64(lot.id))
        .integer("opened_at", toNs(lot.openedAt))
        .decimal("qty", lot.qty)
        .decimal("cost", lot.cost)
        .text("strategy", lot.strategy)
        .flag("restated", lot.isRestated)
        .take();
}

std::string openTripText(const OpenTrip &trip)
{
    return JsonFields()
        .integer("id", qint64(trip.id))
        .text("order", trip.order)
        .integer("opened_at", toNs(trip.openedAt))
        .decimal("gross", trip.gross)
        .decimal("fees", trip.fees)
        .integer("changes", trip.changes)
        .take();
}

std::string closedLegText(const ClosedLeg &leg)
{
    return JsonFields()
        .text("symbol", leg.symbol)
        .integer("closed_by", qint64(leg.closedBy))
        .raw("sums", openTripText(leg.sums))
        .take();
}

std::string tripText(const RoundTrip &trip)
{
    return JsonFields()
        .integer("id", qint64(trip.id))
        .text("order", trip.order)
        .text("symbol", trip.symbol)
        .text("strategy", trip.strategy)
        .integer("opened_at", toNs(trip.openedAt))
        .integer("closed_at", toNs(trip.closedAt))
        .decimal("gross", trip.gross)
        .decimal("fees", trip.fees)
        .integer("changes", trip.changes)
        .integer("closed_by", qint64(trip.closedBy))
        .take();
}

/// text: item -> std::string.
template<typename Items, typename Text> std::string arrayText(const Items &items, Text text)
{
    std::vector<std::string> texts;
    for (const auto &item : items)
        texts.push_back(text(item));
    return jsonArray(texts);
}

std::string positionText(const Position &position)
{
    return JsonFields()
        .text("symbol", position.symbol)
        .integer("multiplier", position.multiplier)
        .decimal("deliverable", position.deliverable)
        .decimal("qty", position.qty)
        .decimal("cost", position.cost)
        .raw("lots", arrayText(position.lots, lotText))
        .raw("trip", openTripText(position.trip))
        .text("opened_on", dayText(position.openedOn))
        .take();
}

std::string dividendText(const PendingDividend &dividend)
{
    return JsonFields()
        .integer("sequence", qint64(dividend.sequence))
        .text("symbol", dividend.symbol)
        .decimal("amount", dividend.amount)
        .take();
}

std::string unsettledText(const UnsettledCash &cash)
{
    return JsonFields()
        .text("traded_on", dayText(cash.tradedOn))
        .decimal("amount", cash.amount)
        .take();
}

std::string dayTradeText(const DayTrade &trade)
{
    return JsonFields()
        .text("date", dayText(trade.date))
        .integer("sequence", qint64(trade.sequence))
        .text("symbol", trade.symbol)
        .take();
}

std::string balancesText(const LedgerState &state)
{
    JsonFields fields;
    for (std::size_t account = 0; account < ledgerAccountCount; ++account)
        fields.decimal(ledgerAccountText(LedgerAccount(account)), state.balances[account]);
    return fields.take();
}

std::string dayMarkText(const DayMark &day)
{
    return JsonFields()
        .text("date", dayText(day.date))
        .decimal("equity", day.equity)
        .decimal("flows", day.flows)
        .take();
}

} // namespace

quint64 hashWith(quint64 hash, const RoundTrip &trip)
{
    for (const char c : tripText(trip)) // FNV-1a
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return (hash ^ '\n') * 0x100000001B3ULL;
}

std::string ledgerStateText(const LedgerState &state)
{
    return JsonFields()
        .integer("sequence", qint64(state.sequence))
        .integer("next_lot", qint64(state.nextLot))
        .integer("archive", qint64(state.archive))
        .raw("balances", balancesText(state))
        .raw("positions",
             arrayText(state.positions, [](const auto &item) { return positionText(item.second); }))
        .raw("closed_legs", arrayText(state.closedLegs, closedLegText))
        .integer("trips", qint64(state.trips.size()))
        .text("trips_hash", QString::number(state.tripsHash, 16))
        .integer("wins", state.wins)
        .raw("dividends", arrayText(state.dividends, dividendText))
        .decimal("accrued", state.accrued)
        .text("accrued_to", dayText(state.accruedTo))
        .raw("unsettled", arrayText(state.unsettled, unsettledText))
        .integer("day_trades", qint64(state.dayTrades.size()))
        .raw("day_trade",
             dayTradeText(state.dayTrades.empty() ? DayTrade() : state.dayTrades.back()))
        .raw("day", dayMarkText(state.day))
        .flag("killed", state.killed)
        .text("loss_lock", dayText(state.lossLock))
        .raw("settings", settingsText(state.settings))
        .take();
}

} // namespace tapeline
