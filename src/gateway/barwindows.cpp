#include "barwindows.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

namespace {

using Days = std::chrono::duration<qint64, std::ratio<86'400>>;

/// Adds up the base bars of one window.
class WindowSum
{
public:
    explicit WindowSum(Timestamp start)
    {
        m_bar.start = start;
        m_bar.hasPrices = false;
    }

    void add(const Candle &part)
    {
        m_bar.volume += part.volume;
        m_bar.tradeCount += part.tradeCount;
        const double shares = part.volume.toDouble();
        m_turnover += part.vwap * shares;
        m_weight += part.vwap > 0 ? shares : 0;
        if (!part.hasPrices)
            return;
        if (!m_bar.hasPrices) {
            m_bar.open = part.open;
            m_bar.high = part.high;
            m_bar.low = part.low;
            m_bar.hasPrices = true;
        }
        m_bar.high = std::max(m_bar.high, part.high);
        m_bar.low = std::min(m_bar.low, part.low);
        m_bar.close = part.close;
    }

    Candle bar() const
    {
        Candle bar = m_bar;
        bar.vwap = m_weight > 0 ? m_turnover / m_weight : 0;
        return bar;
    }

private:
    Candle m_bar;
    double m_turnover = 0;
    double m_weight = 0;
};

/// How much time to ask the source for at once, so that a small page does not read years.
Duration stretchFor(TimeUnit base, int limit)
{
    if (base == TimeUnit::Second)
        return std::chrono::minutes(std::clamp(limit / 30, 10, 960));
    if (base == TimeUnit::Minute)
        return Days(std::clamp(limit / 400, 1, 60));
    return Days(3'650);
}

/// Base bars in the order they are wanted, stretch by stretch, until more priced ones than the
/// limit are there.
class BaseReader
{
public:
    BaseReader(const MarketSource &source, const barwindows::PageRequest &request)
        : m_source(source)
        , m_request(request)
        , m_unit(barwindows::baseUnit(request.frame.unit()))
        , m_stretch(stretchFor(m_unit, request.limit))
        , m_from(std::max(request.from, listedFrom()))
        , m_to(std::min(request.to, request.asOf))
    {
    }

    /// The next stretch appended; false when the range is used up.
    bool read(std::vector<Candle> &out)
    {
        if (m_from >= m_to)
            return false;
        const Timestamp edge = m_request.ascending ? std::min(m_to, m_from + m_stretch)
                                                   : std::max(m_from, m_to - m_stretch);
        const Timestamp from = m_request.ascending ? m_from : edge;
        const Timestamp to = m_request.ascending ? edge : m_to;
        (m_request.ascending ? m_from : m_to) = edge;
        if (!hasTradingDay(from, to))
            return true;
        std::vector<Candle> part
            = m_source.bars(m_request.instrument, m_unit, from, to, m_request.asOf);
        for (Candle &bar : part)
            bar = m_request.adjustment.adjusted(bar);
        if (!m_request.ascending)
            std::reverse(part.begin(), part.end());
        out.insert(out.end(), part.begin(), part.end());
        return true;
    }

private:
    Timestamp listedFrom() const
    {
        const QDate listed = m_source.instrument(m_request.instrument).listed;
        return easterntime::at(listed.isValid() ? listed : QDate(1970, 1, 1));
    }
    bool hasTradingDay(Timestamp from, Timestamp to) const
    {
        const bool keepsCalendar = m_request.assetClass == AssetClass::Stocks
            || m_request.assetClass == AssetClass::Options
            || m_request.assetClass == AssetClass::Indices;
        if (!keepsCalendar || to - from > Days(4))
            return true;
        const QDate last = easterntime::date(to - 1ns);
        for (QDate date = easterntime::date(from); date <= last; date = date.addDays(1))
            if (m_source.calendar().isTradingDay(date))
                return true;
        return false;
    }

    const MarketSource &m_source;
    const barwindows::PageRequest &m_request;
    TimeUnit m_unit;
    Duration m_stretch;
    Timestamp m_from;
    Timestamp m_to;
};

/// Index of the first base bar that belongs to the next page, or the size when there is none.
/// Counts bars with prices only: others make no row, and a page of nothing must never be promised.
std::size_t cutOff(std::span<const Candle> base, const barwindows::PageRequest &request)
{
    int priced = 0;
    for (std::size_t i = 0; i < base.size(); ++i) {
        if (base[i].hasPrices && ++priced > request.limit)
            return i;
    }
    return base.size();
}

} // namespace

TimeUnit barwindows::baseUnit(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Second:
        return TimeUnit::Second;
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        return TimeUnit::Minute;
    case TimeUnit::Day:
    case TimeUnit::Week:
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Year:
        return TimeUnit::Day;
    }
    return TimeUnit::Day;
}

std::vector<Candle> barwindows::rollUp(std::span<const Candle> base, Timeframe frame,
                                       AssetClass assetClass)
{
    std::vector<Candle> bars;
    for (std::size_t i = 0; i < base.size();) {
        const Timestamp start = frame.windowStart(base[i].start, assetClass);
        const Timestamp next = frame.nextWindow(start, assetClass);
        WindowSum sum(start);
        for (; i < base.size() && base[i].start < next; ++i)
            sum.add(base[i]);
        const Candle bar = sum.bar();
        if (bar.hasPrices)
            bars.push_back(bar);
    }
    return bars;
}

barwindows::Page barwindows::readPage(const MarketSource &source, const PageRequest &request)
{
    std::vector<Candle> base;
    BaseReader reader(source, request);
    const auto window = [&](const Candle &bar) {
        return request.frame.windowStart(bar.start, request.assetClass);
    };
    Page page;
    std::size_t cut = 0;
    for (;;) {
        const bool more = reader.read(base);
        cut = cutOff(base, request);
        // A first window larger than the limit is read to its end
        const auto first = std::find_if(base.begin(), base.end(),
                                        [](const Candle &bar) { return bar.hasPrices; });
        while (cut < base.size() && window(base[cut]) == window(*first))
            ++cut;
        while (cut < base.size() && !base[cut].hasPrices)
            ++cut;
        if (cut < base.size() || !more)
            break;
    }
    if (cut < base.size()) {
        const Timestamp open = window(base[cut]);
        page.next = request.ascending ? open : request.frame.nextWindow(open, request.assetClass);
        while (cut > 0 && window(base[cut - 1]) == open)
            --cut;
        base.resize(cut);
    }
    page.baseBars = static_cast<int>(base.size());
    if (!request.ascending)
        std::reverse(base.begin(), base.end());
    page.bars = rollUp(base, request.frame, request.assetClass);
    if (!request.ascending)
        std::reverse(page.bars.begin(), page.bars.end());
    return page;
}

} // namespace tapeline
