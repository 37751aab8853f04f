#include "journal.h"
#include "fakejournalport.h"
#include "journalload.h"
#include "keptjournal.h"
#include "randomdesk.h"
#include "tradestatistics.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a screen or command says of an account's closed trades.
struct Said
{
    qint64 trades = 0;
    qint64 wins = 0;
    std::optional<double> winRate {};
    Money gross;
    Money fees;
    Money net;

    friend bool operator==(const Said &, const Said &) = default;
};

Said saidBy(const TradeStatistics &statistics)
{
    return { statistics.trades, statistics.wins, statistics.winRate,
             statistics.gross,  statistics.fees, statistics.net };
}

const TradeNotes &noNotes(const TradeKey &)
{
    static const TradeNotes none;
    return none;
}

} // namespace

/// Conformance case 23: two screens, one number. What the account's figures say of trades, win rate
/// and P/L is what the journal and the command line say; gross and net are both named.
class TestCase23 : public QObject
{
    Q_OBJECT

private slots:
    void isOneNumber_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<bool>("flat");
        for (const quint64 seed : { 3, 8, 21 }) {
            QTest::addRow("positions are open, %d", int(seed)) << seed << false;
            QTest::addRow("all is closed, %d", int(seed)) << seed << true;
        }
    }

    void isOneNumber()
    {
        QFETCH(const quint64, seed);
        QFETCH(const bool, flat);
        AccountSettings settings;
        settings.margin = MarginMode::None; // so that everything can be closed
        settings.commission = u"per_share:0.005,1.00,1"_s;
        RandomDesk desk(seed, settings, RandomDesk::Market::Jumping);
        for (int i = 0; i < 500; ++i)
            desk.step();
        if (flat)
            closeAll(desk);
        KeptJournal file;
        file.keep(desk);
        const Said account = ofAccount(desk);
        QVERIFY(account.trades > 3);
        QVERIFY(account.gross != account.net);

        // The command line reads the file
        const Result<LoadedJournal> loaded = loadJournal(file.path());
        QVERIFY(loaded);
        QVERIFY(saidBy(ofTrades(loaded->trades)) == account);

        // The window is told by the journal's thread
        ToldJournal told(file.path());
        QVERIFY(told.waitUntilFormed());
        std::vector<TradeRecord> shown;
        for (const auto &[key, trade] : told.trades)
            shown.push_back(trade);
        FakeJournalPort port;
        Journal journal(port);
        JournalUpdate update;
        update.trades = std::make_shared<const std::vector<TradeRecord>>(shown);
        update.notes = std::make_shared<const std::map<TradeKey, TradeNotes>>();
        update.days = std::make_shared<const std::map<NoteSubject, DayNotes>>();
        journal.apply(update);
        QVERIFY(saidBy(ofTrades(journal.trades())) == account);
        if (flat)
            compareWhole(desk, account);
    }

private:
    static TradeStatistics ofTrades(const std::vector<TradeRecord> &trades)
    {
        return tradeStatistics(resultsOf(studiedTrades(std::span(trades), noNotes)));
    }

    /// Its closed trades, summed from the books.
    static Said ofAccount(const PaperDesk &desk)
    {
        const AccountFigures figures = desk.venue.account();
        Said said { figures.trades, figures.wins, figures.winRate(), {}, {}, {} };
        for (const RoundTrip &trip : desk.venue.books().ledger().state().trips) {
            said.gross += trip.gross;
            said.fees += trip.fees;
            said.net += trip.net();
        }
        return said;
    }

    /// Nothing is open: the trades are all that was won and paid.
    static void compareWhole(const PaperDesk &desk, const Said &account)
    {
        const AccountFigures figures = desk.venue.account();
        QCOMPARE(account.gross, figures.realized);
        QCOMPARE(account.fees, figures.fees);
        QCOMPARE(account.net, figures.net());
        QCOMPARE(figures.unrealized, Money());
    }

    /// Every position at its side's price.
    static void closeAll(RandomDesk &desk)
    {
        for (const QString &id : desk.venue.broker().workingIds())
            desk.venue.cancel(id, desk.now += 1s);
        int number = 0;
        while (!desk.venue.positions().empty()) {
            const VenuePosition held = desk.venue.positions().front();
            const QByteArray symbol = held.symbol.toLatin1();
            const Quote quote = desk.venue.prices().prices(held.symbol).quote;
            desk.quote(symbol.constData(), quote.bid.toString().toLatin1().constData(),
                       quote.ask.toString().toLatin1().constData());
            OrderTicket exit = PaperDesk::order("", symbol.constData(), "1");
            exit.id = u"close-%1"_s.arg(++number);
            exit.side = held.qty > Qty() ? Side::Sell : Side::Buy;
            exit.qty = ledgermath::magnitude(held.qty);
            exit.reduceOnly = true;
            desk.submit(exit);
            desk.advanceTo(desk.now + 5s);
            QVERIFY2(number < 50, "the positions cannot be closed");
        }
    }
};

QTEST_GUILESS_MAIN(TestCase23)
#include "tst_23.moc"
