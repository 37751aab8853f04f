#include "quotechecks.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double farFromLast = 0.2; // execution.md V-13
constexpr double impossibleBid = 1.5; // times the ask
constexpr double wideSpread = 0.2; // of the mid, V-14
constexpr Duration crossedFor = 1s;

QString quoteText(const Quote &quote)
{
    return quote.bid.toString() + u" x "_s + quote.ask.toString();
}

double midOf(const Quote &quote)
{
    return (quote.bid.toDouble() + quote.ask.toDouble()) / 2;
}

} // namespace

BarFaults QuoteChecks::check(const Quote &quote, Price lastPrice, bool isRegular, IssueList &issues)
{
    BarFaults faults;
    faults.isError = !checkSides(quote, lastPrice, isRegular, issues);
    if (faults.isError)
        return faults;
    faults.isWarning = !checkCrossed(quote, issues);
    if (!quote.isTwoSided()
        || quote.ask.toDouble() - quote.bid.toDouble() <= wideSpread * midOf(quote))
        return faults;
    faults.isWarning = true;
    issues.add(QualityRule::Spread, IssueSeverity::Warning, quote.time, [&] {
        return u"The spread of %1 is more than a fifth of the price."_s.arg(quoteText(quote));
    });
    return faults;
}

/// A price of 0 is a side without a quote, unless it has a size.
bool QuoteChecks::checkSides(const Quote &quote, Price lastPrice, bool isRegular,
                             IssueList &issues) const
{
    const auto fail = [&](const QString &reason) {
        issues.add(QualityRule::Quote, IssueSeverity::Error, quote.time,
                   [&] { return reason.arg(quoteText(quote)); });
        return false;
    };
    if (quote.bid < Price() || quote.ask < Price() || quote.bidSize < Qty()
        || quote.askSize < Qty())
        return fail(u"The quote %1 has a price or size below 0."_s);
    if (quote.ask.isZero() && !quote.askSize.isZero())
        return fail(u"The quote %1 offers shares for nothing."_s);
    if (!quote.isTwoSided())
        return true;
    if (quote.bid.toDouble() > impossibleBid * quote.ask.toDouble())
        return fail(u"The bid of the quote %1 is far above its ask."_s);
    const double last = lastPrice.toDouble();
    if (isRegular && last > 0 && std::abs(midOf(quote) - last) > farFromLast * last)
        return fail(u"The quote %1 is more than 20 % away from the last trade."_s);
    return true;
}

/// Told once for as long as it lasts, by the first quote that finds it so after a second.
bool QuoteChecks::checkCrossed(const Quote &quote, IssueList &issues)
{
    if (!quote.isTwoSided() || quote.bid <= quote.ask) {
        m_crossedSince.reset();
        m_crossTold = false;
        return true;
    }
    if (!m_crossedSince)
        m_crossedSince = quote.time;
    if (m_crossTold || quote.time - *m_crossedSince <= crossedFor)
        return true;
    m_crossTold = true;
    issues.add(QualityRule::Spread, IssueSeverity::Warning, *m_crossedSince, [&] {
        return u"The market is crossed (%1) for more than a second."_s.arg(quoteText(quote));
    });
    return false;
}

} // namespace tapeline
