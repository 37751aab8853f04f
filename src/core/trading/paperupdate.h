#pragma once

#include "accountview.h"
#include "orderevent.h"
#include "orderpreview.h"

#include <optional>
#include <vector>

namespace tapeline {

/// What happened to an order of a paper account; it is on the disk, or told to be unwritten.
struct PaperReport
{
    QString account;
    OrderEvent event;
};

/// What became of a command to an account; the same.
struct AccountAnswer
{
    quint64 request = 0; ///< as DeskSession::commandAccount() numbered it
    QString account;
    Reason reason {}; ///< why not; None when it was done

    friend bool operator==(const AccountAnswer &, const AccountAnswer &) = default;
};

/// What was asked about an order.
struct OrderAnswer
{
    quint64 request = 0; ///< as DeskSession numbered it
    QString account;
    QString id; ///< the order's
    /// Why it has not been filled yet, None for one that does not work; or why nothing can be
    /// asked.
    Reason reason {};
    std::optional<OrderPreview> preview {}; ///< where that was asked for
};

/// What an account has behind it when it comes back from the journal.
struct PaperHistory
{
    QString account;
    std::vector<OrderEvent> events {}; ///< oldest first, the newest of them
    std::vector<EquityPoint> equity {}; ///< oldest first
};

/// Another point of an account's equity curve.
struct EquityReport
{
    QString account;
    EquityPoint point;
    bool begins = false; ///< the first of a new curve: a reset ended the one before
};

/// Events that the disk does not take: they are in memory alone, and a crash would take them back.
struct UnwrittenEvents
{
    QString detail {}; ///< why; empty: everything is on the disk
    Timestamp since {}; ///< of the wall clock: what came before is on the disk
    qint64 count = 0;

    bool isNone() const { return detail.isEmpty(); }
    friend bool operator==(const UnwrittenEvents &, const UnwrittenEvents &) = default;
};

/// What the window has not seen yet of the paper accounts.
struct PaperUpdate
{
    /// A source was opened, with these accounts: what was told before is of another one. Reports
    /// follow it.
    std::optional<std::vector<PaperHistory>> history {};
    std::vector<PaperReport> reports {}; ///< oldest first, all of them
    std::vector<EquityReport> equity {}; ///< the same
    std::optional<std::vector<PaperAccountView>> accounts {}; ///< those of the source that is open
    /// Why nothing can be traded or acknowledged now; empty when it can again.
    std::optional<QString> trouble {};
    /// Trading goes on in memory; told anew as they become more, and when they are none again.
    std::optional<UnwrittenEvents> unwritten {};
    std::vector<AccountAnswer> answers {}; ///< oldest first, all of them
    std::vector<OrderAnswer> orderAnswers {}; ///< the same
};

} // namespace tapeline
