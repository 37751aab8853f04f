#pragma once

#include "result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace tapeline {

/// "journal.db.lock": who has it is the one program that writes to the journal's file.
class JournalLock
{
public:
    /// Storage when another program has it, or the folder cannot be written to. Makes the folder.
    Result<void> take(const QString &journal);
    /// Another program was why it could not be taken.
    bool isTaken() const { return m_isTaken; }

private:
    std::unique_ptr<QLockFile> m_file;
    bool m_isTaken = false;
};

} // namespace tapeline
