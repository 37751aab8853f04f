#pragma once

#include "flowupdate.h"
#include "growingvpin.h"
#include "ticktarget.h"
#include "timeframe.h"
#include "tradeclassifier.h"

#include <map>
#include <set>

namespace tapeline {

/// The order flow of one chart: classifies the prints of its symbol, in their order, against the
/// quotes that were in force, and sums them up by bar and price. Asks nobody.
///
/// Prints of regular trades at the market of the moment count (Eligibility::Clean); lines that sum
/// up a second do not, nor does the closing cross in bars shorter than a day, which have it not
/// either. Auctions have volume and no aggressor. By the venue's flag, which only crypto has, all
/// prints count.
class FlowFeed : public TickTarget
{
public:
    /// assetClass: tells where bars begin. priceStep: of the rows of footprints; 0: the usual one
    /// of the class.
    FlowFeed(quint64 id, Timeframe timeframe, ClassifierRule rule,
             AssetClass assetClass = AssetClass::Stocks, Price priceStep = {});

    quint64 id() const { return m_id; }
    Timeframe timeframe() const { return m_timeframe; }

    void addPrints(std::span<const TapePrint> prints) override;
    void addFetched(const Quote &quote) override { addQuote(quote.bid, quote.ask); }
    void addFetched(const Trade &trade) override;
    void setKnownFrom(Timestamp from) override;
    void noteGap() override;

    /// What the delta of the session at an instant came to so far: from 09:30 Eastern on, of what
    /// trades at all hours from the beginning of its day. Nothing before, where some of it is
    /// missing, or where another rule than the usual one of the class is in use.
    std::optional<HalfQty> sessionDelta(Timestamp at) const;

    /// So many trades of the stream or of history without any quote before them, and the rules that
    /// go by quotes give way to the tick rule, from the first trade on.
    static constexpr std::size_t mostUnquoted = 200;

    /// More bars are not handed out at once.
    static constexpr std::size_t barsPerTake = 2'000;

    bool isDirty() const { return m_dirty; }
    /// What changed; the newest bars first, which are what a window shows. Dirty until it was all.
    FlowUpdate take();

private:
    /// What the footprint of a bar does not tell.
    struct Doubt
    {
        HalfQty sided;
        Qty doubtful;
        bool afterGap = false;
    };

    /// A trade that may yet be classified by another rule.
    struct Unquoted
    {
        Trade trade;
        bool fetched = false; ///< after a break
        bool afterGap = false;
    };

    void startAnew();
    void addPrint(const Trade &trade, bool fetched);
    bool isUnquoted() const;
    void giveWay();
    void addQuote(Price bid, Price ask);
    void addTrade(const Trade &trade);
    void addUnsided(const Trade &trade);
    bool counts(const Trade &trade) const;
    bool isByVenue() const { return m_rule == ClassifierRule::Venue; }
    Price tickOf(Price price) const;
    void startSession(Timestamp time);
    void sumUp(const FlowPrint &print);
    FlowBar barAt(Timestamp start) const;
    FlowStatistics statistics() const;

    const quint64 m_id;
    const Timeframe m_timeframe;
    const AssetClass m_assetClass;
    const Price m_priceStep;
    ClassifierRule m_rule; ///< in use

    TradeClassifier m_classifier;
    CumulativeDelta m_sum;
    Timestamp m_session = Timestamp::min(); ///< start of the newest print's
    Timestamp m_nextSession = Timestamp::min();
    HalfQty m_beforeSession; ///< what m_sum was then
    bool m_isSessionBroken = false; ///< some of it is missing
    int m_decimals = 2; ///< of the quotes, by the venue's flag
    GrowingVpin m_vpin;
    std::optional<Footprint> m_footprint; ///< from the first print on, which tells the price step
    std::map<Timestamp, Doubt> m_doubts; ///< by bar
    std::optional<Timestamp> m_knownFrom; ///< the oldest print there is

    std::vector<Unquoted> m_unquoted; ///< all there were, while there was no quote
    std::size_t m_unsided = 0; ///< of them, which were fetched: no rule gives them a side
    bool m_gapUnquoted = false; ///< ahead of the next of them
    bool m_gapAhead = false; ///< prints before the next one that counts are missing
    std::set<Timestamp> m_changed; ///< starts of bars
    bool m_reset = true;
    bool m_dirty = true;
};

} // namespace tapeline
