#include "accountsmodel.h"
#include "fillsmodel.h"
#include "ordersmodel.h"
#include "portfolio.h"
#include "positionsmodel.h"
#include "receipttext.h"
#include "tradeinput.h"
#include "tradesamples.h"
#include "tradetext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestTradeModels : public QObject
{
    Q_OBJECT

private slots:
    void sumsAndSharesOfAnAccount()
    {
        const std::array parts { Exposure { .name = u"A"_s, .longs = Money::whole(5) },
                                 Exposure { .name = u"B"_s, .shorts = Money::whole(-3) } };
        QCOMPARE(portfolio::sum(parts),
                 (Exposure { .name = {}, .longs = Money::whole(5), .shorts = Money::whole(-3) }));
        QCOMPARE(portfolio::earned({ {}, Money::whole(110), Money::whole(100) }), Money::whole(10));
        PaperAccountView account;
        account.dayProfit = Money::whole(-5);
        QVERIFY(!portfolio::dayShare(account));
        account.dayStart = Money::whole(100);
        QCOMPARE(portfolio::dayShare(account), std::optional(-0.05));
        FillSum fills;
        QCOMPARE(fills.average(), 0.0);
        for (const int at : { 100, 103 }) {
            FillLine fill;
            fill.price = Price::whole(at);
            fill.qty = Qty::whole(at == 100 ? 20 : 10);
            fill.fee = Money::whole(1);
            fills.add(fill);
        }
        QCOMPARE(fills.average(), 101.0);
        QCOMPARE(fills.fee, Money::whole(2));
    }

    void anExitGainsOnItsSide()
    {
        const Instrument stock;
        const auto gain = [&](Side exit, int entry, int price) {
            return portfolio::exitGain(exit, Price::whole(entry), Price::whole(price),
                                       Qty::whole(10), stock);
        };
        QCOMPARE(gain(Side::Sell, 100, 103), std::optional(Money::whole(30)));
        QCOMPARE(gain(Side::Buy, 100, 103), std::optional(Money::whole(-30)));
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        m_port = std::make_unique<FakeTradePort>();
        m_desk = std::make_unique<TradeDesk>(*m_port);
    }

    void cleanup()
    {
        m_desk.reset();
        m_port.reset();
    }

    void positionsAreThoseOfTheAccountAndChangeInPlace()
    {
        PositionsModel model(*m_desk);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_desk->apply(accountUpdate(
            { samplePosition(u"SPY"_s, 100, 500, 510), samplePosition(u"NVDA"_s, -50, 100, 104) }));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(shown(model, 0, PositionsModel::OpenProfit), u"+1,000.00"_s);
        QCOMPARE(shown(model, 0, PositionsModel::OpenPercent), u"+2.00 %"_s);
        QCOMPARE(shown(model, 1, PositionsModel::OpenProfit), u"-200.00"_s);
        QCOMPARE(model.index(1, PositionsModel::OpenProfit).data(TradeTableModel::SignRole), -1);

        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        m_desk->apply(accountUpdate(
            { samplePosition(u"SPY"_s, 100, 500, 511), samplePosition(u"NVDA"_s, -50, 100, 104) }));
        QCOMPARE(changes.count(), 1); // only what is different
        QCOMPARE(changes[0][0].toModelIndex().row(), 0);

        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy added(&model, &QAbstractItemModel::rowsInserted);
        m_desk->apply(accountUpdate(
            { samplePosition(u"AMD"_s, 1, 90, 90), samplePosition(u"NVDA"_s, -50, 100, 104) }));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(added.count(), 1);
        QCOMPARE(model.rowOf(u"NVDA"_s), 0);
        QCOMPARE(model.rowOf(u"AMD"_s), 1);
        QCOMPARE(model.rowOf(u"SPY"_s), -1);
        QCOMPARE(resets.count(), 0);
    }

    void positionsSayHowMuchAStopEnds()
    {
        PositionsModel model(*m_desk);
        OrderTicket stop = sampleTicket(u"s"_s, u"SPY"_s, Side::Sell);
        stop.type = OrderType::Stop;
        stop.limit.reset();
        stop.stop = Price::whole(490);
        stop.qty = Qty::whole(60);
        m_desk->apply(accountUpdate(
            { samplePosition(u"SPY"_s, 100, 500, 510), samplePosition(u"AMD"_s, 5, 90, 90) },
            { sampleWorking(stop) }));
        QCOMPARE(shown(model, 0, PositionsModel::Protected), u"60"_s);
        QCOMPARE(shown(model, 1, PositionsModel::Protected), u"–"_s);
    }

    void ordersComeAndChangeOneByOne()
    {
        m_desk->apply(accountUpdate());
        OrdersModel model(*m_desk);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->log().addSent(order, {});
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0, OrdersModel::State).data(TradeTableModel::PendingRole).toBool());
        m_desk->apply(
            sampleReports({ sampleEvent(order, OrderAction::Submit, OrderState::Submitted),
                            sampleEvent(order, OrderAction::Accept, OrderState::Accepted) }));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(changes.count() >= 2);
        QCOMPARE(shown(model, 0, OrdersModel::State), u"Working"_s);
        QVERIFY(!model.index(0, OrdersModel::State).data(TradeTableModel::PendingRole).toBool());
        QVERIFY(model.index(0, OrdersModel::Limit).flags() & Qt::ItemIsEditable);
        QVERIFY(!(model.index(0, OrdersModel::Stop).flags() & Qt::ItemIsEditable));
        m_desk->apply(sampleReports({ sampleFill(order, 100, 100) }));
        QCOMPARE(shown(model, 0, OrdersModel::Filled), u"100"_s);
        QVERIFY(model.index(0, 0).data(TradeTableModel::EndedRole).toBool());
        QVERIFY(!(model.index(0, OrdersModel::Limit).flags() & Qt::ItemIsEditable));
        QVERIFY(!model.index(0, OrdersModel::Cancel).data(TradeTableModel::IconRole).isValid());
        QCOMPARE(resets.count(), 0);
    }

    void ordersBeginAnewWithAnotherAccount()
    {
        PaperUpdate both = accountUpdate();
        PaperAccountView other;
        other.name = u"Swing"_s;
        both.accounts->push_back(other);
        m_desk->apply(both);
        OrdersModel model(*m_desk);
        FillsModel fills(*m_desk);
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(
            sampleReports({ sampleEvent(order, OrderAction::Submit, OrderState::Submitted),
                            sampleFill(order, 100, 100) }));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(fills.rowCount(), 1);
        m_desk->setAccount(u"Swing"_s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(fills.rowCount(), 0);
        m_desk->setAccount(u"Paper"_s);
        QCOMPARE(model.rowCount(), 1);
        PaperUpdate opened;
        opened.history = std::vector<PaperHistory> {};
        m_desk->apply(opened);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(fills.rowCount(), 0);
    }

    void theOrdersOfABracketAreNamedTogether()
    {
        m_desk->apply(accountUpdate());
        OrdersModel model(*m_desk);
        OrderTicket entry = sampleTicket(u"dx123"_s, u"SPY"_s);
        entry.takeProfit = Price::whole(60);
        OrderTicket target = sampleTicket(u"dx123.tp"_s, u"SPY"_s, Side::Sell);
        target.parent = entry.id;
        OrderTicket stop = sampleTicket(u"dx123.sl"_s, u"SPY"_s, Side::Sell);
        stop.type = OrderType::Stop;
        stop.parent = entry.id;
        for (const OrderTicket &order : { entry, target, stop })
            m_desk->log().addSent(order, sampleMorning);
        QCOMPARE(shown(model, 0, OrdersModel::Group), u"x123 entry"_s);
        QCOMPARE(shown(model, 1, OrdersModel::Group), u"x123 target"_s);
        QCOMPARE(shown(model, 2, OrdersModel::Group), u"x123 stop"_s);
    }

    void aTrailingStopIsShownWhereItHasMovedTo()
    {
        OrderTicket trailing = sampleTicket(u"t"_s, u"SPY"_s, Side::Sell);
        trailing.type = OrderType::TrailingStop;
        trailing.limit.reset();
        trailing.trail = Price::whole(1);
        m_desk->apply(accountUpdate({}, { sampleWorking(trailing) }));
        OrdersModel model(*m_desk);
        m_desk->apply(
            sampleReports({ sampleEvent(trailing, OrderAction::Submit, OrderState::Submitted),
                            sampleEvent(trailing, OrderAction::Accept, OrderState::Accepted) }));
        QCOMPARE(shown(model, 0, OrdersModel::Stop), QString());
        trailing.stop = Price::whole(49);
        m_desk->apply(accountUpdate({}, { sampleWorking(trailing) }));
        QCOMPARE(shown(model, 0, OrdersModel::Stop), u"49.00"_s);
    }

    void fillsSortByWhatTheyAreNotByHowTheyRead()
    {
        m_desk->apply(accountUpdate());
        FillsModel model(*m_desk);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        m_desk->apply(
            sampleReports({ sampleEvent(order, OrderAction::Submit, OrderState::Submitted),
                            sampleFill(order, 9, 9), sampleFill(order, 91, 100) }));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(shown(model, 0, FillsModel::Time), u"09:41:30"_s);
        QCOMPARE(model.index(0, FillsModel::Quantity).data(TradeTableModel::SortRole),
                 QVariant(Qty::whole(9).units()));
        QCOMPARE(model.index(1, FillsModel::Fee).data(TradeTableModel::SortRole),
                 QVariant(qint64(350'000)));
    }

    void accountsStandSideBySide()
    {
        AccountsModel model(*m_desk);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PaperUpdate both = accountUpdate();
        AccountFigures &figures = both.accounts->front().figures;
        figures.equity = Money::whole(101'000);
        figures.realized = Money::whole(1'010);
        figures.fees = Money::whole(10);
        figures.trades = 8;
        figures.wins = 5;
        PaperAccountView other;
        other.name = u"Swing"_s;
        both.accounts->push_back(other);
        m_desk->apply(both);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(shown(model, 0, AccountsModel::Equity), u"101,000.00"_s);
        QCOMPARE(shown(model, 0, AccountsModel::Realized), u"+1,010.00"_s);
        QCOMPARE(shown(model, 0, AccountsModel::Net), u"+1,000.00"_s);
        QCOMPARE(shown(model, 0, AccountsModel::WinRate), u"62.5 %"_s);
        QCOMPARE(shown(model, 1, AccountsModel::WinRate), u"–"_s);
        QVERIFY(model.index(0, 0).data(TradeTableModel::CurrentRole).toBool());

        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        both.accounts->back().figures.equity = Money::whole(5);
        m_desk->apply(both);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
        QCOMPARE(resets.count(), 0);
        m_desk->setAccount(u"Swing"_s);
        QVERIFY(model.index(1, 0).data(TradeTableModel::CurrentRole).toBool());
    }

    void aProtectingStopStandsAtATickThatIsNotCloser()
    {
        PositionRow held = samplePosition(u"SPY"_s, 100, 500, 510);
        held.mark = *Price::parse(u"510.005");
        PaperUpdate update
            = accountUpdate({ held }, { sampleWorking(sampleStop(u"s"_s, u"SPY"_s, 40, 490)) });
        const PaperAccountView &own = update.accounts->front();
        const auto stop = tradeplans::protect(own, u"SPY"_s, Price::whole(1));
        QVERIFY(stop);
        QCOMPARE(stop->stop, *Price::parse(u"509"));
        QCOMPARE(stop->qty, Qty::whole(60));
        QCOMPARE(stop->side, Side::Sell);
        QVERIFY(stop->reduceOnly);
        QCOMPARE(stop->tif, TimeInForce::Gtc);
        QVERIFY(!tradeplans::protect(own, u"SPY"_s, Price()));
        QVERIFY(!tradeplans::protect(own, u"SPY"_s, Price::whole(600)));
        QVERIFY(!tradeplans::protect(own, u"AMD"_s, Price::whole(1)));

        update.accounts->front().positions[0].qty = Qty::whole(-100);
        update.accounts->front().working.clear();
        const auto above = tradeplans::protect(own, u"SPY"_s, Price::whole(1));
        QCOMPARE(above->stop, *Price::parse(u"511.01"));
        QCOMPARE(above->side, Side::Buy);
    }

    void aMoveOfAllPricesIsExactForLargeValues()
    {
        PositionRow large = samplePosition(u"SPY"_s, 1, 1, 1);
        large.value = Money::whole(4'000'000'000'000) + Money::fromUnits(99);
        PositionRow option = samplePosition(u"O:SPY261218C00650000"_s, 1, 1, 1);
        const PaperUpdate update = accountUpdate({ large, option });
        const MarketMove move = portfolio::moved(update.accounts->front(), -20);
        QCOMPARE(move.change, -Money::whole(800'000'000'000) - Money::fromUnits(19));
        QCOMPARE(move.leftOut, QStringList { u"O:SPY261218C00650000"_s });
        QCOMPARE(portfolio::moved(update.accounts->front(), 0).change, Money());
    }

    void aReceiptTellsTheLifeOfAnOrderAndWhatItsFillsRestOn()
    {
        m_desk->apply(accountUpdate());
        const OrderTicket order = sampleTicket(u"a"_s, u"SPY"_s);
        OrderEvent refused = sampleEvent(order, OrderAction::RejectReplace, OrderState::Accepted);
        refused.reason = { ReasonCode::PriceNotTick, u"tick 0.01"_s };
        OrderEvent filled = sampleFill(order, 60, 60);
        filled.evidence.rule = FillRule::QueueReached;
        filled.evidence.quoteTime = filled.evidence.printTime = sampleMorning;
        filled.evidence.bid = Price::whole(50);
        filled.evidence.ask = Price::whole(51);
        filled.evidence.bidSize = Qty::whole(300);
        filled.evidence.printPrice = Price::whole(50);
        filled.evidence.printSize = Qty::whole(900);
        filled.evidence.queueAhead = Qty::whole(840);
        filled.evidence.generousQty = Qty::whole(100);
        m_desk->apply(sampleReports(
            { sampleEvent(order, OrderAction::Submit, OrderState::Submitted),
              sampleEvent(order, OrderAction::Accept, OrderState::Accepted), refused, filled }));
        const OrderLog &log = m_desk->log();
        const std::vector<ReceiptPart> parts = receipttext::parts(*log.find(u"a"_s), log);
        QCOMPARE(parts.size(), 2U);
        const QStringList &life = parts[0].lines;
        QCOMPARE(life.size(), 5);
        QCOMPARE(parts[0].heading, u"What happened on 18 Nov 2026, times in ET"_s);
        QVERIFY(life[0].startsWith(u"09:41:30.125 · "_s));
        QVERIFY(life[0].contains(u"Sent: Buy 100 SPY limit 50.00, Day"_s));
        QVERIFY(life[2].endsWith(u"no multiple of the tick (tick 0.01)."_s));
        QVERIFY(life[3].endsWith(u"Partly filled, 60 at 50.00."_s));
        QVERIFY(life[4].contains(u"50.00"_s) && life[4].contains(u"0.35"_s));
        const QString evidence = parts[1].lines.join(u'\n');
        for (const QString &said :
             { u"Queue reached"_s, u"bid 50.00 × 300"_s, u"900 at 50.00"_s, u"before it: 840"_s,
               u"strict rules would have filled 0, generous ones 100"_s, u"0.35"_s })
            QVERIFY2(evidence.contains(said), qPrintable(said));
    }

    void theLogKnowsWhatIsUnderWay()
    {
        using Indices = std::vector<std::size_t>;
        OrderLog log;
        const OrderTicket first = sampleTicket(u"a"_s, u"SPY"_s);
        const OrderTicket second = sampleTicket(u"b"_s, u"NVDA"_s);
        connect(&log, &OrderLog::orderChanged, &log,
                [&] { QVERIFY(!log.underWay().empty() && log.underWay().back() == 1); });
        log.addSent(first, sampleMorning);
        log.addSent(second, sampleMorning);
        QCOMPARE(log.underWay(), (Indices { 0, 1 }));
        log.apply(sampleEvent(first, OrderAction::Submit, OrderState::Submitted));
        QCOMPARE(log.underWay(), Indices { 1 });
        disconnect(&log, nullptr, &log, nullptr);
        log.apply(sampleEvent(second, OrderAction::Deny, OrderState::Denied));
        QCOMPARE(log.underWay(), Indices());
        log.addSent(second, sampleMorning); // is known, and ended
        QCOMPARE(log.underWay(), Indices());
        log.addSent(sampleTicket(u"c"_s, u"SPY"_s), sampleMorning);
        log.restart({});
        QCOMPARE(log.underWay(), Indices());
    }

    void numbersAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("price");
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        const QLocale german(QLocale::German, QLocale::Germany);
        QTest::newRow("plain") << english << u" 51.25 "_s << u"51.25"_s;
        QTest::newRow("group") << english << u"1,250"_s << u"1250"_s;
        QTest::newRow("group and decimals") << english << u"1,250.5"_s << u"1250.5"_s;
        QTest::newRow("no group") << english << u"51,25"_s << QString();
        QTest::newRow("German") << german << u"1.250,5"_s << u"1250.5"_s;
        QTest::newRow("German with a point") << german << u"51.25"_s << u"51.25"_s;
        QTest::newRow("word") << english << u"fifty"_s << QString();
        QTest::newRow("nothing") << english << QString() << QString();
        QTest::newRow("too many decimals") << english << u"0.12345678901"_s << QString();
    }

    void numbersAreReadAsTheyAreWritten()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const QString, text);
        QFETCH(const QString, price);
        const std::optional<Price> read = tradeinput::price(text, locale);
        QCOMPARE(read ? read->toString() : QString(), price);
    }

    void sharesHaveASignAndNoNegativeZero()
    {
        QCOMPARE(tradetext::share(0.0125, QLocale::c()), u"+1.25 %"_s);
        QCOMPARE(tradetext::share(-0.5, QLocale::c()), u"-50.00 %"_s);
        QCOMPARE(tradetext::share(-0.00001, QLocale::c()), u"0.00 %"_s);
    }

private:
    std::unique_ptr<FakeTradePort> m_port;
    std::unique_ptr<TradeDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestTradeModels)
#include "tst_trademodels.moc"
