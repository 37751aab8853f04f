#pragma once

#include "chartbars.h"
#include "easterntime.h"
#include "journalupdate.h"
#include "splitmix64.h"

#include <array>

namespace tapeline::test {

/// Days of a trader who is lifelike enough for tests and pictures: some strengths, some mistakes.
struct JournalSamples
{
    std::vector<TradeRecord> trades; ///< by their openings, oldest first
    std::map<TradeKey, TradeNotes> notes;
    std::map<NoteSubject, DayNotes> days;

    /// Another journal with all of them.
    JournalUpdate update() const
    {
        JournalUpdate update;
        update.trades = std::make_shared<const std::vector<TradeRecord>>(trades);
        update.notes = std::make_shared<const std::map<TradeKey, TradeNotes>>(notes);
        update.days = std::make_shared<const std::map<NoteSubject, DayNotes>>(days);
        update.isCatchingUp = false;
        return update;
    }
};

namespace samples {

inline Price cents(double price)
{
    return Price::fromUnits(qRound64(price * 100) * (Price::unitsPerOne / 100));
}

inline Money moneyCents(double amount)
{
    return Money::fromUnits(qRound64(amount * 100) * (Money::unitsPerOne / 100));
}

inline MarketMoment moment(SplitMix64 &random, Timestamp at, double price)
{
    MarketMoment moment;
    moment.at = at;
    moment.part = MarketCalendar().partAt(at);
    moment.recency = Recency::RealTime;
    moment.bid = cents(price - 0.01);
    moment.ask = cents(price + 0.01 + 0.01 * double(random.below(2)));
    moment.last = cents(price);
    moment.cvd = double(qint64(random.below(4'000'000)) - 1'800'000);
    moment.cvdSlope = double(qint64(random.below(60'000)) - 28'000);
    moment.vwap = price * (1 + (random.uniform() - 0.5) * 0.01);
    moment.relativeVolume = 0.4 + random.uniform() * 2.2;
    moment.atr = price * (0.012 + random.uniform() * 0.02);
    return moment;
}

/// Prices and result of a trade that holds a symbol; the rest is filled in already.
inline void price(TradeRecord &trade, SplitMix64 &random, double base, double edge)
{
    const double sign = trade.direction == TradeDirection::Short ? -1 : 1;
    const double entry = base * (0.96 + random.uniform() * 0.08);
    const double distance = entry * (0.004 + random.uniform() * 0.006);
    const double spread = random.uniform() + random.uniform() + random.uniform() - 1.5;
    const double reached = std::max(-1.15, edge + 1.7 * spread); // in units of the risk
    const double exit = entry + sign * reached * distance;
    const double size = trade.size.toDouble() * double(trade.multiplier);
    trade.entryPrice = cents(entry);
    trade.gross = moneyCents(sign * (cents(exit).toDouble() - cents(entry).toDouble()) * size);
    if (!trade.isOpen())
        trade.exitPrice = cents(exit);
    else
        trade.gross = Money();
    if (random.below(10) != 0) {
        trade.stop = cents(entry - sign * distance);
        trade.risk = moneyCents(distance * size);
    }
    const double worst = std::min(0.0, reached) - random.uniform() * 0.4;
    const double best = std::max(0.0, reached) + random.uniform() * 0.8;
    trade.worst = moneyCents(worst * distance * size);
    trade.best = moneyCents(best * distance * size);
}

inline void structure(TradeRecord &trade, SplitMix64 &random, QDate day)
{
    static constexpr std::array forms { "iron_condor", "bull_put_spread", "long_straddle" };
    const std::size_t form = random.below(forms.size());
    const QString expiry = day.addDays(30).toString(QStringLiteral("yyMMdd"));
    trade.symbol = QStringLiteral("SPY");
    trade.assetClass = AssetClass::Options;
    trade.direction = TradeDirection::Structure;
    trade.structure = QString::fromLatin1(forms[form]);
    trade.multiplier = 100;
    trade.size = Qty::whole(1 + qint64(random.below(3)));
    for (const int strike : { 640, 650, 700, 710 })
        trade.symbols.append(
            QStringLiteral("O:SPY%1%2%3")
                .arg(expiry, strike < 700 ? QStringLiteral("P") : QStringLiteral("C"))
                .arg(strike * 1'000, 8, 10, QChar(u'0')));
    const double risk = 180 * trade.size.toDouble();
    const double reached = std::max(-1.0, 0.2 + 1.2 * (random.uniform() - 0.5));
    trade.gross = trade.isOpen() ? Money() : moneyCents(reached * risk);
    trade.risk = moneyCents(risk);
    trade.worst = moneyCents((std::min(0.0, reached) - 0.2) * risk);
    trade.best = moneyCents((std::max(0.0, reached) + 0.1) * risk);
    trade.isExcursionRough = true;
}

inline TradeNotes notes(SplitMix64 &random, const TradeRecord &trade, std::size_t setup)
{
    static const std::array setups { QStringLiteral("Opening range breakout"),
                                     QStringLiteral("VWAP reclaim"),
                                     QStringLiteral("Fade of the extreme"),
                                     QStringLiteral("Earnings drift") };
    static const std::array tags { QStringLiteral("A+"), QStringLiteral("news"),
                                   QStringLiteral("trend day"), QStringLiteral("range day"),
                                   QStringLiteral("high volume") };
    static const std::array mistakes { QStringLiteral("Chased"), QStringLiteral("Moved the stop"),
                                       QStringLiteral("Out too early"),
                                       QStringLiteral("Too large") };
    static const std::array texts {
        QStringLiteral("Waited for the **retest**, as planned. Took half off at the first target."),
        QStringLiteral(
            "Late. The tape had slowed down already.\n\n- no new highs in CVD\n- spread widened"),
        QStringLiteral("Textbook. Would take it again."),
        QStringLiteral("Stop was too tight for the ATR of the day; see the note of Monday.")
    };
    TradeNotes notes;
    if (random.below(6) == 0)
        return notes;
    notes.setup = trade.structure.isEmpty() ? setups[setup] : QStringLiteral("Short premium");
    notes.tags.append(tags[random.below(tags.size())]);
    if (const QString &second = tags[random.below(tags.size())]; !notes.tags.contains(second))
        notes.tags.append(second);
    if (trade.gross < Money() && random.below(2) == 0)
        notes.mistakes.append(mistakes[random.below(mistakes.size())]);
    if (random.below(3) != 0)
        notes.rating = 1 + int(random.below(5));
    if (random.below(2) == 0)
        notes.text = texts[random.below(texts.size())];
    return notes;
}

inline DayNotes day(SplitMix64 &random)
{
    DayNotes notes;
    notes.plan = QStringLiteral("Only the first hour. **Two** losses and I stop.\n\n- NVDA above "
                                "yesterday's high\n- no trades before 09:35");
    notes.review = random.below(2) == 0
        ? QStringLiteral("Kept to the plan; the second entry was late.")
        : QStringLiteral("Overtraded after the first loss. Smaller size tomorrow.");
    notes.checklist = { { QStringLiteral("Slept enough"), random.below(4) != 0 },
                        { QStringLiteral("Calendar of events read"), random.below(5) != 0 },
                        { QStringLiteral("Levels drawn before the open"), random.below(3) != 0 } };
    return notes;
}

} // namespace samples

/// count trades on the trading days up to Friday 2026-11-20, the last two of them open; the same
/// for the same seed. Most on "simulated/Paper"; with every 9th on "live/Main" and every 13th
/// imported.
inline JournalSamples journalSamples(int count = 200, quint64 seed = 12)
{
    struct Name
    {
        const char *symbol;
        double price;
    };
    static constexpr std::array<Name, 8> names { { { "AAPL", 262 },
                                                   { "MSFT", 498 },
                                                   { "NVDA", 187 },
                                                   { "TSLA", 404 },
                                                   { "AMD", 241 },
                                                   { "META", 612 },
                                                   { "SPY", 668 },
                                                   { "QQQ", 604 } } };
    SplitMix64 random(seed);
    const MarketCalendar calendar;
    JournalSamples all;
    QDate day(2026, 11, 20);
    for (int left = count - 3; left > 0; left -= 3)
        day = calendar.previousTradingDay(day);
    int inDay = 0;
    for (int i = 0; i < count; ++i) {
        if (inDay == 3) {
            day = calendar.nextTradingDay(day);
            inDay = 0;
        }
        TradeRecord trade;
        trade.key.account = i % 13 == 7 ? QStringLiteral("import/Broker")
            : i % 9 == 4                ? QStringLiteral("live/Main")
                                        : QStringLiteral("simulated/Paper");
        trade.key.number = quint64(100 + 4 * i);
        const auto minute = 2 + 105 * inDay++ + int(random.below(95));
        trade.openedAt = easterntime::at(day,
                                         std::chrono::hours(9) + std::chrono::minutes(30 + minute)
                                             + std::chrono::seconds(random.below(60)));
        const bool isOpen = i >= count - 2;
        if (!isOpen)
            trade.closedAt = trade.openedAt + std::chrono::seconds(45 + random.below(50 * 60));
        const Name &name = names[random.below(names.size())];
        const std::size_t setup = random.below(4);
        trade.direction = random.below(3) == 0 ? TradeDirection::Short : TradeDirection::Long;
        trade.executions = isOpen ? 1 : 2 + int(random.below(3));
        if (random.below(11) == 0) {
            samples::structure(trade, random, day);
        } else {
            trade.symbol = QString::fromLatin1(name.symbol);
            trade.symbols.append(trade.symbol);
            trade.size = Qty::whole(50 * (1 + qint64(random.below(6))));
            samples::price(trade, random, name.price, setup == 2 ? -0.2 : 0.25);
        }
        trade.fees = samples::moneyCents(0.35 * trade.executions + 0.01 * double(random.below(90)));
        trade.slippage = samples::moneyCents(double(random.below(900)) / 100 - 1.5);
        trade.strictNet = trade.net() - samples::moneyCents(double(random.below(1'500)) / 100);
        const double price = trade.entryPrice ? trade.entryPrice->toDouble() : 4.2;
        trade.entry = samples::moment(random, trade.openedAt, price);
        if (!isOpen)
            trade.exit = samples::moment(random, trade.closedAt,
                                         trade.exitPrice ? trade.exitPrice->toDouble() : 3.1);
        const TradeNotes notes = samples::notes(random, trade, setup);
        if (notes != TradeNotes())
            all.notes.emplace(trade.key, notes);
        if (inDay == 1 && random.below(3) != 0)
            all.days.emplace(NoteSubject { .trade = {}, .day = day }, samples::day(random));
        all.trades.push_back(std::move(trade));
    }
    return all;
}

/// The page of a trade: what it was made of, how its orders went, what was written.
inline TradeDetail journalDetail(const TradeRecord &trade, const TradeNotes &notes = {})
{
    TradeDetail detail { .key = trade.key };
    const bool isShort = trade.direction == TradeDirection::Short;
    const QString symbol = trade.symbols.value(0, trade.symbol);
    quint64 sequence = 0;
    const auto add = [&](Timestamp at, Side side, Price price, Money realized, const QString &id) {
        OrderTicket ticket;
        ticket.id = id;
        ticket.symbol = symbol;
        ticket.side = side;
        ticket.qty = trade.size;
        ticket.type = OrderType::Limit;
        ticket.limit = price;
        OrderEvent event;
        event.sequence = ++sequence;
        event.at = at - std::chrono::seconds(3);
        event.id = id;
        event.action = OrderAction::Submit;
        event.state = OrderState::Submitted;
        event.leaves = trade.size;
        event.ticket = ticket;
        detail.orders.push_back(event);
        OrderEvent accepted = event;
        accepted.sequence = ++sequence;
        accepted.action = OrderAction::Accept;
        accepted.state = OrderState::Accepted;
        accepted.ticket.reset();
        detail.orders.push_back(accepted);
        OrderEvent fill = accepted;
        fill.sequence = ++sequence;
        fill.at = at;
        fill.action = OrderAction::FillAll;
        fill.state = OrderState::Filled;
        fill.leaves = Qty();
        fill.lastQty = trade.size;
        fill.lastPrice = price;
        fill.cumQty = trade.size;
        fill.fee = samples::moneyCents(trade.fees.toDouble() / 2);
        fill.evidence.rule = FillRule::TakeDisplayed;
        fill.evidence.quoteTime = at;
        fill.evidence.bid = price - samples::cents(0.01);
        fill.evidence.ask = price;
        fill.evidence.bidSize = Qty::whole(400);
        fill.evidence.askSize = Qty::whole(600);
        detail.orders.push_back(fill);
        detail.executions.push_back({ .sequence = trade.key.number + sequence,
                                      .at = at,
                                      .symbol = symbol,
                                      .side = side,
                                      .qty = trade.size,
                                      .price = price,
                                      .fee = fill.fee,
                                      .realized = realized,
                                      .order = id,
                                      .orderEvent = fill.sequence,
                                      .slippage = samples::cents(0.01) });
    };
    const Price entry = trade.entryPrice.value_or(samples::cents(4.2));
    add(trade.openedAt, isShort ? Side::Sell : Side::Buy, entry, {}, QStringLiteral("entry"));
    if (!trade.isOpen())
        add(trade.closedAt, isShort ? Side::Buy : Side::Sell,
            trade.exitPrice.value_or(samples::cents(3.1)), trade.gross, QStringLiteral("exit"));
    if (!notes.text.isEmpty()) {
        NoteEdit first { .subject = { .trade = trade.key },
                         .text = QStringLiteral("First thought.") };
        NoteEdit second { .subject = { .trade = trade.key }, .text = notes.text };
        const Timestamp at = trade.openedAt + std::chrono::hours(9);
        detail.revisions = { { 1, at, first }, { 2, at + std::chrono::minutes(4), second } };
    }
    return detail;
}

/// Bars of five minutes of its day, through its entry and its exit.
inline std::vector<Candle> journalBars(const TradeRecord &trade)
{
    const QDate day = easterntime::date(trade.openedAt);
    const Timestamp open = easterntime::at(day, std::chrono::hours(9) + std::chrono::minutes(30));
    std::vector<Candle> bars
        = chartbars::walk(78, open, std::chrono::minutes(5), qint64(trade.key.number));
    if (!trade.entryPrice)
        return bars;
    const auto at = std::size_t(std::clamp<qint64>(
        (trade.openedAt - open) / std::chrono::minutes(5), 0, qint64(bars.size()) - 1));
    const Price shift = *trade.entryPrice - bars[at].open;
    for (Candle &bar : bars) {
        bar.vwap += shift.toDouble();
        for (Price *price : { &bar.open, &bar.high, &bar.low, &bar.close })
            *price = *price + shift;
    }
    return bars;
}

} // namespace tapeline::test
