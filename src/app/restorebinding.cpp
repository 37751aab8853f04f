#include "restorebinding.h"

#include "journalrestore.h"

#include <QPointer>

#include <memory>

namespace tapeline {

RestoreBinding::RestoreBinding(const QString &journal, QObject *parent)
    : QObject(parent)
    , m_file(journal)
{
    m_thread.setMaxThreadCount(1); // in the order they were asked for
}

RestoreBinding::~RestoreBinding()
{
    m_thread.waitForDone();
}

bool RestoreBinding::isStaged() const
{
    return journalrestore::isStaged(m_file);
}

template<typename Value, typename Work>
void RestoreBinding::run(QObject *context, const Answer<Value> &answer, Work work)
{
    m_thread.start([this, guard = QPointer(context), answer, work = std::move(work)] {
        const auto outcome = std::make_shared<const Result<Value>>(work());
        QMetaObject::invokeMethod(
            this,
            [guard, answer, outcome] {
                if (guard)
                    answer(*outcome);
            },
            Qt::QueuedConnection);
    });
}

void RestoreBinding::inspect(const QString &file, QObject *context,
                             const Answer<RestorableJournal> &answer)
{
    run(context, answer, [file]() -> Result<RestorableJournal> {
        const Result<JournalContent> content = journalrestore::inspect(file);
        if (!content)
            return content.error();
        return RestorableJournal { content->bytes,  content->accounts, content->events,
                                   content->trades, content->notes,    content->newest };
    });
}

void RestoreBinding::stage(const QString &file, QObject *context, const Answer<void> &answer)
{
    run(context, answer, [file, journal = m_file] { return journalrestore::stage(file, journal); });
}

void RestoreBinding::cancel(QObject *context, const Answer<void> &answer)
{
    run(context, answer, [journal = m_file] { return journalrestore::cancel(journal); });
}

} // namespace tapeline
