#pragma once

#include "booksource.h"
#include "cryptotape.h"
#include "sandboxbranch.h"

namespace tapeline {

/// The sandbox's pairs of coins as the gateway wants them: bitcoin in dollars. They have no bars
/// yet.
class SandboxCoins : public SandboxBranch
{
public:
    /// firstId: of the first pair in the whole source.
    SandboxCoins(quint64 seed, int firstId)
        : m_tape(seed, InstrumentId(static_cast<quint32>(firstId)))
    {
    }

    std::vector<ServedInstrument> instruments() const override;
    std::vector<Candle> bars(int, TimeUnit, Timestamp, Timestamp, Timestamp) const override
    {
        return {};
    }
    std::optional<ServedDay> day(int, QDate, Timestamp) const override { return std::nullopt; }
    void events(int, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const override
    {
        m_tape.events(from, to, out);
    }
    std::optional<Trade> lastTrade(int number, Timestamp asOf) const override;
    std::optional<Quote> lastQuote(int number, Timestamp asOf) const override;

private:
    CryptoTape m_tape;
};

/// Their books (the switch "legacy").
class SandboxBooks : public BookSource
{
public:
    SandboxBooks(quint64 seed, int firstId)
        : m_firstId(firstId)
        , m_tape(seed, InstrumentId(static_cast<quint32>(firstId)))
    {
    }

    void books(int instrument, Timestamp from, Timestamp to,
               std::vector<DepthUpdate> &out) const override;
    DepthUpdate bookAt(int instrument, Timestamp asOf) const override;

private:
    int m_firstId;
    CryptoTape m_tape;
};

} // namespace tapeline
