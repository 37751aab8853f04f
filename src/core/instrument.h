#pragma once

#include "assetclass.h"
#include "optionright.h"
#include "price.h"
#include "qty.h"
#include "result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace tapeline {

/// What an option contract gives a right to.
struct OptionTerms
{
    QString underlying; ///< "SPY", "I:SPX"
    OptionRight right = OptionRight::Call;
    Price strike;
    QDate expiry; ///< day on which it expires, or is settled
    bool american = true;
    bool cashSettled = false; ///< index options

    friend bool operator==(const OptionTerms &, const OptionTerms &) = default;
};

/// What trading needs to know of a symbol. A value.
struct Instrument
{
    QString symbol;
    AssetClass assetClass = AssetClass::Stocks;
    qint64 multiplier = 1; ///< units of the underlying a contract stands for, >= 1
    bool tradable = true; ///< false: delisted, suspended, or an index
    bool fractions = false; ///< less than one unit can be traded
    bool shortable = true;
    std::optional<OptionTerms> option {};
    /// Of trading in a contract that ends, or a day without trading after it; nothing for the rest.
    std::optional<QDate> lastDay {};
    /// Id of the exchange that lists it; 0: the one its tape says, if that is one.
    quint16 primaryExchange = 0;
    /// Of a product that has its own: a futures contract's. 0: the class's.
    Price ownTick {};

    /// The price increment at this price (execution.md A.7): stocks 0.01 at 1.00 and above, 0.0001
    /// below; options 0.01; crypto 1e-8; futures their own; pairs of yen 0.001, other currencies
    /// 0.00001.
    Price tickAt(Price price) const;
    /// An option on an index that is not traded any more on the day it expires, and is settled at
    /// the open of that day.
    bool settlesAtOpen() const { return option && lastDay && *lastDay < option->expiry; }
    friend bool operator==(const Instrument &, const Instrument &) = default;
};

/// What the symbol alone tells, with the usual terms of its class: options 100 a contract,
/// American, on an index European and settled in cash; crypto in fractions, not shortable; stocks
/// whole or in fractions, shortable; futures by their product (futuresproducts.h), and not tradable
/// where that is not known: nobody could say what they are worth. Malformed for what is no symbol.
Result<Instrument> instrumentFromSymbol(const QString &symbol);

/// How many decimals prices of a symbol are shown with: those of its tick; two of stocks, and of
/// what is no symbol. Coins have as many as a price takes (exactDecimals()), eight at most.
int instrumentDecimals(const QString &symbol);

} // namespace tapeline
