#pragma once

#include "futuresreference.h"
#include "marketevent.h"
#include "sessiontape.h"

#include <QString>

#include <vector>

namespace tapeline {

/// A simulated futures product.
struct SandboxProduct
{
    QString code; ///< "ES"; core's futuresproducts.h has name, multiplier and tick
    QString venue; ///< MIC
    QString months; ///< letters of the months that have contracts: "HMUZ"
    int rollDays = 8; ///< how long before its last trading day a contract's volume has moved on
    int listedMonths = 15; ///< how long before that day it is listed
    double carry = 0.04; ///< yearly, of the log price: what a contract costs above its reference
    double dailyVolume = 0; ///< of all contracts
    double dailyPrints = 0;
};

/// ES (on I:SPX) and GC (gold): the same list on every run.
const std::vector<SandboxProduct> &sandboxProducts();

struct SandboxContract
{
    QString symbol; ///< "ESZ6"
    int product = 0; ///< of sandboxProducts()
    QDate firstTrade;
    QDate lastTrade;
    QDate tradedFrom; ///< when the contract before it has rolled
};

/// The simulated futures: contracts of the ten years around a date, whose symbols differ in their
/// year digit. Each follows its product's reference, raised by the cost of carrying it to the last
/// trading day; volume moves to the next contract before that day. Const calls are safe from one
/// thread at a time.
class FuturesTape
{
public:
    /// firstId: what events call the first contract. The years are today's, eight before and one
    /// behind.
    FuturesTape(quint64 seed, std::shared_ptr<const SandboxMarket> market,
                std::shared_ptr<const IndexTape> indices, QDate today, InstrumentId firstId);

    const std::vector<SandboxContract> &contracts() const { return m_contracts; }
    const SessionTape &bars() const { return *m_tape; }

    /// Trades and the quotes around them of [from, to) in wire order, appended.
    void events(int contract, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const;
    std::optional<Trade> lastTrade(int contract, Timestamp before) const;
    std::optional<Quote> lastQuote(int contract, Timestamp before) const;
    /// Of a session, once its settlement at 16:00 Eastern was before an instant; else 0.
    Price settlement(int contract, QDate date, Timestamp asOf) const;
    /// What the reference price times this is worth for a contract.
    double carryFactor(int contract, QDate date) const;

private:
    Trade tradeOf(int contract, const TapePrint &print) const;
    Quote quoteOf(int contract, const TapePrint &print) const;

    quint64 m_seed;
    InstrumentId m_firstId;
    std::vector<SandboxContract> m_contracts;
    std::vector<std::shared_ptr<const FuturesReference>> m_references; // by product
    std::unique_ptr<SessionTape> m_tape;
};

/// The contracts of the products that end in the years of [firstYear, lastYear], by product and
/// last trading day.
std::vector<SandboxContract> sandboxContracts(int firstYear, int lastYear);

} // namespace tapeline
