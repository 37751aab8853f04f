#pragma once

#include "linkgroups.h"

#include <QList>
#include <QString>

#include <functional>

namespace tapeline {

/// An arrangement of panels: a panel, a row or column of arrangements with shares of the room, or
/// panels as tabs of one place.
struct LayoutNode
{
    int share = 1; ///< of the parent's length, against its siblings
    /// Device-independent pixels that figures want at most of the parent's length; 0 takes all.
    int longest = 0;
    QString panel; ///< type id; empty for a row or column
    QString timeframe; ///< that the panel starts with; may be empty
    Qt::Orientation direction = Qt::Horizontal;
    bool tabbed = false; ///< the children lie in one place, the first in front
    QList<LayoutNode> children;
};

/// A named arrangement that a workspace starts with and is reset to. Its panels share the first
/// link colour.
struct LayoutPreset
{
    QString id; ///< "trade"; kept in files
    std::function<QString()> name; ///< translated when called
    LayoutNode root;
};

/// Those the program comes with: Trade, Order flow, Options, Portfolio, Journal.
const QList<LayoutPreset> &layoutPresets();
/// The first of them when unknown.
const LayoutPreset &layoutPreset(const QString &id);

} // namespace tapeline
