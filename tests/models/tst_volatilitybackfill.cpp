#include "volatilitybackfill.h"

#include "blackscholes.h"
#include "symbology.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr volatilitybackfill::Carry carry { 0.04, 0.01 };

/// A year of trading days in a slow wave around 200.
DailyCloses closesOfAYear(const MarketCalendar &calendar)
{
    DailyCloses closes;
    QDate day(2025, 6, 2);
    for (int i = 0; i < 300; ++i, day = calendar.nextTradingDay(day))
        closes[day] = 200 + 12 * std::sin(i / 25.0);
    return closes;
}

double volatilityOn(QDate day)
{
    return 0.2 + 0.05 * std::sin(double(day.toJulianDay()) / 40);
}

/// What a contract closed at on all days of the market until it ended.
DailyCloses barsOf(const QString &symbol, const DailyCloses &closes)
{
    const auto terms = symbology::parseOption(symbol);
    DailyCloses bars;
    for (const auto &[day, close] : closes)
        if (day < terms->expiration && day.daysTo(terms->expiration) < 120)
            bars[day] = *blackscholes::price({ terms->call ? OptionRight::Call : OptionRight::Put,
                                               close, terms->strike.toDouble(),
                                               double(day.daysTo(terms->expiration)) / 365,
                                               carry.rate, carry.yield, volatilityOn(day) });
    return bars;
}

} // namespace

class TestVolatilityBackfill : public QObject
{
    Q_OBJECT

private slots:
    void monthlyExpirations()
    {
        const MarketCalendar calendar;
        QCOMPARE(volatilitybackfill::monthly(2026, 8, calendar), QDate(2026, 8, 21));
        QCOMPARE(volatilitybackfill::monthly(2026, 5, calendar), QDate(2026, 5, 15));
        // Juneteenth and Good Friday are Fridays
        QCOMPARE(volatilitybackfill::monthly(2026, 6, calendar), QDate(2026, 6, 18));
        QCOMPARE(volatilitybackfill::monthly(2025, 4, calendar), QDate(2025, 4, 17));
    }

    void strikes()
    {
        using volatilitybackfill::commonStrike;
        QCOMPARE(commonStrike(0.4), Price::whole(1));
        QCOMPARE(commonStrike(23.4), Price::whole(23));
        QCOMPARE(commonStrike(182.6), Price::whole(185));
        QCOMPARE(commonStrike(664.9), Price::whole(660));
        QCOMPARE(commonStrike(6'659), Price::whole(6'650));
    }

    void fewContractsAreAsked()
    {
        const MarketCalendar calendar;
        const DailyCloses closes = closesOfAYear(calendar);
        const QStringList symbols = volatilitybackfill::contracts(u"X"_s, closes, calendar);
        QVERIFY(symbols.size() > 40 && symbols.size() < 200);
        QCOMPARE(QSet<QString>(symbols.cbegin(), symbols.cend()).size(), symbols.size());
        for (const QString &symbol : symbols) {
            const auto terms = symbology::parseOption(symbol);
            QVERIFY(terms);
            QCOMPARE(terms->root, u"X"_s);
            QVERIFY(symbols.contains(*symbology::formatOption(
                { terms->root, terms->expiration, !terms->call, terms->strike })));
        }
        QVERIFY(volatilitybackfill::contracts(u"X"_s, {}, calendar).isEmpty());
    }

    void findsTheVolatilitiesOfAYear()
    {
        const MarketCalendar calendar;
        const DailyCloses closes = closesOfAYear(calendar);
        QHash<QString, DailyCloses> bars;
        for (const QString &symbol : volatilitybackfill::contracts(u"X"_s, closes, calendar))
            bars[symbol] = barsOf(symbol, closes);
        const auto found = volatilitybackfill::volatilities(closes, bars, carry, calendar);
        QCOMPARE(found.size(), std::size_t(volatilitybackfill::yearOfDays));
        QDate last;
        for (const DailyVolatility &one : found) {
            QVERIFY(one.day > last);
            last = one.day;
            QVERIFY2(std::abs(one.volatility - volatilityOn(one.day)) < 1e-6,
                     qPrintable(one.day.toString(Qt::ISODate)));
        }
        QCOMPARE(last, closes.rbegin()->first);
    }

    /// A rate that is off moves calls and puts in opposite directions.
    void aWrongRateHardlyCounts()
    {
        const MarketCalendar calendar;
        const DailyCloses closes = closesOfAYear(calendar);
        QHash<QString, DailyCloses> bars;
        for (const QString &symbol : volatilitybackfill::contracts(u"X"_s, closes, calendar))
            bars[symbol] = barsOf(symbol, closes);
        for (const DailyVolatility &one :
             volatilitybackfill::volatilities(closes, bars, { 0.06, 0 }, calendar))
            QVERIFY(std::abs(one.volatility - volatilityOn(one.day)) < 0.006);
    }

    void daysWithoutTradesAreLeftOut()
    {
        const MarketCalendar calendar;
        const DailyCloses closes = closesOfAYear(calendar);
        QHash<QString, DailyCloses> bars;
        const QDate silent = std::prev(closes.end(), 30)->first;
        for (const QString &symbol : volatilitybackfill::contracts(u"X"_s, closes, calendar)) {
            bars[symbol] = barsOf(symbol, closes);
            bars[symbol].erase(silent);
        }
        const auto found = volatilitybackfill::volatilities(closes, bars, carry, calendar);
        QCOMPARE(found.size(), std::size_t(volatilitybackfill::yearOfDays - 1));
        QVERIFY(std::ranges::find(found, silent, &DailyVolatility::day) == found.end());
        QVERIFY(volatilitybackfill::volatilities(closes, {}, carry, calendar).empty());
    }

    /// Prices before a split are not those that its old contracts had.
    void nonsenseIsLeftOut()
    {
        const MarketCalendar calendar;
        const DailyCloses closes = closesOfAYear(calendar);
        QHash<QString, DailyCloses> bars;
        for (const QString &symbol : volatilitybackfill::contracts(u"X"_s, closes, calendar))
            for (const auto &[day, price] : barsOf(symbol, closes))
                bars[symbol][day] = symbology::parseOption(symbol)->call ? 600 : price;
        QVERIFY(volatilitybackfill::volatilities(closes, bars, carry, calendar).empty());
    }
};

QTEST_GUILESS_MAIN(TestVolatilityBackfill)
#include "tst_volatilitybackfill.moc"
