#pragma once

#include "performancefigures.h"

#include <QByteArray>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <vector>

namespace tapeline {

/// One piece of a report, in plain text: whoever shows it escapes it.
struct ReportBlock
{
    enum class Kind : quint8 {
        Heading, ///< text
        Paragraph, ///< text
        Table, ///< header (may be empty) and rows
        Plot, ///< svg; text says what it shows
    };

    Kind kind = Kind::Paragraph;
    QString text {};
    QStringList header {}; ///< the first column is text, the others are numbers
    std::vector<QStringList> rows {};
    bool isProse = false; ///< of a table: all its columns are text
    QByteArray svg {};
};

/// A period of trading, ready to be shown as a page or printed.
struct PerformanceReport
{
    QString title;
    QString subtitle;
    QString language; ///< of the text: "en"
    std::vector<ReportBlock> blocks {};
};

/// What a report is made of.
struct ReportSubject
{
    std::span<const StudiedTrade> trades {}; ///< in the order of closing
    std::span<const EquityPoint> equity {}; ///< see performanceFigures()
    QString account {}; ///< its name for people; empty: all of them
    QDate from {}; ///< a null day is no bound
    QDate to {};
    Timestamp writtenAt {}; ///< of the wall clock
    bool areAllOfPeriod = true; ///< see performanceFigures()
};

/// Figures with their definitions, curves, distributions, the calendar, breakdowns, and the best
/// and worst trades, in the language of the program and the locale's forms.
PerformanceReport performanceReport(const ReportSubject &subject, const QLocale &locale = {});

} // namespace tapeline
