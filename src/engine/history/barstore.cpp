#include "barstore.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

BarStore::BarStore()
{
    m_thread.setObjectName(u"cache"_s);
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

BarStore::~BarStore()
{
    stop();
}

void BarStore::stop()
{
    if (!m_thread.isRunning())
        return;
    // Last in the line: what was given before it is done
    QMetaObject::invokeMethod(
        &m_worker, [this] { m_database.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void BarStore::open(const QString &path)
{
    QMetaObject::invokeMethod(&m_worker, [this, path] { openHere(path); });
}

void BarStore::openHere(const QString &path)
{
    m_database.reset();
    if (path.isEmpty())
        return;
    m_database = std::make_unique<CacheDatabase>();
    if (const Result<void> done = m_database->open(path); !done) {
        m_database.reset();
        emit opened(done.error().detail);
    } else {
        emit opened(m_database->repaired());
    }
}

Error BarStore::closed()
{
    return { Error::Code::Storage, u"Nothing is kept: there is no cache."_s };
}

void BarStore::post(std::function<void(CacheDatabase *)> work)
{
    QMetaObject::invokeMethod(&m_worker,
                              [this, work = std::move(work)] { work(m_database.get()); });
}

} // namespace tapeline
