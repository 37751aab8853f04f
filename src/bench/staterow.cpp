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

struct Market
{
    explicit Market(const MarketCalendar &calendar)
        : hub(calendar)
        , decoder(hub.symbols())
    {
    }

    MarketHub hub;
    StreamDecoder decoder;
};

} // namespace

Measurements bench::statePerEvent()
{
    const MarketCalendar calendar;
    Market market(calendar);
    FeedFrames feed = FeedFrames::make(messages, perFrame);
    std::vector<EventBatch> batches(feed.frames.size());
    qint64 sent = 0;
    const auto decodeAll = [&] {
        for (std::size_t i = 0; i < feed.frames.size(); ++i) {
            batches[i].clear();
            (void)market.decoder.decode(feed.frames[i].bytes, batches[i]);
        }
    };
    const auto applyAll = [&] {
        for (const EventBatch &batch : batches)
            market.hub.apply(batch);
        market.hub.takeDirty();
    };
    std::vector<double> decodeTimes;
    std::vector<double> applyTimes;
    for (int round = 0; round <= rounds; ++round) {
        for (FeedFrames::Frame &frame : feed.frames) { // new prints, not repetitions
            frame.restamp(sent);
            sent += frame.messages;
        }
        const double decoding = nanoseconds(decodeAll);
        const double applying = nanoseconds(applyAll);
        if (round == 0)
            continue; // memory grows
        decodeTimes.push_back(decoding);
        applyTimes.push_back(applying);
    }
    Measurement row;
    row.row = u"state per event"_s;
    row.peer = u"decode of the same event"_s;
    row.unit = u"ns/event"_s;
    row.ours = median(applyTimes) / double(messages);
    row.peers = median(decodeTimes) / double(messages);
    row.bound = { Bound::Kind::AtMost, 0.5, 1 };
    row.note = u"quote, day figures, tape, 1 s and 1 m bars; order flow follows with its issue"_s;
    return { row };
}

} // namespace tapeline
