#pragma once

#include "accountview.h"
#include "scenariotable.h"

#include <functional>
#include <map>
#include <vector>

namespace tapeline {

class ChainBook;

/// How much a stock moves with an index.
struct Beta
{
    double value = 1;
    int days = 0; ///< whose returns it rests on; 0: assumed

    bool isAssumed() const { return days == 0; }
    friend bool operator==(const Beta &, const Beta &) = default;
};

/// What positions react to, added up. Shares and contracts stand for units of what they are on.
struct GreekSum
{
    double delta = 0; ///< units of the underlying it moves like; across underlyings of no meaning
    double deltaMoney = 0; ///< the same in currency
    double indexDelta = 0; ///< units of the index it moves like, by beta
    double indexDeltaMoney = 0; ///< the same in currency
    double gamma = 0; ///< change of delta per 1.00 of the underlying; the same
    double gammaMoney = 0; ///< change of deltaMoney per 1 % of the underlying
    double theta = 0; ///< currency per calendar day
    double vega = 0; ///< currency per point of volatility

    GreekSum &operator+=(const GreekSum &other);
    friend bool operator==(const GreekSum &, const GreekSum &) = default;
};

/// A position and its part of it.
struct GreekRow
{
    PositionRow position;
    std::optional<QDate> expiry {}; ///< of an option
    double volatility = 0; ///< that it was reckoned with; 0 of shares
    GreekSum greeks {};
    bool isKnown = true; ///< false: an option without a volatility, which counts for nothing

    friend bool operator==(const GreekRow &, const GreekRow &) = default;
};

/// All positions on one underlying.
struct UnderlyingGreeks
{
    QString underlying;
    double spot = 0; ///< 0: not known
    Beta beta {};
    Money value {};
    Money unrealized {};
    GreekSum sum {}; ///< of what is known
    int unknown = 0; ///< positions that are not
    std::vector<GreekRow> rows {}; ///< the shares first, then by expiration, right and strike
    Strategy strategy {}; ///< what is known of it, to value under other circumstances
};

/// Contracts that end on one day.
struct ExpiryAhead
{
    QDate day;
    int days = 0; ///< calendar days until then
    double contracts = 0; ///< without sign
    QStringList underlyings {};

    friend bool operator==(const ExpiryAhead &, const ExpiryAhead &) = default;
};

struct PortfolioGreeks
{
    QString index; ///< that betas are by
    double indexSpot = 0; ///< 0: not known, and indexDelta with it
    std::vector<UnderlyingGreeks> underlyings {}; ///< by name
    GreekSum total {};
    Money unrealized {};
    int unknown = 0;
    std::vector<ExpiryAhead> expiries {}; ///< the next first
};

/// What a portfolio would gain, price moves by volatility shifts, on a day.
struct PortfolioScenario
{
    std::vector<double> moves {}; ///< of all underlyings at once: 0.05 is 5 % up
    std::vector<double> shifts {}; ///< of all volatilities: 0.05 is five points up
    double days = 0; ///< calendar days from now
    std::vector<double> profits {}; ///< by move, then shift: currency, against now

    double at(std::size_t move, std::size_t shift) const
    {
        return profits[move * shifts.size() + shift];
    }
};

namespace portfoliogreeks {

/// Where its figures come from. Each may answer that it does not know (0, null).
struct Sources
{
    std::function<double(const QString &symbol)> spot;
    std::function<const ChainBook *(const QString &underlying)> chain;
    std::function<Beta(const QString &symbol)> beta; ///< to the index
    QString index = QStringLiteral("SPY");
};

/// Of the positions in stocks, funds and options. Options by the volatility of their chain, ours
/// before the service's, at the price of the underlying now.
PortfolioGreeks of(const PaperAccountView &account, Timestamp now, const Sources &sources);
/// Shares move with their underlying; what is not known stays where it is.
PortfolioScenario scenario(const PortfolioGreeks &portfolio, Timestamp now, double days,
                           const std::vector<double> &moves, const std::vector<double> &shifts);

} // namespace portfoliogreeks
} // namespace tapeline
