#include "watchliststore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto versionKey = "version"_L1;
constexpr auto listsKey = "lists"_L1;
constexpr auto nameKey = "name"_L1;
constexpr auto symbolsKey = "symbols"_L1;
constexpr int currentVersion = 1;

Error malformed(const QString &detail)
{
    return { Error::Code::Malformed, detail };
}

QStringList withoutRepeats(QStringList symbols)
{
    symbols.removeAll(QString());
    symbols.removeDuplicates();
    return symbols;
}

Result<QStringList> readSymbols(const QJsonValue &value)
{
    if (!value.isArray())
        return malformed(u"a watchlist without symbols"_s);
    QStringList symbols;
    for (const QJsonValue &symbol : value.toArray()) {
        if (!symbol.isString())
            return malformed(u"a symbol of a watchlist is no text"_s);
        symbols << symbol.toString();
    }
    return symbols;
}

} // namespace

int WatchlistStore::indexOf(const QString &name) const
{
    for (int i = 0; i < m_lists.size(); ++i)
        if (m_lists[i].name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

QStringList WatchlistStore::symbols(const QString &name) const
{
    const int at = indexOf(name);
    return at < 0 ? QStringList() : m_lists[at].symbols;
}

Result<void> WatchlistStore::checkName(const QString &name, int except) const
{
    const auto refuse = [](const QString &why) {
        return Error { Error::Code::InvalidArgument, why };
    };
    if (name.isEmpty() || name.size() > longestName)
        return refuse(u"a watchlist's name has 1 to 64 characters"_s);
    const int taken = indexOf(name);
    if (taken >= 0 && taken != except)
        return refuse(u"there is a watchlist of that name"_s);
    return {};
}

Result<void> WatchlistStore::add(const QString &name, const QStringList &symbols)
{
    const QString trimmed = name.trimmed();
    const Result<void> allowed = checkName(trimmed);
    if (allowed)
        m_lists.append({ trimmed, withoutRepeats(symbols) });
    return allowed;
}

Result<void> WatchlistStore::rename(const QString &from, const QString &to)
{
    const int at = indexOf(from);
    if (at < 0)
        return Error { Error::Code::NotFound, from };
    const QString trimmed = to.trimmed();
    const Result<void> allowed = checkName(trimmed, at);
    if (allowed)
        m_lists[at].name = trimmed;
    return allowed;
}

Result<void> WatchlistStore::remove(const QString &name)
{
    const int at = indexOf(name);
    if (at < 0)
        return Error { Error::Code::NotFound, name };
    m_lists.removeAt(at);
    return {};
}

Result<void> WatchlistStore::setSymbols(const QString &name, const QStringList &symbols)
{
    const int at = indexOf(name);
    if (at < 0)
        return Error { Error::Code::NotFound, name };
    m_lists[at].symbols = withoutRepeats(symbols);
    return {};
}

void WatchlistStore::move(int from, int to)
{
    m_lists.move(from, to);
}

QByteArray WatchlistStore::toJson() const
{
    QJsonArray lists;
    for (const Watchlist &list : m_lists)
        lists.append(QJsonObject { { nameKey, list.name },
                                   { symbolsKey, QJsonArray::fromStringList(list.symbols) } });
    const QJsonObject document { { versionKey, currentVersion }, { listsKey, lists } };
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

Result<WatchlistStore> WatchlistStore::fromJson(const QByteArray &json)
{
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    if (document.value(versionKey).toInt() != currentVersion || !document.value(listsKey).isArray())
        return malformed(u"no watchlists of a known version"_s);
    WatchlistStore store;
    for (const QJsonValue &value : document.value(listsKey).toArray()) {
        const Result<QStringList> symbols = readSymbols(value[symbolsKey]);
        if (!symbols)
            return symbols.error();
        if (const Result<void> added = store.add(value[nameKey].toString(), *symbols); !added)
            return malformed(added.error().detail);
    }
    return store;
}

} // namespace tapeline
