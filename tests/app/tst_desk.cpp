#include "bookmodel.h"
#include "bookpanel.h"
#include "chartpanel.h"
#include "chartseries.h"
#include "desk.h"
#include "desktoolbar.h"
#include "mainwindow.h"
#include "pricechart.h"
#include "shared.h"
#include "symbolbox.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "watchlistmodel.h"
#include "watchlistpanel.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The whole program but main(), on the simulated market over real sockets, driven by clicks and
/// keys.
class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cleanup() { m_desk.reset(); }

    void itOpensOnAMovingMarket()
    {
        open();
        QSignalSpy streams(m_desk.get(), &Desk::marketStreams);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 20, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!last(u"KO"_s).isEmpty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!streams.isEmpty(), 20'000);
        QCOMPARE(chart()->symbol(), u"SPY"_s);
        QCOMPARE(tape()->symbol(), u"SPY"_s);
        const quint64 prints = tape()->model().total();
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().total() > prints, 10'000);
        QCOMPARE(chart()->series().badge().source, DataSource::Simulated);
        QVERIFY(!window().symbols().nameOf(u"NVDA"_s).isEmpty());
    }

    /// The market is there all the same.
    void aJournalThatCannotBeUsedIsSaid()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"journal.db"_s));
        open();
        QTRY_VERIFY_WITH_TIMEOUT(window().notice().contains(u"journal.db"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!last(u"KO"_s).isEmpty(), 20'000);
    }

    void aSymbolIsTypedAndEveryLinkedPanelFollows()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        chart()->chart()->setFocus();
        QTest::keyClick(chart()->chart(), Qt::Key_N);
        auto *box = window().findChild<SymbolBox *>();
        QVERIFY(box);
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, u"vda"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(chart()->symbol(), u"NVDA"_s);
        QCOMPARE(tape()->symbol(), u"NVDA"_s);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QCOMPARE(chart()->series().symbol(), u"NVDA"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 0, 20'000);
    }

    /// Its best prices are in view, and what was traded by price is known from before the desk.
    void theOrderBookShowsTheMarket()
    {
        open();
        auto *book = window().findChild<BookPanel *>();
        QVERIFY(book);
        BookModel &model = book->model();
        QTRY_VERIFY_WITH_TIMEOUT(model.columns().size() > 3 && model.prints().size() > 3, 20'000);
        QCOMPARE(model.kind(), BookKind::BestQuote);
        const qint64 bid = model.rowOf(model.best().bid);
        QVERIFY(book->scale().contains(bid));
        QTRY_VERIFY_WITH_TIMEOUT(model.tradedVolume() > Qty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(model.tradedSince() && *model.tradedSince() < model.time() - 10min,
                                 20'000);
        window().openSymbol(u"NVDA"_s);
        QTRY_COMPARE(book->symbol(), u"NVDA"_s);
        QTRY_VERIFY_WITH_TIMEOUT(model.best().hasBid() && model.rowOf(model.best().bid) != bid,
                                 20'000);
    }

    void yearsOfHistoryLoadAsTheyAreScrolledTo()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        chart()->setTimeframe(*Timeframe::parse(u"1D"));
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().timeframe() == *Timeframe::parse(u"1D")
                                     && chart()->series().size() > 500,
                                 20'000);
        chart()->chart()->setFocus();
        const qsizetype before = chart()->series().size();
        QTest::keyClick(chart()->chart(), Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > before + 500, 20'000);
    }

    void allTimeframesOfTheToolBarShowBars()
    {
        open();
        for (const QString &text : { u"1s"_s, u"5m"_s, u"15m"_s, u"1h"_s, u"1W"_s, u"1M"_s }) {
            chart()->setTimeframe(*Timeframe::parse(text));
            QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 50, 20'000);
        }
    }

    void whatWasArrangedComesBack()
    {
        open();
        window().openSymbol(u"TSLA"_s);
        QTRY_COMPARE(chart()->symbol(), u"TSLA"_s);
        chart()->setTimeframe(*Timeframe::parse(u"15m"));
        watchlist()->model().addSymbol(u"GM"_s);
        window().close();
        open();
        QCOMPARE(chart()->symbol(), u"TSLA"_s);
        QCOMPARE(chart()->timeframe(), *Timeframe::parse(u"15m"));
        QVERIFY(watchlist()->model().symbols().contains(u"GM"_s));
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
    }

    void oneDeskAFolder()
    {
        open();
        DeskOptions options;
        options.dataDir = m_folder->path();
        Desk second(*qApp, options);
        const Result<void> opened = second.open();
        QVERIFY(!opened);
        QVERIFY(opened.error().detail.contains(m_folder->path()));
    }

    void aFolderThatCannotBeIsSaid()
    {
        QFile file(m_folder->filePath(u"plain"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        DeskOptions options;
        options.dataDir = m_folder->filePath(u"plain/below"_s);
        Desk desk(*qApp, options);
        QVERIFY(!desk.open());
    }

    void aRecordingIsPlayedThroughTheSamePanels()
    {
        SHARED_OR_SKIP();
        DeskOptions options;
        options.replayFile = test::sharedFile(u"data/ws/IBM_2013-10-08_0925-1000_TQ.jsonl.gz"_s);
        options.speed = 200;
        open(options);
        QTRY_COMPARE_WITH_TIMEOUT(chart()->symbol(), u"IBM"_s, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 20, 30'000);
        QCOMPARE(chart()->series().badge().source, DataSource::Replay);
        QVERIFY(tape()->model().rowCount() > 100);
        QVERIFY(!last(u"IBM"_s).isEmpty());
    }

    void aRecordingThatCannotBePlayedIsSaid()
    {
        QFile file(m_folder->filePath(u"broken.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello\n{broken\n");
        file.close();
        DeskOptions options;
        options.replayFile = file.fileName();
        open(options);
        QTRY_VERIFY_WITH_TIMEOUT(window().notice().contains(u"broken.jsonl"_s), 20'000);
    }

private:
    void open(DeskOptions options = {})
    {
        m_desk.reset();
        options.dataDir = m_folder->path();
        m_desk = std::make_unique<Desk>(*qApp, options);
        const Result<void> opened = m_desk->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY(chart());
    }
    MainWindow &window() const { return m_desk->window(); }
    template<typename Kind> Kind *find() const
    {
        for (Panel *panel : window().panels())
            if (auto *own = qobject_cast<Kind *>(panel))
                return own;
        return nullptr;
    }
    ChartPanel *chart() const { return find<ChartPanel>(); }
    TapePanel *tape() const { return find<TapePanel>(); }
    WatchlistPanel *watchlist() const { return find<WatchlistPanel>(); }
    QString last(const QString &symbol) const
    {
        const WatchlistModel &model = watchlist()->model();
        return model.index(model.rowOf(symbol), WatchlistModel::Last).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
