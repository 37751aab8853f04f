#include "tapefilter.h"

#include "tapeside.h"

#include <QJsonArray>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto smallestKey = "smallest"_L1;
constexpr auto largestKey = "largest"_L1;
constexpr auto hiddenSidesKey = "hiddenSides"_L1;
constexpr auto venuesKey = "venues"_L1;
constexpr auto conditionsKey = "conditions"_L1;
constexpr auto onlyConditionsKey = "onlyConditions"_L1;
constexpr auto offExchangeKey = "offExchange"_L1;
constexpr auto oddLotsKey = "oddLots"_L1;

constexpr auto buyName = "buy"_L1;
constexpr auto sellName = "sell"_L1;
constexpr auto otherName = "other"_L1;

bool allows(TapeKind kind, bool isOfKind)
{
    return kind == TapeKind::Show || (kind == TapeKind::Only) == isOfKind;
}

QString nameOf(TapeKind kind)
{
    return kind == TapeKind::Only ? u"only"_s : kind == TapeKind::Hide ? u"hide"_s : u"show"_s;
}

TapeKind kindNamed(const QJsonValue &name)
{
    return name == "only"_L1 ? TapeKind::Only : name == "hide"_L1 ? TapeKind::Hide : TapeKind::Show;
}

QJsonArray toArray(const std::set<quint16> &ids)
{
    QJsonArray array;
    for (const quint16 id : ids)
        array.append(id);
    return array;
}

std::set<quint16> idsIn(const QJsonValue &array)
{
    std::set<quint16> ids;
    for (const QJsonValue &value : array.toArray())
        if (const int id = value.toInt(-1); id >= 0 && id <= 0xffff)
            ids.insert(static_cast<quint16>(id));
    return ids;
}

Qty sizeIn(const QJsonValue &text)
{
    const Result<Qty> size = Qty::parse(text.toString());
    return size && *size > Qty() ? *size : Qty();
}

} // namespace

bool TapeFilter::passesKind(const TapePrint &print) const
{
    const Trade &trade = print.trade;
    return passesSide(print) && (venues.empty() || venues.contains(venueOf(trade)))
        && allows(offExchange, trade.isOffExchange())
        && allows(oddLots, trade.conditions.contains(condition::oddLot))
        && passesConditions(trade.conditions);
}

bool TapeFilter::passesSide(const TapePrint &print) const
{
    switch (tapeSide(print)) {
    case TapeSide::Buy:
        return buys;
    case TapeSide::Sell:
        return sells;
    case TapeSide::Other:
        break;
    }
    return others;
}

bool TapeFilter::passesConditions(const TradeConditions &own) const
{
    if (conditions.empty())
        return true;
    const bool hasOne
        = std::ranges::any_of(own.ids(), [this](quint16 id) { return conditions.contains(id); });
    return hasOne == onlyConditions;
}

bool TapeFilter::isEmpty() const
{
    TapeFilter none;
    none.onlyConditions = onlyConditions && conditions.empty(); // says nothing without any
    return *this == none;
}

QJsonObject TapeFilter::toJson() const
{
    QJsonArray hidden;
    if (!buys)
        hidden.append(buyName);
    if (!sells)
        hidden.append(sellName);
    if (!others)
        hidden.append(otherName);
    return { { smallestKey, smallest.toString() },
             { largestKey, largest.toString() },
             { hiddenSidesKey, hidden },
             { venuesKey, toArray(venues) },
             { conditionsKey, toArray(conditions) },
             { onlyConditionsKey, onlyConditions },
             { offExchangeKey, nameOf(offExchange) },
             { oddLotsKey, nameOf(oddLots) } };
}

TapeFilter TapeFilter::fromJson(const QJsonObject &json)
{
    TapeFilter filter;
    filter.smallest = sizeIn(json.value(smallestKey));
    filter.largest = sizeIn(json.value(largestKey));
    const QJsonArray hidden = json.value(hiddenSidesKey).toArray();
    filter.buys = !hidden.contains(buyName);
    filter.sells = !hidden.contains(sellName);
    filter.others = !hidden.contains(otherName);
    filter.venues = idsIn(json.value(venuesKey));
    filter.conditions = idsIn(json.value(conditionsKey));
    filter.onlyConditions = json.value(onlyConditionsKey).toBool();
    filter.offExchange = kindNamed(json.value(offExchangeKey));
    filter.oddLots = kindNamed(json.value(oddLotsKey));
    return filter;
}

} // namespace tapeline
