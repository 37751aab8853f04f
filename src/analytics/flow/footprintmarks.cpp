#include "footprintmarks.h"

#include "widesum.h"

#include <algorithm>

namespace tapeline {

namespace {

class Marker
{
public:
    Marker(const FootprintBar &bar, const FootprintRules &rules)
        : m_rows(bar.cells.rows())
        , m_bar(bar)
        , m_rules(rules)
    {
    }

    FootprintMarks marks() const
    {
        FootprintMarks marks;
        if (m_rows.empty())
            return marks;
        const QuarterQty large = largeVolume();
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            marks.rows.push_back({ m_rows[i].row, isBuyImbalance(i), isSellImbalance(i),
                                   m_rows[i].volume() >= large && isAgainst(m_rows[i]) });
        addStacks(marks, true);
        addStacks(marks, false);
        marks.unfinishedHigh = m_rows.back().hasBothSides();
        marks.unfinishedLow = m_rows.front().hasBothSides();
        return marks;
    }

private:
    /// The lowest row has no sellers below it, so it is not looked at.
    bool isBuyImbalance(std::size_t index) const
    {
        if (index == 0)
            return false;
        const FlowRow &below = m_rows[index - 1];
        const bool isNext = below.row + 1 == m_rows[index].row;
        return outweighs(m_rows[index].buy, isNext ? below.sell : QuarterQty());
    }
    bool isSellImbalance(std::size_t index) const
    {
        if (index + 1 == m_rows.size())
            return false;
        const FlowRow &above = m_rows[index + 1];
        const bool isNext = above.row - 1 == m_rows[index].row;
        return outweighs(m_rows[index].sell, isNext ? above.buy : QuarterQty());
    }
    bool outweighs(QuarterQty own, QuarterQty other) const
    {
        if (own.isZero() || own < QuarterQty::fromQty(m_rules.minVolume))
            return false;
        if (other.isZero() && !m_rules.countZero)
            return false;
        const QuarterQty against
            = other.isZero() ? QuarterQty::fromQty(m_rules.zeroCountsAs) : other;
        const WideSum excess = WideSum(own.parts()) * 100
            - WideSum(against.parts()) * static_cast<quint32>(m_rules.ratioPercent);
        return excess.sign() >= 0;
    }

    /// The percentile of the rows' volumes by nearest rank.
    QuarterQty largeVolume() const
    {
        std::vector<QuarterQty> volumes;
        for (const FlowRow &row : m_rows)
            volumes.push_back(row.volume());
        const auto percent = static_cast<std::size_t>(m_rules.absorptionPercentile);
        const std::size_t rank = std::max<std::size_t>((volumes.size() * percent + 99) / 100, 1);
        const auto at = volumes.begin() + qptrdiff(std::min(rank, volumes.size()) - 1);
        std::ranges::nth_element(volumes, at);
        return *at;
    }
    /// Whether the bar closed away from the row against the side that was stronger in it.
    bool isAgainst(const FlowRow &row) const
    {
        if (row.delta() > QuarterQty())
            return m_bar.closeRow <= row.row - m_rules.absorptionRows;
        return row.delta() < QuarterQty() && m_bar.closeRow >= row.row + m_rules.absorptionRows;
    }

    void addStacks(FootprintMarks &marks, bool buys) const
    {
        std::size_t length = 0;
        for (std::size_t i = 0; i <= marks.rows.size(); ++i) {
            const bool marked = i < marks.rows.size()
                && (buys ? marks.rows[i].buyImbalance : marks.rows[i].sellImbalance);
            const bool goesOn
                = marked && (length == 0 || marks.rows[i - 1].row + 1 == marks.rows[i].row);
            if (!goesOn && length >= std::size_t(std::max(m_rules.stackedRows, 1)))
                marks.stacks.push_back({ marks.rows[i - length].row, marks.rows[i - 1].row, buys });
            length = goesOn ? length + 1 : marked ? 1 : 0;
        }
    }

    std::span<const FlowRow> m_rows;
    const FootprintBar &m_bar;
    const FootprintRules &m_rules;
};

} // namespace

FootprintMarks footprintMarks(const FootprintBar &bar, const FootprintRules &rules)
{
    return Marker(bar, rules).marks();
}

} // namespace tapeline
