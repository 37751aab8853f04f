#include "easterntime.h"
#include "equitycurve.h"
#include "importedtrades.h"
#include "journaldatabase.h"
#include "keptevents.h"
#include "tradearchive.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<qint64> vectorG01 { 200, -100, 150, -50, 0, 300, -100, -100, 250, 50 };
const std::vector<qint64> vectorG04 { 100'000, 101'000, 100'500, 102'000,
                                      101'000, 103'000, 102'500, 104'000 };
const QString broker = u"import/Broker"_s;

struct Run
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

/// The Monday-to-Friday days from 2026-03-02 on.
QDate tradingDay(int number)
{
    return QDate(2026, 3, 2).addDays(number / 5 * 7 + number % 5);
}

/// One round trip of 100 shares a day, without fees, with these results.
std::vector<ImportedFill> fillsOf(const std::vector<qint64> &results)
{
    std::vector<ImportedFill> fills;
    for (std::size_t i = 0; i < results.size(); ++i) {
        ImportedFill buy;
        buy.at = easterntime::at(tradingDay(int(i)), 10h);
        buy.symbol = i % 2 == 0 ? u"AAPL"_s : u"MSFT"_s;
        buy.qty = Qty::whole(100);
        buy.price = Price::whole(50);
        ImportedFill sell = buy;
        sell.at = buy.at + 30min;
        sell.side = Side::Sell;
        sell.price
            = Price::fromUnits(Price::whole(50).units() + results[i] * (Price::unitsPerOne / 100));
        fills.push_back(buy);
        fills.push_back(sell);
    }
    return fills;
}

NoteEdit edit(const TradeKey &key, NoteEdit::Kind kind)
{
    NoteEdit edit;
    edit.subject.trade = key;
    edit.kind = kind;
    return edit;
}

} // namespace

/// `tapeline-cli journal` as its users meet it.
class TestJournalCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JournalDatabase> m_journal; ///< open for writing, as a desk has it

    QString path() const { return m_dir->filePath(u"journal.db"_s); }
    Run journal(const QStringList &arguments) const
    {
        QProcess process;
        process.start(QStringLiteral(TAPELINE_BIN_DIR "/tapeline-cli"),
                      QStringList { u"journal"_s } + arguments
                          + QStringList { u"--data-dir"_s, m_dir->path() });
        if (!process.waitForFinished(60'000))
            return {};
        return { process.exitCode(), process.readAllStandardOutput(),
                 process.readAllStandardError() };
    }
    void takeFills(const std::vector<qint64> &results)
    {
        TradeArchive archive;
        QVERIFY(archive.open(path()));
        const auto taken = importedtrades::take(
            *m_journal, u"Broker"_s, fillsOf(results),
            [&](std::span<const JournalLine> lines) { return archive.append(lines); });
        QVERIFY(taken);
        QCOMPARE(taken->trades, int(results.size()));
    }
    void noteSetupAndRisk()
    {
        TradeArchive archive;
        QVERIFY(archive.open(path()));
        for (quint64 number = 1; number <= 19; number += 2) { // of the fill that opened it
            NoteEdit risk = edit({ broker, number }, NoteEdit::Kind::Risk);
            risk.money = Money::whole(100);
            QVERIFY(archive.add(risk, easterntime::at(QDate(2026, 4, 1))));
            NoteEdit setup = edit({ broker, number }, NoteEdit::Kind::Setup);
            setup.text = number < 10 ? u"Gap"_s : u"Fade"_s;
            QVERIFY(archive.add(setup, easterntime::at(QDate(2026, 4, 1))));
        }
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = std::make_unique<JournalDatabase>();
        QVERIFY(m_journal->open(path()));
    }

    void vectorG_01()
    {
        takeFills(vectorG01);
        const Run run = journal({ u"stats"_s, u"--json"_s });
        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.code, 0);
        const QJsonObject all = run.object();
        QCOMPARE(all[u"account"_s].toString(), broker);
        QCOMPARE(all[u"trades"_s].toInt(), 10);
        QCOMPARE(all[u"win_rate"_s].toDouble(), 0.5);
        QCOMPARE(all[u"profit_factor"_s].toDouble(), 19.0 / 7);
        QCOMPARE(all[u"profit_factor_infinite"_s].toBool(true), false);
        QCOMPARE(all[u"expectancy"_s].toDouble(), 60.0);
        QCOMPARE(all[u"gross_profit"_s].toDouble(), 950.0);
        QCOMPARE(all[u"gross_loss"_s].toDouble(), 350.0);
        QCOMPARE(all[u"net"_s].toDouble(), 600.0);
        QCOMPARE(all[u"avg_win"_s].toDouble(), 190.0);
        QCOMPARE(all[u"avg_loss"_s].toDouble(), 87.5);
        QCOMPARE(all[u"payoff"_s].toDouble(), 190 / 87.5);
        QCOMPARE(all[u"max_drawdown"_s].toDouble(), 200.0);
        QCOMPARE(all[u"longest_win_streak"_s].toInt(), 2);
        QCOMPARE(all[u"longest_loss_streak"_s].toInt(), 2);
        for (const QString &key : { u"max_drawdown_pct"_s, u"sharpe"_s, u"sortino"_s, u"sqn"_s })
            QVERIFY2(all[key].isNull(), qPrintable(key)); // nothing is known of worth and risk
    }

    void vectorG_02ByNotedRisks()
    {
        takeFills(vectorG01);
        noteSetupAndRisk();
        const QJsonObject all = journal({ u"stats"_s, u"--json"_s }).object();
        QVERIFY(std::abs(all[u"sqn"_s].toDouble() - 1.2304546686) < 1e-10);
        QVERIFY(std::abs(all[u"expectancy_r"_s].toDouble() - 0.6) < 1e-12);
        const QJsonObject gap
            = journal({ u"stats"_s, u"--json"_s, u"--setup"_s, u"gap"_s }).object();
        QCOMPARE(gap[u"trades"_s].toInt(), 5);
        QCOMPARE(gap[u"net"_s].toDouble(), 200.0);
    }

    void vectorG_04OfAnAccount()
    {
        std::vector<JournalLine> lines;
        for (std::size_t i = 0; i < vectorG04.size(); ++i) {
            EquityReport report;
            report.point = { easterntime::at(tradingDay(int(i)), 16h), Money::whole(vectorG04[i]),
                             Money::whole(100'000) };
            report.begins = i == 0;
            lines.push_back({ u"simulated/Paper"_s, keptevents::equityStream, i + 1,
                              report.point.at,
                              QByteArray::fromStdString(equityPointText(report)) });
        }
        QVERIFY(m_journal->append(lines));
        takeFills(vectorG01);
        const QJsonObject paper
            = journal({ u"stats"_s, u"--json"_s, u"--account"_s, u"paper"_s }).object();
        QCOMPARE(paper[u"account"_s].toString(), u"simulated/Paper"_s);
        QCOMPARE(paper[u"trades"_s].toInt(), 0);
        QVERIFY(paper[u"win_rate"_s].isNull());
        QVERIFY(std::abs(paper[u"sharpe"_s].toDouble() - 7.58543133417) < 1e-10);
        QVERIFY(std::abs(paper[u"sortino"_s].toDouble() - 19.86331383085) < 1e-10);
        QVERIFY(paper[u"cagr"_s].isNull());
        const QJsonObject all = journal({ u"stats"_s, u"--json"_s }).object();
        QVERIFY(all[u"account"_s].isNull());
        QVERIFY(all[u"sharpe"_s].isNull()); // of several accounts
        QCOMPARE(all[u"trades"_s].toInt(), 10);
    }

    void daysAreThoseOfTheEnd()
    {
        takeFills(vectorG01);
        const Run run = journal(
            { u"stats"_s, u"--json"_s, u"--from"_s, u"2026-03-03"_s, u"--to"_s, u"2026-03-04"_s });
        QCOMPARE(run.object()[u"trades"_s].toInt(), 2);
        QCOMPARE(run.object()[u"net"_s].toDouble(), 50.0);
        QCOMPARE(run.object()[u"from"_s].toString(), u"2026-03-03"_s);
        const Run symbol = journal({ u"stats"_s, u"--json"_s, u"--symbol"_s, u"msft"_s });
        QCOMPARE(symbol.object()[u"net"_s].toDouble(), 100.0);
    }

    void aProfitFactorMayBeInfinite()
    {
        takeFills({ 100, 50 });
        const QJsonObject all = journal({ u"stats"_s, u"--json"_s }).object();
        QVERIFY(all[u"profit_factor"_s].isNull());
        QVERIFY(all[u"profit_factor_infinite"_s].toBool());
        QVERIFY(all[u"avg_loss"_s].isNull());
    }

    void withoutAJournalThereAreNoTrades()
    {
        m_journal.reset();
        QVERIFY(QFile::remove(path()));
        const Run run = journal({ u"stats"_s, u"--json"_s });
        QCOMPARE(run.code, 0);
        QCOMPARE(run.object()[u"trades"_s].toInt(-1), 0);
        QVERIFY(run.object()[u"win_rate"_s].isNull());
        QVERIFY(!QFile::exists(path())); // it only reads
    }

    void peopleReadATable()
    {
        takeFills(vectorG01);
        const Run run = journal({ u"stats"_s });
        QCOMPARE(run.code, 0);
        QVERIFY2(run.out.contains("Profit factor"), run.out.constData());
        QVERIFY(run.out.contains(" 2.71\n"));
        QVERIFY(run.out.contains(" 50.0 %\n"));
    }

    void tradesAsAFile()
    {
        takeFills(vectorG01);
        const QString file = m_dir->filePath(u"trades.csv"_s);
        const Run run = journal({ u"export"_s, u"--json"_s, u"-o"_s, file });
        QCOMPARE(run.code, 0);
        QCOMPARE(run.object()[u"trades"_s].toInt(), 10);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QCOMPARE(text.size(), run.object()[u"bytes"_s].toInteger());
        QCOMPARE(text.count("\r\n"), 11);
        QVERIFY(text.contains("import/Broker,1,AAPL,stocks,long,,100,1,2026-03-02T15:00:00Z,"));
    }

    void everythingOnStandardOutput()
    {
        takeFills(vectorG01);
        noteSetupAndRisk();
        const Run run = journal({ u"export"_s, u"--format"_s, u"json"_s });
        QCOMPARE(run.code, 0);
        const QJsonArray trades = run.object()[u"trades"_s].toArray();
        QCOMPARE(trades.size(), 10);
        const QJsonObject first = trades[0].toObject();
        QCOMPARE(first[u"executions"_s].toArray().size(), 2);
        QCOMPARE(first[u"history"_s].toArray().size(), 2);
        QCOMPARE(first[u"notes"_s].toObject()[u"setup"_s].toString(), u"Gap"_s);
    }

    void aReport()
    {
        takeFills(vectorG01);
        const Run run = journal({ u"export"_s, u"--format"_s, u"html"_s });
        QCOMPARE(run.code, 0);
        QVERIFY(run.out.startsWith("<!DOCTYPE html>"));
        QVERIFY(run.out.contains("<td>Profit factor</td><td>2.71</td>"));
        QVERIFY(!run.out.contains("<script"));
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("sentence");

        QTest::newRow("nothing") << QStringList() << 2
                                 << QByteArray("stats, export or import is missing.");
        QTest::newRow("unknown word") << QStringList { u"sum"_s } << 2 << QByteArray("\"sum\"");
        QTest::newRow("no day") << QStringList { u"stats"_s, u"--from"_s, u"May"_s } << 2
                                << QByteArray("expected a day");
        QTest::newRow("days the wrong way round")
            << QStringList { u"stats"_s, u"--from"_s, u"2026-02-02"_s, u"--to"_s, u"2026-02-01"_s }
            << 2 << QByteArray("--from is after --to.");
        QTest::newRow("unknown form")
            << QStringList { u"export"_s, u"--format"_s, u"xml"_s } << 2 << QByteArray("\"xml\"");
        QTest::newRow("a form of statistics") << QStringList { u"stats"_s, u"--format"_s, u"csv"_s }
                                              << 2 << QByteArray("--format is only for export.");
        QTest::newRow("unknown account") << QStringList { u"stats"_s, u"--account"_s, u"Other"_s }
                                         << 1 << QByteArray("there are import/Broker");
        QTest::newRow("no such folder")
            << QStringList { u"export"_s, u"-o"_s, u"/nowhere/trades.csv"_s } << 1
            << QByteArray("cannot be written out");
    }
    void wrongUse()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        QFETCH(const QByteArray, sentence);
        takeFills(vectorG01);
        const Run run = journal(arguments);
        QCOMPARE(run.code, code);
        QVERIFY2(run.err.contains(sentence), run.err.constData());
        QVERIFY(run.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJournalCommand)
#include "tst_journalcommand.moc"
