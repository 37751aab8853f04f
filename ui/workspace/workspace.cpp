#include "workspace.h"

#include "layoutpreset.h"
#include "paneldock.h"
#include "panelheader.h"
#include "panelregistry.h"
#include "theme.h"

#include <QApplication>
#include <QLabel>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int dockStateVersion = 1;
constexpr int roomForAColumn = 1'500; // pixels, unscaled; below it a new panel gets a row

PanelDock *dockAround(QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        if (auto *dock = qobject_cast<PanelDock *>(widget))
            return dock;
    return nullptr;
}

/// A dock that waits for its window to be shown is hidden too, and not closed for that.
bool isClosed(const QWidget *dock)
{
    return dock->isHidden() && dock->testAttribute(Qt::WA_WState_ExplicitShowHide);
}

} // namespace

Workspace::Workspace(const DeskContext &context, WorkspaceState state, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_state(std::move(state))
    , m_hint(new QLabel(this))
{
    setWindowFlags(Qt::Widget);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    m_hint->setObjectName(u"emptyWorkspace"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    updateHint();
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { onFocusChanged(now); });
}

Workspace::~Workspace()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus wanders while panels die
    // Docks hide while they die, which is no wish of the user
    for (PanelDock *dock : std::as_const(m_docks))
        dock->disconnect(this);
}

QString Workspace::name() const
{
    return m_state.name.isEmpty() ? layoutPreset(m_state.preset).name() : m_state.name;
}

void Workspace::setName(const QString &name)
{
    m_state.name = name;
    emit changed();
}

WorkspaceState Workspace::state() const
{
    if (!m_built)
        return m_state;
    WorkspaceState now = m_state;
    now.panels.clear();
    for (const PanelDock *dock : m_docks)
        now.panels.append(stateOf(dock->panel()));
    if (!m_sizesPending)
        now.docks = m_docksAsleep.isEmpty() ? saveState(dockStateVersion) : m_docksAsleep;
    return now;
}

PanelState Workspace::stateOf(const Panel *panel) const
{
    PanelState state;
    state.id = panel->id();
    state.type = panel->type();
    state.link = panel->linkColor();
    state.symbol = panel->symbol();
    if (panel->timeframe())
        state.timeframe = panel->timeframe()->toString();
    state.extra = panel->saveState();
    return state;
}

void Workspace::enter()
{
    if (!m_built)
        build();
    for (PanelDock *dock : std::exchange(m_asleep, {}))
        dock->show();
    m_docksAsleep.clear();
    updateHint();
}

void Workspace::leave()
{
    if (!m_built)
        return;
    m_docksAsleep = saveState(dockStateVersion);
    for (PanelDock *dock : std::as_const(m_docks))
        if (dock->isFloating() && dock->isVisible()) {
            m_asleep.append(dock);
            dock->hide();
        }
}

void Workspace::build()
{
    m_built = true;
    if (m_state.panels.isEmpty())
        arrangeByPreset();
    else
        restoreArrangement();
    updateHint();
}

void Workspace::restoreArrangement()
{
    for (const PanelState &panel : std::as_const(m_state.panels)) {
        PanelDock *dock = addPanel(panel);
        if (!dock)
            continue;
        addDockWidget(Qt::LeftDockWidgetArea, dock, Qt::Horizontal);
        // Beside each other they would ask for more room than they will have, and widen the window
        if (m_docks.size() > 1 && !m_state.docks.isEmpty())
            tabifyDockWidget(m_docks.front(), dock);
    }
    m_sizesPending = true;
}

PanelDock *Workspace::addPanel(const PanelState &state)
{
    const PanelType *type = m_context.panels.find(state.type);
    if (!type)
        return nullptr; // of a later version, or of a part that is not built in
    Panel *panel = type->make({ m_context.theme, m_context.settings, m_context.links,
                                m_context.commands, state.type, state.id });
    if (panel->title().isEmpty())
        panel->setTitle(type->title());
    restorePanel(panel, state);

    auto *dock = new PanelDock(panel, this);
    m_docks.append(dock);
    connect(dock, &PanelDock::closed, this, &Workspace::onDocksChanged);
    connect(dock, &PanelDock::dockLocationChanged, this, &Workspace::changed);
    connect(dock, &PanelDock::topLevelChanged, this, &Workspace::changed);
    connect(panel, &Panel::symbolChanged, this, &Workspace::changed);
    connect(panel, &Panel::linkColorChanged, this, &Workspace::changed);
    connect(panel, &Panel::timeframeChanged, this, &Workspace::changed);
    connect(panel, &Panel::stateChanged, this, &Workspace::changed);
    emit panelAdded(panel);
    return dock;
}

void Workspace::restorePanel(Panel *panel, const PanelState &state)
{
    panel->setLinkColor(state.link);
    // A group that already shows something takes its new panel along, not the other way round
    if (!state.symbol.isEmpty() && panel->symbol().isEmpty())
        panel->setSymbol(state.symbol);
    const auto timeframe = Timeframe::parse(state.timeframe);
    if (timeframe && panel->timeframe())
        panel->setTimeframe(*timeframe);
    panel->restoreState(state.extra);
}

QList<Panel *> Workspace::panels() const
{
    QList<Panel *> all;
    for (const PanelDock *dock : m_docks)
        all.append(dock->panel());
    return all;
}

Panel *Workspace::activePanel() const
{
    if (m_active && isPanelOpen(m_active))
        return m_active;
    for (const PanelDock *dock : m_docks)
        if (dock->panel()->timeframe() && isPanelOpen(dock->panel()))
            return dock->panel();
    return nullptr;
}

PanelDock *Workspace::dockOf(const Panel *panel) const
{
    for (PanelDock *dock : m_docks)
        if (dock->panel() == panel)
            return dock;
    return nullptr;
}

bool Workspace::isPanelOpen(const Panel *panel) const
{
    const PanelDock *dock = dockOf(panel);
    return dock && (!isClosed(dock) || m_asleep.contains(dock));
}

Panel *Workspace::openPanel(const QString &type)
{
    for (PanelDock *dock : std::as_const(m_docks))
        if (dock->panel()->type() == type && isClosed(dock)) {
            setPanelOpen(dock->panel(), true);
            return dock->panel();
        }

    PanelState state;
    state.id = freshId(type);
    state.type = type;
    if (const Panel *model = activePanel()) {
        state.link = model->linkColor();
        state.symbol = model->symbol();
    }
    PanelDock *dock = addPanel(state);
    if (!dock)
        return nullptr;
    // Beside the others where there is room for one more column
    const bool wide = width() >= m_context.theme.scaled(roomForAColumn);
    addDockWidget(wide ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea, dock);
    dock->show();
    if (!wide)
        resizeDocks({ dock }, { height() * 2 / 5 }, Qt::Vertical);
    dock->panel()->setFocus();
    onDocksChanged();
    return dock->panel();
}

void Workspace::setPanelOpen(const Panel *panel, bool open)
{
    PanelDock *dock = dockOf(panel);
    if (!dock)
        return;
    if (!open) {
        dock->close();
        return;
    }
    dock->show();
    dock->raise();
    dock->panel()->setFocus();
    onDocksChanged();
}

QString Workspace::freshId(const QString &type) const
{
    for (int number = 1;; ++number) {
        const QString id = u"%1-%2"_s.arg(type).arg(number);
        if (!findChild<PanelDock *>(id, Qt::FindDirectChildrenOnly))
            return id;
    }
}

void Workspace::onDocksChanged()
{
    updateHint();
    emit activePanelChanged(activePanel());
    emit changed();
}

void Workspace::onFocusChanged(QWidget *now)
{
    PanelDock *dock = dockAround(now);
    if (!dock || !m_docks.contains(dock) || dock->panel() == m_active)
        return;
    if (m_active)
        m_active->header()->setActive(false);
    m_active = dock->panel();
    m_active->header()->setActive(true);
    emit activePanelChanged(m_active);
}

void Workspace::updateHint()
{
    m_hint->setText(tr("There is no panel here. Add one from the View menu, or press Ctrl+K."));
    const bool empty = std::none_of(m_docks.cbegin(), m_docks.cend(),
                                    [](const PanelDock *dock) { return !isClosed(dock); });
    m_hint->setVisible(m_built && empty);
}

void Workspace::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    settleSizes();
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_hint->setGeometry(rect());
}

void Workspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateHint();
    QMainWindow::changeEvent(event);
}

} // namespace tapeline
