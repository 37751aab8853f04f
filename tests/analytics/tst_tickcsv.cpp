#include "tickcsv.h"
#include "tradeeligibility.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray header
    = "ticker,conditions,correction,exchange,id,participant_timestamp,price,sequence_number,"
      "sip_timestamp,size,tape,trf_id,trf_timestamp\n";

} // namespace

class TestTickCsv : public QObject
{
    Q_OBJECT

private slots:
    void everyColumnIsRead()
    {
        SymbolTable symbols;
        const QByteArray row = "BRK.B,\"12,14,41\",8,4,5276,1381132800600000000,13.945,77,"
                               "1381132800614000000,0.25,3,202,0\n";
        Result<TradeCsvReader> reader = TradeCsvReader::open(write(header + row), symbols);
        QVERIFY(reader);
        Trade trade;
        QVERIFY(reader->next(trade));
        QCOMPARE(symbols.symbol(trade.instrument), u"BRK.B"_s);
        QCOMPARE(toNs(trade.time), Q_INT64_C(1381132800614000000));
        QCOMPARE(toNs(trade.participantTime), Q_INT64_C(1381132800600000000));
        QCOMPARE(trade.price.toString(), u"13.945"_s);
        QCOMPARE(trade.size.toString(), u"0.25"_s);
        QCOMPARE(trade.sequence, 77U);
        QCOMPARE(trade.exchange, 4);
        QCOMPARE(trade.trfId, 202);
        QCOMPARE(trade.tape, 3);
        QCOMPARE(trade.correction, 8);
        QCOMPARE(trade.conditions, (TradeConditions { 12, 14, 41 }));
        QCOMPARE(trade.id.view(), std::string_view("5276"));
        QVERIFY(trade.isOffExchange());
        QVERIFY(!reader->next(trade));
        QVERIFY(reader->status());
    }

    void quotesAreRead()
    {
        SymbolTable symbols;
        Result<QuoteCsvReader> reader = QuoteCsvReader::open(
            write("ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,"
                  "conditions,indicators,participant_timestamp,sequence_number,sip_timestamp,tape,"
                  "trf_timestamp\n"
                  "IBM,11,182.62,100,12,180.01,200,\"1,81\",,1381219200640000000,7,"
                  "1381219200640000000,3,0\n"
                  "IBM,,,,12,180.01,200,,,,8,1381219200641000000,3,0\n"
                  "IBM,,1x,,12,180.01,200,,,,9,1381219200641000000,3,0\n"),
            symbols);
        QVERIFY(reader);
        Quote quote;
        QVERIFY(reader->next(quote));
        QCOMPARE(quote.bid.toString(), u"180.01"_s);
        QCOMPARE(quote.ask.toString(), u"182.62"_s);
        QCOMPARE(quote.bidSize, Qty::whole(200));
        QCOMPARE(quote.askSize, Qty::whole(100));
        QCOMPARE(quote.bidExchange, 12);
        QCOMPARE(quote.askExchange, 11);
        QCOMPARE(quote.condition, 1);
        QCOMPARE(quote.sequence, 7U);
        QCOMPARE(quote.tape, 3);
        QCOMPARE(toNs(quote.time), Q_INT64_C(1381219200640000000));
        QVERIFY(reader->next(quote));
        QVERIFY(!quote.hasAsk());
        QVERIFY(!reader->next(quote));
        QVERIFY(reader->status().error().detail.contains(
            uR"(line 4: "ask_price" (column 3) holds "1x")"_s));
    }

    void futuresColumns()
    {
        SymbolTable symbols;
        Result<TradeCsvReader> reader = TradeCsvReader::open(
            write("ticker,timestamp,price,size,sequence_number,session_end_date\n"
                  "GCZ3,1381132800614,1325.1,0,1,2013-10-07\n"),
            symbols);
        QVERIFY(reader);
        Trade trade;
        QVERIFY(reader->next(trade));
        QCOMPARE(toNs(trade.time),
                 Q_INT64_C(1381132800614000000)); // milliseconds by their magnitude
        QVERIFY(trade.size.isZero());
        QVERIFY(trade.conditions.isEmpty());
        QCOMPARE(trade.exchange, 0);
    }

    void brokenRowsNameTheirLine_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("price") << QByteArray("A,,0,11,1,0,abc,1,1381132800614000000,500,1,0,0");
        QTest::newRow("no price") << QByteArray("A,,0,11,1,0,,1,1381132800614000000,500,1,0,0");
        QTest::newRow("size") << QByteArray("A,,0,11,1,0,13.9,1,1381132800614000000,5OO,1,0,0");
        QTest::newRow("time") << QByteArray("A,,0,11,1,0,13.9,1,noon,500,1,0,0");
        QTest::newRow("no time") << QByteArray("A,,0,11,1,0,13.9,1,,500,1,0,0");
        QTest::newRow("condition")
            << QByteArray("A,\"12,x\",0,11,1,0,13.9,1,1381132800614000000,500,1,0,0");
        QTest::newRow("too many conditions") << QByteArray(
            "A,\"1,1,1,1,1,1,1,1,1,1,1,1,1\",0,11,1,0,13.9,1,1381132800614000000,500,1,0,0");
        QTest::newRow("exchange beyond its range")
            << QByteArray("A,,0,70000,1,0,13.9,1,1381132800614000000,500,1,0,0");
        QTest::newRow("a field too few")
            << QByteArray("A,,0,11,1,0,13.9,1,1381132800614000000,500,1,0");
    }

    void brokenRowsNameTheirLine()
    {
        QFETCH(const QByteArray, row);
        SymbolTable symbols;
        const QByteArray good = "A,,0,11,1,0,13.9,1,1381132800614000000,500,1,0,0\n";
        Result<TradeCsvReader> reader
            = TradeCsvReader::open(write(header + good + row + '\n' + good), symbols);
        QVERIFY(reader);
        Trade trade;
        QVERIFY(reader->next(trade));
        QVERIFY(!reader->next(trade));
        QVERIFY(!reader->status());
        QCOMPARE(reader->status().error().code, Error::Code::Malformed);
        QVERIFY(reader->status().error().detail.startsWith(u"line 3: "_s));
        QVERIFY(!reader->next(trade));
    }

    void missingColumns()
    {
        SymbolTable symbols;
        const Result<TradeCsvReader> reader
            = TradeCsvReader::open(write("ticker,price,size\n"), symbols);
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, Error::Code::Malformed);
    }

    void eligibility_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<bool>("inVolume");
        QTest::addColumn<bool>("isClean");
        QTest::newRow("regular") << 0 << true << true;
        QTest::newRow("sweep") << 14 << true << true;
        QTest::newRow("odd lot") << 37 << true << true;
        QTest::newRow("Form T") << 12 << true << true;
        QTest::newRow("average price") << 2 << true << false;
        QTest::newRow("out of sequence") << 33 << true << false;
        QTest::newRow("qualified contingent") << 53 << true << false;
        QTest::newRow("official close") << 15 << false << false;
        QTest::newRow("corrected close") << 38 << false << false;
    }

    void eligibility()
    {
        QFETCH(const int, condition);
        QFETCH(const bool, inVolume);
        QFETCH(const bool, isClean);
        Trade trade;
        trade.conditions.add(static_cast<quint16>(condition));
        QVERIFY(isEligible(trade, Eligibility::All));
        QCOMPARE(isEligible(trade, Eligibility::Volume), inVolume);
        QCOMPARE(isEligible(trade, Eligibility::Clean), isClean);
        trade.correction = 8;
        QVERIFY(isEligible(trade, Eligibility::All));
        QVERIFY(!isEligible(trade, Eligibility::Volume));
    }

    void eligibilityNames()
    {
        QCOMPARE(parseEligibility(u"volume").value_or(Eligibility::All), Eligibility::Volume);
        QCOMPARE(parseEligibility(u"clean").value_or(Eligibility::All), Eligibility::Clean);
        QVERIFY(!parseEligibility(u"Clean"));
    }

private:
    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"trades.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the temporary folder cannot be written");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTickCsv)
#include "tst_tickcsv.moc"
