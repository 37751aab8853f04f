#include "charttemplates.h"
#include "memorydocuments.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestChartTemplates : public QObject
{
    Q_OBJECT

private slots:
    void looksAreSavedRenamedAndRemoved()
    {
        MemoryDocuments documents;
        ChartTemplates templates(documents);
        const QJsonObject look { { u"logScale"_s, true } };
        QVERIFY(templates.save(u"Swing"_s, look));
        QVERIFY(templates.save(u"Day"_s, {}));
        QCOMPARE(templates.names(), (QStringList { u"Swing"_s, u"Day"_s }));
        QCOMPARE(*templates.look(u"Swing"_s), look);
        QVERIFY(templates.rename(u"Swing"_s, u"Weeks"_s));
        QCOMPARE(templates.names(), (QStringList { u"Weeks"_s, u"Day"_s }));
        QCOMPARE(*templates.look(u"Weeks"_s), look);
        QVERIFY(!templates.rename(u"Weeks"_s, u"Day"_s)); // taken
        QVERIFY(!templates.rename(u"Weeks"_s, u" "_s));
        QVERIFY(!templates.save(u""_s, look));
        QVERIFY(templates.remove(u"Weeks"_s));
        QCOMPARE(templates.names(), QStringList(u"Day"_s));
        QCOMPARE(templates.look(u"Weeks"_s).error().code, Error::Code::NotFound);
    }

    void atMostOneIsThatOfNewCharts()
    {
        MemoryDocuments documents;
        ChartTemplates templates(documents);
        QVERIFY(templates.save(u"a"_s, {}));
        QVERIFY(templates.save(u"b"_s, {}));
        QCOMPARE(templates.defaultName(), QString());
        QVERIFY(templates.setDefault(u"a"_s));
        QVERIFY(templates.setDefault(u"b"_s));
        QCOMPARE(templates.defaultName(), u"b"_s);
        QVERIFY(templates.save(u"b"_s, { { u"x"_s, 1 } })); // an update leaves it so
        QCOMPARE(templates.defaultName(), u"b"_s);
        QVERIFY(templates.rename(u"b"_s, u"c"_s));
        QCOMPARE(templates.defaultName(), u"c"_s);
        QVERIFY(templates.setDefault({}));
        QCOMPARE(templates.defaultName(), QString());
    }

    void whatIsNoLookIsSaid()
    {
        MemoryDocuments documents;
        QVERIFY(documents.put(u"chart-template"_s, { u"broken"_s, "nonsense" }));
        ChartTemplates templates(documents);
        QCOMPARE(templates.look(u"broken"_s).error().code, Error::Code::Malformed);
        documents.refuses = true;
        QCOMPARE(templates.save(u"x"_s, {}).error().code, Error::Code::Storage);
    }
};

QTEST_GUILESS_MAIN(TestChartTemplates)
#include "tst_charttemplates.moc"
