#include "shareadjustment.h"

#include "easterntime.h"

#include <cmath>

namespace tapeline {

ShareAdjustment::ShareAdjustment(const MarketSource &source, int instrument, Timestamp asOf)
{
    if (instrument < 0)
        return;
    const QDate today = easterntime::date(asOf);
    for (const ServedSplit &split : source.corporate().splits(instrument, asOf))
        if (split.executed <= today)
            m_splits.push_back(split);
}

ShareAdjustment::Ratio ShareAdjustment::ratioOn(QDate date) const
{
    Ratio ratio;
    for (const ServedSplit &split : m_splits) {
        if (date < split.executed) {
            ratio.from *= split.from;
            ratio.to *= split.to;
        }
    }
    return ratio;
}

double ShareAdjustment::factorOn(QDate date) const
{
    const Ratio ratio = ratioOn(date);
    return static_cast<double>(ratio.from) / static_cast<double>(ratio.to);
}

Price ShareAdjustment::scaled(Price price, Ratio ratio)
{
    constexpr qint64 step = Price::unitsPerOne / 10'000;
    const double steps
        = static_cast<double>(price.units()) / step * double(ratio.from) / double(ratio.to);
    return Price::fromUnits(std::llround(steps) * step);
}

Candle ShareAdjustment::adjusted(Candle bar) const
{
    const Ratio ratio = ratioOn(easterntime::date(bar.start));
    if (ratio.from == ratio.to)
        return bar;
    for (Price *price : { &bar.open, &bar.high, &bar.low, &bar.close })
        *price = scaled(*price, ratio);
    bar.vwap = bar.vwap * double(ratio.from) / double(ratio.to);
    bar.volume = Qty::fromUnits(bar.volume.units() / ratio.from * ratio.to);
    return bar;
}

ServedDay ShareAdjustment::adjusted(ServedDay day) const
{
    const Ratio ratio = ratioOn(day.date);
    day.candle = adjusted(day.candle);
    if (ratio.from != ratio.to)
        for (Price *price :
             { &day.officialOpen, &day.officialClose, &day.preMarket, &day.afterHours })
            *price = scaled(*price, ratio);
    return day;
}

} // namespace tapeline
