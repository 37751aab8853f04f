#include "journaldatabase.h"
#include "ordereventtext.h"
#include "splitmix64.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstNs = 1'381'154'400'000'000'000; // 2013-10-07 10:00 in New York
constexpr qint64 stepNs = 20'000'000;
constexpr int steps = 12'000;
constexpr int orders = 400;

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray cents(qint64 price)
{
    return QByteArray::number(double(price) / 100, 'f', 2);
}

/// A market that wanders, and orders of every kind against it; the same on every run.
class Day
{
public:
    explicit Day(const QString &folder)
    {
        QByteArray quotes = "ticker,ask_price,ask_size,bid_price,bid_size,sip_timestamp\n";
        QByteArray trades = "ticker,price,size,sip_timestamp\n";
        QByteArray sent;
        for (int i = 0; i < steps; ++i) {
            const QByteArray at = QByteArray::number(firstNs + i * stepNs);
            m_price += qint64(m_random.below(3)) - 1;
            quotes += "IBM," + cents(m_price + 2) + ",300," + cents(m_price) + ",200," + at + '\n';
            if (i % 3 == 0)
                trades += "IBM," + cents(m_price + qint64(m_random.below(3))) + ","
                    + QByteArray::number(qint64(1 + m_random.below(400))) + "," + at + '\n';
            if (i % (steps / orders) == 0)
                sent += order(i, at);
        }
        write(folder + u"/quotes.csv"_s, quotes);
        write(folder + u"/trades.csv"_s, trades);
        write(folder + u"/orders.jsonl"_s, sent);
    }

private:
    QByteArray order(int step, const QByteArray &at)
    {
        const bool buys = m_random.below(2) == 0;
        QByteArray line = "{\"at\":" + at + ",\"id\":\"o" + QByteArray::number(step)
            + R"(","symbol":"IBM","side":")" + (buys ? "buy" : "sell") + R"(","qty":")"
            + QByteArray::number(qint64(50 + m_random.below(600))) + '"';
        const qint64 limit
            = m_price + (buys ? 2 - qint64(m_random.below(6)) : qint64(m_random.below(6)));
        if (m_random.below(3) > 0)
            line += R"(,"type":"limit","limit":")" + cents(limit) + '"';
        if (m_random.below(4) == 0)
            line += buys ? R"(,"take_profit":")" + cents(limit + 8) + R"(","stop_loss":")"
                    + cents(limit - 6) + '"'
                         : R"(,"take_profit":")" + cents(limit - 8) + R"(","stop_loss":")"
                    + cents(limit + 6) + '"';
        return line + "}\n";
    }

    SplitMix64 m_random { 11 };
    qint64 m_price = 18'000;
};

} // namespace

/// The program is killed in the middle of its work, over and over (decisions.md: nothing lost).
class TestPaperKill : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Day day(m_dir.path());
        const QByteArray output = runToItsEnd(u"whole.db"_s);
        m_wholeBytes = output.size();
        m_whole = linesOf(output);
        m_wholeAccount = accountOf(output);
        QVERIFY(m_whole.size() > 1'000);
        QVERIFY(m_wholeAccount.startsWith(R"({"account":)"));
        checkWhole();
    }

    void whatWasAcknowledgedIsThere()
    {
        const int kills = killCount();
        SplitMix64 random(3);
        int killedAtWork = 0;
        for (int i = 0; i < kills; ++i) {
            const QString journal = u"killed-%1.db"_s.arg(i);
            const QList<QByteArray> acknowledged
                = linesOf(runAndKill(journal, qint64(random.below(quint64(m_wholeBytes)))));
            killedAtWork += acknowledged.size() < m_whole.size() ? 1 : 0;
            // What was said is what an undisturbed run says
            QCOMPARE(acknowledged, m_whole.first(acknowledged.size()));
            const QList<QByteArray> whole = kept(u"whole.db"_s, u"orders"_s);
            const QList<QByteArray> orders = kept(journal, u"orders"_s);
            QVERIFY(orders.size() >= acknowledged.size());
            QCOMPARE(orders, whole.first(orders.size()));
            goOnTo(journal);
        }
        QVERIFY(killedAtWork > kills / 2);
    }

private:
    /// On demand any number.
    static int killCount()
    {
        if (const int asked = qEnvironmentVariableIntValue("TAPELINE_KILLS"); asked > 0)
            return asked;
        return qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 500 : 20;
    }
    /// What the others are compared with: no fill is doubled, the account is the sum of its parts.
    void checkWhole() const
    {
        std::map<QString, Qty> filled;
        std::map<QString, int> ends;
        quint64 sequence = 0;
        for (const QByteArray &body : kept(u"whole.db"_s, u"orders"_s)) {
            const Result<OrderEvent> event = orderEventFromText(body.toStdString());
            QVERIFY(event);
            QCOMPARE(event->sequence, ++sequence);
            filled[event->id] += event->lastQty;
            QCOMPARE(filled[event->id], event->cumQty);
            ends[event->id] += isTerminal(event->state) ? 1 : 0;
            QVERIFY(ends[event->id] <= 1);
        }
        const QJsonObject account
            = QJsonDocument::fromJson(m_wholeAccount).object()["account"_L1].toObject();
        const auto money = [&account](QLatin1StringView name) {
            return Money::parse(account[name].toString()).value_or(Money());
        };
        QCOMPARE(money("equity"_L1),
                 Money::whole(100'000) + money("realized"_L1) + money("unrealized"_L1)
                     - money("fees"_L1));
    }
    QStringList arguments(const QString &journal) const
    {
        return { u"paper"_s,     u"--json"_s,           u"--orders"_s, path(u"orders.jsonl"_s),
                 u"--quotes"_s,  path(u"quotes.csv"_s), u"--trades"_s, path(u"trades.csv"_s),
                 u"--journal"_s, path(journal) };
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    static QString program() { return QStringLiteral(TAPELINE_BIN_DIR "/tapeline-cli"); }

    QByteArray runToItsEnd(const QString &journal) const
    {
        QProcess paper;
        paper.start(program(), arguments(journal));
        const bool ended = paper.waitForFinished(120'000);
        return ended && paper.exitCode() == 0 ? paper.readAllStandardOutput() : QByteArray();
    }
    /// Killed once so much was read, however fast the machine is: the program waits when a pipe
    /// is full.
    QByteArray runAndKill(const QString &journal, qint64 afterBytes) const
    {
        QProcess paper;
        paper.start(program(), arguments(journal));
        while (paper.bytesAvailable() < afterBytes && paper.waitForReadyRead(10'000)) { }
        paper.kill(); // SIGKILL: it cannot tidy up
        paper.waitForFinished();
        return paper.readAllStandardOutput();
    }

    /// Whole lines of order events.
    static QList<QByteArray> linesOf(const QByteArray &output)
    {
        QList<QByteArray> lines;
        for (const QByteArray &line : output.left(output.lastIndexOf('\n') + 1).split('\n'))
            if (line.startsWith(R"({"at")"))
                lines.append(line);
        return lines;
    }
    static QByteArray accountOf(const QByteArray &output)
    {
        return output.trimmed().split('\n').last();
    }
    QList<QByteArray> kept(const QString &journal, const QString &stream) const
    {
        JournalDatabase database;
        QList<QByteArray> bodies;
        if (!database.open(path(journal), JournalDatabase::Access::ReadOnly))
            return bodies;
        const Result<std::vector<JournalLine>> lines = database.lines(u"Paper"_s, stream);
        for (const JournalLine &line : lines ? *lines : std::vector<JournalLine>())
            bodies.append(line.body);
        return bodies;
    }

    /// The killed run goes on from the same files: in the end nothing tells it from one that was
    /// never killed.
    void goOnTo(const QString &journal) const
    {
        const QByteArray output = runToItsEnd(journal);
        QCOMPARE(accountOf(output), m_wholeAccount);
        QCOMPARE(kept(journal, u"orders"_s), kept(u"whole.db"_s, u"orders"_s));
        QCOMPARE(kept(journal, u"books"_s), kept(u"whole.db"_s, u"books"_s));
    }

    QTemporaryDir m_dir;
    QList<QByteArray> m_whole;
    QByteArray m_wholeAccount;
    qint64 m_wholeBytes = 0;
};

QTEST_GUILESS_MAIN(TestPaperKill)
#include "tst_paperkill.moc"
