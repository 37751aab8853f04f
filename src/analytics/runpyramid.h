#pragma once

#include <QtGlobal>

#include <algorithm>
#include <span>
#include <vector>

namespace tapeline {

/// Items and, above them, what every 4, 16, 64, ... of them look like together, so that a million
/// are drawn and fitted at the cost of a few hundred. Appending, replacing and inserting at the
/// front touch one block a level; room at the front grows with the size, so older items are added
/// in amortised constant time.
///
/// Blocks lie at fixed places relative to the items; only growth of the room at the front may move
/// them.
/// @tparam Run  what a run of items looks like: made from one Run::Item, grows by extend() with
///              what lies to its right; Run::nothing() is an item that is not there
template<typename Run> class RunPyramid
{
public:
    using Item = typename Run::Item;
    static constexpr int fanOutBits = 2;

    qsizetype size() const { return qsizetype(m_items.size()) - m_front; }
    bool isEmpty() const { return size() == 0; }

    void clear()
    {
        m_items.clear();
        m_levels.clear();
        m_front = 0;
    }
    /// Room for so many more items at the end.
    void reserve(qsizetype more) { m_items.reserve(m_items.size() + std::size_t(more)); }
    void append(std::span<const Item> items)
    {
        const auto first = qsizetype(m_items.size());
        m_items.resize(m_items.size() + items.size());
        std::copy(items.begin(), items.end(), m_items.begin() + first);
        refresh(first, qsizetype(m_items.size()));
    }
    void prepend(std::span<const Item> items)
    {
        const auto count = qsizetype(items.size());
        if (count > m_front)
            growFront(count);
        m_front -= count;
        std::copy(items.begin(), items.end(), m_items.begin() + m_front);
        refresh(m_front, m_front + count);
    }
    /// In the middle costs a rebuild of everything to the right.
    void insert(qsizetype index, std::span<const Item> items)
    {
        if (index == 0)
            return prepend(items);
        const qsizetype first = index + m_front;
        m_items.insert(m_items.begin() + first, items.begin(), items.end());
        refresh(first, qsizetype(m_items.size()));
    }
    void replace(qsizetype index, const Item &item)
    {
        m_items[std::size_t(index + m_front)] = item;
        refresh(index + m_front, index + m_front + 1);
    }

    const Item &at(qsizetype index) const { return m_items[std::size_t(index + m_front)]; }
    /// All of [first, end) as one; logarithmic. The range is cut to what there is.
    Run over(qsizetype first, qsizetype end) const
    {
        qsizetype at = std::max<qsizetype>(first, 0) + m_front;
        end = std::min<qsizetype>(end, size()) + m_front;
        if (at >= end)
            return {};
        // Left to right, each time by the largest block that starts here and ends within the range
        std::size_t level = levelFor(0, at, end);
        Run whole = run(level, at >> bitsOf(level));
        while ((at += lengthOf(level)) < end) {
            level = levelFor(level, at, end);
            whole.extend(run(level, at >> bitsOf(level)));
        }
        return whole;
    }

    /// The bits of the largest block of at most this many items that a level exists for.
    int blockBits(double atMostItems) const
    {
        std::size_t level = 0;
        while (level < m_levels.size() && double(lengthOf(level + 1)) <= atMostItems)
            ++level;
        return bitsOf(level);
    }
    /// Calls visit(middle, run) for every block of 2^bits items (bits a multiple of fanOutBits)
    /// that holds items of [first, end), left to right; middle is the block's middle as an index,
    /// run what of it lies in the range.
    template<typename Visit>
    void forEachBlock(qsizetype first, qsizetype end, int bits, Visit visit) const
    {
        first = std::max<qsizetype>(first, 0) + m_front;
        end = std::min<qsizetype>(end, size()) + m_front;
        if (first >= end)
            return;
        const auto level = std::size_t(bits / fanOutBits);
        const qsizetype length = lengthOf(level);
        for (qsizetype block = first >> bits; block << bits < end; ++block) {
            const qsizetype begin = block << bits;
            const double middle = double(begin - m_front) + double(length - 1) / 2;
            const bool whole = begin >= first && begin + length <= end;
            visit(middle,
                  whole ? run(level, block)
                        : over(std::max(begin, first) - m_front,
                               std::min(begin + length, end) - m_front));
        }
    }

private:
    static constexpr qsizetype fanOut = qsizetype(1) << fanOutBits;

    static int bitsOf(std::size_t level) { return int(level) * fanOutBits; }
    static qsizetype lengthOf(std::size_t level) { return qsizetype(1) << bitsOf(level); }
    /// The level of the largest block that starts at a place and ends before another.
    std::size_t levelFor(std::size_t level, qsizetype at, qsizetype end) const
    {
        while (level < m_levels.size() && at % lengthOf(level + 1) == 0
               && at + lengthOf(level + 1) <= end)
            ++level;
        while (at + lengthOf(level) > end)
            --level;
        return level;
    }
    Run run(std::size_t level, qsizetype block) const
    {
        return level == 0 ? Run(m_items[std::size_t(block)])
                          : m_levels[level - 1][std::size_t(block)];
    }
    void growFront(qsizetype atLeast)
    {
        const qsizetype more = std::max(atLeast, size() / 2) - m_front;
        m_items.insert(m_items.begin(), std::size_t(more), Run::nothing());
        m_front += more;
        refresh(m_front, qsizetype(m_items.size()));
    }
    /// Recomputes the blocks above [first, end), given as places among the items, front room
    /// included.
    void refresh(qsizetype first, qsizetype end)
    {
        auto below = qsizetype(m_items.size());
        for (std::size_t level = 0; below > 1; ++level) {
            if (level == m_levels.size()) {
                m_levels.emplace_back();
                first = 0; // a new level sums up everything below it
                end = below;
            }
            const qsizetype blocks = (below + fanOut - 1) >> fanOutBits;
            m_levels[level].resize(std::size_t(blocks));
            first >>= fanOutBits;
            end = std::min((end + fanOut - 1) >> fanOutBits, blocks);
            for (qsizetype block = first; block < end; ++block)
                m_levels[level][std::size_t(block)]
                    = fold(level, block << fanOutBits, std::min((block + 1) << fanOutBits, below));
            below = blocks;
        }
    }
    Run fold(std::size_t level, qsizetype first, qsizetype end) const
    {
        Run whole = run(level, first);
        while (++first < end)
            whole.extend(run(level, first));
        return whole;
    }

    std::vector<Item> m_items;
    std::vector<std::vector<Run>> m_levels; ///< [0]: of four items each, and so on
    qsizetype m_front = 0; ///< unused items before the first; all nothing()
};

} // namespace tapeline
