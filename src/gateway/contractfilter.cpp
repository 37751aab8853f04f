#include "contractfilter.h"

#include <algorithm>
#include <limits>

namespace tapeline {

namespace {

using namespace endpointcall;

constexpr std::array<std::string_view, 5> suffixes { "", ".gt", ".gte", ".lt", ".lte" };

/// Narrows [low, high] by one bound; step is the least difference between two values.
template<typename Value, typename Step>
void narrow(Value &low, Value &high, std::string_view suffix, Value bound, Step step)
{
    if (suffix.empty() || suffix == ".gte")
        low = std::max(low, bound);
    if (suffix.empty() || suffix == ".lte")
        high = std::min(high, bound);
    if (suffix == ".gt")
        low = std::max(low, step(bound, 1));
    if (suffix == ".lt")
        high = std::min(high, step(bound, -1));
}

std::optional<HttpReply> readStrikes(const EndpointCall &call, const QueryParameters &query,
                                     ContractFilter &filter)
{
    for (const std::string_view suffix : suffixes) {
        const std::string key = "strike_price" + std::string(suffix);
        const std::string_view text = query.value(key);
        if (text.empty())
            continue;
        const Result<Price> bound = Price::parseFeed(text);
        if (!bound)
            return httpreply::brokenRule(call.requestId, key, "number");
        narrow(filter.lowestStrike, filter.highestStrike, suffix, *bound,
               [](Price price, int units) {
                   constexpr qint64 most = std::numeric_limits<qint64>::max() - 1;
                   return Price::fromUnits(std::clamp(price.units(), -most, most) + units);
               });
    }
    return std::nullopt;
}

std::optional<HttpReply> readExpirations(const EndpointCall &call, const QueryParameters &query,
                                         ContractFilter &filter)
{
    QDate first(1900, 1, 1);
    QDate last(2200, 1, 1);
    for (const std::string_view suffix : suffixes) {
        const std::string key = "expiration_date" + std::string(suffix);
        const std::string_view text = query.value(key);
        if (text.empty())
            continue;
        const std::optional<QDate> bound = date(text);
        if (!bound)
            return httpreply::badTime(call.requestId, key);
        narrow(first, last, suffix, *bound, [](QDate day, int days) { return day.addDays(days); });
    }
    filter.firstExpiration = first;
    filter.lastExpiration = last;
    return std::nullopt;
}

} // namespace

ContractSpan ContractFilter::narrowed(ContractSpan span) const
{
    if (firstExpiration.isValid())
        span.from = std::max(span.from, firstExpiration);
    if (lastExpiration.isValid())
        span.to = std::min(span.to, lastExpiration);
    return span;
}

std::optional<HttpReply> contractfilter::read(const EndpointCall &call,
                                              const QueryParameters &query, ContractFilter &filter)
{
    const std::string_view type = query.value("contract_type");
    if (type == "call")
        filter.right = OptionRight::Call;
    else if (type == "put")
        filter.right = OptionRight::Put;
    else if (type == "other")
        filter.excludesAll = true;
    else if (!type.empty())
        return httpreply::brokenRule(call.requestId, "contract_type", "oneof");
    if (auto refused = readStrikes(call, query, filter))
        return refused;
    return readExpirations(call, query, filter);
}

std::optional<contractfilter::Order> contractfilter::orderOf(std::string_view text)
{
    if (text == "ticker")
        return Order::Ticker;
    if (text == "underlying_ticker")
        return Order::Underlying;
    if (text == "expiration_date")
        return Order::Expiration;
    if (text == "strike_price")
        return Order::Strike;
    return std::nullopt;
}

void contractfilter::sort(std::vector<ServedContract> &rows, Order order, bool ascending)
{
    const auto by = [&rows](auto member) {
        std::stable_sort(rows.begin(), rows.end(),
                         [&](const auto &a, const auto &b) { return a.*member < b.*member; });
    };
    switch (order) {
    case Order::Ticker:
        break;
    case Order::Underlying:
        by(&ServedContract::chain);
        break;
    case Order::Expiration:
        by(&ServedContract::expiration);
        break;
    case Order::Strike:
        by(&ServedContract::strike);
        break;
    }
    if (!ascending)
        std::reverse(rows.begin(), rows.end());
}

} // namespace tapeline
