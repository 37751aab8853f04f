#include "serviceclient.h"

#include <QEventLoop>

#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString withFullStop(const QString &text)
{
    const bool ends = text.endsWith(u'.') || text.contains("https://"_L1);
    return ends ? text : QString(text + u'.');
}

} // namespace

ServiceClient::ServiceClient(const ServiceAccess &access, int limitPerMinute, Console &console)
    : m_console(console)
    , m_rest(access.rest, access.key, limitPerMinute)
{
    QObject::connect(&m_rest, &RestProvider::budgetChanged, &m_rest,
                     [this](int used, int limit, int queued) { tellWaiting(used, limit, queued); });
}

RestReply ServiceClient::ask(const QString &path, const QUrlQuery &query)
{
    const quint64 id = m_nextId++;
    RestReply answer;
    QEventLoop loop;
    QObject::connect(&m_rest, &RestProvider::finished, &loop, [&](const RestReply &reply) {
        if (reply.id != id)
            return;
        answer = reply;
        loop.quit();
    });
    RestRequest request;
    request.id = id;
    request.path = path;
    request.query = query;
    request.priority = RestPriority::Interactive;
    m_rest.get(request);
    loop.exec();
    return answer;
}

void ServiceClient::tellWaiting(int used, int limit, int queued)
{
    if (limit > 0 && used >= limit && queued > 0 && !std::exchange(m_saidWaiting, true))
        m_console.say(u"Waiting: the plan allows %1 requests a minute."_s.arg(limit));
}

QString failureSentence(const Error &error)
{
    const QString reason = withFullStop(error.detail);
    switch (error.code) {
    case Error::Code::Unauthorized:
        return u"The service refused the key: %1"_s.arg(reason);
    case Error::Code::NotEntitled:
        return u"The plan does not include this: %1"_s.arg(reason);
    case Error::Code::RateLimited:
        return u"The service was asked too often: %1"_s.arg(reason);
    case Error::Code::Malformed:
        return u"The service's answer cannot be read: %1"_s.arg(reason);
    case Error::Code::InvalidArgument:
    case Error::Code::Overflow:
    case Error::Code::NotFound:
    case Error::Code::Network:
    case Error::Code::Rejected:
    case Error::Code::Storage:
    case Error::Code::Cancelled:
        return reason;
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
