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
        restored = venue.restore(before.events, before.books);
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

    // --- previews

    void previewsCostNothing()
    {
        PaperDesk desk;
        desk.quote("IBM", "49.99", "50.00");
        desk.submit(PaperDesk::order("held", "IBM", "-30"));
        const std::size_t events = desk.events.size();
        const std::size_t books = desk.books.size();
        const OrderPreview seen = desk.venue.preview(PaperDesk::order("a", "IBM", "100"));
        QVERIFY(seen.refusals.empty() && seen.warnings.empty());
        QCOMPARE(seen.price, price("50"));
        QCOMPARE(seen.cost, money("5000"));
        QCOMPARE(seen.positions,
                 (std::vector { PositionChange { u"IBM"_s, qty("-30"), qty("70") } }));
        QVERIFY(seen.buyingPowerAfter < seen.buyingPower);
        QCOMPARE(desk.venue.account().buyingPower, seen.buyingPower);
        desk.collect();
        QCOMPARE(desk.events.size(), events);
        QCOMPARE(desk.books.size(), books);
        QVERIFY(desk.venue.broker().workingIds().empty());
        desk.submit(PaperDesk::order("a", "IBM", "100")); // its name is not used up
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("70"));
    }

    void previewsSayWhatIsAgainstAnOrder()
    {
        AccountSettings settings;
        settings.risk.set(RiskRule::PerTrade, RuleAction::Warn);
        settings.commission = u"per_order:1.50"_s;
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "49.99", "50.00");
        const auto look = [&](const char *qty, const char *limit = "") {
            return desk.venue.preview(PaperDesk::order("a", "IBM", qty, limit));
        };
        const OrderPreview large = look("100000");
        QCOMPARE(large.refusals.front().code, ReasonCode::InsufficientBuyingPower);
        QVERIFY(large.refusals.front().numbers.startsWith(u"needs "_s));
        QCOMPARE(look("10", "50.001").refusals.front().code, ReasonCode::PriceNotTick);
        const OrderPreview risky = look("100", "50.10");
        QVERIFY(risky.refusals.empty());
        QCOMPARE(risky.warnings.front().code, ReasonCode::RiskPerTrade);
        QCOMPARE(risky.price, price("50")); // the limit is beyond the offer
        QCOMPARE(risky.fees, money("1.5"));
        QCOMPARE(look("10", "49.50").price, price("49.50"));
        const OrderPreview blind = desk.venue.preview(PaperDesk::order("a", "MSFT", "10"));
        QVERIFY(!blind.price);
        QCOMPARE(blind.cost, Money());
        desk.submit(PaperDesk::order("a", "IBM", "1"));
        QCOMPARE(look("1").refusals.front().code, ReasonCode::DuplicateId);
        OrderTicket rule = PaperDesk::order("b", "IBM", "1");
        rule.size = SizeRule { .by = SizeRule::By::Cash, .amount = money("10") };
        QCOMPARE(desk.venue.preview(rule).refusals.front().code, ReasonCode::QtyZero);
    }

    /// Its sums would leave their range.
    void previewsDoNotPriceWhatIsTooLarge()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.99", "100.01");
        desk.submit(PaperDesk::order("held", "IBM", "100"));
        OrderTicket order = PaperDesk::order("a", "IBM", "1");
        order.qty = Qty::fromUnits(std::numeric_limits<qint64>::max());
        const OrderPreview seen = desk.venue.preview(order);
        QCOMPARE(seen.refusals.front().code, ReasonCode::QtyNotLot);
        order.qty = Qty::whole(90'000'000'000);
        QCOMPARE(desk.venue.preview(order).refusals.front().code, ReasonCode::QtyTooLarge);
        QVERIFY(desk.venue.preview(order).positions.empty());
        QVERIFY(seen.positions.empty());
        QCOMPARE(seen.cost, Money());
    }

    void previewsPriceAllLegs()
    {
        PaperDesk desk;
        const char *const wing = "O:IBM260310P00095000";
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(put100, "3.00", "3.10");
        desk.quote(wing, "1.50", "1.60");
        OrderTicket spread;
        spread.id = u"a"_s;
        spread.qty = qty("2");
        spread.legs = { { QString::fromLatin1(put100), Side::Sell, 1 },
                        { QString::fromLatin1(wing), Side::Buy, 1 } };
        const OrderPreview seen = desk.venue.preview(spread);
        QVERIFY(seen.refusals.empty());
        QCOMPARE(seen.price, price("-1.40"));
        QCOMPARE(seen.cost, money("-280"));
        QCOMPARE(seen.positions.size(), std::size_t(2));
        QCOMPARE(seen.positions.front().after, qty("-2"));
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

    void splitsContractsAndTheirPrices()
    {
        PaperDesk desk;
        const char *const call = "O:IBM260618C00400000";
        desk.quote("IBM", "399", "401");
        desk.quote(call, "20", "20");
        desk.submit(PaperDesk::order("long", call, "1"));
        desk.advanceTo(at(3h, today.addDays(1)));
        const Money equity = desk.venue.account().equity;
        desk.venue.onSplit(u"IBM"_s, 4, 1, desk.now);
        QCOMPARE(desk.venue.books().position(u"O:IBM260618C00100000"_s), qty("4"));
        QCOMPARE(desk.venue.account().equity, equity);
    }

    /// Told twice, over a restart, and once it is over: it happens once, at midnight.
    void announcedSplitsHappenOnce()
    {
        PaperDesk desk;
        desk.quote("IBM", "399", "401");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        OrderTicket target = PaperDesk::order("target", "IBM", "-50", "440");
        target.tif = TimeInForce::Gtc;
        desk.submit(target);
        const auto announce = [](PaperVenue &venue, Timestamp when) {
            return venue.announceSplit(u"IBM"_s, 4, 1, today.addDays(1), when).code;
        };
        QCOMPARE(desk.venue.announceSplit(u"IBM"_s, 1, 1, today.addDays(1), desk.now).code,
                 ReasonCode::BadAmount);
        QCOMPARE(announce(desk.venue, desk.now), ReasonCode::None);
        QCOMPARE(announce(desk.venue, desk.now), ReasonCode::None);
        desk.advanceTo(at(23h));
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("100"));
        Restarted after(desk);
        QVERIFY(after.restored);
        QCOMPARE(announce(after.venue, at(23h + 1min)), ReasonCode::None);
        after.venue.advanceTo(easterntime::at(today.addDays(1)));
        QCOMPARE(after.venue.books().position(u"IBM"_s), qty("400"));
        QCOMPARE(after.venue.broker().ticket(u"target"_s)->qty, qty("200"));
        QCOMPARE(after.venue.broker().ticket(u"target"_s)->limit, price("110"));
        QCOMPARE(announce(after.venue, at(4h, today.addDays(1))), ReasonCode::None);
        QCOMPARE(after.venue.books().position(u"IBM"_s), qty("400"));
    }

    /// The desk was shut: what is all from before the day is split when it is heard of.
    void lateSplitsMeetWhatIsOlder()
    {
        PaperDesk desk;
        desk.quote("IBM", "399", "401");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        desk.quote("KO", "70", "70");
        desk.now = at(9h, today.addDays(2));
        const QDate yesterday = today.addDays(1);
        desk.submit(PaperDesk::order("new", "KO", "10"));
        desk.quote("KO", "70", "70");
        const auto announce = [&](const QString &symbol, QDate day) {
            return desk.venue.announceSplit(symbol, 2, 1, day, desk.now).code;
        };
        QCOMPARE(announce(u"IBM"_s, today), ReasonCode::BadAmount); // bought that day
        QCOMPARE(announce(u"KO"_s, yesterday), ReasonCode::BadAmount);
        QCOMPARE(announce(u"F"_s, yesterday), ReasonCode::BadAmount);
        QCOMPARE(announce(u"IBM"_s, yesterday), ReasonCode::None);
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("200"));
    }

    /// The desk went on before it heard of it: what was bought meanwhile is of the new shares.
    void lateSplitsLeaveWhatIsNewer()
    {
        PaperDesk desk;
        const QDate yesterday = today.addDays(1);
        desk.quote("IBM", "399", "401");
        desk.submit(PaperDesk::order("old", "IBM", "100"));
        OrderTicket bid = PaperDesk::order("oldbid", "IBM", "10", "360");
        bid.tif = TimeInForce::Gtc;
        desk.submit(bid);
        desk.now = at(10h, today.addDays(2));
        desk.quote("IBM", "100", "100");
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("new", "IBM", "5"));
        OrderTicket next = PaperDesk::order("newbid", "IBM", "10", "90");
        next.tif = TimeInForce::Gtc;
        desk.submit(next);
        QCOMPARE(desk.venue.announceSplit(u"IBM"_s, 4, 1, yesterday, desk.now).code,
                 ReasonCode::None);
        const auto verify = [](const PaperVenue &venue, Qty held) {
            QCOMPARE(venue.books().position(u"IBM"_s), held);
            QCOMPARE(venue.broker().ticket(u"newbid"_s)->limit, price("90"));
            QCOMPARE(venue.broker().ticket(u"newbid"_s)->qty, qty("10"));
        };
        // the old bid was filled at the new price: a lot of the day itself
        QCOMPARE(desk.venue.broker().state(u"oldbid"_s), OrderState::Filled);
        verify(desk.venue, qty("415"));
        QCOMPARE(desk.venue.account().equity - desk.venue.account().cash, money("41500"));
        Restarted after(desk);
        QVERIFY(after.restored);
        verify(after.venue, qty("415"));
        QCOMPARE(after.venue.announceSplit(u"IBM"_s, 4, 1, yesterday, desk.now).code,
                 ReasonCode::None);
        verify(after.venue, qty("415"));
    }

    /// By what was held as the day began, not by what is held when it is heard of.
    void lateDividendsCountWhatWasHeldThen()
    {
        PaperDesk desk;
        desk.quote("IBM", "50", "50");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        desk.now = at(10h, today.addDays(2));
        desk.quote("IBM", "50", "50");
        desk.submit(PaperDesk::order("more", "IBM", "60"));
        const auto announce = [&](const char *amount) {
            return desk.venue
                .announceDividend(u"IBM"_s, price(amount), today.addDays(1), today.addDays(5),
                                  desk.now)
                .code;
        };
        QCOMPARE(announce("0.24"), ReasonCode::None);
        QCOMPARE(desk.venue.books().ledger().pending(), money("24"));
        desk.submit(PaperDesk::order("out", "IBM", "-160"));
        QCOMPARE(desk.venue.books().position(u"IBM"_s), Qty());
        QCOMPARE(announce("1"), ReasonCode::None); // a special one of the same day
        QCOMPARE(desk.venue.books().ledger().pending(), money("124"));
        Restarted after(desk);
        QVERIFY(after.restored);
        QCOMPARE(after.venue.books().ledger().pending(), money("124"));
    }

    /// Another amount or another day before it came: that in place of the first, over a restart
    /// too.
    void correctedAnnouncementsCountOnce()
    {
        PaperDesk desk;
        desk.quote("IBM", "400", "400");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        const QDate tomorrow = today.addDays(1);
        const auto dividend = [&](PaperVenue &venue, const char *amount, Timestamp when) {
            const AnnouncedDividend told { 0, u"IBM"_s, price(amount), tomorrow, today.addDays(9) };
            venue.announceDividends(u"IBM"_s, { &told, 1 }, when);
        };
        const auto split = [&](int from, int in, Timestamp when) {
            const AnnouncedSplit told { u"IBM"_s, from, 1, today.addDays(in) };
            desk.venue.announceSplits(u"IBM"_s, { &told, 1 }, when);
        };
        dividend(desk.venue, "0.24", desk.now);
        dividend(desk.venue, "0.25", desk.now);
        split(4, 2, desk.now);
        split(5, 2, desk.now);
        split(5, 3, desk.now);
        Restarted after(desk);
        QVERIFY(after.restored);
        after.venue.advanceTo(at(1h, tomorrow));
        QCOMPARE(after.venue.books().ledger().pending(), money("25"));
        dividend(after.venue, "0.26", at(2h, tomorrow)); // too late to count
        QCOMPARE(after.venue.books().ledger().pending(), money("25"));
        after.venue.advanceTo(at(1h, today.addDays(2)));
        QCOMPARE(after.venue.books().position(u"IBM"_s), qty("100"));
        after.venue.advanceTo(at(1h, today.addDays(3)));
        QCOMPARE(after.venue.books().position(u"IBM"_s), qty("500"));
    }

    void dividendsHeardOfAtMidnightAreOwedOnce()
    {
        PaperDesk desk;
        desk.quote("IBM", "50", "50");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        OrderTicket bid = PaperDesk::order("bid", "IBM", "10", "49");
        bid.tif = TimeInForce::Gtc;
        desk.submit(bid);
        const QDate tomorrow = today.addDays(1);
        desk.advanceTo(easterntime::at(tomorrow));
        QCOMPARE(
            desk.venue
                .announceDividend(u"IBM"_s, price("0.24"), tomorrow, tomorrow.addDays(1), desk.now)
                .code,
            ReasonCode::None);
        QCOMPARE(desk.venue.books().ledger().pending(), money("24"));
        QCOMPARE(desk.venue.broker().ticket(u"bid"_s)->limit, price("48.76"));
    }

    void lateDividendsAreOwed()
    {
        PaperDesk desk;
        desk.quote("IBM", "50", "50");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        desk.advanceTo(at(9h, today.addDays(3)));
        const auto announce = [&](int pay) {
            return desk.venue
                .announceDividend(u"IBM"_s, price("0.24"), today.addDays(1), today.addDays(pay),
                                  desk.now)
                .code;
        };
        QCOMPARE(announce(5), ReasonCode::None);
        QCOMPARE(desk.venue.books().ledger().pending(), money("24"));
        QCOMPARE(announce(6), ReasonCode::None); // the pay date was moved: the same dividend
        QCOMPARE(desk.venue.books().ledger().pending(), money("24"));
        Restarted after(desk);
        QVERIFY(after.restored);
        after.venue.advanceTo(at(4h, today.addDays(5)));
        QCOMPARE(after.venue.account().cash, money("95024"));
        QCOMPARE(after.venue.books().ledger().pending(), Money());
    }

    /// Terms that no symbol tells: they are written down once, and are there after a restart.
    void whatInstrumentsAreComesBack()
    {
        PaperDesk desk;
        const QString call = u"O:IBM260618C00100000"_s;
        Instrument mini = *instrumentFromSymbol(call);
        mini.multiplier = 10;
        mini.option->american = false;
        Instrument rare = *instrumentFromSymbol(u"IBM"_s);
        rare.shortable = false;
        rare.primaryExchange = 10;
        for (const Instrument &instrument : { mini, rare })
            desk.venue.broker().setInstrument(instrument);
        desk.quote("IBM", "100", "100");
        desk.quote("O:IBM260618C00100000", "2", "2");
        for (const char *id : { "short", "again" }) {
            desk.submit(PaperDesk::order(id, "IBM", "-10"));
            QCOMPARE(desk.events.back().reason.code, ReasonCode::NotShortable);
        }
        desk.submit(PaperDesk::order("call", "O:IBM260618C00100000", "1"));
        QCOMPARE(desk.venue.account().cash, money("99980"));
        const std::vector<LedgerEvent> &books = desk.books;
        QCOMPARE(std::ranges::count(books, LedgerEventKind::Terms, &LedgerEvent::kind), 2);
        PaperVenue after(PaperDesk::instant(), desk.calendar, desk.symbols);
        std::vector<LedgerEvent> kept;
        for (const LedgerEvent &event : books)
            kept.push_back(*ledgerEventFromText(ledgerEventText(event)));
        QVERIFY(kept == books);
        QVERIFY(after.restore(desk.events, kept));
        QCOMPARE(after.books().instrument(call), mini);
        QCOMPARE(after.books().instrument(u"IBM"_s), rare);
        after.submit(PaperDesk::order("later", "IBM", "-10"), desk.now + 1s);
        QCOMPARE(after.takeEvents().back().reason.code, ReasonCode::NotShortable);
    }

    /// The service tells of a day of mourning while the desk is open.
    void holidaysThatAreToldLaterCount()
    {
        PaperDesk desk;
        desk.quote("IBM", "100", "100");
        desk.calendar.setExceptions({ { today.addDays(1), u"mourning"_s, true, {} } });
        desk.now = at(10h, today.addDays(1));
        desk.submit(PaperDesk::order("held", "IBM", "10"));
        desk.quote("IBM", "100", "100");
        QCOMPARE(desk.venue.broker().state(u"held"_s), OrderState::Accepted);
        QCOMPARE(desk.venue.whyNotYet(u"held"_s).code, ReasonCode::HeldSession);
    }

    void ownersCommandsSayWhatBecameOfThem()
    {
        PaperDesk desk;
        const auto perform = [&](AccountCommand::Kind kind, const char *amount = "0") {
            return desk.venue.perform({ kind, money(amount) }, desk.now).code;
        };
        using enum AccountCommand::Kind;
        QCOMPARE(perform(Deposit, "-1"), ReasonCode::BadAmount);
        QCOMPARE(perform(Deposit, "500"), ReasonCode::None);
        QCOMPARE(perform(Withdraw, "100501"), ReasonCode::InsufficientBuyingPower);
        QCOMPARE(perform(Withdraw, "100500"), ReasonCode::None);
        desk.quote("IBM", "50", "50");
        QCOMPARE(perform(Deposit, "10000"), ReasonCode::None);
        desk.submit(PaperDesk::order("bid", "IBM", "10", "49"));
        QCOMPARE(perform(Reset), ReasonCode::OrdersWorking);
        QCOMPARE(perform(Stop), ReasonCode::None);
        QCOMPARE(desk.venue.broker().state(u"bid"_s), OrderState::Canceled);
        desk.submit(PaperDesk::order("more", "IBM", "10", "49"));
        QCOMPARE(desk.events.back().reason.code, ReasonCode::RiskKillSwitch);
        QCOMPARE(perform(Resume), ReasonCode::None);
        QCOMPARE(perform(Reset), ReasonCode::None);
        QCOMPARE(desk.venue.account().cash, money("100000"));
    }

    void paysDividends() // C-15
    {
        PaperDesk desk;
        desk.quote("IBM", "50", "50");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        OrderTicket bid = PaperDesk::order("bid", "IBM", "10", "49");
        bid.tif = TimeInForce::Gtc;
        desk.submit(bid);
        const auto announce = [&](const char *amount, int ex, int pay) {
            return desk.venue
                .announceDividend(u"IBM"_s, price(amount), today.addDays(ex), today.addDays(pay),
                                  desk.now)
                .code;
        };
        QCOMPARE(announce("0", 1, 2), ReasonCode::BadAmount);
        QCOMPARE(announce("0.24", -1, 2), ReasonCode::BadAmount);
        QCOMPARE(announce("0.24", 2, 1), ReasonCode::BadAmount);
        QCOMPARE(announce("0.24", 1, 2), ReasonCode::None);
        Restarted after(desk);
        QVERIFY(after.restored);
        after.venue.advanceTo(at(4h, today.addDays(1)));
        QCOMPARE(after.venue.account().cash, money("95000"));
        QCOMPARE(after.venue.books().ledger().pending(), money("24"));
        QCOMPARE(after.venue.broker().ticket(u"bid"_s)->limit, price("48.76"));
        after.venue.advanceTo(at(4h, today.addDays(3)));
        QCOMPARE(after.venue.account().cash, money("95024"));
        QCOMPARE(after.venue.books().ledger().pending(), Money());
    }

    void assignsEarlyOnTheEveOfADividend()
    {
        AccountSettings settings;
        settings.earlyAssignment = EarlyAssignment::Rational;
        PaperDesk desk(PaperDesk::instant(), settings);
        const char *const call = "O:IBM260618C00100000";
        desk.quote("IBM", "110", "110");
        desk.quote(call, "10.10", "10.10");
        desk.submit(PaperDesk::order("short", call, "-1"));
        desk.venue.announceDividend(u"IBM"_s, price("0.24"), today.addDays(2), today.addDays(9),
                                    desk.now);
        desk.advanceTo(at(17h));
        const std::vector<DividendAhead> ahead { { u"IBM"_s, price("0.24"), today.addDays(2) } };
        QCOMPARE(desk.venue.view(u"a"_s, desk.now).dividendsAhead, ahead);
        QCOMPARE(desk.venue.books().position(u"IBM"_s), Qty());
        desk.advanceTo(at(17h, today.addDays(1)));
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("-100"));
    }

    void closesWhatCouldNotBeCarried()
    {
        AccountSettings settings;
        settings.startingCash = money("1000");
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "105", "105");
        desk.quote(call100, "5", "5");
        desk.submit(PaperDesk::order("long", call100, "1"));
        desk.now = at(15h + 45min) - 2s;
        desk.quote(call100, "4", "8"); // too wide for an order that could ask
        desk.advanceTo(at(15h + 45min));
        QVERIFY(desk.venue.positions().empty());
        QCOMPARE(desk.venue.account().cash, money("900"));
        const auto sent = std::ranges::find_if(desk.events, [](const OrderEvent &event) {
            return event.action == OrderAction::Submit
                && event.reason.code == ReasonCode::ExpiryRisk;
        });
        QVERIFY(sent != desk.events.end());
    }

    void flattensAtTheDailyLoss()
    {
        AccountSettings settings;
        settings.risk.set(RiskRule::DailyLoss, RuleAction::Block);
        settings.risk.flattenOnDailyLoss = true;
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "100", "100");
        OrderTicket entry = PaperDesk::order("entry", "IBM", "1000", "100");
        entry.stopLoss = price("90");
        desk.submit(entry);
        desk.submit(PaperDesk::order("more", "IBM", "10", "80"));
        desk.quote("IBM", "97", "97");
        QVERIFY(desk.venue.positions().empty());
        QVERIFY(desk.venue.broker().workingIds().empty());
        QCOMPARE(desk.venue.account().realized, money("-3000"));
        QCOMPARE(desk.venue.broker().illegalSteps(), 0);
    }

    void liquidatesOnAMarginCall_data()
    {
        QTest::addColumn<bool>("liquidates");
        QTest::newRow("asked for") << true;
        QTest::newRow("not asked for") << false;
    }

    void liquidatesOnAMarginCall() // C-06
    {
        QFETCH(const bool, liquidates);
        AccountSettings settings;
        settings.liquidateOnCall = liquidates;
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "150", "150");
        desk.submit(PaperDesk::order("long", "IBM", "1000"));
        desk.quote("IBM", "66.67", "66.67");
        QCOMPARE(desk.venue.books().position(u"IBM"_s), qty("1000"));
        desk.quote("IBM", "66.66", "66.66", "400"); // more than is shown
        desk.quote("IBM", "66.65", "66.65", "600");
        QCOMPARE(desk.venue.positions().empty(), liquidates);
    }

    void theKillSwitchTakesOpeningsBack()
    {
        PaperDesk desk;
        desk.quote("IBM", "100", "100");
        desk.submit(PaperDesk::order("long", "IBM", "100"));
        desk.submit(PaperDesk::order("exit", "IBM", "-100", "110"));
        desk.submit(PaperDesk::order("more", "IBM", "10", "90"));
        desk.venue.setKillSwitch(true, desk.now);
        QCOMPARE(desk.venue.broker().workingIds(), std::vector<QString> { u"exit"_s });
        desk.collect();
        QCOMPARE(desk.events.back().reason.code, ReasonCode::RiskKillSwitch);
    }

    void chargesByTheAccountsSettings()
    {
        AccountSettings settings;
        settings.commission = u"per_share:0.005,1.00,1"_s;
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "10", "10.02", "150");
        desk.submit(PaperDesk::order("entry", "IBM", "400", "10.02"));
        QCOMPARE(desk.fees("entry"), u"1"_s); // 0.75, the minimum
        // Equity 99,996, half of 1,500 and of 2,505 bound, and an estimated fee of 1.25
        QCOMPARE(desk.venue.account().buyingPower, money("195984.5"));
        Restarted after(desk);
        QVERIFY(after.restored);
        Quote quote;
        quote.instrument = after.symbols.intern(u"IBM"_s);
        quote.time = desk.now + 1s;
        quote.bid = price("10");
        quote.ask = price("10.02");
        quote.bidSize = quote.askSize = qty("250");
        after.venue.onQuote(quote);
        QCOMPARE(after.venue.account().fees, money("2")); // 400 at 0.005
        settings.commission = u"half of it"_s;
        QCOMPARE(after.venue.configure(settings, quote.time).code, ReasonCode::BadAmount);
        QVERIFY(!PaperVenue({}, desk.calendar, desk.symbols).open(settings, desk.now));
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
