#pragma once

#include "marketsnapshot.h"

#include <QJsonObject>

#include <set>

namespace tapeline {

/// What becomes of one kind of prints.
enum class TapeKind : quint8 { Show, Hide, Only };

/// Which prints time & sales shows. A value; one that is not changed lets all pass.
struct TapeFilter
{
    Qty smallest; ///< 0: no limit
    Qty largest; ///< 0: no limit
    bool buys = true;
    bool sells = true;
    bool others = true; ///< between bid and ask, or of unknown side
    std::set<quint16> venues; ///< as venueOf() tells them; empty: all
    std::set<quint16> conditions; ///< ids
    bool onlyConditions = false; ///< prints with one of them only; else those are hidden
    TapeKind offExchange = TapeKind::Show;
    TapeKind oddLots = TapeKind::Show; ///< by condition 37

    bool passes(const TapePrint &print) const
    {
        return passesSize(print.trade.size) && passesKind(print);
    }
    /// The limits of size alone; they hold for a row, which can be a whole sweep.
    bool passesSize(Qty size) const
    {
        return size >= smallest && (largest.isZero() || size <= largest);
    }
    /// All but the limits of size.
    bool passesKind(const TapePrint &print) const;

    /// Whether all prints pass.
    bool isEmpty() const;
    /// For a saved layout.
    QJsonObject toJson() const;
    /// What toJson() gave; what is missing or makes no sense lets all pass.
    static TapeFilter fromJson(const QJsonObject &json);

    friend bool operator==(const TapeFilter &, const TapeFilter &) = default;

private:
    bool passesSide(const TapePrint &print) const;
    bool passesConditions(const TradeConditions &own) const;
};

} // namespace tapeline
