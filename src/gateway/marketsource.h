#pragma once

#include "assetclass.h"
#include "candle.h"
#include "marketcalendar.h"
#include "marketevent.h"
#include "result.h"
#include "timeframe.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

class CryptoSource;

/// Plans as they are bought per asset class (massive-api.md 1.3), ordered: a later one includes the
/// earlier.
enum class ServedPlan : quint8 { Basic, Starter, Developer, Advanced };

/// What a key may do; nothing for an unknown key.
struct KeyGrant
{
    ServedPlan stocks = ServedPlan::Basic;
    ServedPlan options = ServedPlan::Basic;
    ServedPlan indices = ServedPlan::Basic;
    ServedPlan currencies = ServedPlan::Basic;
    ServedPlan futures = ServedPlan::Basic;
    bool noPlan = false; ///< a known key without any product: reference lists answer, everything
                         ///< else is 403
};

/// A row of the ticker list and the details that go with it.
struct ServedInstrument
{
    QString symbol;
    QString name;
    QString market; ///< "stocks"
    QString type; ///< "CS", "ETF"
    QString primaryExchange; ///< MIC
    QString description;
    QString sector;
    QDate listed;
    double sharesOutstanding = 0;
    quint8 tape = 1;
};

struct ServedDay
{
    QDate date;
    Candle candle; ///< start = 00:00 Eastern
    Price officialOpen;
    Price officialClose;
    Price preMarket; ///< 0 when none
    Price afterHours; ///< 0 when none
    Timestamp sessionEnd {};
};

/// Where the gateway's answers come from: the sandbox, a replayed recording, or the live provider
/// with its cache. Called only on the server's thread. Nothing it returns lies after now(); the
/// gateway applies plans, delays, paging and the wire format.
class MarketSource
{
public:
    virtual ~MarketSource() = default;

    virtual Timestamp now() const = 0;
    /// Market seconds per wall second.
    virtual double speed() const = 0;
    virtual std::optional<KeyGrant> grantOf(const QString &key) const = 0;

    virtual const MarketCalendar &calendar() const = 0;
    virtual const std::vector<ServedInstrument> &instruments() const = 0;
    /// Index into instruments(), or -1. Ids in events are these indices.
    virtual int indexOf(QStringView symbol) const = 0;

    /// Bars of one second, one minute or one day that start in [from, to), ascending, seen at an
    /// instant (the unfinished last one included as it stood then).
    virtual std::vector<Candle> bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                                     Timestamp asOf) const = 0;
    virtual std::optional<ServedDay> day(int instrument, QDate date, Timestamp asOf) const = 0;
    /// Trades and quotes of [from, to) in wire order, appended.
    virtual void events(int instrument, Timestamp from, Timestamp to,
                        std::vector<MarketEvent> &out) const = 0;
    virtual std::optional<Trade> lastTrade(int instrument, Timestamp asOf) const = 0;
    virtual std::optional<Quote> lastQuote(int instrument, Timestamp asOf) const = 0;

    /// Its pairs of coins; null when it has none.
    virtual const CryptoSource *crypto() const { return nullptr; }
};

} // namespace tapeline
