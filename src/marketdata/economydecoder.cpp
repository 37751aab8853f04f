#include "economydecoder.h"

#include "restbody.h"

#include <cmath>
#include <limits>
#include <string_view>

namespace tapeline {

namespace {

constexpr std::array<std::string_view, treasuryMonths.size()> yieldNames {
    "yield_1_month", "yield_3_month", "yield_6_month", "yield_1_year",
    "yield_2_year",  "yield_3_year",  "yield_5_year",  "yield_7_year",
    "yield_10_year", "yield_20_year", "yield_30_year"
};

std::optional<TreasuryYields> yieldsFrom(JsonValue row, FeedNumbers &)
{
    TreasuryYields day;
    day.date = jsonread::date(row["date"]);
    if (!day.date.isValid())
        return {};
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < yieldNames.size(); ++i)
        if (const double percent = FeedNumbers::realOr(row[yieldNames[i]], none);
            std::isfinite(percent))
            day.percent[i] = percent;
    return day;
}

} // namespace

Result<TreasuryYieldsPage> decodeTreasuryYields(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &TreasuryYieldsPage::days, yieldsFrom);
}

} // namespace tapeline
