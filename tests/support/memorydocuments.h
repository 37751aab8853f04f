#pragma once

#include "documentstore.h"

#include <QMap>

#include <algorithm>

namespace tapeline {

/// A desk's documents without a file; says no on demand.
class MemoryDocuments : public DocumentStore
{
public:
    Result<QList<DeskDocument>> documents(const QString &kind) const override
    {
        if (refusesToRead)
            return refusal();
        return m_kinds.value(kind);
    }
    Result<void> replaceAll(const QString &kind, const QList<DeskDocument> &documents) override
    {
        if (refuses)
            return refusal();
        m_kinds.insert(kind, documents);
        return {};
    }
    Result<void> put(const QString &kind, const DeskDocument &document) override
    {
        if (refuses)
            return refusal();
        QList<DeskDocument> &all = m_kinds[kind];
        const auto found = std::ranges::find(all, document.name, &DeskDocument::name);
        if (found == all.end())
            all.append(document);
        else
            *found = document;
        return {};
    }
    Result<void> remove(const QString &kind, const QString &name) override
    {
        if (refuses)
            return refusal();
        m_kinds[kind].removeIf([&](const DeskDocument &each) { return each.name == name; });
        return {};
    }

    bool refuses = false; ///< to write
    bool refusesToRead = false;

private:
    static Error refusal() { return { Error::Code::Storage, QStringLiteral("the disk is full") }; }

    QMap<QString, QList<DeskDocument>> m_kinds;
};

} // namespace tapeline
