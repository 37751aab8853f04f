#pragma once

#include "candle.h"
#include "depthupdate.h"
#include "marketevent.h"
#include "restpage.h"
#include "result.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

/// One symbol's day so far, as the v2 snapshots give it for stocks, crypto and forex. Bars have no
/// prices (hasPrices) before the first trade of the day. A last trade or quote that the plan lacks
/// is not there.
struct StockSnapshot
{
    QString symbol;
    Price change; ///< against the previous close; 0 before the first trade
    double changePercent = 0;
    Timestamp updated {};
    Candle day; ///< start not given
    Candle previousDay; ///< start not given
    Candle minute;
    Qty minuteDayVolume; ///< the day's volume as of the minute; 0 when not given
    std::optional<Trade> lastTrade; ///< instrument not set, like the quote's
    std::optional<Quote> lastQuote; ///< forex: size 1 on a side with a price
};

struct StockSnapshotsPage : RestPage
{
    std::vector<StockSnapshot> snapshots;
};

/// The figures of a session in v3 snapshots. Values that were not given are 0.
struct SessionFigures
{
    Price open;
    Price high;
    Price low;
    Price close;
    Price previousClose;
    Price last;
    Price change;
    double changePercent = 0;
    Price earlyChange;
    double earlyChangePercent = 0;
    Price lateChange;
    double lateChangePercent = 0;
    Qty volume;
    double vwap = 0;
    Timestamp updated {};
};

/// The service's contract_type.
enum class ContractType : quint8 { Call, Put, Other };

struct OptionDetails
{
    QString symbol; ///< "O:..."
    QString underlying;
    ContractType type = ContractType::Other;
    QString exerciseStyle; ///< "american", "european", "bermudan"
    QDate expiration;
    Price strike;
    double sharesPerContract = 100;
    QString primaryExchange; ///< MIC; contract lists only
    QString cfi; ///< contract lists only
};

/// What only options have. Greeks are the service's: delta per 1.00, theta per calendar day, vega
/// per point of volatility.
struct OptionFigures
{
    OptionDetails details;
    std::optional<double> delta;
    std::optional<double> gamma;
    std::optional<double> theta;
    std::optional<double> vega;
    std::optional<double> impliedVolatility; ///< a fraction: 0.3 is 30 %
    double openInterest = 0; ///< contracts, at the end of the last trading day
    Price breakEven;
    QString underlying;
    Price underlyingPrice; ///< 0 without the plan for it
    Timestamp underlyingUpdated {};
};

/// A row of the v3 snapshots. Either error is set and only symbol besides, or it holds figures.
struct UniversalSnapshot
{
    QString symbol;
    QString error; ///< "NOT_FOUND", "NOT_ENTITLED"; empty on a row with figures
    QString message;
    QString type; ///< "stocks", "options", "crypto", "fx", "indices"
    QString name;
    QString marketStatus; ///< "open", "closed", "early_trading", "late_trading", "regular_trading"
    bool delayed = false;
    Timestamp updated {};
    Price value; ///< of an index
    SessionFigures session;
    std::optional<Candle> lastMinute;
    std::optional<Trade> lastTrade; ///< instrument not set
    std::optional<Quote> lastQuote; ///< instrument not set
    std::optional<OptionFigures> option;
};

struct UniversalSnapshotsPage : RestPage
{
    std::vector<UniversalSnapshot> snapshots;
};

/// The retired crypto book, summed over venues.
struct CryptoBookSnapshot
{
    QString symbol;
    Timestamp updated {};
    std::vector<BookLevel> bids; ///< in the order of the answer: best first; may cross the asks
    std::vector<BookLevel> asks;
};

/// /v2/snapshot/locale/.../tickers, .../tickers/{ticker}, .../gainers and .../losers of stocks,
/// crypto and forex.
Result<StockSnapshotsPage> decodeStockSnapshots(QByteArrayView body);
/// /v3/snapshot, /v3/snapshot/indices and /v1/summaries. A row-level failure is a row with an
/// error.
Result<UniversalSnapshotsPage> decodeUniversalSnapshots(QByteArrayView body);
/// /v3/snapshot/options/{underlying} and the snapshot of one contract; every row has option,
/// session is its day.
Result<UniversalSnapshotsPage> decodeOptionsChain(QByteArrayView body);
/// /futures/v1/snapshot. The previous close is the settlement of the session before.
Result<UniversalSnapshotsPage> decodeFuturesSnapshots(QByteArrayView body);
/// /v2/snapshot/locale/global/markets/crypto/tickers/{ticker}/book, where a source still has it.
Result<CryptoBookSnapshot> decodeCryptoBook(QByteArrayView body);

} // namespace tapeline
