#pragma once

#include "barplan.h"
#include "marketcalendar.h"
#include "pricepath.h"
#include "sandboxinstruments.h"
#include "splitmix64.h"

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// A stretch of a day with one character; times of day are seconds since midnight in New York.
struct SessionPlan
{
    int firstSecond = 0;
    int minutes = 0;
    BarPlan bar; ///< crosses at the start of or within the session included
    PathBar reference; ///< prices to quote around even when nothing is traded
    double deviation = 0; ///< of the log price over the session
};

struct HaltPlan
{
    int firstSecond = 0; ///< the first without a trade
    int reopening = 0; ///< the second of the reopening print
    qint64 volume = 0; ///< of the reopening print
    bool atHigh = false; ///< the pause follows a run to the day's high, else to its low
};

/// A block reported after the tape's hours.
struct LatePrint
{
    int second = 0;
    qint32 price = 0;
    qint64 size = 0;
};

/// Everything about one instrument's day that is known before it is split: the top of the
/// hierarchy.
struct DayPlan
{
    QDate date;
    Timestamp midnight {};
    int weekday = 0;
    bool earlyClose = false;
    int lot = 100; ///< shares of a round lot, by price class
    double turbulence = 1; ///< the day's deviation over an average day's
    SessionPlan pre;
    SessionPlan regular;
    SessionPlan post;
    qint64 openingCross = 0; ///< shares, part of the regular session
    qint32 closingPrice = 0;
    qint64 closingCross = 0;
    qint64 closingCrossAt = 0; ///< nanoseconds after the regular close
    std::vector<LatePrint> late; ///< ascending by second
    std::optional<HaltPlan> halt;

    int preOpenSecond() const { return pre.firstSecond; }
    int postCloseSecond() const { return post.firstSecond + post.minutes * 60; }
    int minuteCount() const { return pre.minutes + regular.minutes + post.minutes; }
    /// The session that holds a minute counted from the start of the pre-market.
    const SessionPlan &sessionOfMinute(int minute) const;
    bool isRegular(int secondOfDay) const
    {
        return secondOfDay >= regular.firstSecond && secondOfDay < post.firstSecond;
    }
    bool isPaused(int secondOfDay) const
    {
        return halt && secondOfDay >= halt->firstSecond && secondOfDay < halt->reopening;
    }
    Timestamp at(int secondOfDay) const { return midnight + std::chrono::seconds(secondOfDay); }
};

/// What a company's doings change about one day, in log price: nothing on most.
struct CompanyTide
{
    double before = 0; ///< at the previous close, stated without the dividend this day goes ex
    double open = 0;
    double close = 0;
    double nextOpen = 0; ///< of the next day, stated with the dividend that one goes ex
    double activity = 1; ///< times the usual one
};

/// Draws days along the PricePath. The day's high and low are those of a Brownian bridge between
/// open and close (exact maximum by inversion). exp and log results are rounded to ticks.
class DayPlanner
{
public:
    explicit DayPlanner(quint64 seed);

    /// date is a trading day of this session, at or after the listing.
    DayPlan plan(const InstrumentTraits &traits, const TradingSession &session,
                 const CompanyTide &tide = {}) const;

private:
    void planPaths(const InstrumentTraits &traits, const CompanyTide &tide, DayPlan &day,
                   SplitMix64 &draws) const;

    quint64 m_seed;
    PricePath m_path;
};

} // namespace tapeline
