#include "desksession.h"

#include "easterntime.h"
#include "fakehttpserver.h"
#include "fakestreamservice.h"
#include "pulleddesk.h"
#include "splitmix64.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Half a minute of one stock's trades and quotes, in frames of a few messages. The last one is a
/// trade.
QStringList someFrames(quint64 seed)
{
    SplitMix64 random(seed);
    qint64 ms = toMs(easterntime::at(QDate(2026, 8, 13), 10h));
    qint64 bid = 18'700;
    QStringList frames;
    for (int sequence = 1; sequence <= 3'000;) {
        QStringList messages;
        for (quint64 left = 1 + random.below(6); left > 0; --left, ++sequence) {
            ms += qint64(random.below(20));
            if (random.below(3) == 0)
                bid += qint64(random.below(3)) - 1;
            const qint64 ask = bid + 1 + qint64(random.below(3));
            const auto price = [](qint64 cents) { return QString::number(double(cents) / 100); };
            if (random.below(4) != 0)
                messages
                    << uR"({"ev":"Q","sym":"AB","bx":4,"bp":%1,"bs":%2,"ax":7,"ap":%3,"as":%4,"c":0,"t":%5,"q":%6,"z":3})"_s
                           .arg(price(bid))
                           .arg(1 + random.below(9))
                           .arg(price(ask))
                           .arg(1 + random.below(9))
                           .arg(ms)
                           .arg(sequence);
            else
                messages
                    << uR"({"ev":"T","sym":"AB","x":4,"i":"%1","z":3,"p":%2,"s":%3,"c":[],"t":%4,"q":%1})"_s
                           .arg(sequence)
                           .arg(price(bid + qint64(random.below(quint64(ask - bid + 1)))))
                           .arg(1 + random.below(900))
                           .arg(ms);
        }
        frames << u'[' + messages.join(u',') + u']';
    }
    frames
        << uR"([{"ev":"T","sym":"AB","x":4,"i":"9999","z":3,"p":%1,"s":100,"c":[],"t":%2,"q":9999}])"_s
               .arg(QString::number(double(bid) / 100))
               .arg(ms + 1);
    return frames;
}

qint64 tradesIn(const QStringList &frames)
{
    return frames.join(QString()).count(uR"("ev":"T")"_s);
}

/// What the views of order flow would show in the end.
struct Shown
{
    std::map<Timestamp, FlowBar> bars;
    std::map<Timestamp, BookColumn> columns;
    std::vector<BookPrint> prints;
    BookUpdate book;
};

struct Views
{
    explicit Views(DeskSession &session)
        : desk(session)
        , flow(session.openFlow(u"AB"_s, Timeframe(1, TimeUnit::Second), ClassifierRule::Weighted))
        , book(session.openBook(u"AB"_s, 250ms))
    {
    }

    Shown shown()
    {
        return { desk.flows[flow], desk.bookColumns[book], desk.bookPrints[book],
                 desk.books[book] };
    }
    qint64 trades() const
    {
        qint64 sum = 0;
        if (const auto own = desk.flows.find(flow); own != desk.flows.end())
            for (const auto &[start, bar] : own->second)
                sum += bar.footprint.trades;
        return sum;
    }

    /// Everything was shown: a trade is the last there is, and it comes with the columns and the
    /// book of what was before it.
    bool showAll(const QStringList &frames) const
    {
        const qint64 all = tradesIn(frames);
        const auto prints = desk.bookPrints.find(book);
        return trades() == all && prints != desk.bookPrints.end()
            && qint64(prints->second.size()) == all;
    }

    PulledDesk desk;
    quint64 flow;
    quint64 book;
};

} // namespace

/// Order flow and order book of a stream and of its recording.
class TestFlowReplay : public QObject
{
    Q_OBJECT

    Shown live(const QStringList &frames)
    {
        FakeStreamService stream;
        FakeHttpServer rest([](const HttpRequest &) { return HttpResponse { 403, "{}" }; });
        SourceSpec spec;
        spec.source = DataSource::Live;
        spec.key = u"good"_s;
        spec.addresses = { rest.base(), stream.base(), stream.base() };
        spec.capabilities = Capabilities(PlanSet::all(Plan::Advanced));
        DeskSession session;
        Views views(session);
        session.openService(spec);
        const auto isSubscribed = [&] {
            return stream.subscribed.contains(u"T.AB"_s) && stream.subscribed.contains(u"Q.AB"_s);
        };
        if (!QTest::qWaitFor(isSubscribed, 10'000))
            return Shown();
        for (const QString &frame : frames)
            stream.send(frame);
        if (!QTest::qWaitFor([&] { return views.showAll(frames); }, 20'000))
            return Shown();
        return views.shown();
    }

    Shown replayed(const QStringList &frames, double speed)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"recording.jsonl"_s));
        if (!file.open(QIODevice::WriteOnly))
            return Shown();
        file.write(frames.join(u'\n').toUtf8());
        file.close();
        DeskSession session;
        Views views(session);
        session.openReplay(file.fileName(), speed);
        if (!QTest::qWaitFor([&] { return views.showAll(frames); }, 20'000))
            return Shown();
        return views.shown();
    }

private slots:
    void aRecordingShowsWhatTheStreamDid_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<double>("speed");
        QTest::newRow("fast") << quint64(1) << 1'000.0;
        QTest::newRow("in small steps") << quint64(2) << 20.0;
    }
    void aRecordingShowsWhatTheStreamDid()
    {
        QFETCH(const quint64, seed);
        QFETCH(const double, speed);
        const QStringList frames = someFrames(seed);
        const Shown now = live(frames);
        const Shown again = replayed(frames, speed);
        QVERIFY2(!now.bars.empty(), "not everything the stream sent was shown");
        QVERIFY2(!again.bars.empty(), "not everything in the recording was shown");
        QVERIFY(now.bars.size() > 20);
        QVERIFY(now.columns.size() > 50);
        QCOMPARE(again.bars.size(), now.bars.size());
        for (const auto &[start, bar] : now.bars) {
            const FlowBar &own = again.bars.at(start);
            QVERIFY(std::ranges::equal(own.footprint.cells.rows(), bar.footprint.cells.rows(), {},
                                       &FlowRow::delta, &FlowRow::delta));
            QVERIFY(std::ranges::equal(own.footprint.cells.rows(), bar.footprint.cells.rows(), {},
                                       &FlowRow::row, &FlowRow::row));
            QCOMPARE(own.footprint.maxDelta, bar.footprint.maxDelta);
            QCOMPARE(own.footprint.minDelta, bar.footprint.minDelta);
            QCOMPARE(own.sided, bar.sided);
            QCOMPARE(own.doubtful, bar.doubtful);
        }
        QVERIFY(again.columns == now.columns);
        QVERIFY(again.prints == now.prints);
        QVERIFY(again.book.resting == now.book.resting);
        QCOMPARE(again.book.best.bid, now.book.best.bid);
    }
};

QTEST_GUILESS_MAIN(TestFlowReplay)
#include "tst_flowreplay.moc"
