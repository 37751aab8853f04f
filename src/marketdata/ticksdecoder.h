#pragma once

#include "marketevent.h"
#include "restpage.h"
#include "result.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace tapeline {

struct TradesPage : RestPage
{
    std::vector<Trade> trades; ///< in the order of the answer
};

struct QuotesPage : RestPage
{
    std::vector<Quote> quotes;
};

/// The newest trade of a symbol; trade.instrument is not set.
struct LastTrade
{
    QString symbol;
    Trade trade;
};

/// The newest quote of a symbol or of a currency pair ("AUD/USD"); quote.instrument is not set.
struct LastQuote
{
    QString symbol;
    Quote quote;
};

/// An amount of money in another currency.
struct CurrencyConversion
{
    QString from;
    QString to;
    QString
        quotedPair; ///< which way round the quote is; may be the reverse ("USD/AUD" for AUD to USD)
    Quote quote;
    double amount = 0;
    double converted = 0;
};

/// /v3/trades/{ticker}, the retired /v2/ticks/stocks/trades, which names the same fields shortly,
/// and /futures/v1/trades. Rows are of instrument. The time is the SIP's, else the exchange's.
Result<TradesPage> decodeTrades(QByteArrayView body, InstrumentId instrument = {});
/// /v3/quotes/{ticker}, the retired /v2/ticks/stocks/nbbo, and /futures/v1/quotes. Sizes are as the
/// service sends them: shares since 2025-11-03, round lots of stocks before. Forex rows have no
/// size: 1 is put for a side with a price.
Result<QuotesPage> decodeQuotes(QByteArrayView body, InstrumentId instrument = {});

/// /v2/last/trade/{ticker}.
Result<LastTrade> decodeLastTrade(QByteArrayView body);
/// /v2/last/nbbo/{ticker}.
Result<LastQuote> decodeLastNbbo(QByteArrayView body);
/// /v1/last/crypto/{from}/{to}, and the retired /v1/last/stocks/{ticker}.
Result<LastTrade> decodeLastCryptoTrade(QByteArrayView body);
/// /v1/last_quote/currencies/{from}/{to}, and the retired /v1/last_quote/stocks/{ticker}.
Result<LastQuote> decodeLastForexQuote(QByteArrayView body);
/// /v1/conversion/{from}/{to}.
Result<CurrencyConversion> decodeConversion(QByteArrayView body);

} // namespace tapeline
