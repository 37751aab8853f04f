#include "easterntime.h"
#include "oldjournal.h"
#include "paperaccounts.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp morning = easterntime::at({ 2026, 3, 10 }, 10h);

Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}

AccountSettings named(const QString &name, qint64 cash)
{
    AccountSettings settings;
    settings.name = name;
    settings.startingCash = Money::whole(cash);
    return settings;
}

OrderTicket buy(const QString &id, qint64 qty)
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = u"KO"_s;
    ticket.qty = Qty::whole(qty);
    return ticket;
}

/// A desk on a journal, and what it was told.
struct Desk
{
    explicit Desk(const QString &journal)
    {
        config.orderLatency = {};
        QObject::connect(&paper, &PaperAccounts::reported, &paper,
                         [this](const QString &account, const OrderEvent &event) {
                             told.append(account + u' ' + event.id + u' '
                                         + QString::fromUtf8(stateText(event.state).data()));
                         });
        opened = paper.open(journal, config);
    }

    void quote(const char *bid, const char *ask, qint64 size, Duration after)
    {
        Quote quote;
        quote.instrument = symbols.intern("KO");
        quote.time = morning + after;
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = Qty::whole(size);
        EventBatch batch;
        batch.events.emplace_back(quote);
        paper.apply(batch);
    }

    const MarketCalendar calendar;
    SymbolTable symbols;
    PaperConfig config;
    PaperAccounts paper { calendar, symbols };
    Result<void> opened;
    QStringList told;
};

} // namespace

class TestPaperAccounts : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void accountsAreApart()
    {
        Desk desk(path());
        QVERIFY(desk.opened);
        QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
        QVERIFY(desk.paper.create(named(u"Swing"_s, 5'000), desk.config, morning));
        QVERIFY(!desk.paper.create(named(u"Day"_s, 1), desk.config, morning));
        QVERIFY(!desk.paper.create(named(u" "_s, 1), desk.config, morning));
        desk.quote("10.00", "10.02", 500, 1s);
        desk.paper.account(u"Day"_s)->submit(buy(u"a"_s, 300), morning + 2s);
        desk.paper.account(u"Swing"_s)->submit(buy(u"a"_s, 100), morning + 2s);
        desk.quote("10.00", "10.02", 500, 3s);
        QVERIFY(desk.paper.flush());
        QCOMPARE(desk.paper.account(u"Day"_s)->account().cash, *Money::parse(u"96994"));
        QCOMPARE(desk.paper.account(u"Swing"_s)->account().cash, *Money::parse(u"3998"));
        QVERIFY(desk.told.contains(u"Day a filled"_s));
        QVERIFY(desk.told.contains(u"Swing a filled"_s));
        QVERIFY(!desk.paper.account(u"Nobody"_s));
    }

    /// All of it is there after a restart: cash, lots, and the order that still works.
    void everythingComesBack()
    {
        {
            Desk desk(path());
            QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
            desk.quote("10.00", "10.02", 100, 1s);
            OrderTicket entry = buy(u"entry"_s, 300);
            entry.type = OrderType::Limit;
            entry.limit = price("10.02");
            entry.takeProfit = price("10.40");
            entry.stopLoss = price("9.80");
            desk.paper.account(u"Day"_s)->submit(entry, morning + 2s);
            desk.quote("10.00", "10.03", 100, 3s);
            QVERIFY(desk.paper.flush());
        }
        Desk desk(path());
        QVERIFY2(desk.opened, qPrintable(desk.opened ? QString() : desk.opened.error().detail));
        QCOMPARE(desk.paper.accounts(), QStringList { u"Day"_s });
        PaperVenue &day = *desk.paper.account(u"Day"_s);
        QCOMPARE(day.books().position(u"KO"_s), Qty::whole(100));
        QCOMPARE(day.broker().state(u"entry"_s), OrderState::PartiallyFilled);
        QCOMPARE(day.broker().workingIds().size(), std::size_t(3)); // the entry and both exits
        desk.quote("10.00", "10.02", 500, 10s);
        desk.quote("9.79", "9.81", 500, 20s);
        QVERIFY(desk.paper.flush());
        QCOMPARE(day.broker().state(u"entry"_s), OrderState::Filled);
        QCOMPARE(day.books().position(u"KO"_s), Qty::whole(300));
    }

    void whatDoesNotAgreeIsRefused_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QString &statement, const QString &sentence) {
            QTest::newRow(name) << statement << sentence;
        };
        const QString changed = u"UPDATE line SET body = CAST(replace(CAST(body AS TEXT), '%1', "
                                u"'%2') AS BLOB) WHERE stream = '%3'"_s;
        const QString noted
            = u"the events of Day do not come to what was noted of them at event "_s;
        row("note", u"UPDATE state SET body = 'something else'"_s, noted);
        row("money", changed.arg(u"\"amount\":\"100000\""_s, u"\"amount\":\"99999\""_s, u"books"_s),
            noted);
        row("order", changed.arg(u"\"tif\":\"day\""_s, u"\"tif\":\"gtc\""_s, u"orders"_s), noted);
        row("hole", u"DELETE FROM line WHERE stream = 'orders' AND sequence = 2"_s,
            u"event 2 of the orders of Day is missing"_s);
        row("beginning", u"DELETE FROM line WHERE stream = 'books' AND sequence = 1"_s,
            u"event 1 of the books of Day is missing"_s);
        row("orders without their fill",
            u"DELETE FROM line WHERE stream = 'orders' AND sequence = 3"_s,
            u"the orders of Day do not have the fill of book event 4 (a)"_s);
        row("books without their fill",
            changed.arg(u"\"price\":\"10.02\""_s, u"\"price\":\"10.01\""_s, u"books"_s),
            u"the books of Day do not have the fill of order event 3 (a)"_s);
    }

    /// Each in a sentence that says where; the journal stays as it is.
    void whatDoesNotAgreeIsRefused()
    {
        QFETCH(const QString, statement);
        QFETCH(const QString, sentence);
        {
            Desk desk(path());
            QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
            desk.quote("10.00", "10.02", 500, 1s);
            desk.paper.account(u"Day"_s)->submit(buy(u"a"_s, 300), morning + 2s);
            desk.quote("10.00", "10.02", 500, 3s);
            QVERIFY(desk.paper.flush());
        }
        change(statement);
        const QStringList before = content();
        {
            Desk desk(path());
            QVERIFY(!desk.opened);
            QCOMPARE(desk.opened.error().detail.left(sentence.size()), sentence);
            QVERIFY(desk.paper.accounts().isEmpty());
        }
        QCOMPARE(content(), before);
    }

    /// Nor does one that was stopped by hand in the same instant.
    void aStopExcusesNoMissingFill()
    {
        {
            Desk desk(path());
            QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
            desk.quote("10.00", "10.02", 500, 1s);
            desk.paper.account(u"Day"_s)->submit(buy(u"a"_s, 300), morning + 2s);
            desk.paper.account(u"Day"_s)->setKillSwitch(true, morning + 2s);
            QVERIFY(desk.paper.flush());
        }
        change(
            u"UPDATE line SET body = CAST(replace(CAST(body AS TEXT), '10.02', '10.01') AS BLOB) "
            "WHERE stream = 'books'"_s);
        Desk desk(path());
        QVERIFY(!desk.opened);
        QVERIFY2(desk.opened.error().detail.contains(u"do not have the fill of order event"_s),
                 qPrintable(desk.opened.error().detail));
    }

    /// What is noted of an account does not grow with the trades that it has closed.
    void notesDoNotGrow()
    {
        Desk desk(path());
        QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
        const auto noted = [&desk, this] {
            desk.paper.flush();
            JournalDatabase journal;
            return journal.open(path(), JournalDatabase::Access::ReadOnly)
                ? journal.state(u"Day"_s).value_or(JournalState()).body.size()
                : 0;
        };
        Duration after = 1s;
        const auto tradeTo = [&](int last) {
            for (static int trade = 0; trade < last; ++trade) {
                for (const Side side : { Side::Buy, Side::Sell }) {
                    OrderTicket order
                        = buy(QString::number(trade) + (side == Side::Buy ? u'b' : u's'), 100);
                    order.side = side;
                    desk.paper.account(u"Day"_s)->submit(order, morning + after);
                    desk.quote("10.00", "10.00", 500, after += 1s);
                }
            }
        };
        tradeTo(10);
        const qsizetype few = noted();
        tradeTo(100);
        QVERIFY(few > 0);
        QVERIFY2(noted() < few + 100, qPrintable(QString::number(noted() - few)));
    }

    void anEventThatCannotBeReadIsNamed()
    {
        {
            Desk desk(path());
            QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
            QVERIFY(desk.paper.flush());
        }
        change(u"UPDATE line SET body = '{' WHERE sequence = 1"_s);
        Desk desk(path());
        QVERIFY(!desk.opened);
        QVERIFY(desk.opened.error().detail.contains(u"event 1 of the books"_s));
    }

    /// What was due before the feed broke off was sent before it.
    void theClockRunsUpToABreakOfTheFeed()
    {
        Desk desk(path());
        QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
        desk.quote("10.00", "10.02", 500, 1s);
        OrderTicket order = buy(u"a"_s, 100);
        order.timeStop = TimeStop { .kind = TimeStop::Kind::Seconds, .count = 60 };
        desk.paper.account(u"Day"_s)->submit(order, morning + 2s);
        desk.quote("10.00", "10.02", 500, 3s);
        QVERIFY(desk.paper.flush());
        QVERIFY(desk.told.contains(u"Day a filled"_s));
        desk.paper.setFeedDown(true, morning + 5min);
        desk.quote("10.00", "10.02", 500, 6min);
        QVERIFY(desk.paper.account(u"Day"_s)->broker().sentAt(u"a.time"_s) < morning + 2min);
    }

    /// Nothing is acknowledged while the disk refuses; all of it is when it no longer does.
    void nothingIsToldBeforeItIsKept()
    {
        Desk desk(path());
        QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
        QVERIFY(desk.paper.flush());
        QSignalSpy troubled(&desk.paper, &PaperAccounts::troubled);
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(path());
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s));
            desk.paper.account(u"Day"_s)->submit(buy(u"a"_s, 100), morning + 2s);
            desk.quote("10.00", "10.02", 500, 3s);
            QTRY_VERIFY_WITH_TIMEOUT(!troubled.isEmpty(), 20'000);
            QVERIFY(desk.told.isEmpty());
            QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.told.contains(u"Day a filled"_s), 20'000);
    }

private:
    QString path() const { return m_dir->filePath(u"journal.db"_s); }
    QStringList content() const
    {
        QStringList lines;
        JournalDatabase journal;
        if (!journal.open(path(), JournalDatabase::Access::ReadOnly))
            return lines;
        for (const QString &stream : { u"orders"_s, u"books"_s })
            for (const JournalLine &line :
                 journal.lines(u"Day"_s, stream).value_or(std::vector<JournalLine>()))
                lines << QString::fromUtf8(line.body);
        return lines << QString::fromUtf8(journal.state(u"Day"_s).value_or(JournalState()).body);
    }
    void change(const QString &statement) const
    {
        QCOMPARE(test::damageLines(path(), statement), QString());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestPaperAccounts)
#include "tst_paperaccounts.moc"
