#include "commandregistry.h"
#include "datakeeping.h"
#include "desk.h"
#include "downloaddialog.h"
#include "downloadlist.h"
#include "downloadrow.h"
#include "fonts.h"
#include "keptdata.h"
#include "mainwindow.h"
#include "settingsdialog.h"
#include "tradetable.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

} // namespace

/// Downloads and kept data in the whole desk, on the simulated market. With
/// TAPELINE_PICTURES=folder it leaves pictures.
class TestKeptHistory : public QObject
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
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_desk.reset(); }

    void whatIsDownloadedIsKeptCountedAndCleared()
    {
        command(u"file.data-download"_s);
        QVERIFY(downloads()->isVisible());
        choose(u"1D"_s);
        QTest::keyClicks(downloads()->form()->symbols(), u"ko ibm"_s);
        QTRY_VERIFY(downloads()->form()->note().startsWith(u"At most 2 request"_s));
        QTest::keyClick(downloads()->form()->symbols(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(rows()[0]->state().startsWith(u"Done"_s), patience);
        QTest::mouseClick(rows()[0]->findChild<QToolButton *>(u"cancelDownload"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rows().isEmpty(), patience);

        command(u"file.data-kept"_s);
        QTRY_VERIFY_WITH_TIMEOUT(keptSymbols().contains(u"KO"_s), patience);
        QVERIFY(keptSymbols().contains(u"IBM"_s));
        choose(kept()->table(), u"KO"_s);
        picture(&m_desk->window().settingsDialog(), u"kept"_s);
        press("clearChosen");
        QVERIFY(kept()->question().startsWith(u"Clear 1 "_s));
        press("clearYes");
        QTRY_VERIFY_WITH_TIMEOUT(!keptSymbols().contains(u"KO"_s), patience);
        QVERIFY(keptSymbols().contains(u"IBM"_s));
    }

    void anOpenWatchlistIsTaken()
    {
        command(u"file.data-download"_s);
        QMenu *menu = downloads()->findChild<QToolButton *>(u"takeWatchlist"_s)->menu();
        QTRY_VERIFY((emit menu->aboutToShow(), menu->actions().front()->isEnabled()));
        menu->actions().front()->trigger();
        QVERIFY(downloads()->form()->symbols()->text().startsWith(u"SPY QQQ"_s));
        picture(downloads(), u"downloads"_s);
    }

    void aDownloadOutlivesTheProgram()
    {
        command(u"file.data-download"_s);
        QTest::mouseClick(downloads()->findChild<QToolButton *>(u"months60"_s), Qt::LeftButton);
        QTest::keyClicks(downloads()->form()->symbols(), u"KO IBM BAC XOM JPM META AMZN AMD"_s);
        QTest::keyClick(downloads()->form()->symbols(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
        QVERIFY(!rows()[0]->state().contains(u"restart"_s));
        auto *toggle = rows()[0]->findChild<QToolButton *>(u"toggleDownload"_s);
        QTRY_VERIFY(toggle->isVisible());
        QTest::mouseClick(toggle, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rows()[0]->state().startsWith(u"Paused"_s), patience);
        const QString title = rows()[0]->title();

        open();
        command(u"file.data-download"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows().size(), 1, patience);
        QCOMPARE(rows()[0]->title(), title);
        QVERIFY(rows()[0]->state().startsWith(u"Paused"_s));
        QTRY_VERIFY(rows()[0]->isVisible());
        QTest::mouseClick(rows()[0]->findChild<QToolButton *>(u"toggleDownload"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rows()[0]->state().startsWith(u"Resumed after the restart"_s),
                                 patience);
        picture(downloads(), u"resumed"_s);
    }

    void choicesAreRemembered()
    {
        command(u"file.data-kept"_s);
        auto *keep = kept()->findChild<QCheckBox *>(u"keepData"_s);
        QTest::mouseClick(keep, Qt::LeftButton, {}, { 8, keep->height() / 2 });
        QVERIFY(!m_desk->session().data().settings().keep);
        open();
        QVERIFY(!m_desk->session().data().settings().keep);
        QVERIFY(!kept()->findChild<QCheckBox *>(u"keepData"_s)->isChecked());
    }

    void bothAreInTheFileMenu()
    {
        auto *file = m_desk->window().findChild<QMenu *>();
        emit file->aboutToShow();
        QStringList texts;
        for (const QAction *action : file->actions())
            texts.append(action->text());
        QVERIFY(texts.contains(u"Download history…"_s));
        QVERIFY(texts.contains(u"Kept data…"_s));
    }

private:
    void open()
    {
        m_desk.reset();
        DeskOptions options;
        options.dataDir = m_folder->path();
        options.simulated = true;
        m_desk = std::make_unique<Desk>(*qApp, options);
        const Result<void> opened = m_desk->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QApplication::setActiveWindow(&m_desk->window());
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->window()));
        QSignalSpy streams(m_desk.get(), &Desk::marketStreams);
        QTRY_VERIFY_WITH_TIMEOUT(!streams.isEmpty(), patience);
    }
    void command(const QString &id) { m_desk->window().commands().action(id)->trigger(); }
    DownloadDialog *downloads() const { return m_desk->window().findChild<DownloadDialog *>(); }
    const QList<DownloadRow *> &rows() const { return downloads()->list()->rows(); }
    KeptData *kept() const { return m_desk->window().settingsDialog().findChild<KeptData *>(); }
    QStringList keptSymbols() const
    {
        QStringList symbols;
        const QAbstractItemModel &table = *kept()->table()->model();
        for (int row = 0; row < table.rowCount(); ++row)
            symbols.append(table.index(row, 0).data().toString());
        return symbols;
    }
    void press(const char *name)
    {
        auto *button = kept()->findChild<QPushButton *>(QString::fromLatin1(name));
        QTRY_VERIFY(button->isVisible() && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void choose(const QString &timeframe)
    {
        auto *box = downloads()->findChild<QComboBox *>(u"downloadTimeframe"_s);
        box->setCurrentIndex(box->findData(timeframe));
    }
    static void picture(QWidget *window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            window->grab().save(folder + u"/desk-%1.png"_s.arg(name));
    }
    static void choose(TradeTable *table, const QString &symbol)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (const QModelIndex cell = table->model()->index(row, 0);
                cell.data().toString() == symbol)
                QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                                  table->visualRect(cell).center());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestKeptHistory)
#include "tst_kepthistory.moc"
