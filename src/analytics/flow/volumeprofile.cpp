#include "volumeprofile.h"

namespace tapeline {

namespace {

qint64 weightOf(const FlowRow &row, ProfileWeight weight)
{
    switch (weight) {
    case ProfileWeight::Delta:
        return qAbs(row.delta().parts());
    case ProfileWeight::Time:
        return row.time.count();
    case ProfileWeight::Volume:
        break;
    }
    return row.volume().parts();
}

Qty volumeOf(const FlowRows &rows)
{
    QuarterQty sum;
    for (const FlowRow &row : rows.rows())
        sum += row.volume();
    return Qty::fromUnits(sum.parts() / 4); // whole sizes were added
}

} // namespace

bool VolumeProfile::admit(Qty volume)
{
    if (volume.units() > splitLimit / 4 - m_volume.units())
        return false;
    m_volume += volume;
    return true;
}

bool VolumeProfile::add(const FlowPrint &print)
{
    if (print.size < Qty() || !admit(print.size))
        return false;
    if (m_lastTime && print.time > *m_lastTime)
        m_rows.addTime(m_lastRow, print.time - *m_lastTime);
    m_lastRow = m_grid.rowOf(print.price);
    m_lastTime = m_lastTime ? std::max(*m_lastTime, print.time) : print.time;
    m_rows.add(m_lastRow, print);
    return true;
}

bool VolumeProfile::add(const FlowRows &rows)
{
    if (!admit(volumeOf(rows)))
        return false;
    m_rows.add(rows);
    return true;
}

void VolumeProfile::remove(const FlowRows &rows)
{
    m_volume -= volumeOf(rows);
    m_rows.remove(rows);
}

std::vector<RowWeight> VolumeProfile::weights(ProfileWeight weight) const
{
    std::vector<RowWeight> all;
    all.reserve(m_rows.rows().size());
    for (const FlowRow &row : m_rows.rows())
        all.push_back({ row.row, weightOf(row, weight) });
    return all;
}

std::optional<ProfileLevels> VolumeProfile::levels(const ValueAreaRules &rules,
                                                   ProfileWeight weight) const
{
    const std::optional<ValueArea> area = valueArea(weights(weight), rules);
    if (!area)
        return std::nullopt;
    ProfileLevels levels;
    levels.poc = m_grid.bottom(area->poc);
    levels.val = m_grid.bottom(area->low);
    levels.vah = m_grid.bottom(area->high);
    levels.valTop = levels.val + m_grid.height();
    levels.vahTop = levels.vah + m_grid.height();
    levels.area = *area;
    return levels;
}

} // namespace tapeline
