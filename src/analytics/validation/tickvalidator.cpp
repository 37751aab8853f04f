#include "tickvalidator.h"

#include "easterntime.h"
#include "offmarket.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// So many trades far from the quote, each as near to the one before, make a price.
constexpr int agreeingTrades = 3;
constexpr double agreementSlack = 0.02;

} // namespace

TickValidator::TickValidator(const TickClaims &claims, const MarketCalendar &calendar)
    : m_claims(claims)
    , m_sessions(calendar)
    , m_latency(claims.isDelayed)
    , m_sizes(claims.sizeUnit)
{
}

/// A record comes: the faults of the one before are complete.
void TickValidator::begin(Timestamp time)
{
    m_faulty += m_current.isFaulty() ? 1 : 0;
    m_doubtful += m_current.isWarning ? 1 : 0;
    m_current = {};
    ++m_records;
    m_newest = std::max(m_newest, time);
    m_current.isError = m_silence.check(time, isRegular(time), m_issues);
}

void TickValidator::addWrittenTime(qint64 value)
{
    TimeUnits &units = m_isTrade ? m_tradeUnits : m_quoteUnits;
    m_current.isError |= units.check(value, m_issues);
}

qint64 TickValidator::dayOf(Timestamp time) const
{
    return easterntime::date(time).toJulianDay();
}

bool TickValidator::isRegular(Timestamp time)
{
    return tradingHours(m_claims.assetClass) != TradingHours::Exchange
        || m_sessions.isRegular(time);
}

void TickValidator::add(const Trade &trade)
{
    begin(trade.time);
    m_isTrade = true;
    m_current.isError
        |= m_tradeSequence.check(trade.sequence, trade.time, dayOf(trade.time), m_issues);
    const TradeUpdate update = m_claims.assetClass == AssetClass::Stocks
        ? tradeUpdate(trade.conditions, isRegular(trade.time))
        : TradeUpdate();
    if (!update.last && !update.highLow)
        return; // may be anywhere
    if (isFarOff(trade.price)) {
        addFarOff(trade, update);
        return;
    }
    m_farTrades = 0;
    if (update.last && update.highLow)
        m_last = trade.price;
}

/// V-15. After a jump the old quote or the new one is wrong: not what is near one of them.
bool TickValidator::isFarOff(Price price) const
{
    bool isJudged = false;
    for (const std::optional<Quote> &quote : { m_quote, m_farQuote }) {
        if (!quote || !quote->isTwoSided())
            continue;
        isJudged = true;
        if (!isOffMarket(price, quote->bid, quote->ask))
            return false;
    }
    return isJudged;
}

/// Several that agree are the market all the same, and the quote is what lags.
void TickValidator::addFarOff(const Trade &trade, TradeUpdate update)
{
    m_current.isWarning = true;
    m_issues.add(QualityRule::OffMarket, IssueSeverity::Warning, trade.time, [&] {
        const Quote &quote = m_quote && m_quote->isTwoSided() ? *m_quote : *m_farQuote;
        return u"The price %1 is far from the quote %2 x %3."_s.arg(
            trade.price.toString(), quote.bid.toString(), quote.ask.toString());
    });
    const double agreed = m_farPrice.toDouble();
    const bool agrees
        = m_farTrades > 0 && std::abs(trade.price.toDouble() - agreed) <= agreementSlack * agreed;
    m_farTrades = agrees ? m_farTrades + 1 : 1;
    m_farPrice = trade.price;
    if (m_farTrades >= agreeingTrades && update.last && update.highLow)
        m_last = trade.price;
}

void TickValidator::add(const Quote &quote)
{
    begin(quote.time);
    m_isTrade = false;
    const qint64 day = dayOf(quote.time);
    if (day != m_quoteDay)
        m_quotes.beginDay();
    m_quoteDay = day;
    m_current.isError |= m_quoteSequence.check(quote.sequence, quote.time, day, m_issues);
    const QuoteChecks::Verdict verdict
        = m_quotes.check(quote, m_last, isRegular(quote.time), m_issues);
    m_current.isError |= verdict.faults.isError;
    m_current.isWarning |= verdict.faults.isWarning;
    if (m_claims.assetClass == AssetClass::Stocks)
        m_sizes.add(quote, day);
    if (!verdict.isPossible)
        return;
    m_farQuote.reset();
    (verdict.isFar ? m_farQuote : m_quote) = quote;
}

SeriesFindings TickValidator::findings() const
{
    SeriesFindings findings;
    IssueList issues = m_issues;
    m_sizes.addIssues(issues);
    m_latency.addIssues(issues);
    findings.records = m_records;
    findings.faulty = m_faulty + (m_current.isFaulty() ? 1 : 0);
    findings.doubtful = m_doubtful + (m_current.isWarning ? 1 : 0);
    findings.failedChecks = static_cast<int>(issues.count(QualityRule::SizeUnit)
                                             + issues.count(QualityRule::Latency));
    findings.newest = m_newest;
    findings.issues = issues.issues();
    return findings;
}

} // namespace tapeline
