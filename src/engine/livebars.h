#pragma once

#include "marketevent.h"
#include "timeframe.h"

#include <boost/container/flat_map.hpp>

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// The second and minute bars of one instrument that form from its stream: from its trades, or,
/// where the plan has none, minutes from its second bars. A bar that the service publishes for a
/// window replaces ours.
///
/// Ours and the service's must come to the same. Where they do not, or where the service's never
/// came, the window is told by toConfirm() and settled by confirm().
class LiveBars
{
public:
    enum class From : quint8 { Trades, SecondBars };

    /// By start. Flat: windows come at the end, and are looked for there.
    template<typename Value> using ByWindow = boost::container::flat_map<Timestamp, Value>;
    using Bars = ByWindow<Candle>;

    /// A stretch of windows, as the service reads it: both ends inclusive.
    struct Stretch
    {
        Timestamp from;
        Timestamp to;
        friend bool operator==(const Stretch &, const Stretch &) = default;
    };

    bool isRunning() const { return m_running; }
    From from() const { return m_from; }
    /// Bars are complete from this minute on; what is earlier is left out. Forgets all bars.
    void begin(Timestamp readyFrom, From from = From::Trades);
    /// There is nothing to join to: complete from the first trade on (replay, command line).
    void beginWithoutHistory(From from = From::Trades) { begin({}, from); }
    void stop() { *this = {}; }
    /// The minute from which our bars are complete.
    Timestamp readyFrom() const { return m_readyFrom; }

    /// update: what the trade may change, by tradeUpdate().
    void addTrade(const Trade &trade, TradeUpdate update);
    /// A bar that the service has published, for the first time or again.
    void replace(const Aggregate &bar);

    const Bars &minutes() const { return m_minutes.settled().bars; }
    const Bars &seconds() const { return m_seconds.settled().bars; }

    /// Starts of the bars that changed since the last time, ascending, each once.
    std::vector<Timestamp> takeChangedMinutes();
    std::vector<Timestamp> takeChangedSeconds();

    /// Windows in here are to be confirmed whatever ours say: they may lack trades, even all.
    void doubt(Timestamp from, Timestamp to);
    /// The same, and it is known that the stream was away in between.
    void miss(Timestamp from, Timestamp to);
    /// The windows in which data resumes after what was missed, ascending, for as long as the
    /// service has not told all of it.
    std::vector<Timestamp> holes(TimeUnit unit) const;
    /// The windows of this unit, all ended at `ended` or before, that the service has to be asked
    /// about; nothing when all of them agree.
    std::optional<Stretch> toConfirm(TimeUnit unit, Timestamp ended);
    /// What the service says of a stretch. Returns in how many windows our own trades had come to
    /// another volume: some were lost, or are not on the tape.
    qint64 confirm(TimeUnit unit, std::span<const Candle> bars, Stretch stretch);

private:
    /// What our trades came to in a window that is not confirmed yet.
    struct Tally
    {
        Qty volume;
        bool stated = false; ///< the service's own bar is there: our trades no longer change it
    };

    struct Doubt
    {
        Timestamp from;
        Timestamp to;
        bool missed = false; ///< by the stream
    };

    /// The window that trades fall into now. It is kept beside the maps and settled into them when
    /// someone looks: the maps of thousands of instruments lie on as many pages of memory.
    struct Forming
    {
        bool holds(Timestamp time) const { return isOpen && time >= bar.start && time < end; }

        Candle bar;
        Timestamp end {};
        Tally tally;
        bool isOpen = false;
        bool hasBar = false;
        bool changed = false;
    };

    struct Series
    {
        explicit Series(TimeUnit unit)
            : window(1, unit)
        {
        }

        Timeframe window;
        mutable Forming forming;
        mutable Bars bars;
        mutable ByWindow<Tally> tallies;
        mutable std::vector<Timestamp> changed;
        std::vector<Doubt> doubts;

        /// With the forming window in the maps.
        const Series &settled() const;
        Series &settled();
        void open(Timestamp start);
        bool isTold(Timestamp start) const;
        void addDoubt(Doubt doubt);
        void settleDoubts(Stretch stretch);
        void add(const Trade &trade, TradeUpdate update);
        void put(const Candle &bar);
        void dropOldest(std::size_t limit);
    };

    Series &series(TimeUnit unit) { return unit == TimeUnit::Second ? m_seconds : m_minutes; }
    const Series &series(TimeUnit unit) const
    {
        return unit == TimeUnit::Second ? m_seconds : m_minutes;
    }
    void rebuildMinute(Timestamp start);

    bool m_running = false;
    From m_from = From::Trades;
    Timestamp m_readyFrom {};
    Series m_minutes { TimeUnit::Minute };
    Series m_seconds { TimeUnit::Second };
};

} // namespace tapeline
