#include "optionexpiry.h"

#include "easterntime.h"

#include <algorithm>
#include <array>

namespace tapeline::optionexpiry {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array openSettled { "SPX"_L1, "NDX"_L1, "RUT"_L1, "DJX"_L1 };

/// Of the third Friday's series; where that is a holiday they end the day before.
bool isMonthly(QDate expiry)
{
    const QDate friday = expiry.dayOfWeek() == Qt::Thursday ? expiry.addDays(1) : expiry;
    return friday.dayOfWeek() == Qt::Friday && friday.day() >= 15 && friday.day() <= 21;
}

} // namespace

bool isSettledAtOpen(const QString &root, QDate expiry)
{
    if (root == "VIX"_L1 || root == "VIXW"_L1)
        return true;
    return std::ranges::find(openSettled, root) != openSettled.end() && isMonthly(expiry);
}

Timestamp moment(const QString &root, QDate expiry, const MarketCalendar &calendar)
{
    const bool atOpen = isSettledAtOpen(root, expiry);
    if (const std::optional<TradingSession> session = calendar.session(expiry))
        return atOpen ? session->open : session->close;
    return easterntime::at(expiry, atOpen ? 9h + 30min : 16h);
}

} // namespace tapeline::optionexpiry
