#include "dayvolume.h"
#include "easterntime.h"
#include "plantedfaults.h"
#include "qualitygrade.h"
#include "symbolrules.h"
#include "symbology.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isClose(double value, double expected)
{
    return std::abs(value - expected) < 0.0005;
}

/// What I-06 and I-07 state.
SeriesFindings findingsOf(qint64 present)
{
    SeriesFindings findings;
    findings.records = 386;
    findings.expected = 390;
    findings.present = present;
    findings.faulty = 1;
    findings.doubtful = 3;
    findings.failedChecks = 1;
    return findings;
}

} // namespace

/// The vectors I-01 to I-07 of execution.md, symbols, and the caps of the grade.
class TestValidationVectors : public QObject
{
    Q_OBJECT

private slots:
    void i01()
    {
        QVERIFY(!symbolIssue(u"O:SPY251219C00650000"));
        const auto contract = symbology::parseOption(u"O:SPY251219C00650000");
        QVERIFY(contract);
        QCOMPARE(contract->root, u"SPY"_s);
        QCOMPARE(contract->expiration, QDate(2025, 12, 19));
        QVERIFY(contract->call);
        QCOMPARE(contract->strike, Price::whole(650));
    }

    void i02()
    {
        const auto issue = symbolIssue(u"O:SPY251319C00650000");
        QVERIFY(issue);
        QCOMPARE(issue->rule, u"V-02"_s);
        QCOMPARE(issue->severity, IssueSeverity::Fatal);
    }

    void i03()
    {
        Candle bar;
        bar.start = easterntime::at(QDate(2025, 3, 3), 10h);
        bar.open = test::cents(10);
        bar.high = test::cents(9.9);
        bar.low = test::cents(9.8);
        bar.close = test::cents(9.85);
        BarValidator validator({}, MarketCalendar());
        validator.add(bar);
        const SeriesFindings findings = validator.findings();
        QCOMPARE(findings.issues.size(), std::size_t(1));
        QCOMPARE(findings.issues[0].rule, u"V-05"_s);
        QCOMPARE(findings.issues[0].severity, IssueSeverity::Fatal);
        QCOMPARE(findings.faulty, 1);
    }

    void i04()
    {
        const MarketCalendar calendar;
        QVERIFY(!calendar.isTradingDay(QDate(2025, 1, 9)));
        const auto closed = [&calendar](int year) {
            QStringList days;
            for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
                if (day.dayOfWeek() < Qt::Saturday && !calendar.isTradingDay(day))
                    days << day.toString(u"MM-dd");
            return days.join(u' ');
        };
        const auto early = [&calendar](int year) {
            QStringList days;
            for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
                if (calendar.isEarlyClose(day))
                    days << day.toString(u"MM-dd");
            return days.join(u' ');
        };
        QCOMPARE(closed(2026), u"01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25"_s);
        QCOMPARE(early(2026), u"11-27 12-24"_s);
        QCOMPARE(closed(2027), u"01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24"_s);
        QCOMPARE(early(2027), u"11-26"_s);
    }

    void i05()
    {
        const MarketCalendar calendar;
        const auto opensAt = [&calendar](QDate day) {
            const Duration inDay = calendar.session(day)->open.time_since_epoch() % Duration(24h);
            return std::chrono::duration_cast<std::chrono::minutes>(inDay).count();
        };
        QCOMPARE(opensAt(QDate(2025, 3, 7)), 14 * 60 + 30);
        QCOMPARE(opensAt(QDate(2025, 3, 10)), 13 * 60 + 30);
        QCOMPARE(opensAt(QDate(2025, 10, 31)), 13 * 60 + 30);
        QCOMPARE(opensAt(QDate(2025, 11, 3)), 14 * 60 + 30);
        // Minutes expected of a day and of a half day
        const auto expected = [&calendar](QDate day) {
            BarValidator validator({}, calendar);
            const TradingSession session = *calendar.session(day);
            Candle bar;
            for (const Timestamp at : { session.preOpen, session.close }) {
                bar.start = at;
                bar.open = bar.high = bar.low = bar.close = test::cents(10);
                validator.add(bar);
            }
            const SeriesFindings findings = validator.findings();
            const QualityIssue *issue = test::issueOf(findings.issues, u"V-11"_s);
            return issue ? issue->count : 0;
        };
        QCOMPARE(expected(QDate(2025, 3, 10)), 390);
        QCOMPARE(expected(QDate(2025, 11, 28)), 210);
    }

    void i06()
    {
        const DataQuality quality = gradeOf(findingsOf(386));
        QVERIFY(isClose(quality.completeness, 98.974));
        QVERIFY(isClose(quality.validity, 97.409));
        QCOMPARE(quality.freshness, 100.0);
        QCOMPARE(quality.consistency, 90.0);
        QVERIFY(isClose(quality.anomalies, 92.228));
        QVERIFY(isClose(quality.score, 97.138));
        QCOMPARE(quality.grade, QualityGrade::A);
    }

    void i07()
    {
        const DataQuality quality = gradeOf(findingsOf(340));
        QVERIFY(isClose(quality.completeness, 87.179));
        QCOMPARE(quality.grade, QualityGrade::C);
    }

    // --- around them ---------------------------------------------------------------------------

    void symbols_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *symbol, const char *rule) {
            QTest::newRow(symbol) << QString::fromLatin1(symbol) << QString::fromLatin1(rule);
        };
        for (const char *sound : { "A", "AAPL", "BRK.B", "BACpL", "HEI-A", "SPCE", "X:BTCUSD",
                                   "X:BTC-USD", "C:EURUSD", "I:SPX", "O:BRKB1251219P00012500" })
            row(sound, "");
        for (const char *stock : { "", "aapl", "ABCDEFGHIJK", "A_B", "BRK.", "BRK.TOOLONG", "1A" })
            row(stock, "V-01");
        for (const char *option :
             { "O:SPY250230C00650000", "O:SPY251219X00650000", "O:SPY251219C00000000",
               "O:SPY251219C0650000", "O:TOOLONG7251219C00650000" })
            row(option, "V-02");
        for (const char *pair : { "X:", "X:btcusd", "C:EUR", "I:" })
            row(pair, "V-03");
    }
    void symbols()
    {
        QFETCH(const QString, symbol);
        QFETCH(const QString, rule);
        const auto issue = symbolIssue(symbol);
        QCOMPARE(issue ? issue->rule : QString(), rule);
        if (issue) {
            QCOMPARE(issue->severity, IssueSeverity::Fatal);
            QVERIFY(issue->detail.contains(u'"' + symbol + u'"'));
        }
    }

    void capsOfTheGrade()
    {
        SeriesFindings sound;
        sound.records = 100;
        QCOMPARE(gradeOf(sound).grade, QualityGrade::A);
        QCOMPARE(gradeOf(sound).score, 100.0);
        SeriesFindings few = sound;
        few.records = 19;
        QCOMPARE(gradeOf(few).grade, QualityGrade::Insufficient);
        SeriesFindings badSymbol = few;
        badSymbol.hasBadSymbol = true;
        QCOMPARE(gradeOf(badSymbol).grade, QualityGrade::F);
        SeriesFindings badCalendar = sound;
        badCalendar.hasBadCalendar = true;
        QCOMPARE(gradeOf(badCalendar).grade, QualityGrade::F);
        QCOMPARE(gradeOf(sound, { {}, 1min, true }).grade, QualityGrade::D);
        QCOMPARE(gradeOf({}).grade, QualityGrade::Insufficient);
    }

    void freshnessFallsWithAge()
    {
        SeriesFindings sound;
        sound.records = 100;
        const auto at = [&sound](Duration age) {
            return gradeOf(sound, { age, 10s, false }).freshness;
        };
        QCOMPARE(at(-5s), 100.0);
        QCOMPARE(at(10s), 100.0);
        QCOMPARE(at(55s), 50.0);
        QCOMPARE(at(100s), 0.0);
        QCOMPARE(at(24h), 0.0);
        QCOMPARE(gradeOf(sound, { 24h, 10s, false }).grade, QualityGrade::C); // 80
    }

    void everyFaultyRecordCostsTheSame()
    {
        SeriesFindings findings;
        findings.records = 1'000;
        findings.faulty = 50;
        QCOMPARE(gradeOf(findings).validity, 50.0);
        findings.faulty = 400;
        QCOMPARE(gradeOf(findings).validity, 0.0);
        QCOMPARE(gradeOf(findings).grade, QualityGrade::C); // 70
        findings.failedChecks = 30;
        QCOMPARE(gradeOf(findings).consistency, 0.0);
    }

    void issuesAreInOrder()
    {
        IssueList list;
        const auto text = [] { return u"."_s; };
        list.add(QualityRule::Volume, IssueSeverity::Warning, fromMs(3), text);
        list.add(QualityRule::Missing, IssueSeverity::Error, fromMs(2), text, 5);
        list.add(QualityRule::Range, IssueSeverity::Fatal, fromMs(9), text);
        list.add(QualityRule::Range, IssueSeverity::Fatal, fromMs(1), text);
        const std::vector<QualityIssue> issues = list.issues();
        QCOMPARE(issues.size(), std::size_t(3));
        QCOMPARE(issues[0].rule, u"V-05"_s);
        QCOMPARE(issues[0].samples, (std::vector { fromMs(1), fromMs(9) }));
        QCOMPARE(issues[1].count, 5);
        QCOMPARE(issues[2].rule, u"V-17"_s);
    }

    // --- V-21 ----------------------------------------------------------------------------------

    void dayVolumeIsExplained()
    {
        const MarketCalendar calendar;
        const QDate day(2026, 3, 10);
        std::vector<Candle> minutes(3);
        for (std::size_t i = 0; i < minutes.size(); ++i) {
            minutes[i].start = easterntime::at(day, 15h + 57min + qint64(i) * 1min);
            minutes[i].volume = Qty::whole(1'000);
            minutes[i].open = minutes[i].high = minutes[i].low = minutes[i].close = test::cents(50);
        }
        const auto trade = [day](Duration at, qint64 size, TradeConditions conditions) {
            Trade result;
            result.time = easterntime::at(day, at);
            result.size = Qty::whole(size);
            result.price = test::cents(50);
            result.conditions = conditions;
            return result;
        };
        std::vector trades { trade(15h + 58min, 400, {}), // in its minute
                             trade(16h + 1s, 700, { condition::closingPrint }),
                             trade(16h + 2s, 700, { condition::officialClose }), // said again
                             trade(3h, 50, { condition::formT }),
                             trade(20h + 1s, 30, { condition::formT }) };
        Candle bar;
        bar.start = easterntime::at(day);
        bar.volume = Qty::whole(3'780);
        bar.close = test::cents(50);
        const DayVolume volume = explainDayVolume(bar, minutes, trades, calendar);
        QCOMPARE(volume.minutes, Qty::whole(3'000));
        QCOMPARE(volume.closingCross, Qty::whole(700));
        QCOMPARE(volume.outsideHours, Qty::whole(80));
        QVERIFY(volume.isExplained());
        QVERIFY(crossCheckDay(bar, minutes, calendar, trades).empty());

        // Planted: a fifth of the volume, and the close
        bar.volume = Qty::whole(4'700);
        QCOMPARE(explainDayVolume(bar, minutes, trades, calendar).unexplained, Qty::whole(920));
        bar.close = test::cents(51);
        const auto issues = crossCheckDay(bar, minutes, calendar, trades);
        QCOMPARE(issues.size(), std::size_t(1));
        QCOMPARE(issues[0].rule, u"V-21"_s);
        QCOMPARE(issues[0].count, 2);
        // Without the trades the cross may be any size, but no minute can be too much
        bar.close = test::cents(50);
        QVERIFY(crossCheckDay(bar, minutes, calendar).empty());
        bar.volume = Qty::whole(2'900);
        QCOMPARE(crossCheckDay(bar, minutes, calendar).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestValidationVectors)
#include "tst_validationvectors.moc"
