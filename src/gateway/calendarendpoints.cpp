#include "calendarendpoints.h"

#include "easterntime.h"
#include "markethours.h"

#include <QDateTime>

#include <array>

namespace tapeline {

namespace {

using namespace Qt::Literals::StringLiterals;

std::string_view wordFor(SessionPart part)
{
    switch (part) {
    case SessionPart::Closed:
        return "closed";
    case SessionPart::PreMarket:
    case SessionPart::AfterHours:
        return "extended-hours";
    case SessionPart::Regular:
        return "open";
    }
    return "closed";
}

/// RFC 3339 with the offset of an Eastern clock: "2026-11-20T10:30:00-05:00".
QString easternText(Timestamp time)
{
    const Duration offset = easterntime::offset(time);
    const int seconds
        = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(offset).count());
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::OffsetFromUTC, seconds)
        .toString(Qt::ISODate);
}

QString utcText(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

/// What the service calls a day that closes early: after the holiday it belongs to.
QString earlyCloseName(QDate date)
{
    switch (date.month()) {
    case 7:
        return u"Independence Day"_s;
    case 11:
        return u"Thanksgiving"_s;
    case 12:
        return u"Christmas"_s;
    default:
        return u"Early close"_s;
    }
}

void writeDay(JsonWriter &json, const MarketCalendar &calendar, QDate date,
              std::string_view exchange)
{
    const bool early = calendar.isEarlyClose(date);
    json.beginObject();
    json.text("date", date.toString(Qt::ISODate));
    json.text("exchange", exchange);
    json.text("name", early ? earlyCloseName(date) : calendar.holidayName(date));
    json.text("status", early ? "early-close" : "closed");
    const std::optional<TradingSession> session = calendar.session(date);
    if (early && session) {
        json.text("open", utcText(session->open));
        json.text("close", utcText(session->close));
    }
    json.endObject();
}

} // namespace

HttpReply calendarendpoints::now(const EndpointCall &call)
{
    const Timestamp time = call.serverTime;
    const SessionPart part = call.source.calendar().partAt(time);
    const std::string_view word = wordFor(part);
    const bool isForexOpen
        = markethours::spanAt(call.source.calendar(), AssetClass::Forex, time).part
        != SessionPart::Closed;

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.flag("afterHours", part == SessionPart::AfterHours);
    json.beginObject("currencies");
    json.text("crypto", "open");
    json.text("fx", isForexOpen ? "open" : "closed");
    json.endObject();
    json.flag("earlyHours", part == SessionPart::PreMarket);
    json.beginObject("exchanges");
    for (const std::string_view exchange : { "nasdaq", "nyse", "otc" })
        json.text(exchange, word);
    json.endObject();
    json.beginObject("indicesGroups");
    for (const std::string_view group : { "s_and_p", "societe_generale", "cgi", "cccy", "dow_jones",
                                          "ftse_russell", "msci", "mstar", "mstarc", "nasdaq" })
        json.text(group, part == SessionPart::Regular ? "open" : "closed");
    json.endObject();
    json.text("market", word);
    json.text("serverTime", easternText(time));
    json.endObject();
    return reply;
}

HttpReply calendarendpoints::upcoming(const EndpointCall &call)
{
    const MarketCalendar &calendar = call.source.calendar();
    const QDate today = easterntime::date(call.source.now());
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginArray();
    for (QDate date = today; date < today.addYears(1); date = date.addDays(1)) {
        if (calendar.holidayName(date).isEmpty() && !calendar.isEarlyClose(date))
            continue;
        for (const std::string_view exchange : { "NYSE", "NASDAQ", "OTC" })
            writeDay(json, calendar, date, exchange);
    }
    json.endArray();
    return reply;
}

} // namespace tapeline
