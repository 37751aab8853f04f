#include "sessioncursor.h"

#include "easterntime.h"

namespace tapeline {

SessionPart SessionCursor::partAt(Timestamp time)
{
    if (time < m_dayStart || time >= m_dayEnd) {
        const QDate date = easterntime::date(time);
        m_dayStart = easterntime::at(date);
        m_dayEnd = easterntime::at(date.addDays(1));
        m_session = m_calendar.session(date);
    }
    return m_session ? m_session->partAt(time) : SessionPart::Closed;
}

} // namespace tapeline
