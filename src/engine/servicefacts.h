#pragma once

#include "barstore.h"
#include "calendardecoder.h"
#include "marketcontext.h"
#include "publishedstate.h"
#include "retrywait.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <vector>

namespace tapeline {

/// What the service knows besides bars and ticks: its time, the calendar, the list of symbols, and
/// the day's figures of those that are watched, by the cheapest way the plan has: snapshots, or two
/// requests for a whole day's closing figures on an end-of-day plan. What cannot be had is asked
/// again after a while that grows. Lives on the market thread.
class ServiceFacts : public QObject
{
    Q_OBJECT

public:
    explicit ServiceFacts(MarketContext &context, QObject *parent = nullptr);

    /// Where lists are kept that change seldom; null keeps none.
    void setStore(BarStore *store) { m_store = store; }
    bool isTimeKnown() const { return m_timeKnown; }
    /// A new source: everything anew. timeKnown() follows, whether or not the service has told it.
    void start();
    void wantFigures(const QString &symbol);
    /// Asks for the time again: it may have passed while nobody counted it.
    void checkTime();
    /// To be called a few times a second.
    void tick();

    /// The list of symbols, when more of it has come since the last call.
    std::optional<std::vector<DirectoryEntry>> takeDirectory();

signals:
    void timeKnown();

private:
    /// One that may have to be asked again.
    struct Question
    {
        quint64 request = 0;
        RetryWait retry;
    };

    /// End-of-day plans: one of the last two days that are over.
    struct Day
    {
        QDate date;
        QHash<QString, Candle> bars;
        Question question;
    };

    template<typename Answer> bool settle(Question &question, const Answer &answer);
    void askServerTime();
    void onServerTime(const MarketStatusNow &status);
    Duration clocksJumped();
    void readLists();
    void keepList(const QString &name, const QByteArray &body);
    void askLists();
    bool isFresh(Timestamp keptAsOf, Duration holds) const;
    void askHolidays();
    void askDirectory();
    void askFigures();
    void askSnapshots();
    void askLastDays();
    void askDay(Day &day);
    void onDay(Day &day, QDate date, const RestReply &reply);
    void applyDays();
    void noteSkew(Timestamp serverTime);

    MarketContext &m_context;
    BarStore *m_store = nullptr;
    quint64 m_epoch = 0; ///< of the source
    int m_listsToRead = 0; ///< that the cache has not told yet
    Timestamp m_holidaysAsOf {}; ///< when the kept ones were asked for
    Timestamp m_directoryAsOf {};
    Question m_time;
    bool m_timeKnown = false;
    Duration m_timeAskedAt {};
    Duration m_clockOffset {}; ///< of the wall's two clocks
    Question m_holidays;

    Question m_directoryPage;
    QString m_directoryNext; ///< url; empty for the first page
    std::vector<DirectoryEntry> m_directory;
    std::vector<DirectoryEntry> m_gathered; ///< of pages that are on their way to be the list
    bool m_directoryGrew = false;

    Question m_snapshots;
    QSet<QString> m_wanted; // symbols whose day figures are still to be asked for
    Day m_lastDay;
    Day m_dayBefore;
};

} // namespace tapeline
