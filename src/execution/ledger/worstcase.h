#pragma once

#include "openorder.h"
#include "optionneed.h"

namespace tapeline {

/// The most that everything on one underlying can come to bind, whichever of its open orders fill:
/// what they sell is gone, what they buy is not there yet. Legs of a package come together.
class WorstCase
{
public:
    explicit WorstCase(const OptionGroup &held)
        : m_held(held)
        , m_cover(held.shares)
    {
    }

    void add(const OpenOrder &order);
    /// Each figure at its worst.
    OptionNeed need() const;

private:
    void addShares(Qty qty);
    OptionNeed withPackages(const OptionGroup &group, std::size_t from) const;
    OptionNeed withExits(OptionGroup group) const;

    const OptionGroup &m_held;
    Qty m_cover; ///< shares of the underlying that stay
    std::vector<const OpenOrder *> m_sales;
    std::vector<const OpenOrder *> m_exits; ///< sales that never go below 0
    std::vector<const OpenOrder *> m_packages;
};

} // namespace tapeline
