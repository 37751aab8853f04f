#include "strategyform.h"

#include <algorithm>
#include <cmath>

namespace tapeline::strategyforms {

namespace {

/// A leg in units of the smallest one: +1, -2.
struct Part
{
    enum Type : quint8 { Put, Call, Stock };

    Type type = Stock;
    double strike = 0;
    Timestamp ends {};
    int count = 0;
};

/// By type, then end, then strike; empty when the sizes are no small multiples of the smallest.
std::vector<Part> partsOf(const std::vector<StrategyLeg> &legs)
{
    constexpr double mostMultiple = 10;
    double least = 0;
    for (const StrategyLeg &leg : legs)
        if (const double units = std::abs(leg.units()); units > 0)
            least = least > 0 ? std::min(least, units) : units;
    std::vector<Part> parts;
    for (const StrategyLeg &leg : legs) {
        const double multiple = least > 0 ? leg.units() / least : 0;
        if (multiple == 0 || std::abs(multiple) > mostMultiple
            || std::abs(multiple - std::round(multiple)) > 1e-6)
            return {};
        Part part { .count = int(std::round(multiple)) };
        if (leg.option) {
            part.type = leg.option->right == OptionRight::Call ? Part::Call : Part::Put;
            part.strike = leg.option->strike.toDouble();
            part.ends = leg.ends;
        }
        parts.push_back(part);
    }
    std::ranges::sort(parts, [](const Part &a, const Part &b) {
        return std::tie(a.type, a.ends, a.strike) < std::tie(b.type, b.ends, b.strike);
    });
    return parts;
}

StrategyKind of(Part::Type type, StrategyKind call, StrategyKind put)
{
    return type == Part::Call ? call : put;
}

StrategyForm single(const Part &leg)
{
    using enum StrategyKind;
    const StrategyKind kind = leg.type == Part::Stock ? Underlying : of(leg.type, Call, Put);
    return { kind, leg.count < 0 };
}

StrategyForm withUnderlying(const Part &option, const Part &stock)
{
    using enum StrategyKind;
    if (stock.count != 1)
        return {};
    if (option.type == Part::Call && option.count == -1)
        return { CoveredCall };
    return option.type == Part::Put && option.count == 1 ? StrategyForm { ProtectivePut }
                                                         : StrategyForm {};
}

/// Two of one type that end together: the lower strike first.
StrategyForm ofOneEnd(const Part &low, const Part &high)
{
    using enum StrategyKind;
    if (low.count * high.count > 0 || low.strike == high.strike)
        return {};
    const bool call = low.type == Part::Call;
    // What is nearer to where the underlying is, as a rule
    const Part &near = call ? low : high;
    const Part &far = call ? high : low;
    if (low.count == -high.count)
        return { of(low.type, CallVertical, PutVertical), near.count < 0 };
    const bool moreFar = std::abs(far.count) > std::abs(near.count);
    return moreFar ? StrategyForm { of(low.type, CallRatio, PutRatio), near.count < 0 }
                   : StrategyForm {};
}

StrategyForm ofOneType(const Part &first, const Part &second)
{
    using enum StrategyKind;
    if (first.ends == second.ends)
        return ofOneEnd(first, second);
    if (first.count != -second.count)
        return {};
    const bool isSold = second.count < 0; // the later one
    return first.strike == second.strike
        ? StrategyForm { of(first.type, CallCalendar, PutCalendar), isSold }
        : StrategyForm { of(first.type, CallDiagonal, PutDiagonal), isSold };
}

StrategyForm putAndCall(const Part &put, const Part &call)
{
    using enum StrategyKind;
    if (put.ends != call.ends || std::abs(put.count) != std::abs(call.count))
        return {};
    if (put.count != call.count)
        return { RiskReversal, call.count < 0 };
    if (put.strike == call.strike)
        return { Straddle, put.count < 0 };
    return put.strike < call.strike ? StrategyForm { Strangle, put.count < 0 } : StrategyForm {};
}

StrategyForm two(const Part &a, const Part &b)
{
    if (b.type == Part::Stock)
        return a.type == Part::Stock ? StrategyForm {} : withUnderlying(a, b);
    return a.type == b.type ? ofOneType(a, b) : putAndCall(a, b);
}

StrategyForm three(const std::vector<Part> &p)
{
    using enum StrategyKind;
    if (p[0].type == Part::Put && p[1].type == Part::Call && p[2].type == Part::Stock) {
        const bool collar = p[0].count == 1 && p[1].count == -1 && p[2].count == 1;
        return collar && p[0].ends == p[1].ends ? StrategyForm { Collar } : StrategyForm {};
    }
    const bool oneType = p[0].type == p[2].type && p[0].type != Part::Stock;
    const bool together
        = p[0].ends == p[2].ends && p[0].strike < p[1].strike && p[1].strike < p[2].strike;
    const bool wings = p[0].count == p[2].count && p[1].count == -2 * p[0].count;
    if (!oneType || !together || !wings)
        return {};
    return { of(p[0].type, CallButterfly, PutButterfly), p[0].count < 0 };
}

StrategyForm four(const std::vector<Part> &p)
{
    using enum StrategyKind;
    const bool together = std::ranges::all_of(
        p, [&](const Part &part) { return part.type != Part::Stock && part.ends == p[0].ends; });
    const bool wings
        = p[0].count == p[3].count && p[1].count == p[2].count && p[0].count == -p[1].count;
    if (!together || !wings || p[0].strike >= p[1].strike || p[2].strike >= p[3].strike)
        return {};
    if (p[0].type == p[3].type)
        return p[1].strike < p[2].strike
            ? StrategyForm { of(p[0].type, CallCondor, PutCondor), p[0].count < 0 }
            : StrategyForm {};
    if (p[1].type != Part::Put || p[2].type != Part::Call || p[1].strike > p[2].strike)
        return {};
    // Bought: the inner strikes are
    const bool isSold = p[1].count < 0;
    return { p[1].strike == p[2].strike ? IronButterfly : IronCondor, isSold };
}

} // namespace

StrategyForm recognise(const std::vector<StrategyLeg> &legs)
{
    const std::vector<Part> parts = partsOf(legs);
    switch (parts.size()) {
    case 1:
        return single(parts[0]);
    case 2:
        return two(parts[0], parts[1]);
    case 3:
        return three(parts);
    case 4:
        return four(parts);
    default:
        return {};
    }
}

} // namespace tapeline::strategyforms
