#include "yahoobars.h"

#include "barportions.h"
#include "easterntime.h"
#include "symbology.h"
#include "yahoodecoder.h"
#include "yahoosymbols.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Days = std::chrono::days;

constexpr Duration toFinal = 30min; // prices are late by up to 15 minutes, and revised for as long

/// A width it has.
struct Interval
{
    Timeframe timeframe;
    QLatin1StringView name;
    Days reach {}; ///< how far back; 0 is all
};

constexpr std::array intervals {
    Interval { Timeframe(1, TimeUnit::Minute), "1m"_L1, Days(29) },
    Interval { Timeframe(2, TimeUnit::Minute), "2m"_L1, Days(59) },
    Interval { Timeframe(5, TimeUnit::Minute), "5m"_L1, Days(59) },
    Interval { Timeframe(15, TimeUnit::Minute), "15m"_L1, Days(59) },
    Interval { Timeframe(30, TimeUnit::Minute), "30m"_L1, Days(59) },
    Interval { Timeframe(1, TimeUnit::Hour), "1h"_L1, Days(729) },
    Interval { Timeframe(1, TimeUnit::Day), "1d"_L1, {} },
    Interval { Timeframe(1, TimeUnit::Week), "1wk"_L1, {} },
    Interval { Timeframe(1, TimeUnit::Month), "1mo"_L1, {} },
};

AssetClass classOf(const BarQuery &query)
{
    return symbology::classOf(query.symbol);
}

bool isPair(AssetClass assetClass)
{
    return assetClass == AssetClass::Crypto || assetClass == AssetClass::Forex;
}

/// What to ask for; nothing when it has no such bars.
std::optional<Interval> intervalFor(const BarQuery &query)
{
    const bool fromHalves
        = query.timeframe == Timeframe(1, TimeUnit::Hour) && !isPair(classOf(query));
    const Timeframe wanted = fromHalves ? Timeframe(30, TimeUnit::Minute) : query.timeframe;
    const auto found = std::ranges::find(intervals, wanted, &Interval::timeframe);
    if (found == intervals.end())
        return {};
    return *found;
}

Timestamp weekAfter(Timestamp time)
{
    return std::chrono::floor<std::chrono::weeks>(time) + std::chrono::weeks(1);
}

qint64 secondsOf(Timestamp time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

/// Start of our window that a row belongs to.
Timestamp windowOf(Timestamp rowTime, Timeframe timeframe, AssetClass assetClass)
{
    const bool mayBeginEarlier = assetClass == AssetClass::Forex && !timeframe.isIntraday();
    return timeframe.windowStart(mayBeginEarlier ? rowTime + 1h : rowTime, assetClass);
}

/// Two rows of one window: parts of it, in order. Of a day both are the whole day, the later more
/// of it.
void join(Candle &bar, const Candle &later, Timeframe timeframe)
{
    const Timestamp start = bar.start;
    if (timeframe.unit() == TimeUnit::Day) {
        bar = later;
        bar.start = start;
        return;
    }
    bar.high = std::max(bar.high, later.high);
    bar.low = std::min(bar.low, later.low);
    bar.close = later.close;
    qint64 volume = 0;
    const bool fits = !qAddOverflow(bar.volume.units(), later.volume.units(), &volume);
    bar.volume = fits ? Qty::fromUnits(volume) : Qty();
}

/// Rows put into our windows; what does not ascend counts as invalid.
void putIntoWindows(BarsPage &page, const BarQuery &portion)
{
    const AssetClass assetClass = classOf(portion);
    std::vector<Candle> bars;
    bars.reserve(page.bars.size());
    Timestamp last = Timestamp::min();
    for (Candle &row : page.bars) {
        if (row.start <= last) {
            ++page.invalid;
            continue;
        }
        last = row.start;
        row.start = windowOf(row.start, portion.timeframe, assetClass);
        if (!portion.range.contains(row.start))
            continue;
        if (!bars.empty() && bars.back().start == row.start)
            join(bars.back(), row, portion.timeframe);
        else
            bars.push_back(row);
    }
    page.bars = std::move(bars);
}

} // namespace

QString YahooBars::id() const
{
    return u"yahoo"_s;
}

QString YahooBars::name() const
{
    return u"Yahoo Finance"_s;
}

TimeRange YahooBars::coverage(const BarQuery &query, Timestamp now) const
{
    const std::optional<Interval> interval = intervalFor(query);
    const bool hasForm = query.adjusted || isPair(classOf(query));
    if (!interval || !hasForm || !yahooSymbol(query.symbol))
        return {};
    const Timestamp from = interval->reach == Days() ? Timestamp() : now - interval->reach;
    return query.range.intersected({ from, now });
}

std::vector<BarQuery> YahooBars::portions(const BarQuery &query) const
{
    if (query.timeframe == Timeframe(1, TimeUnit::Minute))
        return portionsOf(query, weekAfter);
    return portionsOf(query, [](Timestamp) { return Timestamp::max(); });
}

/// From the start of a window, since it counts weeks and months from there.
BarSource::Question YahooBars::question(const BarQuery &portion) const
{
    const std::optional<Interval> interval = intervalFor(portion);
    const Timestamp from = portion.timeframe.windowStart(portion.range.from, classOf(portion));
    const bool intraday = portion.timeframe.isIntraday();
    return { u"/v8/finance/chart/"_s + yahooSymbol(portion.symbol).value_or(QString()),
             { { u"period1"_s, QString::number(secondsOf(from)) },
               { u"period2"_s, QString::number(secondsOf(portion.range.to)) },
               { u"interval"_s, interval ? QString(interval->name) : QString() },
               { u"includePrePost"_s, intraday ? u"true"_s : u"false"_s },
               { u"events"_s, u"div,splits"_s } } };
}

Result<BarsPage> YahooBars::decode(const BarQuery &portion, QByteArrayView body) const
{
    Result<BarsPage> page = decodeYahooRows(body, classOf(portion));
    if (!page)
        return page;
    const QString expected = yahooSymbol(portion.symbol).value_or(QString());
    if (page->symbol.compare(expected, Qt::CaseInsensitive) != 0)
        return Error { Error::Code::Malformed,
                       u"Yahoo Finance's answer is about %1, not about %2."_s.arg(page->symbol,
                                                                                  expected) };
    page->symbol = portion.symbol;
    putIntoWindows(*page, portion);
    return page;
}

Error YahooBars::failure(int httpStatus, QByteArrayView body) const
{
    return yahooFailure(httpStatus, body);
}

Timestamp YahooBars::settledUntil(const BarQuery &query, Timestamp asOf) const
{
    const Timestamp final
        = query.timeframe.isIntraday() ? asOf - toFinal : easterntime::at(easterntime::date(asOf));
    return query.timeframe.windowStart(final, classOf(query));
}

} // namespace tapeline
