#pragma once

#include "capabilities.h"
#include "optionflowtotals.h"

#include <QLocale>

namespace tapeline {

/// The columns of the options flow.
enum class OptionFlowColumn : quint8 {
    Time,
    Contract,
    Price,
    Size,
    Premium,
    OpenInterest, ///< size against it
    Kind,
    Spot,
    Venue
};
inline constexpr int optionFlowColumnCount = 9;

/// Prints of the options flow in the words and numbers of a locale.
class OptionFlowText
{
public:
    void setLocale(const QLocale &locale) { m_locale = locale; }

    /// A column's heading.
    static QString title(OptionFlowColumn column);
    QString cell(const OptionFlowRow &row, OptionFlowColumn column) const;
    /// All columns with tabs between them, for the clipboard.
    QString line(const OptionFlowRow &row) const;
    /// One sentence for people who do not see it; what a notice says as well.
    QString spoken(const OptionFlowRow &row) const;
    /// The quote it is judged against, full names of venue and conditions, what is missing.
    QString toolTip(const OptionFlowRow &row) const;

private:
    QString time(Timestamp time) const;
    QString price(Price price) const;
    QString size(Qty size) const;
    QString openInterest(const OptionFlowRow &row) const;

    QLocale m_locale;
};

/// "$1.24M": dollars, as short as can be.
QString shortDollars(double dollars);
/// What a filter lets through in a few words: "Calls · from $100K · sweeps"; "All prints" of one
/// that hides nothing.
QString optionFlowFilterText(const OptionFlowFilter &filter);

/// One sentence on what the flow cannot show with the plan there is, which plan would, and what is
/// shown instead; empty when nothing is lacking.
QString optionFlowPlanNote(const Capabilities &capabilities);
/// "Options Starter": the plan that has what unusual activity is ranked by.
QString optionSnapshotsPlan();

} // namespace tapeline
