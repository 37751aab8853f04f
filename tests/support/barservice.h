#pragma once

#include "candle.h"
#include "requestbook.h"
#include "splitmix64.h"
#include "timeframe.h"
#include "timeranges.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <deque>
#include <functional>
#include <vector>

namespace tapeline {

/// A service that answers for bars, by hand or on its own: some windows have none, and those that
/// ended less than a quarter of an hour ago still change with every question. Notes what was asked.
class BarService
{
public:
    struct Asked
    {
        QString symbol;
        TimeRange range; ///< windows that start within
        RestPriority priority;
        Timestamp at; ///< market time
    };

    using Clock = std::function<Timestamp()>;

    BarService(RequestBook &requests, Clock clock)
        : m_requests(requests)
        , m_clock(std::move(clock))
    {
        QObject::connect(&requests, &RequestBook::wanted, &m_here,
                         [this](const RestRequest &request) { take(request); });
        QObject::connect(&requests, &RequestBook::cancelled, &m_here, [this](quint64 id) {
            std::erase_if(waiting, [id](const RestRequest &request) { return request.id == id; });
        });
    }

    /// What it knows of a window; nothing when nobody traded in it.
    static std::optional<Candle> truth(const QString &symbol, Timeframe timeframe, Timestamp start,
                                       Timestamp askedAt)
    {
        const quint64 noise = mixed(toNs(start), qHash(symbol), qHash(timeframe));
        if (noise % 7 == 0 || start > askedAt)
            return std::nullopt;
        Candle bar;
        bar.start = start;
        bar.open = Price::whole(100 + qint64(noise % 50));
        bar.close = bar.open + Price::whole(1);
        bar.high = bar.close + Price::whole(2);
        bar.low = bar.open - Price::whole(3);
        bar.volume = Qty::whole(1 + qint64(noise % 1'000));
        bar.tradeCount = 1 + qint64(noise % 90);
        bar.vwap = bar.open.toDouble();
        if (timeframe.nextWindow(start) > askedAt - 15min)
            bar.volume += Qty::whole(qint64(mixed(toNs(askedAt), 1, 2) % 5'000));
        return bar;
    }

    /// Answers everything that waits, oldest first, and what is asked because of it.
    void answerAll()
    {
        while (!waiting.empty())
            answerNext();
    }

    void answerNext()
    {
        const RestRequest request = waiting.front();
        waiting.pop_front();
        RestReply reply;
        reply.id = request.id;
        if (fails && fails(request)) {
            reply.httpStatus = failure == Error::Code::NotEntitled ? 403 : 0;
            reply.error = failure;
            reply.detail = QStringLiteral("The service could not be reached.");
        } else {
            reply.ok = true;
            reply.httpStatus = 200;
            reply.body = bodyFor(request);
            reply.body.reserve(reply.body.size() + 64);
        }
        m_requests.answer(reply);
    }

    std::deque<RestRequest> waiting;
    std::vector<Asked> asked; ///< first pages only
    int pages = 0;
    qsizetype rowsPerPage = 50'000;
    /// Which requests fail, and how.
    std::function<bool(const RestRequest &)> fails;
    Error::Code failure = Error::Code::Network;
    Timestamp truthUntil = Timestamp::max(); ///< what is later it has not published yet
    bool byHand = false; ///< else it answers as soon as the event loop turns

private:
    struct Bars
    {
        QString symbol;
        Timeframe timeframe;
        TimeRange range;
    };

    static quint64 mixed(qint64 a, size_t b, size_t c)
    {
        SplitMix64 random(quint64(a) * 31 + b * 17 + c);
        return random.next();
    }

    static Bars barsOf(const QString &path)
    {
        static const QRegularExpression shape(
            QStringLiteral("ticker/([^/]+)/range/(\\d+)/(\\w+)/(\\d+)/(\\d+)"));
        const QRegularExpressionMatch match = shape.match(path);
        Q_ASSERT(match.hasMatch());
        const auto unit = Timeframe::parse(QString(match.captured(2) + match.captured(3)));
        Q_ASSERT(unit);
        return { match.captured(1),
                 *unit,
                 { fromMs(match.captured(4).toLongLong()),
                   fromMs(match.captured(5).toLongLong()) + 1ms } };
    }

    void take(const RestRequest &request)
    {
        if (!request.path.contains(QStringLiteral("/aggs/ticker/")))
            return; // somebody else's to answer
        const bool first = !request.path.contains(QStringLiteral("cursor="));
        ++pages;
        if (first) {
            const Bars bars = barsOf(request.path);
            asked.push_back({ bars.symbol, bars.range, request.priority, m_clock() });
        }
        waiting.push_back(request);
        if (!byHand)
            QMetaObject::invokeMethod(
                &m_here, [this] { answerAll(); }, Qt::QueuedConnection);
    }

    QByteArray bodyFor(const RestRequest &request) const
    {
        Bars bars = barsOf(request.path);
        const QUrl url(request.path);
        if (url.hasQuery())
            bars.range.from = fromMs(url.query().section(u'=', 1).toLongLong());
        QJsonArray rows;
        QJsonObject root { { QStringLiteral("ticker"), bars.symbol },
                           { QStringLiteral("adjusted"), true },
                           { QStringLiteral("status"), QStringLiteral("OK") } };
        Timestamp start = bars.timeframe.windowStart(bars.range.from);
        if (start < bars.range.from)
            start = bars.timeframe.nextWindow(start);
        for (; start < bars.range.to; start = bars.timeframe.nextWindow(start)) {
            const auto bar = truth(bars.symbol, bars.timeframe, start, m_clock());
            if (!bar || start >= truthUntil)
                continue;
            if (rows.size() == rowsPerPage) {
                root.insert(QStringLiteral("next_url"),
                            QStringLiteral("https://api.massive.com%1?cursor=%2")
                                .arg(QUrl(request.path).path())
                                .arg(toMs(start)));
                break;
            }
            rows.append(rowOf(*bar));
        }
        root.insert(QStringLiteral("results"), rows);
        return QJsonDocument(root).toJson(QJsonDocument::Compact);
    }

    static QJsonObject rowOf(const Candle &bar)
    {
        return { { QStringLiteral("t"), toMs(bar.start) },
                 { QStringLiteral("o"), bar.open.toDouble() },
                 { QStringLiteral("h"), bar.high.toDouble() },
                 { QStringLiteral("l"), bar.low.toDouble() },
                 { QStringLiteral("c"), bar.close.toDouble() },
                 { QStringLiteral("v"), bar.volume.toDouble() },
                 { QStringLiteral("vw"), bar.vwap },
                 { QStringLiteral("n"), bar.tradeCount } };
    }

    RequestBook &m_requests;
    Clock m_clock;
    QObject m_here;
};

} // namespace tapeline
