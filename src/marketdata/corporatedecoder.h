#pragma once

#include "companyfacts.h"
#include "restpage.h"
#include "result.h"

#include <QByteArrayView>

#include <vector>

namespace tapeline {

struct SplitsPage : RestPage
{
    std::vector<Split> splits;
};

struct DividendsPage : RestPage
{
    std::vector<Dividend> dividends;
};

struct NewsPage : RestPage
{
    std::vector<NewsItem> items;
};

struct EarningsPage : RestPage
{
    std::vector<EarningsReport> reports;
};

struct ShortInterestPage : RestPage
{
    std::vector<ShortInterest> rows;
};

/// /stocks/v1/splits and /v3/reference/splits.
Result<SplitsPage> decodeSplits(QByteArrayView body);
/// /stocks/v1/dividends and /v3/reference/dividends.
Result<DividendsPage> decodeDividends(QByteArrayView body);
/// /v2/reference/news.
Result<NewsPage> decodeNews(QByteArrayView body);
/// /benzinga/v1/earnings.
Result<EarningsPage> decodeEarnings(QByteArrayView body);
/// /stocks/v1/short-interest.
Result<ShortInterestPage> decodeShortInterest(QByteArrayView body);

} // namespace tapeline
