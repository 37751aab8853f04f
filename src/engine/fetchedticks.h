#pragma once

#include "marketevent.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace tapeline {

/// Ticks that came in pages, in the order of time. Pages are never moved or joined.
template<typename Tick> class TickPages
{
public:
    /// A page older than all before, newest first as it was asked for.
    void addOlder(std::vector<Tick> &&newestFirst)
    {
        if (newestFirst.empty())
            return;
        std::ranges::reverse(newestFirst);
        m_pages.push_front(std::move(newestFirst));
    }
    bool isEmpty() const { return m_pages.empty(); }
    /// There is one.
    const Tick &oldest() const { return m_pages.front().front(); }

    /// Goes through pages, oldest first, that outlive it and do not grow meanwhile.
    class Reader
    {
    public:
        explicit Reader(const TickPages &pages)
            : m_pages(&pages.m_pages)
        {
        }
        /// Null at the end.
        const Tick *next() const
        {
            return m_page < m_pages->size() ? &(*m_pages)[m_page][m_index] : nullptr;
        }
        void pass()
        {
            if (++m_index < (*m_pages)[m_page].size())
                return;
            ++m_page;
            m_index = 0;
        }

    private:
        const std::deque<std::vector<Tick>> *m_pages;
        std::size_t m_page = 0;
        std::size_t m_index = 0;
    };

private:
    std::deque<std::vector<Tick>> m_pages;
};

/// Trades and quotes of one symbol that were fetched.
struct FetchedTicks
{
    TickPages<Trade> trades;
    TickPages<Quote> quotes;
    Timestamp from {}; ///< nothing is missing from here on
    Timestamp until {}; ///< to before here; later ones may be there and do not count
};

} // namespace tapeline
