#pragma once

#include "marketcontext.h"
#include "publishedstate.h"

#include <QObject>
#include <QSet>

#include <optional>
#include <vector>

namespace tapeline {

/// What the service knows besides bars and ticks: its time, the calendar, the list of symbols, and
/// the day's figures of those that are watched, by the cheapest way the plan has: snapshots, or two
/// requests for a whole day's closing figures on an end-of-day plan. Lives on the market thread.
class ServiceFacts : public QObject
{
    Q_OBJECT

public:
    explicit ServiceFacts(MarketContext &context, QObject *parent = nullptr);

    bool isTimeKnown() const { return m_timeKnown; }
    /// A new source: everything anew. timeKnown() follows, whether or not the service has told it.
    void start();
    void wantFigures(const QString &symbol);

    /// The list of symbols, when more of it has come since the last call.
    std::optional<std::vector<DirectoryEntry>> takeDirectory();

signals:
    void timeKnown();
    void figuresChanged();

private:
    void askServerTime();
    void askHolidays();
    void askDirectory(const QString &nextUrl);
    void askFigures();
    void askSnapshots();
    void askLastDays();
    void askDay(QDate date);
    void applyDays();
    void noteSkew(Timestamp serverTime);

    MarketContext &m_context;
    QSet<QString> m_wanted; // symbols whose day figures are still to be asked for
    bool m_underWay = false;
    bool m_timeKnown = false;
    std::vector<DirectoryEntry> m_directory;
    bool m_directoryGrew = false;

    // End-of-day plans: the last two days that are over
    struct Day
    {
        QDate date;
        QHash<QString, Candle> bars;
    };
    Day m_lastDay;
    Day m_dayBefore;
};

} // namespace tapeline
