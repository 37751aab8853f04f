#include "qualitytext.h"

#include <QCoreApplication>

#include <array>

namespace tapeline::qualitytext {

using namespace Qt::Literals::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("tapeline::QualityView", text);
}

struct RuleText
{
    QLatin1String rule;
    const char *text;
};

constexpr std::array ruleTexts {
    RuleText { "V-01"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "The symbol is no stock's") },
    RuleText { "V-02"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "The symbol is no option's") },
    RuleText { "V-03"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "The symbol is no pair's or index's") },
    RuleText { "V-04"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "A number that cannot be: not above 0, or not finite") },
    RuleText {
        "V-05"_L1,
        QT_TRANSLATE_NOOP("tapeline::QualityView", "Open or close lie outside of high and low") },
    RuleText { "V-06"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "The average price lies outside of high and low") },
    RuleText { "V-07"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "Prices moved without volume, or volume without trades") },
    RuleText { "V-08"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "A time that goes back, fits no bar or lies ahead") },
    RuleText { "V-09"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "A bar that came twice") },
    RuleText { "V-10"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "Bars while the exchange was closed") },
    RuleText { "V-11"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "Bars are missing") },
    RuleText { "V-12"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "A split is worked in on one side of its day only") },
    RuleText { "V-13"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "Quotes that cannot be") },
    RuleText { "V-14"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "Crossed or very wide quotes") },
    RuleText { "V-15"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "Trades far from the quote") },
    RuleText {
        "V-16"_L1,
        QT_TRANSLATE_NOOP("tapeline::QualityView", "A move far beyond what the bars before show") },
    RuleText {
        "V-17"_L1,
        QT_TRANSLATE_NOOP("tapeline::QualityView", "More than twenty times the usual volume") },
    RuleText { "V-18"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "The price stands still while shares change hands") },
    RuleText { "V-19"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "The stream goes back, repeats itself or falls silent") },
    RuleText { "V-20"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "Data comes later than it should") },
    RuleText { "V-21"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView",
                                 "The day and its minutes do not come to the same") },
    RuleText { "V-22"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "More decimals than can be held") },
    RuleText { "V-23"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "Option prices that do not fit") },
    RuleText { "V-24"_L1, QT_TRANSLATE_NOOP("tapeline::QualityView", "Times in another unit") },
    RuleText { "V-25"_L1,
               QT_TRANSLATE_NOOP("tapeline::QualityView", "Quote sizes in another unit") },
};

} // namespace

QString letter(QualityGrade grade)
{
    constexpr std::array letters { u'–', u'F', u'D', u'C', u'B', u'A' };
    return QChar(letters[std::size_t(grade)]);
}

QString gradeLine(QualityGrade grade)
{
    switch (grade) {
    case QualityGrade::A:
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Grade A: sound"));
    case QualityGrade::B:
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Grade B: good"));
    case QualityGrade::C:
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Grade C: with gaps or faults"));
    case QualityGrade::D:
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Grade D: doubtful"));
    case QualityGrade::F:
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Grade F: not to be relied on"));
    case QualityGrade::Insufficient:
        break;
    }
    return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "No grade yet: fewer than 20 bars"));
}

QString ruleLine(const QualityIssue &issue)
{
    for (const RuleText &entry : ruleTexts)
        if (issue.rule == entry.rule)
            return say(entry.text);
    return issue.detail;
}

QString severityText(IssueSeverity severity)
{
    switch (severity) {
    case IssueSeverity::Fatal:
        //: How bad an issue of the data is: the record cannot be used
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Unusable"));
    case IssueSeverity::Error:
        return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Error"));
    case IssueSeverity::Warning:
        break;
    }
    return say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Warning"));
}

QString scoreText(double score, const QLocale &locale)
{
    if (score >= 100)
        return locale.toString(100);
    const double cut = score > 99.9 ? std::min(score, 99.99) : std::min(score, 99.9);
    return locale.toString(cut, 'f', score > 99.9 ? 2 : 1);
}

QString countsLine(const DataQuality &quality, const QLocale &locale)
{
    //: %1 is a number of bars
    const QString records = say(QT_TRANSLATE_NOOP("tapeline::QualityView", "Bars checked: %1"))
                                .arg(locale.toString(quality.records));
    if (quality.expected <= 0)
        return records;
    //: Of the bars that the sessions should have: %1 how many are missing, %2 of how many
    return records + u" · "_s
        + say(QT_TRANSLATE_NOOP("tapeline::QualityView", "missing: %1 of %2"))
              .arg(locale.toString(quality.expected - quality.present),
                   locale.toString(quality.expected));
}

} // namespace tapeline::qualitytext
