#include "exportdialog.h"
#include "fakejournalport.h"
#include "fileprompt.h"
#include "journaltrades.h"
#include "panelfixture.h"

#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Answers at once, with a file in a folder.
class FolderPrompt : public FilePrompt
{
public:
    void askSave(QWidget *, const QString &, const QString &name, const QString &,
                 const Answer &answer) override
    {
        suggested = name;
        answer(folder + u'/' + name);
    }

    QString folder;
    QString suggested;
};

/// A journal whose details are loaded when they are told to.
class SlowPort : public test::FakeJournalPort
{
public:
    void load(const TradeKey &trade, QObject *, const Answer<TradeDetail> &answer) override
    {
        waiting.push_back([this, trade, answer] {
            TradeDetail detail = details[trade];
            detail.key = trade;
            answer(detail);
        });
    }
    void answerAll()
    {
        while (!waiting.empty()) {
            const auto next = waiting.front();
            waiting.erase(waiting.begin());
            next();
        }
    }

    std::vector<std::function<void()>> waiting;
};

} // namespace

/// The journal written to files from the window.
class TestExportDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<PanelFixture> m_fixture;
    FolderPrompt m_files;

    /// Forty trades of one account.
    static void fill(Journal &journal)
    {
        const test::JournalTrades sample = test::journalTrades(40);
        JournalUpdate update;
        update.trades = std::make_shared<std::vector<TradeRecord>>(sample.records);
        update.notes = std::make_shared<std::map<TradeKey, TradeNotes>>(sample.notes);
        journal.apply(update);
    }
    ExportDialog::Parts parts(Journal &journal)
    {
        return { m_fixture->theme, journal, m_files, [] { return QDate(2024, 1, 4); } };
    }
    static void choose(ExportDialog &dialog, const char *box, int data)
    {
        auto *choice = dialog.findChild<QComboBox *>(QString::fromLatin1(box));
        QVERIFY(choice);
        const int index = choice->findData(data);
        QVERIFY(index >= 0);
        choice->setCurrentIndex(index);
    }
    static QString textOf(ExportDialog &dialog, const char *name)
    {
        return dialog.findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QByteArray written() const
    {
        QFile file(m_files.folder + u'/' + m_files.suggested);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_files.folder = m_dir.path();
        m_files.suggested.clear();
    }

    void cleanup() { m_fixture.reset(); }

    void files_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");

        const auto row
            = [](const char *name, ExportRequest::Format format, const QString &file,
                 const QByteArray &begin) { QTest::newRow(name) << int(format) << file << begin; };
        using enum ExportRequest::Format;
        row("trades", Trades, u"tapeline-trades-2024-01-04.csv"_s, "account,trade,symbol,");
        row("executions", Executions, u"tapeline-executions-2024-01-04.csv"_s,
            "account,trade,sequence,");
        row("everything", Everything, u"tapeline-journal-2024-01-04.json"_s,
            "{\"tapeline_journal\":1,");
        row("page", Page, u"tapeline-report-2024-01-04.html"_s, "<!DOCTYPE html>");
        row("print", Print, u"tapeline-report-2024-01-04.pdf"_s, "%PDF-");
    }
    void files()
    {
        QFETCH(const int, format);
        QFETCH(const QByteArray, begin);
        test::FakeJournalPort port;
        Journal journal(port);
        fill(journal);
        ExportDialog dialog(parts(journal));
        dialog.openExport();
        choose(dialog, "exportFormat", format);
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
        QTEST(m_files.suggested, "name");
        QVERIFY2(textOf(dialog, "exportNote").contains(m_files.suggested),
                 qPrintable(textOf(dialog, "exportNote")));
        QVERIFY2(written().startsWith(begin), written().left(80).constData());
    }

    void onlyTheDaysAndTheAccountThatAreAskedFor()
    {
        test::FakeJournalPort port;
        Journal journal(port);
        fill(journal);
        ExportDialog dialog(parts(journal));
        dialog.openExport(u"simulated/Paper"_s, QDate(2024, 1, 3), QDate(2024, 1, 3));
        choose(dialog, "exportFormat", int(ExportRequest::Format::Trades));
        int asked = 0;
        for (const TradeRecord &trade : journal.trades())
            asked += tradeDay(trade) == QDate(2024, 1, 3) ? 1 : 0;
        QVERIFY(asked > 5 && asked < 35);
        QVERIFY(textOf(dialog, "exportCount").startsWith(QString::number(asked)));
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
        QCOMPARE(written().count("\r\n"), asked + 1);
    }

    void detailsComeOneByOne()
    {
        m_files.folder = m_dir.filePath(u"details"_s); // where nothing was written before
        QVERIFY(QDir().mkpath(m_files.folder));
        SlowPort port;
        Journal journal(port);
        fill(journal);
        ExportDialog dialog(parts(journal));
        dialog.openExport();
        choose(dialog, "exportFormat", int(ExportRequest::Format::Everything));
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
        QVERIFY(port.waiting.size() > 1 && port.waiting.size() < 40);
        QVERIFY(!dialog.findChild<QPushButton *>(u"exportStart"_s)->isEnabled());
        QVERIFY(written().isEmpty());
        port.answerAll();
        QCOMPARE(QJsonDocument::fromJson(written()).object()[u"trades"_s].toArray().size(), 40);
        QVERIFY(dialog.findChild<QPushButton *>(u"exportStart"_s)->isEnabled());
    }

    void cancelledThereIsNoFile()
    {
        m_files.folder = m_dir.filePath(u"cancelled"_s);
        QVERIFY(QDir().mkpath(m_files.folder));
        SlowPort port;
        Journal journal(port);
        fill(journal);
        ExportDialog dialog(parts(journal));
        dialog.openExport();
        choose(dialog, "exportFormat", int(ExportRequest::Format::Executions));
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportCancel"_s), Qt::LeftButton);
        port.answerAll();
        QVERIFY(QDir(m_files.folder).isEmpty(QDir::Files));
        QCOMPARE(textOf(dialog, "exportNote"), u"Nothing was written."_s);
    }

    void whyThereIsNoFile()
    {
        m_files.folder = u"/nowhere/at/all"_s;
        test::FakeJournalPort port;
        Journal journal(port);
        fill(journal);
        ExportDialog dialog(parts(journal));
        for (const auto format : { ExportRequest::Format::Trades, ExportRequest::Format::Page,
                                   ExportRequest::Format::Print }) {
            dialog.openExport();
            choose(dialog, "exportFormat", int(format));
            QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
            QVERIFY(textOf(dialog, "exportNote").startsWith(u"There is no file: "_s));
        }
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
