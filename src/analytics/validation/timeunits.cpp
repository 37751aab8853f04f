#include "timeunits.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString unitText(WrittenUnit unit)
{
    switch (unit) {
    case WrittenUnit::Seconds:
        return u"seconds"_s;
    case WrittenUnit::Milliseconds:
        return u"milliseconds"_s;
    case WrittenUnit::Microseconds:
        return u"microseconds"_s;
    case WrittenUnit::Nanoseconds:
        break;
    }
    return u"nanoseconds"_s;
}

} // namespace

/// The borders are those of timestampByMagnitude().
WrittenUnit writtenUnit(qint64 value)
{
    constexpr qint64 firstMilliseconds = 9'000'000'000;
    return value < firstMilliseconds            ? WrittenUnit::Seconds
        : value < firstMilliseconds * 1'000     ? WrittenUnit::Milliseconds
        : value < firstMilliseconds * 1'000'000 ? WrittenUnit::Microseconds
                                                : WrittenUnit::Nanoseconds;
}

bool TimeUnits::check(qint64 value, IssueList &issues)
{
    if (value <= 0)
        return false;
    const WrittenUnit unit = writtenUnit(value);
    if (!m_unit)
        m_unit = unit;
    if (unit == *m_unit)
        return false;
    issues.add(QualityRule::TimeUnit, IssueSeverity::Error, timestampByMagnitude(value), [&] {
        return u"%1 counts %2, not %3."_s.arg(value).arg(unitText(unit), unitText(*m_unit));
    });
    return true;
}

} // namespace tapeline
