#pragma once

#include "accountview.h"
#include "marketcalendar.h"
#include "optionright.h"

#include <QObject>

#include <functional>
#include <map>
#include <set>

namespace tapeline {

class TradeDesk;

/// Something to be told of an option position before it ends.
struct OptionReminder
{
    enum class Kind : quint8 {
        EndsSoon, ///< within the days that were asked for
        LastDay, ///< what will happen today
        ExpiryRisk, ///< its shares cannot be carried: it is closed before the close
        EarlyAssignment ///< a short call whose holder had better exercise before the ex-date
    };

    Kind kind = Kind::EndsSoon;
    PositionRow position;
    QDate lastDay; ///< of trading
    int days = 0; ///< calendar days until then
    Price underlying; ///< its price; 0 while unknown
    DividendAhead dividend {}; ///< of EarlyAssignment
};

namespace optionreminders {

/// The price of an underlying; 0 while it is not known.
using PriceOf = std::function<Price(const QString &symbol)>;

/// What there is to tell at a time. days: how long before the end; 0: on the last day only.
std::vector<OptionReminder> due(const PaperAccountView &account, Timestamp now, int days,
                                const PriceOf &priceOf, const MarketCalendar &calendar);
/// The sentence for it.
QString text(const OptionReminder &reminder);
/// "you buy 200 SPY at 500.00 for 100,000.00": what exercise, or assignment of sold ones (qty < 0),
/// of so many contracts comes to.
QString delivery(const QString &contract, Qty qty);

} // namespace optionreminders

/// Tells of option positions before they end, each once a day. Looks by itself as the account
/// changes.
class OptionReminders : public QObject
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit OptionReminders(TradeDesk &trading, QObject *parent = nullptr);
    ~OptionReminders() override;

    /// The market's time, without which nothing is told.
    void setNow(Timestamp now);

signals:
    void reminded(const QString &text);

private:
    void look();
    void followUnderlyings(const PaperAccountView &account);

    TradeDesk &m_trading;
    const MarketCalendar m_calendar;
    Timestamp m_now {};
    QStringList m_followed;
    std::set<QString> m_told; ///< of this day
    std::map<QString, Timestamp> m_uncertainSince; ///< of this day: what waits for a price
    QDate m_day;
};

} // namespace tapeline
