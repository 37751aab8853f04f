#include "contextline.h"
#include "drivenmarket.h"
#include "keptevents.h"
#include "momentwatch.h"
#include "shared.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString paper = u"Paper"_s;
const QString daysOf = u"range/1/day/"_s;
const QString minutesOf = u"range/1/minute/"_s;

OrderTicket order(const QString &id, Side side = Side::Buy)
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = u"NVDA"_s;
    ticket.side = side;
    ticket.qty = Qty::whole(10);
    return ticket;
}

/// A market that the test speaks for, with the moments that its journal has.
struct WatchedMarket : DrivenMarket
{
    explicit WatchedMarket(const QString &file, Plan plan = Plan::Advanced)
        : DrivenMarket(10h, plan)
        , journal(file)
    {
        loop.paper()->setJournal(journal);
    }

    void quoteNow(int bid, int ask) { quote(wall.utc(), bid, ask); }
    /// Its symbol is followed from here on.
    void look()
    {
        loop.paper()->preview(1, paper, order(u"look"_s));
        tick();
    }
    /// What was known when an order was sent.
    MarketMoment submit(const QString &id)
    {
        loop.paper()->submit(paper, order(id));
        MarketMoment moment;
        (void)QTest::qWaitFor([&] {
            tick();
            return find(id, moment);
        });
        return moment;
    }
    /// All requests for bars of this kind, each with the same rows.
    int answerBars(const QString &kind, const QByteArrayList &rows)
    {
        int answered = 0;
        while (answer(kind, page(rows)))
            ++answered;
        QTest::qWait(1); // what was wished is told later than it was answered
        return answered;
    }
    /// Forty days with the same range, up to yesterday.
    static QByteArrayList days()
    {
        QByteArrayList rows;
        QDate day = today();
        const MarketCalendar calendar;
        for (int i = 0; i < 40; ++i) {
            day = calendar.previousTradingDay(day);
            rows.prepend("{\"t\":" + QByteArray::number(toMs(easterntime::at(day)))
                         + ",\"o\":100,\"h\":102,\"l\":99,\"c\":101,\"v\":1000}");
        }
        return rows;
    }
    /// 2,000 shares in the first minute of each of the last thirty sessions, and 500 at 104 today.
    static QByteArrayList minutes()
    {
        QByteArrayList rows { barRow(at(9h + 30min), 104, 500) };
        QDate day = today();
        const MarketCalendar calendar;
        for (int i = 0; i < 30; ++i) {
            day = calendar.previousTradingDay(day);
            rows.prepend(barRow(easterntime::at(day, 9h + 30min), 90, 2'000));
        }
        return rows;
    }

    const QString journal;
    QString account = u"live/Paper"_s;

private:
    bool find(const QString &id, MarketMoment &moment) const
    {
        JournalDatabase database;
        if (!database.open(journal, JournalDatabase::Access::ReadOnly))
            return false;
        const auto lines = database.lines(account, keptevents::contextStream);
        for (const JournalLine &line : lines.value_or(std::vector<JournalLine>())) {
            const Result<ContextLine> read
                = contextLineFromText({ line.body.constData(), std::size_t(line.body.size()) });
            if (read && read->kind == ContextLine::Kind::Decision && read->order == id) {
                moment = read->moment;
                return true;
            }
        }
        return false;
    }
};

} // namespace

class TestMomentWatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    /// The whole of a moment: from the stream, from bars of today and of the days before.
    void everythingIsKnown()
    {
        WatchedMarket market(path());
        market.open();
        market.quoteNow(100, 102);
        market.trade(market.wall.utc(), 1, 102);
        market.look();
        QVERIFY(market.isAsked(daysOf));
        QVERIFY(market.answerBars(daysOf, WatchedMarket::days()) > 0);
        QVERIFY(!market.isAsked(minutesOf)); // the minute under way is not over
        market.pass(70s);
        QVERIFY(market.isAsked(minutesOf));
        QVERIFY(market.answerBars(minutesOf, WatchedMarket::minutes()) > 0);
        market.quoteNow(100, 102);
        market.trade(market.wall.utc(), 2, 102, 1'500);

        const MarketMoment moment = market.submit(u"a"_s);
        QCOMPARE(moment.part, SessionPart::Regular);
        QCOMPARE(moment.recency, Recency::RealTime);
        QCOMPARE(moment.bid, std::optional(Price::whole(100)));
        QCOMPARE(moment.ask, std::optional(Price::whole(102)));
        QCOMPARE(moment.last, std::optional(Price::whole(102)));
        QCOMPARE(moment.atr, std::optional(3.0)); // 102 - 99, never a gap beyond
        QCOMPARE(moment.vwap, std::optional((500 * 104.0 + 1'600 * 102.0) / 2'100));
        QCOMPARE(moment.relativeVolume, std::optional(2'100.0 / 2'000)); // of the usual
        QVERIFY(!moment.cvd); // nobody saw the session begin
        QVERIFY(!moment.cvdSlope); // nor five minutes of it
        market.pass(5min);
        const std::optional<double> slope = market.submit(u"b"_s).cvdSlope;
        QVERIFY(slope);
        QCOMPARE(*slope, 1'500.0 / 5);
    }

    /// Once a day: what is known is not asked for again, what could not be had is, later.
    void nothingIsAskedForTwice()
    {
        WatchedMarket market(path());
        market.open();
        market.quoteNow(100, 102);
        market.look();
        QVERIFY(market.fail(daysOf));
        QTest::qWait(1);
        QVERIFY(!market.isAsked(daysOf));
        market.pass(70s);
        QVERIFY(market.isAsked(daysOf));
        market.answerBars(daysOf, WatchedMarket::days());
        market.answerBars(minutesOf, WatchedMarket::minutes());
        for (int i = 0; i < 20; ++i) {
            market.quoteNow(100, 102);
            market.pass(30s);
        }
        QVERIFY(!market.isAsked(daysOf));
        QVERIFY(!market.isAsked(minutesOf));
        QVERIFY(market.submit(u"a"_s).atr);
    }

    void fewRequestsAreNotSpentOnIt()
    {
        WatchedMarket market(path(), Plan::Basic);
        market.open();
        market.look();
        market.pass(70s);
        QVERIFY(!market.isAsked(minutesOf));
        const MarketMoment moment = market.submit(u"a"_s);
        QVERIFY(!moment.atr && !moment.vwap && !moment.relativeVolume && !moment.cvd);
    }

    /// Bars of the session so far are asked for anew, those of other days are not.
    void aBreakIsMended()
    {
        WatchedMarket market(path());
        market.open();
        market.quoteNow(100, 102);
        market.look();
        market.answerBars(daysOf, WatchedMarket::days());
        market.pass(70s);
        market.answerBars(minutesOf, WatchedMarket::minutes());
        market.quoteNow(100, 102);
        QVERIFY(market.submit(u"a"_s).vwap);
        market.breakFor(5s);
        QVERIFY(!market.submit(u"b"_s).vwap);
        QVERIFY(!market.submit(u"c"_s).bid);
        market.pass(70s);
        QVERIFY(market.answerBars(minutesOf, WatchedMarket::minutes()) > 0);
        market.quoteNow(100, 102);
        const MarketMoment moment = market.submit(u"d"_s);
        QCOMPARE(moment.vwap, std::optional(104.0));
        QCOMPARE(moment.relativeVolume, std::optional(500.0 / 2'000));
    }

    /// Where a chart shows the order flow of the whole session, its delta is known.
    void theDeltaOfAChartIsKnown()
    {
        WatchedMarket market(path());
        market.open();
        market.loop.openFlow(7, u"NVDA"_s, Timeframe(1, TimeUnit::Minute),
                             ClassifierRule::Weighted);
        market.quoteNow(100, 102);
        market.trade(market.wall.utc(), 10, 102, 300);
        market.tick();
        const Timestamp open = DrivenMarket::at(9h + 30min);
        const QByteArray quotes = "{\"sip_timestamp\":" + QByteArray::number(toNs(open))
            + ",\"sequence_number\":1,\"bid_price\":99,\"ask_price\":101,\"bid_size\":5,"
              "\"ask_size\":5}";
        QVERIFY(!market.submit(u"early"_s).cvd); // the morning is on its way
        for (int i = 0; i < 20; ++i) {
            market.answer(u"v3/trades/"_s,
                          DrivenMarket::page({ DrivenMarket::tradeRow(open + 1min, 5, 99, 100) }));
            market.answer(u"v3/quotes/"_s, DrivenMarket::page({ quotes }));
            market.pass(1s);
            QTest::qWait(1);
        }
        const std::optional<double> delta = market.submit(u"a"_s).cvd;
        QVERIFY(delta);
        QCOMPARE(*delta, 300.0 - 100.0);
    }

    /// One that began before the session knows all of it, whenever something is traded; another
    /// does not.
    void aRecordingTellsItsOwn()
    {
        for (const bool isWhole : { true, false }) {
            const QTemporaryDir dir;
            WatchedMarket market(dir.filePath(u"journal.db"_s));
            market.spec.source = DataSource::Replay;
            market.account = u"replay/1/Paper"_s;
            market.loop.setSource(market.spec);
            market.tick();
            const Timestamp open = DrivenMarket::at(9h + 30min);
            market.quote(open + (isWhole ? -1min : 1min), 100, 102);
            market.trade(open + 2min, 1, 102, 300);
            market.trade(open + 3min, 2, 100, 100);
            market.quote(open + 20min, 100, 102);
            const MarketMoment moment = market.submit(u"a"_s);
            QCOMPARE(moment.vwap.has_value(), isWhole);
            QCOMPARE(moment.bid, std::optional(Price::whole(100)));
            QVERIFY(!moment.atr && !moment.relativeVolume); // there is nobody to ask
            QVERIFY(market.asked.empty());
            if (!isWhole)
                continue;
            QCOMPARE(*moment.vwap, (300 * 102.0 + 100 * 100.0) / 400);
            market.trade(open + 21min, 3, 102, 400);
            QCOMPARE(*market.submit(u"b"_s).vwap, (700 * 102.0 + 100 * 100.0) / 800);
        }
    }

    /// samples/indicators: Wilder's average with bar 0 in its seed.
    void averageTrueRangeIsWilders()
    {
        SHARED_OR_SKIP();
        std::vector<Candle> bars;
        QFile file(test::sharedFile(u"samples/indicators/spy_atr_wilder.txt"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int compared = 0;
        while (!file.atEnd()) {
            const QList<QByteArray> fields = file.readLine().trimmed().split(',');
            const auto high = Price::parse(QString::fromLatin1(fields.value(2)));
            const auto low = Price::parse(QString::fromLatin1(fields.value(3)));
            const auto close = Price::parse(QString::fromLatin1(fields.value(4)));
            if (!high || !low || !close)
                continue; // the head of the table
            Candle bar;
            bar.high = *high;
            bar.low = *low;
            bar.close = *close;
            bars.push_back(bar);
            const std::optional<double> atr = averageTrueRange(bars, 14);
            QCOMPARE(atr.has_value(), bars.size() >= 14);
            bool isNumber = false;
            const double expected = fields.value(fields.size() - 1).toDouble(&isNumber);
            if (!atr || !isNumber || expected == 0)
                continue;
            ++compared;
            QVERIFY(std::abs(*atr - expected) < 6e-6);
        }
        QVERIFY(compared > 100);
    }

private:
    QString path() const { return m_dir->filePath(u"journal.db"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestMomentWatch)
#include "tst_momentwatch.moc"
