#pragma once

#include "fillfile.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace tapeline {

/// Reads a file of fills on a thread of its own, so that a window goes on while it does. What was
/// asked for last counts: what is under way for something else stops and is not told.
class FillFileJob : public QObject
{
    Q_OBJECT

public:
    /// now is asked on the caller's thread: no fill of a file is later.
    explicit FillFileJob(std::function<Timestamp()> now, QObject *parent = nullptr);
    ~FillFileJob() override;

    /// Opens a file and reads it as its form wants it, told by opened() and finished().
    void open(const QString &path);
    /// Reads the open file as another form; empty: as the one that its header tells.
    void arrange(const QString &preset);
    /// Reads the open file with other columns or notations.
    void read(const FillMapping &mapping);
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void started();
    void opened(const std::shared_ptr<const tapeline::OpenedFillFile> &file);
    void progressed(double done); ///< 0 to 1
    void finished(const std::shared_ptr<const tapeline::FillFile> &file);
    /// A plain sentence without a full stop. The file that was open before is open still.
    void failed(const QString &why);

private:
    using Opened = std::shared_ptr<const OpenedFillFile>;
    using Work = std::function<void(quint64 number)>;

    void start(const Work &work);
    void readOnThread(quint64 number, const Opened &file, const FillMapping &mapping,
                      Timestamp now);
    void openOnThread(quint64 number, const Result<OpenedFillFile> &opened, Timestamp now);
    void end(quint64 number, const std::function<void()> &tell);
    bool isWanted(quint64 number) const { return m_wanted == number; }

    std::function<Timestamp()> m_now;
    Opened m_file;
    bool m_isRunning = false;
    std::atomic<quint64> m_wanted = 0; ///< number of the work that counts
    QThreadPool m_pool; ///< one thread; ends before the rest of this
};

} // namespace tapeline
