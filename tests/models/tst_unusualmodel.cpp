#include "blackscholes.h"
#include "chainbook.h"
#include "easterntime.h"
#include "marketcalendar.h"
#include "unusualmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 3, 10);
const QDate expiry(2026, 3, 20);
const Timestamp now = easterntime::at(today, 12h);
const Timestamp ends = easterntime::at(expiry, 16h);
constexpr double rate = 0.04;

ChainContract contract(OptionRight right, int strike, int volume, int openInterest,
                       double last = 2.5)
{
    ChainContract contract;
    contract.terms = { u"SPY"_s, right, Price::whole(strike), expiry };
    contract.root = u"SPY"_s;
    contract.symbol = u"O:SPY260320%1%2"_s.arg(right == OptionRight::Call ? u"C"_s : u"P"_s,
                                               u"%1"_s.arg(strike * 1000, 8, 10, QLatin1Char('0')));
    contract.volume = Qty::whole(volume);
    contract.openInterest = openInterest;
    contract.last = Price::fromDouble(last);
    return contract;
}

ChainUpdate update(std::vector<ChainContract> contracts)
{
    ChainUpdate update;
    update.chain = 1;
    update.underlying = u"SPY"_s;
    update.state = ChainState::Here;
    update.contracts = std::move(contracts);
    update.asOf = now;
    update.spot = Price::whole(650);
    update.assumptions.push_back({ { expiry, u"SPY"_s }, ends, rate, 0, false });
    return update;
}

QStringList shown(const UnusualModel &model, int column = UnusualModel::Symbol)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

/// What the contract is worth at a volatility, so long before its end.
double worth(const ChainContract &contract, double spot, Timestamp at, double volatility)
{
    OptionInputs inputs;
    inputs.right = contract.terms.right;
    inputs.spot = spot;
    inputs.strike = contract.terms.strike.toDouble();
    inputs.years = std::chrono::duration<double>(ends - at).count() / (365.0 * 86'400);
    inputs.rate = rate;
    inputs.volatility = volatility;
    return *blackscholes::price(inputs);
}

} // namespace

class TestUnusualModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theMostUnusualFirst()
    {
        using enum OptionRight;
        ChainBook book(u"SPY"_s);
        book.apply(update({ contract(Call, 660, 5'000, 1'200), contract(Call, 670, 499, 1),
                            contract(Put, 640, 9'000, 100), contract(Put, 630, 9'000, 8'000),
                            contract(Call, 680, 600, 0, 0.3) }));
        UnusualModel model { MarketCalendar() };
        const QAbstractItemModelTester tester(&model);
        model.read(book);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(shown(model, UnusualModel::Ratio), (QStringList { u"90.0×"_s, u"4.2×"_s }));
        QCOMPARE(shown(model, UnusualModel::Premium),
                 (QStringList { u"$2,250,000"_s, u"$1,250,000"_s }));
        QCOMPARE(shown(model, UnusualModel::Days), (QStringList { u"10"_s, u"10"_s }));
        QVERIFY(model.contracts()[0].activity.score > model.contracts()[1].activity.score);
        QVERIFY(shown(model).front().contains(u"640 P"_s));
        UnusualRules loose;
        loose.ratio = 1;
        model.setRules(loose);
        model.read(book);
        QCOMPARE(model.rowCount(), 3);
    }

    /// What is chosen stays chosen while the figures move.
    void rowsThatStayKeepTheirPlace()
    {
        using enum OptionRight;
        ChainBook book(u"SPY"_s);
        book.apply(update({ contract(Call, 660, 5'000, 100), contract(Put, 640, 9'000, 100) }));
        UnusualModel model { MarketCalendar() };
        const QAbstractItemModelTester tester(&model);
        model.read(book);
        const QPersistentModelIndex call(
            model.index(model.contracts()[0].terms.right == Call ? 0 : 1, 0));
        QSignalSpy reset(&model, &UnusualModel::modelReset);
        book.apply(update({ contract(Call, 660, 50'000, 100), contract(Put, 640, 9'000, 9'000),
                            contract(Put, 630, 7'000, 10) }));
        model.read(book);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(call.isValid());
        QCOMPARE(call.sibling(call.row(), UnusualModel::Volume).data().toString(), u"50,000"_s);
        QCOMPARE(reset.size(), 0);
        model.keepOnly({ u"QQQ"_s });
        QCOMPARE(model.rowCount(), 0);
    }

    /// From yesterday's closing prices to those of now, each at its own time to expiry.
    void volatilityChangesSinceTheClose()
    {
        ChainContract option = contract(OptionRight::Call, 660, 5'000, 100);
        const Timestamp close = easterntime::at(today.addDays(-1), 16h);
        option.previousClose = Price::fromDouble(worth(option, 640, close, 0.20));
        const double mid = worth(option, 650, now, 0.235);
        option.bid = Price::fromDouble(mid - 0.01);
        option.ask = Price::fromDouble(mid + 0.01);
        option.own = ContractGreeks { .volatility = 0.235 };
        ChainBook book(u"SPY"_s);
        book.apply(update({ option }));
        UnusualModel model { MarketCalendar() };
        model.read(book);
        QCOMPARE(shown(model, UnusualModel::Volatility), QStringList { u"23.5 %"_s });
        QCOMPARE(shown(model, UnusualModel::VolatilityChange), QStringList { QString() });
        UnusualModel::Sources sources;
        sources.previousClose = [](const QString &) { return Price::whole(640); };
        model.setSources(sources);
        model.read(book);
        QVERIFY(model.contracts()[0].volatilityChange);
        QVERIFY(std::abs(*model.contracts()[0].volatilityChange - 0.035) < 1e-4);
        QCOMPARE(shown(model, UnusualModel::VolatilityChange), QStringList { u"+3.5"_s });
        const QModelIndex cell = model.index(0, UnusualModel::VolatilityChange);
        QCOMPARE(cell.data(TradeTableModel::SignRole).toInt(), 1);
    }

    void theSideThatWasSeen()
    {
        ChainBook book(u"SPY"_s);
        book.apply(update({ contract(OptionRight::Call, 660, 5'000, 100) }));
        UnusualModel model { MarketCalendar() };
        OptionFlowTotals::Premium seen;
        UnusualModel::Sources sources;
        sources.sides = [&seen](const QString &) { return seen; };
        model.setSources(sources);
        const auto side = [&] {
            model.read(book);
            return shown(model, UnusualModel::Side).front();
        };
        QCOMPARE(side(), QString());
        seen.other = 500;
        QCOMPARE(side(), QString());
        seen.bought = 300;
        seen.sold = 100;
        QCOMPARE(side(), u"75 % bought"_s);
        seen.sold = 900;
        QCOMPARE(side(), u"75 % sold"_s);
        QCOMPARE(model.index(0, UnusualModel::Side).data(TradeTableModel::SignRole).toInt(), -1);
    }

    void ofSeveralChains()
    {
        ChainBook spy(u"SPY"_s);
        spy.apply(update({ contract(OptionRight::Call, 660, 5'000, 100) }));
        ChainBook qqq(u"QQQ"_s);
        ChainContract other = contract(OptionRight::Put, 500, 9'000, 10);
        other.symbol = u"O:QQQ260320P00500000"_s;
        other.terms.underlying = other.root = u"QQQ"_s;
        ChainUpdate its = update({ other });
        its.underlying = u"QQQ"_s;
        qqq.apply(its);
        ChainBook empty(u"IWM"_s); // still loading
        UnusualModel model { MarketCalendar() };
        for (const ChainBook *book : { &spy, &empty, &qqq })
            model.read(*book);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.contracts()[1].activity.score > model.contracts()[0].activity.score);
        QVERIFY(shown(model).back().startsWith(u"QQQ"_s));
        model.keepOnly({ u"QQQ"_s, u"IWM"_s });
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(shown(model).front().startsWith(u"QQQ"_s));
    }
};

QTEST_GUILESS_MAIN(TestUnusualModel)

#include "tst_unusualmodel.moc"
