#pragma once

#include "sweepgrouper.h"

#include <vector>

namespace tapeline {

/// Finds sweeps in the prints of any number of instruments with a bounded number of groupers: one
/// is needed only while prints of its instrument follow each other within the time of a sweep.
class SweepPool
{
public:
    /// Instruments whose prints can be told apart within that time.
    static constexpr std::size_t places = 64;

    /// Of the group that a print belongs to, as far as it is known now.
    struct Group
    {
        quint64 id = 0; ///< never used again by another group; 0 for none
        int sweepPrints = 0; ///< of the group its newest, which are a sweep; 0: none yet
    };

    /// instrument: any number that is the instrument's own. A print without a side has no group.
    Group add(quint32 instrument, const FlowPrint &print, quint16 exchange);
    /// Something is missing: what comes next belongs to no group that was begun.
    void clear();

private:
    struct Place
    {
        quint32 instrument = 0;
        Timestamp last {};
        SweepGrouper grouper;
        quint64 grouperId = 0; ///< of its newest group
        quint64 id = 0; ///< the same as others know it
        quint64 olderGrouperId = 0; ///< of the group of the other side
        quint64 olderId = 0;
    };

    Place &placeOf(quint32 instrument, Timestamp time);
    quint64 idOf(Place &place, quint64 grouperId);

    std::vector<Place> m_places;
    quint64 m_lastId = 0;
};

} // namespace tapeline
