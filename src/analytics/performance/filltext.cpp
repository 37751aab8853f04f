#include "filltext.h"

namespace tapeline {

namespace {

constexpr qsizetype namedSymbols = 5;

} // namespace

QString FillText::fault(FillFault fault)
{
    switch (fault) {
    case FillFault::Broken:
        return tr("A quote is never closed, or text follows a closed one.");
    case FillFault::TooShort:
        return tr("The line has fewer fields than the columns need.");
    case FillFault::TooLong:
        return tr("The line has more fields than the header: is a number with a comma not quoted?");
    case FillFault::BadTime:
        return tr("This is no date and time.");
    case FillFault::Future:
        return tr("The time lies ahead of now: is the time zone right?");
    case FillFault::TooEarly:
        return tr("The date is before 1990.");
    case FillFault::BadSymbol:
        return tr("There is no symbol.");
    case FillFault::BadSide:
        return tr("This is neither buying nor selling.");
    case FillFault::BadQuantity:
        return tr("The quantity is no number.");
    case FillFault::ZeroQuantity:
        return tr("The quantity is 0.");
    case FillFault::SideAgainstSign:
        return tr("It buys a negative quantity.");
    case FillFault::BadPrice:
        return tr("The price is no number.");
    case FillFault::LowPrice:
        return tr("The price is not above 0.");
    case FillFault::BadFee:
        return tr("The fee is no number.");
    case FillFault::BadMultiplier:
        return tr("The multiplier is no whole number above 0.");
    case FillFault::NoMultiplier:
        return tr(
            "What one contract of this stands for is not known; a column of multipliers would "
            "tell.");
    case FillFault::TooLarge:
        return tr("This is more than the journal can hold.");
    case FillFault::OtherCurrency:
        return tr("The journal reckons in US dollars alone.");
    case FillFault::Cancelled:
        return tr("The broker took this trade back.");
    case FillFault::NothingHeld:
        return tr("It expired, but nothing in the file had opened it.");
    case FillFault::OtherContent:
        return tr("Another line has the same execution id and says something else.");
    }
    return {};
}

QString FillText::problem(const FillFileProblem &problem)
{
    const QString why = fault(problem.fault);
    if (problem.column.isEmpty() && problem.value.isEmpty())
        return tr("Line %1: %2").arg(problem.line).arg(why);
    if (problem.column.isEmpty())
        return tr("Line %1, “%2”: %3").arg(problem.line).arg(problem.value, why);
    return tr("Line %1, %2 “%3”: %4").arg(problem.line).arg(problem.column, problem.value, why);
}

QString FillText::field(FillField field)
{
    switch (field) {
    case FillField::At:
        return tr("Date and time");
    case FillField::Date:
        return tr("Date");
    case FillField::Time:
        return tr("Time of day");
    case FillField::Symbol:
        return tr("Symbol");
    case FillField::Side:
        return tr("Side");
    case FillField::Quantity:
        return tr("Quantity");
    case FillField::Price:
        return tr("Price");
    case FillField::Fee:
        return tr("Fee");
    case FillField::Multiplier:
        return tr("Multiplier");
    case FillField::Kind:
        return tr("Kind");
    case FillField::Currency:
        return tr("Currency");
    case FillField::Execution:
        return tr("Execution id");
    case FillField::Order:
        return tr("Order id");
    case FillField::Underlying:
        return tr("Underlying");
    case FillField::Expiry:
        return tr("Expiry");
    case FillField::Strike:
        return tr("Strike");
    case FillField::Right:
        return tr("Call or put");
    }
    return {};
}

QStringList FillText::notices(const FillFile &file, const OpenedFillFile &opened)
{
    QStringList notices;
    if (opened.text.encoding == TextEncoding::Windows1252)
        notices.append(tr("The file is no UTF-8; it was read as Windows-1252."));
    if (file.repeated > 0)
        notices.append(tr("%n execution(s) stand in the file twice and count once.", nullptr,
                          int(file.repeated)));
    if (file.alike > 0)
        notices.append(tr("%n fill(s) look like another and have no id: they are taken as parts of "
                          "one order.",
                          nullptr, int(file.alike)));
    if (file.undated > 0)
        notices.append(
            tr("%n fill(s) have no time of day: midnight is taken.", nullptr, int(file.undated)));
    if (file.credited > file.charged)
        notices.append(
            tr("%n fill(s) have a fee below zero, which counts as received. If they were "
               "charges, paid fees are negative in this file.",
               nullptr, int(file.credited)));
    if (!file.unknownSymbols.isEmpty()) {
        QString names = file.unknownSymbols.first(qMin(namedSymbols, file.unknownSymbols.size()))
                            .join(QStringLiteral(", "));
        if (file.unknownSymbols.size() > namedSymbols)
            names += QStringLiteral(", …");
        notices.append(tr("%n symbol(s) are kept as they are written, the service does not have "
                          "them: %1.",
                          nullptr, int(file.unknownSymbols.size()))
                           .arg(names));
    }
    if (file.feesLeftOver > 0)
        notices.append(tr("%n charge(s) belong to no fill of the file and are left out.", nullptr,
                          int(file.feesLeftOver)));
    return notices;
}

QString FillText::question(const FillFile &file)
{
    switch (file.dates) {
    case DateSurvey::Verdict::Clear:
        break;
    case DateSurvey::Verdict::Open:
        return tr(
            "No date of the file tells whether the month or the day comes first. Choose which.");
    case DateSurvey::Verdict::Mixed:
        return tr("Some dates of the file have the month first, others the day. Choose which is "
                  "right; the others are bad lines.");
    }
    if (file.isDecimalOpen)
        return tr("No number of the file tells whether 1,234 is above a thousand or a little above "
                  "one. Choose the decimal sign.");
    return {};
}

} // namespace tapeline
