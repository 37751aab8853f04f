#include "capabilities.h"

#include <QtTest>

using namespace tapeline;

class TestCapabilities : public QObject
{
    Q_OBJECT

private slots:
    void accessByPlan_data()
    {
        QTest::addColumn<Product>("product");
        QTest::addColumn<DataKind>("kind");
        QTest::addColumn<QList<Access>>("byPlan"); // Basic, Starter, Developer, Advanced

        using enum Access;
        const QList<Access> starter { No, Delayed, Delayed, RealTime };
        const QList<Access> developer { No, No, Delayed, RealTime };
        const QList<Access> advanced { No, No, No, RealTime };
        QTest::newRow("stock minutes") << Product::Stocks << DataKind::MinuteBars
                                       << QList<Access> { EndOfDay, Delayed, Delayed, RealTime };
        QTest::newRow("stock seconds") << Product::Stocks << DataKind::SecondBars << starter;
        QTest::newRow("stock snapshots") << Product::Stocks << DataKind::Snapshots << starter;
        QTest::newRow("stock trades") << Product::Stocks << DataKind::Trades << developer;
        QTest::newRow("stock stream trades")
            << Product::Stocks << DataKind::StreamTrades << developer;
        QTest::newRow("stock quotes") << Product::Stocks << DataKind::StreamQuotes << advanced;
        QTest::newRow("option quotes") << Product::Options << DataKind::Quotes << advanced;
        QTest::newRow("future quotes") << Product::Futures << DataKind::StreamQuotes << developer;
        QTest::newRow("index trades")
            << Product::Indices << DataKind::Trades << QList<Access> { No, No, No, No };
        QTest::newRow("currency quotes") << Product::Currencies << DataKind::StreamQuotes
                                         << QList<Access> { No, RealTime, RealTime, RealTime };
        QTest::newRow("reference") << Product::Stocks << DataKind::Reference
                                   << QList<Access> { RealTime, RealTime, RealTime, RealTime };
        QTest::newRow("financials") << Product::Stocks << DataKind::Financials << advanced;
    }

    void accessByPlan()
    {
        QFETCH(const Product, product);
        QFETCH(const DataKind, kind);
        QFETCH(const QList<Access>, byPlan);
        for (int plan = 0; plan < 4; ++plan) {
            PlanSet plans;
            plans.set(product, static_cast<Plan>(plan));
            QCOMPARE(Capabilities(plans).access(product, kind), byPlan[plan]);
        }
    }

    void theCheapestPlanGivesItAndTheOneBelowDoesNot()
    {
        for (const Product product : allProducts) {
            for (int kind = 0; kind < dataKindCount; ++kind) {
                const auto cheapest = Capabilities::cheapestFor(product, DataKind(kind));
                for (const Plan plan : plansFor(product)) {
                    PlanSet plans;
                    plans.set(product, plan);
                    QCOMPARE(Capabilities(plans).has(product, DataKind(kind)),
                             cheapest && plan >= *cheapest);
                }
            }
        }
    }

    void aRefusalIsLearnedOnceAndOnlyForItsKind()
    {
        Capabilities capabilities(PlanSet::all(Plan::Advanced));
        QVERIFY(capabilities.refuse(Product::Stocks, DataKind::StreamQuotes));
        QVERIFY(!capabilities.refuse(Product::Stocks, DataKind::StreamQuotes));
        QVERIFY(!capabilities.has(Product::Stocks, DataKind::StreamQuotes));
        QVERIFY(capabilities.has(Product::Stocks, DataKind::Quotes));
        QVERIFY(capabilities.has(Product::Options, DataKind::StreamQuotes));
    }

    void budgetAndDelay()
    {
        QCOMPARE(Capabilities().requestsPerMinute(Product::Stocks), 5);
        QCOMPARE(Capabilities(PlanSet::all(Plan::Starter)).requestsPerMinute(Product::Stocks), 0);
        QCOMPARE(Capabilities::delay(Product::Futures), Duration(10min));
        QCOMPARE(Capabilities::delay(Product::Stocks), Duration(15min));
    }

    void aTierForAllTakesWhatIsSold()
    {
        const PlanSet plans = PlanSet::all(Plan::Developer);
        QCOMPARE(plans.of(Product::Stocks), Plan::Developer);
        QCOMPARE(plans.of(Product::Indices), Plan::Starter);
        QCOMPARE(plans.of(Product::Currencies), Plan::Starter);
    }

    void aTierIsReadAsText()
    {
        QCOMPARE(*planSetFromText(u"Advanced"), PlanSet::all(Plan::Advanced));
        PlanSet mixed;
        mixed.set(Product::Stocks, Plan::Developer);
        mixed.set(Product::Indices, Plan::Starter);
        QCOMPARE(*planSetFromText(u" stocks=developer, INDICES = starter"), mixed);
        QCOMPARE(*planSetFromText(planSetText(mixed)), mixed);
    }

    void aTierThatIsNoneIsRefusedByName()
    {
        for (const QString &text : { QStringLiteral("gold"), QString(), QStringLiteral("stocks="),
                                     QStringLiteral("bonds=basic"), QStringLiteral("stocks=basic,"),
                                     QStringLiteral("indices=developer") })
            QVERIFY2(!planSetFromText(text), qPrintable(text));
        QVERIFY(planSetFromText(u"indices=developer").error().detail.contains(u"indices"));
    }

    void names()
    {
        QCOMPARE(planFromName(u" developer "), Plan::Developer);
        QVERIFY(!planFromName(u"gold"));
        for (const Plan plan : plansFor(Product::Stocks))
            QCOMPARE(planFromName(planName(plan)), plan);
    }
};

QTEST_GUILESS_MAIN(TestCapabilities)
#include "tst_capabilities.moc"
