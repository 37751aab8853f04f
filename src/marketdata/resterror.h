#pragma once

#include "jsontree.h"
#include "result.h"

#include <QByteArrayView>
#include <QString>

namespace tapeline {

namespace resterror {

/// What the service says went wrong: its error or its message, whichever family the body is of.
/// Without either, a sentence that says so.
QString sentenceOf(JsonValue root);

/// Whether the server does not know the route at all: a 404 without a word of JSON, where the
/// service says of a symbol it does not know that it is not found.
bool isMissingRoute(int httpStatus, QByteArrayView body);

} // namespace resterror

/// What an HTTP answer that is not a success means (massive-api.md 1.5): Unauthorized for 401,
/// NotEntitled for 403, NotFound for 404, RateLimited for 429, Rejected for the other 4xx, Network
/// for 5xx and for no answer (0), Malformed for a success whose body is no JSON. detail is the
/// service's own sentence where it gave one, else one of ours.
Error decodeError(int httpStatus, QByteArrayView body);

} // namespace tapeline
