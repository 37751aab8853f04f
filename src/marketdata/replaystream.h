#pragma once

#include "clocks.h"
#include "linereader.h"
#include "replayframes.h"
#include "streamprovider.h"

#include <QTimer>

#include <functional>
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
/// It can be wound to another time: forward it passes all that lies between as fast as it is taken,
/// back it says so with rewound(), waits for wind(), and passes all from the beginning. At the time
/// it says arrived() and waits for goOn(): what follows comes after whatever was done there.
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
    /// How many bytes of frames the receiver has not got to yet: winding goes no faster than it
    /// takes them. To be set before start(); asked on the provider's thread.
    void setBacklog(std::function<qsizetype()> backlog) { m_backlog = std::move(backlog); }

public slots:
    /// Plays from the beginning.
    void start() override;
    void stop() override;
    void subscribe(const QStringList &) override { }
    void unsubscribe(const QStringList &) override { }

    void pause();
    void resume();
    void setSpeed(double speed);

    /// To the first frame that is not before a time, in UTC ns. Playing or paused it stays.
    void seek(qint64 toNs);
    /// After rewound(): all that was told before is forgotten.
    void wind();
    /// After arrived().
    void goOn();

signals:
    void rewound();
    void arrived(qint64 atNs);
    /// Where the replay is, where it starts and where it ends, in UTC ns; the end is 0 until it is
    /// known.
    void progress(qint64 marketNs, qint64 firstNs, qint64 lastNs);
    void playingChanged(bool playing);

private:
    enum class Winding : quint8 { No, Awaited, UnderWay, Arrived };

    bool open();
    void close();
    bool readNext();
    void play();
    void windOn();
    void arrive();
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
    Winding m_winding = Winding::No;
    Timestamp m_target {}; ///< of winding
    std::function<qsizetype()> m_backlog;
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
