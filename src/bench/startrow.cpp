#include "browser.h"
#include "rows.h"
#include "stopwatch.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 9; // after one that warms up
constexpr int patienceMs = 60'000;

/// An environment in which a program finds nothing of its own, and no key.
QProcessEnvironment strangerIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    for (const QString &name :
         { u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_STATE_HOME"_s,
           u"TAPELINE_DATA_DIR"_s, u"MASSIVE_API_KEY"_s, u"POLYGON_API_KEY"_s })
        environment.remove(name);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return environment;
}

QString desk()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u"/tapeline.exe"_s;
#else
    return QCoreApplication::applicationDirPath() + u"/tapeline"_s;
#endif
}

/// From its start to its first paint, when the program says so and leaves. Nothing when it did not.
std::optional<double> deskMilliseconds()
{
    const QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(strangerIn(home.path()));
    const QStringList arguments { u"--measure-start"_s, u"--data-dir"_s, home.path() + u"/desk"_s };
    QByteArray said;
    const double time = nanoseconds([&] {
        process.start(desk(), arguments);
        while (!said.contains("painted") && process.waitForReadyRead(patienceMs))
            said += process.readAllStandardOutput();
    });
    process.waitForFinished(patienceMs);
    return said.contains("painted") ? std::optional(time / 1e6) : std::nullopt;
}

/// An empty page until exit: it says nothing of its first paint.
std::optional<double> pageMilliseconds()
{
    const QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(strangerIn(home.path()));
    const QStringList arguments { u"--headless"_s,    u"--no-sandbox"_s,
                                  u"--disable-gpu"_s, u"--user-data-dir="_s + home.path(),
                                  u"--dump-dom"_s,    u"about:blank"_s };
    bool ended = false;
    const double time = nanoseconds([&] {
        process.start(browserPath(), arguments);
        ended = process.waitForFinished(patienceMs);
    });
    return ended && process.exitCode() == 0 ? std::optional(time / 1e6) : std::nullopt;
}

} // namespace

Measurements bench::firstPaint()
{
    Measurement row;
    row.row = u"first paint, warm"_s;
    row.peer = u"headless Chromium, about:blank"_s;
    row.unit = u"ms"_s;
    row.bound = { Bound::Kind::Faster, 4, 2.5 };
    row.note = u"from the start of the process, each time in an empty home; the peer until exit"_s;
    row.peerIsMissing = browserPath().isEmpty();
    if (row.peerIsMissing) {
        row.note = u"Chromium is not installed"_s;
        return { row };
    }
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = -1; round < rounds; ++round) {
        const auto own = deskMilliseconds();
        const auto page = pageMilliseconds();
        row.failed |= !own || !page;
        if (round >= 0) {
            ours.push_back(own.value_or(0));
            theirs.push_back(page.value_or(0));
        }
    }
    row.ours = median(ours);
    row.peers = median(theirs);
    return { row };
}

} // namespace tapeline
