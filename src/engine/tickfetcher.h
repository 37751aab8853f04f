#pragma once

#include "tickdownload.h"
#include "tickjoin.h"

#include <functional>
#include <memory>
#include <vector>

namespace tapeline {

/// Fetches what joins of ticks wait for: the trades of the day before the stream, and what lies
/// between them and its first print. Those who want the same of a symbol share it. Lives on the
/// market thread.
class TickFetcher
{
public:
    /// What one join is fetched.
    struct Fetch
    {
        QString symbol;
        InstrumentId instrument;
        std::shared_ptr<TickDownload> history; ///< until it is added up
        std::unique_ptr<TickDownload> rest;

        void reset()
        {
            history.reset();
            rest.reset();
        }
    };

    /// context must outlive it. done: something has come, or cannot be had.
    TickFetcher(MarketContext &context, std::function<void()> done);

    /// Whether the plan has trades of a symbol that can be fetched.
    bool canFetch(const QString &symbol) const;

    /// The next step towards a join that is whole. quotes: those of its trades are wanted. False
    /// when the first print is of another day than what was fetched: it is to begin anew.
    bool advance(Fetch &fetch, TickJoin &join, bool quotes);

    /// From now on it is known until when there can be history.
    void setTimeKnown(bool known) { m_timeKnown = known; }
    /// What is kept for others who want the same.
    void forget() { m_downloads.clear(); }
    /// Of that, what nobody uses for a while. A few times a second.
    void dropUnused();

private:
    /// For joins of the symbol that begin soon.
    struct Download
    {
        std::shared_ptr<TickDownload> ticks;
        Duration usedAt {}; ///< of the monotonic clock
        bool isSettled = false; ///< nothing older than its end came after it was asked
    };

    void askHistory(Fetch &fetch, const TickJoin &join, bool quotes);
    bool askRest(Fetch &fetch, const TickJoin &join, bool quotes);
    Timestamp dayStart(const QString &symbol, Timestamp time) const;
    std::shared_ptr<TickDownload> download(const TickDownload::Wanted &wanted);

    MarketContext &m_context;
    const std::function<void()> m_done;
    std::vector<Download> m_downloads;
    bool m_timeKnown = false;
};

} // namespace tapeline
