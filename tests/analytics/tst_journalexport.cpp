#include "csvreader.h"
#include "exporttext.h"
#include "fillfile.h"
#include "journalexport.h"
#include "journaltrades.h"
#include "performancereport.h"
#include "reporthtml.h"
#include "statistictext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One closed trade about which much was written.
struct Sample
{
    TradeRecord record;
    TradeNotes notes;
    TradeDetail detail;

    Sample()
    {
        record.key = { u"simulated/Paper"_s, 7 };
        record.symbol = u"AAPL"_s;
        record.symbols = { record.symbol };
        record.size = Qty::whole(100);
        record.openedAt = easterntime::at(QDate(2026, 3, 3), 10h) + 123'456'789ns;
        record.closedAt = easterntime::at(QDate(2026, 3, 3), 10h + 5min);
        record.entryPrice = Price::whole(50);
        record.exitPrice = *Price::parse(u"52.4");
        record.gross = Money::whole(240);
        record.fees = *Money::parse(u"1.5");
        record.risk = Money::whole(200);
        record.worst = Money::whole(-120);
        record.best = Money::whole(350);
        record.executions = 2;
        notes.setup = u"Gap, fade"_s;
        notes.tags = { u"=1+1"_s, u"news"_s };
        notes.text = u"He said \"wait\"\n<script>alert(1)</script>"_s;
        notes.rating = 4;
        TradeExecution buy;
        buy.sequence = 3;
        buy.at = record.openedAt;
        buy.symbol = record.symbol;
        buy.qty = record.size;
        buy.price = *record.entryPrice;
        TradeExecution sell = buy;
        sell.sequence = 4;
        sell.at = record.closedAt;
        sell.side = Side::Sell;
        sell.price = *record.exitPrice;
        sell.fee = record.fees;
        sell.realized = record.gross;
        detail.executions = { buy, sell };
        NoteRevision earlier;
        earlier.number = 1;
        earlier.edit.kind = NoteEdit::Kind::Rating;
        earlier.edit.number = 2;
        NoteRevision later = earlier;
        later.number = 2;
        later.edit.number = 4;
        detail.revisions = { earlier, later };
    }
    ExportedTrade exported() const { return { &record, &notes, &detail }; }
};

QByteArray written(JournalExport::Format format, const std::vector<ExportedTrade> &trades,
                   const std::vector<ExportedDay> &days = {})
{
    JournalExport file(format);
    QByteArray text = file.begin();
    for (const ExportedTrade &trade : trades)
        text += file.trade(trade);
    return text + file.end(days);
}

std::vector<StudiedTrade> studied(const test::JournalTrades &sample)
{
    return studiedTrades(sample.records, [&](const TradeKey &key) -> const TradeNotes & {
        return sample.notesOf(key);
    });
}

} // namespace

/// The journal as files for other programs and as a report.
class TestJournalExport : public QObject
{
    Q_OBJECT

private slots:
    void times()
    {
        const Timestamp time = fromNs(1'772'550'000'000'000'000);
        QCOMPARE(exporttext::utc(time), u"2026-03-03T15:00:00Z"_s);
        QCOMPARE(exporttext::utc(time + 120ms), u"2026-03-03T15:00:00.12Z"_s);
        QCOMPARE(exporttext::utc(time + 1ns), u"2026-03-03T15:00:00.000000001Z"_s);
        QCOMPARE(exporttext::utc({}), QString());
    }

    void aLineForATrade()
    {
        const Sample sample;
        const QByteArray text = written(JournalExport::Format::Trades, { sample.exported() });
        const QList<QByteArray> lines = text.split('\r');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("account,trade,symbol,"));
        QVERIFY2(lines[1].contains(
                     "\nsimulated/Paper,7,AAPL,stocks,long,,100,1,2026-03-03T15:00:00.123456789Z,"
                     "2026-03-03T15:05:00Z,50,52.4,240,1.5,238.5,,200,1.1925,120,350,0,,,2,,"
                     "\"Gap, fade\",'=1+1; news,,4,\"He said \"\"wait\"\"\n"),
                 lines[1].constData());
    }

    void anOpenTradeHasNoEnd()
    {
        Sample sample;
        sample.record.closedAt = {};
        sample.record.exitPrice.reset();
        const QByteArray text = written(JournalExport::Format::Trades, { sample.exported() });
        QVERIFY(text.contains("2026-03-03T15:00:00.123456789Z,,50,,240,"));
        QVERIFY(text.contains(",,200,,120,")); // no R yet
    }

    /// What is written out can be taken in by the form for any broker.
    void executionsAreTheGenericForm()
    {
        const Sample sample;
        const QByteArray text = written(JournalExport::Format::Executions, { sample.exported() });
        QCOMPARE(text.count("\r\n"), 3);
        const auto opened = fillfile::open(text);
        QVERIFY(opened);
        const auto file = fillfile::read(*opened, opened->mapping, sample.record.closedAt + 1h);
        QVERIFY(file);
        QVERIFY(file->problems.empty());
        QCOMPARE(file->fills.size(), 2U);
        QCOMPARE(file->fills[0].at, sample.record.openedAt);
        QCOMPARE(file->fills[0].price, *sample.record.entryPrice);
        QCOMPARE(file->fills[1].side, Side::Sell);
        QCOMPARE(file->fills[1].qty, sample.record.size);
        QCOMPARE(file->fills[1].fee, sample.record.fees);
    }

    void everythingWithItsHistory()
    {
        const Sample sample;
        ExportedDay day;
        day.subject.day = QDate(2026, 3, 3);
        day.notes.plan = u"Wait for \"it\""_s;
        day.notes.checklist = { { u"slept"_s, true } };
        const QByteArray text = written(JournalExport::Format::Everything,
                                        { sample.exported(), sample.exported() }, { day });
        QJsonParseError error;
        const QJsonObject all = QJsonDocument::fromJson(text, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(all[u"tapeline_journal"_s].toInt(), 1);
        const QJsonArray trades = all[u"trades"_s].toArray();
        QCOMPARE(trades.size(), 2);
        const QJsonObject trade = trades[1].toObject();
        QCOMPARE(trade[u"net"_s].toString(), u"238.5"_s);
        QCOMPARE(trade[u"executions"_s].toArray().size(), 2);
        QCOMPARE(trade[u"notes"_s].toObject()[u"text"_s].toString(), sample.notes.text);
        const QJsonArray history = trade[u"history"_s].toArray();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history[0].toObject()[u"rating"_s].toInt(), 2);
        QVERIFY(!trade.contains(u"stop"_s)); // was not known
        const QJsonObject written = all[u"days"_s].toArray()[0].toObject();
        QCOMPARE(written[u"day"_s].toString(), u"2026-03-03"_s);
        QCOMPARE(written[u"plan"_s].toString(), day.notes.plan);
    }

    void anEmptyJournalIsAFileToo()
    {
        const QByteArray text = written(JournalExport::Format::Everything, {});
        QVERIFY(QJsonDocument::fromJson(text).object()[u"trades"_s].isArray());
        QCOMPARE(written(JournalExport::Format::Trades, {}).count('\n'), 1);
        const QByteArray page = reportHtml(performanceReport({}, QLocale::c()));
        QVERIFY(page.contains("No trade was closed."));
    }

    void aReportSaysTheSameFigures()
    {
        const test::JournalTrades sample = test::journalTrades(300);
        const auto trades = studied(sample);
        const auto figures = performanceFigures(trades, {});
        const QByteArray page = reportHtml(performanceReport({ trades }, QLocale::c()));
        for (const PerformanceMetric metric :
             { PerformanceMetric::Net, PerformanceMetric::ProfitFactor, PerformanceMetric::Sqn,
               PerformanceMetric::MaxDrawdown }) {
            const QString cells = u"<td>%1</td><td>%2</td>"_s.arg(
                statistictext::name(metric).toHtmlEscaped(),
                statistictext::value(metric, figures, QLocale::c()));
            QVERIFY2(page.contains(cells.toUtf8()), qPrintable(cells));
        }
        QVERIFY(page.count("<svg") >= 4);
    }

    void aReportRunsAndFetchesNothing()
    {
        test::JournalTrades sample = test::journalTrades(60);
        for (TradeRecord &record : sample.records) {
            TradeNotes &notes = sample.notes[record.key];
            notes.setup = u"<script>alert('x')</script>"_s;
            notes.tags = { u"\"><img src=http://a.example/x onerror=1>"_s, u"%1 %2"_s };
            record.symbol = u"<b>&"_s;
        }
        const auto trades = studied(sample);
        const PerformanceReport report
            = performanceReport({ trades, {}, u"</title><script>"_s }, QLocale::c());
        const QByteArray page = reportHtml(report);
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(!page.contains("<b>"));
        QVERIFY(page.contains("&lt;b&gt;&amp;"));
        QVERIFY(!page.contains("href"));
        for (const ReportBlock &block : report.blocks) {
            if (block.kind != ReportBlock::Kind::Plot)
                continue;
            QXmlStreamReader reader(block.svg);
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        }
    }

    /// However many trades, a page that can be opened.
    void aReportOfManyTradesIsSmall()
    {
        const test::JournalTrades sample = test::journalTrades(20'000);
        const QByteArray page = reportHtml(performanceReport({ studied(sample) }, QLocale::c()));
        QVERIFY2(page.size() < 1'500'000, QByteArray::number(page.size()).constData());
    }
};

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
