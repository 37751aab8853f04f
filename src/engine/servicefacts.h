#pragma once

#include "calendardecoder.h"
#include "dayfiguresdesk.h"
#include "keptlists.h"
#include "marketcontext.h"
#include "servicequestion.h"
#include "symboldirectory.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tapeline {

/// What the service knows besides bars and ticks: its time, the calendar, the list of symbols, and
/// the day's figures of those that are watched. What cannot be had is asked again after a while
/// that grows. Lives on the market thread.
class ServiceFacts : public QObject
{
    Q_OBJECT

public:
    explicit ServiceFacts(MarketContext &context, QObject *parent = nullptr);

    /// Where lists are kept that change seldom; null keeps none.
    void setStore(BarStore *store) { m_lists.setStore(store); }
    bool isTimeKnown() const { return m_timeKnown; }
    /// A new source: everything anew. timeKnown() follows, whether or not the service has told it.
    void start();
    void wantFigures(const QString &symbol) { m_figures.want(symbol); }
    /// Asks for the time again: it may have passed while nobody counted it.
    void checkTime();
    /// To be called a few times a second.
    void tick();

    /// The list of symbols, when more of it has come since the last call.
    std::optional<std::vector<DirectoryEntry>> takeDirectory() { return m_directory.take(); }

signals:
    void timeKnown();

private:
    void askServerTime();
    void onServerTime(const MarketStatusNow &status);
    Duration clocksJumped();
    void readHolidays();
    void askHolidays();
    void noteSkew(Timestamp serverTime);

    MarketContext &m_context;
    KeptLists m_lists { m_context };
    DayFiguresDesk m_figures { m_context, this };
    SymbolDirectory m_directory { m_context, m_lists, this };
    ServiceQuestion m_time;
    bool m_timeKnown = false;
    Duration m_timeAskedAt {};
    Duration m_clockOffset {}; ///< of the wall's two clocks
    ServiceQuestion m_holidays;
    bool m_holidaysRead = false; ///< the cache has told
    Timestamp m_holidaysAsOf {}; ///< when the kept ones were asked for
};

} // namespace tapeline
