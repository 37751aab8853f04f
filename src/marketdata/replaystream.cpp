#include "replaystream.h"

#include "frametime.h"

#include <QFileInfo>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration longestTurn = 4ms; // of playing, and of looking for the end
constexpr int framesPerLook = 64; // between two looks at the clock
constexpr qsizetype bytesPerLook = 32 * 1024;
constexpr Duration mostBehind = 1s; // beyond that the replay goes on from where it is
constexpr Duration progressEvery = 50ms;
constexpr qsizetype mostBacklog = 8 << 20; // of winding
constexpr auto backlogLook = 2ms;
constexpr Duration longestSleep = 1h; // an int of milliseconds must hold it

Duration scaled(Duration duration, double factor)
{
    return Duration(static_cast<qint64>(static_cast<double>(duration.count()) * factor));
}

} // namespace

ReplayStream::ReplayStream(const QString &file, double speed, const WallClock *wall,
                           QObject *parent)
    : StreamProvider(parent)
    , m_wall(wall ? *wall : m_systemWall)
    , m_file(file)
    , m_speed(std::clamp(speed, slowest, fastest))
{
    m_playTimer.setSingleShot(true);
    m_playTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_playTimer, &QTimer::timeout, this, &ReplayStream::play);
    connect(&m_endTimer, &QTimer::timeout, this, &ReplayStream::findEnd);
}

void ReplayStream::start()
{
    stop();
    if (open())
        resume();
}

/// At the first frame; refused with a sentence when there is none.
bool ReplayStream::open()
{
    const QString name = QFileInfo(m_file).fileName();
    Result<std::unique_ptr<ReplayFrames>> frames = ReplayFrames::open(m_file);
    if (!frames) {
        setState(StreamState::Refused,
                 u"The recording %1 cannot be opened: %2"_s.arg(name, frames.error().detail));
        return false;
    }
    m_frames = *std::move(frames);
    m_first = m_position = m_last = m_endSoFar = {};
    m_next = {};
    if (!readNext()) {
        const Result<void> status = m_frames->status();
        m_frames.reset();
        setState(StreamState::Refused,
                 status
                     ? u"The recording %1 holds no frames."_s.arg(name)
                     : u"The recording %1 cannot be read: %2"_s.arg(name, status.error().detail));
        return false;
    }
    m_open = true;
    m_first = m_position = m_next.time;
    anchorAt(m_first, m_wall.monotonic());
    if (Result<LineReader> second = LineReader::open(m_file); second && m_file != "-"_L1) {
        m_endFinder.emplace(std::move(*second));
        m_endTimer.start(0ms);
    }
    setState(StreamState::Live);
    return true;
}

void ReplayStream::stop()
{
    pause();
    close();
    setState(StreamState::Offline);
}

void ReplayStream::close()
{
    m_winding = Winding::No;
    m_playTimer.stop();
    m_endTimer.stop();
    m_frames.reset();
    m_endFinder.reset();
    m_open = false;
}

void ReplayStream::pause()
{
    if (!m_playing)
        return;
    m_playing = false;
    if (m_winding == Winding::No) {
        const Duration now = m_wall.monotonic();
        anchorAt(marketTime(now), now);
        m_playTimer.stop();
    }
    emit playingChanged(false);
}

void ReplayStream::resume()
{
    if ((!m_open && m_winding == Winding::No) || m_playing)
        return;
    m_playing = true;
    if (m_winding == Winding::No) {
        anchorAt(m_anchorMarket, m_wall.monotonic());
        m_playTimer.start(0ms);
    }
    emit playingChanged(true);
}

// --- winding
// ---------------------------------------------------------------------------------------------------

void ReplayStream::seek(qint64 toNs)
{
    if (m_file == "-"_L1 || m_state == StreamState::Refused || m_first == Timestamp())
        return; // what is piped in comes once
    m_target = fromNs(toNs);
    if (m_winding == Winding::Awaited)
        return;
    if (m_open && m_target > m_position) {
        m_winding = Winding::UnderWay;
        m_playTimer.start(0ms);
        return;
    }
    close();
    m_winding = Winding::Awaited;
    m_state = StreamState::Offline; // it is told that it is live again
    emit rewound();
}

void ReplayStream::wind()
{
    if (m_winding != Winding::Awaited)
        return;
    const Timestamp end = m_last;
    m_winding = Winding::No;
    if (!open())
        return;
    if (end != Timestamp()) { // known already
        m_last = end;
        m_endTimer.stop();
        m_endFinder.reset();
    }
    m_winding = Winding::UnderWay;
    m_playTimer.start(0ms);
}

/// For one turn at most, and only when the receiver keeps up.
void ReplayStream::windOn()
{
    const Duration begin = m_wall.monotonic();
    if (m_backlog && m_backlog() > mostBacklog) {
        m_playTimer.start(backlogLook);
        return;
    }
    for (int count = 1; m_next.time < m_target; ++count) {
        m_position = std::max(m_position, m_next.time);
        emit frameReceived(m_next.bytes, toNs(m_wall.utc()));
        if (!readNext()) {
            arrive();
            m_winding = Winding::No;
            finish();
            return;
        }
        if (count % framesPerLook == 0 && m_wall.monotonic() - begin > longestTurn) {
            tellProgress(begin);
            m_playTimer.start(0ms);
            return;
        }
    }
    arrive();
}

void ReplayStream::arrive()
{
    m_winding = Winding::Arrived;
    emit arrived(toNs(m_target));
}

void ReplayStream::goOn()
{
    if (m_winding != Winding::Arrived)
        return;
    m_winding = Winding::No;
    m_position = std::max(m_target, m_first);
    const Duration now = m_wall.monotonic();
    anchorAt(m_position, now);
    tellProgress(now, true);
    if (m_playing)
        scheduleNext(now);
}

// --- playing
// ---------------------------------------------------------------------------------------------------

void ReplayStream::setSpeed(double speed)
{
    const Duration now = m_wall.monotonic();
    const bool runs = m_playing && m_winding == Winding::No;
    anchorAt(runs ? marketTime(now) : m_anchorMarket, now);
    m_speed = std::clamp(speed, slowest, fastest);
    if (runs)
        scheduleNext(now);
}

/// Reads the next frame; false at the end.
bool ReplayStream::readNext()
{
    if (!m_frames->next(m_next))
        return false;
    if (m_first == Timestamp() && m_next.time != Timestamp()) {
        // Frames without a time came first: the replay begins with the first that has one
        m_first = m_position = m_next.time;
        anchorAt(m_first, m_wall.monotonic());
    }
    return true;
}

Timestamp ReplayStream::marketTime(Duration now) const
{
    return m_anchorMarket + scaled(now - m_anchorWall, m_speed);
}

void ReplayStream::anchorAt(Timestamp market, Duration now)
{
    m_anchorMarket = market;
    m_anchorWall = now;
}

void ReplayStream::play()
{
    if (m_winding == Winding::UnderWay)
        return windOn();
    if (!m_playing || m_winding != Winding::No)
        return;
    const Duration now = m_wall.monotonic();
    if (scaled(marketTime(now) - m_next.time, 1 / m_speed) > mostBehind)
        anchorAt(m_next.time, now);
    emitDue(now);
    if (m_playing && m_winding == Winding::No)
        scheduleNext(m_wall.monotonic());
}

/// Everything up to the market's time now, but for one turn at most.
void ReplayStream::emitDue(Duration now)
{
    const Timestamp due = marketTime(now);
    qsizetype bytes = 0;
    for (int count = 1; m_next.time <= due; ++count) {
        bytes += m_next.bytes.size();
        m_position = std::max(m_position, m_next.time);
        emit frameReceived(m_next.bytes, toNs(m_wall.utc()));
        if (!m_playing || m_winding != Winding::No)
            return; // someone who heard the frame paused, stopped or wound us
        if (!readNext()) {
            finish();
            return;
        }
        if (count % framesPerLook != 0 && bytes < bytesPerLook)
            continue;
        bytes = 0;
        if (m_wall.monotonic() - now > longestTurn)
            break;
    }
    tellProgress(now);
}

void ReplayStream::scheduleNext(Duration now)
{
    const Duration wait = scaled(m_next.time - marketTime(now), 1 / m_speed);
    m_playTimer.start(
        std::chrono::ceil<std::chrono::milliseconds>(std::clamp(wait, Duration(), longestSleep)));
}

/// Reads on in the second pass for one turn.
void ReplayStream::findEnd()
{
    const Duration begin = m_wall.monotonic();
    std::string_view line;
    for (int count = 1; m_endFinder->next(line); ++count) {
        const QByteArrayView frame(line.data(), static_cast<qsizetype>(line.size()));
        if (const std::optional<Timestamp> time = frameTime(frame))
            m_endSoFar = std::max(m_endSoFar, *time);
        if (count % framesPerLook == 0 && m_wall.monotonic() - begin > longestTurn)
            return;
    }
    m_endTimer.stop();
    m_endFinder.reset();
    m_last = m_endSoFar;
    tellProgress(begin, true);
}

void ReplayStream::finish()
{
    const Result<void> status = m_frames->status();
    m_last = std::max(m_last, m_position);
    tellProgress(m_wall.monotonic(), true);
    pause();
    close();
    setState(StreamState::Offline,
             status ? u"The recording has been played to its end."_s
                    : u"The recording breaks off: %1"_s.arg(status.error().detail));
    emit finished();
}

void ReplayStream::tellProgress(Duration now, bool always)
{
    if (!always && now - m_toldAt < progressEvery)
        return;
    m_toldAt = now;
    emit progress(toNs(m_position), toNs(m_first), toNs(m_last));
}

void ReplayStream::setState(StreamState state, const QString &detail)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state, detail);
}

} // namespace tapeline
