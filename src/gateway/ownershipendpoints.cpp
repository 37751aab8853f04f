#include "ownershipendpoints.h"

#include "tablelist.h"

#include <array>

namespace tapeline {

using namespace tablelist;

namespace {

constexpr int maxRows = 50'000;

const QString &symbolOf(const EndpointCall &call, int instrument)
{
    return call.source.instrument(instrument).symbol;
}

constexpr std::array interestColumns {
    Column { "ticker", Kind::Text, Filters::RangeAny, true },
    Column { "settlement_date", Kind::Date, Filters::RangeAny, true },
    Column { "short_interest", Kind::Number },
    Column { "avg_daily_volume", Kind::Number, Filters::RangeAny },
    Column { "days_to_cover", Kind::Number, Filters::RangeAny, false, 2 },
};

constexpr std::array volumeColumns {
    Column { "ticker", Kind::Text, Filters::RangeAny, true },
    Column { "date", Kind::Date, Filters::RangeAny, true },
    Column { "total_volume", Kind::Number },
    Column { "short_volume", Kind::Number },
    Column { "exempt_volume", Kind::Number },
    Column { "non_exempt_volume", Kind::Number },
    Column { "short_volume_ratio", Kind::Number, Filters::RangeAny, false, 2 },
    Column { "adf_short_volume", Kind::Number },
    Column { "adf_short_volume_exempt", Kind::Number },
    Column { "nyse_short_volume", Kind::Number },
    Column { "nyse_short_volume_exempt", Kind::Number },
    Column { "nasdaq_carteret_short_volume", Kind::Number },
    Column { "nasdaq_carteret_short_volume_exempt", Kind::Number },
    Column { "nasdaq_chicago_short_volume", Kind::Number },
    Column { "nasdaq_chicago_short_volume_exempt", Kind::Number },
};

constexpr std::array floatColumns {
    Column { "ticker", Kind::Text, Filters::RangeAny, true },
    Column { "free_float", Kind::Number },
    Column { "free_float_percent", Kind::Number, Filters::Range, true, 2 },
    Column { "effective_date", Kind::Date },
};

} // namespace

HttpReply ownershipendpoints::shortInterest(const EndpointCall &call)
{
    return answer(call,
                  { .columns = interestColumns,
                    .defaultLimit = 10,
                    .maxLimit = maxRows,
                    .sort = "ticker.asc",
                    .symbol = "ticker",
                    .date = "settlement_date" },
                  [&call](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
                      for (const ServedShortInterest &row : call.source.corporate().shortInterest(
                               instrument, from, to, call.source.now())) {
                          // A day at least, as the service has it
                          const double days = row.averageDailyVolume > 0
                              ? std::max(1.0, double(row.shares) / double(row.averageDailyVolume))
                              : 1.0;
                          rows.push_back({ symbolOf(call, instrument), row.settlement, row.shares,
                                           row.averageDailyVolume, days });
                      }
                  });
}

HttpReply ownershipendpoints::shortVolume(const EndpointCall &call)
{
    return answer(
        call,
        { .columns = volumeColumns,
          .defaultLimit = 10,
          .maxLimit = maxRows,
          .sort = "ticker.asc",
          .symbol = "ticker",
          .date = "date" },
        [&call](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
            for (const ServedShortVolume &day :
                 call.source.corporate().shortVolume(instrument, from, to, call.source.now())) {
                const double ratio = day.total > 0
                    ? 100.0 * static_cast<double>(day.sold) / double(day.total)
                    : 0.0;
                Row row { symbolOf(call, instrument), day.date, day.total, day.sold, day.exempt,
                          day.sold - day.exempt,      ratio };
                for (const ServedShortVolume::Venue &venue : day.venues) {
                    row.push_back(venue.sold);
                    row.push_back(venue.exempt);
                }
                rows.push_back(std::move(row));
            }
        });
}

HttpReply ownershipendpoints::freeFloat(const EndpointCall &call)
{
    return answer(
        call,
        { .columns = floatColumns, .maxLimit = 5'000, .sort = "ticker.asc", .symbol = "ticker" },
        [&call](int instrument, QDate, QDate, std::vector<Row> &rows) {
            if (const auto row = call.source.corporate().floatOf(instrument, call.source.now()))
                rows.push_back(
                    { symbolOf(call, instrument), row->shares, row->percent, row->effective });
        });
}

} // namespace tapeline
