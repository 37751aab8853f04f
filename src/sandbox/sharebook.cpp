#include "sharebook.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int lastDividendYear = 2060;

/// What is paid a year, as a part of the price.
struct NamedYield
{
    QLatin1String symbol;
    double yield;
};
constexpr std::array namedYields {
    NamedYield { "AAPL"_L1, 0.0050 }, NamedYield { "MSFT"_L1, 0.0080 },
    NamedYield { "NVDA"_L1, 0.0008 }, NamedYield { "TSLA"_L1, 0 },
    NamedYield { "AMD"_L1, 0 },       NamedYield { "AMZN"_L1, 0 },
    NamedYield { "META"_L1, 0.0035 }, NamedYield { "JPM"_L1, 0.0210 },
    NamedYield { "XOM"_L1, 0.0350 },  NamedYield { "KO"_L1, 0.0290 },
    NamedYield { "IBM"_L1, 0.0250 },  NamedYield { "BAC"_L1, 0.0220 },
    NamedYield { "SPY"_L1, 0.0115 },  NamedYield { "QQQ"_L1, 0.0055 },
};

const NamedYield *named(const InstrumentTraits &traits)
{
    const auto found
        = std::find_if(namedYields.begin(), namedYields.end(),
                       [&](const NamedYield &row) { return traits.info.symbol == row.symbol; });
    return found == namedYields.end() ? nullptr : &*found;
}

struct Ratio
{
    int from;
    int to;
};
constexpr std::array usualRatios { Ratio { 1, 2 }, Ratio { 1, 3 },  Ratio { 1, 4 },
                                   Ratio { 1, 5 }, Ratio { 1, 10 }, Ratio { 2, 3 } };

Price cents(double dollars)
{
    return Price::fromUnits(std::max<qint64>(1, std::llround(dollars * 100))
                            * (Price::unitsPerOne / 100));
}

} // namespace

double ShareHistory::scaleOn(QDate date) const
{
    double scale = 1;
    for (const SandboxSplit &split : splits)
        if (date < split.executed)
            scale = scale * split.to / split.from;
    return scale;
}

double ShareHistory::gathered(int weekday, bool atClose) const
{
    // The dividend that goes ex after this day (on it, for its open: nothing is left by then)
    const auto next = std::upper_bound(exWeekdays.begin(), exWeekdays.end(), weekday);
    if (next == exWeekdays.end())
        return 0;
    constexpr int quarter = 65; // weekdays
    const int since = next == exWeekdays.begin() ? *next - quarter : *std::prev(next);
    const int gone = std::max(0, weekday + (atClose ? 1 : 0) - since);
    return drops[static_cast<std::size_t>(next - exWeekdays.begin())] * gone / (*next - since);
}

CompanyTide ShareHistory::tideOn(int weekday) const
{
    CompanyTide tide;
    if (exWeekdays.empty())
        return tide;
    // A day's open stands where the day before it closed, but for what it goes ex
    tide.before = tide.open = gathered(weekday, false);
    tide.close = tide.nextOpen = gathered(weekday, true);
    return tide;
}

ShareBook::ShareBook(quint64 seed, const MarketCalendar &calendar)
    : m_seed(seed)
    , m_calendar(calendar)
    , m_path(seed)
{
}

const ShareHistory &ShareBook::of(const InstrumentTraits &traits) const
{
    const auto [kept, isNew] = m_kept.try_emplace(traits.key);
    if (isNew) {
        addSplits(traits, kept->second);
        addDividends(traits, kept->second);
    }
    return kept->second;
}

InstrumentTraits ShareBook::traitsOn(const InstrumentTraits &traits, QDate date) const
{
    const double scale = of(traits).scaleOn(date);
    if (scale == 1)
        return traits;
    InstrumentTraits then = traits;
    then.info.anchorPrice *= scale;
    then.info.averageDailyVolume /= scale;
    then.info.sharesOutstanding /= scale;
    // Of dearer shares fewer are bought at a time, and less often
    then.tradesPerDay /= std::sqrt(scale);
    then.depthLots = std::max(1.0, then.depthLots / std::sqrt(scale));
    return then;
}

double ShareBook::dividendYield(const InstrumentTraits &traits)
{
    if (const NamedYield *row = named(traits))
        return row->yield;
    if (traits.info.type == "ETF"_L1)
        return 0;
    SplitMix64 draws(mixKeys(traits.key, quint64(DrawPurpose::Dividends)));
    return chance(draws, 0.45) ? between(draws, 0.008, 0.04) : 0;
}

QDate ShareBook::tradingDayFrom(QDate date) const
{
    return m_calendar.isTradingDay(date) ? date : m_calendar.nextTradingDay(date);
}

QDate ShareBook::tradingDayBefore(QDate date, int days) const
{
    const QDate day = date.addDays(-days);
    return m_calendar.isTradingDay(day) ? day : m_calendar.previousTradingDay(day);
}

void ShareBook::addSplits(const InstrumentTraits &traits, ShareHistory &history) const
{
    if (traits.info.type == "ETF"_L1)
        return;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Splits, traits.key);
    const bool known = named(traits) != nullptr;
    const bool isCheap = traits.info.anchorPrice < 40;
    // The ten years before the anchor's; nothing close to its end, so that today's prices hold
    QDate date = QDate(2016, 3, 1).addDays(qint64(draws.below(3'100)));
    const QDate last(2025, 9, 30);
    double left = known ? 0.6 : 0.1;
    while (date <= last && chance(draws, left)) {
        const Ratio ratio
            = !known && isCheap ? Ratio { 3, 1 } : usualRatios[draws.below(usualRatios.size())];
        const QDate executed = tradingDayFrom(date);
        if (executed > traits.info.listed.addYears(1))
            history.splits.push_back(
                { tradingDayBefore(executed, 24), executed, ratio.from, ratio.to });
        date = date.addDays(700 + qint64(draws.below(1'500)));
        left = known ? 0.3 : 0;
    }
}

void ShareBook::addDividends(const InstrumentTraits &traits, ShareHistory &history) const
{
    const double yield = dividendYield(traits);
    if (yield <= 0)
        return;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Dividends, traits.key);
    const int firstMonth = 1 + static_cast<int>(draws.below(3));
    const int dayOfMonth = 4 + static_cast<int>(draws.below(20));
    const int declaredBefore = 18 + static_cast<int>(draws.below(12));
    const int paidAfter = 10 + static_cast<int>(draws.below(20));
    for (int year = traits.info.listed.year() + 1; year <= lastDividendYear; ++year) {
        // Raised once a year, never cut
        const double growing = PricePath::trend(traits, weekdayIndex(QDate(year, 1, 2)));
        const double yearly = yield * (traits.yearlyGrowth > 0 ? growing : traits.info.anchorPrice);
        for (int quarter = 0; quarter < 4; ++quarter) {
            SandboxDividend dividend;
            dividend.exDate = tradingDayFrom(QDate(year, firstMonth + 3 * quarter, dayOfMonth));
            dividend.declared = tradingDayBefore(dividend.exDate, declaredBefore);
            // Since 2024-05-28 trades settle in a day, and the record is taken on the ex-date
            dividend.record = dividend.exDate >= QDate(2024, 5, 28)
                ? dividend.exDate
                : m_calendar.nextTradingDay(dividend.exDate);
            dividend.paid = tradingDayFrom(dividend.exDate.addDays(paidAfter));
            const double scale = history.scaleOn(dividend.exDate);
            dividend.amount = cents(yearly / 4 * scale);
            const int weekday = weekdayIndex(dividend.exDate);
            const double before = std::exp(m_path.day(traits, weekday).before) * scale;
            history.drops.push_back(std::log1p(dividend.amount.toDouble() / before));
            history.exWeekdays.push_back(weekday);
            history.dividends.push_back(dividend);
        }
    }
}

} // namespace tapeline
