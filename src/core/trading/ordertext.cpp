#include "ordertext.h"

#include "decimaltext.h"
#include "orderrulestext.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> sideWords { "buy", "sell" };
constexpr std::array<std::string_view, 6> typeWords { "market",        "limit",
                                                      "stop",          "stop_limit",
                                                      "trailing_stop", "trailing_stop_limit" };
constexpr std::array<std::string_view, 7> tifWords {
    "day", "gtc", "gtd", "ioc", "fok", "opg", "cls"
};
constexpr std::array<std::string_view, 5> triggerWords { "usual", "last", "bid_ask", "double_last",
                                                         "mid" };
constexpr std::array<std::string_view, 10> ruleWords {
    "none",          "take_displayed", "walk_book", "queue_reached", "traded_through",
    "quote_crossed", "touched",        "auction",   "package",       "bar"
};
static_assert(ruleWords.size() == std::size_t(FillRule::Bar) + 1);
constexpr std::array<std::string_view, 15> actionWords {
    "deny",           "submit",   "accept",          "reject",  "trigger",
    "fill_part",      "fill_all", "request_replace", "replace", "reject_replace",
    "request_cancel", "cancel",   "reject_cancel",   "expire",  "work"
};
static_assert(actionWords.size() == std::size_t(OrderAction::Work) + 1);

constexpr std::array<std::string_view, 4> recencyWords { "unknown", "real_time", "delayed",
                                                         "end_of_day" };
static_assert(recencyWords.size() == std::size_t(Recency::EndOfDay) + 1);

constexpr std::array<std::string_view, 3> stageWords { "fresh", "taking", "resting" };

template<typename Value> std::optional<Value> fromWord(Words words, std::string_view text)
{
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return {};
    return static_cast<Value>(found - words.begin());
}

void addPrice(JsonFields &fields, std::string_view name, std::optional<Price> price)
{
    if (price)
        fields.decimal(name, *price);
}

void addFlag(JsonFields &fields, std::string_view name, bool value)
{
    if (value)
        fields.flag(name, true);
}

void addText(JsonFields &fields, std::string_view name, const QString &text)
{
    if (!text.isEmpty())
        fields.text(name, text);
}

void addPrices(JsonFields &fields, const OrderTicket &ticket)
{
    addPrice(fields, "limit", ticket.limit);
    addPrice(fields, "stop", ticket.stop);
    addPrice(fields, "trail", ticket.trail);
    if (ticket.trailPpm) {
        std::string percent;
        decimaltext::append(percent, *ticket.trailPpm, 4);
        fields.text("trail_percent", percent);
    }
    addPrice(fields, "limit_offset", ticket.limitOffset);
    addPrice(fields, "activation", ticket.activation);
}

std::string legsText(const OrderTicket &ticket)
{
    std::vector<std::string> legs;
    for (const OrderLeg &leg : ticket.legs)
        legs.push_back(JsonFields()
                           .text("symbol", leg.symbol)
                           .text("side", orderText(leg.side))
                           .integer("ratio", leg.ratio)
                           .take());
    return jsonArray(legs);
}

void readPrice(JsonReading &reading, const QJsonObject &object, QLatin1StringView name,
               std::optional<Price> &target)
{
    if (object.contains(name))
        reading.decimal(name, target.emplace());
}

void readPercent(JsonReading &reading, const QJsonObject &object, std::optional<qint64> &target)
{
    constexpr auto name = "trail_percent"_L1;
    if (!object.contains(name))
        return;
    const Result<qint64> ppm = decimaltext::parse(object.value(name).toString(), 4);
    if (ppm)
        target = *ppm;
    else
        reading.fail(name);
}

void readLegs(JsonReading &reading, const QJsonObject &object, std::vector<OrderLeg> &legs)
{
    const QJsonValue written = object.value("legs"_L1);
    if (!written.isUndefined() && !written.isArray())
        reading.fail("legs"_L1);
    for (const QJsonValue &value : written.toArray()) {
        const QJsonObject fields = value.toObject();
        JsonReading part(fields);
        OrderLeg leg;
        qint64 ratio = 1;
        part.text("symbol"_L1, leg.symbol);
        part.word("side"_L1, leg.side, sideFromText);
        part.integer("ratio"_L1, ratio);
        leg.ratio = int(std::clamp<qint64>(ratio, 0, 1'000'000));
        if (part.failed() || leg.symbol.isEmpty())
            reading.fail("legs"_L1);
        legs.push_back(leg);
    }
}

} // namespace

std::string_view orderText(Side side)
{
    return sideWords[std::size_t(side)];
}
std::string_view orderText(OrderType type)
{
    return typeWords[std::size_t(type)];
}
std::string_view orderText(TimeInForce tif)
{
    return tifWords[std::size_t(tif)];
}
std::string_view orderText(TriggerSource source)
{
    return triggerWords[std::size_t(source)];
}
std::string_view orderText(FillRule rule)
{
    return ruleWords[std::size_t(rule)];
}
std::string_view orderText(OrderAction action)
{
    return actionWords[std::size_t(action)];
}
std::string_view orderText(MatchStage stage)
{
    return stageWords[std::size_t(stage)];
}
std::string_view orderText(Recency recency)
{
    return recencyWords[std::size_t(recency)];
}

std::optional<Side> sideFromText(std::string_view text)
{
    return fromWord<Side>(sideWords, text);
}
std::optional<OrderType> orderTypeFromText(std::string_view text)
{
    return fromWord<OrderType>(typeWords, text);
}
std::optional<TimeInForce> timeInForceFromText(std::string_view text)
{
    return fromWord<TimeInForce>(tifWords, text);
}
std::optional<TriggerSource> triggerSourceFromText(std::string_view text)
{
    return fromWord<TriggerSource>(triggerWords, text);
}
std::optional<FillRule> fillRuleFromText(std::string_view text)
{
    return fromWord<FillRule>(ruleWords, text);
}
std::optional<OrderAction> orderActionFromText(std::string_view text)
{
    return fromWord<OrderAction>(actionWords, text);
}
std::optional<MatchStage> matchStageFromText(std::string_view text)
{
    return fromWord<MatchStage>(stageWords, text);
}
std::optional<Recency> recencyFromText(std::string_view text)
{
    return fromWord<Recency>(recencyWords, text);
}

std::string ticketText(const OrderTicket &ticket)
{
    JsonFields fields;
    fields.text("id", ticket.id);
    addText(fields, "symbol", ticket.symbol);
    fields.text("side", orderText(ticket.side)).decimal("qty", ticket.qty);
    fields.text("type", orderText(ticket.type));
    addPrices(fields, ticket);
    if (ticket.trigger != TriggerSource::Usual)
        fields.text("trigger", orderText(ticket.trigger));
    fields.text("tif", orderText(ticket.tif));
    if (toNs(ticket.until) != 0)
        fields.integer("until", toNs(ticket.until));
    addFlag(fields, "extended_hours", ticket.extendedHours);
    addFlag(fields, "reduce_only", ticket.reduceOnly);
    addFlag(fields, "post_only", ticket.postOnly);
    addFlag(fields, "all_or_none", ticket.allOrNone);
    addPrice(fields, "take_profit", ticket.takeProfit);
    addPrice(fields, "stop_loss", ticket.stopLoss);
    addPrice(fields, "stop_loss_limit", ticket.stopLossLimit);
    addRules(fields, ticket);
    addText(fields, "parent", ticket.parent);
    addText(fields, "oco", ticket.oco);
    addText(fields, "strategy", ticket.strategy);
    if (ticket.isPackage())
        fields.raw("legs", legsText(ticket));
    return fields.take();
}

const QStringList &ticketFields()
{
    static const QStringList names { u"id"_s,
                                     u"symbol"_s,
                                     u"side"_s,
                                     u"qty"_s,
                                     u"type"_s,
                                     u"limit"_s,
                                     u"stop"_s,
                                     u"trail"_s,
                                     u"trail_percent"_s,
                                     u"limit_offset"_s,
                                     u"activation"_s,
                                     u"trigger"_s,
                                     u"tif"_s,
                                     u"until"_s,
                                     u"extended_hours"_s,
                                     u"reduce_only"_s,
                                     u"post_only"_s,
                                     u"all_or_none"_s,
                                     u"take_profit"_s,
                                     u"stop_loss"_s,
                                     u"stop_loss_limit"_s,
                                     u"stop_loss_atr"_s,
                                     u"size"_s,
                                     u"time_stop"_s,
                                     u"iv_stop"_s,
                                     u"oco"_s,
                                     u"strategy"_s,
                                     u"legs"_s };
    return names;
}

Result<OrderTicket> ticketFromJson(const QJsonObject &object)
{
    OrderTicket ticket;
    JsonReading reading(object);
    reading.text("id"_L1, ticket.id);
    reading.text("symbol"_L1, ticket.symbol);
    reading.word("side"_L1, ticket.side, sideFromText);
    reading.decimal("qty"_L1, ticket.qty);
    reading.word("type"_L1, ticket.type, orderTypeFromText);
    readPrice(reading, object, "limit"_L1, ticket.limit);
    readPrice(reading, object, "stop"_L1, ticket.stop);
    readPrice(reading, object, "trail"_L1, ticket.trail);
    readPercent(reading, object, ticket.trailPpm);
    readPrice(reading, object, "limit_offset"_L1, ticket.limitOffset);
    readPrice(reading, object, "activation"_L1, ticket.activation);
    reading.word("trigger"_L1, ticket.trigger, triggerSourceFromText);
    reading.word("tif"_L1, ticket.tif, timeInForceFromText);
    qint64 until = 0;
    reading.integer("until"_L1, until);
    ticket.until = fromNs(until);
    reading.flag("extended_hours"_L1, ticket.extendedHours);
    reading.flag("reduce_only"_L1, ticket.reduceOnly);
    reading.flag("post_only"_L1, ticket.postOnly);
    reading.flag("all_or_none"_L1, ticket.allOrNone);
    readPrice(reading, object, "take_profit"_L1, ticket.takeProfit);
    readPrice(reading, object, "stop_loss"_L1, ticket.stopLoss);
    readPrice(reading, object, "stop_loss_limit"_L1, ticket.stopLossLimit);
    readRules(reading, object, ticket);
    reading.text("parent"_L1, ticket.parent);
    reading.text("oco"_L1, ticket.oco);
    reading.text("strategy"_L1, ticket.strategy);
    readLegs(reading, object, ticket.legs);
    if (reading.failed())
        return reading.error();
    return ticket;
}

} // namespace tapeline
