#include "serviceaddresses.h"

namespace tapeline::serviceaddresses {

using namespace Qt::Literals::StringLiterals;

Result<QUrl> read(const QString &text, const QUrl &official)
{
    QUrl url(text, QUrl::StrictMode);
    const QString encrypted = official.scheme();
    const QString inClear = encrypted.chopped(1); // https, http; wss, ws
    const bool usable = url.isValid() && !url.host().isEmpty()
        && (url.scheme() == encrypted || url.scheme() == inClear) && url.userInfo().isEmpty()
        && !url.hasQuery() && !url.hasFragment();
    if (!usable)
        return Error { Error::Code::InvalidArgument,
                       u"is an address such as %1, without user name, query or fragment."_s.arg(
                           official.toString()) };
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace tapeline::serviceaddresses
