#include "paperoutbox.h"

#include <iterator>
#include <utility>

namespace tapeline {

namespace {

template<typename Item> void append(std::vector<Item> &target, std::vector<Item> &items)
{
    std::move(items.begin(), items.end(), std::back_inserter(target));
}

} // namespace

PaperOutbox::PaperOutbox(std::function<void()> wake)
    : m_wake(std::move(wake))
{
}

void PaperOutbox::publish(PaperUpdate &&update)
{
    if (m_tap)
        m_tap(update);
    bool announce = false;
    {
        const std::lock_guard lock(m_mutex);
        if (update.history) {
            m_pending.history = std::move(update.history);
            m_pending.reports.clear(); // of another source
            m_pending.equity.clear();
        }
        append(m_pending.reports, update.reports);
        append(m_pending.equity, update.equity);
        append(m_pending.answers, update.answers);
        append(m_pending.orderAnswers, update.orderAnswers);
        if (update.accounts)
            m_pending.accounts = std::move(update.accounts);
        if (update.trouble)
            m_pending.trouble = std::move(update.trouble);
        if (update.unwritten)
            m_pending.unwritten = std::move(update.unwritten);
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
