#include "chartbars.h"
#include "easterntime.h"
#include "sessionspans.h"
#include "timemarks.h"
#include "valuemarks.h"

#include <QRegularExpression>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

QStringList texts(const std::vector<TimeMark> &marks)
{
    QStringList result;
    for (const TimeMark &mark : marks)
        result.append(mark.text);
    return result;
}

} // namespace

class TestTimeMarks : public QObject
{
    Q_OBJECT

    ChartSeries m_series;

    void load(QDate from, QDate to, Timeframe timeframe)
    {
        m_series.setInstrument(u"AAPL"_s, timeframe);
        m_series.apply(chartbars::update(chartbars::tradingDays(from, to, timeframe)));
    }
    std::vector<TimeMark> all(int marks)
    {
        return timeMarks(m_series, m_series.firstKey(), m_series.lastKey(),
                         double(m_series.size()) / marks, english);
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hoursOfADay()
    {
        load(QDate(2026, 8, 12), QDate(2026, 8, 12), Timeframe(5, TimeUnit::Minute));
        QCOMPARE(texts(all(10)),
                 QStringList({ u"04:00"_s, u"06:00"_s, u"08:00"_s, u"10:00"_s, u"12:00"_s,
                               u"14:00"_s, u"16:00"_s, u"18:00"_s }));
    }

    void aDayIsNamedWhereItBegins()
    {
        load(QDate(2026, 8, 13), QDate(2026, 8, 14), Timeframe(5, TimeUnit::Minute));
        const auto marks = all(10);
        const auto day
            = std::find_if(marks.begin(), marks.end(), [](auto &mark) { return mark.newDate; });
        QVERIFY(day != marks.end());
        QCOMPARE(day->text, u"Fri 14"_s);
        QCOMPARE(m_series.start(day->key), easterntime::at(QDate(2026, 8, 14), 4h));
    }

    void weekendsTakeNoRoom()
    {
        load(QDate(2026, 8, 10), QDate(2026, 8, 21), Timeframe(30, TimeUnit::Minute));
        const auto marks = all(12);
        for (std::size_t i = 1; i < marks.size(); ++i)
            QCOMPARE(marks[i].key - marks[i - 1].key, 32); // 16 hours of half hours
    }

    void monthsAndYearsOfDays()
    {
        load(QDate(2024, 9, 3), QDate(2025, 6, 30), Timeframe(1, TimeUnit::Day));
        QCOMPARE(texts(all(11)),
                 QStringList({ u"3"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s, u"2025"_s, u"Feb"_s, u"Mar"_s,
                               u"Apr"_s, u"May"_s, u"Jun"_s }));
        load(QDate(2003, 1, 2), QDate(2026, 8, 12), Timeframe(1, TimeUnit::Day));
        const QStringList years = texts(all(12));
        QVERIFY(years.contains(u"2010"_s) && years.contains(u"2016"_s));
        QVERIFY(!years.contains(u"2015"_s));
    }

    void daylightSavingDoesNotMoveHours()
    {
        load(QDate(2026, 3, 6), QDate(2026, 3, 9),
             Timeframe(1, TimeUnit::Minute)); // change on the 8th
        for (const TimeMark &mark : all(12)) {
            if (!mark.newDate)
                QVERIFY2(mark.text.endsWith(u":00"_s), qPrintable(mark.text));
        }
    }

    void neverCrowdedNeverTooMany_data()
    {
        QTest::addColumn<Timeframe>("timeframe");
        QTest::addColumn<int>("days");
        QTest::newRow("minutes") << Timeframe() << 8;
        QTest::newRow("quarters of an hour") << Timeframe(15, TimeUnit::Minute) << 90;
        QTest::newRow("hours") << Timeframe(1, TimeUnit::Hour) << 400;
        QTest::newRow("days") << Timeframe(1, TimeUnit::Day) << 4000;
        QTest::newRow("weeks") << Timeframe(1, TimeUnit::Week) << 8000;
        QTest::newRow("months") << Timeframe(1, TimeUnit::Month) << 8000;
    }

    void neverCrowdedNeverTooMany()
    {
        QFETCH(const Timeframe, timeframe);
        QFETCH(const int, days);
        const QDate from(2003, 1, 2);
        load(from, from.addDays(days), timeframe);
        SplitMix64 random(11);
        for (int i = 0; i < 120; ++i) {
            const auto first = qint64(random.below(quint64(m_series.size())));
            const auto last = first + qint64(random.below(quint64(m_series.size() - first)));
            const double least = double(last - first + 1) / (3 + double(random.below(9)));
            const auto marks = timeMarks(m_series, first, last, least, english);
            QVERIFY(marks.size() <= 14);
            if (last - first > 60)
                QVERIFY2(!marks.empty(), "an axis without a label");
            for (std::size_t m = 1; m < marks.size(); ++m)
                QVERIFY(double(marks[m].key - marks[m - 1].key) >= least * 0.8 - 1e-9);
        }
    }

    void extendedHoursAndDays()
    {
        load(QDate(2026, 8, 13), QDate(2026, 8, 14), Timeframe(30, TimeUnit::Minute));
        const MarketCalendar calendar;
        const SessionSpans spans
            = sessionSpans(m_series, calendar, m_series.firstKey(), m_series.lastKey());
        const std::vector<SessionSpan> expected { { 0, 10 }, { 24, 31 }, { 32, 42 }, { 56, 63 } };
        QCOMPARE(spans.extended, expected);
        QCOMPARE(spans.dayStarts, std::vector<ChartSeries::Key> { 32 });
        QVERIFY(sessionSpans(m_series, calendar, 12, 20).extended.empty());
        QVERIFY(sessionSpans(m_series, calendar, 0, 63, 1).extended.empty());
    }

    void earlyClosesEndTheSession()
    {
        load(QDate(2026, 11, 27), QDate(2026, 11, 27), Timeframe(30, TimeUnit::Minute));
        const SessionSpans spans
            = sessionSpans(m_series, {}, m_series.firstKey(), m_series.lastKey());
        QCOMPARE(spans.extended.size(), std::size_t(2));
        QCOMPARE(m_series.start(spans.extended[1].first),
                 easterntime::at(QDate(2026, 11, 27), 13h));
    }

    void pricesOnTheAxisAreRound()
    {
        QCOMPARE(
            priceMarks(171.3, 176.2, false, 600, 48, 2),
            (std::vector<double> { 171.5, 172, 172.5, 173, 173.5, 174, 174.5, 175, 175.5, 176 }));
        const auto cents = priceMarks(10.001, 10.029, false, 600, 20, 2);
        QCOMPARE(cents.size(), std::size_t(2)); // no finer than the decimals
        for (const double top : { 11.0, 60.0, 900.0 }) {
            const auto marks = priceMarks(10, top, true, 500, 40, 2);
            QVERIFY(!marks.empty() && marks.size() <= 12);
        }
        QVERIFY(priceMarks(5, 5, false, 500, 40, 2).empty());
    }

    void volumesAreShort()
    {
        QCOMPARE(volumeText(812, english), u"812"_s);
        QCOMPARE(volumeText(12'440, english), u"12.4K"_s);
        QCOMPARE(volumeText(999'960, english), u"1.00M"_s);
        QCOMPARE(volumeText(56'700'000'000, english), u"56.7B"_s);
        QCOMPARE(volumeText(0.125, english), u"0.1250"_s);
        QCOMPARE(volumeMarkText(10'000, english), u"10K"_s);
        QCOMPARE(volumeMarkText(2'500'000, english), u"2.5M"_s);
        QCOMPARE(changeText(0.5, 2, english), u"+0.50"_s);
        QCOMPARE(changeText(-0.5, 2, QLocale(QLocale::German)), u"-0,50"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeMarks)
#include "tst_timemarks.moc"
