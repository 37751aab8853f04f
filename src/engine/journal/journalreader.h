#pragma once

#include "accountkeeping.h"
#include "accountview.h"
#include "clocks.h"
#include "importedfill.h"
#include "journalqueue.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>

namespace tapeline {

/// Everything that is done with journal.db for the window, on the thread "journal reader": forms
/// trades of what was committed and keeps them, writes what the user says, answers. JournalKeeper
/// is how the window reaches it. What is new goes to the queue.
class JournalReader : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    JournalReader(JournalQueue &queue, const WallClock &wall);
    ~JournalReader() override;

    /// Another file, or the same: it is there and of the current version.
    void open(const QString &path);
    /// Lines were committed. Read a moment later, with those that come meanwhile.
    void refresh();

    // Refusals are sentences.
    Result<void> edit(const NoteEdit &edit);
    Result<void> keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png);
    Result<TradeDetail> load(const TradeKey &trade) const;
    Result<QByteArray> loadAttachment(qint64 number) const;
    Result<std::vector<NoteSubject>> search(const QString &words) const;
    Result<std::vector<EquityPoint>> loadEquity(const QString &account) const;
    Result<ImportOutcome> importFills(const QString &name, const std::vector<ImportedFill> &fills,
                                      bool isTrial);
    Result<void> backUp(const QString &file) const;

private:
    Result<void> openFiles();
    void close();
    void tryOpen();
    Result<void> publishAll();
    void look();
    Result<void> findGrown();
    void step();
    Result<bool> advance(const QString &account);
    Result<void> store();
    AccountKeeping &keeping(const QString &account);
    void giveUp(const QString &account, const Error &why);
    void retryLater(const Error &why);
    void setTrouble(const QString &trouble);
    Error notOpen() const;

    JournalQueue &m_queue;
    const WallClock &m_wall;
    QString m_path;
    std::unique_ptr<JournalDatabase> m_journal; ///< null while the file is not open
    std::unique_ptr<TradeArchive> m_archive;
    qint64 m_position = 0; ///< up to which growth was noticed
    std::deque<QString> m_pending; ///< accounts with something to form
    std::map<QString, std::unique_ptr<AccountKeeping>> m_keepings;
    std::deque<QString> m_recent; ///< of m_keepings, newest last
    std::map<QString, QString> m_broken; ///< accounts of which nothing more can be formed, and why
    QString m_trouble; ///< as published
    bool m_isCatchingUp = false; ///< the same
    QTimer m_lookTimer;
    QTimer m_stepTimer;
    QTimer m_retryTimer;
};

} // namespace tapeline
