#include "studyscale.h"

#include "valuemarks.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tapeline {

namespace {

using Key = ChartSeries::Key;

constexpr double airShare = 0.06; // free above and below what is fitted
constexpr int mostDecimals = 8;
constexpr double shortened = 100'000; // from here on as "124K"

int decimalsFor(double low, double high)
{
    const double span = high - low;
    if (!(span > 0))
        return 2;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(span))), 2, mostDecimals);
}

/// Whether two indicators of one pane can be read on one axis.
bool measureAlike(const IndicatorInfo &a, const IndicatorInfo &b)
{
    if (a.onPrices != b.onPrices)
        return false;
    return a.onPrices || &a == &b || (a.range && a.range == b.range);
}

struct Range
{
    double low = 0;
    double high = 1;
};

Range rangeOf(const IndicatorInfo &info, const ValueRun &run, int height, int legendRoom)
{
    if (info.range)
        return { info.range->first, info.range->second };
    if (run.isEmpty())
        return {};
    Range range { run.low, run.high };
    // Columns stand on zero
    for (const IndicatorOutput &output : info.outputs)
        if (output.look == IndicatorOutput::Look::Columns
            || output.look == IndicatorOutput::Look::SignedColumns)
            range = { std::min(range.low, 0.0), std::max(range.high, 0.0) };
    double span = range.high - range.low;
    if (!(span > 0))
        span = std::max(std::abs(range.high) * 0.01, 1e-6);
    range.low -= range.low == 0 ? 0 : span * airShare;
    range.high += range.high == 0 ? 0 : span * airShare;
    const int rest = std::max(height / 2, height - legendRoom);
    range.high += (range.high - range.low) * double(height - rest) / rest;
    return range;
}

void chooseMarks(StudyPane &pane, int edge, int leastDistance)
{
    const int height = pane.rect.height();
    if (height < 3 * edge)
        return;
    const double perPixel = (pane.high - pane.low) / height;
    pane.marks = priceMarks(pane.low + edge * perPixel, pane.high - edge * perPixel, false, height,
                            leastDistance, pane.decimals);
}

} // namespace

ValueRun studyscale::over(const IndicatorSet &set, IndicatorSet::Id id, Key first, Key last)
{
    ValueRun whole;
    const IndicatorChoice &choice = set.choice(id);
    for (std::size_t output = 0; output < set.info(id).outputs.size(); ++output) {
        if (!choice.shows(output))
            continue;
        const int shift = set.shift(id, output);
        whole.extend(set.values(id, output).over(sourceOf(first, shift), sourceOf(last, shift)));
    }
    return whole;
}

void studyscale::fit(ChartScene &scene, int legendRoom, int edge, int leastDistance)
{
    StudyScene &studies = scene.studies;
    studies.panes.clear();
    studies.plots.clear();
    if (!studies.set || !scene.hasBars())
        return;
    const IndicatorSet &set = *studies.set;
    const Key first = scene.view.firstVisible();
    const Key last = scene.view.lastVisible();
    for (const ChartPane &pane : scene.panes.lower)
        if (pane.id > 0)
            studies.panes.push_back({ .id = pane.id, .rect = pane.rect });
    std::vector<const IndicatorInfo *> axisOf(studies.panes.size());
    std::vector<ValueRun> runs(studies.panes.size()); // on each pane's axis
    std::vector<std::ptrdiff_t> rows(studies.panes.size()); // of its legend
    const auto paneOf = [&](int id) {
        return std::ranges::find(studies.panes, id, &StudyPane::id) - studies.panes.begin();
    };
    for (const IndicatorSet::Id id : set.ids()) {
        const auto at = std::size_t(paneOf(set.choice(id).pane));
        if (at == studies.panes.size())
            continue;
        ++rows[at];
        const IndicatorInfo &info = set.info(id);
        if (!axisOf[at])
            axisOf[at] = &info;
        if (measureAlike(*axisOf[at], info))
            runs[at].extend(over(set, id, first, last));
    }
    for (std::size_t i = 0; i < studies.panes.size(); ++i) {
        StudyPane &pane = studies.panes[i];
        if (!axisOf[i])
            continue;
        const Range range = rangeOf(*axisOf[i], runs[i], pane.rect.height(),
                                    legendRoom * int(std::max<std::ptrdiff_t>(1, rows[i])));
        pane.low = range.low;
        pane.high = range.high;
        pane.decimals = axisOf[i]->onPrices ? scene.series->priceDecimals()
                                            : decimalsFor(pane.low, pane.high);
        pane.levels = axisOf[i]->levels;
        chooseMarks(pane, edge, leastDistance);
    }
    for (const IndicatorSet::Id id : set.ids()) {
        const IndicatorChoice &choice = set.choice(id);
        const IndicatorInfo &info = set.info(id);
        StudyPlot plot { .id = id, .decimals = scene.series->priceDecimals() };
        if (choice.pane == ChartPane::prices && info.onPrices) {
            plot.rect = scene.panes.price;
            plot.onPrices = true;
            studies.plots.push_back(plot);
            continue;
        }
        const auto at = std::size_t(paneOf(choice.pane));
        const bool inPane = at < studies.panes.size();
        if (!inPane && choice.pane != ChartPane::prices)
            continue; // its pane is folded away
        plot.rect = inPane ? studies.panes[at].rect : scene.panes.price;
        const bool onAxis = inPane && measureAlike(*axisOf[at], info);
        const Range range = onAxis
            ? Range { studies.panes[at].low, studies.panes[at].high }
            : rangeOf(info, over(set, id, first, last), plot.rect.height(), legendRoom);
        plot.low = range.low;
        plot.high = range.high;
        if (!info.onPrices)
            plot.decimals = decimalsFor(plot.low, plot.high);
        studies.plots.push_back(plot);
    }
}

bool studyscale::fitsNewest(const ChartScene &scene)
{
    const StudyScene &studies = scene.studies;
    if (!scene.hasBars())
        return false;
    const Key last = scene.series->lastKey();
    for (const StudyPlot &plot : studies.plots) {
        if (plot.onPrices || !studies.set->contains(plot.id) || studies.set->info(plot.id).range)
            continue;
        const ValueRun run = over(*studies.set, plot.id, last, last);
        if (!run.isEmpty() && (run.low < plot.low || run.high > plot.high))
            return false;
    }
    return true;
}

double studyscale::yOf(const ChartScene &scene, const StudyPlot &plot, double value)
{
    if (plot.onPrices)
        return scene.priceY(value);
    return plot.rect.top() + (plot.high - value) / (plot.high - plot.low) * plot.rect.height();
}

double studyscale::valueAt(const StudyPane &pane, int y)
{
    return pane.high - double(y - pane.rect.top()) / pane.rect.height() * (pane.high - pane.low);
}

QString studyscale::text(double value, int decimals, const QLocale &locale)
{
    if (std::abs(value) < shortened)
        return QString(locale.toString(value, 'f', decimals)).replace(u'-', QChar(0x2212));
    return value < 0 ? QChar(0x2212) + volumeText(-value, locale) : volumeText(value, locale);
}

QString studyscale::markText(const StudyPane &pane, double mark, const QLocale &locale)
{
    if (std::abs(mark) >= shortened)
        return mark < 0 ? QChar(0x2212) + volumeMarkText(-mark, locale)
                        : volumeMarkText(mark, locale);
    double step = pane.marks.size() > 1 ? pane.marks[1] - pane.marks[0] : mark;
    int decimals = 0;
    for (; decimals < pane.decimals && std::abs(step - std::round(step)) > 1e-6; ++decimals)
        step *= 10;
    return text(mark, decimals, locale);
}

} // namespace tapeline
