#include "optionsbinding.h"

#include "chainpanel.h"
#include "desksession.h"
#include "marketdispatcher.h"
#include "panelregistry.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

OptionsBinding::OptionsBinding(DeskSession &session, MarketDispatcher &dispatcher,
                               TradeDesk &trading, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_dispatcher(dispatcher)
    , m_trading(trading)
{
    connect(&m_dispatcher, &MarketDispatcher::chainChanged, &m_chains, &ChainStore::apply);
}

void OptionsBinding::registerPanels(PanelRegistry &panels)
{
    panels.add({ u"chain"_s, [] { return ChainPanel::tr("Option chain"); }, u"chain"_s,
                 [this](const PanelContext &context) {
                     return new ChainPanel(context, m_chains, m_strategies);
                 } });
    Q_UNUSED(m_trading);
}

quint64 OptionsBinding::openChain(const QString &underlying)
{
    return m_session.openChain(underlying);
}

void OptionsBinding::closeChain(quint64 id)
{
    m_session.closeChain(id);
}

void OptionsBinding::setChainView(quint64 id, const QStringList &contracts)
{
    m_session.setChainView(id, contracts);
}

} // namespace tapeline
