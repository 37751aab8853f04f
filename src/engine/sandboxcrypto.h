#pragma once

#include "cryptosource.h"
#include "cryptotape.h"

namespace tapeline {

/// The sandbox's pairs as the gateway wants them: bitcoin in dollars.
class SandboxCrypto : public CryptoSource
{
public:
    /// hasBooks: whether they are served (the switch "legacy").
    SandboxCrypto(quint64 seed, bool hasBooks);

    const std::vector<ServedPair> &pairs() const override { return m_pairs; }
    void events(int pair, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override;
    bool hasBooks() const override { return m_hasBooks; }
    void books(int pair, Timestamp from, Timestamp to,
               std::vector<DepthUpdate> &out) const override;
    DepthUpdate bookAt(int pair, Timestamp asOf) const override;

private:
    const CryptoTape &tape(int pair) const { return m_tapes[static_cast<std::size_t>(pair)]; }

    std::vector<ServedPair> m_pairs;
    std::vector<CryptoTape> m_tapes; // by pair
    bool m_hasBooks;
};

} // namespace tapeline
