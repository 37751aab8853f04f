#pragma once

#include "easterntime.h"
#include "sandboxcompanies.h"
#include "sandboxmarket.h"

#include <QString>

#include <algorithm>
#include <thread>
#include <vector>

/// Independent checks of the simulated market: bars are put together here again, from finer bars or
/// from the tape by tradeUpdate(), and compared with what the market says. Each returns what is
/// wrong, empty when nothing.
namespace tapeline::sandboxchecks {

/// Trading days up to and including a date, newest first.
inline std::vector<QDate> tradingDays(const MarketCalendar &calendar, QDate newest, int count)
{
    std::vector<QDate> days;
    for (QDate date = newest; int(days.size()) < count; date = calendar.previousTradingDay(date))
        days.push_back(date);
    return days;
}

/// What one dollar in an instrument became from a trading day's close to the next one's: splits and
/// dividends counted in.
inline double heldReturn(const SandboxMarket &market, int instrument, QDate date)
{
    const QDate eve = market.calendar().previousTradingDay(date);
    double shares = 1;
    for (const SandboxSplit &split : market.companies().splits(instrument))
        if (split.executed == date)
            shares = double(split.to) / split.from;
    double worth = shares * market.day(instrument, date)->candle.close.toDouble();
    for (const SandboxDividend &dividend : market.companies().dividends(instrument))
        if (dividend.exDate == date)
            worth += shares * dividend.amount.toDouble();
    return worth / market.day(instrument, eve)->candle.close.toDouble();
}

class Bars
{
public:
    void addTrade(Timestamp start, const Trade &trade, TradeUpdate update)
    {
        Candle &bar = barAt(start);
        if (update.volume) {
            bar.volume += trade.size;
            ++bar.tradeCount;
        }
        if (update.last && !bar.hasPrices) {
            bar.open = bar.high = bar.low = trade.price;
            bar.hasPrices = true;
        }
        if (update.last)
            bar.close = trade.price;
        if (update.highLow) {
            bar.high = std::max(bar.high, trade.price);
            bar.low = std::min(bar.low, trade.price);
        }
    }
    void addBar(Timestamp start, const Candle &finer)
    {
        Candle &bar = barAt(start);
        bar.volume += finer.volume;
        bar.tradeCount += finer.tradeCount;
        if (!bar.hasPrices) {
            bar.open = finer.open;
            bar.high = finer.high;
            bar.low = finer.low;
            bar.hasPrices = true;
        }
        bar.high = std::max(bar.high, finer.high);
        bar.low = std::min(bar.low, finer.low);
        bar.close = finer.close;
    }

    QString compare(const std::vector<Candle> &told) const
    {
        if (told.size() != m_bars.size())
            return QStringLiteral("%1 bars told, %2 built").arg(told.size()).arg(m_bars.size());
        auto built = m_bars.begin();
        for (const Candle &bar : told) {
            if (!same(bar, *built))
                return QStringLiteral("bar at %1: told %2, built %3")
                    .arg(toMs(bar.start))
                    .arg(text(bar), text(*built));
            ++built;
        }
        return {};
    }

    const Candle &back() const { return m_bars.back(); }

    static bool same(const Candle &a, const Candle &b) // but for vwap, which bars estimate
    {
        return a.start == b.start && a.open == b.open && a.high == b.high && a.low == b.low
            && a.close == b.close && a.volume == b.volume && a.tradeCount == b.tradeCount
            && a.hasPrices == b.hasPrices;
    }
    static QString text(const Candle &bar)
    {
        return QStringLiteral("o%1 h%2 l%3 c%4 v%5 n%6")
            .arg(bar.open.toDouble())
            .arg(bar.high.toDouble())
            .arg(bar.low.toDouble())
            .arg(bar.close.toDouble())
            .arg(bar.volume.toDouble(), 0, 'f', 0)
            .arg(bar.tradeCount);
    }

private:
    Candle &barAt(Timestamp start)
    {
        if (m_bars.empty() || m_bars.back().start != start) {
            m_bars.emplace_back().start = start;
            m_bars.back().hasPrices = false;
        }
        return m_bars.back();
    }

    std::vector<Candle> m_bars; // in the order of what was added
};

inline Timestamp startOf(Timestamp time, Duration width)
{
    return time - time.time_since_epoch() % width;
}

inline bool isClosingCross(const TradeConditions &conditions)
{
    return conditions.contains(condition::closingPrint)
        || conditions.contains(condition::closingTrade);
}

/// Day, minutes and seconds of one day agree.
inline QString checkLevels(const SandboxMarket &market, int instrument, QDate date)
{
    const Timestamp from = easterntime::at(date);
    const Timestamp to = easterntime::at(date.addDays(1));
    const std::optional<SandboxDay> day = market.day(instrument, date);
    const TradingSession session = *market.calendar().session(date);
    if (!day)
        return QStringLiteral("no day");
    const std::vector<Candle> minutes = market.minutes(instrument, from, to);
    const std::vector<Candle> seconds = market.seconds(instrument, from, to);

    Bars fromSeconds;
    for (const Candle &second : seconds)
        fromSeconds.addBar(startOf(second.start, 1min), second);
    if (const QString wrong = fromSeconds.compare(minutes); !wrong.isEmpty())
        return QStringLiteral("minutes from seconds: ") + wrong;

    Qty volume = day->closingCross + day->latePrints;
    qint64 trades = 1;
    Bars regular;
    for (const Candle &minute : minutes) {
        volume += minute.volume;
        trades += minute.tradeCount;
        if (minute.start >= session.open && minute.start < session.close)
            regular.addBar(from, minute);
        if (minute.start < session.preOpen || minute.start >= session.postClose)
            return QStringLiteral("a minute outside 04:00 to 20:00");
        if (minute.low > std::min(minute.open, minute.close)
            || minute.high < std::max(minute.open, minute.close))
            return QStringLiteral("impossible minute ") + Bars::text(minute);
    }
    if (volume != day->candle.volume)
        return QStringLiteral("day volume %1, parts %2")
            .arg(day->candle.volume.toDouble())
            .arg(volume.toDouble());
    const qint64 late = day->candle.tradeCount - trades;
    constexpr qint64 mostLatePrints = 3;
    if (late < 0 || late > mostLatePrints || (late == 0) != day->latePrints.isZero())
        return QStringLiteral("%1 trades are in the day and in no part").arg(late);

    // Prices of the day are those of the regular session and the closing cross
    Candle cross;
    cross.open = cross.high = cross.low = cross.close = day->officialClose;
    regular.addBar(from, cross);
    Candle prices = day->candle;
    prices.volume = regular.back().volume;
    prices.tradeCount = regular.back().tradeCount;
    if (const QString wrong = regular.compare({ prices }); !wrong.isEmpty())
        return QStringLiteral("day from minutes: ") + wrong;
    return {};
}

/// The tape of one day gives its seconds and its day, is in order, and fits its quotes and halts.
inline QString checkTicks(const SandboxMarket &market, int instrument, QDate date,
                          std::vector<MarketEvent> &events)
{
    const Timestamp from = easterntime::at(date);
    const Timestamp to = easterntime::at(date.addDays(1));
    const TradingSession session = *market.calendar().session(date);
    const std::vector<SandboxHalt> halts = market.halts(instrument, date);
    events.clear();
    market.events(instrument, from, to, events);

    Bars seconds;
    Bars days;
    quint64 sequence = 0;
    Timestamp last = from;
    Quote quote;
    LuldBands bands;
    const auto inOrder = [&](Timestamp time, quint64 number) {
        const bool rises = time >= last && number > sequence && time < to;
        last = time;
        sequence = number;
        return rises;
    };
    for (const MarketEvent &event : events) {
        if (const Quote *next = std::get_if<Quote>(&event)) {
            quote = *next;
            if (!inOrder(quote.time, quote.sequence))
                return QStringLiteral("a quote is out of order");
            if (!quote.isTwoSided() || quote.bid >= quote.ask)
                return QStringLiteral("locked or crossed at %1").arg(toMs(quote.time));
            continue;
        }
        if (const LuldBands *next = std::get_if<LuldBands>(&event)) {
            bands = *next;
            if (!inOrder(bands.time, bands.sequence))
                return QStringLiteral("bands are out of order");
            continue;
        }
        const Trade &trade = std::get<Trade>(event);
        if (!inOrder(trade.time, trade.sequence))
            return QStringLiteral("a trade is out of order");
        const bool regularHours = trade.time >= session.open && trade.time < session.close;
        const bool inBars = trade.time >= session.preOpen && trade.time < session.postClose;
        if (inBars && !isClosingCross(trade.conditions)) {
            const TradeUpdate update = tradeUpdate(trade.conditions, regularHours);
            if (update.volume)
                seconds.addTrade(startOf(trade.time, 1s), trade, update);
        }
        const TradeUpdate update = tradeUpdate(trade.conditions, true);
        if (update.volume)
            days.addTrade(from, trade, update);
        for (const SandboxHalt &halt : halts) {
            if (trade.time >= halt.from && trade.time < halt.to)
                return QStringLiteral("a trade during a halt");
        }
        const bool ordinary = inBars && !isClosingCross(trade.conditions)
            && !isRestatement(trade.conditions)
            && !trade.conditions.contains(condition::averagePrice);
        if (ordinary && (trade.price < quote.bid || trade.price > quote.ask))
            return QStringLiteral("a trade at %1 outside %2 to %3")
                .arg(trade.price.toDouble())
                .arg(quote.bid.toDouble())
                .arg(quote.ask.toDouble());
        constexpr qint64 cent = Price::unitsPerOne / 100;
        if (trade.price.units() % (cent / 2) != 0
            || (trade.price.units() % cent != 0 && !trade.isOffExchange()))
            return QStringLiteral("a price off its grid");
        if (regularHours && ordinary && (trade.price > bands.upper || trade.price < bands.lower))
            return QStringLiteral("a trade outside the bands");
    }
    if (const QString wrong = seconds.compare(market.seconds(instrument, from, to));
        !wrong.isEmpty())
        return QStringLiteral("seconds from ticks: ") + wrong;
    if (const QString wrong = days.compare({ market.day(instrument, date)->candle });
        !wrong.isEmpty())
        return QStringLiteral("day from ticks: ") + wrong;
    return {};
}

/// Runs check(market, index) for indices 0 to count on all cores, each with a market of its own;
/// the first thing that is wrong, or nothing.
template<typename Check>
QString inParallel(const SandboxMarket::Options &options, int count, Check check)
{
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<QString> wrong(cores);
    std::vector<std::thread> threads;
    for (unsigned core = 0; core < cores; ++core) {
        threads.emplace_back([&, core] {
            const SandboxMarket market(options);
            for (int index = int(core); index < count && wrong[core].isEmpty(); index += int(cores))
                wrong[core] = check(market, index);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const QString &text : wrong) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace tapeline::sandboxchecks
