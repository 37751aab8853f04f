#pragma once

#include "barservice.h"
#include "barstore.h"
#include "drivenmarket.h"

namespace tapeline {

/// A driven market whose bars a service answers for, over a cache file.
struct KeptMarket : DrivenMarket
{
    explicit KeptMarket(const QString &cacheFile, Duration timeOfDay = 10h,
                        Plan plan = Plan::Advanced)
        : DrivenMarket(timeOfDay, plan)
    {
        store.open(cacheFile);
        loop.setStore(&store);
    }
    ~KeptMarket() { store.stop(); }

    /// The service has told its time; there is no stream.
    void openHistory()
    {
        loop.setSource(spec);
        tellTime();
    }

    /// Lets the cache and the service answer until then.
    template<typename Condition> bool waitUntil(Condition condition)
    {
        return QTest::qWaitFor(
            [&] {
                loop.tick();
                pull();
                return condition();
            },
            20'000);
    }

    BarService service { loop.requests(), [this] { return wall.utc(); } };
    BarStore store;
};

} // namespace tapeline
