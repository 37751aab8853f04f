#include "sweeppool.h"

#include <algorithm>
#include <utility>

namespace tapeline {

SweepPool::Group SweepPool::add(quint32 instrument, const FlowPrint &print, quint16 exchange)
{
    if (signOf(print.side) == 0)
        return {};
    Place &place = placeOf(instrument, print.time);
    place.last = std::max(place.last, print.time);
    const PrintGroup *group = place.grouper.add(print, exchange);
    return { idOf(place, group->id), place.grouper.isSweep(*group) ? group->prints : 0 };
}

/// The instrument's own, or else the one that has been idle the longest.
SweepPool::Place &SweepPool::placeOf(quint32 instrument, Timestamp time)
{
    const auto own = std::ranges::find(m_places, instrument, &Place::instrument);
    if (own != m_places.end())
        return *own;
    const auto idlest = std::ranges::min_element(m_places, {}, &Place::last);
    const bool isFree = idlest != m_places.end() && time - idlest->last > SweepRules().within;
    Place &place = isFree || m_places.size() >= places ? *idlest : m_places.emplace_back();
    place = Place();
    place.instrument = instrument;
    return place;
}

/// The grouper's numbers are its own. Of each side one group is open.
quint64 SweepPool::idOf(Place &place, quint64 grouperId)
{
    if (grouperId == place.grouperId)
        return place.id;
    if (grouperId == place.olderGrouperId)
        return place.olderId;
    place.olderGrouperId = std::exchange(place.grouperId, grouperId);
    place.olderId = std::exchange(place.id, ++m_lastId);
    return place.id;
}

void SweepPool::clear()
{
    m_places.clear();
}

} // namespace tapeline
