#pragma once

#include "apiusage.h"
#include "timestamp.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace tapeline {

/// What waits first when the plan's budget is short; lower is sooner.
enum class RestPriority : quint8 { Interactive, OnScreen, Prefetch, Background };

/// What a request is for, so that a queue can be explained.
enum class RestPurpose : quint8 {
    Other,
    Clock,
    Calendar,
    Symbols,
    Figures, ///< of the day: snapshots
    ChartBars,
    FormingBar,
    BarCheck,
    Backfill,
    Ticks,
    CorporateActions,
    Company, ///< what is known of one: profile, dividends, news
    Download,
    OptionChain, ///< its pages, and what its values depend on
    Comparison ///< of one source with another
};

/// A request that was not answered yet.
struct QueuedRequest
{
    enum class State : quint8 {
        Running, ///< sent; the answer is awaited
        WaitsForConnections, ///< as many as may be are under way
        WaitsForBudget, ///< the plan's requests of this minute are spent
        WaitsAfterRefusal, ///< the service said that it was asked too often (HTTP 429)
        WaitsForRetry ///< it failed, and is tried again a little later
    };

    RestPurpose purpose = RestPurpose::Other;
    RestPriority priority = RestPriority::OnScreen;
    State state = State::Running;
    QString symbol; ///< empty where it is about no single one
    QString path; ///< without query and key
    Timestamp since {}; ///< wall clock: when it was asked for
    Timestamp due {}; ///< wall clock: when it may go, as far as can be told; of running ones, when
                      ///< it went
    int ahead = 0; ///< how many that wait go before it
    int tries = 0; ///< times it was sent so far

    friend bool operator==(const QueuedRequest &, const QueuedRequest &) = default;
};

/// What one provider has to do, and how much of its plan it has spent.
struct RequestQueue
{
    QString source; ///< whom it asks: "massive", "yahoo"
    std::vector<QueuedRequest> requests; ///< running ones first, then in the order they will go
    int used = 0; ///< requests within the last minute
    int limit = 0; ///< a minute; 0 is none
    Timestamp nextSlot {}; ///< wall clock: when one more may go; in the past: at once
    ApiUsage usage;

    friend bool operator==(const RequestQueue &, const RequestQueue &) = default;
};

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::RequestQueue)
