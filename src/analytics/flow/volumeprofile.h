#pragma once

#include "flowrows.h"
#include "pricegrid.h"
#include "valuearea.h"

#include <optional>

namespace tapeline {

/// What a profile weighs its rows by.
enum class ProfileWeight : quint8 {
    Volume,
    Delta, ///< without its sign
    Time
};

/// A profile's levels as prices. A row reaches from its price to below the next row's.
struct ProfileLevels
{
    Price poc;
    Price val; ///< bottom of the lowest row of the value area
    Price vah; ///< bottom of the highest one
    Price valTop; ///< top of the lowest row
    Price vahTop;
    ValueArea area;

    friend bool operator==(const ProfileLevels &, const ProfileLevels &) = default;
};

/// Traded volume by price of any set of trades (execution.md D.4): trade by trade, or as the sum of
/// other profiles of the same grid. Order and grouping do not change volume and delta.
class VolumeProfile
{
public:
    explicit VolumeProfile(PriceGrid grid = PriceGrid())
        : m_grid(grid)
    {
    }

    PriceGrid grid() const { return m_grid; }

    /// False, and nothing counted, when the sums would leave their range (splitLimit). The time
    /// from one trade to the next belongs to the row of the first.
    bool add(const FlowPrint &print);
    /// A trade of which the side is not asked.
    bool add(Timestamp time, Price price, Qty size)
    {
        return add(FlowPrint { time, price, size, {}, {}, {}, FlowSide::None });
    }
    /// False, and nothing counted, when the sums would leave their range. The rows are of the same
    /// grid.
    bool add(const FlowRows &rows);
    /// Rows that were added before.
    void remove(const FlowRows &rows);
    void clear() { *this = VolumeProfile(m_grid); }

    const FlowRows &rows() const { return m_rows; }
    Qty volume() const { return m_volume; }

    std::vector<RowWeight> weights(ProfileWeight weight = ProfileWeight::Volume) const;
    /// Nothing without trades.
    std::optional<ProfileLevels> levels(const ValueAreaRules &rules = {},
                                        ProfileWeight weight = ProfileWeight::Volume) const;

private:
    bool admit(Qty volume);

    PriceGrid m_grid;
    FlowRows m_rows;
    Qty m_volume;
    std::optional<Timestamp> m_lastTime;
    qint64 m_lastRow = 0;
};

} // namespace tapeline
