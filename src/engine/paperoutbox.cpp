#include "paperoutbox.h"

#include <iterator>
#include <utility>

namespace tapeline {

PaperOutbox::PaperOutbox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

void PaperOutbox::publish(PaperUpdate &&update)
{
    bool announce = false;
    {
        const std::lock_guard lock(m_mutex);
        std::move(update.reports.begin(), update.reports.end(),
                  std::back_inserter(m_pending.reports));
        std::move(update.answers.begin(), update.answers.end(),
                  std::back_inserter(m_pending.answers));
        std::move(update.orderAnswers.begin(), update.orderAnswers.end(),
                  std::back_inserter(m_pending.orderAnswers));
        if (update.accounts)
            m_pending.accounts = std::move(update.accounts);
        if (update.trouble)
            m_pending.trouble = std::move(update.trouble);
        announce = !std::exchange(m_announced, true);
    }
    if (announce)
        m_wake();
}

PaperUpdate PaperOutbox::take()
{
    const std::lock_guard lock(m_mutex);
    m_announced = false;
    return std::exchange(m_pending, {});
}

} // namespace tapeline
