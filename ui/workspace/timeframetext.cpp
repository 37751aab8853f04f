#include "timeframetext.h"

#include <QCoreApplication>

namespace tapeline {

namespace {

struct TimeframeText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::TimeframeText)
};

} // namespace

QString timeframeLabel(Timeframe timeframe)
{
    const QString text = timeframe.toString();
    return timeframe.isIntraday() || timeframe.count() > 1 ? text : text.sliced(1);
}

QString timeframeName(Timeframe timeframe)
{
    switch (timeframe.kind()) {
    case BarKind::Time:
        break;
    case BarKind::Trades:
        return TimeframeText::tr("%n trade(s)", nullptr, timeframe.count());
    case BarKind::Volume:
        //: Bars that end with so much volume
        return TimeframeText::tr("Volume of %n", nullptr, timeframe.count());
    case BarKind::Range:
        //: Bars that end with so large a range, in the smallest steps of the price
        return TimeframeText::tr("Range of %n step(s)", nullptr, timeframe.count());
    case BarKind::Renko:
        return TimeframeText::tr("Renko bricks of %n step(s)", nullptr, timeframe.count());
    }
    switch (timeframe.unit()) {
    case TimeUnit::Second:
        return TimeframeText::tr("%n second(s)", nullptr, timeframe.count());
    case TimeUnit::Minute:
        return TimeframeText::tr("%n minute(s)", nullptr, timeframe.count());
    case TimeUnit::Hour:
        return TimeframeText::tr("%n hour(s)", nullptr, timeframe.count());
    case TimeUnit::Day:
        return TimeframeText::tr("%n day(s)", nullptr, timeframe.count());
    case TimeUnit::Week:
        return TimeframeText::tr("%n week(s)", nullptr, timeframe.count());
    case TimeUnit::Month:
        return TimeframeText::tr("%n month(s)", nullptr, timeframe.count());
    case TimeUnit::Quarter:
        return TimeframeText::tr("%n quarter(s)", nullptr, timeframe.count());
    case TimeUnit::Year:
        return TimeframeText::tr("%n year(s)", nullptr, timeframe.count());
    }
    return {};
}

std::optional<Timeframe> timeframeFromTyped(const QString &text)
{
    const QString typed = text.trimmed().remove(u' ');
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    constexpr int minutesOfDay = 24 * 60;
    if (isNumber && number > 0 && number <= minutesOfDay) {
        if (number % 60 == 0)
            return Timeframe(number / 60, TimeUnit::Hour);
        if (number < 1'000)
            return Timeframe(number, TimeUnit::Minute);
    }
    if (typed.isEmpty() || isNumber)
        return std::nullopt;
    const Result<Timeframe> parsed = Timeframe::parse(typed);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace tapeline
