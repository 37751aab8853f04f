#include "ohlcpyramid.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr int bits = OhlcPyramid::fanOutBits;
constexpr qsizetype fanOut = qsizetype(1) << bits;

OhlcRun fold(std::span<const OhlcRun> runs)
{
    OhlcRun whole = runs.front();
    for (const OhlcRun &run : runs.subspan(1))
        whole.extend(run);
    return whole;
}

} // namespace

void OhlcPyramid::clear()
{
    m_levels.assign(1, {});
    m_front = 0;
}

void OhlcPyramid::append(std::span<const OhlcRun> bars)
{
    const auto first = qsizetype(base().size());
    base().insert(base().end(), bars.begin(), bars.end());
    refresh(first, qsizetype(base().size()));
}

void OhlcPyramid::prepend(std::span<const OhlcRun> bars)
{
    const auto count = qsizetype(bars.size());
    if (count > m_front)
        growFront(count);
    m_front -= count;
    std::copy(bars.begin(), bars.end(), base().begin() + m_front);
    refresh(m_front, m_front + count);
}

void OhlcPyramid::insert(qsizetype index, std::span<const OhlcRun> bars)
{
    if (index == 0)
        return prepend(bars);
    const qsizetype first = index + m_front;
    base().insert(base().begin() + first, bars.begin(), bars.end());
    refresh(first, qsizetype(base().size()));
}

void OhlcPyramid::replace(qsizetype index, const OhlcRun &bar)
{
    base()[std::size_t(index + m_front)] = bar;
    refresh(index + m_front, index + m_front + 1);
}

OhlcRun OhlcPyramid::over(qsizetype first, qsizetype end) const
{
    qsizetype at = std::max<qsizetype>(first, 0) + m_front;
    end = std::min<qsizetype>(end, size()) + m_front;
    OhlcRun whole;
    // Left to right, each time by the largest block that starts here and ends within the range
    std::size_t level = 0;
    while (at < end) {
        const auto length = [&](std::size_t l) { return qsizetype(1) << (int(l) * bits); };
        while (level + 1 < m_levels.size() && at % length(level + 1) == 0
               && at + length(level + 1) <= end)
            ++level;
        while (at + length(level) > end)
            --level;
        whole.extend(m_levels[level][std::size_t(at >> (int(level) * bits))]);
        at += length(level);
    }
    return whole;
}

int OhlcPyramid::blockBits(double atMostBars) const
{
    int result = 0;
    while (result / bits + 1 < int(m_levels.size())
           && double(qsizetype(1) << (result + bits)) <= atMostBars)
        result += bits;
    return result;
}

void OhlcPyramid::growFront(qsizetype atLeast)
{
    const qsizetype more = std::max(atLeast, size() / 2) - m_front;
    base().insert(base().begin(), std::size_t(more), OhlcRun());
    m_front += more;
    refresh(m_front, qsizetype(base().size()));
}

void OhlcPyramid::refresh(qsizetype first, qsizetype end)
{
    for (std::size_t level = 0; qsizetype(m_levels[level].size()) > 1; ++level) {
        const qsizetype blocks = (qsizetype(m_levels[level].size()) + fanOut - 1) >> bits;
        if (level + 1 == m_levels.size()) {
            m_levels.emplace_back();
            first = 0; // a new level sums up everything below it
            end = qsizetype(m_levels[level].size());
        }
        std::vector<OhlcRun> &above = m_levels[level + 1];
        const std::span<const OhlcRun> below = m_levels[level];
        above.resize(std::size_t(blocks));
        first >>= bits;
        end = std::min((end + fanOut - 1) >> bits, blocks);
        for (qsizetype block = first; block < end; ++block) {
            const auto begin = std::size_t(block << bits);
            above[std::size_t(block)]
                = fold(below.subspan(begin, std::min<std::size_t>(fanOut, below.size() - begin)));
        }
    }
}

} // namespace tapeline
