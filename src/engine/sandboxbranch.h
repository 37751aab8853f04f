#pragma once

#include "marketsource.h"

namespace tapeline {

class SessionTape;

/// The instruments of one asset class of the simulated market as the gateway wants them; a
/// SandboxSource is put together from these. number counts the branch's instruments from 0; events
/// carry the ids of the whole source. Otherwise as the calls of MarketSource.
class SandboxBranch
{
public:
    virtual ~SandboxBranch() = default;

    /// By number.
    virtual std::vector<ServedInstrument> instruments() const = 0;
    /// Bars of one second or one minute.
    virtual std::vector<Candle> bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                                     Timestamp asOf) const = 0;
    virtual std::optional<ServedDay> day(int number, QDate date, Timestamp asOf) const = 0;
    virtual void events(int number, Timestamp from, Timestamp to,
                        std::vector<MarketEvent> &out) const = 0;
    virtual std::optional<Trade> lastTrade(int number, Timestamp asOf) const = 0;
    virtual std::optional<Quote> lastQuote(int number, Timestamp asOf) const = 0;
    /// Of indices; nothing for the rest.
    virtual std::optional<IndexValue> lastValue(int number, Timestamp asOf) const;
};

/// The day of an instrument of a session tape.
std::optional<ServedDay> servedDay(const SessionTape &tape, int number, QDate date, Timestamp asOf);

} // namespace tapeline
