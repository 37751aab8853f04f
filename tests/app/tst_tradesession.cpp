#include "accounttiles.h"
#include "commandregistry.h"
#include "desk.h"
#include "fakekeychain.h"
#include "fillspanel.h"
#include "journaldatabase.h"
#include "keptevents.h"
#include "mainwindow.h"
#include "orderspanel.h"
#include "positionsmodel.h"
#include "positionspanel.h"
#include "splitmix64.h"
#include "tradebinding.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QAction>
#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString hand = u"Hand"_s;
const QStringList symbols { u"SPY"_s, u"NVDA"_s, u"AAPL"_s };
constexpr std::size_t ordersInAll = 500;
constexpr std::size_t ordersACheck = 50;
constexpr double speed = 60; ///< half an hour in half a minute
constexpr Duration length = 30min;

} // namespace

/// Half an hour of quick trading by hand in the whole desk on the simulated market: at every check
/// each number on the screen is the one that the journal's events come to.
class TestTradeSession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        DeskOptions options;
        options.dataDir = m_folder.path();
        options.symbol = symbols.front();
        options.speed = speed;
        options.simulated = true;
        m_desk = std::make_unique<Desk>(*qApp, options, std::make_unique<FakeKeychain>(m_keychain));
        QVERIFY(m_desk->open());
        QVERIFY(QTest::qWaitForWindowExposed(&m_desk->window()));
        for (const QString &symbol : symbols)
            trading().follow(symbol);
        QTRY_VERIFY_WITH_TIMEOUT(trading().account() != nullptr, 20'000);
        AccountSettings settings; // without limits; a fee that adds up
        settings.name = hand;
        settings.startingCash = Money::whole(10'000'000);
        settings.commission = u"per_share:0.005,1.00,1"_s;
        trading().createAccount(settings);
        QTRY_VERIFY_WITH_TIMEOUT(trading().account(hand), 20'000);
        trading().setAccount(hand);
        trading().setArmed(true);
        for (const QString &symbol : symbols)
            QTRY_VERIFY_WITH_TIMEOUT(isQuoted(symbol), 20'000);
    }

    void cleanupTestCase() { m_desk.reset(); }

    void everyNumberIsTheLedgers()
    {
        const Timestamp begin = trading().market(symbols.front())->time;
        std::size_t checked = 0;
        while (sent() < ordersInAll || elapsed(begin) < length) {
            if (sent() < ordersInAll)
                actOnce();
            QTest::qWait(sent() < ordersInAll ? 45 : 250);
            if (sent() < checked + ordersACheck)
                continue;
            checked = sent();
            QVERIFY2(agrees(), qPrintable(m_difference));
        }
        QVERIFY2(agrees(), qPrintable(m_difference));
        QVERIFY(trading().log().fills().size() > ordersInAll / 4);
        savePictures();
        // In the end nothing is left, and that is the same everywhere too
        trading().flattenAll();
        QTRY_VERIFY_WITH_TIMEOUT(account().positions.empty() && account().working.empty(), 30'000);
        QVERIFY2(agrees(), qPrintable(m_difference));
        QCOMPARE(account().figures.equity, account().figures.cash);
    }

private:
    TradeDesk &trading() const { return m_desk->trading(); }
    const PaperAccountView &account() const { return *trading().account(hand); }
    std::size_t sent() const { return trading().log(hand).orders().size(); }
    Duration elapsed(Timestamp since) const
    {
        return trading().market(symbols.front())->time - since;
    }
    bool isQuoted(const QString &symbol) const
    {
        const InstrumentSnapshot *seen = trading().market(symbol);
        return seen && seen->bid > Price() && seen->ask > Price();
    }
    int draw(int below) { return int(m_random.below(quint64(below))); }

    /// Something that a hand does.
    void actOnce()
    {
        const QString symbol = symbols[draw(int(symbols.size()))];
        const Side side = draw(2) ? Side::Buy : Side::Sell;
        switch (draw(12)) {
        case 0:
            return trading().flatten(symbol);
        case 1:
            return trading().reverse(symbol);
        case 2:
            return trading().halve(symbol);
        case 3:
            return trading().cancelAll(symbol);
        case 4:
            return trading().breakEven(symbol);
        case 5:
        case 6:
            return trading().join(symbol, side);
        case 7:
            return trading().take(symbol, side);
        case 8:
            return bracket(symbol, side);
        default:
            return market(symbol, side);
        }
    }
    void market(const QString &symbol, Side side)
    {
        OrderTicket order;
        order.symbol = symbol;
        order.side = side;
        order.qty = Qty::whole(1 + draw(200));
        trading().send(order);
    }
    void bracket(const QString &symbol, Side side)
    {
        const InstrumentSnapshot &seen = *trading().market(symbol);
        const qint64 up = side == Side::Buy ? 1 : -1;
        const Price at = side == Side::Buy ? seen.ask : seen.bid;
        const auto away = [&](qint64 cents) {
            return Price::fromUnits(at.units() + cents * Price::unitsPerOne / 100);
        };
        OrderTicket order = trading().clickOrder(symbol, side, at);
        order.qty = Qty::whole(1 + draw(100));
        order.reduceOnly = false;
        order.stopLoss = away(-up * (10 + draw(40)));
        order.takeProfit = away(up * (10 + draw(40)));
        trading().send(order);
    }

    /// For the eye, where TAPELINE_SHOTS names a folder.
    void savePictures()
    {
        const QString folder = qEnvironmentVariable("TAPELINE_SHOTS");
        if (folder.isEmpty())
            return;
        bracket(symbols.front(), Side::Buy);
        trading().join(symbols.front(), Side::Buy);
        for (const QSize size : { QSize(1'280, 800), QSize(2'560, 1'440) }) {
            m_desk->window().resize(size);
            for (const bool dark : { true, false }) {
                m_desk->window()
                    .commands()
                    .action(dark ? u"view.theme-dark"_s : u"view.theme-light"_s)
                    ->trigger();
                QTest::qWait(2'000);
                m_desk->window().grab().save(u"%1/desk-%2-%3.png"_s.arg(folder)
                                                 .arg(size.width())
                                                 .arg(dark ? u"dark"_s : u"light"_s));
            }
        }
    }

    // --- the comparison

    bool differs(const QString &what, const QString &shown, const QString &known)
    {
        if (shown == known)
            return false;
        m_difference = u"%1: %2 is shown, %3 is known"_s.arg(what, shown, known);
        return true;
    }

    /// Soon: the journal is ahead of the screen by the way from one to the other.
    bool agrees()
    {
        return QTest::qWaitFor([this] { return screenIsTheLedger(); }, 20'000);
    }

    /// What the journal's events come to, read anew, against what the widgets say.
    bool screenIsTheLedger()
    {
        JournalDatabase journal;
        if (!journal.open(m_folder.filePath(u"journal.db"_s), JournalDatabase::Access::ReadOnly))
            return false;
        const Result<KeptEvents> kept = keptevents::read(journal, u"simulated/"_s + hand);
        if (!kept)
            return false;
        const Result<Ledger> books = Ledger::fold(kept->books);
        if (!books)
            return false;
        return tilesAre(*books) && positionsAre(*books) && listsAre(kept->orders);
    }

    bool tilesAre(const Ledger &books)
    {
        using tradetext::money;
        using tradetext::profit;
        const auto *tiles = m_desk->window().findChild<AccountTiles *>();
        const AccountFigures &figures = account().figures;
        const Money net = books.realized() - books.fees();
        // equity = deposits + realized + unrealized - fees + dividends + interest (C.3)
        const Money equity
            = books.deposits() + net + figures.unrealized + books.dividends() + books.interest();
        const qint64 trades = qint64(books.state().trips.size());
        return !differs(u"cash"_s, tiles->text(AccountTiles::Cash), money(books.cash()))
            && !differs(u"realized"_s, tiles->text(AccountTiles::RealizedGross),
                        profit(books.realized()))
            && !differs(u"net"_s, tiles->text(AccountTiles::RealizedNet), profit(net))
            && !differs(u"fees"_s, tiles->text(AccountTiles::Fees), money(books.fees()))
            && !differs(u"trades"_s, tiles->text(AccountTiles::Trades), QLocale().toString(trades))
            && !differs(u"equity"_s, tiles->text(AccountTiles::Equity), money(equity))
            && !differs(u"open"_s, tiles->text(AccountTiles::OpenProfit),
                        profit(figures.unrealized))
            && !differs(u"wins"_s, QString::number(figures.wins),
                        QString::number(books.state().wins));
    }

    bool positionsAre(const Ledger &books)
    {
        const auto *panel = m_desk->window().findChild<PositionsPanel *>();
        const auto *table = panel->findChild<TradeTable *>();
        const auto &model = static_cast<const PositionsModel &>(table->source());
        if (differs(u"positions"_s, QString::number(model.rowCount()),
                    QString::number(books.state().positions.size())))
            return false;
        Money unrealized;
        for (const PositionRow &row : account().positions)
            unrealized += row.unrealized;
        if (differs(u"sum of open P/L"_s, tradetext::profit(unrealized),
                    tradetext::profit(account().figures.unrealized)))
            return false;
        for (const auto &[symbol, position] : books.state().positions) {
            const int row = model.rowOf(symbol);
            const PositionRow *seen = account().position(symbol);
            if (!seen
                || differs(symbol, model.index(row, PositionsModel::Quantity).data().toString(),
                           tradetext::qty(position.qty))
                || differs(symbol + u" cost"_s, tradetext::money(seen->cost),
                           tradetext::money(position.cost)))
                return false;
        }
        return true;
    }

    bool listsAre(const std::vector<OrderEvent> &events)
    {
        std::map<QString, OrderState> states;
        int fills = 0;
        for (const OrderEvent &event : events) {
            states[event.id] = event.state;
            fills += event.lastQty > Qty() ? 1 : 0;
        }
        if (differs(u"orders"_s, QString::number(rows<OrdersPanel>()),
                    QString::number(states.size()))
            || differs(u"fills"_s, QString::number(rows<FillsPanel>()), QString::number(fills)))
            return false;
        return std::ranges::all_of(states, [this](const auto &known) {
            const OrderLine *line = trading().log(hand).find(known.first);
            return line
                && !differs(known.first, tradetext::state(line->state),
                            tradetext::state(known.second));
        });
    }
    template<typename Panel> int rows() const
    {
        return m_desk->window()
            .findChild<Panel *>()
            ->template findChild<TradeTable *>()
            ->source()
            .rowCount();
    }

    QTemporaryDir m_folder;
    FakeKeychain::State m_keychain;
    std::unique_ptr<Desk> m_desk;
    SplitMix64 m_random { 20261121 };
    QString m_difference;
};

QTEST_MAIN(TestTradeSession)
#include "tst_tradesession.moc"
