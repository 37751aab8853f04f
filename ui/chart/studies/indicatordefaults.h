#pragma once

#include "indicatorchoice.h"

#include <QMap>

namespace tapeline {

class DocumentStore;

/// What a person prefers of indicators, on all charts: favourites, and how one is set and looks
/// when it is added. Kept in the desk's documents; without a store, for as long as it lives.
class IndicatorDefaults
{
public:
    /// store must outlive it; null for none. Reads what is kept.
    void setStore(DocumentStore *store);
    /// Another chart may have changed it.
    void reload();

    bool isFavourite(const QString &indicator) const;
    void setFavourite(const QString &indicator, bool favourite);
    /// As it is added to a chart: over the prices or in a new pane.
    IndicatorChoice choice(const QString &indicator) const;
    /// Parameters and look are those of every one added from now on.
    void keep(const IndicatorChoice &choice);
    /// As the program has it.
    void forget(const QString &indicator);

private:
    void put(const QString &indicator, const QJsonObject &entry);

    DocumentStore *m_store = nullptr;
    QMap<QString, QJsonObject> m_entries; ///< by indicator
};

} // namespace tapeline
