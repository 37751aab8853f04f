#pragma once

#include "paperupdate.h"
#include "result.h"

#include <functional>
#include <memory>
#include <vector>

namespace tapeline {

/// The paper accounts of the source that is open, as they stand. All of it is on the disk.
struct PaperStanding
{
    quint64 world = 0; ///< another one: other accounts, whatever their names
    std::vector<PaperAccountView> accounts {};
    QString trouble {}; ///< why nothing can be traded now; empty when it can
};

/// Where the local API has paper accounts from. Commands are handed over and not waited for; what
/// comes of them is told by the listener. All calls are safe on any thread, and none waits for the
/// market.
class PaperSource
{
public:
    /// What happened to orders, oldest first; whatever became durable together comes together.
    using Listener = std::function<void(const std::vector<PaperReport> &)>;

    virtual ~PaperSource() = default;

    /// Never null.
    virtual std::shared_ptr<const PaperStanding> standing() const = 0;
    /// Events of an account's orders from a number on, oldest first; read from the disk.
    virtual Result<std::vector<OrderEvent>> events(const QString &account, quint64 from) const = 0;

    virtual void submit(const QString &account, const OrderTicket &ticket) = 0;
    virtual void cancel(const QString &account, const QString &id) = 0;

    /// Called on the market's thread, so it must not block; empty for none. The former one is not
    /// called any more once this returns.
    virtual void setListener(Listener listener) = 0;
};

} // namespace tapeline
