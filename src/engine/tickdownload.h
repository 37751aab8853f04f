#pragma once

#include "barsource.h"
#include "fetchedticks.h"
#include "marketcontext.h"

#include <functional>
#include <memory>

namespace tapeline {

/// Fetches the trades of a symbol and the quotes to them between two times, newest first, as far as
/// they are a bounded number of pages. Lives on the market thread; what is under way is cancelled
/// when it goes.
class TickDownload
{
public:
    /// Small enough to be decoded within a few milliseconds.
    static constexpr int rowsPerPage = 5'000;
    /// Of trades and of quotes each.
    static constexpr int mostPages = 40;

    struct Wanted
    {
        QString symbol;
        InstrumentId instrument;
        Timestamp from {};
        Timestamp until {}; ///< to before here
        bool quotes = true;

        friend bool operator==(const Wanted &, const Wanted &) = default;
    };

    /// context must outlive it. done: told once, when it is over one way or the other.
    TickDownload(MarketContext &context, const Wanted &wanted, std::function<void()> done);
    ~TickDownload();
    Q_DISABLE_COPY_MOVE(TickDownload)

    const Wanted &wanted() const { return m_wanted; }
    bool isDone() const { return m_isDone; }
    /// When done; null when nothing could be had.
    const std::shared_ptr<FetchedTicks> &ticks() const { return m_ticks; }

private:
    void askTrades(const QString &nextUrl);
    void askQuotes(const QString &nextUrl);
    void ask(const BarSource::Question &first, const QString &nextUrl,
             std::function<void(const RestReply &)> handler);
    void onTrades(const RestReply &reply);
    void onQuotes(const RestReply &reply);
    void endTrades(bool complete);
    void endQuotes(bool complete);
    void finish(bool usable);

    MarketContext &m_context;
    const Wanted m_wanted;
    const std::function<void()> m_done;
    std::shared_ptr<FetchedTicks> m_ticks;
    quint64 m_request = 0;
    int m_pages = 0;
    bool m_isDone = false;
};

} // namespace tapeline
