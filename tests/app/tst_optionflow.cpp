#include "chartpanel.h"
#include "desk.h"
#include "mainwindow.h"
#include "optionflowmodel.h"
#include "optionflowpanel.h"
#include "optionflowview.h"
#include "tradetable.h"
#include "unusualmodel.h"
#include "workspace.h"
#include "workspacearea.h"

#include <QApplication>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 14'000;

} // namespace

/// The options flow in the whole desk, on the simulated market over real sockets.
class TestOptionFlow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        DeskOptions options;
        options.dataDir = m_folder.path();
        options.speed = 20;
        options.symbol = u"SPY"_s;
        m_desk = std::make_unique<Desk>(*qApp, options);
        QVERIFY(m_desk->open());
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().resize(1'280, 800);
        m_panel = qobject_cast<OptionFlowPanel *>(
            window().workspaces().current()->openPanel(u"optionflow"_s));
        QVERIFY(m_panel);
    }
    void cleanupTestCase() { m_desk.reset(); }

    /// Prints with sides, and with the open interest that the chain's pages bring.
    void printsComeWithSidesAndOpenInterest()
    {
        QTRY_COMPARE(m_panel->underlyings(), QStringList { u"SPY"_s });
        const auto count = [this](auto holds) {
            int found = 0;
            for (int row = 0; row < m_panel->model().rowCount(); ++row)
                found += holds(m_panel->model().row(row)) ? 1 : 0;
            return found;
        };
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->model().rowCount() > 30, patience);
        QTRY_VERIFY_WITH_TIMEOUT(count([](const OptionFlowRow &row) {
                                     return flowSide(row.print) != OptionFlowSide::Other;
                                 }) > 3,
                                 patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            count([](const OptionFlowRow &row) { return row.openInterest > 0; }) > 3, patience);
        QCOMPARE(count([](const OptionFlowRow &row) {
                     return row.print.contract->terms.underlying != u"SPY"_s;
                 }),
                 0);
    }

    void aContractGoesToTheChart()
    {
        auto *chart = window().findChild<ChartPanel *>();
        QVERIFY(chart);
        OptionFlowView *view = m_panel->view();
        view->refresh();
        const QString contract = m_panel->model().row(2).print.contract->symbol;
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Down);
        const QString chosen = view->currentContract();
        QVERIFY(!chosen.isEmpty());
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(chart->symbol(), chosen);
        QCOMPARE(m_panel->underlyings(), QStringList { u"SPY"_s }); // it is SPY's
        const int charts = int(window().findChildren<ChartPanel *>().size());
        QTest::keyClick(view, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(int(window().findChildren<ChartPanel *>().size()), charts + 1);
        QVERIFY(contract.startsWith(u"O:"_s));
        QTest::keyClick(view, Qt::Key_Home);
    }

    void unusualContractsAreRanked()
    {
        auto *pages = m_panel->findChild<QTabBar *>(u"optionFlowPages"_s);
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(1).center());
        UnusualRules loose; // whatever the day is like
        loose.volume = 1;
        loose.ratio = 0.01;
        loose.premium = 1'000;
        m_panel->unusual().setRules(loose);
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->unusual().rowCount() > 0, patience);
        const UnusualContract &first = m_panel->unusual().contracts().front();
        QCOMPARE(first.terms.underlying, u"SPY"_s);
        QVERIFY(first.volume > 0 && first.premium > 0 && first.days >= 0);
    }

    void theWholeWatchlist()
    {
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"optionFlowOfWatchlist"_s),
                          Qt::LeftButton);
        QTRY_VERIFY(m_panel->underlyings().size() > 3);
        m_panel->setPage(OptionFlowPanel::Page::Prints);
        const auto others = [this] {
            QSet<QString> seen;
            for (int row = 0; row < m_panel->model().rowCount(); ++row)
                seen.insert(m_panel->model().row(row).print.contract->terms.underlying);
            return seen.size();
        };
        QTRY_VERIFY_WITH_TIMEOUT(others() > 2, patience);
    }

private:
    MainWindow &window() const { return m_desk->window(); }
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    OptionFlowPanel *m_panel = nullptr;
};

QTEST_MAIN(TestOptionFlow)

#include "tst_optionflow.moc"
