#include "optionmarket.h"

#include "blackscholes.h"
#include "easterntime.h"
#include "impliedvolatility.h"
#include "optiontape.h"
#include "splitmix64.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t cachedTapes = 32'768; // days of contracts
constexpr std::size_t cachedRolls = 3 * optionRoots.size();

/// Who is traded when on one day, of all contracts of a root.
struct ChainRoll
{
    struct Entry
    {
        qint32 millisecond;
        quint32 number; ///< sandboxoption::pack()
    };

    Timestamp midnight {};
    std::vector<Entry> entries; ///< ascending
};

} // namespace

struct OptionMarket::Private
{
    Private(std::shared_ptr<const SandboxMarket> ofMarket,
            std::shared_ptr<const IndexTape> ofIndices)
        : market(std::move(ofMarket))
        , indices(std::move(ofIndices))
        , seed(mixKeys(market->seed(), stableHash("options")))
        , days(market->calendar())
        , prices(*market, *indices, days)
        , calendar(market->calendar(), days)
        , listings(calendar, days, prices)
        , activity(seed, days, prices, calendar, listings)
        , quotes(seed, calendar, days, prices)
        , prints(seed, days, activity, quotes)
        , tapes(cachedTapes)
        , rolls(cachedRolls)
    {
    }

    /// The session of a listed contract.
    std::optional<OptionSession> session(const SandboxOption &option, QDate date) const
    {
        const std::optional<QDate> listed = listings.listedOn(option);
        if (!listed || date < *listed || date > listings.lastDay(option))
            return {};
        return calendar.session(option.root, option.expiration, date);
    }
    /// A day's prints; those before an instant are priced.
    std::span<const OptionPrint> printsBefore(const SandboxOption &option,
                                              const OptionSession &session, Timestamp time);
    ChainRoll roll(int root, QDate date);
    /// The newest session at or before an instant that had begun by then.
    std::optional<OptionSession> lastSession(const SandboxOption &option, Timestamp time) const;

    std::shared_ptr<const SandboxMarket> market;
    std::shared_ptr<const IndexTape> indices;
    quint64 seed;
    TradingDays days;
    UnderlyingPrices prices;
    OptionCalendar calendar;
    OptionListings listings;
    OptionActivity activity;
    OptionQuotes quotes;
    OptionPrints prints;
    LruCache<OptionTape> tapes;
    LruCache<ChainRoll> rolls;
};

std::span<const OptionPrint> OptionMarket::Private::printsBefore(const SandboxOption &option,
                                                                 const OptionSession &session,
                                                                 Timestamp time)
{
    const quint64 key = (quint64(sandboxoption::pack(option).value_or(0)) << 16)
        | quint64(days.numberOf(session.date));
    const OptionTape &tape
        = tapes.get(key, [&] { return OptionTape(prints.plan(option, session)); });
    return tape.before(OptionTape::millisecondsUntil(session, time), [&](const OptionPrint &print) {
        return prints.priceOf(print, option, session);
    });
}

ChainRoll OptionMarket::Private::roll(int root, QDate date)
{
    ChainRoll roll;
    for (const QDate expiration :
         calendar.expirations(root, date, date.addDays(OptionCalendar::longestLead()), date)) {
        const std::optional<OptionSession> day = calendar.session(root, expiration, date);
        if (!day)
            continue;
        roll.midnight = day->midnight;
        for (const qint32 strike : listings.strikes(root, expiration, date)) {
            for (const OptionRight right : { OptionRight::Call, OptionRight::Put }) {
                const SandboxOption option { root, right, expiration, strike };
                const quint32 number = sandboxoption::pack(option).value_or(0);
                for (const OptionPrint &print : prints.plan(option, *day))
                    roll.entries.push_back({ print.millisecond, number });
            }
        }
    }
    std::sort(roll.entries.begin(), roll.entries.end(), [](const auto &a, const auto &b) {
        return a.millisecond != b.millisecond ? a.millisecond < b.millisecond : a.number < b.number;
    });
    return roll;
}

std::optional<OptionSession> OptionMarket::Private::lastSession(const SandboxOption &option,
                                                                Timestamp time) const
{
    const std::optional<QDate> listed = listings.listedOn(option);
    if (!listed)
        return {};
    const QDate end = std::min(calendar.lastTradingDay(option.root, option.expiration),
                               listings.lastDay(option));
    for (QDate date = days.atOrBefore(std::min(easterntime::date(time), end)); date >= *listed;
         date = days.date(days.numberOf(date) - 1)) {
        const std::optional<OptionSession> found
            = calendar.session(option.root, option.expiration, date);
        if (found && optionquoting::firstQuote(option, *found) <= time)
            return found;
    }
    return {};
}

OptionMarket::OptionMarket(std::shared_ptr<const SandboxMarket> market,
                           std::shared_ptr<const IndexTape> indices)
    : d(std::make_unique<Private>(std::move(market), std::move(indices)))
{
}

OptionMarket::~OptionMarket() = default;

std::vector<QDate> OptionMarket::expirations(int root, QDate from, QDate to,
                                             QDate introducedBy) const
{
    return d->calendar.expirations(root, from, to, introducedBy);
}

std::vector<qint32> OptionMarket::strikes(int root, QDate expiration, QDate date) const
{
    return d->listings.strikes(root, expiration, date);
}

std::optional<QDate> OptionMarket::listedOn(const SandboxOption &option) const
{
    return d->listings.listedOn(option);
}

QDate OptionMarket::lastDay(const SandboxOption &option) const
{
    return d->listings.lastDay(option);
}

qint64 OptionMarket::openInterest(const SandboxOption &option, QDate date) const
{
    return d->activity.openInterest(option, d->days.numberOf(date));
}

std::vector<Candle> OptionMarket::bars(const SandboxOption &option, Duration width, Timestamp from,
                                       Timestamp to, Timestamp asOf) const
{
    std::vector<Candle> bars;
    const Timestamp end = std::min(to, asOf);
    if (from >= end)
        return bars;
    const QDate last = easterntime::date(end - 1ns);
    for (QDate date = d->days.atOrAfter(easterntime::date(from)); date <= last;
         date = d->days.date(d->days.numberOf(date) + 1)) {
        const std::optional<OptionSession> session = d->session(option, date);
        if (!session)
            continue;
        OptionBarSum sum(*session, width);
        for (const OptionPrint &print : d->printsBefore(option, *session, end))
            if (session->at(0) + std::chrono::milliseconds(print.millisecond) >= from)
                sum.add(print);
        sum.appendTo(bars);
    }
    return bars;
}

std::optional<Candle> OptionMarket::day(const SandboxOption &option, QDate date,
                                        Timestamp asOf) const
{
    const std::optional<OptionSession> session = d->session(option, date);
    if (!session)
        return {};
    std::vector<Candle> bars;
    OptionBarSum sum(*session, 24h);
    for (const OptionPrint &print : d->printsBefore(option, *session, asOf))
        sum.add(print);
    sum.appendTo(bars);
    return bars.empty() ? std::optional<Candle>() : bars.front();
}

void OptionMarket::trades(const SandboxOption &option, InstrumentId id, Timestamp from,
                          Timestamp to, std::vector<MarketEvent> &out) const
{
    if (from >= to)
        return;
    const QDate last = easterntime::date(to - 1ns);
    for (QDate date = d->days.atOrAfter(easterntime::date(from)); date <= last;
         date = d->days.date(d->days.numberOf(date) + 1)) {
        const std::optional<OptionSession> session = d->session(option, date);
        if (!session)
            continue;
        for (const OptionPrint &print : d->printsBefore(option, *session, to)) {
            Trade trade = optionquoting::tradeOf(print, *session, id);
            if (trade.time >= from)
                out.emplace_back(std::move(trade));
        }
    }
}

void OptionMarket::events(const SandboxOption &option, InstrumentId id, Timestamp from,
                          Timestamp to, std::vector<MarketEvent> &out) const
{
    if (from >= to)
        return;
    const auto begin = static_cast<std::ptrdiff_t>(out.size());
    const QDate last = easterntime::date(to - 1ns);
    for (QDate date = d->days.atOrAfter(easterntime::date(from)); date <= last;
         date = d->days.date(d->days.numberOf(date) + 1)) {
        const std::optional<OptionSession> session = d->session(option, date);
        if (session)
            optionquoting::appendQuotes(d->quotes, option, id, *session, from, to, out);
    }
    const auto quotesEnd = static_cast<std::ptrdiff_t>(out.size());
    trades(option, id, from, to, out);
    // A quote stands before a trade of the same instant
    std::inplace_merge(out.begin() + begin, out.begin() + quotesEnd, out.end(),
                       [](const MarketEvent &a, const MarketEvent &b) {
                           return optionquoting::timeOf(a) < optionquoting::timeOf(b);
                       });
}

std::optional<Trade> OptionMarket::lastTradeAt(const SandboxOption &option, InstrumentId id,
                                               Timestamp time) const
{
    const std::optional<QDate> listed = d->listings.listedOn(option);
    if (!listed)
        return {};
    const int first = d->days.numberOf(*listed);
    const QDate today = std::min(easterntime::date(time), option.expiration);
    for (int number = d->days.numberOf(d->days.atOrBefore(today)); number >= first; --number) {
        if (d->activity.volume(option, number) == 0)
            continue;
        const std::optional<OptionSession> session = d->session(option, d->days.date(number));
        if (!session)
            continue;
        const std::span<const OptionPrint> prints
            = d->printsBefore(option, *session, std::min(time + 1ns, session->at(86'400)));
        if (!prints.empty())
            return optionquoting::tradeOf(prints.back(), *session, id);
    }
    return {};
}

std::optional<Quote> OptionMarket::quoteAt(const SandboxOption &option, InstrumentId id,
                                           Timestamp time) const
{
    const std::optional<OptionSession> session = d->lastSession(option, time);
    if (!session)
        return {};
    return optionquoting::lastQuote(d->quotes, option, id, *session, time);
}

std::vector<SandboxOption> OptionMarket::tradedIn(Timestamp from, Timestamp to) const
{
    std::vector<quint32> numbers;
    const QDate last = easterntime::date(to - 1ns);
    for (QDate date = d->days.atOrAfter(easterntime::date(from)); from < to && date <= last;
         date = d->days.date(d->days.numberOf(date) + 1)) {
        for (int root = 0; root < static_cast<int>(optionRoots.size()); ++root) {
            const quint64 key = (quint64(root) << 32) | quint64(d->days.numberOf(date));
            const ChainRoll &roll = d->rolls.get(key, [&] { return d->roll(root, date); });
            const auto first = std::partition_point(
                roll.entries.begin(), roll.entries.end(), [&](const ChainRoll::Entry &entry) {
                    return roll.midnight + std::chrono::milliseconds(entry.millisecond) < from;
                });
            for (auto entry = first; entry != roll.entries.end()
                 && roll.midnight + std::chrono::milliseconds(entry->millisecond) < to;
                 ++entry)
                numbers.push_back(entry->number);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<SandboxOption> options;
    for (const quint32 number : numbers)
        if (const std::optional<SandboxOption> option = sandboxoption::unpack(number))
            options.push_back(*option);
    return options;
}

std::optional<OptionMeasures> OptionMarket::measuresAt(const SandboxOption &option,
                                                       Timestamp time) const
{
    const std::optional<OptionSession> session = d->lastSession(option, time);
    if (!session)
        return {};
    const int second = optionquoting::secondOf(option, *session, time);
    const OptionQuote quote = d->quotes.at(option, *session, second);
    if (quote.bid == 0)
        return {};
    OptionInputs inputs = d->quotes.inputs(option, *session, second);
    const double middle = (quote.bid + quote.ask) / 200.0;
    const bool isEuropean = option.series().european;
    const Result<ImpliedVolatility> implied = isEuropean
        ? impliedvolatility::european(inputs, middle)
        : impliedvolatility::americanOnTree(inputs, middle);
    if (!implied || implied->status != ImpliedStatus::Ok)
        return {};
    inputs.volatility = implied->volatility;
    const Result<OptionValue> value
        = isEuropean ? blackscholes::value(inputs) : optiontree::value(inputs);
    if (!value)
        return {};
    constexpr double daysOfYear = 365;
    return OptionMeasures { .impliedVolatility = implied->volatility,
                            .delta = value->delta,
                            .gamma = value->gamma,
                            .theta = value->theta / daysOfYear,
                            .vega = value->vega / 100 };
}

std::optional<double> OptionMarket::modelAt(const SandboxOption &option, Timestamp time) const
{
    const std::optional<OptionSession> session = d->session(option, easterntime::date(time));
    if (!session)
        return {};
    const auto second = static_cast<int>(
        std::chrono::floor<std::chrono::seconds>(time - session->midnight).count());
    if (second < session->openSecond || second >= session->closeSecond)
        return {};
    return d->quotes.model(option, *session, second);
}

} // namespace tapeline
