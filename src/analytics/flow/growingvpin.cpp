#include "growingvpin.h"

#include "wideinteger.h"
#include "widesum.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

void GrowingVpin::add(const FlowPrint &print)
{
    if (print.side == FlowSide::None || print.size <= Qty() || !m_bound.admit(print.size))
        return;
    Bucket rest { print.buy(), print.sell() };
    if (m_size.isZero())
        begin(rest.volume());
    // A trade that would fill more than all of them tells nothing in buckets of this size
    while (rest.volume().parts() / m_size.parts() >= qint64(buckets))
        joinPairs();
    ++m_trades;
    while (!rest.volume().isZero())
        fill(rest);
}

/// The first trade is a bucket.
void GrowingVpin::begin(QuarterQty volume)
{
    m_size = volume;
    m_full.reserve(2 * buckets);
}

/// As much of the rest as there is room for, of both sides in their proportion.
void GrowingVpin::fill(Bucket &rest)
{
    const QuarterQty room = m_size - m_filling.volume();
    const QuarterQty part = std::min(room, rest.volume());
    const QuarterQty bought = QuarterQty::fromParts(
        multiplyDivide(rest.buy.parts(), part.parts(), rest.volume().parts()).value_or(0));
    m_filling.buy += bought;
    m_filling.sell += part - bought;
    rest.buy -= bought;
    rest.sell -= part - bought;
    if (part != room)
        return;
    m_full.push_back(std::exchange(m_filling, {}));
    if (m_full.size() == 2 * buckets)
        joinPairs();
}

/// An odd one begins what is filling.
void GrowingVpin::joinPairs()
{
    const std::size_t pairs = m_full.size() / 2;
    if (m_full.size() % 2 == 1) {
        m_filling.buy += m_full.back().buy;
        m_filling.sell += m_full.back().sell;
    }
    for (std::size_t i = 0; i < pairs; ++i)
        m_full[i] = { m_full[2 * i].buy + m_full[2 * i + 1].buy,
                      m_full[2 * i].sell + m_full[2 * i + 1].sell };
    m_full.resize(pairs);
    m_size += m_size;
}

std::optional<double> GrowingVpin::value() const
{
    if (m_full.size() < buckets || m_trades < tradesPerBucket * qint64(m_full.size()))
        return std::nullopt;
    WideSum sum;
    for (std::size_t i = m_full.size() - buckets; i < m_full.size(); ++i)
        sum += WideSum(std::abs((m_full[i].buy - m_full[i].sell).parts()));
    return sum.toDouble() / (double(buckets) * static_cast<double>(m_size.parts()));
}

} // namespace tapeline
