#pragma once

#include <QFileInfo>
#include <QLockFile>
#include <QThread>

namespace tapeline {

/// Takes a lock file as QLockFile does, for whom a file without a word in it is held for ever: one
/// is left when a program is killed between making and writing it. Who is alive writes at once and
/// keeps the system's own lock on the file, without which it is not removed.
inline bool takeLock(QLockFile &lock)
{
    constexpr unsigned long writingMs = 50; // a thousand times what it takes
    const auto isEmpty = [&] {
        const QFileInfo file(lock.fileName());
        return file.exists() && file.size() == 0;
    };
    if (lock.tryLock())
        return true;
    if (lock.error() != QLockFile::LockFailedError || !isEmpty())
        return false;
    QThread::msleep(writingMs);
    return isEmpty() && lock.removeStaleLockFile() && lock.tryLock();
}

} // namespace tapeline
