#include "strategybuilder.h"

#include "chainlisting.h"

#include <algorithm>

namespace tapeline {

namespace {

/// The market moves often; a person reads four times a second.
constexpr int marketPaceMs = 250;

QString underlyingOf(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (!instrument)
        return {};
    if (instrument->option)
        return instrument->option->underlying;
    const bool hasOptions = instrument->assetClass == AssetClass::Stocks
        || instrument->assetClass == AssetClass::Indices;
    return hasOptions ? symbol : QString();
}

} // namespace

StrategyBuilder::StrategyBuilder(ChainStore &chains, StrategyDesk &desk, QObject *parent)
    : QObject(parent)
    , m_chains(chains)
    , m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(marketPaceMs);
    connect(&m_soon, &QTimer::timeout, this, &StrategyBuilder::refresh);
    connect(&m_smiles, &SmileFitter::fitted, this, &StrategyBuilder::refresh);
    connect(&desk, &StrategyDesk::draftChanged, this, &StrategyBuilder::onDraft);
}

StrategyBuilder::~StrategyBuilder() = default;

void StrategyBuilder::setSymbol(const QString &symbol)
{
    const QString wanted = symbol.isEmpty() ? QString() : underlyingOf(symbol);
    if (wanted == m_underlying)
        return;
    if (m_view)
        disconnect(&m_view->book(), nullptr, this, nullptr);
    m_underlying = wanted;
    m_smiles.clear();
    m_whatIf = {};
    m_view = wanted.isEmpty() ? nullptr : m_chains.open(wanted);
    if (m_view) {
        const ChainBook &book = m_view->book();
        connect(&book, &ChainBook::contractsChanged, this, &StrategyBuilder::onContracts);
        connect(&book, &ChainBook::statusChanged, this, [this] {
            m_stale = true;
            if (m_active && !m_soon.isActive())
                m_soon.start();
        });
        connect(&book, &ChainBook::reset, this, [this] {
            refresh();
            emit chainChanged();
        });
    }
    emit underlyingChanged();
    onDraft(m_underlying);
}

void StrategyBuilder::setActive(bool active)
{
    m_active = active;
    showContracts();
    if (active && m_stale)
        refresh();
}

void StrategyBuilder::setDraft(StrategyDraft draft)
{
    draft.underlying = m_underlying;
    m_desk.setDraft(draft);
}

Result<PickedStrategy> StrategyBuilder::fill(StrategyForm form, const PickWishes &wishes)
{
    const Result<PickedStrategy> picked = strategytemplates::pick(form, listed(), wishes);
    if (!picked)
        return picked;
    change([&](StrategyDraft &draft) {
        std::erase_if(draft.legs, [](const DraftLeg &leg) { return !leg.isHeld; });
        draft.tag.reset();
        for (const PickedLeg &leg : picked->legs) {
            DraftLeg own;
            own.symbol = leg.contract ? leg.contract->symbol : m_underlying;
            own.side = leg.quantity > 0 ? Side::Buy : Side::Sell;
            own.qty = Qty::whole(qint64(std::abs(leg.quantity)));
            draft.legs.push_back(own);
        }
        draft.price = PackagePrice::Mid;
    });
    return picked;
}

void StrategyBuilder::take(const Candidate &candidate)
{
    change([&](StrategyDraft &draft) {
        std::erase_if(draft.legs, [](const DraftLeg &leg) { return !leg.isHeld; });
        draft.tag.reset();
        for (const CandidateLeg &leg : candidate.legs) {
            DraftLeg own;
            own.symbol = leg.symbol;
            own.side = leg.quantity > 0 ? Side::Buy : Side::Sell;
            own.qty = Qty::whole(qint64(std::abs(leg.quantity)));
            draft.legs.push_back(own);
        }
        draft.price = PackagePrice::Natural; // as the candidate was reckoned
    });
}

void StrategyBuilder::setWhatIf(const WhatIf &whatIf)
{
    if (whatIf == m_whatIf)
        return;
    m_whatIf = whatIf;
    refresh();
}

ListedChain StrategyBuilder::listed() const
{
    return m_view ? chainlisting::chain(m_view->book()) : ListedChain();
}

OptimiserResult StrategyBuilder::search(const OptimiserRules &rules) const
{
    return strategyoptimiser::search(listed(), rules);
}

Result<ScenarioTable> StrategyBuilder::scenarios(const ScenarioAxes &axes) const
{
    if (!m_evaluation.isComplete)
        return Error { Error::Code::InvalidArgument, QStringLiteral("no complete strategy") };
    return scenarios::table(m_evaluation.strategy, m_evaluation.now, axes);
}

void StrategyBuilder::refresh()
{
    m_soon.stop();
    m_stale = !m_active;
    if (m_stale)
        return;
    m_evaluation = {};
    if (m_view)
        m_evaluation = strategyevaluation::evaluate(
            draft(), m_view->book(), m_whatIf,
            [this](const ListedChain &chain, const ListedExpiry &expiry) {
                return m_smiles.smile(chain, expiry);
            });
    emit evaluated();
}

void StrategyBuilder::onContracts(const QStringList &symbols)
{
    const StrategyDraft own = draft();
    const bool concerned = std::ranges::any_of(
        own.legs, [&](const DraftLeg &leg) { return symbols.contains(leg.symbol); });
    if (!concerned)
        return;
    m_stale = true;
    if (m_active && !m_soon.isActive())
        m_soon.start();
}

void StrategyBuilder::onDraft(const QString &underlying)
{
    if (underlying != m_underlying)
        return;
    showContracts();
    emit draftChanged();
    refresh();
}

void StrategyBuilder::showContracts()
{
    if (!m_view)
        return;
    QStringList contracts;
    if (m_active)
        for (const DraftLeg &leg : draft().legs)
            if (leg.symbol != m_underlying)
                contracts.append(leg.symbol);
    m_view->setContracts(contracts);
}

} // namespace tapeline
