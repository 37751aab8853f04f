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
constexpr int rounds = 5;

/// One decoder and one hub that go on from round to round, as a day does.
class Market
{
public:
    explicit Market(bool keepsState)
        : m_keepsState(keepsState)
    {
    }

    void run(const FeedFrames &feed)
    {
        for (const FeedFrames::Frame &frame : feed.frames) {
            m_batch.clear();
            if (m_decoder.decode(frame.bytes, m_batch))
                m_events += qint64(m_batch.events.size());
            if (m_keepsState)
                m_hub.apply(m_batch);
        }
        m_hub.takeDirty();
    }

    /// Of all rounds.
    qint64 events() const { return m_events; }

private:
    const bool m_keepsState;
    qint64 m_events = 0;
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
    Market decoding(false);
    Market whole(true);
    std::vector<double> decodeTimes;
    std::vector<double> stateTimes;
    for (int round = 0; round <= rounds; ++round) {
        restamp(feed, round);
        const double decodeTime = nanoseconds([&] { decoding.run(feed); });
        const double wholeTime = nanoseconds([&] { whole.run(feed); });
        if (round == 0)
            continue; // it fills the memory
        decodeTimes.push_back(decodeTime);
        stateTimes.push_back(wholeTime - decodeTime);
    }
    Measurement row;
    row.row = u"state per event"_s;
    row.peer = u"decode of the same event"_s;
    row.unit = u"ns/event"_s;
    row.ours = median(stateTimes) / double(messages);
    row.peers = median(decodeTimes) / double(messages);
    row.bound = { Bound::Kind::AtMost, 0.5, 1 };
    row.failed = whole.events() != messages * (rounds + 1) || decoding.events() != whole.events();
    row.note = u"quote, day figures, tape, 1 s and 1 m bars; order flow follows with its issue"_s;
    return { row };
}

} // namespace tapeline
