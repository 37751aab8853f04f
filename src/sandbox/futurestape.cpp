#include "futurestape.h"

#include "easterntime.h"
#include "futuresproducts.h"
#include "keyeddraws.h"
#include "markethours.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto settlementTime = std::chrono::hours(16); // Eastern
constexpr double daysPerYear = 365.25;
constexpr quint64 sequencesPerSecond = 65'536;

/// By hour of the session, which begins at 18:00 Eastern.
constexpr std::array<double, 24> sessionHours { 0.5, 0.4, 0.4, 0.4, 0.35, 0.3, 0.3, 0.35,
                                                0.6, 0.8, 0.7, 0.6, 0.6,  0.9, 1.6, 3.2,
                                                3.6, 2.8, 2.2, 2.0, 2.2,  3.4, 0.8, 0 };
constexpr double minuteRarity = 0.3;
constexpr double secondRarity = 0.05;
constexpr double followReach = 0.6; // ticks a slot strays beyond its reference's

WalkTraits gold()
{
    return { .symbol = u"gold"_s,
             .assetClass = AssetClass::Futures,
             .listed = QDate(2012, 1, 3),
             .tick = Price::fromUnits(Price::unitsPerOne / 20),
             .unit = Qty::whole(1),
             .anchorPrice = 3'900,
             .yearlyGrowth = 0.11,
             .dailyVolatility = 0.0105,
             .dailyUnits = 400e3,
             .dailyPrints = 200e3,
             .rhythm = sessionHours };
}

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

/// The part of its product's volume that a contract has on a date.
double shareOf(const SandboxContract &contract, QDate date)
{
    constexpr double haste = 1.6; // days
    const QDate rolled
        = contract.lastTrade.addDays(-sandboxProducts()[std::size_t(contract.product)].rollDays);
    const double early = double(date.daysTo(contract.tradedFrom));
    const double left = 1 - logistic(-double(date.daysTo(rolled)) / haste);
    const double front = logistic(-early / haste) * left;
    const double ahead = 0.02 * std::exp(-std::max(0.0, early) / 60) * left;
    return 0.95 * front + ahead + 0.01 * (1 - left);
}

double carryOf(const SandboxContract &contract, QDate date)
{
    const double years = double(date.daysTo(contract.lastTrade)) / daysPerYear;
    return std::exp(sandboxProducts()[std::size_t(contract.product)].carry * years);
}

/// One contract: its reference's path in its own ticks, with its share of the volume.
class ContractModel : public TapeModel
{
public:
    ContractModel(quint64 seed, const SandboxContract &contract,
                  std::shared_ptr<const FuturesReference> reference)
        : m_seed(seed)
        , m_contract(contract)
        , m_key(stableHash(contract.symbol.toStdString()))
        , m_reference(std::move(reference))
    {
    }

    AssetClass assetClass() const override { return AssetClass::Futures; }
    quint64 key() const override { return m_key; }
    TapeScale scale() const override
    {
        const auto product
            = futuresProduct(sandboxProducts()[std::size_t(m_contract.product)].code);
        return { product->tick, Qty::whole(1) };
    }
    std::optional<TapeSession> session(QDate date) const override
    {
        return date >= m_contract.firstTrade && date <= m_contract.lastTrade
            ? tapeSession(AssetClass::Futures, date)
            : std::nullopt;
    }
    BarPlan outline(const TapeSession &session) const override;
    void shapeSession(const TapeSession &session, const BarPlan &bar,
                      SlotShape &shape) const override;
    void shapeMinute(const TapeSession &session, int minute, const BarPlan &bar,
                     SlotShape &shape) const override;

private:
    /// The reference's levels as a walk from its start, in ticks of the contract.
    void follow(const TapeSession &session, const std::vector<double> &levels, double from,
                SlotShape &shape) const;

    quint64 m_seed;
    SandboxContract m_contract;
    quint64 m_key;
    std::shared_ptr<const FuturesReference> m_reference;
};

BarPlan ContractModel::outline(const TapeSession &session) const
{
    const FuturesReference::Prices prices = m_reference->prices(session);
    BarPlan bar;
    if (prices.open <= 0)
        return bar;
    const double carry = carryOf(m_contract, session.date);
    const auto ticks = [&](double price) { return scale().ticksOf(price * carry); };
    PathBar path { ticks(prices.open), ticks(prices.high), ticks(prices.low), ticks(prices.close) };
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::TapeDay, m_key, session.date.toJulianDay());
    const SandboxProduct &product = sandboxProducts()[std::size_t(m_contract.product)];
    const double share = shareOf(m_contract, session.date) * between(draws, 0.75, 1.3);
    bar.activity.prints = static_cast<qint32>(product.dailyPrints * share);
    bar.activity.volume = bar.activity.prints + static_cast<qint64>(product.dailyVolume * share);
    if (bar.activity.prints == 0)
        return {};
    bar.path = withPrints(path, bar.activity.prints);
    return bar;
}

void ContractModel::follow(const TapeSession &session, const std::vector<double> &levels,
                           double from, SlotShape &shape) const
{
    const double carry = carryOf(m_contract, session.date) / scale().tick.toDouble();
    for (std::size_t slot = 0; slot < shape.walk.size(); ++slot) {
        shape.walk[slot] = (levels[slot] - from) * carry;
        shape.reach[slot] = followReach;
    }
    shape.bounce = 1;
}

void ContractModel::shapeSession(const TapeSession &session, const BarPlan &,
                                 SlotShape &shape) const
{
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::TapeWalk, m_key, session.date.toJulianDay());
    for (std::size_t m = 0; m < shape.weights.size(); ++m)
        shape.weights[m] = sessionHours[m / 60 % 24] * burst(draws, minuteRarity);
    follow(session, m_reference->minuteLevels(session), m_reference->prices(session).open, shape);
}

void ContractModel::shapeMinute(const TapeSession &session, int minute, const BarPlan &,
                                SlotShape &shape) const
{
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::TapeWalk, m_key, session.date.toJulianDay(), minute);
    for (double &weight : shape.weights)
        weight = burst(draws, secondRarity);
    const std::vector<double> levels = m_reference->secondLevels(session, minute);
    follow(session, levels, levels.front(), shape);
}

} // namespace

FuturesTape::FuturesTape(quint64 seed, std::shared_ptr<const SandboxMarket> market,
                         std::shared_ptr<const IndexTape> indices, QDate today,
                         InstrumentId firstId)
    : m_seed(seed)
    , m_firstId(firstId)
    , m_contracts(sandboxContracts(today.year() - 8, today.year() + 1))
{
    constexpr int broadIndex = 0; // I:SPX
    m_references.push_back(
        std::make_shared<IndexReference>(seed, std::move(market), std::move(indices), broadIndex));
    m_references.push_back(std::make_shared<WalkReference>(seed, gold()));
    std::vector<std::unique_ptr<TapeModel>> models;
    for (const SandboxContract &contract : m_contracts)
        models.push_back(std::make_unique<ContractModel>(
            seed, contract, m_references[std::size_t(contract.product)]));
    m_tape = std::make_unique<SessionTape>(seed, std::move(models));
}

double FuturesTape::carryFactor(int contract, QDate date) const
{
    return carryOf(m_contracts[std::size_t(contract)], date);
}

Price FuturesTape::settlement(int contract, QDate date, Timestamp asOf) const
{
    const TapeModel &model = m_tape->model(contract);
    const std::optional<TapeSession> session = model.session(date);
    if (!session || asOf <= easterntime::at(date, settlementTime))
        return {};
    const auto &reference = m_references[std::size_t(m_contracts[std::size_t(contract)].product)];
    const double price = reference->settlement(*session) * carryFactor(contract, date);
    return price > 0 ? model.scale().priceOf(model.scale().ticksOf(price)) : Price();
}

Trade FuturesTape::tradeOf(int contract, const TapePrint &print) const
{
    const TapeScale scale = m_tape->model(contract).scale();
    const QDate date = markethours::tradingDay(AssetClass::Futures, print.time);
    const auto second = static_cast<quint64>(
        (print.time - markethours::dayStart(AssetClass::Futures, date)) / 1s);
    Trade trade;
    trade.instrument = InstrumentId(m_firstId.index() + static_cast<quint32>(contract));
    trade.time = print.time;
    trade.price = scale.priceOf(print.price);
    trade.size = scale.sizeOf(print.volume);
    trade.sequence = second * sequencesPerSecond + 2 * static_cast<quint64>(print.ofSecond) + 2;
    return trade;
}

/// The quote that a print took one side of.
Quote FuturesTape::quoteOf(int contract, const TapePrint &print) const
{
    const TapeModel &model = m_tape->model(contract);
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::TapeQuote, model.key(), toNs(print.time));
    const qint32 width = chance(draws, 0.9) ? 1 : 2;
    const auto size = [&] { return Qty::whole(1 + static_cast<qint64>(draws.below(60))); };
    const Trade trade = tradeOf(contract, print);
    Quote quote;
    quote.instrument = trade.instrument;
    quote.time = trade.time;
    quote.sequence = trade.sequence - 1;
    quote.bid = model.scale().priceOf(print.isBuy ? print.price - width : print.price);
    quote.ask = model.scale().priceOf(print.isBuy ? print.price : print.price + width);
    quote.bidSize = size();
    quote.askSize = size();
    (print.isBuy ? quote.askSize : quote.bidSize) += trade.size;
    return quote;
}

void FuturesTape::events(int contract, Timestamp from, Timestamp to,
                         std::vector<MarketEvent> &out) const
{
    std::vector<TapePrint> prints;
    m_tape->prints(contract, from, to, prints);
    for (const TapePrint &print : prints) {
        out.emplace_back(quoteOf(contract, print));
        out.emplace_back(tradeOf(contract, print));
    }
}

std::optional<Trade> FuturesTape::lastTrade(int contract, Timestamp before) const
{
    const std::optional<TapePrint> print = m_tape->lastPrint(contract, before);
    return print ? std::optional(tradeOf(contract, *print)) : std::nullopt;
}

std::optional<Quote> FuturesTape::lastQuote(int contract, Timestamp before) const
{
    const std::optional<TapePrint> print = m_tape->lastPrint(contract, before);
    return print ? std::optional(quoteOf(contract, *print)) : std::nullopt;
}

} // namespace tapeline
