#pragma once

#include "booksource.h"
#include "cryptotape.h"
#include "sandboxbranch.h"

namespace tapeline {

/// The simulated pairs of coins as the gateway wants them, and their books.
class SandboxCoinsBranch : public SandboxBranch, public BookSource
{
public:
    /// firstId: of the first pair in the whole source.
    SandboxCoinsBranch(quint64 seed, int firstId);

    std::vector<ServedInstrument> instruments() const override;
    std::vector<Candle> bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override;
    std::optional<ServedDay> day(int number, QDate date, Timestamp asOf) const override;
    void events(int number, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    std::optional<Trade> lastTrade(int number, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int number, Timestamp asOf) const override;

    void books(int instrument, Timestamp from, Timestamp to,
               std::vector<DepthUpdate> &out) const override;
    DepthUpdate bookAt(int instrument, Timestamp asOf) const override;

private:
    int m_firstId;
    CryptoTape m_tape;
};

} // namespace tapeline
