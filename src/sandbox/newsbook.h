#pragma once

#include "earningsbook.h"

#include <QStringList>

#include <vector>

namespace tapeline {

enum class NewsTone : quint8 { Negative, Neutral, Positive };

/// An invented article. Its text says that it is simulated.
struct SandboxNews
{
    quint64 id = 0;
    Timestamp published {};
    QString title;
    QString description;
    QString author;
    QStringList symbols; ///< the first is the one it is about
    QStringList keywords;
    NewsTone tone = NewsTone::Neutral; ///< for the first symbol
    QString reasoning;
};

/// News of every company, keyed by (seed, symbol, day): reports, dividends and splits when they are
/// told, a reason for each day on which the price moves much (told before the move), now and then
/// something that moves nothing, and a look at the market each morning.
class NewsBook
{
public:
    /// All must outlive the book.
    NewsBook(quint64 seed, const MarketCalendar &calendar, const ShareBook &shares,
             const EarningsBook &earnings);

    /// Whether news of this instrument may be about others as well.
    static bool writesOfOthers(const InstrumentTraits &traits);
    /// Of one trading day, appended in no order.
    void news(const InstrumentTraits &traits, QDate date, std::vector<SandboxNews> &out) const;

private:
    struct Desk;

    quint64 m_seed;
    const MarketCalendar &m_calendar;
    const ShareBook &m_shares;
    const EarningsBook &m_earnings;
    PricePath m_path;
};

} // namespace tapeline
