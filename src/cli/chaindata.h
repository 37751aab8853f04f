#pragma once

#include "optionchain.h"
#include "snapshotdecoder.h"

#include <map>
#include <vector>

namespace tapeline {

/// A chain as it was read, and what its figures are to rest on.
struct ChainData
{
    QString underlying;
    double spot = 0; ///< 0: not told
    Timestamp asOf {}; ///< of the newest quote or price of the underlying
    bool inWholeDays = false; ///< time counts in calendar days, as in recorded chains
    std::vector<ChainContract> contracts; ///< by expiration, strike, calls first
};

/// Making chains of rows of the service.
namespace chaindata {

/// Adds a page of snapshot rows; what is no call or put is left out.
void add(ChainData &data, const std::vector<UniversalSnapshot> &rows);
/// To be called after the last page.
void sort(ChainData &data);
/// A recorded chain, one row of the service's chain snapshot a line. Malformed with the number of
/// a line that cannot be read, NotFound or Storage when the file cannot.
Result<ChainData> readFile(const QString &path);

} // namespace chaindata
} // namespace tapeline
