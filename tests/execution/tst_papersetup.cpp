#include "papersetup.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class PaperSetupTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreThePages()
    {
        const Result<PaperSetup> setup = paperSetupFromJson("{}");
        QVERIFY(setup);
        QCOMPARE(*setup, PaperSetup());
        const PaperConfig &broker = setup->broker;
        QCOMPARE(broker.mode, FillMode::Queue);
        QCOMPARE(broker.orderLatency, Duration(50ms));
        QCOMPARE(broker.cancelLatency, Duration(50ms));
        QCOMPARE(broker.refresh, Duration(1s));
        QCOMPARE(broker.maxChase, Duration(60s));
        QCOMPARE(broker.goodTillDays, 90);
        QCOMPARE(setup->account.startingCash, Money::whole(100'000));
        QCOMPARE(setup->account.risk.action(RiskRule::DailyLoss), RuleAction::Off);
    }

    void everyNameIsTaken()
    {
        const Result<PaperSetup> setup = paperSetupFromJson(
            R"({"mode":"touch","latency":20,"cancel_latency":5,"jitter":3,"refresh":0,
                "max_chase":1000,"rest":"slip","participation":"0.25","slippage":"spread:0.25",
                "commission":"per_share:0.005,1.00,1","regulatory_fees":true,"package_mid":0.5,
                "hold_market_orders":false,"good_till_days":30,"seed":7,
                "risk":{"per_trade":"block"},"starting_cash":"2500.50","margin":"cash",
                "lots":"average"})");
        QVERIFY2(setup, qPrintable(setup ? QString() : setup.error().detail));
        const PaperConfig &broker = setup->broker;
        QCOMPARE(broker.mode, FillMode::Touch);
        QCOMPARE(broker.orderLatency, Duration(20ms));
        QCOMPARE(broker.cancelLatency, Duration(5ms));
        QCOMPARE(broker.latencyJitter, Duration(3ms));
        QCOMPARE(broker.refresh, Duration());
        QCOMPARE(broker.maxChase, Duration(1s));
        QCOMPARE(broker.rest, RestPolicy::Slip);
        QCOMPARE(broker.participationPpm, 250'000);
        QCOMPARE(broker.slippage.kind, SlippageModel::Kind::Spread);
        QCOMPARE(broker.commission.kind, CommissionModel::Kind::PerShare);
        QVERIFY(broker.regulatoryFees);
        QCOMPARE(broker.packageMidPpm, std::optional<qint64>(500'000));
        QVERIFY(!broker.holdMarketOrders);
        QCOMPARE(broker.goodTillDays, 30);
        QCOMPARE(broker.seed, 7ULL);
        QCOMPARE(setup->account.risk.action(RiskRule::PerTrade), RuleAction::Block);
        QCOMPARE(setup->account.startingCash, *Money::parse(u"2500.50"));
        QCOMPARE(setup->account.margin, MarginMode::Cash);
        QCOMPARE(setup->account.lots, LotMethod::Average);
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("name") << QByteArray(R"({"latencyy":1})")
                              << u"There is no setting \"latencyy\"."_s;
        QTest::newRow("rule") << QByteArray(R"({"risk":{"per_week":"warn"}})")
                              << u"There is no risk rule \"per_week\"."_s;
        QTest::newRow("word") << QByteArray(R"({"mode":"magic"})")
                              << u"\"mode\" must be queue, through or touch."_s;
        QTest::newRow("negative") << QByteArray(R"({"refresh":-1})")
                                  << u"\"refresh\" must be milliseconds from 0 to 86400000."_s;
        QTest::newRow("fraction") << QByteArray(R"({"latency":1.5})")
                                  << u"\"latency\" must be milliseconds from 0 to 86400000."_s;
        QTest::newRow("model")
            << QByteArray(R"({"slippage":"ticks"})")
            << u"\"slippage\" must be none, ticks:K, bps:B, spread:F, volume_share:LIMIT,IMPACT or sqrt_impact:ETA."_s;
        QTest::newRow("cash")
            << QByteArray(R"({"starting_cash":"lots"})")
            << u"The account cannot be kept so: \"starting_cash\" cannot be \"lots\"."_s;
        QTest::newRow("a share below nothing")
            << QByteArray(R"({"risk":{"per_trade_ppm":-1}})")
            << u"\"per_trade_ppm\" must be parts per million from 0 to 1000000000."_s;
        QTest::newRow("a rate below nothing")
            << QByteArray(R"({"borrow_rate_ppm":-1})")
            << u"\"borrow_rate_ppm\" must be parts per million from 0 to 1000000000."_s;
        QTest::newRow("cash below nothing")
            << QByteArray(R"({"starting_cash":"-1"})") << u"\"starting_cash\" must be 0 or more."_s;
        QTest::newRow("no name") << QByteArray(R"({"name":" "})")
                                 << u"\"name\" must be a name without a slash."_s;
        QTest::newRow("slash") << QByteArray(R"({"name":"live/Paper"})")
                               << u"\"name\" must be a name without a slash."_s;
    }

    void refusesWithASentence()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, sentence);
        const Result<PaperSetup> setup = paperSetupFromJson(text);
        QVERIFY(!setup);
        QCOMPARE(setup.error().detail, sentence);
    }

    void refusesWhatIsNoObject()
    {
        for (const char *text : { "", "[]", "{\"mode\":", "7" })
            QVERIFY(!paperSetupFromJson(text));
        QCOMPARE(readPaperSetup(u"/nonexistent/setup.json"_s).error().code, Error::Code::Storage);
    }
};

QTEST_APPLESS_MAIN(PaperSetupTest)
#include "tst_papersetup.moc"
