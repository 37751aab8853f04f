#include "profilepainter.h"

#include "flowday.h"
#include "timemarks.h"
#include "valuemarks.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestRows = 240;
constexpr int narrowestRows = 40;
constexpr int leastRow = 3; // pixels: rows that share them are added up

} // namespace

ProfilePainter::ProfilePainter(const ChartScene &scene)
    : m_scene(scene)
{
}

void ProfilePainter::setStyle(const QFont &font, const QLocale &locale)
{
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

// --- what it is made of
// ---------------------------------------------------------------------------------------

ProfilePainter::Bars ProfilePainter::bars() const
{
    const ChartSeries &series = *m_scene.series;
    const FlowOptions &options = m_scene.flow.options;
    Bars bars { std::max(m_scene.view.firstVisible(), series.firstKey()),
                std::min(m_scene.view.lastVisible(), series.lastKey()) };
    const auto between = [&](ChartSeries::Key first, Timestamp until) {
        return Bars { first, std::min(series.keyAtOrAfter(until) - 1, series.lastKey()) };
    };
    if (options.profile == ProfileRange::Fixed) {
        if (!options.span)
            return Bars();
        // Bars of another timeframe than it was marked on may hold more than it
        Bars marked = between(series.keyHolding(options.span->from), options.span->until);
        marked.last = std::min(std::max(marked.first, marked.last), series.lastKey());
        return marked;
    }
    if (options.profile == ProfileRange::Composite) {
        const auto &all = m_scene.flow.sessions->composite(options.compositeDays);
        return all ? Bars { all->first, series.lastKey() } : Bars();
    }
    if (options.profile != ProfileRange::Session || bars.first > bars.last)
        return bars;
    const AssetClass assets = series.assetClass();
    const QDate day = flowDay(assets, series.start(bars.last));
    return between(series.keyAtOrAfter(flowDayStart(assets, day)),
                   flowDayStart(assets, day.addDays(1)));
}

std::optional<FlowProfile> ProfilePainter::sum()
{
    const FlowSeries &flow = *m_scene.flow.series;
    m_days = 0;
    m_startsInPart = false;
    if (m_made.range != ProfileRange::Composite)
        return flowProfile(flow, profileGrid(flow), m_made.bars.first, m_made.bars.last);
    const auto &all = m_scene.flow.sessions->composite(m_made.days);
    if (!all)
        return std::nullopt;
    m_days = all->sessions;
    m_startsInPart = all->isPartial;
    return *all;
}

/// Panning and zooming often leave the bars that are summed up, and ticks may come in between.
void ProfilePainter::refresh()
{
    const ChartFlow &flow = m_scene.flow;
    const bool shown
        = m_scene.hasBars() && flow.series && flow.options.profile != ProfileRange::None;
    const Made made = shown ? Made { flow.series, flow.series->revision(), flow.options.profile,
                                     flow.options.compositeDays, bars() }
                            : Made();
    if (std::exchange(m_made, made) == made)
        return;
    std::optional<FlowProfile> all = shown ? sum() : std::nullopt;
    m_profile.reset();
    if (all && !all->profile.rows().isEmpty()) {
        m_estimatedShare = all->estimatedShare();
        m_printsMissing = all->gaps > 0;
        m_profile = std::move(all->profile);
    }
    m_levels = m_profile ? m_profile->levels() : std::nullopt;
}

const std::optional<VolumeProfile> &ProfilePainter::profile()
{
    refresh();
    return m_profile;
}

// --- where things are
// -----------------------------------------------------------------------------------------

int ProfilePainter::yOf(double price) const
{
    return qRound(m_scene.priceY(price));
}

/// The middle of the row that begins at a price.
int ProfilePainter::lineY(Price price) const
{
    return yOf(price.toDouble() + m_profile->grid().height().toDouble() / 2);
}

ProfilePainter::Place ProfilePainter::place() const
{
    const QRect &pane = m_scene.panes.price;
    if (m_made.range == ProfileRange::Fixed) {
        const int left = qRound(m_scene.view.xOf(double(m_made.bars.first) - 0.5));
        const int right = qRound(m_scene.view.xOf(double(m_made.bars.last) + 0.5));
        return { left, 1, std::clamp(right - left, narrowestRows, widestRows), left, right };
    }
    const int widest = std::min(pane.width() / 4, widestRows);
    return { pane.right(), -1, widest, pane.right() - widest - 8, pane.right() };
}

// --- painting
// -------------------------------------------------------------------------------------------------

void ProfilePainter::paint(QPainter &painter)
{
    refresh();
    if (m_made.range == ProfileRange::None)
        return;
    painter.save();
    painter.setClipRect(m_scene.panes.price, Qt::IntersectClip);
    if (m_made.range == ProfileRange::Fixed)
        paintRange(painter);
    if (m_levels) {
        paintRows(painter);
        paintLine(painter, m_levels->poc, m_scene.colors.accent);
        paintLine(painter, m_levels->vah, m_scene.colors.textDim);
        paintLine(painter, m_levels->val, m_scene.colors.textDim);
    }
    painter.restore();
}

void ProfilePainter::paintWords(QPainter &painter)
{
    if (m_made.range == ProfileRange::None && !m_scene.flow.marking)
        return;
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    painter.save();
    painter.setClipRect(m_scene.panes.price, Qt::IntersectClip);
    m_names = {};
    if (m_levels) {
        //: Volume profile: price with the largest volume (point of control), as an abbreviation
        paintName(painter, m_levels->poc, tr("POC"), m_scene.colors.accent);
        //: Volume profile: highest price of the value area, as an abbreviation
        paintName(painter, m_levels->vah, tr("VAH"), m_scene.colors.textDim);
        //: Volume profile: lowest price of the value area, as an abbreviation
        paintName(painter, m_levels->val, tr("VAL"), m_scene.colors.textDim);
    }
    paintMade(painter);
    painter.restore();
}

/// Edges that can be dragged, and a shade between them.
void ProfilePainter::paintRange(QPainter &painter) const
{
    const Place at = place();
    const QRect &pane = m_scene.panes.price;
    QColor shade = m_scene.colors.accent;
    shade.setAlphaF(0.06F);
    painter.fillRect(QRect(at.lineLeft, pane.top(), at.lineRight - at.lineLeft, pane.height()),
                     shade);
    for (const int x : { at.lineLeft, at.lineRight }) {
        painter.fillRect(x, pane.top(), 1, pane.height(), m_scene.colors.accent);
        painter.fillRect(x - 2, pane.center().y() - 12, 5, 24, m_scene.colors.accent);
    }
}

/// Rows that share pixels are added up.
void ProfilePainter::paintRows(QPainter &painter) const
{
    struct Line
    {
        double buy = 0;
        double sell = 0;
        bool inside = false;
        int bottom = 0;
    };
    std::map<int, Line> lines; // by their top
    const double height = m_profile->grid().height().toDouble();
    double most = 0;
    for (const FlowRow &row : m_profile->rows().rows()) {
        const auto [top, floor]
            = std::minmax({ yOf(double(row.row + 1) * height), yOf(double(row.row) * height) });
        const int bottom = std::max(floor, top + 1);
        const int line = bottom - top < leastRow ? top - top % leastRow : top;
        Line &sums = lines[line];
        sums.buy += row.buy.toDouble();
        sums.sell += row.sell.toDouble();
        sums.inside |= row.row >= m_levels->area.low && row.row <= m_levels->area.high;
        sums.bottom = std::max({ sums.bottom, bottom, line + leastRow });
        most = std::max(most, sums.buy + sums.sell);
    }
    const Place at = place();
    const auto fill = [&](int from, double shares, const Line &line, int top, QColor color) {
        color.setAlphaF(line.inside ? 0.38F : 0.18F);
        const int width = qRound(shares / most * at.widest);
        const int left = at.direction < 0 ? from - width : from;
        painter.fillRect(left, top, width, std::max(line.bottom - top - 1, 1), color);
        return from + at.direction * width;
    };
    for (const auto &[top, line] : lines) {
        const int next = fill(at.base, line.buy, line, top, m_scene.colors.up);
        fill(next, line.sell, line, top, m_scene.colors.down);
    }
}

void ProfilePainter::paintLine(QPainter &painter, Price price, const QColor &color) const
{
    const Place at = place();
    const int y = lineY(price);
    const int right = std::min(at.lineRight, m_scene.panes.price.right());
    for (int x = std::max(at.lineLeft, m_scene.panes.price.left()); x < right; x += 6)
        painter.fillRect(x, y, std::min(4, right - x), 1, color);
}

void ProfilePainter::paintName(QPainter &painter, Price price, const QString &name,
                               const QColor &color)
{
    const QString text
        = name + u' ' + priceText(price.toDouble(), m_scene.series->priceDecimals(), m_locale);
    const int width = qCeil(m_glyphs.width(text)) + 4;
    const Place at = place();
    const int left = at.direction < 0 ? at.lineLeft - width - 2 : at.lineRight + 4;
    const QRect label(left, lineY(price) - m_glyphs.height() / 2, width, m_glyphs.height());
    if (m_names.intersects(label))
        return; // levels lie next to each other: the line is enough
    m_names += label;
    painter.fillRect(label, m_scene.colors.background);
    m_glyphs.draw(painter, label, Qt::AlignHCenter, text, color);
}

/// What it is made of, at the lower right, where neither legend nor status are.
void ProfilePainter::paintMade(QPainter &painter)
{
    const QString text = m_scene.flow.marking
        //: In the corner of a chart, while the person is to choose bars
        ? tr("Drag over the bars for their volume profile, or Left, Right and Enter. Esc: "
             "leave it.")
        : words();
    const QRect &pane = m_scene.panes.price;
    const int width = std::min(qCeil(m_glyphs.width(text)) + 8, pane.width());
    const QRect line(pane.right() - width - 4, pane.bottom() - m_glyphs.height() - 3, width,
                     m_glyphs.height());
    painter.fillRect(line, m_scene.colors.background);
    m_glyphs.drawElided(painter, line.adjusted(4, 0, -4, 0), Qt::AlignLeft, text,
                        m_scene.flow.marking ? m_scene.colors.text : m_scene.colors.textDim);
}

// --- words
// ----------------------------------------------------------------------------------------------------

QString ProfilePainter::words()
{
    refresh();
    if (m_made.range == ProfileRange::None)
        return {};
    if (!m_profile)
        return tr("Volume profile: no trades are known of these bars");
    const QString span = spanText(m_made.bars);
    QString text;
    switch (m_made.range) {
    case ProfileRange::None:
    case ProfileRange::Visible:
        //: Volume profile; %1 is a span of time
        text = tr("Profile of what is in view, %1").arg(span);
        break;
    case ProfileRange::Session:
        //: Volume profile; %1 is a span of time
        text = tr("Profile of the day, %1").arg(span);
        break;
    case ProfileRange::Fixed:
        //: Volume profile; %1 is a span of time
        text = tr("Profile of the range, %1").arg(span);
        break;
    case ProfileRange::Composite:
        //: Volume profile; %1 of %2 days are known; %3 is a span of time
        text = tr("Profile of %1 of %2 days, %3")
                   .arg(m_locale.toString(m_days), m_locale.toString(m_made.days), span);
        break;
    }
    return text + doubtsText();
}

/// From the first to the last bar, the day once when both are of the same.
QString ProfilePainter::spanText(Bars span) const
{
    const ChartSeries &series = *m_scene.series;
    const Timestamp from = series.start(span.first);
    const Timestamp to = series.start(span.last);
    const auto text = [&](Timestamp start) { return barTimeText(series, start, m_locale); };
    if (span.first == span.last)
        return text(from).simplified();
    QString last = text(to);
    if (barDate(series, from) == barDate(series, to)) // two blanks lie between day and time
        last = last.section(u"  "_s, -1);
    //: Volume profile: the times of its first and of its last bar
    return tr("%1 to %2").arg(text(from).simplified(), last.simplified());
}

/// Empty when the trades of all of its bars are known.
QString ProfilePainter::doubtsText() const
{
    QStringList doubts { estimatedText(), knownText() };
    if (m_printsMissing)
        //: Volume profile: there was a gap in the trades it is made of
        doubts << tr("prints missing");
    QString text;
    for (const QString &doubt : std::as_const(doubts))
        if (!doubt.isEmpty())
            text += u"; " + doubt;
    return text;
}

QString ProfilePainter::estimatedText() const
{
    if (m_estimatedShare <= 0)
        return {};
    //: Volume profile: none of its trades are known
    if (m_estimatedShare >= 1)
        return tr("estimated from bars");
    const int percent = std::min(qRound(100 * m_estimatedShare), 99);
    if (percent < 1)
        //: Volume profile: of very few bars trades are not known
        return tr("less than 1 % of the volume estimated from bars");
    //: Volume profile: %1 is a share of 1 to 99
    return tr("%1 % of the volume estimated from bars").arg(m_locale.toString(percent));
}

/// What is missing from it.
QString ProfilePainter::knownText() const
{
    const ChartSeries &series = *m_scene.series;
    const std::optional<Timestamp> known = m_scene.flow.series->knownFrom();
    const bool isComposite = m_made.range == ProfileRange::Composite;
    if (canEstimateProfile(series.timeframe()))
        //: Volume profile of several days: the chart's bars begin within the first one
        return isComposite && m_startsInPart ? tr("the first day in part") : QString();
    const bool inPart = isComposite ? m_startsInPart || m_days < m_made.days
                                    : known && *known > series.start(m_made.bars.first);
    if (!known || !inPart)
        return {};
    //: Volume profile: trades before that time are not in it
    return tr("trades known since %1").arg(barTimeText(series, *known, m_locale).simplified());
}

} // namespace tapeline
