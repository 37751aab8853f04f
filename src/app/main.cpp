#include "desk.h"
#include "mainwindow.h"
#include "screenshot.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

void say(std::FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

void takeScreenshotLater(Desk &desk, const DeskOptions &options)
{
    const auto after = std::chrono::milliseconds(qRound64(options.screenshotAfterSeconds * 1'000));
    QTimer::singleShot(after, &desk, [&desk, options] {
        const QString complaint = saveScreenshot(desk.window(), options.screenshotFile);
        if (!complaint.isEmpty())
            say(stderr, u"tapeline: "_s + complaint);
        QApplication::exit(complaint.isEmpty() ? 0 : exitFailed);
    });
}

/// For --measure-start: a window is painted with all that is in it before the next event.
class FirstPaint : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && qobject_cast<MainWindow *>(watched)) {
            qApp->removeEventFilter(this);
            QMetaObject::invokeMethod(this, &FirstPaint::leave, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void leave()
    {
        say(stdout, u"tapeline: painted"_s);
        QApplication::quit();
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    QCoreApplication::setApplicationName(u"Tapeline"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(TAPELINE_VERSION));
    // Before a display is asked for, so that help and errors need none
    const Result<DeskOptions> options = parseDeskOptions(words);
    if (!options) {
        say(stderr, u"tapeline: %1\nTry: tapeline --help"_s.arg(options.error().detail));
        return exitUsage;
    }
    if (options->showVersion) {
        say(stdout, u"tapeline "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    if (options->showHelp) {
        QCoreApplication application(argc, argv);
        say(stdout, deskHelp());
        return 0;
    }

    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(u"tapeline"_s);
    loadBundledFonts();
    FirstPaint firstPaint;
    if (options->measureStart)
        application.installEventFilter(&firstPaint);
    Desk desk(application, *options);
    QObject::connect(&desk, &Desk::marketStreams, &desk, [](const QString &what) {
        say(stdout, u"tapeline: %1 is streaming"_s.arg(what));
    });
    if (const Result<void> opened = desk.open(); !opened) {
        say(stderr, u"tapeline: "_s + opened.error().detail);
        return exitFailed;
    }
    if (!options->screenshotFile.isEmpty())
        takeScreenshotLater(desk, *options);
    return QApplication::exec();
}
