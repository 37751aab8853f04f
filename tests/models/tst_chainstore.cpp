#include "chainstore.h"

#include "fakechainport.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

ChainContract contract(OptionRight right, int strike, QDate day = QDate(2026, 3, 20),
                       const QString &root = u"SPY"_s)
{
    ChainContract contract;
    contract.terms = { u"SPY"_s, right, Price::whole(strike), day };
    contract.root = root;
    contract.symbol = u"O:%1%2%3%4"_s.arg(root, day.toString(u"yyMMdd"),
                                          right == OptionRight::Call ? u"C"_s : u"P"_s,
                                          u"%1"_s.arg(strike * 1000, 8, 10, QLatin1Char('0')));
    return contract;
}

ChainUpdate update(std::vector<ChainContract> contracts)
{
    ChainUpdate update;
    update.chain = 1;
    update.underlying = u"SPY"_s;
    update.state = ChainState::Here;
    update.contracts = std::move(contracts);
    return update;
}

} // namespace

class TestChainStore : public QObject
{
    Q_OBJECT

private slots:
    void contractsStandByExpiryAndStrike()
    {
        using enum OptionRight;
        ChainBook book(u"SPY"_s);
        QSignalSpy reset(&book, &ChainBook::reset);
        QSignalSpy changed(&book, &ChainBook::contractsChanged);
        const QDate later(2026, 6, 19);
        book.apply(update({ contract(Put, 500), contract(Call, 510), contract(Call, 500),
                            contract(Call, 500, later), contract(Call, 500, later, u"SPYW"_s) }));
        QCOMPARE(reset.size(), 1);
        const std::vector<ChainExpiry> expiries = book.expiries();
        QCOMPARE(expiries.size(), std::size_t(3));
        QCOMPARE(expiries[0].day, QDate(2026, 3, 20));
        QCOMPARE(expiries[2].root, u"SPYW"_s); // of one day, by root
        const std::vector<ChainStrike> strikes = book.strikes(expiries[0]);
        QCOMPARE(strikes.size(), std::size_t(2));
        QCOMPARE(strikes[0].strike, Price::whole(500));
        QVERIFY(strikes[0].call && strikes[0].put);
        QVERIFY(strikes[1].call && !strikes[1].put);

        ChainContract quoted = contract(Call, 500);
        quoted.bid = Price::whole(3);
        quoted.ask = Price::whole(4);
        book.apply(update({ quoted }));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(strikes[0].call->mid(), 3.5); // where it was
        QVERIFY(!book.contract(u"O:NONE"_s));

        ChainUpdate anew = update({ contract(Put, 490) });
        anew.reset = true;
        book.apply(anew);
        QCOMPARE(reset.size(), 2);
        QCOMPARE(book.size(), std::size_t(1));
        QVERIFY(!book.contract(quoted.symbol));
    }

    void oneChainServesAllWhoLook()
    {
        FakeChainPort port;
        ChainStore store(port);
        std::unique_ptr<ChainView> first = store.open(u"SPY"_s);
        std::unique_ptr<ChainView> second = store.open(u"SPY"_s);
        QCOMPARE(port.opened, QStringList { u"SPY"_s });
        QCOMPARE(&first->book(), &second->book());
        store.apply(update({ contract(OptionRight::Call, 500) }));
        QCOMPARE(second->book().size(), std::size_t(1));

        // In turns, each once
        first->setContracts({ u"a"_s, u"b"_s, u"c"_s });
        second->setContracts({ u"x"_s, u"b"_s });
        QCOMPARE(port.shown, (QStringList { u"a"_s, u"x"_s, u"b"_s, u"c"_s }));

        first.reset();
        QCOMPARE(port.shown, (QStringList { u"x"_s, u"b"_s }));
        QVERIFY(port.closed.isEmpty());
        second.reset();
        QCOMPARE(port.closed, QList<quint64> { 1 });
        store.apply(update({})); // of one that nobody has any more
        QVERIFY(store.open(u"SPY"_s)->book().expiries().empty());
        QCOMPARE(port.opened.size(), 2);
    }

    void viewsMayOutliveTheStore()
    {
        FakeChainPort port;
        auto store = std::make_unique<ChainStore>(port);
        std::unique_ptr<ChainView> view = store->open(u"SPY"_s);
        store.reset();
        QCOMPARE(port.closed, QList<quint64> { 1 });
        view->setContracts({ u"a"_s });
        QVERIFY(port.shown.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestChainStore)
#include "tst_chainstore.moc"
