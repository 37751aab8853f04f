#include "timeframebook.h"

#include "desktoolbar.h"
#include "documentstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

const QString documentKind = u"timeframes"_s;
const QString documentName = u"desk"_s;
constexpr auto ownKey = "own"_L1;
constexpr auto favoritesKey = "favorites"_L1;

const QList<Timeframe> firstFavorites { { 1, TimeUnit::Second }, { 1, TimeUnit::Minute },
                                        { 5, TimeUnit::Minute }, { 15, TimeUnit::Minute },
                                        { 1, TimeUnit::Hour },   { 1, TimeUnit::Day },
                                        { 1, TimeUnit::Week },   { 1, TimeUnit::Month } };

QList<Timeframe> sizes(BarKind kind, std::initializer_list<int> counts)
{
    QList<Timeframe> all;
    for (const int count : counts)
        all.append(Timeframe(kind, count));
    return all;
}

QList<Timeframe> read(const QJsonValue &list, int most)
{
    QList<Timeframe> all;
    for (const QJsonValue &text : list.toArray()) {
        const Result<Timeframe> timeframe = Timeframe::parse(text.toString());
        if (timeframe && !all.contains(*timeframe) && all.size() < most)
            all.append(*timeframe);
    }
    std::ranges::sort(all, isShorter);
    return all;
}

QJsonObject readKept(const DocumentStore *store)
{
    if (!store)
        return {};
    const Result<QList<DeskDocument>> all = store->documents(documentKind);
    if (!all || all->isEmpty())
        return {};
    return QJsonDocument::fromJson(all->first().body).object();
}

QJsonArray written(const QList<Timeframe> &all)
{
    QJsonArray list;
    for (const Timeframe timeframe : all)
        list.append(timeframe.toString());
    return list;
}

} // namespace

bool isShorter(Timeframe a, Timeframe b)
{
    if (a.kind() != b.kind())
        return a.kind() < b.kind();
    return a.isTimed() ? a.nominalLength() < b.nominalLength() : a.count() < b.count();
}

TimeframeBook::TimeframeBook(DocumentStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    const QJsonObject kept = readKept(store);
    m_own = read(kept[ownKey], mostOwn);
    m_favorites
        = kept.contains(favoritesKey) ? read(kept[favoritesKey], mostFavorites) : firstFavorites;
}

const QList<Timeframe> &TimeframeBook::usual(BarKind kind)
{
    static const QList<Timeframe> trades
        = sizes(BarKind::Trades, { 10, 50, 100, 250, 500, 1'000, 2'000 });
    static const QList<Timeframe> volume
        = sizes(BarKind::Volume, { 500, 1'000, 5'000, 10'000, 50'000, 100'000 });
    static const QList<Timeframe> range = sizes(BarKind::Range, { 5, 10, 25, 50, 100 });
    static const QList<Timeframe> renko = sizes(BarKind::Renko, { 5, 10, 25, 50, 100 });
    switch (kind) {
    case BarKind::Time:
        return deskTimeframes();
    case BarKind::Trades:
        return trades;
    case BarKind::Volume:
        return volume;
    case BarKind::Range:
        return range;
    case BarKind::Renko:
        return renko;
    }
    Q_UNREACHABLE();
}

const QList<BarKind> &TimeframeBook::kinds()
{
    static const QList<BarKind> all { BarKind::Time, BarKind::Trades, BarKind::Volume,
                                      BarKind::Range, BarKind::Renko };
    return all;
}

QList<Timeframe> TimeframeBook::allUsual()
{
    QList<Timeframe> all;
    for (const BarKind kind : kinds())
        all += usual(kind);
    return all;
}

QString TimeframeBook::kindName(BarKind kind)
{
    switch (kind) {
    case BarKind::Time:
        //: What ends a bar of a chart
        return tr("Time");
    case BarKind::Trades:
        return tr("Trades");
    case BarKind::Volume:
        return tr("Volume");
    case BarKind::Range:
        return tr("Range");
    case BarKind::Renko:
        return tr("Renko");
    }
    return {};
}

void TimeframeBook::addOwn(Timeframe timeframe)
{
    if (usual(timeframe.kind()).contains(timeframe) || m_own.contains(timeframe))
        return;
    if (m_own.size() >= mostOwn)
        m_own.removeFirst();
    m_own.append(timeframe);
    std::ranges::sort(m_own, isShorter);
    keep();
}

void TimeframeBook::removeOwn(Timeframe timeframe)
{
    if (m_own.removeAll(timeframe) + m_favorites.removeAll(timeframe) > 0)
        keep();
}

void TimeframeBook::setFavorite(Timeframe timeframe, bool on)
{
    if (on == isFavorite(timeframe) || (on && m_favorites.size() >= mostFavorites))
        return;
    if (on)
        m_favorites.append(timeframe);
    else
        m_favorites.removeAll(timeframe);
    std::ranges::sort(m_favorites, isShorter);
    keep();
}

/// Where it cannot be kept it holds until the end.
void TimeframeBook::keep()
{
    const QJsonObject all { { ownKey, written(m_own) }, { favoritesKey, written(m_favorites) } };
    if (m_store)
        (void)m_store->put(documentKind,
                           { documentName, QJsonDocument(all).toJson(QJsonDocument::Compact) });
    emit changed();
}

} // namespace tapeline
