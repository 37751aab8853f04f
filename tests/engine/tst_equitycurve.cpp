#include "drivenmarket.h"
#include "easterntime.h"
#include "journaldatabase.h"
#include "oldjournal.h"
#include "paperaccounts.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp morning = easterntime::at({ 2026, 3, 10 }, 10h);
const QString day = u"Day"_s;

OrderTicket order(const QString &id, Side side, qint64 qty, const QString &symbol = u"KO"_s)
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = symbol;
    ticket.side = side;
    ticket.qty = Qty::whole(qty);
    return ticket;
}

/// One account on a journal, and what it was told of its curve.
struct Desk
{
    explicit Desk(const QString &journal, bool isNew = true)
    {
        config.orderLatency = {};
        QObject::connect(&paper, &PaperAccounts::valued, &paper,
                         [this](const EquityReport &report) {
                             if (report.begins)
                                 told.clear();
                             told.push_back(report.point);
                         });
        opened = paper.open(journal, config).has_value();
        AccountSettings settings;
        settings.name = day;
        opened = opened && (!isNew || paper.create(settings, config, morning));
    }

    PaperVenue &venue() { return *paper.account(day); }
    void quote(int cents, Duration after, const char *symbol = "KO")
    {
        Quote quote;
        quote.instrument = symbols.intern(symbol);
        quote.time = morning + after;
        quote.bid = quote.ask = Price::fromUnits(cents * (Price::unitsPerOne / 100));
        quote.bidSize = quote.askSize = Qty::whole(10'000);
        EventBatch batch;
        batch.events.emplace_back(quote);
        paper.apply(batch);
    }
    /// Bought or sold at the price that comes next.
    void trade(const OrderTicket &ticket, int cents, Duration after)
    {
        venue().submit(ticket, morning + after);
        quote(cents, after + 1s, ticket.symbol.toUtf8().constData());
    }
    Money perform(AccountCommand::Kind kind, qint64 amount, Duration after)
    {
        paper.perform(1, day, { kind, Money::whole(amount) }, morning + after);
        return equity(after);
    }
    Money equity(Duration after) { return venue().books().figures(morning + after).equity; }
    std::size_t points()
    {
        paper.flush();
        return told.size();
    }

    const MarketCalendar calendar;
    SymbolTable symbols;
    PaperConfig config;
    PaperAccounts paper { calendar, symbols };
    bool opened = false;
    std::vector<EquityPoint> told;
};

} // namespace

class TestEquityCurve : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// When the account is made, at fills and transfers, and every minute while something is held.
    void pointsAreTheLedgers()
    {
        Desk desk(path());
        QVERIFY(desk.opened);
        std::vector<EquityPoint> due { { morning, Money::whole(100'000), Money::whole(100'000) } };
        desk.quote(1'000, 90s); // nothing is held
        desk.trade(order(u"a"_s, Side::Buy, 300), 1'010, 100s);
        due.push_back({ morning + 101s, desk.equity(101s), Money::whole(100'000) });
        desk.quote(1'020, 119s);
        QCOMPARE(desk.points(), std::size_t(2));
        desk.quote(1'030, 121s);
        due.push_back({ morning + 121s, desk.equity(121s), Money::whole(100'000) });
        QCOMPARE(due.back().equity,
                 Money::whole(100'000) + Money::whole(90) - desk.venue().account().fees);
        desk.quote(1'040, 150s);
        due.push_back({ morning + 150s, desk.perform(AccountCommand::Kind::Deposit, 500, 150s),
                        Money::whole(100'500) });
        due.push_back({ morning + 151s, desk.perform(AccountCommand::Kind::Withdraw, 100, 151s),
                        Money::whole(100'400) });
        QCOMPARE(desk.perform(AccountCommand::Kind::Withdraw, 10'000'000, 152s), due.back().equity);
        QCOMPARE(desk.points(), due.size());
        QCOMPARE(desk.told, due);
    }

    void oldPricesMakeNoPoint()
    {
        Desk desk(path());
        desk.quote(1'000, 1s);
        desk.trade(order(u"a"_s, Side::Buy, 300), 1'010, 2s);
        QCOMPARE(desk.points(), std::size_t(2));
        desk.paper.advanceTo(morning + 5min);
        QVERIFY(desk.venue().account().stale);
        desk.perform(AccountCommand::Kind::Deposit, 500, 5min);
        QCOMPARE(desk.points(), std::size_t(2));
        // a fill is a point in any case
        desk.quote(500, 5min + 1s, "PEP");
        desk.trade(order(u"b"_s, Side::Buy, 10, u"PEP"_s), 500, 5min + 2s);
        QVERIFY(desk.venue().account().stale);
        QCOMPARE(desk.points(), std::size_t(3));
        // and time is, as soon as there is a price
        desk.quote(1'100, 7min);
        desk.quote(500, 7min + 1s, "PEP");
        QCOMPARE(desk.points(), std::size_t(4));
        QCOMPARE(desk.told.back().equity, desk.equity(7min + 1s));
        QCOMPARE(desk.told.back().deposits, Money::whole(100'500));
    }

    /// The close is a point; the night is none.
    void theCurveRestsWithTheMarket()
    {
        Desk desk(path());
        desk.quote(1'000, 1s);
        desk.trade(order(u"a"_s, Side::Buy, 300), 1'010, 2s);
        desk.quote(1'050, 6h - 1s);
        const std::size_t before = desk.points();
        desk.paper.advanceTo(morning + 6h);
        QCOMPARE(desk.points(), before + 1);
        QCOMPARE(desk.told.back().at, morning + 6h);
        QCOMPARE(desk.told.back().equity,
                 Money::whole(100'000 + 150) - desk.venue().account().fees);
        desk.paper.advanceTo(morning + 11h);
        const std::size_t evening = desk.points();
        for (int hour = 12; hour < 17; ++hour)
            desk.paper.advanceTo(morning + hour * 1h);
        QCOMPARE(desk.points(), evening);
    }

    void aRestartBringsTheSameCurve()
    {
        std::vector<EquityPoint> before;
        {
            Desk desk(path());
            tradeForMinutes(desk);
            QVERIFY(desk.points() > 5);
            before = desk.told;
        }
        Desk desk(path(), false);
        QVERIFY(desk.opened);
        const std::vector<PaperHistory> history = desk.paper.takeHistory();
        QCOMPARE(history.size(), std::size_t(1));
        QCOMPARE(history.front().equity, before);
        desk.quote(1'200, 1h);
        QCOMPARE(desk.points(), std::size_t(1)); // and it goes on
        QCOMPARE(kept().size(), before.size() + 1);
    }

    /// What a kill leaves behind any step is an account with the curve up to there.
    void everyInstantIsReadable()
    {
        Desk desk(path());
        desk.quote(1'000, 1s);
        for (int step = 1; step <= 8; ++step) {
            desk.trade(order(QString::number(step), step % 2 ? Side::Buy : Side::Sell, 100),
                       1'000 + step, step * 20s);
            const std::size_t points = desk.points();
            const QTemporaryDir left;
            const QString copy = left.filePath(u"journal.db"_s);
            QVERIFY(QFile::copy(path(), copy) && QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s));
            Desk after(copy, false);
            QVERIFY(after.opened);
            const std::vector<EquityPoint> curve = after.paper.takeHistory().front().equity;
            QCOMPARE(curve.size(), points);
            QCOMPARE(curve, desk.told);
        }
    }

    void aResetBeginsANewCurve()
    {
        {
            Desk desk(path());
            desk.quote(1'000, 1s);
            desk.trade(order(u"a"_s, Side::Buy, 300), 1'010, 2s);
            QCOMPARE(desk.points(), std::size_t(2));
            desk.perform(AccountCommand::Kind::Reset, 0, 10s);
            QCOMPARE(desk.points(), std::size_t(1));
            QCOMPARE(desk.told.front().equity, Money::whole(100'000));
        }
        QCOMPARE(kept().size(), std::size_t(3)); // what was stays written
        Desk desk(path(), false);
        QCOMPARE(desk.paper.takeHistory().front().equity.size(), std::size_t(1));
    }

    /// The orders and the books are the same to the byte, with a curve or without.
    void nothingElseIsDifferent()
    {
        Desk desk(path());
        tradeForMinutes(desk);
        QVERIFY(desk.paper.flush());
        const auto lines = [this](const QString &stream) { return kept(stream); };
        const QTemporaryDir other;
        JournalWriter writer;
        QVERIFY(writer.open(other.filePath(u"journal.db"_s)));
        KeptVenue bare(day, desk.config, desk.calendar, desk.symbols, &writer);
        AccountSettings settings;
        settings.name = day;
        QVERIFY(bare.open(settings, morning));
        bare.keep();
        tradeForMinutes(desk, &bare);
        QVERIFY(writer.flush());
        JournalDatabase journal;
        QVERIFY(journal.open(other.filePath(u"journal.db"_s), JournalDatabase::Access::ReadOnly));
        QCOMPARE(*journal.lines(day, keptevents::orderStream), lines(keptevents::orderStream));
        QCOMPARE(*journal.lines(day, keptevents::bookStream), lines(keptevents::bookStream));
        QVERIFY(journal.lines(day, keptevents::equityStream)->empty());
    }

    void journalsOfOldHaveNone()
    {
        {
            Desk desk(path());
            tradeForMinutes(desk);
        }
        change(u"DELETE FROM line WHERE stream = 'equity'"_s);
        Desk desk(path(), false);
        QVERIFY(desk.opened);
        QVERIFY(desk.paper.takeHistory().front().equity.empty());
        desk.quote(1'200, 1h);
        QCOMPARE(desk.points(), std::size_t(1));
    }

    /// Nothing rests on the curve: the account is there without the point.
    void aDamagedPointIsLeftOut()
    {
        std::size_t before = 0;
        {
            Desk desk(path());
            tradeForMinutes(desk);
            before = desk.points();
        }
        change(u"UPDATE line SET body = '{' WHERE stream = 'equity' AND sequence = 2"_s);
        Desk desk(path(), false);
        QVERIFY(desk.opened);
        QCOMPARE(desk.paper.takeHistory().front().equity.size(), before - 1);
        desk.quote(1'200, 1h);
        QCOMPARE(desk.points(), std::size_t(1));
    }

    void longCurvesAreThinned()
    {
        std::vector<JournalLine> lines;
        for (quint64 i = 1; i <= 50'001; ++i) {
            const Timestamp at = morning + i * 1min;
            const EquityReport report { {}, { at, Money::whole(qint64(i)), {} }, i == 1 };
            lines.push_back({ day, keptevents::equityStream, i, at,
                              QByteArray::fromStdString(equityPointText(report)) });
        }
        const MarketCalendar calendar;
        EquityCurve curve(calendar);
        const std::vector<EquityPoint> points = curve.restore(lines);
        QVERIFY(points.size() <= EquityCurve::mostPoints);
        QVERIFY(points.size() > EquityCurve::mostPoints / 2);
        QCOMPARE(points.front().equity, Money::whole(1));
        QCOMPARE(points[1].at - points[0].at, points[101].at - points[100].at);
        QCOMPARE(points.back().equity, Money::whole(50'001));
    }

    void textsComeBack()
    {
        const EquityReport report { {},
                                    { morning, *Money::parse(u"-12.345"), Money::whole(7) },
                                    true };
        const Result<EquityReport> read = equityPointFromText(equityPointText(report));
        QVERIFY(read && read->begins);
        QCOMPARE(read->point, report.point);
        QVERIFY(!equityPointFromText("{\"at\":1,\"equity\":\"1\"}"));
        QVERIFY(!equityPointFromText("{\"at\":1,\"equity\":1,\"deposits\":\"1\"}"));
        QVERIFY(!equityPointFromText("nothing"));
    }

    /// To the window: what was there with the accounts, what comes one by one.
    void theWindowIsToldOfIt()
    {
        for (const std::size_t before : { std::size_t(0), std::size_t(1) }) {
            DrivenMarket market;
            market.loop.paper()->setJournal(path());
            market.open();
            std::vector<PaperHistory> history;
            std::vector<EquityReport> reports;
            const auto take = [&] {
                PaperUpdate update = market.outbox.take();
                if (update.history)
                    history = *update.history;
                reports.insert(reports.end(), update.equity.begin(), update.equity.end());
                return reports.size() + (history.empty() ? 0 : history.front().equity.size());
            };
            QTRY_COMPARE_WITH_TIMEOUT(take(), std::size_t(1), 10'000);
            QCOMPARE(history.size(), before);
            if (before == 0) {
                QCOMPARE(reports.front().account, u"Paper"_s);
                QVERIFY(reports.front().begins);
            }
        }
    }

private:
    QString path() const { return m_dir->filePath(u"journal.db"_s); }

    /// The same trades and prices, of the desk's account or of one that stands alone.
    static void tradeForMinutes(Desk &desk, KeptVenue *alone = nullptr)
    {
        PaperVenue &venue = alone ? alone->venue() : desk.venue();
        for (int step = 0; step < 40; ++step) {
            Quote quote;
            quote.instrument = desk.symbols.intern("KO");
            quote.time = morning + (step + 1) * 10s;
            quote.bid = quote.ask = Price::fromUnits((1'000 + step) * (Price::unitsPerOne / 100));
            quote.bidSize = quote.askSize = Qty::whole(10'000);
            if (step == 5 || step == 20)
                venue.submit(order(QString::number(step), Side::Buy, 100), quote.time - 1s);
            venue.onQuote(quote);
            if (alone)
                alone->keep();
            else
                desk.paper.keep();
        }
    }

    std::vector<JournalLine> kept(const QString &stream = keptevents::equityStream) const
    {
        JournalDatabase journal;
        if (!journal.open(path(), JournalDatabase::Access::ReadOnly))
            return {};
        return journal.lines(day, stream).value_or(std::vector<JournalLine>());
    }
    void change(const QString &statement) const
    {
        QCOMPARE(test::damageLines(path(), statement), QString());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestEquityCurve)
#include "tst_equitycurve.moc"
