#pragma once

#include <QLocale>
#include <QString>

namespace tapeline {

/// A symbol in the fewest words a person reads at a glance: an option as "SPY 18 Dec 26 745 C",
/// everything else as it is.
QString shortSymbolText(const QString &symbol, const QLocale &locale);

} // namespace tapeline
