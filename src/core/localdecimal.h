#pragma once

#include "money.h"

#include <QLocale>
#include <QString>

namespace tapeline {

/// Exact decimals as people of a locale write them.
namespace localdecimal {

/// A plain decimal such as "-1234.50", grouped: "-1,234.50".
QString grouped(const QString &plain, const QLocale &locale);
/// A count to a multiple of a step, half to even; step > 0.
qint64 roundedTo(qint64 units, qint64 step);
/// Half-even to cents, as money is shown.
Money toCents(Money amount);
/// In cents, grouped: "1,234.50".
QString money(Money amount, const QLocale &locale);

} // namespace localdecimal
} // namespace tapeline
