#include "cumulativedelta.h"
#include "feedframes.h"
#include "footprint.h"
#include "rows.h"
#include "stopwatch.h"
#include "streamdecoder.h"
#include "tradeclassifier.h"
#include "volumeprofile.h"

#include <memory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 messages = 500'000;
constexpr int perFrame = 100;
constexpr int symbols = 40; // order flow is kept for what is on screen
constexpr int warmUps = 3; // until the rings are full, as they are for most of a day
constexpr int rounds = 7;

/// All that is kept of one symbol's flow.
class SymbolFlow
{
public:
    void take(const Quote &quote) { m_classifier.addQuote(quote); }
    void take(const Trade &trade)
    {
        const std::optional<FlowPrint> print = m_classifier.classify(trade);
        if (!print)
            return;
        m_delta.add(*print);
        m_footprint.add(*print);
        m_profile.add(*print);
        ++m_prints;
    }
    /// Prints that arrived; 0 when the parts do not agree.
    qint64 prints() const
    {
        qint64 inBars = 0;
        for (const FootprintBar &bar : m_footprint.bars())
            inBars += bar.trades;
        const bool isSound
            = inBars == m_prints && m_delta.statistics().lifetime.trades() == m_prints;
        return isSound ? m_prints : 0;
    }

private:
    TradeClassifier m_classifier;
    CumulativeDelta m_delta;
    Footprint m_footprint { { Timeframe(), AssetClass::Stocks, PriceGrid() } };
    VolumeProfile m_profile;
    qint64 m_prints = 0;
};

/// One decoder and the flows behind it, both timed in the same pass.
class FlowMarket
{
public:
    void run(const FeedFrames &feed)
    {
        decodeTime = flowTime = 0;
        trades = 0;
        for (const FeedFrames::Frame &frame : feed.frames) {
            m_batch.clear();
            decodeTime += nanoseconds(
                [&] { m_isSound = m_decoder.decode(frame.bytes, m_batch) && m_isSound; });
            flowTime += nanoseconds([this] { take(); });
            trades += frame.trades;
        }
    }
    qint64 prints() const
    {
        qint64 all = 0;
        for (const auto &flow : m_flows)
            all += flow ? flow->prints() : 0;
        return m_isSound ? all : 0;
    }

    double decodeTime = 0; ///< of the newest round, ns
    double flowTime = 0;
    qint64 trades = 0;

private:
    void take()
    {
        for (const MarketEvent &event : m_batch.events) {
            if (const auto *quote = std::get_if<Quote>(&event))
                flowOf(quote->instrument).take(*quote);
            else if (const auto *trade = std::get_if<Trade>(&event))
                flowOf(trade->instrument).take(*trade);
        }
    }
    SymbolFlow &flowOf(InstrumentId instrument)
    {
        if (instrument.index() >= m_flows.size())
            m_flows.resize(instrument.index() + 1);
        std::unique_ptr<SymbolFlow> &flow = m_flows[instrument.index()];
        if (!flow)
            flow = std::make_unique<SymbolFlow>();
        return *flow;
    }

    SymbolTable m_symbols;
    StreamDecoder m_decoder { m_symbols };
    EventBatch m_batch;
    std::vector<std::unique_ptr<SymbolFlow>> m_flows;
    bool m_isSound = true;
};

/// The market's time goes on at 100 messages a millisecond.
void restamp(FeedFrames &feed, int round)
{
    qint64 sent = round * messages;
    for (FeedFrames::Frame &frame : feed.frames) {
        frame.restamp(sent, FeedFrames::firstMs + sent / 100);
        sent += frame.messages;
    }
}

} // namespace

Measurements bench::flowPerTrade()
{
    FeedFrames feed = FeedFrames::make(messages, perFrame, symbols);
    FlowMarket market;
    std::vector<double> decodeTimes;
    std::vector<double> flowTimes;
    for (int round = 0; round < warmUps + rounds; ++round) {
        restamp(feed, round);
        market.run(feed);
        if (round < warmUps)
            continue;
        decodeTimes.push_back(market.decodeTime);
        flowTimes.push_back(market.flowTime);
    }
    Measurement row;
    row.row = u"order flow per trade"_s;
    row.peer = u"decode of the trade and its quotes"_s;
    row.unit = u"ns/trade"_s;
    const double trades = double(std::max<qint64>(market.trades, 1));
    row.ours = median(flowTimes) / trades;
    row.peers = median(decodeTimes) / trades;
    row.bound = { Bound::Kind::AtMost, 0.5, 1 };
    row.failed = market.prints() == 0;
    row.note = u"side, cumulative delta with its sums, footprint and profile, with the quotes in "
               "between; 40 symbols"_s;
    return { row };
}

} // namespace tapeline
