#pragma once

#include "marketsource.h"
#include "streamencoder.h"

#include <vector>

namespace tapeline {

/// The bars of one width as the stream publishes them: a while after their window ends, and about
/// one in a hundred a second time. Such a bar first goes out without its last late prints and
/// again, within fifteen minutes, as REST has it (massive-api.md 6.8, 10.11); this of stocks only.
class StreamBars
{
public:
    /// Second bars come 2 s, minute bars 1 s after their window.
    StreamBars(const MarketSource &source, AssetClass market, TimeUnit unit);

    struct Due
    {
        Timestamp publish; ///< when the bar is due on the wire
        int instrument = -1;
        StreamBar bar;
    };

    /// Appends what became due since the last call, of the instruments that wanted(from) names for
    /// bars from an instant on. The first call only takes the time.
    template<typename Wanted> void collect(Wanted wanted, Timestamp asOf, std::vector<Due> &out)
    {
        const Timestamp end = firstOpen(asOf);
        if (m_next && end > *m_next)
            collectWindows(wanted(*m_next), end, asOf, out);
        m_next = std::max(m_next.value_or(end), end);
        publishAgain(asOf, out);
    }

private:
    /// The start of the first window that is not due yet.
    Timestamp firstOpen(Timestamp asOf) const;
    void collectWindows(const std::vector<int> &instruments, Timestamp end, Timestamp asOf,
                        std::vector<Due> &out);
    StreamBar complete(int instrument, const Candle &candle) const;
    void addDaySoFar(int instrument, StreamBar &bar) const;
    void publish(int instrument, const Candle &candle, std::vector<Due> &out);
    void publishAgain(Timestamp asOf, std::vector<Due> &out);

    const MarketSource &m_source;
    AssetClass m_market;
    TimeUnit m_unit;
    Duration m_width;
    Duration m_delay;
    std::optional<Timestamp> m_next; ///< start of the first window not yet published
    std::vector<Due> m_again; ///< a heap, the soonest first
};

} // namespace tapeline
