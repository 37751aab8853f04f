#include "barvalidator.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A calendar that does not fit shows in so many records at least.
constexpr qint64 fewestOutside = 20;

} // namespace

BarValidator::BarValidator(BarClaims claims, const MarketCalendar &calendar)
    : m_claims(std::move(claims))
    , m_checks(m_claims.assetClass)
    , m_order(m_claims.timeframe, m_claims.assetClass, m_claims.now)
    , m_places(m_claims.timeframe, m_claims.assetClass, calendar)
    , m_coverage(m_claims.timeframe, m_claims.assetClass, calendar)
    , m_splits(m_claims.splits, m_claims.adjusted)
    , m_returns(m_claims.timeframe.isIntraday())
    , m_volumes(m_claims.timeframe.isIntraday())
{
}

void BarValidator::add(const BarRecord &record)
{
    ++m_records;
    BarFaults faults = m_checks.check(record, m_issues);
    faults.isError = m_units.check(record.writtenTime, m_issues);
    if (!faults.isFatal) {
        const BarOrder::Verdict order = m_order.check(record.bar, m_issues);
        faults.isError |= order.faults.isError;
        faults.isWarning |= order.faults.isWarning;
        if (order.isInPlace && !order.faults.isError) {
            const BarFaults more = checkInOrder(record.bar);
            faults.isError |= more.isError;
            faults.isWarning |= more.isWarning;
        }
    }
    m_faulty += faults.isFaulty() ? 1 : 0;
    m_doubtful += faults.isWarning ? 1 : 0;
}

/// The rules that look at the bars before as well.
BarFaults BarValidator::checkInOrder(const Candle &bar)
{
    BarFaults faults;
    m_newest = bar.start;
    checkTradeCount(bar);
    const BarPlace &place = m_places.of(bar.start);
    if (place.isOutside) {
        ++m_outside;
        faults.isWarning = true;
        m_issues.add(QualityRule::Session, IssueSeverity::Warning, bar.start, [&] {
            return place.session ? u"The bar lies outside of all trading hours."_s
                                 : u"The exchange was closed that day."_s;
        });
        return faults;
    }
    if (m_coverage.add(bar, place)) {
        m_returns.begin();
        m_volumes.begin();
        m_flat.begin();
    }
    const SplitJumps::Verdict split = m_splits.check(bar, place.day, m_issues);
    faults.isError = split.isWrong;
    faults.isWarning = m_returns.check(bar, place.day, place.isRegular, split.factor, m_issues);
    if (m_claims.timeframe.unit() != TimeUnit::Second)
        faults.isWarning |= m_volumes.check(bar, bar.start - place.dayStart, m_issues);
    m_flat.check(bar, place.isRegular);
    return faults;
}

void BarValidator::checkTradeCount(const Candle &bar)
{
    m_statesTrades |= bar.tradeCount > 0;
    if (bar.tradeCount == 0 && bar.volume > Qty())
        m_untraded.add(QualityRule::Silence, IssueSeverity::Warning, bar.start,
                       [] { return u"There is volume, and not one trade."_s; });
}

SeriesFindings BarValidator::findings() const
{
    SeriesFindings findings;
    IssueList issues = m_issues;
    const auto addMore = [&](const IssueList &more) {
        for (const QualityIssue &issue : more.issues()) {
            findings.doubtful += issue.count;
            issues.add(issue);
        }
    };
    findings.isLiquid = m_coverage.isLiquid();
    if (m_statesTrades)
        addMore(m_untraded);
    if (findings.isLiquid)
        addMore(m_flat.issues());
    m_coverage.addIssues(issues);
    findings.records = m_records;
    findings.faulty = m_faulty;
    findings.doubtful = std::min(m_records, findings.doubtful + m_doubtful);
    findings.expected = m_coverage.expected();
    findings.present = m_coverage.present();
    findings.failedChecks
        = static_cast<int>(std::min<qint64>(issues.count(QualityRule::Split), 1'000));
    findings.hasBadCalendar = m_outside >= fewestOutside && m_outside * 2 > m_records;
    findings.newest = m_newest;
    findings.issues = issues.issues();
    return findings;
}

} // namespace tapeline
