#include "currencytape.h"

#include "keyeddraws.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 currencyBanks = 48; // massive-api.md 8.6

/// By hour of UTC: quiet after New York, busiest while London and New York are both awake.
constexpr std::array<double, 24> currencyHours { 0.7, 0.8, 0.8, 0.7, 0.6, 0.7,  1.1, 1.7,
                                                 1.8, 1.7, 1.5, 1.5, 1.9, 2.2,  2.3, 2.0,
                                                 1.5, 1.2, 1.0, 0.9, 0.7, 0.35, 0.4, 0.6 };

SandboxCurrency currency(const QString &base, const QString &baseName, const QString &quote,
                         const QString &quoteName, WalkTraits walk, int decimals, int spread)
{
    walk.symbol = u"C:"_s + base + quote;
    walk.assetClass = AssetClass::Forex;
    walk.listed = QDate(2009, 9, 1);
    walk.unit = Qty::whole(1);
    walk.rhythm = currencyHours;
    walk.bounceTicks = 0;
    return { walk,  baseName + u" - "_s + quoteName, base, baseName, quote, quoteName, decimals,
             spread };
}

std::vector<std::unique_ptr<TapeModel>> modelsOf(quint64 seed)
{
    std::vector<std::unique_ptr<TapeModel>> models;
    for (const SandboxCurrency &pair : sandboxCurrencies())
        models.push_back(std::make_unique<WalkModel>(seed, pair.walk));
    return models;
}

} // namespace

const std::vector<SandboxCurrency> &sandboxCurrencies()
{
    static const std::vector<SandboxCurrency> currencies {
        currency(u"EUR"_s, u"Euro"_s, u"USD"_s, u"United States dollar"_s,
                 { .tick = Price::fromUnits(Price::unitsPerOne / 100'000),
                   .anchorPrice = 1.15,
                   .dailyVolatility = 0.0045,
                   .dailyPrints = 110e3 },
                 5, 3),
        currency(u"USD"_s, u"United States dollar"_s, u"JPY"_s, u"Japanese yen"_s,
                 { .tick = Price::fromUnits(Price::unitsPerOne / 1'000),
                   .anchorPrice = 152,
                   .yearlyGrowth = 0.03,
                   .dailyVolatility = 0.0055,
                   .dailyPrints = 100e3 },
                 3, 4),
    };
    return currencies;
}

CurrencyTape::CurrencyTape(quint64 seed, InstrumentId firstId)
    : m_seed(seed)
    , m_firstId(firstId)
    , m_tape(seed, modelsOf(seed))
{
}

Quote CurrencyTape::quoteOf(int pair, const TapePrint &bid) const
{
    const TapeModel &model = m_tape.model(pair);
    const int usual = sandboxCurrencies()[std::size_t(pair)].spread;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::TapeQuote, model.key(), toNs(bid.time));
    const auto width = 1 + static_cast<qint32>(draws.below(quint64(2 * usual - 1)));
    Quote quote;
    quote.instrument = InstrumentId(m_firstId.index() + static_cast<quint32>(pair));
    quote.time = bid.time;
    quote.bid = model.scale().priceOf(bid.price);
    quote.ask = model.scale().priceOf(bid.price + width);
    quote.bidExchange = quote.askExchange = currencyBanks;
    return quote;
}

void CurrencyTape::events(int pair, Timestamp from, Timestamp to,
                          std::vector<MarketEvent> &out) const
{
    std::vector<TapePrint> bids;
    m_tape.prints(pair, from, to, bids);
    for (const TapePrint &bid : bids)
        out.emplace_back(quoteOf(pair, bid));
}

std::optional<Quote> CurrencyTape::lastQuote(int pair, Timestamp before) const
{
    const std::optional<TapePrint> bid = m_tape.lastPrint(pair, before);
    return bid ? std::optional(quoteOf(pair, *bid)) : std::nullopt;
}

} // namespace tapeline
