#include "feedframes.h"
#include "markethub.h"
#include "rows.h"
#include "stopwatch.h"
#include "streamdecoder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 messages = 500'000;
constexpr int perFrame = 100;
constexpr int warmUps = 3; // until the rings of prints are full, as they are for most of a day
constexpr int rounds = 7;
constexpr std::size_t eventsAtOnce = 256; // as MarketLoop does

/// One decoder and one hub that go on from round to round, as a day does. Both are timed in the
/// same pass, each with what the other leaves it of the caches.
class Market
{
public:
    void run(const FeedFrames &feed)
    {
        decodeTime = stateTime = 0;
        for (const FeedFrames::Frame &frame : feed.frames) {
            decodeTime += nanoseconds([&] { decode(frame); });
            if (m_batch.events.size() >= eventsAtOnce)
                take();
        }
        take();
        m_hub.takeDirty();
    }

    /// Of all rounds; 0 when a frame could not be read.
    qint64 events() const { return m_isSound ? m_events : 0; }

    double decodeTime = 0; ///< of the newest round, ns
    double stateTime = 0;

private:
    void decode(const FeedFrames::Frame &frame)
    {
        m_isSound = m_decoder.decode(frame.bytes, m_batch) && m_isSound;
    }
    void take()
    {
        stateTime += nanoseconds([this] { m_hub.apply(m_batch); });
        m_events += qint64(m_batch.events.size());
        m_batch.clear();
    }

    qint64 m_events = 0;
    bool m_isSound = true;
    const MarketCalendar m_calendar;
    MarketHub m_hub { m_calendar };
    StreamDecoder m_decoder { m_hub.symbols() };
    EventBatch m_batch;
};

/// New prints, not repetitions; the market's time goes on at 100 messages a millisecond.
void restamp(FeedFrames &feed, int round)
{
    qint64 sent = round * messages;
    for (FeedFrames::Frame &frame : feed.frames) {
        frame.restamp(sent, FeedFrames::firstMs + sent / 100);
        sent += frame.messages;
    }
}

} // namespace

Measurements bench::statePerEvent()
{
    FeedFrames feed = FeedFrames::make(messages, perFrame);
    Market market;
    std::vector<double> decodeTimes;
    std::vector<double> stateTimes;
    for (int round = 0; round < warmUps + rounds; ++round) {
        restamp(feed, round);
        market.run(feed);
        if (round < warmUps)
            continue;
        decodeTimes.push_back(market.decodeTime);
        stateTimes.push_back(market.stateTime);
    }
    Measurement row;
    row.row = u"state per event"_s;
    row.peer = u"decode of the same event"_s;
    row.unit = u"ns/event"_s;
    row.ours = median(stateTimes) / double(messages);
    row.peers = median(decodeTimes) / double(messages);
    row.bound = { Bound::Kind::AtMost, 0.5, 1 };
    row.failed = market.events() != messages * (warmUps + rounds);
    row.note = u"quote, day figures, tape, 1 s and 1 m bars; order flow follows with its issue"_s;
    return { row };
}

} // namespace tapeline
