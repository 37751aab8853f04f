#include "cryptoendpoints.h"

#include "booksource.h"

namespace tapeline {

namespace {

/// Each price with the sizes of the venues it rests at, here one.
Qty writeSide(JsonWriter &json, std::string_view key, const std::vector<BookLevel> &levels,
              quint16 venue)
{
    const std::string name = std::to_string(venue);
    Qty sum;
    json.beginArray(key);
    for (const BookLevel &level : levels) {
        json.beginObject();
        json.price("p", level.price);
        json.beginObject("x");
        json.quantity(name, level.size);
        json.endObject();
        json.endObject();
        sum += level.size;
    }
    json.endArray();
    return sum;
}

Price bestOf(const std::vector<BookLevel> &levels)
{
    return levels.empty() ? Price() : levels.front().price;
}

} // namespace

HttpReply cryptoendpoints::book(const EndpointCall &call)
{
    const QString &ticker = call.arguments.front();
    const int pair = call.instrumentOf(AssetClass::Crypto, 0);
    if (pair < 0)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    const DepthUpdate book = call.source.books()->bookAt(pair, call.view.asOf);
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.beginObject("data");
    json.text("ticker", ticker);
    const Qty bids = writeSide(json, "bids", book.bids, book.exchange);
    const Qty asks = writeSide(json, "asks", book.asks, book.exchange);
    json.quantity("bidCount", bids);
    json.quantity("askCount", asks);
    json.price("spread", bestOf(book.asks) - bestOf(book.bids));
    json.integer("updated", toMs(book.time));
    json.endObject();
    json.endObject();
    return reply;
}

} // namespace tapeline
