#pragma once

#include "orderevent.h"

#include <QJsonObject>
#include <QStringList>

#include <string>
#include <string_view>

namespace tapeline {

/// "buy", "stop_limit", "gtc", "bid_ask", "queue_reached", "fill_part", ...: as in journals, order
/// files and reports.
std::string_view orderText(Side side);
std::string_view orderText(OrderType type);
std::string_view orderText(TimeInForce tif);
std::string_view orderText(TriggerSource source);
std::string_view orderText(FillRule rule);
std::string_view orderText(OrderAction action);
std::string_view orderText(MatchStage stage);
std::string_view orderText(Recency recency);
std::optional<Side> sideFromText(std::string_view text);
std::optional<OrderType> orderTypeFromText(std::string_view text);
std::optional<TimeInForce> timeInForceFromText(std::string_view text);
std::optional<TriggerSource> triggerSourceFromText(std::string_view text);
std::optional<FillRule> fillRuleFromText(std::string_view text);
std::optional<OrderAction> orderActionFromText(std::string_view text);
std::optional<MatchStage> matchStageFromText(std::string_view text);
std::optional<Recency> recencyFromText(std::string_view text);

/// An order as JSON: fixed order of fields, decimals as text, empty fields left out.
std::string ticketText(const OrderTicket &ticket);
/// The names that someone may write in an order.
const QStringList &ticketFields();
/// The inverse. Malformed, naming the field, for a wrong value; names it does not know are the
/// caller's business.
Result<OrderTicket> ticketFromJson(const QJsonObject &object);

} // namespace tapeline
