#include "futuresreference.h"

#include "easterntime.h"
#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t cachedSessions = 40;
constexpr auto fundMorning = 4h; // Eastern: the fund's first prints
constexpr auto settlementTime = 16h;
constexpr double nightDeviation = 0.0025; // of a night's walk, as a share of the price
constexpr double secondsInMinute = 60;

std::vector<std::unique_ptr<TapeModel>> only(std::unique_ptr<TapeModel> model)
{
    std::vector<std::unique_ptr<TapeModel>> models;
    models.push_back(std::move(model));
    return models;
}

int minuteOf(const TapeSession &session, Timestamp time)
{
    return static_cast<int>((time - session.start) / 1min);
}

} // namespace

IndexReference::IndexReference(quint64 seed, std::shared_ptr<const SandboxMarket> market,
                               std::shared_ptr<const IndexTape> tape, int index)
    : m_seed(seed)
    , m_market(std::move(market))
    , m_tape(std::move(tape))
    , m_index(index)
    , m_fund(m_market->indexOf(sandboxIndices()[std::size_t(index)].fund))
    , m_levels(cachedSessions)
{
}

const IndexReference::Levels &IndexReference::levelsOf(const TapeSession &session) const
{
    return m_levels.get(quint64(session.date.toJulianDay()), [&] { return readLevels(session); });
}

IndexReference::Levels IndexReference::readLevels(const TapeSession &session) const
{
    const QDate date = session.date;
    const Timestamp morning = easterntime::at(date, fundMorning);
    const auto value
        = [&](Price price) { return m_tape->valueOf(m_index, date, price.toDouble()); };
    const auto before = m_market->day(m_fund, m_market->calendar().previousTradingDay(date));
    const auto today = m_market->day(m_fund, date);
    const std::vector<Candle> traded = m_market->minutes(m_fund, morning, session.end());
    Levels levels;
    if (!before || !today || traded.empty())
        return levels;
    levels.minutes.resize(std::size_t(session.minutes));
    Prices &prices = levels.prices;
    prices.open = value(before->candle.close);
    levels.settlement = value(today->candle.close);
    walkOvernight(session, prices.open, value(traded.front().open), levels.minutes);
    double level = value(traded.front().open);
    auto next = traded.begin();
    for (int m = minuteOf(session, morning); m < session.minutes; ++m) {
        if (next != traded.end() && next->start == session.startOf(m))
            level = value((next++)->close);
        levels.minutes[std::size_t(m)] = level;
    }
    prices.close = level;
    prices.high = *std::max_element(levels.minutes.begin(), levels.minutes.end());
    prices.low = *std::min_element(levels.minutes.begin(), levels.minutes.end());
    for (const Candle &minute : traded) {
        prices.high = std::max(prices.high, value(minute.high));
        prices.low = std::min(prices.low, value(minute.low));
    }
    prices.high = std::max(prices.high, prices.open);
    prices.low = std::min(prices.low, prices.open);
    return levels;
}

/// A bridge between two levels, from the session's start to the fund's morning.
void IndexReference::walkOvernight(const TapeSession &session, double from, double to,
                                   std::vector<double> &minutes) const
{
    const int count = minuteOf(session, easterntime::at(session.date, fundMorning));
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::TapeWalk, quint64(m_index), session.date.toJulianDay());
    double level = 0;
    for (int m = 0; m < count; ++m) {
        level += bell(draws);
        minutes[std::size_t(m)] = level;
    }
    const double scale = from * nightDeviation / std::sqrt(double(count));
    for (int m = 0; m < count; ++m) {
        const double share = double(m + 1) / count;
        double &minute = minutes[std::size_t(m)];
        minute = from + (to - from) * share + (minute - level * share) * scale;
    }
}

FuturesReference::Prices IndexReference::prices(const TapeSession &session) const
{
    return levelsOf(session).prices;
}

double IndexReference::settlement(const TapeSession &session) const
{
    return levelsOf(session).settlement;
}

std::vector<double> IndexReference::minuteLevels(const TapeSession &session) const
{
    return levelsOf(session).minutes;
}

std::vector<double> IndexReference::secondLevels(const TapeSession &session, int minute) const
{
    const Timestamp start = session.startOf(minute);
    std::vector<double> seconds(static_cast<std::size_t>(secondsInMinute));
    const std::vector<double> minutes = minuteLevels(session);
    const double open = minute > 0 ? minutes[std::size_t(minute - 1)] : prices(session).open;
    const std::vector<Candle> traded = start < easterntime::at(session.date, fundMorning)
        ? std::vector<Candle>()
        : m_market->seconds(m_fund, start, start + 1min);
    auto next = traded.begin();
    double level = traded.empty()
        ? open
        : m_tape->valueOf(m_index, session.date, traded.front().open.toDouble());
    for (std::size_t s = 0; s < seconds.size(); ++s) {
        if (traded.empty())
            level = open + (minutes[std::size_t(minute)] - open) * double(s + 1) / secondsInMinute;
        else if (next != traded.end() && next->start == start + std::chrono::seconds(s))
            level = m_tape->valueOf(m_index, session.date, (next++)->close.toDouble());
        seconds[s] = level;
    }
    return seconds;
}

WalkReference::WalkReference(quint64 seed, const WalkTraits &traits)
    : m_tape(seed, only(std::make_unique<WalkModel>(seed, traits)))
    , m_tick(traits.tick.toDouble())
{
}

std::vector<double> WalkReference::dollars(const std::vector<qint32> &ticks) const
{
    std::vector<double> levels;
    levels.reserve(ticks.size());
    for (const qint32 tick : ticks)
        levels.push_back(tick * m_tick);
    return levels;
}

FuturesReference::Prices WalkReference::prices(const TapeSession &session) const
{
    const PathBar path = m_tape.model(0).outline(session).path;
    return { path.open * m_tick, path.high * m_tick, path.low * m_tick, path.close * m_tick };
}

double WalkReference::settlement(const TapeSession &session) const
{
    const std::vector<double> minutes = minuteLevels(session);
    const int last = minuteOf(session, easterntime::at(session.date, settlementTime)) - 1;
    return minutes.empty() ? 0 : minutes[std::size_t(last)];
}

std::vector<double> WalkReference::minuteLevels(const TapeSession &session) const
{
    return dollars(m_tape.minuteCloses(0, session.date));
}

std::vector<double> WalkReference::secondLevels(const TapeSession &session, int minute) const
{
    return dollars(m_tape.secondCloses(0, session.date, minute));
}

} // namespace tapeline
