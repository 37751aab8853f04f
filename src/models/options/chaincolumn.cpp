#include "chaincolumn.h"

#include "contractmeasures.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Traits
{
    QLatin1StringView word;
    int decimals;
    bool isShare;
    QLatin1StringView usual;
};

constexpr std::array<Traits, chainColumnCount> traits { {
    { "bid"_L1, 2, false, "12.34"_L1 },
    { "ask"_L1, 2, false, "12.34"_L1 },
    { "mid"_L1, 3, false, "12.345"_L1 },
    { "bid-size"_L1, 0, false, "123"_L1 },
    { "ask-size"_L1, 0, false, "123"_L1 },
    { "last"_L1, 2, false, "12.34"_L1 },
    { "change"_L1, 2, false, "+1.23"_L1 },
    { "volume"_L1, 0, false, "1,234"_L1 },
    { "open-interest"_L1, 0, false, "1,234"_L1 },
    { "volatility"_L1, 1, true, "12.3"_L1 },
    { "volatility-gap"_L1, 2, true, "+12.34"_L1 },
    { "delta"_L1, 3, false, "-0.123"_L1 },
    { "gamma"_L1, 4, false, "0.1234"_L1 },
    { "theta"_L1, 3, false, "-12.345"_L1 },
    { "vega"_L1, 3, false, "12.345"_L1 },
    { "rho"_L1, 3, false, "-12.345"_L1 },
    { "intrinsic"_L1, 2, false, "12.34"_L1 },
    { "time-value"_L1, 2, false, "12.34"_L1 },
    { "in-the-money"_L1, 1, true, "100.0"_L1 },
    { "touch"_L1, 1, true, "100.0"_L1 },
    { "break-even"_L1, 2, false, "12.34"_L1 },
    { "spread"_L1, 1, false, "12.3"_L1 },
    { "liquidity"_L1, 0, false, "100"_L1 },
} };

const Traits &of(ChainColumn column)
{
    return traits[std::size_t(column)];
}

std::optional<double> known(double value)
{
    return value != 0 ? std::optional(value) : std::nullopt;
}

/// At the volatility that counts.
template<typename Probability>
std::optional<double> probability(const ChainContract &contract, const ChainMoment &moment,
                                  Probability reckon)
{
    const ContractGreeks *greeks = chainmeasures::greeks(contract, moment.greeks);
    if (!greeks || moment.spot <= 0)
        return {};
    const Result<double> share = reckon({ .right = contract.terms.right,
                                          .spot = moment.spot,
                                          .strike = contract.terms.strike.toDouble(),
                                          .years = moment.years,
                                          .rate = moment.rate,
                                          .yield = moment.yield,
                                          .volatility = greeks->volatility });
    return share ? std::optional(*share) : std::nullopt;
}

std::optional<double> gap(const ChainContract &contract)
{
    if (!contract.own || !contract.service)
        return {};
    return contract.own->volatility - contract.service->volatility;
}

} // namespace

QString ChainColumns::word(ChainColumn column)
{
    return of(column).word;
}

std::optional<ChainColumn> ChainColumns::fromWord(const QString &word)
{
    for (int i = 0; i < chainColumnCount; ++i)
        if (traits[std::size_t(i)].word == word)
            return ChainColumn(i);
    return {};
}

int ChainColumns::decimals(ChainColumn column)
{
    return of(column).decimals;
}

bool ChainColumns::isShare(ChainColumn column)
{
    return of(column).isShare;
}

QString ChainColumns::usual(ChainColumn column)
{
    return of(column).usual;
}

std::optional<double> ChainColumns::value(ChainColumn column, const ChainContract &contract,
                                          const ChainMoment &moment)
{
    using enum ChainColumn;
    const ContractGreeks *greeks = chainmeasures::greeks(contract, moment.greeks);
    const auto greek = [greeks](double ContractGreeks::*which) {
        return greeks ? std::optional(greeks->*which) : std::nullopt;
    };
    switch (column) {
    case Bid:
        return known(contract.bid.toDouble());
    case Ask:
        return known(contract.ask.toDouble());
    case Mid:
        return known(contract.mid());
    case BidSize:
        return known(contract.bidSize.toDouble());
    case AskSize:
        return known(contract.askSize.toDouble());
    case Last:
        return known(contract.last.toDouble());
    case Change:
        return contract.last.isZero() || contract.previousClose.isZero()
            ? std::nullopt
            : std::optional(contract.change().toDouble());
    case Volume:
        return known(contract.volume.toDouble());
    case OpenInterest:
        return known(contract.openInterest);
    case Volatility:
        return greek(&ContractGreeks::volatility);
    case VolatilityGap:
        return gap(contract);
    case Delta:
        return greek(&ContractGreeks::delta);
    case Gamma:
        return greek(&ContractGreeks::gamma);
    case Theta:
        return greek(&ContractGreeks::theta);
    case Vega:
        return greek(&ContractGreeks::vega);
    case Rho:
        return contract.own ? std::optional(contract.own->rho) : std::nullopt;
    case Intrinsic:
        return moment.spot > 0 ? std::optional(contractmeasures::intrinsic(contract, moment.spot))
                               : std::nullopt;
    case TimeValue:
        return moment.spot > 0 ? contractmeasures::timeValue(contract, moment.spot) : std::nullopt;
    case InTheMoney:
        return probability(contract, moment, contractmeasures::probabilityInTheMoney);
    case Touch:
        return probability(contract, moment, contractmeasures::probabilityOfTouch);
    case BreakEven:
        return contractmeasures::breakEven(contract);
    case Spread:
        return contractmeasures::spreadPercent(contract);
    case Liquidity:
        return contract.hasQuote() ? std::optional(contractmeasures::liquidityScore(contract))
                                   : std::nullopt;
    }
    return {};
}

QString ChainColumns::title(ChainColumn column)
{
    using enum ChainColumn;
    switch (column) {
    case Bid:
        return tr("Bid");
    case Ask:
        return tr("Ask");
    case Mid:
        //: The middle between bid and ask
        return tr("Mid");
    case BidSize:
        //: How much is bid for; a narrow heading
        return tr("B size");
    case AskSize:
        //: How much is offered; a narrow heading
        return tr("A size");
    case Last:
        return tr("Last");
    case Change:
        return tr("Change");
    case Volume:
        return tr("Volume");
    case OpenInterest:
        //: Open interest; a narrow heading
        return tr("OI");
    case Volatility:
        //: Implied volatility, in percent; a narrow heading
        return tr("IV %");
    case VolatilityGap:
        //: Our implied volatility less the service's; a narrow heading
        return tr("ΔIV");
    case Delta:
        return tr("Delta");
    case Gamma:
        return tr("Gamma");
    case Theta:
        return tr("Theta");
    case Vega:
        return tr("Vega");
    case Rho:
        return tr("Rho");
    case Intrinsic:
        //: Intrinsic value; a narrow heading
        return tr("Intr.");
    case TimeValue:
        //: Time value; a narrow heading
        return tr("Time");
    case InTheMoney:
        //: Probability of ending in the money, in percent; a narrow heading
        return tr("ITM %");
    case Touch:
        //: Probability that the strike is touched, in percent; a narrow heading
        return tr("Touch %");
    case BreakEven:
        //: Break-even price; a narrow heading
        return tr("B/E");
    case Spread:
        //: The spread in percent of the middle; a narrow heading
        return tr("Spr %");
    case Liquidity:
        //: Liquidity score, 0 to 100; a narrow heading
        return tr("Liq.");
    }
    return {};
}

QString ChainColumns::explanation(ChainColumn column)
{
    using enum ChainColumn;
    switch (column) {
    case Bid:
        return tr("The best price somebody pays");
    case Ask:
        return tr("The best price somebody sells at");
    case Mid:
        return tr("The middle between bid and ask");
    case BidSize:
        return tr("Contracts at the bid");
    case AskSize:
        return tr("Contracts at the ask");
    case Last:
        return tr("The last price that was traded");
    case Change:
        return tr("The last price against the close of the day before");
    case Volume:
        return tr("Contracts traded today");
    case OpenInterest:
        return tr("Contracts that stood open at the end of the last trading day");
    case Volatility:
        return tr("Implied volatility, percent a year");
    case VolatilityGap:
        return tr("Our implied volatility less the service's, in points");
    case Delta:
        return tr("Change of the price for one dollar of the underlying");
    case Gamma:
        return tr("Change of delta for one dollar of the underlying");
    case Theta:
        return tr("Change of the price by a day that passes");
    case Vega:
        return tr("Change of the price for a point of volatility");
    case Rho:
        return tr("Change of the price for a percent of interest; reckoned here");
    case Intrinsic:
        return tr("What exercise would pay now");
    case TimeValue:
        return tr("The middle less the intrinsic value");
    case InTheMoney:
        return tr("Probability of ending in the money, by the volatility shown");
    case Touch:
        return tr("Probability that the underlying trades at the strike before expiry");
    case BreakEven:
        return tr("Where a buyer at the middle neither gains nor loses at expiry");
    case Spread:
        return tr("The spread in percent of the middle");
    case Liquidity:
        return tr("How easily it is traded, 0 to 100: spread, sizes, volume, open interest");
    }
    return {};
}

} // namespace tapeline
