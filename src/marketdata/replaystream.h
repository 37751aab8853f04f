#pragma once

#include "clocks.h"
#include "linereader.h"
#include "replayframes.h"
#include "streamprovider.h"

#include <QTimer>

#include <optional>

namespace tapeline {

/// Plays a recording at a speed by its own times: a file of frames, one JSON array a line, or of
/// depth records, which come as frames too (ReplayFrames, DepthFrames); plain, .gz or .zst.
///
/// Frames come in the order of the file, whatever their times say; one without a time comes with
/// the one before it. Everything in the file is played: subscriptions change nothing. Live while
/// playing or paused, Offline with finished() at the end; a file that cannot be opened or holds no
/// frame is Refused with a sentence that says why.
///
/// The file is read as it is played, so opening is quick whatever its size; where it ends is found
/// by a second pass alongside. No event-loop turn takes longer than a few milliseconds.
class ReplayStream : public StreamProvider
{
    Q_OBJECT

public:
    static constexpr double slowest = 0.1;
    static constexpr double fastest = 1000;

    /// speed: market seconds per second, held within the bounds. wall must outlive the provider;
    /// the system's when null.
    explicit ReplayStream(const QString &file, double speed = 1, const WallClock *wall = nullptr,
                          QObject *parent = nullptr);

    bool isPlaying() const { return m_playing; }

public slots:
    /// Plays from the beginning.
    void start() override;
    void stop() override;
    void subscribe(const QStringList &) override { }
    void unsubscribe(const QStringList &) override { }

    void pause();
    void resume();
    void setSpeed(double speed);

signals:
    /// Where the replay is, where it starts and where it ends, in UTC ns; the end is 0 until it is
    /// known.
    void progress(qint64 marketNs, qint64 firstNs, qint64 lastNs);
    void playingChanged(bool playing);

private:
    bool readNext();
    void play();
    void emitDue(Duration now);
    Timestamp marketTime(Duration now) const;
    void anchorAt(Timestamp market, Duration now);
    void scheduleNext(Duration now);
    void findEnd();
    void finish();
    void tellProgress(Duration now, bool always = false);
    void setState(StreamState state, const QString &detail = {});

    SystemWallClock m_systemWall;
    const WallClock &m_wall;
    const QString m_file;
    double m_speed;
    bool m_playing = false;
    bool m_open = false; ///< between start() and the end
    std::unique_ptr<ReplayFrames> m_frames;
    std::optional<LineReader> m_endFinder;
    ReplayFrame m_next;
    Timestamp m_anchorMarket {}; ///< the market's time at m_anchorWall
    Duration m_anchorWall {};
    Timestamp m_first {};
    Timestamp m_position {}; ///< of the newest frame that was played
    Timestamp m_endSoFar {}; ///< of the pass that looks for the end
    Timestamp m_last {};
    Duration m_toldAt {};
    StreamState m_state = StreamState::Offline;
    QTimer m_playTimer { this };
    QTimer m_endTimer { this };
};

} // namespace tapeline
