#include "studyoverlay.h"

#include "palette.h"
#include "studyscale.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

namespace {

constexpr int tagPadding = 7;
constexpr double reach = 5; // pixels to either side of a line

} // namespace

StudyOverlay::StudyOverlay(const ChartScene &scene)
    : m_scene(scene)
    , m_painter(scene)
    , m_legend(scene)
{
}

void StudyOverlay::setStyle(const QFont &font, const QLocale &locale)
{
    m_legend.setStyle(font, locale);
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

void StudyOverlay::layout(const QRect &barLegend)
{
    m_legend.layout(barLegend);
    layoutTags();
}

/// Newest values at the axis of their pane, moved apart where they would cover one another.
void StudyOverlay::layoutTags()
{
    m_tags.clear();
    const StudyScene &studies = m_scene.studies;
    if (!studies.set || !m_scene.hasBars())
        return;
    for (const StudyPane &pane : studies.panes) {
        std::vector<Tag> tags;
        for (const StudyPlot &plot : studies.plots)
            if (plot.rect == pane.rect && plot.low == pane.low && plot.high == pane.high
                && studies.set->contains(plot.id))
                addTags(plot, tags);
        std::ranges::stable_sort(tags, {}, [](const Tag &tag) { return tag.rect.top(); });
        int free = pane.rect.top();
        for (Tag &tag : tags) {
            tag.rect.moveTop(std::max(tag.rect.top(), free));
            free = tag.rect.bottom() + 1;
        }
        int end = pane.rect.bottom();
        for (auto tag = tags.rbegin(); tag != tags.rend(); ++tag) {
            tag->rect.moveBottom(std::min(tag->rect.bottom(), end));
            end = tag->rect.top() - 1;
        }
        if (!tags.empty() && tags.front().rect.top() < pane.rect.top())
            tags.clear(); // the pane is too low for them all
        m_tags.insert(m_tags.end(), tags.begin(), tags.end());
    }
}

void StudyOverlay::addTags(const StudyPlot &plot, std::vector<Tag> &tags) const
{
    const IndicatorSet &set = *m_scene.studies.set;
    const IndicatorInfo &info = set.info(plot.id);
    const QRect &axis = m_scene.panes.priceAxis;
    const int height = m_glyphs.height() + 2;
    for (std::size_t output = 0; output < info.outputs.size(); ++output) {
        const double value = set.valueAt(plot.id, output, m_scene.series->lastKey());
        if (!set.choice(plot.id).shows(output) || std::isnan(value) || value < plot.low
            || value > plot.high)
            continue;
        Tag tag;
        const int y = qRound(studyscale::yOf(m_scene, plot, value));
        tag.rect = QRect(axis.left() + 1, y - height / 2, axis.width() - 1, height);
        tag.text = studyscale::text(value, plot.decimals, m_locale);
        const bool isSigned = info.outputs[output].look == IndicatorOutput::Look::SignedColumns;
        const ChartColors &colors = m_scene.colors;
        tag.box = isSigned ? (value < 0 ? colors.down : colors.up)
                           : StudyPainter::color(m_scene, plot.id, output);
        tags.push_back(tag);
    }
}

QRegion StudyOverlay::tailRegion() const
{
    QRegion region;
    for (const StudyPlot &plot : m_scene.studies.plots)
        region += m_painter.newestRect(plot);
    for (const Tag &tag : m_tags)
        region += tag.rect;
    return region;
}

void StudyOverlay::paintTail(QPainter &painter)
{
    const StudyScene &studies = m_scene.studies;
    if (!studies.set || !m_scene.hasBars())
        return;
    for (const StudyPlot &plot : studies.plots) {
        painter.setClipRect(plot.rect);
        m_painter.paint(painter, plot, StudyPainter::Part::Newest);
    }
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    for (const Tag &tag : m_tags) {
        painter.setClipRect(tag.rect);
        painter.fillRect(tag.rect, tag.box);
        const ChartColors &colors = m_scene.colors;
        const bool dark
            = contrastRatio(colors.background, tag.box) >= contrastRatio(colors.text, tag.box);
        m_glyphs.draw(painter, tag.rect.adjusted(tagPadding, 0, 0, 0), Qt::AlignLeft, tag.text,
                      dark ? colors.background : colors.text);
    }
    painter.setClipping(false);
}

QString StudyOverlay::valueText(int pane, int y) const
{
    const auto found = std::ranges::find(m_scene.studies.panes, pane, &StudyPane::id);
    return found == m_scene.studies.panes.end()
        ? QString()
        : studyscale::text(studyscale::valueAt(*found, y), found->decimals, m_locale);
}

IndicatorSet::Id StudyOverlay::lineAt(QPoint place) const
{
    IndicatorSet::Id nearest = 0;
    double least = reach;
    for (const StudyPlot &plot : m_scene.studies.plots) {
        const auto away = m_painter.distance(plot, place);
        if (away && *away <= least) {
            least = *away;
            nearest = plot.id;
        }
    }
    return nearest;
}

} // namespace tapeline
