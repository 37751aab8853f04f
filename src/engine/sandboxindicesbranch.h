#pragma once

#include "indextape.h"
#include "sandboxbranch.h"

namespace tapeline {

/// The simulated indices as the gateway wants them: values, and bars without volume.
class SandboxIndicesBranch : public SandboxBranch
{
public:
    SandboxIndicesBranch(std::shared_ptr<const SandboxMarket> market,
                         std::shared_ptr<const IndexTape> tape)
        : m_market(std::move(market))
        , m_tape(std::move(tape))
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
    std::optional<IndexValue> lastValue(int number, Timestamp asOf) const override;

private:
    std::shared_ptr<const SandboxMarket> m_market;
    std::shared_ptr<const IndexTape> m_tape;
};

} // namespace tapeline
