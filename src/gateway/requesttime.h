#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Times in requests: a date, which means a whole day as the asset class counts days, or a count
/// since 1970.
namespace requesttime {

enum class Count : quint8 { Milliseconds, Nanoseconds };

/// The instants a text stands for: [first, behind).
struct Moment
{
    Timestamp first;
    Timestamp behind;
};

/// Nothing when the text is neither; counts reach from 1900 (milliseconds) or 1970 to 2200.
std::optional<Moment> read(std::string_view text, Count count, AssetClass assetClass);

/// A part of time, [from, to).
struct Range
{
    Timestamp from;
    Timestamp to;
    bool isBounded = false; ///< whether its beginning was asked for
};

/// The part of time that a parameter and its suffixes .gt, .gte, .lt and .lte leave of a range. A
/// date means its whole day: `.gt` begins after it, `.lte` includes it. The refusal of a text that
/// is no time.
std::optional<HttpReply> narrow(const EndpointCall &call, const QueryParameters &query,
                                std::string_view name, Count count, Range &range);

/// What is left of a range behind the edge where a page ended; never more than the range, since a
/// cursor may come from a key that sees more.
Range behindEdge(Range range, bool ascending, Timestamp edge);

} // namespace requesttime
} // namespace tapeline
