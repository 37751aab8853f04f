#include "requestbook.h"

namespace tapeline {

quint64 RequestBook::ask(const QString &path, const QUrlQuery &query, const RequestCause &cause,
                         Handler handler)
{
    RestRequest request;
    request.id = m_next++;
    request.path = path;
    request.query = query;
    request.priority = cause.priority;
    request.purpose = cause.purpose;
    request.symbol = cause.symbol;
    m_waiting.insert(request.id, { path, std::move(handler) });
    emit wanted(request);
    return request.id;
}

void RequestBook::cancel(quint64 id)
{
    if (m_waiting.remove(id) > 0)
        emit cancelled(id);
}

void RequestBook::cancelAll()
{
    for (const quint64 id : m_waiting.keys())
        cancel(id);
}

void RequestBook::answer(const RestReply &reply)
{
    const auto found = m_waiting.find(reply.id);
    if (found == m_waiting.end())
        return;
    const Waiting waiting = std::move(*found);
    m_waiting.erase(found);
    waiting.handler(reply);
    if (!reply.ok)
        emit failed(waiting.path, reply);
    emit answered();
}

} // namespace tapeline
