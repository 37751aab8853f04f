#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 3, 10); // a Tuesday
const QDate thursday(2026, 3, 19);
const QDate expirationFriday(2026, 3, 20); // the third of its month

constexpr const char *call100 = "O:IBM260320C00100000";
constexpr const char *call110 = "O:IBM260320C00110000";
constexpr const char *farCall100 = "O:IBM260417C00100000";
constexpr const char *morningCall = "O:SPX260320C05000000";
constexpr const char *eveningCall = "O:SPXW260320C05000000";

Timestamp at(QDate day, Duration timeOfDay)
{
    return easterntime::at(day, timeOfDay);
}

OrderTicket package(const char *id, const char *packages, const char *debit,
                    std::vector<OrderLeg> legs)
{
    OrderTicket ticket = PaperDesk::order(id, "", packages, debit);
    ticket.legs = std::move(legs);
    return ticket;
}

OrderLeg leg(const char *symbol, Side side, int ratio = 1)
{
    return { QString::fromLatin1(symbol), side, ratio };
}

AccountCommand command(AccountCommand::Kind kind, const char *symbol, qint64 contracts = 0)
{
    AccountCommand command;
    command.kind = kind;
    command.symbol = QString::fromLatin1(symbol);
    command.qty = Qty::whole(contracts);
    return command;
}

void indexValue(PaperDesk &desk, Timestamp time, const char *value)
{
    desk.now = time;
    desk.venue.onIndexValue({ desk.symbols.intern(u"I:SPX"_s), time, price(value) });
    desk.collect();
}

/// The stock, and the calls on it at their intrinsic value and so much more.
void quoteCalls(PaperDesk &desk, const char *stock, const char *near, const char *far)
{
    desk.quote("IBM", stock, stock);
    desk.quote(call100, near, near);
    desk.quote(farCall100, far, far);
}

ReasonCode codeOf(const std::vector<OrderEvent> &events)
{
    return events.empty() ? ReasonCode::None : events.back().reason.code;
}

} // namespace

/// Option positions from their opening to their end, on a whole account: execution.md B.9, C.6,
/// C.7.
class OptionLifeTest : public QObject
{
    Q_OBJECT

    using Kind = AccountCommand::Kind;

    static Qty held(const PaperDesk &desk, const char *symbol)
    {
        return desk.venue.books().position(QString::fromLatin1(symbol));
    }
    static ReasonCode perform(PaperDesk &desk, const AccountCommand &command)
    {
        const Reason reason = desk.venue.perform(command, desk.now);
        desk.collect();
        return reason.code;
    }
    static void buyCalls(PaperDesk &desk, const char *contracts)
    {
        quoteCalls(desk, "110", "2.50", "4");
        desk.submit(PaperDesk::order("calls", call100, contracts));
    }

private slots:
    // --- exercise by the owner

    /// Like C-16: the premium moves into what the shares cost.
    void ownersExerciseAPart()
    {
        PaperDesk desk;
        buyCalls(desk, "3");
        QCOMPARE(perform(desk, command(Kind::Exercise, call100, 1)), ReasonCode::None);
        QCOMPARE(held(desk, call100), qty("2"));
        QCOMPARE(held(desk, "IBM"), qty("100"));
        const auto &positions = desk.venue.books().ledger().state().positions;
        QCOMPARE(positions.at(u"IBM"_s).cost, money("10250"));
        QCOMPARE(positions.at(QString::fromLatin1(call100)).cost, money("500"));
        QCOMPARE(desk.venue.account().realized, Money());
        QCOMPARE(desk.venue.account().cash, money("89250"));
        QVERIFY(std::ranges::any_of(desk.books, [](const LedgerEvent &event) {
            return event.kind == LedgerEventKind::Exercise;
        }));
    }

    void exitsOfWhatWasExercisedEnd()
    {
        PaperDesk desk;
        buyCalls(desk, "1");
        OrderTicket exit = PaperDesk::order("exit", call100, "-1", "12");
        exit.reduceOnly = true;
        desk.submit(exit);
        QCOMPARE(perform(desk, command(Kind::Exercise, call100, 1)), ReasonCode::None);
        QVERIFY(desk.venue.broker().workingIds().empty());
    }

    void notEverythingCanBeExercised_data()
    {
        QTest::addColumn<QByteArray>("contract");
        QTest::addColumn<QString>("bought");
        QTest::addColumn<int>("exercised");
        QTest::addColumn<int>("code");
        const int no = int(ReasonCode::NotExercisable);
        QTest::newRow("nothing is held") << QByteArray(call100) << QString() << 1 << no;
        QTest::newRow("sold") << QByteArray(call100) << u"-1"_s << 1 << no;
        QTest::newRow("more than there are") << QByteArray(call100) << u"2"_s << 3 << no;
        QTest::newRow("none of them") << QByteArray(call100) << u"2"_s << 0 << no;
        QTest::newRow("out of the money")
            << QByteArray("O:IBM260320C00120000") << u"1"_s << 1 << no;
        QTest::newRow("an index") << QByteArray(eveningCall) << u"1"_s << 1 << no;
        QTest::newRow("a stock") << QByteArray("IBM") << u"100"_s << 100 << no;
        QTest::newRow("too many shares")
            << QByteArray(call100) << u"30"_s << 30 << int(ReasonCode::InsufficientBuyingPower);
    }
    void notEverythingCanBeExercised()
    {
        QFETCH(const QByteArray, contract);
        QFETCH(const QString, bought);
        QFETCH(const int, exercised);
        QFETCH(const int, code);
        PaperDesk desk;
        desk.quote("IBM", "110", "110");
        desk.quote(contract.constData(), contract == "IBM" ? "110" : "2",
                   contract == "IBM" ? "110" : "2");
        indexValue(desk, desk.now, "5100");
        if (!bought.isEmpty()) {
            desk.submit(PaperDesk::order("a", contract.constData(), bought.toLatin1().constData()));
            QVERIFY(!held(desk, contract.constData()).isZero());
        }
        const Qty before = held(desk, contract.constData());
        QCOMPARE(int(perform(desk, command(Kind::Exercise, contract.constData(), exercised))),
                 code);
        QCOMPARE(held(desk, contract.constData()), before);
    }

    /// The put of a collar: its shares stand behind the call.
    void sharesThatCoverACallAreNotGivenAway()
    {
        PaperDesk desk;
        desk.quote("IBM", "110", "110");
        desk.quote("O:IBM260320C00120000", "2", "2");
        desk.quote("O:IBM260320P00120000", "12", "12");
        desk.submit(PaperDesk::order("shares", "IBM", "100"));
        desk.submit(PaperDesk::order("call", "O:IBM260320C00120000", "-1"));
        desk.submit(PaperDesk::order("put", "O:IBM260320P00120000", "1"));
        QCOMPARE(held(desk, "O:IBM260320C00120000"), qty("-1"));
        QCOMPARE(perform(desk, command(Kind::Exercise, "O:IBM260320P00120000", 1)),
                 ReasonCode::InsufficientBuyingPower);
        QCOMPARE(held(desk, "IBM"), qty("100"));
        desk.submit(PaperDesk::order("back", "O:IBM260320C00120000", "1"));
        QCOMPARE(perform(desk, command(Kind::Exercise, "O:IBM260320P00120000", 1)),
                 ReasonCode::None);
        QVERIFY(held(desk, "IBM").isZero());
    }

    /// Not as if it were worth nothing.
    void withoutAPriceNothingIsExercised()
    {
        PaperDesk desk;
        desk.quote("O:IBM260320P00120000", "12", "12");
        desk.submit(PaperDesk::order("put", "O:IBM260320P00120000", "1"));
        QCOMPARE(held(desk, "O:IBM260320P00120000"), qty("1"));
        QCOMPARE(perform(desk, command(Kind::Exercise, "O:IBM260320P00120000", 1)),
                 ReasonCode::NotExercisable);
    }

    // --- do not exercise

    void declinedOptionsExpire_data()
    {
        QTest::addColumn<bool>("allowedAgain");
        QTest::addColumn<QString>("shares");
        QTest::addColumn<QString>("cash");
        QTest::newRow("declined") << false << u"0"_s << u"99750"_s;
        QTest::newRow("and allowed again") << true << u"100"_s << u"89750"_s;
    }
    /// Over a restart as well: it is in the books.
    void declinedOptionsExpire()
    {
        QFETCH(const bool, allowedAgain);
        PaperDesk desk;
        buyCalls(desk, "1");
        QCOMPARE(perform(desk, command(Kind::DeclineExercise, "IBM")), ReasonCode::NotExercisable);
        QCOMPARE(perform(desk, command(Kind::DeclineExercise, call100)), ReasonCode::None);
        QVERIFY(desk.venue.view(u"a"_s, desk.now).positions.front().isDeclined);
        if (allowedAgain)
            QCOMPARE(perform(desk, command(Kind::AllowExercise, call100)), ReasonCode::None);
        PaperDesk after;
        QVERIFY(after.venue.restore(desk.events, desk.books));
        after.now = at(expirationFriday, 15h);
        after.quote("IBM", "110", "110");
        after.trade("IBM", "110");
        after.advanceTo(at(expirationFriday, 16h + 16min));
        QFETCH(const QString, shares);
        QFETCH(const QString, cash);
        QCOMPARE(held(after, "IBM").toString(), shares);
        QCOMPARE(held(after, call100), Qty());
        QCOMPARE(after.venue.account().cash.toString(), cash);
    }

    /// An even split gives the contract another name.
    void whatWasDeclinedStaysSoOverASplit()
    {
        PaperDesk desk;
        buyCalls(desk, "1");
        QCOMPARE(perform(desk, command(Kind::DeclineExercise, call100)), ReasonCode::None);
        desk.venue.onSplit(u"IBM"_s, 2, 1, desk.now);
        const std::vector<PositionRow> rows = desk.venue.view(u"a"_s, desk.now).positions;
        QCOMPARE(rows.front().symbol, u"O:IBM260320C00050000"_s);
        QVERIFY(rows.front().isDeclined);
        QVERIFY(!rows.front().isAdjusted);
    }

    void oddSplitsAreShown()
    {
        PaperDesk desk;
        buyCalls(desk, "1");
        desk.venue.onSplit(u"IBM"_s, 3, 2, desk.now);
        const std::vector<PositionRow> rows = desk.venue.view(u"a"_s, desk.now).positions;
        QVERIFY(rows.front().isAdjusted);
        desk.submit(PaperDesk::order("more", call100, "1", "3"));
        QCOMPARE(codeOf(desk.events), ReasonCode::NotTradable);
        // nor as the second leg of a package
        desk.submit(
            package("both", "1", "3", { leg(call110, Side::Buy), leg(call100, Side::Buy) }));
        QCOMPARE(codeOf(desk.events), ReasonCode::NotTradable);
    }

    // --- what is settled in the morning

    /// C-19: traded to Thursday's close, settled at Friday's first value.
    void morningOptionsSettleAtTheOpen()
    {
        PaperDesk desk;
        desk.quote(morningCall, "7.90", "8.00");
        desk.submit(PaperDesk::order("long", morningCall, "1"));
        indexValue(desk, at(thursday, 15h), "4990");
        desk.advanceTo(at(thursday, 16h + 16min));
        QCOMPARE(held(desk, morningCall), qty("1")); // its last day is over, its value not known
        QCOMPARE(desk.venue.unsettled().size(), std::size_t(1));
        QCOMPARE(desk.venue.unsettled().front().day, expirationFriday);
        desk.submit(PaperDesk::order("late", morningCall, "1", "8"));
        QCOMPARE(codeOf(desk.events), ReasonCode::ExpiredContract);
        indexValue(desk, at(expirationFriday, 9h + 29min), "5200"); // not the open yet
        QCOMPARE(held(desk, morningCall), qty("1"));
        indexValue(desk, at(expirationFriday, 9h + 30min + 1s), "5012.34");
        QCOMPARE(held(desk, morningCall), Qty());
        QCOMPARE(desk.venue.account().cash, money("100434"));
        QCOMPARE(desk.venue.account().realized, money("434"));
    }

    /// The desk was shut in the morning: what it sees first is not the open.
    void aMissedOpenIsAskedFor()
    {
        PaperDesk desk;
        desk.quote(morningCall, "7.90", "8.00");
        desk.submit(PaperDesk::order("long", morningCall, "1"));
        desk.advanceTo(at(thursday, 20h));
        indexValue(desk, at(expirationFriday, 11h), "5050");
        desk.advanceTo(at(expirationFriday, 20h));
        QCOMPARE(held(desk, morningCall), qty("1"));
        desk.venue.setOfficialOpen(u"I:SPX"_s, expirationFriday, price("5012.34"), desk.now);
        QCOMPARE(held(desk, morningCall), Qty());
        QCOMPARE(desk.venue.account().realized, money("434"));
    }

    void eveningOptionsSettleAtTheClose()
    {
        PaperDesk desk;
        desk.quote(eveningCall, "7.90", "8.00");
        desk.submit(PaperDesk::order("long", eveningCall, "1"));
        indexValue(desk, at(expirationFriday, 9h + 30min + 1s), "5100");
        QCOMPARE(held(desk, eveningCall), qty("1"));
        indexValue(desk, at(expirationFriday, 15h + 59min), "5012.34");
        desk.advanceTo(at(expirationFriday, 16h + 15min));
        QCOMPARE(desk.venue.account().realized, money("434"));
    }

    // --- packages

    /// One order buys the shares and writes the call: 97.00 a unit, half of the shares on margin,
    /// nothing for the call that they cover.
    void aCoveredCallIsOneOrder()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.90", "100");
        desk.quote(call100, "3", "3.10");
        const OrderTicket ticket = package(
            "covered", "2", "97", { leg(call100, Side::Sell), leg("IBM", Side::Buy, 100) });
        const OrderPreview preview = desk.venue.preview(ticket);
        QVERIFY(preview.refusals.empty());
        QCOMPARE(preview.price, price("97"));
        QCOMPARE(preview.cost, money("19400"));
        desk.submit(ticket);
        QCOMPARE(held(desk, "IBM"), qty("200"));
        QCOMPARE(held(desk, call100), qty("-2"));
        QCOMPARE(desk.venue.account().cash, money("80600"));
        // 80,600 + 200 at 99.90 - 2 at 3.10, half of the shares: 89,970
        const MarginFigures margin = desk.venue.books().margin(desk.now);
        QCOMPARE(margin.optionRequirement, Money());
        QCOMPARE(margin.excess, money("89970"));
    }

    void aPackageWithSharesRestsAtItsLimit()
    {
        PaperDesk desk;
        desk.quote("IBM", "99.90", "100");
        desk.quote(call100, "3", "3.10");
        desk.submit(package("covered", "2", "96.99",
                            { leg(call100, Side::Sell), leg("IBM", Side::Buy, 100) }));
        QCOMPARE(held(desk, "IBM"), Qty());
        // it holds the cash and half of the shares; the figures count it once
        QCOMPARE(desk.venue.account().buyingPower, money("180000"));
        desk.quote("IBM", "99.89", "99.99");
        QCOMPARE(held(desk, "IBM"), qty("200"));
    }

    void cashAccountsWriteCoveredCallsOnly()
    {
        AccountSettings settings;
        settings.margin = MarginMode::Cash;
        settings.startingCash = money("10000");
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "100", "100");
        desk.quote(call100, "3", "3");
        desk.submit(PaperDesk::order("naked", call100, "-1"));
        QCOMPARE(codeOf(desk.events), ReasonCode::OptionLevel);
        const std::vector<OrderLeg> legs { leg(call100, Side::Sell), leg("IBM", Side::Buy, 100) };
        desk.submit(package("too many", "2", "97", legs));
        QCOMPARE(codeOf(desk.events), ReasonCode::InsufficientBuyingPower);
        desk.submit(package("covered", "1", "97", legs));
        QCOMPARE(held(desk, call100), qty("-1"));
        QCOMPARE(desk.venue.account().cash, money("300"));
        // taken off again in one order
        desk.submit(
            package("off", "1", "-97", { leg(call100, Side::Buy), leg("IBM", Side::Sell, 100) }));
        QVERIFY(desk.venue.positions().empty());
        QCOMPARE(desk.venue.account().cash, money("10000"));
    }

    /// Written at 3, called away at 100 with the stock at 105: the premium belongs to the sale.
    void sharesAreCalledAway()
    {
        PaperDesk desk;
        desk.quote("IBM", "98", "98");
        desk.quote(call100, "3", "3");
        desk.submit(package("covered", "1", "95",
                            { leg(call100, Side::Sell), leg("IBM", Side::Buy, 100) }));
        desk.now = at(expirationFriday, 15h);
        desk.trade("IBM", "105");
        desk.advanceTo(at(expirationFriday, 16h + 16min));
        QVERIFY(desk.venue.positions().empty());
        QCOMPARE(desk.venue.account().realized, money("500"));
        QCOMPARE(desk.venue.account().cash, money("100500"));
    }

    void sharesAloneAreNoPackage()
    {
        PaperDesk desk;
        desk.submit(
            package("a", "1", "97", { leg("IBM", Side::Buy, 100), leg(call100, Side::Sell) }));
        QCOMPARE(codeOf(desk.events), ReasonCode::BadCombination);
        desk.submit(
            package("b", "1", "97", { leg(call100, Side::Sell), leg("AAPL", Side::Buy, 100) }));
        QCOMPARE(codeOf(desk.events), ReasonCode::BadCombination);
    }

    /// C-11, and its roll to another month: eight legs, one order, never half done.
    void anIronCondorIsRolledInOneOrder()
    {
        PaperDesk desk;
        const auto symbol = [](const char *month, char right, int strike) {
            return QStringLiteral("O:IBM%1%2%3")
                .arg(QString::fromLatin1(month), QString(QLatin1Char(right)),
                     QString::number(strike * 1000).rightJustified(8, u'0'));
        };
        const auto condor = [&](const char *month, bool opens) {
            std::vector<OrderLeg> legs;
            for (const auto &[right, strike] : std::array<std::pair<char, int>, 4> {
                     { { 'P', 90 }, { 'P', 95 }, { 'C', 105 }, { 'C', 110 } } }) {
                const bool isOuter = strike == 90 || strike == 110;
                legs.push_back(
                    { symbol(month, right, strike), isOuter == opens ? Side::Buy : Side::Sell });
            }
            return legs;
        };
        desk.quote("IBM", "100", "100");
        for (const char *month : { "260320", "260417" })
            for (const OrderLeg &own : condor(month, true)) {
                const bool isOuter = own.side == Side::Buy;
                desk.quote(own.symbol.toLatin1().constData(), isOuter ? "0.60" : "1.50",
                           isOuter ? "0.60" : "1.50");
            }
        desk.submit(package("open", "1", "-1.80", condor("260320", true)));
        QCOMPARE(desk.venue.account().cash, money("100180"));
        QCOMPARE(desk.venue.books().margin(desk.now).optionRequirement, money("500"));
        std::vector<OrderLeg> legs = condor("260320", false);
        std::ranges::copy(condor("260417", true), std::back_inserter(legs));
        desk.submit(package("roll", "1", "0", legs));
        for (const OrderLeg &own : condor("260320", true))
            QCOMPARE(desk.venue.books().position(own.symbol), Qty());
        for (const OrderLeg &own : condor("260417", true))
            QCOMPARE(desk.venue.books().position(own.symbol),
                     Qty::whole(own.side == Side::Buy ? 1 : -1));
        QCOMPARE(desk.venue.books().margin(desk.now).optionRequirement, money("500"));
        QCOMPARE(desk.venue.account().cash, money("100180"));
    }

    /// The far call covers the near one: nothing beside the debit; what is left after the near one
    /// ends is paid for.
    void aCalendarLosesItsNearLeg_data()
    {
        QTest::addColumn<QByteArray>("close");
        QTest::addColumn<QString>("shares");
        QTest::addColumn<QString>("realized");
        QTest::newRow("out of the money") << QByteArray("99") << u"0"_s << u"250"_s;
        QTest::newRow("assigned") << QByteArray("105") << u"-100"_s << u"0"_s;
    }
    void aCalendarLosesItsNearLeg()
    {
        QFETCH(const QByteArray, close);
        PaperDesk desk;
        quoteCalls(desk, "100", "2.50", "4");
        desk.submit(package("calendar", "1", "1.50",
                            { leg(call100, Side::Sell), leg(farCall100, Side::Buy) }));
        const MarginFigures margin = desk.venue.books().margin(desk.now);
        QCOMPARE(margin.optionRequirement, Money());
        QCOMPARE(margin.excess, money("99850"));
        desk.now = at(expirationFriday, 15h);
        desk.quote("IBM", close.constData(), close.constData());
        desk.trade("IBM", close.constData());
        desk.advanceTo(at(expirationFriday, 16h + 16min));
        QFETCH(const QString, shares);
        QFETCH(const QString, realized);
        QCOMPARE(held(desk, call100), Qty());
        QCOMPARE(held(desk, farCall100), qty("1"));
        QCOMPARE(held(desk, "IBM").toString(), shares);
        QCOMPARE(desk.venue.account().realized.toString(), realized);
        if (shares != u"0"_s) // sold at 100 with the premium of 2.50
            QCOMPARE(desk.venue.books().ledger().state().positions.at(u"IBM"_s).cost,
                     money("-10250"));
    }

    void expiryRiskIsSaidBeforehand()
    {
        AccountSettings settings;
        settings.startingCash = money("1000");
        PaperDesk desk(PaperDesk::instant(), settings);
        const char *const call = "O:IBM260310C00100000";
        desk.quote("IBM", "105", "105");
        desk.quote(call, "5", "5");
        QCOMPARE(desk.venue.view(u"a"_s, desk.now).atExpiryRisk, QStringList());
        desk.submit(PaperDesk::order("long", call, "1"));
        QCOMPARE(desk.venue.view(u"a"_s, desk.now).atExpiryRisk,
                 QStringList { QString::fromLatin1(call) });
        QCOMPARE(perform(desk, command(Kind::DeclineExercise, call)), ReasonCode::None);
        QCOMPARE(desk.venue.view(u"a"_s, desk.now).atExpiryRisk, QStringList());
    }

    void positionsSayTheirStrategy()
    {
        PaperDesk desk;
        desk.quote(call100, "2", "2");
        OrderTicket tagged = PaperDesk::order("a", call100, "1");
        tagged.strategy = u"Long call"_s;
        desk.submit(tagged);
        QCOMPARE(desk.venue.view(u"a"_s, desk.now).positions.front().strategy, u"Long call"_s);
        desk.submit(PaperDesk::order("b", call100, "1"));
        QCOMPARE(desk.venue.view(u"a"_s, desk.now).positions.front().strategy, QString());
    }
};

QTEST_APPLESS_MAIN(OptionLifeTest)
#include "tst_optionlife.moc"
