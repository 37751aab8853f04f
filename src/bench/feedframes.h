#pragma once

#include <QByteArray>

#include <string>
#include <vector>

namespace tapeline {

/// Frames as the service sends them, of a market that is the same on every run: 70 % quotes, 25 %
/// trades, 5 % minute bars over so many symbols, about 124 bytes a message (README, "Measuring").
struct FeedFrames
{
    struct Frame
    {
        QByteArray bytes; ///< with 64 spare ones behind, as frameReceived() promises
        qint64 messages = 0;
        qint64 trades = 0;
        std::vector<qsizetype> sequences; ///< where the digits of sequence numbers stand
        std::vector<qsizetype> times; ///< and those of times

        /// Gives the messages new sequence numbers, so many on, and this time (ms since the epoch).
        void restamp(qint64 sent, qint64 timeMs);
    };

    std::vector<Frame> frames;
    qint64 messages = 0;

    /// The first symbols are called by these names.
    static FeedFrames make(qint64 messages, int perFrame, int symbols = 5'000,
                           const std::vector<std::string> &names = {});

    /// The time of the first message, ms: 10:00 in New York on a trading day.
    static constexpr qint64 firstMs = 1'786'629'600'000; // 2026-08-13
};

} // namespace tapeline
