#pragma once

#include "journalfilter.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace tapeline {

/// A filter under a name of the user's.
struct SavedFilter
{
    QString name;
    JournalFilter filter; ///< without market and account

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

/// What the user set up in the journal, whatever trades are in it. A value: where it is kept is its
/// owner's business.
struct JournalOptions
{
    static constexpr qsizetype longestName = 60;
    static constexpr qsizetype mostFilters = 50;
    static constexpr qsizetype mostItems = 30;

    QList<SavedFilter> filters {}; ///< in the order of their names
    QStringList checklist {}; ///< what a new day is to be ticked off with

    /// In place of one of this name in any case. False where the name is empty or too long, or
    /// there are too many.
    bool saveFilter(const QString &name, const JournalFilter &filter);
    void removeFilter(const QString &name);
    /// Null when there is none of this name.
    const JournalFilter *filter(const QString &name) const;
    /// Of a saved filter that is just this one; empty when there is none.
    QString nameOf(const JournalFilter &filter) const;

    QJsonObject toJson() const;
    /// What makes no sense is left out. An empty object: the usual checklist, no filters.
    static JournalOptions fromJson(const QJsonObject &json);

    friend bool operator==(const JournalOptions &, const JournalOptions &) = default;
};

} // namespace tapeline
