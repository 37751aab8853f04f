#include "fillsmodel.h"
#include "fillspanel.h"
#include "ordersmodel.h"
#include "orderspanel.h"
#include "receiptview.h"
#include "ticketsummary.h"
#include "tradefilter.h"
#include "tradepanelfixture.h"
#include "tradesamples.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolTip>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Orders, fills and their receipts, by mouse and keys.
class TestOrdersPanel : public QObject, private TradePanelFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init() { begin(); }
    void cleanup() { end(); }

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

private:
    void makeOrders()
    {
        show(std::make_unique<OrdersPanel>(m_fixture->context(u"orders"_s), *m_desk));
    }
};

QTEST_MAIN(TestOrdersPanel)
#include "tst_orderspanel.moc"
