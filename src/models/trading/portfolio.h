#pragma once

#include "accountview.h"
#include "assetclass.h"
#include "instrument.h"
#include "orderlog.h"

#include <QStringList>

#include <span>

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

/// Several fills as one.
struct FillSum
{
    Qty qty {};
    Money fee {};
    double paid = 0; ///< sum of price times quantity

    void add(const FillLine &fill);
    double average() const { return qty.isZero() ? 0 : paid / qty.toDouble(); }
};

namespace portfolio {

/// The largest gross first.
std::vector<Exposure> bySymbol(const PaperAccountView &account);
std::vector<Exposure> byClass(const PaperAccountView &account);
/// All of it.
Exposure total(const PaperAccountView &account);
/// All of them in one, without a name.
Exposure sum(std::span<const Exposure> parts);
/// What an account was worth less what had been paid in.
Money earned(const EquityPoint &point);
/// The profit of the day of what the day began with: 0.01 is 1 %. Nothing where that was nothing.
std::optional<double> dayShare(const PaperAccountView &account);
/// What an exit on a side gains at a price, below 0: loses, against the price of its entry.
/// Nothing where the amount is out of range.
std::optional<Money> exitGain(Side exit, Price entry, Price price, Qty qty,
                              const Instrument &instrument);
/// Every price moves by so many percent at once, from -100 on. Amounts are rounded towards 0.
MarketMove moved(const PaperAccountView &account, int percent);

} // namespace portfolio
} // namespace tapeline
