#pragma once

#include "flowrequest.h"
#include "instrument.h"
#include "sessioncursor.h"
#include "tickcsv.h"

#include <optional>

namespace tapeline {

/// Takes the ticks of one symbol in the order in which they count.
class FlowSink
{
public:
    virtual ~FlowSink() = default;

    /// Before all else, with the first trade; not called when there is none.
    virtual void begin(const Instrument &instrument, Price firstPrice) = 0;
    virtual void addQuote(const Quote &) { }
    /// Only the trades asked for. False when its sums would leave their range.
    virtual bool addTrade(const Trade &trade) = 0;
};

/// Reads what a request asks for into the sink: quotes and trades merged by time. Errors name the
/// file and the line.
Result<void> readFlow(const FlowRequest &request, FlowSink &sink);

/// Rows of so many ticks of an instrument.
Price rowHeight(const Instrument &instrument, Price firstPrice, int ticks);

} // namespace tapeline
