#include "bookfeed.h"
#include "depthrecording.h"
#include "flowtape.h"
#include "publishedstate.h"
#include "recordedflow.h"
#include "restingrows.h"
#include "splitmix64.h"
#include "tradeeligibility.h"

#include <QtTest>

#include <map>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp noon = fromMs(1'786'629'600'000);

Timestamp at(int ms)
{
    return noon + std::chrono::milliseconds(ms);
}

Price cents(qint64 count)
{
    return Price::fromUnits(count * (Price::unitsPerOne / 100));
}

/// Prices in cents, sizes in shares; 0 for a side that is not quoted.
Quote quoteAt(int ms, qint64 bid, qint64 bidSize, qint64 ask, qint64 askSize, quint16 venue = 0)
{
    Quote quote;
    quote.time = at(ms);
    quote.bid = cents(bid);
    quote.bidSize = Qty::whole(bidSize);
    quote.ask = cents(ask);
    quote.askSize = Qty::whole(askSize);
    quote.bidExchange = quote.askExchange = venue;
    return quote;
}

/// Against 10.00 x 10.02.
TapePrint printAt(int ms, qint64 price, TradeConditions conditions = {})
{
    TapePrint print;
    print.trade.time = at(ms);
    print.trade.price = cents(price);
    print.trade.size = Qty::whole(100);
    print.trade.conditions = conditions;
    print.bid = cents(1'000);
    print.ask = cents(1'002);
    return print;
}

BookLevel level(qint64 price, qint64 size)
{
    return { cents(price), Qty::whole(size) };
}

DepthUpdate whole(int ms, quint64 id, std::vector<BookLevel> bids, std::vector<BookLevel> asks)
{
    DepthUpdate update;
    update.isSnapshot = true;
    update.time = at(ms);
    update.firstId = update.lastId = id;
    update.bids = std::move(bids);
    update.asks = std::move(asks);
    return update;
}

DepthUpdate changes(int ms, quint64 id, std::vector<BookLevel> bids,
                    std::vector<BookLevel> asks = {})
{
    DepthUpdate update = whole(ms, id, std::move(bids), std::move(asks));
    update.isSnapshot = false;
    return update;
}

/// What a window knows after all updates.
struct View
{
    void show(BookUpdate update)
    {
        if (update.reset) {
            columns.clear();
            prints.clear();
        }
        for (const BookColumn &column : update.columns)
            columns.insert_or_assign(column.start, column);
        prints.insert(prints.end(), update.prints.begin(), update.prints.end());
        now = std::move(update);
    }
    void take(BookFeed &feed) { show(feed.take()); }

    std::map<Timestamp, BookColumn> columns;
    std::vector<BookPrint> prints;
    BookUpdate now;
};

View viewOf(BookFeed &feed)
{
    View view;
    view.take(feed);
    return view;
}

/// Rows of one side, nearest first.
std::vector<RestingRow> sideRows(const std::vector<RestingRow> &rows, bool bids)
{
    std::vector<RestingRow> side;
    for (const RestingRow &row : rows)
        if (!(bids ? row.bid : row.ask).isZero())
            side.push_back(row);
    if (bids)
        std::ranges::reverse(side);
    return side;
}

Qty sumOfBest(const std::vector<RestingRow> &rows, bool bids, std::size_t count)
{
    Qty sum;
    const std::vector<RestingRow> side = sideRows(rows, bids);
    for (std::size_t i = 0; i < std::min(count, side.size()); ++i)
        sum += bids ? side[i].bid : side[i].ask;
    return sum;
}

using Event = std::variant<Quote, TapePrint, DepthUpdate, std::monostate>; // the last: a gap

enum class Stream : quint8 { Stock, Venues, Numbered, Unnumbered };

/// Events in an order that is nearly that of their times, with gaps.
std::vector<Event> randomStream(Stream kind, SplitMix64 &random)
{
    std::vector<Event> events;
    int ms = 0;
    quint64 id = 1;
    const auto below = [&](quint64 end) { return qint64(random.below(end)); };
    for (int i = 0; i < 400; ++i) {
        ms += int(below(i % 50 == 0 ? 70'000 : 60));
        const int time = ms - int(below(5) == 0 ? below(250) : 0);
        const auto venue = quint16(kind == Stream::Stock ? 0 : 1 + below(4));
        const bool isDeep = kind == Stream::Numbered || kind == Stream::Unnumbered;
        switch (below(isDeep && i > 60 ? 6 : 3)) {
        case 0:
            events.emplace_back(printAt(time, 995 + below(12)));
            break;
        case 1:
        case 2:
            events.emplace_back(quoteAt(time, 998 + below(3), below(3) * 100, 1'000 + below(3),
                                        below(3) * 100, venue));
            break;
        default:
            const bool isNumbered = kind == Stream::Numbered;
            id += below(40) == 0 ? 2U : 1U; // now and then one is missing
            const std::vector<BookLevel> bids { level(980 + below(20), below(3)) };
            const std::vector<BookLevel> asks { level(1'000 + below(20), below(3)) };
            events.emplace_back(below(15) == 0 ? whole(time, isNumbered ? id : 0, bids, asks)
                                               : changes(time, isNumbered ? id : 0, bids, asks));
        }
        if (below(60) == 0)
            events.emplace_back(std::monostate());
    }
    return events;
}

/// Plays them cut as the market thread would: each kind of a batch by itself. next: how many.
template<typename Next>
View play(const std::vector<Event> &events, AssetClass assetClass, Next next)
{
    BookFeed feed(1, assetClass, 100ms);
    View view;
    std::vector<Quote> quotes;
    std::vector<TapePrint> prints;
    std::vector<DepthUpdate> depths;
    const auto flush = [&] {
        feed.addQuotes(std::exchange(quotes, {}));
        feed.addPrints(std::exchange(prints, {}));
        feed.addDepth(std::exchange(depths, {}));
    };
    int left = next();
    for (const Event &event : events) {
        if (const auto *quote = std::get_if<Quote>(&event))
            quotes.push_back(*quote);
        else if (const auto *print = std::get_if<TapePrint>(&event))
            prints.push_back(*print);
        else if (const auto *depth = std::get_if<DepthUpdate>(&event))
            depths.push_back(*depth);
        else {
            flush();
            feed.noteGap();
        }
        if (--left <= 0) {
            flush();
            view.take(feed);
            left = next();
        }
    }
    flush();
    view.take(feed);
    return view;
}

void compare(const View &a, const View &b)
{
    QCOMPARE(a.columns.size(), b.columns.size());
    for (const auto &[start, column] : a.columns)
        QVERIFY(column == b.columns.at(start));
    QVERIFY(a.prints == b.prints);
    QVERIFY(a.now.resting == b.now.resting);
    QVERIFY(a.now.best == b.now.best);
    QVERIFY(a.now.venues == b.now.venues);
    QVERIFY(a.now.silentVenues == b.now.silentVenues);
    QVERIFY(a.now.grid == b.now.grid);
    QCOMPARE(a.now.kind, b.now.kind);
    QCOMPARE(a.now.isBroken, b.now.isBroken);
    QCOMPARE(a.now.time, b.now.time);
}

} // namespace

class TestBookFeed : public QObject
{
    Q_OBJECT

private slots:
    // --- recorded
    // --------------------------------------------------------------------------------------------

    void recordedBooks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Binance") << u"BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s;
        QTest::newRow("Coinbase") << u"coinbase_10pairs_2021-04-17_l2.jsonl.gz"_s;
    }
    /// At the oracle's checkpoints the rows are those of the levels.
    void recordedBooks()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        const QJsonObject expected = oracles()[u"crypto_l2"][file].toObject();
        QVERIFY(!expected.isEmpty());
        struct Run
        {
            BookFeed feed { 1, AssetClass::Crypto, 1s };
            SequencedBook plain;
            QHash<qint64, QJsonObject> checkpoints;
            Qty volume;
            View view;
        };
        SymbolTable symbols;
        std::map<InstrumentId, Run> runs;
        int left = 0;
        for (const QString &pair : expected.keys()) {
            Run &run = runs[symbols.intern(u"X:"_s + QString(pair).remove(u'-'))];
            for (const QJsonValue &point : expected[pair][u"checkpoints"].toArray()) {
                run.checkpoints.insert(point[u"after_updates"].toInteger(), point.toObject());
                ++left;
            }
        }
        Result<DepthRecording> recording
            = DepthRecording::open(sharedFile(u"data/crypto/"_s + file), symbols);
        QVERIFY(recording);
        for (DepthRecord record; recording->next(record);) {
            if (record.kind == DepthRecordKind::Quote)
                runs[record.quote.instrument].feed.addQuotes({ &record.quote, 1 });
            if (record.kind == DepthRecordKind::Trade) {
                TapePrint print;
                print.trade = record.trade;
                Run &run = runs[record.trade.instrument];
                run.feed.addPrints({ &print, 1 });
                run.volume += record.trade.size;
            }
            if (record.kind != DepthRecordKind::Book)
                continue;
            Run &run = runs[record.book.instrument];
            run.plain.apply(record.book);
            run.feed.addDepth({ &record.book, 1 });
            if (!run.checkpoints.contains(run.plain.applied()))
                continue;
            const QJsonObject point = run.checkpoints.take(run.plain.applied());
            --left;
            run.view.take(run.feed);
            const BookUpdate &now = run.view.now;
            QCOMPARE(now.kind, BookKind::Depth);
            QVERIFY(!now.isBroken);
            QCOMPARE(now.best.bid.toString(), point[u"best_bid"][0].toString());
            QCOMPARE(now.best.bidSize.toString(), point[u"best_bid"][1].toString());
            QCOMPARE(now.best.ask.toString(), point[u"best_ask"][0].toString());
            QCOMPARE(now.best.askSize.toString(), point[u"best_ask"][1].toString());
            QCOMPARE(sumOfBest(now.resting, true, 20).toString(),
                     point[u"bid_size_top20"].toString());
            QCOMPARE(sumOfBest(now.resting, false, 20).toString(),
                     point[u"ask_size_top20"].toString());
            QVERIFY(run.view.columns.rbegin()->second.rows == now.resting);
        }
        QCOMPARE(left, 0);
        for (auto &[id, run] : runs) {
            run.view.take(run.feed);
            Qty volume;
            for (const BookPrint &print : run.view.prints)
                volume += print.side == 0 ? Qty() : print.size; // the venue tells all
            QCOMPARE(volume, run.volume);
        }
    }

    /// Where a recorded best quote tells the state that the book is in.
    void bestOfTheBinanceBookIsTheRecordedOne()
    {
        SHARED_OR_SKIP();
        const QString file = u"BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s;
        SymbolTable symbols;
        Result<DepthRecording> recording
            = DepthRecording::open(sharedFile(u"data/crypto/"_s + file), symbols);
        QVERIFY(recording);
        std::map<quint64, Quote> quotes;
        std::map<quint64, Quote> books;
        SequencedBook plain;
        BookFeed feed(1, AssetClass::Crypto, 1s);
        for (DepthRecord record; recording->next(record);) {
            if (record.kind == DepthRecordKind::Quote)
                quotes.emplace(record.quote.sequence, record.quote);
            if (record.kind != DepthRecordKind::Book)
                continue;
            feed.addDepth({ &record.book, 1 });
            if (plain.apply(record.book) == SequencedBook::Outcome::Applied)
                books[plain.lastId()] = feed.take().best;
        }
        int compared = 0;
        for (const auto &[id, best] : books) {
            const auto quote = quotes.find(id);
            if (quote == quotes.end())
                continue;
            ++compared;
            QCOMPARE(best.bid, quote->second.bid);
            QCOMPARE(best.ask, quote->second.ask);
            QCOMPARE(best.bidSize, quote->second.bidSize);
            QCOMPARE(best.askSize, quote->second.askSize);
        }
        QCOMPARE(compared, 564);
    }

    /// Second by second: the last quote of each, the imbalance within it and the trades that count.
    void aRecordedDayOfBestQuotes()
    {
        SHARED_OR_SKIP();
        FlowTape tape;
        QVERIFY(tape.read(u"IBM_2013-10-08"_s));
        BookFeed feed(7, AssetClass::Stocks, 1s);
        feed.addQuotes(tape.quotes);
        feed.addPrints(tapePrints(tape));
        const View view = viewOf(feed);
        QCOMPARE(view.now.book, 7U);
        QCOMPARE(view.now.kind, BookKind::BestQuote);
        QCOMPARE(view.now.grid.height(), cents(1));

        std::map<Timestamp, Quote> last;
        std::map<Timestamp, Qty> imbalance;
        OrderFlowImbalance plain;
        Timestamp clock {};
        for (const Quote &quote : tape.quotes) {
            clock = std::max(clock, quote.time);
            const Timestamp second = std::chrono::floor<std::chrono::seconds>(clock);
            last[second] = quote;
            imbalance[second] += plain.add(quote);
        }
        QVERIFY(view.columns.size() > 10'000);
        QVERIFY(view.columns.size() <= last.size());
        Quote before;
        for (const auto &[second, quote] : last) {
            const auto column = view.columns.find(second);
            if (column == view.columns.end()) { // nothing changed
                QVERIFY(quote.bid == before.bid && quote.ask == before.ask);
                QVERIFY(quote.bidSize == before.bidSize && quote.askSize == before.askSize);
            } else {
                QCOMPARE(column->second.bid, quote.hasBid() ? quote.bid : Price());
                QCOMPARE(column->second.ask, quote.hasAsk() ? quote.ask : Price());
                QCOMPARE(column->second.imbalance, imbalance[second]);
                QCOMPARE(sumOfBest(column->second.rows, true, 9),
                         quote.hasBid() ? quote.bidSize : Qty());
            }
            before = quote;
        }
        std::size_t counted = 0;
        for (const Trade &trade : tape.trades)
            counted += isEligible(trade, Eligibility::Clean) ? 1 : 0;
        QCOMPARE(view.prints.size(), counted);
        for (const int side : { -1, 0, 1 })
            QVERIFY(std::ranges::count(view.prints, side, &BookPrint::side) > 100);
    }

    // --- however it is cut
    // --------------------------------------------------------------------------------------------

    void anyCutGivesTheSame_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("best quotes") << int(Stream::Stock);
        QTest::newRow("quotes of venues") << int(Stream::Venues);
        QTest::newRow("numbered depth") << int(Stream::Numbered);
        QTest::newRow("depth without numbers") << int(Stream::Unnumbered);
    }
    void anyCutGivesTheSame()
    {
        QFETCH(const int, kind);
        const AssetClass assetClass
            = Stream(kind) == Stream::Stock ? AssetClass::Stocks : AssetClass::Crypto;
        std::size_t columns = 0;
        for (quint64 seed = 1; seed <= 40; ++seed) {
            SplitMix64 random(seed);
            const std::vector<Event> events = randomStream(Stream(kind), random);
            const View once = play(events, assetClass, [] { return 1'000'000; });
            compare(once, play(events, assetClass, [] { return 1; }));
            compare(once, play(events, assetClass, [&] { return 1 + int(random.below(30)); }));
            if (QTest::currentTestFailed())
                return;
            columns += once.columns.size();
        }
        QVERIFY(columns > 1'000);
    }

    /// Nor does it matter how long a window stands still.
    void aStalledWindowSeesTheSame()
    {
        SplitMix64 random(3);
        BookFeed feed(1, AssetClass::Stocks, 100ms);
        BookFeed other(1, AssetClass::Stocks, 100ms);
        BookUpdate waiting;
        for (const Event &event : randomStream(Stream::Stock, random)) {
            for (BookFeed *own : { &feed, &other }) {
                if (const auto *quote = std::get_if<Quote>(&event))
                    own->addQuotes({ quote, 1 });
                else if (const auto *print = std::get_if<TapePrint>(&event))
                    own->addPrints({ print, 1 });
            }
            mergeBookUpdate(waiting, feed.take());
        }
        View stalled;
        stalled.show(waiting);
        compare(stalled, viewOf(other));
    }

    // --- quotes
    // --------------------------------------------------------------------------------------------

    void aColumnIsWhatRestsAtItsEnd()
    {
        BookFeed feed(1, AssetClass::Stocks, 100ms);
        feed.addQuotes(std::array { quoteAt(10, 1'000, 100, 1'002, 200),
                                    quoteAt(20, 1'000, 300, 1'002, 200),
                                    quoteAt(150, 1'000, 300, 1'002, 200), // nothing new
                                    quoteAt(290, 1'001, 500, 1'002, 200) });
        const View view = viewOf(feed);
        QCOMPARE(view.columns.size(), 2U);
        const BookColumn &first = view.columns.at(at(0));
        QVERIFY((first.rows
                 == std::vector<RestingRow> { { 1'000, Qty::whole(300), {} },
                                              { 1'002, {}, Qty::whole(200) } }));
        QCOMPARE(first.imbalance, Qty::whole(200));
        const BookColumn &second = view.columns.at(at(200));
        QCOMPARE(second.bid, cents(1'001));
        QCOMPARE(second.imbalance, Qty::whole(500));
        QVERIFY(!first.afterGap && !second.afterGap);
    }

    void lockedCrossedAndOneSided()
    {
        BookFeed feed(1, AssetClass::Stocks, 100ms);
        feed.addQuotes(
            std::array { quoteAt(0, 1'002, 100, 1'002, 200), quoteAt(100, 1'003, 100, 1'001, 200),
                         quoteAt(200, 1'003, 100, 0, 0), quoteAt(300, 1'003, 0, 1'004, 50) });
        const View view = viewOf(feed);
        QVERIFY((view.columns.at(at(0)).rows
                 == std::vector<RestingRow> { { 1'002, Qty::whole(100), Qty::whole(200) } }));
        QVERIFY((view.columns.at(at(100)).rows
                 == std::vector<RestingRow> { { 1'001, {}, Qty::whole(200) },
                                              { 1'003, Qty::whole(100), {} } }));
        QCOMPARE(view.columns.at(at(200)).rows.size(), 1U);
        QCOMPARE(view.columns.at(at(200)).ask, Price());
        QCOMPARE(view.columns.at(at(300)).bid, Price());
        QVERIFY((view.now.resting == std::vector<RestingRow> { { 1'004, {}, Qty::whole(50) } }));
    }

    void aLateQuoteCountsInTheNewestColumn()
    {
        BookFeed feed(1, AssetClass::Stocks, 100ms);
        feed.addQuotes(
            std::array { quoteAt(250, 1'000, 1, 1'002, 1), quoteAt(50, 1'001, 1, 1'002, 1) });
        const View view = viewOf(feed);
        QCOMPARE(view.columns.size(), 1U);
        QCOMPARE(view.columns.at(at(200)).bid, cents(1'001));
        QCOMPARE(view.now.time, at(250));
    }

    void venuesAddUpAndFallSilent()
    {
        BookFeed feed(1, AssetClass::Crypto, 1s);
        feed.addQuotes(std::array { quoteAt(0, 1'000, 5, 1'004, 1, 2),
                                    quoteAt(10, 1'000, 7, 1'003, 2, 1),
                                    quoteAt(20, 999, 1, 1'003, 3, 3) });
        View view = viewOf(feed);
        QCOMPARE(view.now.kind, BookKind::VenueQuotes);
        QCOMPARE(view.now.best.bid, cents(1'000));
        QCOMPARE(view.now.best.bidSize, Qty::whole(12));
        QCOMPARE(view.now.best.bidExchange, 1);
        QCOMPARE(view.now.best.ask, cents(1'003));
        QCOMPARE(view.now.best.askSize, Qty::whole(5));
        QCOMPARE(view.now.best.askExchange, 3);
        QCOMPARE(sumOfBest(view.now.resting, true, 9), Qty::whole(13));
        QCOMPARE(view.now.venues.size(), 3U);
        QCOMPARE(view.now.venues.front().bidExchange, 1);

        // 60 s after the quote of 2, which is still known but does not count
        feed.addQuotes(std::array { quoteAt(60'005, 999, 1, 1'003, 3, 3) });
        view.take(feed);
        QCOMPARE(view.now.best.bidSize, Qty::whole(7));
        QCOMPARE(view.now.venues.size(), 2U);
        QCOMPARE(view.now.silentVenues.size(), 1U);
        QCOMPARE(view.now.silentVenues.front().bidExchange, 2);
        QVERIFY(view.columns.contains(at(60'000)));
        feed.addQuotes(std::array { quoteAt(60'006, 1'001, 4, 1'003, 3, 2) });
        view.take(feed);
        QCOMPARE(view.now.best.bidSize, Qty::whole(4));
    }

    void afterAGapTheNextColumnSaysSo()
    {
        BookFeed feed(1, AssetClass::Stocks, 100ms);
        feed.addQuotes(std::array { quoteAt(0, 1'000, 1, 1'002, 1) });
        feed.noteGap();
        // What was missed is no flow, and the same quote again is news
        feed.addQuotes(std::array { quoteAt(100, 1'000, 9, 1'002, 1) });
        feed.addQuotes(std::array { quoteAt(200, 1'000, 8, 1'002, 1) });
        const View view = viewOf(feed);
        QVERIFY(!view.columns.at(at(0)).afterGap);
        QVERIFY(view.columns.at(at(100)).afterGap);
        QCOMPARE(view.columns.at(at(100)).imbalance, Qty());
        QVERIFY(!view.columns.at(at(200)).afterGap);
    }

    /// Told at once, not with the next quote; a print says nothing of what rests.
    void aGapBreaksTheQuotesUntilTheNextOne()
    {
        for (const AssetClass assetClass : { AssetClass::Stocks, AssetClass::Crypto }) {
            BookFeed feed(1, assetClass, 100ms);
            feed.noteGap();
            QVERIFY(!viewOf(feed).now.isBroken); // nothing was known
            feed.addQuotes(std::array { quoteAt(0, 1'000, 1, 1'002, 1, 4) });
            QVERIFY(!viewOf(feed).now.isBroken);
            feed.noteGap();
            QVERIFY(feed.isDirty());
            feed.addPrints(std::array { printAt(5, 1'002) });
            const BookUpdate broken = feed.take();
            QVERIFY(broken.isBroken);
            QCOMPARE(broken.best.bid, cents(1'000)); // as it was before
            QCOMPARE(broken.resting.size(), 2U);
            feed.addQuotes(std::array { quoteAt(10, 1'001, 1, 1'002, 1, 4) });
            QVERIFY(!feed.take().isBroken);
        }
    }

    void afterAGapOnlyVenuesThatQuoteAgainCount()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addQuotes(std::array { quoteAt(0, 1'005, 5, 1'010, 1, 2) });
        feed.noteGap();
        feed.addQuotes(std::array { quoteAt(10, 1'000, 7, 1'020, 2, 1) });
        const BookUpdate now = feed.take();
        QCOMPARE(now.best.bid, cents(1'000));
        QCOMPARE(now.best.ask, cents(1'020));
        QCOMPARE(now.venues.size(), 1U);
        QVERIFY(now.silentVenues.empty());
    }

    /// Any event's time tells, and it is said once.
    void aVenueFallsSilentAsTimePasses()
    {
        BookFeed feed(1, AssetClass::Crypto, 1s);
        feed.addQuotes(std::array { quoteAt(0, 1'001, 5, 1'004, 1, 2),
                                    quoteAt(30'000, 1'000, 7, 1'005, 2, 1) });
        View view = viewOf(feed);
        feed.passTime(at(60'000));
        QVERIFY(!feed.isDirty());
        feed.passTime(at(60'001));
        QVERIFY(feed.isDirty());
        view.take(feed);
        QCOMPARE(view.now.best.bid, cents(1'000));
        QCOMPARE(view.now.best.ask, cents(1'005));
        QCOMPARE(view.now.venues.size(), 1U);
        QCOMPARE(view.now.silentVenues.front().bidExchange, 2);
        feed.passTime(at(70'000));
        QVERIFY(!feed.isDirty());
        // Of this symbol too
        TapePrint late = printAt(90'001, 1'002);
        feed.addPrints({ &late, 1 });
        view.take(feed);
        QVERIFY(view.now.venues.empty());
        QVERIFY(view.now.resting.empty());
        QVERIFY(!view.now.best.hasBid());
        // In the columns each fell silent when it did
        feed.addQuotes(std::array { quoteAt(100'000, 999, 1, 1'006, 1, 3) });
        view.take(feed);
        QCOMPARE(view.columns.at(at(30'000)).bid, cents(1'001));
        QCOMPARE(view.columns.at(at(60'000)).bid, cents(1'000));
        QCOMPARE(view.columns.at(at(90'000)).bid, Price());
        QCOMPARE(view.columns.at(at(100'000)).bid, cents(999));
    }

    /// Without prices that mislead, columns stay.
    void rowsAreChosenAnewWhereTheFirstPriceMisled()
    {
        BookFeed coins(1, AssetClass::Crypto, 100ms);
        coins.addQuotes(std::array { quoteAt(0, 6'180'000, 1, 6'181'000, 1, 1) });
        View view = viewOf(coins);
        QCOMPARE(view.now.grid.height(), cents(1)); // round, but no rows of $10
        coins.addPrints(std::array { printAt(5, 6'180'000) });
        view.take(coins);
        Quote fine = quoteAt(110, 6'180'000, 1, 6'181'000, 1, 1);
        fine.bid += Price::fromUnits(cents(1).units() / 10);
        coins.addQuotes({ &fine, 1 });
        view.take(coins);
        QVERIFY(view.now.reset);
        QCOMPARE(view.now.grid.height().toString(), u"0.001"_s);
        QCOMPARE(view.columns.size(), 1U);
        QCOMPARE(view.prints.size(), 1U);

        BookFeed stock(1, AssetClass::Stocks, 100ms);
        stock.addQuotes(std::array { quoteAt(0, 1, 1, 0, 0) }); // a stub
        view = viewOf(stock);
        QCOMPARE(view.now.grid.height().toString(), u"0.0001"_s);
        stock.addQuotes(std::array { quoteAt(100, 15'000, 1, 15'001, 1) });
        view.take(stock);
        QVERIFY(view.now.reset);
        QCOMPARE(view.now.grid.height(), cents(1));
        stock.addQuotes(
            std::array { quoteAt(200, 1, 1, 0, 0), quoteAt(300, 15'000, 1, 15'001, 1) });
        view.take(stock);
        QVERIFY(!view.now.reset);
        QCOMPARE(view.columns.size(), 3U);
    }

    // --- depth
    // --------------------------------------------------------------------------------------------

    void rowsOfDepthGetFiner()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addDepth(std::array { whole(0, 1, { level(6'180'000, 1) }, { level(6'190'000, 1) }) });
        View view = viewOf(feed);
        QCOMPARE(view.now.grid.height(), Price::whole(100));
        feed.addDepth(std::array { changes(100, 2, { level(6'180'001, 3) }) });
        view.take(feed);
        QVERIFY(view.now.reset);
        QCOMPARE(view.now.grid.height(), cents(1));
        QCOMPARE(view.now.resting.size(), 3U);
    }

    void silentDepthIsBroken()
    {
        BookFeed feed(1, AssetClass::Crypto, 1s);
        feed.addDepth(std::array { whole(0, 5, { level(998, 2) }, { level(1'005, 4) }) });
        QVERIFY(!feed.take().isBroken);
        feed.passTime(at(60'000));
        QVERIFY(!feed.isDirty());
        feed.passTime(at(60'001));
        QVERIFY(feed.isDirty());
        QVERIFY(feed.take().isBroken);
        feed.passTime(at(61'000));
        QVERIFY(!feed.isDirty());
        feed.addDepth(std::array { changes(61'000, 6, { level(999, 2) }) });
        QVERIFY(!feed.take().isBroken); // its number tells that nothing is missing
    }

    void anotherVenuesWholeBookBeginsAnew()
    {
        BookFeed feed(1, AssetClass::Crypto, 1s);
        feed.addDepth(std::array { whole(0, 5, { level(998, 2) }, { level(1'005, 4) }) });
        feed.addPrints(std::array { printAt(5, 1'002) });
        View view = viewOf(feed);
        DepthUpdate other = whole(70'000, 3, { level(99'800, 1) }, { level(99'900, 1) });
        other.exchange = 7;
        feed.addDepth({ &other, 1 });
        view.take(feed);
        QVERIFY(view.now.reset);
        QVERIFY(!view.now.isBroken);
        QCOMPARE(view.now.grid.height(), Price::whole(1));
        QCOMPARE(view.now.best.bidExchange, 7);
        QCOMPARE(view.columns.size(), 1U);
        QCOMPARE(view.prints.size(), 1U);
    }

    void aGapBreaksNumberedDepthUntilItsNextNumber()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addDepth(std::array { whole(0, 5, { level(998, 2) }, { level(1'005, 4) }) });
        feed.noteGap();
        QVERIFY(feed.take().isBroken);
        feed.addQuotes(std::array { quoteAt(5, 1'000, 1, 1'002, 1, 4) });
        QVERIFY(feed.take().isBroken);
        feed.addDepth(std::array { changes(10, 6, { level(999, 1) }) });
        QVERIFY(!feed.take().isBroken);
    }

    void depthTakesThePlaceOfQuotes()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addQuotes(std::array { quoteAt(0, 1'000, 1, 1'002, 1, 4) });
        feed.addPrints(std::array { printAt(5, 1'002) });
        View view = viewOf(feed);
        feed.addDepth(std::array { changes(90, 4, { level(999, 9) }) }); // held
        view.take(feed);
        QCOMPARE(view.now.kind, BookKind::VenueQuotes);
        feed.addDepth(
            std::array { whole(100, 5, { level(998, 2), level(997, 3) }, { level(1'005, 4) }) });
        feed.addQuotes(std::array { quoteAt(200, 1'000, 5, 1'002, 1, 4) });
        view.take(feed);
        QCOMPARE(view.now.kind, BookKind::Depth);
        QCOMPARE(view.columns.size(), 1U);
        QCOMPARE(view.prints.size(), 1U); // not lost with the quotes' columns
        QCOMPARE(view.now.best.bid, cents(998));
        QVERIFY((view.now.resting
                 == std::vector<RestingRow> { { 997, Qty::whole(3), {} },
                                              { 998, Qty::whole(2), {} },
                                              { 1'005, {}, Qty::whole(4) } }));
        feed.addDepth(std::array { changes(250, 6, { level(998, 0) }, { level(1'005, 6) }) });
        view.take(feed);
        QCOMPARE(view.columns.at(at(200)).bid, cents(997));
        QCOMPARE(view.columns.at(at(200)).imbalance,
                 Qty::whole(-4)); // two bids gone, two asks came
    }

    void aMissingChangeBreaksTheDepth()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addDepth(std::array { whole(0, 5, { level(998, 2) }, { level(1'005, 4) }),
                                   changes(100, 7, { level(998, 0) }) });
        View view = viewOf(feed);
        QVERIFY(view.now.isBroken);
        QCOMPARE(view.now.best.bid, cents(998));
        QCOMPARE(view.columns.size(), 1U);
        feed.addDepth(std::array { whole(200, 6, { level(997, 2) }, { level(1'005, 4) }) });
        view.take(feed);
        QVERIFY(!view.now.isBroken);
        QCOMPARE(view.now.best.bid, cents(997));
        QVERIFY(view.columns.at(at(200)).afterGap);
        QCOMPARE(view.columns.at(at(200)).imbalance, Qty());
    }

    void unnumberedDepthIsBrokenByAGapOfTheStream()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addDepth(std::array { whole(0, 0, { level(998, 2) }, { level(1'005, 4) }) });
        feed.noteGap();
        feed.addDepth(std::array { changes(100, 0, { level(999, 1) }) });
        View view = viewOf(feed);
        QVERIFY(view.now.isBroken);
        QCOMPARE(view.now.best.bid, cents(998));
        feed.addDepth(std::array { whole(200, 0, { level(999, 2) }, { level(1'005, 4) }) });
        view.take(feed);
        QVERIFY(!view.now.isBroken);
        QVERIFY(view.columns.at(at(200)).afterGap);
    }

    void aBookWithoutLevelsIsOneThatIsNotKnown()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addDepth(std::array { whole(0, 0, {}, {}) });
        View view = viewOf(feed);
        QCOMPARE(view.now.kind, BookKind::None);
        feed.addDepth(std::array { whole(100, 0, { level(998, 2) }, { level(1'005, 4) }),
                                   whole(200, 0, {}, {}) });
        view.take(feed);
        QVERIFY(view.now.isBroken);
        QCOMPARE(view.now.best.bid, cents(998));
        QCOMPARE(view.columns.size(), 1U);
        feed.addDepth(std::array { whole(300, 0, { level(997, 2) }, {}) });
        view.take(feed);
        QVERIFY(!view.now.isBroken);
        QVERIFY(view.columns.at(at(300)).afterGap);
        QCOMPARE(view.columns.at(at(300)).ask, Price());
    }

    void onlyTheNearestLevels()
    {
        std::vector<BookLevel> bids;
        for (int i = 0; i < 500; ++i)
            bids.push_back(level(10'000 - i, 1));
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addDepth(std::array { whole(0, 1, bids, {}) });
        const View view = viewOf(feed);
        QCOMPARE(view.now.resting.size(), BookFeed::mostLevels);
        QCOMPARE(view.now.resting.back().row, 10'000);
    }

    // --- prints and rows
    // --------------------------------------------------------------------------------------------

    void sidesOfPrints()
    {
        BookFeed feed(1, AssetClass::Stocks, 100ms);
        TapePrint fetched = printAt(8, 1'002);
        fetched.origin = PrintOrigin::Backfill;
        TapePrint second = printAt(9, 1'002);
        second.origin = PrintOrigin::SecondBar;
        TapePrint unquoted = printAt(10, 1'002);
        unquoted.bid = unquoted.ask = {};
        TapePrint void_ = printAt(11, 1'002);
        void_.trade.correction = 8;
        feed.addPrints(std::array {
            printAt(0, 1'002), printAt(1, 1'003), printAt(2, 1'001), printAt(3, 1'000),
            printAt(4, 999), printAt(5, 1'002, { condition::openingTrade }),
            printAt(6, 1'002, { condition::officialClose }), // counts in no volume
            printAt(7, 1'002, { condition::averagePrice }), fetched, second, unquoted, void_ });
        std::vector<int> sides;
        for (const BookPrint &print : feed.take().prints)
            sides.push_back(print.side);
        QCOMPARE(sides, (std::vector<int> { 1, 1, 0, -1, -1, 0, 0, 0 }));
    }

    void theVenuesFlagDecidesForCrypto()
    {
        BookFeed feed(1, AssetClass::Crypto, 100ms);
        feed.addPrints(std::array { printAt(0, 1'002, { 1 }), printAt(1, 1'000, { 2 }),
                                    printAt(2, 1'002, { 0 }), printAt(3, 1'000) });
        std::vector<int> sides;
        for (const BookPrint &print : feed.take().prints)
            sides.push_back(print.side);
        QCOMPARE(sides, (std::vector<int> { -1, 1, 1, -1 }));
    }

    void rowsSuitThePrice_data()
    {
        QTest::addColumn<AssetClass>("assetClass");
        QTest::addColumn<QStringList>("prices");
        QTest::addColumn<QString>("ofQuotes");
        QTest::addColumn<QString>("ofDepth");
        using enum AssetClass;
        const auto row = [](const char *name, AssetClass assetClass, const QStringList &prices,
                            const QString &ofQuotes, const QString &ofDepth) {
            QTest::newRow(name) << assetClass << prices << ofQuotes << ofDepth;
        };
        row("a stock", Stocks, { u"10.005"_s }, u"0.01"_s, u"0.01"_s);
        row("at a dollar", Stocks, { u"1"_s }, u"0.01"_s, u"0.01"_s);
        row("below a dollar", Stocks, { u"0.9999"_s }, u"0.0001"_s, u"0.0001"_s);
        row("one side below a dollar", Stocks, { u"0.99"_s, u"1"_s }, u"0.01"_s, u"0.01"_s);
        row("nothing", Crypto, {}, u"0.01"_s, u"0.01"_s);
        row("bitcoin", Crypto, { u"61837"_s, u"61837.5"_s, u"61840.01"_s }, u"0.01"_s, u"0.01"_s);
        row("finer than shown", Crypto, { u"61837.12345678"_s }, u"0.001"_s, u"0.001"_s);
        row("a round price", Crypto, { u"20000"_s }, u"0.01"_s, u"100"_s);
        row("in bitcoin", Crypto, { u"0.00001302"_s, u"0.0000131"_s }, u"0.00000001"_s,
            u"0.00000001"_s);
    }
    void rowsSuitThePrice()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const QStringList, prices);
        QFETCH(const QString, ofQuotes);
        QFETCH(const QString, ofDepth);
        std::vector<Price> all;
        for (const QString &price : prices)
            all.push_back(*Price::parse(price));
        QCOMPARE(quoteGrid(assetClass, all).height().toString(), ofQuotes);
        QCOMPARE(depthGrid(assetClass, all).height().toString(), ofDepth);
    }

    void sumsStayInTheirRange()
    {
        const Qty most = Qty::fromUnits(std::numeric_limits<qint64>::max());
        RestingRows rows { PriceGrid(cents(1)) };
        rows.addBid(cents(5), most);
        rows.addBid(cents(5), most);
        QCOMPARE(rows.take().front().bid, most);
        QVERIFY(rows.take().empty());
    }
};

QTEST_GUILESS_MAIN(TestBookFeed)
#include "tst_bookfeed.moc"
