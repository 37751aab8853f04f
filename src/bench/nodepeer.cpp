#include "nodepeer.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

namespace tapeline::nodepeer {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 300'000;

QString folder()
{
    return QStringLiteral(TAPELINE_BENCH_WORK "/peers");
}

bool hasPackages()
{
    const QDir packages(folder() + u"/node_modules"_s);
    return packages.exists(u"@massive.com/client-js"_s) && packages.exists(u"lightweight-charts"_s)
        && packages.exists(u"technicalindicators"_s);
}

/// Copies the scripts beside the packages, which are fetched when they are first needed.
Result<void> prepare(Needs needs)
{
    const QDir source(QStringLiteral(TAPELINE_BENCH_JS));
    if (!QDir().mkpath(folder()))
        return Error { Error::Code::Storage, u"%1 cannot be made"_s.arg(folder()) };
    for (const QString &file : source.entryList(QDir::Files)) {
        QFile::remove(folder() + u'/' + file);
        if (!QFile::copy(source.filePath(file), folder() + u'/' + file))
            return Error { Error::Code::Storage, u"%1 cannot be copied"_s.arg(file) };
    }
    if (needs == Needs::NodeOnly || hasPackages())
        return {};
    QProcess npm;
    npm.setWorkingDirectory(folder());
    npm.start(u"npm"_s, { u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s });
    if (!npm.waitForFinished(patienceMs) || npm.exitCode() != 0)
        return Error { Error::Code::Network, u"the peers' packages could not be fetched"_s };
    return {};
}

} // namespace

Result<QJsonObject> run(const QString &script, const QStringList &arguments, Needs needs)
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return Error { Error::Code::NotFound, u"node is not installed"_s };
    if (const Result<void> prepared = prepare(needs); !prepared)
        return prepared.error();
    QProcess node;
    node.setWorkingDirectory(folder());
    node.start(u"node"_s, QStringList(script) + arguments);
    const bool ended = node.waitForFinished(patienceMs);
    if (!ended || node.exitStatus() != QProcess::NormalExit || node.exitCode() != 0) {
        const QString said = QString::fromUtf8(node.readAllStandardError()).left(200).simplified();
        return Error { Error::Code::Rejected, u"%1 failed: %2"_s.arg(script, said) };
    }
    const QList<QByteArray> lines = node.readAllStandardOutput().trimmed().split('\n');
    return QJsonDocument::fromJson(lines.last()).object();
}

} // namespace tapeline::nodepeer
