#include "optionflowbinding.h"

#include "desksession.h"
#include "marketdispatcher.h"
#include "optionflowmodel.h"
#include "optionflowpanel.h"
#include "unusualmodel.h"

namespace tapeline {

namespace {

/// How long after a change a chain is read, and a round of all of them takes at least.
constexpr int chainsMs = 1'000;

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
    connect(&m_due, &QTimer::timeout, this, &OptionFlowBinding::readNext);
    connect(&panel, &OptionFlowPanel::underlyingsChanged, this, &OptionFlowBinding::follow);
    connect(&panel, &OptionFlowPanel::pageChanged, this, [this] {
        for (const auto &view : m_chains)
            noteChanged(view->book());
        m_due.start(0);
    });
    connect(&dispatcher, &MarketDispatcher::optionFlowChanged, this, &OptionFlowBinding::show);
    connect(&dispatcher, &MarketDispatcher::statusChanged, this, &OptionFlowBinding::showStatus);
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, this, &OptionFlowBinding::noteCloses);
    panel.model().setOpenInterest(
        [this](const FlowContract &contract) { return openInterestOf(contract); });
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
    m_changed.clear();
    for (const auto &view : m_chains)
        view->book().disconnect(this);
    std::vector<std::unique_ptr<ChainView>> chains;
    for (const QString &underlying : underlyings) {
        chains.push_back(m_store.open(underlying));
        const ChainBook &book = chains.back()->book();
        const auto note = [this, &book] { noteChanged(book); };
        connect(&book, &ChainBook::reset, this, note);
        connect(&book, &ChainBook::contractsChanged, this, note);
        connect(&book, &ChainBook::statusChanged, this, note);
        noteChanged(book);
    }
    m_chains = std::move(chains); // those that are in both were open all the time
    if (!underlyings.isEmpty())
        m_flow = m_session.openOptionFlow(underlyings);
    m_panel.unusual().keepOnly(underlyings);
    showChains();
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

void OptionFlowBinding::noteChanged(const ChainBook &book)
{
    if (!m_changed.contains(book.underlying()))
        m_changed << book.underlying();
    if (!m_due.isActive())
        m_due.start(chainsMs / std::max(1, static_cast<int>(m_chains.size())));
}

/// Open interest for the prints; and while they are looked at, which contracts of one of the chains
/// are unusual.
void OptionFlowBinding::readNext()
{
    if (m_changed.isEmpty())
        return;
    const QString underlying = m_changed.takeFirst();
    for (const auto &view : m_chains)
        if (view->book().underlying() == underlying) {
            m_panel.model().refreshOpenInterest(underlying);
            if (m_panel.page() == OptionFlowPanel::Page::Unusual)
                m_panel.unusual().read(view->book());
        }
    showChains();
    if (!m_changed.isEmpty())
        m_due.start(chainsMs / static_cast<int>(m_chains.size()));
}

void OptionFlowBinding::showChains()
{
    std::vector<const ChainBook *> books;
    for (const auto &view : m_chains)
        books.push_back(&view->book());
    if (m_panel.page() == OptionFlowPanel::Page::Unusual && !books.empty())
        m_panel.setBadge(books.front()->badge(), {}, Product::Options);
    m_panel.setChains(books);
}

double OptionFlowBinding::openInterestOf(const FlowContract &contract) const
{
    for (const auto &view : m_chains) {
        if (view->book().underlying() != contract.terms.underlying)
            continue;
        const ChainContract *found = view->book().contract(contract.symbol);
        return found ? found->openInterest : -1;
    }
    return -1;
}

} // namespace tapeline
