#include "cachedatabase.h"
#include "clocks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using State = DownloadStatus::State;

/// As one JSON list: no symbol can break it apart.
QString textOf(const QStringList &symbols)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(symbols)).toJson(QJsonDocument::Compact));
}

QStringList symbolsOf(const QString &text)
{
    QStringList symbols;
    for (const QJsonValue symbol : QJsonDocument::fromJson(text.toUtf8()).array())
        symbols.append(symbol.toString());
    return symbols;
}

DownloadStatus downloadOf(const QSqlQuery &row)
{
    DownloadStatus status;
    status.order.id = row.value(0).toULongLong();
    status.order.symbols = symbolsOf(row.value(1).toString());
    status.order.timeframe = Timeframe::parse(row.value(2).toString()).value_or(Timeframe());
    status.order.range = { fromNs(row.value(3).toLongLong()), fromNs(row.value(4).toLongLong()) };
    status.order.adjusted = row.value(5).toBool();
    status.state = State(std::clamp(row.value(6).toInt(), 0, int(State::Failed)));
    status.symbolsDone = row.value(7).toInt();
    status.progress = row.value(8).toDouble();
    status.bars = row.value(9).toLongLong();
    status.detail = row.value(10).toString();
    status.order.origin = row.value(11).toString();
    return status;
}

} // namespace

Result<std::optional<CacheDatabase::KeptAnswer>> CacheDatabase::answer(const QString &origin,
                                                                       const QString &name) const
{
    std::optional<KeptAnswer> found;
    const Result<void> done = each(
        u"SELECT body, asked FROM answer WHERE origin = ? AND name = ?"_s, { origin, name },
        [&](const QSqlQuery &row) {
            found = KeptAnswer { row.value(0).toByteArray(), fromNs(row.value(1).toLongLong()) };
        });
    if (!done)
        return done.error();
    return found;
}

Result<void> CacheDatabase::keepAnswer(const QString &origin, const QString &name,
                                       const KeptAnswer &answer)
{
    const QByteArray body = answer.body.isNull() ? QByteArray("") : answer.body;
    return mended([&] {
        return each(u"INSERT OR REPLACE INTO answer (origin, name, body, asked, kept) VALUES (?, "
                    u"?, ?, ?, ?)"_s,
                    { origin, name, body, qint64(toNs(answer.asOf)),
                      qint64(toNs(SystemWallClock().utc())) });
    });
}

Result<std::vector<DownloadStatus>> CacheDatabase::downloads() const
{
    std::vector<DownloadStatus> all;
    const Result<void> done
        = each(u"SELECT id, symbols, frame, start, stop, adjusted, state, done, progress, bars, "
               u"detail, origin FROM download ORDER BY id"_s,
               {}, [&](const QSqlQuery &row) { all.push_back(downloadOf(row)); });
    if (!done)
        return done.error();
    return all;
}

Result<quint64> CacheDatabase::addDownload(const DownloadOrder &order)
{
    return mended([&]() -> Result<quint64> {
        const Result<void> done = each(
            u"INSERT INTO download (origin, symbols, frame, start, stop, adjusted, state, done, "
            u"progress, bars, detail) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, '')"_s,
            { order.origin, textOf(order.symbols), order.timeframe.toString(),
              qint64(toNs(order.range.from)), qint64(toNs(order.range.to)), order.adjusted,
              int(State::Running) });
        if (!done)
            return done.error();
        const Result<qint64> id = number(u"SELECT last_insert_rowid()"_s);
        if (!id)
            return id.error();
        return quint64(*id);
    });
}

Result<void> CacheDatabase::updateDownload(const DownloadStatus &status)
{
    return mended([&]() -> Result<void> {
        if (const Result<void> done
            = each(u"UPDATE download SET state = ?, done = ?, progress = ?, bars = ?, detail = ? "
                   u"WHERE id = ?"_s,
                   { int(status.state), status.symbolsDone, status.progress, status.bars,
                     status.detail, status.order.id });
            !done)
            return done;
        return hasChanged(status.order.id);
    });
}

Result<void> CacheDatabase::removeDownload(quint64 id)
{
    return mended([&]() -> Result<void> {
        if (const Result<void> done = each(u"DELETE FROM download WHERE id = ?"_s, { id }); !done)
            return done;
        return hasChanged(id);
    });
}

/// The statement before this one found its download.
Result<void> CacheDatabase::hasChanged(quint64 id) const
{
    const Result<qint64> changes = number(u"SELECT changes()"_s);
    if (!changes)
        return changes.error();
    if (*changes == 0)
        return Error { Error::Code::NotFound, u"there is no download %1"_s.arg(id) };
    return {};
}

} // namespace tapeline
