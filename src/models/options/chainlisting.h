#pragma once

#include "listedchain.h"

namespace tapeline {

class ChainBook;

/// A chain as views have it, in the form that strategies are chosen from. Contracts stay the
/// book's: valid until its reset().
namespace chainlisting {

ListedChain chain(const ChainBook &book);
/// One expiration alone; without assumptions of its own it ends at 16:00 Eastern, without rate and
/// yield.
ListedExpiry expiry(const ChainBook &book, const ChainExpiry &expiry);

/// The contract of an expiration with the strike nearest to this one; null without any.
const ChainContract *nearest(const ChainBook &book, const ChainExpiry &expiry, OptionRight right,
                             Price strike);

} // namespace chainlisting
} // namespace tapeline
