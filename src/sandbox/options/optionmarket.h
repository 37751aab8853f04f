#pragma once

#include "marketevent.h"
#include "sandboxmarket.h"
#include "sandboxoption.h"

#include <memory>
#include <optional>
#include <vector>

namespace tapeline {

class IndexTape;

/// What can be computed from a contract's quote. Units as the service has them: theta per calendar
/// day, vega per point of volatility.
struct OptionMeasures
{
    double impliedVolatility = 0; ///< a fraction
    double delta = 0;
    double gamma = 0;
    double theta = 0;
    double vega = 0;
};

/// Options on a few instruments of a simulated market, deterministic as it is: any question is
/// answered from the seed, without history in memory. Contracts are listed around the price and
/// expire; quotes follow the underlying on a surface of volatilities without arbitrage; trades take
/// place at and within the quotes, and every bar is the sum of its trades.
///
/// Const calls are safe from one thread at a time (caches are inside). Dates are Eastern; every
/// list is ascending. Contracts that are not listed on a day have nothing on it.
class OptionMarket
{
public:
    OptionMarket(std::shared_ptr<const SandboxMarket> market,
                 std::shared_ptr<const IndexTape> indices);
    ~OptionMarket();

    /// Expirations of a root (index into optionRoots) in [from, to] that were introduced by a date.
    std::vector<QDate> expirations(int root, QDate from, QDate to, QDate introducedBy) const;
    /// Strikes of an expiration listed by a date, cents.
    std::vector<qint32> strikes(int root, QDate expiration, QDate date) const;
    /// The first day a contract is listed; nothing when it never is.
    std::optional<QDate> listedOn(const SandboxOption &option) const;
    /// The last day of a contract that is: that of its expiration, unless its stock is split
    /// before.
    QDate lastDay(const SandboxOption &option) const;

    /// Contracts open at the end of the trading day before a date.
    qint64 openInterest(const SandboxOption &option, QDate date) const;

    /// Bars of a width that divides a day (a second, a minute) that start in [from, to), of what
    /// was traded before an instant.
    std::vector<Candle> bars(const SandboxOption &option, Duration width, Timestamp from,
                             Timestamp to, Timestamp asOf) const;
    /// What was traded on a day before an instant, starting at its midnight; nothing when nothing
    /// was.
    std::optional<Candle> day(const SandboxOption &option, QDate date, Timestamp asOf) const;

    /// Trades, or trades and quotes, of [from, to) in wire order, appended.
    void trades(const SandboxOption &option, InstrumentId id, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const;
    void events(const SandboxOption &option, InstrumentId id, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const;
    /// The last one at or before an instant, of its day or an earlier one.
    std::optional<Trade> lastTradeAt(const SandboxOption &option, InstrumentId id,
                                     Timestamp time) const;
    std::optional<Quote> quoteAt(const SandboxOption &option, InstrumentId id,
                                 Timestamp time) const;
    /// The contracts of all chains that are traded in [from, to), by symbol.
    std::vector<SandboxOption> tradedIn(Timestamp from, Timestamp to) const;
    /// From the midpoint of the last quote at or before an instant, with the underlying as it was
    /// then: on a binomial tree, European contracts by the formula. Nothing without a two-sided
    /// quote or where no volatility explains it.
    std::optional<OptionMeasures> measuresAt(const SandboxOption &option, Timestamp time) const;

    /// What the model says a contract is worth as the second of an instant began, in dollars; for
    /// tests of arbitrage. Nothing outside its sessions.
    std::optional<double> modelAt(const SandboxOption &option, Timestamp time) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
