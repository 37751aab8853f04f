#include "indextape.h"

#include "barsum.h"
#include "easterntime.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double wobble = 2e-6; // of the ratio to the fund, a day's deviation
constexpr double fearPower = -5; // of expected volatility to the price
constexpr double fearWobble = 0.03; // a day's deviation of its log level
constexpr int fearMemory = 10; // trading days whose fall it still feels

/// The values a second's bar stands for and their places in it: open, the extremes, close, each
/// where it differs from the one before.
struct SecondValues
{
    std::array<Price, 4> values;
    int count = 0;

    explicit SecondValues(const Candle &bar)
    {
        const bool rises = bar.close >= bar.open;
        for (const Price value :
             { bar.open, rises ? bar.low : bar.high, rises ? bar.high : bar.low, bar.close })
            if (count == 0 || value != values[std::size_t(count - 1)])
                values[std::size_t(count++)] = value;
    }
};

constexpr Duration betweenValues = std::chrono::milliseconds(250);

Price cents(double value)
{
    constexpr qint64 cent = Price::unitsPerOne / 100;
    return Price::fromUnits(static_cast<qint64>(std::floor(value * 100 + 0.5)) * cent);
}

Candle flatBar(Timestamp start, Price value)
{
    Candle bar;
    bar.start = start;
    bar.open = bar.high = bar.low = bar.close = value;
    return bar;
}

/// Bars put together from finer ones, without volume.
void include(std::optional<Candle> &sum, const Candle &finer)
{
    if (!sum) {
        sum = finer;
        return;
    }
    sum->high = std::max(sum->high, finer.high);
    sum->low = std::min(sum->low, finer.low);
    sum->close = finer.close;
}

} // namespace

const std::vector<SandboxIndex> &sandboxIndices()
{
    static const std::vector<SandboxIndex> indices {
        { u"I:SPX"_s, u"S&P 500"_s, u"SPY"_s, 10, 0 },
        { u"I:NDX"_s, u"Nasdaq 100"_s, u"QQQ"_s, 41.2, 0 },
        { u"I:VIX"_s, u"Cboe Volatility Index"_s, u"SPY"_s, 0, 17.5 },
    };
    return indices;
}

QDate IndexTape::firstDate()
{
    return { 2015, 1, 2 };
}

IndexTape::IndexTape(quint64 seed, std::shared_ptr<const SandboxMarket> market,
                     InstrumentId firstId)
    : m_seed(seed)
    , m_market(std::move(market))
    , m_firstId(firstId)
{
    for (const SandboxIndex &index : sandboxIndices())
        m_funds.push_back(m_market->indexOf(index.fund));
}

double IndexTape::Curve::operator()(double fundPrice) const
{
    return power == 1 ? factor * fundPrice : factor * std::pow(fundPrice, power);
}

IndexTape::Curve IndexTape::curveOf(int number, QDate date) const
{
    const SandboxIndex &index = sandboxIndices()[std::size_t(number)];
    if (index.fearLevel > 0)
        return fearCurve(index, date);
    const DayPath ratio(m_seed, stableHash(index.symbol.toStdString()));
    return { index.multiple * (1 + wobble * ratio.step(weekdayIndex(date)).before), 1 };
}

/// Expected volatility falls while the fund rises, within a day and over some days.
IndexTape::Curve IndexTape::fearCurve(const SandboxIndex &index, QDate date) const
{
    const int fund = m_market->indexOf(index.fund);
    const auto closeBefore = [&](QDate day) {
        const auto previous = m_market->day(fund, m_market->calendar().previousTradingDay(day));
        return previous ? previous->candle.close.toDouble() : 1.0;
    };
    QDate earlier = date;
    for (int back = 0; back < fearMemory; ++back)
        earlier = m_market->calendar().previousTradingDay(earlier);
    const DayPath own(m_seed, stableHash(index.symbol.toStdString()));
    const double close = closeBefore(date);
    const double level = index.fearLevel
        * std::exp(fearWobble * own.step(weekdayIndex(date)).before)
        * std::pow(close / closeBefore(earlier), fearPower / 2);
    return { level * std::pow(close, -fearPower), fearPower };
}

double IndexTape::valueOf(int index, QDate date, double fundPrice) const
{
    return curveOf(index, date)(fundPrice);
}

Candle IndexTape::through(const Curve &curve, const Candle &fund) const
{
    Candle bar;
    bar.start = fund.start;
    bar.open = cents(curve(fund.open.toDouble()));
    bar.high = cents(curve(fund.high.toDouble()));
    bar.low = cents(curve(fund.low.toDouble()));
    bar.close = cents(curve(fund.close.toDouble()));
    if (curve.power < 0)
        std::swap(bar.high, bar.low);
    return bar;
}

/// A bar for every second of the minutes of [from, to) in which the fund traded; between its
/// prints the value stands.
std::vector<Candle> IndexTape::secondsOf(int index, const TradingSession &session, Timestamp from,
                                         Timestamp to) const
{
    const Curve curve = curveOf(index, session.date);
    const Timestamp begin
        = std::max<Timestamp>(std::chrono::floor<std::chrono::minutes>(from), session.open);
    const Timestamp end
        = std::min<Timestamp>(std::chrono::ceil<std::chrono::minutes>(to), session.close);
    const std::vector<Candle> traded = m_market->seconds(fundOf(index), begin, end);
    std::vector<Candle> bars;
    auto next = traded.begin();
    for (Timestamp minute = begin; minute < end && next != traded.end(); minute += 1min) {
        if (next->start >= minute + 1min)
            continue;
        Price standing = cents(curve(next->open.toDouble()));
        for (Timestamp second = minute; second < minute + 1min; second += 1s) {
            Candle bar = flatBar(second, standing);
            if (next != traded.end() && next->start == second)
                bar = through(curve, *next++);
            standing = bar.close;
            if (second >= from && second < to)
                bars.push_back(bar);
        }
    }
    return bars;
}

std::vector<Candle> IndexTape::wholeBars(int index, TimeUnit unit, Timestamp from,
                                         Timestamp to) const
{
    std::vector<Candle> bars;
    if (from >= to)
        return bars;
    const QDate last = easterntime::date(to - 1ns);
    for (QDate date = std::max(easterntime::date(from), firstDate()); date <= last;
         date = date.addDays(1)) {
        const std::optional<TradingSession> session = m_market->calendar().session(date);
        if (!session)
            continue;
        const Timestamp begin = std::max(from, session->open);
        const Timestamp end = std::min(to, session->close);
        if (begin >= end)
            continue;
        if (unit == TimeUnit::Second) {
            const std::vector<Candle> seconds = secondsOf(index, *session, begin, end);
            bars.insert(bars.end(), seconds.begin(), seconds.end());
            continue;
        }
        const Curve curve = curveOf(index, date);
        for (const Candle &minute : m_market->minutes(fundOf(index), begin, end))
            bars.push_back(through(curve, minute));
    }
    return bars;
}

std::vector<Candle> IndexTape::bars(int index, TimeUnit unit, Timestamp from, Timestamp to,
                                    Timestamp asOf) const
{
    const Timestamp unfinished = Timeframe(1, unit).windowStart(asOf);
    std::vector<Candle> bars = wholeBars(index, unit, from, std::min(to, unfinished));
    if (unfinished < from || unfinished >= to || unfinished >= asOf)
        return bars;
    std::optional<Candle> sum;
    const Timestamp second = std::chrono::floor<std::chrono::seconds>(asOf);
    for (const Candle &bar : wholeBars(index, TimeUnit::Second, unfinished, second))
        include(sum, bar);
    std::vector<MarketEvent> values;
    events(index, second, asOf, values);
    const std::optional<TradingSession> session
        = m_market->calendar().session(easterntime::date(unfinished));
    for (const MarketEvent &event : values)
        if (session && std::get<IndexValue>(event).time < session->close)
            include(sum, flatBar(unfinished, std::get<IndexValue>(event).value));
    if (sum) {
        sum->start = unfinished;
        bars.push_back(*sum);
    }
    return bars;
}

std::optional<Candle> IndexTape::day(int index, QDate date, Timestamp asOf) const
{
    const std::optional<TradingSession> session = m_market->calendar().session(date);
    if (!session || date < firstDate() || asOf <= session->open)
        return std::nullopt;
    std::optional<Candle> sum;
    if (asOf >= session->postClose) {
        if (const auto fund = m_market->day(fundOf(index), date))
            sum = through(curveOf(index, date), fund->candle);
    } else {
        for (const Candle &bar : bars(index, TimeUnit::Minute, session->open, asOf, asOf))
            include(sum, bar);
        std::vector<MarketEvent> closing;
        appendClosingValue(index, *session, session->close, asOf, closing);
        if (sum && !closing.empty())
            sum->close = std::get<IndexValue>(closing.front()).value;
    }
    if (sum)
        sum->start = easterntime::at(date);
    return sum;
}

void IndexTape::appendClosingValue(int index, const TradingSession &session, Timestamp from,
                                   Timestamp to, std::vector<MarketEvent> &out) const
{
    constexpr auto latestCross = 10s;
    if (to <= session.close || from >= session.close + latestCross)
        return;
    std::vector<MarketEvent> tape;
    m_market->events(fundOf(index), std::max(from, session.close),
                     std::min(to, session.close + latestCross), tape);
    for (const MarketEvent &event : tape) {
        const Trade *trade = std::get_if<Trade>(&event);
        if (!trade
            || !(trade->conditions.contains(condition::closingPrint)
                 || trade->conditions.contains(condition::closingTrade)))
            continue;
        const double value = valueOf(index, session.date, trade->price.toDouble());
        out.emplace_back(IndexValue {
            .instrument = InstrumentId(m_firstId.index() + static_cast<quint32>(index)),
            .time = trade->time,
            .value = cents(value) });
    }
}

void IndexTape::events(int index, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const
{
    const InstrumentId id(m_firstId.index() + static_cast<quint32>(index));
    const Timestamp first = std::chrono::floor<std::chrono::seconds>(from);
    for (const Candle &bar : wholeBars(index, TimeUnit::Second, first, to)) {
        const SecondValues second(bar);
        for (int i = 0; i < second.count; ++i) {
            const Timestamp time = bar.start + i * betweenValues;
            if (time >= from && time < to)
                out.emplace_back(IndexValue {
                    .instrument = id, .time = time, .value = second.values[std::size_t(i)] });
        }
    }
    if (from >= to)
        return;
    const QDate last = easterntime::date(to - 1ns);
    for (QDate date = std::max(easterntime::date(from), firstDate()); date <= last;
         date = date.addDays(1))
        if (const auto session = m_market->calendar().session(date))
            appendClosingValue(index, *session, from, to, out);
}

std::optional<IndexValue> IndexTape::lastValue(int index, Timestamp before) const
{
    std::vector<MarketEvent> values;
    QDate date = easterntime::date(before - 1ns);
    for (; date >= firstDate(); date = m_market->calendar().previousTradingDay(date)) {
        const std::optional<TradingSession> session = m_market->calendar().session(date);
        if (!session || before <= session->open)
            continue;
        const Timestamp end = std::min(before, session->close + 1min);
        for (Duration back = 2min; values.empty() && end - back > session->open - 1h; back *= 4)
            events(index, std::max(end - back, session->open), end, values);
        if (!values.empty())
            return std::get<IndexValue>(values.back());
    }
    return std::nullopt;
}

} // namespace tapeline
