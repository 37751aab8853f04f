#include "restdecoder.h"

#include "bytesource.h"
#include "economydecoder.h"
#include "shared.h"

#include <QtTest>

#include <functional>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray readShared(const QString &path)
{
    QByteArray bytes;
    Result<std::unique_ptr<ByteSource>> source = ByteSource::open(tapeline::test::sharedFile(path));
    if (!source)
        return bytes;
    std::array<char, 65536> buffer;
    for (;;) {
        const Result<qint64> got = (*source)->read(buffer.data(), qint64(buffer.size()));
        if (!got || *got == 0)
            return bytes;
        bytes.append(buffer.data(), *got);
    }
}

Price price(const char *text)
{
    return Price::parse(QString::fromLatin1(text)).value_or(Price());
}

Qty qty(const char *text)
{
    return Qty::parse(QString::fromLatin1(text)).value_or(Qty());
}

/// How many rows a body has by a decoder, -1 when it is refused.
using Counter = std::function<int(const QByteArray &)>;

template<typename Page, typename Row>
Counter rowsOf(Result<Page> (*decode)(QByteArrayView), std::vector<Row> Page::*rows)
{
    return [decode, rows](const QByteArray &body) {
        const Result<Page> page = decode(body);
        return page && page->invalid == 0 ? int(((*page).*rows).size()) : -1;
    };
}

/// 1 for a body that gives one value.
template<typename Value> Counter oneOf(Result<Value> (*decode)(QByteArrayView))
{
    return [decode](const QByteArray &body) { return decode(body) ? 1 : -1; };
}

int tradesIn(const QByteArray &body)
{
    const Result<TradesPage> page = decodeTrades(body);
    return page && page->invalid == 0 ? int(page->trades.size()) : -1;
}

int quotesIn(const QByteArray &body)
{
    const Result<QuotesPage> page = decodeQuotes(body);
    return page && page->invalid == 0 ? int(page->quotes.size()) : -1;
}

int holidaysIn(const QByteArray &body)
{
    const Result<QList<CalendarException>> days = decodeUpcomingHolidays(body);
    return days ? int(days->size()) : -1;
}

/// Every decoder, for bodies that none of them may accept or stumble over.
const std::vector<Counter> &everyDecoder()
{
    static const std::vector<Counter> all {
        rowsOf(decodeBars, &BarsPage::bars),
        rowsOf(decodeGroupedDaily, &SymbolBarsPage::bars),
        rowsOf(decodeFuturesBars, &FuturesBarsPage::bars),
        oneOf(decodeOpenClose),
        tradesIn,
        quotesIn,
        oneOf(decodeLastTrade),
        oneOf(decodeLastNbbo),
        oneOf(decodeLastCryptoTrade),
        oneOf(decodeLastForexQuote),
        oneOf(decodeConversion),
        rowsOf(decodeStockSnapshots, &StockSnapshotsPage::snapshots),
        rowsOf(decodeUniversalSnapshots, &UniversalSnapshotsPage::snapshots),
        rowsOf(decodeOptionsChain, &UniversalSnapshotsPage::snapshots),
        oneOf(decodeCryptoBook),
        rowsOf(decodeTickers, &TickersPage::tickers),
        oneOf(decodeTickerDetails),
        rowsOf(decodeExchanges, &ExchangesPage::exchanges),
        rowsOf(decodeConditions, &ConditionsPage::conditions),
        rowsOf(decodeTickerTypes, &TickerTypesPage::types),
        oneOf(decodeMarketStatus),
        holidaysIn,
        rowsOf(decodeOptionContracts, &OptionContractsPage::contracts),
        rowsOf(decodeFuturesContracts, &FuturesContractsPage::contracts),
        oneOf(decodeTickerEvents),
        oneOf(decodeRelatedCompanies),
        rowsOf(decodeSplits, &SplitsPage::splits),
        rowsOf(decodeDividends, &DividendsPage::dividends),
        rowsOf(decodeNews, &NewsPage::items),
        rowsOf(decodeEarnings, &EarningsPage::reports),
        rowsOf(decodeShortInterest, &ShortInterestPage::rows),
        rowsOf(decodeIndicator, &IndicatorPage::values),
    };
    return all;
}

struct Expectation
{
    Counter decode;
    int rows = 0; ///< -1: a shape of 2020 that today's decoder refuses with a clear error
};

/// What each recorded or sample payload must give, by file name.
const std::map<QString, Expectation> &expectations()
{
    static const Counter bars = rowsOf(decodeBars, &BarsPage::bars);
    static const Counter snapshots = rowsOf(decodeStockSnapshots, &StockSnapshotsPage::snapshots);
    static const Counter universal
        = rowsOf(decodeUniversalSnapshots, &UniversalSnapshotsPage::snapshots);
    static const Counter exchanges = rowsOf(decodeExchanges, &ExchangesPage::exchanges);
    static const Counter indicator = rowsOf(decodeIndicator, &IndicatorPage::values);
    static const Counter tickers = rowsOf(decodeTickers, &TickersPage::tickers);
    static const std::map<QString, Expectation> all {
        // samples/massive, told by the number each name begins with
        { u"01"_s, { oneOf(decodeConversion), 1 } },
        { u"03"_s, { indicator, 8 } },
        { u"05"_s, { indicator, 3 } },
        { u"07"_s, { oneOf(decodeLastForexQuote), 1 } },
        { u"09"_s, { holidaysIn, 7 } },
        { u"11"_s, { universal, 5 } },
        { u"13"_s, { bars, 1 } },
        { u"15"_s, { bars, 2 } },
        { u"17"_s, { oneOf(decodeLastTrade), 1 } },
        { u"19"_s, { oneOf(decodeCryptoBook), 1 } },
        { u"21"_s, { snapshots, 1 } },
        { u"23"_s, { quotesIn, 10 } },
        { u"25"_s, { rowsOf(decodeConditions, &ConditionsPage::conditions), 10 } },
        { u"27"_s, { exchanges, 24 } },
        { u"29"_s, { rowsOf(decodeOptionContracts, &OptionContractsPage::contracts), 10 } },
        { u"31"_s, { rowsOf(decodeSplits, &SplitsPage::splits), 10 } },
        { u"33"_s, { tickers, 2 } },
        { u"35"_s, { oneOf(decodeTickerDetails), 1 } },
        { u"37"_s, { universal, 3 } },
        { u"39"_s, { rowsOf(decodeOptionsChain, &UniversalSnapshotsPage::snapshots), 1 } },
        { u"41"_s, { tradesIn, 2 } },
        { u"43"_s, { oneOf(decodeTickerEvents), 1 } },
        // data/api/polygon_2020: current shapes
        { u"stocks_aggregates"_s, { bars, 21 } },
        { u"stocks_previous_close"_s, { bars, 1 } },
        { u"stocks_grouped_daily"_s, { rowsOf(decodeGroupedDaily, &SymbolBarsPage::bars), 8374 } },
        { u"stocks_snapshot"_s, { snapshots, 1 } },
        { u"stocks_snapshot_gainers_losers"_s, { snapshots, 21 } },
        { u"stocks_daily_open_close"_s, { oneOf(decodeOpenClose), 1 } },
        { u"market_status"_s, { oneOf(decodeMarketStatus), 1 } },
        { u"market_holidays"_s, { holidaysIn, 17 } },
        { u"crypto_full_snapshot"_s, { snapshots, 168 } },
        { u"crypto_single_snapshot"_s, { snapshots, 1 } },
        { u"crypto_snapshot_gainers_losers"_s, { snapshots, 21 } },
        { u"crypto_snapshot_book"_s, { oneOf(decodeCryptoBook), 1 } },
        { u"crypto_last_trade"_s, { oneOf(decodeLastCryptoTrade), 1 } },
        { u"crypto_daily_open_close"_s, { oneOf(decodeOpenClose), 1 } },
        { u"forex_full_snapshot"_s, { snapshots, 1260 } },
        { u"forex_snapshot_gainers_losers"_s, { snapshots, 21 } },
        { u"currency_last_quote"_s, { oneOf(decodeLastForexQuote), 1 } },
        { u"currency_conversion"_s, { oneOf(decodeConversion), 1 } },
        // and retired ones whose fields are today's under other names
        { u"stocks_historic_trades"_s, { tradesIn, 500 } },
        { u"stocks_historic_quotes"_s, { quotesIn, 500 } },
        { u"stocks_last_trade"_s, { oneOf(decodeLastCryptoTrade), 1 } },
        { u"stocks_last_quote"_s, { oneOf(decodeLastForexQuote), 1 } },
        { u"stocks_list_exchanges"_s, { exchanges, 34 } },
        { u"cryptos"_s, { exchanges, 22 } },
        // retired and gone: refused
        { u"tickers"_s, { tickers, -1 } },
        { u"tickers_2"_s, { tickers, -1 } },
        { u"ticker_details"_s, { oneOf(decodeTickerDetails), -1 } },
        { u"ticker_types"_s, { rowsOf(decodeTickerTypes, &TickerTypesPage::types), -1 } },
        { u"markets"_s, { exchanges, -1 } },
        { u"locales"_s, { exchanges, -1 } },
        { u"stocks_condition_mappings_trades"_s,
          { rowsOf(decodeConditions, &ConditionsPage::conditions), -1 } },
        { u"stocks_condition_mappings_quotes"_s,
          { rowsOf(decodeConditions, &ConditionsPage::conditions), -1 } },
        { u"reference_stocks_splits"_s, { rowsOf(decodeSplits, &SplitsPage::splits), -1 } },
        { u"reference_stocks_dividends"_s,
          { rowsOf(decodeDividends, &DividendsPage::dividends), -1 } },
        { u"reference_stocks_financials"_s,
          { rowsOf(decodeDividends, &DividendsPage::dividends), -1 } },
        { u"crypto_historic_trades"_s, { tradesIn, -1 } },
        { u"crypto_historic_trades_with_offset_and_limit"_s, { tradesIn, -1 } },
        { u"forex_historic_ticks"_s, { quotesIn, -1 } },
    };
    return all;
}

QString expectationName(const QString &folder, const QString &file)
{
    return folder.startsWith("samples"_L1) ? file.left(2) : file.section(u'.', 0, 0);
}

} // namespace

class TestRestDecoder : public QObject
{
    Q_OBJECT

private slots:
    void treasuryYields()
    {
        const Result<TreasuryYieldsPage> page = decodeTreasuryYields(
            R"({"status":"OK","results":[{"date":"2001-07-30","yield_3_month":3.54,)"
            R"("yield_10_year":"5.11","yield_30_year":5.57},{"yield_1_year":3.6}]})");
        QVERIFY(page);
        QCOMPARE(page->days.size(), 1U);
        QCOMPARE(page->invalid, 1);
        const TreasuryYields &day = page->days.front();
        QCOMPARE(day.date, QDate(2001, 7, 30));
        QVERIFY(!day.percent[0]); // one month was not issued yet
        QCOMPARE(day.percent[1].value_or(0), 3.54);
        QCOMPARE(day.percent[8].value_or(0), 5.11);
        QCOMPARE(day.percent[10].value_or(0), 5.57);
    }

    void everyRecordedPayload_data()
    {
        SHARED_OR_SKIP();
        QTest::addColumn<QString>("path");
        for (const QString &folder : { u"samples/massive"_s, u"data/api/polygon_2020"_s }) {
            const QDir dir(tapeline::test::sharedFile(folder));
            for (const QString &file :
                 dir.entryList({ u"*.json"_s, u"*.json.gz"_s }, QDir::Files)) {
                if (file != "index.json"_L1)
                    QTest::newRow(qPrintable(file)) << folder + u'/' + file;
            }
        }
    }

    void everyRecordedPayload()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, path);
        const QString name = expectationName(path, path.section(u'/', -1));
        const auto expected = expectations().find(name);
        QVERIFY2(expected != expectations().end(), "a payload no one has looked at");
        const QByteArray body = readShared(path);
        QVERIFY(!body.isEmpty());
        QCOMPARE(expected->second.decode(body), expected->second.rows);
        // The wrong decoder may refuse, and must not stumble
        const QByteArray excerpt = body.left(200'000);
        for (const Counter &decode : everyDecoder())
            decode(excerpt);
    }

    void barsKeepExponentNumbers()
    {
        SHARED_OR_SKIP();
        const auto page = decodeBars(readShared(u"data/api/polygon_2020/stocks_aggregates.json"_s));
        QVERIFY(page);
        QCOMPARE(page->symbol, u"AAPL"_s);
        QVERIFY(page->adjusted);
        const Candle &first = page->bars.front();
        QCOMPARE(first.volume, Qty::whole(37'039'737)); // written 3.7039737e+07
        QCOMPARE(first.open, price("154.89"));
        QCOMPARE(first.vwap, 155.5485);
        QCOMPARE(toMs(first.start), Q_INT64_C(1546405200000));
        QVERIFY(first.hasPrices);
    }

    void previousDay()
    {
        SHARED_OR_SKIP();
        const auto page
            = decodeBars(readShared(u"samples/massive/13_v2_aggs_ticker_AAPL_prev.json"_s));
        QVERIFY(page);
        QCOMPARE(page->bars.front().volume, Qty::whole(95'595'226)); // written 95595226.0
        QCOMPARE(page->bars.front().tradeCount, qint64(899'965));
    }

    void stockSnapshot()
    {
        SHARED_OR_SKIP();
        const auto page = decodeStockSnapshots(readShared(
            u"samples/massive/21_v2_snapshot_locale_us_markets_stocks_tickers_AAPL.json"_s));
        QVERIFY(page);
        const StockSnapshot &snapshot = page->snapshots.front();
        QCOMPARE(snapshot.symbol, u"AAPL"_s);
        QCOMPARE(snapshot.change, price("-3.65"));
        QCOMPARE(snapshot.day.close, price("160.315"));
        QCOMPARE(snapshot.previousDay.close, price("163.64"));
        QCOMPARE(snapshot.minute.close, price("160.3"));
        QCOMPARE(toMs(snapshot.minute.start), Q_INT64_C(1684428600000));
        QCOMPARE(snapshot.minuteDayVolume, Qty::whole(68'834'255));
        QVERIFY(snapshot.lastTrade && snapshot.lastQuote);
        QCOMPARE(snapshot.lastTrade->price, price("159.99"));
        QVERIFY2(snapshot.lastTrade->conditions.isEmpty(), "c is null");
        QCOMPARE(toNs(snapshot.lastTrade->time), Q_INT64_C(1651251948294080343));
        QCOMPARE(snapshot.lastQuote->bid, price("159.98"));
        QCOMPARE(snapshot.lastQuote->askSize, Qty::whole(5));
    }

    void snapshotBeforeTheFirstTrade()
    {
        const auto page = decodeStockSnapshots(
            R"({"status":"OK","count":1,"tickers":[{"ticker":"A","todaysChange":0,"todaysChangePerc":0,)"
            R"("day":{"o":0,"h":0,"l":0,"c":0,"v":0,"vw":0},"min":{"o":0,"h":0,"l":0,"c":0,"v":0},)"
            R"("prevDay":{"o":1,"h":2,"l":1,"c":2,"v":10,"vw":1.5},"updated":0}]})");
        QVERIFY(page);
        const StockSnapshot &snapshot = page->snapshots.front();
        QVERIFY(!snapshot.day.hasPrices);
        QVERIFY(!snapshot.minute.hasPrices);
        QVERIFY(snapshot.previousDay.hasPrices);
        QVERIFY2(!snapshot.lastTrade && !snapshot.lastQuote, "the plan has neither");
    }

    void forexSnapshotQuotesHaveSizeOne()
    {
        SHARED_OR_SKIP();
        const auto page = decodeStockSnapshots(
            readShared(u"data/api/polygon_2020/forex_full_snapshot.json.gz"_s));
        QVERIFY(page);
        const StockSnapshot &snapshot = page->snapshots.front();
        QCOMPARE(snapshot.symbol, u"C:MVRUSD"_s);
        QCOMPARE(snapshot.lastQuote->bid, price("0.06369427"));
        QCOMPARE(snapshot.lastQuote->ask, price("0.06578947"));
        QCOMPARE(snapshot.lastQuote->bidSize, Qty::whole(1));
        QCOMPARE(toMs(snapshot.lastQuote->time), Q_INT64_C(1588102611000));
    }

    void lastTradeAndQuote()
    {
        SHARED_OR_SKIP();
        const auto trade
            = decodeLastTrade(readShared(u"samples/massive/17_v2_last_trade_AAPL.json"_s));
        QVERIFY(trade);
        QCOMPARE(trade->symbol, u"AAPL"_s);
        QCOMPARE(trade->trade.price, price("166.25"));
        QCOMPARE(trade->trade.trfId, quint16(202));
        QVERIFY(trade->trade.conditions == (TradeConditions { 12, 37 }));
        QCOMPARE(toNs(trade->trade.time), Q_INT64_C(1651179319310617300));
        QCOMPARE(trade->trade.sequence, quint64(7'084'210));

        const auto nbbo = decodeLastNbbo(
            R"({"status":"OK","request_id":"x","results":{"T":"A","P":127.98,"S":700,"X":19,"p":127.96,)"
            R"("s":100,"x":11,"q":83480742,"t":1617827221349730300,"y":1617827221349366000,"z":3}})");
        QVERIFY(nbbo);
        QCOMPARE(nbbo->quote.bid, price("127.96"));
        QCOMPARE(nbbo->quote.askSize, Qty::whole(700));
        QCOMPARE(nbbo->quote.askExchange, quint16(19));
    }

    void tradesAndQuotesOfThePast()
    {
        SHARED_OR_SKIP();
        const InstrumentId id(7);
        const auto trades = decodeTrades(
            readShared(u"data/api/polygon_2020/stocks_historic_trades.json.gz"_s), id);
        QVERIFY(trades);
        const Trade &trade = trades->trades.front();
        QCOMPARE(trade.instrument, id);
        QCOMPARE(trade.price, price("282.72"));
        QCOMPARE(trade.size, Qty::whole(136));
        QCOMPARE(toNs(trade.time), Q_INT64_C(1587369600082188768));
        QCOMPARE(toNs(trade.participantTime), Q_INT64_C(1587369600081795840));

        const auto quotes = decodeQuotes(
            readShared(u"data/api/polygon_2020/stocks_historic_quotes.json.gz"_s), id);
        QVERIFY(quotes);
        QCOMPARE(quotes->quotes.front().bid, price("280"));
        QVERIFY2(!quotes->quotes.front().hasAsk(), "one-sided: price and size 0");
    }

    void exactSizesWin()
    {
        const auto page = decodeTrades(
            R"({"status":"DELAYED","request_id":"x","next_url":"https://api.massive.com/n?cursor=c","results":[)"
            R"({"price":10.5,"size":0,"decimal_size":"0.25","exchange":4,"sip_timestamp":1651181822461979400,)"
            R"("sequence_number":"7","participant_timestamp":null,"trf_id":202},{"price":1}]})");
        QVERIFY(page);
        QCOMPARE(page->trades.size(), std::size_t(1));
        QCOMPARE(page->trades.front().size, qty("0.25"));
        QCOMPARE(page->trades.front().sequence, quint64(7));
        QCOMPARE(page->invalid, 1);
        QVERIFY(page->delayed);
        QCOMPARE(page->nextUrl, u"https://api.massive.com/n?cursor=c"_s);
    }

    void optionsChain()
    {
        SHARED_OR_SKIP();
        const auto page
            = decodeOptionsChain(readShared(u"samples/massive/39_v3_snapshot_options_AAPL.json"_s));
        QVERIFY(page);
        const UniversalSnapshot &row = page->snapshots.front();
        QCOMPARE(row.symbol, u"O:AAPL230616C00150000"_s);
        QVERIFY(row.option);
        QCOMPARE(row.option->details.strike, price("150"));
        QCOMPARE(row.option->details.expiration, QDate(2023, 6, 16));
        QVERIFY(row.option->details.type == ContractType::Call);
        QCOMPARE(*row.option->delta, 0.6436614934293701);
        QCOMPARE(*row.option->impliedVolatility, 0.3570277203465058);
        QCOMPARE(row.option->openInterest, 8133.0);
        QCOMPARE(row.option->underlyingPrice, price("159.9606"));
        QCOMPARE(row.session.previousClose, price("31.4"));
        QCOMPARE(row.session.vwap, 30.7738);
        QCOMPARE(row.lastQuote->ask, price("29.25"));
        QCOMPARE(row.lastQuote->askSize, Qty::whole(209));
        QVERIFY(!row.delayed);
    }

    void oneContractIsAPageOfOne()
    {
        const auto page = decodeOptionsChain(
            R"({"status":"OK","results":{"details":{"ticker":"O:A220520C00065000","strike_price":65,)"
            R"("expiration_date":"2022-05-20","contract_type":"put"},"day":{},"greeks":{},"open_interest":0}})");
        QVERIFY(page);
        QCOMPARE(page->snapshots.size(), std::size_t(1));
        QVERIFY(!page->snapshots.front().option->delta);
    }

    void universalRowsMayFail()
    {
        SHARED_OR_SKIP();
        const auto page
            = decodeUniversalSnapshots(readShared(u"samples/massive/37_v3_snapshot.json"_s));
        QVERIFY(page);
        QCOMPARE(page->snapshots[0].option->details.underlying, u"NCLH"_s);
        QCOMPARE(page->snapshots[1].session.previousClose, price("22.45"));
        QCOMPARE(page->snapshots[1].lastTrade->price, price("0.05"));
        QCOMPARE(page->snapshots[2].error, u"NOT_FOUND"_s);
        QCOMPARE(page->snapshots[2].symbol, u"TSLAAPL"_s);
    }

    void indexSnapshot()
    {
        const auto page = decodeUniversalSnapshots(
            R"({"request_id":"x","status":"OK","results":[{"value":3822.39,"name":"S&P 500","ticker":"I:SPX",)"
            R"("type":"indices","market_status":"regular_trading","timeframe":"DELAYED","last_updated":1678220098130,)"
            R"("session":{"change":-50.01,"close":3822.39,"open":3827.38,"high":3834.41,"low":38217.11,"previous_close":3812.19}}]})");
        QVERIFY(page);
        QCOMPARE(page->snapshots.front().value, price("3822.39"));
        QVERIFY(page->snapshots.front().delayed);
    }

    void calendarDays()
    {
        SHARED_OR_SKIP();
        const auto days = decodeUpcomingHolidays(
            readShared(u"samples/massive/09_v1_marketstatus_upcoming.json"_s));
        QVERIFY(days);
        const auto early
            = std::find_if(days->begin(), days->end(), [](const auto &day) { return !day.closed; });
        QVERIFY(early != days->end());
        QCOMPARE(early->date, QDate(2022, 11, 25));
        QVERIFY(early->closesAt && *early->closesAt == 13h); // 18:00 UTC
    }

    void marketStatus()
    {
        SHARED_OR_SKIP();
        const auto status
            = decodeMarketStatus(readShared(u"data/api/polygon_2020/market_status.json"_s));
        QVERIFY(status);
        QCOMPARE(toMs(status->serverTime), Q_INT64_C(1588058631000)); // 03:23:51-04:00
        QVERIFY(status->market == MarketPhase::Closed);
        QVERIFY(status->currencies.value(u"fx"_s) == MarketPhase::Open);
    }

    void conditionRulesEqualOurs()
    {
        SHARED_OR_SKIP();
        const auto page = decodeConditions(
            readShared(u"samples/massive/25_v3_reference_conditions__asset_class-stocks.json"_s));
        QVERIFY(page);
        for (const ConditionInfo &info : page->conditions) {
            QVERIFY(info.hasUpdateRules);
            QVERIFY2(info.update == conditionRule(quint16(info.id)), qPrintable(info.name));
        }
    }

    void tickers()
    {
        SHARED_OR_SKIP();
        const auto page
            = decodeTickers(readShared(u"samples/massive/33_v3_reference_tickers.json"_s));
        QVERIFY(page);
        QCOMPARE(page->tickers[1].symbol, u"AA"_s);
        QCOMPARE(page->tickers[1].name, u"Alcoa Corporation"_s);
        QCOMPARE(page->tickers[1].primaryExchange, u"XNYS"_s);
        QVERIFY(
            page->nextUrl.startsWith("https://api.massive.com/v3/reference/tickers?cursor="_L1));

        const auto details = decodeTickerDetails(
            readShared(u"samples/massive/35_v3_reference_tickers_AAPL.json"_s));
        QVERIFY(details);
        QCOMPARE(details->marketCap, 2488795282370.0);
        QCOMPARE(details->listed, QDate(1980, 12, 12));
    }

    void corporateActionsOfBothGenerations()
    {
        const auto splits = decodeSplits(
            R"({"status":"OK","request_id":"x","results":[{"id":"E","ticker":"A","execution_date":"2024-06-10",)"
            R"("split_from":1,"split_to":"10","adjustment_type":"forward_split","historical_adjustment_factor":0.1}]})");
        QVERIFY(splits);
        QCOMPARE(splits->splits.front().to, 10.0);
        const auto dividends = decodeDividends(
            R"({"status":"OK","results":[{"ticker":"A","cash_amount":0.22,"currency":"USD","ex_dividend_date":"2021-11-05",)"
            R"("pay_date":"2021-11-11","frequency":4,"dividend_type":"CD"},)"
            R"({"ticker":"B","cash_amount":1,"ex_dividend_date":"2026-01-02","distribution_type":"special","frequency":null}]})");
        QVERIFY(dividends);
        QCOMPARE(dividends->dividends[0].cashAmount, price("0.22"));
        QCOMPARE(dividends->dividends[0].type, u"CD"_s);
        QCOMPARE(dividends->dividends[1].type, u"special"_s);
        QVERIFY(!dividends->dividends[1].pay.isValid());
    }

    void splitsBeyondBeliefAreLeftOut()
    {
        const auto countOf = [](const char *from, const char *to) {
            const QByteArray row = QByteArray(R"({"ticker":"A","execution_date":"2024-06-10",)")
                + R"("split_from":)" + from + R"(,"split_to":)" + to + "}";
            const QByteArray body = R"({"status":"OK","results":[)" + row
                + R"(,{"ticker":"B","execution_date":"2024-06-10","split_from":1,"split_to":2}]})";
            const auto page = decodeSplits(body);
            return page ? int(page->splits.size()) - 1 : -1;
        };
        QCOMPARE(countOf("10000", "1"), 1);
        QCOMPARE(countOf("1", "1.05"), 1);
        QCOMPARE(countOf("1", "10001"), 0);
        QCOMPARE(countOf("10001", "1"), 0);
        QCOMPARE(countOf("1e13", "1e13"), 0);
        QCOMPARE(countOf("1", "1e300"), 0);
        QCOMPARE(countOf("1", "0"), 0);
    }

    void earningsBeforeAndAfter()
    {
        const auto page = decodeEarnings(
            R"({"status":"OK","request_id":"x","results":[{"ticker":"A","company_name":"A &amp; B","date":"2026-07-28",)"
            R"("time":"16:05:00","date_status":"confirmed","fiscal_period":"Q2","fiscal_year":2026,"estimated_eps":1.4,)"
            R"("actual_eps":"1.5","actual_revenue":95595226.0},{"ticker":"B","date":"2026-10-20",)"
            R"("date_status":"projected","estimated_eps":null},{"ticker":"C"}]})");
        QVERIFY(page);
        QCOMPARE(page->reports.size(), std::size_t(2));
        QCOMPARE(page->invalid, 1);
        const EarningsReport &out = page->reports[0];
        QCOMPARE(out.company, u"A & B"_s);
        QCOMPARE(out.actualEps, std::optional(1.5));
        QCOMPARE(out.time, std::optional<Duration>(16h + 5min));
        QVERIFY(out.isConfirmed);
        QVERIFY(!page->reports[1].isConfirmed);
        QVERIFY(!page->reports[1].estimatedEps && !page->reports[1].time);
    }

    void shortInterest()
    {
        const auto page = decodeShortInterest(
            R"({"status":"OK","request_id":"x","results":[{"ticker":"A","settlement_date":"2025-03-14",)"
            R"("short_interest":3906231,"avg_daily_volume":2340158,"days_to_cover":1.67},{"ticker":"A"}]})");
        QVERIFY(page);
        QCOMPARE(page->invalid, 1);
        QCOMPARE(page->rows.front().shares, 3906231.0);
        QCOMPARE(page->rows.front().daysToCover, 1.67);
        QCOMPARE(page->rows.front().settlement, QDate(2025, 3, 14));
    }

    void newsIsPlainText()
    {
        const auto page = decodeNews(
            R"({"status":"OK","count":1,"results":[{"id":"1","title":"AT&amp;T &#39;beats&#x27; <b>all</b> &lt;b&gt; a < b & c",)"
            R"("author":"N","published_utc":"2024-06-24T18:33:53Z","article_url":"https://x.example/",)"
            R"("tickers":["T"],"publisher":{"name":"P&nbsp;Q"},)"
            R"("insights":[{"ticker":"T","sentiment":"positive","sentiment_reasoning":"r"}]}]})");
        QVERIFY(page);
        const NewsItem &item = page->items.front();
        QCOMPARE(item.title, u"AT&T 'beats' all <b> a < b & c"_s);
        QCOMPARE(item.publisher, u"P Q"_s);
        QCOMPARE(toMs(item.published), Q_INT64_C(1719254033000));
        QCOMPARE(item.insights.front().sentiment, u"positive"_s);
    }

    void futures()
    {
        const auto bars = decodeFuturesBars(
            R"({"status":"OK","request_id":"x","results":[{"ticker":"GCJ5","window_start":1734566400000000000,)"
            R"("session_end_date":"2024-12-19","open":2688.2,"high":"2690","low":2670,"close":2680,"volume":100,)"
            R"("transactions":30,"dollar_volume":2683.5,"settlement_price":2681}]})");
        QVERIFY(bars);
        QCOMPARE(bars->bars.front().candle.high, price("2690"));
        QCOMPARE(bars->bars.front().sessionEnd, QDate(2024, 12, 19));
        QCOMPARE(bars->bars.front().settlement, price("2681"));
        const auto contracts = decodeFuturesContracts(
            R"({"status":"OK","results":[{"ticker":"ESZ6","product_code":"ES","active":false,"trade_tick_size":0.25,)"
            R"("last_trade_date":"2026-12-18"}]})");
        QVERIFY(contracts);
        QCOMPARE(contracts->contracts.front().tradeTick, price("0.25"));
        QVERIFY(!contracts->contracts.front().active);
        const auto trades = decodeTrades(
            R"({"status":"OK","results":[{"ticker":"ESZ6","timestamp":1734566400000000001,"price":6718.25,"size":2}]})");
        QVERIFY(trades);
        QCOMPARE(toNs(trades->trades.front().time), Q_INT64_C(1734566400000000001));
    }

    void relatedCompanies()
    {
        QCOMPARE(
            decodeRelatedCompanies(
                R"({"status":"OK","request_id":"x","stock_symbol":"AAPL","results":[{"ticker":"MSFT"}]})")
                .value_or({}),
            QStringList { u"MSFT"_s });
    }

    void emptyPages()
    {
        const auto none = decodeBars(
            R"({"ticker":"A","queryCount":0,"resultsCount":0,"adjusted":true,"status":"OK","request_id":"x"})");
        QVERIFY(none);
        QVERIFY(none->bars.empty());
        QVERIFY(decodeFuturesBars(R"({"status":"OK","request_id":"x","results":[]})"));
        QVERIFY2(!decodeBars(R"({"status":"OK","resultsCount":3})"), "rows are said to be there");
    }

    void refusesRowsOfAnotherShape()
    {
        const auto page = decodeBars(R"({"status":"OK","results":[{"open":1},{"open":2}]})");
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::Malformed);
        QVERIFY(!page.error().detail.isEmpty());
    }

    void aFailureInsideASuccess()
    {
        const auto page
            = decodeBars(R"({"status":"ERROR","request_id":"x","error":"something broke"})");
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::Rejected);
        QCOMPARE(page.error().detail, u"something broke"_s);
    }

    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        using Code = Error::Code;
        const auto row
            = [](const char *name, int status, const char *body, Code code, QString detail) {
                  QTest::newRow(name) << status << QByteArray(body) << int(code) << detail;
              };
        row("bad key", 401, R"({"status":"ERROR","request_id":"6b","error":"Unknown API Key"})",
            Code::Unauthorized, u"Unknown API Key"_s);
        row("plan", 403,
            R"({"status":"NOT_AUTHORIZED","message":"You are not entitled to this data."})",
            Code::NotEntitled, u"You are not entitled to this data."_s);
        row("nothing there", 404, R"({"status":"NOT_FOUND","message":"Data not found."})",
            Code::NotFound, u"Data not found."_s);
        row("no route", 404, "404 page not found", Code::NotFound,
            u"The service has nothing under this name."_s);
        row("rate", 429, R"({"status":"ERROR","error":"slow down"})", Code::RateLimited,
            u"slow down"_s);
        row("parameter", 400, R"({"status":"ERROR","error":"limit must be"})", Code::Rejected,
            u"limit must be"_s);
        row("outage", 502, "<html><body>Bad gateway</body></html>", Code::Network,
            u"The service has trouble (HTTP 502)."_s);
        row("empty outage", 503, "", Code::Network, u"The service has trouble (HTTP 503)."_s);
        row("silence", 0, "", Code::Network, u"The service did not answer."_s);
        row("broken success", 200, "{\"status\":\"OK\",\"resu", Code::Malformed,
            u"The service's answer cannot be read."_s);
    }

    void errors()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, code);
        QFETCH(const QString, detail);
        const Error error = decodeError(status, body);
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.detail, detail);
    }

    void strangeBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             { "", "null", "7", "\"x\"", "<html>", "[", "[{}]",
               R"({"status":"OK","results":[1,null,"x",[],{}]})", R"({"results":{"values":7}})",
               R"({"last":[]})", R"({"tickers":{}})" })
            QTest::newRow(body[0] ? body : "nothing") << QByteArray(body);
    }

    void strangeBodiesAreRefused()
    {
        QFETCH(const QByteArray, body);
        for (const Counter &decode : everyDecoder())
            QVERIFY(decode(body) <= 1);
    }
};

QTEST_GUILESS_MAIN(TestRestDecoder)
#include "tst_restdecoder.moc"
