#pragma once

#include "price.h"
#include "restpage.h"
#include "result.h"
#include "timestamp.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace tapeline {

/// from old shares became to new ones.
struct Split
{
    QString symbol;
    QDate executionDate;
    double from = 1;
    double to = 1;
};

struct SplitsPage : RestPage
{
    std::vector<Split> splits;
};

struct Dividend
{
    QString symbol;
    Price cashAmount; ///< per share, in currency
    QString currency;
    QDate exDate;
    QDate declared;
    QDate record;
    QDate pay;
    int frequency = 0; ///< times a year; 0 for one-off and unknown
    QString type; ///< "recurring", "special", ...; in the old list "CD", "SC", "LT", "ST"
};

struct DividendsPage : RestPage
{
    std::vector<Dividend> dividends;
};

struct NewsInsight
{
    QString symbol;
    QString sentiment; ///< "positive", "neutral", "negative"
    QString reasoning;
};

/// Texts are plain: entities are decoded, tags left out. Never render them as HTML.
struct NewsItem
{
    QString id;
    QString title;
    QString author;
    QString publisher;
    QString description;
    QString url;
    Timestamp published {};
    QStringList symbols;
    QStringList keywords;
    std::vector<NewsInsight> insights;
};

struct NewsPage : RestPage
{
    std::vector<NewsItem> items;
};

/// /stocks/v1/splits and /v3/reference/splits.
Result<SplitsPage> decodeSplits(QByteArrayView body);
/// /stocks/v1/dividends and /v3/reference/dividends.
Result<DividendsPage> decodeDividends(QByteArrayView body);
/// /v2/reference/news.
Result<NewsPage> decodeNews(QByteArrayView body);

} // namespace tapeline
