#include "commandline.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tapeline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TAPELINE_VERSION));
    tapeline::Console console;
    return static_cast<int>(tapeline::runCommandLine(QCoreApplication::arguments(), console));
}
