#include "statusframe.h"

#include "jsontree.h"
#include "restbody.h"

#include <string_view>

namespace tapeline {

namespace {

constexpr std::string_view mark = "\"status\"";
constexpr std::size_t rarePlace = mark.find('u');

/// By a letter that the names and symbols of the mass of frames lack: to look for one byte is by far
/// the quickest.
bool mayHoldStatus(std::string_view frame)
{
    std::size_t at = frame.find(mark[rarePlace]);
    while (at != frame.npos) {
        if (at >= rarePlace && frame.substr(at - rarePlace, mark.size()) == mark)
            return true;
        at = frame.find(mark[rarePlace], at + 1);
    }
    return false;
}

} // namespace

std::vector<StreamStatus> statusesIn(QByteArrayView frame)
{
    const std::string_view text(frame.data(), static_cast<std::size_t>(frame.size()));
    if (!mayHoldStatus(text))
        return {};
    JsonTree json;
    std::vector<StreamStatus> statuses;
    if (!json.parse(text))
        return {};
    for (const JsonValue object : json.root()) {
        if (object["ev"].text() == "status")
            statuses.push_back(
                { jsonread::text(object["status"]), jsonread::text(object["message"]) });
    }
    return statuses;
}

} // namespace tapeline
