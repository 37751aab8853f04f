#include "studyinput.h"

#include "chartoverlay.h"
#include "chartstudies.h"
#include "indicatortext.h"

#include <QAction>
#include <QMouseEvent>

#include <cstdlib>

namespace tapeline {

namespace {

constexpr int edgeReach = 3; // pixels to either side

} // namespace

StudyInput::StudyInput(ChartStudies &studies, const ChartScene &scene, ChartOverlay &overlay,
                       QWidget *chart)
    : m_studies(studies)
    , m_scene(scene)
    , m_overlay(overlay)
    , m_layer(new QWidget(chart))
{
    m_layer->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_layer->hide();
}

/// The pane that begins here, where one ends above it.
std::optional<int> StudyInput::paneWithTopAt(QPoint position) const
{
    if (m_studies.panes().maximised() || position.x() > m_scene.panes.price.right())
        return std::nullopt;
    for (const ChartPane &pane : m_scene.panes.lower)
        if (std::abs(position.y() - pane.rect.top()) <= edgeReach)
            return pane.id;
    return std::nullopt;
}

void StudyInput::setPointer(std::optional<QPoint> position)
{
    if (m_overlay.studies().legend().setPointer(position))
        m_overlay.updateLegends();
}

bool StudyInput::takePress(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const QPoint position = event.position().toPoint();
    setPointer(position); // a pen or a touch did not come from anywhere
    if (const StudyHit hit = m_overlay.studies().legend().hitAt(position); hit.button) {
        m_pressed = hit;
        return true;
    }
    m_dragged = paneWithTopAt(position);
    return m_dragged.has_value();
}

bool StudyInput::takeMove(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    setPointer(position);
    if (m_dragged)
        m_studies.dragPane(*m_dragged, position.y());
    return m_dragged.has_value();
}

bool StudyInput::takeRelease(const QMouseEvent &event)
{
    if (m_dragged) {
        m_dragged.reset();
        m_studies.dragEnded();
        return true;
    }
    if (!m_pressed)
        return false;
    const StudyHit pressed = *std::exchange(m_pressed, std::nullopt);
    if (m_overlay.studies().legend().hitAt(event.position().toPoint()) == pressed)
        m_studies.act(pressed);
    return true;
}

/// An edge: the usual heights. A row in a pane of indicators: that pane takes the chart, or no
/// longer. A line, or a row over the prices: its settings.
bool StudyInput::takeDoubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    const QPoint position = event.position().toPoint();
    const StudyHit hit = m_overlay.studies().legend().hitAt(position);
    if (hit.button) { // two clicks, not one
        m_pressed = hit;
        return true;
    }
    if (hit.id != 0 && m_studies.set().contains(hit.id)) {
        const int pane = m_studies.set().choice(hit.id).pane;
        if (pane == ChartPane::prices)
            m_studies.askForSettings(hit.id);
        else
            m_studies.toggleMaximised(pane);
        return true;
    }
    if (const auto pane = paneWithTopAt(position)) {
        m_studies.restorePane(*pane);
        return true;
    }
    const IndicatorSet::Id line = m_overlay.studies().lineAt(position);
    if (line != 0)
        m_studies.askForSettings(line);
    return line != 0;
}

void StudyInput::pointerLeft()
{
    setPointer(std::nullopt);
}

std::optional<Qt::CursorShape> StudyInput::cursorAt(QPoint position) const
{
    if (m_dragged)
        return Qt::SplitVCursor;
    const StudyHit hit = m_overlay.studies().legend().hitAt(position);
    if (hit.button)
        return Qt::PointingHandCursor;
    if (hit.id != 0)
        return Qt::ArrowCursor;
    return paneWithTopAt(position) ? std::optional(Qt::SplitVCursor) : std::nullopt;
}

QString StudyInput::toolTipAt(QPoint position) const
{
    const StudyLegend &legend = m_overlay.studies().legend();
    const StudyHit hit = legend.hitAt(position);
    if (hit.id != 0 && !hit.button && m_studies.set().contains(hit.id))
        return indicatorText(m_studies.set().info(hit.id).name);
    return legend.toolTip(hit);
}

// --- menu
// ----------------------------------------------------------------------------------------------------

QAction *StudyInput::add(const QString &text, std::function<void()> act)
{
    auto *action = new QAction(text, &m_menuOwner);
    QObject::connect(action, &QAction::triggered, &m_menuOwner, std::move(act));
    m_actions << action;
    return action;
}

std::optional<QList<QAction *>> StudyInput::menuAt(std::optional<QPoint> position)
{
    qDeleteAll(std::exchange(m_actions, {}));
    if (!position)
        return m_actions;
    IndicatorSet::Id id = m_overlay.studies().legend().hitAt(*position).id;
    if (id == 0)
        id = m_overlay.studies().lineAt(*position);
    if (id != 0 && m_studies.set().contains(id))
        addIndicator(id);
    if (const ChartPane pane = m_scene.panes.at(position->y()); pane.id != ChartPane::prices)
        addPane(pane.id);
    return m_actions;
}

void StudyInput::addIndicator(IndicatorSet::Id id)
{
    const IndicatorChoice &choice = m_studies.set().choice(id);
    const QString label
        = indicatorLabel(m_studies.set().info(id), m_studies.set().parameters(id), QLocale());
    //: Menu of an indicator on a chart; %1 is "EMA 20 Close"
    add(tr("Settings of %1…").arg(label), [this, id] {
        m_studies.askForSettings(id);
    })->setObjectName(QStringLiteral("studySettings"));
    add(choice.hidden ? tr("Show %1").arg(label) : tr("Hide %1").arg(label),
        [this, id, hidden = choice.hidden] { m_studies.setHidden(id, !hidden); })
        ->setObjectName(QStringLiteral("studyHide"));
    add(tr("Duplicate %1").arg(label), [this, id] {
        m_studies.duplicate(id);
    })->setObjectName(QStringLiteral("studyDuplicate"));
    add(tr("Remove %1").arg(label), [this, id] {
        m_studies.set().remove(id);
    })->setObjectName(QStringLiteral("studyRemove"));
    if (choice.pane != ChartPane::prices)
        add(tr("Move to the prices"), [this, id] {
            m_studies.moveToPrices(id);
        })->setObjectName(QStringLiteral("studyToPrices"));
    add(tr("Move to a pane of its own"), [this, id] {
        m_studies.moveToOwnPane(id);
    })->setObjectName(QStringLiteral("studyToOwnPane"));
    if (m_studies.neighbour(id, -1).value_or(ChartPane::prices) != ChartPane::prices)
        add(tr("Move to the pane above"), [this, id] {
            m_studies.moveToNeighbour(id, -1);
        })->setObjectName(QStringLiteral("studyToPaneAbove"));
    if (m_studies.neighbour(id, 1))
        add(tr("Move to the pane below"), [this, id] {
            m_studies.moveToNeighbour(id, 1);
        })->setObjectName(QStringLiteral("studyToPaneBelow"));
    add({}, [] {})->setSeparator(true);
}

void StudyInput::addPane(int pane)
{
    const std::vector<ChartPane> &lower = m_scene.panes.lower;
    if (lower.front().id != pane)
        add(tr("Move this pane up"), [this, pane] {
            m_studies.movePane(pane, -1);
        })->setObjectName(QStringLiteral("paneUp"));
    if (lower.back().id != pane)
        add(tr("Move this pane down"), [this, pane] {
            m_studies.movePane(pane, 1);
        })->setObjectName(QStringLiteral("paneDown"));
    add(m_studies.panes().maximised() == pane ? tr("All panes as before")
                                              : tr("Maximise this pane"),
        [this, pane] { m_studies.toggleMaximised(pane); })
        ->setObjectName(QStringLiteral("paneMaximise"));
    add(tr("Close this pane"), [this, pane] {
        m_studies.closePane(pane);
    })->setObjectName(QStringLiteral("paneClose"));
    add({}, [] {})->setSeparator(true);
}

} // namespace tapeline
