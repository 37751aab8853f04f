#include "filename.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Names of files that come from elsewhere.
class TestFileName : public QObject
{
    Q_OBJECT

private slots:
    void namesBecomePlain_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &path, const QString &expected) {
            QTest::newRow(name) << path << expected;
        };
        row("as it is", u"Chart of the 4th.png"_s, u"Chart of the 4th.png"_s);
        row("hidden", u".bashrc"_s, u".bashrc"_s);
        row("other scripts", u"図表 Übersicht.png"_s, u"図表 Übersicht.png"_s);
        row("a path", u"/home/user/a.png"_s, u"a.png"_s);
        row("a path of Windows", u"C:\\Users\\user\\a.png"_s, u"a.png"_s);
        row("upwards", u"../../etc/passwd"_s, u"passwd"_s);
        row("upwards on Windows", u"..\\..\\Start\\x.bat"_s, u"x.bat"_s);
        row("both separators", u"a/b\\c.txt"_s, u"c.txt"_s);
        row("a folder", u"a/b/"_s, QString());
        row("this folder", u"."_s, QString());
        row("the one above", u".."_s, QString());
        row("the one above, elsewhere", u"a\\.."_s, QString());
        row("nothing", QString(), QString());
        row("blanks alone", u" \t "_s, QString());
        row("blanks", u"  a \n b.txt "_s, u"a b.txt"_s);
        row("dots and blanks at the end", u"a.txt. . "_s, u"a.txt"_s);
        row("another direction", u"photo\u202Egpj.exe"_s, u"photogpj.exe"_s);
        row("isolated", u"\u2066a\u2069.txt"_s, u"a.txt"_s);
        row("of no width", u"a\u200B\uFEFF.txt"_s, u"a.txt"_s);
        row("between blanks", u"a \u200B b.txt"_s, u"a b.txt"_s);
        row("control", u"a\u0007\u001Bb.txt"_s, u"ab.txt"_s);
        row("a null", u"a"_s + QChar(u'\0') + u"b.txt"_s, u"ab.txt"_s);
        row("a stream of NTFS", u"a.txt:hidden.exe"_s, u"a.txt_hidden.exe"_s);
        row("what Windows does not allow", u"a<b>c\"d|e?f*.txt"_s, u"a_b_c_d_e_f_.txt"_s);
        row("a device", u"NUL"_s, u"_NUL"_s);
        row("a device with an end", u"con.tar.gz"_s, u"_con.tar.gz"_s);
        row("a device behind a path", u"x\\aux.txt"_s, u"_aux.txt"_s);
        row("a port", u"Com1.txt"_s, u"_Com1.txt"_s);
        row("a port of a small figure", u"lpt\u00B2"_s, u"_lpt\u00B2"_s);
        row("hidden in a device", u"c\u200Bon"_s, u"_con"_s);
        row("no device", u"console.log"_s, u"console.log"_s);
        row("no port", u"com10.txt"_s, u"com10.txt"_s);
    }
    void namesBecomePlain()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, expected);
        QCOMPARE(filename::plain(path), expected);
        QCOMPARE(filename::plain(expected), expected); // once is enough
    }
};

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_filename.moc"
