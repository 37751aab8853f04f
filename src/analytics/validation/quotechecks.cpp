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

QuoteChecks::Verdict QuoteChecks::check(const Quote &quote, Price lastPrice, bool isRegular,
                                        IssueList &issues)
{
    Verdict verdict;
    verdict.isPossible = isPossible(quote, issues);
    verdict.faults.isError = !verdict.isPossible;
    if (!verdict.isPossible)
        return verdict;
    verdict.faults.isWarning = !checkCrossed(quote, issues);
    const double last = lastPrice.toDouble();
    verdict.isFar = isRegular && quote.isTwoSided() && last > 0
        && std::abs(midOf(quote) - last) > farFromLast * last;
    if (!verdict.isFar) {
        verdict.faults.isWarning |= !checkSpread(quote, issues);
        return verdict;
    }
    verdict.faults.isError = true;
    issues.add(QualityRule::Quote, IssueSeverity::Error, quote.time, [&] {
        return u"The quote %1 is more than 20 % away from the last trade."_s.arg(quoteText(quote));
    });
    return verdict;
}

void QuoteChecks::beginDay()
{
    m_crossedSince.reset();
    m_crossTold = false;
}

/// A price of 0 is a side without a quote, unless it has a size.
bool QuoteChecks::isPossible(const Quote &quote, IssueList &issues) const
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
    if (quote.isTwoSided() && quote.bid.toDouble() > impossibleBid * quote.ask.toDouble())
        return fail(u"The bid of the quote %1 is far above its ask."_s);
    return true;
}

bool QuoteChecks::checkSpread(const Quote &quote, IssueList &issues) const
{
    if (!quote.isTwoSided()
        || quote.ask.toDouble() - quote.bid.toDouble() <= wideSpread * midOf(quote))
        return true;
    issues.add(QualityRule::Spread, IssueSeverity::Warning, quote.time, [&] {
        return u"The spread of %1 is more than a fifth of the price."_s.arg(quoteText(quote));
    });
    return false;
}

/// Told once for as long as it lasts, by the first quote that comes after more than a second of it,
/// which may be the one that ends it.
bool QuoteChecks::checkCrossed(const Quote &quote, IssueList &issues)
{
    const bool isCrossed = quote.isTwoSided() && quote.bid > quote.ask;
    const bool isFound
        = m_crossedSince && !m_crossTold && quote.time - *m_crossedSince > crossedFor;
    if (isFound)
        issues.add(QualityRule::Spread, IssueSeverity::Warning, *m_crossedSince,
                   [] { return u"The market is crossed for more than a second."_s; });
    m_crossTold = isCrossed && (m_crossTold || isFound);
    if (!isCrossed)
        m_crossedSince.reset();
    else if (!m_crossedSince)
        m_crossedSince = quote.time;
    return !isFound;
}

} // namespace tapeline
