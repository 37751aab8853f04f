#include "ruleagreement.h"

#include <algorithm>

namespace tapeline {

namespace {

/// The verdict of a rule in a combination: -1, 0 or 1.
int verdict(int combination, int rule)
{
    for (; rule > 0; --rule)
        combination /= 3;
    return combination % 3 - 1;
}

double share(qint64 part, qint64 whole, double otherwise)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : otherwise;
}

} // namespace

RuleAgreement::RuleAgreement()
    : m_counts(combinations)
{
}

void RuleAgreement::add(const RuleSides &sides, Qty size)
{
    if (!m_bound.admit(size))
        return;
    int combination = 0;
    bool buys = false;
    bool sells = false;
    for (std::size_t rule = sides.size(); rule-- > 0;) {
        const int sign = signOf(sides[rule]);
        combination = 3 * combination + sign + 1;
        buys |= sign > 0;
        sells |= sign < 0;
        m_cvd[rule] += deltaOf(sides[rule], size);
        m_unclassified[rule] += sides[rule] == FlowSide::None ? size.units() : 0;
    }
    ++m_counts[static_cast<std::size_t>(combination)];
    ++m_trades;
    m_unanimous += buys && sells ? 0 : 1;
}

void RuleAgreement::reset()
{
    std::ranges::fill(m_counts, 0);
    m_cvd = {};
    m_unclassified = {};
    m_bound = {};
    m_trades = m_unanimous = 0;
}

double RuleAgreement::agreement(ClassifierRule a, ClassifierRule b) const
{
    qint64 both = 0;
    qint64 alike = 0;
    for (int combination = 0; combination < combinations; ++combination) {
        const int product
            = verdict(combination, static_cast<int>(a)) * verdict(combination, static_cast<int>(b));
        const qint64 count = m_counts[static_cast<std::size_t>(combination)];
        both += product != 0 ? count : 0;
        alike += product > 0 ? count : 0;
    }
    return share(alike, both, 1);
}

double RuleAgreement::unanimous() const
{
    return share(m_unanimous, m_trades, 1);
}

double RuleAgreement::unclassifiedShare(ClassifierRule rule) const
{
    qint64 count = 0;
    for (int combination = 0; combination < combinations; ++combination)
        if (verdict(combination, static_cast<int>(rule)) == 0)
            count += m_counts[static_cast<std::size_t>(combination)];
    return share(count, m_trades, 0);
}

Qty RuleAgreement::unclassifiedVolume(ClassifierRule rule) const
{
    return Qty::fromUnits(m_unclassified[static_cast<std::size_t>(rule)]);
}

} // namespace tapeline
