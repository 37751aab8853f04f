#pragma once

#include "flowprint.h"

#include <array>
#include <bitset>

namespace tapeline {

struct SweepRules
{
    Duration within = 50ms; ///< from the first print to the last
    int prints = 3;
    int placesOrPrices = 2; ///< so many prices, or so many exchanges
};

/// Prints of one side in quick succession, as one order makes when it takes what several venues or
/// prices offer.
struct PrintGroup
{
    quint64 id = 0; ///< above zero; prints of one group share it
    int sign = 0; ///< +1 bought, -1 sold
    Timestamp first {};
    Timestamp last {};
    int prints = 0;
    Qty size;
    Price low;
    Price high;
    int prices = 0; ///< changes of price and one
    int exchanges = 0;
};

/// Groups the prints of one instrument: those of one side within the time from the group's first.
/// Prints of the other side, and unclassified ones, do not end a group.
class SweepGrouper
{
public:
    explicit SweepGrouper(const SweepRules &rules = {})
        : m_rules(rules)
    {
    }

    /// The group the print belongs to, as far as it is known now; null for an unclassified one.
    /// Valid until the next call.
    const PrintGroup *add(const FlowPrint &print, quint16 exchange);
    bool isSweep(const PrintGroup &group) const
    {
        return group.prints >= m_rules.prints
            && (group.prices >= m_rules.placesOrPrices
                || group.exchanges >= m_rules.placesOrPrices);
    }

private:
    struct Open
    {
        PrintGroup group;
        Price lastPrice;
        std::bitset<256> exchanges; ///< by the id's low byte
    };

    void start(Open &open, const FlowPrint &print, int sign);

    SweepRules m_rules;
    std::array<Open, 2> m_open; // sells, buys
    quint64 m_lastId = 0;
};

} // namespace tapeline
