#include "economyendpoints.h"

#include "tablelist.h"

#include <array>

namespace tapeline {

using namespace tablelist;

namespace {

constexpr int maxRows = 50'000;

constexpr Column yield(std::string_view name)
{
    constexpr int decimals = 2;
    return { name, Kind::Number, Filters::None, false, decimals };
}

constexpr std::array yieldColumns {
    Column { "date", Kind::Date, Filters::RangeAny, true },
    yield("yield_1_month"),
    yield("yield_3_month"),
    yield("yield_6_month"),
    yield("yield_1_year"),
    yield("yield_2_year"),
    yield("yield_3_year"),
    yield("yield_5_year"),
    yield("yield_7_year"),
    yield("yield_10_year"),
    yield("yield_20_year"),
    yield("yield_30_year"),
};

} // namespace

HttpReply economyendpoints::treasuryYields(const EndpointCall &call)
{
    return answer(
        call, { .columns = yieldColumns, .maxLimit = maxRows, .sort = "date.asc", .date = "date" },
        [&call](int, QDate from, QDate to, std::vector<Row> &rows) {
            for (const ServedYields &day :
                 call.source.corporate().yields(from, to, call.source.now())) {
                Row row { day.date };
                for (const double percent : day.percent)
                    row.push_back(percent);
                rows.push_back(std::move(row));
            }
        });
}

} // namespace tapeline
