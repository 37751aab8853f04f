#include "requesttime.h"

#include "markethours.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

// 1900 and 2200
constexpr qint64 firstMs = -2'208'988'800'000;
constexpr qint64 lastMs = 7'258'118'400'000;

} // namespace

std::optional<requesttime::Moment> requesttime::read(std::string_view text, Count count,
                                                     AssetClass assetClass)
{
    if (const std::optional<QDate> day = endpointcall::date(text))
        return Moment { markethours::dayStart(assetClass, *day),
                        markethours::dayStart(assetClass, day->addDays(1)) };
    const std::optional<qint64> number = endpointcall::wholeNumber(text);
    if (!number)
        return std::nullopt;
    if (count == Count::Milliseconds) {
        if (*number < firstMs || *number > lastMs)
            return std::nullopt;
        return Moment { fromMs(*number), fromMs(*number + 1) };
    }
    if (*number < 0 || *number > lastMs * 1'000'000)
        return std::nullopt;
    return Moment { fromNs(*number), fromNs(*number + 1) };
}

std::optional<HttpReply> requesttime::narrow(const EndpointCall &call, const QueryParameters &query,
                                             std::string_view name, Count count, Range &range)
{
    constexpr std::array<std::string_view, 5> rules { "", ".gt", ".gte", ".lt", ".lte" };
    for (const std::string_view rule : rules) {
        const std::string key = std::string(name) + std::string(rule);
        const std::string_view text = query.value(key);
        if (text.empty())
            continue;
        const std::optional<Moment> when = read(text, count, call.assetClass);
        if (!when)
            return httpreply::badRequest(
                call.requestId,
                "Could not parse the time parameter: '" + key + "'. Use YYYY-MM-DD or Unix "
                    + (count == Count::Nanoseconds ? "NS" : "MS") + " Timestamps");
        const auto raise = [&](Timestamp bound) {
            range.from = range.isBounded ? std::max(range.from, bound) : bound;
            range.isBounded = true;
        };
        if (rule == ".gt")
            raise(when->behind);
        else if (rule.empty() || rule == ".gte")
            raise(when->first);
        if (rule == ".lt")
            range.to = std::min(range.to, when->first);
        else if (rule.empty() || rule == ".lte")
            range.to = std::min(range.to, when->behind);
    }
    return std::nullopt;
}

requesttime::Range requesttime::behindEdge(Range range, bool ascending, Timestamp edge)
{
    if (ascending)
        range.from = std::max(range.from, edge);
    else
        range.to = std::min(range.to, edge);
    return range;
}

} // namespace tapeline
