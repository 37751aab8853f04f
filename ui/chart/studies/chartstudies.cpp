#include "chartstudies.h"

#include "chartoverlay.h"
#include "indicatorlist.h"
#include "studyinput.h"
#include "studyscale.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto indicatorsKey = "indicators"_L1;
constexpr auto panesKey = "panes"_L1;
constexpr auto collapsedKey = "collapsed"_L1;
constexpr auto pricesOnlyKey = "scalePricesOnly"_L1;

} // namespace

ChartStudies::ChartStudies(ChartScene &scene, ChartOverlay &overlay, QWidget *chart)
    : QObject(chart)
    , m_scene(scene)
    , m_overlay(overlay)
    , m_input(std::make_unique<StudyInput>(*this, scene, overlay, chart))
{
    m_scene.studies.set = &m_set;
    connect(&m_set, &IndicatorSet::choicesChanged, this, &ChartStudies::takeChoices);
    connect(&m_set, &IndicatorSet::valuesChanged, this, [this](bool tailOnly) {
        if (!tailOnly)
            emit looksChanged();
    });
}

ChartStudies::~ChartStudies() = default;

void ChartStudies::takeChoices()
{
    std::vector<int> panes;
    for (const IndicatorSet::Id id : m_set.ids())
        if (const int pane = m_set.choice(id).pane; pane > 0 && !std::ranges::count(panes, pane))
            panes.push_back(pane);
    m_panes.setStudies(panes);
    emit panesChanged();
    emit stateChanged();
}

// --- what is shown
// ------------------------------------------------------------------------------------------

void ChartStudies::fit()
{
    const int text = m_overlay.fontMetrics().height();
    const int row = m_overlay.studies().legend().rowHeight();
    m_overlay.studies().legend().setMaximised(m_panes.maximised());
    studyscale::fit(m_scene, row, text / 2 + 2, text + 5);
}

bool ChartStudies::fitsNewest() const
{
    return studyscale::fitsNewest(m_scene);
}

ValueRun ChartStudies::rangeInPrices(ChartSeries::Key first, ChartSeries::Key last) const
{
    ValueRun whole;
    if (m_pricesOnly)
        return whole;
    for (const IndicatorSet::Id id : m_set.ids())
        if (m_set.choice(id).pane == ChartPane::prices && m_set.info(id).onPrices)
            whole.extend(studyscale::over(m_set, id, first, last));
    return whole;
}

void ChartStudies::setIcons(const StudyLegend::Icons &icons)
{
    m_overlay.studies().legend().setIcons(icons);
    m_overlay.updateLegends();
}

void ChartStudies::setScalesPricesOnly(bool only)
{
    if (std::exchange(m_pricesOnly, only) == only)
        return;
    emit panesChanged(); // prices are fitted with it
    emit stateChanged();
}

bool ChartStudies::isCollapsed() const
{
    return m_scene.studies.isCollapsed;
}

void ChartStudies::setCollapsed(bool collapsed)
{
    if (std::exchange(m_scene.studies.isCollapsed, collapsed) == collapsed)
        return;
    emit panesChanged();
    emit stateChanged();
}

void ChartStudies::setVolumeShown(bool shown)
{
    if (shown == m_panes.isVolumeShown())
        return;
    m_panes.setVolumeShown(shown);
    emit panesChanged();
    emit stateChanged();
}

// --- one indicator
// ------------------------------------------------------------------------------------------

void ChartStudies::add(IndicatorChoice choice)
{
    auto parameters = indicatorParameters(choice.spec);
    const IndicatorInfo *info = findIndicator(choice.spec.id);
    if (!parameters)
        return; // of another version of the program
    for (std::size_t i = 0; m_scene.hasBars() && i < info->parameters.size(); ++i) {
        const IndicatorParameter &parameter = info->parameters[i];
        if (parameter.kind != IndicatorParameter::Kind::Instant
            || (*parameters)[i] != parameter.initial)
            continue;
        const ChartSeries &series = *m_scene.series;
        const auto key
            = std::clamp(m_scene.view.firstVisible(), series.firstKey(), series.lastKey());
        (*parameters)[i] = double(
            std::chrono::floor<std::chrono::seconds>(series.start(key).time_since_epoch()).count());
    }
    choice.spec.parameters = std::move(*parameters);
    (void)m_set.add(std::move(choice)); // sound, as above
}

void ChartStudies::change(IndicatorSet::Id id, const std::function<void(IndicatorChoice &)> &change)
{
    if (!m_set.contains(id))
        return;
    IndicatorChoice choice = m_set.choice(id);
    change(choice);
    (void)m_set.change(id, std::move(choice)); // its parameters were sound and are
}

void ChartStudies::setHidden(IndicatorSet::Id id, bool hidden)
{
    change(id, [hidden](IndicatorChoice &choice) { choice.hidden = hidden; });
}

void ChartStudies::duplicate(IndicatorSet::Id id)
{
    if (!m_set.contains(id))
        return;
    IndicatorChoice choice = m_set.choice(id);
    if (choice.pane != IndicatorChoice::pricePane)
        choice.pane = IndicatorChoice::newPane;
    (void)m_set.add(std::move(choice)); // sound, as above
}

void ChartStudies::moveToOwnPane(IndicatorSet::Id id)
{
    change(id, [](IndicatorChoice &choice) { choice.pane = IndicatorChoice::newPane; });
}

void ChartStudies::moveToPrices(IndicatorSet::Id id)
{
    change(id, [](IndicatorChoice &choice) { choice.pane = IndicatorChoice::pricePane; });
}

/// Nothing where there is none.
std::optional<int> ChartStudies::neighbour(IndicatorSet::Id id, int direction) const
{
    if (!m_set.contains(id))
        return std::nullopt;
    std::vector<int> panes { ChartPane::prices };
    for (const ChartPane &pane : m_scene.panes.lower)
        if (pane.id > 0)
            panes.push_back(pane.id);
    const auto at = std::ranges::find(panes, m_set.choice(id).pane) - panes.begin() + direction;
    if (at < 0 || at >= std::ssize(panes))
        return std::nullopt;
    return panes[std::size_t(at)];
}

void ChartStudies::moveToNeighbour(IndicatorSet::Id id, int direction)
{
    if (const auto pane = neighbour(id, direction))
        change(id, [pane](IndicatorChoice &choice) { choice.pane = *pane; });
}

// --- panes
// ---------------------------------------------------------------------------------------------------

void ChartStudies::dragPane(int pane, int y)
{
    m_panes.dragTop(m_scene.panes, pane, y);
    emit panesChanged();
}

void ChartStudies::restorePane(int pane)
{
    m_panes.restoreTop(m_scene.panes, pane);
    emit panesChanged();
    emit stateChanged();
}

void ChartStudies::movePane(int pane, int places)
{
    m_panes.move(m_scene.panes, pane, places);
    emit panesChanged();
    emit stateChanged();
}

void ChartStudies::toggleMaximised(int pane)
{
    m_panes.setMaximised(m_panes.maximised() == pane ? std::nullopt : std::optional(pane));
    emit panesChanged();
    emit stateChanged();
}

/// Its indicators go with it.
void ChartStudies::closePane(int pane)
{
    if (m_panes.maximised() == pane)
        m_panes.setMaximised(std::nullopt);
    if (pane == ChartPane::volume)
        return setVolumeShown(false);
    if (pane == ChartPane::flow)
        emit flowUnwanted();
    for (const IndicatorSet::Id id : m_set.ids())
        if (pane > 0 && m_set.choice(id).pane == pane)
            m_set.remove(id);
}

void ChartStudies::act(const StudyHit &hit)
{
    if (!hit.button)
        return;
    const int pane = hit.pane.value_or(ChartPane::prices);
    switch (*hit.button) {
    case StudyButton::Hide:
        return setHidden(hit.id, m_set.contains(hit.id) && !m_set.choice(hit.id).hidden);
    case StudyButton::Settings:
        return askForSettings(hit.id);
    case StudyButton::Remove:
        return m_set.remove(hit.id);
    case StudyButton::Up:
        return movePane(pane, -1);
    case StudyButton::Down:
        return movePane(pane, 1);
    case StudyButton::Maximise:
        return toggleMaximised(pane);
    case StudyButton::ClosePane:
        return closePane(pane);
    case StudyButton::Collapse:
        return setCollapsed(!isCollapsed());
    }
}

// --- JSON
// ----------------------------------------------------------------------------------------------------

QJsonObject ChartStudies::toJson() const
{
    return { { indicatorsKey, m_set.toJson() },
             { panesKey, m_panes.toJson() },
             { collapsedKey, isCollapsed() },
             { pricesOnlyKey, m_pricesOnly } };
}

void ChartStudies::fromJson(const QJsonObject &json)
{
    m_pricesOnly = json.value(pricesOnlyKey).toBool(true);
    m_scene.studies.isCollapsed = json.value(collapsedKey).toBool();
    m_panes = PaneLayout::fromJson(json.value(panesKey).toObject());
    m_set.fromJson(json.value(indicatorsKey).toArray());
}

} // namespace tapeline
