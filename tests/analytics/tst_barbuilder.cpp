#include "barbuilder.h"
#include "easterntime.h"
#include "shared.h"
#include "splitmix64.h"
#include "tickcsv.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate day(2025, 7, 16);

Trade trade(Duration timeOfDay, double price, int size, TradeConditions conditions = {})
{
    Trade trade;
    trade.time = easterntime::at(day, timeOfDay);
    trade.price = Price::fromDouble(price);
    trade.size = Qty::whole(size);
    trade.conditions = conditions;
    return trade;
}

BarOptions options(Timeframe timeframe, BarRule rule = BarRule::Updates)
{
    BarOptions options;
    options.timeframe = timeframe;
    options.rule = rule;
    return options;
}

std::vector<Candle> build(const BarOptions &options, const std::vector<Trade> &trades)
{
    BarBuilder builder(options);
    for (const Trade &trade : trades)
        builder.add(trade);
    return { builder.bars().begin(), builder.bars().end() };
}

constexpr Timeframe oneMinute { 1, TimeUnit::Minute };
constexpr Timeframe oneDay { 1, TimeUnit::Day };

/// The oracle's line: start in ms, prices, volume.
QByteArray oracleLine(const Candle &bar)
{
    std::string line = std::to_string(toMs(bar.start));
    for (const Price price : { bar.open, bar.high, bar.low, bar.close }) {
        line += ',';
        if (bar.hasPrices)
            price.appendTo(line);
    }
    line += ',';
    bar.volume.appendTo(line);
    return QByteArray::fromStdString(line);
}

} // namespace

class TestBarBuilder : public QObject
{
    Q_OBJECT

private slots:
    void barOfAFewTrades()
    {
        const auto bars = build(options(oneMinute),
                                { trade(10h, 100, 100), trade(10h + 20s, 102, 300),
                                  trade(10h + 40s, 99, 100), trade(10h + 59s, 101, 500) });
        QCOMPARE(bars.size(), 1U);
        const Candle &bar = bars.front();
        QCOMPARE(toNs(bar.start), toNs(easterntime::at(day, 10h)));
        QCOMPARE(bar.open, Price::whole(100));
        QCOMPARE(bar.high, Price::whole(102));
        QCOMPARE(bar.low, Price::whole(99));
        QCOMPARE(bar.close, Price::whole(101));
        QCOMPARE(bar.volume, Qty::whole(1'000));
        QCOMPARE(bar.tradeCount, 4);
        QVERIFY(qAbs(bar.vwap - 101.0) < 1e-9);
    }

    void emptyWindowsAreAbsent()
    {
        const auto bars
            = build(options(oneMinute), { trade(10h, 100, 100), trade(10h + 5min, 101, 100) });
        QCOMPARE(bars.size(), 2U);
        QCOMPARE(bars[1].start - bars[0].start, Duration(5min));
    }

    void oddLotsCountInVolumeOnly()
    {
        const auto bars
            = build(options(oneMinute),
                    { trade(10h, 100, 100), trade(10h + 1s, 150, 7, { condition::oddLot }),
                      trade(10h + 1min, 99, 3, { condition::oddLot }) });
        QCOMPARE(bars.size(), 2U);
        QCOMPARE(bars[0].high, Price::whole(100));
        QCOMPARE(bars[0].volume, Qty::whole(107));
        QCOMPARE(bars[0].tradeCount, 2);
        QVERIFY(!bars[1].hasPrices);
        QCOMPARE(bars[1].volume, Qty::whole(3));
    }

    void rangeMayComeBeforeTheOpen()
    {
        // Derivatively priced: range, but neither open nor close
        const auto bars = build(options(oneMinute),
                                { trade(10h, 105, 100, { 10 }), trade(10h + 1s, 100, 100) });
        QCOMPARE(bars[0].open, Price::whole(100));
        QCOMPARE(bars[0].high, Price::whole(105));
        QCOMPARE(bars[0].low, Price::whole(100));
    }

    void formTSetsPricesOutsideRegularHoursOnly()
    {
        const std::vector<Trade> trades { trade(8h, 100, 100, { condition::formT }),
                                          trade(11h, 200, 100, { condition::formT }) };
        const auto minutes = build(options(oneMinute), trades);
        QCOMPARE(minutes.size(), 2U);
        QVERIFY(minutes[0].hasPrices);
        QVERIFY(!minutes[1].hasPrices);
        const auto days = build(options(oneDay), trades);
        QCOMPARE(days.size(), 1U);
        QVERIFY(!days[0].hasPrices);
        QCOMPARE(days[0].volume, Qty::whole(200));
    }

    void earlyCloseEndsRegularHours()
    {
        Trade late = trade(10h, 100, 100, { condition::formT });
        late.time = easterntime::at({ 2026, 11, 27 }, 13h + 5min);
        QVERIFY(build(options(oneMinute), { late })[0].hasPrices);
        late.time = easterntime::at({ 2026, 11, 30 }, 13h + 5min);
        QVERIFY(!build(options(oneMinute), { late })[0].hasPrices);
    }

    void closingCrossIsInDayBarsOnlyWhereAsked()
    {
        const std::vector<Trade> trades {
            trade(Duration(16h) - 1s, 100, 100),
            trade(16h, 101, 5'000, { condition::closingPrint }),
            trade(16h + 1s, 101, 5'000, { condition::closingTrade, condition::tradeThroughExempt })
        };
        BarOptions live = options(oneMinute);
        live.closingCrossInDayBarsOnly = true;
        QCOMPARE(build(live, trades).size(), 1U);
        live.timeframe = oneDay;
        const auto days = build(live, trades);
        QCOMPARE(days[0].volume, Qty::whole(10'100));
        QCOMPARE(days[0].close, Price::whole(101));
        QCOMPARE(build(options(oneMinute), trades).size(), 2U);
    }

    void restatementsOpenNoWindow()
    {
        const std::vector<Trade> trades { trade(16h, 101, 5'000, { condition::officialClose }) };
        QVERIFY(build(options(oneMinute), trades).empty());
        QCOMPARE(build(options(oneMinute, BarRule::EveryTrade), trades).size(), 1U);
    }

    void voidPrintsChangeNothing()
    {
        for (const quint8 correction : { 1, 7, 8, 10, 11 }) {
            Trade cancelled = trade(10h, 100, 100);
            cancelled.correction = correction;
            QVERIFY(build(options(oneMinute), { cancelled }).empty());
            QVERIFY(build(options(oneMinute, BarRule::EveryTrade), { cancelled }).empty());
        }
        Trade corrected = trade(10h, 100, 100);
        corrected.correction = 12;
        QCOMPARE(build(options(oneMinute), { corrected }).size(), 1U);
    }

    void lateTradeChangesItsOwnWindow()
    {
        const auto bars = build(options(oneMinute),
                                { trade(10h, 100, 100), trade(10h + 2min, 110, 100),
                                  trade(10h + 30s, 98, 100), trade(10h + 1min, 105, 100) });
        QCOMPARE(bars.size(), 3U);
        QCOMPARE(bars[0].low, Price::whole(98));
        QCOMPARE(bars[0].volume, Qty::whole(200));
        QCOMPARE(bars[1].open, Price::whole(105));
        QCOMPARE(bars[2].volume, Qty::whole(100));
    }

    void tellsWhichBarChanged()
    {
        BarBuilder builder(options(oneMinute));
        QVERIFY(!builder.add(trade(10h, 100, 100, { condition::officialOpen })));
        QCOMPARE(toNs(builder.add(trade(10h + 30s, 100, 100))->start),
                 toNs(easterntime::at(day, 10h)));
        builder.add(trade(10h + 1min, 100, 100));
        QCOMPARE(toNs(builder.add(trade(10h + 59s, 100, 100))->start),
                 toNs(easterntime::at(day, 10h)));
    }

    void conditionsOfOtherClassesAreNotStocks()
    {
        BarOptions crypto = options(oneMinute);
        crypto.assetClass = AssetClass::Crypto;
        QVERIFY(build(crypto, { trade(10h, 100, 100, { 2 }) })[0]
                    .hasPrices); // buyer, not average price
    }

    /// Adding up anything in any width gives the same volume and trades.
    void everyWidthHoldsTheSameVolume()
    {
        SplitMix64 draws(11);
        std::vector<Trade> trades;
        Qty total;
        for (int i = 0; i < 20'000; ++i) {
            trades.push_back(trade(std::chrono::milliseconds(14'400'000 + draws.below(57'600'000)),
                                   100 + 0.01 * static_cast<double>(draws.below(500)),
                                   1 + static_cast<int>(draws.below(1'000))));
            total += trades.back().size;
        }
        for (const char *text : { "1s", "7s", "1m", "5m", "45m", "1h", "1D", "1W", "1M", "1Y" }) {
            const auto bars = build(options(*Timeframe::parse(QString::fromLatin1(text))), trades);
            Qty volume;
            qint64 count = 0;
            for (const Candle &bar : bars) {
                volume += bar.volume;
                count += bar.tradeCount;
                QVERIFY(bar.low <= bar.open && bar.open <= bar.high);
                QVERIFY(bar.low <= bar.close && bar.close <= bar.high);
                QVERIFY(bar.vwap >= bar.low.toDouble() - 1e-9
                        && bar.vwap <= bar.high.toDouble() + 1e-9);
            }
            QCOMPARE(volume, total);
            QCOMPARE(count, 20'000);
            QVERIFY(std::ranges::is_sorted(bars, {}, &Candle::start));
        }
    }

    void recordedDaysEqualTheOracle_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("oracle");
        QTest::addColumn<BarRule>("rule");
        QTest::addColumn<bool>("regularOnly");
        for (const char *day : { "IBM_2013-10-08", "BAC_2013-10-07", "SPY_2013-10-07" }) {
            const QString file = QString::fromLatin1(day);
            QTest::addRow("%s, every trade", day)
                << file << u"minute_bars_all_trades"_s << BarRule::EveryTrade << false;
            QTest::addRow("%s, every trade, regular hours", day)
                << file << u"minute_bars_rth_all_trades"_s << BarRule::EveryTrade << true;
            QTest::addRow("%s, update rules, regular hours", day)
                << file << u"minute_bars_rth_update_rules"_s << BarRule::Updates << true;
        }
    }

    void recordedDaysEqualTheOracle()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const QString, oracle);
        QFETCH(const BarRule, rule);
        QFETCH(const bool, regularOnly);

        QVERIFY(!tradesOf(file).empty());
        SessionCursor sessions;
        BarBuilder builder(options(oneMinute, rule));
        for (const Trade &trade : tradesOf(file)) {
            if (!regularOnly || sessions.isRegular(trade.time))
                builder.add(trade);
        }

        const QJsonObject expected = oracleOf(file)[oracle].toObject();
        QCOMPARE(static_cast<int>(builder.bars().size()), expected["bars"_L1].toInt());
        QByteArrayList lines;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const Candle &bar : builder.bars()) {
            lines += oracleLine(bar);
            hash.addData(QByteArray(lines.back() + QByteArrayView("\n")));
        }
        for (const QJsonArray &given :
             { expected["lines"_L1].toArray(), expected["sample"_L1].toArray() }) {
            for (const QJsonValue &line : given)
                QVERIFY2(lines.contains(line.toString().toLatin1()), qPrintable(line.toString()));
        }
        QCOMPARE(QString::fromLatin1(hash.result().toHex()), expected["sha256"_L1].toString());
    }

    void recordedDaysHaveTheOraclesVwap()
    {
        SHARED_OR_SKIP();
        for (const QString &file : { u"IBM_2013-10-08"_s, u"BAC_2013-10-07"_s }) {
            BarBuilder builder(options(oneDay, BarRule::EveryTrade));
            for (const Trade &trade : tradesOf(file))
                builder.add(trade);
            const QJsonObject expected = oracleOf(file);
            QCOMPARE(builder.bars().size(), 1U);
            QVERIFY(qAbs(builder.bars()[0].vwap - expected["vwap_all"_L1].toVariant().toDouble())
                    < 1e-6);
            QCOMPARE(builder.bars()[0].tradeCount, expected["trades"_L1].toInteger());
        }
    }

private:
    /// A recorded day, read once; empty when it cannot be read.
    const std::vector<Trade> &tradesOf(const QString &file)
    {
        std::vector<Trade> &trades = m_trades[file];
        if (!trades.empty())
            return trades;
        SymbolTable symbols;
        Result<TradeCsvReader> reader = TradeCsvReader::open(
            test::sharedFile(u"data/equity/ticks/%1_trades.csv.gz"_s.arg(file)), symbols);
        for (Trade trade; reader && reader->next(trade);)
            trades.push_back(trade);
        if (!reader || !reader->status())
            trades.clear();
        return trades;
    }

    QJsonObject oracleOf(const QString &name)
    {
        if (m_oracles.isEmpty()) {
            QFile file(test::sharedFile(u"data/oracles.json"_s));
            if (file.open(QIODevice::ReadOnly))
                m_oracles = QJsonDocument::fromJson(file.readAll())
                                .object()["equity_ticks"_L1]
                                .toObject();
        }
        return m_oracles[name].toObject();
    }

    std::map<QString, std::vector<Trade>> m_trades;
    QJsonObject m_oracles;
};


QTEST_GUILESS_MAIN(TestBarBuilder)
#include "tst_barbuilder.moc"
