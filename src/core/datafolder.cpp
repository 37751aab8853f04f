#include "datafolder.h"

#include <QDir>
#include <QStandardPaths>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

QString dataFolder(const QString &asked)
{
    QString folder = asked;
    if (folder.isEmpty())
        folder = qEnvironmentVariable("TAPELINE_DATA_DIR");
    // Every program of ours has the same, whatever its own name is
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + u"/Tapeline"_s;
    return QDir(folder).absolutePath();
}

} // namespace tapeline
