#include "logfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <shared_mutex>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

const char *wordOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "message";
}

/// A message stays one line, whoever wrote it.
QString inOneLine(QString message)
{
    message.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    for (QChar &c : message)
        if (c.category() == QChar::Other_Control && c != u'\t')
            c = QChar::ReplacementCharacter;
    return message;
}

/// The program that wrote it crashed.
bool endsWithinLine(const QString &path)
{
    QFile file(path);
    char last = '\n';
    if (file.open(QIODevice::ReadOnly) && file.size() > 0 && file.seek(file.size() - 1))
        file.getChar(&last);
    return last != '\n';
}

// A message handler is given no context
std::shared_mutex currentMutex;
LogFile *currentLog = nullptr;

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::shared_lock lock(currentMutex);
    const QByteArray text = qFormatLogMessage(type, context, message).toUtf8();
    if (!currentLog)
        return; // it went while this message was on its way
    currentLog->write(type, context.category, message);
    std::fprintf(stderr, "%s\n", currentLog->mask().masked(text).constData());
}

} // namespace

LogFile::LogFile(const QString &path, const SecretMask &mask, Limits limits, const WallClock *clock)
    : m_path(path)
    , m_mask(mask)
    , m_limits(limits)
    , m_clock(clock ? *clock : m_systemClock)
{
}

Result<void> LogFile::open()
{
    const std::lock_guard lock(m_mutex);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const Result<void> opened = openFile();
    m_wanted = opened.has_value();
    return opened;
}

Result<void> LogFile::openFile()
{
    m_file.setFileName(m_path);
    // The mode first: others can never open it
    const auto mode = QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered;
    if (!m_file.open(mode, ownerOnly))
        return Error { Error::Code::Storage, u"%1: %2"_s.arg(m_path, m_file.errorString()) };
    m_file.setPermissions(ownerOnly); // it may be older than this rule
    m_size = m_file.size();
    m_torn = endsWithinLine(m_path);
    return {};
}

void LogFile::write(QtMsgType type, const char *category, const QString &message)
{
    const QByteArray line = lineOf(type, category, message);
    const std::lock_guard lock(m_mutex);
    m_recent.push_back(line.chopped(1));
    if (m_recent.size() > recentCapacity)
        m_recent.pop_front();
    if (!m_wanted)
        return;
    if (m_size > 0 && m_size + line.size() > m_limits.bytes)
        rotate();
    if (!m_file.isOpen() && !openFile()) {
        ++m_lost;
        return;
    }
    if (m_lost > 0
        && append(
            lineOf(QtWarningMsg, "tapeline.log", u"%1 lines could not be written"_s.arg(m_lost))))
        m_lost = 0;
    if (!append(line))
        ++m_lost;
}

QStringList LogFile::recent(int lines) const
{
    const std::lock_guard lock(m_mutex);
    const std::size_t count
        = std::min(m_recent.size(), static_cast<std::size_t>(std::max(lines, 0)));
    QStringList out;
    for (std::size_t i = m_recent.size() - count; i < m_recent.size(); ++i)
        out += QString::fromUtf8(m_recent[i]);
    return out;
}

QByteArray LogFile::lineOf(QtMsgType type, const char *category, const QString &message) const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(m_clock.utc()), Qt::UTC);
    const QString text
        = u"%1 %2 %3: %4"_s.arg(now.toString(Qt::ISODateWithMs), QLatin1String(wordOf(type)),
                                QLatin1String(category ? category : "default"), inOneLine(message));
    return m_mask.masked(text.toUtf8()) + '\n';
}

QString LogFile::numbered(int number) const
{
    if (number == 0)
        return m_path;
    const QFileInfo info(m_path);
    return u"%1/%2.%3.%4"_s.arg(info.path(), info.completeBaseName(), QString::number(number),
                                info.suffix());
}

void LogFile::rotate()
{
    m_file.close();
    QFile::remove(numbered(m_limits.files - 1));
    for (int number = m_limits.files - 1; number > 0; --number)
        QFile::rename(numbered(number - 1), numbered(number));
    // Where it could not be moved away (somebody holds it open), it starts anew in its place
    QFile::remove(m_path);
    m_size = 0;
}

/// False when not all of it is in the file.
bool LogFile::append(const QByteArray &bytes)
{
    const QByteArray all = m_torn ? '\n' + bytes : bytes;
    const qint64 written = m_file.write(all);
    if (written > 0) {
        m_size += written;
        m_torn = written < all.size();
    }
    return written == all.size();
}

MessageCapture::MessageCapture(LogFile &log)
{
    {
        const std::unique_lock lock(currentMutex);
        Q_ASSERT(!currentLog);
        currentLog = &log;
    }
    m_previous = qInstallMessageHandler(handleMessage);
}

MessageCapture::~MessageCapture()
{
    qInstallMessageHandler(m_previous);
    const std::unique_lock lock(currentMutex);
    currentLog = nullptr;
}

} // namespace tapeline
