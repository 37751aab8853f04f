#pragma once

#include "barplan.h"
#include "splitmix64.h"

#include <QtGlobal>

#include <span>
#include <vector>

namespace tapeline {

/// Splits total into whole parts in proportion to weights (>= 0, not all 0): sums are exact, no
/// part is a whole unit away from its share, a weight of 0 gets nothing. The remainder is carried
/// from part to part, starting with phase in [0, 1), so that small totals land on places drawn in
/// proportion to their weights.
void shareOut(qint64 total, std::span<const double> weights, double phase, std::span<qint64> parts);

/// A print that is promised to be the first of one slot, such as the opening cross.
struct PinnedPrint
{
    int slot = 0;
    qint64 volume = 0;
};

/// What refining a bar needs besides the bar: one entry for each active child, in order.
struct PathSketch
{
    std::span<const qint32> prints; ///< each >= 1
    std::span<const double> walk; ///< raw level at each child's end, ticks, from 0 at the start
    std::span<const double>
        reach; ///< how far a child's extremes lie beyond its ends, ticks; may be empty
    double bounce = 0; ///< ticks between the two sides of the quote
    int highAt = -1; ///< child that shall hold the high, -1 leaves it to the walk
    int lowAt = -1;
};

/// What refining a bar into slots needs besides the bar: one entry for each slot in the first
/// three.
struct SlotSketch
{
    std::span<const double> weights; ///< expected activity; 0 where nothing may trade
    std::span<const double> walk; ///< as PathSketch::walk, traded or not
    std::span<const double> reach; ///< as PathSketch::reach
    std::span<const PinnedPrint> pinned;
    int lot = 100; ///< shares of a round lot
    double bounce = 0; ///< as PathSketch::bounce
    int highBySlot = -1; ///< the last active slot up to this one shall hold the high; -1: any
    int lowBySlot = -1;
};

/// One step from a level of the market to the next finer one: day to minutes, minute to seconds,
/// second to prints. Both halves keep every sum exact. Holds scratch memory only.
class Refiner
{
public:
    /// Both halves: a day's session into minutes, a minute into seconds. Slots without a print stay
    /// empty.
    void refine(const BarPlan &parent, const SlotSketch &sketch, SplitMix64 &draws,
                std::span<BarPlan> children);

    /// Splits what was traded. The pinned prints are part of the parent; a child with volume has a
    /// print. The parent's volume covers prints * lot + silent with each pinned print's volume in
    /// place of its lot.
    void splitActivity(const Activity &parent, std::span<const double> weights, int lot,
                       std::span<const PinnedPrint> pinned, SplitMix64 &draws,
                       std::span<Activity> children);

    /// Draws the children's prices: the first opens at the parent's open, the last closes at its
    /// close, all stay between its low and its high and touch both. The raw walk is bent to pass
    /// the four prices and folded back at the bounds, which keeps its local roughness. The parent's
    /// path must be possible with its prints (see withPrints()); a child with n prints gets a path
    /// that n prints can make.
    void splitPath(const PathBar &parent, const PathSketch &sketch, SplitMix64 &draws,
                   std::span<PathBar> children);

private:
    void chooseExtremes(const PathSketch &sketch);
    void bend(const PathBar &parent, const PathSketch &sketch, SplitMix64 &draws);
    int childFor(const PathSketch &sketch, int preferred, int taken) const;

    std::vector<double> m_levels; // at the children's boundaries: one more than children
    std::vector<double> m_weights;
    std::vector<qint64> m_parts;
    int m_highBoundary = 0;
    int m_lowBoundary = 0;
    std::vector<Activity> m_activities;
    std::vector<qint32> m_prints; // of active slots, as are the three below
    std::vector<double> m_activeWalk;
    std::vector<double> m_activeReach;
    std::vector<PathBar> m_paths;
};

/// The path with as much of its range as this many prints can make: one print has one price, two
/// have two.
PathBar withPrints(PathBar path, int prints);

} // namespace tapeline
