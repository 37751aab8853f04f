#include "sizeunits.h"

#include "easterntime.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Fewer sizes of a day tell nothing.
constexpr qint64 fewestSizes = 100;

} // namespace

SizeUnit liveSizeUnit(Timestamp time)
{
    return easterntime::date(time) < QDate(2025, 11, 3) ? SizeUnit::RoundLots : SizeUnit::Shares;
}

int roundLot(Price price)
{
    return price <= Price::whole(250)   ? 100
        : price <= Price::whole(1'000)  ? 40
        : price <= Price::whole(10'000) ? 10
                                        : 1;
}

void SizeUnits::add(const Quote &quote, qint64 day)
{
    if (day != m_dayNumber) {
        tell(m_day, m_issues);
        m_day = { quote.time };
        m_dayNumber = day;
    }
    if (quote.hasBid())
        addSize(quote.bidSize, quote.bid);
    if (quote.hasAsk())
        addSize(quote.askSize, quote.ask);
}

void SizeUnits::addSize(Qty size, Price price)
{
    ++m_day.sizes;
    m_day.belowLot += size < Qty::whole(roundLot(price)) ? 1 : 0;
    m_day.hundreds += size.units() % Qty::whole(100).units() == 0 ? 1 : 0;
}

bool SizeUnits::isWrong(const Day &day) const
{
    if (day.sizes < fewestSizes)
        return false;
    return claimOf(day) == SizeUnit::Shares ? day.belowLot * 2 > day.sizes
                                            : day.hundreds * 10 > day.sizes * 9;
}

void SizeUnits::tell(const Day &day, IssueList &issues) const
{
    if (!isWrong(day))
        return;
    issues.add(QualityRule::SizeUnit, IssueSeverity::Warning, day.first, [&] {
        return claimOf(day) == SizeUnit::Shares
            ? u"Most sizes of the day are below a round lot: they count lots, not shares."_s
            : u"Most sizes of the day are whole hundreds: they count shares, not lots."_s;
    });
}

void SizeUnits::addIssues(IssueList &issues) const
{
    for (const QualityIssue &issue : m_issues.issues())
        issues.add(issue);
    tell(m_day, issues);
}

} // namespace tapeline
