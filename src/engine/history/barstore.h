#pragma once

#include "cachedatabase.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace tapeline {

/// The cache on a thread of its own ("cache"). Work is done in the order it was given; what comes
/// of it is handed back on the thread of whoever asked. Without a file, or when it cannot be used,
/// all work fails at once and nothing is kept.
class BarStore : public QObject
{
    Q_OBJECT

public:
    BarStore();
    ~BarStore() override;

    /// From now on; an empty path keeps nothing any more. Told by opened().
    void open(const QString &path);
    /// Finishes what was given and takes nothing any more; what comes of it is handed back to
    /// nobody. Contexts may go after it.
    void stop();

    /// work: Result<T>(CacheDatabase &), on the cache's thread. done: void(Result<T>), on
    /// context's, which must live until stop().
    template<typename Work, typename Done> void run(QObject *context, Work work, Done done)
    {
        post([context, work = std::move(work), done = std::move(done)](CacheDatabase *database) {
            using Outcome = decltype(work(*database));
            const auto outcome
                = std::make_shared<Outcome>(database ? work(*database) : Outcome(closed()));
            QMetaObject::invokeMethod(
                context, [outcome, done] { done(std::move(*outcome)); }, Qt::QueuedConnection);
        });
    }

signals:
    /// problem: why nothing is kept, or how a damaged file was made good; else empty.
    void opened(const QString &problem);

private:
    static Error closed();
    void post(std::function<void(CacheDatabase *)> work);
    void openHere(const QString &path);

    QThread m_thread;
    QObject m_worker; // lives on m_thread
    std::unique_ptr<CacheDatabase> m_database; // of that thread
};

} // namespace tapeline
