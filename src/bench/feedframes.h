#pragma once

#include <QByteArray>

#include <vector>

namespace tapeline {

/// Frames as the service sends them, of a market that is the same on every run: 70 % quotes, 25 %
/// trades, 5 % minute bars over so many symbols, about 124 bytes a message (README, "Measuring").
/// The bytes carry 64 spare ones behind them, as frameReceived() promises.
struct FeedFrames
{
    std::vector<QByteArray> frames;
    qint64 messages = 0;

    static FeedFrames make(qint64 messages, int perFrame, int symbols = 5'000);
};

} // namespace tapeline
