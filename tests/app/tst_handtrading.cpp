#include "chartpanel.h"
#include "charttrading.h"
#include "bookpanel.h"
#include "handdesk.h"
#include "pricechart.h"
#include "questionbox.h"
#include "ticketpanel.h"
#include "tradenews.h"
#include "tradetext.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Trading by hand in the whole desk, by mouse and keys, on a market that the test speaks.
class TestHandTrading : public QObject, private HandDesk
{
    Q_OBJECT

private slots:
    void initTestCase() { useService(); }
    void cleanupTestCase() { leaveService(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // --- from the ticket to the position and back

    void aTicketBecomesAPositionAndIsFlattened()
    {
        choose(u"ticketType"_s, OrderType::Market);
        type(u"ticketSize"_s, u"200"_s);
        QCOMPARE(button(u"ticketSend"_s)->text(), u"Buy 200 NVDA"_s);
        press(u"ticketSend"_s);
        QTRY_VERIFY(question()->isVisible());
        QCOMPARE(question()->text(), u"Buy 200 NVDA at market, Day"_s);
        QCOMPARE(trading().log().orders().size(), 0U); // nothing before the answer
        key(Qt::Key_Return);
        QTRY_VERIFY(!question()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(200), patience);
        QTRY_VERIFY(news()->texts().contains(u"Bought 200 NVDA at 100.10"_s));
        QTRY_VERIFY(button(u"ticketFlatten"_s)->isEnabled());
        press(u"ticketFlatten"_s);
        QTRY_VERIFY(question()->isVisible());
        QTest::mouseClick(question()->findChild<QPushButton *>(u"questionSend"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
        QTRY_VERIFY(news()->texts().contains(u"Sold 200 NVDA at 100.00"_s));
        // Ten cents each way, nothing else
        QTRY_COMPARE(account()->figures.realized, Money::whole(-20));
        QCOMPARE(account()->figures.trades, 1);
    }

    void escapeSendsNothing()
    {
        press(u"ticketSend"_s);
        QTRY_VERIFY(question()->isVisible());
        key(Qt::Key_Escape);
        QTRY_VERIFY(!question()->isVisible());
        QVERIFY(trading().log().orders().empty());
    }

    void aLimitOrderFillsInPartsAndIsCancelled()
    {
        arm();
        choose(u"ticketType"_s, OrderType::Limit);
        type(u"ticketSize"_s, u"300"_s);
        type(u"ticketLimit"_s, u"100.10"_s);
        m_market->quote("100.00", "100.10", 500, 120);
        press(u"ticketSend"_s);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(120), patience);
        QTRY_COMPARE(account()->working.size(), 1U);
        QCOMPARE(account()->working.front().leaves(), Qty::whole(180));
        press(u"ticketCancelAll"_s);
        QTRY_VERIFY_WITH_TIMEOUT(account()->working.empty(), patience);
        QCOMPARE(held(), Qty::whole(120));
        QCOMPARE(trading().log().orders().front().state, OrderState::Canceled);
    }

    void aPositionIsReversed()
    {
        arm();
        buy(100);
        press(u"ticketReverse"_s);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(-100), patience);
    }

    void workingOrdersDoNotStandInTheWayOfFlattening()
    {
        arm();
        buy(100);
        trading().send(limit(Side::Buy, 100, "99.00"));
        trading().send(limit(Side::Sell, 100, "101.00"));
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.size(), 2U, patience);
        press(u"ticketFlatten"_s);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
        QTRY_VERIFY(account()->working.empty());
    }

    // --- what must not go wrong (conformance.md)

    /// conformance/06: the stop of a short's bracket fires once, and the position is flat.
    void aBracketsStopFiresOnce()
    {
        arm();
        OrderTicket entry = limit(Side::Sell, 100, "100.00");
        entry.stopLoss = *Price::parse(u"100.20"_s);
        entry.takeProfit = *Price::parse(u"99.80"_s);
        trading().send(entry);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(-100), patience);
        QTRY_COMPARE(account()->working.size(), 2U);
        QCOMPARE(tradeplans::unprotected(*account(), nvda), Qty());
        m_market->quote("100.40", "100.50");
        m_market->trade("100.45", 100); // through the stop
        m_market->trade("100.46", 100);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
        QTRY_VERIFY(account()->working.empty());
        QTest::qWait(200); // nothing more is to come
        QCOMPARE(held(), Qty());
        QCOMPARE(trading().log().fills().size(), 2U);
        QCOMPARE(trading().log().fills().back().price, *Price::parse(u"100.5"_s));
    }

    /// conformance/07: an open bracket, half filled, is there after a restart, of the right size.
    void aHalfFilledBracketOutlivesTheDesk()
    {
        arm();
        m_market->quote("100.00", "100.10", 500, 50);
        OrderTicket entry = limit(Side::Buy, 100, "100.10");
        entry.stopLoss = Price::whole(99);
        entry.takeProfit = Price::whole(102);
        trading().send(entry);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(50), patience);
        QTRY_COMPARE(account()->working.size(), 3U);
        const auto sizes = [this] {
            std::map<QString, Qty> all;
            for (const OrderRow &order : account()->working)
                all[order.ticket.id] = order.leaves();
            return all;
        };
        const std::map<QString, Qty> before = sizes();
        m_market->quote("100.00", "100.20"); // the rest of the entry waits
        open("100.00", "100.20");
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(50), patience);
        QTRY_COMPARE(sizes(), before);
        QCOMPARE(trading().log().fills().size(), 1U); // lists are full again
        QVERIFY(!trading().isArmed());
        m_market->quote("98.90", "99.00");
        m_market->trade("98.95", 100);
        QTRY_VERIFY_WITH_TIMEOUT(held() <= Qty(), patience);
        QTRY_VERIFY(account()->working.empty());
        QCOMPARE(held(), Qty());
    }

    /// conformance/08: reduce-only closes to flat and never flips.
    void reduceOnlyNeverFlips()
    {
        arm();
        buy(100);
        choose(u"ticketType"_s, OrderType::Market);
        QTest::mouseClick(ticket()->findChild<QToolButton *>(u"ticketSell"_s), Qt::LeftButton);
        auto *reduceOnly = ticket()->findChild<QAbstractButton *>(u"ticketReduceOnly"_s);
        reduceOnly->click();
        type(u"ticketSize"_s, u"250"_s);
        press(u"ticketSend"_s);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
        QTest::qWait(200);
        QCOMPARE(held(), Qty());
    }

    /// conformance/22: an order on a market whose quotes froze works on, and says what it waits
    /// for.
    void frozenQuotesAreTheReason()
    {
        arm();
        trading().send(limit(Side::Buy, 100, "99.00"));
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.size(), 1U, patience);
        QTRY_COMPARE(whyNotYet().code, ReasonCode::WaitsForLimit);
        m_market->stream().stopListening();
        m_market->stream().dropAll();
        QTRY_COMPARE_WITH_TIMEOUT(whyNotYet().code, ReasonCode::HeldStale, 20'000);
        QCOMPARE(account()->working.size(), 1U);
        QCOMPARE(tradetext::reason({ ReasonCode::HeldStale, {} }), u"waits for fresh quotes"_s);
    }

    /// All the panels of the desk side by side would not fit into it.
    void theWindowKeepsItsSizeWhenItComesBack()
    {
        window().resize(1'280, 800);
        QTRY_COMPARE(window().width(), 1'280);
        const int book = window().findChild<BookPanel *>()->width();
        window().close();
        open();
        QCOMPARE(window().width(), 1'280);
        QTRY_VERIFY(qAbs(window().findChild<BookPanel *>()->width() - book) < 8);
    }

    // --- refusals

    void refusalsAreReadable_data()
    {
        QTest::addColumn<QString>("side");
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("stopLoss");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no quantity")
            << u"buy"_s << u"0"_s << u"100.00"_s << QString() << u"quantity must be above 0"_s;
        QTest::newRow("no money") << u"buy"_s << u"5000"_s << u"100.00"_s << QString()
                                  << u"Not enough buying power (needs "_s;
        QTest::newRow("off the tick")
            << u"buy"_s << u"100"_s << u"100.005"_s << QString() << u"no multiple of the tick"_s;
        QTest::newRow("far from the market")
            << u"buy"_s << u"10"_s << u"180.00"_s << QString() << u"too far from the market"_s;
        QTest::newRow("no price") << u"buy"_s << u"10"_s << u"-5"_s << QString()
                                  << u"must be above 0"_s;
        QTest::newRow("bracket the wrong way")
            << u"buy"_s << u"10"_s << u"100.00"_s << u"101"_s << u"wrong side of the entry"_s;
    }
    void refusalsAreReadable()
    {
        QFETCH(const QString, side);
        QFETCH(const QString, size);
        QFETCH(const QString, limit);
        QFETCH(const QString, stopLoss);
        QFETCH(const QString, sentence);
        type(u"ticketSize"_s, size);
        type(u"ticketLimit"_s, limit);
        if (!stopLoss.isEmpty())
            type(u"ticketStopLoss"_s, stopLoss);
        // In the ticket before it is sent, in the question, and nothing is sent
        auto *refusals = ticket()->findChild<QLabel *>(u"ticketRefusals"_s);
        QTRY_VERIFY2(refusals->text().contains(sentence), qPrintable(refusals->text()));
        press(u"ticketSend"_s);
        QTRY_VERIFY(question()->isVisible());
        QVERIFY(!question()->findChild<QPushButton *>(u"questionSend"_s)->isEnabled());
        key(Qt::Key_Return); // the one button that is left
        QTRY_VERIFY(!question()->isVisible());
        QVERIFY(trading().log().orders().empty());
        // With one click it is sent, refused and told
        arm();
        press(u"ticketSend"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!news()->texts().isEmpty(), patience);
        QVERIFY2(news()->texts().front().contains(sentence.mid(4)),
                 qPrintable(news()->texts().front()));
        QCOMPARE(held(), Qty());
    }

    void whatIsNoNumberIsSaid()
    {
        type(u"ticketLimit"_s, u"cheap"_s);
        auto *refusals = ticket()->findChild<QLabel *>(u"ticketRefusals"_s);
        QTRY_COMPARE(refusals->text(), u"Limit: \"cheap\" is no number"_s);
        QVERIFY(!button(u"ticketSend"_s)->isEnabled());
    }

    /// The limits that only warn are asked about even with one click, with their numbers.
    void warningsAskOnce()
    {
        trading().setAccount(u"Paper"_s); // the usual limits: 2 % of 100,000 a trade
        arm();
        type(u"ticketSize"_s, u"100"_s);
        type(u"ticketLimit"_s, u"99.00"_s);
        auto *warnings = ticket()->findChild<QLabel *>(u"ticketWarnings"_s);
        QTRY_VERIFY2(warnings->text().contains(u"limit 2,000.00"_s), qPrintable(warnings->text()));
        press(u"ticketSend"_s);
        QTRY_VERIFY(question()->isVisible());
        QVERIFY(trading().log().orders().empty());
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.size(), 1U, patience);
    }

    // --- from the chart

    void aBracketIsMovedAndCancelledOnTheChart()
    {
        auto *panel = window().findChild<ChartPanel *>();
        PriceChart *chart = panel->chart();
        for (const char *price : { "100.05", "99.00", "101.00", "100.05" })
            m_market->trade(price, 100); // bars for lines to lie on
        QTRY_VERIFY_WITH_TIMEOUT(chart->scene().hasBars(), patience);
        arm();
        OrderTicket entry = limit(Side::Buy, 100, "99.50");
        entry.stopLoss = *Price::parse(u"99.20"_s);
        entry.takeProfit = *Price::parse(u"100.70"_s);
        trading().send(entry);
        const auto shown = [panel] { return panel->trading()->lines(); };
        QTRY_COMPARE_WITH_TIMEOUT(shown().size(), 3U, patience);
        QTRY_VERIFY(std::ranges::none_of(shown(), &TradeLine::isPending));
        dragWithShift(*chart, { 80, qRound(chart->scene().priceY(99.5)) }, 12);
        QTRY_VERIFY_WITH_TIMEOUT(*account()->working[0].ticket.limit < *entry.limit, patience);
        QTRY_VERIFY(std::ranges::none_of(shown(), &TradeLine::isPending));
        const Price down = *entry.limit - *account()->working[0].ticket.limit;
        QCOMPARE(*account()->working[1].ticket.stop, *entry.stopLoss - down);
        QCOMPARE(*account()->working[2].ticket.limit, *entry.takeProfit - down);
        QTest::keyClick(chart, Qt::Key_Delete); // the entry is selected; its exits go with it
        QTRY_VERIFY_WITH_TIMEOUT(shown().empty(), patience);
    }

    // --- accounts

    void anotherAccountIsTradedOn()
    {
        arm();
        buy(100);
        AccountSettings settings;
        settings.name = u"Second"_s;
        settings.startingCash = Money::whole(5'000);
        trading().createAccount(settings);
        QTRY_VERIFY_WITH_TIMEOUT(trading().account(u"Second"_s), patience);
        trading().setAccount(u"Second"_s);
        QTRY_COMPARE(ticket()->findChild<QLabel *>(u"ticketAccount"_s)->text(), u"Second"_s);
        QCOMPARE(held(), Qty());
        buy(10);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(10), patience);
        trading().setAccount(hand);
        QCOMPARE(held(), Qty::whole(100));
    }

private:
    TicketPanel *ticket() const { return window().findChild<TicketPanel *>(); }
    QuestionBox *question() const { return window().findChild<QuestionBox *>(); }
    TradeNewsStack *news() const { return window().findChild<TradeNewsStack *>(); }
    QPushButton *button(const QString &name) const
    {
        return ticket()->findChild<QPushButton *>(name);
    }

    void arm()
    {
        auto *armed = ticket()->findChild<QToolButton *>(u"ticketArmed"_s);
        QTest::mouseClick(armed, Qt::LeftButton);
        QVERIFY(trading().isArmed());
    }
    void press(const QString &name)
    {
        QTRY_VERIFY(button(name)->isEnabled());
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    static void dragWithShift(PriceChart &chart, QPoint from, int down)
    {
        const QPoint to = from + QPoint(0, down);
        QTest::mousePress(&chart, Qt::LeftButton, Qt::ShiftModifier, from);
        QMouseEvent move(QEvent::MouseMove, to, chart.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         Qt::ShiftModifier);
        QApplication::sendEvent(&chart, &move);
        QTest::mouseRelease(&chart, Qt::LeftButton, Qt::ShiftModifier, to);
    }
    /// Once the question can have been read.
    void key(Qt::Key key)
    {
        QTest::qWait(300);
        QTest::keyClick(QApplication::focusWidget(), key);
    }
    void choose(const QString &box, OrderType type)
    {
        ticket()->findChild<QComboBox *>(box)->setCurrentIndex(int(type));
    }
    void type(const QString &field, const QString &text)
    {
        auto *edit = ticket()->findChild<QLineEdit *>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    OrderTicket limit(Side side, int qty, const char *price) const
    {
        OrderTicket ticket;
        ticket.symbol = nvda;
        ticket.side = side;
        ticket.qty = Qty::whole(qty);
        ticket.type = OrderType::Limit;
        ticket.limit = Price::parse(QString::fromLatin1(price)).value_or(Price());
        return ticket;
    }
    void buy(int qty)
    {
        const Qty before = held();
        OrderTicket order;
        order.symbol = nvda;
        order.qty = Qty::whole(qty);
        trading().send(order);
        QTRY_COMPARE_WITH_TIMEOUT(held(), before + order.qty, patience);
    }
    /// What the oldest working order waits for.
    Reason whyNotYet()
    {
        if (account()->working.empty())
            return {};
        Reason reason;
        bool answered = false;
        const quint64 request = trading().askWhyNotYet(hand, account()->working.front().ticket.id);
        const auto connection
            = connect(&trading(), &TradeDesk::orderAnswered, this, [&](const OrderAnswer &answer) {
                  if (answer.request != request)
                      return;
                  reason = answer.reason;
                  answered = true;
              });
        (void)QTest::qWaitFor([&] { return answered; });
        disconnect(connection);
        return reason;
    }
};

QTEST_MAIN(TestHandTrading)
#include "tst_handtrading.moc"
