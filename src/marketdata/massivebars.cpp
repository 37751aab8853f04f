#include "massivebars.h"

#include "barportions.h"
#include "markethours.h"
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

/// "5min", "1session": as the bars of futures are called.
QString futuresResolution(Timeframe timeframe)
{
    const auto word = [&] {
        switch (timeframe.unit()) {
        case TimeUnit::Second:
            return u"sec"_s;
        case TimeUnit::Minute:
            return u"min"_s;
        case TimeUnit::Day:
            return u"session"_s;
        case TimeUnit::Hour:
        case TimeUnit::Week:
        case TimeUnit::Month:
        case TimeUnit::Quarter:
        case TimeUnit::Year:
            break;
        }
        return timeframe.unitName();
    };
    return QString::number(timeframe.count()) + word();
}

/// A session's bar bears the calendar day before its own, or its own (massive-api.md 5.1): a day
/// more is asked for on either side.
constexpr Duration sessionMargin = 24h;

BarSource::Question futuresQuestion(const BarQuery &portion)
{
    const Duration margin = portion.timeframe.isIntraday() ? Duration() : sessionMargin;
    const auto nanoseconds = [](Timestamp time) { return QString::number(toNs(time)); };
    return { u"/futures/v1/aggs/"_s + portion.symbol,
             { { u"resolution"_s, futuresResolution(portion.timeframe) },
               { u"window_start.gte"_s, nanoseconds(portion.range.from - margin) },
               { u"window_start.lt"_s, nanoseconds(portion.range.to + margin) },
               { u"sort"_s, u"window_start.asc"_s },
               { u"limit"_s, QString::number(baseBarsPerPage) } } };
}

/// Bars of sessions go by the day they are of.
Result<BarsPage> futuresPage(const BarQuery &portion, QByteArrayView body)
{
    Result<FuturesBarsPage> read = decodeFuturesBars(body);
    if (!read)
        return read.error();
    BarsPage page;
    static_cast<RestPage &>(page) = *read;
    page.symbol = portion.symbol;
    page.bars.reserve(read->bars.size());
    for (const FuturesBar &bar : read->bars) {
        if (bar.symbol != portion.symbol)
            continue;
        page.bars.push_back(bar.candle);
        if (!portion.timeframe.isIntraday() && bar.sessionEnd.isValid())
            page.bars.back().start = portion.timeframe.windowStart(
                markethours::dayStart(AssetClass::Futures, bar.sessionEnd), AssetClass::Futures);
    }
    return page;
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
    const int months = markethours::isRoundTheClock(assetClass) ? 1 : 2;
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
    if (classOf(portion) == AssetClass::Futures)
        return futuresQuestion(portion);
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
    Result<BarsPage> page
        = classOf(portion) == AssetClass::Futures ? futuresPage(portion, body) : decodeBars(body);
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
    const AssetClass assetClass = classOf(query);
    const Timestamp final = query.timeframe.isIntraday()
        ? asOf - revisedFor
        : markethours::dayStart(assetClass, markethours::tradingDay(assetClass, asOf));
    return query.timeframe.windowStart(final, assetClass);
}

} // namespace tapeline
