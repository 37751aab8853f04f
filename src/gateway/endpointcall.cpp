#include "endpointcall.h"

#include <charconv>

namespace tapeline {

int EndpointCall::instrument(std::size_t argument) const
{
    return source.indexOf(endpointcall::plainSymbol(arguments[argument]));
}

int EndpointCall::instrumentOf(AssetClass wanted, std::size_t argument) const
{
    const int id = instrument(argument);
    return id >= 0 && source.instrument(id).assetClass == wanted ? id : -1;
}

QString endpointcall::plainSymbol(const QString &symbol)
{
    if (symbol.startsWith(QLatin1String("F:")))
        return symbol.mid(2);
    const bool isPair
        = symbol.startsWith(QLatin1String("X:")) || symbol.startsWith(QLatin1String("C:"));
    return isPair ? QString(symbol).remove(u'-') : symbol;
}

std::optional<qint64> endpointcall::wholeNumber(std::string_view text)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<QDate> endpointcall::date(std::string_view text)
{
    if (text.size() != 10)
        return std::nullopt;
    const QDate date = QDate::fromString(
        QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())), Qt::ISODate);
    if (!date.isValid() || date.year() < 1900 || date.year() > 2200)
        return std::nullopt;
    return date;
}

std::optional<int> endpointcall::limit(const QueryParameters &query, int fallback, int max,
                                       std::string_view *rule)
{
    const std::string_view text = query.value("limit");
    if (text.empty())
        return fallback;
    const std::optional<qint64> value = wholeNumber(text);
    if (!value)
        *rule = "number";
    else if (*value < 1)
        *rule = "min";
    else if (*value > max)
        *rule = "max";
    else
        return static_cast<int>(*value);
    return std::nullopt;
}

std::optional<bool> endpointcall::ascending(const QueryParameters &query,
                                            std::string_view parameter, bool fallback)
{
    const std::string_view text = query.value(parameter);
    if (text.empty())
        return fallback;
    if (text != "asc" && text != "desc")
        return std::nullopt;
    return text == "asc";
}

std::optional<HttpReply> endpointcall::refusedRange(const EndpointCall &call, Timestamp from,
                                                    Timestamp to)
{
    switch (entitlements::judge(call.view, from, to)) {
    case RangeVerdict::Allowed:
        return std::nullopt;
    case RangeVerdict::Timeframe:
        return httpreply::outsideTimeframe(call.requestId);
    case RangeVerdict::Today:
        return httpreply::todayBeforeEndOfDay(call.requestId);
    }
    return std::nullopt;
}

HttpReply endpointcall::unknownCursor(const EndpointCall &call)
{
    return httpreply::badRequest(call.requestId,
                                 "The cursor is unknown or belongs to another query");
}

} // namespace tapeline
