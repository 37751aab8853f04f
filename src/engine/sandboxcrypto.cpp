#include "sandboxcrypto.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

SandboxCrypto::SandboxCrypto(quint64 seed, bool hasBooks)
    : m_pairs { { u"X:BTCUSD"_s, "BTC-USD" } }
    , m_tapes { CryptoTape(seed, InstrumentId(0)) }
    , m_hasBooks(hasBooks)
{
}

void SandboxCrypto::events(int pair, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    tape(pair).events(from, to, out);
}

void SandboxCrypto::books(int pair, Timestamp from, Timestamp to,
                          std::vector<DepthUpdate> &out) const
{
    tape(pair).books(from, to, out);
}

DepthUpdate SandboxCrypto::bookAt(int pair, Timestamp asOf) const
{
    return tape(pair).bookAt(asOf - 1ns);
}

} // namespace tapeline
