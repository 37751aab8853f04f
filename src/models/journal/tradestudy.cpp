#include "tradestudy.h"

#include "journalselection.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tapeline {

namespace {

constexpr qint64 stepMs = 4; // of copying at once: a frame has 16
constexpr std::size_t tradesAtOnce = 64; // between looks at the clock

} // namespace

TradeStudy::TradeStudy(JournalSelection &selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
{
    m_pool.setMaxThreadCount(1);
    connect(&selection, &JournalSelection::changed, this, [this] {
        m_next.reset(); // its trades may be gone
        m_isStale = true;
        if (m_isActive)
            begin();
    });
}

TradeStudy::~TradeStudy()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void TradeStudy::setActive(bool isActive)
{
    m_isActive = isActive;
    if (m_isActive && m_isStale && !m_next)
        begin();
}

void TradeStudy::begin()
{
    ++m_epoch;
    m_place = 0;
    m_next = std::make_shared<TradeSample>();
    m_next->reserve(m_selection.trades().size());
    QTimer::singleShot(0, this, [this, epoch = m_epoch] {
        if (epoch == m_epoch && m_next)
            collect();
    });
}

void TradeStudy::collect()
{
    const std::vector<const TradeRecord *> &trades = m_selection.trades();
    const Journal &journal = m_selection.journal();
    QElapsedTimer clock;
    clock.start();
    while (m_place < trades.size() && clock.elapsed() < stepMs)
        for (const std::size_t end = std::min(trades.size(), m_place + tradesAtOnce); m_place < end;
             ++m_place)
            m_next->add(*trades[m_place], journal.notes(trades[m_place]->key));
    if (m_place == trades.size())
        publish();
    else
        QTimer::singleShot(0, this, [this, epoch = m_epoch] {
            if (epoch == m_epoch && m_next)
                collect();
        });
}

/// Sorting a hundred thousand is for the other thread too.
void TradeStudy::publish()
{
    m_isStale = false;
    m_pool.start([this, epoch = m_epoch, sample = std::exchange(m_next, nullptr)] {
        sample->finish();
        QMetaObject::invokeMethod(this, [this, epoch, sample] {
            if (epoch != m_epoch)
                return;
            m_sample = sample;
            emit changed();
        });
    });
}

std::shared_ptr<TradeStudy::Ticket> TradeStudy::ticketOf(QObject *asker)
{
    std::shared_ptr<Ticket> &ticket = m_tickets[asker];
    if (!ticket) {
        ticket = std::make_shared<Ticket>(0);
        connect(asker, &QObject::destroyed, this, [this, asker] { m_tickets.remove(asker); });
    }
    return ticket;
}

} // namespace tapeline
