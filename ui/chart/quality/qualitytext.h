#pragma once

#include "dataquality.h"

#include <QLocale>

/// The quality of data in the user's language.
namespace tapeline::qualitytext {

/// "A"; "–" while there are too few records.
QString letter(QualityGrade grade);
/// "Grade A: sound".
QString gradeLine(QualityGrade grade);
/// What a rule found, in a plain sentence: "High or low do not hold the bar". Of a rule that is not
/// known the detail.
QString ruleLine(const QualityIssue &issue);
/// "Error".
QString severityText(IssueSeverity severity);
/// "99.4", and "99.97" near the top so that nothing but all is 100.
QString scoreText(double score, const QLocale &locale);
/// "12,345 bars checked, 2 of 390 expected are missing".
QString countsLine(const DataQuality &quality, const QLocale &locale);

} // namespace tapeline::qualitytext
