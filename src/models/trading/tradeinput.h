#pragma once

#include "money.h"

#include <QLocale>

#include <optional>

namespace tapeline {

/// Numbers as people type them: with the locale's decimal sign and groups, or a point. Exact;
/// nothing for what is no number, has too many decimals or does not fit.
namespace tradeinput {

std::optional<Price> price(const QString &text, const QLocale &locale = {});
std::optional<Qty> qty(const QString &text, const QLocale &locale = {});
std::optional<Money> money(const QString &text, const QLocale &locale = {});

} // namespace tradeinput
} // namespace tapeline
