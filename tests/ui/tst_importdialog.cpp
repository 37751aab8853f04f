#include "backupdialog.h"
#include "cannedfiles.h"
#include "fakejournalport.h"
#include "fonts.h"
#include "importdialog.h"
#include "importform.h"
#include "importoutcome.h"
#include "importtable.h"
#include "panelfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QtTest>

#include <memory>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);
const QByteArray header = "at,symbol,side,qty,price,fee\n";
const QByteArray goodLines = "2026-05-01 10:00:00,AAPL,buy,10,150.25,1\n"
                             "2026-05-01 11:00:00,AAPL,sell,10,151.25,1\n";
const QByteArray badLine = "2026-05-01 12:00:00,MSFT,buy,0,410,1\n";

class FakeRestorePort : public JournalRestorePort
{
public:
    RestorableJournal content;
    std::optional<Error> refusal;
    bool waits = false;
    QStringList inspected;
    QStringList staged;

    QString journal() const override { return u"/home/me/.local/share/tapeline/journal.db"_s; }
    bool isStaged() const override { return waits; }
    void inspect(const QString &file, QObject *, const Answer<RestorableJournal> &answer) override
    {
        inspected.append(file);
        refusal ? answer(*refusal) : answer(content);
    }
    void stage(const QString &file, QObject *, const Answer<void> &answer) override
    {
        if (refusal)
            return answer(*refusal);
        staged.append(file);
        waits = true;
        answer({});
    }
    void cancel(QObject *, const Answer<void> &answer) override
    {
        waits = false;
        answer({});
    }
};

} // namespace

/// Fills of other brokers and copies of the journal, by mouse and keys. With
/// TAPELINE_PICTURES=folder it leaves pictures.
class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<FakeJournalPort>();
        m_port->outcome = { 2, 0, 1, 0, Money::whole(8) };
        m_files = std::make_unique<CannedFiles>();
        m_restore = std::make_unique<FakeRestorePort>();
        m_dialog = std::make_unique<ImportDialog>(ImportDialog::Parts {
            m_fixture->theme, m_fixture->settings, *m_port, *m_files, [] { return now; } });
        m_dialog->openImport();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    void cleanup()
    {
        m_dialog.reset();
        m_files.reset();
    }

    // --- a file ---------------------------------------------------------------------------------

    void aFileIsChosenTriedAndTakenIn()
    {
        QSignalSpy imported(m_dialog.get(), &ImportDialog::imported);
        m_files->toOpen = { write("mine.csv", header + goodLines) };
        click("chooseImport");
        QTRY_VERIFY(m_dialog->isReady());
        QVERIFY(m_port->imported.empty()); // so far it was a trial
        QCOMPARE(button("startImport")->text(), u"Import 2 fill(s)"_s);
        QCOMPARE(child<QLineEdit>("importAccount")->text(), u"Other broker"_s);
        click("startImport");
        QCOMPARE(m_port->imported.size(), 1U);
        QCOMPARE(m_port->imported[0].size(), 2U);
        QCOMPARE(m_port->imported[0][0].symbol, u"AAPL"_s);
        QCOMPARE(imported.size(), 1);
        QCOMPARE(imported[0][0].toString(), u"Other broker"_s);
        QVERIFY(note().startsWith(u"2 fill(s) are in the journal"_s));
        QVERIFY(!m_dialog->isReady()); // not twice
        QCOMPARE(button("closeImport")->text(), u"Close"_s);
    }

    void aFileIsDropped()
    {
        auto *drop = child<QWidget>("importDrop");
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(write("a.csv", header + goodLines)) });
        QDragEnterEvent enter(drop->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(drop, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(drop->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(drop, &event);
        QTRY_VERIFY(m_dialog->isReady());
    }

    void theKeyboardReachesAll()
    {
        m_files->toOpen = { write("a.csv", header + goodLines) };
        QCOMPARE(QApplication::focusWidget(), button("chooseImport"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(m_dialog->isReady());
        QSet<QString> reached;
        for (int steps = 0; steps < 60; ++steps) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget()->objectName());
        }
        for (const char *name :
             { "otherImport", "importFormat", "importAccount", "importZone", "importDates",
               "importDecimal", "importColumnsymbol", "importColumnfee2", "importPreview",
               "closeImport", "startImport" })
            QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_port->imported.empty()); // nothing was taken in
    }

    void aBrokersFormIsRecognised()
    {
        m_dialog->openFile(sample("tastytrade.csv"));
        QTRY_VERIFY(m_dialog->isReady());
        QCOMPARE(child<QComboBox>("importFormat")->currentText(), u"tastytrade"_s);
        QCOMPARE(child<QLineEdit>("importAccount")->text(), u"tastytrade"_s);
        QCOMPARE(cell("importPreview", 0, FillPreviewModel::Line), u"2"_s);
        QCOMPARE(cell("importPreview", 0, FillPreviewModel::Side),
                 u"Buy"_s); // what was sold expired
        QCOMPARE(cell("importPreview", 2, FillPreviewModel::Symbol), u"O:UAL260417C00110000"_s);
        QCOMPARE(cell("importPreview", 2, FillPreviewModel::Price), u"0.62"_s);
        QCOMPARE(cell("importPreview", 2, FillPreviewModel::Time), u"2026-04-02 09:46:35"_s);
        // Read as another form it has no such table
        choose("importFormat", u"webull"_s);
        QTRY_COMPARE(note(),
                     u"tastytrade.csv cannot be taken in: the file has no table of this form."_s);
        QVERIFY(!button("startImport")->isEnabled());
        choose("importFormat", u"tastytrade"_s);
        QTRY_VERIFY(m_dialog->isReady());
    }

    void whatIsNoFileOfFillsIsSaid()
    {
        m_dialog->openFile(write("a.xlsx", QByteArray("PK\x03\x04\0\0", 6)));
        QTRY_COMPARE(child<QLabel>("importComplaint")->text(),
                     u"a.xlsx cannot be taken in: the file is no text."_s);
        m_dialog->openFile(m_folder.filePath(u"none.csv"_s));
        QTRY_VERIFY(child<QLabel>("importComplaint")->text().startsWith(u"none.csv cannot"_s));
        m_dialog->openFile(write("b.csv", header + goodLines));
        QTRY_VERIFY(m_dialog->isReady());
    }

    // --- lines ----------------------------------------------------------------------------------

    void badLinesAreNamedAndLeftOutOnlyWhenChosen()
    {
        m_dialog->openFile(write("a.csv", header + goodLines + badLine));
        QTRY_COMPARE(child<QTabWidget>("importTabs")->tabText(1), u"Bad lines: 1"_s);
        QVERIFY(!m_dialog->isReady());
        QCOMPARE(note(), u"Nothing is taken in while lines are bad, unless they are left out."_s);
        QCOMPARE(child<QTabWidget>("importTabs")->currentIndex(), 1); // they are in view
        QCOMPARE(cell("importProblems", 0, FillProblemModel::Line), u"4"_s);
        QCOMPARE(cell("importProblems", 0, FillProblemModel::Field), u"qty"_s);
        QCOMPARE(cell("importProblems", 0, FillProblemModel::Reason), u"The quantity is 0."_s);
        auto *skip = child<QCheckBox>("skipBadLines");
        QTest::mouseClick(skip, Qt::LeftButton, {}, { 8, skip->height() / 2 });
        QTRY_VERIFY(m_dialog->isReady());
        click("startImport");
        QCOMPARE(m_port->imported.size(), 1U);
        QCOMPARE(m_port->imported[0].size(), 2U);
    }

    void theListOfBadLinesIsSaved()
    {
        m_dialog->openFile(write("a.csv", header + goodLines + badLine));
        QTRY_VERIFY(button("saveProblems")->isEnabled());
        const QString path = m_folder.filePath(u"bad.csv"_s);
        m_files->toSave = { path };
        click("saveProblems");
        QCOMPARE(m_files->suggested, QStringList { u"a-bad-lines.csv"_s });
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("line,column,value,reason\n4,\"qty\",\"0\",\"The quantity is 0.\"\n"));
    }

    void thePreviewShowsWhatCannotBeRead()
    {
        m_dialog->openFile(write("a.csv", header + badLine + goodLines));
        QTRY_COMPARE(preview()->model()->rowCount(), 3);
        const QModelIndex quantity = preview()->model()->index(0, FillPreviewModel::Quantity);
        QVERIFY(quantity.data(FillPreviewModel::WrongRole).toBool());
        QVERIFY(quantity.data(Qt::ToolTipRole).toString().contains(u"The quantity is 0."_s));
        QVERIFY(!quantity.siblingAtColumn(FillPreviewModel::Price)
                     .data(FillPreviewModel::WrongRole)
                     .toBool());
        QVERIFY(quantity.data(FillPreviewModel::RefusedRole).toBool());
        QVERIFY(!quantity.siblingAtRow(1).data(FillPreviewModel::RefusedRole).toBool());
    }

    // --- columns --------------------------------------------------------------------------------

    void columnsAreChosenByHandAndKeptByName()
    {
        const QByteArray file = "Wann;Was;Wieviel;Wozu\n13.05.2026 10:00:00;AAPL;-1.000;150,25\n";
        m_dialog->openFile(write("hand.csv", file));
        QTRY_VERIFY(note().startsWith(u"Choose a date"_s));
        choose("importColumnat", u"Wann"_s);
        choose("importColumnsymbol", u"Was"_s);
        choose("importColumnqty", u"Wieviel"_s);
        QCOMPARE(note(), u"Choose a column for “price”."_s);
        choose("importColumnprice", u"Wozu"_s);
        QTRY_COMPARE(note(), u"Give the account a name."_s);
        child<QLineEdit>("importAccount")->setFocus();
        QTest::keyClicks(child<QLineEdit>("importAccount"), u"Mine"_s);
        QTRY_VERIFY(m_dialog->isReady());
        QCOMPARE(cell("importPreview", 0, FillPreviewModel::Price), u"150.25"_s);
        choose("importZone", u"UTC"_s);
        QTRY_COMPARE(cell("importPreview", 0, FillPreviewModel::Time), u"2026-05-13 06:00:00"_s);

        QTest::keyClicks(child<QLineEdit>("importFormName"), u"My broker"_s);
        click("saveImportForm");
        QVERIFY(!m_fixture->settings.journalSettings().isEmpty());
        // The next file of that kind is two clicks
        m_dialog->openFile(write("next.csv", file));
        QTRY_VERIFY(note().startsWith(u"Choose a date"_s));
        choose("importFormat", u"own:My broker"_s);
        QTRY_VERIFY(m_dialog->isReady());
        QCOMPARE(child<QLineEdit>("importAccount")->text(), u"My broker"_s);
        click("forgetImportForm");
        QCOMPARE(child<QComboBox>("importFormat")->findData(u"own:My broker"_s), -1);
    }

    void anOpenOrderOfDayAndMonthIsAskedFor()
    {
        m_dialog->openFile(write(
            "a.csv", header + "03/04/2026 10:00,A,buy,1,1,0\n05/04/2026 10:00,A,sell,1,1,0\n"));
        QTRY_VERIFY(note().startsWith(u"No date of the file tells"_s));
        QVERIFY(!m_dialog->isReady());
        QTRY_COMPARE(QApplication::focusWidget(), child<QComboBox>("importDates"));
        choose("importDates", int(DateOrder::DayFirst));
        QTRY_VERIFY(m_dialog->isReady());
        QVERIFY(note().isEmpty());
        QCOMPARE(cell("importPreview", 0, FillPreviewModel::Time), u"2026-04-03 10:00:00"_s);
    }

    // --- the journal ----------------------------------------------------------------------------

    void whatIsKnownAlreadyIsNotTakenInAgain()
    {
        m_port->outcome = { 0, 2, 1, 0, Money::whole(8) };
        m_dialog->openFile(write("a.csv", header + goodLines));
        QTRY_COMPARE(note(), u"All of it is in the journal already."_s);
        QVERIFY(!button("startImport")->isEnabled());
    }

    void aRefusalIsSaid()
    {
        m_dialog->openFile(write("a.csv", header + goodLines));
        QTRY_VERIFY(m_dialog->isReady());
        m_port->refusal = Error { Error::Code::Storage, u"the disk is full"_s };
        click("startImport");
        QCOMPARE(note(), u"Nothing was taken in: the disk is full."_s);
        QVERIFY(m_port->imported.empty());
        m_port->refusal.reset();
        QVERIFY(m_dialog->isReady()); // it can be tried again
        click("startImport");
        QCOMPARE(m_port->imported.size(), 1U);
    }

    void aFileThatIsReadCanBeStopped()
    {
        m_dialog->openFile(write("long.csv", header + goodLines.repeated(60'000)));
        QTRY_VERIFY(button("stopImport")->isVisible());
        click("stopImport");
        QVERIFY(!button("stopImport")->isVisible());
        QVERIFY(!m_dialog->isReady());
        m_dialog->openFile(write("a.csv", header + goodLines));
        QTRY_VERIFY(m_dialog->isReady());
        QCOMPARE(preview()->model()->rowCount(), 2);
    }

    // --- copies of the journal ------------------------------------------------------------------

    void theJournalIsBackedUp()
    {
        const auto dialog = makeBackup();
        m_files->toSave = { u"/backups/j.db"_s };
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"backUpJournal"_s), Qt::LeftButton);
        QCOMPARE(m_files->suggested, QStringList { u"tapeline-journal-2026-11-22.db"_s });
        QCOMPARE(m_port->backups, QStringList { u"/backups/j.db"_s });
        QVERIFY(dialog->findChild<QLabel *>(u"backupNote"_s)
                    ->text()
                    .startsWith(u"The whole journal"_s));
        m_port->refusal = Error { Error::Code::Storage, u"the disk is full"_s };
        m_files->toSave = { u"/backups/j.db"_s };
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"backUpJournal"_s), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QLabel *>(u"backupNote"_s)->text(),
                 u"There is no backup: the disk is full."_s);
    }

    void aBackupIsLookedAtBeforeItIsRestored()
    {
        const auto dialog = makeBackup();
        const auto find = [&dialog](const char *name) {
            return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
        };
        auto *found = dialog->findChild<QLabel *>(u"restoreFound"_s);
        m_restore->content = { 1'000'000, 3, 12'345, 678, 90, now };
        m_files->toOpen = { u"/backups/j.db"_s };
        QVERIFY(!find("confirmRestore")->isVisible());
        QTest::mouseClick(find("restoreJournal"), Qt::LeftButton);
        QVERIFY(found->text().contains(u"12,345 event(s), 678 trade(s) and 90 note(s)"_s));
        QVERIFY(found->text().contains(u"journal.db.replaced"_s)); // where the old one is
        QVERIFY(m_restore->staged.isEmpty());
        QSignalSpy changed(dialog.get(), &BackupDialog::stagedChanged);
        QTest::mouseClick(find("confirmRestore"), Qt::LeftButton);
        QCOMPARE(m_restore->staged, QStringList { u"/backups/j.db"_s });
        QVERIFY(found->text().startsWith(u"A backup waits"_s));
        QTest::mouseClick(find("cancelRestore"), Qt::LeftButton);
        QVERIFY(!m_restore->waits);
        QCOMPARE(changed.size(), 2);
    }

    void whatIsNoJournalIsNotRestored()
    {
        const auto dialog = makeBackup();
        m_restore->refusal = Error { Error::Code::Storage, u"it is no journal"_s };
        m_files->toOpen = { u"/backups/cat.jpg"_s };
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"restoreJournal"_s), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QLabel *>(u"backupNote"_s)->text(),
                 u"cat.jpg cannot become the journal: it is no journal."_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"confirmRestore"_s)->isVisible());
        QVERIFY(m_restore->staged.isEmpty());
    }

    // --- how it looks ---------------------------------------------------------------------------

    void itLooksRight_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("light") << ThemeChoice::Light;
    }

    void itLooksRight()
    {
        QFETCH(const ThemeChoice, theme);
        m_fixture->settings.setThemeChoice(theme);
        picture(*m_dialog, u"1-drop"_s);
        m_dialog->openFile(sample("ibkr_statement.csv"));
        QTRY_VERIFY(m_dialog->isReady());
        isWhole(*m_dialog);
        picture(*m_dialog, u"2-statement"_s);
        m_dialog->openFile(
            write("fills-2026.csv",
                  header + goodLines + badLine + "soon,AAPL,hold,many,free,-\n" + goodLines));
        QTRY_COMPARE(child<QTabWidget>("importTabs")->tabText(1), u"Bad lines: 2"_s);
        picture(*m_dialog, u"3-bad"_s);
        child<QTabWidget>("importTabs")->setCurrentIndex(0);
        child<QCheckBox>("skipBadLines")->setChecked(true);
        QTRY_VERIFY(m_dialog->isReady());
        isWhole(*m_dialog);
        picture(*m_dialog, u"4-skipped"_s);
        click("startImport");
        picture(*m_dialog, u"5-done"_s);
        const auto backup = makeBackup();
        m_restore->content = { 1'000'000, 3, 12'345, 678, 90, now };
        m_files->toOpen = { u"/backups/tapeline-journal-2026-11-01.db"_s };
        backup->restore();
        isWhole(*backup);
        picture(*backup, u"6-restore"_s);
    }

private:
    template<typename Child> Child *child(const char *name) const
    {
        return m_dialog->findChild<Child *>(QString::fromLatin1(name));
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    QTableView *preview() const { return child<ImportTable>("importPreview"); }
    QString note() const { return child<QLabel>("importNote")->text(); }
    void click(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    QString cell(const char *table, int row, int column) const
    {
        return child<ImportTable>(table)->model()->index(row, column).data().toString();
    }
    /// By arrows, as a person would.
    void choose(const char *name, const QVariant &data)
    {
        auto *box = child<QComboBox>(name);
        const int wanted = box->findData(data);
        QVERIFY(wanted >= 0);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < 40 && box->currentIndex() != wanted; ++step)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), wanted);
    }
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    static QString sample(const char *name)
    {
        return QStringLiteral(TAPELINE_TEST_DATA "/fills/") + QString::fromLatin1(name);
    }
    std::unique_ptr<BackupDialog> makeBackup()
    {
        auto dialog = std::make_unique<BackupDialog>(BackupDialog::Parts {
            m_fixture->theme, *m_port, *m_restore, *m_files, [] { return QDate(2026, 11, 22); } });
        dialog->openBackup();
        QTest::qWait(0);
        return dialog;
    }
    /// Nothing is cut off at its edge.
    static void isWhole(const QWidget &dialog)
    {
        QCoreApplication::processEvents();
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            const int height = label->wordWrap() ? label->heightForWidth(label->width())
                                                 : label->sizeHint().height();
            QVERIFY2(label->height() >= height, qPrintable(label->text()));
        }
        for (const auto *button : dialog.findChildren<QAbstractButton *>())
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->text()));
    }
    static void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(
                folder
                + u"/import-%1-%2.png"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeJournalPort> m_port;
    std::unique_ptr<FakeRestorePort> m_restore;
    std::unique_ptr<CannedFiles> m_files;
    std::unique_ptr<ImportDialog> m_dialog;
};

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
