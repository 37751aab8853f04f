#include "deskworkspacestore.h"

#include "deskdatabase.h"

#include <QJsonDocument>
#include <QLoggingCategory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString workspaceKind = u"workspace"_s;

Q_LOGGING_CATEGORY(lcDesk, "tapeline.desk")

} // namespace

QList<WorkspaceState> DeskWorkspaceStore::load()
{
    const Result<QList<DeskDocument>> documents = m_database.documents(workspaceKind);
    if (!documents) {
        qCWarning(lcDesk) << "workspaces were not read:" << documents.error().detail;
        return {};
    }
    QList<WorkspaceState> workspaces;
    for (const DeskDocument &document : *documents) {
        const Result<WorkspaceState> state
            = WorkspaceState::fromJson(QJsonDocument::fromJson(document.body).object());
        if (state)
            workspaces << *state;
        else
            qCWarning(lcDesk) << "left out workspace" << document.name << state.error().detail;
    }
    return workspaces;
}

Result<void> DeskWorkspaceStore::save(const QList<WorkspaceState> &workspaces)
{
    QList<DeskDocument> documents;
    for (const WorkspaceState &state : workspaces) {
        // Unnamed ones show their preset's name; the position keeps them apart
        const QString name = state.name.isEmpty()
            ? u"%1:%2"_s.arg(documents.size()).arg(state.preset)
            : state.name;
        documents.append({ name, QJsonDocument(state.toJson()).toJson(QJsonDocument::Compact) });
    }
    return m_database.replaceAll(workspaceKind, documents);
}

} // namespace tapeline
