#include "keysafety.h"

#include <QHostAddress>

namespace tapeline::keysafety {

using namespace Qt::Literals::StringLiterals;

namespace {

int portOf(const QUrl &url)
{
    const bool encrypted = url.scheme() == "https"_L1 || url.scheme() == "wss"_L1;
    return url.port(encrypted ? 443 : 80);
}

bool isService(const QUrl &url)
{
    return url.scheme() == "https"_L1 && portOf(url) == 443
        && (url.host() == "api.massive.com"_L1 || url.host() == "api.polygon.io"_L1);
}

} // namespace

bool mayCarryKey(const QUrl &url)
{
    if (url.scheme() == "https"_L1 || url.scheme() == "wss"_L1)
        return true;
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QString refusal(const QUrl &url)
{
    return u"The key is not sent to %1, because the connection is not encrypted."_s.arg(url.host());
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

bool isSameService(const QUrl &a, const QUrl &b)
{
    return isSameOrigin(a, b) || (isService(a) && isService(b));
}

} // namespace tapeline::keysafety
