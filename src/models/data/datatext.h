#pragma once

#include "cachecare.h"

#include <QDate>
#include <QLocale>

namespace tapeline {

struct DownloadEstimate;

/// Words about kept data, translated.
namespace datatext {

/// "41.2 MB": of a million bytes.
QString bytes(qint64 bytes, const QLocale &locale);
/// "2 Jan 2024 – 20 Nov 2026": days of New York; empty when there is none.
QString days(Timestamp first, Timestamp last, const QLocale &locale);
/// Of what was ordered: its first day begins at midnight of UTC, its last ends with New York's.
QString days(const DownloadOrder &order, const QLocale &locale);
/// "Today", "Yesterday", "12 days ago", "Never".
QString used(Timestamp time, Timestamp now);
/// "Massive", "Yahoo Finance", "Simulated": who made bars, as a person knows them.
QString origin(const QString &id);
/// "3 symbols, 1,234 bars, 1.2 MB".
QString extent(const CacheStatistics &what, const QLocale &locale);
/// "AAPL, MSFT, NVDA and 37 more".
QString symbols(const QStringList &symbols);
/// "At most 24 requests: 5 minutes on your plan."
QString estimate(const DownloadEstimate &estimate, const QLocale &locale);
/// "12 of 40 symbols · 1,234,567 bars".
QString progress(const DownloadStatus &status, const QLocale &locale);

} // namespace datatext
} // namespace tapeline
