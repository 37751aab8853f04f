#include "bookmodel.h"
#include "bookpanel.h"
#include "faketradeport.h"
#include "fonts.h"
#include "laddertradebar.h"
#include "laddertrading.h"
#include "ladderview.h"
#include "panelfixture.h"
#include "tradetext.h"
#include "writtendepth.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Trading from the ladder by real mouse and keys. With TAPELINE_PICTURES=folder it leaves pictures
/// to look at.
class TestLadderTrading : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeTradePort> m_port;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<BookModel> m_model;
    std::unique_ptr<BookPanel> m_panel;
    std::unique_ptr<WrittenDepth> m_depth;
    std::vector<BookPrint> m_prints;

    LadderView &ladder() const { return *m_panel->ladder(); }
    void feed(int columns)
    {
        const BookUpdate update = m_depth->next(columns);
        m_prints.insert(m_prints.end(), update.prints.begin(), update.prints.end());
        m_model->apply(update);
        m_model->applyTraded(tradedToday(m_prints));
        ladder().refresh();
    }
    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png");
    }

    qint64 bidRow() const { return m_model->rowOf(m_model->best().bid); }
    qint64 askRow() const { return m_model->rowOf(m_model->best().ask); }
    Price priceOf(qint64 row) const { return m_model->grid().bottom(row); }
    QPoint at(LadderColumn column, qint64 row) const
    {
        return { ladder().columnRect(column).center().x(),
                 ladder().headerHeight() + m_panel->scale().yOf(row) + ladder().rowHeight() / 2 };
    }
    void click(LadderColumn column, qint64 row, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseClick(&ladder(), button, {}, at(column, row));
    }
    void drag(LadderColumn column, qint64 from, qint64 to, bool drop = true)
    {
        QTest::mousePress(&ladder(), Qt::LeftButton, {}, at(column, from));
        QTest::mouseMove(&ladder(), at(column, to));
        if (drop)
            QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, at(column, to));
    }
    QToolButton *button(const QString &name) const
    {
        return m_panel->findChild<QToolButton *>(name);
    }

    static OrderRow order(const QString &id, Side side, OrderType type, Price price,
                          qint64 qty = 100, OrderState state = OrderState::Accepted)
    {
        OrderRow row;
        row.ticket.id = id;
        row.ticket.symbol = u"SPY"_s;
        row.ticket.side = side;
        row.ticket.qty = Qty::whole(qty);
        row.ticket.type = type;
        (row.ticket.hasStop() ? row.ticket.stop : row.ticket.limit) = price;
        row.state = state;
        return row;
    }
    static PositionRow position(qint64 qty, Price average, Money unrealized)
    {
        PositionRow row;
        row.symbol = u"SPY"_s;
        row.qty = Qty::whole(qty);
        row.average = average;
        row.unrealized = unrealized;
        return row;
    }
    void tell(const std::vector<PositionRow> &positions, const std::vector<OrderRow> &working)
    {
        m_desk->apply(accountUpdate(positions, working));
        ladder().refresh();
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<FakeTradePort>();
        m_desk = std::make_unique<TradeDesk>(*m_port);
        m_model = std::make_unique<BookModel>();
        m_depth = std::make_unique<WrittenDepth>();
        m_prints.clear();
        m_panel = std::make_unique<BookPanel>(m_fixture->context(u"book"_s), *m_model);
        m_panel->setSymbol(u"SPY"_s);
        m_panel->setTradeDesk(*m_desk);
        m_panel->resize(1'000, 620);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        feed(20);
        tell({}, {});
        m_desk->setArmed(true);
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_desk.reset();
        m_port.reset();
        m_fixture.reset();
    }

    void clicksPlaceLimitsAndStops()
    {
        const qint64 low = bidRow() - 3;
        const qint64 high = askRow() + 4;
        click(LadderColumn::BidSize, low);
        m_port->answerPreviews(*m_desk);
        click(LadderColumn::AskSize, high);
        m_port->answerPreviews(*m_desk);
        click(LadderColumn::BidSize, high, Qt::RightButton);
        m_port->answerPreviews(*m_desk);
        click(LadderColumn::AskSize, low, Qt::RightButton);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 4u);
        const auto is = [&](std::size_t at, Side side, OrderType type, qint64 row) {
            const OrderTicket &ticket = m_port->submitted[at];
            QCOMPARE(ticket.symbol, u"SPY"_s);
            QCOMPARE(ticket.side, side);
            QCOMPARE(ticket.type, type);
            QCOMPARE(ticket.qty, m_desk->settings().size);
            QCOMPARE(type == OrderType::Limit ? ticket.limit : ticket.stop, priceOf(row));
        };
        is(0, Side::Buy, OrderType::Limit, low);
        is(1, Side::Sell, OrderType::Limit, high);
        is(2, Side::Buy, OrderType::Stop, high);
        is(3, Side::Sell, OrderType::Stop, low);
    }

    void whatAClickWouldDoIsShown()
    {
        QTest::mouseMove(&ladder(), at(LadderColumn::BidSize, bidRow()));
        QVERIFY2(m_panel->trading()->hint().startsWith(u"Buy 100 limit "_s
                                                       + tradetext::price(m_model->best().bid)),
                 qPrintable(m_panel->trading()->hint()));
        QCOMPARE(m_panel->trading()->look(bidRow()).pointed, std::optional(LadderColumn::BidSize));
        QTest::mouseMove(&ladder(), at(LadderColumn::Price, bidRow()));
        QVERIFY(m_panel->trading()->hint().isEmpty());
    }

    void unarmedAsksFirst()
    {
        m_desk->setArmed(false);
        click(LadderColumn::BidSize, bidRow());
        m_port->answerPreviews(*m_desk);
        QVERIFY(m_desk->question());
        QVERIFY(m_port->submitted.empty());
        QVERIFY(ladder().cellText(LadderColumn::OwnBuy, bidRow()).isEmpty());
        confirmAsked(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1u);
    }

    void anOrderUnderWayIsShownPaleUntilItWorks()
    {
        click(LadderColumn::BidSize, bidRow());
        m_port->answerPreviews(*m_desk);
        const auto cell = [this] {
            return m_panel->trading()->orders().cell(Side::Buy, bidRow(), m_model->grid());
        };
        QCOMPARE(ladder().cellText(LadderColumn::OwnBuy, bidRow()), u"100"_s);
        QVERIFY(cell().isPending);
        const QPoint inside = at(LadderColumn::OwnBuy, bidRow())
            - QPoint(ladder().columnRect(LadderColumn::OwnBuy).width() / 2 - 3, 0);
        ladder().refresh();
        const QColor pale = ladder().grab().toImage().pixelColor(inside);
        OrderRow working
            = order(m_port->submitted[0].id, Side::Buy, OrderType::Limit, priceOf(bidRow()));
        OrderEvent event;
        event.id = working.ticket.id;
        event.action = OrderAction::Accept;
        event.state = OrderState::Accepted;
        event.ticket = working.ticket;
        PaperUpdate update = accountUpdate({}, { working });
        update.reports.push_back({ u"Paper"_s, event });
        m_desk->apply(update);
        ladder().refresh();
        QVERIFY(!cell().isPending);
        const QColor now = ladder().grab().toImage().pixelColor(inside);
        QCOMPARE(now, m_fixture->theme.color(ColorRole::Up));
        QVERIFY(pale != now);
    }

    void aPartialFillLeavesLess()
    {
        OrderRow sell = order(u"a"_s, Side::Sell, OrderType::Limit, priceOf(askRow() + 2));
        sell.filled = Qty::whole(40);
        sell.state = OrderState::PartiallyFilled;
        tell({}, { sell });
        QCOMPARE(ladder().cellText(LadderColumn::OwnSell, askRow() + 2), u"60"_s);
    }

    void aDragChangesThePrice()
    {
        const qint64 row = bidRow() - 2;
        tell({},
             { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)),
               order(u"s"_s, Side::Sell, OrderType::Stop, priceOf(row - 3)) });
        QCOMPARE(ladder().cellText(LadderColumn::OwnSell, row - 3), u"S 100"_s);
        drag(LadderColumn::OwnBuy, row, row - 4);
        QCOMPARE(m_port->replaced.size(), 1u);
        QCOMPARE(m_port->replaced[0].id, u"a"_s);
        QCOMPARE(m_port->replaced[0].limit, priceOf(row - 4));
        QVERIFY(!m_port->replaced[0].stop);
        drag(LadderColumn::OwnSell, row - 3, row);
        QCOMPARE(m_port->replaced.size(), 2u);
        QCOMPARE(m_port->replaced[1].stop, priceOf(row));
        QVERIFY(m_port->submitted.empty());
        QVERIFY(m_panel->scale().isFollowing()); // it did not scroll
    }

    void aStopLimitMovesWhole()
    {
        OrderRow stop = order(u"s"_s, Side::Sell, OrderType::StopLimit, priceOf(bidRow() - 5));
        stop.ticket.limit = priceOf(bidRow() - 7);
        tell({}, { stop });
        QCOMPARE(ladder().cellText(LadderColumn::OwnSell, bidRow() - 5), u"SL 100"_s);
        drag(LadderColumn::OwnSell, bidRow() - 5, bidRow() - 2);
        QCOMPARE(m_port->replaced.at(0).stop, priceOf(bidRow() - 2));
        QCOMPARE(m_port->replaced.at(0).limit, priceOf(bidRow() - 4));
    }

    void escEndsADragWithoutAChange()
    {
        const qint64 row = bidRow() - 2;
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)) });
        drag(LadderColumn::OwnBuy, row, row - 4, false);
        QVERIFY(m_panel->trading()->look(row - 4).dropped.has_value());
        QVERIFY(m_panel->trading()->hint().contains(tradetext::price(priceOf(row - 4))));
        QTest::keyClick(&ladder(), Qt::Key_Escape);
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, at(LadderColumn::OwnBuy, row - 4));
        QVERIFY(m_port->replaced.empty());
        QVERIFY(!m_panel->trading()->look(row - 4).dropped.has_value());
    }

    void onlyThePressedButtonDrops()
    {
        const qint64 row = bidRow() - 2;
        const QPoint to = at(LadderColumn::OwnBuy, row - 4);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)) });
        drag(LadderColumn::OwnBuy, row, row - 4, false);
        QTest::mouseRelease(&ladder(), Qt::MiddleButton, {}, to);
        QVERIFY(m_port->replaced.empty());
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, to);
        QCOMPARE(m_port->replaced.size(), 1u);
        QTest::mousePress(&ladder(), Qt::LeftButton, {}, at(LadderColumn::BidSize, row));
        QTest::mouseRelease(&ladder(), Qt::RightButton, {}, at(LadderColumn::BidSize, row));
        m_port->answerPreviews(*m_desk);
        QVERIFY(m_port->submitted.empty());
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, at(LadderColumn::BidSize, row));
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1u);
    }

    void aSecondButtonGivesUpADrag()
    {
        const qint64 row = bidRow() - 2;
        const QPoint to = at(LadderColumn::OwnBuy, row - 4);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)) });
        drag(LadderColumn::OwnBuy, row, row - 4, false);
        QTest::mousePress(&ladder(), Qt::RightButton, {}, to);
        QVERIFY(!m_panel->trading()->isPressed());
        QTest::mouseRelease(&ladder(), Qt::RightButton, {}, to);
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, to);
        m_port->answerPreviews(*m_desk);
        QVERIFY(m_port->replaced.empty());
        QVERIFY(m_port->submitted.empty());
    }

    void aButtonLetGoUnheardGivesUpADrag()
    {
        const qint64 row = bidRow() - 2;
        const QPoint to = at(LadderColumn::OwnBuy, row - 4);
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)) });
        drag(LadderColumn::OwnBuy, row, row - 4, false);
        QMouseEvent move(QEvent::MouseMove, to, ladder().mapToGlobal(to), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&ladder(), &move);
        QVERIFY(!m_panel->trading()->isPressed());
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, to);
        QVERIFY(m_port->replaced.empty());
    }

    void coarseRowsTakeTheirPrice()
    {
        BookOptions options;
        options.group = 5;
        m_panel->setOptions(options);
        ladder().refresh();
        const qint64 row = bidRow() - 2;
        const Price inside = priceOf(row) + Price::fromUnits(2 * Price::unitsPerOne / 100);
        tell({},
             { order(u"a"_s, Side::Buy, OrderType::Limit, inside),
               order(u"b"_s, Side::Buy, OrderType::Limit, priceOf(row)) });
        QCOMPARE(ladder().cellText(LadderColumn::OwnBuy, row), u"200"_s);
        drag(LadderColumn::OwnBuy, row, row); // not a price more or less
        QVERIFY(m_port->replaced.empty());
        drag(LadderColumn::OwnBuy, row, row - 1);
        QCOMPARE(m_port->replaced.size(), 2u);
        QCOMPARE(m_port->replaced[0].limit, priceOf(row - 1));
        QCOMPARE(m_port->replaced[1].limit, priceOf(row - 1));
        click(LadderColumn::BidSize, row);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.at(0).limit, priceOf(row));
    }

    void unarmedADragOfTwoIsOneQuestion()
    {
        m_desk->setArmed(false);
        const qint64 row = bidRow() - 2;
        tell({},
             { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)),
               order(u"b"_s, Side::Buy, OrderType::Limit, priceOf(row)) });
        drag(LadderColumn::OwnBuy, row, row - 4);
        QVERIFY(m_desk->question());
        QCOMPARE(m_desk->question()->plan.changes.size(), 2u);
        QVERIFY(m_port->replaced.empty());
        m_desk->dismiss();
        QCOMPARE(ladder().cellText(LadderColumn::OwnBuy, row), u"200"_s);
    }

    void crossesCancelTheRowAndSide()
    {
        const qint64 row = bidRow() - 2;
        tell({},
             { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row)),
               order(u"b"_s, Side::Buy, OrderType::Limit, priceOf(row)),
               order(u"c"_s, Side::Buy, OrderType::Limit, priceOf(row - 1)),
               order(u"d"_s, Side::Sell, OrderType::Stop, priceOf(row)) });
        QVERIFY(ladder().cellText(LadderColumn::CancelBuy, row + 1).isEmpty());
        QVERIFY(!ladder().cellText(LadderColumn::CancelBuy, row).isEmpty());
        click(LadderColumn::CancelBuy, row);
        QCOMPARE(m_port->cancelled, (QStringList { u"a"_s, u"b"_s }));
        click(LadderColumn::OwnSell, row, Qt::MiddleButton);
        QCOMPARE(m_port->cancelled.last(), u"d"_s);
        QVERIFY(m_port->submitted.empty());
    }

    void rowsThatMovedAwayPlaceNothing()
    {
        QTest::mousePress(&ladder(), Qt::LeftButton, {}, at(LadderColumn::BidSize, bidRow()));
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, at(LadderColumn::BidSize, bidRow() - 1));
        m_port->answerPreviews(*m_desk);
        QVERIFY(m_port->submitted.empty());
    }

    void rowsStandStillUnderTheMouse()
    {
        const qint64 before = m_panel->scale().topRow();
        const auto moveMarket = [this](qint64 to) {
            BookUpdate update = m_depth->next(1);
            update.best.bid = update.grid.bottom(to);
            update.best.ask = update.grid.bottom(to + 1);
            m_model->apply(update);
            ladder().refresh();
        };
        QTest::mouseMove(&ladder(), at(LadderColumn::BidSize, bidRow()));
        moveMarket(before - 2); // near the edge, in view
        QCOMPARE(m_panel->scale().topRow(), before);
        QTest::mouseMove(&ladder(), at(LadderColumn::Price, before - 4));
        ladder().refresh();
        QVERIFY(m_panel->scale().topRow() != before);
    }

    void otherPlacesStillScroll()
    {
        const qint64 top = m_panel->scale().topRow();
        drag(LadderColumn::Price, bidRow(), bidRow() - 3);
        QCOMPARE(m_panel->scale().topRow(), top + 3);
        QVERIFY(m_port->previewed.empty());
        QTest::mouseDClick(&ladder(), Qt::LeftButton, {}, at(LadderColumn::Price, bidRow()));
        QVERIFY(m_panel->scale().isFollowing());
    }

    void aDoubleClickIsOneOrder()
    {
        click(LadderColumn::BidSize, bidRow()); // QTest's has but the second half
        QTest::mouseDClick(&ladder(), Qt::LeftButton, {}, at(LadderColumn::BidSize, bidRow()));
        QTest::mouseRelease(&ladder(), Qt::LeftButton, {}, at(LadderColumn::BidSize, bidRow()));
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1u);
    }

    void thePositionIsInTheHeader()
    {
        const LadderTradeBar &bar = *m_panel->tradeBar();
        QCOMPARE(bar.positionText(), u"No position"_s);
        QVERIFY(!button(u"ladderFlatten"_s)->isEnabled());
        const Money lost = *Money::parse(u"-12.5");
        tell({ position(-200, priceOf(askRow()), lost) }, {});
        QCOMPARE(bar.positionText(), u"Short 200 at "_s + tradetext::price(priceOf(askRow())));
        QCOMPARE(bar.profitText(), tradetext::profit(lost));
        QVERIFY(m_panel->trading()->look(askRow()).isAverage);
        QVERIFY(!m_panel->trading()->look(bidRow()).isAverage);
    }

    void flattenReverseAndCancelAll()
    {
        tell({ position(200, priceOf(bidRow()), Money()) },
             { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(bidRow() - 2)) });
        QTest::mouseClick(button(u"ladderCancelAll"_s), Qt::LeftButton);
        QCOMPARE(m_port->cancelled, QStringList { u"a"_s });
        QTest::mouseClick(button(u"ladderReverse"_s), Qt::LeftButton);
        m_port->answerPreviews(*m_desk);
        Qty sold;
        for (const OrderTicket &ticket : m_port->submitted) {
            QCOMPARE(ticket.side, Side::Sell);
            sold += ticket.qty;
        }
        QCOMPARE(sold, Qty::whole(400));
        m_port->submitted.clear();
        QTest::mouseClick(button(u"ladderFlatten"_s), Qt::LeftButton);
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), 1u);
        QCOMPARE(m_port->submitted[0].qty, Qty::whole(200));
    }

    void aDoubleClickReversesOnce()
    {
        tell({ position(200, priceOf(bidRow()), Money()) }, {});
        QToolButton *reverse = button(u"ladderReverse"_s);
        const QPoint middle = reverse->rect().center();
        QTest::mouseClick(reverse, Qt::LeftButton);
        const std::size_t once = m_port->previewed.size();
        QMouseEvent second(QEvent::MouseButtonDblClick, middle, reverse->mapToGlobal(middle),
                           Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(reverse, &second);
        QTest::mouseRelease(reverse, Qt::LeftButton);
        QCOMPARE(m_port->previewed.size(), once);
    }

    void sizesAreChosenAndEdited()
    {
        LadderTradeBar &bar = *m_panel->tradeBar();
        QVERIFY(bar.sizeButton(2)->isChecked());
        QTest::mouseClick(bar.sizeButton(1), Qt::LeftButton);
        QCOMPARE(m_desk->settings().size, Qty::whole(10));
        QVERIFY(bar.sizeButton(1)->isChecked() && !bar.sizeButton(2)->isChecked());
        QTest::mouseClick(bar.sizeButton(3), Qt::RightButton);
        auto *editor = bar.findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"x"_s);
        QTest::keyClick(editor, Qt::Key_Return); // no quantity: it stays
        QCOMPARE(m_desk->settings().sizes[3], Qty::whole(500));
        editor->selectAll();
        QTest::keyClicks(editor, u"2,500"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(m_desk->settings().sizes[3], Qty::whole(2'500));
        QCOMPARE(m_desk->settings().size, Qty::whole(2'500));
        QCOMPARE(bar.sizeButton(3)->text(), u"2,500"_s);
        QTest::mouseClick(bar.sizeButton(0), Qt::LeftButton);
        QTest::mouseDClick(bar.sizeButton(0), Qt::LeftButton);
        QTRY_COMPARE(bar.findChildren<QLineEdit *>().size(), 1);
        QTest::keyClick(bar.findChild<QLineEdit *>(), Qt::Key_Escape);
        QTRY_VERIFY(!bar.findChild<QLineEdit *>());
        QCOMPARE(m_desk->settings().sizes[0], Qty::whole(1));
        click(LadderColumn::BidSize, bidRow());
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.at(0).qty, Qty::whole(1)); // the first click chose it
    }

    void itsBarTakesTwoLinesOfANarrowPanel()
    {
        const LadderTradeBar &bar = *m_panel->tradeBar();
        QCOMPARE_LE(bar.heightForWidth(350), 2 * bar.sizeButton(0)->sizeHint().height() + 10);
    }

    void aSizeIsReadAsTheLanguageWritesIt()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const auto reset = qScopeGuard([&] { QLocale::setDefault(before); });
        LadderTradeBar &bar = *m_panel->tradeBar();
        QSignalSpy told(m_desk.get(), &TradeDesk::nothingToDo);
        const auto type = [&](const QString &text) {
            bar.editSize(3);
            auto *editor = bar.findChild<QLineEdit *>();
            editor->setText(text);
            QTest::keyClick(editor, Qt::Key_Return);
        };
        type(u"12,x"_s);
        QCOMPARE(m_desk->settings().sizes[3], Qty::whole(500));
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0][0].toString().contains(u"12,x"_s));
        type(u"512.30"_s); // no group could end there
        QCOMPARE(m_desk->settings().sizes[3], *Qty::parse(u"512.3"));
    }

    void oneClickIsSwitchedInTheHeader()
    {
        QToolButton *armed = button(u"ladderArmed"_s);
        QVERIFY(armed->isChecked());
        QTest::mouseClick(armed, Qt::LeftButton);
        QVERIFY(!m_desk->isArmed());
        m_desk->setArmed(true);
        QVERIFY(armed->isChecked());
    }

    void aRefusedChangeLeavesTheOrderWhereItIs()
    {
        const qint64 row = bidRow() - 2;
        const OrderRow own = order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(row));
        tell({}, { own });
        drag(LadderColumn::OwnBuy, row, row - 4);
        OrderEvent event;
        event.id = u"a"_s;
        event.action = OrderAction::RejectReplace;
        event.state = OrderState::Accepted;
        event.reason = { ReasonCode::PriceOutOfBand, {} };
        PaperUpdate update = accountUpdate({}, { own });
        update.reports.push_back({ u"Paper"_s, event });
        m_desk->apply(update);
        QCOMPARE(ladder().cellText(LadderColumn::OwnBuy, row), u"100"_s);
        QVERIFY(ladder().cellText(LadderColumn::OwnBuy, row - 4).isEmpty());
    }

    void itFollowsItsSymbol()
    {
        QCOMPARE(m_port->watched, QStringList { u"SPY"_s });
        tell({}, { order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(bidRow())) });
        m_panel->setSymbol(u"QQQ"_s);
        QCOMPARE(m_port->watched, QStringList { u"QQQ"_s });
        QVERIFY(ladder().cellText(LadderColumn::OwnBuy, bidRow()).isEmpty());
        m_panel.reset();
        QVERIFY(m_port->watched.isEmpty());
    }

    void narrowPanelsKeepWhatIsTradedWith()
    {
        m_panel->resize(ladder().leastWidth() + 4, 500);
        QVERIFY(!ladder().hasColumn(LadderColumn::Volume));
        QVERIFY(ladder().hasColumn(LadderColumn::OwnBuy));
        QVERIFY(ladder().columnRect(LadderColumn::CancelSell).right() < ladder().width());
        for (const QToolButton *own : m_panel->tradeBar()->findChildren<QToolButton *>())
            if (own->isVisible())
                QVERIFY2(m_panel->tradeBar()->rect().contains(
                             own->rect().translated(own->mapTo(m_panel->tradeBar(), QPoint())))
                             && own->width() >= own->sizeHint().width(),
                         qPrintable(own->objectName()));
    }

    void itLooksRight()
    {
        OrderRow pending = order(u"p"_s, Side::Buy, OrderType::Limit, priceOf(bidRow() - 5), 300,
                                 OrderState::PendingReplace);
        OrderRow part = order(u"q"_s, Side::Sell, OrderType::Limit, priceOf(askRow() + 3), 500);
        part.filled = Qty::whole(180);
        OrderRow stopLimit
            = order(u"t"_s, Side::Sell, OrderType::StopLimit, priceOf(bidRow() - 9), 200);
        stopLimit.ticket.limit = priceOf(bidRow() - 11);
        const std::vector<OrderRow> orders {
            order(u"a"_s, Side::Buy, OrderType::Limit, priceOf(bidRow())),
            order(u"b"_s, Side::Buy, OrderType::Limit, priceOf(bidRow() - 2), 12'500),
            pending,
            order(u"c"_s, Side::Buy, OrderType::Stop, priceOf(askRow() + 8), 100),
            part,
            order(u"d"_s, Side::Sell, OrderType::Stop, priceOf(bidRow() - 7), 400),
            stopLimit
        };
        tell({ position(400, priceOf(bidRow() - 4), *Money::parse(u"162.5")) }, orders);
        for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::Light }) {
            m_fixture->settings.setThemeChoice(choice);
            const QString name = choice == ThemeChoice::Dark ? u"ladder-dark"_s : u"ladder-light"_s;
            for (const QSize size : { QSize(1'280, 800), QSize(2'560, 1'440), QSize(472, 620),
                                      QSize(ladder().leastWidth(), 620) }) {
                m_panel->resize(size);
                m_panel->resize(size); // narrower, once the heat map is gone
                QTest::mouseMove(&ladder(), at(LadderColumn::BidSize, bidRow() - 1));
                feed(1);
                ladder().refresh();
                QCOMPARE(ladder().cellText(LadderColumn::OwnSell,
                                           m_model->rowOf(*stopLimit.ticket.stop)),
                         u"SL 200"_s);
                keepPicture(u"%1-%2"_s.arg(name).arg(size.width()));
            }
        }
    }
};

QTEST_MAIN(TestLadderTrading)
#include "tst_laddertrading.moc"
