#include "returnanomalies.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double normalDeviations = 1.4826; // of a normal distribution, one standard deviation
constexpr double farDeviations = 8; // execution.md V-16

/// The least a price of stocks moves by: quiet markets stand still between such steps.
double step(double price)
{
    return price >= 1 ? 0.01 : 0.0001;
}

} // namespace

void ReturnAnomalies::begin()
{
    for (RobustWindow &returns : m_returns)
        returns.clear();
    m_close = m_goodClose = m_step = 0;
}

bool ReturnAnomalies::isFar(const RobustWindow &returns, double change, double price) const
{
    const double least = std::max(step(price), m_step) / price;
    const double deviation = std::max(returns.deviation(), least);
    return std::abs(change - returns.median()) > farDeviations * normalDeviations * deviation;
}

bool ReturnAnomalies::check(const Candle &bar, QDate day, bool isRegular, double factor,
                            IssueList &issues)
{
    const double close = bar.close.toDouble();
    const bool begins = m_isIntraday && (day != m_day || isRegular != m_wasRegular);
    m_day = day;
    m_wasRegular = isRegular;
    RobustWindow &returns = m_returns[isRegular ? 1 : 0];
    if (!bar.hasPrices || close <= 0)
        return false;
    if (const double moved = std::abs(close - m_close); moved > 0 && m_close > 0)
        m_step = m_step > 0 ? std::min(m_step, moved) : moved;
    const double before = m_close * factor;
    const double goodBefore = m_goodClose * factor;
    m_close = close;
    if (before <= 0 || begins) {
        m_goodClose = close;
        return false;
    }
    const double change = close / before - 1;
    // Back where it came from is as good as on from where it went
    const bool isFound = returns.isFull() && isFar(returns, change, close)
        && isFar(returns, close / goodBefore - 1, close);
    m_goodClose = isFound ? goodBefore : close;
    returns.add(change);
    if (isFound)
        issues.add(QualityRule::Return, IssueSeverity::Warning, bar.start, [&] {
            return u"The price went from %1 to %2, far more than in the 200 bars before."_s.arg(
                QString::number(before, 'g', 8), QString::number(close, 'g', 8));
        });
    return isFound;
}

} // namespace tapeline
