#include "ordereventtext.h"
#include "ordertext.h"
#include "paperdesk.h"

#include <QJsonDocument>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const char *const put = "O:IBM260619P00100000";
const char *const wing = "O:IBM260619P00095000";

/// A second venue that knows only the text of what the first one kept.
struct Restarted
{
    explicit Restarted(PaperDesk &before)
        : venue(PaperDesk::instant(), before.calendar, symbols)
    {
        before.collect();
        std::vector<OrderEvent> orders;
        for (const OrderEvent &event : before.events)
            orders.push_back(*orderEventFromText(orderEventText(event)));
        if (!venue.restore(orders, before.books))
            qFatal("not restored");
    }
    SymbolTable symbols;
    PaperVenue venue;
};

AtrDistance twice(const char *atr)
{
    return { .multiplePpm = 2'000'000, .timeframe = {}, .atr = price(atr) };
}

OrderTicket sized(SizeRule::By by, const char *amount)
{
    OrderTicket order = PaperDesk::order("a", "IBM", "1");
    order.size = SizeRule { .by = by, .amount = money(amount), .shares = qty(amount) };
    return order;
}

/// "canceled TIME_STOP": where an order stands and why, of those that were fetched.
QString standing(const std::vector<OrderEvent> &events, const char *id)
{
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (event->id == QLatin1StringView(id)) {
            const std::string text = std::string(stateText(event->state)) + ' '
                + std::string(reasonText(event->reason.code));
            return QString::fromStdString(text).trimmed();
        }
    return {};
}

QString numbers(const PaperDesk &desk)
{
    return desk.events.empty() ? QString() : desk.events.back().reason.numbers;
}

/// Exits of the entry "a" by the clock that were sent.
qsizetype exitsSent(const std::vector<OrderEvent> &events)
{
    return std::ranges::count_if(events, [](const OrderEvent &event) {
        return event.id.startsWith("a.time"_L1) && event.action == OrderAction::Submit;
    });
}

TimeStop seconds(qint64 count)
{
    return { .kind = TimeStop::Kind::Seconds, .count = count };
}

} // namespace

/// What orders carry beside their prices (execution.md C.8): ATR stops, sizes, exits by the clock
/// and by implied volatility.
class OrderRulesTest : public QObject
{
    Q_OBJECT

    static OrderTicket ticket(const PaperDesk &desk, const char *id)
    {
        return desk.venue.broker().ticket(QString::fromLatin1(id)).value_or(OrderTicket());
    }
    static Qty held(const PaperDesk &desk, const char *symbol = "IBM")
    {
        return desk.venue.books().position(QString::fromLatin1(symbol));
    }
    /// A desk with the quote and a position of 100 that ends after a minute.
    static void enter(PaperDesk &desk, const char *id = "a")
    {
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = PaperDesk::order(id, "IBM", "100");
        order.timeStop = seconds(60);
        desk.submit(order);
        desk.quote("IBM", "49.99", "50.00");
    }

    /// One put less, two further out of the money more, for a minute.
    static void enterPackage(PaperDesk &desk)
    {
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(put, "3.00", "3.05");
        desk.quote(wing, "1.50", "1.55");
        OrderTicket spread;
        spread.id = u"a"_s;
        spread.qty = qty("1");
        spread.legs = { { QString::fromLatin1(put), Side::Sell, 1 },
                        { QString::fromLatin1(wing), Side::Buy, 2 } };
        spread.timeStop = seconds(60);
        desk.submit(spread);
        desk.quote(put, "3.00", "3.05");
        desk.quote(wing, "1.50", "1.55");
        QCOMPARE(held(desk, wing), qty("2"));
    }

private slots:
    // --- text

    void rulesAreTextAndBack_data()
    {
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const QString &rule) {
            QTest::newRow(name) << uR"({"id":"a","symbol":"IBM","side":"buy","qty":"1",)"
                                   R"("type":"market","tif":"day",%1})"_s.arg(rule);
        };
        add("atr", uR"("stop_loss_atr":{"multiple":"2.5","timeframe":"5m","atr":"1.25"})"_s);
        add("atr unknown", uR"("stop_loss_atr":{"multiple":"2","timeframe":"1h"})"_s);
        add("risk", uR"("size":{"by":"risk","amount":"500"})"_s);
        add("by atr", uR"("size":{"by":"atr","amount":"500","multiple":"2","timeframe":"1m"})"_s);
        add("cash", uR"("size":{"by":"cash","amount":"1000.5"})"_s);
        add("shares", uR"("size":{"by":"shares","amount":"0.00000001"})"_s);
        add("seconds", uR"("time_stop":{"seconds":90})"_s);
        add("minutes", uR"("time_stop":{"minutes":3})"_s);
        add("bars", uR"("time_stop":{"bars":3,"timeframe":"5m"})"_s);
        add("time of day", uR"("time_stop":{"at":"15:55"})"_s);
        add("days", uR"("time_stop":{"days_to_expiry":21})"_s);
        add("volatility", uR"("iv_stop":{"entry":"0.25","relative":"0.5","points":"0.1"})"_s);
        add("volatility later", uR"("iv_stop":{})"_s);
    }
    void rulesAreTextAndBack()
    {
        QFETCH(QString, text);
        const Result<OrderTicket> read
            = ticketFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
        QVERIFY(read);
        QVERIFY(read->hasRules());
        QCOMPARE(QString::fromStdString(ticketText(*read)), text);
    }

    void refusesRulesThatSayNothing_data()
    {
        QTest::addColumn<QByteArray>("rule");
        for (const char *rule :
             { R"("stop_loss_atr":2)", R"("stop_loss_atr":{"multiple":2})",
               R"("stop_loss_atr":{"timeframe":"5x"})", R"("stop_loss_atr":{"width":"2"})",
               R"("size":{"by":"luck","amount":"1"})", R"("size":{"by":"risk"})",
               R"("size":{"by":"cash","amount":"1","multiple":"2"})", R"("time_stop":{})",
               R"("time_stop":{"seconds":1,"minutes":1})", R"("time_stop":{"at":"25:00"})",
               R"("time_stop":{"bars":3})", R"("time_stop":{"seconds":3,"timeframe":"5m"})",
               R"("iv_stop":{"relative":0.5})" })
            QTest::newRow(rule) << QByteArray(rule);
    }
    void refusesRulesThatSayNothing()
    {
        QFETCH(QByteArray, rule);
        const QByteArray text = "{\"id\":\"a\"," + rule + "}";
        const Result<OrderTicket> read = ticketFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Malformed);
    }

    // --- ATR stops

    void c24AttachesAStopByAGivenRange()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = PaperDesk::order("a", "IBM", "100", "50");
        order.stopLossAtr = twice("1.25");
        desk.submit(order);
        QCOMPARE(ticket(desk, "a").stopLoss, price("47.50"));
        QCOMPARE(ticket(desk, "a.stop").stop, price("47.50"));
        // the journal says by which range
        QCOMPARE(desk.events.front().ticket->stopLossAtr->atr, price("1.25"));
        QCOMPARE(desk.events.front().ticket->stopLoss, price("47.50"));
    }

    void reckonsTheRangeFromItsOwnBars()
    {
        PaperDesk desk;
        // Minutes with a range of 1.00 each, the last of which still runs
        for (int minute = 0; minute < 15; ++minute) {
            desk.now = easterntime::at(QDate(2026, 3, 10), 11h + std::chrono::minutes(minute));
            desk.trade("IBM", "50.00");
            desk.trade("IBM", "51.00");
            desk.trade("IBM", "50.50");
        }
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = PaperDesk::order("a", "IBM", "100", "50");
        order.stopLossAtr = AtrDistance {};
        desk.submit(order);
        QCOMPARE(ticket(desk, "a").stopLossAtr->atr, price("1"));
        QCOMPARE(ticket(desk, "a").stopLoss, price("48"));
    }

    void saysWhatOfTheRangeIsMissing()
    {
        PaperDesk desk;
        desk.trade("IBM", "50.00");
        desk.advanceTo(desk.now + 2min);
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = PaperDesk::order("a", "IBM", "100");
        order.stopLossAtr = AtrDistance {};
        desk.submit(order);
        QCOMPARE(standing(desk.events, "a"), u"rejected NO_MARKET_DATA"_s);
        QCOMPARE(numbers(desk), u"ATR14 of IBM: 1 of 14 bars of 1m seen"_s);
        QCOMPARE(held(desk), Qty());
    }

    /// Wilder's average over 16 bars, bar 0 included; gaps count.
    void averagesRanges()
    {
        TrueRange ranges;
        const InstrumentId id(3);
        const Timestamp start = easterntime::at(QDate(2026, 3, 10), 10h);
        for (int i = 0; i < 14; ++i)
            ranges.add(id, start + std::chrono::minutes(i), i % 2 == 0 ? price("10") : price("11"));
        const auto average = [&](int minute) {
            return ranges.average(id, {}, AssetClass::Stocks, start + std::chrono::minutes(minute));
        };
        QCOMPARE(average(13).bars, 13);
        QCOMPARE(average(13).atr, Price());
        // 0, then 1 thirteen times
        QCOMPARE(average(14).atr, price("0.9285714286"));
        ranges.add(id, start + 14min, price("14.2")); // 3.2 above the last close
        QCOMPARE(average(15).atr, price("1.0908163265"));
        QCOMPARE(
            ranges.average(id, { 5, TimeUnit::Minute }, AssetClass::Stocks, start + 15min).bars, 3);
    }

    void refusesAStopBelowZero()
    {
        PaperDesk desk;
        desk.quote("IBM", "1.99", "2.00");
        OrderTicket order = PaperDesk::order("a", "IBM", "100");
        order.stopLossAtr = twice("1.25");
        desk.submit(order);
        QCOMPARE(standing(desk.events, "a"), u"rejected PRICE_NONPOSITIVE"_s);
        QCOMPARE(numbers(desk), u"2 x ATR 1.25 from 2.00"_s);
    }

    // --- sizes

    void h02SizesByRange()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = sized(SizeRule::By::Atr, "500");
        order.size->distance = twice("1.25");
        desk.submit(order);
        QCOMPARE(held(desk), qty("200"));
        QCOMPARE(desk.events.front().ticket->qty, qty("200"));
    }

    void sizesByRiskCashAndShares()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket byRisk = sized(SizeRule::By::Risk, "500");
        byRisk.stopLossAtr = twice("1.25"); // 2.50 a share
        desk.submit(byRisk);
        QCOMPARE(held(desk), qty("200"));
        OrderTicket byCash = sized(SizeRule::By::Cash, "10049");
        byCash.id = u"b"_s;
        desk.submit(byCash);
        QCOMPARE(held(desk), qty("400"));
        OrderTicket byShares = sized(SizeRule::By::Shares, "7");
        byShares.id = u"c"_s;
        desk.submit(byShares);
        QCOMPARE(held(desk), qty("407"));
    }

    void refusesASizeOfNothing()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = sized(SizeRule::By::Risk, "2");
        order.stopLoss = price("47.5");
        desk.submit(order);
        QCOMPARE(standing(desk.events, "a"), u"rejected QTY_ZERO"_s);
        QCOMPARE(numbers(desk), u"risk 2.00, entry 50.00, stop 47.50"_s);
        OrderTicket open = sized(SizeRule::By::Risk, "500");
        open.id = u"b"_s;
        desk.submit(open);
        QCOMPARE(standing(desk.events, "b"), u"rejected PRICE_MISSING"_s);
    }

    // --- exits by the clock

    void theClockEndsAPosition()
    {
        PaperDesk desk;
        enter(desk);
        const Timestamp filledAt = desk.events.back().at;
        QCOMPARE(held(desk), qty("100"));
        desk.advanceTo(filledAt + 60s - Duration(1));
        QCOMPARE(held(desk), qty("100"));
        desk.advanceTo(filledAt + 60s);
        QCOMPARE(held(desk), Qty());
        QCOMPARE(standing(desk.events, "a.time"), u"filled"_s);
        const auto sent
            = std::ranges::find_if(desk.events, [](const auto &e) { return e.id == "a.time"_L1; });
        QCOMPARE(sent->reason.code, ReasonCode::TimeStop);
        QCOMPARE(sent->at, filledAt + 60s);
    }

    /// The event that comes later does not make the exit later.
    void theClockRunsBetweenEvents()
    {
        PaperDesk desk;
        enter(desk);
        const Timestamp filledAt = desk.events.back().at;
        desk.now = filledAt + 10min;
        desk.quote("IBM", "48.99", "49.00");
        const auto sent
            = std::ranges::find_if(desk.events, [](const auto &e) { return e.id == "a.time"_L1; });
        QCOMPARE(sent->at, filledAt + 60s);
        QCOMPARE(held(desk), Qty());
    }

    void theRestOfTheEntryGoesWithIt()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00", "40");
        OrderTicket order = PaperDesk::order("a", "IBM", "100", "50");
        order.timeStop = seconds(60);
        order.stopLoss = price("45");
        desk.submit(order);
        QCOMPARE(held(desk), qty("40"));
        desk.quote("IBM", "49.99", "50.02", "40");
        desk.advanceTo(desk.now + 2min);
        desk.quote("IBM", "49.99", "50.02", "40");
        QCOMPARE(held(desk), Qty());
        QCOMPARE(standing(desk.events, "a"), u"canceled TIME_STOP"_s);
        QCOMPARE(standing(desk.events, "a.stop"), u"canceled OCO"_s);
        QVERIFY(desk.venue.broker().workingIds().empty());
    }

    void closesOnlyWhatItsEntryOpened()
    {
        PaperDesk desk;
        enter(desk);
        desk.submit(PaperDesk::order("b", "IBM", "30"));
        desk.advanceTo(desk.now + 2min);
        desk.quote("IBM", "49.99", "50.00");
        QCOMPARE(held(desk), qty("30"));
    }

    /// Closed by hand and opened again: that is another position.
    void leavesALaterPositionAlone()
    {
        PaperDesk desk;
        enter(desk);
        desk.submit(PaperDesk::order("out", "IBM", "-100"));
        desk.submit(PaperDesk::order("again", "IBM", "100"));
        Restarted after(desk);
        desk.advanceTo(desk.now + 2min);
        QCOMPARE(held(desk), qty("100"));
        after.venue.advanceTo(desk.now);
        QVERIFY(after.venue.broker().workingIds().empty());
    }

    void followsASplit()
    {
        PaperDesk desk;
        enter(desk);
        desk.venue.onSplit(u"IBM"_s, 4, 1, desk.now);
        desk.quote("IBM", "12.49", "12.50");
        QCOMPARE(held(desk), qty("400"));
        Restarted after(desk);
        desk.advanceTo(desk.now + 2min);
        QCOMPARE(held(desk), Qty());
        after.venue.advanceTo(desk.now);
        QCOMPARE(after.venue.broker().ticket(u"a.time"_s)->qty, qty("400"));
    }

    /// What was due before the feed broke off was sent before it.
    void theClockRunsUpToABreakOfTheFeed()
    {
        PaperDesk desk;
        enter(desk);
        const Timestamp filledAt = desk.events.back().at;
        desk.venue.setFeedDown(true, filledAt + 5min);
        desk.collect();
        QCOMPARE(exitsSent(desk.events), 1);
        QCOMPARE(desk.venue.broker().sentAt(u"a.time"_s), filledAt + 60s);
    }

    void aRestartKeepsTheClock()
    {
        PaperDesk desk;
        enter(desk);
        const Timestamp due = desk.events.back().at + 60s;
        Restarted after(desk);
        after.venue.advanceTo(due - Duration(1));
        QVERIFY(after.venue.broker().workingIds().empty());
        after.venue.advanceTo(due);
        QCOMPARE(after.venue.broker().workingIds(), std::vector { u"a.time"_s });
        QCOMPARE(after.venue.takeEvents().front().reason.code, ReasonCode::TimeStop);
    }

    /// The books' reset is older than the entry, though only the entry's fill comes after it in the
    /// books.
    void aRestartKeepsTheClockAfterAReset()
    {
        PaperDesk desk;
        enter(desk, "before");
        desk.advanceTo(desk.now + 10s);
        QCOMPARE(desk.venue.perform({ .kind = AccountCommand::Kind::Reset }, desk.now).code,
                 ReasonCode::None);
        enter(desk);
        const Timestamp due = desk.events.back().at + 60s;
        Restarted after(desk);
        after.venue.advanceTo(due);
        QCOMPARE(after.venue.broker().workingIds(), std::vector { u"a.time"_s });
        desk.advanceTo(due);
        QCOMPARE(standing(desk.events, "before.time"), QString());
        QCOMPARE(held(desk), Qty());
    }

    void aRestartKeepsAnEntryOfTheResetsInstant()
    {
        PaperDesk desk;
        enter(desk, "before");
        OrderTicket order = PaperDesk::order("a", "IBM", "100");
        order.timeStop = seconds(60);
        QCOMPARE(desk.venue.perform({ .kind = AccountCommand::Kind::Reset }, desk.now).code,
                 ReasonCode::None);
        desk.venue.submit(order, desk.now);
        desk.quote("IBM", "49.99", "50.00");
        QCOMPARE(held(desk), qty("100"));
        Restarted after(desk);
        after.venue.advanceTo(desk.now + 2min);
        QCOMPARE(after.venue.broker().workingIds(), std::vector { u"a.time"_s });
    }

    /// What was due while the program was off is sent with the first event.
    void aMissedClockIsMadeUpFor()
    {
        PaperDesk desk;
        enter(desk);
        Restarted after(desk);
        Quote quote { .instrument = after.symbols.intern(u"IBM"_s),
                      .time = desk.now + 3h,
                      .bid = price("51"),
                      .ask = price("51.01"),
                      .bidSize = qty("500"),
                      .askSize = qty("500"),
                      .sequence = 99 };
        after.venue.onQuote(quote);
        QCOMPARE(after.venue.books().position(u"IBM"_s), Qty());
        QCOMPARE(standing(after.venue.takeEvents(), "a.time"), u"filled"_s);
    }

    void triesAgainAfterAMinute()
    {
        PaperDesk desk;
        enter(desk);
        desk.quote("IBM", "0", "50.00"); // no bid
        const Timestamp first = desk.now + 60s;
        desk.advanceTo(first);
        QCOMPARE(desk.venue.broker().workingIds(), std::vector { u"a.time"_s });
        desk.venue.cancel(u"a.time"_s, desk.now);
        desk.collect();
        desk.advanceTo(first + 10min); // a person took it back: it stays so
        QVERIFY(desk.venue.broker().workingIds().empty());
        QCOMPARE(held(desk), qty("100"));
    }

    void retriesWhatFoundNoSize()
    {
        PaperDesk desk;
        enter(desk);
        desk.quote("IBM", "49.99", "50.00", "40"); // the exit is for 100
        const Timestamp from = desk.now;
        desk.advanceTo(from + 62s);
        QCOMPARE(held(desk), qty("60"));
        desk.advanceTo(from + 60s + 4min);
        QCOMPARE(standing(desk.events, "a.time"), u"canceled NO_LIQUIDITY"_s);
        QVERIFY(desk.venue.broker().ticket(u"a.time-2"_s));
        QCOMPARE(desk.venue.broker().ticket(u"a.time-2"_s)->qty, qty("60"));
    }

    /// There is no price at which it could end, and the rule is over all the same.
    void leavesAnEndedContractAlone()
    {
        PaperDesk desk;
        const char *const call = "O:IBM260313C00100000"; // ends on Friday
        desk.quote(call, "2.00", "2.05");
        OrderTicket order = PaperDesk::order("a", call, "1");
        order.timeStop = seconds(5 * 86'400);
        desk.submit(order);
        QCOMPARE(held(desk, call), qty("1"));
        desk.advanceTo(easterntime::at(QDate(2026, 3, 17), 12h));
        QCOMPARE(held(desk, call), qty("1"));
        QCOMPARE(exitsSent(desk.events), 0);
        Restarted after(desk);
        after.venue.advanceTo(desk.now + 24h);
        QCOMPARE(exitsSent(after.venue.takeEvents()), 0);
    }

    void givesUpOnWhatTradesNoMore()
    {
        PaperDesk desk;
        enter(desk);
        Instrument gone = *instrumentFromSymbol(u"IBM"_s);
        gone.tradable = false;
        desk.venue.broker().setInstrument(gone);
        desk.advanceTo(desk.now + 2h);
        QCOMPARE(standing(desk.events, "a.time"), u"rejected NOT_TRADABLE"_s);
        QCOMPARE(exitsSent(desk.events), 1);
    }

    void asksLessOftenAfterEachRefusal()
    {
        PaperDesk desk;
        enter(desk);
        RuleExits exits(desk.calendar);
        exits.fold(desk.events, desk.books, desk.venue.books().entries());
        Timestamp at = exits.nextDue();
        for (const int minutes : { 1, 2, 4, 8, 16, 32, 60, 60 }) {
            OrderEvent exit;
            exit.id = u"a.time"_s;
            exit.at = at;
            exit.action = OrderAction::Submit;
            exit.state = OrderState::Submitted;
            exit.reason = { ReasonCode::TimeStop };
            exit.ticket = PaperDesk::order("a.time", "IBM", "-100");
            OrderEvent refusal = exit;
            refusal.action = OrderAction::Reject;
            refusal.state = OrderState::Rejected;
            refusal.reason = { ReasonCode::NoMarketData };
            refusal.ticket.reset();
            exits.fold(std::vector { exit, refusal }, {}, {});
            QCOMPARE(exits.nextDue(), at + std::chrono::minutes(minutes));
            at = exits.nextDue();
        }
    }

    /// Once when it was due; each evening's end of it is not followed by another one.
    void doesNotTryAgainWhileClosed()
    {
        PaperDesk desk;
        enter(desk);
        Restarted after(desk);
        const Timestamp opened = easterntime::at(QDate(2026, 3, 17), 11h);
        after.venue.advanceTo(opened);
        const std::vector<OrderEvent> events = after.venue.takeEvents();
        QCOMPARE(exitsSent(events), 2);
        QCOMPARE(after.venue.broker().sentAt(u"a.time-2"_s), opened);
    }

    /// Half of a package is none: neither the desk nor its next start closes it.
    void aBrokenPackageIsOver()
    {
        PaperDesk desk;
        enterPackage(desk);
        desk.submit(PaperDesk::order("out", wing, "-1"));
        desk.advanceTo(desk.now + 2min);
        desk.submit(PaperDesk::order("again", wing, "1"));
        Restarted after(desk);
        desk.advanceTo(desk.now + 2min);
        after.venue.advanceTo(desk.now);
        QCOMPARE(exitsSent(desk.events), 0);
        QCOMPARE(exitsSent(after.venue.takeEvents()), 0);
    }

    /// A leg that an own order closes while the exit is under way is not opened the other way.
    void aPackagesExitOpensNothing()
    {
        PaperDesk desk { PaperConfig {} };
        enterPackage(desk);
        OrderTicket cover = PaperDesk::order("cover", put, "1", "2.90");
        desk.submit(cover);
        const auto entered
            = std::ranges::find_if(desk.events, [](const auto &e) { return e.lastQty > Qty(); });
        desk.now = entered->at + 60s + 20ms - 1s;
        desk.quote(put, "2.80", "2.85");
        QCOMPARE(held(desk, put), Qty());
        QCOMPARE(exitsSent(desk.events), 1);
        desk.advanceTo(desk.now + 200ms);
        desk.quote(put, "2.80", "2.85");
        desk.quote(wing, "1.50", "1.55");
        desk.advanceTo(desk.now + 3min);
        QCOMPARE(held(desk, put), Qty());
        QCOMPARE(held(desk, wing), qty("2"));
        QCOMPARE(exitsSent(desk.events), 1);
    }

    void endsADayOrAnExpiry()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00");
        OrderTicket order = PaperDesk::order("a", "IBM", "100");
        order.timeStop = TimeStop { .kind = TimeStop::Kind::TimeOfDay, .count = 15 * 60 + 55 };
        desk.submit(order);
        desk.now = easterntime::at(QDate(2026, 3, 10), 15h + 54min + 58s);
        desk.quote("IBM", "49.99", "50.00");
        QCOMPARE(held(desk), qty("100"));
        desk.quote("IBM", "49.99", "50.00");
        desk.advanceTo(desk.now + 1s);
        QCOMPARE(held(desk), Qty());
        OrderTicket stock = PaperDesk::order("b", "IBM", "100");
        stock.timeStop = TimeStop { .kind = TimeStop::Kind::DaysToExpiry, .count = 2 };
        desk.submit(stock);
        QCOMPARE(standing(desk.events, "b"), u"rejected BAD_COMBINATION"_s);
        QCOMPARE(numbers(desk), u"IBM does not expire"_s);
    }

    // --- exits by implied volatility

    void volatilityEndsShortPremium()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(put, "2.00", "2.05");
        OrderTicket order = PaperDesk::order("a", put, "-1");
        order.ivStop = IvExit {};
        desk.submit(order);
        QCOMPARE(standing(desk.events, "a"), u"rejected NO_MARKET_DATA"_s);
        desk.venue.setVolatility(QString::fromLatin1(put), 200'000, desk.now);
        order.id = u"b"_s;
        desk.submit(order);
        QCOMPARE(held(desk, put), qty("-1"));
        QCOMPARE(ticket(desk, "b").ivStop->entryPpm, 200'000);
        QCOMPARE(ticket(desk, "b").ivStop->relativePpm, 500'000);
        Restarted after(desk);
        desk.venue.setVolatility(QString::fromLatin1(put), 299'999, desk.now);
        desk.advanceTo(desk.now);
        QCOMPARE(held(desk, put), qty("-1"));
        desk.venue.setVolatility(QString::fromLatin1(put), 300'000, desk.now);
        desk.advanceTo(desk.now);
        QCOMPARE(held(desk, put), Qty());
        QCOMPARE(standing(desk.events, "b.iv"), u"filled"_s);
        after.venue.setVolatility(QString::fromLatin1(put), 300'000, desk.now);
        QCOMPARE(after.venue.broker().workingIds(), std::vector { u"b.iv"_s });
    }

    void volatilityEndsAPackage()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(put, "3.00", "3.05");
        desk.quote(wing, "1.50", "1.55");
        desk.venue.setVolatility(u"IBM"_s, 200'000, desk.now);
        OrderTicket spread;
        spread.id = u"a"_s;
        spread.qty = qty("2");
        spread.legs = { { QString::fromLatin1(put), Side::Sell, 1 },
                        { QString::fromLatin1(wing), Side::Buy, 1 } };
        spread.ivStop = IvExit { .entryPpm = {}, .relativePpm = {}, .pointsPpm = 100'000 };
        desk.submit(spread);
        QCOMPARE(held(desk, put), qty("-2"));
        desk.venue.setVolatility(u"IBM"_s, 300'000, desk.now);
        desk.advanceTo(desk.now);
        QCOMPARE(held(desk, put), Qty());
        QCOMPARE(held(desk, wing), Qty());
    }

    /// Where nobody tells the underlying's, by the mean of what the package sells: not by the wing.
    void volatilityOfItsContractsEndsAPackage()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(put, "3.00", "3.05");
        desk.quote(wing, "1.50", "1.55");
        const auto tell = [&desk](const char *symbol, qint64 ppm) {
            desk.venue.setVolatility(QString::fromLatin1(symbol), ppm, desk.now);
            desk.advanceTo(desk.now);
        };
        OrderTicket spread;
        spread.id = u"a"_s;
        spread.qty = qty("1");
        spread.legs = { { QString::fromLatin1(put), Side::Sell, 1 },
                        { QString::fromLatin1(wing), Side::Buy, 1 } };
        spread.ivStop = IvExit { .entryPpm = {}, .relativePpm = {}, .pointsPpm = 100'000 };
        tell(wing, 250'000);
        desk.submit(spread);
        QCOMPARE(standing(desk.events, "a"), u"rejected NO_MARKET_DATA"_s);
        tell(put, 200'000);
        spread.id = u"b"_s;
        desk.submit(spread);
        QCOMPARE(ticket(desk, "b").ivStop->entryPpm, 200'000);
        tell(wing, 900'000);
        tell(put, 299'999);
        QCOMPARE(held(desk, put), qty("-1"));
        tell(put, 300'000);
        QCOMPARE(held(desk, put), Qty());
        QCOMPARE(held(desk, wing), Qty());
    }

    /// Where nothing tells volatility, not even a given one makes it an order; a look at it says
    /// so.
    void anIvStopNeedsASource()
    {
        PaperConfig config = PaperDesk::instant();
        config.refuseIvStops = true;
        PaperDesk desk(config);
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(put, "2.00", "2.05");
        OrderTicket order = PaperDesk::order("a", put, "-1");
        order.ivStop = IvExit { .entryPpm = 200'000, .relativePpm = {}, .pointsPpm = {} };
        QCOMPARE(desk.venue.preview(order).refusals.front().code, ReasonCode::NoMarketData);
        desk.submit(order);
        QCOMPARE(standing(desk.events, "a"), u"rejected NO_MARKET_DATA"_s);
        QVERIFY(numbers(desk).contains(u"IV stop"_s));
        QCOMPARE(held(desk, put), Qty());
    }

    void anIvStopIsForShortPremium()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.99", "100.01");
        OrderTicket order = PaperDesk::order("a", "IBM", "100");
        order.ivStop = IvExit { .entryPpm = 200'000, .relativePpm = {}, .pointsPpm = {} };
        desk.submit(order);
        QCOMPARE(standing(desk.events, "a"), u"rejected BAD_COMBINATION"_s);
        QCOMPARE(numbers(desk), u"an IV stop ends short premium"_s);
    }
};

QTEST_GUILESS_MAIN(OrderRulesTest)
#include "tst_orderrules.moc"
