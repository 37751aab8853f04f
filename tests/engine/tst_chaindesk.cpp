#include "desksession.h"

#include "easterntime.h"
#include "embeddedmarket.h"
#include "optionexpiry.h"
#include "pulleddesk.h"
#include "symbology.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;
constexpr double speed = 5;

/// The contracts of an expiration nearest to the money, calls and puts.
QStringList atTheMoney(const std::map<QString, ChainContract> &contracts, double spot, int count)
{
    std::vector<const ChainContract *> nearest;
    QDate first(9999, 1, 1);
    for (const auto &[symbol, contract] : contracts)
        first = std::min(first, contract.terms.expiry);
    for (const auto &[symbol, contract] : contracts)
        if (contract.terms.expiry > first.addDays(20) && contract.terms.expiry < first.addDays(60))
            nearest.push_back(&contract);
    std::ranges::sort(nearest, {}, [spot](const ChainContract *contract) {
        return std::pair(std::abs(contract->terms.strike.toDouble() - spot), contract->symbol);
    });
    QStringList symbols;
    for (const ChainContract *contract : nearest)
        if (symbols.size() < count)
            symbols.push_back(contract->symbol);
    return symbols;
}

} // namespace

/// Option chains of the simulated market, over real sockets.
class TestChainDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_market.start());
        m_session.setTimings({ .stream = {}, .rest = { .window = 1s } });
        m_session.openService(spec(Plan::Advanced));
    }

    void wholeChainsAreThereAndStreamed()
    {
        const quint64 id = m_session.openChain(u"SPY"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.chains[id].state == ChainState::Here, patience);
        const auto &contracts = m_desk.chainContracts[id];
        QVERIFY(contracts.size() > 1'000); // some pages
        QVERIFY(m_desk.chains[id].spot > Price());
        const double spot = m_desk.chains[id].spot.toDouble();

        // Rates by the yields of the Treasury, a yield of dividends
        const std::vector<ExpiryAssumptions> &assumptions = m_desk.chains[id].assumptions;
        QVERIFY(assumptions.size() > 5);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk.chains[id].assumptions.front().rateIsAssumed, patience);
        for (const ExpiryAssumptions &assumed : m_desk.chains[id].assumptions) {
            QVERIFY(assumed.rate > 0 && assumed.rate < 0.2);
            QVERIFY2(assumed.yield >= 0 && assumed.yield < 0.05,
                     qPrintable(assumed.expiry.day.toString(Qt::ISODate) + u' '
                                + QString::number(assumed.yield)));
        }

        // Further ones say what dividends the market expects
        const auto isImplied = [&] {
            return std::ranges::any_of(m_desk.chains[id].assumptions,
                                       &ExpiryAssumptions::yieldIsImplied);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isImplied(), patience);
        for (const ExpiryAssumptions &assumed : m_desk.chains[id].assumptions)
            if (assumed.yieldIsImplied) // the simulated fund yields 1.15 %
                QVERIFY2(std::abs(assumed.yield - 0.0115) < 0.02,
                         qPrintable(assumed.expiry.day.toString(Qt::ISODate) + u' '
                                    + QString::number(assumed.yield)));

        // Those near the money are quoted, and imply what the service says
        const QStringList near = atTheMoney(contracts, spot, 40);
        QCOMPARE(near.size(), 40);
        m_session.setChainView(id, near);
        const auto areReckoned = [&] {
            return std::ranges::all_of(near, [&](const QString &symbol) {
                return contracts.at(symbol).own && contracts.at(symbol).service;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(areReckoned(), patience);
        for (const QString &symbol : near) {
            const ChainContract &contract = contracts.at(symbol);
            QVERIFY2(std::abs(contract.own->volatility - contract.service->volatility) < 0.02,
                     qPrintable(symbol));
            QVERIFY2(std::abs(contract.own->delta - contract.service->delta) < 0.05,
                     qPrintable(symbol));
            QCOMPARE(contract.multiplier, 100);
            QVERIFY(contract.terms.american && !contract.terms.cashSettled);
        }

        // Quotes come as the market moves
        const auto times = [&] {
            QList<Timestamp> found;
            for (const QString &symbol : near)
                found << contracts.at(symbol).quoteTime;
            return found;
        };
        const QList<Timestamp> before = times();
        const auto haveMoved = [&] {
            const QList<Timestamp> now = times();
            int moved = 0;
            for (qsizetype i = 0; i < now.size(); ++i)
                moved += now[i] > before[i];
            return moved > 20;
        };
        QTRY_VERIFY_WITH_TIMEOUT(haveMoved(), patience);
        QVERIFY(m_desk.status.streams[std::size_t(AssetClass::Options)] == StreamState::Live);
        m_session.closeChain(id);
    }

    void indicesEndAtTheOpenOrTheClose()
    {
        const quint64 id = m_session.openChain(u"I:SPX"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.chains[id].state == ChainState::Here, patience);
        int atOpen = 0;
        int atClose = 0;
        for (const ExpiryAssumptions &assumed : m_desk.chains[id].assumptions) {
            const bool isEarly = assumed.ends == easterntime::at(assumed.expiry.day, 9h + 30min);
            const bool isMonthly = assumed.expiry.root == u"SPX"_s;
            QCOMPARE(isEarly, isMonthly);
            ++(optionexpiry::isSettledAtOpen(assumed.expiry.root, assumed.expiry.day) ? atOpen
                                                                                      : atClose);
        }
        QVERIFY(atOpen > 0 && atClose > 0);
        for (const auto &[symbol, contract] : m_desk.chainContracts[id]) {
            QVERIFY(!contract.terms.american && contract.terms.cashSettled);
            QCOMPARE(contract.root, contract.root.startsWith(u"SPXW"_s) ? u"SPXW"_s : u"SPX"_s);
        }
        m_session.closeChain(id);
    }

    void stocksWithoutOptionsSaySo()
    {
        const quint64 id = m_session.openChain(u"KO"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.chains[id].state == ChainState::NoOptions, patience);
        m_session.closeChain(id);
    }

    /// What each plan has of a chain; a chain that is open goes on with the next one.
    void plansHaveTheirParts()
    {
        const quint64 id = m_session.openChain(u"AAPL"_s);
        const auto &contracts = m_desk.chainContracts[id];
        const auto count = [&](auto has) { return std::ranges::count_if(contracts, has); };
        const auto isQuoted = [](const auto &entry) { return entry.second.hasQuote(); };
        const auto isReckoned = [](const auto &entry) { return entry.second.own.has_value(); };
        const auto isTold = [](const auto &entry) { return entry.second.service.has_value(); };

        m_session.openService(spec(Plan::Starter));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.chains[id].state == ChainState::Here
                                     && m_desk.chains[id].badge.recency == Recency::Delayed,
                                 patience);
        QCOMPARE(count(isQuoted), 0);
        QCOMPARE(count(isReckoned), 0);
        QVERIFY(count(isTold) > 100); // the service's own figures

        m_session.openService(spec(Plan::Basic));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.chains[id].state == ChainState::ContractsOnly, patience);
        QCOMPARE(m_desk.chains[id].plan, u"Starter"_s);
        QVERIFY(contracts.size() > 500);
        QCOMPARE(count(isTold), 0);

        m_session.openService(spec(Plan::Advanced));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk.chains[id].state == ChainState::Here, patience);
        QTRY_VERIFY_WITH_TIMEOUT(count(isReckoned) > 100, patience);
        m_session.closeChain(id);
    }

private:
    SourceSpec spec(Plan plan) const
    {
        SourceSpec spec;
        spec.source = DataSource::Live;
        spec.addresses = { m_market.restBase(), m_market.wsBase(), m_market.wsDelayedBase() };
        // The service would let Basic ask five times a minute
        spec.key = plan == Plan::Basic ? u"advanced"_s : planName(plan).toLower();
        spec.capabilities = Capabilities(PlanSet::all(plan));
        spec.speed = speed;
        return spec;
    }

    EmbeddedMarket m_market { { .seed = 1, .speed = speed } };
    DeskSession m_session;
    PulledDesk m_desk { m_session };
};

QTEST_GUILESS_MAIN(TestChainDesk)
#include "tst_chaindesk.moc"
