#pragma once

#include "openorder.h"
#include "optionneed.h"

#include <span>
#include <vector>

namespace tapeline {

/// Each figure at its worst.
struct WorstNeed
{
    Money requirement;
    Money naked; ///< the part of it that nothing covers
    Money bound; ///< with what longs cost that have no loan value
};

/// The most that everything on one underlying can come to bind, whichever of its open orders fill
/// and whichever do not, in any order: longs may be gone or not there yet, shorts may be bought
/// back, shares may come and go. Legs of a package come together. What purchases cost is not in it.
class WorstCase
{
public:
    explicit WorstCase(const OptionGroup &held)
        : m_held(held)
        , m_cover(held.shares)
        , m_bought(held.shares)
        , m_sold(held.shares)
    {
    }

    void add(const OpenOrder &order);
    WorstNeed need() const;

private:
    struct Scenario
    {
        OptionGroup group;
        Money kept {}; ///< what sales bring, less what is paid for purchases
        std::vector<Qty> exits {}; ///< what is left of those that are filled
    };
    struct Bound
    {
        OptionNeed need;
        Money paid; ///< and kept
    };

    void addShares(const OpenOrder &order);
    std::vector<Qty> shareCounts() const;
    static void fill(Scenario &scenario, const OpenOrder &order);
    void fillExits(Scenario &scenario) const;
    WorstNeed withChoices(const Scenario &scenario, std::span<const OpenOrder *const> choices,
                          std::size_t inFull) const;
    WorstNeed withRest(const Scenario &scenario, std::span<const OpenOrder *const> rest) const;
    Bound boundOf(Scenario scenario) const;

    const OptionGroup &m_held;
    Qty m_cover; ///< shares that stay when what closes them fills
    Qty m_bought; ///< shares when all purchases fill
    Qty m_sold; ///< shares when all sales fill
    std::vector<const OpenOrder *> m_packages;
    std::vector<const OpenOrder *> m_sales;
    std::vector<const OpenOrder *> m_purchases;
    std::vector<const OpenOrder *> m_exits; ///< sales that never go below 0
};

} // namespace tapeline
