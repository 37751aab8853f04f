#include "secretmask.h"

#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString key = u"kP3_xW9-aQ7~zR1.bT5yU8vC2nM4lJ6h"_s;

/// What a reader would have to do to get at a key that was written in pieces or encoded.
QString laidOpen(QString text)
{
    for (int i = 0; i < 3; ++i)
        text = QUrl::fromPercentEncoding(text.toUtf8());
    return text.remove(QRegularExpression(u"[^A-Za-z0-9]"_s));
}

QString onlyLetters(QString text)
{
    return text.remove(QRegularExpression(u"[^A-Za-z0-9]"_s));
}

class TextMaker
{
public:
    explicit TextMaker(quint64 seed)
        : m_random(seed)
    {
    }

    int below(int bound) { return static_cast<int>(m_random.next() % quint64(bound)); }

    QString secret()
    {
        const QString alphabet
            = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.~"_s;
        QString out;
        for (int left = 8 + below(40); left > 0; --left)
            out += alphabet[below(int(alphabet.size()))];
        return out;
    }

    /// Text of all sorts, signs that mean something to a matcher among it.
    QString noise()
    {
        const QString signs = u"ab Z09%2541%%25\"'\\/=&?:;,.(){}[]<>\n\t_-~*+|^$äλ€"_s;
        QString out;
        for (int left = below(30); left > 0; --left)
            out += signs[below(int(signs.size()))];
        return out;
    }

    QString written(const QString &secret)
    {
        switch (below(6)) {
        case 0:
            return secret;
        case 1:
            return percentEncoded(secret, below(3));
        case 2:
            return percentEncoded(percentEncoded(secret, 1), 1);
        case 3: // two arguments of one message
            return inPieces(secret, u"\" \""_s);
        case 4:
            return inPieces(secret, u", "_s);
        default:
            return QString::fromLatin1(QUrl::toPercentEncoding(secret));
        }
    }

private:
    /// 0: no more than is needed, 1: everything, 2: here and there, in lower case.
    QString percentEncoded(const QString &text, int how)
    {
        QString out;
        for (const QChar c : text) {
            const bool always = how == 1 || c == u'%';
            if (!always && !(how == 2 && below(2) == 0)) {
                out += c;
                continue;
            }
            const QString hex = QString::number(c.unicode(), 16).rightJustified(2, u'0');
            out += u'%' + (how == 2 ? hex : hex.toUpper());
        }
        return out;
    }

    QString inPieces(const QString &text, const QString &between)
    {
        QString out = text;
        for (int cuts = 1 + below(3); cuts > 0; --cuts)
            out.insert(1 + below(int(text.size()) - 1), between);
        return out;
    }

    SplitMix64 m_random;
};

} // namespace

class TestSecretMask : public QObject
{
    Q_OBJECT

private slots:
    void knownSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        const QByteArray all = key.toLatin1().toPercentEncoding({}, key.toLatin1());
        row("alone", key, u"***"_s);
        row("within a word", u"x"_s + key + u"y"_s, u"x***y"_s);
        row("twice", key + key + u' ' + key, u"****** ***"_s);
        row("every character encoded", u"a="_s + QString::fromLatin1(all), u"a=***"_s);
        row("encoded in lower case", u"a="_s + QString::fromLatin1(all.toLower()), u"a=***"_s);
        row("encoded twice", u"a="_s + QString::fromLatin1(all).replace(u'%', u"%25"_s),
            u"a=***"_s);
        row("two arguments of a message", u"key: \"%1\" \"%2\" end"_s.arg(key.left(9), key.mid(9)),
            u"key: \"***\" end"_s);
        row("a list", u"(\"%1\", \"%2\")"_s.arg(key.left(1), key.mid(1)), u"(\"***\")"_s);
        row("over two lines", key.left(5) + u"\n"_s + key.mid(5), u"***"_s);
        row("nothing of it", u"plain text, 100 % sure"_s, u"plain text, 100 % sure"_s);
        row("its beginning alone", key.left(4) + u" and more"_s, key.left(4) + u" and more"_s);
        row("beside other languages", u"Schlüssel "_s + key + u" für €"_s,
            u"Schlüssel *** für €"_s);
    }

    void knownSecrets()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        SecretMask mask;
        mask.add(key);
        mask.add({});
        QCOMPARE(mask.masked(text), expected);
        QCOMPARE(mask.masked(text.toUtf8()), expected.toUtf8());
    }

    void unknownSecretsByTheirPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("a query", u"https://h/v3/x?limit=1&apiKey=abc123&sort=t"_s,
            u"https://h/v3/x?limit=1&apiKey=***&sort=t"_s);
        row("an encoded query", u"next=%3FapiKey%3Dabc123"_s, u"next=%3FapiKey%3D***"_s);
        row("another spelling", u"API_KEY: abc123, more"_s, u"API_KEY: ***, more"_s);
        row("a member", u"{\"apikey\":\"abc123\",\"a\":1}"_s, u"{\"apikey\":\"***\",\"a\":1}"_s);
        row("a header", u"Authorization: Bearer abc123"_s, u"Authorization: Bearer ***"_s);
        row("a quoted header", u"QMap((\"authorization\", \"bearer abc\"))"_s,
            u"QMap((\"authorization\", \"bearer ***\"))"_s);
        row("an auth message", u"{\"action\":\"auth\",\"params\":\"abc123\"}"_s,
            u"{\"action\":\"auth\",\"params\":\"***\"}"_s);
        row("an auth message the other way", u"{ \"params\" : \"abc\", \"action\" : \"auth\" }"_s,
            u"{ \"params\" : \"***\", \"action\" : \"auth\" }"_s);
        row("an auth message within quotes",
            u"\"{\\\"action\\\":\\\"auth\\\",\\\"params\\\":\\\"abc\\\"}\""_s,
            u"\"{\\\"action\\\":\\\"auth\\\",\\\"params\\\":\\\"***\\\"}\""_s);
        row("a subscription", u"{\"action\":\"subscribe\",\"params\":\"T.AAPL\"}"_s,
            u"{\"action\":\"subscribe\",\"params\":\"T.AAPL\"}"_s);
        row("talk of a key", u"The API key is missing; a bearer."_s,
            u"The API key is missing; a bearer."_s);
    }

    void unknownSecretsByTheirPlace()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(SecretMask().masked(text), expected);
    }

    void anOldSecretStaysHidden()
    {
        SecretMask mask;
        mask.add(u"first-secret-1"_s);
        mask.add(u"first-secret-12"_s); // holds the other one
        mask.add(u"second-secret"_s);
        QCOMPARE(mask.masked(u"first-secret-1 first-secret-12 second-secret"_s), u"*** *** ***"_s);
    }

    void signsThatMeanSomething()
    {
        SecretMask mask;
        const QString odd = u"a%25b+c\\d\"e.*f(g"_s;
        mask.add(odd);
        QCOMPARE(mask.masked(u"<"_s + odd + u">"_s), u"<***>"_s);
        QCOMPARE(mask.masked(u"<"_s + QString::fromLatin1(QUrl::toPercentEncoding(odd)) + u">"_s),
                 u"<***>"_s);
    }

    void aSecretNeverAppears()
    {
        TextMaker random(20261121);
        for (int round = 0; round < 4'000; ++round) {
            SecretMask mask;
            const QString secret = random.secret();
            mask.add(secret);
            QString text = random.noise();
            for (int times = 1 + random.below(3); times > 0; --times)
                text += random.written(secret) + random.noise();
            const QString out = mask.masked(text);
            QVERIFY2(!out.contains(secret), qPrintable(secret + u" in "_s + out));
            QVERIFY2(!laidOpen(out).contains(onlyLetters(secret)),
                     qPrintable(secret + u" in "_s + out + u" from "_s + text));
        }
    }

    void rubbishIsHarmless()
    {
        SecretMask mask;
        mask.add(key);
        for (const QByteArray &bytes :
             { QByteArray("%"), QByteArray("%2"), QByteArray("%25"), QByteArray("%2525252525"),
               QByteArray("%zz"), QByteArray(), QByteArray(3, '\0'), QByteArray("\xff\xfe k") })
            QVERIFY(!mask.masked(bytes).contains(key.toUtf8()));
        QCOMPARE(mask.masked(QByteArray("100%")), QByteArray("100%"));
        const QString big = key.left(key.size() - 1).repeated(20'000);
        QCOMPARE(mask.masked(big), big);
    }
};

QTEST_GUILESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
