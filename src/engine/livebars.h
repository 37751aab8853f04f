#pragma once

#include "marketevent.h"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace tapeline {

/// The second and minute bars of one instrument that form from its stream, spliced to history
/// without a jump:
///
/// 1. begin(): trades from the stream are kept aside.
/// 2. The trades since the start of that minute are fetched. splice() builds the bars from them and
/// from the kept
///    ones that are newer by sequence number (by time where there are none), none twice.
/// 3. From then on every minute from readyFrom() on is complete; a bar the service publishes for a
/// window
///    replaces ours.
///
/// Without history (replay) beginWithoutHistory() starts at once.
class LiveBars
{
public:
    enum class State : quint8 { Idle, Buffering, Ready };

    State state() const { return m_state; }
    void begin();
    void beginWithoutHistory();
    void stop();

    /// The minute from which our bars are complete. Meaningful when Ready.
    Timestamp readyFrom() const { return m_readyFrom; }
    /// fetched: all trades from the start of the minute `from` on, ascending.
    void splice(std::span<const Trade> fetched, Timestamp from);

    void addTrade(const Trade &trade, bool regularHours);
    void replace(const Aggregate &bar);

    const std::map<Timestamp, Candle> &minutes() const { return m_minutes.bars; }
    const std::map<Timestamp, Candle> &seconds() const { return m_seconds.bars; }

    /// Starts of the bars that changed since the last time, ascending, each once.
    std::vector<Timestamp> takeChangedMinutes();
    std::vector<Timestamp> takeChangedSeconds();

private:
    struct Series
    {
        std::map<Timestamp, Candle> bars;
        std::set<Timestamp>
            stated; // the service's own bar is there: our trades no longer change it
        std::vector<Timestamp> changed;

        void add(Timestamp start, const Trade &trade, TradeUpdate update);
    };

    void build(const Trade &trade, bool regularHours);

    State m_state = State::Idle;
    Timestamp m_readyFrom {};
    bool m_regularHours = true; // of the newest trade, for the fetched ones of the same minute
    std::vector<std::pair<Trade, bool>> m_kept;
    std::vector<Aggregate> m_keptBars;
    Series m_minutes;
    Series m_seconds;
};

} // namespace tapeline
