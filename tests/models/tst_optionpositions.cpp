#include "chainstore.h"
#include "faketradeport.h"
#include "optiondesk.h"
#include "optionreminders.h"
#include "heldsamples.h"
#include "strategydesk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 8, 13); // a Thursday
const QDate friday(2026, 8, 14);

const QString putWing = u"O:SPY260814P00480000"_s;
const QString put = u"O:SPY260814P00490000"_s;
const QString call = u"O:SPY260814C00510000"_s;
const QString callWing = u"O:SPY260814C00520000"_s;
const QString laterCall = u"O:SPY260821C00510000"_s;

std::vector<PositionRow> condor(qint64 size = 2)
{
    return { heldPosition(callWing, size, 0.4, 0.3, u"Iron condor"_s),
             heldPosition(call, -size, 1.2, 0.9, u"Iron condor"_s),
             heldPosition(put, -size, 1.1, 1.3, u"Iron condor"_s),
             heldPosition(putWing, size, 0.5, 0.6, u"Iron condor"_s) };
}

/// A chain port that nobody answers: the test does.
class SilentChains : public ChainPort
{
public:
    quint64 openChain(const QString &underlying) override
    {
        opened.append(underlying);
        return quint64(opened.size());
    }
    void closeChain(quint64) override { ++closed; }
    void setChainView(quint64, const QStringList &) override { }

    QStringList opened;
    int closed = 0;
};

} // namespace

/// What belongs together among positions in options, what is done with it, and what is told before
/// it ends.
class TestOptionPositions : public QObject
{
    Q_OBJECT

    struct Bench
    {
        explicit Bench(std::vector<PositionRow> positions, std::vector<OrderRow> working = {})
        {
            trading.apply(accountUpdate(std::move(positions), std::move(working)));
            trading.setArmed(true);
        }
        const PaperAccountView &account() const { return *trading.account(); }

        FakeTradePort port;
        TradeDesk trading { port };
        SilentChains feed;
        ChainStore chains { feed };
        StrategyDesk strategies;
        OptionDesk options { trading, chains, strategies };
    };

    static QStringList legsOf(const OrderTicket &ticket)
    {
        QStringList texts;
        for (const OrderLeg &leg : ticket.legs)
            texts += (leg.side == Side::Buy ? u"+"_s : u"-"_s) + QString::number(leg.ratio) + u' '
                + leg.symbol;
        return texts;
    }
    static QStringList legsOf(const StrategyDraft &draft)
    {
        QStringList texts;
        for (const DraftLeg &leg : draft.legs)
            texts += (leg.side == Side::Buy ? u"+"_s : u"-"_s) + leg.qty.toString() + u' '
                + leg.symbol + (leg.isHeld ? u" held"_s : QString());
        return texts;
    }

    static Timestamp at(QDate day, Duration time) { return easterntime::at(day, time); }
    static QStringList reminders(const PaperAccountView &account, Timestamp now, double price,
                                 int days = 3)
    {
        QStringList texts;
        const auto priceOf = [price](const QString &) { return Price::fromDouble(price); };
        for (const OptionReminder &own :
             optionreminders::due(account, now, days, priceOf, MarketCalendar()))
            texts += optionreminders::text(own);
        return texts;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    // --- what belongs together

    void positionsOfOneTagAreOneStructure()
    {
        std::vector<PositionRow> rows = condor();
        rows.push_back(heldPosition(u"SPY"_s, 100, 500, 501));
        rows.push_back(heldPosition(laterCall, 1, 3, 4));
        rows.push_back(heldPosition(u"NVDA"_s, 10, 100, 101));
        const Bench bench(rows);
        const std::vector<HeldStructure> all = heldstructures::of(bench.account());
        QCOMPARE(all.size(), std::size_t(2));
        // what has no tag, with the shares that have none
        QCOMPARE(all[0].options.size(), std::size_t(1));
        QVERIFY(all[0].shares);
        QCOMPARE(all[0].firstExpiry(), QDate(2026, 8, 21));
        QCOMPARE(all[1].tag, u"Iron condor"_s);
        QCOMPARE(all[1].form.kind, StrategyKind::IronCondor);
        QVERIFY(!all[1].shares);
        QCOMPARE(all[1].value(), Money::whole(-260));
        QVERIFY(heldstructures::with(bench.account(), put)->has(callWing));
        QVERIFY(!heldstructures::with(bench.account(), u"NVDA"_s));
    }

    void aStructureIsClosedInOneOrder()
    {
        OrderRow resting;
        resting.ticket.id = u"r"_s;
        resting.ticket.symbol = call;
        resting.ticket.qty = Qty::whole(2);
        resting.state = OrderState::Accepted;
        Bench bench(condor(), { resting });
        bench.options.close(put);
        bench.port.answerPreviews(bench.trading);
        QCOMPARE(bench.port.cancelled, QStringList { u"r"_s });
        QCOMPARE(bench.port.submitted.size(), std::size_t(1));
        const OrderTicket &order = bench.port.submitted.front();
        QCOMPARE(order.qty, Qty::whole(2));
        QCOMPARE(order.type, OrderType::Market);
        QCOMPARE(order.strategy, u"Iron condor"_s);
        const QStringList legs { u"+1 "_s + call, u"-1 "_s + callWing, u"-1 "_s + putWing,
                                 u"+1 "_s + put };
        QCOMPARE(legsOf(order), legs);
    }

    /// 600 shares and six calls: six packages of a hundred.
    void sharesGoWithTheirCalls()
    {
        Bench bench({ heldPosition(u"SPY"_s, 600, 500, 501, u"w"_s),
                      heldPosition(call, -6, 1.2, 0.9, u"w"_s) });
        bench.options.close(u"SPY"_s);
        bench.port.answerPreviews(bench.trading);
        const OrderTicket &order = bench.port.submitted.front();
        QCOMPARE(order.qty, Qty::whole(6));
        QCOMPARE(legsOf(order), (QStringList { u"+1 "_s + call, u"-100 SPY"_s }));
    }

    /// A part of a share cannot be in a package.
    void whatNoPackageTakesIsClosedOneByOne()
    {
        PositionRow shares = heldPosition(u"SPY"_s, 100, 500, 501);
        shares.qty = *Qty::parse(u"100.5"_s);
        Bench bench({ shares, heldPosition(call, -1, 1.2, 0.9) });
        bench.options.close(call);
        bench.port.answerPreviews(bench.trading);
        QCOMPARE(bench.port.submitted.size(), std::size_t(2));
        QCOMPARE(bench.port.submitted.front().symbol, call); // its cover goes after it
        QVERIFY(bench.port.submitted.front().reduceOnly);
    }

    void adjustingShowsWhatIsHeld()
    {
        Bench bench(condor());
        QSignalSpy wanted(&bench.strategies, &StrategyDesk::wanted);
        bench.options.adjust(call);
        QCOMPARE(wanted.size(), 1);
        const QStringList legs { u"-2 "_s + call + u" held"_s, u"+2 "_s + callWing + u" held"_s,
                                 u"+2 "_s + putWing + u" held"_s, u"-2 "_s + put + u" held"_s };
        QCOMPARE(legsOf(bench.strategies.draft(u"SPY"_s)), legs);
    }

    /// To the first expiration a week later, at the nearest strikes; the chain is fetched for it.
    void rollingTakesALaterExpiration()
    {
        Bench bench({ heldPosition(call, -3, 1.2, 0.9), heldPosition(callWing, 3, 0.4, 0.3) });
        bench.options.roll(call);
        QCOMPARE(bench.feed.opened, QStringList { u"SPY"_s });
        QVERIFY(bench.strategies.draft(u"SPY"_s).isEmpty());
        bench.chains.apply(
            listedChain(u"SPY"_s, 500,
                        { listedContract(call), listedContract(u"O:SPY260817C00510000"_s),
                          listedContract(laterCall), listedContract(u"O:SPY260821C00515000"_s) }));
        const StrategyDraft draft = bench.strategies.draft(u"SPY"_s);
        QCOMPARE(draft.packages, 3);
        const QStringList legs { u"+1 "_s + call, u"-1 "_s + callWing, u"-1 "_s + laterCall,
                                 u"+1 O:SPY260821C00515000"_s };
        QCOMPARE(legsOf(draft), legs);
        QCOMPARE(bench.feed.closed, 1);
    }

    /// Half a roll would be another position.
    void whatHasNoLaterContractIsNotRolled_data()
    {
        QTest::addColumn<QStringList>("held");
        QTest::addColumn<QStringList>("listed");
        QTest::addColumn<QString>("why");
        const QString lacking = u"later contract for each option"_s;
        QTest::newRow("no later expiration")
            << QStringList { laterCall } << QStringList { laterCall } << lacking;
        QTest::newRow("no later put")
            << QStringList { call, put } << QStringList { call, put, laterCall } << lacking;
        QTest::newRow("one strike for two")
            << QStringList { call, callWing } << QStringList { laterCall } << lacking;
        QStringList five;
        QStringList later;
        for (int strike = 500; strike < 505; ++strike) {
            five += u"O:SPY260814C00%1"_s.arg(strike * 1'000);
            later += u"O:SPY260821C00%1"_s.arg(strike * 1'000);
        }
        QTest::newRow("five legs") << five << later << u"too many"_s;
    }
    void whatHasNoLaterContractIsNotRolled()
    {
        QFETCH(const QStringList, held);
        QFETCH(const QStringList, listed);
        QFETCH(const QString, why);
        std::vector<PositionRow> rows;
        for (const QString &symbol : held)
            rows.push_back(heldPosition(symbol, -1, 1.2, 0.9));
        std::vector<ChainContract> contracts;
        for (const QString &symbol : listed)
            contracts.push_back(listedContract(symbol));
        Bench bench(rows);
        QSignalSpy said(&bench.options, &OptionDesk::said);
        QSignalSpy wanted(&bench.strategies, &StrategyDesk::wanted);
        bench.options.roll(held.front());
        bench.chains.apply(listedChain(u"SPY"_s, 500, contracts));
        QVERIFY(bench.strategies.draft(u"SPY"_s).isEmpty());
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(why));
    }

    /// What a weekly calendar closes is what it opens: an order has no contract twice.
    void rolledLegsAreNetted_data()
    {
        QTest::addColumn<int>("size"); ///< of the later one
        QTest::addColumn<QStringList>("legs");
        const QString last = u"O:SPY260828C00510000"_s;
        QTest::newRow("sold and bought")
            << 1 << QStringList { u"+1 "_s + call, u"-2 "_s + laterCall, u"+1 "_s + last };
        QTest::newRow("both sold") << -1 << QStringList { u"+1 "_s + call, u"-1 "_s + last };
        QTest::newRow("more are sold later")
            << -2 << QStringList { u"+1 "_s + call, u"+1 "_s + laterCall, u"-2 "_s + last };
    }
    void rolledLegsAreNetted()
    {
        QFETCH(const int, size);
        QFETCH(const QStringList, legs);
        Bench bench({ heldPosition(call, -1, 1.2, 0.9, u"Calendar"_s),
                      heldPosition(laterCall, size, 2.2, 1.9, u"Calendar"_s) });
        bench.options.roll(call);
        bench.chains.apply(listedChain(u"SPY"_s, 500,
                                       { listedContract(call), listedContract(laterCall),
                                         listedContract(u"O:SPY260828C00510000"_s) }));
        QCOMPARE(legsOf(bench.strategies.draft(u"SPY"_s)), legs);
        QCOMPARE(bench.strategies.draft(u"SPY"_s).tag, u"Calendar"_s);
    }

    /// Where later strikes are sparser, the next one is taken: no spread becomes nothing.
    void rolledStrikesStayApart()
    {
        Bench bench({ heldPosition(call, -1, 1.2, 0.9),
                      heldPosition(u"O:SPY260814C00511000"_s, 1, 0.4, 0.3) });
        bench.options.roll(call);
        bench.chains.apply(
            listedChain(u"SPY"_s, 500,
                        { listedContract(laterCall), listedContract(u"O:SPY260821C00520000"_s) }));
        const StrategyDraft draft = bench.strategies.draft(u"SPY"_s);
        const QStringList legs { u"+1 "_s + call, u"-1 O:SPY260814C00511000"_s,
                                 u"-1 "_s + laterCall, u"+1 O:SPY260821C00520000"_s };
        QCOMPARE(legsOf(draft), legs);
        QCOMPARE(draft.tag, QString()); // as what is held
    }

    /// Days that are nearer to each other than later ones: a calendar stays one.
    void rolledDaysStayApart()
    {
        const QString monday = u"O:SPY260817C00510000"_s;
        const QString last = u"O:SPY260828C00510000"_s;
        Bench bench({ heldPosition(call, -1, 1.2, 0.9), heldPosition(monday, 1, 1.4, 1.3) });
        bench.options.roll(call);
        bench.chains.apply(listedChain(
            u"SPY"_s, 500, { listedContract(u"O:SPY260825C00510000"_s), listedContract(last) }));
        const QStringList legs { u"+1 "_s + call, u"-1 "_s + monday, u"-1 O:SPY260825C00510000"_s,
                                 u"+1 "_s + last };
        QCOMPARE(legsOf(bench.strategies.draft(u"SPY"_s)), legs);
    }

    // --- exercise

    void exerciseIsAskedForAndAnswered()
    {
        Bench bench({ heldPosition(call, 2, 1.2, 5) });
        QSignalSpy said(&bench.options, &OptionDesk::said);
        bench.options.exercise(call, Qty::whole(2));
        QCOMPARE(bench.port.commands.front().kind, AccountCommand::Kind::Exercise);
        QCOMPARE(bench.port.commands.front().qty, Qty::whole(2));
        answer(bench, {});
        QCOMPARE(said.takeFirst().front().toString(),
                 u"SPY 14 Aug 26 510 C exercised: you buy 200 SPY at 510.00 for 102,000.00"_s);
        bench.options.setDeclined(call, true);
        answer(bench, { ReasonCode::NotExercisable, u"no such option is held"_s });
        QVERIFY(said.takeFirst().front().toString().contains(u"left as it is"_s));
    }

    // --- reminders

    void endsAreToldBeforehand()
    {
        const Bench bench(condor());
        QCOMPARE(reminders(bench.account(), at(today, 10h), 500).size(), 4);
        QCOMPARE(reminders(bench.account(), at(today, 10h), 500).front(),
                 u"SPY 14 Aug 26 520 C (2 held) ends tomorrow."_s);
        QCOMPARE(reminders(bench.account(), at(today.addDays(-3), 10h), 500), QStringList());
        QCOMPARE(reminders(bench.account(), at(today, 10h), 500, 0), QStringList());
        QCOMPARE(reminders(bench.account(), at(friday.addDays(1), 10h), 500), QStringList());
    }

    void theLastDaySaysWhatWillHappen_data()
    {
        QTest::addColumn<QString>("contract");
        QTest::addColumn<int>("qty");
        QTest::addColumn<double>("price");
        QTest::addColumn<bool>("declined");
        QTest::addColumn<QString>("text");
        const QString name = u"SPY 14 Aug 26 510 C"_s;
        QTest::newRow("worthless")
            << call << 1 << 509.0 << false
            << name + u" ends today: with SPY at 509.00 it expires worthless."_s;
        QTest::newRow("exercised") << call << 1 << 512.0 << false
                                   << name
                + u" ends today: with SPY at 512.00 it will be exercised: you buy 100 SPY at "
                  "510.00 for 51,000.00."_s;
        QTest::newRow("assigned") << call << -2 << 512.0 << false
                                  << name
                + u" ends today: with SPY at 512.00 it will be assigned: you sell 200 SPY at "
                  "510.00 for 102,000.00."_s;
        QTest::newRow("a put is assigned")
            << put << -1 << 480.0 << false
            << u"SPY 14 Aug 26 490 P ends today: with SPY at 480.00 it will be assigned: you buy "
               "100 SPY at 490.00 for 49,000.00."_s;
        QTest::newRow("declined") << call << 1 << 512.0 << true
                                  << name
                + u" ends today in the money (SPY at 512.00), and will not be exercised, as you "
                  "wished: it expires without value."_s;
        QTest::newRow("in cash")
            << u"O:SPXW260814C05100000"_s << 1 << 5112.34 << false
            << u"SPXW 14 Aug 26 5,100 C ends today: with I:SPX at 5,112.34 you receive about "
               "1,234.00 in cash."_s;
    }
    void theLastDaySaysWhatWillHappen()
    {
        QFETCH(const QString, contract);
        QFETCH(const int, qty);
        QFETCH(const double, price);
        QFETCH(const bool, declined);
        QFETCH(const QString, text);
        PositionRow row = heldPosition(contract, qty, 1, 2);
        row.isDeclined = declined;
        const Bench bench({ row });
        QCOMPARE(reminders(bench.account(), at(friday, 10h), price), QStringList { text });
    }

    void morningSettlementIsTold()
    {
        const Bench bench({ heldPosition(u"O:SPX260821C05100000"_s, 1, 10, 12) });
        const QStringList told = reminders(bench.account(), at(QDate(2026, 8, 20), 10h), 5112.34);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.front().contains(u"settled at the open of I:SPX tomorrow"_s));
    }

    void expiryRiskIsTold()
    {
        PaperUpdate update = accountUpdate({ heldPosition(call, 1, 1, 3) });
        update.accounts->front().atExpiryRisk = { call };
        const QStringList told = reminders(update.accounts->front(), at(friday, 10h), 512);
        QCOMPARE(told.size(), 2);
        QVERIFY(told.back().contains(u"a quarter of an hour before the close"_s));
    }

    /// A call with less time value than the dividend, on the eve of its ex-date.
    void earlyAssignmentIsToldBeforeADividend_data()
    {
        QTest::addColumn<double>("mark");
        QTest::addColumn<int>("daysAhead");
        QTest::addColumn<int>("told");
        QTest::newRow("on the eve") << 12.1 << 1 << 1;
        QTest::newRow("worth more alive") << 12.5 << 1 << 0;
        QTest::newRow("two days before") << 12.1 << 2 << 0;
    }
    void earlyAssignmentIsToldBeforeADividend()
    {
        QFETCH(const double, mark);
        QFETCH(const int, daysAhead);
        QFETCH(const int, told);
        PaperUpdate update
            = accountUpdate({ heldPosition(u"O:SPY260918C00500000"_s, -1, 10, mark) });
        update.accounts->front().dividendsAhead
            = { { u"SPY"_s, Price::fromDouble(0.24), today.addDays(daysAhead) } };
        const QStringList texts = reminders(update.accounts->front(), at(today, 10h), 512);
        QCOMPARE(texts.size(), told);
        if (told > 0)
            QVERIFY(texts.front().contains(u"may be assigned tonight"_s));
    }

    void eachIsToldOnceADay()
    {
        Bench bench({ heldPosition(call, 1, 1, 3) });
        OptionReminders own(bench.trading);
        QSignalSpy told(&own, &OptionReminders::reminded);
        const auto pass = [&](Timestamp now) {
            own.setNow(now);
            bench.trading.apply(accountUpdate({ heldPosition(call, 1, 1, 3) }));
        };
        pass(at(today, 9h));
        QCOMPARE(bench.port.watched, QStringList { u"SPY"_s });
        InstrumentSnapshot spy;
        spy.symbol = u"SPY"_s;
        spy.last = Price::whole(512);
        bench.trading.applyMarket({ spy });
        pass(at(today, 9h));
        QCOMPARE(told.size(), 0); // before the session
        pass(at(today, 10h));
        pass(at(today, 11h));
        QCOMPARE(told.size(), 1);
        pass(at(friday, 10h));
        pass(at(friday, 11h));
        QCOMPARE(told.size(), 2);
        QVERIFY(told.back().front().toString().contains(u"will be exercised"_s));
    }

    /// An end is told without a price; the last day waits a little for it, and says more with it.
    void endsAreToldWithoutAPrice()
    {
        Bench bench({ heldPosition(call, 1, 1, 3) });
        OptionReminders own(bench.trading);
        QSignalSpy told(&own, &OptionReminders::reminded);
        const auto pass = [&](Timestamp now) {
            own.setNow(now);
            bench.trading.apply(accountUpdate({ heldPosition(call, 1, 1, 3) }));
        };
        const auto newest = [&] { return told.back().front().toString(); };
        pass(at(today, 10h));
        QCOMPARE(told.size(), 1);
        QVERIFY(newest().contains(u"ends tomorrow"_s));
        pass(at(friday, 10h));
        QCOMPARE(told.size(), 1);
        pass(at(friday, 10h + 1min));
        pass(at(friday, 10h + 2min));
        QCOMPARE(told.size(), 2);
        QVERIFY(newest().contains(u"the price of SPY is not known"_s));
        InstrumentSnapshot spy;
        spy.symbol = u"SPY"_s;
        spy.last = Price::whole(512);
        bench.trading.applyMarket({ spy });
        pass(at(friday, 10h + 3min));
        pass(at(friday, 10h + 4min));
        QCOMPARE(told.size(), 3);
        QVERIFY(newest().contains(u"will be exercised"_s));
    }

private:
    static void answer(Bench &bench, const Reason &reason)
    {
        PaperUpdate update;
        update.answers
            = { { .request = bench.port.lastRequest, .account = u"Paper"_s, .reason = reason } };
        bench.trading.apply(update);
    }
};

QTEST_GUILESS_MAIN(TestOptionPositions)
#include "tst_optionpositions.moc"
