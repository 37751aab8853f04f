#pragma once

#include "keptvenue.h"

#include <QObject>

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

    /// Opens the journal and brings all its accounts back; nothing is opened when one of them does
    /// not agree with itself. To be called once, before any account is made.
    Result<void> open(const QString &journal, const PaperConfig &config);

    /// A new account, named by its settings. Rejected when the name is empty or taken;
    /// InvalidArgument for settings that cannot be.
    Result<void> create(const AccountSettings &settings, const PaperConfig &config, Timestamp at);
    /// In the order of their making.
    QStringList accounts() const;
    /// The account's broker and books; null when there is none of this name. What is done with it
    /// is kept with the next keep(), apply() or advanceTo().
    PaperVenue *account(const QString &name);

    void apply(const EventBatch &batch);
    /// Nothing up to and including this time is to come.
    void advanceTo(Timestamp at);
    /// The stream broke off, or is back: nothing fills before fresh quotes.
    void setFeedDown(bool down, Timestamp at);

    /// Hands what has happened to the journal.
    void keep();
    /// Blocks until everything is on the disk and told; false when the disk refuses.
    bool flush();

signals:
    /// An order event that is on the disk.
    void reported(const QString &account, const tapeline::OrderEvent &event);
    /// The journal cannot be written: no order is acknowledged until it can. Empty: it can again.
    void troubled(const QString &detail);

private:
    void tell();

    const MarketCalendar &m_calendar;
    SymbolTable &m_symbols;
    JournalWriter m_journal;
    std::vector<std::unique_ptr<KeptVenue>> m_accounts;
};

} // namespace tapeline
