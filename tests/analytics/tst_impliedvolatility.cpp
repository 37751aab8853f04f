#include "blackscholes.h"
#include "impliedvolatility.h"
#include "optiontree.h"

#include "optionsamples.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;

class ImpliedVolatilityTest : public QObject
{
    Q_OBJECT

private slots:
    void published_data();
    void published();
    void everyPrice_data();
    void everyPrice();
    void status();
    void american();
    void americanExactly();
    void extremesHaveAnAnswerToo();
    void refusals();
};

void ImpliedVolatilityTest::published_data()
{
    QTest::addColumn<OptionInputs>("inputs");
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("exact");
    const double days60 = 60 / 365.0;
    const double days180 = 180 / 365.0;
    const auto row = [](const char *id, const OptionInputs &inputs, double price, double exact) {
        QTest::newRow(id) << inputs << price << exact;
    };
    row("E-28", option(call, 21, 20, 0.25, .10, 0, 0), 1.875, 0.23451291399764);
    row("E-29", option(call, 450, 450, days60, .053, .0153, 0), 23.753, 0.30883996780599);
    row("E-30", option(put, 450, 450, days60, .053, .0153, 0), 35.830, 0.51489424389838);
    row("E-31", option(call, 470, 450, days60, .053, .0153, 0), 33.928, 0.27866288198809);
    row("E-32", option(put, 470, 450, days60, .053, .0153, 0), 6.428, 0.20493870006723);
    row("E-33", option(call, 430, 450, days60, .053, .0153, 0), 3.219, 0.13313451479169);
    row("E-34", option(put, 470, 450, days180, .053, .0153, 0), 0.409, 0.055284725660553);
    row("E-35", option(put, 430, 450, days180, .053, .0153, 0), 27.772, 0.17721550884353);
}

void ImpliedVolatilityTest::published()
{
    QFETCH(const OptionInputs, inputs);
    QFETCH(const double, price);
    QFETCH(const double, exact);
    const auto implied = impliedvolatility::european(inputs, price);
    QVERIFY(implied);
    QCOMPARE(implied->status, ImpliedStatus::Ok);
    QVERIFY(isNear(implied->volatility, exact, 1e-12));
    QVERIFY(std::abs(implied->residual) < 1e-12 * inputs.spot);
}

/// The grid of execution.md E.3, of both rights: what is in the money is found by its twin.
void ImpliedVolatilityTest::everyPrice_data()
{
    QTest::addColumn<OptionRight>("right");
    QTest::newRow("calls") << call;
    QTest::newRow("puts") << put;
}

void ImpliedVolatilityTest::everyPrice()
{
    QFETCH(const OptionRight, right);
    constexpr double spot = 100;
    constexpr double eps = 2.220446049250313e-16;
    int solved = 0;
    const auto roundTrip = [&](const OptionInputs &in) {
        const OptionValue value = *blackscholes::value(in);
        const auto implied = impliedvolatility::european(in, value.price);
        QVERIFY(implied);
        if (value.vega <= 1e-8 * spot)
            return;
        QVERIFY(implied->isFound());
        QVERIFY(std::abs(implied->residual) <= spot * std::max(1e-12, 4 * eps * value.price));
        QVERIFY(isNear(implied->volatility, in.volatility,
                       1e-12 + 16 * eps * value.price / value.vega));
        ++solved;
    };
    for (const double moneyness : { 0.5, 0.8, 0.9, 1.0, 1.1, 1.25, 2.0 })
        for (const double years : { 1 / 365.0, 7 / 365.0, 30 / 365.0, 0.5, 2.0 })
            for (const double volatility : { 0.01, 0.1, 0.2, 0.5, 1.0, 3.0 })
                for (const double rate : { 0.0, 0.05 })
                    for (const double yield : { 0.0, 0.03 })
                        roundTrip(
                            option(right, spot, spot * moneyness, years, rate, yield, volatility));
    QVERIFY(solved > 400);
}

void ImpliedVolatilityTest::status()
{
    const OptionInputs in = option(call, 100, 90, 0.5, .05, 0, 0);
    const double least = 100 - 90 * std::exp(-.025);
    QCOMPARE(impliedvolatility::european(in, least - 0.01)->status, ImpliedStatus::BelowIntrinsic);
    QCOMPARE(impliedvolatility::european(in, 100)->status, ImpliedStatus::AboveBound);
    QCOMPARE(impliedvolatility::european(in, least + 1e-9)->status, ImpliedStatus::LowVega);
    OptionInputs over = in;
    over.years = 0;
    QCOMPARE(impliedvolatility::european(over, 10)->status, ImpliedStatus::Expired);
    QCOMPARE(impliedvolatility::american(over, 10)->status, ImpliedStatus::Expired);
    const OptionInputs deep = option(put, 60, 100, 0.1, .05, 0, 0);
    QCOMPARE(impliedvolatility::american(deep, 39.9)->status, ImpliedStatus::BelowIntrinsic);
    QCOMPARE(impliedvolatility::american(deep, 40)->status, ImpliedStatus::LowVega);
    QCOMPARE(impliedvolatility::american(deep, 101)->status, ImpliedStatus::AboveBound);
}

void ImpliedVolatilityTest::american()
{
    SplitMix64 draws(6);
    int solved = 0;
    for (int i = 0; i < 400; ++i) {
        const OptionInputs in = anyOption(draws);
        const OptionValue value = *americanoption::value(in);
        if (value.vega < 1e-3 || value.price <= optionmodel::intrinsic(in) + 1e-6)
            continue;
        const auto implied = impliedvolatility::american(in, value.price);
        QVERIFY(implied && implied->isFound());
        QVERIFY(std::abs(implied->residual) <= 1e-8);
        QVERIFY(isNear(implied->volatility, in.volatility, 1e-8 + 2e-8 / value.vega));
        const double onTree = *optiontree::price(in);
        if (onTree > optionmodel::intrinsic(in) + 1e-3) {
            const auto tree = impliedvolatility::americanOnTree(in, onTree);
            QVERIFY(tree && tree->isFound());
            QVERIFY(isNear(tree->volatility, in.volatility, 1e-4));
        }
        ++solved;
    }
    QVERIFY(solved > 250);
}

void ImpliedVolatilityTest::americanExactly()
{
    const OptionInputs in = option(put, 100, 110, 0.7, .05, .01, .3);
    const double price = *americanoption::price(in, americanoption::Precision::Exact);
    const auto implied = impliedvolatility::american(in, price, americanoption::Precision::Exact);
    QCOMPARE(implied->status, ImpliedStatus::Ok);
    QVERIFY(isNear(implied->volatility, 0.3, 1e-9));
}

/// Neither a hang nor a NaN, whatever the inputs and the price.
void ImpliedVolatilityTest::extremesHaveAnAnswerToo()
{
    SplitMix64 draws(11);
    for (int i = 0; i < 6'000; ++i) {
        const OptionInputs in = extremeOption(draws);
        const double price = anyNumber(draws, 0, 100);
        for (const auto &implied :
             { impliedvolatility::european(in, price), impliedvolatility::american(in, price) }) {
            OptionInputs checked = in;
            checked.volatility = 0; // not read
            const bool isLegal = optionmodel::check(checked) && price >= 0 && std::isfinite(price);
            QCOMPARE(bool(implied), isLegal);
            QVERIFY(!implied || std::isfinite(implied->volatility));
            QVERIFY(!implied || !implied->isFound() || implied->volatility >= 0);
        }
    }
}

void ImpliedVolatilityTest::refusals()
{
    const OptionInputs good = option(call, 100, 100, 1, .05, 0, .2);
    for (const double price : { -1.0, std::nan(""), double(HUGE_VAL) }) {
        QVERIFY(!impliedvolatility::european(good, price));
        QVERIFY(!impliedvolatility::american(good, price));
        QVERIFY(!impliedvolatility::americanOnTree(good, price));
    }
    QVERIFY(!impliedvolatility::americanOnTree(good, 1, 0));
    OptionInputs bad = good;
    bad.spot = 0;
    QCOMPARE(impliedvolatility::european(bad, 1).error().code, Error::Code::InvalidArgument);
    QCOMPARE(impliedvolatility::american(bad, 1).error().code, Error::Code::InvalidArgument);
}

QTEST_GUILESS_MAIN(ImpliedVolatilityTest)
#include "tst_impliedvolatility.moc"
