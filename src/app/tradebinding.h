#pragma once

#include "tradedesk.h"

namespace tapeline {

class DeskSession;
class MarketDispatcher;
class Settings;

/// Connects trading by hand with the engine: wishes go to the session, what comes of them and the
/// market come back. Owns the trade desk of the window.
class TradeBinding : public QObject, private TradePort
{
    Q_OBJECT

public:
    TradeBinding(DeskSession &session, MarketDispatcher &dispatcher, Settings &settings,
                 QObject *parent = nullptr);

    TradeDesk &desk() { return m_desk; }

signals:
    /// The disk does not take what happens; trading goes on in memory. Told every second while it
    /// lasts, and when it is over.
    void unwrittenChanged(const tapeline::UnwrittenEvents &events);

private:
    void submit(const QString &account, const OrderTicket &ticket) override;
    void replace(const QString &account, const OrderReplace &change) override;
    void cancel(const QString &account, const QString &id) override;
    quint64 preview(const QString &account, const OrderTicket &ticket) override;
    quint64 askWhyNotYet(const QString &account, const QString &id) override;
    quint64 command(const QString &account, const AccountCommand &command) override;
    void createAccount(const AccountSettings &settings) override;
    void watch(const QString &symbol) override;
    void unwatch(const QString &symbol) override;

    DeskSession &m_session;
    TradeDesk m_desk { *this };
};

} // namespace tapeline
