#pragma once

#include <QLocale>
#include <QString>

namespace tapeline {

/// Values at the axes of the journal's plots and in their readings.
namespace plottext {

/// An amount at an axis: "800", "1.2K".
QString moneyMark(double amount, const QLocale &locale);
/// In full, with its sign: "+1,234.50".
QString money(double amount, const QLocale &locale);
/// "1.5 R", no more decimals than it has.
QString multipleMark(double multiple, const QLocale &locale);

} // namespace plottext
} // namespace tapeline
