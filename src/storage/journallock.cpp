#include "journallock.h"

#include "takelock.h"

#include <QDir>
#include <QFileInfo>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

Result<void> JournalLock::take(const QString &journal)
{
    QDir().mkpath(QFileInfo(journal).absolutePath());
    m_file = std::make_unique<QLockFile>(journal + u".lock"_s);
    m_file->setStaleLockTime(0); // a lock left by a crash is recognised by its process
    m_isTaken = false;
    if (takeLock(*m_file))
        return {};
    m_isTaken = m_file->error() == QLockFile::LockFailedError;
    m_file.reset();
    return Error { Error::Code::Storage,
                   m_isTaken ? u"%1: another Tapeline is using it"_s.arg(journal)
                             : u"%1: its folder cannot be written to"_s.arg(journal) };
}

} // namespace tapeline
