#include "sandboxmarket.h"

#include "easterntime.h"
#include "lrucache.h"
#include "sandboxinstruments.h"
#include "ticktape.h"

#include <QHash>

#include <algorithm>

namespace tapeline {

namespace {

// A full sandbox market is 500 symbols: each keeps its running day, minute and second
constexpr std::size_t cachedDays = 600;
constexpr std::size_t cachedMinutes = 600;
constexpr std::size_t cachedSeconds = 600;

/// A day ready to be read at every level.
struct DayTape
{
    MinutePlan minutes;
    std::vector<MarketEvent> specials; ///< ascending by time

    const DayPlan &day() const { return minutes.day; }
    std::span<const MarketEvent> specialsIn(Timestamp from, Timestamp to) const
    {
        const auto before
            = [](const MarketEvent &event, Timestamp time) { return eventTime(event) < time; };
        const auto first = std::lower_bound(specials.begin(), specials.end(), from, before);
        const auto last = std::lower_bound(first, specials.end(), to, before);
        return { first, last };
    }
    /// The second after the last that can hold an event.
    int endSecond() const
    {
        const int last = day().late.empty() ? 0 : day().late.back().second;
        return std::max(day().postCloseSecond(), last + 2);
    }
};

Candle candleOf(Timestamp start, const BarPlan &bar)
{
    Candle candle;
    candle.start = start;
    candle.open = tickPrice(bar.path.open);
    candle.high = tickPrice(bar.path.high);
    candle.low = tickPrice(bar.path.low);
    candle.close = tickPrice(bar.path.close);
    candle.volume = Qty::whole(bar.activity.volume);
    const double sum = double(bar.path.open) + bar.path.high + bar.path.low + bar.path.close;
    candle.vwap = sum / 400;
    candle.tradeCount = qint64(bar.activity.prints) + bar.activity.silent;
    return candle;
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
        : seed(options.seed)
        , cast(sandboxCast(std::clamp(options.extraSymbols, 0, 10'000)))
        , dayPlanner(options.seed)
        , minutePlanner(options.seed)
        , secondPlanner(options.seed, minutePlanner)
        , tickTape(options.seed)
    {
        for (const InstrumentTraits &traits : cast) {
            index.insert(traits.info.symbol, static_cast<int>(instruments.size()));
            instruments.push_back(traits.info);
        }
    }

    const InstrumentTraits &traits(int instrument) const { return cast[std::size_t(instrument)]; }

    std::optional<DayPlan> plan(int instrument, QDate date) const
    {
        if (instrument < 0 || std::size_t(instrument) >= cast.size() || !date.isValid()
            || date < traits(instrument).info.listed)
            return {};
        const std::optional<TradingSession> session = calendar.session(date);
        if (!session)
            return {};
        return dayPlanner.plan(traits(instrument), *session);
    }

    /// Null without a session or before the listing.
    const DayTape *tape(int instrument, QDate date)
    {
        if (instrument < 0 || std::size_t(instrument) >= cast.size()
            || date < traits(instrument).info.listed || !calendar.isTradingDay(date))
            return nullptr;
        return &days.get(key(instrument, date, 0), [&] {
            DayTape made;
            made.minutes = minutePlanner.plan(traits(instrument), *plan(instrument, date));
            made.specials = daySpecials(seed, traits(instrument), InstrumentId(quint32(instrument)),
                                        made.minutes);
            return made;
        });
    }

    const MinuteSeconds &minute(int instrument, const DayTape &day, int minute)
    {
        return minutes.get(key(instrument, day.day().date, minute), [&] {
            return secondPlanner.plan(traits(instrument), day.minutes, minute);
        });
    }

    /// Appends the events of one second of the day.
    void writeSecond(int instrument, const DayTape &tape, int second, std::vector<MarketEvent> &out)
    {
        const DayPlan &day = tape.day();
        const std::span<const MarketEvent> specials
            = tape.specialsIn(day.at(second), day.at(second + 1));
        const InstrumentId id { quint32(instrument) };
        if (second >= day.preOpenSecond() && second < day.postCloseSecond()) {
            const int ofDay = (second - day.preOpenSecond()) / 60;
            const MinuteSeconds &split = minute(instrument, tape, ofDay);
            tickTape.write({ traits(instrument), id, tape.minutes, split, ofDay, second % 60 },
                           specials, out);
        } else if (!specials.empty()) {
            SplitMix64 draws(mixKeys(seed, traits(instrument).key, day.weekday, second));
            TapePrinter printer(traits(instrument), id, day.at(second), false, draws, out);
            printer.finish(specials, second);
        }
    }

    const std::vector<MarketEvent> &second(int instrument, const DayTape &tape, int second)
    {
        return seconds.get(key(instrument, tape.day().date, second), [&] {
            std::vector<MarketEvent> events;
            writeSecond(instrument, tape, second, events);
            return events;
        });
    }

    /// May this second hold a trade? Cheap; a yes can be wrong.
    static bool mayTrade(const DayTape &tape, int second)
    {
        const DayPlan &day = tape.day();
        if (!tape.specialsIn(day.at(second), day.at(second + 1)).empty())
            return true;
        const int minute = (second - day.preOpenSecond()) / 60;
        return second >= day.preOpenSecond() && second < day.postCloseSecond()
            && tape.minutes.minutes[std::size_t(minute)].isActive();
    }

    static quint64 key(int instrument, QDate date, int part)
    {
        return (quint64(instrument) << 48) | (quint64(weekdayIndex(date)) << 24) | quint64(part);
    }

    quint64 seed;
    MarketCalendar calendar;
    std::vector<InstrumentTraits> cast;
    std::vector<SandboxInstrument> instruments;
    QHash<QString, int> index;
    DayPlanner dayPlanner;
    MinutePlanner minutePlanner;
    SecondPlanner secondPlanner;
    TickTape tickTape;
    LruCache<DayTape> days { cachedDays };
    LruCache<MinuteSeconds> minutes { cachedMinutes };
    LruCache<std::vector<MarketEvent>> seconds { cachedSeconds };
};

SandboxMarket::SandboxMarket(const Options &options)
    : d(std::make_unique<Private>(options))
{
}

SandboxMarket::~SandboxMarket() = default;

const MarketCalendar &SandboxMarket::calendar() const
{
    return d->calendar;
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
    const std::optional<DayPlan> plan = d->plan(instrument, date);
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
    const QDate last = easterntime::date(to);
    for (QDate date = easterntime::date(from); date <= last; date = date.addDays(1)) {
        const DayTape *tape = d->tape(instrument, date);
        if (!tape)
            continue;
        const std::vector<BarPlan> &minutes = tape->minutes.minutes;
        for (std::size_t m = 0; m < minutes.size(); ++m) {
            const Timestamp start = tape->day().at(tape->day().preOpenSecond() + int(m) * 60);
            if (minutes[m].isActive() && start >= from && start < to)
                candles.push_back(candleOf(start, minutes[m]));
        }
    }
    return candles;
}

std::vector<Candle> SandboxMarket::seconds(int instrument, Timestamp from, Timestamp to) const
{
    std::vector<Candle> candles;
    const QDate last = easterntime::date(to);
    for (QDate date = easterntime::date(from); date <= last; date = date.addDays(1)) {
        const DayTape *tape = d->tape(instrument, date);
        if (!tape)
            continue;
        const DayPlan &day = tape->day();
        const int first = std::max(secondsCeil(day.midnight, from), day.preOpenSecond());
        const int end = std::min(secondsCeil(day.midnight, to), day.postCloseSecond());
        for (int second = first; second < end; ++second) {
            const int minute = (second - day.preOpenSecond()) / 60;
            if (!tape->minutes.minutes[std::size_t(minute)].isActive()) {
                second = day.preOpenSecond() + minute * 60 + 59;
                continue;
            }
            const MinuteSeconds &seconds = d->minute(instrument, *tape, minute);
            const BarPlan &bar = seconds.seconds[std::size_t(second % 60)].bar;
            if (bar.isActive())
                candles.push_back(candleOf(day.at(second), bar));
        }
    }
    return candles;
}

void SandboxMarket::events(int instrument, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    const QDate last = easterntime::date(to);
    for (QDate date = easterntime::date(from); date <= last; date = date.addDays(1)) {
        const DayTape *tape = d->tape(instrument, date);
        if (!tape)
            continue;
        const DayPlan &day = tape->day();
        const int first = std::max(secondsSince(day.midnight, from), day.preOpenSecond());
        const int end = std::min(secondsCeil(day.midnight, to), tape->endSecond());
        for (int second = first; second < end; ++second) {
            if (day.at(second) >= from && day.at(second + 1) <= to) {
                d->writeSecond(instrument, *tape, second, out);
                continue;
            }
            for (const MarketEvent &event : d->second(instrument, *tape, second)) {
                if (eventTime(event) >= from && eventTime(event) < to)
                    out.push_back(event);
            }
        }
    }
}

std::optional<Quote> SandboxMarket::quoteAt(int instrument, Timestamp time) const
{
    const DayTape *tape = d->tape(instrument, easterntime::date(time));
    if (!tape)
        return {};
    const DayPlan &day = tape->day();
    int second = std::min(secondsSince(day.midnight, time), day.postCloseSecond() - 1);
    for (; second >= day.preOpenSecond(); --second) {
        const std::vector<MarketEvent> &events = d->second(instrument, *tape, second);
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
    if (!d->calendar.isTradingDay(date))
        date = d->calendar.previousTradingDay(date);
    for (;; date = d->calendar.previousTradingDay(date)) {
        const DayTape *tape = d->tape(instrument, date);
        if (!tape)
            return {};
        const DayPlan &day = tape->day();
        const Timestamp end = std::min(time, day.at(tape->endSecond()));
        for (int second = secondsSince(day.midnight, end); second >= day.preOpenSecond();
             --second) {
            if (!Private::mayTrade(*tape, second))
                continue;
            const bool regular = second >= day.regular.firstSecond && second < day.post.firstSecond;
            const std::vector<MarketEvent> &events = d->second(instrument, *tape, second);
            for (auto event = events.rbegin(); event != events.rend(); ++event) {
                const Trade *trade = std::get_if<Trade>(&*event);
                if (trade && trade->time <= time && tradeUpdate(trade->conditions, regular).last)
                    return *trade;
            }
        }
    }
}

std::vector<SandboxHalt> SandboxMarket::halts(int instrument, QDate date) const
{
    const std::optional<DayPlan> plan = d->plan(instrument, date);
    if (!plan || !plan->halt)
        return {};
    return { { plan->at(plan->halt->firstSecond), plan->at(plan->halt->reopening) } };
}

Timestamp SandboxMarket::defaultStart(Timestamp wall) const
{
    QDate date = easterntime::date(wall);
    if (!d->calendar.isTradingDay(date))
        date = d->calendar.previousTradingDay(date);
    using namespace std::chrono_literals;
    return easterntime::at(date, 10h + 30min);
}

} // namespace tapeline
