#include "ledger.h"

#include "writtenbooks.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using Kind = LedgerEventKind;

/// The worked vectors of execution.md C.2, C.4 and C.7 that the fold alone decides.
class LedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void closesByMethod_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("realized");
        QTest::addColumn<QString>("cost");
        QTest::newRow("C-01 fifo") << int(LotMethod::Fifo) << u"50"_s << u"600"_s;
        QTest::newRow("C-01 lifo") << int(LotMethod::Lifo) << u"-50"_s << u"500"_s;
        QTest::newRow("C-01 average") << int(LotMethod::Average) << u"0"_s << u"550"_s;
        QTest::newRow("hifo takes the dearest") << int(LotMethod::Hifo) << u"-50"_s << u"500"_s;
    }

    void closesByMethod()
    {
        QFETCH(const int, method);
        QFETCH(const QString, realized);
        QFETCH(const QString, cost);
        WrittenBooks books(WrittenBooks::byMethod(LotMethod(method)));
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "100", "12")
                && books.fill("A", "-150", "11"));
        QCOMPARE(books.ledger.realized().toString(), realized);
        QCOMPARE(books.position("A").cost.toString(), cost);
        QCOMPARE(books.position("A").qty, qty("50"));
        QCOMPARE(books.unrealized("A", "11") + books.ledger.realized(), Money());
    }

    void closesNamedLots()
    {
        WrittenBooks books(WrittenBooks::byMethod(LotMethod::SpecificId));
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "100", "12")
                && books.fill("A", "100", "14"));
        LedgerEvent sale = books.event(Kind::Fill, "A");
        sale.qty = qty("-150");
        sale.price = price("13");
        sale.lots = { books.position("A").lots[1].id };
        QVERIFY(books.write(sale));
        // The second lot first, then by age: 100 of 12 and 50 of 10
        QCOMPARE(books.ledger.realized(), money("250"));
        QCOMPARE(books.position("A").lots.size(), std::size_t(2));
        QCOMPARE(books.position("A").lots[0].cost, money("500"));
        QCOMPARE(books.position("A").lots[1].cost, money("1400"));
    }

    void allocatesHalfEven() // C-02
    {
        WrittenBooks books(WrittenBooks::byMethod(LotMethod::Average));
        QVERIFY(books.fill("A", "3", "0.0000033333"));
        QCOMPARE(books.position("A").cost.units(), 10);
        QList<qint64> allocated;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(books.fill("A", "-1", "0"));
            allocated << -books.entries.back().lots.front().cost.units();
        }
        QCOMPARE(allocated, (QList<qint64> { 3, 4, 3 }));
        QVERIFY(books.ledger.state().positions.empty());
    }

    void coversShort() // C-03
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "-100", "50") && books.fill("A", "60", "45"));
        QCOMPARE(books.ledger.realized(), money("300"));
        QCOMPARE(books.position("A").qty, qty("-40"));
        QCOMPARE(books.position("A").cost, money("-2000"));
        QCOMPARE(books.unrealized("A", "48"), money("80"));
    }

    void flips() // C-04
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "-150", "11", "1"));
        QCOMPARE(books.ledger.realized(), money("100"));
        QCOMPARE(books.position("A").lots.size(), std::size_t(1));
        QCOMPARE(books.position("A").qty, qty("-50"));
        QCOMPARE(books.position("A").cost, money("-550"));
        const LedgerEntry &entry = books.entries.back();
        QCOMPARE(entry.lots.size(), std::size_t(2));
        QCOMPARE(entry.lots[0].fee, money("0.666667"));
        QCOMPARE(entry.lots[1].fee, money("0.333333"));
        QCOMPARE(books.ledger.fees(), money("1"));
    }

    void holdsFractions() // C-05
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "0.3", "100.01"));
        QCOMPARE(books.position("A").cost, money("30.003"));
        QVERIFY(books.fill("A", "-0.1", "101.00"));
        QCOMPARE(books.entries.back().lots.front().cost, money("-10.001"));
        QCOMPARE(books.ledger.realized(), money("0.099"));
    }

    void putsFeesIntoCost()
    {
        AccountSettings settings;
        settings.feesInBasis = true;
        WrittenBooks books(settings);
        QVERIFY(books.fill("A", "100", "10", "1") && books.fill("A", "-50", "11", "1"));
        QCOMPARE(books.ledger.fees(), Money());
        QCOMPARE(books.position("A").cost, money("500.5"));
        QCOMPARE(books.ledger.realized(), money("48.5"));
        QCOMPARE(books.total(), Money());
    }

    void splits() // C-13
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "400") && books.split("A", 4, 1, "100"));
        QCOMPARE(books.position("A").qty, qty("400"));
        QCOMPARE(books.position("A").cost, money("40000"));
        QCOMPARE(books.ledger.cash(), money("60000"));
    }

    void paysCashInLieu() // C-14
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "105", "2") && books.split("A", 1, 10, "20"));
        QCOMPARE(books.position("A").qty, qty("10"));
        QCOMPARE(books.position("A").cost, money("200"));
        QCOMPARE(books.ledger.cash(), money("99800"));
        QCOMPARE(books.ledger.realized(), money("0")); // 10.00 for 10 of 210
        QVERIFY(books.fill("B", "-105", "2") && books.split("B", 1, 10, "20"));
        QCOMPARE(books.position("B").qty, qty("-10"));
        QCOMPARE(books.ledger.cash(), money("100000"));
    }

    void keepsFractionsOfFractionalPositions()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "1.5", "30") && books.split("A", 3, 2, "20"));
        QCOMPARE(books.position("A").qty, qty("2.25"));
        QCOMPARE(books.ledger.cash(), money("99955"));
    }

    void splitLosesNoUnitBetweenLots()
    {
        WrittenBooks books;
        for (int i = 0; i < 3; ++i)
            QVERIFY(books.fill("A", "1", "9"));
        QVERIFY(books.split("A", 1, 3, "27"));
        QCOMPARE(books.position("A").qty, qty("1"));
        QCOMPARE(books.position("A").cost, money("27"));
        QCOMPARE(books.ledger.cash(), money("99973"));
    }

    void splitCanEndAPosition()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "3", "2") && books.split("A", 1, 10, "20"));
        QVERIFY(books.ledger.state().positions.empty());
        QCOMPARE(books.ledger.cash(), money("100000"));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
    }

    void renamesContractsOfAnEvenSplit()
    {
        WrittenBooks books;
        const char *before = "O:A260619C00400000";
        QVERIFY(books.fill(before, "2", "8", "0", 100));
        LedgerEvent split = books.event(Kind::Split, before);
        split.target = u"O:A260619C00100000"_s;
        split.numerator = 4;
        QVERIFY(books.write(split));
        QCOMPARE(books.position(before).qty, Qty());
        QCOMPARE(books.position("O:A260619C00100000").qty, qty("8"));
        QCOMPARE(books.position("O:A260619C00100000").cost, money("1600"));
        QCOMPARE(books.position("O:A260619C00100000").multiplier, 100);
        QVERIFY(books.ledger.state().trips.empty());
        QVERIFY(books.fill("O:A260619C00100000", "-8", "3", "0", 100));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        QCOMPARE(books.ledger.state().trips.front().gross, money("800"));
    }

    void paysDividends() // C-15
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "50"));
        LedgerEvent ex = books.event(Kind::Dividend, "A");
        ex.price = price("0.24");
        QVERIFY(books.write(ex));
        QCOMPARE(books.ledger.pending(), money("24"));
        QCOMPARE(books.ledger.cash(), money("95000"));
        QVERIFY(books.fill("A", "-100", "50")); // sold since: paid all the same
        LedgerEvent pay = books.event(Kind::DividendPay, "A");
        pay.reference = books.events[books.events.size() - 2].sequence;
        QVERIFY(books.write(pay));
        QCOMPARE(books.ledger.cash(), money("100024"));
        QCOMPARE(books.ledger.pending(), Money());
        QCOMPARE(books.ledger.dividends(), money("24"));
        QVERIFY(!books.write(pay));
    }

    void shortsOweDividends()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "-100", "50"));
        LedgerEvent ex = books.event(Kind::Dividend, "A");
        ex.price = price("0.24");
        QVERIFY(books.write(ex));
        QCOMPARE(books.ledger.pending(), money("-24"));
        QCOMPARE(books.ledger.dividends(), money("-24"));
    }

    void exercises_data()
    {
        QTest::addColumn<QString>("contracts");
        QTest::addColumn<QString>("premium");
        QTest::addColumn<QString>("deliverable");
        QTest::addColumn<QString>("cost");
        QTest::addColumn<QString>("close");
        QTest::addColumn<QString>("unrealized");
        QTest::newRow("C-16 long call")
            << u"1"_s << u"2.50"_s << u"100"_s << u"10250"_s << u"105"_s << u"250"_s;
        QTest::newRow("C-17 short put")
            << u"-1"_s << u"3.00"_s << u"100"_s << u"9700"_s << u"94"_s << u"-300"_s;
        QTest::newRow("long put") << u"1"_s << u"3.00"_s << u"-100"_s << u"-9700"_s << u"94"_s
                                  << u"300"_s;
        QTest::newRow("short call")
            << u"-1"_s << u"2.50"_s << u"-100"_s << u"-10250"_s << u"105"_s << u"-250"_s;
    }

    void exercises()
    {
        QFETCH(const QString, contracts);
        QFETCH(const QString, premium);
        QFETCH(const QString, deliverable);
        QFETCH(const QString, cost);
        QFETCH(const QString, close);
        QFETCH(const QString, unrealized);
        const char *option = "O:A260619C00100000";
        WrittenBooks books;
        QVERIFY(books.fill(option, contracts.toLatin1().constData(), premium.toLatin1().constData(),
                           "0.65", 100));
        LedgerEvent exercise
            = books.event(contracts.startsWith(u'-') ? Kind::Assignment : Kind::Exercise, option);
        exercise.qty = *Qty::parse(contracts);
        exercise.price = price("100");
        exercise.target = u"A"_s;
        exercise.deliverable = *Qty::parse(deliverable);
        QVERIFY(books.write(exercise));
        QCOMPARE(books.position(option).qty, Qty());
        QCOMPARE(books.position("A").qty, exercise.deliverable);
        QCOMPARE(books.position("A").cost.toString(), cost);
        QCOMPARE(books.unrealized("A", close.toLatin1().constData()).toString(), unrealized);
        QCOMPARE(books.ledger.realized(), Money());
        QVERIFY(books.ledger.state().trips.empty()); // the trade goes on in the shares
        QCOMPARE(books.position("A").trip.fees, money("0.65"));
    }

    void exerciseCanCloseShares()
    {
        const char *option = "O:A260619C00100000";
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "95") && books.fill(option, "-1", "2", "0", 100));
        LedgerEvent assigned = books.event(Kind::Assignment, option);
        assigned.qty = qty("-1");
        assigned.price = price("100");
        assigned.target = u"A"_s;
        assigned.deliverable = qty("-100");
        QVERIFY(books.write(assigned));
        QVERIFY(books.ledger.state().positions.empty());
        QCOMPARE(books.ledger.realized(), money("700"));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        QCOMPARE(books.ledger.state().wins, 1);
    }

    void expires() // C-18, C-19
    {
        WrittenBooks books;
        QVERIFY(books.fill("O:A260619C00110000", "1", "1.20", "0", 100));
        LedgerEvent expiry = books.event(Kind::Expiry, "O:A260619C00110000");
        expiry.qty = qty("1");
        QVERIFY(books.write(expiry));
        QCOMPARE(books.ledger.realized(), money("-120"));
        QVERIFY(books.ledger.state().positions.empty());

        const Money before = books.ledger.realized();
        QVERIFY(books.fill("O:SPX260619C05000000", "1", "8", "0", 100));
        const Money cash = books.ledger.cash();
        expiry.symbol = u"O:SPX260619C05000000"_s;
        expiry.price = price("12.34");
        QVERIFY(books.write(expiry));
        QCOMPARE(books.ledger.cash() - cash, money("1234"));
        QCOMPARE(books.ledger.realized() - before, money("434"));
        QVERIFY2(!books.write(expiry), "nothing is left to expire");
    }

    void accruesAndPostsInterest()
    {
        WrittenBooks books;
        LedgerEvent interest = books.event(Kind::Interest);
        interest.amount = money("-11.111111");
        QVERIFY(books.write(interest) && books.write(interest));
        QCOMPARE(books.ledger.cash(), money("100000"));
        QCOMPARE(books.ledger.pending(), money("-22.222222"));
        QVERIFY(books.write(books.event(Kind::InterestPay)));
        QCOMPARE(books.ledger.cash(), money("99977.777778"));
        QCOMPARE(books.ledger.pending(), Money());
        QCOMPARE(books.ledger.interest(), money("-22.222222"));
    }

    void countsRoundTrips()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10", "1") && books.fill("A", "-40", "11", "1")
                && books.fill("A", "-60", "11", "1"));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        QCOMPARE(books.ledger.state().trips.front().net(), money("97"));
        QVERIFY(books.fill("A", "10", "10") && books.fill("A", "-20", "10")); // break-even, flips
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(2));
        QCOMPARE(books.ledger.state().wins, 1);
        QCOMPARE(books.position("A").trip.changes, 1);
    }

    void legsOfOneOrderAreOneTrade()
    {
        const char *low = "O:A260619C00100000";
        const char *high = "O:A260619C00110000";
        WrittenBooks books;
        QVERIFY(fillOf(books, "spread", low, "1", "5"));
        const quint64 opening = books.events.back().sequence;
        QVERIFY(fillOf(books, "spread", high, "-1", "2"));
        QVERIFY(fillOf(books, "other", "A", "10", "100")); // a trade of its own
        QVERIFY(fillOf(books, "exit-1", low, "-1", "6"));
        QVERIFY(books.ledger.state().trips.empty());
        QCOMPARE(books.ledger.state().closedLegs.size(), std::size_t(1));
        QVERIFY(fillOf(books, "exit-2", high, "1", "2.50"));
        QVERIFY(books.ledger.state().closedLegs.empty());
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        const RoundTrip &trip = books.ledger.state().trips.front();
        QCOMPARE(trip.id, opening);
        QCOMPARE(trip.gross, money("50"));
        QCOMPARE(trip.fees, money("4"));
        QCOMPARE(trip.changes, 4);
        QCOMPARE(books.ledger.state().wins, 1);
        QVERIFY(fillOf(books, "exit-3", "A", "-10", "99"));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(2));
    }

    void takesBackTheLastLegOfATrade()
    {
        WrittenBooks books;
        QVERIFY(fillOf(books, "pair", "A", "10", "5") && fillOf(books, "pair", "B", "-10", "7"));
        QVERIFY(fillOf(books, "exit", "A", "-10", "6"));
        const LedgerState before = books.ledger.state();
        const quint64 firstExit = books.events.back().sequence;
        QVERIFY(fillOf(books, "exit", "B", "10", "6"));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        const quint64 lastExit = books.events.back().sequence;
        QVERIFY2(!books.correct(firstExit), "its trade is over");
        QVERIFY(books.correct(lastExit));
        QVERIFY(books.ledger.state().trips.empty());
        QCOMPARE(books.ledger.state().wins, before.wins);
        QCOMPARE(books.position("B").trip.id, before.positions.at(u"B"_s).trip.id);
        QCOMPARE(books.ledger.state().closedLegs, before.closedLegs);
        const LedgerState again = books.ledger.state();
        QVERIFY(books.correct(firstExit)); // its trade is open once more
        QCOMPARE(books.position("A").qty, qty("10"));
        QVERIFY(fillOf(books, "again", "A", "-10", "6"));
        QCOMPARE(books.ledger.state().closedLegs.size(), again.closedLegs.size());
        QVERIFY(fillOf(books, "again", "B", "10", "6"));
        QCOMPARE(books.ledger.state().trips.front().gross, money("20"));
    }

    /// What is left of a trade ends when its last leg is taken back.
    void aTakenBackLegEndsItsTrade()
    {
        WrittenBooks books;
        QVERIFY(fillOf(books, "pair", "A", "10", "5"));
        const quint64 opening = books.events.back().sequence;
        QVERIFY(fillOf(books, "pair", "B", "-10", "7") && fillOf(books, "exit", "B", "10", "6"));
        QVERIFY(books.ledger.state().trips.empty());
        QVERIFY(books.correct(opening));
        QVERIFY(books.ledger.state().positions.empty());
        QVERIFY(books.ledger.state().closedLegs.empty());
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        QCOMPARE(books.ledger.state().trips.front().gross, money("10"));
        QCOMPARE(books.ledger.state().trips.front().gross, books.ledger.realized());
    }

    void assignedLegGoesOnInItsTrade()
    {
        const char *put = "O:A260619P00100000";
        const char *wing = "O:A260619P00090000";
        WrittenBooks books;
        QVERIFY(fillOf(books, "spread", put, "-1", "4") && fillOf(books, "spread", wing, "1", "1"));
        LedgerEvent assigned = books.event(Kind::Assignment, put);
        assigned.qty = qty("-1");
        assigned.price = price("100");
        assigned.target = u"A"_s;
        assigned.deliverable = qty("100");
        QVERIFY(books.write(assigned));
        QCOMPARE(books.position("A").trip.id, books.position(wing).trip.id);
        QVERIFY(fillOf(books, "sell", "A", "-100", "98"));
        QVERIFY(books.ledger.state().trips.empty());
        QVERIFY(fillOf(books, "out", wing, "-1", "0.50"));
        QCOMPARE(books.ledger.state().trips.size(), std::size_t(1));
        QCOMPARE(books.ledger.state().trips.front().gross, books.ledger.realized());
    }

    void correctsByReversing()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10", "1"));
        const LedgerState before = books.ledger.state();
        QVERIFY(books.fill("A", "-150", "12", "2")); // closes a trade and opens a short
        QCOMPARE(before.trips.size() + 1, books.ledger.state().trips.size());
        QVERIFY(books.correct(books.events.back().sequence));
        LedgerState after = books.ledger.state();
        QCOMPARE(after.sequence, before.sequence + 2);
        after.sequence = before.sequence;
        after.nextLot = before.nextLot; // ids are never used again
        QCOMPARE(QByteArray::fromStdString(ledgerStateText(after)),
                 QByteArray::fromStdString(ledgerStateText(before)));
        QVERIFY(after == before);
        QVERIFY(books.correct(books.events[2].sequence));
        QVERIFY(books.ledger.state().positions.empty() && books.ledger.state().trips.empty());
        QCOMPARE(books.ledger.cash(), money("100000"));
        QCOMPARE(books.ledger.fees(), Money());
    }

    void refusesACorrectionOfWhatMovedOn()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10"));
        const quint64 opening = books.events.back().sequence;
        QVERIFY(books.fill("A", "-100", "12"));
        const quint64 closing = books.events.back().sequence;
        const Ledger before = books.ledger;
        QVERIFY(!books.correct(opening));
        QCOMPARE(books.failure.code, Error::Code::Rejected);
        QVERIFY(books.ledger == before);
        QVERIFY(books.fill("A", "-10", "12"));
        QVERIFY2(!books.correct(closing), "a long lot cannot come back beside a short");
    }

    void closingOfATradeThatIsOverStays()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "-40", "12"));
        const quint64 part = books.events.back().sequence;
        QVERIFY(books.fill("A", "-60", "12"));
        const quint64 rest = books.events.back().sequence;
        books.now += 1min;
        QVERIFY(books.fill("A", "10", "12")); // another trade, on the same side
        const Ledger before = books.ledger;
        QVERIFY(!books.correct(rest) && !books.correct(part));
        QCOMPARE(books.failure.code, Error::Code::Rejected);
        QVERIFY(books.ledger == before);
        QVERIFY(books.fill("A", "-20", "12") && books.correct(books.events.back().sequence));
        QVERIFY2(books.fill("A", "-4", "12") && books.correct(books.events.back().sequence),
                 "of the trade that is open it can be taken back");
    }

    void refusesACorrectionAfterASplit()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.split("A", 2, 1, "5"));
        QVERIFY(!books.correct(books.events[2].sequence));
        WrittenBooks average(WrittenBooks::byMethod(LotMethod::Average));
        QVERIFY(average.fill("A", "100", "10") && average.fill("A", "100", "20")
                && average.fill("A", "-100", "20"));
        QVERIFY2(!average.correct(average.events[2].sequence), "its cost was averaged since");
    }

    void correctsMoney()
    {
        WrittenBooks books;
        QVERIFY(books.deposit(money("5")) && books.correct(books.events.back().sequence));
        QCOMPARE(books.ledger.deposits(), money("100000"));
        LedgerEvent fee = books.event(Kind::Fee);
        fee.amount = money("3");
        QVERIFY(books.write(fee) && books.correct(books.events.back().sequence));
        QCOMPARE(books.ledger.fees(), Money());
    }

    void resetsToNothing()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.fill("B", "-1", "10"));
        QVERIFY(books.write(books.event(Kind::Reset)));
        QCOMPARE(books.ledger.cash(), Money());
        QVERIFY(books.ledger.state().positions.empty());
        QCOMPARE(books.ledger.state().archive, 1U);
        QVERIFY(books.deposit(money("5")));
        QVERIFY(books.fill("A", "1", "1"));
        QCOMPARE(books.position("A").lots.front().id, 3U);
        QCOMPARE(books.total(), Money());
    }

    void mergesLotsForTheAverage()
    {
        WrittenBooks books;
        QVERIFY(books.fill("A", "100", "10") && books.fill("A", "100", "12"));
        LedgerEvent config = books.event(Kind::Config);
        config.settings = WrittenBooks::byMethod(LotMethod::Average);
        QVERIFY(books.write(config));
        QCOMPARE(books.position("A").lots.size(), std::size_t(1));
        QCOMPARE(books.position("A").lots.front().cost, money("2200"));
        QVERIFY(books.ledger.state().trips.empty());
    }

    void refusesWithoutChanging_data()
    {
        QTest::addColumn<QString>("qty");
        QTest::addColumn<QString>("price");
        QTest::addColumn<int>("code");
        const int overflow = int(Error::Code::Overflow);
        QTest::newRow("price times quantity") << u"90000000000"_s << u"900000000"_s << overflow;
        QTest::newRow("the position") << u"92000000000"_s << u"0"_s << overflow;
        QTest::newRow("the cost") << u"10000"_s << u"922000000"_s << overflow;
        QTest::newRow("nothing") << u"0"_s << u"1"_s << int(Error::Code::InvalidArgument);
    }

    void refusesWithoutChanging()
    {
        QFETCH(const QString, qty);
        QFETCH(const QString, price);
        QFETCH(const int, code);
        WrittenBooks books;
        QVERIFY(books.fill("A", "90000000000", "0") && books.fill("A", "9000", "900000000"));
        const Ledger before = books.ledger;
        QVERIFY(!books.fill("A", qty.toLatin1().constData(), price.toLatin1().constData()));
        QCOMPARE(int(books.failure.code), code);
        QVERIFY(books.ledger == before);
    }

    void refusesAHole()
    {
        Ledger ledger;
        LedgerEvent event;
        event.sequence = 2;
        QVERIFY(!ledger.apply(event));
    }

    void refusesAnotherMultiplier()
    {
        WrittenBooks books;
        QVERIFY(books.fill("ESZ6", "1", "5000", "0", 50));
        QVERIFY(!books.fill("ESZ6", "-1", "5000"));
        QVERIFY(books.fill("ESZ6", "-1", "5010", "0", 50));
        QCOMPARE(books.ledger.realized(), money("500"));
    }

    void readsBackWhatItWrites()
    {
        LedgerEvent event;
        event.sequence = 7;
        event.at = tenOClock();
        event.kind = Kind::Fill;
        event.symbol = u"BRK.B"_s;
        event.qty = qty("-0.00000001");
        event.price = price("412.0000000001");
        event.multiplier = 100;
        event.fee = money("-0.000001");
        event.strategy = u"mean \"reversion\"\\ \u00e4\n"_s;
        event.source = u"order-1"_s;
        event.reference = 99;
        event.lots = { 1, 5 };
        const std::string text = ledgerEventText(event);
        const Result<LedgerEvent> read = ledgerEventFromText(text);
        QVERIFY(read);
        QVERIFY(*read == event);
        QCOMPARE(ledgerEventText(*read), text);
        event.strategy.clear();
        QCOMPARE(QByteArray::fromStdString(ledgerEventText(event)),
                 QByteArray("{\"sequence\":7,\"at\":1772636400000000000,\"kind\":\"fill\","
                            "\"symbol\":\"BRK.B\",\"qty\":\"-0.00000001\","
                            "\"price\":\"412.0000000001\",\"multiplier\":100,"
                            "\"fee\":\"-0.000001\",\"source\":\"order-1\",\"reference\":99,"
                            "\"lots\":[1,5]}"));
    }

    void readsBackWholeBooks()
    {
        AccountSettings settings;
        settings.margin = MarginMode::Cash;
        settings.risk.set(RiskRule::DailyLoss, RuleAction::Block);
        WrittenBooks books(settings);
        QVERIFY(books.fill("A", "100", "10", "1") && books.fill("A", "-150", "12", "2")
                && books.correct(books.events.back().sequence) && books.split("A", 3, 2, "8"));
        std::vector<LedgerEvent> read;
        for (const LedgerEvent &event : books.events)
            read.push_back(*ledgerEventFromText(ledgerEventText(event)));
        QVERIFY(read == books.events);
        const Result<Ledger> folded = Ledger::fold(read);
        QVERIFY(folded);
        QVERIFY(*folded == books.ledger);
        QCOMPARE(ledgerStateText(folded->state()), ledgerStateText(books.ledger.state()));
        QVERIFY(books.ledger.isSnapshotOf(read));
        read[2].price = price("10.01");
        QVERIFY(!books.ledger.isSnapshotOf(read));
    }

    void refusesOtherText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("no kind") << QByteArray(R"({"sequence":1,"at":5})");
        QTest::newRow("unknown kind") << QByteArray(R"({"sequence":1,"at":5,"kind":"gift"})");
        QTest::newRow("number for decimal")
            << QByteArray(R"({"sequence":1,"at":5,"kind":"deposit","amount":5})");
        QTest::newRow("negative sequence")
            << QByteArray(R"({"sequence":-1,"at":5,"kind":"deposit"})");
        QTest::newRow("fraction of a nanosecond")
            << QByteArray(R"({"sequence":1,"at":5.5,"kind":"deposit"})");
        QTest::newRow("bad lot") << QByteArray(R"({"sequence":1,"kind":"fill","lots":["x"]})");
        QTest::newRow("bad settings")
            << QByteArray(R"({"sequence":1,"kind":"config","settings":{"margin":"much"}})");
        QTest::newRow("bad rule") << QByteArray(
            R"({"sequence":1,"kind":"config","settings":{"risk":{"per_trade":"maybe"}}})");
    }

    void refusesOtherText()
    {
        QFETCH(const QByteArray, text);
        const Result<LedgerEvent> read
            = ledgerEventFromText({ text.constData(), std::size_t(text.size()) });
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Malformed);
    }

private:
    /// A fill of an order: contracts on 100 shares, a dollar each; shares cost nothing.
    static bool fillOf(WrittenBooks &books, const char *order, const char *symbol,
                       const char *signedQty, const char *at)
    {
        const bool isOption = symbol[1] == ':';
        LedgerEvent fill = books.event(Kind::Fill, symbol);
        fill.source = QString::fromLatin1(order);
        fill.qty = qty(signedQty);
        fill.price = price(at);
        fill.fee = isOption ? money("1") : Money();
        fill.multiplier = isOption ? 100 : 1;
        return books.write(fill);
    }
};

QTEST_APPLESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
