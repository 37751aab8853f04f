#include "strategydesk.h"

#include "instrument.h"

namespace tapeline {

StrategyDraft &StrategyDesk::at(const QString &underlying)
{
    StrategyDraft &draft = m_drafts[underlying];
    draft.underlying = underlying;
    return draft;
}

const StrategyDraft &StrategyDesk::draft(const QString &underlying) const
{
    StrategyDraft &draft = m_drafts[underlying];
    draft.underlying = underlying;
    return draft;
}

void StrategyDesk::setDraft(const StrategyDraft &draft)
{
    StrategyDraft &own = at(draft.underlying);
    if (own == draft)
        return;
    own = draft;
    emit draftChanged(draft.underlying);
}

void StrategyDesk::addLeg(const QString &symbol, Side side)
{
    if (const Result<Instrument> instrument = instrumentFromSymbol(symbol))
        addLegTo(instrument->option ? instrument->option->underlying : symbol, symbol, side);
}

void StrategyDesk::addLegTo(const QString &underlying, const QString &symbol, Side side)
{
    const StrategyDraft &before = draft(underlying);
    const StrategyDraft after = strategydrafts::withLeg(before, symbol, side);
    if (after == before)
        emit full(underlying);
    setDraft(after);
    emit wanted(underlying);
}

void StrategyDesk::load(const StrategyDraft &draft)
{
    setDraft(draft);
    emit wanted(draft.underlying);
}

} // namespace tapeline
