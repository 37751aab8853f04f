#include "chainpanel.h"

#include "chaintable.h"
#include "expirybar.h"
#include "fakechainport.h"
#include "panelfixture.h"
#include "pricedchain.h"
#include "strategydesk.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An option chain on SPY, shown.
struct ShownChain
{
    explicit ShownChain(const QString &symbol = u"SPY"_s)
        : panel(fixture.context(u"chain"_s), store, strategies)
    {
        panel.resize(1'100, 500);
        panel.setSymbol(symbol);
        panel.show();
    }

    void tell() { store.apply(priced.update()); }
    int rowOf(int strike)
    {
        const auto &rows = panel.sheet().rows();
        const auto found = std::ranges::find(rows, Price::whole(strike), &ChainStrike::strike);
        return found == rows.end() ? -1 : int(found - rows.begin());
    }
    void click(int row, OptionRight right, ChainColumn column)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          table()->cellRect(row, right, column).center());
    }
    ChainTable *table() { return panel.table(); }
    template<typename Widget> Widget *find(const QString &name)
    {
        return panel.findChild<Widget *>(name);
    }

    PanelFixture fixture;
    FakeChainPort port;
    ChainStore store { port };
    StrategyDesk strategies;
    ChainPanel panel;
    PricedChain priced;
};

} // namespace

class TestChainPanel : public QObject
{
    Q_OBJECT

private slots:
    void pricesAndFiguresAreShown()
    {
        ShownChain shown;
        QCOMPARE(shown.port.opened, QStringList { u"SPY"_s });
        shown.tell();
        const auto &rows = shown.panel.sheet().rows();
        QCOMPARE(rows.size(), std::size_t(21));
        const int row = shown.rowOf(500);
        const ChainContract call
            = shown.priced.contract(QDate(2026, 3, 13), 500, OptionRight::Call);
        QCOMPARE(shown.table()->cellText(row, OptionRight::Call, ChainColumn::Bid),
                 QLocale().toString(call.bid.toDouble(), 'f', 2));
        QCOMPARE(shown.table()->cellText(row, OptionRight::Put, ChainColumn::Volatility),
                 QLocale().toString(20.0, 'f', 1));
        QVERIFY(shown.table()
                    ->cellText(row, OptionRight::Call, ChainColumn::Change)
                    .endsWith(QLocale().toString(0.25, 'f', 2)));

        // Both sides mirror each other around the strike
        const QRect bid = shown.table()->cellRect(row, OptionRight::Call, ChainColumn::Bid);
        const QRect ask = shown.table()->cellRect(row, OptionRight::Call, ChainColumn::Ask);
        QVERIFY(bid.right() < ask.left());
        const QRect putAsk = shown.table()->cellRect(row, OptionRight::Put, ChainColumn::Ask);
        QVERIFY(ask.right() < putAsk.left());
        QVERIFY(std::abs((ask.left() + putAsk.right()) / 2 - shown.table()->viewport()->width() / 2)
                <= 2);
    }

    void expirationsAreTabs()
    {
        ShownChain shown;
        shown.tell();
        ExpiryBar *bar = shown.panel.expiries();
        QCOMPARE(bar->summaries().size(), std::size_t(3));
        QVERIFY(bar->tabTexts(0).first().contains(u"3 d"_s));
        QVERIFY(bar->tabTexts(0).last().contains(QLocale().toString(20.0, 'f', 1)));
        QVERIFY(bar->tabTexts(0).last().contains(u'±'));
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(2).center());
        QCOMPARE(shown.panel.sheet().expiry().day, QDate(2026, 6, 18));
        QCOMPARE(shown.panel.sheet().rows().front().call->terms.expiry, QDate(2026, 6, 18));
        QTest::keyClick(bar, Qt::Key_Left);
        QCOMPARE(shown.panel.sheet().expiry().day, QDate(2026, 3, 20));
        QTest::keyClick(bar, Qt::Key_Home);
        QCOMPARE(shown.panel.sheet().expiry().day, QDate(2026, 3, 13));
    }

    void totalsAreSaid()
    {
        ShownChain shown;
        shown.tell();
        const QString text = shown.panel.totalsText();
        QVERIFY2(text.contains(u"put/call volume "_s + QLocale().toString(1.0, 'f', 2)),
                 qPrintable(text));
        // More calls than puts stand open: their writers fare best a strike below the middle
        QVERIFY2(text.contains(u"max pain 495"_s), qPrintable(text));
        QVERIFY2(text.contains(u"gamma exposure"_s), qPrintable(text));
    }

    /// The ask is bought, the bid sold; what is let go elsewhere does nothing.
    void pricesAddLegs()
    {
        ShownChain shown;
        shown.tell();
        QSignalSpy wanted(&shown.strategies, &StrategyDesk::wanted);
        const int row = shown.rowOf(500);
        shown.click(row, OptionRight::Call, ChainColumn::Ask);
        shown.click(row, OptionRight::Put, ChainColumn::Bid);
        const StrategyDraft &draft = shown.strategies.draft(u"SPY"_s);
        QCOMPARE(draft.legs.size(), std::size_t(2));
        QCOMPARE(draft.legs[0].side, Side::Buy);
        QVERIFY(draft.legs[0].symbol.contains(u'C'));
        QCOMPARE(draft.legs[1].side, Side::Sell);
        QVERIFY(draft.legs[1].symbol.endsWith(u"P00500000"_s));
        QCOMPARE(wanted.size(), 2);

        QTest::mousePress(
            shown.table()->viewport(), Qt::LeftButton, {},
            shown.table()->cellRect(row, OptionRight::Call, ChainColumn::Ask).center());
        QTest::mouseRelease(
            shown.table()->viewport(), Qt::LeftButton, {},
            shown.table()->cellRect(row + 1, OptionRight::Call, ChainColumn::Ask).center());
        shown.click(row, OptionRight::Call, ChainColumn::Delta);
        QCOMPARE(shown.strategies.draft(u"SPY"_s).legs.size(), std::size_t(2));
    }

    void keysMoveAndOpen()
    {
        ShownChain shown;
        shown.tell();
        QSignalSpy symbols(&shown.panel, &Panel::symbolChanged);
        QTest::keyClick(shown.table(), Qt::Key_Down); // begins at the money
        QVERIFY(shown.table()->currentContract().endsWith(u"C00505000"_s));
        QTest::keyClick(shown.table(), Qt::Key_Up);
        QTest::keyClick(shown.table(), Qt::Key_Right);
        QVERIFY(shown.table()->currentContract().endsWith(u"P00500000"_s));
        QCOMPARE(shown.panel.symbolAtHand(), shown.table()->currentContract());
        QTest::keyClick(shown.table(), Qt::Key_Plus);
        QCOMPARE(shown.strategies.draft(u"SPY"_s).legs.size(), std::size_t(1));
        QCOMPARE(shown.strategies.draft(u"SPY"_s).legs[0].side, Side::Buy);
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(symbols.size(), 1);
        QVERIFY(shown.panel.symbol().endsWith(u"P00500000"_s));
        // Its chain is the same one
        QCOMPARE(shown.port.opened.size(), 1);
        QCOMPARE(shown.panel.sheet().rows().size(), std::size_t(21));
        QTest::keyClick(shown.table(), Qt::Key_PageDown);
        QTest::keyClick(shown.table(), Qt::Key_PageDown);
        QTest::keyClick(shown.table(), Qt::Key_PageDown);
        QVERIFY(shown.table()->currentContract().endsWith(u"P00550000"_s));
    }

    /// Whatever is on screen is streamed, from the middle outwards; nothing while it is hidden.
    void whatIsSeenIsStreamed()
    {
        ShownChain shown;
        shown.panel.resize(900, 300);
        shown.tell();
        QTRY_VERIFY(!shown.port.shown.isEmpty());
        QVERIFY(shown.port.shown.size() < 42);
        QVERIFY(shown.port.shown.first().contains(u"00505000"_s)
                || shown.port.shown.first().contains(u"00500000"_s));
        const QStringList before = shown.port.shown;
        shown.table()->verticalScrollBar()->setValue(0);
        QVERIFY(shown.port.shown != before);
        QVERIFY(std::ranges::any_of(shown.port.shown, [](const QString &symbol) {
            return symbol.endsWith(u"00450000"_s);
        }));
        shown.panel.hide();
        QCOMPARE(shown.port.closed, QList<quint64> { 1 });
        shown.panel.show();
        QCOMPARE(shown.port.opened.size(), 2);
    }

    void strikesAreFiltered()
    {
        ShownChain shown;
        shown.tell();
        auto *around = shown.find<QComboBox>(u"chainAround"_s);
        around->setCurrentIndex(around->findData(5));
        emit around->activated(around->currentIndex());
        QCOMPARE(shown.panel.sheet().rows().size(), std::size_t(10));
        QCOMPARE(shown.panel.sheet().hidden(), std::size_t(11));
        QVERIFY(shown.panel.totalsText().contains(u"11"_s));

        QTest::mouseClick(shown.find<QToolButton>(u"chainFilterButton"_s), Qt::LeftButton);
        auto *least = shown.find<QDoubleSpinBox>(u"chainLeastDelta"_s);
        auto *most = shown.find<QDoubleSpinBox>(u"chainMostDelta"_s);
        QVERIFY(least && least->isVisible());
        least->setValue(0.4);
        most->setValue(0.6);
        const auto &rows = shown.panel.sheet().rows();
        QVERIFY(!rows.empty() && rows.size() < 10);
        for (const ChainStrike &row : rows)
            QVERIFY(std::abs(std::abs(row.call->own->delta) - 0.5) <= 0.11
                    || std::abs(std::abs(row.put->own->delta) - 0.5) <= 0.11);
        least->setValue(0.999);
        most->setValue(1);
        QVERIFY(shown.panel.sheet().rows().empty());
    }

    void greeksAreOursOrTheServices()
    {
        ShownChain shown;
        shown.tell();
        const int row = shown.rowOf(500);
        auto *greeks = shown.find<QComboBox>(u"chainGreeks"_s);
        greeks->setCurrentIndex(greeks->findData(int(GreeksSource::Service)));
        emit greeks->activated(greeks->currentIndex());
        QCOMPARE(shown.table()->cellText(row, OptionRight::Call, ChainColumn::Volatility),
                 QLocale().toString(21.0, 'f', 1));
        QVERIFY(shown.table()
                    ->cellText(row, OptionRight::Call, ChainColumn::VolatilityGap)
                    .endsWith(QLocale().toString(1.0, 'f', 2)));
    }

    void whatIsLackingIsSaid()
    {
        ShownChain shown;
        ChainUpdate update = shown.priced.update();
        update.state = ChainState::ContractsOnly;
        for (ChainContract &contract : update.contracts)
            contract.bid = contract.ask = contract.last = Price();
        shown.store.apply(update);
        QVERIFY(shown.panel.planNote().contains(u"Starter"_s));
        // Prices, but late, and no quotes among them
        update.state = ChainState::Here;
        update.badge.recency = Recency::Delayed;
        shown.store.apply(update);
        QVERIFY(shown.panel.planNote().contains(u"Advanced"_s));
        update.badge.recency = Recency::RealTime;
        shown.store.apply(update);
        QVERIFY(shown.panel.planNote().isEmpty());
        QCOMPARE(shown.panel.sheet().rows().size(), std::size_t(21));
        shown.panel.setSymbol(u"X:BTCUSD"_s);
        QCOMPARE(shown.port.closed.size(), 1);
        QVERIFY(shown.panel.sheet().rows().empty());
        shown.panel.setSymbol(u"O:AAPL260320C00200000"_s);
        QCOMPARE(shown.port.opened.last(), u"AAPL"_s);
        shown.panel.setSymbol(u"O:SPXW260320C05000000"_s);
        QCOMPARE(shown.port.opened.last(), u"I:SPX"_s);
    }

    void choicesAreKept()
    {
        ShownChain shown;
        shown.tell();
        shown.table()->setColumns({ ChainColumn::Bid, ChainColumn::Ask, ChainColumn::Liquidity });
        ChainFilter filter;
        filter.around = 10;
        filter.mostSpread = 20;
        shown.panel.sheet().setFilter(filter);
        shown.panel.sheet().setGreeks(GreeksSource::Service);
        const QJsonObject state = shown.panel.saveState();
        ShownChain other;
        other.panel.restoreState(state);
        QCOMPARE(other.table()->columns(), shown.table()->columns());
        QVERIFY(other.panel.sheet().filter() == filter);
        QCOMPARE(other.panel.sheet().greeks(), GreeksSource::Service);
        other.panel.restoreState({ { u"columns"_s, u"nonsense"_s } });
        QCOMPARE(other.table()->columns().size(), std::size_t(3));
    }
};

QTEST_MAIN(TestChainPanel)
#include "tst_chainpanel.moc"
