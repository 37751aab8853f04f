#pragma once

#include "layoutpreset.h"
#include "panel.h"
#include "workspacestate.h"

#include <QMainWindow>
#include <QPointer>

class QLabel;

namespace tapeline {

class PanelDock;
class PanelRegistry;

/// What workspaces need to make panels; all of it outlives them.
struct DeskContext
{
    Theme &theme;
    Settings &settings;
    LinkGroups &links;
    CommandRegistry &commands;
    const PanelRegistry &panels;
};

/// One arrangement of panels, each in a dock. A window within the window, so that workspaces do not
/// disturb one another. Panels are made when it is shown for the first time.
class Workspace : public QMainWindow
{
    Q_OBJECT

public:
    Workspace(const DeskContext &context, WorkspaceState state, QWidget *parent = nullptr);
    ~Workspace() override;

    /// As named by the user, or the preset's name in the current language.
    QString name() const;
    void setName(const QString &name);

    /// As it is now; before it was first shown, as it was given.
    WorkspaceState state() const;

    /// Called when it becomes, or stops being, the one that is shown: floating panels come and go
    /// with it.
    void enter();
    void leave();

    /// All panels, closed ones included; empty before it was first shown.
    QList<Panel *> panels() const;
    /// The one that has, or last had, the focus; else the first with a timeframe; null when there
    /// is none.
    Panel *activePanel() const;

    /// Reopens a closed panel of that type, or makes a new one; null when the type is unknown.
    Panel *openPanel(const QString &type);
    void setPanelOpen(const Panel *panel, bool open);
    bool isPanelOpen(const Panel *panel) const;
    /// Back to the preset's panels and their places.
    void resetLayout();

signals:
    void panelAdded(tapeline::Panel *panel);
    void activePanelChanged(tapeline::Panel *panel);
    /// Something that state() tells may be different now.
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Docks side by side, or one below the other, with shares of the room.
    struct Split
    {
        QList<QDockWidget *> docks;
        QList<LayoutNode> nodes;
        Qt::Orientation direction;
    };

    void build();
    void arrangeByPreset();
    void restoreArrangement();
    void fill(const LayoutNode &node, PanelDock *dock);
    void settleSizes();
    PanelDock *addPresetPanel(const LayoutNode &leaf);
    PanelDock *addPanel(const PanelState &state);
    void restorePanel(Panel *panel, const PanelState &state);
    PanelState stateOf(const Panel *panel) const;
    PanelDock *dockOf(const Panel *panel) const;
    QString freshId(const QString &type) const;
    void onDocksChanged();
    void onFocusChanged(QWidget *now);
    void updateHint();

    const DeskContext m_context;
    WorkspaceState m_state; // as given; the panels' own state once built
    QList<PanelDock *> m_docks;
    QList<PanelDock *> m_asleep; // floating docks hidden while another workspace is shown
    QByteArray m_docksAsleep; // saveState() from before they were hidden
    QList<Split> m_presetSplits; // sizes that wait for the window to have one
    QList<QDockWidget *> m_presetFronts; ///< of places with tabs
    QPointer<Panel> m_active;
    QLabel *m_hint;
    bool m_built = false;
    bool m_sizesPending = false;
};

} // namespace tapeline
