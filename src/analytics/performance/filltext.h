#pragma once

#include "fillfile.h"

#include <QCoreApplication>

namespace tapeline {

/// What is found in a file of fills, in words for people.
struct FillText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::FillText)

public:
    /// Why a line is refused: "The quantity is 0."
    static QString fault(FillFault fault);
    /// One line for a list: "Line 12, Qty “0”: The quantity is 0."
    static QString problem(const FillFileProblem &problem);
    /// What a column is taken for: "Quantity".
    static QString field(FillField field);
    /// What else is to be known of a file, a sentence each; empty when nothing is.
    static QStringList notices(const FillFile &file, const OpenedFillFile &opened);
    /// What must be chosen before the file can be taken in; empty when nothing must.
    static QString question(const FillFile &file);
};

} // namespace tapeline
