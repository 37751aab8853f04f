#include "layoutpreset.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

LayoutNode leaf(int share, const QString &panel, const QString &timeframe = {})
{
    LayoutNode node;
    node.share = share;
    node.panel = panel;
    node.timeframe = timeframe;
    return node;
}

/// Columns of figures: more room would only pull them apart.
LayoutNode figures(int share, int longest, const QString &panel)
{
    LayoutNode node = leaf(share, panel);
    node.longest = longest;
    return node;
}

LayoutNode split(int share, Qt::Orientation direction, const QList<LayoutNode> &children)
{
    LayoutNode node;
    node.share = share;
    node.direction = direction;
    node.children = children;
    return node;
}

/// Panels of figures, one above the other.
LayoutNode column(int share, int longest, const QList<LayoutNode> &children)
{
    LayoutNode node = split(share, Qt::Vertical, children);
    node.longest = longest;
    return node;
}

LayoutNode tabs(int share, const QStringList &panels)
{
    LayoutNode node;
    node.share = share;
    node.tabbed = true;
    for (const QString &panel : panels)
        node.children.append(leaf(1, panel));
    return node;
}

//: Name of a workspace: the desk for trading
const char *const tradeName = QT_TRANSLATE_NOOP("tapeline::Workspace", "Trade");
//: Name of a workspace: who buys and who sells
const char *const orderFlowName = QT_TRANSLATE_NOOP("tapeline::Workspace", "Order flow");
//: Name of a workspace: option chains and strategies
const char *const optionsName = QT_TRANSLATE_NOOP("tapeline::Workspace", "Options");
//: Name of a workspace: what is held, and what came of it
const char *const portfolioName = QT_TRANSLATE_NOOP("tapeline::Workspace", "Portfolio");

//: Name of a workspace: past trades, and what is learned from them
const char *const journalName = QT_TRANSLATE_NOOP("tapeline::Workspace", "Journal");

LayoutPreset preset(const QString &id, const char *name, const LayoutNode &root)
{
    return { id, [name] { return QCoreApplication::translate("tapeline::Workspace", name); },
             root };
}

} // namespace

const QList<LayoutPreset> &layoutPresets()
{
    static const QList<LayoutPreset> presets {
        preset(u"trade"_s, tradeName,
               split(1, Qt::Vertical,
                     { split(76, Qt::Horizontal,
                             { figures(16, 340, u"watchlist"_s), leaf(38, u"chart"_s, u"1m"_s),
                               column(27, 470, { leaf(68, u"book"_s), leaf(32, u"tape"_s) }),
                               figures(19, 300, u"ticket"_s) }),
                       tabs(24, { u"positions"_s, u"orders"_s, u"fills"_s, u"account"_s }) })),
        preset(u"order-flow"_s, orderFlowName,
               split(1, Qt::Horizontal,
                     { split(40, Qt::Vertical,
                             { leaf(60, u"chart"_s, u"1m"_s), leaf(40, u"chart"_s, u"1s"_s) }),
                       leaf(37, u"book"_s),
                       column(23, 480, { leaf(60, u"tape"_s), leaf(40, u"flow"_s) }) })),
        preset(u"options"_s, optionsName,
               split(1, Qt::Horizontal,
                     { split(53, Qt::Vertical, { leaf(74, u"chain"_s), leaf(26, u"positions"_s) }),
                       tabs(47,
                            { u"strategy"_s, u"analysis"_s, u"optionflow"_s,
                              u"portfolio-greeks"_s }) })),
        preset(u"portfolio"_s, portfolioName,
               split(1, Qt::Horizontal,
                     { leaf(46, u"account"_s),
                       split(54, Qt::Vertical,
                             { leaf(40, u"positions"_s), leaf(35, u"orders"_s),
                               leaf(25, u"fills"_s) }) })),
        preset(u"journal"_s, journalName, leaf(1, u"journal"_s)),
    };
    return presets;
}

const LayoutPreset &layoutPreset(const QString &id)
{
    for (const LayoutPreset &candidate : layoutPresets())
        if (candidate.id == id)
            return candidate;
    return layoutPresets().first();
}

} // namespace tapeline
