#pragma once

#include "papersource.h"

#include <mutex>

namespace tapeline {

class MarketLoop;

/// The desk's paper accounts for the local API: remembers how they stand as the market thread tells
/// it, hands commands to that thread, and reads the past from the journal.
class LocalPaper : public PaperSource
{
public:
    /// The loop must outlive it.
    explicit LocalPaper(MarketLoop &loop);

    /// The accounts of this world in this journal are the ones from now on.
    void setWorld(const QString &journal, const QString &world);
    /// What the market thread publishes.
    void onUpdate(const PaperUpdate &update);

    std::shared_ptr<const PaperStanding> standing() const override;
    Result<std::vector<OrderEvent>> events(const QString &account, quint64 from) const override;
    void submit(const QString &account, const OrderTicket &ticket) override;
    void cancel(const QString &account, const QString &id) override;
    void setListener(Listener listener) override;

private:
    MarketLoop &m_loop;
    mutable std::mutex m_mutex;
    QString m_journal;
    QString m_world;
    std::shared_ptr<const PaperStanding> m_standing = std::make_shared<PaperStanding>();
    Listener m_listener;
};

} // namespace tapeline
