#pragma once

#include "candle.h"
#include "lrucache.h"
#include "refine.h"
#include "tapemodel.h"
#include "timeframe.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace tapeline {

/// One print of a session tape; where there are only quotes, one bid.
struct TapePrint
{
    Timestamp time {};
    qint32 price = 0; ///< ticks of its model
    qint64 volume = 0; ///< units of its model
    int ofSecond = 0; ///< its place among the prints of its second
    bool isBuy = false; ///< at the offer: the print before was lower, or chance has it
};

/// Markets that trade around the clock, put together from their models: session -> minute -> second
/// -> print, every level keyed by (seed, key, level, time), so that any range is answered without
/// what came before and the sums agree exactly: open, high, low, close, volume and count of a bar
/// are those of its parts. The vwap of a bar is the mean of its four prices, an estimate within it.
///
/// Instruments are counted as the models were given. Const calls are safe from one thread at a time
/// (small caches are inside); times are UTC, every list is ascending.
class SessionTape
{
public:
    SessionTape(quint64 seed, std::vector<std::unique_ptr<TapeModel>> models);
    ~SessionTape();

    const TapeModel &model(int number) const { return *m_models[std::size_t(number)]; }
    int count() const { return static_cast<int>(m_models.size()); }

    /// The bar of a session as it stood at an instant: whole behind its end, nothing before its
    /// first print.
    std::optional<Candle> session(int number, QDate date, Timestamp asOf) const;
    /// Bars of one second or one minute that start in [from, to), the unfinished last one as it
    /// stood; windows without a print are absent.
    std::vector<Candle> bars(int number, TimeUnit unit, Timestamp from, Timestamp to,
                             Timestamp asOf) const;
    /// The prints of [from, to), appended.
    void prints(int number, Timestamp from, Timestamp to, std::vector<TapePrint> &out) const;
    /// The newest print before an instant, as many sessions back as it takes (up to some weeks).
    std::optional<TapePrint> lastPrint(int number, Timestamp before) const;
    /// The close of every minute, or of every second of one minute, in ticks; where nothing was
    /// printed, the one before. Empty when there is no session.
    std::vector<qint32> minuteCloses(int number, QDate date) const;
    std::vector<qint32> secondCloses(int number, QDate date, int minute) const;

private:
    using Seconds = std::array<BarPlan, 60>;

    /// A session split into minutes.
    struct Minutes
    {
        TapeSession session;
        BarPlan bar;
        std::vector<BarPlan> minutes;
    };

    const Minutes *minutesOf(int number, QDate date) const;
    const Seconds &secondsOf(int number, const Minutes &day, int minute) const;
    const std::vector<TapePrint> &printsOf(int number, const Minutes &day, int second) const;
    std::optional<TapePrint> lastPrintOf(int number, const Minutes &day, Timestamp before) const;
    Candle candleOf(int number, Timestamp start, const BarPlan &bar) const;
    BarPlan forming(int number, const Minutes &day, Timestamp start, Timestamp time) const;
    void appendMinutes(int number, const Minutes &day, Timestamp from, Timestamp to,
                       std::vector<Candle> &out) const;
    void appendSeconds(int number, const Minutes &day, Timestamp from, Timestamp to,
                       std::vector<Candle> &out) const;
    /// Calls use(day) for each session of the instrument that [from, to) touches.
    template<typename Use>
    void forEachSession(int number, Timestamp from, Timestamp to, Use use) const;

    quint64 m_seed;
    std::vector<std::unique_ptr<TapeModel>> m_models;
    mutable Refiner m_refiner;
    mutable SlotShape m_shape;
    mutable LruCache<Minutes> m_minutes;
    mutable LruCache<Seconds> m_seconds;
    mutable LruCache<std::vector<TapePrint>> m_prints;
};

} // namespace tapeline
