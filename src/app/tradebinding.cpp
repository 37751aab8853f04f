#include "tradebinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "settings.h"

namespace tapeline {

TradeBinding::TradeBinding(DeskSession &session, MarketDispatcher &dispatcher, Settings &settings,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_desk.setSettings(tradeSettingsFromJson(settings.tradeSettings()));
    connect(&m_desk, &TradeDesk::settingsChanged, &settings,
            [this, &settings] { settings.setTradeSettings(toJson(m_desk.settings())); });
    connect(&session, &DeskSession::paperUpdated, this, [this] {
        const PaperUpdate update = m_session.takePaper();
        if (update.history)
            m_desk.setSource(m_session.source());
        m_desk.apply(update);
        if (update.unwritten)
            emit unwrittenChanged(*update.unwritten);
    });
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, &m_desk, &TradeDesk::applyMarket);
}

void TradeBinding::submit(const QString &account, const OrderTicket &ticket)
{
    m_session.submitOrder(account, ticket);
}

void TradeBinding::replace(const QString &account, const OrderReplace &change)
{
    m_session.replaceOrder(account, change);
}

void TradeBinding::cancel(const QString &account, const QString &id)
{
    m_session.cancelOrder(account, id);
}

quint64 TradeBinding::preview(const QString &account, const OrderTicket &ticket)
{
    return m_session.previewOrder(account, ticket);
}

quint64 TradeBinding::askWhyNotYet(const QString &account, const QString &id)
{
    return m_session.askWhyNotYet(account, id);
}

quint64 TradeBinding::command(const QString &account, const AccountCommand &command)
{
    return m_session.commandAccount(account, command);
}

void TradeBinding::createAccount(const AccountSettings &settings)
{
    m_session.createAccount(settings);
}

void TradeBinding::watch(const QString &symbol)
{
    m_session.watch(symbol);
}

void TradeBinding::unwatch(const QString &symbol)
{
    m_session.unwatch(symbol);
}

} // namespace tapeline
