#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 3, 10);
const char *const call100 = "O:IBM260310C00100000";
const char *const put100 = "O:IBM260310P00100000";

Timestamp at(Duration timeOfDay, QDate day = today)
{
    return easterntime::at(day, timeOfDay);
}

/// A second venue that knows only what the first one's events tell.
struct Restarted
{
    explicit Restarted(PaperDesk &before)
        : venue(PaperDesk::instant(), before.calendar, symbols)
    {
        before.collect();
        restored = venue.restore(before.events, before.venue.takeBookEvents());
    }
    SymbolTable symbols;
    PaperVenue venue;
    Result<void> restored;
};

} // namespace

/// What an account at work does by itself, and when.
class PaperVenueTest : public QObject
{
    Q_OBJECT

private slots:
    void settlesAtTheOfficialClose()
    {
        PaperDesk desk;
        desk.quote("IBM", "104.90", "105.10");
        desk.quote(call100, "4.90", "5.10");
        desk.submit(PaperDesk::order("long", call100, "1"));
        desk.now = at(15h + 59min);
        desk.trade("IBM", "105");
        desk.quote("IBM", "98.90", "99.10"); // a wild last quote
        desk.advanceTo(at(16h));
        QCOMPARE(desk.venue.books().position(QString::fromLatin1(call100)), qty("1"));
        desk.trade("IBM", "104", { condition::closingPrint });
        QCOMPARE(desk.venue.books().position(QString::fromLatin1(call100)), Qty());
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("100"));
    }

    void settlesAtTheLastTradeWithoutAClosingPrint()
    {
        PaperDesk desk;
        desk.quote(call100, "4.90", "5.10");
        desk.submit(PaperDesk::order("long", call100, "1"));
        desk.trade("IBM", "99");
        desk.now = at(16h + 1min);
        desk.trade("IBM", "105", { condition::formT }); // after hours
        desk.advanceTo(at(16h + 15min) - Duration(1));
        QCOMPARE(desk.venue.books().position(QString::fromLatin1(call100)), qty("1"));
        desk.advanceTo(at(16h + 15min));
        QVERIFY(desk.venue.positions().empty());
        QCOMPARE(desk.venue.account().realized, money("-510"));
    }

    void waitsForAnUnknownClose()
    {
        PaperDesk desk;
        desk.quote(put100, "4.90", "5.10");
        desk.submit(PaperDesk::order("long", put100, "1"));
        QVERIFY(desk.venue.unsettled().empty());
        desk.advanceTo(at(20h));
        QCOMPARE(desk.venue.books().position(QString::fromLatin1(put100)), qty("1"));
        const std::vector<HeldContract> held = desk.venue.unsettled();
        QCOMPARE(held.size(), std::size_t(1));
        QCOMPARE(held.front().reason.code, ReasonCode::NoMarketData);
        QCOMPARE(held.front().reason.numbers, u"no official close of IBM on 2026-03-10"_s);
        desk.venue.setOfficialClose(u"IBM"_s, today, price("101"), at(20h + 1min));
        QVERIFY(desk.venue.positions().empty());
        QVERIFY(desk.venue.unsettled().empty());
        QCOMPARE(desk.venue.account().realized, money("-510"));
    }

    void settlesIndexOptionsInCash() // C-19
    {
        PaperDesk desk;
        const char *const call = "O:SPXW260310C05000000";
        desk.quote(call, "7.90", "8.00");
        desk.submit(PaperDesk::order("long", call, "1"));
        desk.now = at(15h + 59min + 59s);
        desk.venue.onIndexValue({ desk.symbols.intern(u"I:SPX"_s), desk.now, price("5012.34") });
        desk.advanceTo(at(16h + 15min));
        QVERIFY(desk.venue.positions().empty());
        QCOMPARE(desk.venue.account().cash, money("100434"));
        QCOMPARE(desk.venue.account().realized, money("434"));
    }

    void whatTradesLaterEndsLater()
    {
        PaperDesk desk;
        const char *const call = "O:SPY260310C00500000";
        desk.quote(call, "4.90", "5.10");
        desk.submit(PaperDesk::order("long", call, "1"));
        desk.advanceTo(at(16h));
        desk.trade("SPY", "505", { condition::closingPrint });
        desk.quote(call, "4.90", "5.10");
        desk.submit(PaperDesk::order("sale", call, "-1"));
        QVERIFY(desk.venue.positions().empty()); // sold at 16:00:03
        desk.submit(PaperDesk::order("again", call, "1"));
        desk.advanceTo(at(16h + 15min));
        QCOMPARE(desk.venue.books().position(u"SPY"_s), qty("100"));
    }

    void aCloseThatWasMissedIsMadeUpFor()
    {
        PaperDesk desk;
        desk.quote("IBM", "104.90", "105.10");
        desk.quote(put100, "4.90", "5.10");
        desk.submit(PaperDesk::order("short", put100, "-1", "4.90"));
        Restarted after(desk);
        QVERIFY(after.restored);
        after.venue.advanceTo(at(9h, today.addDays(2)));
        QCOMPARE(after.venue.unsettled().size(), std::size_t(1));
        after.venue.setOfficialClose(u"IBM"_s, today, price("94"), at(9h, today.addDays(2)));
        QVERIFY(after.venue.unsettled().empty());
        QCOMPARE(after.venue.books().position(u"IBM"_s), qty("100"));
    }

    void aContractDatedOnAHolidayEndsTheDayBefore()
    {
        PaperDesk desk;
        const char *const call = "O:IBM260619C00100000"; // Juneteenth
        desk.now = at(10h, QDate(2026, 6, 17));
        desk.quote(call, "4.90", "5.10");
        desk.submit(PaperDesk::order("long", call, "1"));
        desk.advanceTo(at(16h, QDate(2026, 6, 17)));
        desk.trade("IBM", "105", { condition::closingPrint });
        QCOMPARE(desk.venue.books().position(u"IBM"_s), Qty());
        desk.advanceTo(at(16h, QDate(2026, 6, 18)));
        desk.trade("IBM", "105", { condition::closingPrint });
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("100"));
    }

    void theDayStartsByTheLastMarks()
    {
        PaperDesk desk;
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        desk.quote("IBM", "110", "110");
        desk.now = at(9h + 31min, today.addDays(1));
        desk.quote("IBM", "90", "90");
        QCOMPARE(desk.venue.books().ledger().state().day.date, today.addDays(1));
        QCOMPARE(desk.venue.books().ledger().state().day.equity, money("101000"));
    }

    void theDayStartsByTheNotedMarksAfterARestart()
    {
        PaperDesk desk;
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        desk.quote("IBM", "110", "110");
        desk.advanceTo(at(17h));
        Restarted after(desk);
        QVERIFY(after.restored);
        after.venue.advanceTo(at(9h, today.addDays(1)));
        QCOMPARE(after.venue.books().ledger().state().day.equity, money("101000"));
        QCOMPARE(after.venue.account().equity, money("101000"));
    }

    void aLossLocksTheDayWithoutAnOrder()
    {
        AccountSettings settings;
        settings.risk.set(RiskRule::DailyLoss, RuleAction::Block);
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("long", "IBM", "1000"));
        desk.quote("IBM", "97.01", "97.01");
        QVERIFY(!desk.venue.books().ledger().state().lossLock.isValid());
        desk.quote("IBM", "97", "97"); // C-23
        QCOMPARE(desk.venue.books().ledger().state().lossLock, today);
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("more", "IBM", "1"));
        QCOMPARE(desk.events.back().reason.code, ReasonCode::RiskDailyLoss);
        desk.now = at(10h, today.addDays(1));
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("tomorrow", "IBM", "1"));
        QCOMPARE(desk.venue.broker().state(u"tomorrow"_s), OrderState::Filled);
    }

    void exitsOfAnEndedContractEnd()
    {
        PaperDesk desk;
        desk.quote("IBM", "104.90", "105.10");
        desk.quote(call100, "4.90", "5.10");
        OrderTicket entry = PaperDesk::order("entry", call100, "1", "5.10");
        entry.tif = TimeInForce::Gtc;
        entry.stopLoss = price("1");
        desk.submit(entry);
        OrderTicket more = PaperDesk::order("more", call100, "1", "4");
        more.tif = TimeInForce::Gtc;
        desk.submit(more);
        QCOMPARE(desk.venue.broker().workingIds().size(), std::size_t(2));
        desk.advanceTo(at(16h));
        QVERIFY(desk.venue.broker().workingIds().empty());
        QCOMPARE(desk.events.back().reason.code, ReasonCode::ExpiredContract);
    }
};

QTEST_APPLESS_MAIN(PaperVenueTest)
#include "tst_papervenue.moc"
