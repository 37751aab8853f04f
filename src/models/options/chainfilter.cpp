#include "chainfilter.h"

#include "contractmeasures.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

bool ChainFilter::isActive() const
{
    ChainFilter other;
    other.around = around;
    return *this != other;
}

bool ChainFilter::passes(const ChainContract &contract, const ChainMoment &moment) const
{
    if (leastDelta > 0 || mostDelta < 1) {
        const ContractGreeks *greeks = chainmeasures::greeks(contract, moment.greeks);
        if (!greeks || std::abs(greeks->delta) < leastDelta || std::abs(greeks->delta) > mostDelta)
            return false;
    }
    if (mostAway > 0) {
        const double away = std::abs(contract.terms.strike.toDouble() / moment.spot - 1) * 100;
        if (moment.spot <= 0 || away > mostAway)
            return false;
    }
    if (mostSpread > 0) {
        const std::optional<double> spread = contractmeasures::spreadPercent(contract);
        if (!spread || *spread > mostSpread)
            return false;
    }
    return contract.volume.toDouble() >= leastVolume && contract.openInterest >= leastInterest;
}

QJsonObject ChainFilter::toJson() const
{
    return { { u"around"_s, around },           { u"leastDelta"_s, leastDelta },
             { u"mostDelta"_s, mostDelta },     { u"mostAway"_s, mostAway },
             { u"leastVolume"_s, leastVolume }, { u"leastInterest"_s, leastInterest },
             { u"mostSpread"_s, mostSpread } };
}

ChainFilter ChainFilter::fromJson(const QJsonObject &json)
{
    ChainFilter filter;
    const auto number = [&json](const QString &key, double usual, double most) {
        return std::clamp(json[key].toDouble(usual), 0.0, most);
    };
    filter.around = int(number(u"around"_s, filter.around, 1'000));
    filter.leastDelta = number(u"leastDelta"_s, 0, 1);
    filter.mostDelta = number(u"mostDelta"_s, 1, 1);
    filter.mostAway = number(u"mostAway"_s, 0, 1'000);
    filter.leastVolume = number(u"leastVolume"_s, 0, 1e9);
    filter.leastInterest = number(u"leastInterest"_s, 0, 1e9);
    filter.mostSpread = number(u"mostSpread"_s, 0, 1'000);
    return filter;
}

std::vector<ChainStrike> filtered(const std::vector<ChainStrike> &strikes,
                                  const ChainFilter &filter, const ChainMoment &moment)
{
    auto first = strikes.begin();
    auto last = strikes.end();
    if (filter.around > 0 && moment.spot > 0) {
        const auto money
            = std::ranges::lower_bound(strikes, moment.spot, {}, [](const ChainStrike &strike) {
                  return strike.strike.toDouble();
              });
        first = money - std::min<std::ptrdiff_t>(filter.around, money - strikes.begin());
        last = money + std::min<std::ptrdiff_t>(filter.around, strikes.end() - money);
    }
    std::vector<ChainStrike> left;
    std::copy_if(first, last, std::back_inserter(left), [&](const ChainStrike &strike) {
        return (strike.call && filter.passes(*strike.call, moment))
            || (strike.put && filter.passes(*strike.put, moment));
    });
    return left;
}

} // namespace tapeline
