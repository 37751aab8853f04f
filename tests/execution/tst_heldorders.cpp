#include "ledgermath.h"
#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

AccountSettings cashAccount(const char *cash = "100000")
{
    AccountSettings settings;
    settings.margin = MarginMode::Cash;
    settings.startingCash = money(cash);
    return settings;
}

/// A desk with a cash account whose orders tell how they ended.
class CashDesk : public PaperDesk
{
public:
    explicit CashDesk(const char *cash = "100000")
        : PaperDesk(instant(), cashAccount(cash))
    {
    }

    /// "canceled SHORT_NOT_ALLOWED".
    QString ended(const char *id) const
    {
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (event->id != QString::fromLatin1(id))
                continue;
            const std::string_view state = stateText(event->state);
            const std::string_view why = reasonText(event->reason.code);
            return QString::fromStdString(std::string(state) + (why.empty() ? "" : " ")
                                          + std::string(why));
        }
        return {};
    }
    Money cash() const { return venue.account().cash; }
    Qty held(const char *symbol) const
    {
        return venue.books().position(QString::fromLatin1(symbol));
    }
};

OrderTicket exitStop(const char *id, const char *symbol, const char *signedQty, const char *stop)
{
    OrderTicket ticket = PaperDesk::order(id, symbol, signedQty);
    ticket.type = OrderType::Stop;
    ticket.stop = price(stop);
    ticket.reduceOnly = true;
    return ticket;
}

const char *const call100 = "O:A260619C00100000";
const char *const call105 = "O:A260619C00105000";

OrderTicket spread(const char *id, const char *signedPackages, const char *limit)
{
    OrderTicket ticket = PaperDesk::order(id, "", signedPackages, limit);
    ticket.legs = { { QString::fromLatin1(call100), Side::Buy, 1 },
                    { QString::fromLatin1(call105), Side::Sell, 1 } };
    return ticket;
}

} // namespace

/// What the account says to orders while they work: the market moves and positions change after
/// they were accepted.
class HeldOrdersTest : public QObject
{
    Q_OBJECT

private slots:
    void marketOrdersBeforeAnyPriceAreJudgedByTheFirst()
    {
        CashDesk desk;
        desk.submit(PaperDesk::order("big", "A", "10000"));
        desk.submit(PaperDesk::order("small", "A", "1000"));
        desk.quote("A", "99.98", "100");
        QCOMPARE(desk.ended("big"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
        QCOMPARE(desk.ended("small"), u"canceled INSUFFICIENT_BUYING_POWER"_s); // 2.5 % more
        QCOMPARE(desk.cash(), money("100000"));
        desk.submit(PaperDesk::order("fits", "A", "975"));
        QCOMPARE(desk.ended("fits"), u"filled"_s);
    }

    /// Also when order and quote are of one instant.
    void theFirstPriceOfTheSameInstantJudgesToo()
    {
        CashDesk desk;
        desk.submit(PaperDesk::order("big", "A", "10000"));
        desk.now -= 1s;
        desk.quote("A", "99.98", "100");
        QCOMPARE(desk.ended("big"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
        QCOMPARE(desk.cash(), money("100000"));
    }

    void whatWaitsForTheOpenIsJudgedThere()
    {
        CashDesk desk("10500");
        desk.quote("A", "99.98", "100");
        desk.advanceTo(easterntime::at(QDate(2026, 3, 10), 18h));
        desk.submit(PaperDesk::order("held", "A", "100")); // at 102.50 it would do
        QCOMPARE(desk.ended("held"), u"accepted HELD_SESSION"_s);
        desk.now = easterntime::at(QDate(2026, 3, 11), 9h + 31min);
        desk.quote("A", "119.98", "120");
        QCOMPARE(desk.ended("held"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
        QCOMPARE(desk.cash(), money("10500"));
    }

    void triggeredStopsAreJudgedByThePriceTheyMeet()
    {
        CashDesk desk("10500");
        desk.quote("A", "99.98", "100");
        OrderTicket stop = PaperDesk::order("stop", "A", "100");
        stop.type = OrderType::Stop;
        stop.stop = price("101");
        desk.submit(stop);
        desk.quote("A", "119.98", "120"); // a gap
        desk.trade("A", "120");
        desk.advanceTo(desk.now);
        QCOMPARE(desk.ended("stop"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
    }

    void shortSalesBeforeAnyPriceAreJudgedByTheFirst()
    {
        AccountSettings settings;
        settings.startingCash = money("10000");
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.submit(PaperDesk::order("short", "A", "-1000", "1"));
        desk.quote("A", "100", "100.02");
        QCOMPARE(desk.venue.books().position(u"A"_s), Qty());
    }

    /// Children hold nothing before their parent is filled: others may have used the money.
    void childrenAreJudgedWhenTheyWork()
    {
        CashDesk desk("10000");
        desk.quote("A", "9.99", "10");
        desk.submit(PaperDesk::order("parent", "A", "400", "9.99"));
        OrderTicket child = PaperDesk::order("child", "A", "400", "10.10");
        child.parent = u"parent"_s;
        desk.submit(child);
        desk.submit(PaperDesk::order("other", "A", "600", "10"));
        QCOMPARE(desk.ended("other"), u"filled"_s);
        desk.quote("A", "9.97", "9.98");
        QCOMPARE(desk.ended("parent"), u"filled"_s);
        desk.quote("A", "9.97", "9.98");
        QCOMPARE(desk.ended("child"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
    }

    /// A stop and a plain sale of the same shares: the second to fill would be a short.
    void exitsThatLostTheirPositionEnd()
    {
        CashDesk desk;
        desk.quote("A", "99.98", "100");
        desk.submit(PaperDesk::order("buy", "A", "100", "100"));
        desk.submit(exitStop("stop", "A", "-100", "95"));
        desk.submit(PaperDesk::order("target", "A", "-100", "101"));
        QCOMPARE(desk.ended("target"), u"accepted"_s);
        desk.trade("A", "94");
        desk.quote("A", "93.98", "94");
        QCOMPARE(desk.ended("stop"), u"filled"_s);
        QCOMPARE(desk.ended("target"), u"canceled SHORT_NOT_ALLOWED"_s);
        desk.quote("A", "102", "102.02");
        QCOMPARE(desk.held("A"), Qty());
    }

    void marginAccountsMayTurnRound()
    {
        PaperDesk desk;
        desk.quote("A", "99.98", "100");
        desk.submit(PaperDesk::order("buy", "A", "100", "100"));
        desk.submit(exitStop("stop", "A", "-100", "95"));
        desk.submit(PaperDesk::order("target", "A", "-100", "101"));
        desk.trade("A", "94");
        desk.quote("A", "93.98", "94");
        desk.quote("A", "102", "102.02");
        QCOMPARE(desk.venue.books().position(u"A"_s), qty("-100"));
    }

    /// The bid for four binds 1,200 of 2,000. A credit spread (250, needs 500) is short one of
    /// them, so that the bid opens three: 2,250 - 500 - 900 leave 850, which are spent. When the
    /// short is bought back for 340 the bid would open all four again, for 1,200 of 1,060.
    void whatOpensAsMuchAgainIsJudgedAgain()
    {
        CashDesk desk("2000");
        desk.quote(call100, "3.40", "3.40");
        desk.quote(call105, "0.90", "0.90");
        desk.quote("B", "10", "10");
        desk.submit(PaperDesk::order("bid", call100, "4", "3"));
        desk.submit(spread("credit", "-1", "2.50"));
        desk.submit(PaperDesk::order("other", "B", "85", "10"));
        QCOMPARE(desk.cash(), money("1400"));
        OrderTicket back = PaperDesk::order("back", call100, "1");
        back.reduceOnly = true;
        desk.submit(back);
        QCOMPARE(desk.cash(), money("1060"));
        QCOMPARE(desk.ended("bid"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
    }

    /// The oldest order has the first right to what is left.
    void olderExitsStay()
    {
        CashDesk desk;
        desk.quote("A", "99.98", "100");
        desk.submit(PaperDesk::order("buy", "A", "100", "100"));
        desk.submit(PaperDesk::order("first", "A", "-50", "101"));
        desk.submit(PaperDesk::order("second", "A", "-50", "102"));
        desk.submit(exitStop("stop", "A", "-50", "95"));
        desk.trade("A", "94");
        desk.quote("A", "93.98", "94");
        QCOMPARE(desk.held("A"), qty("50"));
        QCOMPARE(desk.ended("first"), u"accepted"_s);
        QCOMPARE(desk.ended("second"), u"canceled SHORT_NOT_ALLOWED"_s);
    }

    void largerExitsStandBehindTheOthers()
    {
        CashDesk desk;
        desk.quote("A", "99.98", "100");
        desk.submit(PaperDesk::order("buy", "A", "100", "100"));
        desk.submit(PaperDesk::order("first", "A", "-50", "101"));
        desk.submit(PaperDesk::order("second", "A", "-50", "102"));
        OrderReplace larger;
        larger.id = u"first"_s;
        larger.qty = qty("100");
        desk.venue.replace(larger, desk.now += 1s);
        desk.venue.advanceTo(desk.now);
        desk.quote("A", "103", "103.02");
        QCOMPARE(desk.held("A"), Qty());
    }

    /// Two orders that would each close the same contracts are no two exits.
    void packagesCloseWhatIsLeft()
    {
        CashDesk desk("600");
        desk.quote("A", "100", "100.02");
        desk.quote(call100, "3.00", "3.00");
        desk.quote(call105, "1.00", "1.00");
        desk.submit(spread("open", "1", "2.00"));
        QCOMPARE(desk.ended("open"), u"filled"_s);
        desk.submit(spread("close", "-1", "2.50"));
        QCOMPARE(desk.ended("close"), u"accepted"_s);
        desk.submit(spread("again", "-1", "2.60")); // opens the other way
        QCOMPARE(desk.ended("again"), u"rejected INSUFFICIENT_BUYING_POWER"_s);
        desk.quote(call100, "3.70", "3.70");
        QCOMPARE(desk.held(call100), Qty());
        QCOMPARE(desk.held(call105), Qty());
    }

    /// Excess 20,100 - 5,000 for the shares - 150 for the long call, whose short the shares cover:
    /// 14,950. Seven puts need 7 x 2,150 = 15,050. Were the shares sold, the short would be covered
    /// by the long instead, which then binds nothing; but they are still there.
    void sharesThatMayLeaveFreeNoLongs()
    {
        AccountSettings settings;
        settings.startingCash = money("20100");
        PaperDesk desk(PaperDesk::instant(), settings);
        for (const char *symbol : { call100, call105, "O:A260619P00100000" })
            desk.quote(symbol, "1.50", "1.50");
        desk.quote("A", "100", "100");
        desk.submit(PaperDesk::order("shares", "A", "100", "100"));
        desk.submit(PaperDesk::order("long", call100, "1", "1.50"));
        desk.submit(PaperDesk::order("short", call105, "-1", "1.50"));
        QCOMPARE(desk.venue.books().margin(desk.now).excess, money("14950"));
        desk.submit(PaperDesk::order("leave", "A", "-100", "110"));
        desk.submit(PaperDesk::order("puts", "O:A260619P00100000", "-7", "1.50"));
        QCOMPARE(desk.venue.books().position(u"O:A260619P00100000"_s), Qty());
        desk.submit(PaperDesk::order("fewer", "O:A260619P00100000", "-6", "1.50"));
        QCOMPARE(desk.venue.books().position(u"O:A260619P00100000"_s), qty("-6"));
    }

    /// The rest of a market order goes by the market that it meets.
    void whatIsLeftOfMarketOrdersIsJudgedAnew()
    {
        CashDesk desk("10500");
        desk.quote("A", "99.98", "100", "40");
        desk.submit(PaperDesk::order("part", "A", "100"));
        QCOMPARE(desk.held("A"), qty("40"));
        desk.quote("A", "199.98", "200");
        QCOMPARE(desk.ended("part"), u"canceled INSUFFICIENT_BUYING_POWER"_s);
        QCOMPARE(desk.cash(), money("6500"));
    }

    /// What the account ends by itself it does not refuse: the call goes first, its cover after.
    void flatteningEndsCoveredCalls()
    {
        AccountSettings settings = cashAccount();
        settings.risk.set(RiskRule::DailyLoss, RuleAction::Block);
        settings.risk.flattenOnDailyLoss = true;
        PaperConfig slow;
        PaperDesk desk(slow, settings);
        desk.quote("A", "100", "100");
        desk.quote(call105, "1.00", "1.00");
        desk.submit(PaperDesk::order("buy", "A", "900", "100"));
        desk.advanceTo(desk.now + 1s);
        desk.submit(PaperDesk::order("write", call105, "-9", "1.00"));
        desk.advanceTo(desk.now + 1s);
        QCOMPARE(desk.venue.books().position(QString::fromLatin1(call105)), qty("-9"));
        desk.quote(call105, "0.50", "0.50");
        desk.quote("A", "94", "94");
        desk.advanceTo(desk.now + 2s);
        desk.quote("A", "94", "94");
        desk.quote(call105, "0.50", "0.50");
        desk.advanceTo(desk.now + 2s);
        QVERIFY(desk.venue.positions().empty());
    }

    void feesAreHeld()
    {
        AccountSettings settings = cashAccount("10000");
        settings.commission = u"per_share:0.01,1.00,100"_s;
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("A", "9.99", "10");
        desk.submit(PaperDesk::order("all", "A", "1000", "10"));
        QCOMPARE(desk.venue.books().position(u"A"_s), Qty());
        desk.submit(PaperDesk::order("less", "A", "999", "9.99"));
        QCOMPARE(desk.venue.account().buyingPower, money("10"));
        desk.submit(PaperDesk::order("rest", "A", "1", "9"));
        QCOMPARE(desk.venue.account().buyingPower, Money());
    }

    void askingAgainIsNoOrderMore()
    {
        AccountSettings settings;
        settings.risk.set(RiskRule::Rate, RuleAction::Block);
        PaperDesk desk(PaperDesk::instant(), settings);
        for (int i = 0; i < 10; ++i)
            desk.submit(PaperDesk::order(QByteArray::number(i).constData(), "A", "1"));
        desk.quote("A", "10", "10.02");
        QCOMPARE(desk.venue.books().position(u"A"_s), qty("10"));
    }
};

QTEST_GUILESS_MAIN(HeldOrdersTest)
#include "tst_heldorders.moc"
