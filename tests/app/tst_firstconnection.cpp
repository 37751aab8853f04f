#include "chartpanel.h"
#include "chartseries.h"
#include "connectionlogmodel.h"
#include "connectionpanel.h"
#include "desk.h"
#include "embeddedmarket.h"
#include "fakekeychain.h"
#include "gatewayserver.h"
#include "mainwindow.h"
#include "noticebar.h"
#include "replaybar.h"
#include "settings.h"
#include "settingsdialog.h"
#include "shared.h"
#include "tapemodel.h"
#include "tapepanel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The first connection of the whole desk, by mouse and keys, to a service of its own; and what it
/// says when the service has trouble.
class TestFirstConnection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        qunsetenv("MASSIVE_API_KEY");
        qunsetenv("POLYGON_API_KEY");
        qunsetenv("MASSIVE_TIER");
        qunsetenv("POLYGON_TIER");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = {};
        m_service = std::make_unique<EmbeddedMarket>(EmbeddedMarket::Options { .seed = 4 });
        QVERIFY(m_service->start());
    }

    void cleanup()
    {
        qunsetenv("MASSIVE_API_KEY");
        qunsetenv("MASSIVE_TIER");
        m_desk.reset();
        m_service.reset();
    }

    void connecting_data()
    {
        QTest::addColumn<bool>("keychain");
        QTest::newRow("with a keychain") << true;
        QTest::newRow("without a keychain") << false;
    }

    void connecting()
    {
        QFETCH(const bool, keychain);
        m_keychain.available = keychain;
        open();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QCOMPARE(chart()->series().badge().source, DataSource::Simulated);

        // The banner leads to the page
        auto *banner = window().findChild<NoticeBar *>(u"banner"_s);
        QVERIFY(banner && banner->isVisible());
        QTest::mouseClick(banner->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(dialog().isVisible());
        auto *key = dialog().findChild<QLineEdit *>(u"keyEdit"_s);
        QTRY_VERIFY(key->isVisible());

        // A wrong key first
        QTest::mouseClick(key, Qt::LeftButton);
        QTest::keyClicks(key, u"nobody"_s);
        QTest::keyClick(key, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(text("stocksResult"), u"The key was refused"_s, 10'000);

        // Then the right one: what is it good for?
        key->selectAll();
        QTest::keyClicks(key, u"developer"_s);
        press("detectButton");
        QTRY_COMPARE_WITH_TIMEOUT(plan("stocks"), u"Developer"_s, 20'000);
        QTRY_VERIFY(!dialog().findChild<QPushButton *>(u"cancelButton"_s)->isVisible());
        QCOMPARE(text("stocksResult"), u"Works"_s);
        press("testButton");
        QTRY_VERIFY_WITH_TIMEOUT(!dialog().findChild<QPushButton *>(u"cancelButton"_s)->isVisible(),
                                 20'000);
        QCOMPARE(text("stocksResult"), u"Works"_s);
        save(u"page"_s, dialog());
        QCOMPARE(chart()->series().badge().source, DataSource::Simulated); // nothing is kept yet
        QVERIFY(m_keychain.secrets.empty());

        press("useButton");
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge(), delayed(), 20'000);
        QVERIFY(text("keptText").contains(keychain ? u"keychain"_s : u"file"_s));
        QCOMPARE(m_keychain.secrets.size(), std::size_t(keychain ? 1 : 0));
        dialog().close();
        QVERIFY(!banner->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 20, 20'000);

        // The key is nowhere in clear but in its place
        for (const QString &name : { u"/tapeline.ini"_s, u"/desk.db"_s }) {
            QFile file(m_folder->path() + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            // It is also the name of a plan, which may be there
            QByteArray content = file.readAll();
            for (const Product product : allProducts)
                content.replace(QByteArray(productWord(product).toLatin1() + "=developer"), "");
            QVERIFY2(!content.contains("developer"), qPrintable(name));
        }

        // The next start connects by itself
        open();
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge(), delayed(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 20, 20'000);

        // What a bug report needs, and no key
        window().showPanel(u"connection"_s);
        QTest::mouseClick(connectionPanel()->findChild<QPushButton *>(u"diagnosticsButton"_s),
                          Qt::LeftButton);
        const QString diagnostics = QApplication::clipboard()->text();
        QVERIFY(diagnostics.contains(u"Tapeline"_s, Qt::CaseInsensitive));
        QVERIFY(diagnostics.contains(m_service->restBase().host()));
        QFile log(m_folder->path() + u"/logs/tapeline.log"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QString logged = QString::fromUtf8(log.readAll());
        QVERIFY(logged.contains(u"tapeline.connection"_s));
        QVERIFY(!logged.contains(u"nobody"_s));

        // And back
        dialog().openPage(u"connection"_s);
        press("simulatedButton");
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge().source, DataSource::Simulated, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
    }

    void theEnvironmentOverrides()
    {
        qputenv("MASSIVE_API_KEY", "starter");
        qputenv("MASSIVE_TIER", "starter");
        open();
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge(), delayed(), 20'000);
        dialog().openPage(u"connection"_s);
        QTRY_VERIFY(dialog().isVisible());
        QVERIFY(text("keptText").contains(u"MASSIVE_API_KEY"_s));
        QVERIFY(text("plansNote").contains(u"MASSIVE_TIER"_s));
        QVERIFY(!dialog().findChild<QLineEdit *>(u"keyEdit"_s)->isEnabled());
        QVERIFY(!dialog().findChild<QComboBox *>(u"stocksPlan"_s)->isEnabled());
        save(u"page-overridden"_s, dialog());
        qunsetenv("MASSIVE_TIER");
    }

    void theEnvironmentDoesNotWaitForTheKeychain()
    {
        qputenv("MASSIVE_API_KEY", "starter");
        qputenv("MASSIVE_TIER", "starter");
        m_keychain.slow = true;
        open();
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge(), delayed(), 20'000);
    }

    void aPlanThatIsNoneIsSaid()
    {
        qputenv("MASSIVE_TIER", "gold");
        open();
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY(notice()->text().startsWith(u"MASSIVE_TIER"_s));
        QVERIFY(notice()->text().contains(u"no plan that is sold"_s));
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QVERIFY(notice()->isVisible()); // it does not speak of the source that was opened since
    }

    /// The page works as ever, and what is chosen there ends the replay.
    void duringAReplay()
    {
        SHARED_OR_SKIP();
        m_keychain.secrets[u"massive-api-key"_s] = u"starter"_s;
        DeskOptions options;
        options.replayFile = test::sharedFile(u"data/ws/IBM_2013-10-08_0925-1000_TQ.jsonl.gz"_s);
        open(options);
        QTRY_COMPARE_WITH_TIMEOUT(chart()->symbol(), u"IBM"_s, 10'000);
        auto *bar = window().findChild<ReplayBar *>();
        QVERIFY(bar->isVisible());
        dialog().openPage(u"connection"_s);
        QTRY_VERIFY(text("keptText").contains(u"keychain"_s));
        QVERIFY(dialog().findChild<QPushButton *>(u"forgetButton"_s)->isEnabled());
        QTRY_COMPARE(chart()->series().badge().source, DataSource::Replay);

        press("useButton");
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge().source, DataSource::Live, 20'000);
        QVERIFY(!bar->isVisible());
        emit window().playRequested(false); // the replay's command, by a shortcut
        press("simulatedButton");
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().badge().source, DataSource::Simulated, 20'000);
        QVERIFY(!bar->isVisible());
    }

    void theEnvironmentIsShownDuringAReplay()
    {
        SHARED_OR_SKIP();
        qputenv("MASSIVE_API_KEY", "starter");
        DeskOptions options;
        options.replayFile = test::sharedFile(u"data/ws/IBM_2013-10-08_0925-1000_TQ.jsonl.gz"_s);
        open(options);
        dialog().openPage(u"connection"_s);
        QTRY_VERIFY(text("keptText").contains(u"MASSIVE_API_KEY"_s));
        press("testButton");
        QTRY_COMPARE_WITH_TIMEOUT(text("stocksResult"), u"Works"_s, 20'000);
        QCOMPARE(m_desk->session().source(), DataSource::Replay);
    }

    void aNoticeGoesWithTheSourceItSpokeOf()
    {
        m_keychain.secrets[u"massive-api-key"_s] = u"nobody"_s;
        Settings(m_folder->path() + u"/tapeline.ini"_s).setUsesService(true);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), 10'000);
        QVERIFY(notice()->text().contains(u"Enter another one"_s));
        enterKey(u"starter"_s);
        press("useButton");
        QVERIFY(!notice()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QVERIFY(!notice()->isVisible());

        // The same once more: what was said of another source is no repetition
        enterKey(u"nobody"_s);
        press("useButton");
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), 10'000);
    }

    void aKeyThatIsNotFoundIsSaidWithTheReason()
    {
        m_keychain.available = false;
        Settings(m_folder->path() + u"/tapeline.ini"_s).setUsesService(true);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), 10'000);
        QVERIFY2(notice()->text().contains(u"no keychain"_s), qPrintable(notice()->text()));
        m_keychain.available = true;
        dialog().openPage(u"connection"_s);
        press("simulatedButton");
        QVERIFY(!notice()->isVisible());
    }

    /// A key that is not one any more: said in the window, not only in a chart.
    void aKeyThatIsRefusedIsSaidInTheWindow()
    {
        qputenv("MASSIVE_API_KEY", "nobody");
        open();
        QTRY_VERIFY_WITH_TIMEOUT(notice()->isVisible(), 10'000);
        QVERIFY(notice()->text().contains(u"refused the key in MASSIVE_API_KEY"_s));
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().message().contains(u"Unknown API Key"_s),
                                 10'000);
        QVERIFY(history().contains(u"refused the key"_s));
    }

    void aSymbolThatIsNoneIsSaid()
    {
        qputenv("MASSIVE_API_KEY", "advanced");
        qputenv("MASSIVE_TIER", "advanced");
        open();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        window().openSymbol(u"ZZZZ"_s);
        QTRY_COMPARE_WITH_TIMEOUT(chart()->series().history(), ChartUpdate::History::Complete,
                                  20'000);
        QCOMPARE(chart()->series().size(), 0);
        save(u"unknown-symbol"_s, window());
        window().openSymbol(u"KO"_s);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        qunsetenv("MASSIVE_TIER");
    }

    /// The service's clock is an hour ahead: its time is used, and the difference is told.
    void aClockThatIsWrongIsTold()
    {
        qputenv("MASSIVE_API_KEY", "advanced");
        qputenv("MASSIVE_TIER", "advanced");
        Faults skewed;
        skewed.clockSkew = 1h;
        m_service->server().setFaults(skewed);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 20, 20'000);
        QVERIFY(history().contains(u"clock"_s));
        qunsetenv("MASSIVE_TIER");
    }

    void trouble_data()
    {
        QTest::addColumn<Faults>("faults");
        QTest::addColumn<QString>("said");
        Faults faults;
        faults.htmlError = true;
        QTest::newRow("HTML instead of an answer") << faults << u"trouble"_s;
        faults = {};
        faults.truncatedJson = true;
        QTest::newRow("half an answer") << faults << u"cannot be read"_s;
        faults = {};
        faults.rateBurst = true;
        QTest::newRow("asked too often") << faults << u"requests"_s;
        faults = {};
        faults.redirectTo = "http://127.0.0.1:9";
        QTest::newRow("sent elsewhere") << faults << u"another"_s;
    }

    /// Each a plain sentence in the chart and in the history of the connection, while the stream
    /// goes on; and when it is over the desk mends by itself.
    void trouble()
    {
        QFETCH(const Faults, faults);
        QFETCH(const QString, said);
        qputenv("MASSIVE_API_KEY", "advanced");
        qputenv("MASSIVE_TIER", "advanced");
        open();
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 20'000);
        m_service->server().setFaults(faults);
        window().openSymbol(u"KO"_s);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().message().contains(said, Qt::CaseInsensitive),
                                 90'000);
        QTRY_VERIFY(history().contains(said, Qt::CaseInsensitive));
        QVERIFY(!history().contains(u"advanced"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 0, 20'000);

        m_service->server().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().size() > 300, 90'000);
        QTRY_VERIFY(chart()->series().message().isEmpty());
        qunsetenv("MASSIVE_TIER");
    }

    /// The plug is pulled: stale within seconds, and back when it is put in again.
    /// From the line at the bottom, on a plan that makes things wait.
    void whatWaitsIsOneClickAway()
    {
        qputenv("MASSIVE_API_KEY", "basic");
        qputenv("MASSIVE_TIER", "basic");
        open();
        auto *requests = window().findChild<QToolButton *>(u"restField"_s);
        QTRY_VERIFY_WITH_TIMEOUT(requests->text().contains(u"waiting"_s), 20'000);
        QTest::mouseClick(requests, Qt::LeftButton);
        QTRY_VERIFY(connectionPanel());
        auto *table = connectionPanel()->findChild<QTableView *>(u"requestTable"_s);
        QTRY_VERIFY(table->isVisible());
        QVERIFY(table->model()->rowCount() > 0);
        const QString used = connectionPanel()->findChild<QLabel *>(u"requestsUsed"_s)->text();
        QCOMPARE(used, u"5 of the plan's 5 requests in the last minute"_s);
        QTRY_VERIFY(table->height() > 100); // it takes the place of what was said without any
        save(u"requests"_s, window());
        QTest::mouseClick(window().findChild<QToolButton *>(u"streamField"_s), Qt::LeftButton);
        QVERIFY(!table->isVisible());
        qunsetenv("MASSIVE_TIER");
    }

    void silenceAndReturn()
    {
        qputenv("MASSIVE_API_KEY", "advanced");
        qputenv("MASSIVE_TIER", "advanced");
        open();
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().rowCount() > 20, 20'000);
        Faults silent;
        silent.silent = true;
        m_service->server().setFaults(silent);
        QTRY_VERIFY_WITH_TIMEOUT(chart()->series().badge().stale, 10'000);
        window().showPanel(u"connection"_s);
        QTRY_VERIFY(connectionPanel());
        QTRY_VERIFY(history().contains(u"silent"_s, Qt::CaseInsensitive)
                    || history().contains(u"nothing"_s, Qt::CaseInsensitive));
        QTest::qWait(300);
        save(u"stale"_s, window());
        m_service->server().setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(!chart()->series().badge().stale, 10'000);
        const quint64 prints = tape()->model().total();
        QTRY_VERIFY_WITH_TIMEOUT(tape()->model().total() > prints, 10'000);
        qunsetenv("MASSIVE_TIER");
    }

private:
    void open(DeskOptions options = {})
    {
        m_desk.reset();
        options.dataDir = m_folder->path();
        options.addresses
            = { m_service->restBase(), m_service->wsBase(), m_service->wsDelayedBase() };
        m_desk = std::make_unique<Desk>(*qApp, options, std::make_unique<FakeKeychain>(m_keychain));
        const Result<void> opened = m_desk->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY(chart());
    }

    static DataBadge delayed() { return { DataSource::Live, Recency::Delayed, false, false }; }

    MainWindow &window() const { return m_desk->window(); }
    SettingsDialog &dialog() const { return window().settingsDialog(); }
    NoticeBar *notice() const { return window().findChild<NoticeBar *>(u"notice"_s); }
    void enterKey(const QString &key) const
    {
        dialog().openPage(u"connection"_s);
        auto *edit = dialog().findChild<QLineEdit *>(u"keyEdit"_s);
        QTRY_VERIFY(edit->isVisible());
        edit->selectAll();
        QTest::keyClicks(edit, key);
    }
    QString text(const char *name) const
    {
        return dialog().findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    QString plan(const char *product) const
    {
        return dialog()
            .findChild<QComboBox *>(QString::fromLatin1(product) + u"Plan"_s)
            ->currentText();
    }
    void press(const char *name) const
    {
        auto *button = dialog().findChild<QPushButton *>(QString::fromLatin1(name));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// All lines of the connection panel, which is opened for it.
    QString history() const
    {
        window().showPanel(u"connection"_s);
        const QAbstractItemModel *model
            = connectionPanel()->findChild<QTableView *>(u"connectionHistory"_s)->model();
        QString all;
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                all += model->index(row, column).data().toString() + u'\n';
        return all;
    }
    /// A picture to look at, where TAPELINE_SHOTS names a folder.
    static void save(const QString &name, QWidget &widget)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_SHOTS");
        if (!folder.isEmpty())
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }
    template<typename Kind> Kind *find() const
    {
        for (Panel *panel : window().panels())
            if (auto *own = qobject_cast<Kind *>(panel))
                return own;
        return nullptr;
    }
    ChartPanel *chart() const { return find<ChartPanel>(); }
    TapePanel *tape() const { return find<TapePanel>(); }
    ConnectionPanel *connectionPanel() const { return find<ConnectionPanel>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeKeychain::State m_keychain;
    std::unique_ptr<EmbeddedMarket> m_service;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestFirstConnection)
#include "tst_firstconnection.moc"
