#pragma once

#include "accountview.h"
#include "clocks.h"
#include "importedfill.h"
#include "journalqueue.h"
#include "result.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace tapeline {

class JournalReader;

/// The journal of trades as the window reaches it: owns the thread "journal reader", hands over
/// what is asked and brings the answers back. Lives on the window's thread; nothing blocks but its
/// end. What is new lies in the queue.
class JournalKeeper : public QObject
{
    Q_OBJECT

public:
    template<typename Value> using Answer = std::function<void(const Result<Value> &)>;

    /// Both must outlive it.
    JournalKeeper(JournalQueue &queue, const WallClock &wall, QObject *parent = nullptr);
    /// What was asked before is done, not answered.
    ~JournalKeeper() override;

    // Answers are called on this thread, in order, and never after the context is gone. Refusals
    // are sentences.

    /// Told by the queue once it is on the disk.
    void edit(const NoteEdit &edit, QObject *context, const Answer<void> &answer);
    void keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png);
    void load(const TradeKey &trade, QObject *context, const Answer<TradeDetail> &answer);
    void loadAttachment(qint64 number, QObject *context, const Answer<QByteArray> &answer);
    void search(const QString &words, QObject *context,
                const Answer<std::vector<NoteSubject>> &answer);
    void loadEquity(const QString &account, QObject *context,
                    const Answer<std::vector<EquityPoint>> &answer);
    void importFills(const QString &name, const std::vector<ImportedFill> &fills, bool isTrial,
                     QObject *context, const Answer<ImportOutcome> &answer);
    void backUp(const QString &file, QObject *context, const Answer<void> &answer);

public slots:
    /// The accounts are open on this journal (DeskSession::journalOpened()).
    void open(const QString &path);
    /// Lines were committed to it (DeskSession::journalGrew()). Any thread.
    void refresh();

private:
    template<typename Value>
    void ask(std::function<Result<Value>(JournalReader &)> question, QObject *context,
             const Answer<Value> &answer);

    std::shared_ptr<std::atomic<bool>> m_isRefreshing = std::make_shared<std::atomic<bool>>(false);
    QThread m_thread;
    JournalReader *m_reader; ///< on m_thread
};

} // namespace tapeline
