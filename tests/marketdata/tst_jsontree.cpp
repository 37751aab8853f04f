#include "jsontree.h"

#include "splitmix64.h"

#include <QtTest>

#include <simdjson.h>

using namespace tapeline;
using namespace std::literals;
using namespace Qt::Literals::StringLiterals;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// What simdjson's own document parser says, by which ours is judged.
simdjson::error_code judge(const QByteArray &text)
{
    simdjson::dom::parser parser;
    return parser.parse(text.constData(), static_cast<std::size_t>(text.size())).error();
}

QByteArray mutated(const QByteArray &text, SplitMix64 &draws)
{
    static constexpr std::string_view alphabet
        = "{}[]:,\"\\ \n0123456789.eE+-truefalsn\x01\x1a\x0c\xff\x00u"sv;
    QByteArray out = text;
    const int edits = 1 + static_cast<int>(draws.below(3));
    for (int i = 0; i < edits && !out.isEmpty(); ++i) {
        const auto at = static_cast<qsizetype>(draws.below(static_cast<quint64>(out.size())));
        const char letter = alphabet[draws.below(alphabet.size())];
        switch (draws.below(4)) {
        case 0:
            out[at] = letter;
            break;
        case 1:
            out.insert(at, letter);
            break;
        case 2:
            out.remove(at, 1 + static_cast<qsizetype>(draws.below(4)));
            break;
        default:
            out.truncate(at);
        }
    }
    return out;
}

} // namespace

class TestJsonTree : public QObject
{
    Q_OBJECT

private slots:
    void keepsNumbersAsWritten()
    {
        const QByteArray text = R"([0.1, 12.0, 3.7e+07, -0, 12345678901234567890.123])";
        JsonTree tree;
        QVERIFY(tree.parse(viewOf(text)));
        QStringList numbers;
        for (const JsonValue value : tree.root())
            numbers += QString::fromLatin1(value.text().data(), qsizetype(value.text().size()));
        QCOMPARE(numbers,
                 (QStringList { u"0.1"_s, u"12.0"_s, u"3.7e+07"_s, u"-0"_s,
                                u"12345678901234567890.123"_s }));
    }

    void walksNestedValues()
    {
        const QByteArray text
            = R"( {"a":{"b":[1,[2,3],{"c":"x"}],"d":null},"e":true,"e":false,"":""} )";
        JsonTree tree;
        QVERIFY(tree.parse(viewOf(text)));
        const JsonValue root = tree.root();
        QCOMPARE(root.size(), 4u);
        QCOMPARE(root["a"]["b"].size(), 3u);
        QVERIFY(root["a"]["d"].kind() == JsonKind::Null);
        QVERIFY(!root["a"]["d"].isPresent());
        QVERIFY2(root["e"].isTrue(), "of two members of one name the first counts");
        QVERIFY(root[""].isString());
        QVERIFY(!root["nothing"]["below"].isPresent());
        int values = 0;
        for (const JsonValue value : root["a"]["b"])
            values += value.isPresent() ? 1 : 0;
        QCOMPARE(values, 3);
        QVERIFY(root["e"].begin() == root["e"].end());
    }

    void unescapes()
    {
        // Not a raw string: moc loses its place in one with these quotes
        const QByteArray text = "{\"s\\u0079m\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t"
                                "\\u00e9\\u20ac\\ud83d\\ude00 end\"}";
        JsonTree tree;
        QVERIFY(tree.parse(viewOf(text)));
        const std::string_view value = tree.root()["sym"].text();
        QCOMPARE(QString::fromUtf8(value.data(), qsizetype(value.size())),
                 u"\"\\/\b\f\n\r\t\u00e9\u20ac\U0001F600 end"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row
            = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("blank", " \n");
        row("open array", "[1");
        row("open string", "[\"a]");
        row("second root", "[] []");
        row("trailing comma", "[1,]");
        row("missing comma", "[1 2]");
        row("leading zero", "[01]");
        row("plus sign", "[+1]");
        row("bare point", "[1.]");
        row("open exponent", "[1e]");
        row("misspelt", "[nul]");
        row("unquoted key", "{a:1}");
        row("missing colon", "{\"a\" 1}");
        row("missing value", "{\"a\":}");
        row("unknown escape", R"(["\x41"])");
        row("half a pair", R"(["\ud83d"])");
        row("pair turned round", R"(["\ude00\ud83d"])");
        row("short escape", R"(["\u12"])");
        row("raw control character", QByteArray("[\"a\x01\"]"));
        row("zero byte", QByteArray("[1]\0", 4));
        row("not UTF-8", QByteArray("[\"\xff\xfe\"]"));
        row("too deep", QByteArray(2000, '[') + QByteArray(2000, ']'));
    }

    void refuses()
    {
        QFETCH(const QByteArray, text);
        JsonTree tree;
        const Result<void> parsed = tree.parse(viewOf(text));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, Error::Code::Malformed);
        QVERIFY(tree.root().kind() == JsonKind::Missing);
        QVERIFY2(tree.parse("[1]"), "the next text is read as if nothing had been");
    }

    /// Accepts exactly what simdjson's document parser accepts, but for numbers a double cannot
    /// hold.
    void agreesWithSimdjson()
    {
        const QByteArray seeds[] = {
            R"([{"ev":"T","sym":"NVDA","x":11,"i":"52983","p":181.42,"c":[14,41],"t":1786629600123}])",
            R"({"a":{"b":[1,[2,3],{"c":"x\n\u20ac\ud83d\ude00"}],"d":null},"e":true,"f":-1.5e-7})",
            R"([ true , false,null , "" , {} , [] , 0 , -0.5 , "caf\u00e9" ])",
        };
        SplitMix64 draws(20);
        JsonTree tree;
        int accepted = 0;
        for (int i = 0; i < 60'000; ++i) {
            const QByteArray text = mutated(seeds[i % 3], draws);
            const simdjson::error_code verdict = judge(text);
            const bool ours = tree.parse(viewOf(text)).has_value();
            if (verdict == simdjson::NUMBER_ERROR && ours)
                continue;
            QVERIFY2(ours == (verdict == simdjson::SUCCESS), text.constData());
            accepted += ours ? 1 : 0;
        }
        QVERIFY2(accepted > 1'000, "the mutations must not all be broken");
    }
};

QTEST_GUILESS_MAIN(TestJsonTree)
#include "tst_jsontree.moc"
