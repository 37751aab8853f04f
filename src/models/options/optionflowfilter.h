#pragma once

#include "optionflow.h"

#include <QJsonObject>

namespace tapeline {

/// A print of the flow with what else is known of its contract.
struct OptionFlowRow
{
    OptionFlowPrint print;
    double openInterest = -1; ///< contracts, at the end of the day before; below 0: not known
    int days = 0; ///< calendar days to expiry when it printed
    bool isSweep = false; ///< by its condition, or one of the prints of a sweep
    bool isAlerted = false; ///< a rule called for attention
    quint32 gaps = 0; ///< how many gaps came before it
};

/// What kind of trade a print is: each print is of one kind.
enum class OptionFlowKind : quint8 {
    Plain,
    Sweep,
    Block, ///< isOptionBlock()
    Package ///< a leg of several, or with stock
};
OptionFlowKind flowKind(const OptionFlowRow &row);

/// The side that is shown and summed up; Other is inside the quote, or not known, or a print whose
/// side says little: a leg of a package, one reported late, the notice of a void one.
enum class OptionFlowSide : quint8 { Bought, Sold, Other };
OptionFlowSide flowSide(const OptionFlowPrint &print);

/// Where a strike stands to the price of the underlying.
enum class Moneyness : quint8 { Unknown, InTheMoney, OutOfTheMoney };
/// At the money counts as in it.
Moneyness moneynessOf(const OptionFlowPrint &print);

/// Which prints the flow shows. A value; one that is not changed lets all pass.
struct OptionFlowFilter
{
    QString underlying; ///< empty: all
    bool calls = true;
    bool puts = true;
    bool bought = true;
    bool sold = true;
    bool others = true; ///< OptionFlowSide::Other
    bool plain = true;
    bool sweeps = true;
    bool blocks = true;
    bool packages = true;
    double premium = 0; ///< dollars, at least
    bool aboveOpenInterest = false; ///< only sizes of the open interest or more, where it is known
    int mostDays = -1; ///< to expiry; below 0: no limit
    Moneyness moneyness = Moneyness::Unknown; ///< Unknown: any; else only where it is known

    bool passes(const OptionFlowRow &row) const;
    /// Whether all prints pass.
    bool isEmpty() const { return *this == OptionFlowFilter(); }
    /// Whether what a sweep's later prints tell of its earlier ones can show or hide these.
    bool dependsOnKind() const { return !(plain && sweeps && blocks && packages); }

    /// For a saved layout.
    QJsonObject toJson() const;
    /// What toJson() gave; what is missing or makes no sense lets all pass.
    static OptionFlowFilter fromJson(const QJsonObject &json);

    friend bool operator==(const OptionFlowFilter &, const OptionFlowFilter &) = default;

private:
    bool passesContract(const OptionFlowRow &row) const;
    bool passesSide(const OptionFlowPrint &print) const;
    bool passesKind(const OptionFlowRow &row) const;
};

} // namespace tapeline
