#pragma once

#include "clocks.h"
#include "connectionlog.h"
#include "markethub.h"
#include "requestbook.h"
#include "sourcespec.h"
#include "streamlinks.h"

#include <functional>
#include <memory>

namespace tapeline {

/// What the parts of the market loop share: the source, what its plan opens, its clock and
/// calendar, the instruments, and the way to ask. Lives on the market thread.
class MarketContext
{
public:
    /// parent: moves to the market thread, and the requests with it.
    explicit MarketContext(const WallClock &wallClock, QObject *parent = nullptr);

    /// Forgets the old source altogether. trueTime: the new one's own clock where it can be asked
    /// (the embedded market), else empty.
    void setSource(const SourceSpec &source, std::function<Timestamp()> trueTime);

    bool hasSource() const { return hub != nullptr; }
    /// False for a recording: what the stream brings is all there is.
    bool hasRest() const { return source.source != DataSource::Replay; }
    bool has(AssetClass assetClass, DataKind kind) const
    {
        return capabilities.has(assetClass, kind);
    }
    Recency recency(AssetClass assetClass) const
    {
        return capabilities.recency(productOf(assetClass));
    }
    /// Requests are few, and each is to bring all that it can: by the class's plan, or by that of
    /// stocks, whose budget all share.
    bool isScarce(AssetClass assetClass) const
    {
        return capabilities.requestsPerMinute(productOf(assetClass)) > 0
            || capabilities.requestsPerMinute(Product::Stocks) > 0;
    }
    AssetClass classOf(InstrumentId id) const { return hub->state(id).assetClass; }

    /// The market's time, as well as it is known.
    Timestamp marketNow() const;
    /// The last instant of the plan's view of a market: now, or fifteen minutes ago, or the end of
    /// the last day that is over.
    Timestamp viewNow(AssetClass assetClass) const;
    /// What an end-of-day plan can see of a class ends here: its last day that is over.
    Timestamp completedUntil(AssetClass assetClass) const;
    /// Time of the newest event of any market that is as late as this one.
    Timestamp newestEvent(AssetClass assetClass) const;

    /// What an answer holds, or why there is none. decode: of restdecoder.h. An answer that came
    /// and cannot be read is told in the history of the connection.
    template<typename Decode>
    auto read(const RestReply &reply, Decode decode) -> decltype(decode(reply.body))
    {
        if (!reply.ok)
            return Error { reply.error, reply.detail };
        auto result = decode(reply.body);
        if (!result)
            noteUnreadable(result.error().detail);
        return result;
    }

    /// A frame or an answer that cannot be read.
    void noteUnreadable(const QString &detail);

    const WallClock &wall;
    SourceSpec source;
    Capabilities capabilities;
    MarketCalendar calendar;
    std::unique_ptr<MarketHub> hub; ///< null before the first source
    LearnedMarketClock clock;
    StreamLinks streams;
    RequestBook requests;
    ConnectionLog log;

private:
    std::function<Timestamp()> m_trueTime;
};

} // namespace tapeline
