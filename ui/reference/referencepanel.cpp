#include "referencepanel.h"

#include "easterntime.h"

namespace tapeline {

void ReferencePanel::setMarketTime(Timestamp now)
{
    const Timestamp before = std::exchange(m_now, now);
    if (easterntime::date(before) != easterntime::date(now))
        onDayChanged();
}

void ReferencePanel::updateQuestions()
{
    const QList<CompanyQuestion> wanted = isVisible() ? questions() : QList<CompanyQuestion>();
    if (wanted == m_asked)
        return;
    m_asked = wanted;
    emit questionsChanged(wanted);
}

void ReferencePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    updateQuestions();
}

void ReferencePanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    updateQuestions();
}

} // namespace tapeline
