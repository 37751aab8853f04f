#include "depthrecording.h"

#include "cumulativedelta.h"
#include "sequencedbook.h"
#include "shared.h"
#include "splitmix64.h"
#include "tradeclassifier.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Outcome = SequencedBook::Outcome;

BookLevel level(qint64 price, qint64 size)
{
    return { Price::whole(price), Qty::whole(size) };
}

DepthUpdate snapshot(quint64 id, std::vector<BookLevel> bids, std::vector<BookLevel> asks)
{
    return { true, {}, {}, id, id, std::move(bids), std::move(asks) };
}

DepthUpdate changes(quint64 first, quint64 last, std::vector<BookLevel> bids,
                    std::vector<BookLevel> asks = {})
{
    return { false, {}, {}, first, last, std::move(bids), std::move(asks) };
}

std::vector<BookLevel> list(std::span<const BookLevel> levels)
{
    return { levels.begin(), levels.end() };
}

/// The oracle's digest of the best twenty levels of each side.
QString top20(const SequencedBook &book)
{
    std::string text;
    const auto add = [&text](char side, std::span<const BookLevel> levels) {
        for (const BookLevel &one : levels.first(std::min<std::size_t>(20, levels.size()))) {
            text.append(1, side).append(",");
            one.price.appendTo(text);
            text += ',';
            one.size.appendTo(text);
            text += '\n';
        }
    };
    add('b', book.bids());
    add('a', book.asks());
    return QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256)
            .toHex());
}

/// What one pair of a recording came to.
struct PairRun
{
    SequencedBook book;
    TradeClassifier venue { ClassifierRule::Venue };
    TradeClassifier weighted;
    TradeClassifier tick { ClassifierRule::Tick };
    CumulativeDelta aggressor;
    CumulativeDelta byQuotes;
    Qty volume;
    qint64 updates = 0;
    qint64 crossed = 0;
    qint64 compared = 0; ///< best quotes that tell the state the book is in
    qint64 equal = 0;
    qint64 sameSign = 0;
    qint64 sameSignByTick = 0;
    QHash<qint64, QJsonObject> checkpoints; ///< by the number of updates after which they hold

    void take(const DepthUpdate &update)
    {
        book.apply(update);
        crossed += book.isCrossed() ? 1 : 0;
        if (checkpoints.contains(book.applied()))
            check(checkpoints.take(book.applied()));
    }
    void take(const Quote &quote)
    {
        weighted.addQuote(quote);
        if (!book.isValid() || quote.sequence == 0 || book.lastId() != quote.sequence)
            return;
        ++compared;
        equal += book.bids()[0] == BookLevel { quote.bid, quote.bidSize }
                && book.asks()[0] == BookLevel { quote.ask, quote.askSize }
            ? 1
            : 0;
    }
    void take(const Trade &trade)
    {
        volume += trade.size;
        const std::optional<FlowPrint> flagged = venue.classify(trade);
        aggressor.add(*flagged);
        sameSignByTick += signOf(tick.classify(trade)->side) == signOf(flagged->side) ? 1 : 0;
        if (const std::optional<FlowPrint> guessed = weighted.classify(trade)) {
            byQuotes.add(*guessed);
            sameSign += signOf(guessed->side) == signOf(flagged->side) ? 1 : 0;
        }
    }
    void check(const QJsonObject &expected) const
    {
        QCOMPARE(qsizetype(book.bids().size()), expected[u"bids"].toInteger());
        QCOMPARE(qsizetype(book.asks().size()), expected[u"asks"].toInteger());
        QCOMPARE(book.bids()[0].price.toString(), expected[u"best_bid"][0].toString());
        QCOMPARE(book.bids()[0].size.toString(), expected[u"best_bid"][1].toString());
        QCOMPARE(book.asks()[0].price.toString(), expected[u"best_ask"][0].toString());
        QCOMPARE(double(toMs(book.time())), expected[u"t"].toDouble());
        QCOMPARE(top20(book), expected[u"top20_sha256"].toString());
    }
};

} // namespace

class TestDepthRecording : public QObject
{
    Q_OBJECT

private slots:
    void recordedBooks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Binance") << u"BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s;
        QTest::newRow("Coinbase") << u"coinbase_10pairs_2021-04-17_l2.jsonl.gz"_s;
    }
    void recordedBooks()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        const QJsonObject expected = oracle()[file].toObject();
        QVERIFY(!expected.isEmpty());
        SymbolTable symbols;
        std::map<InstrumentId, PairRun> pairs;
        for (const QString &pair : expected.keys()) {
            PairRun &run = pairs[symbols.intern(u"X:"_s + QString(pair).remove(u'-'))];
            for (const QJsonValue &point : expected[pair][u"checkpoints"].toArray())
                run.checkpoints.insert(point[u"after_updates"].toInteger(), point.toObject());
        }
        Result<DepthRecording> recording
            = DepthRecording::open(test::sharedFile(u"data/crypto/"_s + file), symbols);
        QVERIFY(recording);
        for (DepthRecord record; recording->next(record);)
            take(record, pairs);
        QVERIFY2(recording->status(), qPrintable(recording->status().error().detail));
        QCOMPARE(qsizetype(pairs.size()), expected.size());
        for (const QString &pair : expected.keys())
            compare(pairs[symbols.find(("X:" + QString(pair).remove(u'-').toStdString()))],
                    expected[pair].toObject());
    }

    void bestQuotesOfTheBinanceBook()
    {
        SHARED_OR_SKIP();
        const QString file = u"BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s;
        const QJsonValue expected = oracle()[file][u"BTC-USDT"];
        SymbolTable symbols;
        Result<DepthRecording> recording
            = DepthRecording::open(test::sharedFile(u"data/crypto/"_s + file), symbols);
        QVERIFY(recording);
        // Best quotes and books come on two connections: the one may be ahead of the other
        std::map<quint64, Quote> quotes;
        std::map<quint64, std::pair<BookLevel, BookLevel>> books;
        SequencedBook book;
        for (DepthRecord record; recording->next(record);) {
            if (record.kind == DepthRecordKind::Quote)
                quotes.emplace(record.quote.sequence, record.quote);
            if (record.kind != DepthRecordKind::Book)
                continue;
            if (book.apply(record.book) == Outcome::Applied)
                books[book.lastId()] = { book.bids()[0], book.asks()[0] };
        }
        qint64 compared = 0;
        for (const auto &[id, best] : books) {
            const auto quote = quotes.find(id);
            if (quote == quotes.end())
                continue;
            ++compared;
            QCOMPARE(best.first, (BookLevel { quote->second.bid, quote->second.bidSize }));
            QCOMPARE(best.second, (BookLevel { quote->second.ask, quote->second.askSize }));
        }
        QCOMPARE(double(compared),
                 expected[u"book_vs_recorded_best_quote"][u"compared"].toDouble());
    }

    void changesBeforeTheSnapshotAreHeld()
    {
        SequencedBook book;
        QCOMPARE(book.apply(changes(1, 5, { level(10, 1) })), Outcome::Held);
        QCOMPARE(book.apply(changes(6, 9, { level(11, 2) })), Outcome::Held);
        QVERIFY(!book.isValid());
        // The snapshot holds the first of them and a part of the second
        QCOMPARE(book.apply(snapshot(7, { level(9, 4) }, { level(20, 4) })), Outcome::Applied);
        QVERIFY(book.isValid());
        QCOMPARE(book.lastId(), 9U);
        QCOMPARE(book.dropped(), 1);
        QCOMPARE(list(book.bids()), (std::vector<BookLevel> { level(11, 2), level(9, 4) }));
    }

    void levelsReplaceAndGo()
    {
        SequencedBook book;
        book.apply(snapshot(1, { level(9, 4), level(10, 1), level(8, 0) },
                            { level(12, 3), level(11, 2) }));
        QCOMPARE(list(book.bids()), (std::vector<BookLevel> { level(10, 1), level(9, 4) }));
        QCOMPARE(list(book.asks()), (std::vector<BookLevel> { level(11, 2), level(12, 3) }));
        book.apply(changes(2, 2, { level(10, 0), level(9, 7), level(7, 0) }, { level(13, 5) }));
        QCOMPARE(list(book.bids()), (std::vector<BookLevel> { level(9, 7) }));
        QCOMPARE(book.asks().back(), level(13, 5));
        QVERIFY(!book.isCrossed());
        book.apply(changes(3, 3, { level(11, 1) }));
        QVERIFY(book.isCrossed());
    }

    void aMissingChangeMakesTheBookWrong()
    {
        SequencedBook book;
        book.apply(snapshot(7, { level(9, 4) }, { level(20, 4) }));
        QCOMPARE(book.apply(changes(8, 8, { level(9, 5) })), Outcome::Applied);
        QCOMPARE(book.apply(changes(8, 8, { level(9, 6) })), Outcome::Old);
        QCOMPARE(book.apply(changes(10, 11, { level(9, 7) })), Outcome::Gap);
        QVERIFY(!book.isValid());
        QCOMPARE(book.gaps(), 1);
        QCOMPARE(book.bids()[0], level(9, 5));
        QCOMPARE(book.apply(changes(12, 12, { level(9, 8) })), Outcome::Held);
        QCOMPARE(book.apply(snapshot(10, { level(9, 1) }, { level(20, 4) })), Outcome::Applied);
        QVERIFY(book.isValid());
        QCOMPARE(book.lastId(), 12U);
        QCOMPARE(book.bids()[0], level(9, 8));
        QCOMPARE(book.apply(snapshot(11, {}, {})), Outcome::Old);
        QCOMPARE(book.apply(changes(20, 20, {})), Outcome::Gap);
        QCOMPARE(book.apply(snapshot(14, {}, {})), Outcome::Gap); // still does not reach it
        QCOMPARE(book.gaps(), 3);
    }

    void unnumberedChanges()
    {
        SequencedBook book;
        QCOMPARE(book.apply(changes(0, 0, { level(9, 4) })), Outcome::Ignored);
        book.apply(snapshot(0, { level(9, 4) }, { level(20, 4) }));
        QCOMPARE(book.apply(changes(0, 0, { level(9, 5) })), Outcome::Applied);
        QCOMPARE(book.apply(snapshot(0, {}, {})), Outcome::Applied);
        QVERIFY(book.bids().empty());
    }

    void sameAsAMapOfLevels()
    {
        SplitMix64 random(5);
        SequencedBook book;
        book.apply(snapshot(0, {}, {}));
        std::map<Price, Qty> bids;
        for (int round = 0; round < 5'000; ++round) {
            const BookLevel one = level(qint64(1 + random.below(60)), qint64(random.below(4)));
            book.apply(changes(0, 0, { one }));
            if (one.size.isZero())
                bids.erase(one.price);
            else
                bids[one.price] = one.size;
        }
        std::vector<BookLevel> expected;
        for (auto at = bids.rbegin(); at != bids.rend(); ++at)
            expected.push_back({ at->first, at->second });
        QCOMPARE(list(book.bids()), expected);
    }

    void brokenLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line :
             { "{", "[]", "{\"k\":\"T\"}",
               "{\"k\":\"T\",\"pair\":\"BTC-USD\",\"p\":1,\"s\":1,\"t\":\"x\"}",
               "{\"k\":\"U\",\"pair\":\"BTC-USD\",\"b\":[[1]]}",
               "{\"k\":\"U\",\"pair\":\"BTC-USD\",\"b\":[[1,-1]]}",
               "{\"k\":\"U\",\"pair\":\"BTC-USD\",\"b\":[[1,{}]]}",
               "{\"k\":\"U\",\"pair\":\"BTC-USD\",\"b\":7}", "{\"k\":\"U\",\"b\":[]}",
               "{\"k\":\"Q\",\"pair\":\"BTC-USD\",\"bp\":1}" })
            QTest::newRow(line) << QByteArray(line);
    }
    void brokenLinesAreNamed()
    {
        QFETCH(const QByteArray, line);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"book.jsonl"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"k\":\"new\"}\n\n" + line + '\n');
        file.close();
        SymbolTable symbols;
        Result<DepthRecording> recording = DepthRecording::open(path, symbols);
        QVERIFY(recording);
        DepthRecord record;
        QVERIFY(!recording->next(record));
        QVERIFY(!recording->status());
        QVERIFY(recording->status().error().detail.startsWith(u"line 3"));
        QVERIFY(!DepthRecording::open(folder.filePath(u"none"_s), symbols));
    }

private:
    /// The oracle writes some numbers as text.
    static double number(const QJsonValue &value) { return value.toVariant().toDouble(); }
    static QJsonObject oracle()
    {
        QFile file(test::sharedFile(u"data/oracles.json"_s));
        return file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll())[u"crypto_l2"].toObject()
            : QJsonObject();
    }
    static void take(const DepthRecord &record, std::map<InstrumentId, PairRun> &pairs)
    {
        switch (record.kind) {
        case DepthRecordKind::Book:
            return pairs[record.book.instrument].take(record.book);
        case DepthRecordKind::Trade:
            return pairs[record.trade.instrument].take(record.trade);
        case DepthRecordKind::Quote:
            return pairs[record.quote.instrument].take(record.quote);
        }
    }
    static void compare(const PairRun &run, const QJsonObject &expected)
    {
        QCOMPARE(double(run.book.applied()), expected[u"updates_applied"].toDouble());
        QCOMPARE(double(run.book.dropped()),
                 expected[u"updates_discarded_as_older_than_snapshot"].toDouble());
        QCOMPARE(double(run.book.gaps()), expected[u"sequence_gaps"].toDouble());
        QCOMPARE(double(run.crossed), expected[u"crossed_states"].toDouble());
        QVERIFY(run.checkpoints.isEmpty());
        QCOMPARE(run.equal, run.compared);
        if (expected[u"trades"].isUndefined())
            return;
        const CvdStatistics flow = run.aggressor.statistics();
        QCOMPARE(flow.cvd.toDouble(), number(expected[u"trades"][u"aggressor_cvd"]));
        QCOMPARE(double(flow.lifetime.buy), expected[u"trades"][u"buys"].toDouble());
        QCOMPARE(double(flow.lifetime.sell), expected[u"trades"][u"sells"].toDouble());
        QCOMPARE(run.volume.toDouble(), number(expected[u"trades"][u"volume"]));
        const QJsonValue control = expected[u"quote_rule_in_file_order"];
        if (control.isUndefined())
            return;
        QCOMPARE(run.byQuotes.value().toDouble(), number(control[u"cvd"]));
        QCOMPARE(double(run.sameSign), control[u"sign_equals_true_aggressor"].toDouble());
        // The share that resources/help/orderflow.md states
        QVERIFY(qAbs(double(run.sameSignByTick) / control[u"trades"].toDouble() - 0.97) < 0.005);
    }
};

QTEST_GUILESS_MAIN(TestDepthRecording)
#include "tst_depthrecording.moc"
