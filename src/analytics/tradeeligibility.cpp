#include "tradeeligibility.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Priced by something else than the market of the moment, settled in another way, or out of
/// sequence.
constexpr std::array<quint16, 11> uncleanConditions {
    condition::averagePrice,
    7, // cash sale
    10, // derivatively priced
    condition::extendedOutOfSequence,
    20, // next day
    22, // prior reference price
    29, // seller
    32, // sold, out of sequence
    33, // sold, out of sequence and stopped
    52, // contingent
    53, // qualified contingent
};

bool isClean(const TradeConditions &conditions)
{
    return std::ranges::none_of(conditions.ids(), [](quint16 id) {
        return std::ranges::find(uncleanConditions, id) != uncleanConditions.end();
    });
}

} // namespace

Result<Eligibility> parseEligibility(QStringView text)
{
    if (text == "all"_L1)
        return Eligibility::All;
    if (text == "volume"_L1)
        return Eligibility::Volume;
    if (text == "clean"_L1)
        return Eligibility::Clean;
    return Error { Error::Code::Malformed, text.toString() };
}

bool isEligible(const Trade &trade, Eligibility eligibility)
{
    if (eligibility == Eligibility::All)
        return true;
    if (trade.isVoid() || !tradeUpdate(trade.conditions, true).volume)
        return false;
    return eligibility == Eligibility::Volume || isClean(trade.conditions);
}

bool isClosingCross(const Trade &trade)
{
    return trade.conditions.contains(condition::closingPrint)
        || trade.conditions.contains(condition::closingTrade);
}

bool isAuction(const Trade &trade)
{
    return isClosingCross(trade) || trade.conditions.contains(condition::openingTrade)
        || trade.conditions.contains(condition::openingPrint)
        || trade.conditions.contains(condition::reopeningPrint);
}

} // namespace tapeline
