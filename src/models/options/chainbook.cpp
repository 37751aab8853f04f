#include "chainbook.h"

#include <algorithm>

namespace tapeline {

ChainBook::ChainBook(const QString &underlying, QObject *parent)
    : QObject(parent)
    , m_underlying(underlying)
{
}

std::vector<ChainExpiry> ChainBook::expiries() const
{
    std::vector<ChainExpiry> expiries;
    expiries.reserve(m_expiries.size());
    for (const auto &[expiry, strikes] : m_expiries)
        expiries.push_back(expiry);
    return expiries;
}

std::vector<ChainStrike> ChainBook::strikes(const ChainExpiry &expiry) const
{
    std::vector<ChainStrike> strikes;
    if (const auto found = m_expiries.find(expiry); found != m_expiries.end())
        for (const auto &[price, strike] : found->second)
            strikes.push_back(strike);
    return strikes;
}

const ChainContract *ChainBook::contract(const QString &symbol) const
{
    const auto found = m_contracts.find(symbol);
    return found == m_contracts.end() ? nullptr : &found->second;
}

const ExpiryAssumptions *ChainBook::assumptions(const ChainExpiry &expiry) const
{
    const auto found = std::ranges::find(m_assumptions, expiry, &ExpiryAssumptions::expiry);
    return found == m_assumptions.end() ? nullptr : &*found;
}

/// True when it was not there before.
bool ChainBook::place(const ChainContract &contract)
{
    const auto [kept, isNew] = m_contracts.insert_or_assign(contract.symbol, contract);
    if (!isNew)
        return false;
    const ChainContract &there = kept->second;
    ChainStrike &strike = m_expiries[{ there.terms.expiry, there.root }][there.terms.strike];
    strike.strike = there.terms.strike;
    (there.terms.right == OptionRight::Call ? strike.call : strike.put) = &there;
    return true;
}

void ChainBook::apply(const ChainUpdate &update)
{
    if (update.underlying != m_underlying)
        return;
    if (update.reset) {
        m_expiries.clear();
        m_contracts.clear();
        m_assumptions.clear();
    }
    bool grew = update.reset;
    QStringList changed;
    for (const ChainContract &contract : update.contracts)
        if (place(contract))
            grew = true;
        else
            changed.push_back(contract.symbol);
    if (!update.assumptions.empty())
        m_assumptions = update.assumptions;
    m_state = update.state;
    m_plan = update.plan;
    m_spot = update.spot;
    m_asOf = update.asOf;
    m_badge = update.badge;
    if (grew)
        emit reset();
    else if (!changed.isEmpty())
        emit contractsChanged(changed);
    emit statusChanged();
}

} // namespace tapeline
