#pragma once

#include "blackscholes.h"
#include "chainpricing.h"
#include "easterntime.h"
#include "listedchain.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tapeline::test {

/// A chain as a fair market would quote it: European values by a skewed smile, a spread of a few
/// cents around them, more open interest near the money.
class SampleChain
{
public:
    static constexpr double spot = 500;
    static constexpr double rate = 0.04;
    static constexpr double yield = 0.01;
    /// 10:00 in New York.
    static Timestamp now() { return easterntime::at(QDate(2026, 11, 23), 10h); }
    static std::vector<QDate> days()
    {
        return { QDate(2026, 11, 27), QDate(2026, 12, 4), QDate(2026, 12, 18), QDate(2027, 1, 15),
                 QDate(2027, 2, 19) };
    }

    explicit SampleChain(const QString &underlying = QStringLiteral("SPY"))
        : m_underlying(underlying)
    {
        for (const QDate day : days())
            for (int strike = 400; strike <= 600; strike += 5)
                for (const OptionRight right : { OptionRight::Call, OptionRight::Put })
                    m_contracts.push_back(contract(day, strike, right));
    }

    static double volatilityAt(double strike) { return 0.2 - 0.15 * std::log(strike / spot); }
    static ExpiryAssumptions assumptions(QDate day)
    {
        ExpiryAssumptions terms;
        terms.expiry = { day, QStringLiteral("SPY") };
        terms.ends = easterntime::at(day, 16h);
        terms.rate = rate;
        terms.yield = yield;
        return terms;
    }
    static QString symbol(QDate day, int strike, OptionRight right)
    {
        return QStringLiteral("O:SPY") + day.toString(u"yyMMdd")
            + (right == OptionRight::Call ? u'C' : u'P')
            + QStringLiteral("%1").arg(strike * 1'000, 8, 10, QLatin1Char('0'));
    }

    std::vector<ChainContract> &contracts() { return m_contracts; }
    const ChainContract &at(QDate day, int strike, OptionRight right) const
    {
        return *std::ranges::find(m_contracts, symbol(day, strike, right), &ChainContract::symbol);
    }

    /// Valid as long as this and its contracts stay as they are.
    ListedChain listed() const
    {
        ListedChain chain { m_underlying, spot, now(), {}, GreeksSource::Own };
        for (const QDate day : days()) {
            std::map<Price, ChainStrike> strikes;
            for (const ChainContract &contract : m_contracts) {
                if (contract.terms.expiry != day)
                    continue;
                ChainStrike &strike = strikes[contract.terms.strike];
                strike.strike = contract.terms.strike;
                (contract.terms.right == OptionRight::Call ? strike.call : strike.put) = &contract;
            }
            ListedExpiry expiry { assumptions(day).expiry, assumptions(day), {} };
            for (const auto &[price, strike] : strikes)
                expiry.strikes.push_back(strike);
            chain.expiries.push_back(std::move(expiry));
        }
        return chain;
    }

    ChainUpdate update() const
    {
        ChainUpdate update;
        update.chain = 1;
        update.underlying = m_underlying;
        update.reset = true;
        update.state = ChainState::Here;
        update.contracts = m_contracts;
        for (const QDate day : days())
            update.assumptions.push_back(assumptions(day));
        update.spot = Price::fromDouble(spot);
        update.asOf = now();
        return update;
    }

private:
    ChainContract contract(QDate day, int strike, OptionRight right) const
    {
        ChainContract contract;
        contract.terms.underlying = m_underlying;
        contract.terms.right = right;
        contract.terms.strike = Price::whole(strike);
        contract.terms.expiry = day;
        contract.root = QStringLiteral("SPY");
        contract.symbol = symbol(day, strike, right);
        OptionInputs in;
        in.right = right;
        in.spot = spot;
        in.strike = strike;
        in.years = strategies::yearsBetween(now(), assumptions(day).ends);
        in.rate = rate;
        in.yield = yield;
        in.volatility = volatilityAt(strike);
        const OptionValue value = *blackscholes::value(in);
        const auto cents = qint64(std::llround(value.price * 100));
        const qint64 half = 1 + cents / 300;
        const auto price = [](qint64 count) { return Price::fromUnits(count * 100'000'000); };
        if (cents > half) {
            contract.bid = price(cents - half);
            contract.ask = price(cents + half);
            contract.bidSize = contract.askSize = Qty::whole(20);
        }
        contract.openInterest = 5'000 / (1 + std::abs(strike - spot));
        contract.volume = Qty::whole(qint64(contract.openInterest / 4));
        contract.own = chainpricing::displayed(value, in.volatility);
        contract.status = VolatilityStatus::Ok;
        return contract;
    }

    QString m_underlying;
    std::vector<ChainContract> m_contracts;
};

} // namespace tapeline::test
