#pragma once

#include "flowprint.h"

#include <array>
#include <bitset>
#include <vector>

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

/// Groups the prints of one instrument: those of one side within the time from the group's first. A
/// group that is no sweep leaves its oldest prints behind when a later one would not be within the
/// time of them: it keeps its id and is made of its newest `prints`. A sweep ends instead. Prints
/// of the other side, and unclassified ones, do not end a group.
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
    /// What prints in a row come to.
    struct Tally
    {
        PrintGroup group; ///< without id, sign and exchanges
        Price firstPrice;
        Price lastPrice;
        std::bitset<256> exchanges; ///< by the id's low byte
    };
    /// Prints come at one end and go at the other, each at the same cost however many there are.
    struct Open
    {
        static constexpr std::size_t usualPrints = 32; ///< more must be allocated

        Open();

        std::vector<Tally> older; ///< each with all after it among the older, the oldest last
        std::vector<Tally> newer; ///< single prints, until it is a sweep
        Tally newerSum;
        PrintGroup group;

        Tally sum() const;
        void add(const Tally &print, bool canGo);
        void dropOldest();
        void clear();
    };

    static Tally tallyOf(const FlowPrint &print, quint16 exchange);
    static Tally joined(const Tally &older, const Tally &newer);
    void slideTo(Open &open, Timestamp time) const;

    SweepRules m_rules;
    std::array<Open, 2> m_open; // sells, buys
    quint64 m_lastId = 0;
};

} // namespace tapeline
