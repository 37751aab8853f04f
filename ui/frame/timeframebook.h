#pragma once

#include "timeframe.h"

#include <QList>
#include <QObject>

namespace tapeline {

class DocumentStore;

/// Widths of bars that are offered: those most people use, and those a person made. Which of them
/// have a button on the tool bar is kept among the desk's documents, and the own ones are.
class TimeframeBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostOwn = 30; ///< older ones are forgotten
    static constexpr int mostFavorites = 16; ///< there is room for no more buttons

    /// Not owned; null keeps nothing. What is kept and cannot be read is as if it were not there.
    explicit TimeframeBook(DocumentStore *store, QObject *parent = nullptr);

    /// The usual ones of a kind, short to long.
    static const QList<Timeframe> &usual(BarKind kind);
    /// The kinds of bars, in the order they are offered.
    static const QList<BarKind> &kinds();
    static QString kindName(BarKind kind);
    /// The usual ones of all kinds.
    static QList<Timeframe> allUsual();

    /// Those that a person made, by kind and size.
    const QList<Timeframe> &own() const { return m_own; }
    /// Remembers one that is not among the usual ones.
    void addOwn(Timeframe timeframe);
    /// Forgets it, and its button.
    void removeOwn(Timeframe timeframe);

    /// Those with a button on the tool bar, by kind and size.
    const QList<Timeframe> &favorites() const { return m_favorites; }
    bool isFavorite(Timeframe timeframe) const { return m_favorites.contains(timeframe); }
    void setFavorite(Timeframe timeframe, bool on);

signals:
    void changed();

private:
    void keep();

    DocumentStore *m_store;
    QList<Timeframe> m_own;
    QList<Timeframe> m_favorites;
};

/// By kind, then by length or size.
bool isShorter(Timeframe a, Timeframe b);

} // namespace tapeline
