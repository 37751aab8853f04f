#include "statusframe.h"

#include "jsontree.h"
#include "restbody.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace tapeline {

namespace {

constexpr std::string_view mark = "\"status\"";

bool mayHoldStatus(QByteArrayView frame)
{
    static const std::boyer_moore_horspool_searcher searcher(mark.begin(), mark.end());
    return std::search(frame.begin(), frame.end(), searcher) != frame.end();
}

} // namespace

std::vector<StreamStatus> statusesIn(QByteArrayView frame)
{
    if (!mayHoldStatus(frame))
        return {};
    JsonTree json;
    std::vector<StreamStatus> statuses;
    if (!json.parse(std::string_view(frame.data(), static_cast<std::size_t>(frame.size()))))
        return {};
    for (const JsonValue object : json.root()) {
        if (object["ev"].text() == "status")
            statuses.push_back(
                { jsonread::text(object["status"]), jsonread::text(object["message"]) });
    }
    return statuses;
}

} // namespace tapeline
