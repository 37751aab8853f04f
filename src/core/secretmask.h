#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <shared_mutex>

namespace tapeline {

/// Hides secrets in whatever is written for people or kept: logs, messages, diagnostics. Known
/// ones are found however they are written (percent-encoded, once or twice; cut by blanks, quotes
/// and other punctuation, as pieces of one log message are); unknown ones by where they stand:
/// apiKey=..., Bearer ..., the params of an auth message. Safe on any thread.
class SecretMask
{
public:
    static constexpr auto mask = "***";

    /// Anything shorter is no secret, and hiding it would make texts unreadable.
    static constexpr qsizetype shortestSecret = 4;

    /// From now on hidden, also after another has taken its place. In UTF-8, at least
    /// shortestSecret; else nothing happens.
    void add(const QString &secret);

    QString masked(const QString &text) const;
    QByteArray masked(const QByteArray &utf8) const;

private:
    mutable std::shared_mutex m_mutex;
    QByteArrayList m_secrets; // UTF-8, the longest first
};

} // namespace tapeline
