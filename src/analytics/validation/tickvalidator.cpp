#include "tickvalidator.h"

#include "easterntime.h"
#include "offmarket.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

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
    m_current.isError |= m_units.check(value, m_issues);
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
    m_current.isError
        |= m_tradeSequence.check(trade.sequence, trade.time, dayOf(trade.time), m_issues);
    const TradeUpdate update = m_claims.assetClass == AssetClass::Stocks
        ? tradeUpdate(trade.conditions, isRegular(trade.time))
        : TradeUpdate();
    if (isFarOff(trade, update)) {
        m_current.isWarning = true;
        m_issues.add(QualityRule::OffMarket, IssueSeverity::Warning, trade.time, [&] {
            return u"The price %1 is far from the quote %2 x %3."_s.arg(
                trade.price.toString(), m_quote->bid.toString(), m_quote->ask.toString());
        });
    } else if (update.last && update.highLow) {
        m_last = trade.price;
    }
}

/// V-15: of what its conditions let set a price.
bool TickValidator::isFarOff(const Trade &trade, TradeUpdate update) const
{
    return (update.last || update.highLow) && m_quote && m_quote->isTwoSided()
        && isOffMarket(trade.price, m_quote->bid, m_quote->ask);
}

void TickValidator::add(const Quote &quote)
{
    begin(quote.time);
    const qint64 day = dayOf(quote.time);
    m_current.isError |= m_quoteSequence.check(quote.sequence, quote.time, day, m_issues);
    const BarFaults faults = m_quotes.check(quote, m_last, isRegular(quote.time), m_issues);
    m_current.isError |= faults.isError;
    m_current.isWarning |= faults.isWarning;
    if (m_claims.assetClass == AssetClass::Stocks)
        m_sizes.add(quote, day);
    if (!faults.isError)
        m_quote = quote;
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
