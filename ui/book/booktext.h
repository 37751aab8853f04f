#pragma once

#include "bookmodel.h"

#include <QLocale>
#include <QString>

namespace tapeline {

/// "0.0125", "1,200", "12.4K": a size in a narrow cell, four significant digits at most.
QString shortSize(double size, const QLocale &locale);
/// "0.013", "902", "12.4K": what was traded, three significant digits where it is less than a
/// thousand. Halves of shares that stand for a side nobody knows are rounded away.
QString shortVolume(double volume, const QLocale &locale);
/// Prices of a grid with the decimals that tell its rows apart, at least two.
int priceDecimals(PriceGrid grid);

/// One sentence that says what a book is, and what is not known of it; empty while there is none.
QString bookKindText(const BookModel &book);
/// The same in two or three words: "Best bid and offer".
QString bookKindName(BookKind kind);

} // namespace tapeline
