#include "qualitygrade.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 fewestRecords = 20;
constexpr double completeForB = 90;

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

double freshnessScore(const Freshness &freshness)
{
    const double ratio = double(freshness.age.count()) / double(freshness.limit.count());
    return std::clamp(100 * (10 - ratio) / 9, 0.0, 100.0);
}

QualityGrade byScore(double score)
{
    return score >= 95 ? QualityGrade::A
        : score >= 85  ? QualityGrade::B
        : score >= 70  ? QualityGrade::C
        : score >= 50  ? QualityGrade::D
                       : QualityGrade::F;
}

QualityGrade capped(const DataQuality &quality, const SeriesFindings &findings, bool isFeedDown)
{
    if (findings.hasBadSymbol || findings.hasBadCalendar)
        return QualityGrade::F;
    if (findings.records < fewestRecords)
        return QualityGrade::Insufficient;
    QualityGrade grade = byScore(quality.score);
    if (quality.completeness < completeForB)
        grade = std::min(grade, QualityGrade::C);
    if (isFeedDown)
        grade = std::min(grade, QualityGrade::D);
    return grade;
}

} // namespace

DataQuality gradeOf(const SeriesFindings &findings, const Freshness &freshness)
{
    DataQuality quality;
    quality.records = findings.records;
    quality.expected = findings.expected;
    quality.present = findings.present;
    quality.issues = findings.issues;
    const auto lost = [&](qint64 records) {
        return std::max(0.0, 100 - 1000 * share(records, findings.records));
    };
    quality.completeness
        = findings.expected > 0 ? 100 * share(findings.present, findings.expected) : 100;
    quality.validity = lost(findings.faulty);
    quality.freshness = freshnessScore(freshness);
    quality.consistency = std::max(0, 100 - 10 * findings.failedChecks);
    quality.anomalies = lost(findings.doubtful);
    quality.score = 0.3 * quality.completeness + 0.3 * quality.validity + 0.2 * quality.freshness
        + 0.1 * quality.consistency + 0.1 * quality.anomalies;
    quality.grade = capped(quality, findings, freshness.isFeedDown);
    return quality;
}

QString gradeText(QualityGrade grade)
{
    switch (grade) {
    case QualityGrade::A:
        return u"A"_s;
    case QualityGrade::B:
        return u"B"_s;
    case QualityGrade::C:
        return u"C"_s;
    case QualityGrade::D:
        return u"D"_s;
    case QualityGrade::F:
        return u"F"_s;
    case QualityGrade::Insufficient:
        break;
    }
    return u"insufficient"_s;
}

} // namespace tapeline
