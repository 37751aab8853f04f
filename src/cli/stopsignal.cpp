#include "stopsignal.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#endif

namespace tapeline {

#ifdef Q_OS_WIN

namespace {

HANDLE stopEvent = nullptr; // a console handler is given no context

BOOL WINAPI onConsoleEvent(DWORD)
{
    SetEvent(stopEvent);
    return TRUE;
}

} // namespace

struct StopSignal::Private
{
};

StopSignal::StopSignal()
    : d(std::make_unique<Private>())
{
    stopEvent = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

StopSignal::~StopSignal()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    CloseHandle(stopEvent);
}

void StopSignal::wait()
{
    WaitForSingleObject(stopEvent, INFINITE);
}

#else

struct StopSignal::Private
{
    sigset_t signals;
    sigset_t before;
};

StopSignal::StopSignal()
    : d(std::make_unique<Private>())
{
    // Blocked, a signal stays pending until wait() takes it; threads started later inherit the mask
    sigemptyset(&d->signals);
    sigaddset(&d->signals, SIGINT);
    sigaddset(&d->signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &d->signals, &d->before);
}

StopSignal::~StopSignal()
{
    pthread_sigmask(SIG_SETMASK, &d->before, nullptr);
}

void StopSignal::wait()
{
    int signal = 0;
    sigwait(&d->signals, &signal);
}

#endif

} // namespace tapeline
