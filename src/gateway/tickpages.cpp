#include "tickpages.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Walks [from, to) in stretches that begin short and grow, never across midnight, past days
/// without a session; not all classes keep the stock exchanges' days.
class Stretches
{
public:
    Stretches(const MarketSource &source, const tickpages::PageRequest &request)
        : m_calendar(source.calendar())
        , m_keepsCalendar(keepsCalendar(source.instrument(request.instrument).assetClass))
        , m_from(request.from)
        , m_to(request.to)
        , m_ascending(request.ascending)
    {
    }

    bool next(Timestamp &from, Timestamp &to)
    {
        while (m_from < m_to) {
            const QDate date = easterntime::date(m_ascending ? m_from : m_to - 1ns);
            const Timestamp dayFrom = std::max(m_from, easterntime::at(date));
            const Timestamp dayTo = std::min(m_to, easterntime::at(date.addDays(1)));
            if (m_keepsCalendar && !m_calendar.isTradingDay(date)) {
                (m_ascending ? m_from : m_to) = m_ascending ? dayTo : dayFrom;
                continue;
            }
            from = m_ascending ? dayFrom : std::max(dayFrom, dayTo - m_length);
            to = m_ascending ? std::min(dayTo, dayFrom + m_length) : dayTo;
            (m_ascending ? m_from : m_to) = m_ascending ? to : from;
            m_length = std::min<Duration>(m_length * 2, 30min);
            return true;
        }
        return false;
    }

private:
    static bool keepsCalendar(AssetClass assetClass)
    {
        return assetClass == AssetClass::Stocks || assetClass == AssetClass::Options
            || assetClass == AssetClass::Indices;
    }

    const MarketCalendar &m_calendar;
    bool m_keepsCalendar;
    Timestamp m_from;
    Timestamp m_to;
    bool m_ascending;
    Duration m_length = 1min;
};

} // namespace

template<typename Tick>
tickpages::Page<Tick> tickpages::readPage(const MarketSource &source, const PageRequest &request)
{
    Page<Tick> page;
    std::vector<MarketEvent> events;
    std::size_t skip = request.skip;
    Stretches stretches(source, request);
    Timestamp from;
    Timestamp to;
    while (!page.more && stretches.next(from, to)) {
        events.clear();
        if constexpr (std::is_same_v<Tick, Trade>)
            source.trades(request.instrument, from, to, events);
        else
            source.events(request.instrument, from, to, events);
        if (!request.ascending)
            std::reverse(events.begin(), events.end());
        for (const MarketEvent &event : events) {
            const Tick *tick = std::get_if<Tick>(&event);
            if (!tick)
                continue;
            if (skip > 0) {
                --skip;
                continue;
            }
            if (page.ticks.size() == request.limit) {
                page.more = true;
                break;
            }
            page.ticks.push_back(*tick);
        }
    }
    return page;
}

template tickpages::Page<Trade> tickpages::readPage<Trade>(const MarketSource &,
                                                           const PageRequest &);
template tickpages::Page<Quote> tickpages::readPage<Quote>(const MarketSource &,
                                                           const PageRequest &);

} // namespace tapeline
