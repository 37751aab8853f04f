#include "chaindesk.h"

#include "easterntime.h"
#include "referencedecoder.h"
#include "symbology.h"

#include <QSet>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What changed is told so often.
constexpr Duration tellEvery = 100ms;
/// All chains together may reckon for so long at once.
constexpr Duration reckonedFor = 3ms;
/// Scrolling ends before contracts are streamed.
constexpr Duration viewSettles = 300ms;
/// A whole chain is asked for again after so long, or after some times as long as it took.
constexpr Duration freshFor = 30s;
constexpr int restFactor = 4;
/// Where requests are few.
constexpr Duration freshForScarce = 30min;
constexpr Duration listHolds = 12h;
const QString snapshotsPerPage = u"250"_s;
const QString listedPerPage = u"1000"_s;

/// The contract list knows an index without its prefix (massive-api.md 4.4).
QString bareName(const QString &underlying)
{
    return symbology::classOf(underlying) == AssetClass::Indices ? underlying.mid(2) : underlying;
}

QString planOf(DataKind kind)
{
    const std::optional<Plan> plan = Capabilities::cheapestFor(Product::Options, kind);
    return plan ? planName(*plan) : QString();
}

} // namespace

ChainDesk::ChainDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_inputs(context, this)
{
    connect(&m_inputs, &ChainInputs::changed, this, [this] {
        for (auto &[id, chain] : m_chains)
            if (chain.feed)
                chain.feed->onInputs();
    });
}

void ChainDesk::open(quint64 id, const QString &underlying)
{
    close(id);
    Chain &chain = m_chains[id];
    chain.underlying = underlying;
    emit followed(underlying);
    if (m_context.hasSource())
        begin(id, chain);
}

void ChainDesk::close(quint64 id)
{
    const auto own = m_chains.find(id);
    if (own == m_chains.end())
        return;
    m_context.requests.cancel(own->second.page.request);
    if (own->second.feed)
        stream(own->second, {});
    emit released(own->second.underlying);
    m_chains.erase(own);
    m_viewChanged = true;
}

void ChainDesk::setView(quint64 id, const QStringList &contracts)
{
    const auto own = m_chains.find(id);
    if (own == m_chains.end() || own->second.view == contracts)
        return;
    own->second.view = contracts;
    m_viewChanged = true;
    m_nextView = m_context.wall.monotonic() + viewSettles;
}

void ChainDesk::reset()
{
    m_mayAsk = false;
    m_inputs.reset();
    for (auto &[id, chain] : m_chains) {
        if (chain.feed)
            stream(chain, {});
        chain.page = {};
        begin(id, chain);
    }
    m_viewChanged = true;
    m_nextView = {};
}

/// Without pages: they wait until the time is known.
void ChainDesk::begin(quint64 id, Chain &chain)
{
    chain.feed = std::make_unique<ChainFeed>(id, chain.underlying, m_context, m_inputs);
    chain.nextUrl.clear();
    chain.againAt.reset();
    chain.day = {};
    m_inputs.want(chain.underlying);
    if (!m_context.hasRest())
        chain.feed->setState(ChainState::NoService);
    else if (m_mayAsk)
        beginPages(id, chain);
}

QDate ChainDesk::today() const
{
    return easterntime::date(m_context.viewNow(AssetClass::Options));
}

void ChainDesk::beginAnew(quint64 id, Chain &chain)
{
    stream(chain, {});
    m_context.requests.cancel(chain.page.request);
    chain.page = {};
    begin(id, chain);
    m_viewChanged = true;
}

void ChainDesk::onTimeKnown()
{
    m_inputs.onTimeKnown();
    if (std::exchange(m_mayAsk, m_context.hasRest()) || !m_mayAsk)
        return;
    for (auto &[id, chain] : m_chains)
        beginPages(id, chain);
}

void ChainDesk::tick()
{
    m_inputs.tick();
    const Duration now = m_context.wall.monotonic();
    for (auto &[id, chain] : m_chains) {
        if (!chain.feed)
            continue;
        if (chain.day.isValid() && today() != chain.day)
            beginAnew(id, chain); // some contracts have ended
        else if (chain.page.retry.takeDue(now))
            askPage(id, chain);
        else if (chain.againAt && now >= *chain.againAt)
            beginPages(id, chain);
    }
    stream();
}

void ChainDesk::feed(InstrumentId instrument)
{
    for (auto &[id, chain] : m_chains)
        if (chain.feed)
            chain.feed->feed(instrument);
}

std::vector<ChainUpdate> ChainDesk::take()
{
    std::vector<ChainUpdate> updates;
    const Duration now = m_context.wall.monotonic();
    if (now < m_nextTake)
        return updates;
    m_nextTake = now + tellEvery;
    const Duration budget = reckonedFor / std::max<qint64>(1, qint64(m_chains.size()));
    for (auto &[id, chain] : m_chains)
        if (chain.feed)
            if (std::optional<ChainUpdate> update = chain.feed->take(budget))
                updates.push_back(std::move(*update));
    return updates;
}

const ChainContract *ChainDesk::contract(const QString &symbol) const
{
    for (const auto &[id, chain] : m_chains)
        if (const ChainContract *found = chain.feed ? chain.feed->contract(symbol) : nullptr)
            return found;
    return nullptr;
}

// --- pages
// ---------------------------------------------------------------------------------------------------------------

void ChainDesk::beginPages(quint64 id, Chain &chain)
{
    chain.againAt.reset();
    chain.nextUrl.clear();
    chain.isListing = !m_context.has(AssetClass::Options, DataKind::Snapshots);
    chain.begun = m_context.wall.monotonic();
    chain.day = today();
    if (!chain.isListing || m_context.has(AssetClass::Options, DataKind::Reference))
        askPage(id, chain);
    else
        chain.feed->setState(ChainState::NotInPlan, planOf(DataKind::Reference));
}

void ChainDesk::askPage(quint64 id, Chain &chain)
{
    if (chain.page.request != 0)
        return;
    QString path = u"/v3/snapshot/options/"_s + chain.underlying;
    QUrlQuery query { { u"limit"_s, snapshotsPerPage } };
    if (chain.isListing) {
        path = u"/v3/reference/options/contracts"_s;
        query = { { u"underlying_ticker"_s, bareName(chain.underlying) },
                  { u"limit"_s, listedPerPage } };
    }
    const bool first = chain.nextUrl.isEmpty();
    const RestPriority priority = chain.feed->state() == ChainState::Loading
        ? RestPriority::OnScreen
        : RestPriority::Prefetch;
    chain.page.request
        = m_context.requests.ask(first ? path : chain.nextUrl, first ? query : QUrlQuery(),
                                 { priority, RestPurpose::OptionChain, chain.underlying },
                                 [this, id](const RestReply &reply) { onPage(id, reply); });
}

void ChainDesk::onPage(quint64 id, const RestReply &reply)
{
    const auto own = m_chains.find(id);
    if (own == m_chains.end())
        return;
    Chain &chain = own->second;
    if (!(chain.isListing ? takeList(chain, reply) : takeSnapshots(chain, reply)))
        return;
    m_viewChanged = true; // contracts that were wished for may be here now
    if (chain.nextUrl.isEmpty())
        finish(chain);
    else
        askPage(id, chain);
}

bool ChainDesk::takeSnapshots(Chain &chain, const RestReply &reply)
{
    const Result<UniversalSnapshotsPage> page = m_context.read(reply, decodeOptionsChain);
    if (!chain.page.settle(page, m_context)) {
        onFailure(chain, page.error());
        return false;
    }
    chain.feed->addSnapshots(page->snapshots);
    chain.nextUrl = page->nextUrl;
    return true;
}

bool ChainDesk::takeList(Chain &chain, const RestReply &reply)
{
    const Result<OptionContractsPage> page = m_context.read(reply, decodeOptionContracts);
    if (!chain.page.settle(page, m_context)) {
        onFailure(chain, page.error());
        return false;
    }
    chain.feed->addListed(page->contracts);
    chain.nextUrl = page->nextUrl;
    return true;
}

/// What is known stays. A page that could not be had is asked for again; where that cannot help,
/// all of them a while later.
void ChainDesk::onFailure(Chain &chain, const Error &error)
{
    if (chain.page.retry.isWaiting()) {
        if (chain.feed->isEmpty())
            chain.feed->setState(ChainState::Failed);
        return;
    }
    chain.nextUrl.clear();
    chain.againAt = m_context.wall.monotonic() + freshForScarce;
    if (error.code == Error::Code::NotEntitled && !chain.isListing) {
        m_context.capabilities.refuse(Product::Options, DataKind::Snapshots);
        chain.againAt = m_context.wall.monotonic();
    } else if (error.code == Error::Code::NotEntitled) {
        chain.feed->setState(ChainState::NotInPlan, planOf(DataKind::Reference));
    } else if (error.code == Error::Code::NotFound && chain.feed->isEmpty()) {
        chain.feed->setState(ChainState::NoOptions);
    } else if (chain.feed->isEmpty()) {
        chain.feed->setState(ChainState::Failed);
    }
}

void ChainDesk::finish(Chain &chain)
{
    const Duration now = m_context.wall.monotonic();
    if (chain.feed->isEmpty())
        chain.feed->setState(ChainState::NoOptions);
    else if (chain.isListing)
        chain.feed->setState(ChainState::ContractsOnly, planOf(DataKind::Snapshots));
    else
        chain.feed->setState(ChainState::Here);
    Duration wait = std::max(freshFor, (now - chain.begun) * restFactor);
    if (m_context.isScarce(AssetClass::Options))
        wait = freshForScarce;
    chain.againAt = now + (chain.isListing ? listHolds : wait);
}

// --- what is streamed
// -----------------------------------------------------------------------------------------------------

/// Of all chains in turns, until the connection is full.
void ChainDesk::stream()
{
    const Duration now = m_context.wall.monotonic();
    if (!m_viewChanged || now < m_nextView)
        return;
    m_viewChanged = false;
    qsizetype left = mostStreamed;
    qsizetype longest = 0;
    for (const auto &[id, chain] : m_chains)
        longest = std::max(longest, chain.view.size());
    std::map<quint64, QStringList> granted;
    for (qsizetype i = 0; i < longest && left > 0; ++i)
        for (const auto &[id, chain] : m_chains)
            if (left > 0 && i < chain.view.size() && chain.feed && chain.feed->has(chain.view[i])) {
                granted[id].push_back(chain.view[i]);
                --left;
            }
    for (auto &[id, chain] : m_chains)
        if (chain.feed)
            stream(chain, granted[id]);
}

void ChainDesk::stream(Chain &chain, const QStringList &contracts)
{
    const QStringList before = chain.feed->streamed();
    const QSet<QString> old(before.cbegin(), before.cend());
    const QSet<QString> fresh(contracts.cbegin(), contracts.cend());
    for (const QString &symbol : contracts)
        if (!old.contains(symbol))
            emit followed(symbol);
    chain.feed->setStreamed(contracts);
    for (const QString &symbol : before)
        if (!fresh.contains(symbol))
            emit released(symbol);
}

} // namespace tapeline
