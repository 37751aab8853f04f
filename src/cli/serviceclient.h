#pragma once

#include "massiverest.h"
#include "serviceaccess.h"

namespace tapeline {

/// Asks the service one thing after the other, for commands, which have nothing to do meanwhile.
class ServiceClient
{
public:
    /// limitPerMinute 0 is no limit. console outlives the client and is told when it has to wait.
    ServiceClient(const ServiceAccess &access, int limitPerMinute, Console &console);

    /// path: of the service, or a whole next_url. Runs an event loop until the answer is there.
    RestReply ask(const QString &path, const QUrlQuery &query = {});

private:
    void tellWaiting(int used, int limit, int queued);

    Console &m_console;
    MassiveRest m_rest;
    quint64 m_nextId = 1;
    bool m_saidWaiting = false;
};

/// Why a request failed, as one sentence for people.
QString failureSentence(const Error &error);

} // namespace tapeline
