#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <vector>

namespace tapeline {

/// An application that knows how long each event of its window's thread took: while one is handled
/// the window neither paints nor answers.
class MeteredApplication : public QApplication
{
public:
    using QApplication::QApplication;

    struct Times
    {
        qint64 events = 0;
        double p50 = 0; ///< ms
        double p99 = 0;
        double p999 = 0;
        double longest = 0;
    };

    /// Forgets what was measured so far.
    void startMeasuring() { m_times.clear(); }
    Times times() const;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    std::vector<double> m_times;
    bool m_inEvent = false;
};

} // namespace tapeline
