#include "barvalidator.h"

#include "easterntime.h"

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
        if (order.isInPlace && !order.faults.isError)
            checkInOrder(record.bar, faults);
    }
    m_faulty += faults.isFaulty() ? 1 : 0;
    m_doubtful += faults.isWarning ? 1 : 0;
}

/// The rules that look at the bars before as well.
void BarValidator::checkInOrder(const Candle &bar, BarFaults &faults)
{
    m_newest = bar.start;
    const bool isUntraded = checkTradeCount(bar);
    const BarPlace &place = m_places.of(bar.start);
    if (place.isOutside) {
        ++m_outside;
        faults.isWarning = true;
        m_issues.add(QualityRule::Session, IssueSeverity::Warning, bar.start, [&] {
            return place.session ? u"The bar lies outside of all trading hours."_s
                                 : u"The exchange was closed that day."_s;
        });
        return;
    }
    if (m_coverage.add(bar, place)) {
        m_returns.begin();
        m_volumes.begin();
        m_flat.begin();
    }
    const SplitJumps::Verdict split = m_splits.check(bar, place.day, lastDay(bar, place), m_issues);
    faults.isError |= split.isWrong;
    faults.isWarning |= m_returns.check(bar, place.day, place.isRegular, split.factor, m_issues);
    const bool isOfSeconds = m_claims.timeframe.unit() == TimeUnit::Second;
    if (!isOfSeconds)
        faults.isWarning |= m_volumes.check(bar, bar.start - place.dayStart, m_issues);
    m_untradedOnly += isUntraded && !faults.isWarning ? 1 : 0;
    if (!isOfSeconds)
        checkFlat(bar, place, !faults.isWarning, isUntraded);
}

/// An evening and the next morning are no stretch.
void BarValidator::checkFlat(const Candle &bar, const BarPlace &place, bool isSound,
                             bool isUntraded)
{
    if (m_claims.timeframe.isIntraday() && place.day != m_day)
        m_flat.begin();
    m_day = place.day;
    m_flat.check(bar, place.isRegular, { isSound ? 1 : 0, isSound && isUntraded ? 1 : 0 });
}

/// A split on any day of a long bar shows in that bar.
QDate BarValidator::lastDay(const Candle &bar, const BarPlace &place) const
{
    const Timeframe timeframe = m_claims.timeframe;
    if (timeframe.isIntraday() || timeframe == Timeframe(1, TimeUnit::Day))
        return place.day;
    return easterntime::date(timeframe.nextWindow(bar.start, m_claims.assetClass)).addDays(-1);
}

/// True of volume without a trade.
bool BarValidator::checkTradeCount(const Candle &bar)
{
    m_statesTrades |= bar.tradeCount > 0;
    const bool isUntraded = bar.tradeCount == 0 && bar.volume > Qty();
    if (isUntraded)
        m_untraded.add(QualityRule::Silence, IssueSeverity::Warning, bar.start,
                       [] { return u"There is volume, and not one trade."_s; });
    return isUntraded;
}

/// Records with a warning, each once. Two rules are known to count only when all bars were seen.
qint64 BarValidator::doubtful() const
{
    const FlatLines::Sound &flat = m_flat.sound();
    qint64 sum = m_doubtful + (m_statesTrades ? m_untradedOnly : 0);
    if (m_coverage.isLiquid())
        sum += flat.bars - (m_statesTrades ? flat.untraded : 0);
    return sum;
}

SeriesFindings BarValidator::findings() const
{
    SeriesFindings findings;
    IssueList issues = m_issues;
    const auto addMore = [&issues](const IssueList &more) {
        for (const QualityIssue &issue : more.issues())
            issues.add(issue);
    };
    findings.isLiquid = m_coverage.isLiquid();
    if (m_statesTrades)
        addMore(m_untraded);
    if (findings.isLiquid)
        addMore(m_flat.issues());
    m_coverage.addIssues(issues);
    findings.records = m_records;
    findings.faulty = m_faulty;
    findings.doubtful = doubtful();
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
