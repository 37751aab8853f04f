#pragma once

#include "accountcommand.h"
#include "accountsettings.h"
#include "orderpreview.h"
#include "paperaccount.h"

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace tapeline {

/// What happened to an order of a paper account; it is on the disk.
struct PaperReport
{
    QString account;
    OrderEvent event;
};

/// A paper account as it stands.
struct PaperAccountView
{
    QString name;
    AccountSettings settings;
    AccountFigures figures;
    std::vector<PositionRow> positions;
    std::vector<OrderTicket> working; ///< in the order of their submission
};

/// What became of a command to an account; it is on the disk.
struct AccountAnswer
{
    quint64 request = 0; ///< as DeskSession::commandAccount() numbered it
    QString account;
    Reason reason; ///< why not; None when it was done

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
    Reason reason;
    std::optional<OrderPreview> preview {}; ///< where that was asked for
};

/// What the window has not seen yet of the paper accounts.
struct PaperUpdate
{
    std::vector<PaperReport> reports; ///< oldest first, all of them
    std::optional<std::vector<PaperAccountView>> accounts; ///< those of the source that is open
    /// Why nothing can be traded or acknowledged now; empty when it can again.
    std::optional<QString> trouble;
    std::vector<AccountAnswer> answers {}; ///< oldest first, all of them
    std::vector<OrderAnswer> orderAnswers {}; ///< the same
};

/// Where the market thread leaves it. Views are conflated to the newest, reports are all kept: they
/// come at the pace of people's orders. At most one wake-up is under way.
class PaperOutbox
{
public:
    /// wake is called on the market thread when something new lies here and none was announced
    /// since take().
    explicit PaperOutbox(std::function<void()> wake);

    void publish(PaperUpdate &&update);
    PaperUpdate take();

private:
    std::function<void()> m_wake;
    std::mutex m_mutex;
    PaperUpdate m_pending;
    bool m_announced = false;
};

} // namespace tapeline
