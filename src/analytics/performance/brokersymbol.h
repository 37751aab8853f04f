#pragma once

#include "filltimes.h"
#include "price.h"

#include <QString>

namespace tapeline {

/// What a line of a broker's file says of what was traded; what it does not say stays empty.
struct BrokerSymbol
{
    QString symbol; ///< "AAPL", "SPY 18DEC26 700 C", "/ESZ6"
    QString kind {}; ///< "STK", "Equity Option", "FUTURE"; in any notation
    QString underlying {};
    std::optional<QDate> expiry {};
    std::optional<Price> strike {};
    QString right {}; ///< "C", "PUT"

    friend bool operator==(const BrokerSymbol &, const BrokerSymbol &) = default;
};

/// The same in the service's form.
struct MappedSymbol
{
    QString symbol;
    qint64 multiplier = 1; ///< usual one of its kind; 0: not known
    bool isKnown = true; ///< false: kept as it is written, the service has no such symbol

    friend bool operator==(const MappedSymbol &, const MappedSymbol &) = default;
};

namespace brokersymbol {

/// Reads the notations of brokers: options as OSI with and without blanks ("SPY 261218C00700000"),
/// as thinkorswim's ".SPY261218C700", in words ("SPY 18DEC26 700 C", "SPY 12/18/2026 700 Call") or
/// by columns of their own; futures "/ESZ6", "/ESZ26:XCME"; pairs "EUR.USD", "BTC/USD"; classes of
/// shares "BRK B", "BRK/B". order is that of dates in a symbol. Malformed for an empty symbol or
/// one that no line can hold.
Result<MappedSymbol> map(const BrokerSymbol &written, DateOrder order);

} // namespace brokersymbol
} // namespace tapeline
