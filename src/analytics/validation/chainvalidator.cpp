#include "chainvalidator.h"

#include <cmath>
#include <map>
#include <tuple>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double paritySlack = 0.02; // of the underlying, execution.md V-23
constexpr double daysOfYear = 365;

double midOf(const ChainContract &option)
{
    return (option.bid.toDouble() + option.ask.toDouble()) / 2;
}

double spreadOf(const ChainContract &option)
{
    return option.ask.toDouble() - option.bid.toDouble();
}

double intrinsic(const ChainContract &option, double underlying)
{
    const double inTheMoney = underlying - option.contract.strike.toDouble();
    return std::max(0.0, option.contract.call ? inTheMoney : -inTheMoney);
}

/// What is wrong with one contract by itself; empty when nothing is.
QString faultOf(const ChainContract &option, const ChainMarket &market)
{
    if (option.openInterest < 0)
        return u"Open interest is below 0."_s;
    if (option.contract.expiration < market.date)
        return u"The contract expired on %1."_s.arg(
            option.contract.expiration.toString(Qt::ISODate));
    const double worth = intrinsic(option, market.underlying.toDouble());
    if (option.isTwoSided() && midOf(option) < worth - spreadOf(option))
        return u"The price %1 is below the %2 that exercising brings."_s.arg(midOf(option))
            .arg(worth);
    return {};
}

/// C - P against S e^-qT - K e^-rT.
bool breaksParity(const ChainContract &call, const ChainContract &put, const ChainMarket &market)
{
    if (!call.isTwoSided() || !put.isTwoSided())
        return false;
    const double years = double(market.date.daysTo(call.contract.expiration)) / daysOfYear;
    const double underlying = market.underlying.toDouble();
    const double forward = underlying * std::exp(-market.yield * years)
        - call.contract.strike.toDouble() * std::exp(-market.rate * years);
    const double off = std::abs(midOf(call) - midOf(put) - forward);
    return off > std::max(spreadOf(call) + spreadOf(put), paritySlack * underlying);
}

/// The calls and puts of one strike and day.
struct Pair
{
    const ChainContract *call = nullptr;
    const ChainContract *put = nullptr;
};

using PairKey = std::tuple<QString, QDate, qint64>;

} // namespace

SeriesFindings validateChain(std::span<const ChainContract> chain, const ChainMarket &market)
{
    SeriesFindings findings;
    IssueList issues;
    std::map<PairKey, Pair> pairs;
    const auto tell = [&](const ChainContract &option, const QString &sentence) {
        ++findings.doubtful;
        issues.add(QualityRule::OptionChain, IssueSeverity::Warning, option.time,
                   [&] { return sentence; });
    };
    for (const ChainContract &option : chain) {
        ++findings.records;
        if (const QString fault = faultOf(option, market); !fault.isEmpty()) {
            tell(option, fault);
            continue;
        }
        const symbology::OptionContract &contract = option.contract;
        Pair &pair = pairs[{ contract.root, contract.expiration, contract.strike.units() }];
        (contract.call ? pair.call : pair.put) = &option;
    }
    for (const auto &[key, pair] : pairs)
        if (pair.call && pair.put && breaksParity(*pair.call, *pair.put, market))
            tell(*pair.call, u"Call and put of one strike do not fit each other."_s);
    findings.issues = issues.issues();
    return findings;
}

} // namespace tapeline
