#include "sandboxmarket.h"

#include "barsum.h"
#include "easterntime.h"
#include "markettape.h"
#include "sandboxcompanies.h"

#include <QHash>

#include <algorithm>

namespace tapeline {

namespace {

bool isClosingCross(const TradeConditions &conditions)
{
    return conditions.contains(condition::closingPrint)
        || conditions.contains(condition::closingTrade);
}

int secondsSince(Timestamp midnight, Timestamp time)
{
    return static_cast<int>(std::chrono::floor<std::chrono::seconds>(time - midnight).count());
}

int secondsCeil(Timestamp midnight, Timestamp time)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time - midnight).count());
}

} // namespace

struct SandboxMarket::Private
{
    explicit Private(const Options &options)
        : Private(options.seed, sandboxCast(std::clamp(options.extraSymbols, 0, 10'000)))
    {
    }
    Private(quint64 ofSeed, std::vector<InstrumentTraits> cast)
        : seed(ofSeed)
        , tape(ofSeed, cast)
        , companies(ofSeed, tape.calendar(), tape.cast(), tape.shares(), tape.earnings())
    {
        for (const InstrumentTraits &traits : cast) {
            index.insert(traits.info.symbol, static_cast<int>(instruments.size()));
            instruments.push_back(traits.info);
        }
    }

    /// Calls use(day) for each trading day of the instrument that [from, to] touches.
    template<typename Use> void forEachDay(int instrument, Timestamp from, Timestamp to, Use use)
    {
        const QDate last = easterntime::date(to);
        for (QDate date = easterntime::date(from); date <= last; date = date.addDays(1)) {
            if (const DayTape *day = tape.day(instrument, date))
                use(*day);
        }
    }

    std::optional<Candle> formingBar(int instrument, const DayTape &day, Timestamp start,
                                     Timestamp time);
    std::optional<Trade> lastTrade(int instrument, const DayTape &day, Timestamp time);

    quint64 seed;
    MarketTape tape;
    SandboxCompanies companies;
    std::vector<SandboxInstrument> instruments;
    QHash<QString, int> index;
};

std::optional<Candle> SandboxMarket::Private::formingBar(int instrument, const DayTape &day,
                                                         Timestamp start, Timestamp time)
{
    const DayPlan &plan = day.day();
    BarSum sum;
    const int first = std::max(secondsSince(plan.midnight, start), plan.preOpenSecond());
    const int end = std::min(secondsCeil(plan.midnight, time), plan.postCloseSecond());
    for (int second = first; second < end; ++second) {
        if (!day.hasTrades(second))
            continue;
        const BarPlan bar = tape.secondPlan(instrument, day, second).bar;
        if (!bar.isActive())
            continue;
        if (plan.at(second + 1) <= time) {
            sum.add(candleOf(plan.at(second), bar));
            continue;
        }
        for (const MarketEvent &event : tape.events(instrument, day, second)) {
            const Trade *trade = std::get_if<Trade>(&event);
            if (trade && trade->time < time && !isClosingCross(trade->conditions))
                sum.add(*trade, plan.isRegular(second));
        }
    }
    return sum.candle(start);
}

std::optional<Trade> SandboxMarket::Private::lastTrade(int instrument, const DayTape &day,
                                                       Timestamp time)
{
    const DayPlan &plan = day.day();
    const Timestamp end = std::min(time, plan.at(day.endSecond()));
    for (int second = secondsSince(plan.midnight, end); second >= plan.preOpenSecond(); --second) {
        const bool mayTrade = (day.isWithinHours(second) && day.hasTrades(second))
            || !day.specialsIn(plan.at(second), plan.at(second + 1)).empty();
        if (!mayTrade)
            continue;
        const std::vector<MarketEvent> &events = tape.events(instrument, day, second);
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            const Trade *trade = std::get_if<Trade>(&*event);
            if (trade && trade->time <= time
                && tradeUpdate(trade->conditions, plan.isRegular(second)).last)
                return *trade;
        }
    }
    return {};
}

SandboxMarket::SandboxMarket(const Options &options)
    : d(std::make_unique<Private>(options))
{
}

SandboxMarket::~SandboxMarket() = default;

quint64 SandboxMarket::seed() const
{
    return d->seed;
}

const MarketCalendar &SandboxMarket::calendar() const
{
    return d->tape.calendar();
}

const std::vector<SandboxInstrument> &SandboxMarket::instruments() const
{
    return d->instruments;
}

int SandboxMarket::indexOf(QStringView symbol) const
{
    return d->index.value(symbol.toString(), -1);
}

QDate SandboxMarket::firstDate()
{
    return { 2003, 1, 2 };
}

std::optional<SandboxDay> SandboxMarket::day(int instrument, QDate date) const
{
    const std::optional<DayPlan> plan = d->tape.plan(instrument, date);
    if (!plan)
        return {};
    BarPlan bar = plan->regular.bar;
    bar.path.close = plan->closingPrice;
    qint64 late = 0;
    for (const LatePrint &print : plan->late)
        late += print.size;
    for (const SessionPlan *extended : { &plan->pre, &plan->post }) {
        bar.activity.prints += extended->bar.activity.prints;
        bar.activity.silent += extended->bar.activity.silent;
        bar.activity.volume += extended->bar.activity.volume;
    }
    bar.activity.prints += 1 + static_cast<qint32>(plan->late.size());
    bar.activity.volume += plan->closingCross + late;

    SandboxDay day;
    day.date = date;
    day.candle = candleOf(plan->midnight, bar);
    day.officialOpen = day.candle.open;
    day.officialClose = day.candle.close;
    day.closingCross = Qty::whole(plan->closingCross);
    day.latePrints = Qty::whole(late);
    if (plan->pre.bar.isActive())
        day.preMarketFirst = tickPrice(plan->pre.bar.path.open);
    if (plan->post.bar.isActive())
        day.afterHoursLast = tickPrice(plan->post.bar.path.close);
    return day;
}

std::vector<Candle> SandboxMarket::minutes(int instrument, Timestamp from, Timestamp to) const
{
    std::vector<Candle> candles;
    d->forEachDay(instrument, from, to, [&](const DayTape &day) {
        int second = day.day().preOpenSecond();
        for (const BarPlan &bar : day.minutes.minutes) {
            const Timestamp start = day.day().at(second);
            if (bar.isActive() && start >= from && start < to)
                candles.push_back(candleOf(start, bar));
            second += 60;
        }
    });
    return candles;
}

std::vector<Candle> SandboxMarket::seconds(int instrument, Timestamp from, Timestamp to) const
{
    std::vector<Candle> candles;
    d->forEachDay(instrument, from, to, [&](const DayTape &day) {
        const DayPlan &plan = day.day();
        int second = std::max(secondsCeil(plan.midnight, from), plan.preOpenSecond());
        const int end = std::min(secondsCeil(plan.midnight, to), plan.postCloseSecond());
        while (second < end) {
            const int minuteEnd = std::min(second - second % 60 + 60, end);
            if (!day.hasTrades(second)) {
                second = minuteEnd;
                continue;
            }
            const MinuteSeconds &minute = d->tape.minute(instrument, day, day.minuteOf(second));
            for (; second < minuteEnd; ++second) {
                const BarPlan &bar = minute.seconds[std::size_t(second % 60)].bar;
                if (bar.isActive())
                    candles.push_back(candleOf(plan.at(second), bar));
            }
        }
    });
    return candles;
}

std::optional<Candle> SandboxMarket::formingBar(int instrument, Timestamp start,
                                                Timestamp time) const
{
    const DayTape *day = d->tape.day(instrument, easterntime::date(start));
    return day ? d->formingBar(instrument, *day, start, time) : std::nullopt;
}

std::optional<SandboxDay> SandboxMarket::dayAt(int instrument, Timestamp time) const
{
    const DayTape *tape = d->tape.day(instrument, easterntime::date(time));
    if (!tape)
        return {};
    const DayPlan &plan = tape->day();
    SandboxDay day;
    day.date = plan.date;
    BarSum sum;
    const auto addMinute = [&](const Candle &minute, int second) {
        if (plan.isRegular(second)) {
            sum.add(minute);
            return;
        }
        sum.addVolume(minute);
        if (second < plan.regular.firstSecond && day.preMarketFirst.isZero())
            day.preMarketFirst = minute.open; // zero again when nothing in it may set prices
        else if (second >= plan.post.firstSecond && minute.hasPrices)
            day.afterHoursLast = minute.close;
    };
    int second = plan.preOpenSecond();
    for (const BarPlan &bar : tape->minutes.minutes) {
        if (plan.at(second) >= time)
            break;
        if (plan.at(second + 60) > time) {
            if (const auto forming = d->formingBar(instrument, *tape, plan.at(second), time))
                addMinute(*forming, second);
        } else if (bar.isActive()) {
            addMinute(candleOf(plan.at(second), bar), second);
        }
        second += 60;
    }
    for (const MarketEvent &event : tape->specialsIn(plan.midnight, time)) {
        const Trade *trade = std::get_if<Trade>(&event);
        if (!trade || isRestatement(trade->conditions))
            continue;
        sum.add(*trade, true);
        if (isClosingCross(trade->conditions)) {
            day.closingCross = trade->size;
            day.officialClose = trade->price;
        } else {
            day.latePrints += trade->size;
        }
    }
    const std::optional<Candle> candle = sum.candle(plan.midnight);
    if (!candle)
        return {};
    day.candle = *candle;
    if (candle->hasPrices)
        day.officialOpen = candle->open;
    return day;
}

void SandboxMarket::events(int instrument, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    d->forEachDay(instrument, from, to, [&](const DayTape &day) {
        const DayPlan &plan = day.day();
        const int first = std::max(secondsSince(plan.midnight, from), plan.preOpenSecond());
        const int end = std::min(secondsCeil(plan.midnight, to), day.endSecond());
        for (int second = first; second < end; ++second) {
            if (plan.at(second) >= from && plan.at(second + 1) <= to) {
                d->tape.write(instrument, day, second, out);
                continue;
            }
            for (const MarketEvent &event : d->tape.events(instrument, day, second)) {
                if (eventTime(event) >= from && eventTime(event) < to)
                    out.push_back(event);
            }
        }
    });
}

std::optional<Quote> SandboxMarket::quoteAt(int instrument, Timestamp time) const
{
    const DayTape *day = d->tape.day(instrument, easterntime::date(time));
    if (!day)
        return {};
    const DayPlan &plan = day->day();
    int second = std::min(secondsSince(plan.midnight, time), plan.postCloseSecond() - 1);
    for (; second >= plan.preOpenSecond(); --second) {
        const std::vector<MarketEvent> &events = d->tape.events(instrument, *day, second);
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            const Quote *quote = std::get_if<Quote>(&*event);
            if (quote && quote->time <= time)
                return *quote;
        }
    }
    return {};
}

std::optional<Trade> SandboxMarket::lastTradeAt(int instrument, Timestamp time) const
{
    QDate date = easterntime::date(time);
    if (!calendar().isTradingDay(date))
        date = calendar().previousTradingDay(date);
    while (const DayTape *day = d->tape.day(instrument, date)) {
        if (const std::optional<Trade> trade = d->lastTrade(instrument, *day, time))
            return trade;
        date = calendar().previousTradingDay(date);
    }
    return {};
}

std::vector<SandboxHalt> SandboxMarket::halts(int instrument, QDate date) const
{
    const std::optional<DayPlan> plan = d->tape.plan(instrument, date);
    if (!plan || !plan->halt)
        return {};
    return { { plan->at(plan->halt->firstSecond), plan->at(plan->halt->reopening) } };
}

const SandboxCompanies &SandboxMarket::companies() const
{
    return d->companies;
}

Timestamp SandboxMarket::defaultStart(Timestamp wall) const
{
    QDate date = easterntime::date(wall);
    if (!calendar().isTradingDay(date))
        date = calendar().previousTradingDay(date);
    return easterntime::at(date, 10h + 30min);
}

} // namespace tapeline
