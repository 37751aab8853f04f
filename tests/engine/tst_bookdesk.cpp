#include "bookdesk.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

SourceSpec replaySpec()
{
    SourceSpec spec;
    spec.source = DataSource::Replay;
    return spec;
}

/// A hub on the market thread, and the books that are shown of it.
struct Market
{
    Market() { context.setSource(replaySpec(), {}); }

    void depth(bool isWhole, quint64 id, qint64 bid, qint64 size)
    {
        DepthUpdate update;
        update.isSnapshot = isWhole;
        update.exchange = venue;
        update.instrument = context.hub->symbols().intern("X:BTCUSD");
        update.time = fromMs(1'786'629'600'000 + qint64(++sent));
        update.asks = asks;
        update.firstId = update.lastId = id;
        update.bids = { { Price::whole(bid), Qty::whole(size) } };
        EventBatch batch;
        batch.depths.push_back(update);
        context.hub->apply(batch);
    }
    void quote(qint64 bid, std::string_view symbol = "KO")
    {
        Quote quote;
        quote.instrument = context.hub->symbols().intern(symbol);
        quote.bidExchange = quote.askExchange = venue;
        quote.time = fromMs(1'786'629'600'000 + qint64(++sent));
        quote.bid = Price::whole(bid);
        quote.bidSize = Qty::whole(1);
        EventBatch batch;
        batch.events.emplace_back(quote);
        context.hub->apply(batch);
    }
    void feed()
    {
        for (const InstrumentId id : context.hub->takeDirty())
            books.feed(id);
    }
    /// The newest of a book; nothing when nothing changed.
    std::optional<BookUpdate> taken(quint64 id)
    {
        feed();
        std::optional<BookUpdate> own;
        for (BookUpdate &update : books.take())
            if (update.book == id)
                own = std::move(update);
        return own;
    }

    int sent = 0; ///< milliseconds
    std::vector<BookLevel> asks;
    quint16 venue = 0;
    SystemWallClock wall;
    MarketContext context { wall };
    BookDesk books { context };
};

} // namespace

class TestBookDesk : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsKeptForNobody()
    {
        Market market;
        market.quote(70);
        QVERIFY(!market.context.hub->state(u"KO"_s).book);
        market.books.open(1, u"KO"_s, 1s);
        market.quote(71);
        QCOMPARE(market.context.hub->state(u"KO"_s).book->quotes.size(), 1U);
        QCOMPARE(market.taken(1)->best.bid, Price::whole(71));
        QCOMPARE(market.books.close(1), u"KO"_s);
        QCOMPARE(market.books.close(1), QString());
        market.quote(72);
        QVERIFY(market.context.hub->state(u"KO"_s).book->isEmpty());
    }

    /// The newest quote is the beginning, and what waits for the others is not seen twice.
    void oneThatOpensLaterBeginsWithWhatIsKnown()
    {
        Market market;
        market.quote(70);
        market.books.open(1, u"KO"_s, 1ms);
        market.quote(71);
        market.books.open(2, u"KO"_s, 1ms);
        QCOMPARE(market.taken(2)->columns.size(), 1U);
        market.quote(72);
        const std::optional<BookUpdate> update = market.taken(2);
        QCOMPARE(update->columns.size(), 1U);
        QVERIFY(!update->reset);
        QVERIFY(!market.taken(2));
    }

    void depthIsKnownToOneThatOpensLater()
    {
        Market market;
        market.depth(true, 5, 100, 2);
        market.depth(false, 6, 101, 3);
        market.books.open(1, u"X:BTCUSD"_s, 1s);
        market.depth(false, 7, 102, 4);
        std::optional<BookUpdate> update = market.taken(1);
        QCOMPARE(update->kind, BookKind::Depth);
        QCOMPARE(update->resting.size(), 3U);
        QCOMPARE(update->best.bid, Price::whole(102));
        market.depth(false, 9, 103, 5); // 8 is missing
        update = market.taken(1);
        QVERIFY(update->isBroken);
        market.books.open(2, u"X:BTCUSD"_s, 1s); // a broken book is no beginning
        QCOMPARE(market.taken(2)->kind, BookKind::None);
        market.depth(true, 8, 104, 6); // but what is held of it is
        QCOMPARE(market.taken(2)->resting.size(), 2U);
    }

    void allVenuesAreKnownToOneThatOpensLater()
    {
        Market market;
        market.books.open(1, u"X:BTCUSD"_s, 1s);
        for (const quint16 venue : { quint16(3), quint16(1), quint16(2) }) {
            market.venue = venue;
            market.quote(100 + venue, "X:BTCUSD");
        }
        market.books.open(2, u"X:BTCUSD"_s, 1s);
        std::optional<BookUpdate> update = market.taken(2);
        QCOMPARE(update->venues.size(), 3U);
        QCOMPARE(update->best.bid, Price::whole(103));
        // Another length of columns
        market.books.close(1);
        market.books.close(2);
        market.books.open(3, u"X:BTCUSD"_s, 10s);
        QCOMPARE(market.taken(3)->venues.size(), 3U);
        // After a gap nobody knows
        market.books.noteGap(AssetClass::Crypto);
        market.context.hub->noteGap(AssetClass::Crypto);
        market.quote(104, "X:BTCUSD");
        market.books.open(4, u"X:BTCUSD"_s, 10s);
        QCOMPARE(market.taken(4)->venues.size(), 1U);
    }

    /// Whatever symbol the event is of.
    void timePassesWithAnyEvent()
    {
        Market market;
        market.books.open(1, u"X:BTCUSD"_s, 1s);
        market.quote(100, "X:BTCUSD");
        QCOMPARE(market.taken(1)->venues.size(), 1U);
        market.sent = 60'001;
        market.quote(70);
        QCOMPARE(market.taken(1)->silentVenues.size(), 1U);
        QVERIFY(!market.taken(1));
    }

    void aSilentVenuesDepthIsBrokenAndFollowedByAnothers()
    {
        Market market;
        market.books.open(1, u"X:BTCUSD"_s, 1s);
        market.venue = 2;
        market.depth(true, 0, 100, 2);
        QVERIFY(!market.taken(1)->isBroken);
        market.sent = 60'001;
        market.quote(70);
        QVERIFY(market.taken(1)->isBroken);
        market.venue = 3;
        market.depth(false, 0, 101, 2); // not whole
        QVERIFY(!market.taken(1));
        market.depth(true, 0, 102, 2);
        std::optional<BookUpdate> update = market.taken(1);
        QVERIFY(update->reset);
        QVERIFY(!update->isBroken);
        QCOMPARE(update->best.bid, Price::whole(102));
        QCOMPARE(update->best.bidExchange, 3);
        market.venue = 2;
        market.depth(true, 0, 103, 2);
        QVERIFY(!market.taken(1));
    }

    /// A recording may hold nothing else.
    void depthAloneIsAQuote()
    {
        Market market;
        market.asks = { { Price::whole(105), Qty::whole(7) } };
        market.depth(true, 0, 100, 2);
        const InstrumentState &state = market.context.hub->state(u"X:BTCUSD"_s);
        QCOMPARE(state.snapshot.time, fromMs(1'786'629'600'001));
        QCOMPARE(state.snapshot.bid, Price::whole(100));
        QCOMPARE(state.snapshot.bidSize, Qty::whole(2));
        QCOMPARE(state.snapshot.ask, Price::whole(105));
        QCOMPARE(state.snapshot.askSize, Qty::whole(7));
        market.quote(99, "X:BTCUSD");
        market.depth(true, 0, 98, 2);
        QCOMPARE(state.snapshot.bid, Price::whole(99));
    }

    /// What waits came before the gap.
    void aGapComesAfterWhatTheHubHas()
    {
        Market market;
        market.books.open(1, u"KO"_s, 1ms);
        market.quote(70);
        market.books.noteGap(AssetClass::Crypto);
        market.quote(71);
        const std::optional<BookUpdate> update = market.taken(1);
        QCOMPARE(update->columns.size(), 2U);
        QVERIFY(!update->columns.front().afterGap);
        QVERIFY(update->columns.back().afterGap);
    }

    void withoutNumbersAGapEndsTheKnownDepth()
    {
        Market market;
        market.depth(true, 0, 100, 2);
        market.context.hub->noteGap(AssetClass::Crypto);
        market.depth(false, 0, 101, 2);
        market.books.open(1, u"X:BTCUSD"_s, 1s);
        QCOMPARE(market.taken(1)->kind, BookKind::None);
        market.depth(true, 0, 102, 2);
        QCOMPARE(market.taken(1)->kind, BookKind::Depth);
    }

    void anotherVenuesLevelsAreLeftOut()
    {
        Market market;
        market.books.open(1, u"X:BTCUSD"_s, 1s);
        market.venue = 2;
        market.depth(true, 0, 100, 2);
        market.venue = 3;
        market.depth(true, 0, 101, 2);
        const std::optional<BookUpdate> update = market.taken(1);
        QCOMPARE(update->best.bid, Price::whole(100));
        QCOMPARE(update->best.bidExchange, 2);
    }

    void aNewSourceBeginsAnew()
    {
        Market market;
        market.books.open(1, u"KO"_s, 1s);
        market.quote(70);
        QVERIFY(market.taken(1));
        market.context.setSource(replaySpec(), {});
        market.books.reset();
        QCOMPARE(market.books.symbols(), QStringList { u"KO"_s });
        std::optional<BookUpdate> update = market.taken(1);
        QVERIFY(update->reset);
        QCOMPARE(update->kind, BookKind::None);
        market.quote(71);
        update = market.taken(1);
        QCOMPARE(update->best.bid, Price::whole(71));
        QVERIFY(!update->reset);
    }
};

QTEST_GUILESS_MAIN(TestBookDesk)
#include "tst_bookdesk.moc"
