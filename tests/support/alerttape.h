#pragma once

#include "alertwatch.h"

#include <QString>

namespace tapeline::test {

/// Prices that come in one after the other, as the bars of a watch.
class AlertTape
{
public:
    static constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

    explicit AlertTape(Timeframe timeframe = Timeframe(1, TimeUnit::Minute))
        : watch(QStringLiteral("AAPL"), timeframe)
    {
        QObject::connect(&watch, &AlertWatch::fired, &watch,
                         [this](const AlertFiring &firing) { fired.push_back(firing); });
    }

    static Timestamp at(Duration since) { return origin + since; }

    /// History up to now, which ends with this price.
    void begin(double price, Duration now = 30s)
    {
        setNow(now);
        addPrice(price);
        send(true);
    }
    void setNow(Duration since)
    {
        m_now = origin + since;
        watch.setMarket(live, m_now);
    }
    /// Without a look: more may come before the next one.
    void addPrice(double price)
    {
        const Timestamp start = watch.timeframe().windowStart(m_now);
        const Price exact = Price::fromDouble(price);
        if (m_bars.empty() || m_bars.back().start != start) {
            Candle bar;
            bar.start = start;
            bar.open = bar.high = bar.low = exact;
            m_bars.push_back(bar);
        }
        Candle &bar = m_bars.back();
        bar.high = std::max(bar.high, exact);
        bar.low = std::min(bar.low, exact);
        bar.close = exact;
        bar.volume += Qty::whole(100);
        m_unsent = std::min(m_unsent, m_bars.size() - 1);
    }
    void moveNow(Duration since) { m_now = origin + since; }
    /// A look at what came in.
    void send(bool reset = false)
    {
        ChartUpdate update;
        update.reset = reset;
        update.history = ChartUpdate::History::Partial;
        update.gaps = gaps;
        update.bars.assign(m_bars.begin() + qsizetype(std::min(m_unsent, m_bars.size())),
                           m_bars.end());
        m_unsent = m_bars.size();
        watch.setMarket(live, m_now);
        watch.apply(update);
    }
    void price(double price, Duration since)
    {
        moveNow(since);
        addPrice(price);
        send();
    }
    /// Older bars, of one price each.
    void prepend(std::initializer_list<Duration> starts, double price)
    {
        ChartUpdate update;
        update.history = ChartUpdate::History::Partial;
        update.gaps = gaps;
        for (const Duration start : starts) {
            Candle bar;
            bar.start = at(start);
            bar.open = bar.high = bar.low = bar.close = Price::fromDouble(price);
            bar.volume = Qty::whole(100);
            update.bars.push_back(bar);
        }
        watch.apply(update);
    }
    void setLive(bool now)
    {
        live = now;
        watch.setMarket(live, m_now);
    }
    void forgetBars()
    {
        m_bars.clear();
        m_unsent = 0;
    }

    AlertWatch watch;
    std::vector<AlertFiring> fired;
    std::vector<Timestamp> gaps;
    bool live = true;

private:
    Timestamp m_now = origin;
    std::vector<Candle> m_bars;
    std::size_t m_unsent = 0;
};

inline ChartAlert priceAlert(AlertCondition condition, double level,
                             AlertWhen when = AlertWhen::Once)
{
    ChartAlert alert;
    alert.id = QStringLiteral("a1");
    alert.symbol = QStringLiteral("AAPL");
    alert.condition = condition;
    alert.against = AlertValue::atLevel(level);
    alert.when = when;
    return alert;
}

} // namespace tapeline::test
