#include "walkmodel.h"

#include "easterntime.h"
#include "keyeddraws.h"
#include "marketcalendar.h"
#include "markethours.h"
#include "refine.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double rangeOfSession = 1.6; // deviations, see minuteplan.cpp
constexpr double rangeOfMinute = 1.7;
constexpr double minuteRarity = 0.3;
constexpr double secondRarity = 0.05;
constexpr auto sundayOpening = std::chrono::hours(17); // Eastern
constexpr double sundayShare = 0.15; // of an average day's activity

/// The step of a walk that belongs to a date: crypto steps every day, the rest on weekdays. Sunday
/// evening is the beginning of Monday's.
int stepOf(AssetClass assetClass, QDate date)
{
    if (assetClass == AssetClass::Crypto)
        return static_cast<int>(QDate(2000, 1, 3).daysTo(date));
    return weekdayIndex(date.dayOfWeek() == Qt::Sunday ? date.addDays(1) : date);
}

double stepsPerYear(AssetClass assetClass)
{
    return assetClass == AssetClass::Crypto ? 365.25 : 260.9;
}

} // namespace

std::optional<TapeSession> tapeSession(AssetClass assetClass, QDate date)
{
    static const MarketCalendar calendar;
    TapeSession session { date, markethours::dayStart(assetClass, date) };
    if (assetClass == AssetClass::Forex && date.dayOfWeek() == Qt::Saturday)
        return std::nullopt;
    if (assetClass == AssetClass::Forex && date.dayOfWeek() == Qt::Sunday)
        session.start = easterntime::at(date, sundayOpening);
    if (assetClass == AssetClass::Futures && !calendar.isTradingDay(date))
        return std::nullopt;
    const Duration length = markethours::dayEnd(assetClass, date) - session.start;
    session.minutes = static_cast<int>(length / 1min);
    return session;
}

void walkBy(SlotShape &shape, double range, double rangeOfDeviation, SplitMix64 &draws)
{
    double level = 0;
    double variance = 0;
    for (std::size_t slot = 0; slot < shape.weights.size(); ++slot) {
        const double deviation = std::sqrt(shape.weights[slot]);
        level += deviation * bell(draws);
        variance += shape.weights[slot];
        shape.walk[slot] = level;
        shape.reach[slot] = deviation;
    }
    const double scale = variance > 0 ? range / rangeOfDeviation / std::sqrt(variance) : 0;
    for (std::size_t slot = 0; slot < shape.weights.size(); ++slot) {
        shape.walk[slot] *= scale;
        shape.reach[slot] *= scale;
    }
}

/// Log prices of a session.
struct WalkModel::Levels
{
    double open = 0;
    double close = 0;
    double variance = 0;
    double length = 1; ///< of activity, in average days
};

WalkModel::WalkModel(quint64 seed, const WalkTraits &traits)
    : m_seed(seed)
    , m_traits(traits)
    , m_key(stableHash(traits.symbol.toStdString()))
    , m_path(seed, m_key)
{
}

std::optional<TapeSession> WalkModel::session(QDate date) const
{
    return date.isValid() && date >= m_traits.listed ? tapeSession(m_traits.assetClass, date)
                                                     : std::nullopt;
}

WalkModel::Levels WalkModel::levelsOf(QDate date) const
{
    const int step = stepOf(m_traits.assetClass, date);
    const int anchor = stepOf(m_traits.assetClass, QDate(2026, 1, 2));
    const DayStep path = m_path.step(step);
    const double growth = m_traits.yearlyGrowth / stepsPerYear(m_traits.assetClass);
    const double base = std::log(m_traits.anchorPrice) + growth * (step - anchor);
    const double volatility = m_traits.dailyVolatility;
    const auto level = [&](double walk) { return base + volatility * walk; };
    Levels levels { .open = level(path.before) - growth,
                    .close = level(path.after),
                    .variance = volatility * volatility * path.variance };
    if (m_traits.assetClass != AssetClass::Forex)
        return levels;
    if (date.dayOfWeek() == Qt::Sunday) {
        levels.close = level(path.open) - growth * 0.9;
        levels.variance *= sundayShare;
        levels.length = sundayShare;
    } else if (date.dayOfWeek() == Qt::Monday) {
        levels.open = level(path.open) - growth * 0.9;
    }
    return levels;
}

BarPlan WalkModel::outline(const TapeSession &session) const
{
    const Levels levels = levelsOf(session.date);
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Day, m_key, session.date.toJulianDay());
    const auto ticks = [this](double log) { return scale().ticksOf(std::exp(log)); };
    const double top = bridgeMaximum(levels.open, levels.close, levels.variance, draws);
    const double bottom = -bridgeMaximum(-levels.open, -levels.close, levels.variance, draws);
    PathBar path { ticks(levels.open), 0, 0, ticks(levels.close) };
    path.high = std::max({ ticks(top), path.open, path.close });
    path.low = std::min({ ticks(bottom), path.open, path.close });

    const double turbulence = std::sqrt(levels.variance / levels.length) / m_traits.dailyVolatility;
    const double mood = std::clamp((0.4 + 0.6 * turbulence) * between(draws, 0.6, 1.4), 0.25, 4.0)
        * levels.length;
    BarPlan bar;
    bar.activity.prints = static_cast<qint32>(m_traits.dailyPrints * mood) + 1;
    bar.activity.volume = m_traits.dailyUnits > 0
        ? bar.activity.prints + static_cast<qint64>(m_traits.dailyUnits * mood)
        : bar.activity.prints;
    bar.path = withPrints(path, bar.activity.prints);
    return bar;
}

void WalkModel::shapeSession(const TapeSession &session, const BarPlan &bar, SlotShape &shape) const
{
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::TapeWalk, m_key, session.date.toJulianDay());
    double spell = 1;
    const int lateStart = static_cast<int>(
        (session.start - markethours::dayStart(m_traits.assetClass, session.date)) / 1min);
    for (int m = 0; m < session.minutes; ++m) {
        if (m % 8 == 0)
            spell = between(draws, 0.7, 1.3);
        const double hour = m_traits.rhythm[std::size_t((lateStart + m) / 60 % 24)];
        shape.weights[std::size_t(m)] = hour * spell * burst(draws, minuteRarity);
    }
    shape.bounce = m_traits.bounceTicks;
    walkBy(shape, bar.path.high - bar.path.low, rangeOfSession, draws);
}

void WalkModel::shapeMinute(const TapeSession &session, int minute, const BarPlan &bar,
                            SlotShape &shape) const
{
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::TapeWalk, m_key, session.date.toJulianDay(), minute);
    for (double &weight : shape.weights)
        weight = burst(draws, secondRarity);
    shape.bounce = m_traits.bounceTicks;
    walkBy(shape, std::max(0.4, bar.path.high - bar.path.low - 0.7 * m_traits.bounceTicks),
           rangeOfMinute, draws);
}

} // namespace tapeline
