#include "chainvalidator.h"
#include "plantedfaults.h"
#include "shared.h"
#include "tickcsv.h"
#include "tickvalidator.h"
#include "timeunits.h"

#include <limits>
#include <variant>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Tick = std::variant<Trade, Quote>;
using Ticks = std::vector<Tick>;

Timestamp timeOf(const Tick &tick)
{
    return std::visit([](const auto &value) { return value.time; }, tick);
}

/// A quote and a trade inside it by turns, every 400 ms of a regular morning: 300 shares a side.
Ticks cleanTicks(std::size_t count, quint64 seed)
{
    SplitMix64 random(seed);
    Ticks ticks;
    double mid = 100;
    Timestamp time = easterntime::at(QDate(2026, 3, 10), 10h);
    for (std::size_t i = 0; i < count; ++i) {
        time += 400ms;
        if (i % 2 == 0) {
            mid += (random.uniform() - 0.5) / 20;
            Quote quote;
            quote.time = time;
            quote.bid = test::cents(mid - 0.01);
            quote.ask = quote.bid + test::cents(0.02);
            quote.bidSize = quote.askSize = Qty::whole(300);
            quote.sequence = i + 1;
            ticks.push_back(quote);
        } else {
            Trade trade;
            trade.time = time;
            trade.price = test::cents(mid);
            trade.size = Qty::whole(100);
            trade.sequence = i + 1;
            trade.exchange = i % 3 == 0 ? 4 : 12;
            ticks.push_back(trade);
        }
    }
    return ticks;
}

/// A recorded day of IBM, quotes before trades of the same millisecond.
Ticks recordedTicks(std::size_t limit)
{
    SymbolTable symbols;
    Result<TradeCsvReader> trades = TradeCsvReader::open(
        test::sharedFile(u"data/equity/ticks/IBM_2013-10-08_trades.csv.gz"_s), symbols);
    Result<QuoteCsvReader> quotes = QuoteCsvReader::open(
        test::sharedFile(u"data/equity/ticks/IBM_2013-10-08_quotes.csv.gz"_s), symbols);
    Ticks ticks;
    Trade trade;
    Quote quote;
    while (quotes->next(quote))
        ticks.push_back(quote);
    while (trades->next(trade))
        ticks.push_back(trade);
    std::ranges::stable_sort(ticks, {}, timeOf);
    ticks.resize(std::min(ticks.size(), limit));
    return ticks;
}

SeriesFindings validated(const Ticks &ticks, const TickClaims &claims = {})
{
    TickValidator validator(claims, MarketCalendar());
    for (const Tick &tick : ticks)
        std::visit([&validator](const auto &value) { validator.add(value); }, tick);
    return validator.findings();
}

struct Fault
{
    QString rule;
    bool inQuote = true;
    std::function<void(Tick &)> plant;
};

Quote &quoteOf(Tick &tick)
{
    return *std::get_if<Quote>(&tick);
}
Trade &tradeOf(Tick &tick)
{
    return *std::get_if<Trade>(&tick);
}

const std::map<QString, Fault> &faults()
{
    static const std::map<QString, Fault> all {
        { u"V-13 bid below 0"_s,
          { u"V-13"_s, true, [](Tick &tick) { quoteOf(tick).bid = test::cents(-1); } } },
        { u"V-13 ask 0"_s, { u"V-13"_s, true, [](Tick &tick) { quoteOf(tick).ask = {}; } } },
        { u"V-13 size"_s,
          { u"V-13"_s, true, [](Tick &tick) { quoteOf(tick).askSize = Qty::whole(-1); } } },
        { u"V-13 bid far above"_s,
          { u"V-13"_s, true,
            [](Tick &tick) {
                Quote &quote = quoteOf(tick);
                quote.bid = test::cents(quote.ask.toDouble() * 1.6);
            } } },
        { u"V-13 far from the last trade"_s,
          { u"V-13"_s, true,
            [](Tick &tick) {
                Quote &quote = quoteOf(tick);
                quote.bid = test::cents(quote.bid.toDouble() * 1.3);
                quote.ask = test::cents(quote.ask.toDouble() * 1.3);
            } } },
        { u"V-14 wide"_s,
          { u"V-14"_s, true,
            [](Tick &tick) {
                Quote &quote = quoteOf(tick);
                quote.ask = test::cents(quote.ask.toDouble() * 1.24);
            } } },
        { u"V-15"_s,
          { u"V-15"_s, false,
            [](Tick &tick) {
                Trade &trade = tradeOf(tick);
                trade.price = test::cents(trade.price.toDouble() * 1.2);
                trade.conditions = {};
            } } },
        { u"V-19 repeated"_s, { u"V-19"_s, true, [](Tick &tick) { quoteOf(tick).sequence = 1; } } },
        { u"V-19 of trades"_s,
          { u"V-19"_s, false, [](Tick &tick) { tradeOf(tick).sequence = 1; } } },
    };
    return all;
}

test::Detection detect(const Fault &fault, Ticks ticks, std::size_t count, quint64 seed)
{
    std::set<Timestamp> planted;
    for (std::size_t place : test::places(count, 100, ticks.size() - 20, 20, seed)) {
        while (std::holds_alternative<Quote>(ticks[place]) != fault.inQuote
               || planted.contains(timeOf(ticks[place])))
            ++place;
        fault.plant(ticks[place]);
        planted.insert(timeOf(ticks[place]));
    }
    return test::detection(validated(ticks).issues, fault.rule, planted);
}

ChainContract option(bool call, int strike, double bid, double ask)
{
    ChainContract result;
    result.contract = { u"SPY"_s, QDate(2026, 4, 17), call, Price::whole(strike) };
    result.bid = test::cents(bid);
    result.ask = test::cents(ask);
    result.openInterest = 10;
    result.time = easterntime::at(QDate(2026, 3, 10), 16h);
    return result;
}

/// Calls and puts around 100 that fit each other.
std::vector<ChainContract> cleanChain()
{
    std::vector<ChainContract> chain;
    for (int strike = 80; strike <= 120; ++strike) {
        const double timeValue = 5.0 / (1 + std::abs(strike - 100));
        const double call = std::max(0, 100 - strike) + timeValue;
        const double put = std::max(0, strike - 100) + timeValue;
        chain.push_back(option(true, strike, call - 0.02, call + 0.02));
        chain.push_back(option(false, strike, put - 0.02, put + 0.02));
    }
    return chain;
}

} // namespace

/// A planted fault for each rule of ticks, times and option chains.
class TestValidationTicks : public QObject
{
    Q_OBJECT

private slots:
    void soundTicksHaveNoFault()
    {
        const SeriesFindings findings = validated(cleanTicks(20'000, 1));
        QCOMPARE(findings.records, 20'000);
        QVERIFY(findings.issues.empty());
        QCOMPARE(findings.faulty + findings.doubtful, 0);
    }

    void plantedFaults_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, fault] : faults())
            QTest::newRow(qPrintable(name)) << name;
    }
    void plantedFaults()
    {
        QFETCH(const QString, name);
        for (quint64 seed = 1; seed <= 3; ++seed) {
            const test::Detection found
                = detect(faults().at(name), cleanTicks(20'000, seed), 50, seed);
            test::report(name, u"a random walk"_s, found);
            QVERIFY(found.isPerfect());
        }
    }

    void plantedInARecordedDay_data() { plantedFaults_data(); }
    void plantedInARecordedDay()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, name);
        const Fault &fault = faults().at(name);
        Ticks ticks = recordedTicks(60'000);
        // From the open on: before it quotes are as wide as they like
        std::erase_if(ticks, [](const Tick &tick) {
            return timeOf(tick) < easterntime::at(QDate(2013, 10, 8), 9h + 35min);
        });
        const test::Detection own = test::detection(validated(ticks).issues, fault.rule, {});
        const test::Detection found = detect(fault, ticks, 50, 4);
        test::report(
            name, u"IBM, a recorded day, with "_s + QString::number(own.found) + u" of its own"_s,
            found);
        // The day itself has one silence of its busy stream
        QCOMPARE(own.found, fault.rule == u"V-19"_s ? 1 : 0);
        QCOMPARE(found.found, found.planted + own.found);
        QVERIFY(found.recall() >= 0.98);
    }

    void aCrossedMarket()
    {
        Ticks ticks = cleanTicks(2'000, 3);
        // Crossed for 800 ms, then for 2.4 s: told once
        for (const auto &[from, quotes] : { std::pair(200U, 1U), std::pair(600U, 3U) })
            for (std::size_t i = from; i < from + 2 * quotes; i += 2)
                quoteOf(ticks[i]).bid = quoteOf(ticks[i]).ask + test::cents(0.01);
        // Locked is fine
        quoteOf(ticks[1'000]).bid = quoteOf(ticks[1'000]).ask;
        const SeriesFindings findings = validated(ticks);
        QCOMPARE(findings.issues.size(), std::size_t(1));
        QCOMPARE(findings.issues[0].rule, u"V-14"_s);
        QCOMPARE(findings.issues[0].count, 1);
        QCOMPARE(findings.issues[0].samples.front(), timeOf(ticks[600]));
    }

    /// Halted at 10, opened again at 14: the first quote is told, and nothing after it.
    void aHaltAndReopening()
    {
        const Timestamp open = easterntime::at(QDate(2026, 3, 10), 10h);
        Ticks ticks;
        for (int i = 0; i < 40; ++i) {
            const Price bid = Price::whole(i < 20 ? 10 : 14);
            Quote quote;
            quote.time = open + i * 2s;
            quote.bid = bid;
            quote.ask = bid + test::cents(0.01);
            quote.bidSize = quote.askSize = Qty::whole(300);
            Trade trade;
            trade.time = quote.time + 1s;
            trade.price = bid;
            trade.size = Qty::whole(100);
            ticks.push_back(quote);
            ticks.push_back(trade);
        }
        const SeriesFindings findings = validated(ticks);
        QCOMPARE(findings.issues.size(), std::size_t(1));
        QCOMPARE(findings.issues[0].rule, u"V-13"_s);
        QCOMPARE(findings.issues[0].count, 1);
        QCOMPARE(findings.issues[0].samples.front(), timeOf(ticks[40]));
    }

    /// A quote far off for a moment does not make the trades at the market suspect.
    void aQuoteFarOff()
    {
        Ticks ticks = cleanTicks(200, 3);
        faults().at(u"V-13 far from the last trade"_s).plant(ticks[100]);
        const SeriesFindings findings = validated(ticks);
        QCOMPARE(findings.issues.size(), std::size_t(1));
        QCOMPARE(findings.issues[0].count, 1);
        QCOMPARE(findings.faulty, 1);
        QCOMPARE(findings.doubtful, 0);
    }

    /// Quotes come late: the trades agree on the new price, which is then the last.
    void tradesThatAgree()
    {
        Ticks ticks = cleanTicks(200, 3);
        for (std::size_t i = 100; i < 200; ++i)
            if (Trade *trade = std::get_if<Trade>(&ticks[i]))
                trade->price = test::cents(140);
        for (std::size_t i = 100; i < 120; ++i)
            if (Quote *quote = std::get_if<Quote>(&ticks[i]))
                quote->bid = quote->ask = test::cents(100);
        for (std::size_t i = 120; i < 200; ++i)
            if (Quote *quote = std::get_if<Quote>(&ticks[i])) {
                quote->bid = test::cents(139.99);
                quote->ask = test::cents(140.01);
            }
        const SeriesFindings findings = validated(ticks);
        const QualityIssue *trades = test::issueOf(findings.issues, u"V-15"_s);
        QVERIFY(trades);
        QCOMPARE(trades->count, 10); // while the quotes were late
        const QualityIssue *quotes = test::issueOf(findings.issues, u"V-13"_s);
        QVERIFY(quotes); // of the late ones, once the trades agree; none of those at 140
        QVERIFY(quotes->samples.back() < timeOf(ticks[120]));
    }

    /// One quote, crossed for 3 s until the next: found by the one that ends it, unless a night
    /// lies between.
    void aCrossedMarketOfOneQuote()
    {
        for (const Duration apart : { Duration(3s), Duration(900ms), Duration(18h) }) {
            Ticks ticks;
            for (int i = 0; i < 3; ++i) {
                Quote quote;
                quote.time = easterntime::at(QDate(2026, 3, 10), 15h) + i * apart;
                quote.bid = test::cents(i == 1 ? 10.02 : 10);
                quote.ask = test::cents(10.01);
                quote.bidSize = quote.askSize = Qty::whole(100);
                ticks.push_back(quote);
            }
            const SeriesFindings findings = validated(ticks);
            QCOMPARE(findings.issues.size(), std::size_t(apart == 3s ? 1 : 0));
            if (apart != 3s)
                continue;
            QCOMPARE(findings.issues[0].rule, u"V-14"_s);
            QCOMPARE(findings.issues[0].samples.front(), timeOf(ticks[1]));
        }
    }

    void timeUnitsOfTwoFiles()
    {
        TickValidator validator({}, MarketCalendar());
        const qint64 first = 1'752'674'400'000;
        for (int i = 0; i < 10; ++i) {
            Quote quote;
            quote.time = fromMs(first + i);
            validator.add(quote);
            validator.addWrittenTime((first + i) * 1'000'000);
            Trade trade;
            trade.time = fromMs(first + i);
            trade.price = Price::whole(10);
            validator.add(trade);
            validator.addWrittenTime(i == 7 ? (first + i) * 1'000 : first + i);
        }
        const SeriesFindings findings = validator.findings();
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-24"_s);
        QVERIFY(issue);
        QCOMPARE(issue->count, 1);
    }

    void whatSetsNoPriceMayBeFar()
    {
        Ticks ticks = cleanTicks(200, 3);
        tradeOf(ticks[101]).price = test::cents(150);
        tradeOf(ticks[101]).conditions = { condition::averagePrice };
        QVERIFY(validated(ticks).issues.empty());
    }

    void aSilence()
    {
        SilenceCheck busy;
        SilenceCheck quiet;
        IssueList issues;
        Timestamp time = easterntime::at(QDate(2026, 3, 10), 10h);
        for (int i = 0; i < 2'000; ++i)
            busy.check(time += 20ms, true, issues);
        QVERIFY(issues.isEmpty());
        busy.check(time + 5s, true, issues);
        QVERIFY(issues.isEmpty());
        busy.check(time + 11s, true, issues);
        QCOMPARE(issues.count(QualityRule::Sequence), 1);
        for (int i = 0; i < 2'000; ++i)
            quiet.check(time += 6s, true, issues);
        QCOMPARE(issues.count(QualityRule::Sequence), 1);
    }

    void latencies_data()
    {
        QTest::addColumn<bool>("isDelayed");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("real time") << false << qint64(1) << false;
        QTest::newRow("real time that is late") << false << qint64(3) << true;
        QTest::newRow("delayed") << true << qint64(15 * 60) << false;
        QTest::newRow("delayed that is not") << true << qint64(13 * 60) << true;
    }
    void latencies()
    {
        QFETCH(const bool, isDelayed);
        QFETCH(const qint64, seconds);
        QFETCH(const bool, isWrong);
        TickClaims claims;
        claims.isDelayed = isDelayed;
        TickValidator validator(claims, MarketCalendar());
        for (int i = 0; i < 100; ++i) // every fourth is as it likes: the median decides
            validator.addArrival(fromMs(i),
                                 fromMs(i) + std::chrono::seconds(i % 4 == 0 ? 500 : seconds));
        const SeriesFindings findings = validator.findings();
        QCOMPARE(test::issueOf(findings.issues, u"V-20"_s) != nullptr, isWrong);
    }

    void timeUnits()
    {
        TimeUnits units;
        IssueList issues;
        SplitMix64 random(5);
        qint64 planted = 0;
        for (qint64 i = 0; i < 10'000; ++i) {
            const qint64 ms = 1'752'674'400'000 + i * 1'000;
            const quint32 kind = i == 0 ? 0 : random.below(40);
            planted += kind >= 1 && kind <= 3 ? 1 : 0;
            units.check(kind == 1       ? ms / 1'000
                            : kind == 2 ? ms * 1'000
                            : kind == 3 ? ms * 1'000'000
                                        : ms,
                        issues);
        }
        qInfo() << "V-24 planted" << planted << "found" << issues.count(QualityRule::TimeUnit);
        QCOMPARE(issues.count(QualityRule::TimeUnit), planted);
        // The LULD sample that counts microseconds where the text says milliseconds
        IssueList luld;
        QVERIFY(TimeUnits(WrittenUnit::Milliseconds).check(1'601'461'828'077'124, luld));
        QCOMPARE(luld.issues()[0].severity, IssueSeverity::Error);
        QCOMPARE(writtenUnit(0), WrittenUnit::Seconds);
        QCOMPARE(writtenUnit(std::numeric_limits<qint64>::max()), WrittenUnit::Nanoseconds);
    }

    void sizeUnits()
    {
        QCOMPARE(liveSizeUnit(easterntime::at(QDate(2025, 11, 2), 23h)), SizeUnit::RoundLots);
        QCOMPARE(liveSizeUnit(easterntime::at(QDate(2025, 11, 3))), SizeUnit::Shares);
        const auto wrong = [](SizeUnit claimed, const std::vector<int> &sizes, int price) {
            SizeUnits check(claimed);
            for (int i = 0; i < 200; ++i) {
                Quote quote;
                quote.bid = Price::whole(price);
                quote.ask = Price::whole(price + 1);
                quote.bidSize = quote.askSize = Qty::whole(sizes[std::size_t(i) % sizes.size()]);
                check.add(quote, 1 + i / 100);
            }
            IssueList issues;
            check.addIssues(issues);
            return issues.count(QualityRule::SizeUnit); // days
        };
        QCOMPARE(wrong(SizeUnit::Shares, { 100, 300, 240, 1'000 }, 50), 0);
        QCOMPARE(wrong(SizeUnit::Shares, { 1, 3, 12, 400 }, 50), 2);
        QCOMPARE(wrong(SizeUnit::Shares, { 40, 80, 120 }, 400), 0); // a round lot is 40 there
        QCOMPARE(wrong(SizeUnit::RoundLots, { 1, 3, 12, 400 }, 50), 0);
        QCOMPARE(wrong(SizeUnit::RoundLots, { 100, 300, 200 }, 50), 2);
    }

    void optionChains()
    {
        const ChainMarket market { Price::whole(100), QDate(2026, 3, 10), 0, 0 };
        std::vector<ChainContract> chain = cleanChain();
        QVERIFY(validateChain(chain, market).issues.empty());
        QCOMPARE(validateChain(chain, market).records, qint64(chain.size()));
        chain[10].openInterest = -1;
        chain[21].contract.expiration = QDate(2026, 3, 9);
        chain[4].bid = test::cents(12); // in the money by 18
        chain[4].ask = test::cents(12.1);
        chain[40].bid += test::cents(3); // the call at the money, beyond 2 % of 100
        chain[40].ask += test::cents(3);
        const SeriesFindings findings = validateChain(chain, market);
        QCOMPARE(findings.issues.size(), std::size_t(1));
        QCOMPARE(findings.issues[0].rule, u"V-23"_s);
        QCOMPARE(findings.issues[0].count, 4);
        QCOMPARE(findings.doubtful, 4);
    }

    void extremes()
    {
        SplitMix64 random(77);
        const auto odd = [&random] {
            const qint64 values[] { 0,
                                    1,
                                    -1,
                                    std::numeric_limits<qint64>::max(),
                                    std::numeric_limits<qint64>::min() + 1,
                                    1'000'000'000'000 };
            return values[random.below(6)];
        };
        TickValidator validator({}, MarketCalendar());
        for (int i = 0; i < 20'000; ++i) {
            if (random.below(2) == 0) {
                Quote quote;
                quote.time = fromMs(1'786'629'600'000 + i);
                quote.bid = Price::fromUnits(odd());
                quote.ask = Price::fromUnits(odd());
                quote.bidSize = Qty::fromUnits(odd());
                quote.askSize = Qty::fromUnits(odd());
                quote.sequence = quint64(odd());
                validator.add(quote);
            } else {
                Trade trade;
                trade.time = fromMs(1'786'629'600'000 + i);
                trade.price = Price::fromUnits(odd());
                trade.size = Qty::fromUnits(odd());
                trade.sequence = quint64(odd());
                validator.add(trade);
            }
        }
        const SeriesFindings findings = validator.findings();
        QCOMPARE(findings.records, 20'000);
        QVERIFY(findings.faulty <= findings.records);
    }
};

QTEST_GUILESS_MAIN(TestValidationTicks)
#include "tst_validationticks.moc"
