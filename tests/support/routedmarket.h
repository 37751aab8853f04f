#pragma once

#include "easterntime.h"
#include "httprouter.h"
#include "sandboxsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tapeline {

/// The simulated market behind the gateway's router, without a socket: 2026-08-13 (a Thursday)
/// 10:30:00 Eastern, held still.
class RoutedMarket
{
public:
    static Timestamp openingTime() { return easterntime::at({ 2026, 8, 13 }, 10h + 30min); }

    explicit RoutedMarket(Timestamp now = openingTime(), int extraSymbols = 0)
        : market(std::make_shared<SandboxMarket>(SandboxMarket::Options { 1, extraSymbols }))
        , m_source(market, std::make_shared<SimulatedClock>(m_wall, now, 0),
                   SandboxSource::Options {})
        , m_router(m_source, m_wall)
    {
        m_router.setBase("http://127.0.0.1:1");
    }

    struct Answer
    {
        int status = 0;
        QByteArray body;
        QJsonObject json;
        QJsonArray rows() const { return json[QLatin1String("results")].toArray(); }
        QString next() const { return json[QLatin1String("next_url")].toString(); }
    };

    /// GETs a path, or a whole next_url.
    Answer get(const QString &target, const QString &key = QStringLiteral("advanced"))
    {
        QString path = target;
        path.remove(QLatin1String("http://127.0.0.1:1"));
        const HttpReply reply
            = m_router.answer({ "GET", path.toStdString(), "Bearer " + key.toStdString(), "id" });
        const QByteArray body = QByteArray::fromStdString(reply.body);
        return { reply.status, body, QJsonDocument::fromJson(body).object() };
    }
    /// Follows next_url to the end; all rows in order.
    QJsonArray allPages(const QString &target, int *pages = nullptr)
    {
        QJsonArray rows;
        int count = 0;
        for (QString next = target; !next.isEmpty() && count < 10'000; ++count) {
            const Answer page = get(next);
            for (const QJsonValue &row : page.rows())
                rows.append(row);
            next = page.next();
        }
        if (pages)
            *pages = count;
        return rows;
    }

    const std::shared_ptr<const SandboxMarket> market;

private:
    SystemWallClock m_wall;
    SandboxSource m_source;
    HttpRouter m_router;
};

} // namespace tapeline
