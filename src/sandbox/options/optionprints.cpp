#include "optionprints.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

namespace {

using Side = OptionPrint::Side;

/// Ids of massive-api.md 8.7 with their share of the prints, per cent, and how likely they are to
/// trade between the quotes.
struct Condition
{
    quint16 id;
    quint16 share;
    double between;
};

constexpr std::array conditions {
    Condition { 209, 42, 0.08 }, // automatic execution
    Condition { 227, 22, 0.55 }, // single-leg auction
    Condition { 219, 12, 0.02 }, // intermarket sweep
    Condition { 232, 9, 0.70 }, // multi-leg electronic
    Condition { 233, 5, 0.75 }, // multi-leg auction
    Condition { 229, 4, 0.85 }, // single-leg cross
    Condition { 231, 3, 0.60 }, // single-leg floor
    Condition { 236, 3, 0.30 }, // multi-leg against single leg
};

constexpr std::array<quint16, 16> venues { 302, 316, 313, 312, 304, 325, 308, 323,
                                           303, 300, 301, 322, 315, 307, 319, 309 };

const Condition &drawCondition(SplitMix64 &draws)
{
    quint64 pick = draws.below(100);
    for (const Condition &condition : conditions) {
        if (pick < condition.share)
            return condition;
        pick -= condition.share;
    }
    return conditions.front();
}

/// Prints are larger where much is traded.
int printsOf(qint64 volume)
{
    const auto traded = static_cast<double>(volume);
    return static_cast<int>(std::ceil(traded / (1.5 + std::pow(traded, 0.3))));
}

/// A moment of the session, 0 to 1: a fifth of the prints near the open, a sixth near the close.
double drawMoment(SplitMix64 &draws)
{
    const double which = draws.uniform();
    const double at = draws.uniform();
    if (which < 0.2)
        return 0.12 * at * at;
    return which < 0.36 ? 1 - 0.08 * at * at : at;
}

} // namespace

OptionPrints::OptionPrints(quint64 seed, const TradingDays &days, const OptionActivity &activity,
                           OptionQuotes &quotes)
    : m_seed(seed)
    , m_days(days)
    , m_activity(activity)
    , m_quotes(quotes)
{
}

std::vector<OptionPrint> OptionPrints::plan(const SandboxOption &option,
                                            const OptionSession &session) const
{
    const int day = m_days.numberOf(session.date);
    const qint64 volume = m_activity.volume(option, day);
    std::vector<OptionPrint> prints(static_cast<std::size_t>(printsOf(volume)));
    if (prints.empty())
        return prints;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::OptionPrint,
                                  sandboxoption::pack(option).value_or(0), day);
    // The first second's quote is there before anything is traded
    const int first = (session.openSecond + 1) * 1'000;
    const int last = session.closeSecond * 1'000 - 1;
    std::vector<double> weights(prints.size());
    double sum = 0;
    for (std::size_t i = 0; i < prints.size(); ++i) {
        OptionPrint &print = prints[i];
        print.millisecond = first + static_cast<qint32>(drawMoment(draws) * (last - first));
        const Condition &condition = drawCondition(draws);
        print.condition = condition.id;
        print.side = chance(draws, condition.between) ? Side::Between
            : chance(draws, 0.5)                      ? Side::Bought
                                                      : Side::Sold;
        print.venue = venues[draws.below(venues.size())];
        sum += weights[i] = burst(draws, 0.05);
    }
    std::sort(prints.begin(), prints.end(), [](const OptionPrint &a, const OptionPrint &b) {
        return a.millisecond < b.millisecond;
    });
    // One to each, the rest by weight, what rounding leaves to the last
    qint64 left = volume;
    const auto spare = static_cast<double>(volume - static_cast<qint64>(prints.size()));
    for (std::size_t i = 0; i < prints.size(); ++i) {
        prints[i].size = 1 + static_cast<qint32>(spare * weights[i] / sum);
        left -= prints[i].size;
    }
    prints.back().size += static_cast<qint32>(left);
    for (std::size_t i = 1; i < prints.size(); ++i)
        prints[i].millisecond = std::max(prints[i].millisecond, prints[i - 1].millisecond + 1);
    for (std::size_t i = prints.size(); i-- > 0;) {
        const int latest = last - static_cast<int>(prints.size() - 1 - i);
        prints[i].millisecond = std::min(prints[i].millisecond, latest);
    }
    return prints;
}

qint32 OptionPrints::priceOf(const OptionPrint &print, const SandboxOption &option,
                             const OptionSession &session) const
{
    // The quote of its second is out once its moment has passed
    const bool isOut
        = qint64(print.millisecond % 1'000) * 1'000'000 >= OptionQuotes::offset(option);
    const OptionQuote quote
        = m_quotes.at(option, session, isOut ? print.second() : print.second() - 1);
    const qint32 tick = quote.ask <= 3'00 ? option.series().smallTick : option.series().tick;
    const qint32 bid = std::max(quote.bid, std::min(tick, quote.ask));
    switch (print.side) {
    case Side::Bought:
        return quote.ask;
    case Side::Sold:
        return bid;
    case Side::Between:
        return std::clamp((quote.bid + quote.ask) / 2 / tick * tick, bid, quote.ask);
    }
    return bid;
}

} // namespace tapeline
