#include "localpaper.h"

#include "journaldatabase.h"
#include "keptevents.h"
#include "marketloop.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

LocalPaper::LocalPaper(MarketLoop &loop)
    : m_loop(loop)
{
}

void LocalPaper::setWorld(const QString &journal, const QString &world)
{
    const std::lock_guard lock(m_mutex);
    m_journal = journal;
    m_world = world;
    m_standing = std::make_shared<PaperStanding>(
        PaperStanding { .world = m_standing->world + 1, .trouble = m_standing->trouble });
}

void LocalPaper::onUpdate(const PaperUpdate &update)
{
    const std::lock_guard lock(m_mutex);
    if (update.accounts || update.trouble) {
        PaperStanding standing = *m_standing;
        standing.accounts = update.accounts.value_or(std::move(standing.accounts));
        standing.trouble = update.trouble.value_or(standing.trouble);
        m_standing = std::make_shared<PaperStanding>(std::move(standing));
    }
    if (m_listener && !update.reports.empty())
        m_listener(update.reports);
}

std::shared_ptr<const PaperStanding> LocalPaper::standing() const
{
    const std::lock_guard lock(m_mutex);
    return m_standing;
}

Result<std::vector<OrderEvent>> LocalPaper::events(const QString &account, quint64 from) const
{
    QString path;
    QString name;
    {
        const std::lock_guard lock(m_mutex);
        path = m_journal;
        name = m_world + u'/' + account;
    }
    JournalDatabase journal;
    if (const Result<void> opened = journal.open(path, JournalDatabase::Access::ReadOnly); !opened)
        return opened.error();
    const Result<std::vector<JournalLine>> lines
        = journal.lines(name, keptevents::orderStream, from);
    if (!lines)
        return lines.error();
    std::vector<OrderEvent> events;
    events.reserve(lines->size());
    for (const JournalLine &line : *lines) {
        Result<OrderEvent> event
            = orderEventFromText({ line.body.constData(), std::size_t(line.body.size()) });
        if (!event)
            return event.error();
        events.push_back(*std::move(event));
    }
    return events;
}

void LocalPaper::submit(const QString &account, const OrderTicket &ticket)
{
    QMetaObject::invokeMethod(
        &m_loop, [loop = &m_loop, account, ticket] { loop->paper()->submit(account, ticket); });
}

void LocalPaper::cancel(const QString &account, const QString &id)
{
    QMetaObject::invokeMethod(
        &m_loop, [loop = &m_loop, account, id] { loop->paper()->cancel(account, id); });
}

void LocalPaper::setListener(Listener listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

} // namespace tapeline
