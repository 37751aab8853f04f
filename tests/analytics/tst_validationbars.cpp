#include "plantedfaults.h"
#include "recordedbars.h"

#include <limits>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using test::Detection;
using Records = std::vector<BarRecord>;

/// A fault: which rule finds it, and how one is put into a series at a place.
struct Fault
{
    QString rule;
    std::function<void(Records &, std::size_t)> plant;
    std::size_t apart = 2; ///< places are at least
    std::size_t from = 1; ///< the first place that can be told
    Duration offset {}; ///< of the offender's time from that of the place
};

Records recordsOf(const std::vector<Candle> &bars)
{
    Records records;
    for (const Candle &bar : bars)
        records.emplace_back().bar = bar;
    return records;
}

SeriesFindings validated(const Records &records, BarClaims claims = {})
{
    BarValidator validator(std::move(claims), MarketCalendar());
    for (const BarRecord &record : records)
        validator.add(record);
    return validator.findings();
}

/// Records are planted from the last place to the first, so that places stay what they were.
Detection detect(const Fault &fault, std::vector<Candle> bars, std::size_t count, quint64 seed,
                 const BarClaims &claims = {})
{
    Records records = recordsOf(bars);
    std::set<Timestamp> planted;
    const std::set<std::size_t> places
        = test::places(count, fault.from, records.size() - 1, fault.apart, seed);
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        fault.plant(records, *place);
        planted.insert(bars[*place].start + fault.offset);
    }
    return test::detection(validated(records, claims).issues, fault.rule, planted);
}

/// Bars of weeks and longer, made of those of days.
std::vector<Candle> longBars(const std::vector<Candle> &days, Timeframe timeframe)
{
    std::vector<Candle> bars;
    for (const Candle &day : days) {
        const Timestamp start = timeframe.windowStart(day.start);
        if (bars.empty() || bars.back().start != start) {
            bars.push_back(day);
            bars.back().start = start;
            bars.back().vwap = 0;
            continue;
        }
        Candle &bar = bars.back();
        bar.high = std::max(bar.high, day.high);
        bar.low = std::min(bar.low, day.low);
        bar.close = day.close;
        bar.volume += day.volume;
    }
    return bars;
}

void shift(Candle &bar, double factor)
{
    for (Price *price : { &bar.open, &bar.high, &bar.low, &bar.close })
        *price = test::cents(price->toDouble() * factor);
    bar.vwap *= factor;
}

/// Those of one record's values, or of its place: each has to be found, and nothing else.
const std::map<QString, Fault> &exactFaults()
{
    static const std::map<QString, Fault> faults {
        { u"V-04 price 0"_s, { u"V-04"_s, [](Records &r, std::size_t i) { r[i].bar.low = {}; } } },
        { u"V-04 volume"_s,
          { u"V-04"_s, [](Records &r, std::size_t i) { r[i].bar.volume = -r[i].bar.volume; } } },
        { u"V-04 not a number"_s,
          { u"V-04"_s,
            [](Records &r, std::size_t i) {
                r[i].bar.vwap = std::numeric_limits<double>::quiet_NaN();
            } } },
        { u"V-04 infinite"_s,
          { u"V-04"_s,
            [](Records &r, std::size_t i) {
                r[i].bar.vwap = std::numeric_limits<double>::infinity();
            } } },
        { u"V-04 unreadable"_s,
          { u"V-04"_s, [](Records &r, std::size_t i) { r[i].isUnreadable = true; } } },
        { u"V-05 high"_s,
          { u"V-05"_s,
            [](Records &r, std::size_t i) {
                Candle &bar = r[i].bar;
                bar.high = std::min(bar.open, bar.close) - test::cents(0.01);
            } } },
        { u"V-05 low"_s,
          { u"V-05"_s,
            [](Records &r, std::size_t i) {
                Candle &bar = r[i].bar;
                bar.low = std::max(bar.open, bar.close) + test::cents(0.01);
            } } },
        { u"V-06"_s,
          { u"V-06"_s,
            [](Records &r, std::size_t i) {
                r[i].bar.vwap = r[i].bar.high.toDouble() * 1.0002;
            } } },
        { u"V-07 no volume"_s,
          { u"V-07"_s,
            [](Records &r, std::size_t i) {
                r[i].bar.high += test::cents(0.01);
                r[i].bar.volume = {};
            } } },
        { u"V-07 no trades"_s,
          { u"V-07"_s, [](Records &r, std::size_t i) { r[i].bar.tradeCount = 0; } } },
        { u"V-08 unaligned"_s,
          { u"V-08"_s,
            [](Records &r, std::size_t i) {
                r.insert(r.begin() + qsizetype(i) + 1, r[i]);
                r[i + 1].bar.start += 7s;
            },
            2, 1, 7s } },
        { u"V-08 back in time"_s,
          { u"V-08"_s, [](Records &r, std::size_t i) { std::swap(r[i], r[i + 1]); }, 3 } },
        { u"V-09 identical"_s,
          { u"V-09"_s,
            [](Records &r, std::size_t i) { r.insert(r.begin() + qsizetype(i), r[i]); } } },
        { u"V-09 different"_s,
          { u"V-09"_s,
            [](Records &r, std::size_t i) {
                r.insert(r.begin() + qsizetype(i), r[i]);
                r[i + 1].bar.volume += Qty::whole(1);
            } } },
        { u"V-11"_s,
          { u"V-11"_s, [](Records &r, std::size_t i) { r.erase(r.begin() + qsizetype(i)); } } },
        { u"V-22"_s, { u"V-22"_s, [](Records &r, std::size_t i) { r[i].isRounded = true; } } },
    };
    return faults;
}

} // namespace

/// A planted fault for each rule of bars: what is found against what was put in.
class TestValidationBars : public QObject
{
    Q_OBJECT

private slots:
    void soundBarsHaveNoFault()
    {
        test::CleanBars source(11);
        const SeriesFindings minutes = validated(recordsOf(source.minutes(12)));
        QCOMPARE(minutes.records, 12 * 390);
        QCOMPARE(minutes.faulty, 0);
        QCOMPARE(minutes.expected, minutes.present);
        QCOMPARE(minutes.expected, 12 * 390);
        QVERIFY(minutes.isLiquid);
        for (const QualityIssue &issue : minutes.issues)
            qInfo().noquote() << issue.rule << issue.count << issue.detail;
        QVERIFY(minutes.issues.empty());
        BarClaims daily { Timeframe(1, TimeUnit::Day) };
        QVERIFY(validated(recordsOf(source.days(600)), daily).issues.empty());
    }

    void exactRules_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, fault] : exactFaults())
            QTest::newRow(qPrintable(name)) << name;
    }
    void exactRules()
    {
        QFETCH(const QString, name);
        const Fault &fault = exactFaults().at(name);
        for (quint64 seed = 1; seed <= 3; ++seed) {
            const Detection found = detect(fault, test::CleanBars(seed).minutes(12), 40, seed);
            test::report(name, u"a random walk"_s, found);
            QVERIFY(found.isPerfect());
        }
    }

    void exactRulesInRecordedDays_data() { exactRules_data(); }
    void exactRulesInRecordedDays()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, name);
        const Fault &fault = exactFaults().at(name);
        const auto recorded
            = test::recordedBars(u"data/equity/minute/US4_2013-10-04_2013-10-10_aggs.csv.gz"_s);
        // As recorded, prepared so that nothing else is wrong with them
        std::vector<Candle> bars;
        const MarketCalendar calendar;
        for (Candle bar : recorded.at(u"SPY"_s)) {
            bar.tradeCount = 1 + bar.volume.units() / Qty::unitsPerOne / 200;
            bar.vwap = (bar.high.toDouble() + bar.low.toDouble()) / 2;
            if (calendar.isRegular(bar.start))
                bars.push_back(bar);
        }
        const Detection before = test::detection(validated(recordsOf(bars)).issues, fault.rule, {});
        QCOMPARE(before.found, 0);
        const Detection found = detect(fault, bars, 40, 5);
        test::report(name, u"SPY, five recorded days"_s, found);
        QVERIFY(found.isPerfect());
    }

    void barsOfTheFuture()
    {
        const std::vector<Candle> bars = test::CleanBars(3).minutes(1);
        BarClaims claims;
        claims.now = bars[300].start;
        const SeriesFindings findings = validated(recordsOf(bars), claims);
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-08"_s);
        QVERIFY(issue);
        QCOMPARE(issue->count, 390 - 301);
        QCOMPARE(issue->samples.front(), bars[301].start);
        QCOMPARE(issue->severity, IssueSeverity::Error);
    }

    /// One record from the future is one fault, and so is one beside the timeframe; the sound
    /// records after it are none.
    void oneForwardTime()
    {
        std::vector<Candle> bars = test::CleanBars(3).minutes(2);
        BarClaims claims;
        claims.now = bars.back().start;
        bars[300].start = bars.back().start + 24h;
        SeriesFindings findings = validated(recordsOf(bars), claims);
        QCOMPARE(findings.faulty, 1);
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-08"_s);
        QVERIFY(issue);
        QCOMPARE(issue->count, 1);
        QCOMPARE(issue->samples.front(), bars[300].start);
        // Where it is not in the future the first bar after it is taken for the wrong one, and no
        // other
        claims.now = bars.back().start + 48h;
        QCOMPARE(validated(recordsOf(bars), claims).faulty, 1);
        findings = validated(recordsOf(bars));
        QCOMPARE(findings.faulty, 1);
        QCOMPARE(test::issueOf(findings.issues, u"V-08"_s)->samples.front(), bars[301].start);
        bars = test::CleanBars(3).minutes(2);
        bars[300].start += 3h + 7s;
        QCOMPARE(validated(recordsOf(bars)).faulty, 1);
    }

    /// The same file twice, one after the other: all of the second is wrong.
    void aFileTwice()
    {
        Records records = recordsOf(test::CleanBars(3).minutes(1));
        const Records again = records;
        records.insert(records.end(), again.begin(), again.end());
        QCOMPARE(validated(records).faulty, 389); // the last bar only comes twice
    }

    /// Seconds of a quiet minute close alike, and so does an evening and the next morning.
    void flatLinesThatAreNone()
    {
        std::vector<Candle> bars = test::CleanBars(8).minutes(2);
        for (std::size_t i = 370; i < 410; ++i) {
            bars[i].close = bars[i].open = bars[i].high = bars[i].low = test::cents(100);
            bars[i].vwap = 0;
        }
        QVERIFY(!test::issueOf(validated(recordsOf(bars)).issues, u"V-18"_s));
        const Timestamp open = bars.front().start;
        for (std::size_t i = 0; i < bars.size(); ++i) {
            Candle &bar = bars[i];
            bar.start = open + qint64(i) * 1s;
            bar.close = bar.open = bar.high = bar.low = test::cents(100);
            bar.vwap = 0;
        }
        const BarClaims seconds { Timeframe(1, TimeUnit::Second) };
        QVERIFY(!test::issueOf(validated(recordsOf(bars), seconds).issues, u"V-18"_s));
    }

    void splitsInLongBars_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::newRow("weeks") << u"1W"_s;
        QTest::newRow("months") << u"1M"_s;
    }
    /// A split in the middle of a bar shows in that bar, not in the next.
    void splitsInLongBars()
    {
        QFETCH(const QString, frame);
        BarClaims claims { *Timeframe::parse(frame) };
        std::vector<Candle> days = test::CleanBars(7).days(600);
        const auto day = std::ranges::find(days, easterntime::at(QDate(2023, 6, 14)), // a Wednesday
                                           &Candle::start);
        QVERIFY(day != days.end());
        claims.splits = { { easterntime::date(day->start), 1, 4 } };
        const Records clean = recordsOf(longBars(days, claims.timeframe));
        for (auto before = days.begin(); before != day; ++before)
            shift(*before, 4);
        const Records raw = recordsOf(longBars(days, claims.timeframe));
        QVERIFY(!test::issueOf(validated(clean, claims).issues, u"V-12"_s));
        const SeriesFindings mixed = validated(raw, claims);
        const QualityIssue *issue = test::issueOf(mixed.issues, u"V-12"_s);
        QVERIFY(issue);
        QCOMPARE(issue->samples.front(), claims.timeframe.windowStart(day->start));
        claims.adjusted = false;
        QVERIFY(!test::issueOf(validated(raw, claims).issues, u"V-12"_s));
        QVERIFY(test::issueOf(validated(clean, claims).issues, u"V-12"_s));
    }

    /// The grade asks for the share of records: one with two warnings is one.
    void doubtfulRecordsCountOnce()
    {
        std::vector<Candle> bars = test::CleanBars(8).minutes(3);
        for (const std::size_t i : { 50U, 90U }) {
            bars[i].vwap = bars[i].high.toDouble() * 1.01; // V-06
            bars[i].tradeCount = 0; // V-07
        }
        QCOMPARE(validated(recordsOf(bars)).doubtful, 2);
        for (std::size_t i = 100; i < 140; ++i) { // V-18
            bars[i].close = bars[i].open = bars[i].high = bars[i].low = test::cents(100);
            bars[i].vwap = i == 110 ? 101 : 0;
            bars[i].tradeCount = i == 110 || i == 120 || i == 135 ? 0 : 10;
        }
        const SeriesFindings findings = validated(recordsOf(bars));
        QCOMPARE(test::issueOf(findings.issues, u"V-18"_s)->count, 40);
        QCOMPARE(findings.doubtful, 42);
    }

    /// Of many offenders the first is kept, and the newest: those are on the screen.
    void samplesAreTheNewest()
    {
        Records records = recordsOf(test::CleanBars(8).minutes(2));
        for (BarRecord &record : records)
            record.isRounded = true;
        const SeriesFindings findings = validated(records);
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-22"_s);
        QVERIFY(issue);
        QCOMPARE(issue->count, qint64(records.size()));
        QCOMPARE(issue->samples.size(), IssueList::keptSamples);
        QCOMPARE(issue->samples[0], records[0].bar.start);
        for (std::size_t i = 1; i < IssueList::keptSamples; ++i)
            QCOMPARE(issue->samples[i],
                     records[records.size() - IssueList::keptSamples + i].bar.start);
    }

    /// Most contracts do not trade each day: nothing is missing.
    void optionsExpectNothing()
    {
        std::vector<Candle> bars;
        const std::vector<Candle> days = test::CleanBars(6).days(100);
        for (std::size_t i = 0; i < days.size(); i += 3)
            bars.push_back(days[i]);
        const BarClaims claims { Timeframe(1, TimeUnit::Day), AssetClass::Options };
        const SeriesFindings findings = validated(recordsOf(bars), claims);
        QVERIFY(!test::issueOf(findings.issues, u"V-11"_s));
        QCOMPARE(findings.expected, 0);
        QCOMPARE(findings.present, 0);
    }

    void quietCrypto()
    {
        // One minute in five, ten days with two of them missing
        std::vector<Candle> bars;
        const Candle sound = test::CleanBars(6).minutes(1).front();
        const Timestamp midnight = std::chrono::floor<std::chrono::days>(sound.start);
        for (int minute = 0; minute < 10 * 1'440; minute += 5) {
            if (minute / 1'440 == 4 || minute / 1'440 == 5)
                continue;
            bars.push_back(sound);
            bars.back().start = midnight + minute * 1min;
        }
        BarClaims claims { Timeframe(1, TimeUnit::Minute), AssetClass::Crypto };
        SeriesFindings findings = validated(recordsOf(bars), claims);
        QVERIFY(!findings.isLiquid);
        QCOMPARE(findings.expected, 10);
        QCOMPARE(findings.present, 8);
        // Five minutes of the same are all there
        claims.timeframe = Timeframe(5, TimeUnit::Minute);
        findings = validated(recordsOf(bars), claims);
        QVERIFY(findings.isLiquid);
        QCOMPARE(findings.expected, 10 * 288);
        QCOMPARE(findings.present, 8 * 288);
        QCOMPARE(test::issueOf(findings.issues, u"V-11"_s)->count, 2 * 288);
    }

    void closedHours()
    {
        std::vector<Candle> bars = test::CleanBars(4).minutes(12);
        // A holiday, the night, and the afternoon of a half day
        Records records;
        const auto plant = [&](QDate day, Duration from) {
            for (int i = 0; i < 10; ++i) {
                Candle bar = bars.front();
                bar.start = easterntime::at(day, from + i * 1min);
                records.emplace_back().bar = bar;
            }
        };
        plant(QDate(2025, 1, 9), 10h);
        plant(QDate(2025, 1, 10), 3h + 40min);
        plant(QDate(2025, 1, 10), 20h);
        for (const Candle &bar : bars)
            records.emplace_back().bar = bar;
        plant(QDate(2025, 11, 28), 17h);
        const SeriesFindings findings = validated(records);
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-10"_s);
        QVERIFY(issue);
        qInfo() << "V-10 planted 40 found" << issue->count;
        QCOMPARE(issue->count, 40);
        QVERIFY(!findings.hasBadCalendar);
    }

    /// All of it an hour and a night beside: the wrong time zone.
    void aCalendarThatDoesNotFit()
    {
        std::vector<Candle> bars = test::CleanBars(5).minutes(3);
        for (Candle &bar : bars)
            bar.start += 11h;
        QVERIFY(validated(recordsOf(bars)).hasBadCalendar);
    }

    void missingSessionsAndQuietSymbols()
    {
        std::vector<Candle> bars = test::CleanBars(6).minutes(10);
        bars.erase(bars.begin() + 390 * 4, bars.begin() + 390 * 6);
        SeriesFindings findings = validated(recordsOf(bars));
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-11"_s);
        QVERIFY(issue);
        QCOMPARE(issue->severity, IssueSeverity::Error);
        QCOMPARE(issue->count, 780);
        QCOMPARE(findings.expected, 3'900);
        QCOMPARE(findings.present, 3'120);

        // One minute in five: what is missing was not traded
        std::vector<Candle> quiet;
        for (std::size_t i = 0; i < bars.size(); i += 5)
            quiet.push_back(bars[i]);
        findings = validated(recordsOf(quiet));
        QVERIFY(!findings.isLiquid);
        QCOMPARE(findings.expected, 10); // sessions
        QCOMPARE(findings.present, 8);
        QCOMPARE(findings.issues.size(), std::size_t(2));
        QCOMPARE(findings.issues[0].count, 2);
        QCOMPARE(findings.issues[0].severity, IssueSeverity::Error);
        QCOMPARE(findings.issues[1].severity, IssueSeverity::Warning);
    }

    void splits()
    {
        const std::vector<Candle> clean = test::CleanBars(7).days(600);
        BarClaims claims { Timeframe(1, TimeUnit::Day) };
        int planted = 0;
        int found = 0;
        qint64 told = 0; // right or not
        for (const double to : { 2.0, 3.0, 7.0, 1.5, 0.05, 0.1 }) {
            for (const std::size_t at : { 30U, 250U, 480U }) {
                std::vector<Candle> bars = clean;
                for (std::size_t i = 0; i < at; ++i)
                    shift(bars[i], to); // what was before is not adjusted
                claims.splits = { { easterntime::date(bars[at].start), 1, to } };
                claims.adjusted = true;
                const SeriesFindings mixed = validated(recordsOf(bars), claims);
                const QualityIssue *issue = test::issueOf(mixed.issues, u"V-12"_s);
                ++planted;
                found += issue && issue->samples.front() == bars[at].start ? 1 : 0;
                told += issue ? issue->count : 0;
                QVERIFY(!test::issueOf(validated(recordsOf(clean), claims).issues, u"V-12"_s));
                // Raw prices have to jump
                claims.adjusted = false;
                QVERIFY(!test::issueOf(validated(recordsOf(bars), claims).issues, u"V-12"_s));
                QVERIFY(!test::issueOf(validated(recordsOf(bars), claims).issues, u"V-16"_s));
                QVERIFY(test::issueOf(validated(recordsOf(clean), claims).issues, u"V-12"_s));
            }
        }
        qInfo() << "V-12 planted" << planted << "found" << told << "precision"
                << double(found) / double(told) << "recall" << double(found) / planted;
        QCOMPARE(found, planted);
        QCOMPARE(told, planted);
    }

    // --- rules of statistics: floors -----------------------------------------------------------

    void farReturns()
    {
        const Fault spike { u"V-16"_s, [](Records &r, std::size_t i) { shift(r[i].bar, 1.04); }, 20,
                            230 };
        for (quint64 seed = 1; seed <= 5; ++seed) {
            std::vector<Candle> bars = test::CleanBars(seed).minutes(12);
            const Detection found = detect(spike, bars, 30, seed);
            test::report(u"V-16"_s, u"a random walk"_s, found);
            // A night lies between the last bar of a day and the first: not judged
            QVERIFY(found.recall() >= 0.9);
            QVERIFY(found.precision() >= 0.95);
        }
    }

    /// Sound data has next to none.
    void falseAlarmsOfReturns()
    {
        qint64 found = 0;
        qint64 records = 0;
        for (quint64 seed = 1; seed <= 5; ++seed) {
            const SeriesFindings findings = validated(recordsOf(test::CleanBars(seed).minutes(12)));
            for (const QualityIssue &issue : findings.issues)
                found += issue.count;
            records += findings.records;
        }
        qInfo() << "false alarms in sound bars" << found << "of" << records;
        QVERIFY(found * 10'000 <= records);
    }

    void farReturnsInRecordedDays()
    {
        SHARED_OR_SKIP();
        const Fault spike { u"V-16"_s, [](Records &r, std::size_t i) { shift(r[i].bar, 1.04); }, 20,
                            400 };
        const auto recorded
            = test::recordedBars(u"data/equity/minute/US4_2013-10-04_2013-10-10_aggs.csv.gz"_s);
        for (const auto &[symbol, bars] : recorded) {
            const Detection own = test::detection(validated(recordsOf(bars)).issues, u"V-16"_s, {});
            const Detection found = detect(spike, bars, 30, 9);
            test::report(u"V-16"_s,
                         symbol + u" as recorded, with " + QString::number(own.found)
                             + u" of its own",
                         found);
            // Outside regular hours five days have too few bars to judge by: a tenth of the places.
            // And the days have moves of their own
            QVERIFY(found.recall() >= 0.85);
            QVERIFY(found.precision() >= 0.75);
            QVERIFY(own.found * 100 <= qint64(bars.size()));
        }
    }

    void farVolumes()
    {
        const Fault burst { u"V-17"_s,
                            [](Records &r, std::size_t i) {
                                r[i].bar.volume = Qty::fromUnits(r[i].bar.volume.units() * 70);
                            },
                            3, 390 * 6 };
        for (quint64 seed = 1; seed <= 5; ++seed) {
            const Detection found = detect(burst, test::CleanBars(seed).minutes(14), 30, seed);
            test::report(u"V-17"_s, u"a random walk"_s, found);
            QVERIFY(found.recall() >= 0.9);
            QVERIFY(found.precision() >= 0.95);
        }
    }

    void flatLines()
    {
        std::vector<Candle> bars = test::CleanBars(8).minutes(12);
        std::set<Timestamp> planted;
        for (const std::size_t from : { 100U, 700U, 2'000U, 3'333U }) {
            bars[from].close = bars[from - 1].close + test::cents(0.37);
            for (std::size_t i = from; i < from + 45; ++i) {
                bars[i].close = bars[i].open = bars[i].high = bars[i].low = bars[from].close;
                bars[i].vwap = 0;
                planted.insert(bars[i].start);
            }
            // A stretch of 29 is none
            for (std::size_t i = from + 100; i < from + 129; ++i) {
                bars[i].close = bars[i].open = bars[i].high = bars[i].low = bars[from + 100].close;
                bars[i].vwap = 0;
            }
        }
        const SeriesFindings findings = validated(recordsOf(bars));
        const QualityIssue *issue = test::issueOf(findings.issues, u"V-18"_s);
        QVERIFY(issue);
        qInfo() << "V-18 planted" << planted.size() << "bars, found" << issue->count;
        QCOMPARE(issue->count, qint64(planted.size()));
        for (const Timestamp time : issue->samples)
            QVERIFY(planted.contains(time));
        QCOMPARE(issue->samples.front(), bars[100].start);
    }

    // --- extremes ------------------------------------------------------------------------------

    void extremes()
    {
        SplitMix64 random(99);
        const auto odd = [&random](qint64 usual) {
            switch (random.below(6)) {
            case 0:
                return std::numeric_limits<qint64>::max();
            case 1:
                return std::numeric_limits<qint64>::min() + 1;
            case 2:
                return qint64(0);
            default:
                return usual;
            }
        };
        for (const AssetClass assetClass : allAssetClasses)
            for (const char *frame : { "1s", "1m", "7m", "1h", "1D", "1W", "1M", "1Y" }) {
                BarClaims claims { *Timeframe::parse(QString::fromLatin1(frame)), assetClass };
                claims.splits = { { QDate(2025, 3, 4), 0, 0 }, { QDate(), 1, 2 } };
                BarValidator validator(claims, MarketCalendar());
                Records records = recordsOf(test::CleanBars(12).minutes(2));
                for (BarRecord &record : records) {
                    Candle &bar = record.bar;
                    bar.high = Price::fromUnits(odd(bar.high.units()));
                    bar.close = Price::fromUnits(odd(bar.close.units()));
                    bar.volume = Qty::fromUnits(odd(bar.volume.units()));
                    bar.tradeCount = odd(bar.tradeCount);
                    if (random.below(20) == 0)
                        bar.vwap = random.below(2) ? NAN : -INFINITY;
                    if (random.below(50) == 0)
                        bar.start += 24h * qint64(random.below(10'000));
                    validator.add(record);
                }
                const SeriesFindings findings = validator.findings();
                QCOMPARE(findings.records, qint64(records.size()));
                QVERIFY(findings.faulty <= findings.records);
                QVERIFY(findings.doubtful <= findings.records);
                QVERIFY(findings.present <= findings.expected);
            }
    }
};

QTEST_GUILESS_MAIN(TestValidationBars)
#include "tst_validationbars.moc"
