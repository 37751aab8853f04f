#pragma once

#include "instrument.h"

#include <QCoreApplication>

namespace tapeline {

/// What the sizes of a tape count, and what one of them is worth.
struct TapeUnit
{
    AssetClass assetClass = AssetClass::Stocks;
    qint64 multiplier = 1; ///< of a price

    static TapeUnit of(const QString &symbol)
    {
        const Instrument instrument = instrumentFromSymbol(symbol).value_or(Instrument());
        return { instrument.assetClass, instrument.multiplier };
    }

    /// As short as can be: "sh", "ct"; empty for coins.
    QString word() const
    {
        switch (assetClass) {
        case AssetClass::Stocks:
            //: Unit on the tape, as short as can be: shares
            return QCoreApplication::translate("tapeline::TapeUnit", "sh");
        case AssetClass::Options:
        case AssetClass::Futures:
            //: Unit on the tape, as short as can be: contracts
            return QCoreApplication::translate("tapeline::TapeUnit", "ct");
        case AssetClass::Indices:
        case AssetClass::Forex:
        case AssetClass::Crypto:
            break;
        }
        return {};
    }
    /// Whether prices times sizes are dollars: a currency's sizes count quotes.
    bool hasNotional() const
    {
        return assetClass != AssetClass::Indices && assetClass != AssetClass::Forex;
    }
};

} // namespace tapeline
