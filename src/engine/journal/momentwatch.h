#pragma once

#include "barhistory.h"
#include "marketevent.h"
#include "momentfigures.h"
#include "relativevolume.h"
#include "retrywait.h"
#include "sessionsums.h"

#include <map>
#include <memory>

namespace tapeline {

class FlowDesk;

/// The sessions of the symbols that paper accounts follow: sums that run with their trades, and
/// once a day what of the past makes them tell something, from the cache or asked for behind
/// everything else. Where requests are few nothing is asked for, and in a recording nothing can be:
/// what depends on it stays unknown. Part of PaperTrading, on the market thread.
class MomentWatch : public MomentFigures
{
public:
    /// flows: charts that show a symbol's order flow know its delta. All must outlive it.
    MomentWatch(MarketContext &context, BarHistory &history, const FlowDesk &flows);

    /// Another source: nothing is known of anything.
    void reset();
    /// The market of a symbol comes from now on, event by event. Between batches alone; nothing
    /// where it comes already.
    void follow(const QString &symbol, Timestamp now);
    void release(const QString &symbol);
    /// Of a symbol that is followed.
    void meet(InstrumentId instrument, const MarketEvent &event)
    {
        if (SessionSums *sums = sumsOf(instrument))
            take(*sums, event);
    }
    /// Whether the stream brings anything; where it does again, some was missed.
    void setStreaming(bool streaming, Timestamp now);
    /// Some of the stream was missed until now.
    void onGap(Timestamp now);
    /// A few times a second.
    void tick(Timestamp now);

    void addTo(MarketMoment &moment, const QString &symbol) const override;

private:
    /// What of the past belongs to a day of a symbol.
    struct Past
    {
        QDate day {}; ///< whose it is
        std::optional<double> atr {};
        RelativeVolume usual {};
        bool isUsualKnown = false;
    };
    /// Bars that are asked for.
    struct Question
    {
        quint64 wish = 0; ///< under way; 0: none
        RetryWait retry {};
        TimeRange asked {}; ///< the newest that was
        std::map<Timestamp, Candle> bars {}; ///< of it
    };
    struct Symbol
    {
        InstrumentId instrument;
        AssetClass assetClass = AssetClass::Stocks;
        bool isFollowed = false;
        std::unique_ptr<SessionSums> sums {}; ///< while it is followed, where trades come
        Past past {};
        Question days {};
        Question minutes {};
    };

    SessionSums *sumsOf(InstrumentId instrument) const
    {
        return instrument.index() < m_sums.size() ? m_sums[instrument.index()] : nullptr;
    }
    static void take(SessionSums &sums, const MarketEvent &event);
    void beginSums(Symbol &own, Timestamp now);
    void addKept(Symbol &own, Timestamp now);
    bool hasTrades(AssetClass assetClass) const;
    bool mayAsk(AssetClass assetClass) const;
    void tick(const QString &name, Symbol &own, Timestamp now);
    void askDays(const QString &name, Symbol &own);
    void askMinutes(const QString &name, Symbol &own, const TimeRange &range);
    void ask(const QString &name, Question Symbol::*which, const BarQuery &query,
             void (MomentWatch::*done)(Symbol &));
    void onDays(Symbol &own);
    void onMinutes(Symbol &own);

    MarketContext &m_context;
    BarHistory &m_history;
    const FlowDesk &m_flows;
    bool m_isStreaming = false;
    std::map<QString, Symbol> m_symbols; ///< once followed, they keep what is known of the day
    std::vector<SessionSums *> m_sums; ///< by instrument; null: not followed
};

/// Wilder's average true range of bars in order of time (execution.md F.1, bar 0 included), a unit
/// of price; nothing of fewer than its length.
std::optional<double> averageTrueRange(std::span<const Candle> bars, int length);

} // namespace tapeline
