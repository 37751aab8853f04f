#include "sandboxcurrenciesbranch.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

SandboxCurrenciesBranch::SandboxCurrenciesBranch(quint64 seed, int firstId)
    : m_tape(seed, InstrumentId(static_cast<quint32>(firstId)))
{
}

std::vector<ServedInstrument> SandboxCurrenciesBranch::instruments() const
{
    std::vector<ServedInstrument> rows;
    for (const SandboxCurrency &pair : sandboxCurrencies())
        rows.push_back({ .symbol = pair.walk.symbol,
                         .assetClass = AssetClass::Forex,
                         .name = pair.name,
                         .market = u"fx"_s,
                         .listed = pair.walk.listed,
                         .currency = { pair.quote, pair.quoteName },
                         .baseCurrency = { pair.base, pair.baseName },
                         .priceDecimals = pair.decimals });
    return rows;
}

std::vector<Candle> SandboxCurrenciesBranch::bars(int number, TimeUnit unit, Timestamp from,
                                                  Timestamp to, Timestamp asOf) const
{
    return m_tape.bars().bars(number, unit, from, to, asOf);
}

std::optional<ServedDay> SandboxCurrenciesBranch::day(int number, QDate date, Timestamp asOf) const
{
    return servedDay(m_tape.bars(), number, date, asOf);
}

void SandboxCurrenciesBranch::events(int number, Timestamp from, Timestamp to,
                                     std::vector<MarketEvent> &out) const
{
    m_tape.events(number, from, to, out);
}

std::optional<Trade> SandboxCurrenciesBranch::lastTrade(int, Timestamp) const
{
    return std::nullopt; // there are none
}

std::optional<Quote> SandboxCurrenciesBranch::lastQuote(int number, Timestamp asOf) const
{
    return m_tape.lastQuote(number, asOf);
}

} // namespace tapeline
