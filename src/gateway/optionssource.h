#pragma once

#include "marketevent.h"
#include "optionright.h"

#include <QDate>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace tapeline {

/// An underlying whose options a source has.
struct ServedChain
{
    QString symbol; ///< as in chain snapshots: "SPY", "I:SPX"
    QString reference; ///< as in the contract list: "SPX"
    bool isIndex = false;
    bool isEuropean = false; ///< and settled in cash; else American
    int sharesPerContract = 100;
    QString primaryExchange; ///< MIC
};

/// One contract; its symbol and listing are those of MarketSource::instrument(id).
struct ServedContract
{
    int id = -1; ///< of the MarketSource; contracts ordered by it are ordered by symbol
    int chain = 0; ///< index into chains()
    OptionRight right = OptionRight::Call;
    QDate expiration;
    Price strike;
};

/// What a source computes from a contract's quote. Theta per calendar day, vega per point of
/// volatility.
struct ServedGreeks
{
    double impliedVolatility = 0; ///< a fraction
    double delta = 0;
    double gamma = 0;
    double theta = 0;
    double vega = 0;
};

/// Which contracts are meant: of a chain (-1: of all), with an expiration in [from, to], listed by
/// a date.
struct ContractSpan
{
    int chain = -1;
    QDate from;
    QDate to;
    QDate listedBy;
};

/// The options part of a MarketSource: its contracts and what only they have. Their bars, trades
/// and quotes are asked of the MarketSource by id. Called only on the server's thread; nothing it
/// returns lies after the source's now().
class OptionsSource
{
public:
    virtual ~OptionsSource() = default;

    virtual const std::vector<ServedChain> &chains() const = 0;
    /// Calls visit for each contract of a span, by symbol, until it returns false.
    virtual void forEach(const ContractSpan &span,
                         const std::function<bool(const ServedContract &)> &visit) const = 0;
    /// What an id stands for; nothing when it is no contract's.
    virtual std::optional<ServedContract> contract(int id) const = 0;
    /// Contracts open at the end of the trading day before a date.
    virtual qint64 openInterest(int id, QDate date) const = 0;
    /// From the last quote before an instant; nothing where that has no answer.
    virtual std::optional<ServedGreeks> greeks(int id, Timestamp asOf) const = 0;
    /// The ids of contracts that are traded in [from, to), ascending.
    virtual std::vector<int> tradedIn(Timestamp from, Timestamp to) const = 0;
};

} // namespace tapeline
