#include "meteredapplication.h"

#include <QThread>

#include <algorithm>

namespace tapeline {

namespace {

constexpr qint64 frameMs = 16;

} // namespace

bool MeteredApplication::notify(QObject *receiver, QEvent *event)
{
    // Other threads come by here as well; what an event causes in turn is part of it
    if (QThread::currentThread() != thread() || m_inEvent)
        return QApplication::notify(receiver, event);
    m_inEvent = true;
    QElapsedTimer since;
    since.start();
    const bool handled = QApplication::notify(receiver, event);
    note(double(since.nsecsElapsed()) / 1e6);
    m_inEvent = false;
    return handled;
}

void MeteredApplication::startMeasuring()
{
    m_times.clear();
    m_frames.clear();
    m_sinceStart.start();
}

/// All of it counts in the frame in which it ended: an event of 40 ms is a frame of 40 ms.
void MeteredApplication::note(double milliseconds)
{
    m_times.push_back(milliseconds);
    if (!m_sinceStart.isValid())
        return;
    const auto frame = std::size_t(m_sinceStart.elapsed() / frameMs);
    m_frames.resize(std::max(m_frames.size(), frame + 1), 0);
    m_frames[frame] += milliseconds;
}

MeteredApplication::Times MeteredApplication::times() const
{
    if (m_times.empty())
        return {};
    const auto sorted = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values;
    };
    const auto at = [](const std::vector<double> &values, double part) {
        return values.empty() ? 0 : values[std::size_t(part * double(values.size() - 1))];
    };
    const std::vector<double> events = sorted(m_times);
    return { qint64(events.size()), at(events, 0.5), at(events, 0.99),
             at(events, 0.999),     events.back(),   at(sorted(m_frames), 0.95) };
}

} // namespace tapeline
