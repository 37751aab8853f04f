#pragma once

#include "openorder.h"
#include "optionneed.h"

namespace tapeline {

/// Each figure at its worst.
struct WorstNeed
{
    Money requirement;
    Money naked; ///< the part of it that nothing covers
    Money bound; ///< with what longs cost that have no loan value
};

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
    WorstNeed need() const;

private:
    struct Scenario
    {
        OptionGroup group;
        Money kept; ///< what sales would bring: it counts once they are filled
        bool isSold = false; ///< sales are filled
    };

    void addShares(Qty qty);
    WorstNeed withPackages(const Scenario &scenario, std::size_t from) const;
    WorstNeed withExits(Scenario scenario) const;

    const OptionGroup &m_held;
    Qty m_cover; ///< shares of the underlying that stay
    std::vector<const OpenOrder *> m_sales;
    std::vector<const OpenOrder *> m_exits; ///< sales that never go below 0
    std::vector<const OpenOrder *> m_packages;
};

} // namespace tapeline
