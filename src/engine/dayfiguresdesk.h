#pragma once

#include "barsdecoder.h"
#include "markethub.h"
#include "servicequestion.h"
#include "snapshotdecoder.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <array>
#include <functional>

namespace tapeline {

/// The day's figures of symbols, as the service has them: from the snapshots of their class where
/// the plan has them, else from the bars of the last two days that are over. Lives on the market
/// thread.
class DayFiguresDesk : public QObject
{
    Q_OBJECT

public:
    explicit DayFiguresDesk(MarketContext &context, QObject *parent = nullptr);

    /// A new source.
    void reset();
    /// What depends on the time may be asked from now on.
    void onTimeKnown();
    void want(const QString &symbol);
    /// To be called a few times a second.
    void tick();

private:
    /// Who is asked together: all stocks, all futures, all others.
    enum class Group : quint8 { Stocks, Futures, Others };
    static constexpr std::array groups { Group::Stocks, Group::Futures, Group::Others };
    static Group groupOf(const QString &symbol);

    struct Snapshots
    {
        QSet<QString> wanted; ///< symbols still to be asked for
        ServiceQuestion question;
    };

    /// End-of-day plans: one of the last two days of stocks that are over.
    struct Day
    {
        QDate date;
        QHash<QString, Candle> bars;
        ServiceQuestion question;
    };

    Snapshots &snapshotsOf(Group group) { return m_snapshots[std::size_t(group)]; }
    void ask(Group group);
    void askSnapshots(Group group, const QStringList &symbols);
    void onSnapshots(Group group, const QStringList &symbols, const RestReply &reply);
    bool applyStocks(const RestReply &reply, ServiceQuestion &question);
    bool applyUniversal(Group group, const RestReply &reply, ServiceQuestion &question);
    void applyRow(const UniversalSnapshot &row);
    void refuse(const QStringList &symbols);

    void askLastDays(const QStringList &symbols);
    void askDay(Day &day);
    void onDay(Day &day, QDate date, const RestReply &reply);
    void applyDays();

    void askOwnDays(const QString &symbol);
    void onOwnDays(const QString &symbol, const Result<BarsPage> &page);

    MarketContext &m_context;
    std::array<Snapshots, groups.size()> m_snapshots;
    bool m_timeKnown = false;
    QSet<QString> m_awaitingDays; ///< stocks
    Day m_lastDay;
    Day m_dayBefore;
    QHash<QString, ServiceQuestion> m_ownDays;
};

} // namespace tapeline
