#pragma once

#include <QtGlobal>

#include <array>

namespace tapeline {

/// What plans are bought for and what sessions, decimals and symbols depend on.
enum class AssetClass : quint8 { Stocks, Options, Indices, Forex, Crypto, Futures };

inline constexpr std::array allAssetClasses { AssetClass::Stocks,  AssetClass::Options,
                                              AssetClass::Indices, AssetClass::Forex,
                                              AssetClass::Crypto,  AssetClass::Futures };

} // namespace tapeline
