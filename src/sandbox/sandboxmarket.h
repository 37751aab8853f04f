#pragma once

#include "candle.h"
#include "marketcalendar.h"
#include "marketevent.h"

#include <QDate>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace tapeline {

class SandboxCompanies;

/// One simulated stock or fund.
struct SandboxInstrument
{
    QString symbol;
    QString name;
    QString type; ///< "CS" or "ETF"
    QString primaryExchange; ///< MIC
    QString description;
    QString sector;
    quint8 tape = 1;
    QDate listed; ///< no data before
    double sharesOutstanding = 0;
    double anchorPrice = 0; ///< dollars, around which the history moves
    double averageDailyVolume = 0; ///< shares
    double dailyVolatility = 0; ///< standard deviation of daily log returns
};

/// A day as it ended, or as it stood at an instant.
struct SandboxDay
{
    QDate date;
    Candle candle; ///< regular-session prices; volume of all sessions with both crosses
    Price officialOpen; ///< of the opening cross, 0 before it
    Price officialClose; ///< of the closing cross, 0 before it
    Qty closingCross; ///< in the day's volume, in no minute or second bar
    Qty latePrints; ///< volume printed outside 04:00-20:00; in no minute or second bar
    Price preMarketFirst; ///< first pre-market price, 0 when none
    Price afterHoursLast; ///< last after-hours price, 0 when none
};

/// A halt on one day (volatility pause).
struct SandboxHalt
{
    Timestamp from;
    Timestamp to;
};

/// A deterministic market from one seed, top-down: day -> minute -> second -> trades, every level
/// keyed by (seed, symbol, level, time), so that any range is answered without history in memory
/// and the sums agree exactly: volume, trade count and open/high/low/close of a bar are those of
/// its parts; a day's volume is its minutes plus the closing cross plus the prints outside
/// 04:00-20:00. Knows nothing of sockets.
///
/// Every bar with volume has prices: a second with odd lots has a round lot too (live data has
/// seconds of odd lots only; here they would break the sums of what is sent). vwap of bars is the
/// mean of their four prices, an estimate within the bar. Prices are on the cent; only off-exchange
/// midpoints lie on half a cent.
///
/// Const calls are safe from one thread at a time (a small cache is inside). Times are UTC; every
/// list is ascending. Instrument ids in events are indices into instruments(), stable for a market.
class SandboxMarket
{
public:
    struct Options
    {
        quint64 seed = 1;
        int extraSymbols = 0; ///< synthetic stocks besides the named ones, 0 to 10,000
    };

    explicit SandboxMarket(const Options &options);
    ~SandboxMarket();

    quint64 seed() const;
    const MarketCalendar &calendar() const;
    const std::vector<SandboxInstrument> &instruments() const;
    /// Index into instruments(), or -1.
    int indexOf(QStringView symbol) const;
    static QDate firstDate(); ///< 2003-01-02: no instrument is older

    /// Nothing on days without a session or before the listing.
    std::optional<SandboxDay> day(int instrument, QDate date) const;
    /// Minute bars that start in [from, to); windows without an eligible trade absent. One call may
    /// span days.
    std::vector<Candle> minutes(int instrument, Timestamp from, Timestamp to) const;
    std::vector<Candle> seconds(int instrument, Timestamp from, Timestamp to) const;
    /// The bar of [start, time) as it had formed by then; start is on a second, both are on one
    /// day. Nothing when nothing was traded; hasPrices is false when only odd lots were.
    std::optional<Candle> formingBar(int instrument, Timestamp start, Timestamp time) const;
    /// The day as it stood at an instant, from what was printed before it; nothing when nothing
    /// was.
    std::optional<SandboxDay> dayAt(int instrument, Timestamp time) const;
    /// Trades and quotes of [from, to), merged in wire order (quotes wrapped around the trade
    /// path), with sequence numbers. Includes crosses, official prints, late prints and LULD/halt
    /// messages.
    void events(int instrument, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    /// Last quote at or before an instant on its day; nothing before the first.
    std::optional<Quote> quoteAt(int instrument, Timestamp time) const;
    /// Last trade that may set the last price at or before an instant, going back as many days as
    /// needed.
    std::optional<Trade> lastTradeAt(int instrument, Timestamp time) const;
    std::vector<SandboxHalt> halts(int instrument, QDate date) const;
    /// Splits, dividends, reports and news of these instruments. Prices and volumes above are as
    /// they were printed: in the shares of their day.
    const SandboxCompanies &companies() const;

    /// Start of an open session for a desk opened at this wall time: 10:30 Eastern on the newest
    /// trading day at or before that date.
    Timestamp defaultStart(Timestamp wall) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
