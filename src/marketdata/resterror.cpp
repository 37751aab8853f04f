#include "resterror.h"

#include "restbody.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error::Code codeOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Error::Code::Unauthorized;
    case 403:
        return Error::Code::NotEntitled;
    case 404:
        return Error::Code::NotFound;
    case 429:
        return Error::Code::RateLimited;
    default:
        break;
    }
    if (httpStatus >= 400 && httpStatus < 500)
        return Error::Code::Rejected;
    return httpStatus >= 200 && httpStatus < 300 ? Error::Code::Malformed : Error::Code::Network;
}

QString ownSentence(int httpStatus)
{
    switch (httpStatus) {
    case 0:
        return u"The service did not answer."_s;
    case 401:
        return u"The service does not accept this key."_s;
    case 403:
        return u"The plan does not include this data."_s;
    case 404:
        return u"The service has nothing under this name."_s;
    case 429:
        return u"Too many requests in the last minute."_s;
    default:
        break;
    }
    if (httpStatus >= 500)
        return u"The service has trouble (HTTP %1)."_s.arg(httpStatus);
    if (httpStatus >= 200 && httpStatus < 300)
        return u"The service's answer cannot be read."_s;
    return u"The service refused the request (HTTP %1)."_s.arg(httpStatus);
}

} // namespace

namespace resterror {

QString sentenceOf(JsonValue root)
{
    const QString text = jsonread::text(jsonread::firstOf(root, { "error", "message" }));
    return text.isEmpty() ? u"The service gave no reason."_s : text;
}

bool isMissingRoute(int httpStatus, QByteArrayView body)
{
    JsonTree json;
    return httpStatus == 404 && !json.parse({ body.data(), static_cast<std::size_t>(body.size()) });
}

} // namespace resterror

Error decodeError(int httpStatus, QByteArrayView body)
{
    JsonTree json;
    const std::string_view text(body.data(), static_cast<std::size_t>(body.size()));
    const bool hasReason
        = json.parse(text) && jsonread::firstOf(json.root(), { "error", "message" }).isString();
    return { codeOf(httpStatus),
             hasReason ? resterror::sentenceOf(json.root()) : ownSentence(httpStatus) };
}

} // namespace tapeline
