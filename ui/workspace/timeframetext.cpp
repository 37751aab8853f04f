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

} // namespace tapeline
