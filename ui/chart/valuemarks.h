#pragma once

#include <QLocale>
#include <QString>

#include <vector>

namespace tapeline {

/// Round prices in [low, high] for an axis of height pixels, at least leastPixels apart and at most
/// twelve, as 1, 2 or 5 times a power of ten and no finer than the decimals show. On a log scale,
/// those of the same step that do not crowd.
std::vector<double> priceMarks(double low, double high, bool log, int height, int leastPixels,
                               int decimals);

/// "1,234.50" in the locale's digits.
QString priceText(double price, int decimals, const QLocale &locale);
/// Signed, "+0.43".
QString changeText(double change, int decimals, const QLocale &locale);
/// Signed, "+0.29 %"
QString percentText(double fraction, const QLocale &locale);
/// At most four significant digits: "812", "12.4K", "1.234M", "56.7B".
QString volumeText(double volume, const QLocale &locale);
/// The same with a sign: "+12.4K", "\u2212812".
QString signedVolumeText(double volume, const QLocale &locale);
/// Of a sum in which some shares count for half: whole ones; parts of coins stay.
double wholeShares(double volume);
/// The same for round values, without zeros after the point: "10K", "2.5M".
QString volumeMarkText(double volume, const QLocale &locale);

} // namespace tapeline
