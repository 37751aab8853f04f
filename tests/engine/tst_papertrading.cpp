#include "journaldatabase.h"
#include "ordereventtext.h"
#include "tradedmarket.h"

#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration tomorrowMorning = 24h + 9h + 35min;

QByteArray splitRow(const QByteArray &day, int from, int to)
{
    return "{\"ticker\":\"NVDA\",\"execution_date\":\"" + day + "\",\"split_from\":"
        + QByteArray::number(from) + ",\"split_to\":" + QByteArray::number(to) + "}";
}

} // namespace

class TestPaperTrading : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// On the real simulated market: sent, filled, kept; and all of it is there after a restart.
    void anAccountOutlivesTheDesk()
    {
        PaperAccountView before;
        Timestamp left {};
        {
            DeskSession session;
            PulledPaper pulled(session);
            session.setJournal(path());
            QVERIFY(session.openSimulated(1, 5));
            QTRY_VERIFY_WITH_TIMEOUT(pulled.account(), 20'000);
            QCOMPARE(pulled.account()->figures.cash, Money::whole(100'000));
            session.submitOrder(paper, order(u"entry"_s, Side::Buy, 30, {}, u"AAPL"_s));
            OrderTicket bracket = order(u"bracket"_s, Side::Buy, 10, {}, u"AAPL"_s);
            bracket.tif = TimeInForce::Gtc;
            bracket.type = OrderType::Limit;
            QTRY_VERIFY_WITH_TIMEOUT(pulled.find(u"entry"_s, OrderState::Filled), 30'000);
            const Price paid = pulled.find(u"entry"_s, OrderState::Filled)->lastPrice;
            bracket.limit = Price::whole(paid.units() / Price::unitsPerOne - 30);
            bracket.stopLoss = *bracket.limit - Price::whole(10);
            bracket.takeProfit = *bracket.limit + Price::whole(10);
            session.submitOrder(paper, bracket);
            const OrderTicket resting
                = order(u"resting"_s, Side::Sell, 30, int(paid.units() / Price::unitsPerOne) + 30,
                        u"AAPL"_s);
            session.submitOrder(paper, resting);
            QTRY_VERIFY_WITH_TIMEOUT(pulled.find(u"resting"_s, OrderState::Accepted)
                                         && pulled.find(u"bracket.stop"_s, OrderState::Accepted),
                                     30'000);
            QTRY_COMPARE_WITH_TIMEOUT(pulled.account()->working.size(), std::size_t(4), 10'000);
            before = *pulled.account();
            left = pulled.reports.back().event.at;
        }
        QVERIFY(isKept(u"simulated/Paper"_s, u"entry"_s, OrderState::Filled));

        DeskSession session;
        PulledPaper pulled(session);
        PulledDesk desk(session);
        session.setJournal(path());
        QVERIFY(session.openSimulated(1, 5));
        QTRY_VERIFY_WITH_TIMEOUT(pulled.account(), 20'000);
        const PaperAccountView after = *pulled.account();
        QCOMPARE(after.figures.cash, before.figures.cash);
        QCOMPARE(after.working, before.working);
        QCOMPARE(after.positions.size(), std::size_t(1));
        QCOMPARE(after.positions.front().qty, Qty::whole(30));
        QCOMPARE(after.positions.front().cost, before.positions.front().cost);
        // it goes on, in its market's time: the position is valued, and can be sold
        session.cancelOrder(paper, u"resting"_s);
        session.submitOrder(paper, order(u"exit"_s, Side::Sell, 30, {}, u"AAPL"_s));
        QTRY_VERIFY_WITH_TIMEOUT(pulled.find(u"exit"_s, OrderState::Filled), 30'000);
        QVERIFY(pulled.find(u"resting"_s, OrderState::Canceled));
        QVERIFY(pulled.find(u"exit"_s, OrderState::Filled)->at >= left);
        QTRY_VERIFY_WITH_TIMEOUT(pulled.account()->positions.empty(), 10'000);
        QTRY_VERIFY(desk.status.marketTime >= left);
    }

    /// The bracket that rested over a restart protects the position that comes of it.
    void aBracketResumes()
    {
        {
            TradedMarket market(path());
            market.open();
            market.quoteNow(100, 101);
            OrderTicket entry = order(u"entry"_s, Side::Buy, 100, 98);
            entry.stopLoss = Price::whole(95);
            entry.takeProfit = Price::whole(110);
            market.submit(entry);
            market.pass(1s);
            QVERIFY(market.reported(u"entry.target"_s, OrderState::Accepted));
        }
        TradedMarket market(path(), 11h);
        market.open();
        market.quoteNow(100, 101);
        market.pass(1s);
        market.quoteNow(97, 98);
        QVERIFY(market.reported(u"entry"_s, OrderState::Filled));
        market.pass(1s);
        market.quoteNow(110, 111);
        QVERIFY(market.reported(u"entry.target"_s, OrderState::Filled));
        QVERIFY(market.reported(u"entry.stop"_s, OrderState::Canceled));
        market.pullAccounts();
        QCOMPARE(market.pulled.account()->figures.cash, Money::whole(101'200));
    }

    void simulatedAndLiveMoneyAreApart()
    {
        {
            TradedMarket live(path());
            live.open();
            live.quoteNow(100, 101);
            live.submit(order(u"a"_s, Side::Buy, 100));
            live.pass(1s);
            live.quoteNow(100, 101);
            QVERIFY(live.reported(u"a"_s, OrderState::Filled));
            live.spec.source = DataSource::Simulated;
            live.open();
            live.pullAccounts();
            QCOMPARE(live.pulled.account()->figures.cash, Money::whole(100'000));
            QVERIFY(live.pulled.account()->positions.empty());
            live.spec.source = DataSource::Live;
            live.open();
            live.pullAccounts();
            QCOMPARE(live.pulled.account()->figures.cash, Money::whole(89'900));
        }
        JournalDatabase journal;
        QVERIFY(journal.open(path(), JournalDatabase::Access::ReadOnly));
        QCOMPARE(*journal.accounts(), (QStringList { u"live/Paper"_s, u"simulated/Paper"_s }));
    }

    /// Each time a recording is played its account begins anew; it is made with the first order.
    void aReplayHasAccountsOfItsOwn()
    {
        for (const qint64 played : { 1, 2 }) {
            TradedMarket market(path());
            market.spec.source = DataSource::Replay;
            market.loop.setSource(market.spec);
            market.loop.onStreamState(AssetClass::Stocks, StreamState::Live, {});
            market.quoteNow(100, 101);
            market.submit(order(u"a"_s, Side::Buy, 100));
            market.wall.advance(1s);
            market.quoteNow(100, 101);
            QVERIFY(market.reported(u"a"_s, OrderState::Filled));
            QVERIFY(isKept(u"replay/%1/Paper"_s.arg(played), u"a"_s, OrderState::Filled));
        }
    }

    /// Fifteen minutes late and without quotes: it trades on the minutes it sees, and says so.
    void delayedDataAreMarked()
    {
        TradedMarket market(path(), 10h, Plan::Starter);
        market.open();
        const auto seen = [&] { return market.wall.utc() - 15min; };
        market.submit(order(u"a"_s, Side::Buy, 10));
        market.pass(2min);
        market.bar("AM", std::chrono::floor<std::chrono::minutes>(seen()) - 1min, 100, 10'000);
        market.pass(1min);
        market.bar("AM", std::chrono::floor<std::chrono::minutes>(seen()) - 1min, 100, 10'000);
        QVERIFY(market.reported(u"a"_s, OrderState::Filled));
        const OrderEvent &fill = *market.pulled.find(u"a"_s, OrderState::Filled);
        QCOMPARE(fill.evidence.rule, FillRule::Bar);
        QCOMPARE(fill.evidence.recency, Recency::Delayed);
        QVERIFY(fill.at < market.wall.utc() - 14min);
        const Result<OrderEvent> kept = orderEventFromText(orderEventText(fill));
        QVERIFY(kept);
        QCOMPARE(*kept, fill);
    }

    /// After a break only what is shown after it fills.
    void nothingFillsWhileTheFeedIsGone()
    {
        TradedMarket market(path());
        market.open();
        market.quoteNow(100, 101);
        market.loop.onStreamState(AssetClass::Stocks, StreamState::Stale, {});
        market.submit(order(u"a"_s, Side::Buy, 100));
        market.pass(2s);
        QVERIFY(market.reported(u"a"_s, OrderState::Accepted));
        market.breakFor(5s);
        market.pass(1s);
        QVERIFY(!market.pulled.find(u"a"_s, OrderState::Filled));
        market.quoteNow(103, 104);
        QVERIFY(market.reported(u"a"_s, OrderState::Filled));
        QCOMPARE(market.pulled.find(u"a"_s, OrderState::Filled)->lastPrice, Price::whole(104));
    }

    /// An order's symbol streams whether or not somebody looks at it, as long as it is needed.
    void ordersBringTheirSymbols()
    {
        TradedMarket market(path());
        market.open();
        QSignalSpy wanted(&market.loop, &MarketLoop::subscribeRequested);
        QSignalSpy released(&market.loop, &MarketLoop::unsubscribeRequested);
        market.submit(order(u"a"_s, Side::Buy, 100, 90));
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.first().at(1).toStringList().contains(u"Q.NVDA"_s));
        market.pass(1s);
        QVERIFY(market.reported(u"a"_s, OrderState::Accepted));
        market.tick();
        QVERIFY(released.isEmpty());
        market.loop.paper()->cancel(paper, u"a"_s);
        market.pass(1s);
        QVERIFY(market.reported(u"a"_s, OrderState::Canceled));
        market.tick();
        QCOMPARE(released.size(), 1);
    }

    /// Before the disk has refused once, accounts stand as they are kept.
    void nothingIsShownBeforeItIsKept()
    {
        TradedMarket market(path());
        market.open();
        market.quoteNow(100, 101);
        market.submit(order(u"kept"_s, Side::Buy, 10, 90));
        market.pass(1s);
        QVERIFY(market.reported(u"kept"_s, OrderState::Accepted));
        market.pullAccounts();
        QCOMPARE(market.pulled.account()->working.size(), std::size_t(1));
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(path());
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s)); // SQLite waits five seconds
            market.submit(order(u"waits"_s, Side::Buy, 100));
            market.pass(1s);
            market.quoteNow(100, 101);
            market.tick();
            QTest::qWait(50);
            market.pulled.absorb(market.outbox.take());
            QVERIFY(market.pulled.unwritten.isNone());
            QCOMPARE(market.pulled.account()->working.size(), std::size_t(1));
            QVERIFY(market.pulled.account()->positions.empty());
            QVERIFY(!market.pulled.find(u"waits"_s, OrderState::Filled));
            QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        QVERIFY(market.reported(u"waits"_s, OrderState::Filled));
        QVERIFY(market.position());
        QCOMPARE(market.position()->qty, Qty::whole(100));
    }

    void ivStopsAreRefusedWithoutQuotesOfOptions()
    {
        TradedMarket market(path(), 10h, Plan::Developer);
        market.open();
        market.quoteNow(100, 101);
        OrderTicket premium = order(u"a"_s, Side::Sell, 1, {}, u"O:NVDA260619P00100000"_s);
        premium.ivStop = IvExit { .entryPpm = 200'000, .relativePpm = {}, .pointsPpm = {} };
        market.submit(premium);
        QVERIFY(market.reported(u"a"_s, OrderState::Rejected));
        QVERIFY(market.pulled.find(u"a"_s, OrderState::Rejected)
                    ->reason.numbers.contains(u"IV stop"_s));
    }

    /// Implied volatility is reckoned from the quotes of what is ordered and held.
    void ivStopsGoByTheQuotes()
    {
        const QString put = u"O:NVDA260619P00100000"_s;
        TradedMarket market(path());
        market.open();
        const auto quoteAt = [&](const char *bid, const char *ask) {
            market.pass(1s);
            market.quoteNow(100, 101);
            market.frame("[{\"ev\":\"Q\",\"sym\":\"" + put.toLatin1() + "\",\"bx\":4,\"bp\":" + bid
                         + ",\"bs\":50,\"ax\":7,\"ap\":" + ask + ",\"as\":50,\"c\":0,\"t\":"
                         + QByteArray::number(toMs(market.wall.utc())) + ",\"q\":1,\"z\":3}]");
            market.pass(1s);
        };
        OrderTicket premium = order(u"a"_s, Side::Sell, 1, {}, put);
        premium.ivStop = IvExit { .entryPpm = {}, .relativePpm = {}, .pointsPpm = 100'000 };
        market.loop.paper()->preview(++market.request, paper, premium); // now it is followed
        quoteAt("5.00", "5.10");
        market.submit(premium);
        market.pass(1s);
        QVERIFY(market.reported(u"a"_s, OrderState::Filled));
        const auto sent = std::ranges::find_if(market.pulled.reports, [](const auto &report) {
            return report.event.id == u"a"_s && report.event.newTicket();
        });
        // 101 days, 100.50, 5.05: by Black and Scholes some 26 % at 4 %, and the tree's a little
        // less
        const qint64 entry = *sent->event.newTicket()->ivStop->entryPpm;
        QVERIFY2(entry > 240'000 && entry < 290'000, qPrintable(QString::number(entry)));
        quoteAt("6.00", "6.10"); // five points
        QCOMPARE(market.position()->qty, Qty::whole(-1));
        quoteAt("7.60", "7.70"); // twelve
        market.pass(1s);
        QVERIFY(market.reported(u"a.iv"_s, OrderState::Filled));
        QCOMPARE(market.position(), nullptr);
    }

    /// The desk opens all the same and says why there is no trading.
    void aJournalThatCannotBeUsedIsSaid()
    {
        TradedMarket market(m_dir->path()); // a folder
        market.open();
        market.loop.watch(u"NVDA"_s);
        market.quoteNow(100, 101);
        QCOMPARE(market.snapshots[u"NVDA"_s].bid, Price::whole(100));
        market.submit(order(u"a"_s, Side::Buy, 100));
        QVERIFY(market.reported(u"a"_s, OrderState::Rejected));
        QVERIFY(!market.pulled.trouble.isEmpty());
        const Reason reason = market.pulled.find(u"a"_s, OrderState::Rejected)->reason;
        QCOMPARE(reason.code, ReasonCode::NoAccount);
        QCOMPARE(reason.numbers, market.pulled.trouble);
    }

    /// A split of the night is applied before the first price of the new shares counts, once.
    void splitsComeBeforeTheirPrices()
    {
        {
            TradedMarket market(path());
            market.buyForLong();
        }
        TradedMarket market(path(), tomorrowMorning);
        market.open();
        QVERIFY(market.isAsked(u"reference/splits"_s));
        QCOMPARE(market.queryOf(u"reference/splits"_s).queryItemValue(u"execution_date.gte"_s),
                 u"2026-03-10"_s);
        market.quoteNow(400, 401); // would sell new shares at the price of the old ones
        market.pass(1s);
        QCOMPARE(market.position()->qty, Qty::whole(100));
        const QByteArray answer = TradedMarket::page({ splitRow("2026-03-11", 4, 1) });
        QVERIFY(market.answer(u"reference/splits"_s, answer));
        QCOMPARE(market.position()->qty, Qty::whole(25));
        QCOMPARE(market.pulled.account()->working.front().ticket.qty, Qty::whole(10));
        QCOMPARE(market.pulled.account()->working.front().ticket.limit, Price::whole(480));
        market.pass(1s);
        market.quoteNow(480, 481);
        QVERIFY(market.reported(u"target"_s, OrderState::Filled));
        market.open(); // the same source anew
        market.answer(u"reference/splits"_s, answer);
        QCOMPARE(market.position()->qty, Qty::whole(15));
    }

    /// The desk was opened on the day after and closed again before the service had answered; the
    /// days it missed are in its books, what happened on them is not.
    void anUnansweredQuestionIsAskedAgain()
    {
        {
            TradedMarket market(path());
            market.buyForLong();
        }
        for (const Duration passed : { Duration(1s), Duration(30s) }) {
            TradedMarket market(path(), 24h + tomorrowMorning);
            market.open();
            QVERIFY(market.fail(u"reference/splits"_s));
            QVERIFY(market.fail(u"reference/dividends"_s));
            market.pass(passed);
        }
        QVERIFY(kept(u"live/Paper"_s, "\"kind\":\"day_start\"") >= 2);
        TradedMarket market(path(), 48h + tomorrowMorning);
        market.open();
        for (const auto &[path, field] :
             { std::pair { u"splits"_s, u"execution_date.gte"_s },
               std::pair { u"dividends"_s, u"ex_dividend_date.gte"_s } })
            QCOMPARE(market.queryOf(u"reference/"_s + path).queryItemValue(field), u"2026-03-10"_s);
        QVERIFY(market.answer(u"reference/splits"_s,
                              TradedMarket::page({ splitRow("2026-03-11", 4, 1) })));
        QCOMPARE(market.position()->qty, Qty::whole(25));
        QCOMPARE(market.pulled.account()->working.front().ticket.qty, Qty::whole(10));
    }

    /// Prices are not held up for ever by a service that does not answer.
    void pricesWaitForSplitsOnlySoLong()
    {
        {
            TradedMarket market(path());
            market.buyForLong();
        }
        TradedMarket market(path(), tomorrowMorning);
        market.open();
        market.pass(20s);
        market.quoteNow(120, 121);
        QVERIFY(market.reported(u"target"_s, OrderState::Filled));
    }

    void dividendsAreOwedAndPaid()
    {
        TradedMarket market(path());
        market.buyForLong();
        market.tick();
        QVERIFY(market.isAsked(u"reference/dividends"_s));
        QVERIFY(
            market.answer(u"reference/dividends"_s,
                          TradedMarket::page({ "{\"ticker\":\"NVDA\",\"cash_amount\":0.5,"
                                               "\"currency\":\"USD\",\"ex_dividend_date\":"
                                               "\"2026-03-11\",\"pay_date\":\"2026-03-13\"}",
                                               "{\"ticker\":\"NVDA\",\"cash_amount\":9,"
                                               "\"currency\":\"CAD\",\"ex_dividend_date\":"
                                               "\"2026-03-11\",\"pay_date\":\"2026-03-13\"}" })));
        market.pass(24h);
        market.pullAccounts();
        QCOMPARE(market.pulled.account()->figures.cash, Money::whole(89'900));
        market.pass(48h);
        market.pullAccounts();
        QCOMPARE(market.pulled.account()->figures.cash, Money::whole(89'950));
    }

    /// The service corrects itself before the day: paid once, as it said last.
    void correctedDividendsArePaidOnce()
    {
        TradedMarket market(path());
        market.buyForLong();
        market.tick();
        for (const QByteArray amount : { "0.5", "0.6" }) {
            QVERIFY(
                market.answer(u"reference/dividends"_s,
                              TradedMarket::page({ "{\"ticker\":\"NVDA\",\"cash_amount\":" + amount
                                                   + ",\"ex_dividend_date\":\"2026-03-12\","
                                                     "\"pay_date\":\"2026-03-13\"}" })));
            market.pass(24h);
        }
        market.pass(24h);
        market.pullAccounts();
        QCOMPARE(market.pulled.account()->figures.cash, Money::whole(89'960));
    }

    /// Asked once a day for each stock, and for a stock as soon as there is a position in it.
    void factsAreAskedForOnceADay()
    {
        TradedMarket market(path());
        market.open();
        market.tick();
        QVERIFY(!market.isAsked(u"reference/splits"_s));
        market.buyForLong();
        market.tick();
        QVERIFY(market.answer(u"reference/splits"_s, TradedMarket::page()));
        QVERIFY(market.answer(u"reference/dividends"_s, TradedMarket::page()));
        market.pass(1h);
        QVERIFY(!market.isAsked(u"reference/splits"_s));
        market.pass(24h);
        QVERIFY(market.isAsked(u"reference/splits"_s));
    }

    /// What was refused is not known, and is asked for again from the same day on.
    void refusedQuestionsStayOpen()
    {
        TradedMarket market(path());
        market.buyForLong();
        market.tick();
        QVERIFY(market.answer(u"reference/splits"_s, TradedMarket::page()));
        QVERIFY(market.answer(u"reference/dividends"_s, TradedMarket::page()));
        market.pass(24h);
        QVERIFY(market.fail(u"reference/splits"_s, Error::Code::NotEntitled));
        QVERIFY(market.answer(u"reference/dividends"_s, TradedMarket::page()));
        market.pass(1h);
        QVERIFY(!market.isAsked(u"reference/splits"_s));
        market.pass(23h);
        const auto since = [&market](const QString &what, const QString &field) {
            return market.queryOf(u"reference/"_s + what).queryItemValue(field + u".gte"_s);
        };
        QCOMPARE(since(u"splits"_s, u"execution_date"_s), u"2026-03-10"_s);
        QCOMPARE(since(u"dividends"_s, u"ex_dividend_date"_s), u"2026-03-11"_s);
    }

    /// The desk was shut over the close of the last day.
    void contractsEndAtTheOfficialClose()
    {
        const QString call = u"O:NVDA260310C00090000"_s;
        {
            TradedMarket market(path());
            market.open();
            market.submit(order(u"call"_s, Side::Buy, 1, 12, call));
            market.pass(1s);
            market.frame("[{\"ev\":\"Q\",\"sym\":\"" + call.toLatin1()
                         + "\",\"bx\":4,\"bp\":11,\"bs\":5,\"ax\":7,\"ap\":12,\"as\":5,\"c\":0,"
                           "\"t\":"
                         + QByteArray::number(toMs(market.wall.utc())) + ",\"q\":1,\"z\":3}]");
            QVERIFY(market.reported(u"call"_s, OrderState::Filled));
        }
        TradedMarket market(path(), tomorrowMorning);
        market.open();
        market.tick();
        QVERIFY(market.fail(u"open-close/NVDA/2026-03-10"_s, Error::Code::NotFound));
        market.pass(12h); // not every ten minutes for ever
        QVERIFY(!market.isAsked(u"open-close/NVDA/2026-03-10"_s));
        market.pass(12h);
        QVERIFY(market.answer(u"open-close/NVDA/2026-03-10"_s,
                              "{\"status\":\"OK\",\"symbol\":\"NVDA\",\"from\":\"2026-03-10\","
                              "\"open\":100,\"high\":101,\"low\":99,\"close\":100,"
                              "\"volume\":1000}"));
        QCOMPARE(market.position()->symbol, u"NVDA"_s);
        QCOMPARE(market.position()->qty, Qty::whole(100));
        QCOMPARE(market.position()->cost, Money::whole(10'200));
    }

    /// The stream says that trading stops, and that it goes on.
    void haltsHoldOrders()
    {
        TradedMarket market(path());
        market.open();
        market.quoteNow(100, 101);
        market.submit(order(u"bid"_s, Side::Buy, 100, 99));
        market.pass(1s);
        const auto say = [&market](int indicator) {
            market.frame("[{\"ev\":\"LULD\",\"T\":\"NVDA\",\"h\":110,\"l\":90,\"i\":["
                         + QByteArray::number(indicator) + "],\"z\":3,\"t\":"
                         + QByteArray::number(toMs(market.wall.utc())) + ",\"q\":7}]");
        };
        say(17);
        market.quoteNow(97, 98);
        market.pass(1s);
        market.pullAccounts();
        QCOMPARE(market.pulled.account()->working.size(), std::size_t(1));
        say(18);
        market.pass(1s);
        market.trade(market.wall.utc(), 1, 98);
        market.pass(1min);
        market.quoteNow(97, 98);
        QVERIFY(market.reported(u"bid"_s, OrderState::Filled));
    }

    /// Each is answered when it is on the disk, refusals too.
    void ownersCommandsAreAnsweredOnceKept()
    {
        using enum AccountCommand::Kind;
        TradedMarket market(path());
        market.buyForLong();
        QCOMPARE(market.perform(Deposit, 500)->code, ReasonCode::None);
        QCOMPARE(kept(u"live/Paper"_s, "\"kind\":\"deposit\""), 2);
        QCOMPARE(market.perform(Withdraw, 1'000'000)->code, ReasonCode::InsufficientBuyingPower);
        QCOMPARE(market.perform(Reset)->code, ReasonCode::OrdersWorking);
        QCOMPARE(market.perform(Deposit, 5, u"Nobody"_s)->code, ReasonCode::NoAccount);
        market.submit(order(u"bid"_s, Side::Buy, 10, 90));
        market.pass(1s);
        QCOMPARE(market.perform(Stop)->code, ReasonCode::None);
        QVERIFY(market.reported(u"bid"_s, OrderState::Canceled));
        QCOMPARE(kept(u"live/Paper"_s, "\"source\":\"kill_switch\""), 1);
        market.submit(order(u"more"_s, Side::Buy, 10, 90));
        QVERIFY(market.reported(u"more"_s, OrderState::Denied));
        QCOMPARE(market.perform(Resume)->code, ReasonCode::None);
        market.submit(order(u"again"_s, Side::Buy, 10, 90));
        market.pass(1s);
        QVERIFY(market.reported(u"again"_s, OrderState::Accepted));
    }

    /// What the ticket shows while it is filled in: asked, answered, and nothing written.
    void ordersAreLookedAtBeforehand()
    {
        TradedMarket market(path());
        market.open();
        market.quoteNow(100, 101);
        QSignalSpy released(&market.loop, &MarketLoop::unsubscribeRequested);
        market.pullAccounts();
        const int before = kept(u"live/Paper"_s, {});
        QVERIFY(before > 0); // the opening of the account is on the disk
        OrderTicket ticket = order(u"a"_s, Side::Buy, 0);
        ticket.size = SizeRule { .by = SizeRule::By::Cash, .amount = Money::whole(1'000) };
        market.loop.paper()->preview(++market.request, paper, ticket);
        const OrderAnswer *answer = market.orderAnswer();
        QVERIFY(answer && answer->preview);
        QCOMPARE(answer->id, u"a"_s);
        QCOMPARE(answer->preview->ticket.qty, Qty::whole(9));
        QCOMPARE(answer->preview->cost, Money::whole(909));
        QVERIFY(answer->preview->refusals.empty());
        market.tick();
        QVERIFY(released.isEmpty()); // the next look will want its prices, too
        market.loop.paper()->preview(++market.request, paper,
                                     order(u"b"_s, Side::Buy, 10, {}, u"AAPL"_s));
        QVERIFY(market.orderAnswer());
        market.tick();
        QCOMPARE(released.size(), 1);
        market.pass(1s);
        QCOMPARE(kept(u"live/Paper"_s, {}), before);
        QVERIFY(market.pulled.reports.empty());
    }

    void workingOrdersSayWhatTheyWaitFor()
    {
        TradedMarket market(path());
        market.open();
        market.quoteNow(100, 101);
        market.submit(order(u"a"_s, Side::Buy, 10, 90));
        market.pass(1s);
        QVERIFY(market.reported(u"a"_s, OrderState::Accepted));
        market.quoteNow(100, 101);
        market.loop.paper()->tellWhyNotYet(++market.request, paper, u"a"_s);
        const OrderAnswer *answer = market.orderAnswer();
        QVERIFY(answer && !answer->preview);
        QCOMPARE(answer->reason.code, ReasonCode::WaitsForLimit);
        QVERIFY2(answer->reason.numbers.startsWith(u"limit 90.00, bid 100.00"_s),
                 qPrintable(answer->reason.numbers));
        market.loop.paper()->tellWhyNotYet(++market.request, u"Nobody"_s, u"a"_s);
        QCOMPARE(market.orderAnswer()->reason.code, ReasonCode::NoAccount);
    }

    /// From the window's thread to the market's and back.
    void ownersCommandsGoThroughTheSession()
    {
        DeskSession session;
        PulledPaper pulled(session);
        session.setJournal(path());
        QVERIFY(session.openSimulated(1, 5));
        QTRY_VERIFY_WITH_TIMEOUT(pulled.account(), 20'000);
        const quint64 more
            = session.commandAccount(paper, { AccountCommand::Kind::Deposit, Money::whole(500) });
        const quint64 none = session.commandAccount(paper, { AccountCommand::Kind::Withdraw, {} });
        QTRY_VERIFY_WITH_TIMEOUT(pulled.answerTo(more) && pulled.answerTo(none), 20'000);
        QCOMPARE(pulled.answerTo(more)->reason.code, ReasonCode::None);
        QCOMPARE(pulled.answerTo(none)->reason.code, ReasonCode::BadAmount);
        QTRY_COMPARE_WITH_TIMEOUT(pulled.account()->figures.cash, Money::whole(100'500), 10'000);
    }

    void commandsToNobodyAreRefused()
    {
        TradedMarket market(path());
        market.open();
        market.loop.paper()->cancel(u"Nobody"_s, u"a"_s);
        QVERIFY(market.reported(u"a"_s, OrderState::Rejected));
        QVERIFY(
            market.pulled.find(u"a"_s, OrderState::Rejected)->reason.numbers.contains(u"Nobody"_s));
        market.loop.paper()->cancel(paper, u"b"_s);
        QVERIFY(QTest::qWaitFor([&] {
            market.pulled.absorb(market.outbox.take());
            return std::ranges::any_of(market.pulled.reports, [](const PaperReport &report) {
                return report.event.reason.code == ReasonCode::OrderNotFound;
            });
        }));
    }

private:
    QString path() const { return m_dir->filePath(u"journal.db"_s); }
    /// Lines of an account's books with this in them.
    int kept(const QString &account, const QByteArray &part) const
    {
        JournalDatabase journal;
        if (!journal.open(path(), JournalDatabase::Access::ReadOnly))
            return -1;
        const auto lines = journal.lines(account, u"books"_s).value_or(std::vector<JournalLine>());
        return int(std::ranges::count_if(
            lines, [&](const JournalLine &line) { return line.body.contains(part); }));
    }
    bool isKept(const QString &account, const QString &id, OrderState state) const
    {
        JournalDatabase journal;
        if (!journal.open(path(), JournalDatabase::Access::ReadOnly))
            return false;
        for (const JournalLine &line :
             journal.lines(account, u"orders"_s).value_or(std::vector<JournalLine>())) {
            const Result<OrderEvent> event = orderEventFromText(line.body.toStdString());
            if (event && event->id == id && event->state == state)
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestPaperTrading)
#include "tst_papertrading.moc"
