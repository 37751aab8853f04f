#include "publishedstate.h"
#include "rows.h"
#include "stopwatch.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int perSecond = 500'000;
constexpr int perBurst = 100; // as in a frame
constexpr int symbols = 500;
constexpr int measureMs = 4'000;
constexpr int rounds = 3;
constexpr std::size_t messages = std::size_t(perSecond) * (measureMs + 1'000) / 1'000;

Timestamp now()
{
    return Timestamp(std::chrono::steady_clock::now().time_since_epoch());
}

/// Calls burst() on a thread of its own at the rate of bursts, for as long as a measurement takes.
void produce(const std::function<void()> &burst)
{
    std::atomic<bool> ended = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        const Duration step = std::chrono::nanoseconds(1'000'000'000LL * perBurst / perSecond);
        Timestamp due = now();
        while (!ended) {
            burst();
            due += step;
            while (now() < due && !ended)
                QThread::yieldCurrentThread();
        }
    }));
    QEventLoop loop;
    QTimer::singleShot(measureMs, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    ended = true;
    thread->wait();
    QCoreApplication::processEvents(); // what is still under way
}

double p99Microseconds(std::vector<qint64> &latencies)
{
    if (latencies.empty())
        return 0;
    const auto place = latencies.begin() + std::ptrdiff_t(double(latencies.size() - 1) * 0.99);
    std::nth_element(latencies.begin(), place, latencies.end());
    return double(*place) / 1e3;
}

std::vector<InstrumentSnapshot> someSnapshots()
{
    std::vector<InstrumentSnapshot> snapshots(symbols);
    for (int i = 0; i < symbols; ++i)
        snapshots[std::size_t(i)].symbol = u"S%1"_s.arg(i);
    return snapshots;
}

/// Each message by a queued call of its own.
double signalPerMessage()
{
    QObject window;
    std::vector<qint64> latencies;
    latencies.reserve(messages);
    const std::vector<InstrumentSnapshot> snapshots = someSnapshots();
    std::size_t next = 0;
    produce([&] {
        for (int i = 0; i < perBurst; ++i) {
            InstrumentSnapshot message = snapshots[next++ % symbols];
            message.time = now();
            QMetaObject::invokeMethod(&window, [&latencies, message] {
                latencies.push_back((now() - message.time).count());
            });
        }
    });
    return p99Microseconds(latencies);
}

/// When messages were published, and how long each took to be in a state that the window has: also
/// those that newer ones of their symbol replaced on the way.
class Sent
{
public:
    Sent()
        : m_times(messages)
    {
        m_latencies.reserve(messages);
    }
    /// By the producer, before it publishes.
    void add(Timestamp time)
    {
        const std::size_t count = m_count.load(std::memory_order_relaxed);
        if (count == m_times.size())
            return;
        m_times[count] = time;
        m_count.store(count + 1, std::memory_order_release);
    }
    /// By the window: all up to the newest that it took are there.
    void arrived(Timestamp newest)
    {
        const Timestamp at = now();
        const std::size_t count = m_count.load(std::memory_order_acquire);
        for (; m_next < count && m_times[m_next] <= newest; ++m_next)
            m_latencies.push_back((at - m_times[m_next]).count());
    }
    std::vector<qint64> &latencies() { return m_latencies; }

private:
    std::vector<Timestamp> m_times;
    std::atomic<std::size_t> m_count = 0;
    std::size_t m_next = 0;
    std::vector<qint64> m_latencies;
};

/// What changed is left in PublishedState; at most one wake-up is under way.
double publishedState()
{
    QObject window;
    Sent sent;
    std::function<void()> pull;
    PublishedState published([&] { QMetaObject::invokeMethod(&window, pull); });
    pull = [&] {
        const MarketUpdate update = published.take();
        Timestamp newest {};
        for (const InstrumentSnapshot &snapshot : update.snapshots)
            newest = std::max(newest, snapshot.time);
        sent.arrived(newest);
    };
    const std::vector<InstrumentSnapshot> snapshots = someSnapshots();
    std::size_t next = 0;
    produce([&] {
        MarketUpdate update;
        update.snapshots.reserve(perBurst);
        for (int i = 0; i < perBurst; ++i) {
            update.snapshots.push_back(snapshots[next++ % symbols]);
            update.snapshots.back().time = now();
            sent.add(update.snapshots.back().time);
        }
        published.publish(std::move(update));
    });
    return p99Microseconds(sent.latencies());
}

} // namespace

Measurements bench::handOver()
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(publishedState());
        theirs.push_back(signalPerMessage());
    }
    Measurement row;
    row.row = u"hand-over to the window"_s;
    row.variant = u"500 k/s, p99"_s;
    row.peer = u"a queued signal per message"_s;
    row.unit = u"us"_s;
    row.ours = median(ours);
    row.peers = median(theirs);
    row.bound = { Bound::Kind::Faster, 10, 4 };
    row.note = u"every message, from publication to a state in the window's thread that holds it; "
               "the desk then pulls every 16 ms"_s;
    return { row };
}

} // namespace tapeline
