#include "valuemarks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostMarks = 12; // QCustomPlot keeps sixteen label texts an axis

/// The smallest of 1, 2, 5 times a power of ten that is at least value.
double roundStep(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : { 1.0, 2.0, 5.0 }) {
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

struct Unit
{
    double size;
    QLatin1StringView name;
};

/// The largest unit that volume has at least one of, rounding included.
Unit unitFor(double volume)
{
    static constexpr std::array units { Unit { 1e9, "B"_L1 }, Unit { 1e6, "M"_L1 },
                                        Unit { 1e3, "K"_L1 } };
    for (const Unit &unit : units) {
        if (volume >= unit.size * 0.9995)
            return unit;
    }
    return { 1, ""_L1 };
}

} // namespace

std::vector<double> priceMarks(double low, double high, bool log, int height, int leastPixels,
                               int decimals)
{
    if (!(high > low) || height < leastPixels)
        return {};
    const int wanted = std::clamp(height / leastPixels, 1, mostMarks);
    const double step = std::max(roundStep((high - low) / wanted), std::pow(10.0, -decimals));
    std::vector<double> marks;
    const auto yOf = [&](double price) {
        return log ? height * std::log(high / price) / std::log(high / low)
                   : height * (high - price) / (high - low);
    };
    // Counted in steps: a running sum would drift off the round values
    const auto last = static_cast<qint64>(std::floor(high / step + 1e-9));
    for (auto i = static_cast<qint64>(std::ceil(low / step - 1e-9)); i <= last; ++i) {
        const double price = double(i) * step;
        if (marks.empty() || yOf(marks.back()) - yOf(price) >= leastPixels)
            marks.push_back(price);
    }
    if (marks.size() > mostMarks)
        marks.resize(mostMarks);
    return marks;
}

QString priceText(double price, int decimals, const QLocale &locale)
{
    return locale.toString(price, 'f', decimals);
}

QString changeText(double change, int decimals, const QLocale &locale)
{
    return (change >= 0 ? u"+"_s : QString()) + locale.toString(change, 'f', decimals);
}

QString percentText(double fraction, const QLocale &locale)
{
    return changeText(fraction * 100, 2, locale) + u"\u202F%"_s;
}

QString volumeText(double volume, const QLocale &locale)
{
    const Unit unit = unitFor(volume);
    const double scaled = volume / unit.size;
    if (unit.size == 1)
        return locale.toString(volume, 'f', volume == std::floor(volume) ? 0 : 4);
    const int decimals = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    return locale.toString(scaled, 'f', decimals) + unit.name;
}

QString signedVolumeText(double volume, const QLocale &locale)
{
    const QString text = volumeText(std::abs(volume), locale);
    return volume > 0 ? u'+' + text : volume < 0 ? QChar(0x2212) + text : text;
}

double wholeShares(double volume)
{
    return 2 * volume == std::floor(2 * volume) ? std::round(volume) : volume;
}

QString volumeMarkText(double volume, const QLocale &locale)
{
    const Unit unit = unitFor(volume);
    const double scaled = volume / unit.size;
    return locale.toString(scaled, 'g', 4) + unit.name;
}

} // namespace tapeline
