#include "streamdecoder.h"

#include "linereader.h"
#include "shared.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Price price(const char *text)
{
    return Price::parse(QString::fromLatin1(text)).value_or(Price());
}

Qty qty(const char *text)
{
    return Qty::parse(QString::fromLatin1(text)).value_or(Qty());
}

/// One frame through a decoder of its own.
struct Decoded
{
    explicit Decoded(const QByteArray &frame, AssetClass market = AssetClass::Stocks)
        : decoder(symbols, market)
        , result(decoder.decode(frame, batch))
    {
    }
    template<typename Event> const Event &only() const
    {
        static const Event none {};
        if (batch.events.size() != 1 || !std::holds_alternative<Event>(batch.events.front())) {
            QTest::qFail("not exactly one event of this type", __FILE__, __LINE__);
            return none;
        }
        return std::get<Event>(batch.events.front());
    }
    QString symbol(InstrumentId id) const { return symbols.symbol(id); }

    SymbolTable symbols;
    StreamDecoder decoder;
    EventBatch batch;
    Result<void> result;
};

} // namespace

class TestStreamDecoder : public QObject
{
    Q_OBJECT

private slots:
    void stockTrade()
    {
        const Decoded frame(
            R"([{"ev":"T","sym":"NVDA","x":4,"i":"52983","z":3,"p":181.42,"s":100,"ds":"100.5",)"
            R"("c":[14,41],"t":1786629600123,"pt":1786629600122,"q":410221,"trfi":202,"trft":1}])");
        QVERIFY(frame.result);
        const Trade &trade = frame.only<Trade>();
        QCOMPARE(frame.symbol(trade.instrument), u"NVDA"_s);
        QCOMPARE(trade.price, price("181.42"));
        QCOMPARE(trade.size, qty("100.5"));
        QCOMPARE(toNs(trade.time), Q_INT64_C(1786629600123000000));
        QCOMPARE(toNs(trade.participantTime), Q_INT64_C(1786629600122000000));
        QCOMPARE(trade.sequence, quint64(410221));
        QCOMPARE(trade.exchange, quint16(4));
        QCOMPARE(trade.trfId, quint16(202));
        QVERIFY(trade.isOffExchange());
        QCOMPARE(trade.tape, quint8(3));
        QVERIFY(trade.conditions == (TradeConditions { 14, 41 }));
        QVERIFY(trade.id.view() == "52983");
    }

    void stockQuote()
    {
        const Decoded frame(
            R"([{"ev":"Q","sym":"NVDA","bx":12,"bp":181.41,"bs":300,"ax":19,"ap":181.43,"as":200,)"
            R"("c":1,"i":[604],"t":1786629600130,"pt":1786629600129,"q":410260,"z":3}])");
        const Quote &quote = frame.only<Quote>();
        QCOMPARE(quote.bid, price("181.41"));
        QCOMPARE(quote.ask, price("181.43"));
        QCOMPARE(quote.bidSize, Qty::whole(300));
        QCOMPARE(quote.askSize, Qty::whole(200));
        QCOMPARE(quote.bidExchange, quint16(12));
        QCOMPARE(quote.askExchange, quint16(19));
        QCOMPARE(quote.condition, quint16(1));
        QCOMPARE(quote.sequence, quint64(410260));
        QVERIFY(quote.isTwoSided());
    }

    void stockMinute()
    {
        const Decoded frame(
            R"([{"ev":"AM","sym":"NVDA","v":84211,"dv":"84211.5","av":9120334,"dav":"9120334.25",)"
            R"("op":180.1,"vw":181.39,"o":181.2,"c":181.44,"h":181.5,"l":181.18,"a":180.97,"z":96,)"
            R"("s":1786629540000,"e":1786629600000}])");
        const Aggregate &bar = frame.only<Aggregate>();
        QVERIFY(bar.timeframe == Timeframe(1, TimeUnit::Minute));
        QCOMPARE(bar.candle.open, price("181.2"));
        QCOMPARE(bar.candle.high, price("181.5"));
        QCOMPARE(bar.candle.low, price("181.18"));
        QCOMPARE(bar.candle.close, price("181.44"));
        QCOMPARE(bar.candle.volume, qty("84211.5"));
        QCOMPARE(bar.dayVolume, qty("9120334.25"));
        QCOMPARE(bar.candle.vwap, 181.39);
        QCOMPARE(bar.dayVwap, 180.97);
        QCOMPARE(bar.officialOpen, price("180.1"));
        QCOMPARE(bar.end - bar.candle.start, Duration(60s));
    }

    void bandsAndHalts()
    {
        const Decoded frame(
            R"([{"ev":"LULD","T":"AAPL","h":218.94,"l":198.1,"i":[17],"z":3,"t":1601576705637000000,"q":7}])");
        const LuldBands &bands = frame.only<LuldBands>();
        QCOMPARE(frame.symbol(bands.instrument), u"AAPL"_s);
        QCOMPARE(bands.upper, price("218.94"));
        QCOMPARE(bands.lower, price("198.1"));
        QVERIFY(bands.halted);
        QVERIFY(!bands.resumed);
        QCOMPARE(toMs(bands.time), Q_INT64_C(1601576705637));
    }

    void imbalance()
    {
        const Decoded frame(
            R"([{"ev":"NOI","T":"NTEST.Q","t":1601318039223013600,"at":930,"a":"M","i":44,"x":10,)"
            R"("o":-480,"p":440,"b":25.03}])");
        const Imbalance &noi = frame.only<Imbalance>();
        QCOMPARE(noi.imbalance, Qty::whole(-480));
        QCOMPARE(noi.paired, Qty::whole(440));
        QCOMPARE(noi.clearingPrice, price("25.03"));
        QCOMPARE(noi.auctionTime, quint16(930));
        QCOMPARE(noi.auctionType, 'M');
        QCOMPARE(noi.exchange, quint16(10));
    }

    void options()
    {
        const Decoded frame(
            R"([{"ev":"T","sym":"O:SPY261218C00650000","x":302,"p":12.35,"s":4,"c":[227],"t":1786629600200,"q":883122},)"
            R"({"ev":"Q","sym":"O:SPY261218C00650000","bx":302,"ax":316,"bp":12.3,"ap":12.4,"bs":55,"as":41,"t":1786629600210,"q":883140}])");
        QCOMPARE(frame.batch.events.size(), std::size_t(2));
        QCOMPARE(std::get<Trade>(frame.batch.events[0]).size, Qty::whole(4));
        QCOMPARE(std::get<Quote>(frame.batch.events[1]).askExchange, quint16(316));
        QCOMPARE(std::get<Quote>(frame.batch.events[1]).instrument,
                 std::get<Trade>(frame.batch.events[0]).instrument);
    }

    void indices()
    {
        const Decoded frame(
            R"([{"ev":"V","val":6712.4,"T":"I:SPX","t":1786629600000},)"
            R"({"ev":"A","sym":"I:SPX","op":6700,"o":6712,"h":6713,"l":6711,"c":6712.5,"s":1786629600000,"e":1786629601000}])");
        QCOMPARE(frame.batch.events.size(), std::size_t(2));
        QCOMPARE(std::get<IndexValue>(frame.batch.events[0]).value, price("6712.4"));
        QCOMPARE(std::get<Aggregate>(frame.batch.events[1]).candle.volume, Qty());
        QVERIFY(std::get<Aggregate>(frame.batch.events[1]).timeframe
                == Timeframe(1, TimeUnit::Second));
    }

    void forex()
    {
        const Decoded frame(
            R"([{"ev":"C","p":"EUR/USD","x":"44","b":1.0831,"a":1.0832,"t":1786629600000},)"
            R"({"ev":"CAS","pair":"EUR/USD","o":1.08,"h":1.09,"l":1.07,"c":1.085,"v":41,"s":1786629600000}])",
            AssetClass::Forex);
        QCOMPARE(frame.batch.events.size(), std::size_t(2));
        const Quote &quote = std::get<Quote>(frame.batch.events[0]);
        QCOMPARE(frame.symbol(quote.instrument), u"C:EURUSD"_s);
        QCOMPARE(quote.bidSize, Qty::whole(1));
        QVERIFY(quote.isTwoSided());
        QCOMPARE(quote.bidExchange, quint16(44));
        const Aggregate &bar = std::get<Aggregate>(frame.batch.events[1]);
        QCOMPARE(bar.instrument, quote.instrument);
        QCOMPARE(bar.candle.volume, Qty::whole(41));
        QVERIFY2(bar.end - bar.candle.start == 1s, "the published sample leaves e out");
    }

    void crypto()
    {
        const Decoded frame(
            R"([{"ev":"XT","pair":"BTC-USD","p":98211.5,"t":1786629600007,"s":0.0125,"c":[2],"i":771204118,"x":1,"r":1},)"
            R"({"ev":"XQ","pair":"BTC-USD","bp":98211,"bs":0.5,"ap":98212,"as":1.25,"x":23,"t":1786629600007,"r":1},)"
            R"({"ev":"XA","pair":"BTC-USD","o":1,"h":2,"l":1,"c":2,"v":1.5,"vw":1.5,"z":0,"s":1786629600000,"e":1786629660000}])",
            AssetClass::Crypto);
        QCOMPARE(frame.batch.events.size(), std::size_t(3));
        const Trade &trade = std::get<Trade>(frame.batch.events[0]);
        QCOMPARE(frame.symbol(trade.instrument), u"X:BTCUSD"_s);
        QCOMPARE(trade.size, qty("0.0125"));
        QVERIFY2(trade.id.view() == "771204118", "an integer in the schema, a string live");
        const Quote &quote = std::get<Quote>(frame.batch.events[1]);
        QCOMPARE(quote.bidExchange, quint16(23));
        QCOMPARE(quote.askExchange, quint16(23));
        QCOMPARE(std::get<Aggregate>(frame.batch.events[2]).candle.volume, qty("1.5"));
    }

    void cryptoBook()
    {
        const Decoded frame(
            R"([{"ev":"XL2","pair":"BTC-USD","b":[[98211.5,0.25],["98211",1e-8],[98210.25,0]],)"
            R"("a":[[98212,1.5]],"t":1786629600007,"x":1,"r":1786629600020},)"
            R"({"ev":"XT","pair":"BTC-USD","p":98211.5,"t":1786629600007,"s":0.0125},)"
            R"({"ev":"XL2","a":[],"b":[],"pair":"ETH-USD","t":1786629600008}])",
            AssetClass::Crypto);
        QVERIFY(frame.result);
        QCOMPARE(frame.batch.events.size(), std::size_t(1));
        QCOMPARE(frame.batch.depths.size(), std::size_t(2));
        const DepthUpdate &book = frame.batch.depths[0];
        QVERIFY(book.isSnapshot);
        QCOMPARE(frame.symbol(book.instrument), u"X:BTCUSD"_s);
        QCOMPARE(toMs(book.time), Q_INT64_C(1786629600007));
        QCOMPARE(book.exchange, quint16(1));
        QCOMPARE(book.firstId, quint64(0));
        QCOMPARE(book.lastId, quint64(0));
        QCOMPARE(book.bids,
                 (std::vector<BookLevel> { { price("98211.5"), qty("0.25") },
                                           { price("98211"), qty("0.00000001") },
                                           { price("98210.25"), Qty() } }));
        QCOMPARE(book.asks, (std::vector<BookLevel> { { price("98212"), qty("1.5") } }));
        const DepthUpdate &empty = frame.batch.depths[1];
        QCOMPARE(frame.symbol(empty.instrument), u"X:ETHUSD"_s);
        QVERIFY(empty.bids.empty() && empty.asks.empty() && empty.exchange == 0);
    }

    void aBookMayLackASide()
    {
        for (const char *side :
             { R"("b":[[1,2]])", R"("a":null,"b":[[1,2]])", R"("b":[[1,2]],"b":[[3,4]])" }) {
            const Decoded frame(R"([{"ev":"XL2","pair":"BTC-USD","t":1786629600007,)"
                                + QByteArray(side) + "}]");
            QCOMPARE(frame.batch.depths.size(), std::size_t(1));
            QCOMPARE(frame.batch.depths[0].bids,
                     (std::vector<BookLevel> { { Price::whole(1), Qty::whole(2) } }));
            QVERIFY(frame.batch.depths[0].asks.empty());
        }
    }

    void futuresDollarVolumeIsNoVolume()
    {
        const QByteArray text
            = R"([{"ev":"AM","sym":"ESZ6","v":1204,"dv":"404512300.0","o":"6718.25","c":"6719.5",)"
              R"("h":"6720","l":"6717.75","n":611,"s":1786629540000,"e":1786629600000}])";
        const Decoded told(text, AssetClass::Futures);
        QCOMPARE(told.only<Aggregate>().candle.volume, Qty::whole(1204));
        QCOMPARE(told.only<Aggregate>().candle.open, price("6718.25"));
        QCOMPARE(told.only<Aggregate>().candle.tradeCount, qint64(611));
        const Decoded untold(text);
        QCOMPARE(untold.only<Aggregate>().candle.volume, Qty::whole(1204));
    }

    void statusObjects()
    {
        const Decoded frame(
            R"([{"ev":"status","status":"error","message":"not authorized"},)"
            R"({"message":"subscribed to: T.BRK.B","status":"success","ev":"status"},)"
            R"({"ev":"T","sym":"BRK.B","p":1,"s":1,"t":1786629600000}])");
        QCOMPARE(frame.batch.statuses.size(), std::size_t(2));
        QCOMPARE(frame.batch.statuses[0].message, u"not authorized"_s);
        QCOMPARE(frame.batch.statuses[1].status, u"success"_s);
        QCOMPARE(frame.batch.events.size(), std::size_t(1));
    }

    void acceptsIrregularTrades_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("size");
        QTest::addColumn<int>("conditions");

        const auto row = [](const char *name, const char *fields, const char *size,
                            int conditions) {
            QTest::newRow(name) << QByteArray(fields) << QString::fromLatin1(size) << conditions;
        };
        row("plain", R"("p":101.25,"s":7,"c":[1,2],"t":1786629600123)", "7", 2);
        row("numbers as text", R"("p":"101.25","s":"7","c":["1","2"],"t":"1786629600123")", "7", 2);
        row("floats", R"("p":101.250,"s":7.0,"c":[1.0],"t":1786629600123.0)", "7", 1);
        row("exponents", R"("p":1.0125e+02,"s":7e0,"t":1.786629600123e+12)", "7", 0);
        row("one bare condition", R"("p":101.25,"s":7,"c":12,"t":1786629600123)", "7", 1);
        row("nulls",
            R"("p":101.25,"s":7,"c":null,"i":null,"x":null,"z":null,"q":null,"pt":null,"t":1786629600123)",
            "7", 0);
        row("microseconds", R"("p":101.25,"s":7,"t":1786629600123000)", "7", 0);
        row("nanoseconds", R"("p":101.25,"s":7,"t":1786629600123000000)", "7", 0);
        row("size 0 with exact text", R"("p":101.25,"s":0,"ds":"0.37","t":1786629600123)", "0.37",
            0);
        row("exact text without size", R"("p":101.25,"ds":"0.37","t":1786629600123)", "0.37", 0);
        row("empty exact text", R"("p":101.25,"s":7,"ds":"","t":1786629600123)", "7", 0);
        row("size 0", R"("p":101.25,"s":0,"t":1786629600123)", "0", 0);
        row("unknown fields",
            R"("p":101.25,"zz":{"p":[1,{"s":2}]},"s":7,"new":"x","t":1786629600123)", "7", 0);
        row("twice: the first counts", R"("p":101.25,"p":5,"s":7,"s":8,"t":1786629600123)", "7", 0);
        row("white space", "\n \"p\" :\t101.25 ,\r\n\"s\":7 , \"t\" : 1786629600123 ", "7", 0);
        row("escapes in a name", R"("\u0070":101.25,"s":7,"t":1786629600123)", "7", 0);
        row("wrong kinds where optional",
            R"("p":101.25,"s":7,"t":1786629600123,"q":"x","z":-1,"x":70000,"pt":{},"i":[])", "7",
            0);
    }

    void acceptsIrregularTrades()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const QString, size);
        QFETCH(const int, conditions);

        for (const QByteArray &text :
             { QByteArray(R"([{"ev":"T","sym":"A\u0042C",)" + fields + "}]"),
               QByteArray("[{" + fields + R"(,"sym":"ABC","ev":"T"}])") }) {
            const Decoded frame(text);
            QVERIFY2(frame.result, text.constData());
            QCOMPARE(frame.batch.invalid, 0);
            const Trade &trade = frame.only<Trade>();
            QCOMPARE(frame.symbol(trade.instrument), u"ABC"_s);
            QCOMPARE(trade.price, price("101.25"));
            QCOMPARE(trade.size, Qty::parse(size).value_or(Qty::whole(-1)));
            QCOMPARE(toMs(trade.time), Q_INT64_C(1786629600123));
            QCOMPARE(qsizetype(trade.conditions.ids().size()), qsizetype(conditions));
        }
    }

    void skipsAndCounts_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<int>("unknown");
        QTest::addColumn<int>("invalid");

        const auto unknown = [](const char *name, const char *object) {
            QTest::newRow(name) << QByteArray(object) << 1 << 0;
        };
        const auto invalid = [](const char *name, const QByteArray &object) {
            QTest::newRow(name) << object << 0 << 1;
        };
        unknown("fair market value", R"({"ev":"FMV","sym":"A","fmv":1,"t":1})");
        unknown("no ev", R"({"sym":"A","p":1})");
        unknown("ev is a number", R"({"ev":7})");
        unknown("long ev", R"({"ev":"TTTTTTTTTT"})");
        unknown("empty object", "{}");
        invalid("no symbol", R"({"ev":"T","p":1,"s":1,"t":1786629600123})");
        invalid("empty symbol", R"({"ev":"T","sym":"","p":1,"s":1,"t":1786629600123})");
        invalid(
            "endless symbol",
            R"({"ev":"T","sym":"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGH","p":1,"s":1,"t":1786629600123})");
        invalid("symbol with a blank", R"({"ev":"T","sym":"A B","p":1,"s":1,"t":1786629600123})");
        invalid("no price", R"({"ev":"T","sym":"A","s":1,"t":1786629600123})");
        invalid("price is no number", R"({"ev":"T","sym":"A","p":"x","s":1,"t":1786629600123})");
        invalid("price is true", R"({"ev":"T","sym":"A","p":true,"s":1,"t":1786629600123})");
        invalid("price out of range", R"({"ev":"T","sym":"A","p":1e300,"s":1,"t":1786629600123})");
        invalid("no size", R"({"ev":"T","sym":"A","p":1,"t":1786629600123})");
        invalid("negative size", R"({"ev":"T","sym":"A","p":1,"s":-1,"t":1786629600123})");
        invalid("no time", R"({"ev":"T","sym":"A","p":1,"s":1})");
        invalid("time 0", R"({"ev":"T","sym":"A","p":1,"s":1,"t":0})");
        invalid("quote without prices", R"({"ev":"Q","sym":"A","t":1786629600123})");
        invalid("bar without close", R"({"ev":"A","sym":"A","o":1,"h":1,"l":1,"s":1786629600000})");
        invalid("pair is a list", R"({"ev":"XT","pair":[],"p":1,"s":1,"t":1786629600123})");
        const auto book = [&invalid](const char *name, const QByteArray &members) {
            invalid(name, R"({"ev":"XL2","pair":"BTC-USD","t":1786629600123)" + members + "}");
        };
        book("book without sides", "");
        book("book of nulls", R"(,"b":null,"a":null)");
        book("side is a number", R"(,"b":7,"a":[])");
        book("side is an object", R"(,"b":{},"a":[])");
        book("level is a number", R"(,"b":[1],"a":[])");
        book("level is an object", R"(,"b":[],"a":[{"p":1,"s":2}])");
        book("level without size", R"(,"b":[[1,2],[1]],"a":[])");
        book("level of three", R"(,"b":[[1,2,3]],"a":[])");
        book("level at 0", R"(,"b":[[0,2]],"a":[])");
        book("level below 0", R"(,"b":[[-1,2]],"a":[])");
        book("size below 0", R"(,"b":[[1,-2]],"a":[])");
        book("size is no number", R"(,"b":[[1,"x"]],"a":[])");
        book("price out of range", R"(,"b":[],"a":[[1e300,1]])");
        invalid("book without pair", R"({"ev":"XL2","b":[],"a":[],"t":1786629600123})");
        invalid("book without time", R"({"ev":"XL2","pair":"BTC-USD","b":[],"a":[]})");
    }

    void skipsAndCounts()
    {
        QFETCH(const QByteArray, object);
        QFETCH(const int, unknown);
        QFETCH(const int, invalid);
        const QByteArray good = R"({"ev":"T","sym":"A","p":1,"s":1,"t":1786629600123})";
        const Decoded frame("[" + good + "," + object + "," + good + "]");
        QVERIFY(frame.result);
        QCOMPARE(frame.batch.events.size(), std::size_t(2));
        QVERIFY(frame.batch.depths.empty());
        QCOMPARE(frame.batch.unknown, unknown);
        QCOMPARE(frame.batch.invalid, invalid);
    }

    void oneSidedQuotes()
    {
        const Decoded frame(
            R"([{"ev":"Q","sym":"A","bp":0,"bs":0,"ap":10.5,"as":100,"t":1786629600123}])");
        QVERIFY(!frame.only<Quote>().hasBid());
        QVERIFY(frame.only<Quote>().hasAsk());
    }

    void refusesBrokenFramesWhole_data()
    {
        QTest::addColumn<QByteArray>("frame");
        const auto row
            = [](const char *name, const char *frame) { QTest::newRow(name) << QByteArray(frame); };
        row("empty", "");
        row("not JSON", "<html>502</html>");
        row("a lone object", R"({"ev":"T","sym":"A","p":1,"s":1,"t":1786629600123})");
        row("numbers", "[1,2]");
        row("cut", R"([{"ev":"T","sym":"NEW","p":1,"s":1,"t":1786629600123},{"ev":"T","sym":"A",)");
        row("second object broken",
            R"([{"ev":"T","sym":"NEW","p":1,"s":1,"t":1786629600123},{"ev":"T" "sym":1}])");
        row("broken in an ignored field",
            R"([{"ev":"T","sym":"NEW","p":1,"s":1,"t":1786629600123,"zz":tru}])");
        row("behind a book",
            R"([{"ev":"XL2","pair":"NEW-USD","b":[],"a":[],"t":1786629600123},{"ev":}])");
        row("array in array", R"([[{"ev":"T","sym":"NEW","p":1,"s":1,"t":1786629600123}]])");
    }

    void refusesBrokenFramesWhole()
    {
        QFETCH(const QByteArray, frame);
        const QByteArray good = R"([{"ev":"T","sym":"A","p":1,"s":1,"t":1786629600123}])";
        Decoded decoded(good);
        const Result<void> broken = decoded.decoder.decode(frame, decoded.batch);
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, Error::Code::Malformed);
        QVERIFY(!broken.error().detail.isEmpty());
        QCOMPARE(decoded.batch.events.size(), std::size_t(1));
        QVERIFY(decoded.batch.depths.empty());
        QCOMPARE(decoded.symbols.size(), std::size_t(1));
        QVERIFY(decoded.decoder.decode(good, decoded.batch));
        QCOMPARE(decoded.batch.events.size(), std::size_t(2));
    }

    void emptyFrameHoldsNothing()
    {
        const Decoded frame("[]");
        QVERIFY(frame.result);
        QVERIFY(frame.batch.events.empty());
    }

    void pricesAreExact()
    {
        // Decimal text to units and back, for prices of up to 15 digits that doubles blur
        SplitMix64 draws(7);
        for (int i = 0; i < 20'000; ++i) {
            const Price expected
                = Price::fromUnits(static_cast<qint64>(draws.below(900'000'000)) * 10'000'000'001);
            const Decoded frame(QByteArray(R"([{"ev":"T","sym":"A","s":1,"t":1786629600123,"p":)")
                                + expected.toString().toLatin1() + "}]");
            QCOMPARE(frame.only<Trade>().price, expected);
            QCOMPARE(frame.batch.rounded, 0);
        }
    }

    void roundingIsCounted()
    {
        const Decoded frame(
            R"([{"ev":"T","sym":"A","p":0.12345678905,"s":0.123456785,"t":1786629600123}])");
        QCOMPARE(frame.only<Trade>().price, price("0.123456789")); // half to even
        QCOMPARE(frame.only<Trade>().size, qty("0.12345678"));
        QCOMPARE(frame.batch.rounded, 2);
    }

    void recordedFrames_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("trades");
        QTest::addColumn<qint64>("shares");
        // Frames and events as data/INDEX.md says; trades and their shares counted with Python
        QTest::newRow("BAC") << u"data/ws/BAC_2013-10-07_0929-0935_TQ.jsonl.gz"_s << 2960 << 5994
                             << 3062 << Q_INT64_C(3687689);
        QTest::newRow("IBM") << u"data/ws/IBM_2013-10-08_0925-1000_TQ.jsonl.gz"_s << 5704 << 8437
                             << 3956 << Q_INT64_C(792882);
    }

    void recordedFrames()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const int, frames);
        QFETCH(const int, events);
        QFETCH(const int, trades);
        QFETCH(const qint64, shares);

        Result<LineReader> reader = LineReader::open(tapeline::test::sharedFile(file));
        QVERIFY(reader);
        SymbolTable symbols;
        StreamDecoder decoder(symbols);
        EventBatch batch;
        int count = 0;
        for (std::string_view line; reader->next(line); ++count)
            QVERIFY(decoder.decode(line, batch));
        QCOMPARE(count, frames);
        QCOMPARE(qsizetype(batch.events.size()), qsizetype(events));
        QCOMPARE(batch.unknown + batch.invalid + batch.rounded, 0);
        QCOMPARE(symbols.size(), std::size_t(1));

        int prints = 0;
        Qty volume;
        for (const MarketEvent &event : batch.events) {
            if (const auto *trade = std::get_if<Trade>(&event)) {
                ++prints;
                volume += trade->size;
            }
        }
        QCOMPARE(prints, trades);
        QCOMPARE(volume, Qty::whole(shares));
    }

    /// Broken frames are refused or read, never half applied, and never harm the next.
    void mutatedFrames()
    {
        const QByteArray seeds[] = {
            R"([{"ev":"T","sym":"NVDA","x":11,"i":"52983","z":3,"p":181.42,"s":100,"ds":"100.0","c":[14,41],"t":1786629600123}])",
            R"([{"ev":"Q","sym":"A","bx":12,"bp":181.41,"bs":300,"ax":19,"ap":181.43,"as":200,"i":[604],"t":1786629600130}])",
            R"([{"ev":"AM","sym":"ESZ6","v":12,"dv":"44.0","o":"67.25","c":"1","h":"2","l":"3","n":6,"s":1786629540000}])",
            R"([{"ev":"LULD","T":"A","h":1,"l":1,"i":[17],"t":1786629600123},{"ev":"XT","pair":"BTC-USD","p":1,"s":1,"t":1786629600123}])",
            R"([{"ev":"status","status":"success","message":"subscribed to: T.A\u00e9"}])",
            R"([{"ev":"XL2","pair":"BTC-USD","b":[[1.5,2],[1,3]],"a":[[2,1]],"t":1786629600123,"x":1}])",
        };
        SymbolTable symbols;
        StreamDecoder decoder(symbols);
        EventBatch batch;
        SplitMix64 draws(99);
        int refused = 0;
        for (int i = 0; i < 100'000; ++i) {
            QByteArray frame = seeds[i % 6];
            for (quint64 edits = 1 + draws.below(3); edits > 0 && !frame.isEmpty(); --edits) {
                const auto at
                    = static_cast<qsizetype>(draws.below(static_cast<quint64>(frame.size())));
                switch (draws.below(4)) {
                case 0:
                    frame[at] = static_cast<char>(draws.below(256));
                    break;
                case 1:
                    frame.insert(at, static_cast<char>(draws.below(128)));
                    break;
                case 2:
                    frame.remove(at, 1 + static_cast<qsizetype>(draws.below(5)));
                    break;
                default:
                    frame.truncate(at);
                }
            }
            frame.squeeze(); // no spare byte behind the end: reading past it is an error under ASan
            batch.clear();
            if (!decoder.decode(frame, batch)) {
                ++refused;
                QVERIFY(batch.events.empty() && batch.statuses.empty() && batch.depths.empty());
            }
            for (const DepthUpdate &book : batch.depths)
                QVERIFY(book.instrument.isValid() && book.time > Timestamp());
            for (const MarketEvent &event : batch.events)
                QVERIFY(std::visit([](const auto &e) { return e.instrument.isValid(); }, event));
        }
        QVERIFY(refused > 10'000 && refused < 100'000);
    }
};

QTEST_GUILESS_MAIN(TestStreamDecoder)
#include "tst_streamdecoder.moc"
