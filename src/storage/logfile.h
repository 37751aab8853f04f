#pragma once

#include "clocks.h"
#include "result.h"
#include "secretmask.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <deque>
#include <mutex>

namespace tapeline {

/// The program's log: one line a message, "2026-11-21T09:25:12.123Z warning tapeline.rest: ...",
/// without any secret, in a file only its user can read. When it is full it becomes
/// tapeline.1.log, that one tapeline.2.log and so on, and the oldest goes. Safe on any thread.
///
/// Never fails the program: what cannot be written (a full disk) is counted, and the count is
/// written as soon as that works again.
class LogFile
{
public:
    struct Limits
    {
        qint64 bytes; ///< of one file
        int files; ///< the current one included
    };
    static constexpr Limits usualLimits { 2 * 1024 * 1024, 5 };
    static constexpr std::size_t recentCapacity = 500;

    /// mask and clock outlive the log; the system's clock when null.
    LogFile(const QString &path, const SecretMask &mask, Limits limits = usualLimits,
            const WallClock *clock = nullptr);

    /// Makes the folder where it is missing, and goes on behind what is there. Storage when there
    /// can be no file; recent() works without one.
    Result<void> open();

    void write(QtMsgType type, const char *category, const QString &message);

    /// The newest lines of this run, oldest first.
    QStringList recent(int lines) const;
    const SecretMask &mask() const { return m_mask; }

private:
    QByteArray lineOf(QtMsgType type, const char *category, const QString &message) const;
    QString numbered(int number) const;
    Result<void> openFile();
    void rotate();
    bool append(const QByteArray &bytes);

    const QString m_path;
    const SecretMask &m_mask;
    const Limits m_limits;
    SystemWallClock m_systemClock;
    const WallClock &m_clock;

    mutable std::mutex m_mutex; // of everything below
    QFile m_file;
    bool m_wanted = false; ///< it could be opened once
    qint64 m_size = 0;
    qint64 m_lost = 0; ///< lines that could not be written
    bool m_torn = false; ///< the file ends within a line
    std::deque<QByteArray> m_recent;
};

/// Sends Qt's messages to a log, and without secrets to standard error, for as long as it lives.
/// There is one at a time; threads may go on writing messages while it goes.
class MessageCapture
{
public:
    /// log outlives the capture.
    explicit MessageCapture(LogFile &log);
    ~MessageCapture();
    Q_DISABLE_COPY_MOVE(MessageCapture)

private:
    QtMessageHandler m_previous;
};

} // namespace tapeline
