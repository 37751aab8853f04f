#include "bookmodel.h"
#include "bookpanel.h"
#include "handdesk.h"
#include "laddertradebar.h"
#include "ladderview.h"
#include "questionbox.h"
#include "tradenews.h"

#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Trading from the ladder and by keys in the whole desk, on a market that the test speaks.
class TestLadderDesk : public QObject, private HandDesk
{
    Q_OBJECT

private slots:
    void initTestCase() { useService(); }
    void cleanupTestCase() { leaveService(); }
    void init()
    {
        begin();
        window().resize(1'600, 1'000);
        trading().setArmed(true);
        BookOptions options = book()->options();
        options.group = 10; // ten cents a row
        options.heatMap = false;
        book()->setOptions(options);
        QTRY_VERIFY_WITH_TIMEOUT(book()->model().middleRow().has_value(), patience);
        ladder().refresh();
    }
    void cleanup() { end(); }

    void aClickRestsADragMovesAndAMiddleClickCancels()
    {
        click(LadderColumn::BidSize, "99.90");
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.size(), 1U, patience);
        QCOMPARE(account()->working.front().ticket.limit, price("99.90"));
        QTRY_COMPARE(text(LadderColumn::OwnBuy, "99.90"), u"100"_s);
        QTRY_VERIFY(!cell(Side::Buy, "99.90").isPending);
        QTest::mousePress(&ladder(), Qt::LeftButton, {}, at(LadderColumn::OwnBuy, "99.90"));
        QTest::mouseMove(&ladder(), at(LadderColumn::OwnBuy, "99.80"));
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, at(LadderColumn::OwnBuy, "99.80"));
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.front().ticket.limit, price("99.80"),
                                  patience);
        QTRY_COMPARE(text(LadderColumn::OwnBuy, "99.80"), u"100"_s);
        QVERIFY(text(LadderColumn::OwnBuy, "99.90").isEmpty());
        click(LadderColumn::OwnBuy, "99.80", Qt::MiddleButton);
        QTRY_VERIFY_WITH_TIMEOUT(account()->working.empty(), patience);
        QVERIFY(text(LadderColumn::OwnBuy, "99.80").isEmpty());
    }

    void aPartialFillIsSeenAndFlattened()
    {
        m_market->quote("100.00", "100.10", 500, 40);
        QTRY_COMPARE_WITH_TIMEOUT(book()->model().best().askSize, Qty::whole(40), patience);
        click(LadderColumn::BidSize, "100.10");
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(40), patience);
        QTRY_COMPARE(text(LadderColumn::OwnBuy, "100.10"), u"60"_s);
        QTRY_COMPARE(book()->tradeBar()->positionText(), u"Long 40 at 100.10"_s);
        QVERIFY(book()->trading()->look(row("100.10")).isAverage);
        QTest::mouseClick(book()->findChild<QToolButton *>(u"ladderFlatten"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
        QTRY_VERIFY(account()->working.empty());
        QTRY_COMPARE(book()->tradeBar()->positionText(), u"No position"_s);
    }

    void keysTradeWhatHasTheFocus()
    {
        ladder().setFocus();
        press(Qt::Key_L);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(100), patience);
        press(Qt::Key_R);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(-100), patience);
        press(Qt::Key_D);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(-50), patience);
        press(Qt::Key_B);
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.size(), 1U, patience);
        QCOMPARE(account()->working.front().ticket.limit, price("100.00"));
        press(Qt::Key_C);
        QTRY_VERIFY_WITH_TIMEOUT(account()->working.empty(), patience);
        press(Qt::Key_K);
        QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
    }

    void unarmedAClickAsks()
    {
        press(Qt::Key_O);
        QVERIFY(!trading().isArmed());
        click(LadderColumn::AskSize, "100.20");
        auto *question = window().findChild<QuestionBox *>();
        QTRY_VERIFY(question->isVisible());
        QVERIFY(account()->working.empty());
        QTest::qWait(300); // keys answer what could be read
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(account()->working.size(), 1U, patience);
        QTRY_COMPARE(text(LadderColumn::OwnSell, "100.20"), u"100"_s);
    }

    void aRefusalIsSaidAndLeavesNothing()
    {
        m_market->trade("100.10", 10);
        QTRY_VERIFY_WITH_TIMEOUT(!book()->model().prints().empty(), patience);
        click(LadderColumn::BidSize, "99.90", Qt::RightButton); // a buy stop below the market
        auto *news = window().findChild<TradeNewsStack *>();
        QTRY_VERIFY_WITH_TIMEOUT(!news->texts().isEmpty(), patience);
        QVERIFY(account()->working.empty());
        QTRY_VERIFY(text(LadderColumn::OwnBuy, "99.90").isEmpty());
        QCOMPARE(held(), Qty());
    }

private:
    BookPanel *book() const { return window().findChild<BookPanel *>(); }
    LadderView &ladder() const { return *book()->ladder(); }
    static Price price(const char *text)
    {
        return Price::parse(QString::fromLatin1(text)).value_or(Price());
    }
    qint64 row(const char *text) const { return book()->model().rowOf(price(text)); }
    QString text(LadderColumn column, const char *at) const
    {
        return ladder().cellText(column, row(at));
    }
    LadderOrderCell cell(Side side, const char *at) const
    {
        return book()->trading()->orders().cell(side, row(at), book()->model().grid());
    }
    QPoint at(LadderColumn column, const char *text) const
    {
        return { ladder().columnRect(column).center().x(),
                 ladder().headerHeight() + book()->scale().yOf(row(text))
                     + ladder().rowHeight() / 2 };
    }
    void click(LadderColumn column, const char *text, Qt::MouseButton button = Qt::LeftButton)
    {
        QVERIFY(ladder().rect().contains(at(column, text)));
        QTest::mouseClick(&ladder(), button, {}, at(column, text));
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(&window(), key, Qt::ControlModifier | Qt::ShiftModifier);
    }
};

QTEST_MAIN(TestLadderDesk)
#include "tst_ladderdesk.moc"
