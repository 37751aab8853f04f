#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace tapeline {

/// What one bar, or a run of bars, looks like from afar. A bar without prices has volume only and
/// is empty.
struct OhlcRun
{
    double open = 0;
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    double close = 0;
    double volume = 0; ///< the largest of a single bar

    /// No bar with prices is in it.
    bool isEmpty() const { return high < low; }
    /// Adds what lies to the right.
    void extend(const OhlcRun &later)
    {
        volume = later.volume > volume ? later.volume : volume;
        if (later.isEmpty())
            return;
        if (isEmpty())
            open = later.open;
        high = later.high > high ? later.high : high;
        low = later.low < low ? later.low : low;
        close = later.close;
    }

    friend bool operator==(const OhlcRun &, const OhlcRun &) = default;
};

/// Bars and, above them, what every 4, 16, 64, ... of them look like together, so that a million
/// bars are drawn and fitted at the cost of a few hundred. Appending, replacing and inserting at
/// the front touch one block a level; room at the front grows with the size, so older bars are
/// added in amortised constant time.
///
/// Blocks lie at fixed places relative to the bars; only growth of the room at the front may move
/// them.
class OhlcPyramid
{
public:
    static constexpr int fanOutBits = 2;

    qsizetype size() const { return base().empty() ? 0 : qsizetype(base().size()) - m_front; }
    bool isEmpty() const { return size() == 0; }

    void clear();
    /// Room for so many more bars at the end.
    void reserve(qsizetype more) { base().reserve(base().size() + std::size_t(more)); }
    void append(std::span<const OhlcRun> bars);
    void prepend(std::span<const OhlcRun> bars);
    /// In the middle costs a rebuild of everything to the right.
    void insert(qsizetype index, std::span<const OhlcRun> bars);
    void replace(qsizetype index, const OhlcRun &bar);

    const OhlcRun &at(qsizetype index) const { return base()[std::size_t(index + m_front)]; }
    /// All of [first, end) as one; logarithmic. The range is cut to what there is.
    OhlcRun over(qsizetype first, qsizetype end) const;

    /// The bits of the largest block of at most this many bars that a level exists for.
    int blockBits(double atMostBars) const;
    /// Calls visit(middle, run) for every block of 2^bits bars (bits a multiple of fanOutBits) that
    /// holds bars of [first, end), left to right; middle is the block's middle as an index, run
    /// what of it lies in the range.
    template<typename Visit>
    void forEachBlock(qsizetype first, qsizetype end, int bits, Visit visit) const
    {
        first = std::max<qsizetype>(first, 0) + m_front;
        end = std::min<qsizetype>(end, size()) + m_front;
        if (first >= end)
            return;
        const std::vector<OhlcRun> &level = m_levels[std::size_t(bits / fanOutBits)];
        const qsizetype length = qsizetype(1) << bits;
        for (qsizetype block = first >> bits; block << bits < end; ++block) {
            const qsizetype begin = block << bits;
            const double middle = double(begin - m_front) + double(length - 1) / 2;
            const bool whole = begin >= first && begin + length <= end;
            visit(middle,
                  whole ? level[std::size_t(block)]
                        : over(std::max(begin, first) - m_front,
                               std::min(begin + length, end) - m_front));
        }
    }

private:
    const std::vector<OhlcRun> &base() const { return m_levels.front(); }
    std::vector<OhlcRun> &base() { return m_levels.front(); }
    void growFront(qsizetype atLeast);
    /// Recomputes the blocks above [first, end), given as places in the base, front room included.
    void refresh(qsizetype first, qsizetype end);

    std::vector<std::vector<OhlcRun>> m_levels { 1 };
    qsizetype m_front = 0; ///< unused records before the first bar; always empty ones
};

} // namespace tapeline
