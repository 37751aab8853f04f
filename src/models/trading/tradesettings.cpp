#include "tradesettings.h"

#include "ordertext.h"

#include <QJsonArray>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostTicks = 100'000;

std::optional<Qty> sizeFrom(const QJsonValue &value)
{
    const Result<Qty> size = Qty::parse(value.toString());
    return size && *size > Qty() ? std::optional(*size) : std::nullopt;
}

std::optional<int> ticksFrom(const QJsonValue &value)
{
    const int ticks = value.toInt();
    return ticks > 0 && ticks <= mostTicks ? std::optional(ticks) : std::nullopt;
}

} // namespace

QJsonObject toJson(const TradeSettings &settings)
{
    QJsonArray sizes;
    for (const Qty size : settings.sizes)
        sizes.append(size.toString());
    QJsonObject object { { u"sizes"_s, sizes },
                         { u"size"_s, settings.size.toString() },
                         { u"good_till_cancelled"_s, settings.tif == TimeInForce::Gtc },
                         { u"extended_hours"_s, settings.extendedHours } };
    if (settings.stopTicks)
        object[u"stop_ticks"_s] = *settings.stopTicks;
    if (settings.targetTicks)
        object[u"target_ticks"_s] = *settings.targetTicks;
    return object;
}

TradeSettings tradeSettingsFromJson(const QJsonObject &object)
{
    TradeSettings settings;
    std::vector<Qty> sizes;
    for (const QJsonValue &value : object[u"sizes"_s].toArray())
        if (const std::optional<Qty> size = sizeFrom(value);
            size && sizes.size() < TradeSettings::mostSizes)
            sizes.push_back(*size);
    if (!sizes.empty())
        settings.sizes = sizes;
    settings.size = sizeFrom(object[u"size"_s]).value_or(settings.size);
    if (object[u"good_till_cancelled"_s].toBool())
        settings.tif = TimeInForce::Gtc;
    settings.extendedHours = object[u"extended_hours"_s].toBool();
    settings.stopTicks = ticksFrom(object[u"stop_ticks"_s]);
    settings.targetTicks = ticksFrom(object[u"target_ticks"_s]);
    return settings;
}

} // namespace tapeline
