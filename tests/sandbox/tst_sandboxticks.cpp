#include "sandboxchecks.h"

#include <QtTest>

using namespace tapeline;

/// Every trade and quote of 50 symbols over 250 days, two days a row: QtTest ends a function after
/// five minutes, which a busy machine would need for many more.
class SandboxTicksTest : public QObject
{
    Q_OBJECT

    static constexpr int symbols = 50;
    static constexpr int days = 250;
    static constexpr int daysPerRow = 2;

private slots:
    void everyTickAgrees_data()
    {
        QTest::addColumn<int>("firstDay");
        for (int day = 0; day < days; day += daysPerRow)
            QTest::addRow("days %d to %d back", day, day + daysPerRow - 1) << day;
    }

    void everyTickAgrees()
    {
        QFETCH(const int, firstDay);
        const SandboxMarket::Options options { 20'261'121, symbols - 14 };
        const auto dates = sandboxchecks::tradingDays(MarketCalendar(), QDate(2026, 11, 30), days);
        const QString wrong = sandboxchecks::inParallel(
            options, symbols * daysPerRow, [&](const SandboxMarket &market, int index) {
                static thread_local std::vector<MarketEvent> events;
                const QDate date = dates[std::size_t(firstDay + index / symbols)];
                const int instrument = index % symbols;
                const QString text = sandboxchecks::checkTicks(market, instrument, date, events);
                return text.isEmpty() ? text
                                      : market.instruments()[std::size_t(instrument)].symbol + u' '
                        + date.toString(Qt::ISODate) + QStringLiteral(": ") + text;
            });
        QCOMPARE(wrong, QString());
    }
};

QTEST_GUILESS_MAIN(SandboxTicksTest)
#include "tst_sandboxticks.moc"
