#include "workspacearea.h"

#include "layoutpreset.h"
#include "settings.h"
#include "workspacestore.h"
#include "workspacetabs.h"

#include <QEvent>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr std::chrono::seconds saveDelay { 2 };

} // namespace

WorkspaceArea::WorkspaceArea(const DeskContext &context, WorkspaceStore &store, QWidget *parent)
    : QStackedWidget(parent)
    , m_context(context)
    , m_store(store)
    , m_tabs(new WorkspaceTabs(this))
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &WorkspaceArea::save);

    QList<WorkspaceState> saved = store.load();
    if (saved.isEmpty())
        for (const LayoutPreset &preset : layoutPresets()) {
            WorkspaceState fresh;
            fresh.preset = preset.id;
            saved.append(fresh);
        }
    int start = 0;
    for (WorkspaceState &state : saved) {
        Workspace *workspace = add(std::move(state));
        if (workspace->name() == context.settings.currentWorkspace())
            start = static_cast<int>(m_workspaces.size()) - 1;
    }
    m_tabs->setCurrentIndex(start);
    connect(m_tabs, &QTabBar::currentChanged, this, &WorkspaceArea::onTabChanged);
    connect(m_tabs, &QTabBar::tabMoved, this, &WorkspaceArea::onTabMoved);
    connect(m_tabs, &WorkspaceTabs::renamed, this, [this](int tab, const QString &name) {
        m_workspaces[tab]->setName(uniqueName(name));
        updateNames();
    });
}

WorkspaceArea::~WorkspaceArea()
{
    for (Workspace *workspace : std::as_const(m_workspaces))
        workspace->disconnect(this);
}

Workspace *WorkspaceArea::current() const
{
    return m_workspaces.value(m_tabs->currentIndex());
}

QList<Workspace *> WorkspaceArea::workspaces() const
{
    return m_workspaces;
}

Workspace *WorkspaceArea::add(WorkspaceState state)
{
    auto *workspace = new Workspace(m_context, std::move(state), this);
    m_workspaces.append(workspace);
    addWidget(workspace);
    const QSignalBlocker quiet(m_tabs);
    m_tabs->addTab(workspace->name());
    connect(workspace, &Workspace::panelAdded, this, &WorkspaceArea::panelAdded);
    connect(workspace, &Workspace::activePanelChanged, this,
            [this, workspace](tapeline::Panel *panel) {
                if (workspace == m_shown)
                    emit activePanelChanged(panel);
            });
    connect(workspace, &Workspace::changed, this, [this] {
        m_saveTimer.start();
        emit panelsChanged();
    });
    return workspace;
}

void WorkspaceArea::open(const QString &preset)
{
    WorkspaceState state;
    state.preset = preset;
    open(std::move(state));
}

void WorkspaceArea::open(WorkspaceState state)
{
    const QString wanted = state.name.isEmpty() ? layoutPreset(state.preset).name() : state.name;
    const QString unique = uniqueName(wanted);
    if (unique != wanted || !state.name.isEmpty())
        state.name = unique;
    add(std::move(state));
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
    m_saveTimer.start();
}

void WorkspaceArea::closeCurrent()
{
    if (m_workspaces.size() < 2)
        return;
    const int tab = m_tabs->currentIndex();
    Workspace *closing = m_workspaces.takeAt(tab);
    m_closed = closing->state();
    m_closed->name = closing->name();
    m_shown = nullptr;
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->removeTab(tab);
    }
    removeWidget(closing);
    closing->disconnect(this);
    delete closing;
    onTabChanged(m_tabs->currentIndex());
    m_saveTimer.start();
}

void WorkspaceArea::reopenClosed()
{
    if (!m_closed)
        return;
    open(*std::exchange(m_closed, std::nullopt));
}

void WorkspaceArea::step(int tabs)
{
    const int count = m_tabs->count();
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + tabs + count) % count);
}

void WorkspaceArea::save()
{
    m_saveTimer.stop();
    QList<WorkspaceState> states;
    for (const Workspace *workspace : std::as_const(m_workspaces))
        states.append(workspace->state());
    if (const auto saved = m_store.save(states); !saved)
        emit saveFailed(saved.error().detail);
    m_context.settings.setCurrentWorkspace(current()->name());
}

void WorkspaceArea::onTabChanged(int tab)
{
    if (m_shown == m_workspaces.value(tab))
        return;
    if (m_shown)
        m_shown->leave();
    m_shown = m_workspaces.value(tab);
    m_shown->enter(); // before it is shown, so that its first picture is complete
    setCurrentWidget(m_shown);
    m_saveTimer.start();
    emit currentWorkspaceChanged();
    if (tapeline::Panel *panel = m_shown->activePanel())
        panel->setFocus();
    emit activePanelChanged(m_shown->activePanel());
}

void WorkspaceArea::onTabMoved(int from, int to)
{
    m_workspaces.move(from, to);
    m_saveTimer.start();
}

void WorkspaceArea::updateNames()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        m_tabs->setTabText(tab, m_workspaces[tab]->name());
    m_saveTimer.start();
}

QString WorkspaceArea::uniqueName(const QString &wanted) const
{
    QString name = wanted;
    const auto taken = [&] {
        return std::any_of(m_workspaces.cbegin(), m_workspaces.cend(),
                           [&](const Workspace *workspace) { return workspace->name() == name; });
    };
    for (int number = 2; taken(); ++number)
        //: Name of a second workspace of the same kind, such as "Trade 2"
        name = tr("%1 %2").arg(wanted).arg(number);
    return name;
}

bool WorkspaceArea::event(QEvent *event)
{
    // Before the first show, so that the first picture is complete
    if (event->type() == QEvent::Polish)
        onTabChanged(m_tabs->currentIndex());
    return QStackedWidget::event(event);
}

void WorkspaceArea::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateNames();
    QStackedWidget::changeEvent(event);
}

} // namespace tapeline
