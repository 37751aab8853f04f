#include "validatetext.h"

#include "easterntext.h"
#include "jsonline.h"
#include "qualitygrade.h"

#include <cmath>

namespace tapeline::validatetext {

namespace {

const char *severityText(IssueSeverity severity)
{
    switch (severity) {
    case IssueSeverity::Fatal:
        return "fatal";
    case IssueSeverity::Error:
        return "error";
    case IssueSeverity::Warning:
        break;
    }
    return "warning";
}

/// Of a symbol that is wrong there is no time.
bool hasTime(const QualityIssue &issue)
{
    return issue.samples.front() > Timestamp {};
}

JsonLine issueLine(const QualityIssue &issue)
{
    JsonLine line;
    line.addText("id", issue.rule)
        .add("severity", severityText(issue.severity))
        .add("count", issue.count);
    if (hasTime(issue))
        line.add("first", toMs(issue.samples.front()));
    else
        line.addNull("first");
    return line.addText("detail", issue.detail);
}

/// Three decimals say enough of a score.
double rounded(double score)
{
    return std::round(score * 1000) / 1000;
}

std::string column(std::string text, std::size_t width)
{
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

std::string number(double value)
{
    return QString::number(value, 'f', 1).toStdString();
}

std::string issueText(const QualityIssue &issue)
{
    std::string text = "  " + column(issue.rule.toStdString(), 6);
    text += column(severityText(issue.severity), 9);
    text += column(std::to_string(issue.count), 9);
    text += column(hasTime(issue) ? easternText(issue.samples.front()) : "-", 21);
    return text + issue.detail.toStdString();
}

} // namespace

std::string toJson(const SymbolQuality &result)
{
    const DataQuality &quality = result.quality;
    JsonLine line;
    if (!result.symbol.isEmpty())
        line.addText("symbol", result.symbol);
    std::vector<JsonLine> issues;
    for (const QualityIssue &issue : quality.issues)
        issues.push_back(issueLine(issue));
    return line.addText("grade", gradeText(quality.grade))
        .addNumber("score", rounded(quality.score))
        .add("records", quality.records)
        .addNumber("completeness", rounded(quality.completeness))
        .addNumber("validity", rounded(quality.validity))
        .addNumber("freshness", rounded(quality.freshness))
        .addNumber("consistency", rounded(quality.consistency))
        .addNumber("anomalies", rounded(quality.anomalies))
        .add("expected", quality.expected)
        .add("present", quality.present)
        .add("issues", std::span<const JsonLine>(issues))
        .text();
}

std::string toText(const SymbolQuality &result)
{
    const DataQuality &quality = result.quality;
    std::string text = result.symbol.isEmpty() ? std::string() : result.symbol.toStdString() + ": ";
    text += "grade " + gradeText(quality.grade).toStdString() + ", " + number(quality.score)
        + " of 100, " + std::to_string(quality.records) + " records";
    text += "\n  completeness " + number(quality.completeness);
    if (quality.expected > 0)
        text += " (" + std::to_string(quality.present) + " of " + std::to_string(quality.expected)
            + ")";
    text += ", validity " + number(quality.validity) + ", freshness " + number(quality.freshness)
        + ", consistency " + number(quality.consistency) + ", anomalies "
        + number(quality.anomalies);
    for (const QualityIssue &issue : quality.issues)
        text += '\n' + issueText(issue);
    return text;
}

} // namespace tapeline::validatetext
