#include "comparisonlines.h"

#include "linecolors.h"

namespace tapeline {

ComparisonLines::ComparisonLines(const ChartScene &scene)
    : m_scene(scene)
    , m_closes(scene)
{
}

void ComparisonLines::paintClosed(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    for (const ComparedLine &line : m_scene.compared)
        m_closes.paintLine(painter,
                           { line.closes->pyramid(), line.closes->firstKey(), line.factor }, first,
                           std::min(last + 1, m_scene.series->lastKey() - 1),
                           lineColor(m_scene.colors, line.tint));
}

void ComparisonLines::paintNewest(QPainter &painter)
{
    const ChartSeries::Key last = m_scene.series->lastKey();
    for (const ComparedLine &line : m_scene.compared)
        m_closes.paintLine(painter,
                           { line.closes->pyramid(), line.closes->firstKey(), line.factor }, last,
                           last, lineColor(m_scene.colors, line.tint));
}

QRegion ComparisonLines::newestRegion(double ratio) const
{
    QRegion region;
    for (const ComparedLine &line : m_scene.compared)
        region
            += m_closes.lineRect({ line.closes->pyramid(), line.closes->firstKey(), line.factor },
                                 m_scene.series->lastKey(), ratio);
    return region;
}

std::vector<ComparedLine> ComparisonLines::place(const Comparisons &comparisons,
                                                 ChartSeries::Key first, ChartSeries::Key last,
                                                 double base)
{
    std::vector<ComparedLine> lines;
    for (const auto &comparison : comparisons.all()) {
        const double own = comparison->baseOf(first, last);
        if (comparison->isShown() && base > 0 && own > 0)
            lines.push_back({ &comparison->closes(), base / own, comparison->tint() });
    }
    return lines;
}

void ComparisonLines::extend(OhlcRun &run, const std::vector<ComparedLine> &lines,
                             ChartSeries::Key first, ChartSeries::Key last)
{
    for (const ComparedLine &line : lines) {
        const OhlcRun all = line.closes->over(first, last);
        if (all.isEmpty())
            continue;
        run.high = std::max(run.high, all.high * line.factor);
        run.low = std::min(run.low, all.low * line.factor);
    }
}

} // namespace tapeline
