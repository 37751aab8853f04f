#include "sandboxbranch.h"

#include "markethours.h"
#include "sessiontape.h"

namespace tapeline {

std::optional<IndexValue> SandboxBranch::lastValue(int, Timestamp) const
{
    return std::nullopt;
}

std::optional<ServedDay> servedDay(const SessionTape &tape, int number, QDate date, Timestamp asOf)
{
    const std::optional<Candle> candle = tape.session(number, date, asOf);
    if (!candle)
        return std::nullopt;
    return ServedDay { .date = date,
                       .candle = *candle,
                       .sessionEnd = markethours::dayEnd(tape.model(number).assetClass(), date) };
}

} // namespace tapeline
