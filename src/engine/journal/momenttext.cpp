#include "momenttext.h"

#include "jsonfields.h"
#include "ordertext.h"

#include <QJsonDocument>

#include <array>
#include <charconv>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// In the order of SessionPart.
constexpr std::array<std::string_view, 4> partWords { "closed", "pre_market", "regular",
                                                      "after_hours" };

std::optional<SessionPart> partFromText(std::string_view text)
{
    for (std::size_t i = 0; i < partWords.size(); ++i)
        if (partWords[i] == text)
            return static_cast<SessionPart>(i);
    return {};
}

void addPrice(JsonFields &fields, std::string_view name, const std::optional<Price> &price)
{
    if (price)
        fields.decimal(name, *price);
}

/// As short as it comes back to the same; nothing that is no number.
void addNumber(JsonFields &fields, std::string_view name, const std::optional<double> &number)
{
    if (!number || !std::isfinite(*number))
        return;
    std::array<char, 32> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr;
    fields.raw(name, { digits.data(), std::size_t(end - digits.data()) });
}

void readPrice(JsonReading &reading, const QJsonObject &object, QLatin1StringView name,
               std::optional<Price> &target)
{
    if (object.contains(name))
        reading.decimal(name, target.emplace());
}

void readNumber(JsonReading &reading, const QJsonObject &object, QLatin1StringView name,
                std::optional<double> &target)
{
    const QJsonValue value = object.value(name);
    if (value.isDouble())
        target = value.toDouble();
    else if (!value.isUndefined())
        reading.fail(name);
}

} // namespace

std::string marketMomentText(const MarketMoment &moment)
{
    JsonFields fields;
    fields.integer("at", toNs(moment.at))
        .text("part", partWords[static_cast<std::size_t>(moment.part)])
        .text("recency", orderText(moment.recency));
    addPrice(fields, "bid", moment.bid);
    addPrice(fields, "ask", moment.ask);
    addPrice(fields, "last", moment.last);
    addNumber(fields, "cvd", moment.cvd);
    addNumber(fields, "cvd_slope", moment.cvdSlope);
    addNumber(fields, "vwap", moment.vwap);
    addNumber(fields, "relative_volume", moment.relativeVolume);
    addNumber(fields, "atr", moment.atr);
    return fields.take();
}

Result<MarketMoment> marketMomentFrom(const QJsonObject &object)
{
    MarketMoment moment;
    qint64 at = 0;
    JsonReading reading(object);
    reading.integer("at"_L1, at);
    reading.word("part"_L1, moment.part, partFromText);
    reading.word("recency"_L1, moment.recency, recencyFromText);
    readPrice(reading, object, "bid"_L1, moment.bid);
    readPrice(reading, object, "ask"_L1, moment.ask);
    readPrice(reading, object, "last"_L1, moment.last);
    readNumber(reading, object, "cvd"_L1, moment.cvd);
    readNumber(reading, object, "cvd_slope"_L1, moment.cvdSlope);
    readNumber(reading, object, "vwap"_L1, moment.vwap);
    readNumber(reading, object, "relative_volume"_L1, moment.relativeVolume);
    readNumber(reading, object, "atr"_L1, moment.atr);
    for (const QLatin1StringView name : { "at"_L1, "part"_L1, "recency"_L1 })
        if (!object.contains(name))
            reading.fail(name);
    if (reading.failed())
        return reading.error();
    moment.at = fromNs(at);
    return moment;
}

Result<MarketMoment> marketMomentFromText(std::string_view text)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    return marketMomentFrom(document.object());
}

} // namespace tapeline
