#include "brokersymbol.h"
#include "easterntime.h"
#include "fillfile.h"
#include "filltext.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);
const QByteArray header = "at,symbol,side,qty,price,fee\n";

Timestamp eastern(int month, int day, Duration time)
{
    return easterntime::at(QDate(2026, month, day), time);
}

Qty qty(const char *text)
{
    return *Qty::parse(QString::fromLatin1(text));
}

Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}

Money money(const char *text)
{
    return *Money::parse(QString::fromLatin1(text));
}

FillFile readAs(const QByteArray &bytes, const QString &zone = {}, DateOrder dates = {})
{
    const Result<OpenedFillFile> opened = fillfile::open(bytes);
    if (!opened) {
        qWarning("%s", qUtf8Printable(opened.error().detail));
        return {};
    }
    FillMapping mapping = opened->mapping;
    if (!zone.isEmpty())
        mapping.zone = zone;
    if (dates != DateOrder::ByFile)
        mapping.dates = dates;
    const Result<FillFile> file = fillfile::read(*opened, mapping, now);
    if (!file)
        qWarning("%s", qUtf8Printable(file.error().detail));
    return file ? *file : FillFile();
}

QByteArray sample(const char *name)
{
    QFile file(QStringLiteral(TAPELINE_TEST_DATA "/fills/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString presetOf(const QByteArray &bytes)
{
    const Result<OpenedFillFile> opened = fillfile::open(bytes);
    return opened && opened->preset ? opened->preset->key : QString();
}

/// The problems as "line fault", for comparison.
QStringList told(const FillFile &file)
{
    QStringList lines;
    for (const FillFileProblem &problem : file.problems)
        lines.append(FillText::problem(problem));
    return lines;
}

QByteArray lineOf(const ImportedFill &fill)
{
    return u"%1,%2,%3,%4,%5,%6,%7,%8,%9\n"_s.arg(toNs(fill.at))
        .arg(fill.symbol, fill.side == Side::Buy ? u"buy"_s : u"sell"_s, fill.qty.toString(),
             fill.price.toString(), fill.fee.toString())
        .arg(fill.multiplier)
        .arg(fill.execution, fill.order)
        .toUtf8();
}

std::vector<ImportedFill> randomFills(std::size_t count, unsigned seed)
{
    std::mt19937_64 random(seed);
    const QStringList symbols { u"AAPL"_s, u"BRK.B"_s,    u"O:SPY261218C00700000"_s,
                                u"ESZ6"_s, u"X:BTCUSD"_s, u"C:EURUSD"_s };
    std::vector<ImportedFill> fills;
    Timestamp at = eastern(1, 2, 10h);
    for (std::size_t number = 0; number < count; ++number) {
        at += Duration(qint64(random() % 3'600'000'000'000ULL) + 1);
        ImportedFill fill;
        fill.at = std::min(at, now);
        fill.symbol = symbols[qsizetype(random() % 6)];
        fill.side = random() % 2 == 0 ? Side::Buy : Side::Sell;
        fill.qty = Qty::fromUnits(qint64(random() % 100'000'000'000ULL) + 1);
        fill.price = Price::fromUnits(qint64(random() % 5'000'000'000'000ULL) + 1);
        fill.multiplier = fill.symbol.startsWith(u"O:"_s) ? 100 : fill.symbol == u"ESZ6"_s ? 50 : 1;
        fill.fee = Money::fromUnits(qint64(random() % 20'000'000ULL) - 1'000'000);
        fill.execution = u"e%1"_s.arg(number);
        fill.order = u"o%1"_s.arg(number / 2);
        fills.push_back(fill);
    }
    return fills;
}

} // namespace

/// Fills of other brokers' files.
class TestFillImport : public QObject
{
    Q_OBJECT

private slots:
    // --- the forms of brokers ------------------------------------------------------------------

    void eachFormIsRecognisedByItsHeader_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        QTest::newRow("Interactive Brokers, statement")
            << sample("ibkr_statement.csv") << u"ibkr"_s;
        QTest::newRow("Interactive Brokers, Flex") << sample("ibkr_flex.csv") << u"ibkr"_s;
        QTest::newRow("thinkorswim") << sample("thinkorswim.csv") << u"thinkorswim"_s;
        QTest::newRow("tastytrade") << sample("tastytrade.csv") << u"tastytrade"_s;
        QTest::newRow("Webull") << sample("webull.csv") << u"webull"_s;
        QTest::newRow("generic") << sample("generic.csv") << u"generic"_s;
        QTest::newRow("unknown") << QByteArray("a,b,c\n1,2,3\n") << QString();
    }

    void eachFormIsRecognisedByItsHeader()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, key);
        QCOMPARE(presetOf(bytes), key);
    }

    void aStatementOfInteractiveBrokers()
    {
        const FillFile file = readAs(sample("ibkr_statement.csv"));
        QCOMPARE(told(file), QStringList());
        QCOMPARE(file.fills.size(), 7U);
        const ImportedFill apple { eastern(1, 8, 10h + 12min + 14s),
                                   u"AAPL"_s,
                                   Side::Buy,
                                   qty("1000"),
                                   price("190.25"),
                                   1,
                                   money("5.03") };
        QVERIFY(file.fills[0] == apple);
        QCOMPARE(file.fills[1].side, Side::Sell);
        QCOMPARE(file.fills[1].fee, money("7.61"));
        QCOMPARE(file.fills[2].symbol, u"BRK.B"_s);
        const ImportedFill call { eastern(1, 13, 11h), u"O:SPY260116C00580000"_s,
                                  Side::Sell,          qty("2"),
                                  price("3.15"),       100,
                                  money("1.3") };
        QVERIFY(file.fills[3] == call);
        QCOMPARE(file.fills[4].symbol, u"MESH6"_s);
        QCOMPARE(file.fills[4].multiplier, 5);
        QCOMPARE(file.fills[5].symbol, u"C:EURUSD"_s);
        QCOMPARE(file.fills[5].qty, qty("20000"));
        QCOMPARE(file.fills[5].fee, money("2")); // of another name in this header
        QCOMPARE(file.fills[6].price, Price()); // it expired
        QVERIFY(file.isReady(false));
    }

    void executionsAreTakenWhereTheyAreListed()
    {
        QByteArray bytes = sample("ibkr_statement.csv");
        bytes += "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,"
                 "Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code\n"
                 "Trades,Data,Trade,Stocks,USD,KO,\"2026-01-21, "
                 "10:00:00\",5,70,70,-350,-1,351,0,0,O\n";
        const FillFile file = readAs(bytes);
        QCOMPARE(file.fills.size(), 1U); // orders sum what executions say
        QCOMPARE(file.fills[0].symbol, u"KO"_s);
    }

    void aFlexQueryOfInteractiveBrokers()
    {
        const FillFile file = readAs(sample("ibkr_flex.csv"));
        QCOMPARE(told(file), QStringList());
        QCOMPARE(file.fills.size(), 4U);
        const ImportedFill sold { eastern(5, 4, 11h + 15min),
                                  u"AAPL"_s,
                                  Side::Sell,
                                  qty("10"),
                                  price("152.5"),
                                  1,
                                  money("1.03"),
                                  u"0000e0d5.2.01"_s,
                                  u"502"_s };
        QVERIFY(file.fills[1] == sold);
        QCOMPARE(file.fills[2].symbol, u"O:AAPL260619C00150000"_s);
        QCOMPARE(file.fills[2].multiplier, 100);
        QCOMPARE(file.fills[3].symbol, u"ESM6"_s);
        QCOMPARE(file.fills[3].multiplier, 50);
        QCOMPARE(file.fills[3].side, Side::Sell);
    }

    void marksOfAFlexQueryAreSymbolsToo()
    {
        QByteArray bytes = sample("ibkr_flex.csv");
        const FillFile whole = readAs(bytes);
        QCOMPARE(whole.fills.size(), 4U);
        // Without the account the symbol is the first field
        const FillFile own = readAs("Symbol,DateTime,Quantity,TradePrice,IBCommission,Buy/Sell\n"
                                    "AAPL,20260501;101500,10,150,-1,BUY\n"
                                    "EOS,20260501;101600,5,2.5,-1,BUY\n"
                                    "BOA,20260501;101700,1,40,-1,BUY\n"
                                    "EOA,U1234567\nAAPL,20260501;101500,10,150,-1,SELL\n");
        QCOMPARE(told(own), QStringList());
        QCOMPARE(own.fills.size(), 3U);
        QCOMPARE(own.fills[1].symbol, u"EOS"_s);
        QCOMPARE(own.otherLines, 2);
    }

    void noTickerEndsAFile()
    {
        const FillFile file = readAs("symbol,at,side,qty,price\nAAPL,2026-05-01 10:00,buy,1,150\n"
                                     "EOS,2026-05-01 10:01,buy,1,2.5\n"
                                     "BOS,2026-05-01 10:02\n"
                                     "AAPL,2026-05-01 10:03,sell,1,151\n");
        QCOMPARE(file.fills.size(), 3U);
        QCOMPARE(told(file),
                 QStringList { u"Line 4: The line has fewer fields than the columns need."_s });
        QCOMPARE(file.otherLines, 0);
    }

    void whatTheBrokerTookBackDidNotHappen_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("left"); // times of day of what is left
        QTest::addColumn<QStringList>("problems");
        const QByteArray first = "AAPL,20260501;101500,10,150,-1,BUY,e1\n";
        const QByteArray second = "AAPL,20260501;101600,10,150,-1,BUY,e2\n";
        const QByteArray taken = "AAPL,20260501;101700,-10,150,1,BUY (Ca.),e2\n";
        const QString t1 = u"10:15"_s;
        const QString t2 = u"10:16"_s;
        const QString refused = u"Line %1, “AAPL”: The broker took this trade back."_s;
        QTest::newRow("the only one") << first + taken << QStringList() << QStringList();
        QTest::newRow("the newest of two")
            << first + second + taken << QStringList { t1 } << QStringList();
        QTest::newRow("newest line first")
            << taken + second + first << QStringList { t1 } << QStringList();
        QTest::newRow("both") << first + second + taken + taken << QStringList() << QStringList();
        QTest::newRow("none is left")
            << first + taken + taken << QStringList() << QStringList { refused.arg(4) };
        QTest::newRow("of one instant, before it")
            << QByteArray("AAPL,20260501;101500,-10,150,1,BUY (Ca.),e1\n") + first << QStringList()
            << QStringList();
        QTest::newRow("another price") << first + QByteArray(taken).replace(",150,", ",151,")
                                       << QStringList { t1 } << QStringList { refused.arg(3) };
        QTest::newRow("another size") << first + QByteArray(taken).replace("-10", "-5")
                                      << QStringList { t1 } << QStringList { refused.arg(3) };
        QTest::newRow("the other side")
            << first + QByteArray(taken).replace("-10", "10").replace("BUY", "SELL")
            << QStringList { t1 } << QStringList { refused.arg(3) };
        QTest::newRow("later") << taken + QByteArray(first).replace("101500", "101800")
                               << QStringList { u"10:18"_s } << QStringList { refused.arg(2) };
    }

    void whatTheBrokerTookBackDidNotHappen()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QStringList, left);
        QFETCH(const QStringList, problems);
        const FillFile file = readAs(
            "Symbol,DateTime,Quantity,TradePrice,IBCommission,Buy/Sell,IBOrderID\n" + lines);
        QStringList times;
        for (const ImportedFill &fill : file.fills)
            times.append(QTime::fromMSecsSinceStartOfDay(
                             int(std::chrono::duration_cast<std::chrono::milliseconds>(
                                     easterntime::timeOfDay(fill.at))
                                     .count()))
                             .toString(u"hh:mm"_s));
        QCOMPARE(times, left);
        QCOMPARE(told(file), problems);
        qint64 shown = 0;
        for (const FillPreviewLine &line : file.preview)
            shown += line.fill ? 1 : 0;
        QCOMPARE(shown, qint64(left.size()));
        const qint64 all = lines.count('\n');
        QCOMPARE(qint64(file.fills.size()) + file.badLines + file.otherLines, all);
    }

    void aStatementOfThinkorswim()
    {
        const FillFile file = readAs(sample("thinkorswim.csv"), u"America/Chicago"_s);
        QCOMPARE(told(file), QStringList());
        QCOMPARE(file.fills.size(), 5U);
        QCOMPARE(file.fills[0].symbol, u"MESU26"_s);
        QCOMPARE(file.fills[0].multiplier, 5);
        const ImportedFill bought { eastern(7, 14, 10h + 31min + 18s),
                                    u"NXTC"_s,
                                    Side::Buy,
                                    qty("88"),
                                    price("10.64"),
                                    1,
                                    Money() };
        QVERIFY(file.fills[1] == bought);
        QCOMPARE(file.fills[2].fee, money("0.03")); // of the section of cash
        // Legs of one order are one trade, though only the first says when
        QCOMPARE(file.fills[3].symbol, u"O:SPY261218C00705000"_s);
        QCOMPARE(file.fills[4].symbol, u"O:SPY261218C00700000"_s);
        QCOMPARE(file.fills[3].at, file.fills[4].at);
        QVERIFY(!file.fills[3].order.isEmpty());
        QCOMPARE(file.fills[3].order, file.fills[4].order);
        QCOMPARE(file.fills[3].fee + file.fills[4].fee, money("1.34"));
        QVERIFY(file.fills[2].order.isEmpty());
        QCOMPARE(file.feesLeftOver, 1); // of TSLA, which is not among the fills
    }

    void aHistoryOfTastytrade()
    {
        const FillFile file = readAs(sample("tastytrade.csv"));
        QCOMPARE(told(file), QStringList());
        QCOMPARE(file.fills.size(), 6U);
        QCOMPARE(file.fills[0].symbol, u"IWM"_s);
        QCOMPARE(file.fills[0].price, price("208.32"));
        QCOMPARE(file.fills[0].at, eastern(3, 31, 15h));
        const ImportedFill call { eastern(4, 1, 15h), u"O:UAL260417C00110000"_s,
                                  Side::Sell,         qty("2"),
                                  price("1.55"),      100,
                                  money("2.28"),      {},
                                  u"451000001"_s };
        QVERIFY(file.fills[2] == call); // prices are of a contract, the newest line comes first
        QCOMPARE(file.fills[3].price, price("0.62"));
        QCOMPARE(file.fills[4].symbol, u"MCLK6"_s);
        QCOMPARE(file.fills[4].price, price("57.10")); // only the description has it
        QCOMPARE(file.fills[4].multiplier, 100);
        QCOMPARE(file.fills[5].side, Side::Buy); // the put that was sold expired
        QCOMPARE(file.fills[5].price, Price());
        QCOMPARE(file.otherLines, 1);
    }

    void ordersOfWebull()
    {
        const FillFile file = readAs(sample("webull.csv"));
        QCOMPARE(told(file), QStringList());
        QCOMPARE(file.fills.size(), 4U);
        const ImportedFill bought { eastern(3, 13, 9h + 31min + 5s),
                                    u"AMC"_s,
                                    Side::Buy,
                                    qty("100"),
                                    price("5.02"),
                                    1,
                                    Money() };
        QVERIFY(file.fills[0] == bought); // the price that was paid, not the limit
        QCOMPARE(file.fills[2].symbol, u"O:SPXW260327C06540000"_s);
        QCOMPARE(file.fills[2].multiplier, 100);
        QVERIFY(!file.fills[2].order.isEmpty());
        QCOMPARE(file.fills[2].order, file.fills[3].order);
        QCOMPARE(file.otherLines, 2); // cancelled, and the line of the whole spread
    }

    void anyTableWithUsualNames()
    {
        const FillFile file = readAs(sample("generic.csv"));
        QCOMPARE(file.fills.size(), 3U);
        const ImportedFill call { eastern(5, 4, 10h + 30min + 250ms),
                                  u"O:SPY261218C00700000"_s,
                                  Side::Buy,
                                  qty("1"),
                                  price("3.45"),
                                  100,
                                  money("0.65"),
                                  u"e3"_s,
                                  u"o3"_s };
        QVERIFY(file.fills[2] == call);
    }

    void columnsOfOwnNamesAreMapped()
    {
        const Result<OpenedFillFile> opened
            = fillfile::open("Wann;Was;Wieviel;Wozu;x\n01.05.2026 10:00:00;AAPL;-1.000;150,25;7\n"
                             "13.05.2026 10:00:00;AAPL;1.000;149,5;7\n");
        QVERIFY(opened && !opened->preset);
        QCOMPARE(opened->delimiter, ';');
        const Result<FillMapping> mapping
            = FillMapping::parse(u"at=Wann;symbol=was;qty=#3;price=Wozu;zone=Europe/Berlin"_s);
        QVERIFY(mapping);
        const Result<FillFile> file = fillfile::read(*opened, *mapping, now);
        QVERIFY(file);
        QCOMPARE(told(*file), QStringList());
        QCOMPARE(file->usedDecimal, DecimalSign::Comma);
        QCOMPARE(file->usedDates, DateOrder::DayFirst);
        const ImportedFill sold { eastern(5, 1, 4h), u"AAPL"_s, Side::Sell, qty("1000"),
                                  price("150.25"),   1,         Money() };
        QVERIFY(file->fills[0] == sold);
    }

    void aMappingIsKeptAsText()
    {
        const QString text
            = u"at=Trade Date;symbol=Ticker;qty=Size;price=Price;fee=Comm;fee=Tax;"
              "dates=day-first;decimal=comma;fees=negative;prices=contract;zone=UTC"_s;
        const Result<FillMapping> mapping = FillMapping::parse(text);
        QVERIFY(mapping);
        QCOMPARE(mapping->text(), text);
        QVERIFY(*FillMapping::parse(mapping->text()) == *mapping);
        QVERIFY(!FillMapping::parse(u"nonsense=1"_s));
        QVERIFY(!FillMapping::parse(u"zone=Nowhere/City"_s));
        QVERIFY(!FillMapping::parse(u"symbol"_s));
        QCOMPARE(FillMapping().missing(),
                 (QStringList { u"at"_s, u"symbol"_s, u"qty"_s, u"price"_s }));
    }

    // --- notations ------------------------------------------------------------------------------

    void timesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected"); // ns; 0: none
        const auto utc = [](int y, unsigned m, unsigned d, Duration time) {
            return toNs(std::chrono::sys_days(std::chrono::year(y) / int(m) / int(d)) + time);
        };
        const qint64 plain = utc(2026, 5, 4, 10h + 15min);
        QTest::newRow("ISO") << u"2026-05-04T10:15:00Z"_s << plain;
        QTest::newRow("with an offset") << u"2026-05-04T06:15:00-0400"_s << plain;
        QTest::newRow("with a colon in it") << u"2026-05-04 12:15:00+02:00"_s << plain;
        QTest::newRow("fraction") << u"2026-05-04 10:15:00.000000001"_s << plain + 1;
        QTest::newRow("comma between") << u"2026-05-04, 10:15:00"_s << plain;
        QTest::newRow("compact") << u"20260504;101500"_s << plain;
        QTest::newRow("in one") << u"20260504101500"_s << plain;
        QTest::newRow("US") << u"5/4/26 10:15"_s << plain;
        QTest::newRow("afternoon")
            << u"05/04/2026 10:15:00 PM"_s << plain + toNs(fromMs(43'200'000));
        QTest::newRow("noon") << u"05/04/2026 12:15 pm"_s << plain + toNs(fromMs(7'200'000));
        QTest::newRow("midnight") << u"05/04/2026 12:15 AM"_s << plain - toNs(fromMs(36'000'000));
        QTest::newRow("zone") << u"05/04/2026 06:15:00 EDT"_s << plain;
        QTest::newRow("day and month") << u"4 MAY 26 10:15:00"_s << plain;
        QTest::newRow("name first") << u"May 4, 2026 10:15:00"_s << plain;
        QTest::newRow("dashes") << u"04-May-2026 10:15:00"_s << plain;
        QTest::newRow("ms") << u"1777889700000"_s << plain;
        QTest::newRow("ns") << u"1777889700000000000"_s << plain;
        QTest::newRow("seconds") << u"1777889700"_s << plain;
        QTest::newRow("date alone") << u"2026-05-04"_s << plain - toNs(fromMs(36'900'000));
        QTest::newRow("no such day") << u"2026-02-30 10:00:00"_s << qint64(0);
        QTest::newRow("no such hour") << u"2026-05-04 25:00:00"_s << qint64(0);
        QTest::newRow("unknown zone") << u"2026-05-04 10:00:00 XYZ"_s << qint64(0);
        QTest::newRow("words") << u"yesterday"_s << qint64(0);
        QTest::newRow("number") << u"12"_s << qint64(0);
        QTest::newRow("empty") << QString() << qint64(0);
    }

    void timesAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, expected);
        FillClock clock(DateOrder::MonthFirst, QTimeZone::utc());
        const auto moment = clock.read(text.toStdString());
        QCOMPARE(moment ? toNs(moment->at) : 0, expected);
    }

    void aClockOfAnyZoneFollowsItsSummer()
    {
        FillClock clock(DateOrder::MonthFirst, QTimeZone("America/New_York"));
        for (const char *text : { "2026-03-08 01:59:59", "2026-03-08 03:00:00", "2026-07-01 09:30",
                                  "2026-11-01 08:00:00", "2026-12-01 16:00" }) {
            const auto moment = clock.read(text);
            QVERIFY(moment);
            QDateTime time
                = QDateTime::fromString(QString::fromLatin1(text), u"yyyy-MM-dd hh:mm:ss"_s);
            if (!time.isValid())
                time = QDateTime::fromString(QString::fromLatin1(text), u"yyyy-MM-dd hh:mm"_s);
            const Duration ofDay = std::chrono::milliseconds(time.time().msecsSinceStartOfDay());
            QCOMPARE(moment->at, easterntime::at(time.date(), ofDay));
        }
    }

    void numbersAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("comma");
        QTest::addColumn<QString>("plain");
        QTest::newRow("plain") << u"1234.5"_s << false << u"1234.5"_s;
        QTest::newRow("grouped") << u"1,234,567.5"_s << false << u"1234567.5"_s;
        QTest::newRow("comma") << u"1.234,5"_s << true << u"1234.5"_s;
        QTest::newRow("blank groups") << u"1 234,5"_s << true << u"1234.5"_s;
        QTest::newRow("narrow blank") << u"1\u202F234,5"_s << true << u"1234.5"_s;
        QTest::newRow("Swiss") << u"1'234.5"_s << false << u"1234.5"_s;
        QTest::newRow("dollars") << u"$1,234.50"_s << false << u"1234.50"_s;
        QTest::newRow("negative dollars") << u"-$3,878.30"_s << false << u"-3878.30"_s;
        QTest::newRow("brackets") << u"(12.50)"_s << false << u"-12.50"_s;
        QTest::newRow("true minus") << u"\u22125"_s << false << u"-5"_s;
        QTest::newRow("plus") << u"+88"_s << false << u"88"_s;
        QTest::newRow("at") << u"@5.30"_s << false << u"5.30"_s;
        QTest::newRow("no zero") << u".5"_s << false << u"0.5"_s;
        QTest::newRow("exponent") << u"1.5E+3"_s << false << u"1.5E+3"_s;
        QTest::newRow("groups of two") << u"1,23.5"_s << false << QString();
        QTest::newRow("a comma as the sign") << u"150,25"_s << false << QString();
        QTest::newRow("two signs") << u"--5"_s << false << QString();
        QTest::newRow("ticks") << u"118'16"_s << false << QString();
        QTest::newRow("word") << u"MKT"_s << false << QString();
        QTest::newRow("two points") << u"1.2.3"_s << false << QString();
        QTest::newRow("nothing") << QString() << false << QString();
        QTest::newRow("sign alone") << u"-"_s << false << QString();
    }

    void numbersAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, comma);
        QFETCH(const QString, plain);
        const auto number = fillnumbers::plain(text.toStdString(),
                                               comma ? DecimalSign::Comma : DecimalSign::Point);
        QCOMPARE(QString::fromStdString(number.value_or("")), plain);
    }

    void symbolsAreMapped_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("multiplier");
        const QString spy = u"O:SPY261218C00700000"_s;
        QTest::newRow("OSI") << u"SPY   261218C00700000"_s << QString() << spy << 100;
        QTest::newRow("OSI, tight") << u"SPY261218C00700000"_s << u"OPT"_s << spy << 100;
        QTest::newRow("the service's") << spy << QString() << spy << 100;
        QTest::newRow("Interactive Brokers")
            << u"SPY 18DEC26 700 C"_s << u"Equity and Index Options"_s << spy << 100;
        QTest::newRow("in words") << u"SPY 12/18/2026 700.00 Call"_s << QString() << spy << 100;
        QTest::newRow("dotted") << u".SPY261218C700"_s << QString() << spy << 100;
        QTest::newRow("halves") << u".SPXW261218P6542.5"_s << QString()
                                << u"O:SPXW261218P06542500"_s << 100;
        QTest::newRow("slash") << u"/ESZ6"_s << QString() << u"ESZ6"_s << 50;
        QTest::newRow("with an exchange") << u"/ESZ26:XCME"_s << u"FUTURE"_s << u"ESZ26"_s << 50;
        QTest::newRow("bare future") << u"MNQZ5"_s << u"Futures"_s << u"MNQZ5"_s << 2;
        QTest::newRow("forex") << u"EUR.USD"_s << u"CASH"_s << u"C:EURUSD"_s << 1;
        QTest::newRow("coin") << u"BTC/USD"_s << u"Cryptocurrency"_s << u"X:BTCUSD"_s << 1;
        QTest::newRow("coin alone") << u"ETH"_s << u"CRYPTO"_s << u"X:ETHUSD"_s << 1;
        QTest::newRow("venue") << u"BTC.USD-PAXOS"_s << u"Crypto"_s << u"X:BTCUSD"_s << 1;
        QTest::newRow("class") << u"BRK B"_s << u"STK"_s << u"BRK.B"_s << 1;
        QTest::newRow("class, slash") << u"BRK/B"_s << u"Equity"_s << u"BRK.B"_s << 1;
        QTest::newRow("small") << u"aapl"_s << QString() << u"AAPL"_s << 1;
        QTest::newRow("bond") << u"912828XY1"_s << u"Bonds"_s << u"912828XY1"_s << 1;
        QTest::newRow("option on a future") << u"./ESU25 E1AQ25 250804C6350"_s << u"Future Option"_s
                                            << u"./ESU25 E1AQ25 250804C6350"_s << 0;
    }

    void symbolsAreMapped()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, kind);
        QFETCH(const QString, symbol);
        QFETCH(const int, multiplier);
        const auto mapped = brokersymbolOf(written, kind);
        QVERIFY(mapped);
        QCOMPARE(mapped->symbol, symbol);
        QCOMPARE(int(mapped->multiplier), multiplier);
    }

    void unknownSymbolsAreKeptAndNamed()
    {
        const Result<OpenedFillFile> opened = fillfile::open(
            header + "2026-05-01 10:00,912828XY1,buy,1,99.5,0\n2026-05-01 10:00,AAPL,buy,1,1,0\n");
        QVERIFY(opened);
        const Result<FillFile> file = fillfile::read(*opened, opened->mapping, now);
        QVERIFY(file && file->isReady(false));
        QCOMPARE(file->unknownSymbols, QStringList { u"912828XY1"_s });
        QVERIFY(FillText::notices(*file, *opened).join(u' ').contains(u"912828XY1"_s));
    }

    // --- the text of a file ---------------------------------------------------------------------

    void encodingsAreTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<TextEncoding>("encoding");
        const QString text = QString::fromLatin1(header)
            + u"2026-05-01 10:00,AAPL,buy,1,1.5,0\n"
              "2026-05-01 10:01,AAPL,sell,1,2.5,0\n"_s;
        const auto encoded = [&text](QStringConverter::Encoding encoding, bool marked) {
            QStringEncoder encoder(encoding,
                                   marked ? QStringConverter::Flag::WriteBom
                                          : QStringConverter::Flag::Default);
            return QByteArray(encoder(text));
        };
        QTest::newRow("UTF-8") << text.toUtf8() << TextEncoding::Utf8;
        QTest::newRow("UTF-8, mark") << encoded(QStringConverter::Utf8, true) << TextEncoding::Utf8;
        QTest::newRow("UTF-16 LE, mark")
            << encoded(QStringConverter::Utf16LE, true) << TextEncoding::Utf16LittleEndian;
        QTest::newRow("UTF-16 BE, mark")
            << encoded(QStringConverter::Utf16BE, true) << TextEncoding::Utf16BigEndian;
        QTest::newRow("UTF-16 LE")
            << encoded(QStringConverter::Utf16LE, false) << TextEncoding::Utf16LittleEndian;
        QTest::newRow("UTF-16 BE")
            << encoded(QStringConverter::Utf16BE, false) << TextEncoding::Utf16BigEndian;
        QTest::newRow("Windows-1252")
            << text.toLatin1().replace("AAPL,buy", "AAPL,buy ") + "#,\xA9 \x80 caf\xE9,,,,\n"
            << TextEncoding::Windows1252;
        QTest::newRow("\\r\\n") << text.toUtf8().replace('\n', "\r\n") << TextEncoding::Utf8;
        QTest::newRow("\\r") << text.toUtf8().replace('\n', '\r') << TextEncoding::Utf8;
        QTest::newRow("semicolons") << text.toUtf8().replace(',', ';') << TextEncoding::Utf8;
        QTest::newRow("tabs") << text.toUtf8().replace(',', '\t') << TextEncoding::Utf8;
        QTest::newRow("bars") << text.toUtf8().replace(',', '|') << TextEncoding::Utf8;
        QTest::newRow("no end of the last line") << text.toUtf8().chopped(1) << TextEncoding::Utf8;
    }

    void encodingsAreTold()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const TextEncoding, encoding);
        const Result<OpenedFillFile> opened = fillfile::open(bytes);
        QVERIFY(opened);
        QCOMPARE(opened->text.encoding, encoding);
        const Result<FillFile> file = fillfile::read(*opened, opened->mapping, now);
        QVERIFY(file);
        QCOMPARE(file->fills.size(), 2U);
        const bool isWestern = encoding == TextEncoding::Windows1252;
        QCOMPARE(file->badLines, isWestern ? 1 : 0);
        QCOMPARE(FillText::notices(*file, *opened).size(), isWestern ? 1 : 0); // said so
        if (isWestern)
            QVERIFY(opened->text.utf8.contains("\u00A9 \u20AC caf\u00E9"));
    }

    void whatIsNoFileOfFillsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << QByteArray() << u"the file is empty"_s;
        QTest::newRow("blank") << QByteArray("\n\n  \n") << u"the file is empty"_s;
        QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << u"the file is empty"_s;
        QTest::newRow("spreadsheet")
            << QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) << u"the file is no text"_s;
        QTest::newRow("bytes") << QByteArray("abc\0def\1\2\3", 10) << u"the file is no text"_s;
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"the file is no text"_s;
        QTest::newRow("header alone") << header << u"the file has a header and no lines below it"_s;
        QTest::newRow("half a character") << QByteArray("\xFF\xFE"
                                                        "a\0b",
                                                        5)
                                          << u"the file is cut off or no UTF-16 text"_s;
    }

    void whatIsNoFileOfFillsIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        const Result<OpenedFillFile> opened = fillfile::open(bytes);
        QVERIFY(!opened);
        QCOMPARE(opened.error().detail, why);
    }

    void quotesMayHoldAnything()
    {
        const FillFile file = readAs("at,symbol,side,qty,price,note\n"
                                     "\"2026-05-01, 10:00:00\",AAPL,buy,\"1,000\",1.5,\"two\r\n"
                                     "lines, \"\"quoted\"\"\"\n"
                                     "2026-05-01 10:01,AAPL,nonsense,1,2.5,\n");
        QCOMPARE(file.fills.size(), 1U);
        QCOMPARE(file.fills[0].qty, qty("1000"));
        QCOMPARE(file.problems.size(), 1U);
        QCOMPARE(file.problems[0].line, 4); // lines within quotes count
    }

    void anOpenQuoteHarmsItsOwnLineAlone()
    {
        const FillFile file = readAs(header
                                     + "2026-05-01 10:00,\"AAPL,buy,1,1.5,0\n"
                                       "2026-05-01 10:01,AAPL,sell,1,2.5,0\n"
                                       "2026-05-01 10:02,\"MS\"FT,sell,1,2.5,0\n");
        QCOMPARE(file.fills.size(), 1U);
        QCOMPARE(
            told(file),
            (QStringList { u"Line 2: A quote is never closed, or text follows a closed one."_s,
                           u"Line 4: A quote is never closed, or text follows a closed one."_s }));
    }

    // --- bad lines ------------------------------------------------------------------------------

    void eachBadLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QByteArray &line, const QString &told) {
            QTest::newRow(name) << line << told;
        };
        row("no time", "soon,AAPL,buy,1,1,0", u"Line 3, at “soon”: This is no date and time."_s);
        row("ahead of now", "2026-11-23,AAPL,buy,1,1,0",
            u"Line 3, at “2026-11-23”: The time lies ahead of now: is the time zone right?"_s);
        row("before 1990", "1989-12-31 10:00,AAPL,buy,1,1,0",
            u"Line 3, at “1989-12-31 10:00”: The date is before 1990."_s);
        row("no symbol", "2026-05-01,,buy,1,1,0", u"Line 3, symbol “”: There is no symbol."_s);
        row("no side", "2026-05-01,AAPL,hold,1,1,0",
            u"Line 3, side “hold”: This is neither buying nor selling."_s);
        row("empty side", "2026-05-01,AAPL,,1,1,0",
            u"Line 3, side “”: This is neither buying nor selling."_s);
        row("words", "2026-05-01,AAPL,buy,many,1,0",
            u"Line 3, qty “many”: The quantity is no number."_s);
        row("nothing", "2026-05-01,AAPL,buy,0,1,0", u"Line 3, qty “0”: The quantity is 0."_s);
        row("too small", "2026-05-01,AAPL,buy,0.000000001,1,0",
            u"Line 3, qty “0.000000001”: The quantity is no number."_s);
        row("against its sign", "2026-05-01,AAPL,buy,-5,1,0",
            u"Line 3, qty “-5”: It buys a negative quantity."_s);
        row("no price", "2026-05-01,AAPL,buy,5,,0", u"Line 3, price “”: The price is no number."_s);
        row("price 0", "2026-05-01,AAPL,buy,5,0,0",
            u"Line 3, price “0”: The price is not above 0."_s);
        row("price below 0", "2026-05-01,AAPL,buy,5,-1,0",
            u"Line 3, price “-1”: The price is not above 0."_s);
        row("huge price", "2026-05-01,AAPL,buy,5,1e12,0",
            u"Line 3, price “1e12”: The price is no number."_s);
        row("huge", "2026-05-01,AAPL,buy,9000000000,900000000,0",
            u"Line 3, qty “9000000000”: This is more than the journal can hold."_s);
        row("fee", "2026-05-01,AAPL,buy,5,1,free", u"Line 3, fee “free”: The fee is no number."_s);
        row("short", "2026-05-01,AAPL,buy",
            u"Line 3: The line has fewer fields than the columns need."_s);
        row("long", "2026-05-01,AAPL,buy,1,000,1,0",
            u"Line 3: The line has more fields than the header: is a number with a comma not quoted?"_s);
        row("no multiplier", "2026-05-01,/XYZZ6,buy,1,1,0",
            u"Line 3, symbol “/XYZZ6”: What one contract of this stands for is not known; a column "
            u"of "
            "multipliers would tell."_s);
    }

    void eachBadLineIsNamed()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, told);
        const FillFile file = readAs(header + "2026-05-01 10:00,AAPL,buy,1,1.5,0\n" + line
                                     + "\n2026-05-01 10:02,AAPL,sell,1,1.5,0\n");
        QCOMPARE(::told(file), QStringList { told });
        QCOMPARE(file.badLines, 1);
        QCOMPARE(file.fills.size(), 2U);
        QVERIFY(!file.isReady(false)); // nothing half-imported
        QVERIFY(file.isReady(true)); // unless that is chosen
    }

    void allThatIsWrongWithALineIsSaid()
    {
        const FillFile file = readAs(header + "x,,y,z,w,v\n");
        QCOMPARE(file.problems.size(), 6U);
        QCOMPARE(file.badLines, 1);
        QVERIFY(!file.isReady(true)); // there is nothing to take in
    }

    void otherCurrenciesAreRefused()
    {
        const FillFile file = readAs("at,symbol,side,qty,price,currency\n"
                                     "2026-05-01,ASML,buy,1,900,EUR\n2026-05-01,A,buy,1,9,USD\n");
        QCOMPARE(told(file),
                 QStringList { u"Line 2, currency “EUR”: The journal reckons in US "
                               "dollars alone."_s });
    }

    void whatExpiredMustHaveBeenHeld()
    {
        QByteArray bytes = sample("tastytrade.csv");
        bytes.replace("SELL_TO_OPEN,UAL   260417P", "SELL_TO_OPEN,UAL   260417C");
        bytes.replace("260417C00100000,Equity Option,Sold 1 UAL 04/17/26 Put 100.00",
                      "260417C00110000,Equity Option,Sold 1 UAL 04/17/26 Put 100.00");
        const FillFile file = readAs(bytes);
        QCOMPARE(told(file),
                 QStringList { u"Line 2, “O:UAL260417P00100000”: It expired, but nothing "
                               "in the file had opened it."_s });
    }

    void repeatedExecutionsCountOnce()
    {
        const QByteArray line = "2026-05-01 10:00,AAPL,buy,1,1.5,x1\n";
        const FillFile file = readAs("at,symbol,side,qty,price,execution\n" + line + line
                                     + "2026-05-01 10:00,AAPL,buy,2,1.5,x1\n");
        QCOMPARE(file.fills.size(), 1U);
        QCOMPARE(file.repeated, 1);
        QCOMPARE(told(file),
                 QStringList { u"Line 4, “x1”: Another line has the same execution id "
                               "and says something else."_s });
    }

    void fillsWithoutAnIdMayBeAlike()
    {
        const QByteArray line = "2026-05-01 10:00,AAPL,buy,1,1.5,0\n";
        const FillFile file = readAs(header + line + line + line);
        QCOMPARE(file.fills.size(), 3U);
        QCOMPARE(file.alike, 2);
    }

    // --- day and month --------------------------------------------------------------------------

    void aDateThatTellsDecidesForAll()
    {
        const FillFile file
            = readAs(header + "03/04/2026 10:00,A,buy,1,1,0\n25/04/2026 10:00,A,sell,1,1,0\n");
        QCOMPARE(file.dates, DateSurvey::Verdict::Clear);
        QCOMPARE(file.fills[0].at, eastern(4, 3, 10h));
    }

    void datesThatDoNotTellAreAskedAbout()
    {
        const QByteArray bytes
            = header + "03/04/2026 10:00,A,buy,1,1,0\n05/04/2026 10:00,A,sell,1,1,0\n";
        const FillFile open = readAs(bytes);
        QCOMPARE(open.dates, DateSurvey::Verdict::Open);
        QVERIFY(!open.isReady(true));
        QVERIFY(!FillText::question(open).isEmpty());
        const FillFile chosen = readAs(bytes, {}, DateOrder::DayFirst);
        QVERIFY(chosen.isReady(false));
        QVERIFY(FillText::question(chosen).isEmpty());
        QCOMPARE(chosen.fills[1].at, eastern(4, 5, 10h));
    }

    void datesOfBothOrdersAreNoticed()
    {
        const QByteArray bytes
            = header + "13/04/2026 10:00,A,buy,1,1,0\n04/14/2026 10:00,A,sell,1,1,0\n";
        const FillFile mixed = readAs(bytes);
        QCOMPARE(mixed.dates, DateSurvey::Verdict::Mixed);
        QVERIFY(!mixed.isReady(true));
        const FillFile chosen = readAs(bytes, {}, DateOrder::MonthFirst);
        QCOMPARE(told(chosen),
                 QStringList { u"Line 2, at “13/04/2026 10:00”: This is no date and time."_s });
    }

    void timesWithoutTimeAreSaid()
    {
        const FillFile file = readAs(header + "2026-05-01,A,buy,1,1,0\n");
        QCOMPARE(file.undated, 1);
        QCOMPARE(file.fills[0].at, eastern(5, 1, 0h));
    }

    void dateAndTimeMayStandApart()
    {
        const FillFile file
            = readAs("Date,Time,Symbol,Side,Quantity,Price\n"
                     "05/20/26,09:30:00,A,B,100,10\n05/20/26,10:30:00,A,S,100,11\n");
        QCOMPARE(file.fills.size(), 2U);
        QCOMPARE(file.fills[1].at, eastern(5, 20, 10h + 30min));
    }

    // --- what a file leaves open ----------------------------------------------------------------

    void decimalsThatDoNotTellAreAskedAbout()
    {
        const QByteArray bytes = "at;symbol;side;qty;price\n2026-05-01T10:00;F;B;100;12,345\n"
                                 "2026-05-01T11:00;F;S;100;12,445\n";
        const FillFile open = readAs(bytes);
        QVERIFY(open.isDecimalOpen);
        QVERIFY(!open.isReady(true));
        QVERIFY(FillText::question(open).contains(u"decimal sign"_s));
        Result<OpenedFillFile> opened = fillfile::open(bytes);
        for (const auto &[sign, expected] : { std::pair(DecimalSign::Comma, price("12.345")),
                                              std::pair(DecimalSign::Point, price("12345")) }) {
            opened->mapping.decimal = sign;
            const Result<FillFile> chosen = fillfile::read(*opened, opened->mapping, now);
            QVERIFY(chosen->isReady(false));
            QVERIFY(FillText::question(*chosen).isEmpty());
            QCOMPARE(chosen->fills[0].price, expected);
        }
    }

    void decimalsThatTellAreNotAskedAbout_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected"); // price of the first fill
        QTest::newRow("another number tells")
            << QByteArray("at;symbol;side;qty;price\n2026-05-01;F;B;100;12,345\n"
                          "2026-05-01;F;S;100;12,5\n")
            << u"12.345"_s;
        QTest::newRow("a comma separates fields")
            << QByteArray("at,symbol,side,qty,price\n2026-05-01,F,B,100,\"12,345\"\n")
            << u"12345"_s;
        QTest::newRow("whole numbers")
            << QByteArray("at;symbol;side;qty;price\n2026-05-01;F;B;100;12\n") << u"12"_s;
    }

    void decimalsThatTellAreNotAskedAbout()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, expected);
        const FillFile file = readAs(bytes);
        QVERIFY(file.isReady(false));
        QCOMPARE(file.fills[0].price, *Price::parse(expected));
    }

    void chargesBelowZeroWerePaid_data()
    {
        QTest::addColumn<QByteArrayList>("fees");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<bool>("isNoticed");
        QTest::newRow("above zero") << QByteArrayList { "1", "1.5", "0" } << u"2.5"_s << false;
        QTest::newRow("below zero") << QByteArrayList { "-1", "-1.5", "0" } << u"2.5"_s << false;
        QTest::newRow("in brackets") << QByteArrayList { "(1.00)", "-", "0" } << u"1"_s << false;
        QTest::newRow("a rebate among charges")
            << QByteArrayList(19, "-1") + QByteArrayList { "0.5" } << u"18.5"_s << false;
        QTest::newRow("rebates among charges")
            << QByteArrayList { "1", "1", "-0.25" } << u"1.75"_s << false;
        QTest::newRow("mostly rebates")
            << QByteArrayList { "1", "-0.25", "-0.25" } << u"0.5"_s << true;
        QTest::newRow("none") << QByteArrayList { "0", "" } << u"0"_s << false;
    }

    void chargesBelowZeroWerePaid()
    {
        QFETCH(const QByteArrayList, fees);
        QFETCH(const QString, sum);
        QFETCH(const bool, isNoticed);
        QByteArray bytes = "at,symbol,side,qty,price,commission\n";
        for (const QByteArray &fee : fees)
            bytes += "2026-05-01 10:00,AAPL,buy,1,1.5," + fee + '\n';
        const Result<OpenedFillFile> opened = fillfile::open(bytes);
        const Result<FillFile> file = fillfile::read(*opened, opened->mapping, now);
        QCOMPARE(told(*file), QStringList());
        Money all;
        for (const ImportedFill &fill : file->fills)
            all += fill.fee;
        QCOMPARE(all, *Money::parse(sum));
        const QStringList notices = FillText::notices(*file, *opened);
        QCOMPARE(notices.join(u' ').contains(u"below zero"_s), isNoticed);
    }

    /// Each symbol from its first fill to its last, as in statements: nothing is turned round.
    void groupsOfSymbolsKeepTheirOrder()
    {
        const FillFile file = readAs(header
                                     + "2026-04-01,AAPL,buy,1,150,0\n"
                                       "2026-05-04,AAPL,sell,1,151,0\n"
                                       "2026-05-04,AAPL,buy,2,152,0\n"
                                       "2026-01-02,ZM,buy,3,80,0\n"
                                       "2026-01-05,ZM,sell,3,81,0\n");
        QCOMPARE(file.fills.size(), 5U);
        QCOMPARE(file.fills[0].symbol, u"ZM"_s);
        QCOMPARE(file.fills[3].side, Side::Sell);
        QCOMPARE(file.fills[4].side, Side::Buy); // after it, on the same day
    }

    void whatIsWrittenNewestFirstIsTurnedRound()
    {
        const FillFile file = readAs(header
                                     + "2026-05-04,AAPL,buy,2,152,0\n"
                                       "2026-05-04,AAPL,sell,1,151,0\n"
                                       "2026-04-01,AAPL,buy,1,150,0\n"
                                       "2026-05-05,ZM,sell,3,81,0\n"
                                       "2026-05-02,ZM,buy,3,80,0\n");
        QCOMPARE(file.fills[2].side, Side::Sell);
        QCOMPARE(file.fills[3].qty, qty("2")); // after it, on the same day
    }

    void someOfManyUnknownSymbolsAreNamed()
    {
        QByteArray bytes = header;
        for (int line = 0; line < 50'000; ++line)
            bytes += "2026-05-01,odd &" + QByteArray::number(line) + ",buy,1,1.5,0\n";
        const FillFile file = readAs(bytes);
        QCOMPARE(file.fills.size(), 50'000U);
        QCOMPARE(file.unknownSymbols.size(), FillFile::keptSymbols);
    }

    // --- all of it ------------------------------------------------------------------------------

    void whatIsWrittenIsRead()
    {
        for (const unsigned seed : { 1U, 2U, 3U }) {
            const std::vector<ImportedFill> fills = randomFills(2'000, seed);
            QByteArray bytes = "at,symbol,side,qty,price,fee,multiplier,execution,order\n";
            for (const ImportedFill &fill : fills)
                bytes += lineOf(fill);
            const FillFile file = readAs(bytes);
            QCOMPARE(told(file), QStringList());
            QVERIFY(file.fills == fills);
        }
    }

    void aLargeFileIsReadWithProgressAndStopped()
    {
        QByteArray bytes = header;
        for (int line = 0; line < 100'000; ++line)
            bytes += "2026-05-01T10:00:00.123Z,AAPL," + QByteArray(line % 2 == 0 ? "buy" : "sell")
                + ",1,150.25,1\n";
        const Result<OpenedFillFile> opened = fillfile::open(bytes);
        QVERIFY(opened);
        double last = 0;
        const Result<FillFile> all
            = fillfile::read(*opened, opened->mapping, now, [&last](double done) {
                  const bool ascends = done >= last && done <= 1;
                  last = ascends ? done : 2;
                  return true;
              });
        QCOMPARE(all->fills.size(), 100'000U);
        QVERIFY(last > 0.9 && last <= 1);
        const Result<FillFile> stopped
            = fillfile::read(*opened, opened->mapping, now, [](double done) { return done < 0.5; });
        QVERIFY(stopped->isCancelled);
        QVERIFY(!stopped->isReady(true));
    }

    void tooLargeFilesAreRefusedInWords()
    {
        const QByteArray large(fillfile::largestFile + 1, '\n');
        const Result<OpenedFillFile> opened = fillfile::open(large);
        QVERIFY(!opened);
        QCOMPARE(opened.error().detail, u"the file is larger than 200 MB"_s);
        const Result<OpenedFillFile> long_
            = fillfile::open("at,symbol,qty,price\n" + QByteArray("1,A,1,1\n").repeated(2'000'001));
        QVERIFY(long_);
        const Result<FillFile> file = fillfile::read(*long_, long_->mapping, now);
        QVERIFY(!file);
        QCOMPARE(file.error().detail, u"the file has more than 2000000 lines"_s);
    }

    void aPackedFileIsRead()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"fills.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sample("generic.csv"));
        file.close();
        QCOMPARE(*fillfile::load(path), sample("generic.csv"));
        QVERIFY(!fillfile::load(folder.filePath(u"none.csv"_s)));
    }

private:
    static std::optional<MappedSymbol> brokersymbolOf(const QString &written, const QString &kind)
    {
        const Result<MappedSymbol> mapped
            = brokersymbol::map({ written, kind, {}, {}, {}, {} }, DateOrder::MonthFirst);
        return mapped ? std::optional(*mapped) : std::nullopt;
    }
};

QTEST_APPLESS_MAIN(TestFillImport)
#include "tst_fillimport.moc"
