#include "vpin.h"

#include "wideinteger.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

QuarterQty magnitude(QuarterQty quantity)
{
    return quantity < QuarterQty() ? -quantity : quantity;
}

/// `part` of `whole`, taken from both sides in their proportion, to the unit.
QuarterQty shareOf(QuarterQty side, QuarterQty part, QuarterQty whole)
{
    return QuarterQty::fromParts(
        multiplyDivide(side.parts(), part.parts(), whole.parts()).value_or(0));
}

} // namespace

Vpin::Vpin(const VpinOptions &options)
    : m_size(
        QuarterQty::fromParts(4 * std::clamp<qint64>(options.bucket.units(), 1, splitLimit / 4)))
    , m_wanted(static_cast<std::size_t>(std::max(options.buckets, 1)))
{
    m_imbalances.reserve(m_wanted);
}

void Vpin::addBulk(Qty volume, double buyShare)
{
    if (volume <= Qty() || volume.units() > splitLimit / 4)
        return;
    const QuarterQty all = QuarterQty::fromQty(volume);
    const double share = std::clamp(buyShare, 0.0, 1.0);
    const qint64 buy = std::llround(share * static_cast<double>(all.parts()));
    const QuarterQty bought = std::min(QuarterQty::fromParts(buy), all);
    add(bought, all - bought);
}

void Vpin::add(QuarterQty buy, QuarterQty sell)
{
    skip(buy, sell);
    while (buy > QuarterQty() || sell > QuarterQty())
        fill(buy, sell);
}

/// Leaves out whole buckets that would be gone again at the end of a trade of many.
void Vpin::skip(QuarterQty &buy, QuarterQty &sell)
{
    const qint64 buckets = (buy + sell).parts() / m_size.parts();
    const qint64 needless = buckets - static_cast<qint64>(m_wanted) - 1;
    if (needless <= 0)
        return;
    const QuarterQty part = QuarterQty::fromParts(needless * m_size.parts());
    const QuarterQty bought = shareOf(buy, part, buy + sell);
    buy -= bought;
    sell -= part - bought;
    m_full += needless;
}

void Vpin::fill(QuarterQty &buy, QuarterQty &sell)
{
    const QuarterQty room = m_size - m_buy - m_sell;
    const QuarterQty part = std::min(room, buy + sell);
    const QuarterQty bought = shareOf(buy, part, buy + sell);
    m_buy += bought;
    m_sell += part - bought;
    buy -= bought;
    sell -= part - bought;
    if (part == room)
        close();
}

void Vpin::close()
{
    const QuarterQty imbalance = magnitude(m_buy - m_sell);
    m_buy = m_sell = QuarterQty();
    ++m_full;
    m_sum += WideSum(imbalance.parts());
    if (!isReady()) {
        m_imbalances.push_back(imbalance);
        return;
    }
    m_sum -= WideSum(m_imbalances[m_oldest].parts());
    m_imbalances[m_oldest] = imbalance;
    m_oldest = m_oldest + 1 == m_imbalances.size() ? 0 : m_oldest + 1;
}

std::optional<double> Vpin::value() const
{
    if (m_imbalances.empty())
        return std::nullopt;
    const auto size = static_cast<double>(m_size.parts());
    return m_sum.toDouble() / (static_cast<double>(m_imbalances.size()) * size);
}

} // namespace tapeline
