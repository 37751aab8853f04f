#include "strictfills.h"

namespace tapeline {

using namespace ledgermath;

void StrictFills::add(bool opens, Price price, Qty qty, std::optional<Qty> strict)
{
    if (!strict) {
        m_isUnknown = true;
        return;
    }
    (opens ? m_opened : m_closed) += qty;
    if (*strict > Qty())
        (opens ? m_strictOpened : m_strictClosed).add(price, *strict);
}

std::optional<Money> StrictFills::net(Money gross, Money fees, int direction,
                                      qint64 multiplier) const
{
    if (m_isUnknown)
        return {};
    const Qty opened = m_strictOpened.qty();
    const Qty closed = m_strictClosed.qty();
    if (opened.isZero())
        return Money();
    if (opened >= m_opened && closed >= m_closed)
        return gross - fees;
    if (m_isMixed || closed < opened)
        return {};
    const Price gain = *m_strictClosed.mean() - *m_strictOpened.mean();
    const Money strictGross = worth(direction > 0 ? gain : -gain, opened, multiplier);
    return strictGross - share(fees, opened, m_opened);
}

} // namespace tapeline
