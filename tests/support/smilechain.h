#pragma once

#include "blackscholes.h"
#include "chainport.h"
#include "chainpricing.h"
#include "easterntime.h"
#include "optionchain.h"
#include "symbology.h"
#include "volatilitysmile.h"

#include <cmath>

namespace tapeline::test {

/// A chain on a smile that is known: European contracts quoted around what they are worth, with
/// the Greeks that follow.
class SmileChain
{
public:
    static constexpr double spot = 500;
    static constexpr double rate = 0.04;
    static constexpr double yield = 0.01;
    /// A Thursday in the last half hour of trading.
    inline static const Timestamp now
        = easterntime::at(QDate(2026, 8, 13), std::chrono::hours(15) + std::chrono::minutes(45));

    explicit SmileChain(const QString &underlying = QStringLiteral("SPY"))
    {
        update.chain = 1;
        update.underlying = underlying;
        update.state = ChainState::Here;
        update.spot = Price::whole(qint64(spot));
        update.asOf = now;
        update.badge = { DataSource::Simulated, Recency::RealTime };
    }

    /// So many contracts of each right, five apart around the money.
    void addExpiry(QDate day, const SviParameters &smile, int strikes = 41)
    {
        ExpiryAssumptions assumed;
        assumed.expiry = { day, update.underlying };
        assumed.ends = easterntime::at(day, std::chrono::hours(16));
        assumed.rate = rate;
        assumed.yield = yield;
        update.assumptions.push_back(assumed);
        for (int i = 0; i < strikes; ++i)
            for (const OptionRight right : { OptionRight::Call, OptionRight::Put })
                addContract(assumed, smile, right, int(spot) + 5 * (i - strikes / 2));
    }

    ChainContract &contract(const QString &symbol)
    {
        return *std::ranges::find(update.contracts, symbol, &ChainContract::symbol);
    }

    static double yearsUntil(Timestamp ends)
    {
        return std::chrono::duration<double>(ends - now).count() / (365.0 * 86'400);
    }

    ChainUpdate update;

private:
    void addContract(const ExpiryAssumptions &assumed, const SviParameters &smile,
                     OptionRight right, int strike)
    {
        const double years = yearsUntil(assumed.ends);
        const double forward = spot * std::exp((rate - yield) * years);
        const double variance = svi::at(smile, std::log(strike / forward)).value;
        const OptionInputs inputs {
            right, spot, double(strike), years, rate, yield, std::sqrt(variance / years)
        };
        const OptionValue value = *blackscholes::value(inputs);
        ChainContract contract;
        contract.terms = { update.underlying, right, Price::whole(strike), assumed.expiry.day };
        contract.root = update.underlying;
        contract.symbol
            = *symbology::formatOption({ contract.root, assumed.expiry.day,
                                         right == OptionRight::Call, Price::whole(strike) });
        contract.bid = Price::fromDouble(std::max(0.01, value.price - 0.02));
        contract.ask = Price::fromDouble(value.price + 0.02);
        contract.bidSize = contract.askSize = Qty::whole(20);
        const int away = std::abs(strike - int(spot));
        contract.volume = Qty::whole(std::max(0, 2'000 - 15 * away));
        contract.openInterest = std::max(0, 9'000 - (right == OptionRight::Put ? 60 : 75) * away);
        contract.own = chainpricing::displayed(value, inputs.volatility);
        contract.status = VolatilityStatus::Ok;
        update.contracts.push_back(contract);
    }
};

/// Whoever is asked for chains, and answers nothing.
class SilentChainPort : public ChainPort
{
public:
    quint64 openChain(const QString &underlying) override
    {
        opened.append(underlying);
        return quint64(opened.size());
    }
    void closeChain(quint64 id) override { closed.append(id); }
    void setChainView(quint64, const QStringList &contracts) override { shown = contracts; }

    QStringList opened;
    QList<quint64> closed;
    QStringList shown;
};

} // namespace tapeline::test
