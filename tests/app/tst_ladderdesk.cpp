#include "bookmodel.h"
#include "bookpanel.h"
#include "desk.h"
#include "fakekeychain.h"
#include "fonts.h"
#include "laddertradebar.h"
#include "ladderview.h"
#include "mainwindow.h"
#include "questionbox.h"
#include "spokenmarket.h"
#include "tradebinding.h"
#include "tradenews.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString nvda = u"NVDA"_s;
const QString hand = u"Hand"_s;
constexpr int patience = 10'000;

} // namespace

/// Trading from the ladder and by keys in the whole desk, on a market that the test speaks.
class TestLadderDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("MASSIVE_API_KEY", test::SpokenMarket::key().toUtf8());
        qputenv("MASSIVE_TIER", "advanced");
    }
    void cleanupTestCase()
    {
        qunsetenv("MASSIVE_API_KEY");
        qunsetenv("MASSIVE_TIER");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_market = std::make_unique<test::SpokenMarket>();
        open();
        AccountSettings settings; // without limits
        settings.name = hand;
        trading().createAccount(settings);
        QTRY_VERIFY_WITH_TIMEOUT(trading().account(hand), patience);
        trading().setAccount(hand);
        trading().setArmed(true);
        BookOptions options = book()->options();
        options.group = 10; // ten cents a row
        options.heatMap = false;
        book()->setOptions(options);
        QTRY_VERIFY_WITH_TIMEOUT(book()->model().middleRow().has_value(), patience);
        ladder().refresh();
    }
    void cleanup()
    {
        m_desk.reset();
        m_market.reset();
    }

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
        auto *question = m_desk->window().findChild<QuestionBox *>();
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
        auto *news = m_desk->window().findChild<TradeNewsStack *>();
        QTRY_VERIFY_WITH_TIMEOUT(!news->texts().isEmpty(), patience);
        QVERIFY(account()->working.empty());
        QTRY_VERIFY(text(LadderColumn::OwnBuy, "99.90").isEmpty());
        QCOMPARE(held(), Qty());
    }

private:
    void open()
    {
        DeskOptions options;
        options.dataDir = m_folder->path();
        options.symbol = nvda;
        options.addresses
            = { m_market->restBase(), m_market->streamBase(), m_market->streamBase() };
        m_desk = std::make_unique<Desk>(*qApp, options, std::make_unique<FakeKeychain>(m_keychain));
        const Result<void> opened = m_desk->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        m_desk->window().resize(1'600, 1'000);
        QApplication::setActiveWindow(&m_desk->window());
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->window()));
        QTRY_VERIFY(book());
        QTRY_VERIFY_WITH_TIMEOUT(m_market->stream().subscribed.contains(u"Q.NVDA"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(account(), 20'000);
        m_market->quote("100.00", "100.10");
        QTRY_VERIFY_WITH_TIMEOUT(trading().market(nvda), 20'000);
    }

    TradeDesk &trading() const { return m_desk->trading(); }
    const PaperAccountView *account() const { return trading().account(); }
    BookPanel *book() const { return m_desk->window().findChild<BookPanel *>(); }
    LadderView &ladder() const { return *book()->ladder(); }
    Qty held() const
    {
        const PositionRow *position = account()->position(nvda);
        return position ? position->qty : Qty();
    }

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
        QTest::keyClick(&m_desk->window(), key, Qt::ControlModifier | Qt::ShiftModifier);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::SpokenMarket> m_market;
    FakeKeychain::State m_keychain;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestLadderDesk)
#include "tst_ladderdesk.moc"
