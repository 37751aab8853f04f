#pragma once

#include "assetclass.h"
#include "barplan.h"
#include "price.h"
#include "qty.h"
#include "timestamp.h"

#include <QDate>

#include <optional>
#include <vector>

namespace tapeline {

/// What the whole numbers of a BarPlan stand for.
struct TapeScale
{
    Price tick; ///< of paths
    Qty unit; ///< of volumes

    Price priceOf(qint64 ticks) const { return Price::fromUnits(ticks * tick.units()); }
    Qty sizeOf(qint64 units) const { return Qty::fromUnits(units * unit.units()); }
    /// The nearest tick, at least 1.
    qint32 ticksOf(double price) const;
};

/// A stretch of trading that makes one daily bar: a day of UTC, or a futures session.
struct TapeSession
{
    QDate date;
    Timestamp start {};
    int minutes = 24 * 60;

    Timestamp end() const { return start + std::chrono::minutes(minutes); }
    Timestamp startOf(int minute) const { return start + std::chrono::minutes(minute); }
};

/// What splits a bar into slots: one entry a slot in each.
struct SlotShape
{
    std::vector<double> weights; ///< expected activity
    std::vector<double> walk; ///< raw level at each slot's end, ticks, from 0 at the start
    std::vector<double> reach; ///< how far a slot's extremes lie beyond its ends, ticks
    double bounce = 0; ///< ticks between the two sides of the quote

    void resize(std::size_t count)
    {
        weights.resize(count);
        walk.resize(count);
        reach.resize(count);
    }
};

/// One instrument of a market that knows no stock exchange's day: what its sessions are before they
/// are split, and what the splitting goes by. Everything it says follows from its seed and the time
/// alone.
class TapeModel
{
public:
    virtual ~TapeModel() = default;

    virtual AssetClass assetClass() const = 0;
    /// A stable hash of the symbol: every draw's key.
    virtual quint64 key() const = 0;
    virtual TapeScale scale() const = 0;
    /// Nothing where it does not trade on a date.
    virtual std::optional<TapeSession> session(QDate date) const = 0;
    virtual BarPlan outline(const TapeSession &session) const = 0;
    /// Of the session's minutes; shape has one slot a minute.
    virtual void shapeSession(const TapeSession &session, const BarPlan &bar,
                              SlotShape &shape) const = 0;
    /// Of a minute's seconds; shape has sixty slots.
    virtual void shapeMinute(const TapeSession &session, int minute, const BarPlan &bar,
                             SlotShape &shape) const = 0;
};

} // namespace tapeline
