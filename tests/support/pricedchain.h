#pragma once

#include "blackscholes.h"
#include "chainpricing.h"
#include "easterntime.h"
#include "optionchain.h"
#include "symbology.h"

#include <chrono>
#include <vector>

namespace tapeline {

/// A chain with prices of Black and Scholes at one volatility, around 500: strikes by 5 dollars
/// from 450 to 550 on three days, quoted 0.10 wide.
struct PricedChain
{
    static constexpr double spot = 502;
    static constexpr double volatility = 0.2;
    static constexpr double rate = 0.04;
    QString underlying = QStringLiteral("SPY");
    Timestamp now = easterntime::at(QDate(2026, 3, 10), std::chrono::hours(12));
    std::vector<QDate> days { QDate(2026, 3, 13), QDate(2026, 3, 20), QDate(2026, 6, 18) };

    ExpiryAssumptions assumptions(QDate day) const
    {
        ExpiryAssumptions assumed;
        assumed.expiry = { day, underlying };
        assumed.ends = easterntime::at(day, std::chrono::hours(16));
        assumed.rate = rate;
        return assumed;
    }

    ChainContract contract(QDate day, int strike, OptionRight right) const
    {
        ChainContract contract;
        contract.terms = { underlying, right, Price::whole(strike), day };
        contract.root = underlying;
        contract.symbol = *symbology::formatOption(
            { underlying, day, right == OptionRight::Call, Price::whole(strike) });
        const double seconds = std::chrono::duration<double>(assumptions(day).ends - now).count();
        const OptionInputs inputs { .right = right,
                                    .spot = spot,
                                    .strike = double(strike),
                                    .years = seconds / (365.0 * 24 * 3600),
                                    .rate = rate,
                                    .volatility = volatility };
        const OptionValue value = *blackscholes::value(inputs);
        contract.bid = Price::fromDouble(std::max(0.05, std::floor(value.price * 20) / 20));
        contract.ask = contract.bid + Price::fromDouble(0.1);
        contract.bidSize = contract.askSize = Qty::whole(50);
        contract.quoteTime = now;
        contract.last = contract.bid;
        contract.lastTime = now;
        contract.previousClose = contract.bid + Price::fromDouble(0.25);
        contract.volume = Qty::whole(1'000 - 10 * std::abs(strike - 500));
        contract.openInterest
            = (right == OptionRight::Call ? 5'000 : 4'000) - 40 * std::abs(strike - 500);
        contract.own = chainpricing::displayed(value, volatility);
        contract.status = VolatilityStatus::Ok;
        contract.service = contract.own;
        contract.service->volatility += 0.01;
        contract.service->rho = 0;
        return contract;
    }

    ChainUpdate update(quint64 id = 1) const
    {
        ChainUpdate update;
        update.chain = id;
        update.underlying = underlying;
        update.reset = true;
        update.state = ChainState::Here;
        update.spot = Price::fromDouble(spot);
        update.asOf = now;
        update.badge = { .source = DataSource::Simulated, .recency = Recency::RealTime };
        for (const QDate day : days) {
            update.assumptions.push_back(assumptions(day));
            for (int strike = 450; strike <= 550; strike += 5)
                for (const OptionRight right : { OptionRight::Call, OptionRight::Put })
                    update.contracts.push_back(contract(day, strike, right));
        }
        return update;
    }
};

} // namespace tapeline
