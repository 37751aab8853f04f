#pragma once

#include "clocks.h"
#include "easterntime.h"
#include "httprouter.h"
#include "sandboxsource.h"
#include "simulatedclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tapeline {

/// The REST side of the sandbox without a socket, its time held still.
class RoutedSandbox
{
public:
    explicit RoutedSandbox(Timestamp time
                           = easterntime::at({ 2026, 8, 13 }, std::chrono::hours(10) + 30min))
        : now(time)
        , m_source(market(), std::make_shared<const SimulatedClock>(m_still, time, 1.0),
                   SandboxSource::Options {})
        , m_router(m_source, m_wall)
    {
        m_router.setBase("http://here");
    }

    struct Answer
    {
        int status = 0;
        std::string body;
        QJsonObject json;
        QJsonArray rows() const { return json[QLatin1String("results")].toArray(); }
        QString next() const { return json[QLatin1String("next_url")].toString(); }
    };

    Answer get(const QString &target, const QString &key = QStringLiteral("advanced"))
    {
        m_wall.advance(13s);
        QString path = target;
        path.remove(QStringLiteral("http://here"));
        const HttpReply reply = m_router.answer({ .method = "GET",
                                                  .target = path.toStdString(),
                                                  .authorization = "Bearer " + key.toStdString(),
                                                  .requestId = "one" });
        return { reply.status, reply.body,
                 QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object() };
    }

    /// Follows next_url to the end; no page may be empty.
    QJsonArray allPages(const QString &target, int *pages = nullptr)
    {
        QJsonArray rows;
        int count = 0;
        for (QString next = target; !next.isEmpty() && count < 5'000; ++count) {
            const Answer page = get(next);
            const QJsonArray part = page.rows();
            if (count > 0 && part.isEmpty())
                return {};
            for (const QJsonValue &row : part)
                rows.append(row);
            next = page.next();
        }
        if (pages)
            *pages = count;
        return rows;
    }

    const SandboxSource &source() const { return m_source; }

    const Timestamp now;

private:
    /// One for all, since its seed is.
    static std::shared_ptr<const SandboxMarket> market()
    {
        static const auto made = std::make_shared<const SandboxMarket>(SandboxMarket::Options {});
        return made;
    }

    ManualWallClock m_still; ///< of the market
    ManualWallClock m_wall; ///< of the rate limit: it passes with every call
    SandboxSource m_source;
    HttpRouter m_router;
};

} // namespace tapeline
