#pragma once

#include "chainbook.h"
#include "expectedmove.h"

#include <QString>

namespace tapeline {

/// How the analysis of chains is put in words.
namespace analysistext {

/// "21 Aug 2026 (8 d)"; the root is named where it is not the underlying's own.
QString expiry(const ChainExpiry &expiry, double days, const QString &underlying);
/// "21 Aug", and the year where it is not that of today.
QString shortExpiry(const ChainExpiry &expiry, const QString &underlying);
/// "22.3 %" of a fraction.
QString percent(double fraction, int decimals = 1);
/// "665.18", without decimals where they are zero.
QString strike(double price);
/// "$1.2B", with a sign.
QString money(double amount);
/// "12,345" contracts.
QString contracts(double count);
/// "just now", "2 hours", "8 days": days until an end.
QString left(double days);
/// Why there is nothing to see; empty when there is.
QString sentence(const ChainBook *book);

} // namespace analysistext
} // namespace tapeline
