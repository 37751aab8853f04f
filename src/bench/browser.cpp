#include "browser.h"

#include <QStandardPaths>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString browserPath()
{
    for (const QString &name : { u"chromium"_s, u"chromium-browser"_s, u"google-chrome"_s })
        if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
            return path;
    return {};
}

} // namespace tapeline
