#pragma once

#include "marketloop.h"
#include "tradedesk.h"

#include <QtTest>

namespace tapeline {

/// The market thread's work and a trade desk over it, on the test's own thread: nothing happens but
/// what the test steps.
class LoopDesk : private TradePort
{
public:
    /// wall must outlive it. Without accounts until a source is set.
    LoopDesk(const WallClock &wall, const QString &journal)
        : loop(frames, published, wall, &outbox)
    {
        loop.paper()->setJournal(journal);
    }
    virtual ~LoopDesk() = default;

    virtual Timestamp now() const = 0;
    /// Time passes, and everything that is due happens.
    virtual void step(Duration length) = 0;
    void stepTo(Timestamp at, Duration each = 1s)
    {
        while (now() < at)
            step(std::min(each, at - now()));
    }
    /// Until it is so, so much of the market's time at once; false when it does not come to it.
    template<typename Condition>
    bool stepUntil(Condition isSo, Duration each = 1s, int mostSteps = 120)
    {
        for (int steps = 0; steps < mostSteps && !isSo(); ++steps) {
            step(each);
            settle();
        }
        return isSo();
    }

    /// What the window would have been told since.
    void pull()
    {
        PaperUpdate update = outbox.take();
        if (update.history)
            trading.setSource(source);
        trading.apply(update);
        trading.applyMarket(published.take().snapshots);
    }
    /// The journal has taken what it was given, and the desk knows of it.
    void settle()
    {
        for (int wait = 0; wait < 3; ++wait) {
            QTest::qWait(2);
            loop.tick();
            pull();
        }
    }

    Qty held(const QString &symbol) const
    {
        const PositionRow *row = trading.account() ? trading.account()->position(symbol) : nullptr;
        return row ? row->qty : Qty();
    }

    FrameQueue frames { [] {} };
    PublishedState published { [] {} };
    PaperOutbox outbox { [] {} };
    MarketLoop loop;
    TradeDesk trading { *this };
    DataSource source = DataSource::Simulated;

private:
    void submit(const QString &account, const OrderTicket &ticket) override
    {
        loop.paper()->submit(account, ticket);
    }
    void replace(const QString &account, const OrderReplace &change) override
    {
        loop.paper()->replace(account, change);
    }
    void cancel(const QString &account, const QString &id) override
    {
        loop.paper()->cancel(account, id);
    }
    quint64 preview(const QString &account, const OrderTicket &ticket) override
    {
        loop.paper()->preview(++m_request, account, ticket);
        return m_request;
    }
    quint64 askWhyNotYet(const QString &account, const QString &id) override
    {
        loop.paper()->tellWhyNotYet(++m_request, account, id);
        return m_request;
    }
    quint64 command(const QString &account, const AccountCommand &command) override
    {
        loop.paper()->perform(++m_request, account, command);
        return m_request;
    }
    void createAccount(const AccountSettings &settings) override
    {
        loop.paper()->createAccount(settings);
    }
    void watch(const QString &symbol) override { loop.watch(symbol); }
    void unwatch(const QString &symbol) override { loop.unwatch(symbol); }

    quint64 m_request = 0;
};

} // namespace tapeline
