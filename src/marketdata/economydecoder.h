#pragma once

#include "restpage.h"
#include "result.h"

#include <QByteArrayView>
#include <QDate>

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// Maturities of treasury yields, months.
inline constexpr std::array treasuryMonths { 1, 3, 6, 12, 24, 36, 60, 84, 120, 240, 360 };

/// Treasury yields of a day by treasuryMonths, percent a year; nothing where the day had none: not
/// all maturities were always issued.
struct TreasuryYields
{
    QDate date;
    std::array<std::optional<double>, treasuryMonths.size()> percent {};
};

struct TreasuryYieldsPage : RestPage
{
    std::vector<TreasuryYields> days;
};

/// /fed/v1/treasury-yields.
Result<TreasuryYieldsPage> decodeTreasuryYields(QByteArrayView body);

} // namespace tapeline
