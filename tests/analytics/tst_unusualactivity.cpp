#include "optionflow.h"
#include "splitmix64.h"
#include "unusualactivity.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace tapeline;

namespace {

/// Unusual by each of its figures, just so.
constexpr ContractActivity least { 500, 500.0 / 3, 25'000, 90 };

ContractActivity with(double ContractActivity::*figure, double value)
{
    ContractActivity activity = least;
    activity.*figure = value;
    return activity;
}

} // namespace

class TestUnusualActivity : public QObject
{
    Q_OBJECT

private slots:
    void e65()
    {
        const auto found = unusualActivity({ 5'000, 1'200, 250'000, 30 });
        QVERIFY(found);
        QCOMPARE(qRound(found->ratio * 100), 417);
        QCOMPARE(found->score, std::log(5'000.0 / 1'200) + std::log(10.0));
    }

    /// execution.md E.5, at its edges.
    void whatIsUnusual_data()
    {
        QTest::addColumn<double>("volume");
        QTest::addColumn<double>("interest");
        QTest::addColumn<double>("premium");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("unusual");
        const auto row = [](const char *name, const ContractActivity &a, bool unusual) {
            QTest::newRow(name) << a.volume << a.openInterest << a.premium << a.daysToExpiry
                                << unusual;
        };
        constexpr double never = std::numeric_limits<double>::quiet_NaN();
        row("just enough", least, true);
        row("too little volume", with(&ContractActivity::volume, 499), false);
        row("too much open", with(&ContractActivity::openInterest, 167), false);
        row("too little premium", with(&ContractActivity::premium, 24'999.99), false);
        row("nothing open counts as one", with(&ContractActivity::openInterest, 0), true);
        row("today is the last day", { 500, 100, 25'000, 0 }, true);
        row("too far away", { 500, 100, 25'000, 91 }, false);
        row("expired", { 500, 100, 25'000, -1 }, false);
        row("no number for volume", with(&ContractActivity::volume, never), false);
        row("no number for interest", with(&ContractActivity::openInterest, never), false);
        row("negative interest", with(&ContractActivity::openInterest, -5), false);
        row("an endless premium",
            with(&ContractActivity::premium, std::numeric_limits<double>::infinity()), false);
    }
    void whatIsUnusual()
    {
        QFETCH(const double, volume);
        QFETCH(const double, interest);
        QFETCH(const double, premium);
        QFETCH(const int, days);
        const auto found = unusualActivity({ volume, interest, premium, days });
        QTEST(found.has_value(), "unusual");
        if (found) // the least there can be
            QVERIFY(found->score >= std::log(3.0) - 1e-12 && found->ratio >= 3 - 1e-12);
    }

    /// The measure of the score stays when the limits are others.
    void limitsAreChosen()
    {
        UnusualRules rules;
        rules.volume = 10;
        rules.ratio = 0.5;
        rules.premium = 0;
        rules.mostDays = 365;
        const auto found = unusualActivity({ 20, 40, 2'500, 200 }, rules);
        QVERIFY(found);
        QCOMPARE(found->score, std::log(0.5) + std::log(0.1));
        QVERIFY(!unusualActivity({ 20, 40, 0, 200 }, rules)); // no logarithm of nothing
        rules.volume = rules.ratio = 0;
        QVERIFY(!unusualActivity({ 0, 40, 2'500, 200 }, rules));
    }

    /// Against sorting all of them, over random contracts; nothing that is not finite comes out.
    void ranksByScore()
    {
        for (quint64 seed = 1; seed <= 50; ++seed) {
            SplitMix64 draws(seed);
            std::vector<ContractActivity> contracts(draws.below(400));
            for (ContractActivity &contract : contracts) {
                contract.volume = std::floor(std::exp(12 * draws.uniform())) - 1;
                contract.openInterest = std::floor(std::exp(9 * draws.uniform())) - 1;
                contract.premium = std::floor(std::exp(4 * draws.uniform())) * 25'000;
                contract.daysToExpiry = int(draws.below(120)) - 3;
            }
            std::vector<std::pair<double, std::size_t>> expected;
            for (std::size_t i = 0; i < contracts.size(); ++i)
                if (const auto found = unusualActivity(contracts[i]))
                    expected.emplace_back(found->score, i);
            std::stable_sort(expected.begin(), expected.end(), [&](const auto &a, const auto &b) {
                return a.first != b.first
                    ? a.first > b.first
                    : contracts[a.second].premium > contracts[b.second].premium;
            });
            const std::size_t most = 1 + draws.below(60);
            const std::vector<RankedActivity> ranked = rankUnusual(contracts, {}, most);
            QCOMPARE(ranked.size(), std::min(most, expected.size()));
            for (std::size_t i = 0; i < ranked.size(); ++i) {
                QCOMPARE(ranked[i].index, expected[i].second);
                QVERIFY(std::isfinite(ranked[i].activity.score));
            }
        }
    }

    /// massive-api.md 8.7.
    void conditionsTellTheForm_data()
    {
        QTest::addColumn<QList<int>>("ids");
        QTest::addColumn<QString>("form");
        const auto row = [](const char *name, const QList<int> &ids, const char *form) {
            QTest::newRow(name) << ids << QString::fromLatin1(form);
        };
        row("automatic execution", { 209 }, "");
        row("nothing", {}, "");
        row("unknown", { 999 }, "");
        row("intermarket sweep", { 219 }, "sweep");
        row("auction", { 227 }, "auction");
        row("auction of a sweep", { 228 }, "sweep auction");
        row("cross", { 229 }, "cross");
        row("cross of a sweep", { 230 }, "sweep cross");
        row("floor", { 231 }, "floor");
        row("package", { 232 }, "multi");
        row("package in an auction", { 233 }, "auction multi");
        row("package on the floor against single legs", { 239 }, "floor multi");
        row("with stock", { 243 }, "stock");
        row("with stock on the floor", { 242 }, "floor stock");
        row("late", { 202 }, "late");
        row("void", { 201 }, "void");
        row("several", { 219, 204 }, "sweep late");
    }
    void conditionsTellTheForm()
    {
        QFETCH(const QList<int>, ids);
        TradeConditions conditions;
        for (const int id : ids)
            conditions.add(quint16(id));
        const OptionTradeForm form = optionTradeForm(conditions);
        QStringList words;
        const auto say = [&words](bool holds, const char *word) {
            if (holds)
                words << QString::fromLatin1(word);
        };
        say(form.sweep, "sweep");
        say(form.auction, "auction");
        say(form.cross, "cross");
        say(form.floor, "floor");
        say(form.multiLeg, "multi");
        say(form.stockTied, "stock");
        say(form.late, "late");
        say(form.cancels, "void");
        QTEST(words.join(QLatin1Char(' ')), "form");
        QCOMPARE(form.isAlone(), !form.multiLeg && !form.stockTied);
    }

    void aBlockIsLargeAndAlone()
    {
        OptionFlowPrint print;
        auto contract = std::make_shared<FlowContract>();
        print.contract = contract;
        print.price = Price::whole(1);
        print.size = Qty::whole(500);
        QVERIFY(isOptionBlock(print));
        print.size = Qty::whole(499);
        QVERIFY(!isOptionBlock(print));
        print.price = Price::whole(5); // $249,500
        QVERIFY(isOptionBlock(print));
        print.form.multiLeg = true;
        QVERIFY(!isOptionBlock(print));
        print.form = { .sweep = true };
        QVERIFY(!isOptionBlock(print));
        print.form = { .cancels = true };
        QVERIFY(!isOptionBlock(print));
    }
};

QTEST_GUILESS_MAIN(TestUnusualActivity)

#include "tst_unusualactivity.moc"
