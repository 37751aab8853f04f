#pragma once

#include "marketevent.h"
#include "result.h"

#include <QStringView>

namespace tapeline {

/// Which stock trades count in volume and order flow.
enum class Eligibility : quint8 {
    All, ///< every one
    Volume, ///< those that count in the consolidated volume
    Clean ///< of these, only regular-way trades at the market of the moment (execution.md B.6)
};

/// "all", "volume", "clean"; Malformed on anything else.
Result<Eligibility> parseEligibility(QStringView text);

bool isEligible(const Trade &trade, Eligibility eligibility);

/// The print of the closing auction.
bool isClosingCross(const Trade &trade);
/// The print of any auction, where all sides meet at one price: nobody crossed the spread.
bool isAuction(const Trade &trade);

} // namespace tapeline
