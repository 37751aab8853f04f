#pragma once

namespace tapeline {

/// What a person chose about keeping data and about asking others for it.
struct DataSettings
{
    bool keep = true; ///< bars and lists on the disk
    int limitMb = 2'000; ///< of the cache; 0 is none
    bool yahoo = false; ///< Yahoo Finance stands in where the service refuses or is down
    double discrepancyPercent = 1; ///< two sources' prices may differ by so much; 0.1 to 50

    friend bool operator==(const DataSettings &, const DataSettings &) = default;
};

} // namespace tapeline
