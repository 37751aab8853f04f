#include "calendardecoder.h"

#include "easterntime.h"
#include "restbody.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

MarketPhase phaseOf(JsonValue value)
{
    const std::string_view text = value.text();
    if (text == "open")
        return MarketPhase::Open;
    if (text == "closed")
        return MarketPhase::Closed;
    return text == "extended-hours" ? MarketPhase::ExtendedHours : MarketPhase::Unknown;
}

QHash<QString, MarketPhase> phasesOf(JsonValue object)
{
    QHash<QString, MarketPhase> phases;
    for (const JsonValue member : object) {
        const std::string_view name = member.key();
        phases.insert(QString::fromUtf8(name.data(), qsizetype(name.size())), phaseOf(member));
    }
    return phases;
}

CalendarException exceptionFrom(JsonValue row)
{
    CalendarException day;
    day.date = jsonread::date(row["date"]);
    day.name = jsonread::text(row["name"]);
    day.closed = row["status"].text() != "early-close";
    if (const Timestamp close = jsonread::instant(row["close"]);
        !day.closed && close != Timestamp())
        day.closesAt = easterntime::timeOfDay(close);
    return day;
}

} // namespace

Result<MarketStatusNow> decodeMarketStatus(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const JsonValue root = answer.root();
    MarketStatusNow status;
    status.serverTime = jsonread::instant(root["serverTime"]);
    if (status.serverTime == Timestamp())
        return Error { Error::Code::Malformed, u"the market's status has no readable time"_s };
    status.market = phaseOf(root["market"]);
    status.earlyHours = root["earlyHours"].isTrue();
    status.afterHours = root["afterHours"].isTrue();
    status.exchanges = phasesOf(root["exchanges"]);
    status.currencies = phasesOf(root["currencies"]);
    return status;
}

Result<QList<CalendarException>> decodeUpcomingHolidays(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const Result<JsonValue> rows = answer.rows({});
    if (!rows)
        return rows.error();

    QList<CalendarException> days;
    for (const JsonValue row : *rows) {
        const CalendarException day = exceptionFrom(row);
        if (!day.date.isValid())
            continue;
        const auto known = std::find_if(
            days.begin(), days.end(), [&day](const auto &other) { return other.date == day.date; });
        if (known == days.end())
            days += day;
        else if (row["exchange"].text() == "NYSE")
            *known = day;
    }
    return days;
}

} // namespace tapeline
