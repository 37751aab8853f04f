#pragma once

#include "heldfacts.h"
#include "heldvolatility.h"
#include "marketcontext.h"
#include "momentwatch.h"
#include "paperaccounts.h"
#include "paperoutbox.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace tapeline {

/// The desk's paper accounts on the market of the source that is open: they meet its events in the
/// order of the wire, and commands in between. Part of the market loop, on its thread.
///
/// Simulated, live and replayed markets have accounts apart: what was won in one is worth nothing
/// in another. A recording begins with fresh accounts each time it is played; when it is wound back
/// they go on in a branch: "replay/3" becomes "replay/3.2", with a copy of all that was in the
/// journal before that time.
///
/// Only what an account has orders or positions in is followed; other events cost it one branch.
class PaperTrading : public QObject
{
    Q_OBJECT

public:
    /// What it takes from others; all must outlive it.
    struct Sources
    {
        ChainInputs &inputs; ///< of implied volatilities, which IV stops go by
        BarHistory &history; ///< the journal tells moments by it
        const FlowDesk &flows; ///< the same
    };
    PaperTrading(MarketContext &context, PaperOutbox &outbox, const Sources &sources,
                 QObject *parent);
    ~PaperTrading() override;

    /// From the next source on. Without a journal there is no paper trading; where the disk alone
    /// refuses it goes on in memory, and what is not written is told.
    void setJournal(const QString &path);
    /// The context is about to lose its source: what the accounts came to is kept.
    void close();
    /// The context has another source: its accounts come back from the journal.
    void onSource();
    /// The next source is the same recording from its beginning: it has no accounts until
    /// openBranch().
    void branchOnSource();
    /// The recording is where it was wound to: the accounts go on in a branch of their own, as they
    /// were at that time. Does nothing when there was no branchOnSource().
    void openBranch(Timestamp at);
    /// The market's time is known from now on.
    void onTimeKnown();

    void apply(const EventBatch &batch)
    {
        if (m_followed > 0)
            take(batch);
    }
    void setStreaming(bool streaming);
    /// Data are missing in front of what comes next.
    void onGap();
    /// A few times a second.
    void tick();

    void createAccount(const AccountSettings &settings);
    void submit(const QString &account, const OrderTicket &ticket);
    void replace(const QString &account, const OrderReplace &change);
    void cancel(const QString &account, const QString &id);
    /// Answered under the request's number once it is on the disk.
    void perform(quint64 request, const QString &account, const AccountCommand &command);
    /// Questions, answered at once under their numbers.
    void tellWhyNotYet(quint64 request, const QString &account, const QString &id);
    void preview(quint64 request, const QString &account, const OrderTicket &ticket);

signals:
    /// A source has accounts: those of this world in this journal.
    void worldOpened(const QString &journal, const QString &world);
    /// The journal has taken something.
    void journalGrew();
    /// The stream is to bring this symbol from now on, or need not any more.
    void followed(const QString &symbol);
    void released(const QString &symbol);

private:
    Result<void> open(Timestamp branchAt = {});
    Result<void> openJournal();
    Result<void> read(JournalDatabase &journal) const;
    void letGoOfJournal();
    void begin(const Result<void> &opened);
    QString branchWorld(const QStringList &names) const;
    void connectFacts();
    QString freshWorld(const QStringList &names) const;
    PaperConfig config() const;
    Timestamp now() const;
    bool hasTime() const;
    void makeDefaultAccount();
    PaperVenue *find(const QString &account, const QString &orderId, OrderAction refusal);
    PaperVenue *unless(const Reason &reason, const QString &account, const QString &orderId,
                       OrderAction refusal);
    Reason hindrance(const QString &account);
    void refuse(const QString &account, const QString &id, OrderAction action,
                const QString &sentence);

    // papermarket.cpp
    void take(const EventBatch &batch);
    void takeBar(const Aggregate &bar);
    bool follows(const MarketEvent &event) const;
    void follow(const QString &symbol);
    void followMoments();
    void followWhatIsHeld(HeldFacts::Begin begin = HeldFacts::Begin::AtOnce);
    std::map<QString, QDate> neededSymbols() const;
    void onKnown(const QString &symbol);
    void forEachAccount(const std::function<void(PaperVenue &)> &visit);
    void wantCloses();
    void tellVolatilities();
    std::vector<MarketEvent> seenOf(InstrumentId instrument) const;
    void showMarketTo(const QString &account);
    void release(const QString &symbol);
    void onReported(const QString &account, const OrderEvent &event);
    void onTold();
    void publishAnswer(const AccountAnswer &answer);
    void publishOrderAnswer(OrderAnswer &&answer);
    void publishHistory();
    void publishAccounts();
    void setTrouble(const QString &trouble);
    void publishUnwritten(const UnwrittenEvents &events);

    MarketContext &m_context;
    PaperOutbox &m_outbox;
    QString m_journal;
    QString m_world; ///< whose accounts these are: the first part of their names in the journal
    bool m_branchesNext = false; ///< the next source is a recording's beginning again
    bool m_isBranching = false; ///< from m_world, once the time is reached
    HeldFacts m_facts { m_context, this };
    HeldVolatility m_volatilities;
    MomentWatch m_moments;
    std::shared_ptr<JournalWriter> m_writer; ///< while accounts use it, or it holds something
    std::unique_ptr<PaperAccounts> m_accounts; ///< null when there can be none
    PaperUpdate m_told; ///< by the accounts, not published yet
    QString m_trouble;
    bool m_streaming = false;
    bool m_moved = false; ///< orders or positions may have come or gone
    bool m_stale = false; ///< accounts to publish
    bool m_isHeldBack = false; ///< accounts are published once they are on the disk

    QSet<QString> m_symbols; ///< followed
    QStringList m_previewed; ///< of the ticket that was looked at last
    std::vector<bool> m_isFollowed; ///< by instrument
    std::vector<Timestamp> m_newestBar; ///< by instrument, on a plan without quotes
    int m_followed = 0;
};

} // namespace tapeline
