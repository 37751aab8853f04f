#pragma once

#include "linkgroups.h"
#include "result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace tapeline {

/// What is remembered of one panel.
struct PanelState
{
    QString id;
    QString type;
    LinkColor link = LinkColor::None;
    QString symbol;
    QString timeframe; ///< as Timeframe::toString(); empty for a panel without one
    QJsonObject extra; ///< Panel::saveState()

    friend bool operator==(const PanelState &, const PanelState &) = default;
};

/// One workspace as it is saved, and as it is exported: a JSON object that says what it is.
struct WorkspaceState
{
    QString name; ///< as the user named it; empty shows the name of the preset
    QString preset; ///< which arrangement "Reset layout" goes back to: "trade"
    QList<PanelState> panels; ///< empty: arrange by the preset
    QByteArray docks; ///< QMainWindow::saveState(); empty: arrange by the preset

    QJsonObject toJson() const;
    /// Malformed for anything that is no workspace of a version we know.
    static Result<WorkspaceState> fromJson(const QJsonObject &object);

    friend bool operator==(const WorkspaceState &, const WorkspaceState &) = default;
};

} // namespace tapeline
