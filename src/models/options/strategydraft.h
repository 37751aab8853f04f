#pragma once

#include "order.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace tapeline {

/// One line of the strategy builder.
struct DraftLeg
{
    QString symbol; ///< "O:...", or the underlying's
    Side side = Side::Buy;
    /// > 0: contracts a package, or units of the underlying a package; of a held one all of it.
    Qty qty = Qty::whole(1);
    bool isHeld = false; ///< a position: counts in the figures, is not sent
    /// At which it counts: a held one's average price. Nothing: the market's.
    std::optional<Price> price {};

    friend bool operator==(const DraftLeg &, const DraftLeg &) = default;
};

/// Which price a package is sent at.
enum class PackagePrice : quint8 {
    Mid, ///< the middle of all legs
    Natural, ///< bought legs at the ask, sold ones at the bid
    Own, ///< the draft's ownPrice
    Market ///< a market order
};

/// What is being built. A value.
struct StrategyDraft
{
    static constexpr std::size_t mostLegs = 8;

    QString underlying; ///< "SPY", "I:SPX"
    std::vector<DraftLeg> legs {};
    qint64 packages = 1; ///< 1 to 100,000
    PackagePrice price = PackagePrice::Mid;
    Price ownPrice {}; ///< net debit a unit of the underlying; negative: a credit
    TimeInForce tif = TimeInForce::Day;
    /// Of its orders, of positions that it changes; empty: they have none. Nothing: by its name.
    std::optional<QString> tag {};

    bool isEmpty() const { return legs.empty(); }
    friend bool operator==(const StrategyDraft &, const StrategyDraft &) = default;
};

namespace strategydrafts {

/// With one more contract on this side (or 100 units of the underlying): a leg of its own, or more
/// of the one that is there, or less of it when it is on the other side. Unchanged when it would be
/// a ninth leg.
StrategyDraft withLeg(StrategyDraft draft, const QString &symbol, Side side);

/// As it is, at the middle where its own price was for what the draft before it sends: other
/// contracts, sides or sizes.
StrategyDraft repriced(StrategyDraft draft, const StrategyDraft &before);

/// The other side of everything, an own price with it.
StrategyDraft reversed(StrategyDraft draft);

QJsonObject toJson(const StrategyDraft &draft);
/// What cannot be read is left out.
StrategyDraft fromJson(const QJsonObject &json);

} // namespace strategydrafts
} // namespace tapeline
