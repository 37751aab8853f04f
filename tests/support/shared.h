#pragma once

#include <QDir>
#include <QString>
#include <QtTest>

namespace tapeline::test {

/// The folder with the design's oracles, samples and recorded data: TAPELINE_SHARED, else beside
/// the repository. Empty when it is not there.
inline QString sharedDir()
{
    const QString folder
        = qEnvironmentVariable("TAPELINE_SHARED", QStringLiteral(TAPELINE_SHARED_DEFAULT));
    return QDir(folder + QStringLiteral("/data")).exists() ? QDir(folder).absolutePath()
                                                           : QString();
}

/// A file below it, such as "data/oracles.json".
inline QString sharedFile(const QString &path)
{
    return sharedDir() + u'/' + path;
}

inline bool isContinuousIntegration()
{
    return qEnvironmentVariable("CI") == QStringLiteral("true");
}

} // namespace tapeline::test

/// First line of a test that needs the shared folder: skips without it, fails without it on CI.
#define SHARED_OR_SKIP()                                                                           \
    do {                                                                                           \
        if (tapeline::test::sharedDir().isEmpty()) {                                               \
            const char *reason                                                                     \
                = "no shared data: set TAPELINE_SHARED to the folder with data/ and samples/";     \
            if (tapeline::test::isContinuousIntegration())                                         \
                QFAIL(reason);                                                                     \
            QSKIP(reason);                                                                         \
        }                                                                                          \
    } while (false)
