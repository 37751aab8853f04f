#pragma once

#include "accountview.h"
#include "assetclass.h"

#include <QStringList>

namespace tapeline {

/// What an account holds of one symbol or asset class, by the values of its positions.
struct Exposure
{
    QString name; ///< a symbol; empty for a class
    std::optional<AssetClass> assetClass {}; ///< nothing for a symbol that fits none
    Money longs {};
    Money shorts {}; ///< below 0

    Money gross() const { return longs - shorts; }
    Money net() const { return longs + shorts; }
    friend bool operator==(const Exposure &, const Exposure &) = default;
};

/// What a move of all prices would do.
struct MarketMove
{
    struct Part
    {
        QString symbol;
        Money change;
        friend bool operator==(const Part &, const Part &) = default;
    };

    Money change {}; ///< of equity
    Money equity {};
    Money unrealized {};
    std::vector<Part> parts {}; ///< in the order of the positions
    QStringList leftOut {}; ///< options: their prices do not move in a line with the market
};

namespace portfolio {

/// The largest gross first.
std::vector<Exposure> bySymbol(const PaperAccountView &account);
std::vector<Exposure> byClass(const PaperAccountView &account);
/// All of it.
Exposure total(const PaperAccountView &account);
/// Every price moves by so many percent at once, from -100 on. Amounts are rounded towards 0.
MarketMove moved(const PaperAccountView &account, int percent);

} // namespace portfolio
} // namespace tapeline
