#include "timemarks.h"

#include "easterntime.h"
#include "markethours.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tapeline {

namespace {

using Key = ChartSeries::Key;

constexpr auto s = TimeUnit::Second;
constexpr auto m = TimeUnit::Minute;
constexpr auto h = TimeUnit::Hour;

/// From fine to coarse.
constexpr std::array steps { Timeframe(1, s),
                             Timeframe(2, s),
                             Timeframe(5, s),
                             Timeframe(10, s),
                             Timeframe(15, s),
                             Timeframe(30, s),
                             Timeframe(1, m),
                             Timeframe(2, m),
                             Timeframe(5, m),
                             Timeframe(10, m),
                             Timeframe(15, m),
                             Timeframe(30, m),
                             Timeframe(1, h),
                             Timeframe(2, h),
                             Timeframe(4, h),
                             Timeframe(1, TimeUnit::Day),
                             Timeframe(1, TimeUnit::Week),
                             Timeframe(1, TimeUnit::Month),
                             Timeframe(1, TimeUnit::Quarter),
                             Timeframe(6, TimeUnit::Month),
                             Timeframe(1, TimeUnit::Year),
                             Timeframe(2, TimeUnit::Year),
                             Timeframe(5, TimeUnit::Year),
                             Timeframe(10, TimeUnit::Year),
                             Timeframe(25, TimeUnit::Year) };

/// Whose days are marked: bars of a day and more have those of their class, shorter ones stand
/// against an Eastern clock.
AssetClass daysOf(const ChartSeries &series)
{
    return series.timeframe().isIntraday() ? AssetClass::Stocks : series.assetClass();
}

QTime clockTime(Timestamp time)
{
    const Duration ofDay = easterntime::timeOfDay(time);
    return QTime::fromMSecsSinceStartOfDay(
        static_cast<int>(std::chrono::floor<std::chrono::milliseconds>(ofDay).count()));
}

QString clockText(const ChartSeries &series, Timestamp time, const QLocale &locale)
{
    const bool seconds = series.timeframe().unit() == TimeUnit::Second;
    return locale.toString(clockTime(time), seconds ? u"HH:mm:ss" : u"HH:mm");
}

/// 0: a time of day; 1: a new day; 2: a new month; 3: a new year.
int rankOf(const ChartSeries &series, Key key)
{
    if (key <= series.firstKey())
        return series.timeframe().isIntraday() ? 0 : 1;
    const QDate before = barDate(series, series.start(key - 1));
    const QDate date = barDate(series, series.start(key));
    if (date.year() != before.year())
        return 3;
    if (date.month() != before.month())
        return 2;
    return date != before ? 1 : 0;
}

TimeMark markOf(const ChartSeries &series, Key key, int rank, Timeframe step, const QLocale &locale)
{
    const Timestamp start = series.start(key);
    const QDate date = barDate(series, start);
    const bool intraday = series.timeframe().isIntraday();
    switch (rank) {
    case 0:
        return { key, clockText(series, start, locale), false };
    case 1:
        if (!intraday)
            return { key, QString::number(date.day()), false };
        // Where days are left out the month must be said each time
        return { key, locale.toString(date, step.unit() > TimeUnit::Day ? u"d MMM" : u"ddd d"),
                 true };
    case 2:
        return { key, locale.toString(date, intraday ? u"d MMM" : u"MMM"), true };
    default:
        return { key, QString::number(date.year()), true };
    }
}

struct Candidate
{
    Key key;
    int rank;
};

/// Bars at which a step begins, or nothing when there are more than limit.
std::optional<std::vector<Candidate>> candidates(const ChartSeries &series, Key first, Key last,
                                                 Timeframe step, std::size_t limit)
{
    std::vector<Candidate> found;
    const AssetClass days = daysOf(series);
    Timestamp window = step.windowStart(series.start(first), days);
    while (true) {
        const Key key = series.keyAtOrAfter(window);
        if (key > last)
            return found;
        if (found.size() == limit)
            return std::nullopt;
        found.push_back({ key, rankOf(series, key) });
        // From the bar, not the window: closed sessions are stepped over at once
        window = step.nextWindow(std::max(window, step.windowStart(series.start(key), days)), days);
    }
}

} // namespace

QDate barDate(const ChartSeries &series, Timestamp start)
{
    return markethours::tradingDay(daysOf(series), start);
}

QString barTimeText(const ChartSeries &series, Timestamp start, const QLocale &locale)
{
    const QDate date = barDate(series, start);
    switch (series.timeframe().unit()) {
    case TimeUnit::Second:
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return locale.toString(date, u"ddd d MMM yyyy") + u"  " + clockText(series, start, locale);
    case TimeUnit::Day:
    case TimeUnit::Week:
        return locale.toString(date, u"ddd d MMM yyyy");
    case TimeUnit::Month:
    case TimeUnit::Quarter:
        return locale.toString(date, u"MMM yyyy");
    case TimeUnit::Year:
        return QString::number(date.year());
    }
    Q_UNREACHABLE();
}

std::vector<TimeMark> timeMarks(const ChartSeries &series, Key first, Key last,
                                double leastBarsBetween, const QLocale &locale)
{
    first = std::max(first, series.firstKey());
    last = std::min(last, series.lastKey());
    if (first > last)
        return {};
    const auto limit = static_cast<std::size_t>(double(last - first + 1) / leastBarsBetween) + 2;
    // Bars that time does not end may be of any length
    const double leastLength = series.timeframe().isTimed()
        ? leastBarsBetween * double(series.timeframe().nominalLength().count())
        : 0;
    const Duration unitLength = Timeframe(1, series.timeframe().unit()).nominalLength();
    std::vector<Candidate> found;
    Timeframe chosen;
    for (const Timeframe step : steps) {
        // Days and longer hold fewer bars than their length says: there are nights and weekends
        const bool tooFine
            = step.isIntraday() && double(step.nominalLength().count()) < leastLength;
        if (tooFine || step.nominalLength() < unitLength)
            continue;
        if (auto marks = candidates(series, first, last, step, limit)) {
            found = std::move(*marks);
            chosen = step;
            break;
        }
    }

    // Days are placed before times, so that 09:30 gives way to the day it opens and not the other
    // way round
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate &a, const Candidate &b) { return a.rank > b.rank; });
    std::vector<Candidate> placed;
    for (const Candidate &candidate : found) {
        const bool free = std::none_of(placed.begin(), placed.end(), [&](const Candidate &other) {
            return std::abs(double(other.key - candidate.key)) < leastBarsBetween * 0.8;
        });
        if (free)
            placed.push_back(candidate);
    }
    std::sort(placed.begin(), placed.end(),
              [](const Candidate &a, const Candidate &b) { return a.key < b.key; });
    std::vector<TimeMark> marks;
    marks.reserve(placed.size());
    for (const Candidate &candidate : placed)
        marks.push_back(markOf(series, candidate.key, candidate.rank, chosen, locale));
    return marks;
}

} // namespace tapeline
