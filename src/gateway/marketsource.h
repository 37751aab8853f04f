#pragma once

#include "assetclass.h"
#include "candle.h"
#include "corporatesource.h"
#include "marketcalendar.h"
#include "marketevent.h"
#include "result.h"
#include "timeframe.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

class BookSource;
class OptionsSource;

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
    bool partnerData = false; ///< the add-ons of other publishers: the calendar of earnings
    bool noPlan = false; ///< a known key without any product: reference lists answer, everything
                         ///< else is 403
};

/// What all contracts of a futures product have in common.
struct ServedProduct
{
    QString code; ///< "ES"
    QString name;
    QString venue; ///< MIC: "XCME"
    QString assetClass; ///< "financials", "commodity"
    QString assetSubClass; ///< "equity", "metals"
    QString sector;
    QString subSector;
    QString priceQuotation; ///< "U.S. dollars and cents per index point"
    QString unitOfMeasure; ///< "IPNT", "TRY_OZ"
    double multiplier = 1; ///< units of measure in a contract
    Price tick;
    QString settlementMethod; ///< "financially_settled", "deliverable"
};

/// A currency or a coin as the ticker list names it: "USD", "United States dollar".
struct ServedCurrency
{
    QString symbol;
    QString name;
};

/// One instrument: what the ticker list and the details say of it, and what its class needs.
struct ServedInstrument
{
    QString symbol; ///< as REST has it: "AAPL", "I:SPX", "C:EURUSD", "X:BTCUSD", "ESZ6"
    AssetClass assetClass = AssetClass::Stocks;
    QString name;
    QString market; ///< "stocks", "indices", "fx", "crypto"; futures are in no ticker list
    QString type {}; ///< "CS", "ETF"; empty of currencies and coins
    QString primaryExchange {}; ///< MIC
    QString description {};
    QString sector {};
    QDate listed {}; ///< no data before; of a contract its first trading day
    double sharesOutstanding = 0;
    quint8 tape = 1;
    ServedCurrency currency {}; ///< of a pair: what it is quoted in
    ServedCurrency baseCurrency {}; ///< of a pair: what is priced
    int priceDecimals = 2;
    int product = -1; ///< of futures: index into MarketSource::products()
    QDate lastTrade {}; ///< of a contract: its last trading day
};

/// One day of an instrument as its class counts days (markethours): Eastern, UTC for currencies and
/// coins, the session's end date for futures.
struct ServedDay
{
    QDate date;
    Candle candle; ///< start = markethours::dayStart()
    Price officialOpen {}; ///< 0 when none
    Price officialClose {}; ///< 0 when none
    Price preMarket {}; ///< 0 when none
    Price afterHours {}; ///< 0 when none
    Price settlement {}; ///< of futures, 0 before it is known
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
    /// Every instrument of every class but options, whose contracts are too many for a list.
    virtual const std::vector<ServedInstrument> &instruments() const = 0;
    /// The id of a symbol, or -1: an index into instruments(), or a number above them for an option
    /// contract. Ids in events are these.
    virtual int indexOf(QStringView symbol) const = 0;
    /// What an id of indexOf() or listed() stands for. Valid until the next call.
    virtual const ServedInstrument &instrument(int id) const
    {
        return instruments()[static_cast<std::size_t>(id)];
    }
    /// The ids of a class that may trade at an instant, ascending: whom a wildcard subscription
    /// reaches.
    virtual std::vector<int> listed(AssetClass assetClass, Timestamp asOf) const;
    /// Those of them that may have events or bars in [from, to), ascending. Of options, whose
    /// listed contracts are seldom traded, the ones that are.
    std::vector<int> active(AssetClass assetClass, Timestamp from, Timestamp to) const;
    virtual const std::vector<ServedProduct> &products() const;
    /// What a bar of a futures contract is worth: volume, average price and multiplier. As exact as
    /// the bar's average price.
    double dollarVolume(int instrument, const Candle &bar) const;

    /// Bars of one second, one minute or one day that start in [from, to), ascending, seen at an
    /// instant (the unfinished last one included as it stood then). Of currencies they are made of
    /// bids, and their volume is a count of quotes; those of indices have no volume.
    virtual std::vector<Candle> bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                                     Timestamp asOf) const = 0;
    virtual std::optional<ServedDay> day(int instrument, QDate date, Timestamp asOf) const = 0;
    /// Trades, quotes and index values of [from, to) in wire order, appended.
    virtual void events(int instrument, Timestamp from, Timestamp to,
                        std::vector<MarketEvent> &out) const = 0;
    virtual std::optional<Trade> lastTrade(int instrument, Timestamp asOf) const = 0;
    virtual std::optional<Quote> lastQuote(int instrument, Timestamp asOf) const = 0;
    /// Of an index; nothing for the rest.
    virtual std::optional<IndexValue> lastValue(int, Timestamp) const { return std::nullopt; }

    /// Of events() at least the trades, where they alone are wanted of a long time.
    virtual void trades(int instrument, Timestamp from, Timestamp to,
                        std::vector<MarketEvent> &out) const
    {
        events(instrument, from, to, out);
    }

    /// Its option contracts; null when it has none.
    virtual const OptionsSource *options() const { return nullptr; }
    /// Its books of coins; null when it has none (massive-api.md 10.15).
    virtual const BookSource *books() const { return nullptr; }
    /// What happens to its companies.
    virtual const CorporateSource &corporate() const
    {
        static const CorporateSource nothing;
        return nothing;
    }
};

} // namespace tapeline
