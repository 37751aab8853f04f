#include "contextline.h"
#include "easterntime.h"
#include "journaldatabase.h"
#include "momentfigures.h"
#include "paperaccounts.h"
#include "splitmix64.h"
#include "oldjournal.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp morning = easterntime::at({ 2026, 3, 10 }, 10h);
const QString day = u"Day"_s;
const char *const call50 = "O:KO260417C00050000";
const char *const call55 = "O:KO260417C00055000";

using Kind = ContextLine::Kind;

Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}

Money money(const char *text)
{
    return *Money::parse(QString::fromLatin1(text));
}

OrderTicket order(const QString &id, Side side, qint64 qty, const QString &symbol = u"KO"_s)
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = symbol;
    ticket.side = side;
    ticket.qty = Qty::whole(qty);
    return ticket;
}

/// Figures of a session that depend on nothing but what is asked.
struct FixedFigures : MomentFigures
{
    void addTo(MarketMoment &moment, const QString &symbol) const override
    {
        moment.vwap = double(symbol.size());
    }
};

/// One account on a journal, fed event by event at times of its own.
struct Desk
{
    explicit Desk(const QString &journal, bool isNew = true)
        : path(journal)
    {
        config.orderLatency = config.cancelLatency = {};
        paper.setFigures(&figures);
        opened = paper.open(journal, config).has_value();
        AccountSettings settings;
        settings.name = day;
        opened = opened && (!isNew || paper.create(settings, config, morning));
    }

    PaperVenue &venue() { return *paper.account(day); }
    void apply(const MarketEvent &event)
    {
        EventBatch batch;
        batch.events.push_back(event);
        paper.apply(batch);
    }
    void quote(Duration after, const char *bid, const char *ask, const char *symbol = "KO")
    {
        Quote quote;
        quote.instrument = symbols.intern(symbol);
        quote.time = morning + after;
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = Qty::whole(10'000);
        apply(quote);
    }
    void print(Duration after, const char *at, TradeConditions conditions = {},
               const char *symbol = "KO")
    {
        apply(tradeAt(after, price(at), conditions, symbol));
    }
    Trade tradeAt(Duration after, Price at, TradeConditions conditions = {},
                  const char *symbol = "KO")
    {
        Trade trade;
        trade.instrument = symbols.intern(symbol);
        trade.time = morning + after;
        trade.price = at;
        trade.size = Qty::whole(100);
        trade.sequence = ++sequence;
        trade.exchange = 11;
        trade.conditions = conditions;
        return trade;
    }
    /// The market there: both sides of the quote, then a trade.
    void moveTo(Duration after, const char *at)
    {
        quote(after, at, at);
        print(after, at);
    }
    void submit(const OrderTicket &ticket, Duration after)
    {
        venue().submit(ticket, morning + after);
        paper.keep();
    }

    std::vector<JournalLine> kept(const QString &stream = keptevents::contextStream)
    {
        paper.flush();
        JournalDatabase journal;
        if (!journal.open(path, JournalDatabase::Access::ReadOnly))
            return {};
        return journal.lines(day, stream).value_or(std::vector<JournalLine>());
    }
    std::vector<ContextLine> lines(std::optional<Kind> kind = {})
    {
        std::vector<ContextLine> lines;
        for (const JournalLine &line : kept()) {
            const Result<ContextLine> read
                = contextLineFromText({ line.body.constData(), std::size_t(line.body.size()) });
            if (read && (!kind || read->kind == *kind))
                lines.push_back(*read);
        }
        return lines;
    }
    /// "-120/350" of the newest of a trip, with a "~" where it is rough.
    QString reached(std::size_t trip = 0)
    {
        const std::vector<ContextLine> entries = lines(Kind::Entry);
        QString text;
        for (const ContextLine &line : lines(Kind::Excursion))
            if (trip < entries.size() && line.trade == entries[trip].trade)
                text = line.worst.toString() + u'/' + line.best.toString()
                    + (line.isRough ? u"~"_s : QString());
        return text;
    }
    const std::vector<RoundTrip> &trips() { return venue().books().ledger().state().trips; }

    const QString path;
    const MarketCalendar calendar;
    SymbolTable symbols;
    PaperConfig config;
    FixedFigures figures;
    PaperAccounts paper { calendar, symbols };
    quint64 sequence = 0;
    bool opened = false;
};

} // namespace

class TestTradeWatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// execution.md, vector G-05.
    void g05()
    {
        Desk desk(path());
        QVERIFY(desk.opened);
        desk.moveTo(1s, "50");
        OrderTicket entry = order(u"a"_s, Side::Buy, 100);
        entry.stopLoss = price("48");
        desk.submit(entry, 2s);
        desk.moveTo(3s, "50");
        int second = 4;
        for (const char *at : { "49.2", "48.8", "51", "53.5" })
            desk.moveTo(second++ * 1s, at);
        desk.quote(20s, "52.4", "52.4");
        desk.submit(order(u"b"_s, Side::Sell, 100), 21s);
        desk.quote(22s, "52.4", "52.4");
        QCOMPARE(desk.trips().size(), std::size_t(1));
        QCOMPARE(desk.trips().front().gross, money("240"));
        QCOMPARE(desk.reached(), u"-120/350"_s);
        QCOMPARE(desk.lines(Kind::Entry).front().trade, desk.trips().front().id);
        QCOMPARE(desk.lines(Kind::Exit).front().trade, desk.trips().front().id);
    }

    void momentsAreThoseOfTheMarketThen()
    {
        Desk desk(path());
        desk.quote(1s, "49.98", "50.01");
        desk.print(1s, "50");
        OrderTicket entry = order(u"a"_s, Side::Buy, 100);
        entry.type = OrderType::Limit;
        entry.limit = price("49.97");
        desk.submit(entry, 2s);
        desk.quote(3s, "49.95", "49.96");
        desk.print(4s, "50.03");
        desk.quote(5s, "50.1", "50.2");
        desk.submit(order(u"b"_s, Side::Sell, 100), 6s);

        const std::vector<ContextLine> decisions = desk.lines(Kind::Decision);
        QCOMPARE(decisions.size(), std::size_t(2));
        MarketMoment moment;
        moment.at = morning + 2s;
        moment.part = SessionPart::Regular;
        moment.recency = Recency::RealTime;
        moment.bid = price("49.98");
        moment.ask = price("50.01");
        moment.last = price("50");
        moment.vwap = 2; // as the figures have it
        QCOMPARE(decisions.front().order, u"a"_s);
        QCOMPARE(decisions.front().symbol, u"KO"_s);
        QCOMPARE(decisions.front().moment, moment);
        moment.at = morning + 3s; // the quote that filled it
        moment.bid = price("49.95");
        moment.ask = price("49.96");
        QCOMPARE(desk.lines(Kind::Entry).front().moment, moment);
        moment.at = morning + 6s;
        moment.bid = price("50.1");
        moment.ask = price("50.2");
        moment.last = price("50.03");
        QCOMPARE(desk.lines(Kind::Exit).front().moment, moment);
        QCOMPARE(decisions.back().moment, moment);
    }

    /// What holds `last` back holds an excursion back, and a bad print does.
    void tradesThatSetNoLastDoNotCount_data()
    {
        QTest::addColumn<TradeConditions>("conditions");
        QTest::addColumn<quint16>("exchange");
        QTest::addColumn<QString>("reached");
        QTest::newRow("regular") << TradeConditions {} << quint16(11) << u"-1000/0"_s;
        QTest::newRow("odd lot") << TradeConditions { condition::oddLot } << quint16(11)
                                 << u"0/0"_s;
        QTest::newRow("average price")
            << TradeConditions { condition::averagePrice } << quint16(11) << u"0/0"_s;
        QTest::newRow("off the exchange and far away")
            << TradeConditions {} << quint16(4) << u"0/0"_s;
    }

    void tradesThatSetNoLastDoNotCount()
    {
        QFETCH(const TradeConditions, conditions);
        QFETCH(const quint16, exchange);
        QFETCH(const QString, reached);
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        Trade odd = desk.tradeAt(4s, price("40"), conditions);
        odd.exchange = exchange;
        desk.apply(odd);
        desk.submit(order(u"b"_s, Side::Sell, 100), 5s);
        desk.quote(6s, "50", "50");
        QCOMPARE(desk.reached(), reached);
    }

    /// The trade that fires a stop is on the way; the one that lets an entry in is not.
    void aTradeCountsForWhatWasHeldWhenItCame()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        OrderTicket entry = order(u"a"_s, Side::Buy, 100);
        entry.stopLoss = price("48");
        desk.submit(entry, 2s);
        desk.moveTo(3s, "50");
        desk.quote(4s, "47.8", "48.2");
        desk.print(5s, "47.5");
        desk.quote(6s, "47.8", "48.2");
        QCOMPARE(desk.trips().size(), std::size_t(1));
        QCOMPARE(desk.trips().front().gross, money("-220"));
        QCOMPARE(desk.reached(), u"-250/0"_s);
    }

    /// The result is on the way, though nothing was traded there.
    void theResultCounts()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        desk.quote(4s, "49", "51");
        desk.submit(order(u"b"_s, Side::Sell, 100), 5s);
        QCOMPARE(desk.reached(), u"-100/0"_s);
    }

    /// One line a minute while it changes, each with both ends.
    void checkpointsComeOnceAMinute()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        for (int second = 10; second < 60; ++second)
            desk.print(second * 1s, "49");
        const std::size_t first = desk.lines(Kind::Excursion).size();
        QCOMPARE(first, std::size_t(1));
        desk.print(61s, "51");
        desk.print(62s, "52");
        desk.print(119s, "53");
        QCOMPARE(desk.lines(Kind::Excursion).size(), first + 1);
        QCOMPARE(desk.reached(), u"-100/100"_s);
        desk.paper.advanceTo(morning + 121s);
        QCOMPARE(desk.reached(), u"-100/300"_s);
        desk.print(5min, "52");
        QCOMPARE(desk.lines(Kind::Excursion).size(), first + 2); // nothing new
    }

    void scalingOutKeepsWhatWasRealized()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 300), 2s);
        desk.moveTo(3s, "50");
        desk.moveTo(4s, "52"); // 600
        desk.submit(order(u"b"_s, Side::Sell, 100), 5s);
        desk.moveTo(6s, "52"); // 200 of them realized
        desk.moveTo(7s, "55"); // 200 + 1000
        desk.moveTo(8s, "48"); // 200 - 400
        desk.submit(order(u"c"_s, Side::Sell, 200), 9s);
        desk.quote(10s, "50", "50");
        QCOMPARE(desk.trips().size(), std::size_t(1));
        QCOMPARE(desk.reached(), u"-200/1200"_s);
        QCOMPARE(desk.lines(Kind::Entry).size(), std::size_t(1));
        QCOMPARE(desk.lines(Kind::Exit).size(), std::size_t(1));
    }

    /// One fill ends a trade and begins the next.
    void aReversalIsTwoTrades()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        desk.moveTo(4s, "51");
        desk.submit(order(u"b"_s, Side::Sell, 200), 5s);
        desk.moveTo(6s, "51");
        desk.moveTo(7s, "53");
        desk.submit(order(u"c"_s, Side::Buy, 100), 8s);
        desk.quote(9s, "52", "52");
        QCOMPARE(desk.trips().size(), std::size_t(2));
        QCOMPARE(desk.reached(0), u"0/100"_s);
        QCOMPARE(desk.reached(1), u"-200/0"_s);
        const std::vector<ContextLine> entries = desk.lines(Kind::Entry);
        QCOMPARE(entries.size(), std::size_t(2));
        QCOMPARE(entries[1].moment.at, desk.lines(Kind::Exit).front().moment.at);
    }

    /// Legs that one order opened are one trade, worth the middles of their quotes.
    void aStructureIsOneTrade()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.quote(1s, "1.90", "2.10", call50);
        desk.quote(1s, "0.40", "0.60", call55);
        OrderTicket spread;
        spread.id = u"s"_s;
        spread.qty = Qty::whole(2);
        spread.type = OrderType::Limit;
        spread.limit = price("1.80");
        spread.legs = { { QString::fromLatin1(call50), Side::Buy, 1 },
                        { QString::fromLatin1(call55), Side::Sell, 1 } };
        desk.submit(spread, 2s);
        desk.quote(3s, "1.90", "2.10", call50);
        desk.quote(3s, "0.40", "0.60", call55);
        const auto &positions = desk.venue().books().ledger().state().positions;
        QCOMPARE(positions.size(), std::size_t(2));
        const Money cost = positions.at(QString::fromLatin1(call50)).cost
            + positions.at(QString::fromLatin1(call55)).cost;

        const std::vector<ContextLine> decisions = desk.lines(Kind::Decision);
        QStringList symbols;
        for (const ContextLine &line : decisions)
            symbols += line.symbol;
        QCOMPARE(
            symbols,
            QStringList({ QString::fromLatin1(call50), u"KO"_s, QString::fromLatin1(call55) }));
        QCOMPARE(desk.lines(Kind::Entry).size(), std::size_t(1));
        QCOMPARE(desk.lines(Kind::Entry).front().moment.last, std::optional(price("50")));

        desk.quote(4s, "3.90", "4.10", call50); // 2 * 100 * (4 - 0.5)
        desk.quote(5s, "0", "9", call50); // one-sided: says nothing
        desk.quote(6s, "5", "4", call50); // nor does a crossed one
        desk.quote(7s, "1.00", "1.20", call50);
        desk.quote(8s, "0.80", "1.00", call55); // 2 * 100 * (1.1 - 0.9)
        desk.paper.advanceTo(morning + 2min);
        QCOMPARE(desk.reached(),
                 (money("40") - cost).toString() + u'/' + (money("700") - cost).toString());
    }

    void barsAreRough()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        const auto bar
            = [&desk](Duration start, const char *low, const char *high, const char *close) {
                  Aggregate minute;
                  minute.instrument = desk.symbols.intern("KO");
                  minute.timeframe = Timeframe(1, TimeUnit::Minute);
                  minute.end = morning + start + 1min;
                  minute.candle.start = morning + start;
                  minute.candle.open = minute.candle.close = price(close);
                  minute.candle.low = price(low);
                  minute.candle.high = price(high);
                  minute.candle.volume = Qty::whole(1'000);
                  desk.paper.applyBar(minute);
                  desk.paper.keep();
              };
        bar(1min, "49", "52", "51");
        QCOMPARE(desk.reached(), u"-100/200~"_s);
        // trades tell more than their bar
        desk.print(3min + 10s, "51");
        bar(3min, "40", "60", "51");
        desk.paper.advanceTo(morning + 5min);
        QCOMPARE(desk.reached(), u"-100/200~"_s);
    }

    void whatWasNotSeenIsRough()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        desk.moveTo(4s, "51");
        desk.paper.setFeedDown(true, morning + 10s);
        desk.submit(order(u"b"_s, Side::Buy, 1), 11s);
        QVERIFY(!desk.lines(Kind::Decision).back().moment.bid); // nobody knows the quote
        desk.paper.setFeedDown(false, morning + 20s);
        desk.moveTo(70s, "51");
        QCOMPARE(desk.reached(), u"0/100~"_s);
    }

    /// A delayed plan's moments are those of its own time, and say so.
    void momentsSayHowOldTheDataAre()
    {
        Desk desk(path());
        desk.paper.setRecency(Recency::Delayed);
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        QCOMPARE(desk.lines(Kind::Decision).front().moment.recency, Recency::Delayed);
        QCOMPARE(desk.lines(Kind::Decision).front().moment.at, morning + 2s);
    }

    void theNightHidesNothing()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        desk.moveTo(4s, "51");
        desk.paper.setFeedDown(true, morning + 11h); // 21:00
        desk.paper.setFeedDown(false, morning + 17h);
        desk.moveTo(23h, "52");
        QCOMPARE(desk.reached(), u"0/200"_s);
    }

    /// Behind a kill: what the last minute brought may be gone, and the rest is rough.
    void aRestartGoesOn()
    {
        {
            Desk desk(path());
            desk.moveTo(1s, "50");
            desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
            desk.moveTo(3s, "50");
            desk.print(4s, "47");
            desk.print(65s, "53");
            QCOMPARE(desk.reached(), u"-300/300"_s);
        }
        {
            Desk desk(path(), false);
            QVERIFY(desk.opened);
            desk.moveTo(3min, "51");
            QCOMPARE(desk.reached(), u"-300/300~"_s);
            desk.quote(4min, "54", "54");
            desk.submit(order(u"b"_s, Side::Sell, 100), 4min + 1s);
            QCOMPARE(desk.reached(), u"-300/400~"_s);
        }
        Desk desk(path(), false);
        const std::vector<JournalLine> kept = desk.kept();
        for (std::size_t i = 0; i < kept.size(); ++i)
            QCOMPARE(kept[i].sequence, quint64(i + 1));
        QVERIFY(std::ranges::is_sorted(kept, {}, &JournalLine::at));
        QCOMPARE(desk.lines(Kind::Entry).size(), std::size_t(1));
        QCOMPARE(desk.lines(Kind::Exit).size(), std::size_t(1));
    }

    /// Every instant leaves a journal that opens and goes on.
    void everyInstantIsReadable()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        for (int step = 1; step <= 6; ++step) {
            const auto side = step % 3 == 0 ? Side::Sell : Side::Buy;
            desk.submit(order(QString::number(step), side, step % 3 == 0 ? 200 : 100), step * 20s);
            desk.moveTo(step * 20s + 1s, step % 2 ? "50.5" : "49.5");
            const std::size_t lines = desk.lines().size();
            const QTemporaryDir left;
            const QString copy = left.filePath(u"journal.db"_s);
            QVERIFY(QFile::copy(path(), copy) && QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s));
            Desk after(copy, false);
            QVERIFY(after.opened);
            QCOMPARE(after.lines().size(), lines);
        }
    }

    void aDamagedLineCostsItself()
    {
        {
            Desk desk(path());
            desk.moveTo(1s, "50");
            desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
            desk.moveTo(3s, "50");
            desk.moveTo(4s, "51");
        }
        change(u"UPDATE line SET body = '{' WHERE stream = 'context' AND sequence = 1"_s);
        Desk desk(path(), false);
        QVERIFY(desk.opened);
        desk.submit(order(u"b"_s, Side::Sell, 100), 1min);
        desk.quote(1min + 1s, "50", "50");
        QCOMPARE(desk.reached(), u"0/100~"_s);
    }

    void journalsOfOldHaveNone()
    {
        {
            Desk desk(path());
            desk.moveTo(1s, "50");
            desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
            desk.moveTo(3s, "50");
        }
        change(u"DELETE FROM line WHERE stream = 'context'"_s);
        Desk desk(path(), false);
        QVERIFY(desk.opened);
        desk.moveTo(30s, "49");
        desk.paper.advanceTo(morning + 1min);
        QVERIFY(desk.lines(Kind::Entry).empty()); // nobody knows any more
        QCOMPARE(desk.lines(Kind::Excursion).back().worst, money("-100"));
        QVERIFY(desk.lines(Kind::Excursion).back().isRough);
    }

    void aResetEndsTripsWithoutAnExit()
    {
        Desk desk(path());
        desk.moveTo(1s, "50");
        desk.submit(order(u"a"_s, Side::Buy, 100), 2s);
        desk.moveTo(3s, "50");
        desk.paper.perform(1, day, { AccountCommand::Kind::Reset, {} }, morning + 4s);
        desk.moveTo(5s, "40");
        desk.submit(order(u"b"_s, Side::Buy, 100), 6s);
        desk.moveTo(7s, "40");
        desk.moveTo(8s, "41");
        QVERIFY(desk.lines(Kind::Exit).empty());
        QCOMPARE(desk.lines(Kind::Entry).size(), std::size_t(2));
        desk.paper.advanceTo(morning + 2min);
        QCOMPARE(desk.reached(1), u"0/100"_s);
    }

    /// The orders and the books are the same to the byte, with a context or without.
    void nothingElseIsDifferent()
    {
        Desk desk(path());
        wander(desk, 7, nullptr);
        const QTemporaryDir other;
        JournalWriter writer;
        const QString bareFile = other.filePath(u"journal.db"_s);
        QVERIFY(writer.open(bareFile));
        Desk twin(other.filePath(u"twin.db"_s));
        KeptVenue bare(day, twin.config, twin.calendar, twin.symbols, &writer);
        AccountSettings settings;
        settings.name = day;
        QVERIFY(bare.open(settings, morning));
        bare.keep();
        wander(twin, 7, &bare);
        QVERIFY(writer.flush());
        JournalDatabase journal;
        QVERIFY(journal.open(bareFile, JournalDatabase::Access::ReadOnly));
        for (const QString &stream : { keptevents::orderStream, keptevents::bookStream }) {
            QVERIFY(desk.kept(stream).size() > 20);
            QCOMPARE(*journal.lines(day, stream), desk.kept(stream));
        }
        QVERIFY(journal.lines(day, keptevents::contextStream)->empty());
        QVERIFY(!desk.kept().empty());
    }

    /// Random ways, with scaling and reversals: what a plain look at every trade finds.
    void excursionsAreThoseOfEveryTrade()
    {
        for (quint64 seed = 1; seed <= 12; ++seed) {
            const QTemporaryDir dir;
            Desk desk(dir.filePath(u"journal.db"_s));
            std::vector<std::pair<Money, Money>> expected;
            wander(desk, seed, nullptr, &expected);
            desk.paper.advanceTo(morning + 5h);
            std::vector<quint64> trips;
            std::map<quint64, ContextLine> reached; // the newest
            for (const ContextLine &line : desk.lines()) {
                if (line.kind == Kind::Entry)
                    trips.push_back(line.trade);
                if (line.kind == Kind::Excursion)
                    reached[line.trade] = line;
            }
            QVERIFY(trips.size() > 3);
            QCOMPARE(trips.size(), expected.size());
            for (std::size_t i = 0; i < trips.size(); ++i) {
                QCOMPARE(reached[trips[i]].worst, expected[i].first);
                QCOMPARE(reached[trips[i]].best, expected[i].second);
                QVERIFY(!reached[trips[i]].isRough);
            }
        }
    }

private:
    QString path() const { return m_dir->filePath(u"journal.db"_s); }

    /// A random walk with orders on the way; alone: on an account that stands by itself. expected:
    /// worst and best of each trip, from the books' own totals.
    static void wander(Desk &desk, quint64 seed, KeptVenue *alone,
                       std::vector<std::pair<Money, Money>> *expected = nullptr)
    {
        PaperVenue &venue = alone ? alone->venue() : desk.venue();
        SplitMix64 random(seed);
        Price at = Price::whole(50);
        Money realizedBefore;
        quint64 trip = 0;
        const auto apply = [&](const MarketEvent &event) {
            if (alone) {
                alone->apply(event);
                alone->keep();
            } else {
                desk.apply(event);
            }
        };
        const auto look = [&] {
            const Ledger &books = venue.books().ledger();
            const Position *held = books.state().find(u"KO"_s);
            if (trip != 0 && (!held || held->trip.id != trip)) { // it has ended
                const Money gross = books.state().trips.back().gross;
                expected->back().first = std::min(expected->back().first, gross);
                expected->back().second = std::max(expected->back().second, gross);
                realizedBefore += gross;
            }
            if (held && held->trip.id != trip)
                expected->emplace_back();
            trip = held ? held->trip.id : 0;
        };
        for (int step = 0; step < 400; ++step) {
            at += Price::fromUnits((qint64(random.next() % 41) - 20) * Price::unitsPerOne / 100);
            const Timestamp time = morning + step * 3s;
            Quote quote;
            quote.instrument = desk.symbols.intern("KO");
            quote.time = time;
            quote.bid = at - Price::fromUnits(Price::unitsPerOne / 100);
            quote.ask = at + Price::fromUnits(Price::unitsPerOne / 100);
            quote.bidSize = quote.askSize = Qty::whole(150);
            apply(quote);
            if (expected)
                look();
            if (expected && trip != 0) {
                const Ledger &books = venue.books().ledger();
                const Position &held = *books.state().find(u"KO"_s);
                const Money profit
                    = books.realized() - realizedBefore + *notional(at, held.qty, 1) - held.cost;
                expected->back().first = std::min(expected->back().first, profit);
                expected->back().second = std::max(expected->back().second, profit);
            }
            apply(desk.tradeAt(step * 3s + 1s, at));
            if (expected)
                look();
            if (random.next() % 10 == 0) {
                const Qty held = venue.books().position(u"KO"_s);
                const bool isBuy = held.isZero() ? random.next() % 2 == 0 : held < Qty();
                // Adds, takes, ends or turns
                const bool adds = random.next() % 4 == 0;
                OrderTicket ticket
                    = order(QString::number(step), isBuy != adds ? Side::Buy : Side::Sell,
                            qint64(random.next() % 4 + 1) * 100);
                if (random.next() % 2 == 0 && !held.isZero() && !adds)
                    ticket.qty = isBuy ? -held : held;
                ticket.tif = TimeInForce::Ioc; // nothing is left to fill between two looks
                venue.submit(ticket, time + 2s);
                alone ? alone->keep() : desk.paper.keep();
                if (expected)
                    look();
            }
        }
    }

    void change(const QString &statement) const
    {
        QCOMPARE(test::damageLines(path(), statement), QString());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestTradeWatch)
#include "tst_tradewatch.moc"
