#pragma once

#include "futurestape.h"
#include "sandboxbranch.h"

namespace tapeline {

/// The products of the simulated futures as the gateway wants them.
std::vector<ServedProduct> servedProducts();

/// The contracts of the simulated futures as the gateway wants them.
class SandboxFuturesBranch : public SandboxBranch
{
public:
    explicit SandboxFuturesBranch(std::unique_ptr<const FuturesTape> tape)
        : m_tape(std::move(tape))
    {
    }

    std::vector<ServedInstrument> instruments() const override;
    std::vector<Candle> bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override;
    std::optional<ServedDay> day(int number, QDate date, Timestamp asOf) const override;
    void events(int number, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    std::optional<Trade> lastTrade(int number, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int number, Timestamp asOf) const override;

private:
    std::unique_ptr<const FuturesTape> m_tape;
};

} // namespace tapeline
