#include "optionflowbinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "optionflowmodel.h"
#include "optionflowpanel.h"
#include "unusualmodel.h"

namespace tapeline {

namespace {

constexpr int chainsMs = 1'000; // as often as chains are read

} // namespace

OptionFlowBinding::OptionFlowBinding(OptionFlowPanel &panel, DeskSession &session,
                                     MarketDispatcher &dispatcher, ChainStore &chains)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
    , m_store(chains)
{
    m_due.setSingleShot(true);
    m_due.setInterval(chainsMs);
    connect(&m_due, &QTimer::timeout, this, &OptionFlowBinding::readChains);
    connect(&panel, &OptionFlowPanel::underlyingsChanged, this, &OptionFlowBinding::follow);
    connect(&panel, &OptionFlowPanel::pageChanged, this, &OptionFlowBinding::readChains);
    connect(&dispatcher, &MarketDispatcher::optionFlowChanged, this, &OptionFlowBinding::show);
    connect(&dispatcher, &MarketDispatcher::statusChanged, this, &OptionFlowBinding::showStatus);
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, this, &OptionFlowBinding::noteCloses);
    panel.model().setOpenInterest(
        [this](const QString &contract) { return openInterestOf(contract); });
    UnusualModel::Sources sources;
    sources.sides = [&panel](const QString &contract) { return panel.model().sidesOf(contract); };
    sources.previousClose
        = [this](const QString &underlying) { return m_closes.value(underlying); };
    panel.unusual().setSources(std::move(sources));
    follow(panel.underlyings());
}

OptionFlowBinding::~OptionFlowBinding()
{
    if (m_flow != 0)
        m_session.closeOptionFlow(m_flow);
}

void OptionFlowBinding::follow(const QStringList &underlyings)
{
    if (m_flow != 0)
        m_session.closeOptionFlow(std::exchange(m_flow, 0));
    m_panel.model().clear();
    for (const auto &view : m_chains)
        view->book().disconnect(this);
    std::vector<std::unique_ptr<ChainView>> chains;
    for (const QString &underlying : underlyings) {
        chains.push_back(m_store.open(underlying));
        const ChainBook &book = chains.back()->book();
        connect(&book, &ChainBook::reset, this, &OptionFlowBinding::noteChains);
        connect(&book, &ChainBook::contractsChanged, this, &OptionFlowBinding::noteChains);
        connect(&book, &ChainBook::statusChanged, this, &OptionFlowBinding::noteChains);
    }
    m_chains = std::move(chains); // those that are in both were open all the time
    if (!underlyings.isEmpty())
        m_flow = m_session.openOptionFlow(underlyings);
    readChains();
}

void OptionFlowBinding::show(const OptionFlowUpdate &update)
{
    if (update.flow != m_flow)
        return;
    if (update.reset)
        m_panel.model().clear();
    m_panel.model().noteSkipped(update.skipped);
    m_panel.model().append(update.prints, !update.reset);
    m_panel.setBadge(update.badge, {}, Product::Options);
}

void OptionFlowBinding::showStatus(const SessionStatus &status)
{
    const bool isReplay = status.source == DataSource::Replay;
    if (m_capabilities == status.capabilities && m_isReplay == isReplay)
        return;
    m_capabilities = status.capabilities;
    m_isReplay = isReplay;
    m_panel.setCapabilities(status.capabilities, isReplay);
}

void OptionFlowBinding::noteCloses(const std::vector<InstrumentSnapshot> &snapshots)
{
    for (const InstrumentSnapshot &snapshot : snapshots)
        if (m_panel.underlyings().contains(snapshot.symbol))
            m_closes[snapshot.symbol] = snapshot.previousClose;
}

void OptionFlowBinding::noteChains()
{
    if (!m_due.isActive())
        m_due.start();
}

/// Open interest for the prints; and while they are looked at, which contracts are unusual.
void OptionFlowBinding::readChains()
{
    m_panel.model().refreshOpenInterest();
    const std::vector<const ChainBook *> all = books();
    if (m_panel.page() == OptionFlowPanel::Page::Unusual) {
        m_panel.unusual().rank(all);
        if (!all.empty())
            m_panel.setBadge(all.front()->badge(), {}, Product::Options);
    }
    m_panel.setChains(all);
}

double OptionFlowBinding::openInterestOf(const QString &contract) const
{
    for (const auto &view : m_chains)
        if (const ChainContract *found = view->book().contract(contract))
            return found->openInterest;
    return -1;
}

std::vector<const ChainBook *> OptionFlowBinding::books() const
{
    std::vector<const ChainBook *> all;
    for (const auto &view : m_chains)
        all.push_back(&view->book());
    return all;
}

} // namespace tapeline
