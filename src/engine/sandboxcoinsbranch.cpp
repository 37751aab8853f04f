#include "sandboxcoinsbranch.h"

#include "markethours.h"
#include "sandboxcoins.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

SandboxCoinsBranch::SandboxCoinsBranch(quint64 seed, int firstId)
    : m_firstId(firstId)
    , m_tape(seed, InstrumentId(static_cast<quint32>(firstId)))
{
}

std::vector<ServedInstrument> SandboxCoinsBranch::instruments() const
{
    std::vector<ServedInstrument> rows;
    for (const SandboxCoin &coin : sandboxCoins())
        rows.push_back({ .symbol = coin.walk.symbol,
                         .assetClass = AssetClass::Crypto,
                         .name = coin.name,
                         .market = u"crypto"_s,
                         .listed = coin.walk.listed,
                         .currency = { u"USD"_s, u"United States dollar"_s },
                         .baseCurrency = { coin.base, coin.baseName } });
    return rows;
}

std::vector<Candle> SandboxCoinsBranch::bars(int number, TimeUnit unit, Timestamp from,
                                             Timestamp to, Timestamp asOf) const
{
    return m_tape.bars().bars(number, unit, from, to, asOf);
}

std::optional<ServedDay> SandboxCoinsBranch::day(int number, QDate date, Timestamp asOf) const
{
    return servedDay(m_tape.bars(), number, date, asOf);
}

void SandboxCoinsBranch::events(int number, Timestamp from, Timestamp to,
                                std::vector<MarketEvent> &out) const
{
    m_tape.events(number, from, to, out);
}

std::optional<Trade> SandboxCoinsBranch::lastTrade(int number, Timestamp asOf) const
{
    return m_tape.lastTrade(number, asOf);
}

std::optional<Quote> SandboxCoinsBranch::lastQuote(int number, Timestamp asOf) const
{
    return m_tape.lastQuote(number, asOf);
}

void SandboxCoinsBranch::books(int instrument, Timestamp from, Timestamp to,
                               std::vector<DepthUpdate> &out) const
{
    const int pair = instrument - m_firstId;
    if (pair >= 0 && pair < m_tape.count())
        m_tape.books(pair, from, to, out);
}

DepthUpdate SandboxCoinsBranch::bookAt(int instrument, Timestamp asOf) const
{
    const int pair = instrument - m_firstId;
    return pair >= 0 && pair < m_tape.count() ? m_tape.bookAt(pair, asOf - 1ns) : DepthUpdate();
}

} // namespace tapeline
