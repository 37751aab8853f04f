#pragma once

#include "qty.h"

#include <optional>

namespace tapeline {

/// Where a resting order stands at its price (execution.md B.5).
class QueuePosition
{
public:
    /// A new place: nothing is known until its price is displayed.
    void leave() { m_ahead.reset(); }
    /// What others display at our price now; nothing while that cannot be seen (behind the best).
    void see(std::optional<Qty> displayed)
    {
        if (displayed)
            m_ahead = m_ahead ? std::min(*m_ahead, *displayed) : *displayed;
    }
    /// The market traded past our price: nobody is ahead.
    void clear() { m_ahead = Qty(); }

    /// Prints of `size` at our price; answers with what is left of them for us.
    Qty trade(Qty size)
    {
        if (!m_ahead)
            return {};
        const Qty others = std::min(*m_ahead, size);
        *m_ahead -= others;
        return size - others;
    }

    bool isKnown() const { return m_ahead.has_value(); }
    Qty ahead() const { return m_ahead.value_or(Qty()); }

private:
    std::optional<Qty> m_ahead;
};

} // namespace tapeline
