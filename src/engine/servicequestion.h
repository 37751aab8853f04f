#pragma once

#include "marketcontext.h"
#include "retrywait.h"

namespace tapeline {

/// Something the service is asked, until it has answered.
struct ServiceQuestion
{
    quint64 request = 0; ///< under way; 0: none
    RetryWait retry;

    bool isOpen() const { return request != 0 || retry.isWaiting(); }
    /// Notes an answer, or when to ask again. True when there is one.
    template<typename Answer> bool settle(const Answer &answer, const MarketContext &context)
    {
        request = 0;
        if (answer)
            retry.settle();
        else
            retry.fail(answer.error().code, context.wall.monotonic());
        return answer.has_value();
    }
};

} // namespace tapeline
