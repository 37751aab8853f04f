#pragma once

#include "queuedrequest.h"
#include "result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrlQuery>

namespace tapeline {

struct RestRequest
{
    quint64 id = 0; ///< the asker's; answers carry it
    QString path; ///< "/v2/aggs/ticker/AAPL/range/1/minute/..."; or a whole next_url
    QUrlQuery query; ///< without the key
    RestPriority priority = RestPriority::OnScreen;
    RestPurpose purpose = RestPurpose::Other;
    QString symbol {}; ///< what it is about; empty where it is no single one
};

struct RestReply
{
    quint64 id = 0;
    int httpStatus = 0; ///< 0 when there was no answer
    QByteArray body; ///< 64 spare bytes of capacity behind its end
    Error::Code error = Error::Code::Cancelled;
    QString detail; ///< a plain English sentence when failed
    bool ok = false; ///< an HTTP 2xx answer was read
};

/// Requests to the service, queued by priority within the plan's budget. Lives on the feed thread;
/// never decodes market data. Every get() is answered by exactly one finished().
class RestProvider : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    virtual void get(const tapeline::RestRequest &request) = 0;
    virtual void cancel(quint64 id) = 0;

signals:
    void finished(const tapeline::RestReply &reply);
    /// Requests in the last 60 s, the limit per minute (0 is none), and how many wait.
    void budgetChanged(int used, int limit, int queued);
    /// What waits and why, when it changed; at most four times a second, and only for listeners.
    void queueChanged(const tapeline::RequestQueue &queue);
};

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::RestRequest)
Q_DECLARE_METATYPE(tapeline::RestReply)
