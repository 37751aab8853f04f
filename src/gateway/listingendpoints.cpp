#include "listingendpoints.h"

#include "easterntime.h"
#include "tablelist.h"

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace tablelist;

namespace {

constexpr int daysAnnounced = 30; ///< before the listing
constexpr double offeredPart = 0.15; ///< of the shares
constexpr double firstDayGain = 1.08; ///< of the opening over the issue price
constexpr int lot = 100;
/// Of what was listed by then it is not known when.
const QDate firstKnown { 2003, 1, 3 };

constexpr std::array ipoColumns {
    Column { "ticker", Kind::Text, Filters::Equal, true },
    Column { "issuer_name", Kind::Text, Filters::None, true },
    Column { "ipo_status", Kind::Text, Filters::Equal, true },
    Column { "listing_date", Kind::Date, Filters::Range, true },
    Column { "announced_date", Kind::Date },
    Column { "last_updated", Kind::Date, Filters::None, true },
    Column { "currency_code", Kind::Text, Filters::None, true },
    Column { "final_issue_price", Kind::Number, Filters::None, true, 2 },
    Column { "lowest_offer_price", Kind::Number, Filters::None, false, 2 },
    Column { "highest_offer_price", Kind::Number, Filters::None, false, 2 },
    Column { "min_shares_offered", Kind::Number },
    Column { "max_shares_offered", Kind::Number },
    Column { "shares_outstanding", Kind::Number },
    Column { "total_offer_size", Kind::Number, Filters::None, true, 2 },
    Column { "lot_size", Kind::Number },
    Column { "primary_exchange", Kind::Text, Filters::None, true },
    Column { "security_type", Kind::Text, Filters::None, true },
    Column { "security_description", Kind::Text, Filters::None, true },
};

/// A listing as an offering: what opened that day was sold a little cheaper the day before.
void addListing(const EndpointCall &call, int index, QDate from, QDate to, std::vector<Row> &rows)
{
    const ServedInstrument &company = call.source.instrument(index);
    const QDate listed = company.listed;
    if (company.type != "CS"_L1 || !listed.isValid() || listed < firstKnown || listed < from
        || listed > to)
        return;
    const QDate first = call.source.calendar().isTradingDay(listed)
        ? listed
        : call.source.calendar().nextTradingDay(listed);
    const std::optional<ServedDay> day = call.source.day(index, first, call.source.now());
    if (!day)
        return;
    const double issue = std::round(day->officialOpen.toDouble() / firstDayGain * 2) / 2;
    const auto shares = static_cast<qint64>(company.sharesOutstanding);
    const auto offered = static_cast<qint64>(company.sharesOutstanding * offeredPart);
    rows.push_back({ company.symbol, company.name, u"history"_s, listed,
                     listed.addDays(-daysAnnounced), listed, u"USD"_s, issue, issue - 1, issue + 1,
                     offered, offered, shares, issue * static_cast<double>(offered), qint64(lot),
                     company.primaryExchange, u"CS"_s, u"Common shares"_s });
}

} // namespace

HttpReply listingendpoints::ipos(const EndpointCall &call)
{
    return answer(call,
                  { .columns = ipoColumns,
                    .generation = Generation::Classic,
                    .defaultLimit = 10,
                    .maxLimit = 1'000,
                    .sort = "listing_date.desc",
                    .symbol = "ticker",
                    .date = "listing_date" },
                  [&call](int index, QDate from, QDate to, std::vector<Row> &rows) {
                      addListing(call, index, from, to, rows);
                  });
}

HttpReply listingendpoints::events(const EndpointCall &call)
{
    const std::string_view kinds = call.query.value("types", "ticker_change");
    if (kinds != "ticker_change")
        return httpreply::brokenRule(call.requestId, "types", "oneof");
    const int index = call.instrumentOf(AssetClass::Stocks, 0);
    if (index < 0)
        return httpreply::notFound(call.requestId, "Ticker not found.");
    const ServedInstrument &company = call.source.instrument(index);

    // None of ours has ever had another symbol
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.beginObject("results");
    json.text("name", company.name);
    json.beginArray("events");
    if (company.listed.isValid()) {
        json.beginObject();
        json.text("type", "ticker_change");
        json.text("date", company.listed.toString(Qt::ISODate));
        json.beginObject("ticker_change");
        json.text("ticker", company.symbol);
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.text("status", "OK");
    json.text("request_id", call.requestId);
    json.endObject();
    return reply;
}

} // namespace tapeline
