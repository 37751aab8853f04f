#include "sandboxoptionsbranch.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

ServedChain chainOf(const OptionUnderlying &underlying)
{
    return { .symbol = textOf(underlying.symbol),
             .reference = textOf(underlying.reference),
             .isIndex = underlying.isIndex,
             .isEuropean = underlying.isIndex,
             .sharesPerContract = sharesPerContract,
             .primaryExchange = underlying.isIndex ? u"XCBO"_s : u"BATO"_s };
}

/// Numbers come from the gateway, which has them from here.
SandboxOption optionOf(int number)
{
    return sandboxoption::unpack(static_cast<quint32>(number)).value_or(SandboxOption());
}

/// "SPY $650 Call", as the service names contracts.
QString nameOf(const SandboxOption &option)
{
    const QString right = option.right == OptionRight::Call ? u"Call"_s : u"Put"_s;
    return u"%1 $%2 %3"_s.arg(textOf(option.about().reference),
                              sandboxoption::centPrice(option.strike).toString(), right);
}

} // namespace

SandboxOptionsBranch::SandboxOptionsBranch(std::shared_ptr<const SandboxMarket> market,
                                           std::shared_ptr<const IndexTape> indices, int firstId)
    : m_market(market)
    , m_options(std::move(market), std::move(indices))
    , m_firstId(firstId)
{
    for (const OptionUnderlying &underlying : optionUnderlyings)
        m_chains.push_back(chainOf(underlying));
}

int SandboxOptionsBranch::numberOf(QStringView symbol, QDate date) const
{
    const std::optional<SandboxOption> option = sandboxoption::fromSymbol(symbol);
    if (!option)
        return -1;
    const std::optional<QDate> listed = m_options.listedOn(*option);
    const std::optional<quint32> number = sandboxoption::pack(*option);
    return listed && *listed <= date && number ? static_cast<int>(*number) : -1;
}

const ServedInstrument &SandboxOptionsBranch::instrument(int number) const
{
    if (number != m_lastNumber) {
        const SandboxOption option = optionOf(number);
        m_lastInstrument
            = { .symbol = sandboxoption::symbolOf(option),
                .assetClass = AssetClass::Options,
                .name = nameOf(option),
                .market = u"options"_s,
                .primaryExchange
                = m_chains[static_cast<std::size_t>(option.underlying())].primaryExchange,
                .listed = m_options.listedOn(option).value_or(QDate()) };
        m_lastInstrument.lastTrade = m_options.lastDay(option);
        m_lastNumber = number;
    }
    return m_lastInstrument;
}

std::vector<Candle> SandboxOptionsBranch::bars(int number, TimeUnit unit, Timestamp from,
                                               Timestamp to, Timestamp asOf) const
{
    return m_options.bars(optionOf(number), Timeframe(1, unit).nominalLength(), from, to, asOf);
}

std::optional<ServedDay> SandboxOptionsBranch::day(int number, QDate date, Timestamp asOf) const
{
    const std::optional<TradingSession> session = m_market->calendar().session(date);
    if (!session)
        return std::nullopt;
    const std::optional<Candle> candle = m_options.day(optionOf(number), date, asOf);
    if (!candle)
        return std::nullopt;
    ServedDay day;
    day.date = date;
    day.candle = *candle;
    day.sessionEnd = session->close;
    day.officialOpen = candle->open;
    if (asOf >= session->close)
        day.officialClose = candle->close;
    return day;
}

void SandboxOptionsBranch::events(int number, Timestamp from, Timestamp to,
                                  std::vector<MarketEvent> &out) const
{
    m_options.events(optionOf(number), idOf(number), from, to, out);
}

void SandboxOptionsBranch::trades(int number, Timestamp from, Timestamp to,
                                  std::vector<MarketEvent> &out) const
{
    m_options.trades(optionOf(number), idOf(number), from, to, out);
}

std::optional<Trade> SandboxOptionsBranch::lastTrade(int number, Timestamp asOf) const
{
    return m_options.lastTradeAt(optionOf(number), idOf(number), asOf - 1ns);
}

std::optional<Quote> SandboxOptionsBranch::lastQuote(int number, Timestamp asOf) const
{
    return m_options.quoteAt(optionOf(number), idOf(number), asOf - 1ns);
}

void SandboxOptionsBranch::forEach(const ContractSpan &span,
                                   const std::function<bool(const ServedContract &)> &visit) const
{
    for (int root = 0; root < static_cast<int>(optionRoots.size()); ++root) {
        const int chain = optionRoots[static_cast<std::size_t>(root)].underlying;
        if ((span.chain < 0 || span.chain == chain) && !forEachOfRoot(root, span, visit))
            return;
    }
}

bool SandboxOptionsBranch::forEachOfRoot(
    int root, const ContractSpan &span,
    const std::function<bool(const ServedContract &)> &visit) const
{
    const int chain = optionRoots[static_cast<std::size_t>(root)].underlying;
    for (const QDate expiration : m_options.expirations(root, span.from, span.to, span.listedBy)) {
        const std::vector<qint32> strikes = m_options.strikes(root, expiration, span.listedBy);
        for (const OptionRight right : { OptionRight::Call, OptionRight::Put })
            for (const qint32 strike : strikes) {
                const auto number = sandboxoption::pack({ root, right, expiration, strike });
                if (number
                    && !visit({ .id = m_firstId + static_cast<int>(*number),
                                .chain = chain,
                                .right = right,
                                .expiration = expiration,
                                .strike = sandboxoption::centPrice(strike) }))
                    return false;
            }
    }
    return true;
}

std::optional<ServedContract> SandboxOptionsBranch::contract(int id) const
{
    if (id < m_firstId)
        return std::nullopt;
    const std::optional<SandboxOption> option
        = sandboxoption::unpack(static_cast<quint32>(id - m_firstId));
    if (!option)
        return std::nullopt;
    return ServedContract { .id = id,
                            .chain = option->underlying(),
                            .right = option->right,
                            .expiration = option->expiration,
                            .strike = sandboxoption::centPrice(option->strike) };
}

qint64 SandboxOptionsBranch::openInterest(int id, QDate date) const
{
    return m_options.openInterest(optionOf(id - m_firstId), date);
}

std::optional<ServedGreeks> SandboxOptionsBranch::greeks(int id, Timestamp asOf) const
{
    const auto measures = m_options.measuresAt(optionOf(id - m_firstId), asOf - 1ns);
    if (!measures)
        return std::nullopt;
    return ServedGreeks { .impliedVolatility = measures->impliedVolatility,
                          .delta = measures->delta,
                          .gamma = measures->gamma,
                          .theta = measures->theta,
                          .vega = measures->vega };
}

std::vector<int> SandboxOptionsBranch::tradedIn(Timestamp from, Timestamp to) const
{
    std::vector<int> ids;
    for (const SandboxOption &option : m_options.tradedIn(from, to))
        ids.push_back(m_firstId + static_cast<int>(sandboxoption::pack(option).value_or(0)));
    return ids;
}

} // namespace tapeline
