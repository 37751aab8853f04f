#include "commandregistry.h"
#include "deskfixture.h"
#include "faketradeport.h"
#include "fonts.h"
#include "keycard.h"
#include "orderspanel.h"
#include "questionbox.h"
#include "shortcuteditor.h"
#include "symbolathand.h"
#include "tradecommands.h"
#include "tradehand.h"
#include "tradesamples.h"
#include "tradetable.h"
#include "tradetablemodel.h"

#include <QKeySequenceEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Trading by real keys in a whole window with plain panels. With TAPELINE_PICTURES=folder it
/// leaves pictures to look at.
class TestTradeKeys : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeTradePort> m_port;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<DeskFixture> m_fixture;
    MainWindow *m_window = nullptr;

    static constexpr Qt::KeyboardModifiers deliberate = Qt::ControlModifier | Qt::ShiftModifier;

    Panel &chart() const { return *m_fixture->panel(u"chart"_s); }
    Panel &tape() const { return *m_fixture->panel(u"tape"_s); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = deliberate)
    {
        QTest::keyClick(m_window, key, modifiers);
        m_port->answerPreviews(*m_desk);
    }
    void giveQuotes(const QString &symbol)
    {
        InstrumentSnapshot snapshot;
        snapshot.symbol = symbol;
        snapshot.last = Price::whole(100);
        snapshot.bid = Price::whole(99);
        snapshot.ask = Price::whole(101);
        m_desk->applyMarket({ snapshot });
        m_port->answerPreviews(*m_desk);
    }
    void tell(qint64 qty, const std::vector<OrderRow> &working = {})
    {
        PositionRow row;
        row.symbol = u"AAPL"_s;
        row.qty = Qty::whole(qty);
        row.average = Price::whole(90);
        m_desk->apply(
            accountUpdate(qty != 0 ? std::vector { row } : std::vector<PositionRow>(), working));
    }
    static OrderRow working(const QString &id, const QString &symbol)
    {
        OrderRow row;
        row.ticket.id = id;
        row.ticket.symbol = symbol;
        row.ticket.qty = Qty::whole(5);
        row.ticket.type = OrderType::Limit;
        row.ticket.limit = Price::whole(50);
        row.state = OrderState::Accepted;
        return row;
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        m_port = std::make_unique<FakeTradePort>();
        m_desk = std::make_unique<TradeDesk>(*m_port);
        m_fixture = std::make_unique<DeskFixture>();
        m_window = &m_fixture->open();
        addTradeCommands(
            { m_fixture->theme, m_window->commands(), *m_desk, *m_window, &m_fixture->files });
        for (Panel *panel : { &chart(), &tape() })
            panel->setLinkColor(LinkColor::None);
        chart().setSymbol(u"AAPL"_s);
        tape().setSymbol(u"MSFT"_s);
        chart().setFocus();
        QVERIFY(chart().isAncestorOf(QApplication::focusWidget()));
        tell(0);
        m_desk->setArmed(true);
    }
    void cleanup()
    {
        m_fixture.reset();
        m_desk.reset();
        m_port.reset();
    }

    void keysOfOrders_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Side>("side");
        QTest::addColumn<qint64>("price");
        QTest::newRow("join the bid") << Qt::Key_B << Side::Buy << qint64(99);
        QTest::newRow("take the ask") << Qt::Key_L << Side::Buy << qint64(101);
        QTest::newRow("join the ask") << Qt::Key_A << Side::Sell << qint64(101);
        QTest::newRow("take the bid") << Qt::Key_H << Side::Sell << qint64(99);
    }
    void keysOfOrders()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Side, side);
        QFETCH(qint64, price);
        giveQuotes(u"AAPL"_s);
        press(key);
        QCOMPARE(m_port->submitted.size(), 1u);
        QCOMPARE(m_port->submitted[0].symbol, u"AAPL"_s);
        QCOMPARE(m_port->submitted[0].side, side);
        QCOMPARE(m_port->submitted[0].qty, Qty::whole(100));
        QCOMPARE(m_port->submitted[0].limit, Price::whole(price));
    }

    void unarmedAsksFirst()
    {
        m_desk->setArmed(false);
        giveQuotes(u"AAPL"_s);
        press(Qt::Key_B);
        QVERIFY(m_desk->question());
        QVERIFY(m_port->submitted.empty());
    }

    void sizesAreChosen()
    {
        press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(m_desk->settings().size, Qty::whole(10));
        press(Qt::Key_6, Qt::AltModifier); // there are four
        QCOMPARE(m_desk->settings().size, Qty::whole(10));
        TradeSettings settings = m_desk->settings();
        settings.sizes = { Qty::whole(7) };
        m_desk->setSettings(settings);
        const CommandRegistry &commands = m_window->commands();
        QVERIFY(!commands.action(u"trade.size-2"_s)->isEnabled());
        QCOMPARE(commands.action(u"trade.size-1"_s)->text(), u"Size 1: 7"_s);
    }

    void keysOfPositions()
    {
        tell(10, { working(u"a"_s, u"AAPL"_s), working(u"m"_s, u"MSFT"_s) });
        press(Qt::Key_D);
        QCOMPARE(m_port->submitted.back().qty, Qty::whole(5));
        press(Qt::Key_C);
        QCOMPARE(m_port->cancelled, QStringList { u"a"_s });
        press(Qt::Key_X);
        QVERIFY(m_port->cancelled.contains(u"m"_s));
        m_port->submitted.clear();
        press(Qt::Key_F);
        QCOMPARE(m_port->submitted.size(), 1u);
        QCOMPARE(m_port->submitted[0].side, Side::Sell);
        QCOMPARE(m_port->submitted[0].qty, Qty::whole(10));
        m_port->submitted.clear();
        press(Qt::Key_R);
        Qty sold;
        for (const OrderTicket &ticket : m_port->submitted)
            sold += ticket.side == Side::Sell ? ticket.qty : -ticket.qty;
        QCOMPARE(sold, Qty::whole(20));
        m_port->submitted.clear();
        press(Qt::Key_K);
        QCOMPARE(m_port->submitted.size(), 1u);
    }

    void theStopGoesToBreakEven()
    {
        tell(10);
        giveQuotes(u"AAPL"_s);
        press(Qt::Key_E);
        QCOMPARE(m_port->submitted.size(), 1u);
        QCOMPARE(m_port->submitted[0].stop, Price::whole(90));
    }

    void oneClickIsSwitched()
    {
        press(Qt::Key_O);
        QVERIFY(!m_desk->isArmed());
        press(Qt::Key_O);
        QVERIFY(m_desk->isArmed());
        m_desk->setArmed(false);
        QVERIFY(!m_window->commands().action(u"trade.more-one-click"_s)->isChecked());
    }

    void theFocusGoesBeforeThePointer()
    {
        QCursor::setPos(chart().mapToGlobal(chart().rect().center()));
        QCOMPARE(symbolAtHand(), u"AAPL"_s);
        tape().setFocus();
        QCOMPARE(symbolAtHand(), u"MSFT"_s);
        QApplication::focusWidget()->clearFocus();
        QCOMPARE(symbolAtHand(), u"AAPL"_s);
        QCursor::setPos(m_window->mapToGlobal(QPoint(2, 2))); // in no panel
        QVERIFY(symbolAtHand().isEmpty());
        QSignalSpy nothing(m_desk.get(), &TradeDesk::nothingToDo);
        press(Qt::Key_F);
        QCOMPARE(nothing.count(), 1);
        QVERIFY(m_port->submitted.empty());
    }

    void aQuestionLeavesTheLastPanelInHand()
    {
        QuestionBox box(m_fixture->theme, *m_desk, m_window);
        tell(0, { working(u"a"_s, u"AAPL"_s), working(u"m"_s, u"MSFT"_s) });
        tape().setFocus();
        giveQuotes(u"MSFT"_s);
        m_desk->setArmed(false);
        press(Qt::Key_B);
        QVERIFY(m_desk->question() && box.isAncestorOf(QApplication::focusWidget()));
        QCursor::setPos(chart().mapToGlobal(QPoint(chart().width() / 2, 60))); // beside the box
        QCOMPARE(symbolAtHand(), u"AAPL"_s);
        m_desk->setArmed(true);
        press(Qt::Key_C);
        QCOMPARE(m_port->cancelled, QStringList { u"m"_s });
    }

    void aListGivesTheSymbolOfItsChosenRow()
    {
        LinkGroups links;
        OrdersPanel orders({ m_fixture->theme, m_fixture->settings, links, m_window->commands(),
                             u"orders"_s, u"orders-1"_s },
                           *m_desk, m_window);
        orders.setSymbol(u"TSLA"_s);
        m_desk->apply(sampleAccepted({ sampleTicket(u"n"_s, u"NVDA"_s) }));
        orders.resize(400, 200);
        orders.show();
        QCursor::setPos(m_window->mapToGlobal(QPoint(m_window->width() - 2, 2))); // in no panel
        orders.table()->setFocus();
        QVERIFY(orders.isAncestorOf(QApplication::focusWidget()));
        QVERIFY(symbolAtHand().isEmpty());
        QCOMPARE(m_port->watched, QStringList { u"AAPL"_s }); // as before
        orders.table()->choose(orders.table()->source().index(0, 0));
        QCOMPARE(symbolAtHand(), u"NVDA"_s);
        QCOMPARE(m_port->watched, QStringList { u"NVDA"_s });
        QCursor::setPos(m_window->mapToGlobal(QPoint(2, 2)));
    }

    void theSymbolInHandIsFollowed()
    {
        QCOMPARE(m_port->watched, QStringList { u"AAPL"_s });
        tape().setFocus();
        QCOMPARE(m_port->watched, QStringList { u"MSFT"_s });
    }

    void anOrderWaitsForTheFirstQuote()
    {
        chart().setSymbol(u"AMD"_s);
        press(Qt::Key_B);
        QVERIFY(m_port->previewed.empty());
        QVERIFY(m_port->watched.contains(u"AMD"_s));
        giveQuotes(u"MSFT"_s);
        QVERIFY(m_port->submitted.empty());
        giveQuotes(u"AMD"_s);
        QCOMPARE(m_port->submitted.size(), 1u);
        QCOMPARE(m_port->submitted[0].symbol, u"AMD"_s);
        giveQuotes(u"AMD"_s);
        QCOMPARE(m_port->submitted.size(), 1u); // once
    }

    void anOrderThatWaitsIsForgottenWithItsSymbol()
    {
        press(Qt::Key_B);
        tape().setFocus();
        giveQuotes(u"AAPL"_s);
        giveQuotes(u"MSFT"_s);
        QVERIFY(m_port->submitted.empty());
    }

    void noQuoteIsSaid()
    {
        QSignalSpy nothing(m_desk.get(), &TradeDesk::nothingToDo);
        press(Qt::Key_B);
        QCOMPARE(nothing.count(), 0);
        auto *patience = m_window->findChild<TradeHand *>()->findChild<QTimer *>();
        QVERIFY(patience->isActive());
        patience->start(0);
        QVERIFY(nothing.wait());
        QVERIFY(nothing[0][0].toString().contains(u"AAPL"_s));
    }

    void aHeldKeySendsOnce()
    {
        for (const Command &command : m_window->commands().commands())
            if (command.category == CommandCategory::Trade)
                QVERIFY2(!m_window->commands().action(command.id)->autoRepeat(),
                         qPrintable(command.id));
    }

    void noDefaultIsTwice()
    {
        QStringList seen;
        for (const Command &command : m_window->commands().commands()) {
            const QString keys = command.shortcut.toString();
            QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys));
            seen << keys;
            if (command.category == CommandCategory::Trade)
                QVERIFY2(keys.isEmpty() || keys.contains(u'+'), qPrintable(keys));
        }
    }

    void theMenuHasThem()
    {
        auto *bar = m_window->findChild<QMenuBar *>();
        const QList<QAction *> menus = bar->actions();
        QCOMPARE(menus[menus.size() - 2]->text(), u"&Trade"_s);
        QVERIFY(menus[menus.size() - 2]->isVisible());
        QMenu *menu = menus[menus.size() - 2]->menu();
        emit menu->aboutToShow();
        QVERIFY(menu->actions().contains(m_window->commands().action(u"trade.position-flatten"_s)));
    }

    void theCardShowsTheKeysAsTheyAre()
    {
        m_window->commands().action(u"trade.more-card"_s)->trigger();
        auto *card = m_window->findChild<KeyCard *>();
        QVERIFY(card);
        const auto native = [](const char *keys) {
            return QKeySequence(QString::fromLatin1(keys)).toString(QKeySequence::NativeText);
        };
        QVERIFY(card->text().contains(native("Ctrl+Shift+F")));
        QVERIFY(card->text().contains(u"Flatten the position"_s));
        m_window->commands().rebind(u"trade.position-flatten"_s, QKeySequence(u"Ctrl+F9"_s));
        QVERIFY(!card->text().contains(native("Ctrl+Shift+F")));
        QVERIFY(card->text().contains(native("Ctrl+F9")));
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            m_fixture->settings.setThemeChoice(choice);
            if (!folder.isEmpty())
                card->grab().save(folder + u"/keycard-%1.png"_s.arg(int(choice)));
        }
        press(Qt::Key_F9, Qt::ControlModifier);
    }

    void theCardIsSavedAsPdf()
    {
        m_fixture->files.path = m_fixture->folder.filePath(u"keys.pdf"_s);
        KeyCard card(m_fixture->theme, m_window->commands(), m_fixture->files);
        card.show();
        QTest::mouseClick(card.findChild<QPushButton *>(u"keyCardSave"_s), Qt::LeftButton);
        QFile file(m_fixture->files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() > 2'000);
        QCOMPARE(file.read(5), QByteArray("%PDF-"));
        QVERIFY(!card.savePdf(m_fixture->folder.filePath(u"no/such/folder.pdf"_s)));
    }

    void reboundKeysTrade()
    {
        m_window->commands().rebind(u"trade.order-join-bid"_s, QKeySequence(u"Alt+J"_s));
        giveQuotes(u"AAPL"_s);
        press(Qt::Key_B);
        QVERIFY(m_port->submitted.empty());
        press(Qt::Key_J, Qt::AltModifier);
        QCOMPARE(m_port->submitted.size(), 1u);
    }
};

QTEST_MAIN(TestTradeKeys)
#include "tst_tradekeys.moc"
