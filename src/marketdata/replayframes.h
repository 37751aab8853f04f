#pragma once

#include "result.h"
#include "timestamp.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

namespace tapeline {

/// A frame of a recording.
struct ReplayFrame
{
    QByteArray bytes; ///< with the spare room that StreamProvider::frameReceived() promises
    Timestamp time {}; ///< when it happened
};

/// The frames of a recording, one after the other.
class ReplayFrames
{
public:
    virtual ~ReplayFrames() = default;

    /// False at the end and when status() is an error. A frame without a time of its own leaves
    /// that of the one before, which frame must still hold.
    virtual bool next(ReplayFrame &frame) = 0;
    /// Whether the recording ended before its end, and why.
    virtual Result<void> status() const = 0;

    /// Opens a file of lines, plain, .gz or .zst, and tells by its first one what it holds: frames,
    /// one JSON array a line, or depth records (DepthRecording), which DepthFrames writes as
    /// frames. "-" is standard input. NotFound or Storage when it cannot be opened.
    static Result<std::unique_ptr<ReplayFrames>> open(const QString &path);
    /// Bytes as a frame.
    static QByteArray framed(std::string_view bytes);
};

} // namespace tapeline
