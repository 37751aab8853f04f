#include "heldsandbox.h"

#include "easterntime.h"
#include "referencedecoder.h"
#include "snapshotdecoder.h"
#include "symbology.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 8, 13); // a Thursday
const Timestamp morning = easterntime::at(today, 10h + 30min + 17s) + 500ms;

QStringList tickersOf(const QJsonArray &rows)
{
    QStringList tickers;
    for (const QJsonValue &row : rows)
        tickers.append(
            row.toObject()["ticker"_L1].toString(row["details"_L1]["ticker"_L1].toString()));
    return tickers;
}

/// A contract of tomorrow near the money that is traded often.
std::string busyContract(HeldSandbox &market)
{
    const double spot = market.get("/v2/last/trade/SPY").result()["p"_L1].toDouble();
    const auto strike = std::to_string(std::lround(spot));
    const QJsonArray rows
        = market
              .get("/v3/snapshot/options/SPY?expiration_date=2026-08-14&contract_type=call"
                   "&strike_price="
                   + strike)
              .rows();
    return rows.at(0)["details"_L1]["ticker"_L1].toString().toStdString();
}

} // namespace

/// Option contracts over REST: massive-api.md 3.1, 3.4 to 3.6, 3.10 and 4.4.
class TestGatewayOptions : public QObject
{
    Q_OBJECT

private slots:
    void contractList();
    void contractFilters();
    void contractsAsOf();
    void oneContract();
    void wholeChain();
    void chainFilters();
    void chainOfTheIndex();
    void contractSnapshot();
    void snapshotAgreesWithTicks();
    void barsAgreeWithTrades();
    void openCloseAndPreviousDay();
    void expiredContracts();
    void entitlementByPlan_data();
    void entitlementByPlan();
    void delayedPlansSeeThePast();
    void sameRequestSameBytes();
    void universalRows();
    void indicators();
    void conditions();
    void contractsElsewhere_data();
    void contractsElsewhere();
    void underlyingOfAnotherPlan();
    void badParameters_data();
    void badParameters();
    void decodersReadThem();

private:
    HeldSandbox m_market { morning };
};

void TestGatewayOptions::contractList()
{
    const auto answer = m_market.get("/v3/reference/options/contracts");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("status"_L1), u"OK"_s);
    QCOMPARE(answer.rows().size(), 10);
    const QJsonObject row = answer.rows().at(0).toObject();
    QCOMPARE(row["underlying_ticker"_L1].toString(), u"AAPL"_s);
    QCOMPARE(row["cfi"_L1].toString(), u"OCASPS"_s);
    QCOMPARE(row["contract_type"_L1].toString(), u"call"_s);
    QCOMPARE(row["exercise_style"_L1].toString(), u"american"_s);
    QCOMPARE(row["shares_per_contract"_L1].toInt(), 100);
    const auto contract = symbology::parseOption(row["ticker"_L1].toString());
    QVERIFY(contract);
    QCOMPARE(row["expiration_date"_L1].toString(), contract->expiration.toString(Qt::ISODate));
    QCOMPARE(row["strike_price"_L1].toDouble(), contract->strike.toDouble());

    const QJsonArray all
        = m_market.allPages("/v3/reference/options/contracts?underlying_ticker=AAPL&limit=1000");
    QVERIFY(all.size() > 1'000);
    QStringList tickers = tickersOf(all);
    QVERIFY(std::is_sorted(tickers.begin(), tickers.end()));
    QCOMPARE(tickers.removeDuplicates(), 0);
    for (const QString &ticker : tickers) {
        const auto parsed = symbology::parseOption(ticker);
        QVERIFY(parsed && parsed->expiration >= today);
        QVERIFY(m_market.source.calendar().isTradingDay(parsed->expiration));
    }
    // Every underlying, in the order of symbols
    std::set<QString> roots;
    const QJsonArray first = m_market.allPages(
        "/v3/reference/options/contracts?limit=1000&expiration_date.lte=2026-08-21");
    tickers = tickersOf(first);
    QVERIFY(std::is_sorted(tickers.begin(), tickers.end()));
    for (const QString &ticker : tickers)
        roots.insert(symbology::parseOption(ticker)->root);
    QCOMPARE(roots, (std::set<QString> { u"AAPL"_s, u"NVDA"_s, u"SPX"_s, u"SPXW"_s, u"SPY"_s }));
}

void TestGatewayOptions::contractFilters()
{
    const std::string list = "/v3/reference/options/contracts?underlying_ticker=SPX&limit=1000";
    const QJsonArray rows
        = m_market.allPages(list
                            + "&contract_type=put&strike_price.gt=6000&strike_price.lte=6100"
                              "&expiration_date.gte=2026-09-01&sort=strike_price&order=desc");
    QVERIFY(!rows.isEmpty());
    double before = 1e9;
    for (const QJsonValue &row : rows) {
        QCOMPARE(row["contract_type"_L1].toString(), u"put"_s);
        QCOMPARE(row["underlying_ticker"_L1].toString(), u"SPX"_s);
        QCOMPARE(row["exercise_style"_L1].toString(), u"european"_s);
        const double strike = row["strike_price"_L1].toDouble();
        QVERIFY(strike > 6'000 && strike <= 6'100 && strike <= before);
        QVERIFY(row["expiration_date"_L1].toString() >= u"2026-09-01"_s);
        before = strike;
    }
    QVERIFY(
        m_market.get("/v3/reference/options/contracts?underlying_ticker=I:SPX").rows().isEmpty());
    QVERIFY(m_market.get(list + "&contract_type=other").rows().isEmpty());
    // Nothing costs more than the largest price
    QVERIFY(m_market.get(list + "&strike_price.gt=922337203.6854775807").rows().isEmpty());
    QVERIFY(m_market.get(list + "&strike_price.lt=-922337203.6854775808").rows().isEmpty());
    const QJsonArray ranged = m_market
                                  .get("/v3/reference/options/contracts?underlying_ticker.gt=AAPL"
                                       "&underlying_ticker.lt=SPX&limit=1")
                                  .rows();
    QCOMPARE(ranged[0]["underlying_ticker"_L1].toString(), u"NVDA"_s);
    const QString ticker = ranged[0]["ticker"_L1].toString();
    const auto only
        = m_market.get("/v3/reference/options/contracts?ticker=" + ticker.toStdString());
    QCOMPARE(tickersOf(only.rows()), QStringList { ticker });
    QVERIFY(only.next().empty());
}

void TestGatewayOptions::contractsAsOf()
{
    const std::string list
        = "/v3/reference/options/contracts?underlying_ticker=SPY&limit=1000&as_of=2025-03-03";
    const QJsonArray then = m_market.allPages(list);
    QVERIFY(!then.isEmpty());
    for (const QJsonValue &row : then)
        QVERIFY(row["expiration_date"_L1].toString() >= u"2025-03-03"_s);
    // That year Good Friday was a third Friday
    QVERIFY(!m_market.get(list + "&expiration_date=2025-04-17").rows().isEmpty());
    QVERIFY(m_market.get(list + "&expiration_date=2025-04-18").rows().isEmpty());
    const QJsonArray expired = m_market.get(list + "&expired=true&order=desc").rows();
    QVERIFY(!expired.isEmpty());
    QVERIFY(expired[0]["expiration_date"_L1].toString() < u"2025-03-03"_s);
    QVERIFY(expired[0]["expiration_date"_L1].toString() >= u"2025-02-28"_s);
}

void TestGatewayOptions::oneContract()
{
    const QString ticker
        = tickersOf(m_market.get("/v3/reference/options/contracts?underlying_ticker=SPY").rows())
              .first();
    const std::string path = "/v3/reference/options/contracts/" + ticker.toStdString();
    const auto answer = m_market.get(path);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.result()["ticker"_L1].toString(), ticker);
    QCOMPARE(answer.result()["primary_exchange"_L1].toString(), u"BATO"_s);
    const auto early = m_market.get(path + "?as_of=2022-01-03");
    QCOMPARE(early.status, 404);
    for (const char *unknown :
         { "O:SPY260814C00650125", "O:TSLA260814C00400000", "SPY", "O:SPY" }) {
        const auto missing
            = m_market.get(std::string("/v3/reference/options/contracts/") + unknown);
        QCOMPARE(missing.status, 404);
        QCOMPARE(missing.text("message"_L1), u"Option Ticker not found."_s);
    }
}

void TestGatewayOptions::wholeChain()
{
    const QJsonArray rows = m_market.allPages("/v3/snapshot/options/SPY?limit=250");
    QVERIFY(rows.size() > 4'000);
    QStringList tickers = tickersOf(rows);
    QVERIFY(std::is_sorted(tickers.begin(), tickers.end()));
    QCOMPARE(tickers.removeDuplicates(), 0);
    int measured = 0;
    int traded = 0;
    for (const QJsonValue &row : rows) {
        const QJsonObject details = row["details"_L1].toObject();
        QVERIFY(details["expiration_date"_L1].toString() >= u"2026-08-13"_s);
        QVERIFY(row["open_interest"_L1].toInt(-1) >= 0);
        QVERIFY(row["break_even_price"_L1].isDouble());
        QVERIFY(row["day"_L1].isObject());
        QVERIFY(row["underlying_asset"_L1]["price"_L1].toDouble() > 0);
        QCOMPARE(row["underlying_asset"_L1]["ticker"_L1].toString(), u"SPY"_s);
        const QJsonObject quote = row["last_quote"_L1].toObject();
        QVERIFY(quote["ask"_L1].toDouble() > quote["bid"_L1].toDouble());
        QCOMPARE(quote["timeframe"_L1].toString(), u"REAL-TIME"_s);
        traded += row["day"_L1].toObject().contains("volume"_L1);
        if (!row.toObject().contains("greeks"_L1))
            continue;
        ++measured;
        const double sign = details["contract_type"_L1].toString() == "call"_L1 ? 1 : -1;
        const double delta = row["greeks"_L1]["delta"_L1].toDouble();
        QVERIFY(sign * delta >= 0 && sign * delta <= 1 + 1e-9);
        QVERIFY(row["greeks"_L1]["gamma"_L1].toDouble() >= -1e-9);
        QVERIFY(row["implied_volatility"_L1].toDouble() > 0.01);
    }
    QVERIFY(measured > rows.size() / 2);
    QVERIFY(traded > 500 && traded < rows.size());
}

void TestGatewayOptions::chainFilters()
{
    const QJsonArray rows = m_market.allPages(
        "/v3/snapshot/options/AAPL?contract_type=put&expiration_date.gte=2026-08-21"
        "&expiration_date.lt=2026-09-19&strike_price.gte=250&strike_price.lt=260"
        "&sort=expiration_date&order=desc&limit=4");
    QVERIFY(rows.size() > 8);
    QString before = u"9999"_s;
    for (const QJsonValue &row : rows) {
        const QJsonObject details = row["details"_L1].toObject();
        QCOMPARE(details["contract_type"_L1].toString(), u"put"_s);
        const QString date = details["expiration_date"_L1].toString();
        QVERIFY(date >= u"2026-08-21"_s && date < u"2026-09-19"_s && date <= before);
        QVERIFY(details["strike_price"_L1].toDouble() >= 250);
        QVERIFY(details["strike_price"_L1].toDouble() < 260);
        before = date;
    }
    const auto none = m_market.get("/v3/snapshot/options/AAPL?strike_price=1");
    QCOMPARE(none.status, 200);
    QVERIFY(none.rows().isEmpty() && none.json.contains("results"_L1) && none.next().empty());
    QVERIFY(m_market.get("/v3/snapshot/options/MSFT").rows().isEmpty());
}

void TestGatewayOptions::chainOfTheIndex()
{
    const auto answer = m_market.get("/v3/snapshot/options/I:SPX?limit=250&strike_price=6500");
    QVERIFY(!answer.rows().isEmpty());
    std::set<QString> roots;
    for (const QJsonValue &row : answer.rows()) {
        QCOMPARE(row["details"_L1]["exercise_style"_L1].toString(), u"european"_s);
        QCOMPARE(row["underlying_asset"_L1]["ticker"_L1].toString(), u"I:SPX"_s);
        roots.insert(symbology::parseOption(row["details"_L1]["ticker"_L1].toString())->root);
    }
    QCOMPARE(roots, (std::set<QString> { u"SPX"_s, u"SPXW"_s }));
    QVERIFY(m_market.get("/v3/snapshot/options/SPX").rows().isEmpty());
}

void TestGatewayOptions::contractSnapshot()
{
    const std::string ticker = busyContract(m_market);
    const auto one = m_market.get("/v3/snapshot/options/SPY/" + ticker);
    QCOMPARE(one.status, 200);
    const auto strike = symbology::parseOption(QString::fromStdString(ticker))->strike;
    const QJsonArray chain
        = m_market
              .get("/v3/snapshot/options/SPY?expiration_date=2026-08-14&contract_type=call"
                   "&strike_price="
                   + strike.toString().toStdString())
              .rows();
    QCOMPARE(one.result(), chain[0].toObject());
    QCOMPARE(m_market.get("/v3/snapshot/options/AAPL/" + ticker).status, 404);
    const auto unknown = m_market.get("/v3/snapshot/options/SPY/O:SPY260814C00650125");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.text("message"_L1), u"Option Ticker not found."_s);
}

/// The last quote and trade of a snapshot are the newest of the history, and its day is their sum.
void TestGatewayOptions::snapshotAgreesWithTicks()
{
    const std::string ticker = busyContract(m_market);
    const QJsonObject row = m_market.get("/v3/snapshot/options/SPY/" + ticker).result();
    const QJsonObject quote
        = m_market.get("/v3/quotes/" + ticker + "?limit=1").rows().at(0).toObject();
    QCOMPARE(row["last_quote"_L1]["last_updated"_L1], quote["sip_timestamp"_L1]);
    QCOMPARE(row["last_quote"_L1]["bid"_L1], quote["bid_price"_L1]);
    QCOMPARE(row["last_quote"_L1]["ask"_L1], quote["ask_price"_L1]);
    QCOMPARE(row["last_quote"_L1]["ask_size"_L1], quote["ask_size"_L1]);
    QCOMPARE(
        QStringList(quote.keys()),
        (QStringList { u"ask_exchange"_s, u"ask_price"_s, u"ask_size"_s, u"bid_exchange"_s,
                       u"bid_price"_s, u"bid_size"_s, u"sequence_number"_s, u"sip_timestamp"_s }));
    const QJsonArray trades
        = m_market.allPages("/v3/trades/" + ticker + "?timestamp.gte=2026-08-13&order=asc&limit=7");
    QVERIFY(trades.size() > 20);
    const QJsonObject last = trades.last().toObject();
    QCOMPARE(row["last_trade"_L1]["price"_L1], last["price"_L1]);
    QCOMPARE(row["last_trade"_L1]["sip_timestamp"_L1], last["sip_timestamp"_L1]);
    QCOMPARE(row["last_trade"_L1]["conditions"_L1], last["conditions"_L1]);
    QVERIFY(!last.contains("id"_L1) && !last.contains("tape"_L1));
    qint64 volume = 0;
    for (const QJsonValue &trade : trades)
        volume += trade["size"_L1].toInteger();
    QCOMPARE(row["day"_L1]["volume"_L1].toInteger(), volume);
    QCOMPARE(row["day"_L1]["open"_L1], trades.first()["price"_L1]);
    QCOMPARE(row["day"_L1]["close"_L1], last["price"_L1]);
    const QJsonObject lastTrade = m_market.get("/v2/last/trade/" + ticker).result();
    QCOMPARE(lastTrade["p"_L1], last["price"_L1]);
    QCOMPARE(lastTrade["t"_L1], last["sip_timestamp"_L1]);
    QCOMPARE(lastTrade["T"_L1].toString().toStdString(), ticker);
    const double middle
        = (row["last_quote"_L1]["bid"_L1].toDouble() + row["last_quote"_L1]["ask"_L1].toDouble())
        / 2;
    QVERIFY(std::abs(row["last_quote"_L1]["midpoint"_L1].toDouble() - middle) < 1e-9);
    QVERIFY(std::abs(row["break_even_price"_L1].toDouble()
                     - row["details"_L1]["strike_price"_L1].toDouble() - middle)
            < 1e-9);
    QVERIFY(std::abs(row["underlying_asset"_L1]["change_to_break_even"_L1].toDouble()
                     + row["underlying_asset"_L1]["price"_L1].toDouble()
                     - row["break_even_price"_L1].toDouble())
            < 1e-9);
}

void TestGatewayOptions::barsAgreeWithTrades()
{
    const std::string ticker = busyContract(m_market);
    const std::string bars = "/v2/aggs/ticker/" + ticker + "/range/";
    const std::string span = "/2026-08-13/2026-08-13?limit=50000";
    const QJsonObject day = m_market.get(bars + "1/day" + span).rows().at(0).toObject();
    for (const char *frame : { "1/second", "1/minute", "5/minute", "1/hour" }) {
        const QJsonArray rows = m_market.get(bars + frame + span).rows();
        QVERIFY(!rows.isEmpty());
        double volume = 0;
        double high = 0;
        qint64 count = 0;
        for (const QJsonValue &row : rows) {
            volume += row["v"_L1].toDouble();
            count += row["n"_L1].toInteger();
            high = std::max(high, row["h"_L1].toDouble());
        }
        QCOMPARE(volume, day["v"_L1].toDouble());
        QCOMPARE(count, day["n"_L1].toInteger());
        QCOMPARE(high, day["h"_L1].toDouble());
        QCOMPARE(rows.first()["o"_L1], day["o"_L1]);
        QCOMPARE(rows.last()["c"_L1], day["c"_L1]);
    }
    // Two years of days: a contract that long ahead exists
    const auto years = m_market.get("/v2/aggs/ticker/O:SPY270115C00600000/range/1/day/2024-08-15/"
                                    "2026-08-12");
    QVERIFY(years.rows().size() > 300);
}

void TestGatewayOptions::openCloseAndPreviousDay()
{
    const std::string ticker = "O:SPY260821P00700000"; // traded the day before
    const auto day = m_market.get("/v1/open-close/" + ticker + "/2026-08-12");
    QCOMPARE(day.status, 200);
    const QJsonObject bar
        = m_market.get("/v2/aggs/ticker/" + ticker + "/range/1/day/2026-08-12/2026-08-12")
              .rows()
              .at(0)
              .toObject();
    QCOMPARE(day.json["open"_L1], bar["o"_L1]);
    QCOMPARE(day.json["close"_L1], bar["c"_L1]);
    QCOMPARE(day.json["volume"_L1], bar["v"_L1]);
    const QJsonObject previous
        = m_market.get("/v2/aggs/ticker/" + ticker + "/prev").rows().at(0).toObject();
    QCOMPARE(previous["c"_L1], bar["c"_L1]);
    QCOMPARE(previous["t"_L1].toInteger(), toMs(easterntime::at({ 2026, 8, 12 }, 16h)));
    QCOMPARE(m_market.get("/v1/open-close/" + ticker + "/2026-08-09").status, 404);
}

/// They are in no live list, and their history is.
void TestGatewayOptions::expiredContracts()
{
    const std::string expired
        = tickersOf(m_market
                        .get("/v3/reference/options/contracts?underlying_ticker=SPY&expired=true"
                             "&expiration_date=2026-07-17&strike_price.gte=650")
                        .rows())
              .first()
              .toStdString();
    QCOMPARE(m_market.get("/v3/reference/options/contracts/" + expired).status, 200);
    QCOMPARE(m_market.get("/v3/snapshot/options/SPY/" + expired).status, 404);
    QVERIFY(!m_market.get("/v2/aggs/ticker/" + expired + "/range/1/day/2026-01-02/2026-08-12")
                 .rows()
                 .isEmpty());
    const QJsonArray universal = m_market.get("/v3/snapshot?ticker.any_of=" + expired).rows();
    QCOMPARE(universal.size(), 1);
    QCOMPARE(universal[0]["error"_L1].toString(), u"NOT_FOUND"_s);
    QCOMPARE(universal[0]["ticker"_L1].toString().toStdString(), expired);
    const QJsonArray trades = m_market.get("/v3/trades/" + expired + "?limit=1").rows();
    QVERIFY(fromNs(trades[0]["sip_timestamp"_L1].toInteger())
            < easterntime::at({ 2026, 7, 17 }, 16h));
}

void TestGatewayOptions::entitlementByPlan_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("basic");
    QTest::addColumn<int>("starter");
    QTest::addColumn<int>("developer");
    QTest::addColumn<int>("advanced");
    QTest::addColumn<int>("noplan");
    const QString contract = u"O:SPY270115C00600000"_s;
    const auto row = [&](const char *name, const QString &target, int basic, int starter,
                         int developer, int noplan) {
        QTest::newRow(name) << QString(target).replace(u"%1"_s, contract) << basic << starter
                            << developer << 200 << noplan;
    };
    row("minute bars", u"/v2/aggs/ticker/%1/range/1/minute/2026-08-12/2026-08-12"_s, 200, 200, 200,
        403);
    row("second bars", u"/v2/aggs/ticker/%1/range/1/second/2026-08-12/2026-08-12"_s, 403, 200, 200,
        403);
    row("previous day", u"/v2/aggs/ticker/%1/prev"_s, 200, 200, 200, 403);
    row("open and close", u"/v1/open-close/%1/2026-08-12"_s, 200, 200, 200, 403);
    row("chain", u"/v3/snapshot/options/SPY"_s, 403, 200, 200, 403);
    row("contract snapshot", u"/v3/snapshot/options/SPY/%1"_s, 403, 200, 200, 403);
    row("trades", u"/v3/trades/%1"_s, 403, 403, 200, 403);
    row("last trade", u"/v2/last/trade/%1"_s, 403, 403, 200, 403);
    row("quotes", u"/v3/quotes/%1"_s, 403, 403, 403, 403);
    row("contract list", u"/v3/reference/options/contracts"_s, 200, 200, 200, 200);
    row("contract", u"/v3/reference/options/contracts/%1"_s, 200, 200, 200, 200);
}

void TestGatewayOptions::entitlementByPlan()
{
    QFETCH(const QString, target);
    QFETCH(const int, basic);
    QFETCH(const int, starter);
    QFETCH(const int, developer);
    QFETCH(const int, advanced);
    QFETCH(const int, noplan);
    QCOMPARE(m_market.get(target.toStdString(), "basic").status, basic);
    QCOMPARE(m_market.get(target.toStdString(), "starter").status, starter);
    QCOMPARE(m_market.get(target.toStdString(), "developer").status, developer);
    QCOMPARE(m_market.get(target.toStdString(), "advanced").status, advanced);
    QCOMPARE(m_market.get(target.toStdString(), "noplan").status, noplan);
    QCOMPARE(m_market.get(target.toStdString(), "nobody").status, 401);
}

void TestGatewayOptions::delayedPlansSeeThePast()
{
    const std::string ticker = busyContract(m_market);
    const std::string path = "/v3/snapshot/options/SPY/" + ticker;
    const QJsonObject starter = m_market.get(path, "starter").result();
    QVERIFY(!starter.contains("last_quote"_L1));
    QVERIFY(!starter.contains("last_trade"_L1));
    QVERIFY(starter.contains("greeks"_L1));
    QCOMPARE(starter["underlying_asset"_L1]["timeframe"_L1].toString(), u"DELAYED"_s);
    const QJsonObject developer = m_market.get(path, "developer").result();
    QVERIFY(!developer.contains("last_quote"_L1));
    QCOMPARE(developer["last_trade"_L1]["timeframe"_L1].toString(), u"DELAYED"_s);
    QVERIFY(fromNs(developer["last_trade"_L1]["sip_timestamp"_L1].toInteger()) < morning - 15min);
    const QJsonObject advanced = m_market.get(path).result();
    QVERIFY(starter["day"_L1]["volume"_L1].toInteger()
            < advanced["day"_L1]["volume"_L1].toInteger());
    // What the delayed plan sees is what the real-time plan saw a quarter of an hour before
    HeldSandbox before(morning - 15min);
    const QJsonObject then = before.get(path).result();
    for (const QLatin1String key : { "day"_L1, "greeks"_L1, "break_even_price"_L1,
                                     "implied_volatility"_L1, "open_interest"_L1 })
        QCOMPARE(starter[key], then[key]);
    // Four years of history, five and more, two
    const std::string bars = "/v2/aggs/ticker/" + ticker + "/range/1/day/";
    QCOMPARE(m_market.get(bars + "2023-08-14/2023-08-15", "starter").status, 403);
    QCOMPARE(m_market.get(bars + "2023-08-14/2023-08-15", "developer").status, 200);
    QCOMPARE(m_market.get(bars + "2021-08-12/2021-08-13", "developer").status, 403);
    QCOMPARE(m_market.get(bars + "2021-08-12/2021-08-13").status, 200);
    QCOMPARE(m_market.get(bars + "2026-08-13/2026-08-13", "basic").status, 403);
}

void TestGatewayOptions::sameRequestSameBytes()
{
    HeldSandbox again(morning);
    // Asked for other things first, in another order
    again.get("/v3/snapshot/options/SPY?limit=250&order=desc");
    for (const std::string target :
         { "/v3/snapshot/options/SPY?limit=250", "/v3/reference/options/contracts?limit=100",
           "/v3/snapshot/options/I:SPX?sort=strike_price&limit=50" })
        QCOMPARE(again.get(target).body, m_market.get(target).body);
}

/// The row of a contract among others says what its own snapshot does.
void TestGatewayOptions::universalRows()
{
    const std::string ticker = busyContract(m_market);
    const QJsonArray rows
        = m_market.get("/v3/snapshot?ticker.any_of=SPY," + ticker + ",O:SPY260814C00650125").rows();
    QCOMPARE(rows.size(), 3);
    QJsonObject row;
    for (const QJsonValue &candidate : rows)
        if (candidate["ticker"_L1].toString().toStdString() == ticker)
            row = candidate.toObject();
    const QJsonObject alone = m_market.get("/v3/snapshot/options/SPY/" + ticker).result();
    QCOMPARE(row["type"_L1].toString(), u"options"_s);
    QCOMPARE(row["market_status"_L1].toString(), u"open"_s);
    QVERIFY(row["name"_L1].toString().startsWith(u"SPY $"_s));
    for (const QLatin1String key :
         { "greeks"_L1, "implied_volatility"_L1, "open_interest"_L1, "break_even_price"_L1,
           "last_quote"_L1, "last_trade"_L1, "underlying_asset"_L1 })
        QCOMPARE(row[key], alone[key]);
    QCOMPARE(row["session"_L1]["close"_L1], alone["day"_L1]["close"_L1]);
    QCOMPARE(row["session"_L1]["volume"_L1], alone["day"_L1]["volume"_L1]);
    // The first three rows in the order of symbols: the unknown one among the contracts
    bool isUnknownTold = false;
    for (const QJsonValue &candidate : rows)
        isUnknownTold |= candidate["error"_L1].toString() == "NOT_FOUND"_L1;
    QVERIFY(isUnknownTold);
    const auto basic = m_market.get("/v3/snapshot?ticker.any_of=" + ticker, "basic");
    QVERIFY(basic.status == 403 || basic.rows().at(0)["error"_L1].toString() == "NOT_ENTITLED"_L1);
}

void TestGatewayOptions::indicators()
{
    const std::string ticker = "O:SPY270115C00600000";
    const auto average
        = m_market.get("/v1/indicators/sma/" + ticker + "?timespan=day&window=5&limit=1");
    QCOMPARE(average.status, 200);
    const QJsonObject value = average.result()["values"_L1].toArray().at(0).toObject();
    const QJsonArray days = m_market
                                .get("/v2/aggs/ticker/" + ticker
                                     + "/range/1/day/2026-06-01/2026-08-13?sort=desc&limit=200")
                                .rows();
    double sum = 0;
    for (int i = 0; i < 5; ++i)
        sum += days.at(i)["c"_L1].toDouble();
    QVERIFY(std::abs(value["value"_L1].toDouble() - sum / 5) < 1e-6);
}

/// Every condition on the tape is in the list of its class.
void TestGatewayOptions::conditions()
{
    const QJsonArray rows
        = m_market.allPages("/v3/reference/conditions?asset_class=options&limit=9");
    QCOMPARE(rows.size(), 33);
    std::set<qint64> known;
    for (const QJsonValue &row : rows) {
        QCOMPARE(row["asset_class"_L1].toString(), u"options"_s);
        QVERIFY(!row["name"_L1].toString().isEmpty());
        known.insert(row["id"_L1].toInteger());
        const bool cancels = QList<int> { 201, 203, 205, 207 }.contains(row["id"_L1].toInt());
        QCOMPARE(row["update_rules"_L1]["consolidated"_L1]["updates_volume"_L1].toBool(), !cancels);
    }
    const QJsonArray trades = m_market.get("/v3/trades/" + busyContract(m_market)).rows();
    QVERIFY(!trades.isEmpty());
    for (const QJsonValue &trade : trades)
        QVERIFY(known.contains(trade["conditions"_L1].toArray().at(0).toInteger()));
    QVERIFY(m_market.get("/v3/reference/conditions?asset_class=options&sip=CTA").rows().isEmpty());
    QCOMPARE(m_market.get("/v3/reference/conditions?asset_class=options&id=209").rows().size(), 1);
}

/// Endpoints of other classes do not know contracts.
void TestGatewayOptions::contractsElsewhere_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("ticker details") << u"/v3/reference/tickers/%1"_s << 404;
    QTest::newRow("stock snapshot") << u"/v2/snapshot/locale/us/markets/stocks/tickers/%1"_s << 404;
    QTest::newRow("stock snapshots")
        << u"/v2/snapshot/locale/us/markets/stocks/tickers?tickers=%1"_s << 200;
    QTest::newRow("coin snapshot")
        << u"/v2/snapshot/locale/global/markets/crypto/tickers/%1"_s << 404;
    QTest::newRow("ticker list") << u"/v3/reference/tickers?ticker=%1"_s << 200;
    QTest::newRow("dividends") << u"/stocks/v1/dividends?ticker=%1"_s << 200;
    QTest::newRow("splits") << u"/v3/reference/splits?ticker=%1"_s << 200;
    QTest::newRow("news") << u"/v2/reference/news?ticker=%1"_s << 200;
    QTest::newRow("futures bars") << u"/futures/v1/aggs/%1"_s << 200;
    QTest::newRow("index snapshot") << u"/v3/snapshot/indices?ticker.any_of=%1"_s << 200;
}

void TestGatewayOptions::contractsElsewhere()
{
    QFETCH(const QString, target);
    QFETCH(const int, status);
    const QString symbol = u"O:SPY270115C00600000"_s;
    const auto answer = m_market.get(QString(target).replace(u"%1"_s, symbol).toStdString());
    QCOMPARE(answer.status, status);
    for (const QJsonValue &row : answer.rows())
        QVERIFY(row["error"_L1].isString());
    m_market.get("/v1/related-companies/" + symbol.toStdString()); // answers, whatever it says
    m_market.get("/vX/reference/tickers/" + symbol.toStdString() + "/events");
}

/// Whoever has options and not stocks sees chains without the underlying's price.
void TestGatewayOptions::underlyingOfAnotherPlan()
{
    const QJsonObject row
        = m_market.get("/v3/snapshot/options/SPY?limit=1", HeldSandbox::optionsOnly)
              .rows()
              .at(0)
              .toObject();
    QVERIFY(row.contains("last_quote"_L1) && row.contains("open_interest"_L1));
    const QJsonObject underlying = row["underlying_asset"_L1].toObject();
    QCOMPARE(underlying.keys(), QStringList { u"ticker"_s });
    const QJsonObject index
        = m_market.get("/v3/snapshot/options/I:SPX?limit=1", HeldSandbox::optionsOnly)
              .rows()
              .at(0)["underlying_asset"_L1]
              .toObject();
    QCOMPARE(index.keys(), QStringList { u"ticker"_s });
    QVERIFY(m_market.get("/v3/snapshot/options/I:SPX?limit=1")
                .rows()
                .at(0)["underlying_asset"_L1]["value"_L1]
                .toDouble()
            > 1'000);
    QCOMPARE(m_market.get("/v2/last/trade/SPY", HeldSandbox::optionsOnly).status, 403);
}

void TestGatewayOptions::badParameters_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("limit of a chain") << u"/v3/snapshot/options/SPY?limit=251"_s;
    QTest::newRow("limit of the list") << u"/v3/reference/options/contracts?limit=1001"_s;
    QTest::newRow("type") << u"/v3/snapshot/options/SPY?contract_type=straddle"_s;
    QTest::newRow("strike") << u"/v3/snapshot/options/SPY?strike_price.gt=high"_s;
    QTest::newRow("date") << u"/v3/snapshot/options/SPY?expiration_date=soon"_s;
    QTest::newRow("sort") << u"/v3/snapshot/options/SPY?sort=underlying_ticker"_s;
    QTest::newRow("order") << u"/v3/reference/options/contracts?order=up"_s;
    QTest::newRow("expired") << u"/v3/reference/options/contracts?expired=maybe"_s;
    QTest::newRow("as_of") << u"/v3/reference/options/contracts?as_of=2026"_s;
    QTest::newRow("cursor") << u"/v3/snapshot/options/SPY?cursor=abc"_s;
}

void TestGatewayOptions::badParameters()
{
    QFETCH(const QString, target);
    const auto answer = m_market.get(target.toStdString());
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.text("status"_L1), u"ERROR"_s);
    QVERIFY(!answer.text("error"_L1).isEmpty());
}

/// Our own client reads what our server says.
void TestGatewayOptions::decodersReadThem()
{
    const auto answer = m_market.get("/v3/snapshot/options/SPY?limit=250");
    const auto chain = decodeOptionsChain(QByteArray::fromStdString(answer.body));
    QVERIFY(chain);
    QCOMPARE(chain->snapshots.size(), std::size_t(250));
    QCOMPARE(chain->invalid, 0);
    QVERIFY(!chain->nextUrl.isEmpty());
    for (const UniversalSnapshot &row : chain->snapshots) {
        QVERIFY(row.option && row.lastQuote);
        QCOMPARE(row.option->underlying, u"SPY"_s);
        QVERIFY(row.option->underlyingPrice > Price());
        QVERIFY(row.lastQuote->ask > row.lastQuote->bid);
    }
    const auto list = decodeOptionContracts(QByteArray::fromStdString(
        m_market.get("/v3/reference/options/contracts?limit=1000&underlying_ticker=SPX").body));
    QVERIFY(list);
    QCOMPARE(list->contracts.size(), std::size_t(1'000));
    QCOMPARE(list->contracts.front().exerciseStyle, u"european"_s);
}

QTEST_GUILESS_MAIN(TestGatewayOptions)
#include "tst_gatewayoptions.moc"
