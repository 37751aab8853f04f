#pragma once

#include "assetclass.h"
#include "clocks.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>

namespace tapeline {

/// The simulated service without sockets, at a time that the test moves: what HeldSandbox is, for
/// those who include the engine's side of the stream as well (two headers name a StreamKind).
class SandboxService
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray body; ///< with 64 spare bytes behind its end
    };
    using TakeFrame = std::function<void(AssetClass market, const QByteArray &frame)>;

    /// Seed 11 of the sandbox. take: gets the frames of the streams, each with spare bytes as well.
    SandboxService(Timestamp time, TakeFrame take);
    ~SandboxService();

    const WallClock &wall() const;
    Timestamp now() const;
    void advance(Duration length);
    /// A path with its query, or a whole next_url.
    Answer get(QString target);
    /// Opens the stream of a market and lets the client in.
    void open(AssetClass market);
    bool isOpen(AssetClass market) const;
    void say(AssetClass market, const char *action, const QStringList &params);
    /// Sends what has become due.
    void pump();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
