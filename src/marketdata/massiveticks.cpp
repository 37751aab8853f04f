#include "massiveticks.h"

#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

BarSource::Question ticks(const QString &kind, const QString &symbol, const TimeRange &range,
                          massiveticks::Order order, int rows)
{
    const bool ascending = order == massiveticks::Order::OldestFirst;
    QUrlQuery query { { u"timestamp.gte"_s, QString::number(toNs(range.from)) } };
    if (range.to < Timestamp::max())
        query.addQueryItem(u"timestamp.lt"_s, QString::number(toNs(range.to)));
    if (symbology::classOf(symbol) == AssetClass::Futures) {
        query.addQueryItem(u"sort"_s, ascending ? u"timestamp.asc"_s : u"timestamp.desc"_s);
        query.addQueryItem(u"limit"_s, QString::number(rows));
        return { u"/futures/v1/%1/%2"_s.arg(kind, symbol), query };
    }
    query.addQueryItem(u"order"_s, ascending ? u"asc"_s : u"desc"_s);
    query.addQueryItem(u"limit"_s, QString::number(rows));
    return { u"/v3/%1/%2"_s.arg(kind, symbol), query };
}

} // namespace

BarSource::Question massiveticks::trades(const QString &symbol, const TimeRange &range, Order order,
                                         int rows)
{
    return ticks(u"trades"_s, symbol, range, order, rows);
}

BarSource::Question massiveticks::quotes(const QString &symbol, const TimeRange &range, Order order,
                                         int rows)
{
    return ticks(u"quotes"_s, symbol, range, order, rows);
}

} // namespace tapeline
