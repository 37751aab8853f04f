#include "layoutpreset.h"
#include "paneldock.h"
#include "panelregistry.h"
#include "workspace.h"

#include <algorithm>

// The part of Workspace that turns a preset's arrangement into docks, and their places back.

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int dockStateVersion = 1;

/// The node without panels that are not registered; nothing when none is left.
std::optional<LayoutNode> available(const LayoutNode &node, const PanelRegistry &panels)
{
    if (!node.panel.isEmpty())
        return panels.find(node.panel) ? std::optional(node) : std::nullopt;
    LayoutNode kept = node;
    kept.children.clear();
    for (const LayoutNode &child : node.children)
        if (auto left = available(child, panels))
            kept.children.append(*std::move(left));
    return kept.children.isEmpty() ? std::nullopt : std::optional(kept);
}

const LayoutNode &firstLeaf(const LayoutNode &node)
{
    return node.panel.isEmpty() ? firstLeaf(node.children.first()) : node;
}

/// Shares of a length; what bounded nodes do not want goes to the others.
QList<int> lengths(const QList<LayoutNode> &nodes, int length)
{
    int shares = 0;
    for (const LayoutNode &node : nodes)
        shares += node.share;
    int bounded = 0;
    int freeShares = 0;
    for (const LayoutNode &node : nodes)
        if (node.longest > 0)
            bounded += std::min(node.longest, length * node.share / shares);
        else
            freeShares += node.share;
    QList<int> result;
    for (const LayoutNode &node : nodes)
        result.append(node.longest > 0 ? std::min(node.longest, length * node.share / shares)
                                       : (length - bounded) * node.share / std::max(1, freeShares));
    return result;
}

} // namespace

void Workspace::arrangeByPreset()
{
    const auto root = available(layoutPreset(m_state.preset).root, m_context.panels);
    if (!root)
        return;
    PanelDock *first = addPresetPanel(firstLeaf(*root));
    addDockWidget(Qt::LeftDockWidgetArea, first);
    fill(*root, first);
    m_sizesPending = true;
    if (isVisible()) // after the docks were shown and laid out
        QMetaObject::invokeMethod(this, &Workspace::settleSizes, Qt::QueuedConnection);
}

PanelDock *Workspace::addPresetPanel(const LayoutNode &leaf)
{
    PanelState state;
    state.id = freshId(leaf.panel);
    state.type = leaf.panel;
    state.link = LinkColor::Blue;
    state.timeframe = leaf.timeframe;
    return addPanel(state);
}

/// dock holds the room of the whole node, and the node's first leaf.
void Workspace::fill(const LayoutNode &node, PanelDock *dock)
{
    QList<QDockWidget *> row { dock };
    for (qsizetype i = 0; i < node.children.size(); ++i) {
        if (i == 0)
            continue;
        PanelDock *next = addPresetPanel(firstLeaf(node.children[i]));
        if (node.tabbed)
            tabifyDockWidget(row.last(), next);
        else
            splitDockWidget(row.last(), next, node.direction);
        row.append(next);
    }
    if (node.tabbed)
        m_presetFronts.append(dock);
    else if (row.size() > 1)
        m_presetSplits.append({ row, node.children, node.direction });
    for (qsizetype i = 0; i < node.children.size(); ++i)
        fill(node.children[i], static_cast<PanelDock *>(row[i]));
}

/// Sizes hold only once the window has its own; until then they wait.
void Workspace::settleSizes()
{
    if (!std::exchange(m_sizesPending, false))
        return;
    layout()->activate();
    if (!m_state.docks.isEmpty() && m_presetSplits.isEmpty())
        restoreState(m_state.docks, dockStateVersion);
    QHash<QDockWidget *, QSize> rooms; // of the nodes that begin with a dock
    for (const Split &split : std::exchange(m_presetSplits, {})) {
        const QSize room = rooms.value(split.docks.first(), size());
        const bool isRow = split.direction == Qt::Horizontal;
        const QList<int> parts = lengths(split.nodes, isRow ? room.width() : room.height());
        for (qsizetype i = 0; i < parts.size(); ++i)
            rooms[split.docks[i]]
                = isRow ? QSize(parts[i], room.height()) : QSize(room.width(), parts[i]);
        resizeDocks(split.docks, parts, split.direction);
    }
    for (QDockWidget *dock : std::exchange(m_presetFronts, {}))
        dock->raise();
    onDocksChanged();
}

void Workspace::resetLayout()
{
    const QString symbol = activePanel() ? activePanel()->symbol() : QString();
    m_active.clear();
    for (PanelDock *dock : std::exchange(m_docks, {})) {
        dock->disconnect(this);
        removeDockWidget(dock);
        delete dock;
    }
    m_asleep.clear();
    m_state.docks.clear();
    m_presetSplits.clear();
    m_presetFronts.clear();
    m_built = true;
    arrangeByPreset();
    if (!symbol.isEmpty())
        m_context.links.setSymbol(LinkColor::Blue, symbol);
    onDocksChanged();
}

} // namespace tapeline
