#include "serviceenvironment.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestServiceEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        for (const char *name :
             { "MASSIVE_API_KEY", "POLYGON_API_KEY", "MASSIVE_TIER", "POLYGON_TIER" })
            qunsetenv(name);
    }

    void cleanupTestCase() { init(); }

    void nothingIsSet()
    {
        QVERIFY(serviceenvironment::key().value.isEmpty());
        QVERIFY(serviceenvironment::key().variable.isEmpty());
        QVERIFY(!serviceenvironment::plans().value);
        QVERIFY(serviceenvironment::plans().variable.isEmpty());
        QVERIFY(serviceenvironment::plans().complaint.isEmpty());
    }

    void massiveComesBeforePolygon()
    {
        qputenv("POLYGON_API_KEY", "polygon");
        QCOMPARE(serviceenvironment::key().variable, u"POLYGON_API_KEY"_s);
        qputenv("MASSIVE_API_KEY", "  "); // as good as not set
        QCOMPARE(serviceenvironment::key().value, u"polygon"_s);
        qputenv("MASSIVE_API_KEY", " massive\n");
        QCOMPARE(serviceenvironment::key().value, u"massive"_s);
        QCOMPARE(serviceenvironment::key().variable, u"MASSIVE_API_KEY"_s);

        qputenv("POLYGON_TIER", "starter");
        QCOMPARE(serviceenvironment::plans().variable, u"POLYGON_TIER"_s);
        QCOMPARE(serviceenvironment::plans().value, PlanSet::all(Plan::Starter));
        qputenv("MASSIVE_TIER", "stocks=Advanced, futures=developer");
        QCOMPARE(serviceenvironment::plans().variable, u"MASSIVE_TIER"_s);
        PlanSet plans;
        plans.set(Product::Stocks, Plan::Advanced);
        plans.set(Product::Futures, Plan::Developer);
        QCOMPARE(serviceenvironment::plans().value, plans);
    }

    void whatIsNoPlanIsIgnoredAndNamed()
    {
        qputenv("MASSIVE_TIER", "gold");
        serviceenvironment::Plans plans = serviceenvironment::plans();
        QVERIFY(!plans.value);
        QVERIFY(plans.variable.isEmpty());
        QCOMPARE(plans.ignored, QStringList(u"MASSIVE_TIER"_s));
        QCOMPARE(plans.complaint,
                 u"MASSIVE_TIER is ignored: \"gold\" is no plan (basic, starter, developer, "
                 "advanced)."_s);

        qputenv("POLYGON_TIER", "developer");
        plans = serviceenvironment::plans();
        QCOMPARE(plans.value, PlanSet::all(Plan::Developer));
        QCOMPARE(plans.variable, u"POLYGON_TIER"_s);
        QVERIFY(plans.complaint.startsWith("MASSIVE_TIER is ignored"_L1));

        qputenv("POLYGON_TIER", "currencies=advanced");
        plans = serviceenvironment::plans();
        QVERIFY(!plans.value);
        QVERIFY(plans.complaint.contains("POLYGON_TIER is ignored: Advanced is not sold"_L1));
    }
};

QTEST_GUILESS_MAIN(TestServiceEnvironment)
#include "tst_serviceenvironment.moc"
