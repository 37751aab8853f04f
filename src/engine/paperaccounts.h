#pragma once

#include "keptvenue.h"
#include "paperoutbox.h"

#include <QObject>

#include <deque>
#include <memory>
#include <vector>

namespace tapeline {

/// The paper accounts of a desk, each with its own cash, fees, limits and orders, all in one
/// journal. A plain object on the market thread: it is given the market's events in their order and
/// tells what happened to orders once that is on the disk.
class PaperAccounts : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    PaperAccounts(const MarketCalendar &calendar, SymbolTable &symbols, QObject *parent = nullptr);
    /// Keeps what has happened.
    ~PaperAccounts() override;

    /// Of the accounts that are made or brought back from now on, what their journal says of the
    /// market is said with these; must outlive it.
    void setFigures(const MomentFigures *figures) { m_figures = figures; }

    /// Opens the journal for writing. To be called once, before any account is made.
    Result<void> openJournal(const QString &journal);
    /// The same with one that is open and may outlive the accounts.
    void useJournal(std::shared_ptr<JournalWriter> journal);
    /// Writes what a world had in the journal before a time once more, under another name; it is on
    /// the disk, or held. What was there stays as it is.
    Result<void> copy(const JournalDatabase &journal, const QString &from, const QString &to,
                      Timestamp before);
    /// Brings the accounts of a world back (the kind of market, first part of their names; empty:
    /// those without one); none when one of them does not agree with itself. Accounts that are made
    /// later belong to that world.
    Result<void> restore(const JournalDatabase &journal, const QString &world,
                         const PaperConfig &config);
    /// Both of it.
    Result<void> open(const QString &journal, const PaperConfig &config, const QString &world = {});

    /// What the accounts had behind them when they were restored, once.
    std::vector<PaperHistory> takeHistory();

    /// How old the market data are by their plan: every fill says it.
    void setRecency(Recency recency);

    /// A new account, named by its settings. Rejected when the name is empty or taken;
    /// InvalidArgument for settings that cannot be.
    Result<void> create(const AccountSettings &settings, const PaperConfig &config, Timestamp at);
    /// In the order of their making.
    QStringList accounts() const;
    /// The account's broker and books; null when there is none of this name. What is done with it
    /// is kept with the next keep(), apply() or advanceTo().
    PaperVenue *account(const QString &name);

    /// Does it to an account that is there; answered() tells.
    void perform(quint64 request, const QString &account, const AccountCommand &command,
                 Timestamp at);

    void apply(const EventBatch &batch);
    /// The same for one event, to be followed by keep().
    void apply(const MarketEvent &event);
    /// The same for one account, which was made after it had come.
    void applyTo(const QString &account, const MarketEvent &event);
    /// A finished minute of an instrument without quotes; the same.
    void applyBar(const Aggregate &bar);
    /// Nothing up to and including this time is to come.
    void advanceTo(Timestamp at);
    /// The stream broke off, or is back: nothing fills before fresh quotes.
    void setFeedDown(bool down, Timestamp at);

    /// Hands what has happened to the journal.
    void keep();
    /// The same of what the books came to, when there is time for it.
    void note();
    /// Everything that has happened may be told.
    bool isKept();
    /// Blocks until everything is on the disk and told; false when the disk refuses.
    bool flush();

signals:
    /// An order event that is on the disk, or held.
    void reported(const QString &account, const tapeline::OrderEvent &event);
    /// Another point of an equity curve; the same.
    void valued(const tapeline::EquityReport &report);
    /// What became of a command, once that is on the disk.
    void answered(const tapeline::AccountAnswer &answer);
    /// The journal has taken something: all of it that there is to tell was told.
    void told();
    /// The journal cannot be written: no order is acknowledged until it can, unless it holds.
    /// Empty: it can again.
    void troubled(const QString &detail);

private:
    struct Waiting
    {
        quint64 ticket; ///< of the journal's write
        AccountAnswer answer;
    };

    void tell();
    KeptVenue *find(const QString &name);

    QString keyOf(const QString &name) const { return m_prefix + name; }

    const MarketCalendar &m_calendar;
    SymbolTable &m_symbols;
    std::shared_ptr<JournalWriter> m_journal;
    QString m_prefix; ///< of the accounts' names in the journal
    const MomentFigures *m_figures = nullptr;
    Recency m_recency = Recency::RealTime;
    std::vector<std::unique_ptr<KeptVenue>> m_accounts;
    std::deque<Waiting> m_answers;
};

} // namespace tapeline
