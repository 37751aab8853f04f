#include "underlyingprices.h"

#include "optionroots.h"
#include "sandboxcompanies.h"

#include <algorithm>
#include <limits>

namespace tapeline {

namespace {

constexpr std::size_t cachedDays = 48;

qint32 cents(Price price)
{
    return static_cast<qint32>(price.units() / (Price::unitsPerOne / 100));
}

int indexNumberOf(const OptionUnderlying &underlying)
{
    const std::vector<SandboxIndex> &indices = sandboxIndices();
    const auto found = std::find_if(indices.begin(), indices.end(), [&](const auto &index) {
        return index.symbol.toStdString() == underlying.symbol;
    });
    return found == indices.end() ? -1 : static_cast<int>(found - indices.begin());
}

} // namespace

UnderlyingPrices::UnderlyingPrices(const SandboxMarket &market, const IndexTape &indices,
                                   const TradingDays &days)
    : m_market(market)
    , m_indices(indices)
    , m_days(days)
    , m_figures(optionUnderlyings.size())
    , m_recent(cachedDays)
{
    for (const OptionUnderlying &underlying : optionUnderlyings) {
        m_instruments.push_back(market.indexOf(QString::fromLatin1(
            underlying.source.data(), static_cast<qsizetype>(underlying.source.size()))));
        m_indexNumbers.push_back(indexNumberOf(underlying));
        std::vector<Split> &splits = m_splits.emplace_back();
        for (const SandboxSplit &split : market.companies().splits(m_instruments.back()))
            splits.push_back({ days.numberOf(split.executed), double(split.from) / split.to });
    }
}

double UnderlyingPrices::valueOf(int underlying, QDate date, double dollars) const
{
    const int index = m_indexNumbers[std::size_t(underlying)];
    return index < 0 ? dollars : m_indices.valueOf(index, date, dollars);
}

double UnderlyingPrices::dailyVolatility(int underlying) const
{
    return m_market.instruments()[std::size_t(instrument(underlying))].dailyVolatility;
}

const UnderlyingPrices::DayFigures &UnderlyingPrices::figures(int underlying, int dayNumber)
{
    std::vector<DayFigures> &days = m_figures[std::size_t(underlying)];
    if (std::size_t(dayNumber) >= days.size())
        days.resize(std::size_t(dayNumber) + 1);
    DayFigures &figures = days[std::size_t(dayNumber)];
    if (figures.close == 0) {
        const QDate date = m_days.date(dayNumber);
        const std::optional<SandboxDay> day = m_market.day(instrument(underlying), date);
        const Candle bar = day ? day->candle : Candle();
        const double mean = (bar.open.toDouble() + bar.high.toDouble() + bar.low.toDouble()
                             + bar.close.toDouble())
            / 4;
        figures.close = day ? valueOf(underlying, date, bar.close.toDouble()) : 1;
        figures.typical = day ? valueOf(underlying, date, mean) : 1;
    }
    return figures;
}

double UnderlyingPrices::shareRatio(int underlying, int earlier, int dayNumber) const
{
    double ratio = 1;
    for (const Split &split : m_splits[std::size_t(underlying)])
        if (split.day > earlier && split.day <= dayNumber)
            ratio *= split.ratio;
    return ratio;
}

double UnderlyingPrices::closeBefore(int underlying, int dayNumber)
{
    const int before = std::max(0, dayNumber - 1);
    return close(underlying, before) * shareRatio(underlying, before, dayNumber);
}

std::pair<int, int> UnderlyingPrices::shareEra(int underlying, int dayNumber) const
{
    std::pair<int, int> era { 0, std::numeric_limits<int>::max() };
    for (const Split &split : m_splits[std::size_t(underlying)]) {
        if (split.day <= dayNumber)
            era.first = split.day;
        else
            era.second = std::min(era.second, split.day);
    }
    return era;
}

double UnderlyingPrices::reference(int underlying, int dayNumber)
{
    constexpr int days = 10;
    double sum = 0;
    for (int back = 1; back <= days; ++back) {
        const int day = std::max(0, dayNumber - back);
        sum += close(underlying, day) * shareRatio(underlying, day, dayNumber);
    }
    return sum / days;
}

UnderlyingPrices::Day UnderlyingPrices::readDay(int underlying, QDate date)
{
    Day day;
    const std::optional<TradingSession> session = m_market.calendar().session(date);
    if (!session)
        return day;
    constexpr int minute = 60;
    day.start = session->preOpen;
    day.firstSecond = 4 * 3'600;
    const auto minutes = static_cast<std::size_t>((session->postClose - session->preOpen) / 1min);
    const int before = std::max(0, m_days.numberOf(date) - 1);
    if (const auto closed = m_market.day(instrument(underlying), m_days.date(before)))
        day.before = static_cast<qint32>(cents(closed->candle.close)
                                         * shareRatio(underlying, before, m_days.numberOf(date)));
    day.minuteCloses.resize(minutes);
    day.seconds.resize(minutes * minute);
    day.isFilled.resize(minutes);
    qint32 last = day.before;
    std::size_t next = 0;
    for (const Candle &bar :
         m_market.minutes(instrument(underlying), session->preOpen, session->postClose)) {
        const auto at = static_cast<std::size_t>((bar.start - session->preOpen) / 1min);
        for (; next < at; ++next)
            day.minuteCloses[next] = last;
        if (bar.hasPrices)
            last = cents(bar.close);
    }
    for (; next < minutes; ++next)
        day.minuteCloses[next] = last;
    return day;
}

void UnderlyingPrices::fill(int underlying, const Day &day, int minute)
{
    const Timestamp start = day.start + std::chrono::minutes(minute);
    qint32 last = minute == 0 ? day.before : day.minuteCloses[std::size_t(minute) - 1];
    const auto first = day.seconds.begin() + minute * 60;
    int next = 0;
    for (const Candle &bar : m_market.seconds(instrument(underlying), start, start + 1min)) {
        const auto at = static_cast<int>((bar.start - start) / 1s);
        for (; next < at; ++next)
            first[next] = last;
        if (bar.hasPrices)
            last = cents(bar.close);
    }
    for (; next < 60; ++next)
        first[next] = last;
    day.isFilled[std::size_t(minute)] = true;
}

double UnderlyingPrices::at(int underlying, QDate date, int secondOfDay)
{
    const quint64 key = (quint64(underlying) << 32) | quint64(date.toJulianDay());
    const Day &day = m_recent.get(key, [&] { return readDay(underlying, date); });
    const int known = std::min<int>(secondOfDay - day.firstSecond - 1,
                                    static_cast<int>(day.seconds.size()) - 1);
    if (known < 0)
        return valueOf(underlying, date, day.before / 100.0);
    const int minute = known / 60;
    if (!day.isFilled[std::size_t(minute)])
        fill(underlying, day, minute);
    return valueOf(underlying, date, day.seconds[std::size_t(known)] / 100.0);
}

} // namespace tapeline
