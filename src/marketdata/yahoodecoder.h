#pragma once

#include "assetclass.h"
#include "barsdecoder.h"

namespace tapeline {

/// The last price of a regular session, or of a pair that trades around the clock.
struct YahooLast
{
    QString symbol; ///< as Yahoo writes it
    QString currency; ///< "USD"
    Price price;
    Timestamp time {};

    friend bool operator==(const YahooLast &, const YahooLast &) = default;
};

/// /v8/finance/chart of Yahoo Finance, which documents none of it: written from the shape that is
/// publicly known.
///
/// Its prices are numbers of about seven digits with noise behind them (181.17999267578125). They
/// are rounded to seven digits, at least two and for stocks and indices at most four of them behind
/// the point, so that 181.18 comes out.

/// Rows as they were sent: start is the time written there, be it a window's start, a session's
/// opening or, in the last row, the moment of the answer. Rows without any price are left out,
/// those that lack some count as invalid. Prices are adjusted to splits, not to dividends. Coins
/// have no volume: what is written there is their worth.
Result<BarsPage> decodeYahooRows(QByteArrayView body, AssetClass assetClass);
Result<YahooLast> decodeYahooLast(QByteArrayView body, AssetClass assetClass);

/// What an answer that is not a success means, in a sentence. NotFound for unknown symbols,
/// RateLimited for 429; a refusal is Rejected, since there is no key that could be wrong.
Error yahooFailure(int httpStatus, QByteArrayView body);

} // namespace tapeline
