#include "easterntime.h"
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

    void booksThatDoNotAgreeAreRefused()
    {
        {
            Desk desk(path());
            QVERIFY(desk.paper.create(named(u"Day"_s, 100'000), desk.config, morning));
            QVERIFY(desk.paper.flush());
        }
        change(u"UPDATE state SET body = 'something else'"_s);
        Desk desk(path());
        QVERIFY(!desk.opened);
        QVERIFY(desk.opened.error().detail.contains(u"Day"_s));
        QVERIFY(desk.paper.accounts().isEmpty());
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
    void change(const QString &statement) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"change"_s);
            database.setDatabaseName(path());
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(statement));
        }
        QSqlDatabase::removeDatabase(u"change"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestPaperAccounts)
#include "tst_paperaccounts.moc"
