#pragma once

#include "issuelist.h"

#include <optional>

namespace tapeline {

/// What a written time counts, as its size tells: about 1e9 seconds, 1e12 milliseconds, 1e15
/// microseconds, 1e18 nanoseconds.
enum class WrittenUnit : quint8 { Seconds, Milliseconds, Microseconds, Nanoseconds };
WrittenUnit writtenUnit(qint64 value);

/// V-24: all times of a field count the same.
class TimeUnits
{
public:
    /// unit: what the field is said to count; nothing: what the first one does.
    explicit TimeUnits(std::optional<WrittenUnit> unit = std::nullopt)
        : m_unit(unit)
    {
    }

    /// True when it does not. 0 is no time.
    bool check(qint64 value, IssueList &issues);

private:
    std::optional<WrittenUnit> m_unit;
};

} // namespace tapeline
