#include "csvreader.h"
#include "plantedfaults.h"
#include "qualitygrade.h"
#include "recordedbars.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Days = std::map<QString, std::vector<Candle>>;

std::map<QString, std::vector<ShareSplit>> recordedSplits()
{
    std::map<QString, std::vector<ShareSplit>> result;
    Result<CsvReader> csv
        = CsvReader::open(test::sharedFile(u"data/equity/corporate/splits.csv.gz"_s));
    if (!csv)
        qFatal("no splits");
    const auto text = [&csv](const char *column) {
        const std::string_view field = csv->field(csv->column(column));
        return QString::fromUtf8(field.data(), qsizetype(field.size()));
    };
    while (csv->next())
        result[text("ticker")].push_back({ QDate::fromString(text("execution_date"), Qt::ISODate),
                                           text("split_from").toDouble(),
                                           text("split_to").toDouble() });
    return result;
}

} // namespace

/// What the rules say of the recorded daily bars (raw prices, 1998 to 2021) with their known
/// peculiarities: a symbol that was another company's, years under another symbol, splits.
class TestValidationRecorded : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        SHARED_OR_SKIP();
        m_days = test::recordedBars(u"data/equity/daily/day_aggs.csv.gz"_s);
        m_splits = recordedSplits();
    }

    void theWholeSet()
    {
        QCOMPARE(m_days.size(), std::size_t(9));
        for (const auto &[symbol, days] : m_days) {
            const SeriesFindings findings = judged(symbol, false);
            const DataQuality quality = gradeOf(findings);
            QString told;
            for (const QualityIssue &issue : findings.issues)
                told += u" "_s + issue.rule + u" "_s + QString::number(issue.count);
            qInfo().noquote() << symbol << gradeText(quality.grade) << quality.score << "complete"
                              << quality.completeness << told;
            QCOMPARE(findings.records, qint64(days.size()));
            for (const char *rule : { "V-04", "V-05", "V-08", "V-09", "V-10", "V-12" })
                QVERIFY2(!test::issueOf(findings.issues, QString::fromLatin1(rule)), rule);
        }
    }

    /// 1999 it was another company's: nothing for twelve years, and no return across them.
    void aSymbolThatWasAnothers()
    {
        const SeriesFindings findings = judged(u"FB"_s, false);
        const QualityIssue *gap = test::issueOf(findings.issues, u"V-11"_s);
        QVERIFY(gap);
        QCOMPARE(gap->severity, IssueSeverity::Error);
        QVERIFY(gap->detail.contains(u"another company"_s));
        const std::vector<Candle> &days = m_days[u"FB"_s];
        const auto resumed = std::ranges::find_if(days, [](const Candle &day) {
            return day.start >= easterntime::at(QDate(2012, 5, 18));
        });
        QCOMPARE(easterntime::date(resumed->start), QDate(2012, 5, 18));
        QVERIFY(gap->count > 2'400);
        if (const QualityIssue *far = test::issueOf(findings.issues, u"V-16"_s))
            QVERIFY(!std::ranges::count(far->samples, resumed->start));
        QVERIFY(gradeOf(findings).completeness < 90);
        QCOMPARE(gradeOf(findings).grade, QualityGrade::C); // capped
    }

    /// 2004-12 to 2011-03 it traded as QQQQ.
    void yearsUnderAnotherSymbol()
    {
        const SeriesFindings findings = judged(u"QQQ"_s, false);
        const QualityIssue *gap = test::issueOf(findings.issues, u"V-11"_s);
        QVERIFY(gap);
        QCOMPARE(easterntime::date(gap->samples.front()), QDate(2004, 12, 1));
        const MarketCalendar calendar;
        QCOMPARE(gap->count, calendar.tradingDays(QDate(2004, 12, 1), QDate(2011, 3, 22)));
        QVERIFY(gap->detail.contains(u"another symbol"_s));
        QVERIFY(gradeOf(findings).grade <= QualityGrade::C);
    }

    /// Twenty shares became one on 2009-07-01.
    void aReverseSplit()
    {
        const Timestamp day = easterntime::at(QDate(2009, 7, 1));
        // Known, and the prices are raw: nothing to tell
        SeriesFindings findings = judged(u"AIG"_s, false);
        QVERIFY(!test::issueOf(findings.issues, u"V-12"_s));
        if (const QualityIssue *far = test::issueOf(findings.issues, u"V-16"_s))
            QVERIFY(!std::ranges::count(far->samples, day));
        // Not known: the return is far from all others
        findings = validated(m_days[u"AIG"_s], {}, false);
        const QualityIssue *far = test::issueOf(findings.issues, u"V-16"_s);
        QVERIFY(far);
        QVERIFY(std::ranges::count(far->samples, day));
    }

    /// Said to be adjusted, every split that shows is an error.
    void rawPricesThatAreSaidToBeAdjusted()
    {
        qint64 found = 0;
        qint64 all = 0;
        for (const auto &[symbol, splits] : m_splits) {
            const SeriesFindings findings = judged(symbol, true);
            const QualityIssue *issue = test::issueOf(findings.issues, u"V-12"_s);
            std::set<Timestamp> days;
            for (const ShareSplit &split : splits)
                days.insert(easterntime::at(split.date));
            const test::Detection own = test::detection(findings.issues, u"V-12"_s, days);
            test::report(u"V-12"_s, symbol, own);
            QCOMPARE(own.right, own.found);
            found += issue ? issue->count : 0;
            all += qint64(splits.size());
        }
        qInfo() << "V-12 of all recorded splits" << found << "of" << all;
        QVERIFY(found * 10 >= all * 9);
    }

    void recordedMinutesAreSound()
    {
        const Days minutes
            = test::recordedBars(u"data/equity/minute/US4_2013-10-04_2013-10-10_aggs.csv.gz"_s);
        for (const auto &[symbol, bars] : minutes) {
            BarValidator validator({}, MarketCalendar());
            for (const Candle &bar : bars)
                validator.add(bar);
            const DataQuality quality = gradeOf(validator.findings());
            qInfo().noquote() << symbol << gradeText(quality.grade) << quality.score << "of"
                              << quality.records << "complete" << quality.completeness
                              << "anomalies" << quality.anomalies;
            QVERIFY(quality.completeness > 99);
            QCOMPARE(quality.validity > 98, true);
            QVERIFY(quality.grade >= QualityGrade::B);
        }
    }

    void aHalfDay()
    {
        const Days minutes
            = test::recordedBars(u"data/equity/minute/GOOG_2015-12-24_2015-12-28_aggs.csv.gz"_s);
        BarValidator validator({}, MarketCalendar());
        for (const Candle &bar : minutes.at(u"GOOG"_s))
            validator.add(bar);
        const SeriesFindings findings = validator.findings();
        for (const QualityIssue &issue : findings.issues)
            qInfo().noquote() << issue.rule << issue.count << issue.detail;
        QVERIFY(findings.expected <= 600);
        QVERIFY(findings.present > 550);
        QVERIFY(!test::issueOf(findings.issues, u"V-10"_s));
    }

private:
    SeriesFindings validated(const std::vector<Candle> &days, std::vector<ShareSplit> splits,
                             bool adjusted)
    {
        BarValidator validator(
            { Timeframe(1, TimeUnit::Day), AssetClass::Stocks, adjusted, std::move(splits) },
            MarketCalendar());
        for (const Candle &day : days)
            validator.add(day);
        return validator.findings();
    }
    SeriesFindings judged(const QString &symbol, bool adjusted)
    {
        return validated(m_days[symbol], m_splits[symbol], adjusted);
    }

    Days m_days;
    std::map<QString, std::vector<ShareSplit>> m_splits;
};

QTEST_GUILESS_MAIN(TestValidationRecorded)
#include "tst_validationrecorded.moc"
