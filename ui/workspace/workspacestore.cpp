#include "workspacestore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

Result<void> writeWhole(const QString &path, const QJsonObject &object)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error { Error::Code::Storage, file.errorString() };
    file.write(QJsonDocument(object).toJson());
    if (!file.commit())
        return Error { Error::Code::Storage, file.errorString() };
    return {};
}

} // namespace

QList<WorkspaceState> WorkspaceFileStore::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<WorkspaceState> workspaces;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &value : root["workspaces"_L1].toArray())
        if (const auto state = WorkspaceState::fromJson(value.toObject()))
            workspaces.append(*state);
    return workspaces;
}

Result<void> WorkspaceFileStore::save(const QList<WorkspaceState> &workspaces)
{
    QJsonArray list;
    for (const WorkspaceState &state : workspaces)
        list.append(state.toJson());
    return writeWhole(m_path, { { u"workspaces"_s, list } });
}

Result<WorkspaceState> readWorkspaceFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error { Error::Code::NotFound, file.errorString() };
    return WorkspaceState::fromJson(QJsonDocument::fromJson(file.readAll()).object());
}

Result<void> writeWorkspaceFile(const QString &path, const WorkspaceState &state)
{
    return writeWhole(path, state.toJson());
}

} // namespace tapeline
