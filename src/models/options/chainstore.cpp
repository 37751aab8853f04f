#include "chainstore.h"

#include <QSet>

#include <algorithm>

namespace tapeline {

ChainView::ChainView(ChainStore &store, ChainBook &book)
    : m_store(&store)
    , m_book(&book)
{
}

ChainView::~ChainView()
{
    if (m_store)
        m_store->leave(*this);
}

void ChainView::setContracts(const QStringList &contracts)
{
    if (contracts == m_contracts || !m_store)
        return;
    m_contracts = contracts;
    m_store->tellView(*m_store->chainOf(*m_book));
}

ChainStore::ChainStore(ChainPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

ChainStore::~ChainStore()
{
    for (const auto &chain : m_chains)
        m_port.closeChain(chain->id);
}

std::unique_ptr<ChainView> ChainStore::open(const QString &underlying)
{
    auto found = std::ranges::find(m_chains, underlying,
                                   [](const auto &chain) { return chain->book->underlying(); });
    if (found == m_chains.end()) {
        auto chain = std::make_unique<Chain>();
        chain->book = std::make_unique<ChainBook>(underlying);
        chain->id = m_port.openChain(underlying);
        found = m_chains.insert(m_chains.end(), std::move(chain));
    }
    std::unique_ptr<ChainView> view(new ChainView(*this, *(*found)->book));
    (*found)->views.push_back(view.get());
    return view;
}

void ChainStore::apply(const ChainUpdate &update)
{
    const auto found
        = std::ranges::find(m_chains, update.chain, [](const auto &chain) { return chain->id; });
    if (found != m_chains.end())
        (*found)->book->apply(update);
}

ChainStore::Chain *ChainStore::chainOf(const ChainBook &book)
{
    const auto found
        = std::ranges::find(m_chains, &book, [](const auto &chain) { return chain->book.get(); });
    return found == m_chains.end() ? nullptr : found->get();
}

void ChainStore::leave(ChainView &view)
{
    Chain *chain = chainOf(view.book());
    std::erase(chain->views, &view);
    if (!chain->views.empty()) {
        tellView(*chain);
        return;
    }
    m_port.closeChain(chain->id);
    std::erase_if(m_chains, [chain](const auto &open) { return open.get() == chain; });
}

/// What all views of a chain show, each contract once, in turns: none of them goes short first.
void ChainStore::tellView(const Chain &chain)
{
    QStringList contracts;
    QSet<QString> known;
    qsizetype longest = 0;
    for (const ChainView *view : chain.views)
        longest = std::max(longest, view->m_contracts.size());
    for (qsizetype i = 0; i < longest; ++i)
        for (const ChainView *view : chain.views)
            if (i < view->m_contracts.size() && !known.contains(view->m_contracts[i])) {
                known.insert(view->m_contracts[i]);
                contracts.push_back(view->m_contracts[i]);
            }
    m_port.setChainView(chain.id, contracts);
}

} // namespace tapeline
