#include "alerttext.h"

#include "easterntime.h"
#include "indicatorlist.h"
#include "indicatortext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTime>

#include <cmath>

namespace tapeline::alerttext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AlertText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::AlertText)
};

constexpr int mostDecimals = 8;

/// What is watched: "AAPL", "RSI 14 of AAPL".
QString subject(const ChartAlert &alert, const QLocale &locale)
{
    if (alert.watched.kind != AlertValue::Kind::Indicator)
        return alert.symbol;
    //: An indicator and a symbol: "RSI 14 of AAPL"
    return AlertText::tr("%1 of %2")
        .arg(indicator(alert.watched.indicator, alert.watched.output, locale), alert.symbol);
}

/// What it is compared with.
QString object(const ChartAlert &alert, const QLocale &locale, const DrawingName &drawings)
{
    const AlertValue &against = alert.against;
    switch (against.kind) {
    case AlertValue::Kind::Price:
        return AlertText::tr("the price");
    case AlertValue::Kind::Level:
        if (!alert.isRoom())
            return level(against.level, locale);
        //: A range of two prices: "187.00 to 188.00"
        return AlertText::tr("%1 to %2")
            .arg(level(std::min(against.level, alert.otherLevel), locale),
                 level(std::max(against.level, alert.otherLevel), locale));
    case AlertValue::Kind::Indicator:
        return indicator(against.indicator, against.output, locale);
    case AlertValue::Kind::Drawing: {
        const QString name = drawings ? drawings(alert.symbol, against.drawing) : QString();
        return name.isEmpty() ? AlertText::tr("a drawing") : name;
    }
    }
    Q_UNREACHABLE();
}

QString share(double percent, const QLocale &locale)
{
    return locale.toString(percent, 'f', QLocale::FloatingPointShortest);
}

/// Of an indicator's value what is worth reading.
double shortened(double value)
{
    constexpr double steps = 10'000;
    return std::round(value * steps) / steps;
}

/// "crosses above 187.50" of something.
QString present(const ChartAlert &alert, const QString &subject, const QString &object,
                const QLocale &locale)
{
    switch (alert.condition) {
    case AlertCondition::Crossing:
        //: Alerts: %1 is a symbol or an indicator, %2 a price, a line or an indicator
        return AlertText::tr("%1 crosses %2").arg(subject, object);
    case AlertCondition::CrossingUp:
        return AlertText::tr("%1 crosses above %2").arg(subject, object);
    case AlertCondition::CrossingDown:
        return AlertText::tr("%1 crosses below %2").arg(subject, object);
    case AlertCondition::Above:
        return AlertText::tr("%1 is above %2").arg(subject, object);
    case AlertCondition::Below:
        return AlertText::tr("%1 is below %2").arg(subject, object);
    case AlertCondition::Entering:
        return AlertText::tr("%1 enters %2").arg(subject, object);
    case AlertCondition::Leaving:
        return AlertText::tr("%1 leaves %2").arg(subject, object);
    case AlertCondition::Rising:
        return AlertText::tr("%1 rises by %2 % within %n bar(s)", nullptr, alert.bars)
            .arg(subject, share(alert.percent, locale));
    case AlertCondition::Falling:
        return AlertText::tr("%1 falls by %2 % within %n bar(s)", nullptr, alert.bars)
            .arg(subject, share(alert.percent, locale));
    }
    Q_UNREACHABLE();
}

QString past(const ChartAlert &alert, const QString &subject, const QString &object,
             const QLocale &locale)
{
    switch (alert.condition) {
    case AlertCondition::Crossing:
        //: Alerts that fired: %1 is a symbol or an indicator, %2 a price, a line or an indicator
        return AlertText::tr("%1 crossed %2").arg(subject, object);
    case AlertCondition::CrossingUp:
        return AlertText::tr("%1 crossed above %2").arg(subject, object);
    case AlertCondition::CrossingDown:
        return AlertText::tr("%1 crossed below %2").arg(subject, object);
    case AlertCondition::Above:
        return AlertText::tr("%1 went above %2").arg(subject, object);
    case AlertCondition::Below:
        return AlertText::tr("%1 went below %2").arg(subject, object);
    case AlertCondition::Entering:
        return AlertText::tr("%1 entered %2").arg(subject, object);
    case AlertCondition::Leaving:
        return AlertText::tr("%1 left %2").arg(subject, object);
    case AlertCondition::Rising:
        return AlertText::tr("%1 rose by %2 % within %n bar(s)", nullptr, alert.bars)
            .arg(subject, share(alert.percent, locale));
    case AlertCondition::Falling:
        return AlertText::tr("%1 fell by %2 % within %n bar(s)", nullptr, alert.bars)
            .arg(subject, share(alert.percent, locale));
    }
    Q_UNREACHABLE();
}

QString delayed(const QString &what, Duration delay)
{
    if (delay <= Duration::zero())
        return what;
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(delay);
    //: %1 is what happened; the plan's data is late by %n minutes
    return AlertText::tr("%1, %n min delayed", nullptr, int(minutes.count())).arg(what);
}

} // namespace

QString condition(AlertCondition condition)
{
    switch (condition) {
    case AlertCondition::Crossing:
        return AlertText::tr("Crossing");
    case AlertCondition::CrossingUp:
        return AlertText::tr("Crossing up");
    case AlertCondition::CrossingDown:
        return AlertText::tr("Crossing down");
    case AlertCondition::Above:
        return AlertText::tr("Above");
    case AlertCondition::Below:
        return AlertText::tr("Below");
    case AlertCondition::Entering:
        return AlertText::tr("Entering a range");
    case AlertCondition::Leaving:
        return AlertText::tr("Leaving a range");
    case AlertCondition::Rising:
        return AlertText::tr("Rising by %");
    case AlertCondition::Falling:
        return AlertText::tr("Falling by %");
    }
    Q_UNREACHABLE();
}

QString when(AlertWhen when)
{
    switch (when) {
    case AlertWhen::Once:
        return AlertText::tr("Once");
    case AlertWhen::OncePerBar:
        return AlertText::tr("Once per bar");
    case AlertWhen::OncePerBarClose:
        return AlertText::tr("Once per bar, at its close");
    }
    Q_UNREACHABLE();
}

QString state(AlertState state)
{
    switch (state) {
    case AlertState::Active:
        return AlertText::tr("Active");
    case AlertState::Paused:
        return AlertText::tr("Paused");
    case AlertState::Fired:
        return AlertText::tr("Fired");
    case AlertState::Expired:
        return AlertText::tr("Expired");
    }
    Q_UNREACHABLE();
}

QString level(double level, const QLocale &locale)
{
    const QString digits = QString::number(level, 'f', mostDecimals);
    const auto zeros = digits.size() - 1 - digits.lastIndexOf(QRegularExpression(u"[^0]"_s));
    return locale.toString(level, 'f', std::max(2, mostDecimals - int(zeros)));
}

QString indicator(const IndicatorSpec &spec, int output, const QLocale &locale)
{
    const IndicatorInfo *info = findIndicator(spec.id);
    if (!info)
        return spec.id;
    const QString name
        = indicatorLabel(*info, indicatorParameters(spec).value_or(std::vector<double>()), locale);
    if (info->outputs.size() < 2 || std::size_t(output) >= info->outputs.size())
        return name;
    return name + u' ' + indicatorText(info->outputs[std::size_t(output)].name);
}

QString bars(Timeframe timeframe)
{
    const int count = timeframe.count();
    switch (timeframe.kind()) {
    case BarKind::Time:
        break;
    case BarKind::Trades:
    case BarKind::Volume:
    case BarKind::Range:
    case BarKind::Renko:
        //: %1 names bars that time does not end: "500T"
        return AlertText::tr("%1 bars").arg(timeframe.toString());
    }
    switch (timeframe.unit()) {
    case TimeUnit::Second:
        return AlertText::tr("%n-second bars", nullptr, count);
    case TimeUnit::Minute:
        return AlertText::tr("%n-minute bars", nullptr, count);
    case TimeUnit::Hour:
        return AlertText::tr("%n-hour bars", nullptr, count);
    case TimeUnit::Day:
        return AlertText::tr("%n-day bars", nullptr, count);
    case TimeUnit::Week:
        return AlertText::tr("%n-week bars", nullptr, count);
    case TimeUnit::Month:
        return AlertText::tr("%n-month bars", nullptr, count);
    case TimeUnit::Quarter:
        return AlertText::tr("%n-quarter bars", nullptr, count);
    case TimeUnit::Year:
        return AlertText::tr("%n-year bars", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString event(const ChartAlert &alert, const QLocale &locale, const DrawingName &drawings)
{
    return present(alert, subject(alert, locale), object(alert, locale, drawings), locale);
}

QString sentence(const ChartAlert &alert, const QLocale &locale, const DrawingName &drawings)
{
    const QString what = event(alert, locale, drawings);
    if (alert.isOfAnyBars())
        //: %1 is what an alert waits for: "AAPL crosses above 187.50, once"
        return AlertText::tr("%1, once").arg(what);
    const QString on = bars(alert.timeframe);
    switch (alert.when) {
    case AlertWhen::Once:
        //: "RSI 14 of AAPL crosses above 70 on 5-minute bars, once"
        return AlertText::tr("%1 on %2, once").arg(what, on);
    case AlertWhen::OncePerBar:
        return AlertText::tr("%1 on %2, once per bar").arg(what, on);
    case AlertWhen::OncePerBarClose:
        return AlertText::tr("%1 at the close of %2").arg(what, on);
    }
    Q_UNREACHABLE();
}

QString time(Timestamp time, Timestamp now, const QLocale &locale)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(easterntime::timeOfDay(time));
    const QString clock = QTime::fromMSecsSinceStartOfDay(int(ms.count())).toString(u"HH:mm:ss"_s);
    const QDate day = easterntime::date(time);
    //: A time of day in New York: "10:31:07 ET"
    const QString text = AlertText::tr("%1 ET").arg(clock);
    return day == easterntime::date(now) ? text : locale.toString(day, u"d MMM"_s) + u' ' + text;
}

QString value(const AlertFiring &firing, const QLocale &locale)
{
    const bool isPrice = firing.alert.watched.kind == AlertValue::Kind::Price;
    return level(isPrice ? firing.value : shortened(firing.value), locale);
}

QString happened(const AlertFiring &firing, const QLocale &locale, const DrawingName &drawings)
{
    const ChartAlert &alert = firing.alert;
    return delayed(past(alert, subject(alert, locale), object(alert, locale, drawings), locale),
                   firing.delay);
}

QString fired(const AlertFiring &firing, const QLocale &locale, const DrawingName &drawings)
{
    const ChartAlert &alert = firing.alert;
    //: What happened, a value, a time: "AAPL crossed 187.50: 187.52 at 10:31:07 ET"
    const QString what
        = AlertText::tr("%1: %2 at %3")
              .arg(past(alert, subject(alert, locale), object(alert, locale, drawings), locale),
                   value(firing, locale), time(firing.time, firing.time, locale));
    return delayed(what, firing.delay);
}

} // namespace tapeline::alerttext
