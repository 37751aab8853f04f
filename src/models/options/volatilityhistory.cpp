#include "volatilityhistory.h"

#include "easterntime.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// What is less of a change is not written down.
constexpr double leastChange = 1e-4;

bool isUsable(double volatility)
{
    return volatility > 0 && std::isfinite(volatility);
}

} // namespace

VolatilityHistory::VolatilityHistory(VolatilityStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

const std::vector<DailyVolatility> &VolatilityHistory::days(const QString &underlying)
{
    const auto known = m_days.constFind(underlying);
    return known != m_days.cend() ? *known : *m_days.insert(underlying, m_store.load(underlying));
}

std::vector<double> VolatilityHistory::before(const QString &underlying, QDate day)
{
    std::vector<double> values;
    for (const DailyVolatility &known : days(underlying))
        if (known.day < day)
            values.push_back(known.volatility);
    return values;
}

void VolatilityHistory::note(const QString &underlying, Timestamp time, double volatility)
{
    const QDate day = easterntime::date(time);
    const auto session = m_calendar.session(day);
    if (!isUsable(volatility) || !session || time < session->close - lateFrom)
        return;
    days(underlying);
    std::vector<DailyVolatility> &known = m_days[underlying];
    const auto place = std::ranges::lower_bound(known, day, {}, &DailyVolatility::day);
    if (place == known.end() || place->day != day)
        known.insert(place, { day, volatility });
    else if (std::abs(place->volatility - volatility) >= leastChange)
        place->volatility = volatility;
    else
        return;
    keep(underlying);
}

void VolatilityHistory::fill(const QString &underlying, const std::vector<DailyVolatility> &more)
{
    days(underlying);
    std::vector<DailyVolatility> &known = m_days[underlying];
    const std::size_t before = known.size();
    for (const DailyVolatility &one : more) {
        const auto place = std::ranges::lower_bound(known, one.day, {}, &DailyVolatility::day);
        if (isUsable(one.volatility) && (place == known.end() || place->day != one.day))
            known.insert(place, one);
    }
    if (known.size() != before)
        keep(underlying);
}

void VolatilityHistory::reload()
{
    const QStringList underlyings = m_days.keys();
    m_days.clear();
    for (const QString &underlying : underlyings)
        emit changed(underlying);
}

void VolatilityHistory::keep(const QString &underlying)
{
    std::vector<DailyVolatility> &known = m_days[underlying];
    if (known.size() > mostDays)
        known.erase(known.begin(), known.end() - std::ptrdiff_t(mostDays));
    m_store.save(underlying, known);
    emit changed(underlying);
}

} // namespace tapeline
