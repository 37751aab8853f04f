#pragma once

#include "documentstore.h"

#include <QJsonObject>
#include <QStringList>

namespace tapeline {

/// Looks of charts that a person gave a name, kept in the desk's documents. What is in one is the
/// chart's business. At most one is that of new charts.
class ChartTemplates
{
public:
    /// store must outlive it.
    explicit ChartTemplates(DocumentStore &store)
        : m_store(store)
    {
    }

    /// In the order in which they were first saved; none where they cannot be read.
    QStringList names() const;
    bool contains(const QString &name) const { return names().contains(name); }
    /// NotFound, or Malformed where it is no JSON.
    Result<QJsonObject> look(const QString &name) const;
    /// Empty when new charts are as the program makes them.
    QString defaultName() const;

    /// Adds it, or replaces the one of that name; InvalidArgument without a name.
    Result<void> save(const QString &name, const QJsonObject &look);
    /// InvalidArgument where the new name is taken or empty.
    Result<void> rename(const QString &from, const QString &to);
    Result<void> remove(const QString &name);
    /// That of new charts; empty for none.
    Result<void> setDefault(const QString &name);

private:
    Result<void> put(const QString &name, const QJsonObject &look, bool isDefault);

    DocumentStore &m_store;
};

} // namespace tapeline
