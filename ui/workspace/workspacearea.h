#pragma once

#include "workspace.h"

#include <QStackedWidget>
#include <QTimer>

#include <optional>

namespace tapeline {

class WorkspaceStore;
class WorkspaceTabs;

/// All workspaces, one shown at a time, kept in a store whenever they change.
class WorkspaceArea : public QStackedWidget
{
    Q_OBJECT

public:
    /// Loads what the store has, or opens one workspace a preset.
    WorkspaceArea(const DeskContext &context, WorkspaceStore &store, QWidget *parent = nullptr);
    ~WorkspaceArea() override;

    /// The tabs, for the top bar; owned by this until they are put elsewhere.
    WorkspaceTabs *tabs() const { return m_tabs; }
    Workspace *current() const;
    QList<Workspace *> workspaces() const;

    /// A new workspace of a preset, with the preset's name.
    void open(const QString &preset);
    /// As it was exported or saved; its name is made unique.
    void open(WorkspaceState state);
    /// The last one stays.
    void closeCurrent();
    bool canReopen() const { return m_closed.has_value(); }
    void reopenClosed();
    void step(int tabs);
    /// Writes what changed at once; also done a while after each change, and at the end.
    void save();

signals:
    void currentWorkspaceChanged();
    void activePanelChanged(tapeline::Panel *panel);
    void panelAdded(tapeline::Panel *panel);
    void panelsChanged();
    void saveFailed(const QString &reason);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Workspace *add(WorkspaceState state);
    void onTabChanged(int tab);
    void onTabMoved(int from, int to);
    void updateNames();
    QString uniqueName(const QString &wanted) const;

    const DeskContext m_context;
    WorkspaceStore &m_store;
    WorkspaceTabs *m_tabs;
    QList<Workspace *> m_workspaces; // in the order of the tabs
    Workspace *m_shown = nullptr;
    std::optional<WorkspaceState> m_closed;
    QTimer m_saveTimer;
};

} // namespace tapeline
