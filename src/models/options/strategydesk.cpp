#include "strategydesk.h"

#include "instrument.h"

namespace tapeline {

StrategyDraft StrategyDesk::draft(const QString &underlying) const
{
    const auto found = m_drafts.find(underlying);
    if (found != m_drafts.end())
        return found->second;
    StrategyDraft empty;
    empty.underlying = underlying;
    return empty;
}

void StrategyDesk::setDraft(StrategyDraft draft)
{
    if (draft.isEmpty())
        draft.tag.reset(); // what is built next is something else
    if (draft == this->draft(draft.underlying))
        return;
    m_drafts[draft.underlying] = draft;
    emit draftChanged(draft.underlying);
}

void StrategyDesk::addLeg(const QString &symbol, Side side)
{
    if (const Result<Instrument> instrument = instrumentFromSymbol(symbol))
        addLegTo(instrument->option ? instrument->option->underlying : symbol, symbol, side);
}

void StrategyDesk::addLegTo(const QString &underlying, const QString &symbol, Side side)
{
    const StrategyDraft before = draft(underlying);
    const StrategyDraft after
        = strategydrafts::repriced(strategydrafts::withLeg(before, symbol, side), before);
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
