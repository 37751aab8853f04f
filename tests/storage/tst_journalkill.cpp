#include "splitmix64.h"
#include "tradearchive.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString paper = u"simulated/Paper"_s;

TradeKey keyOf(quint64 number)
{
    return { paper, 1 + number % 40 };
}

/// A trade as it is after a step: all of it tells which.
FormedTrade tradeOf(quint64 step)
{
    FormedTrade formed;
    formed.record.key = keyOf(step);
    formed.record.symbol = u"S%1"_s.arg(step);
    formed.record.executions = 1 + int(step % 30);
    for (int i = 0; i < formed.record.executions; ++i) {
        TradeExecution fill;
        fill.sequence = step;
        fill.symbol = formed.record.symbol;
        formed.executions.push_back(fill);
    }
    return formed;
}

NoteEdit noteOf(quint64 step)
{
    NoteEdit edit { .subject = { keyOf(step) }, .text = u"word%1"_s.arg(step) };
    if (step % 6 == 4) {
        edit.kind = NoteEdit::Kind::Attach;
        edit.bytes = QByteArray(qsizetype(1 + step % 7 * 30'000), char(step));
    }
    return edit;
}

/// What the journal's thread does as its step of a number: always the same.
bool doStep(JournalDatabase &journal, TradeArchive &archive, quint64 step)
{
    switch (step % 3) {
    case 0:
        return journal
            .append(std::vector { JournalLine { paper, u"orders"_s, step / 3 + 1, {}, "event" } })
            .has_value();
    case 1:
        return archive.add(noteOf(step), fromNs(qint64(step))).has_value();
    default:
        return archive
            .store(paper, { .books = step, .version = 1 },
                   std::vector<FormedTrade> { tradeOf(step) })
            .has_value();
    }
}

/// The program that is killed: works on, and says which step is done.
int work(const QString &path, quint64 from)
{
    JournalDatabase journal;
    TradeArchive archive;
    if (!journal.open(path) || !archive.open(path))
        return 1;
    for (quint64 step = from;; ++step) {
        if (!doStep(journal, archive, step))
            return 2;
        std::printf("%llu\n", static_cast<unsigned long long>(step));
        std::fflush(stdout);
    }
}

/// What is in the journal, counted.
struct Counted
{
    quint64 lines = 0;
    quint64 notes = 0;
    quint64 builtUpTo = 0;

    friend bool operator==(const Counted &, const Counted &) = default;
};

Counted countedAfter(quint64 steps)
{
    Counted counted;
    for (quint64 step = 0; step < steps; ++step) {
        counted.lines += step % 3 == 0;
        counted.notes += step % 3 == 1;
        if (step % 3 == 2)
            counted.builtUpTo = step;
    }
    return counted;
}

/// The journal as it was left.
class Found
{
public:
    explicit Found(const QString &path)
    {
        if (!m_journal.open(path) || !m_archive.open(path))
            qFatal("it cannot be opened");
    }

    Counted counted() const
    {
        Counted counted { m_journal.lines(paper, u"orders"_s)->size(), 0,
                          m_archive.builtUpTo(paper)->books };
        for (quint64 number = 1; number <= 40; ++number)
            counted.notes += m_archive.revisions({ { paper, number } })->size();
        return counted;
    }
    bool hasNote(quint64 step) const
    {
        const NoteEdit edit = noteOf(step);
        if (edit.kind == NoteEdit::Kind::Text)
            return m_archive.notes(edit.subject.trade)->text != edit.text // there is a newer one
                || *m_archive.search(edit.text) == std::vector { edit.subject };
        const std::vector<TradeAttachment> all = *m_archive.attachments(edit.subject.trade);
        return std::ranges::any_of(all, [&](const TradeAttachment &attachment) {
            return attachment.name == edit.text
                && *m_archive.attachment(attachment.number) == edit.bytes;
        });
    }
    bool hasTrade(quint64 step) const
    {
        const FormedTrade formed = tradeOf(step);
        const std::vector<TradeRecord> trades = *m_archive.trades();
        const auto own = std::ranges::find(trades, formed.record.key, &TradeRecord::key);
        return own != trades.end() && *own == formed.record
            && *m_archive.executions(formed.record.key) == formed.executions
            && !m_archive.search(formed.record.symbol)->empty();
    }

private:
    JournalDatabase m_journal;
    TradeArchive m_archive;
};

} // namespace

/// The program is killed while it writes events, trades and notes, over and over, and goes on with
/// the same file.
class TestJournalKill : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSaidToBeWrittenIsThere()
    {
        SplitMix64 random(5);
        quint64 next = 0; // step that was not said to be done
        int inBetween = 0;
        const int kills = qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 200 : 15;
        for (int i = 0; i < kills; ++i) {
            const quint64 said = runAndKill(next, 3 + int(random.below(6)), int(random.below(15)));
            QVERIFY2(said >= next, "it stopped by itself");
            const Found found(path());
            const Counted now = found.counted();
            // Or the kill came after the commit and before the word
            next = now == countedAfter(said) ? said : said + 1;
            QCOMPARE(now, countedAfter(next));
            inBetween += next != said;
            for (quint64 step = next - std::min<quint64>(next, 3); step < next; ++step) {
                if (step % 3 == 1)
                    QVERIFY(found.hasNote(step));
                if (step % 3 == 2)
                    QVERIFY(found.hasTrade(step));
            }
        }
        QVERIFY(next > quint64(kills)); // it did come to work
        qInfo("%d kills, %llu steps, %d between the commit and the word", kills,
              static_cast<unsigned long long>(next), inBetween);
    }

private:
    QString path() const { return m_dir.filePath(u"journal.db"_s); }

    /// Killed some time after so many steps; returns the step after the last that it said was done.
    quint64 runAndKill(quint64 from, int steps, int ms) const
    {
        QProcess worker;
        worker.start(QCoreApplication::applicationFilePath(),
                     { u"--work"_s, path(), QString::number(from) });
        QByteArray said;
        while (said.count('\n') <= steps && worker.waitForReadyRead(30'000))
            said += worker.readAllStandardOutput();
        if (worker.waitForFinished(ms)) {
            qWarning("it ended with code %d", worker.exitCode());
            return 0;
        }
        worker.kill(); // SIGKILL: it cannot tidy up
        worker.waitForFinished();
        said += worker.readAllStandardOutput();
        const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).trimmed().split('\n');
        bool isStep = false;
        const quint64 last = lines.last().toULongLong(&isStep);
        return isStep ? last + 1 : from;
    }

    QTemporaryDir m_dir;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--work"_L1)
        return work(arguments.value(2), arguments.value(3).toULongLong());
    TestJournalKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalkill.moc"
