#include "meteredapplication.h"

#include <QThread>

#include <algorithm>

namespace tapeline {

bool MeteredApplication::notify(QObject *receiver, QEvent *event)
{
    // Other threads come by here as well; what an event causes in turn is part of it
    if (QThread::currentThread() != thread() || m_inEvent)
        return QApplication::notify(receiver, event);
    m_inEvent = true;
    QElapsedTimer since;
    since.start();
    const bool handled = QApplication::notify(receiver, event);
    m_times.push_back(double(since.nsecsElapsed()) / 1e6);
    m_inEvent = false;
    return handled;
}

MeteredApplication::Times MeteredApplication::times() const
{
    if (m_times.empty())
        return {};
    std::vector<double> sorted = m_times;
    std::sort(sorted.begin(), sorted.end());
    const auto at
        = [&sorted](double part) { return sorted[std::size_t(part * double(sorted.size() - 1))]; };
    return { qint64(sorted.size()), at(0.5), at(0.99), at(0.999), sorted.back() };
}

} // namespace tapeline
