#include "tickendpoints.h"

#include "easterntime.h"
#include "pagecursor.h"
#include "tickpages.h"

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr int defaultRows = 1'000;
constexpr int maxRows = 50'000;

/// The instants a date or a count of nanoseconds stands for: [first, behind).
struct Moment
{
    Timestamp first;
    Timestamp behind;
};

std::optional<Moment> moment(std::string_view text)
{
    if (const std::optional<QDate> day = date(text))
        return Moment { easterntime::at(*day), easterntime::at(day->addDays(1)) };
    const std::optional<qint64> ns = wholeNumber(text);
    if (!ns || *ns < 0 || *ns > 7'258'118'400'000'000'000)
        return std::nullopt;
    return Moment { fromNs(*ns), fromNs(*ns + 1) };
}

/// The part of time that `timestamp` and its suffixes leave, [from, to), within what the plan may
/// see. A date means its whole Eastern day: `.gt` begins after it, `.lte` includes it.
std::optional<HttpReply> readRange(const EndpointCall &call, tickpages::PageRequest &page)
{
    Timestamp from = call.view.oldest;
    Timestamp to = call.view.asOf;
    bool bounded = false;
    constexpr std::array names { "timestamp", "timestamp.gt", "timestamp.gte", "timestamp.lt",
                                 "timestamp.lte" };
    for (const std::string_view name : names) {
        const std::string_view text = call.query.value(name);
        if (text.empty())
            continue;
        const std::optional<Moment> when = moment(text);
        if (!when)
            return httpreply::badRequest(call.requestId,
                                         "Could not parse the time parameter: '" + std::string(name)
                                             + "'. Use YYYY-MM-DD or Unix NS Timestamps");
        const std::string_view rule = name.substr(std::string_view("timestamp").size());
        const auto raise = [&](Timestamp bound) {
            from = bounded ? std::max(from, bound) : bound;
            bounded = true;
        };
        if (rule == ".gt")
            raise(when->behind);
        else if (rule.empty() || rule == ".gte")
            raise(when->first);
        if (rule == ".lt")
            to = std::min(to, when->first);
        else if (rule.empty() || rule == ".lte")
            to = std::min(to, when->behind);
    }
    if (auto refused = refusedRange(call, bounded ? from : std::min(to, call.view.asOf), to))
        return refused;
    page.from = from;
    page.to = to;
    return std::nullopt;
}

/// A cursor holds order, limit, the range that is left and how many ticks at its first instant are
/// done.
std::optional<HttpReply> readCursor(const EndpointCall &call, std::string_view cursor,
                                    tickpages::PageRequest &page)
{
    const auto fields = pagecursor::open(call.path, cursor);
    if (!fields || fields->size() != 5)
        return unknownCursor(call);
    page.ascending = (*fields)[0] == "asc";
    page.limit = static_cast<std::size_t>(wholeNumber((*fields)[1]).value_or(1));
    page.from = fromNs(wholeNumber((*fields)[2]).value_or(0));
    page.to = std::min(call.view.asOf, fromNs(wholeNumber((*fields)[3]).value_or(0)));
    page.skip = static_cast<std::size_t>(wholeNumber((*fields)[4]).value_or(0));
    return std::nullopt;
}

std::optional<HttpReply> readQuery(const EndpointCall &call, tickpages::PageRequest &page)
{
    page.instrument = call.instrument(0);
    if (const auto cursor = call.query.find("cursor"))
        return readCursor(call, *cursor, page);
    const std::optional<bool> order = ascending(call.query, "order", false);
    if (!order)
        return httpreply::brokenRule(call.requestId, "order", "oneof");
    page.ascending = *order;
    if (call.query.value("sort", "timestamp") != "timestamp")
        return httpreply::brokenRule(call.requestId, "sort", "oneof");
    std::string_view rule;
    const std::optional<int> rows = limit(call.query, defaultRows, maxRows, &rule);
    if (!rows)
        return httpreply::brokenRule(call.requestId, "limit", rule);
    page.limit = static_cast<std::size_t>(*rows);
    if (auto refused = readRange(call, page))
        return refused;
    if (page.instrument < 0)
        return std::nullopt;
    const ServedInstrument &about = call.source.instrument(page.instrument);
    page.from = std::max(
        page.from, easterntime::at(about.listed.isValid() ? about.listed : QDate(1970, 1, 1)));
    if (about.lastTrade.isValid())
        page.to = std::min(page.to, easterntime::at(about.lastTrade.addDays(1)));
    return std::nullopt;
}

template<typename Tick>
std::string nextAddress(const EndpointCall &call, const tickpages::PageRequest &page,
                        const std::vector<Tick> &ticks)
{
    const Timestamp edge = ticks.back().time;
    std::size_t done = 0;
    while (done < ticks.size() && ticks[ticks.size() - 1 - done].time == edge)
        ++done;
    const Timestamp begin = page.ascending ? page.from : page.to - 1ns;
    if (done == ticks.size() && edge == begin)
        done += page.skip; // the whole page lay in one instant
    const Timestamp from = page.ascending ? edge : page.from;
    const Timestamp to = page.ascending ? page.to : edge + 1ns;
    return call.base + call.path + "?cursor="
        + pagecursor::seal(call.path,
                           { page.ascending ? "asc" : "desc", std::to_string(page.limit),
                             std::to_string(toNs(from)), std::to_string(toNs(to)),
                             std::to_string(done) });
}

void writeConditions(JsonWriter &json, std::string_view key, const TradeConditions &conditions)
{
    if (conditions.isEmpty())
        return;
    json.beginArray(key);
    for (const quint16 id : conditions.ids())
        json.integer({}, id);
    json.endArray();
}

Timestamp participantTime(const Trade &trade)
{
    return trade.participantTime == Timestamp() ? trade.time : trade.participantTime;
}

/// The fields that contracts have: no exact size, id or tape.
void writeContractRow(JsonWriter &json, const Trade &trade)
{
    writeConditions(json, "conditions", trade.conditions);
    if (trade.correction != 0)
        json.integer("correction", trade.correction);
    json.integer("exchange", trade.exchange);
    json.integer("participant_timestamp", toNs(participantTime(trade)));
    json.price("price", trade.price);
    json.integer("sequence_number", static_cast<qint64>(trade.sequence));
    json.integer("sip_timestamp", toNs(trade.time));
    json.wholeShares("size", trade.size);
}

void writeContractRow(JsonWriter &json, const Quote &quote)
{
    json.integer("ask_exchange", quote.askExchange);
    json.price("ask_price", quote.ask);
    json.wholeShares("ask_size", quote.askSize);
    json.integer("bid_exchange", quote.bidExchange);
    json.price("bid_price", quote.bid);
    json.wholeShares("bid_size", quote.bidSize);
    json.integer("sequence_number", static_cast<qint64>(quote.sequence));
    json.integer("sip_timestamp", toNs(quote.time));
}

void writeRow(JsonWriter &json, const Trade &trade)
{
    writeConditions(json, "conditions", trade.conditions);
    if (trade.correction != 0)
        json.integer("correction", trade.correction);
    json.exactText("decimal_size", trade.size);
    json.integer("exchange", trade.exchange);
    json.text("id", trade.id.view());
    json.integer("participant_timestamp", toNs(participantTime(trade)));
    json.price("price", trade.price);
    json.integer("sequence_number", static_cast<qint64>(trade.sequence));
    json.integer("sip_timestamp", toNs(trade.time));
    json.wholeShares("size", trade.size);
    json.integer("tape", trade.tape);
    if (trade.trfId != 0) {
        json.integer("trf_id", trade.trfId);
        json.integer("trf_timestamp", toNs(participantTime(trade)));
    }
}

void writeRow(JsonWriter &json, const Quote &quote)
{
    json.integer("ask_exchange", quote.askExchange);
    json.price("ask_price", quote.ask);
    json.quantity("ask_size", quote.askSize);
    json.integer("bid_exchange", quote.bidExchange);
    json.price("bid_price", quote.bid);
    json.quantity("bid_size", quote.bidSize);
    if (quote.condition != 0) {
        json.beginArray("conditions");
        json.integer({}, quote.condition);
        json.endArray();
    }
    json.integer("participant_timestamp", toNs(quote.time));
    json.integer("sequence_number", static_cast<qint64>(quote.sequence));
    json.integer("sip_timestamp", toNs(quote.time));
    json.integer("tape", quote.tape);
}

template<typename Tick> HttpReply history(const EndpointCall &call)
{
    tickpages::PageRequest request;
    if (auto refused = readQuery(call, request))
        return *refused;
    tickpages::Page<Tick> page;
    if (request.instrument >= 0)
        page = tickpages::readPage<Tick>(call.source, request);

    HttpReply reply;
    reply.body.reserve(page.ticks.size() * 260 + 400);
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginArray("results");
    for (const Tick &tick : page.ticks) {
        json.beginObject();
        if (call.assetClass == AssetClass::Options)
            writeContractRow(json, tick);
        else
            writeRow(json, tick);
        json.endObject();
    }
    json.endArray();
    json.text("status", call.status());
    json.text("request_id", call.requestId);
    if (page.more)
        json.text("next_url", nextAddress(call, request, page.ticks));
    json.endObject();
    return reply;
}

/// {"results":{...},"status":"OK","request_id":...} around what write puts into results.
template<typename Write> HttpReply single(const EndpointCall &call, Write write)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("results");
    json.text("T", call.arguments[0]);
    write(json);
    json.endObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.endObject();
    return reply;
}

} // namespace

HttpReply tickendpoints::trades(const EndpointCall &call)
{
    return history<Trade>(call);
}

HttpReply tickendpoints::quotes(const EndpointCall &call)
{
    return history<Quote>(call);
}

HttpReply tickendpoints::lastTrade(const EndpointCall &call)
{
    const int instrument = call.instrument(0);
    const std::optional<Trade> trade
        = instrument < 0 ? std::nullopt : call.source.lastTrade(instrument, call.view.asOf);
    if (!trade)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    return single(call, [&](JsonWriter &json) {
        const bool isContract = call.assetClass == AssetClass::Options;
        writeConditions(json, "c", trade->conditions);
        if (!isContract)
            json.exactText("ds", trade->size);
        if (trade->correction != 0)
            json.integer("e", trade->correction);
        json.text("i", trade->id.view());
        json.price("p", trade->price);
        json.integer("q", static_cast<qint64>(trade->sequence));
        if (trade->trfId != 0) {
            json.integer("f", toNs(participantTime(*trade)));
            json.integer("r", trade->trfId);
        }
        json.wholeShares("s", trade->size);
        json.integer("t", toNs(trade->time));
        json.integer("x", trade->exchange);
        json.integer("y", toNs(participantTime(*trade)));
        if (!isContract)
            json.integer("z", trade->tape);
    });
}

HttpReply tickendpoints::lastQuote(const EndpointCall &call)
{
    const int instrument = call.instrument(0);
    const std::optional<Quote> quote
        = instrument < 0 ? std::nullopt : call.source.lastQuote(instrument, call.view.asOf);
    if (!quote)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    return single(call, [&](JsonWriter &json) {
        json.price("P", quote->ask);
        json.quantity("S", quote->askSize);
        json.integer("X", quote->askExchange);
        if (quote->condition != 0) {
            json.beginArray("c");
            json.integer({}, quote->condition);
            json.endArray();
        }
        json.price("p", quote->bid);
        json.integer("q", static_cast<qint64>(quote->sequence));
        json.quantity("s", quote->bidSize);
        json.integer("t", toNs(quote->time));
        json.integer("x", quote->bidExchange);
        json.integer("y", toNs(quote->time));
        json.integer("z", quote->tape);
    });
}

} // namespace tapeline
