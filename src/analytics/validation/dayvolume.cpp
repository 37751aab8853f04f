#include "dayvolume.h"

#include "easterntime.h"
#include "tradeeligibility.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double slack = 0.01; // execution.md V-21

bool isNear(double value, double reference)
{
    return std::abs(value - reference) <= slack * std::abs(reference);
}

/// The last minute of regular hours that has a price; null without one.
const Candle *lastRegular(std::span<const Candle> minutes, const TradingSession &session)
{
    const Candle *last = nullptr;
    for (const Candle &minute : minutes)
        if (minute.hasPrices && minute.start >= session.open && minute.start < session.close)
            last = &minute;
    return last;
}

} // namespace

DayVolume explainDayVolume(const Candle &day, std::span<const Candle> minutes,
                           std::span<const Trade> trades, const MarketCalendar &calendar)
{
    DayVolume result;
    result.day = day.volume;
    for (const Candle &minute : minutes)
        result.minutes += minute.volume;
    for (const Trade &trade : trades) {
        const SessionPart part = calendar.partAt(trade.time);
        if (!isDayOnly(trade, part) || !isEligible(trade, Eligibility::Volume))
            continue;
        (part == SessionPart::Closed ? result.outsideHours : result.closingCross) += trade.size;
    }
    result.unexplained = result.day - result.minutes - result.closingCross - result.outsideHours;
    return result;
}

std::vector<QualityIssue> crossCheckDay(const Candle &day, std::span<const Candle> minutes,
                                        const MarketCalendar &calendar,
                                        std::optional<std::span<const Trade>> trades)
{
    IssueList issues;
    const auto fail = [&](const QString &sentence) {
        issues.add(QualityRule::DayVolume, IssueSeverity::Warning, day.start,
                   [&] { return sentence; });
    };
    const DayVolume volume
        = explainDayVolume(day, minutes, trades.value_or(std::span<const Trade>()), calendar);
    const double known = (volume.day - volume.unexplained).toDouble();
    const double stated = volume.day.toDouble();
    const bool fits = trades ? isNear(known, stated) : known <= stated * (1 + slack);
    if (!fits)
        fail(u"The day's volume is %1; its parts come to %2."_s.arg(
            volume.day.toString(), (volume.day - volume.unexplained).toString()));
    const std::optional<TradingSession> session = calendar.session(easterntime::date(day.start));
    const Candle *last = session ? lastRegular(minutes, *session) : nullptr;
    if (last && day.hasPrices && !isNear(last->close.toDouble(), day.close.toDouble()))
        fail(u"The day closes at %1, its last minute at %2."_s.arg(day.close.toString(),
                                                                   last->close.toString()));
    return issues.issues();
}

} // namespace tapeline
