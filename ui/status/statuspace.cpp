#include "statuspace.h"

#include "streamtext.h"

#include <QWidget>

namespace tapeline {

namespace {

constexpr std::chrono::milliseconds rest { 250 };

/// What is no mere number.
bool isNews(const SessionStatus &status, const SessionStatus &before)
{
    return status.stream != before.stream || status.source != before.source
        || status.part != before.part || status.speed != before.speed
        || status.lagging != before.lagging || !(status.capabilities == before.capabilities);
}

} // namespace

StatusPace::StatusPace(QWidget *view)
    : QObject(view)
{
    m_timer.setInterval(rest);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatusPace::showNow);
}

bool StatusPace::isSeen() const
{
    return static_cast<const QWidget *>(parent())->isVisible();
}

void StatusPace::setStatus(const SessionStatus &status)
{
    const bool news = isNews(status, m_status);
    m_status = status;
    if (news)
        showNow();
    else if (!m_timer.isActive() && isSeen())
        m_timer.start();
}

void StatusPace::showNow()
{
    emit due();
    const bool countsDown = m_status.retryAt > wallTime();
    if (countsDown && isSeen())
        m_timer.start();
}

} // namespace tapeline
