#include "easterntime.h"
#include "journaldatabase.h"
#include "ordereventtext.h"
#include "pulledpaper.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString paper = u"Paper"_s;
constexpr int seconds = 600;

Timestamp at(Duration after)
{
    return easterntime::at({ 2026, 3, 10 }, 10h) + after;
}

/// Ten minutes of one stock, a quote and a trade a second; it rises a cent a second from 100.
void writeRecording(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no recording");
    for (int second = 0; second < seconds; ++second) {
        const qint64 ms = toMs(at(second * 1s));
        const QByteArray bid = QByteArray::number(100 + second / 100.0, 'f', 2);
        const QByteArray ask = QByteArray::number(100.02 + second / 100.0, 'f', 2);
        const QByteArray time = QByteArray::number(ms);
        const QByteArray number = QByteArray::number(second + 1);
        file.write("[{\"ev\":\"Q\",\"sym\":\"NVDA\",\"bx\":4,\"bp\":" + bid
                   + ",\"bs\":500,\"ax\":7,\"ap\":" + ask + ",\"as\":500,\"c\":0,\"t\":" + time
                   + ",\"q\":" + number
                   + ",\"z\":3},{\"ev\":\"T\",\"sym\":\"NVDA\",\"x\":4,"
                     "\"z\":3,\"p\":"
                   + bid + ",\"s\":100,\"c\":[],\"t\":" + time + ",\"q\":" + number + "}]\n");
    }
}

OrderTicket order(const QString &id, Side side, qint64 qty, std::optional<Price> limit = {})
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = u"NVDA"_s;
    ticket.side = side;
    ticket.qty = Qty::whole(qty);
    if (limit) {
        ticket.type = OrderType::Limit;
        ticket.limit = limit;
    }
    return ticket;
}

/// A recording that stands still but where it is wound to: nothing depends on the machine's pace.
struct WoundReplay
{
    WoundReplay(const QString &recording, const QString &journal)
    {
        QObject::connect(&session, &DeskSession::replayProgressed, &session,
                         [this](qint64 now, qint64, qint64) { position = fromNs(now); });
        session.setJournal(journal);
        session.openReplay(recording, 1);
        session.setPlaying(false);
    }
    bool wind(Duration after)
    {
        session.seekReplay(at(after));
        return QTest::qWaitFor([&] { return position == at(after); }, 20'000);
    }
    bool submit(const OrderTicket &ticket)
    {
        pulled.reports.clear();
        session.submitOrder(paper, ticket);
        return QTest::qWaitFor([&] { return !pulled.reports.empty(); }, 20'000);
    }
    bool filled(const QString &id)
    {
        return QTest::qWaitFor([&] { return pulled.find(id, OrderState::Filled) != nullptr; },
                               20'000);
    }
    bool holds(qint64 qty)
    {
        return QTest::qWaitFor(
            [&] {
                const PaperAccountView *view = pulled.account();
                const PositionRow *row = view ? view->position(u"NVDA"_s) : nullptr;
                return view && (row ? row->qty : Qty()) == Qty::whole(qty);
            },
            20'000);
    }

    DeskSession session;
    PulledPaper pulled { session };
    Timestamp position {};
};

} // namespace

class TestReplayBranch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        writeRecording(recording());
    }

    /// Back before a trade: it has not happened, and what was done is still written down.
    void goingBackBeginsABranch()
    {
        WoundReplay replay(recording(), journal());
        QVERIFY(replay.wind(60s));
        QVERIFY(replay.submit(order(u"a"_s, Side::Buy, 100)));
        QVERIFY(replay.wind(120s));
        QVERIFY(replay.filled(u"a"_s));
        QVERIFY(replay.holds(100));
        const std::vector<QByteArray> before = kept(u"replay/1/Paper"_s);
        QVERIFY(before.size() > 4);

        QVERIFY(replay.wind(30s));
        QVERIFY(replay.submit(order(u"b"_s, Side::Sell, 50)));
        QVERIFY(replay.wind(90s));
        QVERIFY(replay.filled(u"b"_s));
        QVERIFY(replay.holds(-50));
        QCOMPARE(kept(u"replay/1/Paper"_s), before);
        QVERIFY(!joined(u"replay/1.2/Paper"_s).contains("\"id\":\"a\""));
        QVERIFY(joined(u"replay/1.2/Paper"_s).contains("\"id\":\"b\""));
        QVERIFY(!joined(u"replay/1/Paper"_s).contains("\"id\":\"b\""));
    }

    /// Back to where something was held and something worked: both are there, as they were.
    void aBranchBeginsWithWhatThereWas()
    {
        WoundReplay replay(recording(), journal());
        QVERIFY(replay.wind(60s));
        QVERIFY(replay.submit(order(u"a"_s, Side::Buy, 100)));
        QVERIFY(replay.wind(70s));
        QVERIFY(replay.filled(u"a"_s));
        QVERIFY(replay.submit(order(u"target"_s, Side::Sell, 100, Price::whole(103))));
        QVERIFY(replay.wind(120s));
        QVERIFY(replay.holds(100));
        QTRY_COMPARE(replay.pulled.account()->working.size(), std::size_t(1));
        const Money cost = replay.pulled.account()->position(u"NVDA"_s)->cost;
        QVERIFY(replay.wind(400s)); // the target is reached
        QVERIFY(replay.holds(0));
        const std::vector<QByteArray> before = kept(u"replay/1/Paper"_s);

        QVERIFY(replay.wind(120s));
        QVERIFY(replay.holds(100));
        QCOMPARE(replay.pulled.account()->position(u"NVDA"_s)->cost, cost);
        QTRY_COMPARE(replay.pulled.account()->working.size(), std::size_t(1));
        QVERIFY(replay.wind(400s)); // and is again
        QVERIFY(replay.holds(0));
        QCOMPARE(kept(u"replay/1/Paper"_s), before);
        QCOMPARE(fills(u"replay/1.2/Paper"_s), fills(u"replay/1/Paper"_s));
    }

    /// The same orders at the same times of the market come to the same fills, to the byte.
    void branchesAreDeterministic()
    {
        WoundReplay replay(recording(), journal());
        for (int branch = 1; branch <= 3; ++branch) {
            QVERIFY(replay.wind(40s)); // before anything was done
            QVERIFY(replay.wind(45s));
            QVERIFY(replay.submit(order(u"a"_s, Side::Buy, 700)));
            QVERIFY(replay.wind(50s));
            QVERIFY(replay.submit(order(u"b"_s, Side::Sell, 300, *Price::parse(u"100.90"))));
            QVERIFY(replay.wind(200s));
            QVERIFY(replay.filled(u"b"_s));
        }
        const std::vector<QByteArray> first = fills(u"replay/1/Paper"_s);
        QVERIFY(first.size() >= 3);
        QCOMPARE(fills(u"replay/1.2/Paper"_s), first);
        QCOMPARE(fills(u"replay/1.3/Paper"_s), first);
    }

    /// Forward is the same as waiting: no branch, nothing lost.
    void goingForwardIsNoBranch()
    {
        WoundReplay replay(recording(), journal());
        QVERIFY(replay.wind(60s));
        QVERIFY(replay.submit(order(u"a"_s, Side::Buy, 100)));
        QVERIFY(replay.wind(61s));
        QVERIFY(replay.wind(599s));
        QVERIFY(replay.filled(u"a"_s));
        QCOMPARE(accounts(), QStringList { u"replay/1/Paper"_s });
    }

    /// Beyond the end it has ended; from there it can go back, and play on.
    void theEndIsNoEnd()
    {
        WoundReplay replay(recording(), journal());
        QSignalSpy finished(&replay.session, &DeskSession::replayFinished);
        QVERIFY(replay.wind(60s));
        QVERIFY(replay.submit(order(u"a"_s, Side::Buy, 100)));
        replay.session.seekReplay(at(1h));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(replay.wind(30s));
        QVERIFY(replay.submit(order(u"b"_s, Side::Buy, 10)));
        replay.session.setSpeed(100);
        replay.session.setPlaying(true);
        QVERIFY(replay.filled(u"b"_s));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 30'000);
    }

    /// Another recording is none of its branches, and a market none of a recording's.
    void aNewReplayIsANewWorld()
    {
        {
            WoundReplay replay(recording(), journal());
            QVERIFY(replay.wind(60s));
            QVERIFY(replay.submit(order(u"a"_s, Side::Buy, 100)));
            QVERIFY(replay.wind(30s));
            QVERIFY(replay.submit(order(u"b"_s, Side::Buy, 100)));
        }
        WoundReplay replay(recording(), journal());
        QVERIFY(replay.wind(60s));
        QVERIFY(replay.submit(order(u"c"_s, Side::Buy, 100)));
        QCOMPARE(accounts(),
                 (QStringList { u"replay/1/Paper"_s, u"replay/1.2/Paper"_s, u"replay/2/Paper"_s }));
    }

private:
    QString recording() const { return m_dir->filePath(u"day.ws"_s); }
    QString journal() const { return m_dir->filePath(u"journal.db"_s); }

    QStringList accounts() const
    {
        JournalDatabase database;
        if (!database.open(journal(), JournalDatabase::Access::ReadOnly))
            return {};
        return database.accounts().value_or(QStringList());
    }
    /// All that is written of an account, stream by stream.
    std::vector<QByteArray> kept(const QString &account) const
    {
        std::vector<QByteArray> texts;
        JournalDatabase database;
        if (!database.open(journal(), JournalDatabase::Access::ReadOnly))
            return texts;
        for (const QString &stream : { u"orders"_s, u"books"_s, u"equity"_s })
            for (const JournalLine &line :
                 database.lines(account, stream).value_or(std::vector<JournalLine>()))
                texts.push_back(line.body);
        return texts;
    }
    QByteArray joined(const QString &account) const
    {
        QByteArray text;
        for (const QByteArray &line : kept(account))
            text += line + '\n';
        return text;
    }
    /// Of the orders; what they rest on included.
    std::vector<QByteArray> fills(const QString &account) const
    {
        std::vector<QByteArray> texts;
        for (const QByteArray &line : kept(account))
            if (line.contains("\"last_qty\""))
                texts.push_back(line);
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestReplayBranch)
#include "tst_replaybranch.moc"
