#include "studylegend.h"

#include "colormix.h"
#include "indicatortext.h"
#include "studypainter.h"
#include "studyscale.h"

#include <QPainter>

#include <algorithm>
#include <map>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int left = 10;
constexpr int topInPane = 5;
constexpr int gap = 8;
constexpr int buttonSide = 18;
constexpr int iconSide = 12;
constexpr double mostOfPane = 0.5; // that rows may take
constexpr double mostReserved = 0.3; // of the pane, where no prices are

} // namespace

StudyLegend::StudyLegend(const ChartScene &scene)
    : m_scene(scene)
{
}

void StudyLegend::setStyle(const QFont &font, const QLocale &locale)
{
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

const StudyPlot *StudyLegend::plotOf(IndicatorSet::Id id) const
{
    const auto found = std::ranges::find(m_scene.studies.plots, id, &StudyPlot::id);
    return found == m_scene.studies.plots.end() ? nullptr : &*found;
}

/// What the pointer is on: a button, a pane, a row.
std::tuple<StudyHit, int, IndicatorSet::Id> StudyLegend::hovered() const
{
    if (!m_pointer)
        return { {}, 0, 0 };
    const StudyHit hit = hitAt(*m_pointer);
    return { hit.button ? hit : StudyHit(), m_scene.panes.at(m_pointer->y()).id, hit.id };
}

bool StudyLegend::setPointer(std::optional<QPoint> pointer)
{
    const auto before = hovered();
    m_pointer = pointer;
    return hovered() != before;
}

void StudyLegend::layout(const QRect &barLegend)
{
    m_rows.clear();
    m_paneButtons = {};
    m_toggle = {};
    const StudyScene &studies = m_scene.studies;
    if (!studies.set || !m_scene.hasBars())
        return;
    const QRect &prices = m_scene.panes.price;
    QPoint inPrices(left, std::max(barLegend.bottom() + 3, topInPane));
    std::map<int, QPoint> inPane;
    m_priceRows = 0;
    for (const IndicatorSet::Id id : studies.set->ids()) {
        const StudyPlot *plot = plotOf(id);
        if (!plot)
            continue;
        const bool onPrices = studies.set->choice(id).pane == ChartPane::prices;
        if (onPrices) {
            ++m_priceRows;
            const bool fits = inPrices.y() + 2 * rowHeight()
                < prices.top() + barLegend.height() + prices.height() * mostOfPane;
            if (studies.isCollapsed || !fits)
                continue;
            addRow(id, *plot, inPrices, prices.right() - m_scene.legendRoomRight - left);
            inPrices.ry() += rowHeight();
            continue;
        }
        QPoint &place
            = inPane.try_emplace(studies.set->choice(id).pane, left, plot->rect.top() + topInPane)
                  .first->second;
        if (place.y() + rowHeight() > plot->rect.bottom())
            continue;
        addRow(id, *plot, place, plot->rect.right() - 5 * buttonSide);
        place.ry() += rowHeight();
    }
    if (m_priceRows > 0)
        addToggle(inPrices, m_priceRows);
    addPaneButtons();
}

void StudyLegend::addRow(IndicatorSet::Id id, const StudyPlot &plot, QPoint place, int right)
{
    const IndicatorSet &set = *m_scene.studies.set;
    const IndicatorInfo &info = set.info(id);
    const IndicatorChoice &choice = set.choice(id);
    Row row { .id = id, .rect = {}, .pieces = {}, .buttons = {}, .isHidden = choice.hidden };
    int x = place.x();
    const auto add = [&](const QString &text, const QColor &color) {
        row.pieces.push_back({ text, color, x });
        x += qRound(m_glyphs.width(text)) + gap;
    };
    const ChartColors &colors = m_scene.colors;
    QString label = indicatorLabel(info, set.parameters(id), m_locale);
    const int room = std::max(4 * m_glyphs.height(), right - x);
    if (m_glyphs.width(label) > room)
        label = QFontMetrics(m_glyphs.font()).elidedText(label, Qt::ElideRight, room);
    add(label, choice.hidden ? colors.textDim : colors.text);
    const ChartSeries &series = *m_scene.series;
    const bool pointed = m_scene.crosshair && series.contains(m_scene.crosshair->key);
    const ChartSeries::Key key = pointed ? m_scene.crosshair->key : series.lastKey();
    for (std::size_t output = 0; output < info.outputs.size(); ++output) {
        if (!choice.shows(output))
            continue;
        const double value = set.valueAt(id, output, key);
        const QString text
            = std::isnan(value) ? u"\u2013"_s : studyscale::text(value, plot.decimals, m_locale);
        if (x + m_glyphs.width(text) > right) {
            add(u"\u2026"_s, colors.textDim);
            break;
        }
        const bool isSigned = info.outputs[output].look == IndicatorOutput::Look::SignedColumns;
        const QColor side = value < 0 ? colors.down : colors.up;
        add(text, isSigned ? side : StudyPainter::color(m_scene, id, output));
    }
    row.rect = QRect(place.x() - 3, place.y(), x - gap + 6 - place.x(), rowHeight());
    const QRect reach(place.x() - 3, place.y(), x - place.x() + 3 * buttonSide + 10, rowHeight());
    if (m_pointer && reach.contains(*m_pointer) && !m_icons.settings.isNull()) {
        int at = x;
        for (const StudyButton what :
             { StudyButton::Hide, StudyButton::Settings, StudyButton::Remove }) {
            row.buttons.push_back({ what, QRect(at, place.y(), buttonSide, rowHeight()),
                                    what == StudyButton::Hide && choice.hidden });
            at += buttonSide;
        }
        row.rect.setRight(at + 2);
    }
    m_rows.push_back(std::move(row));
}

void StudyLegend::addToggle(QPoint place, std::ptrdiff_t rows)
{
    const int words
        = m_scene.studies.isCollapsed ? qRound(m_glyphs.width(QString::number(rows))) + 6 : 0;
    m_toggle = QRect(place.x() - 3, place.y(), 18 + words, rowHeight() - 2);
}

/// In the corner of the pane under the pointer.
void StudyLegend::addPaneButtons()
{
    if (!m_pointer || m_icons.up.isNull() || !m_scene.panes.all().contains(*m_pointer))
        return;
    const std::vector<ChartPane> &lower = m_scene.panes.lower;
    const auto pane = std::ranges::find_if(
        lower, [this](const ChartPane &each) { return each.rect.contains(*m_pointer); });
    if (pane == lower.end() || pane->rect.height() < rowHeight() + topInPane)
        return;
    m_paneButtons.pane = pane->id;
    int x = pane->rect.right() - 4;
    const auto add = [&](StudyButton what, bool isOn = false) {
        x -= buttonSide;
        m_paneButtons.buttons.push_back(
            { what, QRect(x, pane->rect.top() + topInPane - 1, buttonSide, rowHeight()), isOn });
    };
    add(StudyButton::ClosePane);
    add(StudyButton::Maximise, m_maximised == pane->id);
    if (pane != std::prev(lower.end()))
        add(StudyButton::Down);
    if (pane != lower.begin())
        add(StudyButton::Up);
}

QRegion StudyLegend::region() const
{
    QRegion region(m_toggle);
    for (const Row &row : m_rows)
        region += row.rect;
    for (const Button &button : m_paneButtons.buttons)
        region += button.rect;
    return region;
}

int StudyLegend::roomInPrices() const
{
    const StudyScene &studies = m_scene.studies;
    if (!studies.set)
        return 0;
    const std::vector<IndicatorSet::Id> ids = studies.set->ids();
    const auto rows = std::ranges::count_if(ids, [&](IndicatorSet::Id id) {
        return studies.set->choice(id).pane == ChartPane::prices;
    });
    if (rows == 0)
        return 0;
    const int all = (studies.isCollapsed ? 1 : int(rows) + 1) * rowHeight();
    return std::min(all, qRound(m_scene.panes.price.height() * mostReserved));
}

StudyHit StudyLegend::hitAt(QPoint place) const
{
    if (m_toggle.contains(place))
        return { .id = 0, .pane = {}, .button = StudyButton::Collapse, .rect = m_toggle };
    for (const Button &button : m_paneButtons.buttons)
        if (button.rect.contains(place))
            return { 0, m_paneButtons.pane, button.what, button.rect };
    for (const Row &row : m_rows) {
        for (const Button &button : row.buttons)
            if (button.rect.contains(place))
                return { row.id, {}, button.what, button.rect };
        if (row.rect.contains(place))
            return { row.id, {}, {}, row.rect };
    }
    return {};
}

QString StudyLegend::toolTip(const StudyHit &hit) const
{
    if (!hit.button)
        return {};
    switch (*hit.button) {
    case StudyButton::Hide:
        return m_scene.studies.set->choice(hit.id).hidden ? tr("Show") : tr("Hide");
    case StudyButton::Settings:
        return tr("Settings");
    case StudyButton::Remove:
        return tr("Remove");
    case StudyButton::Up:
        return tr("Move this pane up");
    case StudyButton::Down:
        return tr("Move this pane down");
    case StudyButton::Maximise:
        return m_maximised == hit.pane ? tr("All panes as before") : tr("Maximise this pane");
    case StudyButton::ClosePane:
        return tr("Close this pane");
    case StudyButton::Collapse:
        return m_scene.studies.isCollapsed ? tr("Show the names of the indicators")
                                           : tr("Fold the names of the indicators away");
    }
    Q_UNREACHABLE();
}

QString StudyLegend::plainText() const
{
    QStringList texts;
    for (const Row &row : m_rows)
        for (const Piece &piece : row.pieces)
            texts << piece.text;
    return texts.join(u' ');
}

// --- painting
// -----------------------------------------------------------------------------------------------

void StudyLegend::paint(QPainter &painter)
{
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    const ChartColors &colors = m_scene.colors;
    for (const Row &row : m_rows) {
        painter.setClipRect(row.rect);
        if (!row.buttons.empty())
            painter.fillRect(row.rect, mixed(colors.background, colors.text, 0.08));
        for (const Piece &piece : row.pieces)
            m_glyphs.drawRun(painter, piece.x, QRect(piece.x, row.rect.top(), 0, row.rect.height()),
                             piece.text, piece.color);
        for (const Button &button : row.buttons)
            paintButton(painter, button);
    }
    painter.setClipping(false);
    for (const Button &button : m_paneButtons.buttons) {
        painter.fillRect(button.rect, mixed(colors.background, colors.text, 0.08));
        paintButton(painter, button);
    }
    paintToggle(painter);
}

const QIcon &StudyLegend::icon(const Button &button) const
{
    switch (button.what) {
    case StudyButton::Hide:
        return button.isOn ? m_icons.hidden : m_icons.shown;
    case StudyButton::Settings:
        return m_icons.settings;
    case StudyButton::Remove:
    case StudyButton::ClosePane:
        return m_icons.remove;
    case StudyButton::Up:
        return m_icons.up;
    case StudyButton::Down:
    case StudyButton::Collapse:
        return m_icons.down;
    case StudyButton::Maximise:
        return button.isOn ? m_icons.restore : m_icons.maximise;
    }
    Q_UNREACHABLE();
}

void StudyLegend::paintButton(QPainter &painter, const Button &button) const
{
    if (m_pointer && button.rect.contains(*m_pointer))
        painter.fillRect(button.rect, mixed(m_scene.colors.background, m_scene.colors.text, 0.2));
    QRect place(0, 0, iconSide, iconSide);
    place.moveCenter(button.rect.center());
    icon(button).paint(&painter, place);
}

/// A chevron that points to where the rows go, and how many there are where they are folded away.
void StudyLegend::paintToggle(QPainter &painter)
{
    if (m_toggle.isEmpty())
        return;
    const ChartColors &colors = m_scene.colors;
    const bool hovered = m_pointer && m_toggle.contains(*m_pointer);
    if (hovered)
        painter.fillRect(m_toggle, mixed(colors.background, colors.text, 0.12));
    const QPointF middle(m_toggle.left() + 9, m_toggle.center().y() + 0.5);
    const double down = m_scene.studies.isCollapsed ? 2 : -2;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(hovered ? colors.text : colors.textDim, 1.4));
    painter.drawPolyline(QPolygonF { middle + QPointF(-4, -down), middle + QPointF(0, down),
                                     middle + QPointF(4, -down) });
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_scene.studies.isCollapsed)
        m_glyphs.drawRun(painter, m_toggle.left() + 18, m_toggle, QString::number(m_priceRows),
                         colors.textDim);
}

} // namespace tapeline
