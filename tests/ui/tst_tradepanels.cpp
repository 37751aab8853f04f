#include "accountpanel.h"
#include "accountsmodel.h"
#include "accounttiles.h"
#include "equitycurve.h"
#include "exposurebars.h"
#include "fillsmodel.h"
#include "fillspanel.h"
#include "ordersmodel.h"
#include "orderspanel.h"
#include "panelfixture.h"
#include "positionsmodel.h"
#include "positionspanel.h"
#include "protectionbar.h"
#include "receiptview.h"
#include "scenariobox.h"
#include "sourcestrip.h"
#include "ticketsummary.h"
#include "tradefilter.h"
#include "tradesamples.h"
#include "tradetable.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QTextBrowser>
#include <QToolButton>
#include <QToolTip>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestTradePanels : public QObject
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
        m_port = std::make_unique<FakeTradePort>();
        m_desk = std::make_unique<TradeDesk>(*m_port);
        m_desk->apply(accountUpdate());
        m_desk->setArmed(true);
    }

    void cleanup()
    {
        m_panel.reset();
        m_desk.reset();
        m_port.reset();
        m_fixture.reset();
    }

    // --- orders ----------------------------------------------------------------------------------

    void ordersAreSortedAndFiltered()
    {
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s),
                                       sampleTicket(u"b"_s, u"NVDA"_s, Side::Sell),
                                       sampleTicket(u"c"_s, u"AMD"_s) }));
        m_desk->apply(sampleReports({ sampleFill(sampleTicket(u"a"_s, u"SPY"_s), 100, 100) }));
        QCOMPARE(column(OrdersModel::Symbol), (QStringList { u"AMD"_s, u"NVDA"_s, u"SPY"_s }));
        click(u"orders-working"_s);
        QCOMPARE(column(OrdersModel::Symbol), (QStringList { u"AMD"_s, u"NVDA"_s }));
        click(u"orders-ended"_s);
        QCOMPARE(column(OrdersModel::Symbol), QStringList { u"SPY"_s });
        click(u"orders-all"_s);
        clickHeader(OrdersModel::Symbol);
        clickHeader(OrdersModel::Symbol);
        QCOMPARE(column(OrdersModel::Symbol), (QStringList { u"SPY"_s, u"NVDA"_s, u"AMD"_s }));
        QTest::keyClicks(m_panel->findChild<QLineEdit *>(u"tradeFilter"_s), u"sell nv"_s);
        QCOMPARE(column(OrdersModel::Symbol), QStringList { u"NVDA"_s });
    }

    void onlyTheSymbolOfTheLinkGroupIsShownWhereThatIsWanted()
    {
        makeOrders();
        m_desk->apply(
            sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s), sampleTicket(u"b"_s, u"NVDA"_s) }));
        auto *only = m_panel->findChild<QToolButton *>(u"linkedOnly"_s);
        QVERIFY(!only->isVisible());
        m_panel->setLinkColor(LinkColor::Blue);
        m_fixture->links.setSymbol(LinkColor::Blue, u"SPY"_s);
        QVERIFY(only->isVisible());
        QCOMPARE(column(OrdersModel::Symbol).size(), 2);
        QTest::mouseClick(only, Qt::LeftButton);
        QCOMPARE(column(OrdersModel::Symbol), QStringList { u"SPY"_s });
        m_fixture->links.setSymbol(LinkColor::Blue, u"NVDA"_s);
        QCOMPARE(column(OrdersModel::Symbol), QStringList { u"NVDA"_s });
    }

    void deleteCancelsTheChosenOrder()
    {
        makeOrders();
        m_desk->apply(
            sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s), sampleTicket(u"b"_s, u"NVDA"_s) }));
        clickCell(1, OrdersModel::Quantity);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_port->cancelled, QStringList { u"a"_s });
        clickCell(0, OrdersModel::Cancel);
        QCOMPARE(m_port->cancelled, (QStringList { u"a"_s, u"b"_s }));
    }

    void aHeldDeleteCancelsOnce()
    {
        makeOrders();
        const OrderTicket last = sampleTicket(u"b"_s, u"NVDA"_s);
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s), last }));
        click(u"orders-working"_s);
        clickCell(0, OrdersModel::Quantity);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_port->cancelled, QStringList { u"b"_s });
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(table(), &again);
        QCOMPARE(m_port->cancelled.size(), 1);
        m_desk->apply(sampleReports({ sampleFill(last, 100, 100) })); // its row goes
        QCOMPARE(column(OrdersModel::Symbol), QStringList { u"SPY"_s });
        QVERIFY(!table()->currentSource().isValid());
        QVERIFY(!table()->selectionModel()->hasSelection());
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_port->cancelled.size(), 1);
        table()->clearFocus();
        table()->setFocus(); // chooses nothing by itself
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_port->cancelled.size(), 1);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Delete);
        QCOMPARE(m_port->cancelled, (QStringList { u"b"_s, u"a"_s }));
    }

    void anIconIsOfTheRowThatWasPressed()
    {
        makeOrders();
        m_desk->apply(
            sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s), sampleTicket(u"b"_s, u"NVDA"_s) }));
        const auto press = [this](int row) {
            QTest::mousePress(table()->viewport(), Qt::LeftButton, {},
                              cell(row, OrdersModel::Cancel).center());
        };
        const auto release = [this](int row) {
            QTest::mouseRelease(table()->viewport(), Qt::LeftButton, {},
                                cell(row, OrdersModel::Cancel).center());
        };
        press(0);
        release(1); // slipped off
        QVERIFY(m_port->cancelled.isEmpty());
        press(0);
        m_desk->apply(sampleAccepted({ sampleTicket(u"c"_s, u"AMD"_s) })); // comes above
        release(0);
        QVERIFY(m_port->cancelled.isEmpty());
        press(0);
        release(0);
        QCOMPARE(m_port->cancelled, QStringList { u"c"_s });
        press(1);
        m_desk->apply(sampleAccepted({ sampleTicket(u"d"_s, u"QQQ"_s) }));
        release(2); // where it is now
        QCOMPARE(m_port->cancelled, (QStringList { u"c"_s, u"b"_s }));
    }

    void aReceiptIsOfTheRowOfItsIcon()
    {
        makeOrders();
        m_desk->apply(
            sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s), sampleTicket(u"b"_s, u"NVDA"_s) }));
        clickCell(0, OrdersModel::Quantity);
        emit table()->iconClicked(table()->source().index(0, OrdersModel::Receipt));
        QCOMPARE(m_port->asked, QStringList { u"a"_s });
        m_panel->findChild<ReceiptView *>()->hide();
    }

    void anEndedOrderIsNotCancelledAgain()
    {
        makeOrders();
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(sampleAccepted({ order }));
        m_desk->apply(sampleReports({ sampleFill(order, 100, 100) }));
        clickCell(0, OrdersModel::Quantity);
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(m_port->cancelled.isEmpty());
        QVERIFY(!button(u"cancelOrder"_s)->isEnabled());
    }

    void allOrdersAreCancelledByOneButton()
    {
        makeOrders();
        const OrderTicket first = sampleTicket(u"a"_s, u"SPY"_s);
        const OrderTicket second = sampleTicket(u"b"_s, u"NVDA"_s);
        m_desk->apply(accountUpdate({}, { sampleWorking(first), sampleWorking(second) }));
        click(u"cancelAll"_s);
        QCOMPARE(m_port->cancelled, (QStringList { u"a"_s, u"b"_s }));
    }

    void aPriceIsChangedInItsRow()
    {
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s) }));
        QLineEdit *field = editCell(0, OrdersModel::Limit);
        QVERIFY(field);
        QTest::keyClicks(field, u"51.25"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_port->replaced.size(), 1U);
        QCOMPARE(m_port->replaced[0].id, u"a"_s);
        QCOMPARE(m_port->replaced[0].limit, *Price::parse(u"51.25"));
        QVERIFY(!m_port->replaced[0].qty && !m_port->replaced[0].stop);
        QVERIFY(!table()->findChild<QLineEdit *>(u"cellField"_s)
                || !table()->findChild<QLineEdit *>(u"cellField"_s)->isVisible());
    }

    void whatIsNoPriceIsRefusedInWordsAndNothingIsSent()
    {
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s) }));
        QLineEdit *field = editCell(0, OrdersModel::Limit);
        QTest::keyClicks(field, u"fifty"_s);
        QTest::keyClick(field, Qt::Key_Return);
        auto *complaint = m_panel->findChild<QLabel *>(u"tradeComplaint"_s);
        QVERIFY(complaint->isVisible());
        QVERIFY(complaint->text().contains(u"fifty"_s));
        QVERIFY(field->isVisible()); // to be mended
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!complaint->isVisible());
        QVERIFY(m_port->replaced.empty());
        QVERIFY(!m_desk->question());
    }

    void aQuantityBelowWhatIsFilledIsRefused()
    {
        makeOrders();
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(sampleAccepted({ order }));
        m_desk->apply(sampleReports({ sampleFill(order, 40, 40) }));
        QLineEdit *field = editCell(0, OrdersModel::Quantity);
        QTest::keyClicks(field, u"40"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_panel->findChild<QLabel *>(u"tradeComplaint"_s)->text().contains(u"40"_s));
        QVERIFY(m_port->replaced.empty());
    }

    void whatIsTypedStaysWhileFiguresChange()
    {
        makeOrders();
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(sampleAccepted({ order }));
        QLineEdit *field = editCell(0, OrdersModel::Limit);
        QTest::keyClicks(field, u"51"_s);
        m_desk->apply(sampleReports({ sampleFill(order, 40, 40) }));
        QCOMPARE(field->text(), u"51"_s);
    }

    void leavingTheFieldSendsNothing()
    {
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s) }));
        QLineEdit *field = editCell(0, OrdersModel::Limit);
        QTest::keyClicks(field, u"51"_s);
        m_panel->findChild<QLineEdit *>(u"tradeFilter"_s)->setFocus();
        QTRY_VERIFY(!table()->findChild<QLineEdit *>(u"cellField"_s));
        QVERIFY(m_port->replaced.empty());
        QVERIFY(!m_desk->question());
    }

    void aDoubleClickOnASymbolTakesTheLinkGroupAlong()
    {
        makeOrders();
        m_panel->setLinkColor(LinkColor::Blue);
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"NVDA"_s) }));
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {},
                           cell(0, OrdersModel::Symbol).center());
        QCOMPARE(m_fixture->links.symbol(LinkColor::Blue), u"NVDA"_s);
    }

    void theUsersOwnTimeIsToldOverATime()
    {
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s) }));
        QCOMPARE(column(OrdersModel::Time), QStringList { u"09:41:30"_s });
        const QPoint at = cell(0, OrdersModel::Time).center();
        QHelpEvent help(QEvent::ToolTip, at, table()->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(table()->viewport(), &help);
        QVERIFY(QToolTip::text().contains(u"in your time zone"_s));
    }

    void columnsAndSortingComeBack()
    {
        makeOrders();
        table()->setColumnWanted(OrdersModel::Id, true);
        table()->setColumnWanted(OrdersModel::Tif, false);
        table()->setColumnWidth(OrdersModel::Limit, 111);
        clickHeader(OrdersModel::Quantity);
        click(u"orders-working"_s);
        const QJsonObject saved = m_panel->saveState();
        OrdersPanel other(m_fixture->context(u"orders"_s), *m_desk);
        other.resize(1'400, 300);
        other.show();
        other.restoreState(saved);
        QVERIFY(other.table()->isColumnWanted(OrdersModel::Id));
        QVERIFY(!other.table()->isColumnWanted(OrdersModel::Tif));
        QCOMPARE(other.table()->columnWidth(OrdersModel::Limit), 111);
        QCOMPARE(other.saveState(), saved);
        QCOMPARE(other.table()->filter().sortColumn(), int(OrdersModel::Quantity));
    }

    void figuresOfAnOrderFollowTheLanguage()
    {
        TicketSummary summary(m_fixture->theme);
        OrderAnswer answer;
        answer.preview = OrderPreview {};
        answer.preview->price = *Price::parse(u"512.25");
        summary.setAnswer(answer);
        const auto tells = [&](const QString &text) {
            return std::ranges::any_of(summary.findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->text().contains(text);
            });
        };
        QVERIFY(tells(u"512.25"_s));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QEvent changed(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&summary, &changed);
        QLocale::setDefault(before);
        QVERIFY(tells(u"512,25"_s));
    }

    // --- receipts --------------------------------------------------------------------------------

    void aReceiptIsOneClickAwayAndSaysWhyNotYet()
    {
        makeOrders();
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(sampleAccepted({ order }));
        clickCell(0, OrdersModel::Receipt);
        auto *receipt = m_panel->findChild<ReceiptView *>();
        QVERIFY(receipt && receipt->isVisible());
        QCOMPARE(m_port->asked, QStringList { u"a"_s });
        PaperUpdate answered;
        OrderAnswer answer { .request = m_port->lastRequest, .account = u"Paper"_s, .id = u"a"_s };
        answer.reason = { ReasonCode::WaitsInQueue, u"800 ahead"_s };
        answered.orderAnswers = { answer };
        m_desk->apply(answered);
        QVERIFY(receipt->text().contains(u"waits in the queue at its price (800 ahead)"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_port->asked.size() >= 2, 5 * ReceiptView::askMs); // by itself

        OrderEvent fill = sampleFill(order, 100, 100);
        fill.evidence.rule = FillRule::TradedThrough;
        PaperUpdate filled = sampleReports({ fill });
        filled.accounts = m_desk->accounts();
        m_desk->apply(filled);
        QVERIFY(receipt->text().contains(u"Traded through"_s));
        QVERIFY(!receipt->text().contains(u"800 ahead"_s));
        QTest::mouseClick(receipt->findChild<QPushButton *>(u"receiptCopy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), receipt->text());
        QTest::keyClick(receipt->findChild<QTextBrowser *>(), Qt::Key_Escape);
        QVERIFY(!receipt->isVisible());
    }

    void aReceiptCanBeOpenedAgain()
    {
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"SPY"_s) }));
        clickCell(0, OrdersModel::Receipt);
        auto *receipt = m_panel->findChild<ReceiptView *>();
        QVERIFY(receipt && receipt->isVisible());
        const QString first = receipt->findChild<QTextBrowser *>()->toPlainText();
        QVERIFY(!first.isEmpty());
        receipt->hide();
        clickCell(0, OrdersModel::Receipt);
        QVERIFY(receipt->isVisible());
        QCOMPARE(receipt->findChild<QTextBrowser *>()->toPlainText(), first);
        receipt->hide();
    }

    void aRefusalIsExplainedWithItsNumbers()
    {
        makeOrders();
        OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        OrderEvent denied = sampleEvent(order, OrderAction::Deny, OrderState::Denied);
        denied.ticket = order;
        denied.reason
            = { ReasonCode::InsufficientBuyingPower, u"needs 10,020.00, available 9,500.00"_s };
        m_desk->apply(sampleReports({ denied }));
        clickCell(0, OrdersModel::Quantity);
        QTest::keyClick(table(), Qt::Key_Return);
        auto *receipt = m_panel->findChild<ReceiptView *>();
        QVERIFY(receipt && receipt->isVisible());
        QVERIFY(receipt->text().contains(
            u"not enough buying power (needs 10,020.00, available 9,500.00)"_s));
        QVERIFY(m_port->asked.isEmpty()); // nothing to wait for
        receipt->hide();
    }

    void aFillOpensTheReceiptOfItsOrder()
    {
        show(std::make_unique<FillsPanel>(m_fixture->context(u"fills"_s), *m_desk));
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(sampleAccepted({ order }));
        m_desk->apply(sampleReports({ sampleFill(order, 60, 60), sampleFill(order, 40, 100) }));
        QCOMPARE(column(FillsModel::Quantity), (QStringList { u"40"_s, u"60"_s })); // newest first
        clickCell(0, FillsModel::Receipt);
        auto *receipt = m_panel->findChild<ReceiptView *>();
        QVERIFY(receipt && receipt->isVisible());
        QVERIFY(receipt->text().contains(u"Fill 2 of 2"_s));
        receipt->hide();
    }

    // --- positions -------------------------------------------------------------------------------

    void aPositionIsClosedHalvedAndReversed()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        QVERIFY(!button(u"closePosition"_s)->isEnabled());
        clickCell(0, PositionsModel::Quantity);
        click(u"halvePosition"_s);
        m_port->answerPreviews(*m_desk);
        click(u"reversePosition"_s);
        m_port->answerPreviews(*m_desk);
        click(u"closePosition"_s);
        m_port->answerPreviews(*m_desk);
        QTest::keyClick(table(), Qt::Key_Delete);
        m_port->answerPreviews(*m_desk);
        // Reversing is two orders: one ends the position, one opens the other
        QCOMPARE(m_port->submitted.size(), 5U);
        const std::array<qint64, 5> sizes { 50, 100, 100, 100, 100 };
        for (std::size_t at = 0; at < sizes.size(); ++at) {
            QCOMPARE(m_port->submitted[at].side, Side::Sell);
            QCOMPARE(m_port->submitted[at].qty, Qty::whole(sizes[at]));
        }
    }

    void aDoubleClickActsOnce()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        clickCell(0, PositionsModel::Quantity);
        for (const QString &name : { u"closePosition"_s, u"halvePosition"_s, u"reversePosition"_s })
            doubleClick(button(name), button(name)->rect().center());
        QCOMPARE(m_port->previewed.size(), 4U); // two of them of the reverse
        doubleClick(table()->viewport(), cell(0, PositionsModel::Close).center());
        QCOMPARE(m_port->previewed.size(), 5U);
        clickCell(0, PositionsModel::Close); // and again when it is meant
        QCOMPARE(m_port->previewed.size(), 6U);
    }

    void theMarketOfPositionsIsFollowed()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        QCOMPARE(m_port->watched, QStringList { u"SPY"_s });
        clickCell(0, PositionsModel::Quantity);
        InstrumentSnapshot market;
        market.symbol = u"SPY"_s;
        market.last = Price::whole(510);
        m_desk->applyMarket({ market });
        click(u"breakEven"_s);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1U);
        QCOMPARE(m_port->submitted[0].stop, Price::whole(500));
        m_desk->apply(accountUpdate());
        QVERIFY(m_port->watched.isEmpty());
    }

    void positionsWithoutAStopAreNamedAndProtected()
    {
        makePositions();
        ProtectionBar *bar = positions().protection();
        QVERIFY(!bar->isVisible());
        m_desk->apply(accountUpdate(
            { samplePosition(u"SPY"_s, 200, 500, 510), samplePosition(u"NVDA"_s, -100, 90, 80) },
            { sampleWorking(sampleStop(u"s"_s, u"SPY"_s, 150, 490)) }));
        QVERIFY(bar->isVisible());
        QList<QToolButton *> names = bar->findChildren<QToolButton *>(u"unprotected"_s);
        QCOMPARE(names.size(), 2);
        QCOMPARE(names[0]->text(), u"NVDA 100"_s);
        QCOMPARE(names[1]->text(), u"SPY 50 of 200"_s);
        QTest::mouseClick(names[0], Qt::LeftButton);
        auto *distance = bar->findChild<QLineEdit *>(u"stopDistance"_s);
        QVERIFY(distance->isVisible());
        QTest::keyClicks(distance, u"none"_s);
        QVERIFY(!button(u"placeStop"_s)->isEnabled());
        QTest::keyClick(distance, Qt::Key_Return);
        QVERIFY(m_port->previewed.empty());
        distance->clear();
        QTest::keyClicks(distance, u"1.5"_s);
        QTest::keyClick(distance, Qt::Key_Return);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1U);
        const OrderTicket &stop = m_port->submitted[0];
        QCOMPARE(stop.side, Side::Buy);
        QCOMPARE(stop.qty, Qty::whole(100));
        QCOMPARE(stop.stop, *Price::parse(u"81.5"));
        QVERIFY(stop.reduceOnly);
        QCOMPARE(stop.tif, TimeInForce::Gtc);
        QVERIFY(!distance->isVisible());
    }

    void aReminderIsPutAsideUntilMoreStandsOpen()
    {
        makePositions();
        ProtectionBar *bar = positions().protection();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        QTest::mouseClick(bar->findChild<QToolButton *>(u"dismissUnprotected"_s), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 90, 500, 510) }));
        QVERIFY(!bar->isVisible());
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 120, 500, 510) }));
        QVERIFY(bar->isVisible());
    }

    void theCrossOfAReminderHasTheColourOfTheTheme()
    {
        makePositions();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510) }));
        const auto *cross
            = positions().protection()->findChild<QToolButton *>(u"dismissUnprotected"_s);
        const qint64 before = cross->icon().cacheKey();
        QVERIFY(before != 0);
        m_fixture->settings.setThemeChoice(ThemeChoice::Light); // dark before
        QVERIFY(cross->icon().cacheKey() != before);
    }

    void aReplayAccountIsColoured()
    {
        makePositions();
        auto *strip = m_panel->findChild<SourceStrip *>();
        QVERIFY(strip->isVisible());
        const auto middle = [&] { return strip->grab().toImage().pixelColor(3, 0); };
        QCOMPARE(middle(), m_fixture->theme.color(ColorRole::Simulated));
        m_desk->setSource(DataSource::Replay);
        QCOMPARE(middle(), m_fixture->theme.color(ColorRole::Replay));
        m_desk->setSource(DataSource::Live);
        QVERIFY(!strip->isVisible());
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : { 460, 640, 900, 1'300 })
            QTest::addRow("%d", width) << width;
    }

    void nothingIsClipped()
    {
        QFETCH(const int, width);
        makeOrders();
        m_desk->apply(sampleAccepted({ sampleTicket(u"a"_s, u"NVDA"_s) }));
        m_panel->resize(width, 300);
        QTest::qWait(20);
        const QFontMetrics metrics(m_fixture->theme.font());
        for (int at = 0; at < table()->model()->columnCount(); ++at) {
            if (table()->isColumnHidden(at))
                continue;
            const QString text = table()->model()->index(0, at).data().toString();
            QVERIFY2(metrics.horizontalAdvance(text) <= table()->columnWidth(at) - 10,
                     qPrintable(text));
        }
        QVERIFY(table()->horizontalHeader()->length() <= table()->viewport()->width());
    }

    // --- account ---------------------------------------------------------------------------------

    void everyFigureIsTheAccountsOwn()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        AccountTiles *tiles = account().tiles();
        QCOMPARE(tiles->text(AccountTiles::Equity), u"101,234.50"_s);
        QCOMPARE(tiles->text(AccountTiles::Cash), u"61,234.50"_s);
        QCOMPARE(tiles->text(AccountTiles::OpenProfit), u"-120.00"_s);
        QCOMPARE(tiles->text(AccountTiles::RealizedGross), u"+1,374.50"_s);
        QCOMPARE(tiles->text(AccountTiles::RealizedNet), u"+1,354.50"_s);
        QCOMPARE(tiles->text(AccountTiles::Fees), u"20.00"_s);
        QCOMPARE(tiles->text(AccountTiles::DayProfit), u"+500.00  +0.50 %"_s);
        QCOMPARE(tiles->text(AccountTiles::BuyingPower), u"122,469.00"_s);
        QCOMPARE(tiles->text(AccountTiles::WinRate), u"62.5 %"_s);
        QCOMPARE(tiles->text(AccountTiles::Trades), u"8"_s);
        const QAbstractItemModel *all = account().accounts()->model();
        const auto shown = [&](int column) { return all->index(0, column).data().toString(); };
        QCOMPARE(shown(AccountsModel::Equity), tiles->text(AccountTiles::Equity));
        QCOMPARE(shown(AccountsModel::OpenProfit), tiles->text(AccountTiles::OpenProfit));
        QCOMPARE(shown(AccountsModel::Realized), tiles->text(AccountTiles::RealizedGross));
        QCOMPARE(shown(AccountsModel::Net), tiles->text(AccountTiles::RealizedNet));
        QCOMPARE(shown(AccountsModel::WinRate), tiles->text(AccountTiles::WinRate));
    }

    void withoutATradeThereIsNoWinRate()
    {
        makeAccount();
        QCOMPARE(account().tiles()->text(AccountTiles::WinRate), u"–"_s);
    }

    void anotherAccountIsChosen()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        auto *choice = m_panel->findChild<QComboBox *>(u"accountChoice"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(m_desk->accountName(), u"Swing"_s);
        QCOMPARE(account().tiles()->text(AccountTiles::Equity), u"5,000.00"_s);
        TradeTable *all = account().accounts();
        QTest::mouseDClick(all->viewport(), Qt::LeftButton, {},
                           all->visualRect(all->model()->index(0, AccountsModel::Equity)).center());
        QCOMPARE(m_desk->accountName(), u"Paper"_s);
    }

    void theKillSwitchStopsAndResumes()
    {
        makeAccount();
        click(u"killSwitch"_s);
        QCOMPARE(m_port->commands.size(), 1U);
        QCOMPARE(m_port->commands[0].kind, AccountCommand::Kind::Stop);
        QVERIFY(!button(u"killSwitch"_s)->isChecked()); // not before the account says so
        PaperUpdate stopped = accountUpdate();
        stopped.accounts->front().isStopped = true;
        m_desk->apply(stopped);
        QVERIFY(button(u"killSwitch"_s)->isChecked());
        auto *state = m_panel->findChild<QLabel *>(u"accountState"_s);
        QVERIFY(state->isVisible());
        QVERIFY(state->text().contains(u"stopped"_s));
        click(u"killSwitch"_s);
        QCOMPARE(m_port->commands[1].kind, AccountCommand::Kind::Resume);
    }

    void moneyIsDepositedAndARefusalIsSaid()
    {
        makeAccount();
        click(u"deposit"_s);
        auto *amount = m_panel->findChild<QLineEdit *>(u"accountAmount"_s);
        auto *complaint = m_panel->findChild<QLabel *>(u"accountComplaint"_s);
        QTest::keyClicks(amount, u"plenty"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QVERIFY(complaint->isVisible() && complaint->text().contains(u"plenty"_s));
        QVERIFY(m_port->commands.empty());
        amount->clear();
        QTest::keyClicks(amount, u"1,500.50"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QCOMPARE(m_port->commands.size(), 1U);
        QCOMPARE(m_port->commands[0].amount, *Money::parse(u"1500.5"));
        answer({ ReasonCode::BadAmount, u"at most 1,000"_s });
        QVERIFY(complaint->text().contains(u"(at most 1,000)"_s));
        QTest::keyClick(amount, Qt::Key_Return);
        answer({});
        QVERIFY(!amount->isVisible());
        QCOMPARE(m_panel->findChild<QLabel *>(u"accountAnswer"_s)->text(),
                 u"1,500.50 deposited into Paper."_s);
    }

    void aHeldEnterDepositsOnce()
    {
        makeAccount();
        click(u"deposit"_s);
        auto *amount = m_panel->findChild<QLineEdit *>(u"accountAmount"_s);
        auto *deposit = m_panel->findChild<QPushButton *>(u"acceptAccountForm"_s);
        QTest::keyClicks(amount, u"100"_s);
        QTest::keyClick(amount, Qt::Key_Return);
        QTest::keyClick(amount, Qt::Key_Return);
        QVERIFY(!deposit->isEnabled());
        QCOMPARE(m_port->commands.size(), 1U);
        answer({ ReasonCode::BadAmount, u"at most 50"_s });
        QVERIFY(deposit->isEnabled());
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, true);
        QCoreApplication::sendEvent(amount, &held);
        QCOMPARE(m_port->commands.size(), 1U);
        doubleClick(deposit, deposit->rect().center());
        QCOMPARE(m_port->commands.size(), 2U);
    }

    void theWheelChoosesNoAccount()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        auto *choice = m_panel->findChild<QComboBox *>(u"accountChoice"_s);
        choice->setFocus();
        const QPoint at = choice->rect().center();
        QWheelEvent down(at, choice->mapToGlobal(at), {}, { 0, -120 }, Qt::NoButton, {},
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(choice, &down);
        QCOMPARE(m_desk->accountName(), u"Paper"_s);
        QCOMPARE(choice->currentText(), u"Paper"_s);
    }

    void aResetIsAskedAboutInPlace()
    {
        makeAccount();
        click(u"resetAccount"_s);
        QVERIFY(m_port->commands.empty());
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"closeAccountForm"_s), Qt::LeftButton);
        QVERIFY(m_port->commands.empty());
        click(u"resetAccount"_s);
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"acceptAccountForm"_s),
                          Qt::LeftButton);
        QCOMPARE(m_port->commands.size(), 1U);
        QCOMPARE(m_port->commands[0].kind, AccountCommand::Kind::Reset);
    }

    void anAccountIsMadeWithItsLimits()
    {
        makeAccount();
        click(u"newAccount"_s);
        auto *name = m_panel->findChild<QLineEdit *>(u"accountName"_s);
        QTest::keyClicks(name, u"paper"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_panel->findChild<QLabel *>(u"accountComplaint"_s)->text().contains(u"already"_s));
        QVERIFY(m_port->created.empty());
        name->clear();
        QTest::keyClicks(name, u"Swing"_s);
        auto *commission = m_panel->findChild<QComboBox *>(u"accountCommission"_s);
        commission->setFocus();
        QTest::keyClick(commission, Qt::Key_Down);
        auto *limits = m_panel->findChild<QComboBox *>(u"accountLimits"_s);
        limits->setFocus();
        QTest::keyClick(limits, Qt::Key_End);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_port->created.size(), 1U);
        const AccountSettings &made = m_port->created[0];
        QCOMPARE(made.name, u"Swing"_s);
        QCOMPARE(made.startingCash, Money::whole(100'000));
        QCOMPARE(made.commission, u"per_share:0.005,1.00,1"_s);
        QCOMPARE(made.risk.action(RiskRule::DailyLoss), RuleAction::Block);
        m_desk->apply(twoAccounts());
        QCOMPARE(m_desk->accountName(), u"Swing"_s);
        QVERIFY(!name->isVisible());
    }

    void aMoveOfTheMarketIsReckonedWithoutOptions()
    {
        makeAccount();
        PaperUpdate update = accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510),
                                             samplePosition(u"NVDA"_s, -50, 100, 104),
                                             samplePosition(u"O:SPY261218C00650000"_s, 1, 5, 6) });
        update.accounts->front().figures.equity = Money::whole(100'000);
        update.accounts->front().figures.unrealized = Money::whole(801);
        m_desk->apply(update);
        auto *box = m_panel->findChild<ScenarioBox *>();
        auto *slider = m_panel->findChild<QSlider *>(u"marketMove"_s);
        slider->setFocus();
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(box->percent(), -10);
        QVERIFY(box->text().contains(u"Equity 95,420.00 (-4,580.00), open P/L -3,779.00"_s));
        QVERIFY(box->text().contains(u"SPY -5,100.00 · NVDA +520.00"_s));
        QVERIFY(box->text().contains(u"left out: O:SPY261218C00650000"_s));
    }

    void exposureIsGrossAndNet()
    {
        makeAccount();
        m_desk->apply(accountUpdate({ samplePosition(u"SPY"_s, 100, 500, 510),
                                      samplePosition(u"NVDA"_s, -50, 100, 104),
                                      samplePosition(u"X:BTCUSD"_s, 1, 60'000, 60'000) }));
        const auto *bars = m_panel->findChild<ExposureBars *>();
        QVERIFY(!bars->accessibleName().isEmpty());
        QVERIFY(bars->accessibleDescription().contains(u"NVDA 5,200.00 -5,200.00"_s));
        const QStringList rows = bars->rows();
        QCOMPARE(rows,
                 (QStringList {
                     u"X:BTCUSD\t60,000.00\t+60,000.00"_s, u"SPY\t51,000.00\t+51,000.00"_s,
                     u"NVDA\t5,200.00\t-5,200.00"_s, u"Crypto\t60,000.00\t+60,000.00"_s,
                     u"Stocks\t56,200.00\t+45,800.00"_s, u"All\t116,200.00\t+105,800.00"_s }));
    }

    void theCurveCanBeSeenWithoutDeposits()
    {
        makeAccount();
        PaperUpdate update;
        for (int minute = 0; minute < 3; ++minute) {
            const Money deposits = Money::whole(minute == 2 ? 110'000 : 100'000);
            const EquityPoint point { sampleMorning + std::chrono::minutes(minute),
                                      deposits + Money::whole(minute), deposits };
            update.equity.push_back({ u"Paper"_s, point });
        }
        m_desk->apply(update);
        auto *curve = m_panel->findChild<EquityCurve *>();
        QCOMPARE(
            curve->values(),
            (std::vector { Money::whole(100'000), Money::whole(100'001), Money::whole(110'002) }));
        QVERIFY(!curve->accessibleName().isEmpty());
        QVERIFY(curve->accessibleDescription().contains(u"110,002.00"_s));
        auto *without = m_panel->findChild<QCheckBox *>(u"withoutDeposits"_s);
        QTest::mouseClick(without, Qt::LeftButton, {}, { 8, without->height() / 2 });
        QCOMPARE(curve->values(), (std::vector { Money(), Money::whole(1), Money::whole(2) }));
        QTest::mouseMove(curve, curve->rect().center());
        QTRY_VERIFY(m_panel->findChild<QLabel *>(u"equityReading"_s)->text().contains(u"ET"_s));
    }

    void aCurveGoesOnByThePointThatIsNew()
    {
        makeAccount();
        m_desk->apply(twoAccounts());
        const auto point = [this](const QString &account, int minute) {
            PaperUpdate update;
            const EquityPoint at { sampleMorning + std::chrono::minutes(minute),
                                   Money::whole(100'000 + minute), Money() };
            update.equity.push_back({ account, at });
            m_desk->apply(update);
        };
        point(u"Paper"_s, 0);
        point(u"Paper"_s, 1);
        auto *curve = m_panel->findChild<EquityCurve *>();
        curve->graph()->data()->begin()->value = 1; // stays, as nothing is filled anew
        point(u"Swing"_s, 7);
        point(u"Paper"_s, 2);
        QCOMPARE(curve->graph()->dataCount(), 3);
        QCOMPARE(curve->graph()->data()->at(2)->value, 100'002.0);
        QCOMPARE(curve->graph()->data()->at(0)->value, 1.0);
        m_desk->setAccount(u"Swing"_s);
        QCOMPARE(curve->values(), std::vector { Money::whole(100'007) });
        QCOMPARE(curve->graph()->dataCount(), 1);
    }

private:
    void show(std::unique_ptr<Panel> panel)
    {
        m_panel = std::move(panel);
        m_panel->resize(1'300, 300);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void makeOrders()
    {
        show(std::make_unique<OrdersPanel>(m_fixture->context(u"orders"_s), *m_desk));
    }
    void makePositions()
    {
        show(std::make_unique<PositionsPanel>(m_fixture->context(u"positions"_s), *m_desk));
    }
    void makeAccount()
    {
        show(std::make_unique<AccountPanel>(m_fixture->context(u"account"_s), *m_desk));
        m_panel->resize(1'200, 700);
    }
    AccountPanel &account() const { return static_cast<AccountPanel &>(*m_panel); }
    void answer(const Reason &reason)
    {
        PaperUpdate update;
        AccountAnswer told;
        told.request = m_port->lastRequest;
        told.account = u"Paper"_s;
        told.reason = reason;
        update.answers = { told };
        m_desk->apply(update);
    }
    static PaperUpdate twoAccounts()
    {
        PaperUpdate both = accountUpdate();
        PaperAccountView &own = both.accounts->front();
        own.figures.equity = *Money::parse(u"101234.50");
        own.figures.cash = *Money::parse(u"61234.50");
        own.figures.realized = *Money::parse(u"1374.50");
        own.figures.unrealized = Money::whole(-120);
        own.figures.fees = Money::whole(20);
        own.figures.buyingPower = Money::whole(122'469);
        own.figures.trades = 8;
        own.figures.wins = 5;
        own.dayStart = Money::whole(100'000);
        own.dayProfit = Money::whole(500);
        PaperAccountView other;
        other.name = u"Swing"_s;
        other.figures.equity = Money::whole(5'000);
        both.accounts->push_back(other);
        return both;
    }
    PositionsPanel &positions() const { return static_cast<PositionsPanel &>(*m_panel); }
    TradeTable *table() const { return static_cast<TradePanel &>(*m_panel).table(); }
    QToolButton *button(const QString &name) const
    {
        return m_panel->findChild<QToolButton *>(name);
    }
    void click(const QString &name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    /// As a window sends it: press, release, double click, release.
    static void doubleClick(QWidget *widget, const QPoint &at)
    {
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        QMouseEvent second(QEvent::MouseButtonDblClick, at, widget->mapToGlobal(at), Qt::LeftButton,
                           Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &second);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, at);
    }
    QRect cell(int row, int column) const
    {
        return table()->visualRect(table()->model()->index(row, column));
    }
    void clickCell(int row, int column)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell(row, column).center());
    }
    void clickHeader(int column)
    {
        const QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          { header->sectionViewportPosition(column) + 10, header->height() / 2 });
    }
    QLineEdit *editCell(int row, int column)
    {
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, cell(row, column).center());
        return table()->findChild<QLineEdit *>(u"cellField"_s);
    }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts += table()->model()->index(row, column).data().toString();
        return texts;
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeTradePort> m_port;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<Panel> m_panel;
};

QTEST_MAIN(TestTradePanels)
#include "tst_tradepanels.moc"
