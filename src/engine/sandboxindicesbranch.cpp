#include "sandboxindicesbranch.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

std::vector<ServedInstrument> SandboxIndicesBranch::instruments() const
{
    std::vector<ServedInstrument> rows;
    for (const SandboxIndex &index : sandboxIndices())
        rows.push_back({ .symbol = index.symbol,
                         .assetClass = AssetClass::Indices,
                         .name = index.name,
                         .market = u"indices"_s,
                         .listed = IndexTape::firstDate() });
    return rows;
}

std::vector<Candle> SandboxIndicesBranch::bars(int number, TimeUnit unit, Timestamp from,
                                               Timestamp to, Timestamp asOf) const
{
    return m_tape->bars(number, unit, from, to, asOf);
}

std::optional<ServedDay> SandboxIndicesBranch::day(int number, QDate date, Timestamp asOf) const
{
    const std::optional<Candle> candle = m_tape->day(number, date, asOf);
    const std::optional<TradingSession> session = m_market->calendar().session(date);
    if (!candle || !session)
        return std::nullopt;
    ServedDay day { .date = date, .candle = *candle, .sessionEnd = session->close };
    day.officialOpen = candle->open;
    if (asOf >= session->postClose)
        day.officialClose = candle->close;
    return day;
}

void SandboxIndicesBranch::events(int number, Timestamp from, Timestamp to,
                                  std::vector<MarketEvent> &out) const
{
    m_tape->events(number, from, to, out);
}

std::optional<Trade> SandboxIndicesBranch::lastTrade(int, Timestamp) const
{
    return std::nullopt; // nobody trades an index
}

std::optional<Quote> SandboxIndicesBranch::lastQuote(int, Timestamp) const
{
    return std::nullopt;
}

std::optional<IndexValue> SandboxIndicesBranch::lastValue(int number, Timestamp asOf) const
{
    return m_tape->lastValue(number, asOf);
}

} // namespace tapeline
