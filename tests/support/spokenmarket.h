#pragma once

#include "easterntime.h"
#include "fakehttpserver.h"
#include "fakestreamservice.h"

#include <QElapsedTimer>

namespace tapeline::test {

/// A service on loopback whose market a test speaks, quote by quote: it tells the time (of a day in
/// March, from ten in the morning, at the pace of the wall clock), and knows nothing of the past.
class SpokenMarket
{
public:
    SpokenMarket()
    {
        m_since.start();
        m_rest.setHandler([this](const HttpRequest &request) { return answer(request); });
    }

    QUrl restBase() const { return m_rest.base(); }
    QUrl streamBase() const { return m_stream.base(); }
    FakeStreamService &stream() { return m_stream; }
    static QString key() { return QStringLiteral("good"); }

    Timestamp now() const
    {
        return easterntime::at({ 2026, 3, 10 }, 10h) + std::chrono::milliseconds(m_since.elapsed());
    }

    /// Prices as decimals: "100.05".
    void quote(const QByteArray &bid, const QByteArray &ask, int bidSize = 500, int askSize = 500)
    {
        send(R"({"ev":"Q","sym":"NVDA","bx":4,"bp":)" + bid + R"(,"bs":)"
             + QByteArray::number(bidSize) + R"(,"ax":7,"ap":)" + ask + R"(,"as":)"
             + QByteArray::number(askSize) + R"(,"c":0,"t":)" + time() + R"(,"q":)" + next()
             + R"(,"z":3})");
    }
    void trade(const QByteArray &price, int size)
    {
        const QByteArray sequence = next();
        send(R"({"ev":"T","sym":"NVDA","i":")" + sequence + R"(","x":4,"z":3,"p":)" + price
             + R"(,"s":)" + QByteArray::number(size) + R"(,"c":[],"t":)" + time() + R"(,"q":)"
             + sequence + "}");
    }

private:
    HttpResponse answer(const HttpRequest &request) const
    {
        HttpResponse response;
        const QString day = QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ");
        if (request.target.contains(QLatin1String("marketstatus/now")))
            response.body = "{\"serverTime\":\""
                + QDateTime::fromMSecsSinceEpoch(toMs(now()), Qt::UTC).toString(day).toLatin1()
                + "\"}";
        else if (request.target.contains(QLatin1String("marketstatus/upcoming")))
            response.body = "[]";
        else
            response.body = R"({"status":"OK","results":[],"resultsCount":0,"count":0})";
        return response;
    }
    void send(const QByteArray &event) { m_stream.send(QString::fromLatin1("[" + event + "]")); }
    QByteArray time() const { return QByteArray::number(toMs(now())); }
    QByteArray next() { return QByteArray::number(++m_sequence); }

    QElapsedTimer m_since;
    FakeHttpServer m_rest;
    FakeStreamService m_stream;
    qint64 m_sequence = 1'000;
};

} // namespace tapeline::test
