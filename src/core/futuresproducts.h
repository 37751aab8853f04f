#pragma once

#include "price.h"

#include <QStringView>

#include <optional>
#include <string_view>

namespace tapeline {

/// What a contract of a futures product is, as its exchange specifies it.
struct FuturesProduct
{
    std::string_view root; ///< "ES"
    std::string_view name;
    qint64 multiplier = 1; ///< dollars a contract moves when its price moves by 1.00
    Price tick; ///< smallest step of its price
};

/// The best-known products of CME Group by the root of their contracts; nothing for others. Figures
/// are those of CME Group's published contract specifications (state of 2026); the service tells a
/// contract's tick and its product's unit, but not before it is asked.
std::optional<FuturesProduct> futuresProduct(QStringView root);

} // namespace tapeline
