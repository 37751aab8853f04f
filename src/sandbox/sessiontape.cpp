#include "sessiontape.h"

#include "keyeddraws.h"
#include "markethours.h"
#include "printpath.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t cachedSessions = 160;
constexpr std::size_t cachedMinutes = 512;
constexpr std::size_t cachedSeconds = 512;
constexpr int longestSearch = 40; // days back for a last print

quint64 cacheKey(int number, const TapeSession &session, int part)
{
    return (quint64(number) << 52) | (quint64(session.date.toJulianDay()) << 24) | quint64(part);
}

/// Bars put together from finer ones and from prints, in order of time.
class PlanSum
{
public:
    void add(const BarPlan &finer)
    {
        if (!finer.isActive())
            return;
        include(finer.path);
        m_sum.activity.prints += finer.activity.prints;
        m_sum.activity.volume += finer.activity.volume;
    }
    void add(const TapePrint &print)
    {
        include({ print.price, print.price, print.price, print.price });
        ++m_sum.activity.prints;
        m_sum.activity.volume += print.volume;
    }
    const BarPlan &plan() const { return m_sum; }

private:
    void include(const PathBar &path)
    {
        if (!m_sum.isActive())
            m_sum.path = { path.open, path.high, path.low, path.close };
        m_sum.path.high = std::max(m_sum.path.high, path.high);
        m_sum.path.low = std::min(m_sum.path.low, path.low);
        m_sum.path.close = path.close;
    }

    BarPlan m_sum;
};

int secondsBetween(Timestamp from, Timestamp to)
{
    return static_cast<int>(std::chrono::floor<std::chrono::seconds>(to - from).count());
}

/// The first slot of a width that starts at an instant or after it.
int slotFrom(const TapeSession &session, Timestamp time, std::chrono::seconds width)
{
    const auto since = std::max<Duration>(time - session.start, Duration::zero());
    return static_cast<int>((since + width - 1ns) / width);
}

} // namespace

SessionTape::SessionTape(quint64 seed, std::vector<std::unique_ptr<TapeModel>> models)
    : m_seed(seed)
    , m_models(std::move(models))
    , m_minutes(cachedSessions)
    , m_seconds(cachedMinutes)
    , m_prints(cachedSeconds)
{
}

SessionTape::~SessionTape() = default;

const SessionTape::Minutes *SessionTape::minutesOf(int number, QDate date) const
{
    const TapeModel &tape = model(number);
    const std::optional<TapeSession> session = tape.session(date);
    if (!session)
        return nullptr;
    return &m_minutes.get(cacheKey(number, *session, 0), [&] {
        Minutes made { *session, tape.outline(*session), {} };
        made.minutes.resize(std::size_t(session->minutes));
        if (!made.bar.isActive())
            return made;
        m_shape.resize(made.minutes.size());
        tape.shapeSession(*session, made.bar, m_shape);
        SplitMix64 draws
            = keyedDraws(m_seed, DrawPurpose::Minute, tape.key(), session->date.toJulianDay());
        const SlotSketch sketch { .weights = m_shape.weights,
                                  .walk = m_shape.walk,
                                  .reach = m_shape.reach,
                                  .pinned = {},
                                  .lot = 1,
                                  .bounce = m_shape.bounce };
        m_refiner.refine(made.bar, sketch, draws, made.minutes);
        return made;
    });
}

const SessionTape::Seconds &SessionTape::secondsOf(int number, const Minutes &day, int minute) const
{
    return m_seconds.get(cacheKey(number, day.session, minute), [&] {
        Seconds made;
        const BarPlan &bar = day.minutes[std::size_t(minute)];
        if (!bar.isActive())
            return made;
        const TapeModel &tape = model(number);
        m_shape.resize(made.size());
        tape.shapeMinute(day.session, minute, bar, m_shape);
        SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Second, tape.key(),
                                      day.session.date.toJulianDay(), minute);
        const SlotSketch sketch { .weights = m_shape.weights,
                                  .walk = m_shape.walk,
                                  .reach = m_shape.reach,
                                  .pinned = {},
                                  .lot = 1,
                                  .bounce = m_shape.bounce };
        m_refiner.refine(bar, sketch, draws, made);
        return made;
    });
}

const std::vector<TapePrint> &SessionTape::printsOf(int number, const Minutes &day,
                                                    int second) const
{
    return m_prints.get(cacheKey(number, day.session, second), [&] {
        const BarPlan bar = secondsOf(number, day, second / 60)[std::size_t(second % 60)];
        std::vector<TapePrint> made;
        if (!bar.isActive())
            return made;
        SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Tick, model(number).key(),
                                      day.session.date.toJulianDay(), second);
        const Timestamp start = day.session.start + std::chrono::seconds(second);
        for (const PathPrint &print : printPath(bar, draws)) {
            made.push_back({ .time = start + print.offset,
                             .price = print.price,
                             .volume = print.volume,
                             .ofSecond = static_cast<int>(made.size()),
                             .isBuy = print.isBuy });
        }
        return made;
    });
}

Candle SessionTape::candleOf(int number, Timestamp start, const BarPlan &bar) const
{
    const TapeScale scale = model(number).scale();
    Candle candle;
    candle.start = start;
    candle.open = scale.priceOf(bar.path.open);
    candle.high = scale.priceOf(bar.path.high);
    candle.low = scale.priceOf(bar.path.low);
    candle.close = scale.priceOf(bar.path.close);
    candle.volume = scale.sizeOf(bar.activity.volume);
    candle.tradeCount = bar.activity.prints;
    candle.vwap = (candle.open.toDouble() + candle.high.toDouble() + candle.low.toDouble()
                   + candle.close.toDouble())
        / 4;
    return candle;
}

/// What was printed in [start, time), both in the session.
BarPlan SessionTape::forming(int number, const Minutes &day, Timestamp start, Timestamp time) const
{
    PlanSum sum;
    const int end = secondsBetween(day.session.start, std::min(time, day.session.end()));
    for (int second = secondsBetween(day.session.start, start); second < end;) {
        if (second % 60 == 0 && second + 60 <= end) {
            sum.add(day.minutes[std::size_t(second / 60)]);
            second += 60;
        } else {
            sum.add(secondsOf(number, day, second / 60)[std::size_t(second % 60)]);
            ++second;
        }
    }
    if (time < day.session.end())
        for (const TapePrint &print : printsOf(number, day, end))
            if (print.time >= start && print.time < time)
                sum.add(print);
    return sum.plan();
}

std::optional<Candle> SessionTape::session(int number, QDate date, Timestamp asOf) const
{
    const std::optional<TapeSession> session = model(number).session(date);
    if (!session || asOf <= session->start)
        return std::nullopt;
    const BarPlan bar = asOf >= session->end()
        ? model(number).outline(*session)
        : forming(number, *minutesOf(number, date), session->start, asOf);
    if (!bar.isActive())
        return std::nullopt;
    return candleOf(number, markethours::dayStart(model(number).assetClass(), date), bar);
}

template<typename Use>
void SessionTape::forEachSession(int number, Timestamp from, Timestamp to, Use use) const
{
    const AssetClass assetClass = model(number).assetClass();
    if (from >= to)
        return;
    const QDate last = markethours::tradingDay(assetClass, to - 1ns);
    for (QDate date = markethours::tradingDay(assetClass, from); date <= last;
         date = date.addDays(1))
        if (const Minutes *day = minutesOf(number, date))
            use(*day);
}

void SessionTape::appendMinutes(int number, const Minutes &day, Timestamp from, Timestamp to,
                                std::vector<Candle> &out) const
{
    for (int m = slotFrom(day.session, from, 1min); m < day.session.minutes; ++m) {
        const Timestamp start = day.session.startOf(m);
        if (start >= to)
            break;
        const BarPlan &bar = day.minutes[std::size_t(m)];
        if (bar.isActive())
            out.push_back(candleOf(number, start, bar));
    }
}

void SessionTape::appendSeconds(int number, const Minutes &day, Timestamp from, Timestamp to,
                                std::vector<Candle> &out) const
{
    const int count = day.session.minutes * 60;
    for (int second = slotFrom(day.session, from, 1s); second < count; ++second) {
        const Timestamp start = day.session.start + std::chrono::seconds(second);
        if (start >= to)
            break;
        if (!day.minutes[std::size_t(second / 60)].isActive()) {
            second += 59 - second % 60;
            continue;
        }
        const BarPlan &bar = secondsOf(number, day, second / 60)[std::size_t(second % 60)];
        if (bar.isActive())
            out.push_back(candleOf(number, start, bar));
    }
}

std::vector<Candle> SessionTape::bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                                      Timestamp asOf) const
{
    std::vector<Candle> bars;
    const Timestamp unfinished = Timeframe(1, unit).windowStart(asOf);
    const Timestamp over = std::min(to, unfinished);
    forEachSession(number, from, over, [&](const Minutes &day) {
        if (unit == TimeUnit::Second)
            appendSeconds(number, day, from, over, bars);
        else
            appendMinutes(number, day, from, over, bars);
    });
    if (unfinished < from || unfinished >= to || unfinished >= asOf)
        return bars;
    forEachSession(number, unfinished, asOf, [&](const Minutes &day) {
        if (unfinished < day.session.start || unfinished >= day.session.end())
            return;
        const BarPlan bar = forming(number, day, unfinished, asOf);
        if (bar.isActive())
            bars.push_back(candleOf(number, unfinished, bar));
    });
    return bars;
}

void SessionTape::prints(int number, Timestamp from, Timestamp to,
                         std::vector<TapePrint> &out) const
{
    forEachSession(number, from, to, [&](const Minutes &day) {
        const int first = secondsBetween(day.session.start, std::max(from, day.session.start));
        const int end = slotFrom(day.session, std::min(to, day.session.end()), 1s);
        for (int second = first; second < end; ++second) {
            if (!day.minutes[std::size_t(second / 60)].isActive()) {
                second += 59 - second % 60;
                continue;
            }
            for (const TapePrint &print : printsOf(number, day, second))
                if (print.time >= from && print.time < to)
                    out.push_back(print);
        }
    });
}

std::optional<TapePrint> SessionTape::lastPrintOf(int number, const Minutes &day,
                                                  Timestamp before) const
{
    int second = secondsBetween(day.session.start, std::min(before, day.session.end()) - 1ns);
    for (; second >= 0; --second) {
        if (!day.minutes[std::size_t(second / 60)].isActive()) {
            second -= second % 60; // on to the minute before
            continue;
        }
        if (!secondsOf(number, day, second / 60)[std::size_t(second % 60)].isActive())
            continue;
        const std::vector<TapePrint> &prints = printsOf(number, day, second);
        const auto behind
            = std::partition_point(prints.begin(), prints.end(), [before](const TapePrint &print) {
                  return print.time < before;
              });
        if (behind != prints.begin())
            return *(behind - 1);
    }
    return std::nullopt;
}

std::optional<TapePrint> SessionTape::lastPrint(int number, Timestamp before) const
{
    QDate date = markethours::tradingDay(model(number).assetClass(), before - 1ns);
    for (int back = 0; back < longestSearch; ++back, date = date.addDays(-1)) {
        const Minutes *day = minutesOf(number, date);
        if (!day || before <= day->session.start || !day->bar.isActive())
            continue;
        if (const std::optional<TapePrint> print = lastPrintOf(number, *day, before))
            return print;
    }
    return std::nullopt;
}

std::vector<qint32> SessionTape::minuteCloses(int number, QDate date) const
{
    std::vector<qint32> closes;
    const Minutes *day = minutesOf(number, date);
    if (!day)
        return closes;
    qint32 close = day->bar.path.open;
    for (const BarPlan &bar : day->minutes) {
        close = bar.isActive() ? bar.path.close : close;
        closes.push_back(close);
    }
    return closes;
}

std::vector<qint32> SessionTape::secondCloses(int number, QDate date, int minute) const
{
    std::vector<qint32> closes;
    const Minutes *day = minutesOf(number, date);
    if (!day || minute < 0 || minute >= day->session.minutes)
        return closes;
    qint32 close = day->minutes[std::size_t(minute)].path.open;
    for (const BarPlan &bar : secondsOf(number, *day, minute)) {
        close = bar.isActive() ? bar.path.close : close;
        closes.push_back(close);
    }
    return closes;
}

} // namespace tapeline
