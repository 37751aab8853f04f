#pragma once

#include "marketsnapshot.h"
#include "volatilitybackfill.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace tapeline {

class DeskSession;
class MarketDispatcher;

/// Finds the implied volatilities of the past year again, of one underlying at a time, from daily
/// bars of the contracts that were at the money: charts that nobody sees, one after the other with
/// pauses, so that nothing on the screen waits for them. The cache keeps what was found: a search
/// that was left off goes on where it was.
class VolatilitySearch : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    VolatilitySearch(DeskSession &session, MarketDispatcher &dispatcher,
                     VolatilityHistory &history);
    ~VolatilitySearch() override;

    /// Begins where less than half of the last year's days is known, unless it was searched
    /// already. closes: of the underlying, adjusted. A search that is under way goes on.
    void begin(const QString &underlying, const DailyCloses &closes,
               const volatilitybackfill::Carry &carry);
    /// Another source: nothing of this one is of use any more.
    void stop();
    bool isUnderWay() const { return !m_underlying.isEmpty(); }

private:
    void take(const ChartUpdate &update);
    void openNext();
    void finish();

    DeskSession &m_session;
    VolatilityHistory &m_history;
    const MarketCalendar m_calendar;
    QSet<QString> m_searched;
    QString m_underlying; ///< empty: none is searched
    DailyCloses m_closes;
    volatilitybackfill::Carry m_carry;
    QStringList m_waiting;
    quint64 m_chart = 0; ///< of m_contract; 0: none is open
    QString m_contract;
    QTimer m_pause;
    QHash<QString, DailyCloses> m_found;
};

} // namespace tapeline
