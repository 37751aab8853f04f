#include "indicatortext.h"

#include "easterntime.h"

#include <QCoreApplication>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostDecimals = 6;

QString instantText(double seconds, const QLocale &locale)
{
    const Timestamp time = fromMs(qint64(seconds) * 1'000);
    const auto minutes
        = std::chrono::floor<std::chrono::minutes>(easterntime::timeOfDay(time)).count();
    return locale.toString(easterntime::date(time), QLocale::ShortFormat) + u' '
        + locale.toString(QTime(int(minutes / 60), int(minutes % 60)), QLocale::ShortFormat);
}

/// As many decimals as it takes.
QString numberText(double value, const QLocale &locale)
{
    int decimals = 0;
    while (
        decimals < mostDecimals
        && std::abs(value - std::round(value * std::pow(10.0, decimals)) / std::pow(10.0, decimals))
            > 1e-9 * std::max(1.0, std::abs(value)))
        ++decimals;
    return locale.toString(value, 'f', decimals);
}

} // namespace

QString indicatorText(const char *text)
{
    return QCoreApplication::translate("tapeline", text);
}

QString indicatorGroupText(IndicatorGroup group)
{
    switch (group) {
    case IndicatorGroup::Averages:
        return indicatorText(TAPELINE_INDICATOR_TEXT("Moving averages"));
    case IndicatorGroup::Bands:
        return indicatorText(TAPELINE_INDICATOR_TEXT("Bands and channels"));
    case IndicatorGroup::Momentum:
        return indicatorText(TAPELINE_INDICATOR_TEXT("Momentum"));
    case IndicatorGroup::Trend:
        return indicatorText(TAPELINE_INDICATOR_TEXT("Trend"));
    case IndicatorGroup::Volatility:
        return indicatorText(TAPELINE_INDICATOR_TEXT("Volatility"));
    case IndicatorGroup::Volume:
        return indicatorText(TAPELINE_INDICATOR_TEXT("Volume"));
    }
    Q_UNREACHABLE();
}

QString indicatorParameterText(const IndicatorParameter &parameter, double value,
                               const QLocale &locale)
{
    switch (parameter.kind) {
    case IndicatorParameter::Kind::Count:
    case IndicatorParameter::Kind::Number:
        return numberText(value, locale);
    case IndicatorParameter::Kind::Flag:
        return value != 0 ? indicatorText(parameter.name) : QString();
    case IndicatorParameter::Kind::Choice:
        return indicatorText(parameter.choices[std::size_t(value)]);
    case IndicatorParameter::Kind::Instant:
        return instantText(value, locale);
    }
    Q_UNREACHABLE();
}

QString indicatorLabel(const IndicatorInfo &info, std::span<const double> parameters,
                       const QLocale &locale)
{
    QStringList words { QString::fromUtf8(info.shortName) };
    for (std::size_t i = 0; i < std::min(parameters.size(), info.parameters.size()); ++i)
        words << indicatorParameterText(info.parameters[i], parameters[i], locale);
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace tapeline
