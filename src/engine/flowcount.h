#pragma once

#include "flowprint.h"
#include "ruleagreement.h"
#include "tradeeligibility.h"

namespace tapeline {

/// Whether a trade counts in order flow: what is no trade at the market of the moment is left out,
/// and from flow within a day what is in no bar of it. The venue's flags, which crypto has in place
/// of conditions, leave nothing out.
inline bool countsInFlow(const Trade &trade, ClassifierRule rule, AssetClass assetClass,
                         bool isIntraday)
{
    if (rule == ClassifierRule::Venue)
        return true;
    if (assetClass == AssetClass::Options) {
        const TradeUpdate update = optionTradeUpdate(trade.conditions);
        return update.volume && update.last;
    }
    return isEligible(trade, Eligibility::Clean) && !(isIntraday && isClosingCross(trade));
}

} // namespace tapeline
