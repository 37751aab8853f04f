#include "settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void theCommandLineHoldsForOneRun()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("t.ini"));
        {
            Settings settings(file);
            settings.setThemeChoice(ThemeChoice::Dark);
            settings.setThemeForThisRun(ThemeChoice::Light);
            settings.setLanguageForThisRun(QStringLiteral("de"));
            QCOMPARE(settings.themeChoice(), ThemeChoice::Light);
            QCOMPARE(settings.language(), QStringLiteral("de"));
        }
        Settings settings(file);
        QCOMPARE(settings.themeChoice(), ThemeChoice::Dark);
        QVERIFY(settings.language().isEmpty());
        // A choice made meanwhile is kept
        settings.setThemeForThisRun(ThemeChoice::Light);
        settings.setThemeChoice(ThemeChoice::System);
        QCOMPARE(settings.themeChoice(), ThemeChoice::System);
        QCOMPARE(Settings(file).themeChoice(), ThemeChoice::System);
        // also when it is what this run has already
        settings.setThemeForThisRun(ThemeChoice::Light);
        settings.setThemeChoice(ThemeChoice::Light);
        settings.setLanguageForThisRun(QStringLiteral("de"));
        settings.setLanguage(QStringLiteral("de"));
        QCOMPARE(Settings(file).themeChoice(), ThemeChoice::Light);
        QCOMPARE(Settings(file).language(), QStringLiteral("de"));
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QVERIFY(m_folder.isValid());
        QFile::remove(path());
    }

    void firstStart()
    {
        const Settings settings(path());
        QCOMPARE(settings.themeChoice(), ThemeChoice::System);
        QCOMPARE(settings.upDownColors(), UpDownColors::GreenRed);
        QCOMPARE(settings.textSizePercent(), 100);
        QVERIFY(settings.flashOnChange());
        QVERIFY(settings.language().isEmpty());
        QVERIFY(!settings.shortcut(u"view.palette"_s));
        QCOMPARE(settings.plans(), PlanSet());
        QVERIFY(!settings.usesService());
    }

    void valuesOutliveTheObject()
    {
        {
            Settings settings(path());
            settings.setThemeChoice(ThemeChoice::Light);
            settings.setUpDownColors(UpDownColors::Inverted);
            settings.setTextSizePercent(125);
            settings.setFlashOnChange(false);
            settings.setLanguage(u"de"_s);
            settings.setWindowGeometry("\x01\x02");
            settings.setCurrentWorkspace(u"Order flow"_s);
            settings.setShortcut(u"view.palette"_s, u"Ctrl+J"_s);
            settings.setPlans(PlanSet::all(Plan::Developer));
            settings.setUsesService(true);
        }
        const Settings settings(path());
        QCOMPARE(settings.themeChoice(), ThemeChoice::Light);
        QCOMPARE(settings.upDownColors(), UpDownColors::Inverted);
        QCOMPARE(settings.textSizePercent(), 125);
        QVERIFY(!settings.flashOnChange());
        QCOMPARE(settings.language(), u"de"_s);
        QCOMPARE(settings.windowGeometry(), QByteArray("\x01\x02"));
        QCOMPARE(settings.currentWorkspace(), u"Order flow"_s);
        QCOMPARE(settings.shortcut(u"view.palette"_s), u"Ctrl+J"_s);
        QCOMPARE(settings.plans(), PlanSet::all(Plan::Developer));
        QVERIFY(settings.usesService());
    }

    void signalsOnlyChanges()
    {
        Settings settings(path());
        QSignalSpy spy(&settings, &Settings::textSizePercentChanged);
        settings.setTextSizePercent(100);
        QCOMPARE(spy.count(), 0);
        settings.setTextSizePercent(110);
        settings.setTextSizePercent(110);
        QCOMPARE(spy.count(), 1);
    }

    void signalsPlansAndSource()
    {
        Settings settings(path());
        QSignalSpy plans(&settings, &Settings::plansChanged);
        QSignalSpy source(&settings, &Settings::usesServiceChanged);
        settings.setPlans({});
        settings.setUsesService(false);
        QCOMPARE(plans.count() + source.count(), 0);
        PlanSet mixed;
        mixed.set(Product::Stocks, Plan::Advanced);
        settings.setPlans(mixed);
        settings.setPlans(mixed);
        settings.setUsesService(true);
        QCOMPARE(plans.count(), 1);
        QCOMPARE(source.count(), 1);
        QCOMPARE(settings.plans().of(Product::Stocks), Plan::Advanced);
        QCOMPARE(settings.plans().of(Product::Options), Plan::Basic);
    }

    void clampsWhatIsSet()
    {
        Settings settings(path());
        settings.setTextSizePercent(1'000);
        QCOMPARE(settings.textSizePercent(), Settings::textSizePercentMax);
        settings.setTextSizePercent(-5);
        QCOMPARE(settings.textSizePercent(), Settings::textSizePercentMin);
        settings.setLanguage(u"../etc"_s);
        QVERIFY(settings.language().isEmpty());
    }

    void survivesAFileEditedByHand()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[appearance]\ntheme=plaid\nupDownColors=7\ntextSizePercent=many\nlanguage=/x\n"
                   "[service]\nplans=stocks=golden\n");
        file.close();

        const Settings settings(path());
        QCOMPARE(settings.themeChoice(), ThemeChoice::System);
        QCOMPARE(settings.upDownColors(), UpDownColors::GreenRed);
        QCOMPARE(settings.textSizePercent(), 100);
        QVERIFY(settings.language().isEmpty());
        QCOMPARE(settings.plans(), PlanSet());
    }

    void aPlanListWrittenByHandNeedsNoQuotes()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[service]\nplans=stocks=starter, options=developer\n");
        file.close();
        PlanSet expected;
        expected.set(Product::Stocks, Plan::Starter);
        expected.set(Product::Options, Plan::Developer);
        QCOMPARE(Settings(path()).plans(), expected);
    }

    void aShortcutCanBeNone()
    {
        Settings settings(path());
        settings.setShortcut(u"view.palette"_s, QString());
        QCOMPARE(settings.shortcut(u"view.palette"_s), QString());
        settings.clearShortcut(u"view.palette"_s);
        QVERIFY(!settings.shortcut(u"view.palette"_s));
    }

private:
    QString path() const { return m_folder.filePath(u"tapeline.ini"_s); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
