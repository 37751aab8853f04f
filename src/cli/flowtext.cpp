#include "flowtext.h"

#include "easterntext.h"
#include "jsonline.h"

#include <array>
#include <cmath>
#include <ranges>

namespace tapeline::flowtext {

namespace {

constexpr std::size_t columnWidth = 16;

constexpr std::array<std::string_view, 5> sides { "buy", "sell", "buy_neutral", "sell_neutral",
                                                  "none" };
constexpr std::array<std::string_view, 3> divergences { "none", "bullish", "bearish" };

template<typename Enum, std::size_t Count>
std::string_view nameOf(const std::array<std::string_view, Count> &names, Enum value)
{
    return names[static_cast<std::size_t>(value)];
}

template<typename Decimal> std::string textOf(Decimal value)
{
    std::string text;
    value.appendTo(text);
    return text;
}

std::string column(const std::string &text)
{
    const std::size_t space = text.size() < columnWidth ? columnWidth - text.size() : 1;
    return std::string(space, ' ') + text;
}

std::string labelled(std::string_view label, const std::string &text)
{
    return std::string(label) + ':' + std::string(18 - label.size(), ' ') + text + '\n';
}

std::string shortNumber(double value)
{
    return std::isinf(value) ? "infinite" : QString::number(value, 'f', 3).toStdString();
}

/// A row of a table in JSON: "[179.98,100,250.5]".
class JsonRow
{
public:
    JsonRow &add(const std::string &value)
    {
        m_text += m_text.size() > 1 ? "," : "";
        m_text += value;
        return *this;
    }
    std::string text() const { return m_text + ']'; }

private:
    std::string m_text = "[";
};

} // namespace

std::string toJson(const CvdTotals &totals)
{
    const CvdStatistics &all = totals.statistics;
    JsonLine line;
    line.add("cvd", all.cvd);
    line.add("total_ticks", all.totalTicks).add("lifetime_ticks", all.lifetime.trades());
    line.add("skipped", totals.skipped).add("buy", all.lifetime.buy).add("sell", all.lifetime.sell);
    line.add("buy_neutral", all.lifetime.buyNeutral).add("sell_neutral", all.lifetime.sellNeutral);
    line.add("buy_volume", all.buyVolume).add("sell_volume", all.sellVolume);
    if (std::isinf(all.ratio))
        line.addNull("ratio").add("ratio_infinite", true);
    else
        line.addNumber("ratio", all.ratio).add("ratio_infinite", false);
    line.addNumber("slope", all.slope).add("divergence", nameOf(divergences, all.divergence));
    return line.add("net_delta", all.netDelta).text();
}

std::string toText(const CvdTotals &totals)
{
    const CvdStatistics &all = totals.statistics;
    const FlowCounts &counts = all.lifetime;
    std::string text = labelled("rule", ruleName(totals.rule).data());
    text += labelled("cvd", textOf(all.cvd));
    text += labelled("trades",
                     std::to_string(counts.trades()) + ", buy " + std::to_string(counts.buy)
                         + ", sell " + std::to_string(counts.sell) + ", inside up "
                         + std::to_string(counts.buyNeutral) + ", inside down "
                         + std::to_string(counts.sellNeutral) + ", unclassified "
                         + std::to_string(counts.unclassified));
    text += labelled("before a quote", std::to_string(totals.skipped));
    text += labelled("last trades", std::to_string(all.totalTicks));
    text += labelled("  bought", textOf(all.buyVolume));
    text += labelled("  sold", textOf(all.sellVolume));
    text += labelled("  ratio", shortNumber(all.ratio));
    text += labelled("  net delta", textOf(all.netDelta));
    text += labelled("slope", shortNumber(all.slope) + " a trade");
    text += labelled("divergence", std::string(nameOf(divergences, all.divergence)));
    text.pop_back();
    return text;
}

std::string toJson(const FlowPrint &print, HalfQty cvd)
{
    JsonLine line;
    line.add("t", toNs(print.time)).add("price", print.price).add("size", print.size);
    if (print.ask > Price())
        line.add("bid", print.bid).add("ask", print.ask);
    else
        line.addNull("bid").addNull("ask");
    line.add("side", nameOf(sides, print.side)).add("delta", print.delta);
    return line.add("cvd", cvd).text();
}

std::string toRow(const FlowPrint &print, HalfQty cvd)
{
    std::string row = easternTextMs(print.time);
    row += column(print.price.toString(2).toStdString());
    row += column(textOf(print.size));
    row += column(std::string(nameOf(sides, print.side)));
    return row + column(textOf(print.delta)) + column(textOf(cvd));
}

std::string toJson(const FootprintBar &bar, PriceGrid grid)
{
    std::string rows = "[";
    for (const FlowRow &row : bar.cells.rows()) {
        JsonRow cells;
        cells.add(textOf(grid.bottom(row.row))).add(textOf(row.sell)).add(textOf(row.buy));
        rows.append(rows.size() > 1 ? "," : "").append(cells.text());
    }
    JsonLine line;
    line.add("t", toMs(bar.start)).addJson("rows", rows + ']');
    line.add("delta", bar.delta).add("max_delta", bar.maxDelta).add("min_delta", bar.minDelta);
    return line.add("poc", grid.bottom(bar.poc())).text();
}

std::string toText(const FootprintBar &bar, PriceGrid grid)
{
    const qint64 poc = bar.poc();
    std::string text = easternText(bar.start) + "  volume " + textOf(bar.volume()) + "  delta "
        + textOf(bar.delta) + "  from " + textOf(bar.minDelta) + " to " + textOf(bar.maxDelta);
    const auto rows = bar.cells.rows();
    for (const FlowRow &row : std::views::reverse(rows)) {
        text += '\n' + column(grid.bottom(row.row).toString(2).toStdString());
        text += column(textOf(row.sell)) + " x" + column(textOf(row.buy));
        text += row.row == poc ? "  poc" : "";
    }
    return text;
}

std::string toJson(const VolumeProfile &profile, const ValueAreaRules &rules)
{
    JsonLine line;
    if (const std::optional<ProfileLevels> levels = profile.levels(rules))
        line.addText("poc", levels->poc).addText("vah", levels->vah).addText("val", levels->val);
    else
        line.addNull("poc").addNull("vah").addNull("val");
    std::string rows = "[";
    for (const FlowRow &row : profile.rows().rows()) {
        JsonRow cells;
        cells.add('"' + textOf(profile.grid().bottom(row.row)) + '"').add(textOf(row.volume()));
        rows.append(rows.size() > 1 ? "," : "").append(cells.text());
    }
    return line.add("total", profile.volume()).addJson("rows", rows + ']').text();
}

std::string toText(const VolumeProfile &profile, const ValueAreaRules &rules)
{
    const std::optional<ProfileLevels> levels = profile.levels(rules);
    if (!levels)
        return "no trades";
    std::string text = "poc " + levels->poc.toString(2).toStdString() + "  value area "
        + levels->val.toString(2).toStdString() + " to " + levels->vah.toString(2).toStdString()
        + "  volume " + textOf(profile.volume());
    const auto rows = profile.rows().rows();
    for (const FlowRow &row : std::views::reverse(rows)) {
        text += '\n' + column(profile.grid().bottom(row.row).toString(2).toStdString());
        text += column(textOf(row.volume()));
        text += row.row == levels->area.poc                               ? "  poc"
            : row.row >= levels->area.low && row.row <= levels->area.high ? "  |"
                                                                          : "";
    }
    return text;
}

} // namespace tapeline::flowtext
