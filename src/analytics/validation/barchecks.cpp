#include "barchecks.h"

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the average price, for rounding by the source (execution.md V-06).
constexpr double averageSlack = 1e-4;

bool hasNegativePrice(const Candle &bar)
{
    return std::min({ bar.open, bar.high, bar.low, bar.close }) <= Price();
}

QString pricesOf(const Candle &bar)
{
    return u"open %1, high %2, low %3, close %4"_s.arg(bar.open.toString(), bar.high.toString(),
                                                       bar.low.toString(), bar.close.toString());
}

} // namespace

BarFaults BarChecks::check(const BarRecord &record, IssueList &issues) const
{
    BarFaults faults;
    const Candle &bar = record.bar;
    faults.isFatal = !checkNumbers(record, issues) || !checkRange(bar, issues);
    if (faults.isFatal)
        return faults;
    faults.isWarning = !checkAverage(bar, issues);
    faults.isWarning |= !checkSilence(bar, issues);
    if (record.isRounded) {
        faults.isWarning = true;
        issues.add(QualityRule::Precision, IssueSeverity::Warning, bar.start,
                   [] { return u"A number has more decimals than can be held."_s; });
    }
    return faults;
}

bool BarChecks::checkNumbers(const BarRecord &record, IssueList &issues) const
{
    const Candle &bar = record.bar;
    // Indices can be negative, as differences are
    const bool pricesFit
        = !bar.hasPrices || m_assetClass == AssetClass::Indices || !hasNegativePrice(bar);
    const bool isFine = !record.isUnreadable && std::isfinite(bar.vwap) && bar.tradeCount >= 0
        && bar.volume >= Qty() && pricesFit;
    if (!isFine)
        issues.add(QualityRule::Numbers, IssueSeverity::Fatal, bar.start, [&] {
            return record.isUnreadable
                ? u"A number cannot be read, is not finite or is too large."_s
                : u"A price is not above 0, or volume is below: %1, volume %2."_s.arg(
                    pricesOf(bar), bar.volume.toString());
        });
    return isFine;
}

bool BarChecks::checkRange(const Candle &bar, IssueList &issues) const
{
    const bool isFine = !bar.hasPrices
        || (bar.high >= std::max({ bar.open, bar.close, bar.low })
            && bar.low <= std::min(bar.open, bar.close));
    if (!isFine)
        issues.add(QualityRule::Range, IssueSeverity::Fatal, bar.start,
                   [&] { return u"High and low do not hold the bar: %1."_s.arg(pricesOf(bar)); });
    return isFine;
}

bool BarChecks::checkAverage(const Candle &bar, IssueList &issues) const
{
    if (bar.vwap == 0 || !bar.hasPrices)
        return true; // not stated
    const double high = bar.high.toDouble();
    const double low = bar.low.toDouble();
    const bool isFine = bar.vwap <= high + std::abs(high) * averageSlack
        && bar.vwap >= low - std::abs(low) * averageSlack;
    if (!isFine)
        issues.add(QualityRule::AveragePrice, IssueSeverity::Warning, bar.start, [&] {
            return u"The average price %1 is outside of low %2 and high %3."_s.arg(
                QString::number(bar.vwap, 'g', 10), bar.low.toString(), bar.high.toString());
        });
    return isFine;
}

bool BarChecks::checkSilence(const Candle &bar, IssueList &issues) const
{
    const bool statesVolume
        = m_assetClass != AssetClass::Indices && m_assetClass != AssetClass::Forex;
    const bool isFine
        = !statesVolume || !bar.hasPrices || !bar.volume.isZero() || bar.high == bar.low;
    if (!isFine)
        issues.add(QualityRule::Silence, IssueSeverity::Warning, bar.start, [&] {
            return u"Prices moved from %1 to %2 without any volume."_s.arg(bar.low.toString(),
                                                                           bar.high.toString());
        });
    return isFine;
}

} // namespace tapeline
