#pragma once

#include "optionchain.h"

#include <map>
#include <span>
#include <vector>

namespace tapeline {

/// Contracts as chains are read: by expiration, then strike.
namespace chainstrikes {

/// Ascending; the contracts must outlive it. Of two contracts with the same terms the later one
/// stands.
std::map<ChainExpiry, std::vector<ChainStrike>> byExpiry(std::span<const ChainContract> contracts);

} // namespace chainstrikes
} // namespace tapeline
