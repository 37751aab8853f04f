#include "flowtape.h"

#include "cumulativedelta.h"
#include "splitmix64.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using enum FlowSide;

Price price(const char *text)
{
    return *Price::parse(QString::fromLatin1(text));
}

Quote quote(const char *bid, const char *ask)
{
    Quote quote;
    quote.bid = price(bid);
    quote.ask = price(ask);
    quote.bidSize = quote.askSize = Qty::whole(100);
    return quote;
}

Trade trade(Price at, int size, TradeConditions conditions = {})
{
    Trade trade;
    trade.price = at;
    trade.size = Qty::whole(size);
    trade.conditions = conditions;
    return trade;
}

/// A row of D-01: the quote, the trade, what every rule says.
struct Row
{
    const char *bid;
    const char *ask;
    const char *price;
    int size;
    FlowSide seed;
    int delta;
    int cvd;
    const char *others; ///< quote, tick, Lee-Ready, EMO, CLNV
};

constexpr std::array<Row, 10> tableD01 { {
    { "10.00", "10.02", "10.02", 100, Buy, 100, 100, "+0+++" },
    { "10.00", "10.02", "10.00", 200, Sell, -200, -100, "-----" },
    { "10.00", "10.02", "10.01", 300, BuyNeutral, 150, 50, "0++++" },
    { "10.00", "10.04", "10.03", 400, BuyNeutral, 200, 250, "+++++" },
    { "10.00", "10.04", "10.01", 500, SellNeutral, -250, 0, "-----" },
    { "10.00", "10.04", "10.05", 600, Buy, 600, 600, "+++++" },
    { "10.00", "10.04", "9.99", 700, Sell, -700, -100, "-----" },
    { "10.02", "10.02", "10.02", 800, Buy, 800, 700, "0++++" },
    { "10.03", "10.02", "10.02", 900, Buy, 900, 1600, "-+-++" },
    { "10.00", "10.05", "10.035", 1000, BuyNeutral, 500, 2100, "+++++" },
} };

constexpr std::array otherRules { ClassifierRule::Quote, ClassifierRule::Tick,
                                  ClassifierRule::LeeReady, ClassifierRule::Emo,
                                  ClassifierRule::Clnv };

char letter(FlowSide side)
{
    constexpr std::string_view letters = "-0+";
    return letters[static_cast<std::size_t>(signOf(side) + 1)];
}

std::optional<FlowPrint> classifyRow(TradeClassifier &classifier, const Row &row)
{
    classifier.addQuote(quote(row.bid, row.ask));
    return classifier.classify(trade(price(row.price), row.size));
}

} // namespace

class TestTradeClassifier : public QObject
{
    Q_OBJECT

private slots:
    void d01_weighted()
    {
        TradeClassifier classifier;
        CumulativeDelta delta;
        for (const Row &row : tableD01) {
            const std::optional<FlowPrint> print = classifyRow(classifier, row);
            QVERIFY(print);
            QCOMPARE(print->side, row.seed);
            QCOMPARE(print->delta, HalfQty::fromQty(Qty::whole(row.delta)));
            QVERIFY(delta.add(*print));
            QCOMPARE(delta.value(), HalfQty::fromQty(Qty::whole(row.cvd)));
        }
        const CvdStatistics all = delta.statistics();
        QCOMPARE(all.totalTicks, 10);
        QCOMPARE(all.buyVolume.toDouble(), 3250.0);
        QCOMPARE(all.sellVolume.toDouble(), 1150.0);
        QCOMPARE(all.ratio, 2.826086956521739);
        QCOMPARE(all.netDelta.toDouble(), 2100.0);
        QCOMPARE(all.slope, 0.0);
    }

    void d01_otherRules_data()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < otherRules.size(); ++i)
            QTest::newRow(ruleName(otherRules[i]).data()) << int(i);
    }
    void d01_otherRules()
    {
        QFETCH(const int, place);
        TradeClassifier classifier(otherRules[std::size_t(place)]);
        for (const Row &row : tableD01) {
            const std::optional<FlowPrint> print = classifyRow(classifier, row);
            QVERIFY(print);
            QCOMPARE(letter(print->side), row.others[place]);
        }
    }

    void d01_allRulesSideBySide()
    {
        TradeClassifier classifier;
        classifier.compareRules();
        for (const Row &row : tableD01)
            classifyRow(classifier, row);
        const RuleAgreement &rules = *classifier.agreement();
        QCOMPARE(rules.trades(), 10);
        QCOMPARE(rules.volume(), Qty::whole(5500));
        QCOMPARE(rules.unclassifiedShare(ClassifierRule::Quote), 0.2); // rows 3 and 8
        QCOMPARE(rules.unclassifiedVolume(ClassifierRule::Quote), Qty::whole(1100));
        QCOMPARE(rules.unclassifiedShare(ClassifierRule::Tick), 0.1);
        QCOMPARE(rules.unclassifiedShare(ClassifierRule::Weighted), 0.0);
        QCOMPARE(rules.agreement(ClassifierRule::LeeReady, ClassifierRule::Emo), 0.9); // row 9
        QCOMPARE(rules.agreement(ClassifierRule::Quote, ClassifierRule::Emo), 7.0 / 8);
        QCOMPARE(rules.unanimous(), 0.9);
        QCOMPARE(rules.cvd(ClassifierRule::Weighted).toDouble(), 2100.0);
        QCOMPARE(rules.cvd(ClassifierRule::Emo).toDouble(),
                 100.0 - 200 + 300 + 400 - 500 + 600 - 700 + 800 + 900 + 1000);
    }

    void venueFlag()
    {
        TradeClassifier classifier(ClassifierRule::Venue);
        QCOMPARE(classifier.classify(trade(price("10"), 5, { 2 }))->side, Buy);
        QCOMPARE(classifier.classify(trade(price("10"), 5, { 1 }))->side, Sell);
        // No flag: the tick before the first quote, the weighted rule after it
        QCOMPARE(classifier.classify(trade(price("11"), 5, { 0 }))->side, Buy);
        classifier.addQuote(quote("10.00", "12.00"));
        QCOMPARE(classifier.classify(trade(price("10.5"), 5))->side, SellNeutral);
    }

    void beforeTheFirstQuote()
    {
        TradeClassifier weighted;
        QVERIFY(!weighted.classify(trade(price("10"), 5)));
        Quote oneSided = quote("10", "11");
        oneSided.bid = Price();
        weighted.addQuote(oneSided);
        QVERIFY(!weighted.classify(trade(price("10"), 5)));
        QCOMPARE(weighted.skipped(), 2);
        TradeClassifier quotes(ClassifierRule::Quote);
        QCOMPARE(quotes.classify(trade(price("10"), 5))->side, None);
        TradeClassifier leeReady(ClassifierRule::LeeReady);
        QCOMPARE(leeReady.classify(trade(price("10"), 5))->side, None);
        QCOMPARE(leeReady.classify(trade(price("10.1"), 5))->side, Buy);
    }

    void oneSidedQuoteKeepsTheLastOne()
    {
        TradeClassifier classifier;
        classifier.addQuote(quote("10.00", "10.02"));
        Quote oneSided = quote("9.00", "9.01");
        oneSided.ask = Price();
        classifier.addQuote(oneSided);
        QCOMPARE(classifier.classify(trade(price("10.02"), 5))->side, Buy);
    }

    void tradesWithoutSizeAreDropped()
    {
        TradeClassifier classifier(ClassifierRule::Tick);
        classifier.classify(trade(price("10"), 5));
        QVERIFY(!classifier.classify(trade(price("11"), 0)));
        // and leave no trace: from 10 to 10.5 is up, though 11 was seen in between
        QCOMPARE(classifier.classify(trade(price("10.5"), 5))->side, Buy);
    }

    void zeroTicksKeepTheSign()
    {
        TradeClassifier classifier(ClassifierRule::Tick);
        QByteArray letters;
        for (const char *at : { "10", "10", "11", "11", "10.9", "10.9", "11" })
            letters += letter(classifier.classify(trade(price(at), 1))->side);
        QCOMPARE(letters, QByteArray("00++--+"));
    }

    void extremePricesDoNotOverflow()
    {
        const Price highest = Price::fromUnits(std::numeric_limits<qint64>::max());
        const Price lowest = Price::fromUnits(std::numeric_limits<qint64>::min());
        Quote wide;
        wide.bid = Price::fromUnits(1);
        wide.ask = highest;
        for (int rule = 0; rule < classifierRuleCount; ++rule) {
            TradeClassifier classifier { ClassifierRule(rule) };
            classifier.addQuote(wide);
            QCOMPARE(signOf(classifier.classify(trade(lowest, 1))->side),
                     ClassifierRule(rule) == ClassifierRule::Tick
                             || ClassifierRule(rule) == ClassifierRule::Emo
                             || ClassifierRule(rule) == ClassifierRule::Clnv
                         ? 0
                         : -1);
            QCOMPARE(signOf(classifier.classify(trade(highest, 1))->side), 1);
        }
        Trade huge = trade(price("10"), 1);
        huge.size = Qty::fromUnits(std::numeric_limits<qint64>::max());
        QVERIFY(!TradeClassifier(ClassifierRule::Tick).classify(huge));
    }

    void namesComeBack()
    {
        for (int rule = 0; rule < classifierRuleCount; ++rule) {
            const QLatin1StringView name = ruleName(ClassifierRule(rule));
            QCOMPARE(*parseClassifierRule(QString(name)), ClassifierRule(rule));
        }
        QVERIFY(!parseClassifierRule(u"seed"));
        QVERIFY(!parseClassifierRule(u""));
    }

    void weightedRuleOfRecordedDays_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("oracle");
        QTest::addColumn<bool>("quoteFirst");
        QTest::addColumn<bool>("regularOnly");
        for (const char *day : { "IBM_2013-10-08", "BAC_2013-10-07" })
            for (const bool regularOnly : { false, true })
                for (const bool quoteFirst : { false, true }) {
                    const QString oracle = QString(regularOnly ? u"rth"_s : u"all"_s) + u"_quotes_"
                        + (quoteFirst ? u"at_or_before"_s : u"strictly_before"_s);
                    QTest::newRow(qPrintable(QString::fromLatin1(day) + u' ' + oracle))
                        << QString::fromLatin1(day) << oracle << quoteFirst << regularOnly;
                }
    }
    void weightedRuleOfRecordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        QFETCH(const QString, oracle);
        QFETCH(const bool, quoteFirst);
        QFETCH(const bool, regularOnly);
        const QJsonObject expected
            = test::oracles()[u"equity_ticks"][day][u"quote_rule_cvd"][oracle].toObject();
        QVERIFY(!expected.isEmpty());
        test::FlowTape tape;
        QVERIFY(tape.read(day));
        CumulativeDelta delta;
        for (const FlowPrint &print :
             tape.classified(ClassifierRule::Weighted, quoteFirst, regularOnly))
            QVERIFY(delta.add(print));
        const CvdStatistics all = delta.statistics();
        QCOMPARE(all.cvd.toDouble(), expected[u"cvd_shares"].toDouble());
        QCOMPARE(double(all.lifetime.buy), expected[u"at_or_above_ask"].toDouble());
        QCOMPARE(double(all.lifetime.sell), expected[u"at_or_below_bid"].toDouble());
        QCOMPARE(double(all.lifetime.buyNeutral), expected[u"inside_upper_half"].toDouble());
        QCOMPARE(double(all.lifetime.sellNeutral), expected[u"inside_lower_half"].toDouble());
    }

    void tickRuleOfRecordedDays_data()
    {
        QTest::addColumn<QString>("day");
        for (const char *day : { "IBM_2013-10-08", "BAC_2013-10-07", "SPY_2013-10-07" })
            QTest::newRow(day) << QString::fromLatin1(day);
    }
    void tickRuleOfRecordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        const QJsonObject expected = test::oracles()[u"equity_ticks"][day].toObject();
        test::FlowTape tape;
        QVERIFY(tape.read(day));
        for (const bool regularOnly : { false, true }) {
            CumulativeDelta delta;
            for (const FlowPrint &print : tape.classified(ClassifierRule::Tick, false, regularOnly))
                delta.add(print);
            QCOMPARE(
                delta.value().toDouble(),
                expected[regularOnly ? u"tick_rule_cvd_rth" : u"tick_rule_cvd_all"].toDouble());
        }
    }

    void rulesOnRecordedDays_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<double>("unanimous");
        QTest::addColumn<double>("unclassified");
        QTest::newRow("IBM") << u"IBM_2013-10-08"_s << 0.777 << 0.102;
        QTest::newRow("BAC") << u"BAC_2013-10-07"_s << 0.919 << 0.036;
    }
    void rulesOnRecordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, day);
        QFETCH(const double, unanimous);
        QFETCH(const double, unclassified);
        test::FlowTape tape;
        QVERIFY(tape.read(day));
        TradeClassifier classifier;
        classifier.compareRules();
        tape.play(
            false, true, [&](const Quote &quote) { classifier.addQuote(quote); },
            [&](const Trade &trade) { classifier.classify(trade); });
        const RuleAgreement &rules = *classifier.agreement();
        // The figures that resources/help/orderflow.md states
        QVERIFY(qAbs(rules.unanimous() - unanimous) < 0.001);
        QVERIFY(qAbs(rules.unclassifiedShare(ClassifierRule::Quote) - unclassified) < 0.001);
        for (int rule = 0; rule < classifierRuleCount - 1; ++rule) {
            HalfQty alone;
            for (const FlowPrint &print : tape.classified(ClassifierRule(rule), false, true))
                alone += print.delta;
            QCOMPARE(rules.cvd(ClassifierRule(rule)), alone);
        }
    }

    void comparingChangesNothing()
    {
        SplitMix64 random(7);
        TradeClassifier plain(ClassifierRule::Clnv);
        TradeClassifier comparing(ClassifierRule::Clnv);
        comparing.compareRules();
        HalfQty sum;
        for (int i = 0; i < 20'000; ++i) {
            if (random.below(2) == 0) {
                Quote next;
                next.bid = Price::fromUnits(qint64(1 + random.below(50)));
                next.ask = next.bid + Price::fromUnits(qint64(random.below(12)) - 2);
                plain.addQuote(next);
                comparing.addQuote(next);
            }
            const Trade print = trade(Price::fromUnits(qint64(random.below(70))),
                                      int(random.below(500)), { quint16(random.below(4)) });
            const std::optional<FlowPrint> a = plain.classify(print);
            const std::optional<FlowPrint> b = comparing.classify(print);
            QCOMPARE(a.has_value(), b.has_value());
            if (!a)
                continue;
            QCOMPARE(a->side, b->side);
            QCOMPARE(a->buy() + a->sell(), QuarterQty::fromQty(print.size));
            QCOMPARE((a->buy() - a->sell()).parts(), 2 * a->delta.parts());
            sum += a->delta;
        }
        QCOMPARE(comparing.agreement()->cvd(ClassifierRule::Clnv), sum);
    }
};

QTEST_GUILESS_MAIN(TestTradeClassifier)
#include "tst_tradeclassifier.moc"
