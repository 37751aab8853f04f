#pragma once

#include "datasettings.h"
#include "sourceorder.h"

#include <QJsonObject>

#include <array>

namespace tapeline {

/// Whom of the two sources of bars to ask, in which order.
enum class SourceChoice : quint8 { ServiceFirst, YahooFirst, ServiceOnly };

/// What both sources have bars of.
inline constexpr std::array sharedAssetClasses { AssetClass::Stocks, AssetClass::Indices,
                                                 AssetClass::Forex, AssetClass::Crypto };

/// What a person chose about kept data and where it comes from. A value.
struct DataChoices
{
    static constexpr int mostLimitMb = 1'000'000;
    static constexpr double leastDiscrepancy = 0.1; ///< percent
    static constexpr double mostDiscrepancy = 50;

    DataSettings data;
    /// Counts only where Yahoo Finance may be asked; as sharedAssetClasses.
    std::array<SourceChoice, sharedAssetClasses.size()> order {};

    /// Who is asked for what, all of it considered.
    SourceOrder sourceOrder() const;

    friend bool operator==(const DataChoices &, const DataChoices &) = default;
};

QJsonObject toJson(const DataChoices &choices);
/// What is missing or wrong keeps its default.
DataChoices dataChoicesFromJson(const QJsonObject &object);

} // namespace tapeline
