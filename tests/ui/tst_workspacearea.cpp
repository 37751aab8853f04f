#include "deskfixture.h"

#include "commandregistry.h"
#include "linkbutton.h"
#include "paneldock.h"
#include "panelheader.h"
#include "workspacearea.h"
#include "workspacetabs.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Layouts, docks and tabs of a whole desk.
class TestWorkspaceArea : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        DeskFixture::failOnWarnings();
        m_desk = std::make_unique<DeskFixture>();
        m_desk->open();
    }
    void cleanup() { m_desk.reset(); }

    void startsWithTheBuiltInWorkspaces()
    {
        QCOMPARE(tabs()->count(), 5);
        QCOMPARE(tabs()->tabText(0), u"Trade"_s);
        QCOMPARE(tabs()->tabText(1), u"Order flow"_s);
        QCOMPARE(tabs()->tabText(2), u"Options"_s);
        QCOMPARE(tabs()->tabText(3), u"Portfolio"_s);
        QCOMPARE(tabs()->tabText(4), u"Journal"_s);
        QCOMPARE(m_desk->window->panels().size(), 3); // of Trade only: the other waits
        clickTab(1);
        QCOMPARE(m_desk->window->panels().size(), 6);
    }

    void thePresetSharesTheRoom()
    {
        const int whole = area()->width();
        // Shares of 16, 38 and 27: there is no ticket here
        QVERIFY(qAbs(dock(u"watchlist"_s)->width() - whole * 16 / 81) < 12);
        QVERIFY(qAbs(dock(u"chart"_s)->width() - whole * 38 / 81) < 24);
        QCOMPARE(dock(u"chart"_s)->height(), area()->height());
    }

    void aNewPanelGetsAColumnWhereThereIsRoomAndElseARow()
    {
        m_desk->window->resize(1'280, 800);
        const int before = dock(u"chart"_s)->width();
        const Panel *tape = m_desk->window->workspaces().current()->openPanel(u"tape"_s);
        QTRY_VERIFY(tape->isVisible());
        QTRY_VERIFY(tape->mapTo(area(), QPoint()).y() > dock(u"chart"_s)->geometry().bottom());
        QVERIFY(qAbs(dock(u"chart"_s)->width() - before) < 4);
    }

    void aWideScreenGoesToTheChart()
    {
        m_desk->open({ 2560, 1440 });
        QVERIFY(dock(u"watchlist"_s)->width() <= 372);
        QVERIFY(dock(u"chart"_s)->width() > 1'700);
        QVERIFY(dock(u"tape"_s)->height() > 500); // the column is bounded in width only
    }

    void placesSurviveARestart()
    {
        auto *workspace = area()->current();
        workspace->addDockWidget(Qt::BottomDockWidgetArea, dock(u"tape"_s));
        m_desk->panel(u"chart"_s)->setTimeframe({ 5, TimeUnit::Minute });
        m_desk->panel(u"tape"_s)->setLinkColor(LinkColor::Teal);
        m_desk->panel(u"tape"_s)->setSymbol(u"MSFT"_s);
        QApplication::processEvents();
        const QRect before = dock(u"tape"_s)->geometry();
        QTest::mouseClick(dock(u"watchlist"_s)->findChild<QToolButton *>(u"closeButton"_s),
                          Qt::LeftButton);
        QApplication::processEvents();
        const QRect chart = dock(u"chart"_s)->geometry();
        m_desk->window->close();

        m_desk->open();
        QCOMPARE(dock(u"tape"_s)->y(), before.y());
        QCOMPARE(dock(u"chart"_s)->geometry(), chart);
        QVERIFY(dock(u"watchlist"_s)->isHidden());
        QCOMPARE(m_desk->panel(u"chart"_s)->timeframe(), Timeframe(5, TimeUnit::Minute));
        QCOMPARE(m_desk->panel(u"tape"_s)->linkColor(), LinkColor::Teal);
        QCOMPARE(m_desk->panel(u"tape"_s)->symbol(), u"MSFT"_s);
    }

    void aWorkspaceThatWasNotOpenedKeepsItsState()
    {
        clickTab(1);
        m_desk->panel(u"chart"_s, 1)->setTimeframe({ 30, TimeUnit::Second });
        clickTab(0);
        m_desk->window->close();
        m_desk->open(); // opens on Trade: Order flow stays unbuilt
        m_desk->window->close();
        m_desk->open();
        clickTab(1);
        QCOMPARE(m_desk->panel(u"chart"_s, 1)->timeframe(), Timeframe(30, TimeUnit::Second));
    }

    void opensOnTheWorkspaceShownLast()
    {
        clickTab(1);
        m_desk->window->close();
        m_desk->open();
        QCOMPARE(tabs()->currentIndex(), 1);
    }

    void resetBringsThePresetBack()
    {
        const int width = dock(u"chart"_s)->width();
        dock(u"tape"_s)->setFloating(true);
        dock(u"watchlist"_s)->close();
        run(u"view.add-chart"_s);
        QCOMPARE(m_desk->window->panels().size(), 4);
        run(u"view.reset-layout"_s);
        QCOMPARE(m_desk->window->panels().size(), 3);
        QTRY_VERIFY(qAbs(dock(u"chart"_s)->width() - width) < 4);
        QVERIFY(!dock(u"tape"_s)->isFloating());
        QVERIFY(dock(u"watchlist"_s)->isVisible());
    }

    void aClosedPanelComesBackAsItWas()
    {
        Panel *tape = m_desk->panel(u"tape"_s);
        tape->setLinkColor(LinkColor::None);
        tape->setSymbol(u"MSFT"_s);
        QTest::mouseClick(tape->header()->findChild<QToolButton *>(u"closeButton"_s),
                          Qt::LeftButton);
        QVERIFY(!area()->current()->isPanelOpen(tape));
        run(u"view.add-tape"_s);
        QVERIFY(area()->current()->isPanelOpen(tape));
        QCOMPARE(m_desk->panel(u"tape"_s, 1), nullptr);
        QCOMPARE(tape->symbol(), u"MSFT"_s);
        run(u"view.add-tape"_s); // all are open: now a second one
        QVERIFY(m_desk->panel(u"tape"_s, 1));
    }

    void floatingPanelsStayWithTheirWorkspace()
    {
        PanelDock *floating = dock(u"tape"_s);
        QTest::mouseClick(floating->findChild<QToolButton *>(u"floatButton"_s), Qt::LeftButton);
        QVERIFY(floating->isFloating());
        clickTab(1);
        QVERIFY(!floating->isVisible());
        m_desk->window->workspaces().save();
        clickTab(0);
        QVERIFY(floating->isVisible());
        QVERIFY(floating->isFloating());
        m_desk->window->close();
        m_desk->open();
        QVERIFY(dock(u"tape"_s)->isFloating());
        QVERIFY(dock(u"tape"_s)->isVisible());
    }

    void linkedPanelsFollowOneSymbol()
    {
        Panel *chart = m_desk->panel(u"chart"_s);
        Panel *tape = m_desk->panel(u"tape"_s);
        Panel *list = m_desk->panel(u"watchlist"_s);
        list->setSymbol(u"AAPL"_s);
        QCOMPARE(chart->symbol(), u"AAPL"_s);
        QCOMPARE(tape->symbol(), u"AAPL"_s);

        emit tape->header()->linkButton()->colorChosen(LinkColor::None);
        list->setSymbol(u"MSFT"_s);
        QCOMPARE(chart->symbol(), u"MSFT"_s);
        QCOMPARE(tape->symbol(), u"AAPL"_s);

        tape->setLinkColor(LinkColor::Pink); // a group without a symbol takes the panel's
        QCOMPARE(m_desk->window->links().symbol(LinkColor::Pink), u"AAPL"_s);
        chart->setLinkColor(LinkColor::Pink);
        QCOMPARE(chart->symbol(), u"AAPL"_s);
        QCOMPARE(list->symbol(), u"MSFT"_s);
    }

    void aWorkspaceIsRenamedInPlace()
    {
        const QPoint at = tabs()->tabRect(0).center();
        QTest::mouseDClick(tabs(), Qt::LeftButton, {}, at);
        auto *editor = tabs()->findChild<QLineEdit *>(u"workspaceName"_s);
        QVERIFY(editor);
        QTest::keyClicks(editor, u"Mornings"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(tabs()->tabText(0), u"Mornings"_s);
        m_desk->window->close();
        m_desk->open();
        QCOMPARE(tabs()->tabText(0), u"Mornings"_s);
    }

    void workspacesAreAddedClosedAndReopened()
    {
        run(u"workspace.new-trade"_s);
        QCOMPARE(tabs()->count(), 6);
        QCOMPARE(tabs()->tabText(5), u"Trade 2"_s);
        m_desk->panel(u"chart"_s, 1)->setTimeframe({ 1, TimeUnit::Hour });
        run(u"workspace.close"_s);
        QCOMPARE(tabs()->count(), 5);
        run(u"workspace.reopen"_s);
        QCOMPARE(tabs()->tabText(5), u"Trade 2"_s);
        QCOMPARE(m_desk->panel(u"chart"_s, 1)->timeframe(), Timeframe(1, TimeUnit::Hour));
        QVERIFY(!command(u"workspace.reopen"_s)->isEnabled());
    }

    void theLastWorkspaceStays()
    {
        run(u"workspace.close"_s);
        run(u"workspace.close"_s);
        run(u"workspace.close"_s);
        run(u"workspace.close"_s);
        QCOMPARE(tabs()->count(), 1);
        QVERIFY(!command(u"workspace.close"_s)->isEnabled());
        area()->closeCurrent();
        QCOMPARE(tabs()->count(), 1);
    }

    void aMovedTabKeepsItsWorkspace()
    {
        tabs()->moveTab(0, 1);
        QCOMPARE(area()->workspaces().at(1)->name(), u"Trade"_s);
        QCOMPARE(area()->current()->name(), u"Trade"_s);
    }

    void exportedAndImportedItIsTheSame()
    {
        m_desk->files.path = m_desk->folder.filePath(u"mine.tapeline-workspace"_s);
        m_desk->panel(u"chart"_s)->setTimeframe({ 15, TimeUnit::Minute });
        run(u"workspace.export"_s);
        QVERIFY(QFile::exists(m_desk->files.path));
        run(u"workspace.import"_s);
        QCOMPARE(tabs()->count(), 6);
        QCOMPARE(tabs()->tabText(5), u"Trade 2"_s);
        QCOMPARE(m_desk->panel(u"chart"_s, 1)->timeframe(), Timeframe(15, TimeUnit::Minute));
    }

    void importingSomethingElseChangesNothing()
    {
        m_desk->files.path = m_desk->folder.filePath(u"tapeline.ini"_s);
        m_desk->settings.setFlashOnChange(false);
        run(u"workspace.import"_s);
        QCOMPARE(tabs()->count(), 5);
        const auto *notice = m_desk->window->findChild<QWidget *>(u"notice"_s);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->accessibleName().contains(u"Nothing was changed"_s));
    }

    void panelsOfUnknownTypesAreLeftOut()
    {
        WorkspaceState state;
        state.preset = u"trade"_s;
        state.panels = { { u"ladder-1"_s, u"ladder"_s, LinkColor::Blue, u"AAPL"_s, {}, {} },
                         { u"tape-1"_s, u"tape"_s, LinkColor::Blue, u"AAPL"_s, {}, {} } };
        area()->open(state);
        QCOMPARE(area()->current()->panels().size(), 1);
    }

private:
    WorkspaceArea *area() const { return &m_desk->window->workspaces(); }
    WorkspaceTabs *tabs() const { return area()->tabs(); }
    QAction *command(const QString &id) const { return m_desk->window->commands().action(id); }
    void run(const QString &id) const
    {
        QVERIFY2(command(id), qPrintable(id));
        command(id)->trigger();
    }
    void clickTab(int tab) const
    {
        QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(tab).center());
    }
    PanelDock *dock(const QString &type) const
    {
        for (PanelDock *candidate : area()->current()->findChildren<PanelDock *>())
            if (candidate->panel()->type() == type)
                return candidate;
        return nullptr;
    }

    std::unique_ptr<DeskFixture> m_desk;
};

QTEST_MAIN(TestWorkspaceArea)
#include "tst_workspacearea.moc"
