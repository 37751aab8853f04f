#include "profilepainter.h"

#include "easterntime.h"
#include "timemarks.h"
#include "valuemarks.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ProfilePainter::ProfilePainter(const ChartScene &scene)
    : m_scene(scene)
{
}

void ProfilePainter::setStyle(const QFont &font, const QLocale &locale)
{
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

/// Those in view, or the whole of the newest day in view.
ProfilePainter::Bars ProfilePainter::bars() const
{
    const ChartSeries &series = *m_scene.series;
    Bars bars { std::max(m_scene.view.firstVisible(), series.firstKey()),
                std::min(m_scene.view.lastVisible(), series.lastKey()) };
    if (m_scene.flow.options.profile != ProfileRange::Session || bars.first > bars.last)
        return bars;
    const QDate day = easterntime::date(series.start(bars.last));
    bars.first = series.keyAtOrAfter(easterntime::at(day));
    bars.last
        = std::min(series.keyAtOrAfter(easterntime::at(day.addDays(1))) - 1, series.lastKey());
    return bars;
}

std::optional<VolumeProfile> ProfilePainter::profile() const
{
    if (!m_scene.hasBars() || !m_scene.flow.series || m_scene.flow.options.profile == ProfileRange::None)
        return {};
    const Bars span = bars();
    std::vector<const FlowRows *> parts;
    for (const FlowBar *bar : m_scene.flow.series->known(span.first, span.last))
        parts.push_back(&bar->footprint.cells);
    VolumeProfile profile(m_scene.flow.series->grid());
    profile.add(FlowRows::sum(parts));
    return profile.rows().isEmpty() ? std::nullopt : std::optional(std::move(profile));
}

int ProfilePainter::widest() const
{
    return std::min(m_scene.panes.price.width() / 4, 240);
}

int ProfilePainter::yOf(double price) const
{
    return m_scene.panes.price.top() + qRound(m_scene.view.yOf(price));
}

/// Panning and zooming often leave the bars that are summed up, and ticks may come in between.
void ProfilePainter::refresh()
{
    const Bars span = m_scene.hasBars() ? bars() : Bars();
    const Made made { m_scene.flow.series, m_scene.flow.options.profile,
                      m_scene.flow.series ? m_scene.flow.series->revision() : 0, span.first,
                      span.last };
    if (std::exchange(m_made, made) == made)
        return;
    m_profile = profile();
    m_levels = m_profile ? m_profile->levels() : std::nullopt;
}

void ProfilePainter::paint(QPainter &painter)
{
    refresh();
    if (!m_profile || !m_levels)
        return;
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    painter.save();
    painter.setClipRect(m_scene.panes.price);
    paintRows(painter, *m_profile, *m_levels);
    m_labels = {};
    //: Volume profile: price with the largest volume (point of control), as an abbreviation
    paintLevel(painter, m_levels->poc, tr("POC"), m_scene.colors.accent);
    //: Volume profile: highest price of the value area, as an abbreviation
    paintLevel(painter, m_levels->vah, tr("VAH"), m_scene.colors.textDim);
    //: Volume profile: lowest price of the value area, as an abbreviation
    paintLevel(painter, m_levels->val, tr("VAL"), m_scene.colors.textDim);
    paintSpan(painter);
    painter.restore();
}

/// Rows that share pixels are added up.
void ProfilePainter::paintRows(QPainter &painter, const VolumeProfile &profile,
                               const ProfileLevels &levels) const
{
    struct Line
    {
        double buy = 0;
        double sell = 0;
        bool inside = false;
        int bottom = 0;
    };
    std::map<int, Line> lines; // by their top
    const double height = profile.grid().height().toDouble();
    double most = 0;
    for (const FlowRow &row : profile.rows().rows()) {
        const int top = yOf(double(row.row + 1) * height);
        const int bottom = std::max(yOf(double(row.row) * height), top + 1);
        const int place = bottom - top < 3 ? top - top % 3 : top;
        Line &line = lines[place];
        line.buy += row.buy.toDouble();
        line.sell += row.sell.toDouble();
        line.inside = line.inside || (row.row >= levels.area.low && row.row <= levels.area.high);
        line.bottom = std::max({ line.bottom, bottom, place + 3 });
        most = std::max(most, line.buy + line.sell);
    }
    const int edge = m_scene.panes.price.right();
    const auto fill = [&](int right, double shares, const Line &line, int top, QColor color) {
        color.setAlphaF(line.inside ? 0.38F : 0.18F);
        const int width = qRound(shares / most * widest());
        painter.fillRect(right - width, top, width, std::max(line.bottom - top - 1, 1), color);
        return right - width;
    };
    for (const auto &[top, line] : lines) {
        const int next = fill(edge, line.buy, line, top, m_scene.colors.up);
        fill(next, line.sell, line, top, m_scene.colors.down);
    }
}

void ProfilePainter::paintLevel(QPainter &painter, Price price, const QString &name,
                                const QColor &color)
{
    const double middle = price.toDouble() + m_scene.flow.series->grid().height().toDouble() / 2;
    const int y = yOf(middle);
    const int left = m_scene.panes.price.right() - widest() - 8;
    for (int x = left; x < m_scene.panes.price.right(); x += 6)
        painter.fillRect(x, y, 4, 1, color);
    const QString text
        = name + u' ' + priceText(price.toDouble(), m_scene.series->priceDecimals(), m_locale);
    const int width = qCeil(m_glyphs.width(text));
    const QRect label(left - width - 6, y - m_glyphs.height() / 2, width + 4, m_glyphs.height());
    if (m_labels.intersects(label))
        return; // levels lie next to each other: the line is enough
    m_labels += label;
    painter.fillRect(label, m_scene.colors.background);
    m_glyphs.draw(painter, label, Qt::AlignHCenter, text, color);
}

/// From when to when, at the upper right.
void ProfilePainter::paintSpan(QPainter &painter)
{
    const ChartSeries &series = *m_scene.series;
    Bars span = bars();
    while (span.first < span.last && !m_scene.flow.series->bar(span.first))
        ++span.first;
    const auto clock
        = [&](ChartSeries::Key key) { return barTimeText(series, series.start(key), m_locale); };
    //: Beside a volume profile: the time of its first and of its last bar
    const QString text = tr("Volume by price, %1 to %2").arg(clock(span.first), clock(span.last));
    const QRect &pane = m_scene.panes.price;
    const QRect line(pane.left(), pane.top() + 8, pane.width() - 8, m_glyphs.height());
    m_glyphs.draw(painter, line, Qt::AlignRight, text, m_scene.colors.textDim);
}

} // namespace tapeline
