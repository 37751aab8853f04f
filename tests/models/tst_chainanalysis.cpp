#include "chainanalysis.h"

#include "smilechain.h"
#include "volatilityhistory.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using test::SmileChain;

namespace {

const QDate near(2026, 8, 28);
const QDate far(2026, 9, 18);

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

double yearsTo(QDate day)
{
    return SmileChain::yearsUntil(easterntime::at(day, 16h));
}

/// A smile with a volatility at the money.
SviParameters smileOf(QDate day, double volatility)
{
    const double theta = volatility * volatility * yearsTo(day);
    return svi::ofSurface(theta, -0.4, 0.4 * svi::largestPhi(theta, -0.4));
}

SmileChain twoExpiries()
{
    SmileChain chain;
    chain.addExpiry(near, smileOf(near, 0.2));
    chain.addExpiry(far, smileOf(far, 0.24));
    chain.update.reset = true;
    return chain;
}

class KeptVolatilities : public VolatilityStore
{
public:
    std::vector<DailyVolatility> load(const QString &underlying) override
    {
        ++loads;
        return kept[underlying];
    }
    void save(const QString &underlying, const std::vector<DailyVolatility> &days) override
    {
        ++saves;
        kept[underlying] = days;
    }

    QHash<QString, std::vector<DailyVolatility>> kept;
    int loads = 0;
    int saves = 0;
};

} // namespace

class TestChainAnalysis : public QObject
{
    Q_OBJECT

private slots:
    void smilesAndTerms()
    {
        const SmileChain chain = twoExpiries();
        ChainBook book(u"SPY"_s);
        book.apply(chain.update);
        ChainAnalysis analysis;
        analysis.setBook(&book);
        QVERIFY(analysis.expiries().empty()); // nothing was reckoned at once
        QVERIFY(analysis.isBusy());
        analysis.finish();
        QVERIFY(!analysis.isBusy());
        QCOMPARE(analysis.expiries().size(), 2u);
        const ExpiryAnalysis *one = analysis.find({ near, u"SPY"_s });
        QVERIFY(one && one->smile);
        QVERIFY(isNear(*one->volatility, 0.2, 5e-4));
        QVERIFY(isNear(one->days, 15.0104, 1e-3));
        QVERIFY(isNear(one->forward, 500 * std::exp(0.03 * yearsTo(near)), 1e-6));
        QVERIFY(one->skew && *one->skew > 0.01);
        QVERIFY(!analysis.expiries()[1].gap);
        const auto month = analysis.thirtyDays();
        QVERIFY(month && month->isBetween);
        const double w1 = 0.04 * one->days;
        const double w2 = 0.0576 * analysis.expiries()[1].days;
        const double share = (30 - one->days) / (analysis.expiries()[1].days - one->days);
        QVERIFY(isNear(month->volatility, std::sqrt((w1 + share * (w2 - w1)) / 30), 1e-3));
        QCOMPARE(analysis.nearestToMonth()->expiry.day, far);
        QCOMPARE(analysis.terms().size(), 2u);
    }

    void whatStandsOpen()
    {
        const SmileChain chain = twoExpiries();
        ChainBook book(u"SPY"_s);
        book.apply(chain.update);
        ChainAnalysis analysis;
        analysis.setBook(&book);
        analysis.finish();
        double puts = 0;
        double calls = 0;
        double gamma = 0;
        for (const ChainContract &contract : chain.update.contracts) {
            const bool isCall = contract.terms.right == OptionRight::Call;
            (isCall ? calls : puts) += contract.openInterest;
            gamma += (isCall ? 1 : -1) * contract.own->gamma * contract.openInterest * 100 * 500
                * 500 * 0.01;
        }
        QVERIFY(isNear(*analysis.totals().putCallInterest(), puts / calls, 1e-12));
        QVERIFY(isNear(analysis.totals().gamma / gamma, 1, 1e-9));
        QCOMPARE(analysis.totals().putCallVolume(), std::optional(1.0));
        const auto whole = analysis.wholeProfile();
        QCOMPARE(whole.size(), 41u);
        QCOMPARE(whole[20].strike, 500.0);
        QCOMPARE(whole[20].callInterest, 18'000.0);
        QVERIFY(analysis.expiries()[0].maxPain);
    }

    /// A later expiration with less total variance is a calendar arbitrage.
    void gapIsFound()
    {
        SmileChain chain;
        chain.addExpiry(near, smileOf(near, 0.4));
        chain.addExpiry(far, smileOf(far, 0.2));
        chain.update.reset = true;
        ChainBook book(u"SPY"_s);
        book.apply(chain.update);
        ChainAnalysis analysis;
        analysis.setBook(&book);
        analysis.finish();
        QVERIFY(!analysis.expiries()[0].gap);
        QVERIFY(analysis.expiries()[1].gap);
    }

    void followsItsBook()
    {
        SmileChain chain = twoExpiries();
        ChainBook book(u"SPY"_s);
        ChainAnalysis analysis;
        analysis.setBook(&book);
        QSignalSpy changed(&analysis, &ChainAnalysis::changed);
        book.apply(chain.update);
        QTRY_COMPARE(analysis.expiries().size(), 2u);
        QTRY_VERIFY(!analysis.isBusy());
        // Other open interest of one contract
        ChainUpdate more = chain.update;
        more.reset = false;
        more.contracts = { chain.contract(u"O:SPY260828C00500000"_s) };
        more.contracts[0].openInterest = 50'000;
        book.apply(more);
        QTRY_COMPARE(analysis.wholeProfile()[20].callInterest, 59'000.0);
        QVERIFY(changed.size() >= 2);
        analysis.setBook(nullptr);
        QVERIFY(analysis.expiries().empty());
        QVERIFY(!analysis.thirtyDays());
        QVERIFY(!analysis.nearestToMonth());
    }

    void theServicesFigures()
    {
        SmileChain chain = twoExpiries();
        for (ChainContract &contract : chain.update.contracts) {
            contract.service = contract.own;
            contract.service->volatility *= 1.1;
        }
        ChainBook book(u"SPY"_s);
        book.apply(chain.update);
        ChainAnalysis analysis;
        analysis.setBook(&book);
        analysis.finish();
        QVERIFY(isNear(*analysis.expiries()[0].volatility, 0.2, 1e-3));
        analysis.setSource(GreeksSource::Service);
        analysis.finish();
        QVERIFY(isNear(*analysis.expiries()[0].volatility, 0.22, 1e-3));
    }

    void withoutPrices()
    {
        SmileChain chain = twoExpiries();
        chain.update.spot = {};
        chain.update.assumptions.clear();
        for (ChainContract &contract : chain.update.contracts)
            contract.own.reset();
        ChainBook book(u"SPY"_s);
        book.apply(chain.update);
        ChainAnalysis analysis;
        analysis.setBook(&book);
        analysis.finish();
        QVERIFY(!analysis.expiries()[0].smile);
        QVERIFY(!analysis.expiries()[0].volatility);
        QVERIFY(analysis.totals().hasAny()); // open interest is known all the same
        QVERIFY(!analysis.thirtyDays());
    }

    // --- the days before

    void lateVolatilityIsKept()
    {
        KeptVolatilities store;
        VolatilityHistory history(store);
        const QDate day(2026, 8, 13);
        const auto at = [day](Duration time) { return easterntime::at(day, time); };
        history.note(u"SPY"_s, at(11h), 0.3);
        QVERIFY(history.days(u"SPY"_s).empty()); // too early in the day
        history.note(u"SPY"_s, at(15h + 40min), 0.2);
        history.note(u"SPY"_s, at(15h + 59min), 0.21);
        history.note(u"SPY"_s, at(15h + 59min), 0.21001); // nothing worth writing
        QCOMPARE(history.days(u"SPY"_s), (std::vector<DailyVolatility> { { day, 0.21 } }));
        QCOMPARE(store.saves, 2);
        QVERIFY(history.before(u"SPY"_s, day).empty());
        QCOMPARE(history.before(u"SPY"_s, day.addDays(1)), std::vector { 0.21 });
        history.note(u"SPY"_s, easterntime::at(QDate(2026, 8, 15), 16h), 0.5); // a Saturday
        history.note(u"SPY"_s, at(16h), std::nan(""));
        QCOMPARE(history.days(u"SPY"_s).size(), 1u);
        // The half day after Thanksgiving ends at 13:00
        history.note(u"SPY"_s, easterntime::at(QDate(2026, 11, 27), 12h + 45min), 0.3);
        QCOMPARE(history.days(u"SPY"_s).size(), 2u);
    }

    void keptDaysAreReadAgain()
    {
        KeptVolatilities store;
        const QDate day(2026, 8, 13);
        store.kept[u"SPY"_s] = { { day, 0.2 } };
        VolatilityHistory history(store);
        QSignalSpy changed(&history, &VolatilityHistory::changed);
        QCOMPARE(history.days(u"SPY"_s).size(), 1u);
        history.days(u"SPY"_s);
        QCOMPARE(store.loads, 1);
        history.fill(u"SPY"_s, { { day.addDays(-1), 0.3 }, { day, 0.9 }, { day.addDays(1), -1 } });
        QCOMPARE(history.days(u"SPY"_s),
                 (std::vector<DailyVolatility> { { day.addDays(-1), 0.3 }, { day, 0.2 } }));
        QCOMPARE(changed.size(), 1);
        store.kept[u"SPY"_s].clear();
        history.reload();
        QCOMPARE(changed.size(), 2);
        QVERIFY(history.days(u"SPY"_s).empty());
    }

    void oldDaysGo()
    {
        KeptVolatilities store;
        VolatilityHistory history(store);
        std::vector<DailyVolatility> many;
        for (int i = 0; i < 400; ++i)
            many.push_back({ QDate(2025, 1, 1).addDays(i), 0.2 });
        history.fill(u"SPY"_s, many);
        QCOMPARE(history.days(u"SPY"_s).size(), VolatilityHistory::mostDays);
        QCOMPARE(history.days(u"SPY"_s).back().day, many.back().day);
    }
};

QTEST_GUILESS_MAIN(TestChainAnalysis)
#include "tst_chainanalysis.moc"
