#include "language.h"
#include "settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void numbersFollowTheLanguage()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(u"tapeline.ini"_s));
        const Language language(settings);
        QCOMPARE(QLocale().toString(4'210), u"4,210"_s); // also where the system says "C"
        settings.setLanguage(u"de"_s);
        QCOMPARE(QLocale().toString(4'210), u"4.210"_s);
        settings.setLanguage(u"en"_s);
        QCOMPARE(QLocale().toString(4'210), u"4,210"_s);
    }

    void englishIsAlwaysThere() { QCOMPARE(Language::available().first(), u"en"_s); }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
