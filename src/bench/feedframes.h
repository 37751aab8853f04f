#pragma once

#include <QByteArray>

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
        std::vector<qsizetype> sequences; ///< where the digits of sequence numbers stand

        /// Gives the messages new sequence numbers: firstSequence + sent, and so on.
        void restamp(qint64 sent);
    };

    std::vector<Frame> frames;
    qint64 messages = 0;

    static FeedFrames make(qint64 messages, int perFrame, int symbols = 5'000);
};

} // namespace tapeline
