#pragma once

#include "depthupdate.h"
#include "feednumbers.h"

namespace tapeline {

/// Reads one side of a book, [[price,size],...], in the order it is written, in place of what
/// levels held. A side that is missing or null holds none. False when it is no list of such pairs,
/// or one has no price above zero or a size below zero.
bool readBookSide(JsonValue side, FeedNumbers &numbers, std::vector<BookLevel> &levels);

} // namespace tapeline
