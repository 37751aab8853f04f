#include "barremainder.h"

#include "valuemarks.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString timeLeft(const ChartSeries &series, Timestamp marketTime)
{
    const Timestamp start = series.start(series.lastKey());
    const Timestamp end = series.timeframe().nextWindow(start, series.assetClass());
    const auto left = std::chrono::ceil<std::chrono::seconds>(end - marketTime).count();
    if (left <= 0 || marketTime < start)
        return {};
    const auto twoDigits = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QLatin1Char('0')); };
    const QString minutes = twoDigits(left / 60 % 60) + u':' + twoDigits(left % 60);
    return left >= 3600 ? QString::number(left / 3600) + u':' + minutes : minutes;
}

} // namespace

QString barRemainder(const ChartSeries &series, Timestamp marketTime, const QLocale &locale)
{
    if (series.isEmpty() || marketTime == Timestamp() || !hasBarRemainder(series.timeframe()))
        return {};
    if (series.timeframe().isTimed())
        return timeLeft(series, marketTime);
    const ChartBar bar = series.bar(series.lastKey());
    if (bar.start < series.provisionalFrom())
        return {}; // it is over
    const bool byTrades = series.timeframe().kind() == BarKind::Trades;
    const double left
        = series.timeframe().count() - (byTrades ? double(bar.tradeCount) : bar.volume);
    return left > 0 ? volumeMarkText(left, locale) : QString();
}

bool hasBarRemainder(Timeframe timeframe)
{
    const BarKind kind = timeframe.kind();
    return timeframe.isTimed() ? timeframe.isIntraday()
                               : kind == BarKind::Trades || kind == BarKind::Volume;
}

} // namespace tapeline
