#pragma once

#include "papervenue.h"
#include "recordeddays.h"

#include <algorithm>

namespace tapeline::test {

/// The sane quotes of the recorded days, to look up any moment's.
class QuoteHistory
{
public:
    void add(const Quote &quote) { m_quotes[quote.instrument.index()].push_back(quote); }
    /// In force at that time; there is one before.
    const Quote &at(InstrumentId instrument, Timestamp time) const
    {
        const std::vector<Quote> &quotes = m_quotes.at(instrument.index());
        return *std::prev(std::ranges::upper_bound(quotes, time, {}, &Quote::time));
    }
    Price middle(InstrumentId instrument, Timestamp time) const
    {
        const Quote &quote = at(instrument, time);
        return Price::fromUnits((quote.bid.units() + quote.ask.units()) / 2);
    }

private:
    std::map<std::size_t, std::vector<Quote>> m_quotes;
};

/// An order and the place in the stream of events at which it is sent.
struct SoloOrder
{
    OrderTicket ticket;
    InstrumentId instrument;
    std::size_t place = 0;
};

/// What a fill mode made of orders that ran alone.
struct ModeScore
{
    static constexpr std::array markOutTimes { Duration(1s), Duration(10s), Duration(60s) };

    qint64 filled = 0; ///< orders, at least in part
    Qty shares;
    Money profit; ///< what is held is valued at the other side's best ten minutes after sending
    std::array<Money, markOutTimes.size()> markOuts; ///< middle against the fill's price

    QString row(const char *mode) const
    {
        const auto cents = [this](Money money) {
            const double perShare = shares.isZero()
                ? 0
                : double(money.units()) / double(shares.units()) * double(Qty::unitsPerOne) / 1e4;
            return QStringLiteral("%1").arg(perShare, 8, 'f', 3);
        };
        QString text = QStringLiteral("%1 %2 %3 %4 %5")
                           .arg(QLatin1StringView(mode), -8)
                           .arg(filled, 7)
                           .arg(shares.toString(), 9)
                           .arg(profit.toString(), 12)
                           .arg(cents(profit));
        for (const Money markOut : markOuts)
            text += cents(markOut);
        return text;
    }
    static QString header()
    {
        return QStringLiteral("mode      orders    shares          P/L  c/share     1 s    10 s    "
                              "60 s (mark-outs, c/share)");
    }
};

/// Runs one order with nothing else in the account, for ten minutes or until it ends.
class SoloRun
{
public:
    static constexpr Duration length = 10min;

    SoloRun(RecordedDays &days, const QuoteHistory &history)
        : m_days(days)
        , m_history(history)
    {
    }

    /// What was filled; adds to the score.
    Qty run(const SoloOrder &order, FillMode mode, ModeScore &score)
    {
        PaperConfig config;
        config.mode = mode;
        config.triggerStopsAtOnce = true;
        PaperVenue venue(config, m_calendar, m_days.symbols);
        AccountSettings settings;
        settings.margin = MarginMode::None;
        std::size_t i = order.place - std::min(order.place, warmUp);
        const Timestamp sent = RecordedDays::timeOf(m_days.events[order.place]);
        if (!venue.open(settings, RecordedDays::timeOf(m_days.events[i])))
            qFatal("settings refused");
        m_filled = {};
        for (bool ended = false; i < m_days.events.size() && !ended; ++i) {
            const MarketEvent &event = m_days.events[i];
            if (RecordedDays::timeOf(event) > sent + length)
                break;
            play(venue, event);
            if (i == order.place)
                venue.submit(order.ticket, sent);
            for (const OrderEvent &report : venue.takeEvents()) {
                if (!report.lastQty.isZero())
                    count(report, order, score);
                ended = isTerminal(report.state);
            }
        }
        close(venue, order, sent + length, score);
        return m_filled;
    }

private:
    static constexpr std::size_t warmUp = 500; ///< events, for last price and quote

    static void play(PaperVenue &venue, const MarketEvent &event)
    {
        if (const auto *quote = std::get_if<Quote>(&event))
            venue.onQuote(*quote);
        else
            venue.onTrade(std::get<Trade>(event));
    }
    void count(const OrderEvent &fill, const SoloOrder &order, ModeScore &score)
    {
        const bool buy = order.ticket.side == Side::Buy;
        for (std::size_t i = 0; i < score.markOuts.size(); ++i) {
            const Price later
                = m_history.middle(order.instrument, fill.at + ModeScore::markOutTimes[i]);
            const Price gain = buy ? later - fill.lastPrice : fill.lastPrice - later;
            score.markOuts[i] += *notional(gain, fill.lastQty);
        }
        m_filled += fill.lastQty;
    }
    void close(PaperVenue &venue, const SoloOrder &order, Timestamp at, ModeScore &score) const
    {
        Quote last = m_history.at(order.instrument, at);
        last.time = at;
        last.sequence += 1'000'000'000;
        venue.prices().onQuote(last);
        score.profit += venue.books().valuation(at).equity - venue.books().ledger().deposits();
        score.shares += m_filled;
        score.filled += m_filled.isZero() ? 0 : 1;
    }

    RecordedDays &m_days;
    const QuoteHistory &m_history;
    const MarketCalendar m_calendar;
    Qty m_filled;
};

} // namespace tapeline::test
