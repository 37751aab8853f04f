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
        double frame95 = 0; ///< ms of work within a frame of 16 ms, of 95 in 100 frames no more
    };

    /// Forgets what was measured so far.
    void startMeasuring();
    Times times() const;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    void note(double milliseconds);

    std::vector<double> m_times;
    std::vector<double> m_frames; ///< work within each frame since the start
    QElapsedTimer m_sinceStart;
    bool m_inEvent = false;
};

} // namespace tapeline
