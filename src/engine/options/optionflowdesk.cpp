#include "optionflowdesk.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

const QString OptionFlowDesk::everyTrade = u"T.*"_s;

namespace {

/// More were traded than a view holds: what is older would leave it again at once.
constexpr std::size_t mostWaiting = 20'000;

QString quotesOf(const QString &contract)
{
    return u"Q."_s + contract;
}

/// In large steps, so that it does not move all of them every time. How many went.
std::size_t dropOldest(std::vector<OptionFlowPrint> &prints, std::size_t most)
{
    if (prints.size() <= most + most / 2)
        return 0;
    const std::size_t excess = prints.size() - most;
    prints.erase(prints.begin(), prints.begin() + std::ptrdiff_t(excess));
    return excess;
}

} // namespace

OptionFlowDesk::OptionFlowDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void OptionFlowDesk::setSnapshotQuotes(
    std::function<std::optional<Quote>(const QString &contract)> quoteOf)
{
    m_snapshotQuote = std::move(quoteOf);
}

void OptionFlowDesk::makeFeed()
{
    OptionFlowFeed::Sources sources;
    sources.spot = [this](const QString &underlying) { return spotOf(underlying); };
    sources.quote = [this](const QString &contract) {
        return m_snapshotQuote ? m_snapshotQuote(contract) : std::nullopt;
    };
    m_feed.reset(); // its numbers are the sieve's
    m_sieve = std::make_unique<OptionSieve>();
    const SymbolTable &symbols
        = m_context.hasRest() ? m_sieve->symbols() : m_context.hub->symbols();
    m_feed = std::make_unique<OptionFlowFeed>(symbols, std::move(sources));
}

Price OptionFlowDesk::spotOf(const QString &underlying) const
{
    const QByteArray name = underlying.toLatin1();
    const InstrumentId id
        = m_context.hub->symbols().find({ name.constData(), std::size_t(name.size()) });
    return id.isValid() ? m_context.hub->state(id).snapshot.last : Price();
}

// --- interest --------------------------------------------------------------------------------

void OptionFlowDesk::open(quint64 id, const QStringList &underlyings)
{
    Flow &flow = m_flows[id];
    flow.underlyings = QSet<QString>(underlyings.begin(), underlyings.end());
    flow.update.flow = id;
    begin(flow);
    tellFeed();
    ask();
}

QStringList OptionFlowDesk::close(quint64 id)
{
    const auto own = m_flows.find(id);
    if (own == m_flows.end())
        return {};
    const QSet<QString> underlyings = std::move(own->second.underlyings);
    m_flows.erase(own);
    tellFeed();
    ask();
    return underlyings.values();
}

QSet<QString> OptionFlowDesk::underlyings() const
{
    QSet<QString> all;
    for (const auto &[id, flow] : m_flows)
        all.unite(flow.underlyings);
    return all;
}

/// With the prints there are.
void OptionFlowDesk::begin(Flow &flow)
{
    flow.update.reset = true;
    flow.update.skipped = 0;
    flow.update.prints.clear();
    flow.isDirty = true;
    for (const OptionFlowPrint &print : m_kept)
        if (flow.underlyings.contains(print.contract->terms.underlying))
            flow.update.prints.push_back(print);
}

void OptionFlowDesk::tellFeed()
{
    if (m_feed)
        m_feed->setUnderlyings(underlyings());
}

void OptionFlowDesk::reset()
{
    m_kept.clear();
    m_active.clear();
    m_quoted = 0;
    m_isAsking = m_isSieving = false; // what was asked of the old source went with it
    makeFeed();
    for (auto &[id, flow] : m_flows)
        begin(flow);
    tellFeed();
    ask();
}

bool OptionFlowDesk::wantsTrades() const
{
    return m_feed && !m_flows.empty() && m_context.hasRest()
        && m_context.has(AssetClass::Options, DataKind::StreamTrades);
}

/// Begins or ends to ask for the trades of all contracts. After an end the quotes that were
/// streamed for them are not needed either.
void OptionFlowDesk::ask()
{
    if (wantsTrades() == m_isAsking)
        return;
    m_isAsking = !m_isAsking;
    if (m_isAsking) {
        m_isSieving = true;
        emit subscribeRequested({ everyTrade });
        return;
    }
    emit unsubscribeRequested({ everyTrade });
    dropQuotes(Timestamp::max());
    m_active.clear();
    m_kept.clear();
}

// --- the stream ------------------------------------------------------------------------------

Result<void> OptionFlowDesk::decode(QByteArrayView frame, EventBatch &out)
{
    return m_sieve->decode(frame, m_context.hub->symbols(), *m_feed, out);
}

void OptionFlowDesk::add(const EventBatch &batch)
{
    if (m_flows.empty() || m_context.hasRest())
        return;
    for (const MarketEvent &event : batch.events) {
        if (const auto *trade = std::get_if<Trade>(&event))
            m_feed->add(*trade);
        else if (const auto *quote = std::get_if<Quote>(&event))
            m_feed->add(*quote);
    }
}

void OptionFlowDesk::noteGap(AssetClass stream)
{
    if (m_feed && m_context.streams.carries(stream, AssetClass::Options))
        m_feed->noteGap();
}

std::vector<OptionFlowUpdate> OptionFlowDesk::take()
{
    std::vector<OptionFlowUpdate> updates;
    if (!m_feed)
        return updates;
    std::vector<OptionFlowPrint> fresh = m_feed->take();
    for (const OptionFlowPrint &print : fresh) {
        noteActive(print);
        for (auto &[id, flow] : m_flows) {
            if (!flow.underlyings.contains(print.contract->terms.underlying))
                continue;
            flow.update.prints.push_back(print);
            flow.isDirty = true;
        }
    }
    m_kept.insert(m_kept.end(), std::make_move_iterator(fresh.begin()),
                  std::make_move_iterator(fresh.end()));
    dropOldest(m_kept, mostKept);
    for (auto &[id, flow] : m_flows) {
        if (!std::exchange(flow.isDirty, false))
            continue;
        flow.update.skipped += dropOldest(flow.update.prints, mostWaiting);
        flow.update.badge = m_context.hub->badge(AssetClass::Options);
        updates.push_back(std::exchange(flow.update, {}));
        flow.update.flow = id;
    }
    return updates;
}

// --- quotes ----------------------------------------------------------------------------------

void OptionFlowDesk::noteActive(const OptionFlowPrint &print)
{
    if (!m_isAsking || !m_context.has(AssetClass::Options, DataKind::StreamQuotes))
        return;
    Active &active = m_active[print.contract->symbol];
    active.last = std::max(active.last, print.time);
}

void OptionFlowDesk::tick()
{
    if (!m_isAsking || m_active.isEmpty())
        return;
    Timestamp newest {};
    for (const Active &active : std::as_const(m_active))
        newest = std::max(newest, active.last);
    dropQuotes(newest - quotedFor);
    askQuotes();
}

/// Forgets the contracts that have not traded since then.
void OptionFlowDesk::dropQuotes(Timestamp before)
{
    QStringList pairs;
    for (auto active = m_active.begin(); active != m_active.end();) {
        if (active->last >= before) {
            ++active;
            continue;
        }
        if (active->isQuoted) {
            pairs << quotesOf(active.key());
            m_feed->setQuoted(active.key(), false);
            --m_quoted;
        }
        active = m_active.erase(active);
    }
    if (!pairs.isEmpty())
        emit unsubscribeRequested(pairs);
}

/// For those that traded last, while there is room.
void OptionFlowDesk::askQuotes()
{
    if (m_quoted >= mostQuoted || !m_context.has(AssetClass::Options, DataKind::StreamQuotes))
        return;
    std::vector<std::pair<Timestamp, QString>> waiting;
    for (auto active = m_active.cbegin(); active != m_active.cend(); ++active)
        if (!active->isQuoted)
            waiting.emplace_back(active->last, active.key());
    std::ranges::sort(waiting, std::greater<>());
    QStringList pairs;
    for (const auto &[last, contract] : waiting) {
        if (m_quoted >= mostQuoted)
            break;
        m_active[contract].isQuoted = true;
        m_feed->setQuoted(contract, true);
        ++m_quoted;
        pairs << quotesOf(contract);
    }
    if (!pairs.isEmpty())
        emit subscribeRequested(pairs);
}

} // namespace tapeline
