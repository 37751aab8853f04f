#include "newsbook.h"

#include "easterntime.h"
#include "keyeddraws.h"

#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// A standard deviation and a half: about one day in ten.
constexpr double muchMoved = 1.5;

struct Story
{
    QLatin1String title; ///< %1 is the company
    QLatin1String reason;
    QLatin1String keyword;
};

constexpr std::array goodStories {
    Story { "%1 raises its outlook for the year"_L1, "A better outlook lifts expectations."_L1,
            "outlook"_L1 },
    Story { "%1 wins a large contract"_L1, "New business adds to expected revenue."_L1,
            "contracts"_L1 },
    Story { "Analysts turn more favorable on %1"_L1, "Analysts expect more of the company."_L1,
            "ratings"_L1 },
    Story { "%1 announces a share buyback"_L1, "Fewer shares raise earnings per share."_L1,
            "buyback"_L1 },
    Story { "%1 presents a new product to strong demand"_L1,
            "Early orders exceed what was planned."_L1, "products"_L1 },
};
constexpr std::array badStories {
    Story { "%1 lowers its outlook for the year"_L1, "A weaker outlook disappoints."_L1,
            "outlook"_L1 },
    Story { "%1 faces an inquiry by its regulator"_L1,
            "An inquiry makes the future less certain."_L1, "regulation"_L1 },
    Story { "Analysts turn less favorable on %1"_L1, "Analysts expect less of the company."_L1,
            "ratings"_L1 },
    Story { "%1 reports a delay in its supply chain"_L1, "Delays cost revenue this quarter."_L1,
            "supply chain"_L1 },
    Story { "A large customer of %1 cuts its orders"_L1, "Fewer orders lower expected revenue."_L1,
            "customers"_L1 },
};
constexpr std::array quietStories {
    Story { "%1 to speak at an industry conference"_L1,
            "A talk changes nothing for the business."_L1, "events"_L1 },
    Story { "%1 names a new member of its board"_L1, "The change was expected."_L1,
            "management"_L1 },
    Story { "%1 opens a new office"_L1, "The cost is small."_L1, "company"_L1 },
    Story { "What to know about %1 this week"_L1, "A summary of what is known."_L1, "company"_L1 },
};

template<std::size_t count>
const Story &drawn(const std::array<Story, count> &stories, SplitMix64 &draws)
{
    return stories[draws.below(count)];
}

QString dollars(double amount)
{
    return u'$' + QLocale::c().toString(amount, 'f', 2);
}

Duration minutesOfDay(SplitMix64 &draws, Duration from, Duration to)
{
    return from + std::chrono::minutes(draws.below(quint64((to - from) / 1min)));
}

} // namespace

/// One company's day at the news desk.
struct NewsBook::Desk
{
    const InstrumentTraits &traits;
    QDate date;
    SplitMix64 draws;
    std::vector<SandboxNews> &out;

    SandboxNews &write(Timestamp published, const QString &what, NewsTone tone, QString reason,
                       const QString &keyword)
    {
        static constexpr std::array authors { "A. Simulated", "B. Invented", "C. Imagined",
                                              "The Market Simulation" };
        SandboxNews news;
        news.id = mixKeys(draws.next(), traits.key, quint64(toNs(published)));
        news.published = published;
        news.title = u"Simulated: "_s + what;
        news.description
            = u"%1. This news is invented: it belongs to the simulated market of "
              u"Tapeline and tells nothing about the real %2."_s.arg(what, traits.info.name);
        news.author = QString::fromLatin1(authors[draws.below(authors.size())]);
        news.symbols = { traits.info.symbol };
        news.keywords = { u"simulated"_s, keyword };
        news.tone = tone;
        news.reasoning = std::move(reason);
        out.push_back(std::move(news));
        return out.back();
    }
    void write(Timestamp published, const Story &story, NewsTone tone)
    {
        write(published, QString(story.title).arg(traits.info.name), tone, story.reason,
              story.keyword);
    }

    void tellReport(const SandboxReport &report)
    {
        const bool better = report.income.earningsPerShare > report.estimatedEarnings;
        const QString title = better ? u"%1 earned more than expected in Q%2: %3 a share"_s
                                     : u"%1 earned less than expected in Q%2: %3 a share"_s;
        const QString reason = u"Earnings of %1 a share against an estimate of %2."_s.arg(
            dollars(report.income.earningsPerShare), dollars(report.estimatedEarnings));
        write(report.published,
              title.arg(traits.info.name)
                  .arg(report.quarter.number())
                  .arg(dollars(report.income.earningsPerShare)),
              better ? NewsTone::Positive : NewsTone::Negative, reason, u"earnings"_s);
    }
    void tellShares(const ShareHistory &history)
    {
        for (const SandboxDividend &dividend : history.dividends)
            if (dividend.declared == date)
                write(easterntime::at(date, minutesOfDay(draws, 8h, 17h)),
                      u"%1 declares a quarterly dividend of %2 a share"_s.arg(
                          traits.info.name, dollars(dividend.amount.toDouble())),
                      NewsTone::Neutral, u"The dividend follows the usual calendar."_s,
                      u"dividends"_s);
        for (const SandboxSplit &split : history.splits)
            if (split.announced == date)
                write(easterntime::at(date, minutesOfDay(draws, 8h, 17h)),
                      u"%1 announces a %2-for-%3 split"_s.arg(traits.info.name)
                          .arg(split.to)
                          .arg(split.from),
                      NewsTone::Neutral, u"A split changes the number of shares alone."_s,
                      u"splits"_s);
    }
    /// Told before most of the move: at night where the night made it, else right after the open.
    void tellMove(const LogDay &day, double move, bool wasReported)
    {
        if (std::abs(move) < muchMoved || wasReported) {
            if (chance(draws, 0.06))
                write(easterntime::at(date, minutesOfDay(draws, 8h, 17h)),
                      drawn(quietStories, draws), NewsTone::Neutral);
            return;
        }
        const double night = (day.open - day.before) / (day.close - day.before);
        const Duration time = night > 0.5 ? minutesOfDay(draws, 6h + 30min, 9h + 15min)
                                          : minutesOfDay(draws, 9h + 15min, 9h + 35min);
        const bool rises = move > 0;
        write(easterntime::at(date, time),
              rises ? drawn(goodStories, draws) : drawn(badStories, draws),
              rises ? NewsTone::Positive : NewsTone::Negative);
    }
    void tellMarket(double move)
    {
        const NewsTone tone = move > 0.5 ? NewsTone::Positive
            : move < -0.5                ? NewsTone::Negative
                                         : NewsTone::Neutral;
        const QString title = tone == NewsTone::Positive ? u"Stocks look set for gains"_s
            : tone == NewsTone::Negative                 ? u"Stocks look set for losses"_s
                                                         : u"Stocks look set for a quiet day"_s;
        write(easterntime::at(date, 8h + 30min), title, tone,
              u"Futures and foreign markets point this way."_s, u"markets"_s)
            .symbols.append(u"QQQ"_s);
    }
};

NewsBook::NewsBook(quint64 seed, const MarketCalendar &calendar, const ShareBook &shares,
                   const EarningsBook &earnings)
    : m_seed(seed)
    , m_calendar(calendar)
    , m_shares(shares)
    , m_earnings(earnings)
    , m_path(seed)
{
}

bool NewsBook::writesOfOthers(const InstrumentTraits &traits)
{
    return traits.info.symbol == "SPY"_L1;
}

void NewsBook::news(const InstrumentTraits &traits, QDate date, std::vector<SandboxNews> &out) const
{
    if (!m_calendar.isTradingDay(date) || date < traits.info.listed)
        return;
    const int weekday = weekdayIndex(date);
    Desk desk { traits, date, keyedDraws(m_seed, DrawPurpose::News, traits.key, quint64(weekday)),
                out };
    const auto &today = m_earnings.reactionOn(traits, date);
    if (today && !today->afterClose)
        desk.tellReport(*today);
    const auto &tomorrow = m_earnings.reactionOn(traits, m_calendar.nextTradingDay(date));
    if (tomorrow && tomorrow->afterClose)
        desk.tellReport(*tomorrow);
    desk.tellShares(m_shares.of(traits));

    LogDay day = m_path.day(traits, weekday);
    day.before = m_path.day(traits, weekdayIndex(m_calendar.previousTradingDay(date))).close;
    const double move = (day.close - day.before) / traits.info.dailyVolatility;
    if (writesOfOthers(traits))
        desk.tellMarket(move);
    else
        desk.tellMove(day, move, today.has_value());
}

} // namespace tapeline
