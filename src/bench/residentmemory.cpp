#include "residentmemory.h"

#if defined(Q_OS_WIN)
#include <windows.h>

#include <psapi.h>
#elif defined(Q_OS_MACOS)
#include <mach/mach.h>
#else
#include <QFile>

#include <unistd.h>
#endif

namespace tapeline {

#if defined(Q_OS_WIN)

qint64 residentMemory()
{
    PROCESS_MEMORY_COUNTERS counters {};
    if (!K32GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof counters))
        return 0;
    return qint64(counters.WorkingSetSize);
}

#elif defined(Q_OS_MACOS)

qint64 residentMemory()
{
    mach_task_basic_info info {};
    mach_msg_type_number_t count = MACH_TASK_BASIC_INFO_COUNT;
    const kern_return_t answer = task_info(mach_task_self(), MACH_TASK_BASIC_INFO,
                                           reinterpret_cast<task_info_t>(&info), &count);
    return answer == KERN_SUCCESS ? qint64(info.resident_size) : 0;
}

#else

/// Pages: all of it, then the resident ones.
qint64 residentMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() > 1 ? pages[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

#endif

} // namespace tapeline
