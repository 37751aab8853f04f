#include "strategydraft.h"

#include <QJsonArray>

#include <algorithm>

namespace tapeline::strategydrafts {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 lotOfUnderlying = 100;

Qty stepOf(const QString &symbol)
{
    return Qty::whole(symbol.startsWith(u"O:"_s) ? 1 : lotOfUnderlying);
}

std::optional<DraftLeg> legFromJson(const QJsonObject &json)
{
    DraftLeg leg;
    leg.symbol = json["symbol"_L1].toString();
    leg.side = json["sells"_L1].toBool() ? Side::Sell : Side::Buy;
    const Result<Qty> qty = Qty::parse(json["qty"_L1].toString());
    if (leg.symbol.isEmpty() || !qty || *qty <= Qty())
        return {};
    leg.qty = *qty;
    leg.isHeld = json["held"_L1].toBool();
    if (const Result<Price> price = Price::parse(json["price"_L1].toString()))
        leg.price = *price;
    return leg;
}

QJsonObject toJson(const DraftLeg &leg)
{
    QJsonObject json { { "symbol"_L1, leg.symbol }, { "qty"_L1, leg.qty.toString() } };
    if (leg.side == Side::Sell)
        json["sells"_L1] = true;
    if (leg.isHeld)
        json["held"_L1] = true;
    if (leg.price)
        json["price"_L1] = leg.price->toString();
    return json;
}

/// What an own price is for: that of each leg may change.
bool isSamePackage(const StrategyDraft &one, const StrategyDraft &other)
{
    const auto sent = [](const StrategyDraft &draft) {
        std::vector<DraftLeg> legs;
        for (const DraftLeg &leg : draft.legs)
            if (!leg.isHeld)
                legs.push_back({ leg.symbol, leg.side, leg.qty });
        return legs;
    };
    return sent(one) == sent(other);
}

} // namespace

StrategyDraft withLeg(StrategyDraft draft, const QString &symbol, Side side)
{
    const Qty step = stepOf(symbol);
    const auto own = std::ranges::find_if(
        draft.legs, [&](const DraftLeg &leg) { return !leg.isHeld && leg.symbol == symbol; });
    if (own == draft.legs.end()) {
        if (draft.legs.size() < StrategyDraft::mostLegs)
            draft.legs.push_back({ symbol, side, step });
        return draft;
    }
    if (own->side == side)
        own->qty += step;
    else if (own->qty > step)
        own->qty -= step;
    else
        draft.legs.erase(own);
    return draft;
}

StrategyDraft repriced(StrategyDraft draft, const StrategyDraft &before)
{
    if (draft.price == PackagePrice::Own && !isSamePackage(draft, before))
        draft.price = PackagePrice::Mid;
    return draft;
}

StrategyDraft reversed(StrategyDraft draft)
{
    for (DraftLeg &leg : draft.legs)
        if (!leg.isHeld)
            leg.side = opposite(leg.side);
    draft.ownPrice = -draft.ownPrice;
    return draft;
}

QJsonObject toJson(const StrategyDraft &draft)
{
    QJsonArray legs;
    for (const DraftLeg &leg : draft.legs)
        legs.append(toJson(leg));
    QJsonObject json { { "underlying"_L1, draft.underlying },   { "legs"_L1, legs },
                       { "packages"_L1, draft.packages },       { "price"_L1, int(draft.price) },
                       { "own"_L1, draft.ownPrice.toString() }, { "tif"_L1, int(draft.tif) } };
    if (draft.tag)
        json["tag"_L1] = *draft.tag;
    return json;
}

StrategyDraft fromJson(const QJsonObject &json)
{
    StrategyDraft draft;
    draft.underlying = json["underlying"_L1].toString();
    for (const QJsonValue &value : json["legs"_L1].toArray())
        if (const auto leg = legFromJson(value.toObject());
            leg && draft.legs.size() < StrategyDraft::mostLegs)
            draft.legs.push_back(*leg);
    draft.packages = std::clamp<qint64>(json["packages"_L1].toInteger(1), 1, 100'000);
    draft.price = PackagePrice(std::clamp(json["price"_L1].toInt(), 0, int(PackagePrice::Market)));
    draft.ownPrice = Price::parse(json["own"_L1].toString()).value_or(Price());
    draft.tif
        = json["tif"_L1].toInt() == int(TimeInForce::Gtc) ? TimeInForce::Gtc : TimeInForce::Day;
    if (const QJsonValue tag = json["tag"_L1]; tag.isString())
        draft.tag = tag.toString();
    return draft;
}

} // namespace tapeline::strategydrafts
