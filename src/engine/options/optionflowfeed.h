#pragma once

#include "optionflow.h"
#include "sweeppool.h"
#include "symboltable.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace tapeline {

/// Turns the trades and quotes of option contracts into the prints of the underlyings that
/// somebody wants: with their side by the quote in force, their sweep, and how they came about. A
/// trade of another underlying costs a look at a number; of its contract nothing is kept. Lives on
/// the market thread.
class OptionFlowFeed
{
public:
    /// A quote that is not known to be kept up to date is believed so long.
    static constexpr Duration longestTrust = 60s;
    /// Contracts that are remembered with their quotes; beyond that all are forgotten.
    static constexpr std::size_t mostContracts = 100'000;

    /// What others know. Each may be empty.
    struct Sources
    {
        /// The price of an underlying ("SPY", "I:SPX"); 0 when not known.
        std::function<Price(const QString &underlying)> spot;
        /// The newest quote of a contract in the chain's snapshot.
        std::function<std::optional<Quote>(const QString &contract)> quote;
    };

    /// symbols: what the instruments of trades and quotes are numbers in. Must outlive the feed.
    explicit OptionFlowFeed(const SymbolTable &symbols, Sources sources = {});

    /// Of which prints are made from now on. Quotes of those that stay are kept.
    void setUnderlyings(const QSet<QString> &underlyings);

    void add(const Trade &trade);
    void add(const Quote &quote);
    /// Something of the stream is missing: no quote is in force, and the next print is marked.
    void noteGap();
    /// The symbol table has been emptied: numbers mean other contracts.
    void forgetNumbers();

    /// Whether the quotes of a contract are asked for: the one that came last is in force.
    void setQuoted(const QString &symbol, bool on);

    /// Oldest first.
    std::vector<OptionFlowPrint> take() { return std::exchange(m_prints, {}); }
    std::size_t contracts() const { return m_contracts.size(); }

private:
    struct Contract
    {
        std::shared_ptr<const FlowContract> facts;
        bool isWanted = false;
        bool isQuoted = false; ///< quotes are asked for
        bool hasQuote = false;
        Quote quote;
        qint64 day = 0; ///< of the newest trade
        quint64 sequence = 0; ///< of that day the highest
    };
    // What is known of a number: these, or a place in m_contracts and two
    static constexpr quint32 unseen = 0;
    static constexpr quint32 foreign = 1;

    Contract *contractOf(InstrumentId instrument);
    quint32 meet(InstrumentId instrument);
    static bool isRepeated(Contract &contract, const Trade &trade);
    void judge(const Contract &contract, OptionFlowPrint &print) const;
    std::optional<Quote> quoteFor(const Contract &contract, Timestamp time, SideBasis &basis) const;
    void group(quint32 place, OptionFlowPrint &print);
    void forgetContracts();

    const SymbolTable &m_symbols;
    const Sources m_sources;
    QSet<QString> m_underlyings;
    std::vector<quint32> m_known; ///< by the instrument's number
    std::deque<Contract> m_contracts;
    QHash<QString, quint32> m_places; ///< in m_contracts, by symbol
    QSet<QString> m_quoted;
    SweepPool m_sweeps;
    std::vector<OptionFlowPrint> m_prints;
    bool m_gapAhead = false;
};

} // namespace tapeline
