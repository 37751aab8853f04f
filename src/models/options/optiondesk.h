#pragma once

#include "accountcommand.h"
#include "heldstructures.h"

#include <QObject>

#include <map>
#include <memory>

namespace tapeline {

class ChainStore;
class ChainView;
class StrategyDesk;
class TradeDesk;
struct AccountAnswer;

/// What is done with option positions by hand beside orders: closing what belongs together at once,
/// rolling and adjusting it in the strategy builder, exercising, and letting expire.
class OptionDesk : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    OptionDesk(TradeDesk &trading, ChainStore &chains, StrategyDesk &strategies,
               QObject *parent = nullptr);
    ~OptionDesk() override;

    /// What a position is part of; nothing for what is in no options.
    std::optional<HeldStructure> structureOf(const QString &symbol) const;

    /// The whole structure at the market, in one order where one takes it.
    void close(const QString &symbol);
    /// Opens the strategy builder with the structure an expiration later. The chain is fetched
    /// first, where nobody has it open. What cannot be rolled whole is not rolled, which is said.
    void roll(const QString &symbol);
    /// Opens the strategy builder with the structure as it is held, to add to.
    void adjust(const QString &symbol);

    /// Whole contracts of a long American option now.
    void exercise(const QString &symbol, Qty contracts);
    /// A long option is let expire, whatever it is worth; or not any more.
    void setDeclined(const QString &symbol, bool declined);

signals:
    /// What became of it, or why there is nothing to do: a sentence.
    void said(const QString &text);

private:
    void rollNow(const QString &underlying);
    void takeAnswer(const AccountAnswer &answer);

    TradeDesk &m_trading;
    ChainStore &m_chains;
    StrategyDesk &m_strategies;
    std::map<quint64, AccountCommand> m_asked; ///< by request
    std::map<QString, std::unique_ptr<ChainView>> m_fetched; ///< chains that rolls wait for
    std::map<QString, QString> m_rolls; ///< positions to roll, by underlying
};

} // namespace tapeline
