#include "tickfields.h"

#include "restbody.h"

namespace tapeline::tickfields {

using jsonread::firstOf;

namespace {

Timestamp timeOf(JsonValue row)
{
    return FeedNumbers::timeOrEpoch(firstOf(
        row, { "sip_timestamp", "t", "participant_timestamp", "timestamp", "last_updated" }));
}

/// The conditions of a trade; the oldest shape numbers its fields instead of writing a list.
TradeConditions conditionsOf(JsonValue row)
{
    const JsonValue list = firstOf(row, { "conditions", "c" });
    if (list.isPresent())
        return FeedNumbers::conditions(list);
    TradeConditions ids;
    for (const std::string_view name : { "cond1", "cond2", "cond3", "cond4" }) {
        if (const quint16 id = FeedNumbers::integerOr<quint16>(row[name]))
            ids.add(id);
    }
    return ids;
}

Qty sizeOf(JsonValue size, Price price, FeedNumbers &numbers)
{
    if (!size.isPresent())
        return price > Price() ? Qty::whole(1) : Qty();
    return numbers.qty(size).value_or(Qty());
}

} // namespace

std::optional<Trade> trade(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<Price> price = numbers.price(firstOf(row, { "price", "p" }));
    const std::optional<Qty> size
        = numbers.qty(firstOf(row, { "decimal_size", "ds" }), firstOf(row, { "size", "s" }));
    const Timestamp time = timeOf(row);
    if (!price || !size || *size < Qty() || time == Timestamp())
        return {};

    Trade trade;
    trade.time = time;
    trade.participantTime
        = FeedNumbers::timeOrEpoch(firstOf(row, { "participant_timestamp", "y" }));
    trade.price = *price;
    trade.size = *size;
    trade.sequence = FeedNumbers::integerOr<quint64>(firstOf(row, { "sequence_number", "q" }));
    trade.exchange = FeedNumbers::integerOr<quint16>(firstOf(row, { "exchange", "x" }));
    trade.trfId = FeedNumbers::integerOr<quint16>(firstOf(row, { "trf_id", "r" }));
    trade.tape = FeedNumbers::integerOr<quint8>(firstOf(row, { "tape", "z" }));
    trade.correction = FeedNumbers::integerOr<quint8>(firstOf(row, { "correction", "e" }));
    trade.conditions = conditionsOf(row);
    trade.id = TradeId(firstOf(row, { "id", "i" }).text());
    return trade;
}

std::optional<Quote> quote(JsonValue row, FeedNumbers &numbers)
{
    // In short names the lower case is the bid and the upper case the ask, but for forex, which has
    // b and a
    const std::optional<Price> bid
        = numbers.price(firstOf(row, { "bid_price", "bid", "p", "b", "bidprice" }));
    const std::optional<Price> ask
        = numbers.price(firstOf(row, { "ask_price", "ask", "P", "a", "askprice" }));
    const Timestamp time = timeOf(row);
    if (!(bid || ask) || time == Timestamp())
        return {};

    const quint16 venue = FeedNumbers::integerOr<quint16>(row["exchange"]);
    Quote quote;
    quote.time = time;
    quote.bid = bid.value_or(Price());
    quote.ask = ask.value_or(Price());
    quote.bidSize = sizeOf(firstOf(row, { "bid_size", "s", "bidsize" }), quote.bid, numbers);
    quote.askSize = sizeOf(firstOf(row, { "ask_size", "S", "asksize" }), quote.ask, numbers);
    quote.sequence = FeedNumbers::integerOr<quint64>(firstOf(row, { "sequence_number", "q" }));
    quote.bidExchange = FeedNumbers::integerOr<quint16>(
        firstOf(row, { "bid_exchange", "x", "bidexchange" }), venue);
    quote.askExchange = FeedNumbers::integerOr<quint16>(
        firstOf(row, { "ask_exchange", "X", "askexchange" }), venue);
    const TradeConditions conditions = conditionsOf(row);
    quote.condition = conditions.isEmpty() ? quint16(0) : conditions.ids().front();
    quote.tape = FeedNumbers::integerOr<quint8>(firstOf(row, { "tape", "z" }));
    return quote;
}

} // namespace tapeline::tickfields
