#include "alertbinding.h"
#include "alertsmodel.h"
#include "alertspanel.h"
#include "chartalerts.h"
#include "chartpanel.h"
#include "handdesk.h"
#include "noticebar.h"
#include "pricechart.h"
#include "tradetable.h"
#include "workspacearea.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Alerts in the whole desk, on a market that the test speaks.
class TestAlertDesk : public QObject, private HandDesk
{
    Q_OBJECT

private slots:
    void initTestCase() { useService(); }
    void cleanupTestCase() { leaveService(); }
    void init() { begin(); }
    void cleanup() { end(); }

    /// Made in the chart's menu, fires while prices stream, is told and shown.
    void itFiresWhilePricesStream()
    {
        trade({ "100.00", "100.05", "99.95", "100.02" });
        QTRY_VERIFY_WITH_TIMEOUT(chart()->scene().hasBars(), patience);
        make("100.50");
        QCOMPARE(book().alerts().size(), 1U);
        const QString id = book().alerts().front().id;
        QTRY_VERIFY_WITH_TIMEOUT(book().watching(id).isWatched, 2 * patience);
        trade({ "100.20", "100.49" });
        QTest::qWait(300);
        QVERIFY(book().log().empty());
        trade({ "100.51" });
        QTRY_COMPARE_WITH_TIMEOUT(book().log().size(), 1U, patience);
        const AlertFiring &firing = book().log().front();
        QCOMPARE(firing.value, 100.51);
        QVERIFY(firing.time > m_market->now() - 1min && firing.time <= m_market->now());
        QCOMPARE(firing.delay, Duration::zero());
        QTRY_VERIFY(notice()->isVisible());
        QVERIFY2(notice()->text().startsWith(u"NVDA crossed 100.50: 100.51 at "_s),
                 qPrintable(notice()->text()));
        QCOMPARE(book().find(id)->state, AlertState::Fired);
        QTRY_COMPARE(panel()->alerts()->picture().marks.size(), 1U);
        QVERIFY(panel()->alerts()->picture().lines.empty());
        // Once is once
        trade({ "100.40", "100.60", "100.40" });
        QTest::qWait(300);
        QCOMPARE(book().log().size(), 1U);
        // Its button brings the bar into view
        QTest::mouseClick(notice()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(chart()->crosshair().has_value());
        QVERIFY(notice()->isHidden());
    }

    /// Nothing shows its symbol: it is watched all the same, and after a restart, too.
    void noChartHasToShowIt()
    {
        const QString id = add("101.00");
        QTRY_COMPARE_WITH_TIMEOUT(binding().chartCount(), 1, patience);
        open();
        QVERIFY(book().find(id));
        panel()->setLinkColor(LinkColor::None);
        panel()->setSymbol(u"AAPL"_s);
        trade({ "100.00" });
        QTRY_VERIFY_WITH_TIMEOUT(book().watching(id).isWatched, 2 * patience);
        trade({ "101.20" });
        QTRY_COMPARE_WITH_TIMEOUT(book().log().size(), 1U, patience);
        QTRY_COMPARE(binding().chartCount(), 0); // nobody needs its bars any more
        // After another restart it does not fire again
        open();
        QCOMPARE(book().log().size(), 1U);
        QCOMPARE(book().find(id)->state, AlertState::Fired);
        trade({ "100.00", "101.30" });
        QTest::qWait(500);
        QCOMPARE(book().log().size(), 1U);
        // Shown where no chart of it is: one is opened
        QTest::mouseClick(openAlerts()->findChild<QToolButton *>(u"alertFirings"_s),
                          Qt::LeftButton);
        const auto charts = [this] { return window().findChildren<ChartPanel *>().size(); };
        panel()->setSymbol(u"AAPL"_s);
        const qsizetype before = charts();
        TradeTable *log = openAlerts()->logTable();
        log->selectRow(0);
        QTest::keyClick(log, Qt::Key_Return);
        QTRY_COMPARE(charts(), before + 1);
    }

    /// A drawing that is deleted is not watched any more, and says so.
    void aDrawingThatIsDeletedIsNotWatched()
    {
        Drawing drawing;
        drawing.id = u"d1"_s;
        drawing.tool = DrawingTool::HorizontalLine;
        drawing.points = { { m_market->now(), 100.5 } };
        bool isThere = true;
        binding().setDrawings(
            [&](const QString &, const QString &) { return isThere ? &drawing : nullptr; });
        ChartAlert alert;
        alert.symbol = nvda;
        alert.against = AlertValue::ofDrawing(drawing.id);
        const QString id = *book().add(alert);
        trade({ "100.00" });
        QTRY_VERIFY_WITH_TIMEOUT(book().watching(id).isWatched, 2 * patience);
        isThere = false;
        binding().followDrawings();
        QVERIFY(!book().watching(id).isWatched);
        QVERIFY(!book().watching(id).why.isEmpty());
        QCOMPARE(binding().chartCount(), 0);
    }

    void aStaleStreamFiresNothing()
    {
        const QString id = add("100.50");
        trade({ "100.00" });
        QTRY_VERIFY_WITH_TIMEOUT(book().watching(id).isWatched, 2 * patience);
        m_market->stream().stopListening();
        m_market->stream().dropAll();
        QTRY_VERIFY_WITH_TIMEOUT(!book().watching(id).isWatched, 20'000);
        QVERIFY(!book().watching(id).why.isEmpty());
        QVERIFY(book().log().empty());
        AlertsPanel *alerts = openAlerts();
        QCOMPARE(alerts->table()->model()->index(0, AlertsModel::State).data().toString(),
                 u"Active, waits"_s);
    }

    void theCommandAsksForOne()
    {
        trade({ "100.00" });
        QTRY_VERIFY_WITH_TIMEOUT(chart()->scene().hasBars(), patience);
        chart()->setFocus();
        QTest::keyClick(&window(), Qt::Key_A, Qt::AltModifier);
        QTRY_VERIFY(window().findChild<QDialog *>(u"alertDialog"_s));
        QTest::keyClick(window().findChild<QDialog *>(u"alertDialog"_s), Qt::Key_Escape);
    }

    /// An alert of the live market hears nothing of another one.
    void anotherMarketsPricesAreNothingToIt()
    {
        ChartAlert alert;
        alert.symbol = nvda;
        alert.against = AlertValue::atLevel(100.5);
        book().setMarket(DataSource::Simulated, m_market->now());
        const Result<QString> id = book().add(alert);
        QVERIFY(id.has_value());
        trade({ "100.00" });
        QTRY_VERIFY_WITH_TIMEOUT(!book().watching(*id).why.isEmpty(), patience);
        QCOMPARE(binding().chartCount(), 0);
        trade({ "101.00", "100.00" });
        QTest::qWait(300);
        QVERIFY(book().log().empty());
    }

private:
    AlertBinding &binding() const { return m_desk->chartAlerts(); }
    AlertBook &book() const { return binding().book(); }
    ChartPanel *panel() const { return window().findChild<ChartPanel *>(); }
    PriceChart *chart() const { return panel()->chart(); }
    NoticeBar *notice() const { return window().findChild<NoticeBar *>(u"alertNotice"_s); }
    AlertsPanel *openAlerts() const
    {
        if (auto *open = window().findChild<AlertsPanel *>())
            return open;
        return qobject_cast<AlertsPanel *>(window().workspaces().current()->openPanel(u"alerts"_s));
    }
    void trade(std::initializer_list<const char *> prices)
    {
        for (const char *price : prices)
            m_market->trade(price, 100);
    }
    QString add(const char *level)
    {
        ChartAlert alert;
        alert.symbol = nvda;
        alert.against = AlertValue::atLevel(QByteArray(level).toDouble());
        return book().add(alert).value_or(QString());
    }
    /// By the chart's button, as a person would.
    void make(const char *level)
    {
        QTest::mouseClick(panel()->findChild<QToolButton *>(u"chartAlertButton"_s), Qt::LeftButton);
        auto *dialog = window().findChild<QDialog *>(u"alertDialog"_s);
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>(u"alertLevel"_s);
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(level));
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"alertSave"_s), Qt::LeftButton);
        QTRY_VERIFY(!window().findChild<QDialog *>(u"alertDialog"_s));
    }
};

QTEST_MAIN(TestAlertDesk)
#include "tst_alertdesk.moc"
