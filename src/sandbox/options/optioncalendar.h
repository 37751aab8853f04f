#pragma once

#include "sandboxoption.h"
#include "timestamp.h"
#include "tradingdays.h"

#include <optional>
#include <vector>

namespace tapeline {

/// What decides how long before it an expiration is introduced.
enum class ExpirationKind : quint8 {
    Daily, ///< Monday to Thursday
    Weekly, ///< Friday
    Monthly, ///< third Friday
    Leaps ///< third Friday of a far month: January, of the fund also June and December
};

/// When one contract can be traded on a day; seconds are of the day in New York.
struct OptionSession
{
    QDate date;
    Timestamp midnight;
    int openSecond = 0;
    int closeSecond = 0; ///< the first without quotes

    Timestamp at(int secondOfDay) const { return midnight + std::chrono::seconds(secondOfDay); }
};

/// When options expire, as exchanges list them: on the last trading day of a week where a Friday is
/// a holiday (Good Friday).
class OptionCalendar
{
public:
    OptionCalendar(const MarketCalendar &calendar, const TradingDays &days);

    /// Nothing when no series of this root expires on that date.
    std::optional<ExpirationKind> kindOf(int root, QDate expiration) const;
    /// The first trading day of an expiration.
    QDate introduced(ExpirationKind kind, QDate expiration) const;
    /// The last day a contract is traded on.
    QDate lastTradingDay(int root, QDate expiration) const;
    /// When it expires: the close, or the open of a morning series.
    Timestamp expiry(int root, QDate expiration) const;
    /// Expirations in [from, to], introduced at or before a day, ascending.
    std::vector<QDate> expirations(int root, QDate from, QDate to, QDate introducedBy) const;
    /// The longest any expiration is listed ahead.
    static int longestLead();

    /// The session of a day for contracts of an expiration; nothing when closed or over. Whether
    /// they are listed yet is not asked.
    std::optional<OptionSession> session(int root, QDate expiration, QDate date) const;

private:
    QDate monthly(int year, int month) const;

    const MarketCalendar &m_calendar;
    const TradingDays &m_days;
};

} // namespace tapeline
