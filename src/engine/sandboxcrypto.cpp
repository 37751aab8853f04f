#include "sandboxcrypto.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The newest event of a kind before an instant; every venue has many a minute.
template<typename Tick> std::optional<Tick> newest(const CryptoTape &tape, Timestamp asOf)
{
    std::vector<MarketEvent> events;
    for (Duration back = 2s; back < 5min; back *= 4) {
        events.clear();
        tape.events(asOf - back, asOf, events);
        for (auto event = events.rbegin(); event != events.rend(); ++event)
            if (const Tick *tick = std::get_if<Tick>(&*event))
                return *tick;
    }
    return std::nullopt;
}

} // namespace

std::vector<ServedInstrument> SandboxCoins::instruments() const
{
    return { { .symbol = u"X:BTCUSD"_s,
               .assetClass = AssetClass::Crypto,
               .name = u"Bitcoin - United States dollar"_s,
               .market = u"crypto"_s,
               .listed = QDate(2016, 1, 1) } };
}

std::optional<Trade> SandboxCoins::lastTrade(int, Timestamp asOf) const
{
    return newest<Trade>(m_tape, asOf);
}

std::optional<Quote> SandboxCoins::lastQuote(int, Timestamp asOf) const
{
    return newest<Quote>(m_tape, asOf);
}

void SandboxBooks::books(int instrument, Timestamp from, Timestamp to,
                         std::vector<DepthUpdate> &out) const
{
    if (instrument == m_firstId)
        m_tape.books(from, to, out);
}

DepthUpdate SandboxBooks::bookAt(int instrument, Timestamp asOf) const
{
    return instrument == m_firstId ? m_tape.bookAt(asOf - 1ns) : DepthUpdate();
}

} // namespace tapeline
