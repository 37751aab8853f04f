#pragma once

#include "easterntime.h"
#include "marketsource.h"
#include "splitmix64.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>

namespace tapeline {

/// The time of a fake market; set by the test while the server's thread reads it.
struct FakeMarketTime
{
    std::atomic<qint64> ns { 0 };
    void set(Timestamp time) { ns.store(toNs(time)); }
    Timestamp now() const { return fromNs(ns.load()); }
    void advance(Duration step) { ns.fetch_add(step.count()); }
};

/// A small market that follows from its rules alone, so that a test can work out every figure: each
/// session second of 04:00 to 20:00 that is divisible by the instrument's number + 1 has one quote
/// at .1 s and one trade at .2 s; every seventh trade is an odd lot, every eleventh is printed off
/// exchange; the closing cross prints at 16:00:00.5 and is in no bar shorter than a day. Bars and
/// days are sums of the trades.
class FakeMarketSource : public MarketSource
{
public:
    explicit FakeMarketSource(std::shared_ptr<const FakeMarketTime> time)
        : m_time(std::move(time))
    {
        const auto add = [this](const char *symbol, const char *name, const char *type,
                                const char *exchange, QDate listed) {
            ServedInstrument row;
            row.symbol = QString::fromLatin1(symbol);
            row.name = QString::fromLatin1(name);
            row.market = QStringLiteral("stocks");
            row.type = QString::fromLatin1(type);
            row.primaryExchange = QString::fromLatin1(exchange);
            row.description = QStringLiteral("A \"fake\"");
            row.sector = QStringLiteral("Testing");
            row.listed = listed;
            row.sharesOutstanding = 1'000'000;
            m_instruments.push_back(row);
        };
        add("AAA", "Alpha Works", "CS", "XNYS", { 2005, 1, 3 });
        add("BBB", "Beta Holdings", "CS", "XNAS", { 2005, 1, 3 });
        add("BRK.B", "Berkshire Fake", "CS", "XNYS", { 2010, 6, 1 });
        add("ETFX", "Fake Index Fund", "ETF", "ARCX", { 2020, 2, 3 });
    }

    Timestamp now() const override { return m_time->now(); }
    /// As if it ran fast: tests move the time by leaps, and a backlog is worked off by the speed.
    double speed() const override { return 400; }

    std::optional<KeyGrant> grantOf(const QString &key) const override
    {
        const auto all
            = [](ServedPlan plan) { return KeyGrant { plan, plan, plan, plan, plan, false }; };
        if (key == QLatin1String("basic"))
            return all(ServedPlan::Basic);
        if (key == QLatin1String("starter"))
            return all(ServedPlan::Starter);
        if (key == QLatin1String("developer"))
            return all(ServedPlan::Developer);
        if (key.startsWith(QLatin1String("advanced")))
            return all(ServedPlan::Advanced);
        if (key == QLatin1String("noplan")) {
            KeyGrant grant = all(ServedPlan::Basic);
            grant.noPlan = true;
            return grant;
        }
        return std::nullopt;
    }

    const MarketCalendar &calendar() const override { return m_calendar; }
    const std::vector<ServedInstrument> &instruments() const override { return m_instruments; }
    int indexOf(QStringView symbol) const override
    {
        for (std::size_t i = 0; i < m_instruments.size(); ++i)
            if (m_instruments[i].symbol == symbol)
                return static_cast<int>(i);
        return -1;
    }

    /// The trade of one session second, if it has one.
    std::optional<Trade> tradeAt(int instrument, Timestamp second) const
    {
        const Duration time = second - midnightOf(second);
        const qint64 number = time / 1s;
        if (!m_today.trading || time < 4h || time >= 20h || number % (instrument + 1) != 0)
            return std::nullopt;
        const bool regular = time >= 9h + 30min && time < 16h;
        Trade trade;
        trade.instrument = InstrumentId(static_cast<quint32>(instrument));
        trade.time = second + 200ms + 345'678ns;
        trade.participantTime = second + 199ms;
        trade.price = priceAt(instrument, number);
        trade.size = Qty::whole(100 + number % 5 * 100);
        trade.sequence = static_cast<quint64>(number) * 10 + 2;
        trade.exchange = 12;
        trade.tape = 3;
        trade.id = TradeId(std::to_string(number));
        if (number % 7 == 0) {
            trade.conditions.add(condition::oddLot);
            trade.size = Qty::whole(3);
        }
        if (!regular)
            trade.conditions.add(condition::formT);
        if (number % 11 == 0) {
            trade.exchange = 4;
            trade.trfId = 202;
        }
        return trade;
    }

    std::vector<Candle> bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const override
    {
        std::vector<Candle> bars;
        const Timestamp end = std::min(to, asOf);
        if (unit == TimeUnit::Day) {
            for (QDate date = easterntime::date(from); easterntime::at(date) < end;
                 date = date.addDays(1))
                if (const auto served = day(instrument, date, asOf))
                    if (easterntime::at(date) >= from)
                        bars.push_back(served->candle);
            return bars;
        }
        const Duration width = Timeframe(1, unit).nominalLength();
        for (Timestamp start = Timeframe(1, unit).windowStart(from + width - 1ns); start < end;
             start += width) {
            const Candle bar = sum(instrument, start, std::min(start + width, asOf));
            if (bar.tradeCount > 0)
                bars.push_back(bar);
        }
        return bars;
    }

    std::optional<ServedDay> day(int instrument, QDate date, Timestamp asOf) const override
    {
        const std::optional<TradingSession> session = m_calendar.session(date);
        if (!session || date < m_instruments[static_cast<std::size_t>(instrument)].listed
            || asOf <= session->preOpen)
            return std::nullopt;
        ServedDay day;
        day.date = date;
        day.sessionEnd = session->close;
        day.candle = sum(instrument, session->open, std::min(asOf, session->close));
        day.candle.start = easterntime::at(date);
        day.officialOpen = day.candle.open;
        for (const auto &[from, to] : { std::pair(session->preOpen, session->open),
                                        std::pair(session->close, session->postClose) }) {
            const Candle part = sum(instrument, from, std::min(asOf, to));
            day.candle.volume += part.volume;
            day.candle.tradeCount += part.tradeCount;
            (from < session->open ? day.preMarket : day.afterHours)
                = from < session->open ? part.open : part.close;
        }
        const Trade cross = closingCross(instrument, *session);
        if (cross.time < asOf) {
            day.candle.close = day.officialClose = cross.price;
            day.candle.volume += cross.size;
            day.candle.tradeCount += 1;
        }
        return day;
    }

    void events(int instrument, Timestamp from, Timestamp to,
                std::vector<MarketEvent> &out) const override
    {
        for (Timestamp second = std::chrono::floor<std::chrono::seconds>(from); second < to;
             second += 1s) {
            const auto add = [&](const auto &event) {
                if (event.time >= from && event.time < to)
                    out.push_back(event);
            };
            for (int i = 0; i < m_burst.load(); ++i)
                if (const auto quote = quoteAt(instrument, second))
                    add(*quote);
            if (const auto trade = tradeAt(instrument, second))
                add(*trade);
            const auto session = m_calendar.session(easterntime::date(second));
            if (session && second == session->close)
                add(closingCross(instrument, *session));
            if (session && second == session->open + 60s) {
                LuldBands bands;
                bands.instrument = InstrumentId(static_cast<quint32>(instrument));
                bands.time = second + 300ms;
                bands.upper = Price::whole(110);
                bands.lower = Price::whole(90);
                bands.tape = 3;
                bands.sequence = 99;
                add(bands);
            }
        }
    }

    std::optional<Trade> lastTrade(int instrument, Timestamp asOf) const override
    {
        return last<Trade>(instrument, asOf);
    }
    std::optional<Quote> lastQuote(int instrument, Timestamp asOf) const override
    {
        return last<Quote>(instrument, asOf);
    }

    /// How many copies of every quote there are: a flood for slow clients.
    void setBurst(int copies) { m_burst.store(copies); }

    Trade closingCross(int instrument, const TradingSession &session) const
    {
        Trade cross;
        cross.instrument = InstrumentId(static_cast<quint32>(instrument));
        cross.time = session.close + 500ms;
        cross.price = priceAt(instrument, 57'600);
        cross.size = Qty::whole(50'000);
        cross.sequence = 576'005;
        cross.exchange = 12;
        cross.tape = 3;
        cross.id = TradeId("cross");
        cross.conditions.add(condition::closingPrint);
        return cross;
    }

private:
    /// The day that was asked about last: sums ask for every second of one.
    struct Today
    {
        Timestamp from {};
        Timestamp to {};
        bool trading = false;
    };

    Timestamp midnightOf(Timestamp time) const
    {
        if (time < m_today.from || time >= m_today.to) {
            const QDate date = easterntime::date(time);
            m_today = { easterntime::at(date), easterntime::at(date.addDays(1)),
                        m_calendar.isTradingDay(date) };
        }
        return m_today.from;
    }

    static Price priceAt(int instrument, qint64 number)
    {
        const auto cents = static_cast<qint64>(mixKeys(7, instrument, number / 30) % 200
                                               + static_cast<quint64>(number % 30));
        return Price::whole(100 + 10 * instrument)
            + Price::fromUnits(cents * (Price::unitsPerOne / 100));
    }

    std::optional<Quote> quoteAt(int instrument, Timestamp second) const
    {
        const std::optional<Trade> trade = tradeAt(instrument, second);
        if (!trade)
            return std::nullopt;
        Quote quote;
        quote.instrument = trade->instrument;
        quote.time = second + 100ms;
        quote.bid = trade->price - Price::fromUnits(Price::unitsPerOne / 100);
        quote.ask = trade->price + Price::fromUnits(Price::unitsPerOne / 100);
        quote.bidSize = Qty::whole(200);
        quote.askSize = Qty::whole(300);
        quote.sequence = trade->sequence - 1;
        quote.bidExchange = 12;
        quote.askExchange = 19;
        quote.tape = 3;
        return quote;
    }

    /// Sums of trades from a start on, kept so that asking for a day a second later costs a second.
    struct Sum
    {
        Timestamp upTo {}; ///< the first second that is not in it as a whole
        Candle bar;
        double turnover = 0;

        void add(const Trade &trade)
        {
            bar.volume += trade.size;
            bar.tradeCount += 1;
            turnover += trade.price.toDouble() * trade.size.toDouble();
            if (trade.conditions.contains(condition::oddLot))
                return;
            if (!bar.hasPrices)
                bar.open = bar.high = bar.low = trade.price;
            bar.hasPrices = true;
            bar.high = std::max(bar.high, trade.price);
            bar.low = std::min(bar.low, trade.price);
            bar.close = trade.price;
        }
    };

    Candle sum(int instrument, Timestamp from, Timestamp to) const
    {
        if (m_sums.size() > 200)
            m_sums.clear();
        Sum &kept = m_sums[{ instrument, toNs(from) }];
        if (kept.upTo == Timestamp() || kept.upTo > to) {
            kept = Sum();
            kept.upTo = from;
            kept.bar.start = from;
            kept.bar.hasPrices = false;
        }
        for (; kept.upTo + 1s <= to; kept.upTo += 1s)
            if (const std::optional<Trade> trade = tradeAt(instrument, kept.upTo))
                kept.add(*trade);
        Sum sum = kept;
        if (sum.upTo < to)
            if (const auto trade = tradeAt(instrument, sum.upTo); trade && trade->time < to)
                sum.add(*trade);
        if (sum.bar.tradeCount > 0)
            sum.bar.vwap = sum.turnover / sum.bar.volume.toDouble();
        return sum.bar;
    }

    template<typename Tick> std::optional<Tick> last(int instrument, Timestamp asOf) const
    {
        std::vector<MarketEvent> found;
        for (Duration back = 1min; back < 24h * 8; back *= 4) {
            found.clear();
            events(instrument, asOf - back, asOf, found);
            for (auto event = found.rbegin(); event != found.rend(); ++event)
                if (const Tick *tick = std::get_if<Tick>(&*event))
                    return *tick;
        }
        return std::nullopt;
    }

    std::shared_ptr<const FakeMarketTime> m_time;
    MarketCalendar m_calendar;
    std::vector<ServedInstrument> m_instruments;
    std::atomic<int> m_burst { 1 };
    mutable Today m_today;
    mutable std::map<std::pair<int, qint64>, Sum> m_sums;
};

} // namespace tapeline
