#pragma once

#include "chainpricer.h"
#include "instrument.h"
#include "marketcontext.h"

#include <map>
#include <vector>

namespace tapeline {

class ChainInputs;

/// The implied volatilities of the contracts that paper accounts are in: IV stops go by them. From
/// the middle of a contract's newest quote and the price of its underlying then, as option chains
/// are reckoned but with the dividends of the last year. Lives on the market thread.
class HeldVolatility
{
public:
    struct Change
    {
        QString symbol; ///< of a contract
        qint64 ppm = 0; ///< a year; 250,000 is 25 %
    };

    /// Both must outlive it.
    HeldVolatility(const MarketContext &context, ChainInputs &inputs);

    /// These contracts and no others; symbols that are no options are left out.
    void follow(const QStringList &symbols);
    /// What has changed since: of contracts whose quote has changed, each once a second at most.
    /// at: the time of the market.
    std::vector<Change> take(Timestamp at);
    /// All that were found, for an account that is new.
    std::vector<Change> known() const;

private:
    struct Contract
    {
        Instrument instrument;
        InstrumentId id {};
        InstrumentId underlying {};
        Timestamp ends {};
        Timestamp reckonedAt {};
        Timestamp quoteTime {}; ///< of the quote that it was reckoned from
        qint64 ppm = 0; ///< 0: not known yet
    };

    Contract contractOf(const Instrument &instrument) const;
    qint64 reckon(const Contract &contract, const Quote &quote);

    const MarketContext &m_context;
    ChainInputs &m_inputs;
    ChainPricer m_pricer;
    std::map<QString, Contract> m_contracts;
};

} // namespace tapeline
