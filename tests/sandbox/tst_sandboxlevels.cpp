#include "sandboxchecks.h"

#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;

/// Days, minutes and seconds of 50 symbols over 250 days, every one; ticks of a sample (all of them
/// in tst_sandboxticks, label long).
class SandboxLevelsTest : public QObject
{
    Q_OBJECT

    static constexpr int symbols = 50;
    static constexpr int days = 250;
    static constexpr int daysPerRow = 25;
    const SandboxMarket::Options m_options { 20'261'121, symbols - 14 };
    const QDate m_newest { 2026, 11,
                           30 }; // with the half day after Thanksgiving and both clock changes

private slots:
    void levelsAgree_data()
    {
        QTest::addColumn<int>("firstDay");
        for (int day = 0; day < days; day += daysPerRow)
            QTest::addRow("days %d to %d back", day, day + daysPerRow - 1) << day;
    }

    void levelsAgree()
    {
        QFETCH(const int, firstDay);
        const auto dates = sandboxchecks::tradingDays(MarketCalendar(), m_newest, days);
        const QString wrong = sandboxchecks::inParallel(
            m_options, symbols * daysPerRow, [&](const SandboxMarket &market, int index) {
                const int instrument = index / daysPerRow;
                const QDate date = dates[std::size_t(firstDay + index % daysPerRow)];
                const QString text = sandboxchecks::checkLevels(market, instrument, date);
                return text.isEmpty() ? text : describe(market, instrument, date) + text;
            });
        QCOMPARE(wrong, QString());
    }

    void sampledTicksAgree()
    {
        constexpr int sample = 60;
        const auto dates = sandboxchecks::tradingDays(MarketCalendar(), m_newest, days);
        const QString wrong = sandboxchecks::inParallel(
            m_options, sample, [&](const SandboxMarket &market, int index) {
                SplitMix64 random(mixKeys(7, index));
                const int instrument = int(random.below(symbols));
                const QDate date = dates[random.below(days)];
                std::vector<MarketEvent> events;
                const QString text = sandboxchecks::checkTicks(market, instrument, date, events);
                return text.isEmpty() ? text : describe(market, instrument, date) + text;
            });
        QCOMPARE(wrong, QString());
    }

private:
    static QString describe(const SandboxMarket &market, int instrument, QDate date)
    {
        return market.instruments()[std::size_t(instrument)].symbol + u' '
            + date.toString(Qt::ISODate) + QStringLiteral(": ");
    }
};

QTEST_GUILESS_MAIN(SandboxLevelsTest)
#include "tst_sandboxlevels.moc"
