#include "layoutpreset.h"
#include "paneldock.h"
#include "panelregistry.h"
#include "workspace.h"

#include <numeric>

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
    if (isVisible())
        settleSizes();
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
    QList<int> shares;
    for (qsizetype i = 0; i < node.children.size(); ++i) {
        shares.append(node.children[i].share);
        if (i == 0)
            continue;
        PanelDock *next = addPresetPanel(firstLeaf(node.children[i]));
        splitDockWidget(row.last(), next, node.direction);
        row.append(next);
    }
    if (row.size() > 1)
        m_presetSplits.append({ row, shares, node.direction });
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
    for (const Split &split : std::exchange(m_presetSplits, {})) {
        const int length = split.direction == Qt::Horizontal ? width() : height();
        const int total = std::accumulate(split.shares.cbegin(), split.shares.cend(), 0);
        QList<int> sizes;
        for (const int share : split.shares)
            sizes.append(length * share / total);
        resizeDocks(split.docks, sizes, split.direction);
    }
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
    m_built = true;
    arrangeByPreset();
    if (!symbol.isEmpty())
        m_context.links.setSymbol(LinkColor::Blue, symbol);
    onDocksChanged();
}

} // namespace tapeline
