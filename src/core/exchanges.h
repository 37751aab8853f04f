#pragma once

#include "assetclass.h"

#include <QtGlobal>

#include <span>
#include <string_view>

namespace tapeline {

/// One row of the service's exchange list (massive-api.md 8.5, 8.6), the built-in fallback.
struct Exchange
{
    quint16 id;
    std::string_view name;
    std::string_view shortName; ///< for narrow columns: "ARCA", "NSDQ", "TRF"
    std::string_view mic;
    char sip;                   ///< SIP letter, '-' when none
    std::string_view type;      ///< "exchange", "TRF", "SIP", "ORF"
};

std::span<const Exchange> exchanges(AssetClass assetClass);
/// Null when unknown.
const Exchange *findExchange(AssetClass assetClass, quint16 id);

} // namespace tapeline
