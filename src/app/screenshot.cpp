#include "screenshot.h"

#include <QPixmap>
#include <QWidget>

namespace tapeline {

QString saveScreenshot(QWidget &window, const QString &file)
{
    const QPixmap picture = window.grab();
    if (picture.isNull() || !picture.save(file))
        return QStringLiteral("the picture %1 could not be written").arg(file);
    return {};
}

} // namespace tapeline
