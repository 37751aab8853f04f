#include "plotmarks.h"

#include "easterntime.h"
#include "valuemarks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline::plotmarks {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double minuteMs = 60e3;
constexpr double dayMs = 86'400e3;
constexpr std::array minuteSteps { 5, 15, 30, 60, 120, 240 };
constexpr std::array daySteps { 1, 2, 7, 14 };
constexpr std::array monthSteps { 1, 2, 3, 6 };
constexpr std::array yearSteps { 1, 2, 5, 10, 20 };

Timestamp timeAt(double ms)
{
    return fromMs(qint64(ms));
}

double msAt(QDate date, Duration timeOfDay = {})
{
    return double(toMs(easterntime::at(date, timeOfDay)));
}

std::vector<PlotMark> minutes(double low, double high, int step)
{
    std::vector<PlotMark> marks;
    const QDate last = easterntime::date(timeAt(high));
    for (QDate day = easterntime::date(timeAt(low)); day <= last; day = day.addDays(1))
        for (int minute = 0; minute < 24 * 60; minute += step)
            if (const double at = msAt(day, std::chrono::minutes(minute)); at >= low && at <= high)
                marks.push_back({ at, QTime(minute / 60, minute % 60).toString(u"HH:mm"_s) });
    return marks;
}

std::vector<PlotMark> days(double low, double high, int step, const QLocale &locale)
{
    std::vector<PlotMark> marks;
    QDate day = easterntime::date(timeAt(low));
    // Weeks begin on Mondays; other steps stay where they are when the axis moves
    day = day.addDays(-((day.toJulianDay() % step + step) % step));
    for (; msAt(day) <= high; day = day.addDays(step))
        if (msAt(day) >= low)
            marks.push_back({ msAt(day), locale.toString(day, u"d MMM"_s) });
    return marks;
}

std::vector<PlotMark> months(double low, double high, int step, const QLocale &locale)
{
    std::vector<PlotMark> marks;
    const QDate first = easterntime::date(timeAt(low));
    const int begin = (first.month() - 1) / step * step + 1;
    for (QDate day(first.year(), begin, 1); msAt(day) <= high; day = day.addMonths(step))
        if (msAt(day) >= low)
            marks.push_back({ msAt(day), locale.toString(day, u"MMM yyyy"_s) });
    return marks;
}

std::vector<PlotMark> years(double low, double high, int step)
{
    std::vector<PlotMark> marks;
    for (QDate day(easterntime::date(timeAt(low)).year() / step * step, 1, 1); msAt(day) <= high;
         day = day.addYears(step))
        if (msAt(day) >= low)
            marks.push_back({ msAt(day), QString::number(day.year()) });
    return marks;
}

} // namespace

PlotMarks values(const std::function<QString(double)> &text, int decimals, int leastPixels)
{
    return [=](double low, double high, int pixels) {
        std::vector<PlotMark> marks;
        for (const double at : priceMarks(low, high, false, pixels, leastPixels, decimals))
            marks.push_back({ at, text(at) });
        return marks;
    };
}

PlotMarks times(const QLocale &locale, int leastPixels)
{
    return [=](double low, double high, int pixels) -> std::vector<PlotMark> {
        if (!(high > low) || pixels <= 0)
            return {};
        const double least = (high - low) / pixels * leastPixels;
        if (high - low < 2 * dayMs)
            for (const int step : minuteSteps)
                if (step * minuteMs >= least)
                    return minutes(low, high, step);
        for (const int step : daySteps)
            if (step * dayMs >= least)
                return days(low, high, step, locale);
        for (const int step : monthSteps)
            if (step * 28 * dayMs >= least)
                return months(low, high, step, locale);
        const auto wide = std::ranges::find_if(
            yearSteps, [&](int step) { return step * 365 * dayMs >= least; });
        return years(low, high, wide == yearSteps.end() ? yearSteps.back() : *wide);
    };
}

PlotMarks fixed(const std::vector<PlotMark> &all, int leastPixels)
{
    return [=](double low, double high, int pixels) {
        std::vector<PlotMark> shown;
        if (all.empty() || !(high > low) || pixels <= 0)
            return shown;
        const double apart = all.size() > 1
            ? (all.back().at - all.front().at) / double(all.size() - 1) / (high - low) * pixels
            : pixels;
        const auto every = std::max<std::size_t>(1, std::size_t(std::ceil(leastPixels / apart)));
        for (std::size_t i = 0; i < all.size(); i += every)
            if (all[i].at >= low && all[i].at <= high)
                shown.push_back(all[i]);
        return shown;
    };
}

} // namespace tapeline::plotmarks
