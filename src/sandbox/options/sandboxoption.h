#pragma once

#include "optionright.h"
#include "optionroots.h"
#include "price.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace tapeline {

/// One contract of the simulated chains. Whether it was ever listed is another question
/// (OptionListings).
struct SandboxOption
{
    int root = 0; ///< index into optionRoots
    OptionRight right = OptionRight::Call;
    QDate expiration;
    qint32 strike = 0; ///< cents, a multiple of the root's unit

    const OptionRoot &series() const { return optionRoots[static_cast<std::size_t>(root)]; }
    int underlying() const { return series().underlying; }
    const OptionUnderlying &about() const
    {
        return optionUnderlyings[static_cast<std::size_t>(underlying())];
    }
    double strikePrice() const { return strike / 100.0; }

    friend bool operator==(const SandboxOption &, const SandboxOption &) = default;
};

namespace sandboxoption {

/// Expirations before this date are not simulated.
inline const QDate firstExpiration(2020, 1, 2);

/// A number below 2^30 for a contract, without a table: root, expiration, right and strike packed.
/// The order of numbers is that of symbols. Nothing for what does not fit: an
/// expiration outside 2018 to 2040, a strike off the root's unit or beyond 4,095 of them.
std::optional<quint32> pack(const SandboxOption &option);
std::optional<SandboxOption> unpack(quint32 number);

/// "O:SPY261218C00650000".
QString symbolOf(const SandboxOption &option);
/// Nothing for what is no option symbol or has a root that is not simulated.
std::optional<SandboxOption> fromSymbol(QStringView symbol);

constexpr Price centPrice(qint64 cents)
{
    return Price::fromUnits(cents * (Price::unitsPerOne / 100));
}

} // namespace sandboxoption
} // namespace tapeline
