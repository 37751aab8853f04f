#include "massivebars.h"

#include "barportions.h"
#include "easterntime.h"
#include "symbology.h"
#include "utcdate.h"

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int baseBarsPerPage = 50'000;
constexpr Timestamp firstBars = std::chrono::sys_days(std::chrono::January / 1 / 2003);

AssetClass classOf(const BarQuery &query)
{
    return symbology::classOf(query.symbol);
}

bool tradesAroundTheClock(AssetClass assetClass)
{
    return assetClass == AssetClass::Crypto || assetClass == AssetClass::Forex;
}

/// The first of the month, in UTC, that ends the group of months time is in.
Timestamp monthsAfter(Timestamp time, int months)
{
    const QDate date = utcDate(time);
    const int index = date.year() * 12 + date.month() - 1;
    const int next = (index / months + 1) * months;
    const QDate first(next / 12, next % 12 + 1, 1);
    return Timestamp(std::chrono::days(first.toJulianDay() - julianDayOf1970));
}

Timestamp dayAfter(Timestamp time)
{
    return std::chrono::floor<std::chrono::days>(time) + std::chrono::days(1);
}

/// The next border after time, moved back to where a window begins.
template<typename Border>
Timestamp windowBorder(const BarQuery &query, AssetClass assetClass, Timestamp time, Border border)
{
    Timestamp end = border(time);
    while (query.timeframe.windowStart(end, assetClass) <= time)
        end = border(end);
    return query.timeframe.windowStart(end, assetClass);
}

/// Leaves what ascends and lies in range; counts what does not ascend.
qint64 keepAscending(std::vector<Candle> &bars, const TimeRange &range)
{
    qint64 dropped = 0;
    Timestamp last = Timestamp::min();
    std::erase_if(bars, [&](const Candle &bar) {
        if (bar.start <= last) {
            ++dropped;
            return true;
        }
        last = bar.start;
        return !range.contains(bar.start);
    });
    return dropped;
}

} // namespace

QString MassiveBars::id() const
{
    return u"massive"_s;
}

QString MassiveBars::name() const
{
    return u"Massive"_s;
}

TimeRange MassiveBars::coverage(const BarQuery &query, Timestamp now) const
{
    return query.range.intersected({ firstBars, now });
}

std::vector<BarQuery> MassiveBars::portions(const BarQuery &query) const
{
    if (!query.timeframe.isIntraday())
        return portionsOf(query, [](Timestamp) { return Timestamp::max(); });
    const AssetClass assetClass = classOf(query);
    const int months = tradesAroundTheClock(assetClass) ? 1 : 2;
    const bool ofSeconds = query.timeframe.unit() == TimeUnit::Second;
    return portionsOf(query, [&](Timestamp from) {
        return windowBorder(query, assetClass, from, [&](Timestamp time) {
            return ofSeconds ? dayAfter(time) : monthsAfter(time, months);
        });
    });
}

/// Its range ends with the millisecond it names.
BarSource::Question MassiveBars::question(const BarQuery &portion) const
{
    return { u"/v2/aggs/ticker/%1/range/%2/%3/%4/%5"_s.arg(
                 portion.symbol, QString::number(portion.timeframe.count()),
                 portion.timeframe.unitName(), QString::number(toMs(portion.range.from)),
                 QString::number(toMs(portion.range.to - 1ns))),
             { { u"adjusted"_s, portion.adjusted ? u"true"_s : u"false"_s },
               { u"sort"_s, u"asc"_s },
               { u"limit"_s, QString::number(baseBarsPerPage) } } };
}

Result<BarsPage> MassiveBars::decode(const BarQuery &portion, QByteArrayView body) const
{
    Result<BarsPage> page = decodeBars(body);
    if (!page)
        return page;
    if (!page->symbol.isEmpty() && page->symbol != portion.symbol)
        return Error { Error::Code::Malformed,
                       u"The answer is about %1, not about %2."_s.arg(page->symbol,
                                                                      portion.symbol) };
    page->invalid += keepAscending(page->bars, portion.range);
    return page;
}

/// Bars of a day and more are rewritten while their day lasts; shorter ones for a while after their
/// end.
Timestamp MassiveBars::settledUntil(const BarQuery &query, Timestamp asOf) const
{
    const Timestamp final = query.timeframe.isIntraday() ? asOf - revisedFor
                                                         : easterntime::at(easterntime::date(asOf));
    return query.timeframe.windowStart(final, classOf(query));
}

} // namespace tapeline
