#pragma once

#include "sandboxbranch.h"
#include "sandboxmarket.h"

#include <memory>

namespace tapeline {

/// The simulated stocks, which are the first instruments of a source: numbers are ids.
class SandboxStocks : public SandboxBranch
{
public:
    explicit SandboxStocks(std::shared_ptr<const SandboxMarket> market)
        : m_market(std::move(market))
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
    std::shared_ptr<const SandboxMarket> m_market;
};

} // namespace tapeline
