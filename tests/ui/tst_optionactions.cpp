#include "chainstore.h"
#include "optiondesk.h"
#include "heldsamples.h"
#include "positionsmodel.h"
#include "positionspanel.h"
#include "strategydesk.h"
#include "tradepanelfixture.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString call = u"O:SPY260918C00500000"_s;
const QString callWing = u"O:SPY260918C00510000"_s;

class SilentChains : public ChainPort
{
public:
    quint64 openChain(const QString &) override { return 1; }
    void closeChain(quint64) override { }
    void setChainView(quint64, const QStringList &) override { }
};

} // namespace

/// What the table of positions shows of options, and what its menu does with them.
class TestOptionActions : public QObject, private TradePanelFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init()
    {
        begin();
        m_chains = std::make_unique<ChainStore>(m_feed);
        m_options = std::make_unique<OptionDesk>(*m_desk, *m_chains, m_strategies);
        auto positions
            = std::make_unique<PositionsPanel>(m_fixture->context(u"positions"_s), *m_desk);
        positions->setOptionDesk(*m_options);
        show(std::move(positions));
    }
    void cleanup()
    {
        m_panel.reset();
        m_options.reset();
        m_chains.reset();
        end();
    }

    /// Options behind their underlying, those of a strategy together, whatever they are called.
    void optionsStandBehindTheirUnderlying()
    {
        m_desk->apply(accountUpdate(
            { heldPosition(u"TSLA"_s, 10, 200, 201), heldPosition(callWing, 1, 2, 2, u"Vertical"_s),
              heldPosition(call, -1, 5, 4, u"Vertical"_s), heldPosition(u"SPY"_s, 100, 490, 500),
              heldPosition(u"AAPL"_s, 100, 190, 200) }));
        QCOMPARE(column(PositionsModel::Symbol),
                 (QStringList { u"AAPL"_s, u"SPY"_s, u"SPY 18 Sep 26 500 C"_s,
                                u"SPY 18 Sep 26 510 C"_s, u"TSLA"_s }));
        QCOMPARE(column(PositionsModel::Strategy).at(2), u"Vertical"_s);
        // by the market of the underlying
        InstrumentSnapshot seen;
        seen.symbol = u"SPY"_s;
        seen.last = Price::whole(505);
        seen.time = easterntime::at(QDate(2026, 8, 13), 10h);
        m_desk->applyMarket({ seen });
        PaperUpdate update = accountUpdate({ heldPosition(call, -1, 5, 6, u"Vertical"_s),
                                             heldPosition(callWing, 1, 2, 2, u"Vertical"_s) });
        m_desk->apply(update);
        QCOMPARE(column(PositionsModel::DaysLeft), (QStringList { u"36 d"_s, u"36 d"_s }));
        QCOMPARE(column(PositionsModel::Moneyness),
                 (QStringList { u"1.0 % in"_s, u"1.0 % out"_s }));
    }

    void whatBelongsTogetherIsClosedFromItsMenu()
    {
        m_desk->apply(accountUpdate({ heldPosition(call, -2, 5, 4, u"Vertical"_s),
                                      heldPosition(callWing, 2, 2, 2, u"Vertical"_s) }));
        action(0, u"Close Vertical together (2 legs)"_s)->trigger();
        m_port->answerPreviews(*m_desk);
        QCOMPARE(m_port->submitted.size(), std::size_t(1));
        QCOMPARE(m_port->submitted.front().legs.size(), std::size_t(2));
        QSignalSpy wanted(&m_strategies, &StrategyDesk::wanted);
        action(0, u"Adjust in the strategy builder…"_s)->trigger();
        QCOMPARE(wanted.size(), 1);
    }

    /// The menu says what comes of it; a sold one has no such actions.
    void aLongOptionIsExercisedOrDeclined()
    {
        PositionRow declined = heldPosition(call, 2, 5, 6);
        declined.isDeclined = true;
        m_desk->apply(accountUpdate({ declined, heldPosition(callWing, -1, 2, 2) }));
        QAction *exercise = action(0, u"Exercise now"_s);
        QVERIFY(exercise && exercise->menu());
        QCOMPARE(exercise->menu()->actions().front()->text(),
                 u"2 of 2: you buy 200 SPY at 500.00 for 100,000.00"_s);
        exercise->menu()->actions().back()->trigger();
        QCOMPARE(m_port->commands.front().kind, AccountCommand::Kind::Exercise);
        QCOMPARE(m_port->commands.front().qty, Qty::whole(1));
        QAction *decline = action(0, u"Do not exercise"_s);
        QVERIFY(decline->isChecked());
        decline->trigger();
        QCOMPARE(m_port->commands.back().kind, AccountCommand::Kind::AllowExercise);
        QVERIFY(!action(1, u"Exercise now"_s));
        QVERIFY(action(1, u"Roll to a later expiration…"_s));
    }

    /// It cannot be taken back: as long as orders are asked about, so is this.
    void exerciseIsAskedAboutUnlessOneClickTradingIsOn()
    {
        m_desk->setArmed(false);
        m_desk->apply(accountUpdate({ heldPosition(call, 2, 5, 6) }));
        const auto *question = m_panel->findChild<QWidget *>(u"exerciseQuestion"_s);
        const auto ask
            = [this] { action(0, u"Exercise now"_s)->menu()->actions().front()->trigger(); };
        ask();
        QVERIFY(m_port->commands.empty());
        QVERIFY(question && question->isVisible());
        QCOMPARE(question->findChild<QLabel *>()->text(),
                 u"Exercise 2 of SPY 18 Sep 26 500 C now: you buy 200 SPY at 500.00 for "
                 "100,000.00? It cannot be taken back."_s);
        question->findChild<QPushButton *>(u"exerciseNo"_s)->click();
        QVERIFY(!question->isVisible());
        ask();
        m_desk->apply(accountUpdate({ heldPosition(call, 1, 5, 6) })); // one was sold meanwhile
        QVERIFY(!question->isVisible());
        ask();
        question->findChild<QPushButton *>(u"exerciseYes"_s)->click();
        QVERIFY(!question->isVisible());
        QCOMPARE(m_port->commands.size(), std::size_t(1));
        QCOMPARE(m_port->commands.front().kind, AccountCommand::Kind::Exercise);
        QCOMPARE(m_port->commands.front().qty, Qty::whole(1));
    }

    void sharesAloneHaveNone()
    {
        m_desk->apply(accountUpdate({ heldPosition(u"SPY"_s, 100, 490, 500) }));
        QVERIFY(!action(0, u"Roll to a later expiration…"_s));
    }

private:
    /// Of the menu of a row; null when it has none of this text.
    QAction *action(int row, const QString &text)
    {
        delete m_panel->findChild<QMenu *>(u"tradeMenu"_s);
        const QModelIndex shown = table()->model()->index(row, 0);
        const QString symbol = shown.data(TradeTableModel::SymbolRole).toString();
        const TradeTableModel &model = table()->source();
        for (int at = 0; at < model.rowCount(); ++at)
            if (model.index(at, 0).data(TradeTableModel::SymbolRole).toString() == symbol)
                emit table()->menuRequested(model.index(at, 0), QPoint());
        const QMenu *menu = m_panel->findChild<QMenu *>(u"tradeMenu"_s);
        for (QAction *own : menu->actions())
            if (own->text() == text)
                return own;
        return nullptr;
    }

    SilentChains m_feed;
    std::unique_ptr<ChainStore> m_chains;
    StrategyDesk m_strategies;
    std::unique_ptr<OptionDesk> m_options;
};

QTEST_MAIN(TestOptionActions)
#include "tst_optionactions.moc"
