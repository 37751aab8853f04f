#pragma once

#include "tradesample.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace tapeline {

class JournalSelection;

/// The closed trades of a selection, on which a thread of its own reckons what dashboards show. The
/// trades are copied in small steps, so that the window goes on with a hundred thousand of them.
class TradeStudy : public QObject
{
    Q_OBJECT

public:
    /// The selection must outlive it.
    explicit TradeStudy(JournalSelection &selection, QObject *parent = nullptr);
    ~TradeStudy() override;

    JournalSelection &selection() const { return m_selection; }
    /// Nothing is copied for who does not look.
    void setActive(bool isActive);
    /// The newest whole copy; null before the first.
    const std::shared_ptr<const TradeSample> &sample() const { return m_sample; }

    /// Reckons on the thread, then takes the answer on this one. A new question of the same asker
    /// replaces the one before; an asker that is gone is not answered. There must be a sample.
    template<typename Value>
    void ask(QObject *asker, std::function<Value(const TradeSample &)> reckon,
             std::function<void(const Value &)> take)
    {
        const std::shared_ptr<Ticket> ticket = ticketOf(asker);
        const quint64 number = ++*ticket;
        m_pool.start([this, ticket, number, sample = m_sample, reckon = std::move(reckon),
                      take = std::move(take), asker = QPointer<QObject>(asker)] {
            if (*ticket != number)
                return;
            auto value = std::make_shared<const Value>(reckon(*sample));
            QMetaObject::invokeMethod(this, [ticket, number, value, take, asker] {
                if (asker && *ticket == number)
                    take(*value);
            });
        });
    }

signals:
    /// The sample is another one: what was asked of the one before is to be asked again.
    void changed();

private:
    using Ticket = std::atomic<quint64>;

    std::shared_ptr<Ticket> ticketOf(QObject *asker);
    void begin();
    void collect();
    void publish();

    JournalSelection &m_selection;
    std::shared_ptr<const TradeSample> m_sample;
    std::shared_ptr<TradeSample> m_next; ///< being collected; null: not now
    std::size_t m_place = 0; ///< of the selection's trades, next to be copied
    quint64 m_epoch = 0; ///< of the selection: what was begun of another one is dropped
    bool m_isActive = false;
    bool m_isStale = true;
    QHash<QObject *, std::shared_ptr<Ticket>> m_tickets;
    QThreadPool m_pool; ///< one thread; ends before the rest of this
};

} // namespace tapeline
