#include "formedtrades.h"
#include "randombooks.h"
#include "randomdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *call100 = "O:A260619C00100000";
constexpr const char *call110 = "O:A260619C00110000";

/// A fill that an order was behind.
bool fillOf(WrittenBooks &books, const char *order, const char *symbol, const char *signedQty,
            const char *at, qint64 multiplier = 1)
{
    LedgerEvent fill = books.event(LedgerEventKind::Fill, symbol);
    fill.qty = qty(signedQty);
    fill.price = price(at);
    fill.fee = money("1");
    fill.multiplier = multiplier;
    fill.source = QString::fromLatin1(order);
    return books.write(fill);
}

ContextLine decision(const char *order, const char *symbol, const char *bid, const char *ask)
{
    ContextLine line;
    line.order = QString::fromLatin1(order);
    line.symbol = QString::fromLatin1(symbol);
    line.moment.bid = price(bid);
    line.moment.ask = price(ask);
    return line;
}

ContextLine excursion(quint64 trade, const char *worst, const char *best, bool isRough = false)
{
    ContextLine line;
    line.kind = ContextLine::Kind::Excursion;
    line.trade = trade;
    line.worst = money(worst);
    line.best = money(best);
    line.isRough = isRough;
    return line;
}

FormedTrades formed(const WrittenBooks &books)
{
    FormedTrades trades;
    trades.follow(books.events);
    return trades;
}

OrderTicket stopOrder(const char *id, const char *symbol, const char *signedQty, const char *stop)
{
    OrderTicket ticket = PaperDesk::order(id, symbol, signedQty);
    ticket.type = OrderType::Stop;
    ticket.stop = price(stop);
    return ticket;
}

QStringList names(std::initializer_list<const char *> symbols)
{
    QStringList all;
    for (const char *symbol : symbols)
        all.append(QString::fromLatin1(symbol));
    return all;
}

QList<quint64> numbers(const FormedTrades &trades)
{
    QList<quint64> all;
    for (const auto &[number, trade] : trades.trades)
        all.append(number);
    return all;
}

} // namespace

class TestTradeBuilder : public QObject
{
    Q_OBJECT

private slots:
    void scalesInAndOut()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10", "1") && books.fill("A", "100", "11", "1"));
        const quint64 opening = books.events[2].sequence;
        FormedTrades trades = formed(books);
        QVERIFY(trades.last().isOpen());
        QCOMPARE(trades.last().entryPrice, std::optional(price("10.5")));
        QVERIFY(!trades.last().exitPrice);
        QVERIFY(books.fill("A", "-50", "12", "1") && books.fill("A", "-150", "13", "1"));
        trades.follow(books.events);
        QCOMPARE(trades.trades.size(), std::size_t(1));
        const TradeRecord &trade = trades.last();
        QCOMPARE(trade.key.account, u"simulated/Paper"_s);
        QCOMPARE(trade.key.number, opening);
        QCOMPARE(trade.direction, TradeDirection::Long);
        QCOMPARE(trade.size, qty("200"));
        QCOMPARE(trade.exitPrice, std::optional(price("12.75")));
        QCOMPARE(trade.gross, money("450"));
        QCOMPARE(trade.fees, money("4"));
        QCOMPARE(trade.executions, 4);
        QVERIFY(!trade.isOpen());
        Money realized;
        for (const TradeExecution &execution : trades.executions())
            realized += execution.realized;
        QCOMPARE(realized, trade.gross);
        QVERIFY(!trades.difference());
    }

    void reversalIsTwoTrades()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10", "3") && books.fill("A", "-150", "12", "3"));
        const FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(2));
        QCOMPARE(trades.first().gross, money("200"));
        QCOMPARE(trades.first().exitPrice, std::optional(price("12")));
        QCOMPARE(trades.last().direction, TradeDirection::Short);
        QVERIFY(trades.last().isOpen());
        QCOMPARE(trades.last().size, qty("50"));
        QCOMPARE(trades.last().fees, money("1"));
        QCOMPARE(trades.executions().size(), std::size_t(1));
        QCOMPARE(trades.executions().front().side, Side::Sell);
        QCOMPARE(trades.executions().front().qty, qty("50"));
    }

    void structureIsOneTrade()
    {
        WrittenBooks books;
        QVERIFY(fillOf(books, "spread", call100, "2", "5", 100)
                && fillOf(books, "spread", call110, "-2", "2", 100));
        FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(1));
        QCOMPARE(trades.last().direction, TradeDirection::Structure);
        QCOMPARE(trades.last().structure, u"bull_call_spread"_s);
        QCOMPARE(trades.last().symbol, u"A"_s);
        QCOMPARE(trades.last().symbols, (names({ call100, call110 })));
        QCOMPARE(trades.last().assetClass, AssetClass::Options);
        QVERIFY(!trades.last().entryPrice);
        QVERIFY(fillOf(books, "exit", call100, "-2", "6", 100)
                && fillOf(books, "exit", call110, "2", "2.50", 100));
        trades.follow(books.events);
        QCOMPARE(trades.last().gross, money("100"));
        QCOMPARE(trades.last().fees, money("4"));
        QCOMPARE(trades.last().executions, 4);
        QVERIFY(!trades.difference());
    }

    void namesForms_data()
    {
        QTest::addColumn<QStringList>("legs");
        QTest::addColumn<QString>("key");
        const QString put90 = u"O:A260619P00090000"_s;
        const QString put80 = u"O:A260619P00080000"_s;
        QTest::newRow("condor, sold")
            << QStringList { u"1 "_s + put80, u"-1 "_s + put90, u"-1 O:A260619C00100000"_s,
                             u"1 O:A260619C00110000"_s }
            << u"iron_condor"_s;
        QTest::newRow("condor, bought")
            << QStringList { u"-1 "_s + put80, u"1 "_s + put90, u"1 O:A260619C00100000"_s,
                             u"-1 O:A260619C00110000"_s }
            << u"long_iron_condor"_s;
        QTest::newRow("put spread, sold")
            << QStringList { u"1 "_s + put80, u"-1 "_s + put90 } << u"bull_put_spread"_s;
        QTest::newRow("no name") << QStringList { u"1 "_s + put80, u"3 "_s + put90 } << u"custom"_s;
    }

    void namesForms()
    {
        QFETCH(const QStringList, legs);
        QFETCH(const QString, key);
        WrittenBooks books;
        for (const QString &leg : legs)
            QVERIFY(fillOf(books, "s", leg.section(u' ', 1).toLatin1().constData(),
                           leg.section(u' ', 0, 0).toLatin1().constData(), "2", 100));
        QCOMPARE(formed(books).last().structure, key);
    }

    void exerciseCarriesTheTradeIntoShares()
    {
        WrittenBooks books;
        QVERIFY(books.fill(call100, "1", "2.50", "0.65", 100));
        LedgerEvent exercise = books.event(LedgerEventKind::Exercise, call100);
        exercise.qty = qty("1");
        exercise.price = price("100");
        exercise.multiplier = 100;
        exercise.target = u"A"_s;
        exercise.deliverable = qty("100");
        QVERIFY(books.write(exercise));
        FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(1));
        QVERIFY(trades.last().isOpen());
        QVERIFY(books.fill("A", "-100", "105", "1"));
        trades.follow(books.events);
        QCOMPARE(trades.trades.size(), std::size_t(1));
        const TradeRecord &trade = trades.last();
        QCOMPARE(trade.symbol, QString::fromLatin1(call100));
        QCOMPARE(trade.symbols, (names({ call100, "A" })));
        QCOMPARE(trade.entryPrice, std::optional(price("2.5")));
        QVERIFY(!trade.exitPrice); // a contract was closed in shares
        QCOMPARE(trade.gross, money("250"));
        QCOMPARE(trade.fees, money("1.65"));
        QVERIFY(trade.structure.isEmpty());
        const std::vector<TradeExecution> &executions = trades.executions();
        QCOMPARE(executions.size(), std::size_t(4)); // bought, exercised: away and in, sold
        QCOMPARE(executions[1].kind, TradeExecution::Kind::Exercise);
        QCOMPARE(executions[1].side, Side::Sell);
        QCOMPARE(executions[2].symbol, u"A"_s);
        QCOMPARE(executions[2].price, price("100"));
        QVERIFY(!trades.difference());
    }

    void assignmentEndsInTheSharesThatItCloses()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "95") && books.fill(call100, "-1", "2", "0", 100));
        FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(2));
        LedgerEvent assigned = books.event(LedgerEventKind::Assignment, call100);
        assigned.qty = qty("-1");
        assigned.price = price("100");
        assigned.multiplier = 100;
        assigned.target = u"A"_s;
        assigned.deliverable = qty("-100");
        QVERIFY(books.write(assigned));
        trades.follow(books.events);
        QCOMPARE(trades.trades.size(), std::size_t(1)); // the call's trade is part of it now
        QCOMPARE(trades.last().symbol, u"A"_s);
        QCOMPARE(trades.last().gross, money("700"));
        QCOMPARE(trades.last().executions, 4);
        QVERIFY(!trades.difference());
    }

    void expiryClosesATrade()
    {
        WrittenBooks books;
        QVERIFY(books.fill(call110, "1", "1.20", "0", 100));
        LedgerEvent expiry = books.event(LedgerEventKind::Expiry, call110);
        expiry.qty = qty("1");
        QVERIFY(books.write(expiry));
        const FormedTrades trades = formed(books);
        QCOMPARE(trades.last().gross, money("-120"));
        QCOMPARE(trades.last().exitPrice, std::optional(Price()));
        QCOMPARE(trades.executions().back().kind, TradeExecution::Kind::Expiry);
        QVERIFY(trades.executions().back().order.isEmpty());
    }

    void splitKeepsMeansComparable()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "400") && books.split("A", 4, 1, "100")
                && books.fill("A", "-400", "110"));
        const FormedTrades trades = formed(books);
        QCOMPARE(trades.last().entryPrice, std::optional(price("100")));
        QCOMPARE(trades.last().exitPrice, std::optional(price("110")));
        QCOMPARE(trades.last().size, qty("400"));
        QCOMPARE(trades.last().gross, money("4000"));
        QCOMPARE(trades.executions()[1].kind, TradeExecution::Kind::Split);
        QCOMPARE(trades.executions()[1].qty, qty("400"));
        QCOMPARE(trades.executions()[0].price, price("400")); // as it was paid
    }

    void splitRenamesContracts()
    {
        WrittenBooks books;
        const char *before = "O:A260619C00400000";
        QVERIFY(books.fill(before, "2", "8", "0", 100));
        LedgerEvent split = books.event(LedgerEventKind::Split, before);
        split.target = QString::fromLatin1(call100);
        split.numerator = 4;
        QVERIFY(books.write(split) && books.fill(call100, "-8", "3", "0", 100));
        const FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(1));
        QCOMPARE(trades.last().symbols, (names({ before, call100 })));
        QCOMPARE(trades.last().entryPrice, std::optional(price("2")));
        QCOMPARE(trades.last().gross, money("800"));
        QVERIFY(!trades.difference());
    }

    void correctionTakesBack()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10", "1"));
        const quint64 opening = books.events.back().sequence;
        QVERIFY(books.fill("A", "-150", "12", "2")); // closes one trade, opens another
        FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(2));
        QVERIFY(books.correct(books.events.back().sequence));
        trades.follow(books.events);
        QCOMPARE(numbers(trades), QList<quint64> { opening });
        QVERIFY(trades.last().isOpen());
        QCOMPARE(trades.last().gross, Money());
        QCOMPARE(trades.last().fees, money("1"));
        QVERIFY(!trades.last().exitPrice);
        QCOMPARE(trades.executions().back().kind, TradeExecution::Kind::Correction);
        QCOMPARE(trades.last().executions, 3); // what was, and that it was taken back
        QVERIFY(books.correct(opening));
        trades.follow(books.events);
        QVERIFY(trades.trades.empty());
    }

    void forgottenTradeCannotBeTakenBack()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "-100", "12"));
        const quint64 closing = books.events.back().sequence;
        FormedTrades few(0);
        few.follow(books.events);
        QVERIFY(books.correct(closing));
        few.follow(books.events);
        QVERIFY(few.failure);
        QCOMPARE(few.failure->code, Error::Code::NotFound);
        QVERIFY(!formed(books).failure); // with all of them kept it can
    }

    void resetEndsWhatIsOpen()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "-50", "12"));
        books.now += 1h;
        QVERIFY(books.write(books.event(LedgerEventKind::Reset)));
        QVERIFY(books.deposit(money("1000")) && books.fill("A", "1", "10"));
        const FormedTrades trades = formed(books);
        QCOMPARE(trades.trades.size(), std::size_t(2));
        QCOMPARE(trades.first().closedAt, books.now);
        QCOMPARE(trades.first().gross, money("100"));
        QCOMPARE(trades.first().archive, 0U);
        QCOMPARE(trades.last().archive, 1U);
        QVERIFY(!trades.difference());
    }

    void accountFeesBelongToTheOpenTrade()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10", "1"));
        LedgerEvent fee = books.event(LedgerEventKind::Fee, "A");
        fee.amount = money("0.25");
        QVERIFY(books.write(fee) && books.fill("A", "-100", "10", "1"));
        const FormedTrades trades = formed(books);
        QCOMPARE(trades.last().fees, money("2.25"));
        QVERIFY(!trades.difference());
    }

    void plansRiskFromTheEntrysStop()
    {
        PaperDesk desk; // G-05
        desk.quote("IBM", "49.99", "50");
        OrderTicket entry = PaperDesk::order("entry", "IBM", "100", "50");
        entry.stopLoss = price("48");
        entry.strategy = u"breakout"_s;
        desk.submit(entry);
        FormedTrades trades;
        trades.follow(desk);
        QCOMPARE(trades.last().stop, std::optional(price("48")));
        QCOMPARE(trades.last().risk, std::optional(money("200")));
        QCOMPARE(trades.last().strategy, u"breakout"_s);
        OrderReplace change;
        change.id = desk.childrenOf("entry").front();
        change.stop = price("49.50");
        desk.venue.replace(change, desk.now += 1s);
        desk.advanceTo(desk.now + 1s);
        desk.quote("IBM", "52.40", "52.41");
        desk.submit(PaperDesk::order("exit", "IBM", "-100", "52.40"));
        trades.follow(desk);
        QVERIFY(!trades.last().isOpen());
        QCOMPARE(trades.last().stop, std::optional(price("48"))); // later changes are no plan
        QCOMPARE(trades.last().risk, std::optional(money("200")));
        QCOMPARE(trades.last().multipleOfRisk(), std::optional(1.2));
    }

    void plansRiskFromAStopThatWorks()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50");
        desk.trade("IBM", "50");
        OrderTicket below = stopOrder("short stop", "IBM", "-10", "47");
        desk.submit(below);
        OrderTicket above = stopOrder("entry on the way up", "IBM", "10", "53");
        desk.submit(above);
        desk.submit(PaperDesk::order("entry", "IBM", "10", "50"));
        FormedTrades trades;
        trades.follow(desk);
        QCOMPARE(trades.last().stop, std::optional(price("47")));
        QCOMPARE(trades.last().risk, std::optional(money("30")));
    }

    void addsRiskOfWhatIsAdded()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50");
        OrderTicket entry = PaperDesk::order("entry", "IBM", "100", "50");
        entry.stopLoss = price("48");
        desk.submit(entry);
        desk.quote("IBM", "50.99", "51");
        desk.submit(PaperDesk::order("more", "IBM", "100", "51"));
        FormedTrades trades;
        trades.follow(desk);
        QCOMPARE(trades.last().stop, std::optional(price("48")));
        QCOMPARE(trades.last().risk, std::optional(money("500")));
    }

    void laterStopPlansNothing()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50");
        desk.submit(PaperDesk::order("entry", "IBM", "100", "50"));
        desk.submit(stopOrder("stop", "IBM", "-100", "48"));
        desk.quote("IBM", "50.99", "51");
        OrderTicket more = PaperDesk::order("more", "IBM", "10", "51");
        more.stopLoss = price("50");
        desk.submit(more);
        FormedTrades trades;
        trades.follow(desk);
        QVERIFY(!trades.last().stop);
        QVERIFY(!trades.last().risk);
    }

    void slippageIsAgainstTheDecision()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50");
        desk.submit(PaperDesk::order("entry", "IBM", "100", "50.10"));
        desk.quote("IBM", "51", "51.05");
        desk.submit(PaperDesk::order("exit", "IBM", "-100", "50"));
        FormedTrades known;
        known.builder.addContext(decision("entry", "IBM", "49.90", "49.95"));
        known.builder.addContext(decision("exit", "IBM", "51.02", "51.10"));
        known.follow(desk);
        QCOMPARE(known.last().slippage, std::optional(money("7"))); // 0.05 and 0.02 a share
        QCOMPARE(known.executions()[0].slippage, std::optional(price("0.05")));
        FormedTrades unknown; // then against what it was filled on
        unknown.follow(desk);
        QCOMPARE(unknown.last().slippage, std::optional(Money()));
        unknown.builder.addContext(decision("entry", "IBM", "49.90", "49.95")); // late
        unknown.builder.addContext(decision("exit", "IBM", "51.02", "51.10"));
        unknown.take();
        QCOMPARE(unknown.last().slippage, known.last().slippage);
        QCOMPARE(unknown.trades.rbegin()->second.executions, known.executions());
    }

    void takesContextEarlyAndLate()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "50") && books.fill("A", "-100", "52.40"));
        const quint64 number = books.events[2].sequence;
        FormedTrades trades;
        trades.builder.addContext(excursion(number, "-80", "20"));
        ContextLine entry;
        entry.kind = ContextLine::Kind::Entry;
        entry.trade = number;
        entry.moment.cvd = 12.5;
        trades.builder.addContext(entry);
        trades.follow(books.events);
        QCOMPARE(trades.last().worst, std::optional(money("-80")));
        QCOMPARE(trades.last().entry->cvd, std::optional(12.5));
        QVERIFY(!trades.last().exit);
        trades.builder.addContext(excursion(number, "-120", "350"));
        trades.builder.addContext(excursion(number, "-10", "10", true));
        entry.kind = ContextLine::Kind::Exit;
        trades.builder.addContext(entry);
        trades.take();
        QCOMPARE(trades.last().worst, std::optional(money("-120")));
        QCOMPARE(trades.last().best, std::optional(money("350")));
        QVERIFY(trades.last().isExcursionRough);
        QVERIFY(trades.last().exit);
    }

    void strictRule_data()
    {
        QTest::addColumn<QString>("strictEntry");
        QTest::addColumn<QString>("strictExit");
        QTest::addColumn<QString>("net"); // "-": not known
        QTest::newRow("all of it") << u"100"_s << u"100"_s << u"198"_s;
        QTest::newRow("no entry: no trade") << u"0"_s << u"100"_s << u"0"_s;
        QTest::newRow("a quarter") << u"25"_s << u"100"_s << u"49.5"_s;
        QTest::newRow("the exit is missed") << u"100"_s << u"40"_s << u"-"_s;
    }

    void strictRule()
    {
        QFETCH(const QString, strictEntry);
        QFETCH(const QString, strictExit);
        QFETCH(const QString, net);
        StrictFills fills;
        fills.add(true, price("10"), qty("100"), *Qty::parse(strictEntry));
        fills.add(false, price("12"), qty("100"), *Qty::parse(strictExit));
        const std::optional<Money> found = fills.net(money("200"), money("2"), 1, 1);
        QCOMPARE(found ? found->toString() : u"-"_s, net);
    }

    void strictRuleOfOrders()
    {
        PaperDesk desk; // at the limit, in the queue: THROUGH would not have filled it
        desk.quote("IBM", "50", "50.02", "100");
        desk.submit(PaperDesk::order("entry", "IBM", "50", "50"));
        for (int i = 0; i < 3; ++i)
            desk.trade("IBM", "50");
        desk.quote("IBM", "51", "51.02");
        desk.submit(PaperDesk::order("exit", "IBM", "-50", "50.50"));
        FormedTrades trades;
        trades.follow(desk);
        QVERIFY(!trades.last().isOpen());
        QCOMPARE(trades.last().gross, money("50"));
        QCOMPARE(trades.last().strictNet, std::optional(Money()));
        PaperDesk taker;
        taker.quote("IBM", "50", "50.02");
        taker.submit(PaperDesk::order("entry", "IBM", "50", "50.02"));
        taker.submit(PaperDesk::order("exit", "IBM", "-50", "50"));
        FormedTrades taken;
        taken.follow(taker);
        QCOMPARE(taken.last().strictNet, std::optional(money("-1")));
    }

    void isTheLedgersOwn() // property
    {
        int trades = 0;
        for (quint64 seed = 1; seed <= 120; ++seed) {
            AccountSettings settings;
            settings.lots = LotMethod(seed % 5);
            settings.feesInBasis = seed % 7 == 0;
            settings.margin = MarginMode(seed % 3);
            RandomBooks random(seed);
            WrittenBooks books(settings);
            FormedTrades formed;
            for (int i = 0; i < 80; ++i) {
                if (books.write(random.next(books.ledger)))
                    random.keep(books.entries.back());
                if (i % 7 == 0) {
                    formed.follow(books.events);
                    QVERIFY2(!formed.difference(),
                             qPrintable(u"seed %1, event %2: %3"_s.arg(seed).arg(i).arg(
                                 QString::fromLatin1(formed.difference()))));
                }
            }
            formed.follow(books.events);
            QVERIFY2(!formed.failure, qPrintable(QString::number(seed)));
            QVERIFY2(!formed.difference(), formed.difference());
            trades += int(formed.trades.size());
            checkSums(formed, seed);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(trades > 500, qPrintable(QString::number(trades)));
    }

    void incrementalIsTheWhole() // property
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            RandomDesk desk(seed, {}, RandomDesk::Market::Jumping);
            FormedTrades inParts;
            for (int i = 0; i < 250; ++i) {
                desk.step();
                if (seed % 3 != 0 || i % 10 == 0)
                    inParts.follow(desk);
            }
            inParts.follow(desk);
            QVERIFY2(!inParts.failure, qPrintable(QString::number(seed)));
            QVERIFY2(!inParts.difference(), inParts.difference());
            FormedTrades booksFirst; // as in a copy of an account: the streams one after the other
            for (const LedgerEvent &event : desk.books)
                QVERIFY(booksFirst.builder.addBooks(event));
            for (const OrderEvent &event : desk.events)
                QVERIFY(booksFirst.builder.addOrder(event));
            booksFirst.take();
            FormedTrades ordersFirst;
            ordersFirst.follow(desk);
            for (FormedTrades *other : { &booksFirst, &ordersFirst }) {
                QCOMPARE(numbers(*other), numbers(inParts));
                for (const auto &[number, trade] : inParts.trades) {
                    QVERIFY2(other->trades.at(number).record == trade.record,
                             qPrintable(u"seed %1, trade %2"_s.arg(seed).arg(number)));
                    QVERIFY(other->trades.at(number).executions == trade.executions);
                }
            }
        }
    }

private:
    /// What the executions of a trade say must be what it came to.
    static void checkSums(const FormedTrades &formed, quint64 seed)
    {
        for (const auto &[number, trade] : formed.trades) {
            const bool mixes = std::ranges::any_of(trade.executions, [](const TradeExecution &e) {
                return e.kind != TradeExecution::Kind::Fill;
            });
            if (mixes || trade.record.isOpen())
                continue;
            Money realized;
            for (const TradeExecution &execution : trade.executions)
                realized += execution.realized;
            QVERIFY2(realized == trade.record.gross,
                     qPrintable(u"seed %1, trade %2"_s.arg(seed).arg(number)));
        }
    }
};

QTEST_APPLESS_MAIN(TestTradeBuilder)
#include "tst_tradebuilder.moc"
