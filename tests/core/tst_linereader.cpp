#include "csvreader.h"
#include "linereader.h"
#include "splitmix64.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>
#include <zstd.h>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream {};
    deflateInit2(&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray zstd(const QByteArray &bytes)
{
    QByteArray packed(
        static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()),
                                           bytes.data(), static_cast<std::size_t>(bytes.size()), 3);
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

/// Lines of all lengths, some longer than any buffer, and what packs badly.
QByteArray manyLines()
{
    SplitMix64 draws(10);
    QByteArray text;
    for (int i = 0; i < 3'000; ++i) {
        const quint64 length = i == 1'500 ? 2'000'000 : draws.below(300);
        for (quint64 c = 0; c < length; ++c)
            text += static_cast<char>('!' + draws.below(90));
        text += '\n';
    }
    return text;
}

} // namespace

class TestLineReader : public QObject
{
    Q_OBJECT

private slots:
    void everyPackingReadsAlike_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray text = manyLines();
        const qsizetype middle = text.size() / 2;
        QTest::newRow("plain") << text;
        QTest::newRow("gzip") << gzip(text);
        QTest::newRow("gzip of two members") << gzip(text.first(middle)) + gzip(text.mid(middle));
        QTest::newRow("zstd") << zstd(text);
        QTest::newRow("zstd of two frames") << zstd(text.first(middle)) + zstd(text.mid(middle));
    }

    void everyPackingReadsAlike()
    {
        QFETCH(const QByteArray, bytes);
        Result<LineReader> reader = LineReader::open(write(bytes));
        QVERIFY(reader);
        QByteArray back;
        for (std::string_view line; reader->next(line);)
            back.append(line.data(), static_cast<qsizetype>(line.size())).append('\n');
        QVERIFY(reader->status());
        QCOMPARE(reader->lineNumber(), 3'000);
        QVERIFY(back == manyLines()); // not QCOMPARE: the message would be megabytes
    }

    void lineEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("empty file") << QByteArray() << QStringList();
        QTest::newRow("no end after the last")
            << QByteArray("a\nb") << QStringList { u"a"_s, u"b"_s };
        QTest::newRow("blank lines are lines")
            << QByteArray("\n\na\n") << QStringList { u""_s, u""_s, u"a"_s };
        QTest::newRow("carriage returns")
            << QByteArray("a\r\nb\r\n") << QStringList { u"a"_s, u"b"_s };
    }

    void lineEnds()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QStringList, lines);
        Result<LineReader> reader = LineReader::open(write(bytes));
        QVERIFY(reader);
        QStringList found;
        for (std::string_view line; reader->next(line);)
            found += QString::fromLatin1(line.data(), static_cast<qsizetype>(line.size()));
        QCOMPARE(found, lines);
        QVERIFY(reader->status());
    }

    void brokenFilesSaySo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray text = manyLines();
        QByteArray flipped = gzip(text);
        for (int i = 0; i < 100; ++i)
            flipped[flipped.size() / 2 + i] = 'x';
        QTest::newRow("cut gzip") << gzip(text).chopped(1'000);
        QTest::newRow("gzip cut in its trailer") << gzip(text).chopped(4);
        QTest::newRow("damaged gzip") << flipped;
        QTest::newRow("rubbish after gzip") << gzip(text) + "rubbish";
        QTest::newRow("cut zstd") << zstd(text).chopped(1'000);
        QTest::newRow("rubbish after zstd") << zstd(text) + "rubbish";
    }

    void brokenFilesSaySo()
    {
        QFETCH(const QByteArray, bytes);
        Result<LineReader> reader = LineReader::open(write(bytes));
        QVERIFY(reader);
        for (std::string_view line; reader->next(line);) { }
        QVERIFY(!reader->status());
        QCOMPARE(reader->status().error().code, Error::Code::Malformed);
        std::string_view line;
        QVERIFY(!reader->next(line));
    }

    void missingFile()
    {
        const Result<LineReader> reader = LineReader::open(m_folder.filePath(u"nowhere"_s));
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, Error::Code::NotFound);
        const Result<LineReader> folder = LineReader::open(m_folder.path());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, Error::Code::Storage);
    }

    void csvFields_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const char *record, const QStringList &fields) {
            QTest::newRow(name) << QByteArray(record) << fields;
        };
        row("plain", "IBM,1,2", { u"IBM"_s, u"1"_s, u"2"_s });
        row("quoted list", "IBM,\"12,14,41\",2", { u"IBM"_s, u"12,14,41"_s, u"2"_s });
        row("doubled quotes", "\"say \"\"hi\"\"\",,\"\"", { u"say \"hi\""_s, u""_s, u""_s });
        row("empty ends", ",,", { u""_s, u""_s, u""_s });
        row("all quoted", "\"a\",\"b\",\"c\"", { u"a"_s, u"b"_s, u"c"_s });
    }

    void csvFields()
    {
        QFETCH(const QByteArray, record);
        QFETCH(const QStringList, fields);
        Result<CsvReader> csv
            = CsvReader::open(write("\xEF\xBB\xBFone,two,three\n\n" + record + "\n"));
        QVERIFY(csv);
        QCOMPARE(csv->column("one"), 0);
        QCOMPARE(csv->column("three"), 2);
        QCOMPARE(csv->column("four"), -1);
        QVERIFY(csv->next());
        for (int i = 0; i < 3; ++i) {
            const std::string_view field = csv->field(i);
            QCOMPARE(QString::fromLatin1(field.data(), static_cast<qsizetype>(field.size())),
                     fields[i]);
        }
        QVERIFY(csv->field(-1).empty());
        QVERIFY(!csv->next());
        QVERIFY(csv->status());
    }

    void csvRefuses_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::newRow("too few") << QByteArray("a,b");
        QTest::newRow("too many") << QByteArray("a,b,c,d");
        QTest::newRow("open quote") << QByteArray("a,\"b,c");
        QTest::newRow("text after a quote") << QByteArray("a,\"b\"x,c");
    }

    void csvRefuses()
    {
        QFETCH(const QByteArray, record);
        Result<CsvReader> csv
            = CsvReader::open(write("one,two,three\n1,2,3\n" + record + "\n1,2,3\n"));
        QVERIFY(csv);
        QVERIFY(csv->next());
        QVERIFY(!csv->next());
        QVERIFY(!csv->status());
        QVERIFY(csv->status().error().detail.startsWith(u"line 3: "_s));
        QVERIFY(!csv->next()); // an error stays
    }

    void csvNeedsAHeader()
    {
        const Result<CsvReader> csv = CsvReader::open(write({}));
        QVERIFY(!csv);
        QCOMPARE(csv.error().code, Error::Code::Malformed);
    }

private:
    QString write(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"file"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the temporary folder cannot be written");
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestLineReader)
#include "tst_linereader.moc"
