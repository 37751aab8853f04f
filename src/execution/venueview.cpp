#include "easterntime.h"
#include "ledgermath.h"
#include "papervenue.h"

namespace tapeline {

using ledgermath::addHeld;

// What others see of an account: of PaperVenue.

namespace {

/// What the day has brought: the equity's growth, deposits not counted.
Money dayProfitOf(const DayMark &day, Money equity)
{
    Money profit = equity;
    addHeld(profit, -day.equity);
    addHeld(profit, -day.flows);
    return profit;
}

} // namespace

PaperAccountView PaperVenue::view(const QString &name, Timestamp at) const
{
    const Ledger &ledger = m_books.ledger();
    const DayMark &day = ledger.state().day;
    PaperAccountView view;
    view.name = name;
    view.settings = m_books.settings();
    view.figures = m_books.figures(at);
    view.deposits = ledger.deposits();
    view.dividends = ledger.dividends();
    view.interest = ledger.interest();
    view.isStopped = ledger.state().killed;
    view.isMarginCalled = m_books.isMarginCalled(at);
    if (day.date.isValid()) {
        view.dayStart = day.equity;
        view.dayProfit = dayProfitOf(day, view.figures.equity);
        view.isDayLocked = ledger.state().lossLock == day.date;
    }
    view.positions = m_books.positionRows(at);
    view.atExpiryRisk = m_books.atExpiryRisk(at);
    for (const AnnouncedDividend &dividend : m_dividends)
        if (dividend.exDay > easterntime::date(at))
            view.dividendsAhead.push_back({ dividend.symbol, dividend.amount, dividend.exDay });
    for (const QString &id : m_broker.workingIds())
        view.working.push_back(
            { *m_broker.ticket(id), m_broker.state(id), m_broker.filled(id), m_broker.sentAt(id) });
    return view;
}

} // namespace tapeline
