#pragma once

#include "workspacestate.h"

#include <QList>
#include <QString>

namespace tapeline {

/// Where workspaces are kept between runs.
class WorkspaceStore
{
public:
    virtual ~WorkspaceStore() = default;

    /// In the order of the tabs; empty at first start, and when what is there cannot be read.
    virtual QList<WorkspaceState> load() = 0;
    /// Replaces all of them at once, or fails with Storage and leaves the old ones.
    virtual Result<void> save(const QList<WorkspaceState> &workspaces) = 0;
};

/// One JSON file, replaced in one step.
class WorkspaceFileStore : public WorkspaceStore
{
public:
    explicit WorkspaceFileStore(QString path)
        : m_path(std::move(path))
    {
    }

    QList<WorkspaceState> load() override;
    Result<void> save(const QList<WorkspaceState> &workspaces) override;

private:
    QString m_path;
};

/// The file of one exported workspace. NotFound when it cannot be read, Malformed when it is
/// something else.
Result<WorkspaceState> readWorkspaceFile(const QString &path);
/// Storage when it cannot be written; then an older file of that name is still whole.
Result<void> writeWorkspaceFile(const QString &path, const WorkspaceState &state);

} // namespace tapeline
