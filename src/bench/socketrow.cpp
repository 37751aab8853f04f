#include "floodserver.h"
#include "framequeue.h"
#include "markethub.h"
#include "massivestream.h"
#include "nodepeer.h"
#include "rows.h"
#include "stopwatch.h"
#include "streamdecoder.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 3;
constexpr std::chrono::seconds patience(60);
constexpr std::size_t eventsAtOnce = 256; // as MarketLoop does

/// The feed thread's socket, the queue and the market's decoder and hub, as in the desk.
class Pipeline : public QObject
{
public:
    explicit Pipeline(const QUrl &base)
        : m_stream(new MassiveStream(base, u"stocks"_s, u"advanced"_s))
    {
        m_stream->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_stream, &QObject::deleteLater);
        connect(m_stream, &MassiveStream::frameReceived, m_stream,
                [this](const QByteArray &frame, qint64 at) { m_frames.push(frame, at); });
        m_thread.start();
        QMetaObject::invokeMethod(m_stream, [stream = m_stream] {
            stream->start();
            stream->subscribe({ u"T.*"_s, u"Q.*"_s, u"AM.*"_s });
        });
    }
    ~Pipeline() override
    {
        QMetaObject::invokeMethod(m_stream, &MassiveStream::stop, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Pipeline)

    /// Nanoseconds a message from the first that comes to the last of so many; 0 when not all
    /// came.
    double take(qint64 messages)
    {
        m_wanted = messages;
        QTimer::singleShot(patience, &m_done, &QEventLoop::quit);
        m_done.exec();
        const bool all = m_seen >= m_wanted && m_lost == 0;
        return all ? double(m_last - m_first) / double(m_seen) : 0;
    }

private:
    void drain()
    {
        const FrameQueue::Batch frames = m_frames.take();
        m_lost += frames.lostFrames;
        for (const FrameQueue::Frame &frame : frames.frames) {
            if (!m_decoder.decode(frame.bytes, m_batch))
                ++m_lost;
            if (m_batch.events.size() >= eventsAtOnce)
                applyBatch();
        }
        applyBatch();
        m_hub.takeDirty();
        if (m_seen < m_wanted)
            return;
        m_last = now();
        m_done.quit();
    }

    void applyBatch()
    {
        if (m_batch.events.empty())
            return;
        m_hub.apply(m_batch);
        if (m_seen == 0)
            m_first = now();
        m_seen += qint64(m_batch.events.size());
        m_batch.clear();
    }

    static qint64 now()
    {
        return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
    }

    const MarketCalendar m_calendar;
    MarketHub m_hub { m_calendar };
    StreamDecoder m_decoder { m_hub.symbols() };
    EventBatch m_batch;
    FrameQueue m_frames { [this] { QMetaObject::invokeMethod(this, [this] { drain(); }); } };
    QEventLoop m_done;
    QThread m_thread;
    MassiveStream *m_stream;
    qint64 m_wanted = 0;
    qint64 m_seen = 0;
    quint64 m_lost = 0;
    qint64 m_first = 0;
    qint64 m_last = 0;
};

} // namespace

Measurements bench::socketToState()
{
    Measurements rows;
    for (const int perFrame : { 1, 10, 100 }) {
        const qint64 messages = perFrame == 1 ? 300'000 : 1'000'000;
        const FeedFrames feed = FeedFrames::make(200'000, perFrame);
        std::vector<double> ours;
        std::vector<double> theirs;
        Measurement row;
        for (int round = 0; round < rounds; ++round) {
            {
                FloodServer server(feed, { .messages = messages });
                ours.push_back(Pipeline(server.base()).take(messages));
            }
            FloodServer server(feed, { .messages = messages });
            const Result<QJsonObject> peer = nodepeer::run(
                u"marketstate.mjs"_s, { server.base().toString(), QString::number(messages) });
            if (peer)
                theirs.push_back((*peer)[u"ns_per_message"_s].toDouble());
            else
                row.note = peer.error().detail;
        }
        row.row = u"socket to market state"_s;
        row.variant = u"%1 a frame"_s.arg(perFrame);
        row.peer = u"official JavaScript client"_s;
        row.unit = u"ns/message"_s;
        row.ours = median(ours);
        row.peers = median(theirs);
        row.bound = { Bound::Kind::Faster, 7, 5 };
        row.peerIsMissing = theirs.empty();
        row.failed = std::find(ours.begin(), ours.end(), 0) != ours.end();
        rows.push_back(row);
    }
    return rows;
}

} // namespace tapeline
