#include "alertdialog.h"
#include "alertnews.h"
#include "alertspanel.h"
#include "fonts.h"
#include "memorydocuments.h"
#include "noticebar.h"
#include "panelfixture.h"
#include "tradenews.h"
#include "tradetable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp noon = fromMs(1'786'636'800'000); // 2026-08-13 12:00 Eastern

class CountedSound : public AlertSound
{
public:
    void play() override { ++count; }
    int count = 0;
};

class HeardNotifier : public DesktopNotifier
{
public:
    void notify(const QString &title, const QString &text) override
    {
        said.append(title + u": "_s + text);
    }
    QStringList said;
};

} // namespace

/// The list of alerts and its log, by mouse and keys; what is told when one fires.
class TestAlertsPanel : public QObject
{
    Q_OBJECT

    MemoryDocuments m_store;
    std::unique_ptr<AlertBook> m_book;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<AlertsPanel> m_panel;

    TradeTable *table() const { return m_panel->table(); }
    TradeTable *log() const { return m_panel->logTable(); }
    QString add(const QString &symbol, double level, AlertWhen when = AlertWhen::Once)
    {
        ChartAlert alert;
        alert.symbol = symbol;
        alert.condition = AlertCondition::CrossingUp;
        alert.against = AlertValue::atLevel(level);
        alert.when = when;
        return m_book->add(alert).value_or(QString());
    }
    void fire(const QString &id, double value = 100.5, Duration delay = {})
    {
        AlertFiring firing;
        firing.alert = *m_book->find(id);
        firing.time = noon - 1min;
        firing.barStart = noon - 1min;
        firing.value = value;
        firing.delay = delay;
        m_book->fire(firing);
    }
    static QString text(const TradeTable *table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    static void clickCell(TradeTable *table, int row, int column)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, column)).center());
    }
    QToolButton *button(const QString &name) const
    {
        return m_panel->findChild<QToolButton *>(name);
    }
    void click(const QString &name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    AlertDialog *dialog() const { return m_panel->window()->findChild<AlertDialog *>(); }

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_store = {};
        m_book = std::make_unique<AlertBook>(m_store);
        m_book->setMarket(DataSource::Live, noon);
        m_fixture = std::make_unique<PanelFixture>();
        m_panel = std::make_unique<AlertsPanel>(m_fixture->context(u"alerts"_s), *m_book);
        m_panel->resize(1'100, 300);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_fixture.reset();
        m_book.reset();
    }

    void theModelsAreSound()
    {
        AlertsModel alerts(*m_book);
        AlertLogModel firings(*m_book);
        QAbstractItemModelTester first(&alerts,
                                       QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester second(&firings,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList ids;
        for (int i = 0; i < 6; ++i)
            ids.append(add(u"AAPL"_s, 100 + i, AlertWhen::OncePerBar));
        for (std::size_t i = 0; i < AlertBook::mostFirings + 3; ++i)
            fire(ids[2]);
        m_book->remove(ids[0]);
        m_book->remove(ids[3]);
        QVERIFY(m_book->setActive(ids[4], false).has_value());
        QCOMPARE(alerts.rowCount(), 4);
        QCOMPARE(firings.rowCount(), int(AlertBook::mostFirings));
        m_book->clearLog();
        QCOMPARE(firings.rowCount(), 0);
    }

    void alertsAreListedWithTheirState()
    {
        const QString id = add(u"AAPL"_s, 187.5);
        m_book->setWatching(id, { true, {} });
        const QString other = add(u"MSFT"_s, 400);
        m_book->setWatching(other, { false, u"Its bars are being loaded."_s });
        QCOMPARE(text(table(), 0, AlertsModel::What), u"AAPL crosses above 187.50, once"_s);
        QCOMPARE(text(table(), 0, AlertsModel::State), u"Active"_s);
        QCOMPARE(text(table(), 1, AlertsModel::State), u"Active, waits"_s);
        clickCell(table(), 1, AlertsModel::Symbol);
        auto *why = m_panel->findChild<QLabel *>(u"alertWhy"_s);
        QVERIFY(why->isVisible());
        QCOMPARE(why->text(), u"Its bars are being loaded."_s);
        m_book->setWatching(other, { true, {} });
        QVERIFY(!why->isVisible());
        QCOMPARE(m_panel->symbolAtHand(), u"MSFT"_s);
    }

    void theChosenOneIsPausedResumedAndDeleted()
    {
        add(u"AAPL"_s, 187.5);
        const QString id = add(u"MSFT"_s, 400);
        QVERIFY(!button(u"alertPauseChosen"_s)->isEnabled());
        clickCell(table(), 1, AlertsModel::What);
        click(u"alertPauseChosen"_s);
        QCOMPARE(m_book->find(id)->state, AlertState::Paused);
        QCOMPARE(button(u"alertPauseChosen"_s)->text(), u"Resume"_s);
        click(u"alertPauseChosen"_s);
        QVERIFY(m_book->find(id)->isActive());
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(!m_book->find(id));
        QCOMPARE(m_book->alerts().size(), 1U);
        clickCell(table(), 0, AlertsModel::Remove);
        QVERIFY(m_book->alerts().empty());
    }

    void enterEdits()
    {
        const QString id = add(u"AAPL"_s, 187.5);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(dialog());
        auto *level = dialog()->findChild<QLineEdit *>(u"alertLevel"_s);
        QTRY_VERIFY(level->hasFocus());
        QTest::keyClicks(level, u"190"_s); // it is chosen whole
        QTest::keyClick(level, Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QCOMPARE(m_book->find(id)->against.level, 190.0);
    }

    void oneIsMadeOnTheSymbolOfThePanel()
    {
        click(u"alertNew"_s);
        auto *complaint = m_panel->findChild<QLabel *>(u"alertsComplaint"_s);
        QVERIFY(complaint->isVisible()); // there is no symbol
        m_panel->setSymbol(u"TSLA"_s);
        click(u"alertNew"_s);
        QVERIFY(!complaint->isVisible());
        QVERIFY(dialog());
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(u"alertLevel"_s), u"250"_s);
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"alertSave"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        QCOMPARE(m_book->alerts().front().symbol, u"TSLA"_s);
        QCOMPARE(m_book->alerts().front().against.level, 250.0);
    }

    void theLogTellsWhatFired()
    {
        const QString id = add(u"AAPL"_s, 100, AlertWhen::OncePerBar);
        fire(id, 100.5, 15min);
        click(u"alertFirings"_s);
        QVERIFY(log()->isVisible());
        QVERIFY(!table()->isVisible());
        QCOMPARE(text(log(), 0, AlertLogModel::Time), u"11:59:00"_s);
        QCOMPARE(text(log(), 0, AlertLogModel::What),
                 u"AAPL crossed above 100.00, 15 min delayed"_s);
        QCOMPARE(text(log(), 0, AlertLogModel::Value), u"100.50"_s);
        QSignalSpy shown(m_panel.get(), &AlertsPanel::showRequested);
        clickCell(log(), 0, AlertLogModel::What);
        click(u"alertShow"_s);
        QCOMPARE(shown.size(), 1);
        QTest::keyClick(log(), Qt::Key_Return);
        QCOMPARE(shown.size(), 2);
        click(u"alertClearLog"_s);
        QVERIFY(m_book->log().empty());
        QCOMPARE(log()->model()->rowCount(), 0);
    }

    void itsStateIsKept()
    {
        click(u"alertFirings"_s);
        const QJsonObject state = m_panel->saveState();
        AlertsPanel other(m_fixture->context(u"alerts"_s), *m_book);
        other.restoreState(state);
        QCOMPARE(other.saveState(), state);
        QVERIFY(other.findChild<QToolButton *>(u"alertFirings"_s)->isChecked());
    }

    void whatIsNotSavedIsSaid()
    {
        m_store.refuses = true;
        add(u"AAPL"_s, 100);
        auto *complaint = m_panel->findChild<QLabel *>(u"alertsComplaint"_s);
        QVERIFY(complaint->isVisible());
        QVERIFY2(complaint->text().contains(u"the disk is full"_s), qPrintable(complaint->text()));
        m_store.refuses = false;
        add(u"AAPL"_s, 101);
        QVERIFY(!complaint->isVisible());
    }

    // --- what is told

    void whatFiresIsToldOnceByEachWay()
    {
        CountedSound sound;
        HeardNotifier notifier;
        AlertNews news({ m_fixture->theme, *m_book, sound, notifier }, m_panel.get());
        news.bar()->show();
        news.bar()->setText({});
        const QString id = add(u"AAPL"_s, 100, AlertWhen::OncePerBar);
        fire(id);
        QCOMPARE(news.bar()->text(), u"AAPL crossed above 100.00: 100.50 at 11:59:00 ET."_s);
        QCOMPARE(sound.count, 1);
        QVERIFY(notifier.said.isEmpty()); // the window is in front
        fire(id); // within the pace of sounds
        QCOMPARE(sound.count, 1);
        QVERIFY2(news.bar()->text().contains(u"and 1 more"_s), qPrintable(news.bar()->text()));
        QSignalSpy shown(&news, &AlertNews::showRequested);
        QTest::mouseClick(news.bar()->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(shown.size(), 1);
        QVERIFY(news.bar()->isHidden());
    }

    void theSystemTellsWhileAnotherProgramIsInFront()
    {
        CountedSound sound;
        HeardNotifier notifier;
        QWidget behind; // never shown, so never in front
        AlertNews news({ m_fixture->theme, *m_book, sound, notifier }, &behind);
        const QString id = add(u"AAPL"_s, 100, AlertWhen::OncePerBar);
        fire(id);
        QCOMPARE(
            notifier.said,
            QStringList({ u"Alert on AAPL: AAPL crossed above 100.00: 100.50 at 11:59:00 ET."_s }));
        // Both are switched off in the panel
        QToolButton *settings = button(u"alertSettings"_s);
        emit settings->menu()->aboutToShow();
        for (const QString &name : { u"alertSounds"_s, u"alertNotifications"_s }) {
            auto *action = settings->menu()->findChild<QAction *>(name);
            QVERIFY(action->isChecked());
            action->trigger();
        }
        fire(id);
        QCOMPARE(notifier.said.size(), 1);
        QCOMPARE(sound.count, 1);
        AlertBook again(m_store);
        QVERIFY(!again.settings().sounds && !again.settings().notifications);
    }

    void anAlertWithoutSoundIsSilent()
    {
        CountedSound sound;
        HeardNotifier notifier;
        AlertNews news({ m_fixture->theme, *m_book, sound, notifier }, m_panel.get());
        ChartAlert alert;
        alert.symbol = u"AAPL"_s;
        alert.against = AlertValue::atLevel(3);
        alert.sound = false;
        alert.note = u"Sell\nhalf"_s;
        fire(*m_book->add(alert));
        QCOMPARE(sound.count, 0);
        QVERIFY2(news.bar()->text().endsWith(u". Sell half"_s), qPrintable(news.bar()->text()));
    }
};

QTEST_MAIN(TestAlertsPanel)
#include "tst_alertspanel.moc"
