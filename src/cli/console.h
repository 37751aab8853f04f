#pragma once

#include "secretmask.h"

#include <QString>

#include <string_view>

namespace tapeline {

/// What a command ends with (architecture.md, "Command line").
enum class ExitCode : int {
    Success = 0,
    Failure = 1, ///< the work failed
    Usage = 2 ///< wrong usage
};

/// Where a command writes: results to standard output, messages to standard error.
class Console
{
public:
    /// One line of results.
    void print(std::string_view line);
    void print(const QString &line);
    /// From now on no message holds this.
    void hide(const QString &secret) { m_mask.add(secret); }
    QString masked(const QString &text) const { return m_mask.masked(text); }

    /// A plain sentence for people.
    void say(const QString &message);
    /// The same, and the code to leave with.
    ExitCode fail(const QString &message);
    ExitCode wrongUsage(const QString &message);

    /// Makes results visible now; false when they could not be written (a full disk, a closed
    /// pipe).
    bool flush();

private:
    SecretMask m_mask;
};

} // namespace tapeline
