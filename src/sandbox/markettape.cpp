#include "markettape.h"

#include "dayspecials.h"
#include "keyeddraws.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t cachedEntries = 600; // of each level

quint64 cacheKey(int instrument, QDate date, int part)
{
    return (quint64(instrument) << 48) | (quint64(weekdayIndex(date)) << 24) | quint64(part);
}

} // namespace

std::span<const MarketEvent> DayTape::specialsIn(Timestamp from, Timestamp to) const
{
    const auto before
        = [](const MarketEvent &event, Timestamp time) { return eventTime(event) < time; };
    const auto first = std::lower_bound(specials.begin(), specials.end(), from, before);
    const auto last = std::lower_bound(first, specials.end(), to, before);
    return { first, last };
}

int DayTape::endSecond() const
{
    const int lastLate = day().late.empty() ? 0 : day().late.back().second;
    return std::max(day().postCloseSecond(), lastLate + 2);
}

bool DayTape::isWithinHours(int secondOfDay) const
{
    return secondOfDay >= day().preOpenSecond() && secondOfDay < day().postCloseSecond();
}

bool DayTape::hasTrades(int secondOfDay) const
{
    return minutes.minutes[std::size_t(minuteOf(secondOfDay))].isActive();
}

MarketTape::MarketTape(quint64 seed, std::vector<InstrumentTraits> cast)
    : m_seed(seed)
    , m_cast(std::move(cast))
    , m_shares(seed, m_calendar)
    , m_earnings(seed, m_calendar, m_shares)
    , m_dayPlanner(seed)
    , m_minutePlanner(seed)
    , m_secondPlanner(seed, m_minutePlanner)
    , m_tickTape(seed)
    , m_days(cachedEntries)
    , m_minutes(cachedEntries)
    , m_seconds(cachedEntries)
{
}

bool MarketTape::isListed(int instrument, QDate date) const
{
    return instrument >= 0 && std::size_t(instrument) < m_cast.size() && date.isValid()
        && date >= m_cast[std::size_t(instrument)].info.listed;
}

const InstrumentTraits &MarketTape::traitsOn(int instrument, QDate date) const
{
    const InstrumentTraits &traits = m_cast[std::size_t(instrument)];
    const auto &splits = m_shares.of(traits).splits;
    const auto ahead = std::count_if(splits.begin(), splits.end(), [&](const SandboxSplit &split) {
        return date < split.executed;
    });
    if (ahead == 0)
        return traits;
    const quint64 key = (quint64(instrument) << 8) | quint64(ahead);
    const auto found = m_formerTraits.find(key);
    return found != m_formerTraits.end()
        ? found->second
        : m_formerTraits.emplace(key, m_shares.traitsOn(traits, date)).first->second;
}

std::optional<DayPlan> MarketTape::plan(int instrument, QDate date) const
{
    if (!isListed(instrument, date))
        return {};
    const std::optional<TradingSession> session = m_calendar.session(date);
    if (!session)
        return {};
    const InstrumentTraits &company = m_cast[std::size_t(instrument)];
    CompanyTide tide = m_shares.of(company).tideOn(weekdayIndex(date));
    tide.activity = m_earnings.activityOn(company, date);
    return m_dayPlanner.plan(traitsOn(instrument, date), *session, tide);
}

const DayTape *MarketTape::day(int instrument, QDate date)
{
    if (!isListed(instrument, date) || !m_calendar.isTradingDay(date))
        return nullptr;
    return &m_days.get(cacheKey(instrument, date, 0), [&] {
        const InstrumentTraits &traits = traitsOn(instrument, date);
        DayTape made;
        made.minutes = m_minutePlanner.plan(traits, *plan(instrument, date));
        made.specials
            = daySpecials(m_seed, traits, InstrumentId(quint32(instrument)), made.minutes);
        return made;
    });
}

const MinuteSeconds &MarketTape::minute(int instrument, const DayTape &day, int minute)
{
    return m_minutes.get(cacheKey(instrument, day.day().date, minute), [&] {
        return m_secondPlanner.plan(traitsOn(instrument, day.day().date), day.minutes, minute);
    });
}

const SecondPlan &MarketTape::secondPlan(int instrument, const DayTape &day, int secondOfDay)
{
    return minute(instrument, day, day.minuteOf(secondOfDay))
        .seconds[std::size_t(secondOfDay % 60)];
}

void MarketTape::write(int instrument, const DayTape &day, int secondOfDay,
                       std::vector<MarketEvent> &out)
{
    const InstrumentTraits &traits = traitsOn(instrument, day.day().date);
    const InstrumentId id { quint32(instrument) };
    const Timestamp start = day.day().at(secondOfDay);
    const std::span<const MarketEvent> specials
        = day.specialsIn(start, day.day().at(secondOfDay + 1));
    if (day.isWithinHours(secondOfDay)) {
        const int ofDay = day.minuteOf(secondOfDay);
        const MinuteSeconds &seconds = minute(instrument, day, ofDay);
        m_tickTape.write({ traits, id, day.minutes, seconds, ofDay, secondOfDay % 60 }, specials,
                         out);
    } else if (!specials.empty()) {
        SplitMix64 draws
            = keyedDraws(m_seed, DrawPurpose::Tick, traits.key, day.day().weekday, secondOfDay);
        TapePrinter(traits, id, start, false, draws, out).finish(specials, secondOfDay);
    }
}

const std::vector<MarketEvent> &MarketTape::events(int instrument, const DayTape &day,
                                                   int secondOfDay)
{
    return m_seconds.get(cacheKey(instrument, day.day().date, secondOfDay), [&] {
        std::vector<MarketEvent> events;
        write(instrument, day, secondOfDay, events);
        return events;
    });
}

} // namespace tapeline
