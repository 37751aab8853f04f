#include "tradesettings.h"

#include "ordertext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

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

constexpr std::array sizeByNames { "quantity"_L1, "risk"_L1, "cash"_L1, "atr"_L1 };

QJsonObject presetJson(const TicketPreset &preset)
{
    QJsonObject object { { u"name"_s, preset.name },
                         { u"type"_s, textOf(orderText(preset.type)) },
                         { u"tif"_s, textOf(orderText(preset.tif)) },
                         { u"size_by"_s, QString(sizeByNames[std::size_t(preset.sizeBy)]) },
                         { u"size"_s, preset.size },
                         { u"extended_hours"_s, preset.extendedHours },
                         { u"reduce_only"_s, preset.reduceOnly },
                         { u"post_only"_s, preset.postOnly } };
    if (preset.stopTicks)
        object[u"stop_ticks"_s] = *preset.stopTicks;
    if (preset.targetTicks)
        object[u"target_ticks"_s] = *preset.targetTicks;
    return object;
}

TicketPreset presetFrom(const QJsonObject &object)
{
    TicketPreset preset;
    preset.name = object[u"name"_s].toString();
    preset.type
        = orderTypeFromText(object[u"type"_s].toString().toStdString()).value_or(preset.type);
    preset.tif
        = timeInForceFromText(object[u"tif"_s].toString().toStdString()).value_or(preset.tif);
    const auto by = std::ranges::find(sizeByNames, object[u"size_by"_s].toString());
    if (by != sizeByNames.end())
        preset.sizeBy = SizeBy(by - sizeByNames.begin());
    preset.size = object[u"size"_s].toString();
    preset.extendedHours = object[u"extended_hours"_s].toBool();
    preset.reduceOnly = object[u"reduce_only"_s].toBool();
    preset.postOnly = object[u"post_only"_s].toBool();
    preset.stopTicks = ticksFrom(object[u"stop_ticks"_s]);
    preset.targetTicks = ticksFrom(object[u"target_ticks"_s]);
    return preset;
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
    QJsonArray presets;
    for (const TicketPreset &preset : settings.presets)
        presets.append(presetJson(preset));
    object[u"presets"_s] = presets;
    object[u"account"_s] = settings.account;
    object[u"sounds"_s] = settings.sounds;
    object[u"notifications"_s] = settings.notifications;
    object[u"reminder_days"_s] = settings.reminderDays;
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
    for (const QJsonValue &value : object[u"presets"_s].toArray())
        if (TicketPreset preset = presetFrom(value.toObject()); !preset.name.isEmpty())
            settings.presets.push_back(std::move(preset));
    settings.account = object[u"account"_s].toString();
    settings.sounds = object[u"sounds"_s].toBool(true);
    settings.notifications = object[u"notifications"_s].toBool(true);
    settings.reminderDays = std::clamp(object[u"reminder_days"_s].toInt(settings.reminderDays), 0,
                                       TradeSettings::mostReminderDays);
    return settings;
}

} // namespace tapeline
