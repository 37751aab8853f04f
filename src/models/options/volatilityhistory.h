#pragma once

#include "marketcalendar.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace tapeline {

/// The implied volatility of an underlying as a day ended: 30 days, at the money forward.
struct DailyVolatility
{
    QDate day;
    double volatility = 0; ///< a fraction a year

    friend bool operator==(const DailyVolatility &, const DailyVolatility &) = default;
};

/// Where daily volatilities are kept.
class VolatilityStore
{
public:
    virtual ~VolatilityStore() = default;

    /// Ascending by day; empty when there are none or they cannot be read.
    virtual std::vector<DailyVolatility> load(const QString &underlying) = 0;
    virtual void save(const QString &underlying, const std::vector<DailyVolatility> &days) = 0;
};

/// The daily implied volatilities of every underlying whose chain was seen late in a session: what
/// rank and percentile go by.
class VolatilityHistory : public QObject
{
    Q_OBJECT

public:
    /// Days kept: those of a year, and some more.
    static constexpr std::size_t mostDays = 300;
    /// A volatility counts as a day's from so long before the close on.
    static constexpr Duration lateFrom = std::chrono::minutes(30);

    /// store must outlive it.
    explicit VolatilityHistory(VolatilityStore &store, QObject *parent = nullptr);

    /// Ascending by day.
    const std::vector<DailyVolatility> &days(const QString &underlying);
    /// The volatilities of the days before one, ascending: what it is compared with.
    std::vector<double> before(const QString &underlying, QDate day);

    /// What a chain implied at a time: kept as its day's when the session is near its end or over;
    /// a later one replaces it.
    void note(const QString &underlying, Timestamp time, double volatility);
    /// Days from elsewhere; those that are known stay.
    void fill(const QString &underlying, const std::vector<DailyVolatility> &days);
    /// Another store's content from now on: all that was read is forgotten.
    void reload();

signals:
    void changed(const QString &underlying);

private:
    void keep(const QString &underlying);

    VolatilityStore &m_store;
    const MarketCalendar m_calendar;
    QHash<QString, std::vector<DailyVolatility>> m_days;
};

} // namespace tapeline
