#pragma once

#include "restprovider.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <utility>

namespace tapeline {

/// Why something is asked: how urgent it is, and what a person reads in the queue.
struct RequestCause
{
    RequestCause(RestPriority urgency, RestPurpose what = RestPurpose::Other, QString about = {})
        : priority(urgency)
        , purpose(what)
        , symbol(std::move(about))
    {
    }

    RestPriority priority;
    RestPurpose purpose;
    QString symbol; ///< empty where it is about no single one
};

/// What the market thread has asked of the service, and who waits for each answer. Requests leave
/// and answers come as signals, to and from the feed thread.
class RequestBook : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const RestReply &)>;

    using QObject::QObject;

    /// path: of the service, or a whole next_url. The handler is called once, unless cancelled.
    quint64 ask(const QString &path, const QUrlQuery &query, const RequestCause &cause,
                Handler handler);
    /// Does nothing when it was answered or is 0.
    void cancel(quint64 id);
    void cancelAll();

public slots:
    void answer(const tapeline::RestReply &reply);

signals:
    void wanted(const tapeline::RestRequest &request);
    void cancelled(quint64 id);
    /// These two after the one who waited was told.
    void failed(const QString &path, const tapeline::RestReply &reply);
    void answered();

private:
    struct Waiting
    {
        QString path;
        Handler handler;
    };

    quint64 m_next = 1;
    QHash<quint64, Waiting> m_waiting;
};

} // namespace tapeline
