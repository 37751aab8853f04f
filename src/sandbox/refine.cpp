#include "refine.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tapeline {

namespace {

qint32 toTick(double level)
{
    return static_cast<qint32>(std::floor(level + 0.5));
}

/// Reflects a level at both bounds until it lies between them.
double fold(double level, double low, double high)
{
    if (level >= low && level <= high)
        return level;
    const double width = high - low;
    if (width <= 0)
        return low;
    double inside = level - low;
    inside -= 2 * width * std::floor(inside / (2 * width));
    return low + (inside > width ? 2 * width - inside : inside);
}

/// One child while it is put together: its two ends, and the prints between them that may take any
/// price.
struct ChildDraft
{
    qint32 open = 0;
    qint32 close = 0;
    qint32 highest = std::numeric_limits<qint32>::min(); // of the prints between the ends
    qint32 lowest = std::numeric_limits<qint32>::max();
    int interior = 0;
    bool openFree = true;
    bool closeFree = true;

    void touch(qint32 price)
    {
        if (interior > 0) {
            --interior;
            highest = std::max(highest, price);
            lowest = std::min(lowest, price);
        } else if (openFree) {
            openFree = false;
            open = price;
        } else if (closeFree) {
            closeFree = false;
            close = price;
        }
    }
    PathBar bar() const
    {
        return { open, std::max({ open, close, highest }), std::min({ open, close, lowest }),
                 close };
    }
};

/// Lets a child's path leave the span of its ends a little, as far as it has prints for it.
void stray(ChildDraft &draft, const PathBar &parent, const PathSketch &sketch, std::size_t at,
           SplitMix64 &draws)
{
    if (sketch.reach.empty())
        return;
    const double range = parent.high - parent.low;
    const bool upFirst = chance(draws, 0.5);
    for (const bool up : { upFirst, !upFirst }) {
        // Few prints rarely turn twice
        if (!chance(draws, draft.interior / (draft.interior + 4.0)))
            continue;
        const double bounced = chance(draws, 0.7) ? sketch.bounce : 0;
        const qint32 distance = toTick(sketch.reach[at] * 1.2 * draws.uniform() + bounced);
        // Stopped short of the parent's extremes, each time at another distance: those are one
        // child's alone
        const qint32 margin = toTick(std::min(sketch.reach[at], 0.15 * range) * draws.uniform());
        const qint32 top = std::max(draft.open, draft.close);
        const qint32 bottom = std::min(draft.open, draft.close);
        if (up)
            draft.touch(std::min(top + distance, std::max(top, parent.high - margin)));
        else
            draft.touch(std::max(bottom - distance, std::min(bottom, parent.low + margin)));
    }
}

} // namespace

void shareOut(qint64 total, std::span<const double> weights, double phase, std::span<qint64> parts)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    const double scale = sum > 0 ? static_cast<double>(total) / sum : 0;
    double running = 0;
    qint64 given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        running += weights[i]; // the same additions: ends at exactly sum
        const qint64 reached
            = running < sum ? std::min(static_cast<qint64>(running * scale + phase), total) : total;
        parts[i] = reached - given;
        given = reached;
    }
}

void Refiner::refine(const BarPlan &parent, const SlotSketch &sketch, SplitMix64 &draws,
                     std::span<BarPlan> children)
{
    m_activities.resize(children.size());
    splitActivity(parent.activity, sketch.weights, sketch.lot, sketch.pinned, draws, m_activities);

    PathSketch path;
    m_prints.clear();
    m_activeWalk.clear();
    m_activeReach.clear();
    for (std::size_t slot = 0; slot < children.size(); ++slot) {
        if (m_activities[slot].prints == 0)
            continue;
        if (static_cast<int>(slot) <= sketch.highBySlot)
            path.highAt = static_cast<int>(m_prints.size());
        if (static_cast<int>(slot) <= sketch.lowBySlot)
            path.lowAt = static_cast<int>(m_prints.size());
        m_prints.push_back(m_activities[slot].prints);
        m_activeWalk.push_back(sketch.walk[slot]);
        m_activeReach.push_back(sketch.reach[slot]);
    }
    path.prints = m_prints;
    path.walk = m_activeWalk;
    path.reach = m_activeReach;
    path.bounce = sketch.bounce;
    m_paths.resize(m_prints.size());
    splitPath(parent.path, path, draws, m_paths);

    auto next = m_paths.begin();
    for (std::size_t slot = 0; slot < children.size(); ++slot) {
        children[slot].activity = m_activities[slot];
        if (children[slot].isActive())
            children[slot].path = *next++;
    }
}

void Refiner::splitActivity(const Activity &parent, std::span<const double> weights, int lot,
                            std::span<const PinnedPrint> pinned, SplitMix64 &draws,
                            std::span<Activity> children)
{
    const std::size_t count = weights.size();
    m_parts.resize(count);
    m_weights.resize(count);
    const auto pins = static_cast<qint32>(pinned.size());

    shareOut(parent.prints - pins, weights, draws.uniform(), m_parts);
    for (std::size_t i = 0; i < count; ++i)
        children[i] = { static_cast<qint32>(m_parts[i]), 0, m_parts[i] * lot };
    const bool onlyPins = parent.prints == pins;
    qint64 rest = parent.volume - parent.silent - qint64(parent.prints - pins) * lot;
    for (const PinnedPrint &pin : pinned) {
        if (onlyPins)
            ++children[std::size_t(pin.slot)].prints;
        rest -= pin.volume;
    }

    for (std::size_t i = 0; i < count; ++i)
        m_weights[i] = children[i].prints * between(draws, 0.5, 1.5);
    shareOut(parent.silent, m_weights, draws.uniform(), m_parts);
    for (std::size_t i = 0; i < count; ++i) {
        children[i].silent = static_cast<qint32>(m_parts[i]);
        children[i].volume += m_parts[i];
        m_weights[i] = children[i].prints > 0 ? children[i].prints * burst(draws, 0.15) : 0;
    }
    shareOut(rest, m_weights, draws.uniform(), m_parts);
    for (std::size_t i = 0; i < count; ++i)
        children[i].volume += m_parts[i];

    for (const PinnedPrint &pin : pinned) {
        if (!onlyPins)
            ++children[std::size_t(pin.slot)].prints;
        children[std::size_t(pin.slot)].volume += pin.volume;
    }
}

/// The boundaries between children at which the bent walk is nearest to its high and its low.
void Refiner::chooseExtremes(const PathSketch &sketch)
{
    const int count = static_cast<int>(sketch.prints.size());
    const auto first = m_levels.begin() + 1;
    const auto last = m_levels.end() - 1;
    m_highBoundary = sketch.highAt >= 0 ? sketch.highAt + 1 : count;
    m_lowBoundary = sketch.lowAt >= 0 ? sketch.lowAt + 1 : count;
    if (first < last) {
        if (sketch.highAt < 0)
            m_highBoundary = static_cast<int>(std::max_element(first, last) - m_levels.begin());
        if (sketch.lowAt < 0)
            m_lowBoundary = static_cast<int>(std::min_element(first, last) - m_levels.begin());
    }
}

void Refiner::bend(const PathBar &parent, const PathSketch &sketch, SplitMix64 &draws)
{
    const int count = static_cast<int>(sketch.prints.size());
    m_levels.resize(std::size_t(count) + 1);
    m_levels[0] = parent.open;
    const double slope = (parent.close - parent.open - sketch.walk.back()) / count;
    for (int k = 0; k < count; ++k)
        m_levels[std::size_t(k) + 1] = parent.open + sketch.walk[std::size_t(k)] + slope * (k + 1);

    chooseExtremes(sketch);

    // What has to be added so that the walk passes the extremes: zero at both ends, linear between
    struct Knot
    {
        int at;
        double shift;
    };
    std::array<Knot, 3> knots;
    std::size_t used = 0;
    const auto pull = [&](int boundary, double target) {
        if (boundary > 0 && boundary < count)
            knots[used++] = { boundary, target - m_levels[std::size_t(boundary)] };
    };
    const double slack = (parent.high - parent.low) * 0.25;
    const auto shyness = [&](int boundary) {
        const double reach = sketch.reach.empty() ? 0 : sketch.reach[std::size_t(boundary) - 1];
        return draws.uniform() * std::min(reach, slack);
    };
    if (parent.high > std::max(parent.open, parent.close))
        pull(m_highBoundary, parent.high - shyness(m_highBoundary));
    if (parent.low < std::min(parent.open, parent.close) && m_lowBoundary != m_highBoundary)
        pull(m_lowBoundary, parent.low + shyness(m_lowBoundary));
    if (used == 2 && knots[0].at > knots[1].at)
        std::swap(knots[0], knots[1]);
    knots[used++] = { count, 0 };

    Knot from { 0, 0 };
    for (std::size_t knot = 0; knot < used; ++knot) {
        const Knot to = knots[knot];
        const double gradient = (to.shift - from.shift) / std::max(1, to.at - from.at);
        for (int k = from.at + 1; k <= to.at; ++k) {
            double &level = m_levels[std::size_t(k)];
            // Turned back at another distance each time, so that no wall shows in the chart
            const double reach = sketch.reach.empty() ? 0 : sketch.reach[std::size_t(k) - 1];
            const double margin = std::min(reach, slack) * draws.uniform();
            level = fold(level + from.shift + gradient * (k - from.at), parent.low + margin,
                         parent.high - margin);
        }
        from = to;
    }
}

int Refiner::childFor(const PathSketch &sketch, int preferred, int taken) const
{
    const int count = static_cast<int>(sketch.prints.size());
    const auto hasRoom = [&](int k) {
        return k >= 0 && k < count
            && sketch.prints[std::size_t(k)] - (k == 0) - (k == count - 1) - (k == taken) > 0;
    };
    for (int distance = 0; distance < count; ++distance) {
        if (hasRoom(preferred - distance))
            return preferred - distance;
        if (hasRoom(preferred + distance))
            return preferred + distance;
    }
    return -1; // the extreme is the open or the close
}

void Refiner::splitPath(const PathBar &parent, const PathSketch &sketch, SplitMix64 &draws,
                        std::span<PathBar> children)
{
    const int count = static_cast<int>(sketch.prints.size());
    bend(parent, sketch, draws);
    int highChild = -1;
    int lowChild = -1;
    if (parent.high > std::max(parent.open, parent.close))
        highChild = childFor(sketch, m_highBoundary - 1, -1);
    if (parent.low < std::min(parent.open, parent.close))
        lowChild = childFor(sketch, m_lowBoundary - 1, highChild);

    const auto bounded = [&](double level) { return toTick(fold(level, parent.low, parent.high)); };
    for (int k = 0; k < count; ++k) {
        const auto at = std::size_t(k);
        const bool isFirst = k == 0;
        const bool isLast = k == count - 1;
        ChildDraft draft;
        draft.close = isLast ? parent.close : bounded(m_levels[at + 1]);
        if (sketch.prints[at] == 1) {
            const qint32 price = isFirst ? parent.open
                : k == highChild         ? parent.high
                : k == lowChild          ? parent.low
                                         : draft.close;
            children[at] = { price, price, price, price };
            continue;
        }
        const double bounce = sketch.bounce > 0 ? sketch.bounce * (double(draws.below(3)) - 1) : 0;
        draft.open = isFirst ? parent.open : bounded(m_levels[at] + bounce);
        draft.interior = sketch.prints[at] - 2;
        draft.openFree = !isFirst;
        draft.closeFree = !isLast;
        if (k == highChild)
            draft.touch(parent.high);
        if (k == lowChild)
            draft.touch(parent.low);
        stray(draft, parent, sketch, at, draws);
        children[at] = draft.bar();
    }
}

PathBar withPrints(PathBar path, int prints)
{
    const qint32 upper = std::max(path.open, path.close);
    const qint32 lower = std::min(path.open, path.close);
    if (prints <= 1)
        return { path.close, path.close, path.close, path.close };
    if (prints == 2)
        return { path.open, upper, lower, path.close };
    if (prints == 3 && path.high > upper && path.low < lower)
        path.low = lower;
    return path;
}

} // namespace tapeline
