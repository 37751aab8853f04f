#pragma once

#include "accountcommand.h"
#include "accountsettings.h"
#include "order.h"

namespace tapeline {

/// Where what is asked of paper accounts goes. What comes of it is told by PaperUpdate, under the
/// number that is returned (never 0) or the order's id. Nothing blocks.
class TradePort
{
public:
    virtual ~TradePort() = default;

    virtual void submit(const QString &account, const OrderTicket &ticket) = 0;
    virtual void replace(const QString &account, const OrderReplace &change) = 0;
    virtual void cancel(const QString &account, const QString &id) = 0;
    virtual quint64 preview(const QString &account, const OrderTicket &ticket) = 0;
    virtual quint64 askWhyNotYet(const QString &account, const QString &id) = 0;
    virtual quint64 command(const QString &account, const AccountCommand &command) = 0;
    virtual void createAccount(const AccountSettings &settings) = 0;
    /// The newest state of a symbol is wanted; ended by unwatch(), as often.
    virtual void watch(const QString &symbol) = 0;
    virtual void unwatch(const QString &symbol) = 0;
};

} // namespace tapeline
