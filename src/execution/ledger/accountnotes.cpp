#include "ledgermath.h"
#include "paperaccount.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

// What PaperAccount looks up later, and what it was told about orders and instruments.

void PaperAccount::note(const LedgerEvent &event)
{
    using enum LedgerEventKind;
    // What was paid out stays with what it paid; corrections stand
    if (event.kind == Correction || event.kind == DividendPay || event.kind == InterestPay)
        m_final.insert(event.sequence);
    if (event.kind == Correction)
        m_final.insert(event.reference);
    if (event.kind == Reset)
        m_lastReset = event.sequence;
    if (event.kind == LedgerEventKind::Fill && !event.source.isEmpty())
        addHeld(m_filled[{ event.source, event.symbol }], magnitude(event.qty));
}

/// What was said about contracts and lots, and what instruments are.
void PaperAccount::noteInstruction(const LedgerEvent &event)
{
    if (event.kind == LedgerEventKind::Designate)
        m_designated[event.source] = event.lots;
    if (event.kind == LedgerEventKind::Terms && event.instrument)
        m_instruments.learn(*event.instrument);
    if (event.kind == LedgerEventKind::Reset)
        m_doNotExercise.clear();
    if (event.kind == LedgerEventKind::Split && !event.target.isEmpty()
        && m_doNotExercise.erase(event.symbol) > 0)
        m_doNotExercise.insert(event.target); // the contract has another name
    if (event.kind != LedgerEventKind::Instruct)
        return;
    if (event.source == "do_not_exercise"_L1)
        m_doNotExercise.insert(event.symbol);
    else
        m_doNotExercise.erase(event.symbol);
}

void PaperAccount::designateLots(const QString &orderId, std::vector<quint64> lots, Timestamp at)
{
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Designate;
    event.source = orderId;
    event.lots = std::move(lots);
    writeOrStop(event);
}

/// Terms that the symbol does not tell are written down: they come back with the account.
void PaperAccount::learnFrom(const Instrument &instrument, Timestamp at)
{
    if (m_instruments.of(instrument.symbol) == instrument)
        return;
    LedgerEvent event;
    event.at = at;
    event.kind = LedgerEventKind::Terms;
    event.symbol = instrument.symbol;
    event.instrument = instrument;
    writeOrStop(event);
}

} // namespace tapeline
