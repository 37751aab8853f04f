#pragma once

#include "workspacestore.h"

namespace tapeline {

class DeskDatabase;

/// Workspaces in desk.db.
class DeskWorkspaceStore : public WorkspaceStore
{
public:
    /// database must outlive the store and be open.
    explicit DeskWorkspaceStore(DeskDatabase &database)
        : m_database(database)
    {
    }

    QList<WorkspaceState> load() override;
    Result<void> save(const QList<WorkspaceState> &workspaces) override;

private:
    DeskDatabase &m_database;
};

} // namespace tapeline
