#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace tapeline {

/// Symbols under a name.
struct Watchlist
{
    QString name;
    QStringList symbols;

    friend bool operator==(const Watchlist &, const Watchlist &) = default;
};

/// The named lists of a desk, in the order the user gave them. A value: where it is kept is its
/// owner's business. Names are unique whatever the case, trimmed, 1 to 64 characters.
class WatchlistStore
{
public:
    static constexpr int longestName = 64;

    const QList<Watchlist> &lists() const { return m_lists; }
    /// -1 when there is none of that name.
    int indexOf(const QString &name) const;
    /// Empty for an unknown name.
    QStringList symbols(const QString &name) const;

    /// At the end. InvalidArgument when the name is empty, too long or taken.
    Result<void> add(const QString &name, const QStringList &symbols = {});
    /// As add(), and NotFound. The same name in another case is allowed.
    Result<void> rename(const QString &from, const QString &to);
    /// NotFound.
    Result<void> remove(const QString &name);
    /// NotFound. Empty symbols and repeats are left out.
    Result<void> setSymbols(const QString &name, const QStringList &symbols);
    /// Both in [0, lists().size()).
    void move(int from, int to);

    QByteArray toJson() const;
    /// Malformed when it is not what toJson() writes, or names one list twice.
    static Result<WatchlistStore> fromJson(const QByteArray &json);

    friend bool operator==(const WatchlistStore &, const WatchlistStore &) = default;

private:
    Result<void> checkName(const QString &name, int except = -1) const;

    QList<Watchlist> m_lists;
};

} // namespace tapeline
