#pragma once

#include "journalrestoreport.h"

#include <QObject>
#include <QThreadPool>

namespace tapeline {

/// Puts a backup in the place of the journal for the window: files are looked at and copied on a
/// thread of its own.
class RestoreBinding : public QObject, public JournalRestorePort
{
    Q_OBJECT

public:
    /// journal: where journal.db lies.
    explicit RestoreBinding(const QString &journal, QObject *parent = nullptr);
    /// Finishes what is under way.
    ~RestoreBinding() override;

    QString journal() const override { return m_file; }
    bool isStaged() const override;
    void inspect(const QString &file, QObject *context,
                 const Answer<RestorableJournal> &answer) override;
    void stage(const QString &file, QObject *context, const Answer<void> &answer) override;
    void cancel(QObject *context, const Answer<void> &answer) override;

private:
    /// work: Result<Value>(), on the other thread.
    template<typename Value, typename Work>
    void run(QObject *context, const Answer<Value> &answer, Work work);

    const QString m_file;
    QThreadPool m_thread;
};

} // namespace tapeline
