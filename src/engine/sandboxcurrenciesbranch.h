#pragma once

#include "currencytape.h"
#include "sandboxbranch.h"

namespace tapeline {

/// The simulated pairs of currencies as the gateway wants them: quotes, and bars of bids.
class SandboxCurrenciesBranch : public SandboxBranch
{
public:
    /// firstId: of the first pair in the whole source.
    SandboxCurrenciesBranch(quint64 seed, int firstId);

    std::vector<ServedInstrument> instruments() const override;
    std::vector<Candle> bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override;
    std::optional<ServedDay> day(int number, QDate date, Timestamp asOf) const override;
    void events(int number, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    std::optional<Trade> lastTrade(int number, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int number, Timestamp asOf) const override;

private:
    CurrencyTape m_tape;
};

} // namespace tapeline
