#pragma once

#include "timestamp.h"

#include <QString>

#include <vector>

namespace tapeline {

/// How bad it is when a rule of validation is broken (execution.md I.1).
enum class IssueSeverity : quint8 {
    Warning,
    Error,
    Fatal ///< the record cannot be used
};

/// What one rule found in one series.
struct QualityIssue
{
    QString rule; ///< "V-05"
    IssueSeverity severity = IssueSeverity::Warning;
    qint64 count = 0;
    std::vector<Timestamp> samples; ///< of offenders, ascending, one or more: the first and newest
    QString detail; ///< of the first one, a plain English sentence

    friend bool operator==(const QualityIssue &, const QualityIssue &) = default;
};

enum class QualityGrade : quint8 { Insufficient, F, D, C, B, A };

/// How good the data of one symbol is over a time: the grade of execution.md I.3, and why.
struct DataQuality
{
    QualityGrade grade = QualityGrade::Insufficient;
    double score = 0; ///< 0 to 100

    // What it is made of, each 0 to 100
    double completeness = 0;
    double validity = 0;
    double freshness = 0;
    double consistency = 0;
    double anomalies = 0;

    qint64 records = 0;
    qint64 expected = 0; ///< bars that the sessions should have; 0 when not known
    qint64 present = 0; ///< of those
    std::vector<QualityIssue> issues; ///< by severity, worst first, then rule

    friend bool operator==(const DataQuality &, const DataQuality &) = default;
};

} // namespace tapeline
