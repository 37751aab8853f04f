#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tapeline {

/// One thing the desk keeps: a workspace, a list of symbols, the drawings of a symbol. What is in
/// it is its owner's business.
struct DeskDocument
{
    QString name; ///< unique within its kind
    QByteArray body; ///< JSON

    friend bool operator==(const DeskDocument &, const DeskDocument &) = default;
};

/// Where a desk's documents are kept (desk.db). Each change is whole or not made at all; Storage
/// when it failed.
class DocumentStore
{
public:
    virtual ~DocumentStore() = default;

    /// In the order they were put, or given to replaceAll().
    virtual Result<QList<DeskDocument>> documents(const QString &kind) const = 0;
    virtual Result<void> replaceAll(const QString &kind, const QList<DeskDocument> &documents) = 0;
    /// Adds it at the end, or replaces the one of its name where that is.
    virtual Result<void> put(const QString &kind, const DeskDocument &document) = 0;
    /// Well too where there is none of that name.
    virtual Result<void> remove(const QString &kind, const QString &name) = 0;
};

} // namespace tapeline
