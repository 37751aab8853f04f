#include "barhistory.h"

#include "marketcontext.h"
#include "settledbars.h"
#include "symbology.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcHistory, "tapeline.history", QtInfoMsg)

void keepWithin(std::vector<Candle> &bars, const TimeRange &range)
{
    std::erase_if(bars, [&range](const Candle &bar) { return !range.contains(bar.start); });
}

std::vector<Candle> within(std::span<const Candle> bars, const TimeRange &range)
{
    const auto first = std::ranges::lower_bound(bars, range.from, {}, &Candle::start);
    const auto last = std::ranges::lower_bound(bars, range.to, {}, &Candle::start);
    return { first, last };
}

} // namespace

BarHistory::BarHistory(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

quint64 BarHistory::ask(Wish wish)
{
    return begin(std::move(wish), true);
}

quint64 BarHistory::look(Wish wish)
{
    return begin(std::move(wish), false);
}

quint64 BarHistory::begin(Wish &&wish, bool mayAsk)
{
    const quint64 id = m_next++;
    Pending pending;
    pending.candidates
        = m_providers.candidates(wish.query, m_context.capabilities, m_context.marketNow());
    if (wish.chosenOnly)
        std::erase_if(pending.candidates, [](const Provider &own) { return !own.chosen; });
    pending.mayAsk = mayAsk;
    pending.outcome.asOf = m_context.marketNow();
    const TimeRange range = wish.query.range;
    pending.wish = std::move(wish);
    pending.open = 1; // until all is under way
    m_wishes.emplace(id, std::move(pending));
    passOn({ id, std::size_t(-1), range },
           { Error::Code::NotFound, u"Nobody is asked for such bars."_s });
    // Later than this call: who wishes need not expect the answer within the wish
    QMetaObject::invokeMethod(
        this, [this, id] { close(id); }, Qt::QueuedConnection);
    return id;
}

std::vector<BarQuery> BarHistory::portions(const BarQuery &query) const
{
    const std::vector<Provider> candidates
        = m_providers.candidates(query, m_context.capabilities, m_context.marketNow());
    if (candidates.empty())
        return {};
    const BarSource &source = *candidates.front().source;
    BarQuery covered = query;
    covered.range = source.coverage(query, m_context.marketNow());
    return covered.range.isEmpty() ? std::vector<BarQuery>() : source.portions(covered);
}

void BarHistory::cancel(quint64 wish)
{
    if (m_wishes.erase(wish) == 0)
        return;
    for (auto entry = m_fetches.begin(); entry != m_fetches.end();) {
        Fetch &fetch = entry->second;
        std::erase_if(fetch.legs, [wish](const Leg &leg) { return leg.wish == wish; });
        if (fetch.legs.empty()) {
            fetch.provider.requests->cancel(fetch.request);
            entry = m_fetches.erase(entry);
        } else {
            ++entry;
        }
    }
}

void BarHistory::abandon(const RequestBook &requests)
{
    const auto isGone = [&requests](const Fetches::value_type &entry) {
        return entry.second.provider.requests == &requests;
    };
    for (auto entry = std::ranges::find_if(m_fetches, isGone); entry != m_fetches.end();
         entry = std::ranges::find_if(m_fetches, isGone)) {
        entry->second.provider.requests->cancel(entry->second.request);
        fail(entry, { Error::Code::Cancelled, u"The source is not asked any more."_s });
    }
}

void BarHistory::reset()
{
    for (auto &[id, fetch] : m_fetches)
        fetch.provider.requests->cancel(fetch.request);
    m_fetches.clear();
    m_wishes.clear();
    ++m_epoch;
}

BarHistory::Pending *BarHistory::find(quint64 wish)
{
    const auto entry = m_wishes.find(wish);
    return entry == m_wishes.end() ? nullptr : &entry->second;
}

/// The source's clock as the plan sees it: what a delayed plan gets first may still change for as
/// long as with any other.
Timestamp BarHistory::settlingNow(const BarQuery &query) const
{
    const Timestamp now = m_context.marketNow();
    const AssetClass assetClass = symbology::classOf(query.symbol);
    const bool late = m_context.recency(assetClass) == Recency::Delayed;
    return late ? now - Capabilities::delay(productOf(assetClass)) : now;
}

BarSeriesKey BarHistory::seriesOf(const Provider &provider, const BarQuery &query) const
{
    return { provider.origin, query.symbol, query.timeframe, query.adjusted };
}

// --- the cache
// ---------------------------------------------------------------------------------------------

void BarHistory::readKept(const Leg &leg)
{
    Pending &pending = m_wishes.at(leg.wish);
    ++pending.open;
    if (!m_store) {
        onKept(leg, {});
        return;
    }
    const BarSeriesKey series = seriesOf(pending.candidates[leg.candidate], pending.wish.query);
    m_store->run(
        this,
        [series, range = leg.range](CacheDatabase &cache) { return cache.read(series, range); },
        [this, leg, epoch = m_epoch](Result<CacheDatabase::Kept> kept) {
            if (epoch == m_epoch)
                onKept(leg, kept ? std::move(*kept) : CacheDatabase::Kept());
        });
}

void BarHistory::onKept(const Leg &leg, CacheDatabase::Kept &&kept)
{
    const Pending *pending = find(leg.wish);
    if (!pending)
        return;
    const bool mayAsk = pending->mayAsk;
    const std::vector<TimeRange> holes = kept.known.missing(leg.range);
    if (!kept.bars.empty() || holes.empty()) {
        Part part;
        part.bars = std::move(kept.bars);
        part.range = leg.range;
        part.kept = true;
        part.unknown = holes;
        part.asOf = kept.asOf;
        tell(leg, std::move(part));
    }
    // Newest first, so that what is on screen is
    for (auto hole = holes.rbegin(); hole != holes.rend() && mayAsk && find(leg.wish); ++hole)
        for (const TimeRange &rest : joinUnderWay(leg, *hole))
            fetch(leg, rest);
    close(leg.wish);
}

// --- the sources
// -------------------------------------------------------------------------------------------

/// What of the hole nobody has asked for yet, newest first.
std::vector<TimeRange> BarHistory::joinUnderWay(const Leg &leg, const TimeRange &hole)
{
    TimeRanges underWay = tellJustFetched(leg, hole);
    Pending *pending = find(leg.wish);
    if (!pending)
        return {};
    const BarSeriesKey series = seriesOf(pending->candidates[leg.candidate], pending->wish.query);
    for (auto &[id, fetch] : m_fetches) {
        const TimeRange both = fetch.portion.range.intersected(hole);
        if (both.isEmpty() || seriesOf(fetch.provider, fetch.portion) != series)
            continue;
        underWay.add(both);
        fetch.legs.push_back({ leg.wish, leg.candidate, both });
        ++pending->open;
        hasten(id, fetch, pending->wish.priority);
    }
    std::vector<TimeRange> rest = underWay.missing(hole);
    std::ranges::reverse(rest);
    return rest;
}

/// Tells what of the hole has been answered since the cache was read, and which that is.
TimeRanges BarHistory::tellJustFetched(const Leg &leg, const TimeRange &hole)
{
    const Pending &pending = m_wishes.at(leg.wish);
    // A copy: the wish may be cancelled by what it is told
    const BarSeriesKey series = seriesOf(pending.candidates[leg.candidate], pending.wish.query);
    TimeRanges told;
    for (const auto &[id, fetch] : std::map(m_keeping)) {
        const TimeRange both = fetch->portion.range.intersected(hole);
        if (both.isEmpty() || seriesOf(fetch->provider, fetch->portion) != series)
            continue;
        told.add(both);
        tellBars({ leg.wish, leg.candidate, both }, *fetch);
    }
    return told;
}

void BarHistory::fetch(const Leg &leg, const TimeRange &hole)
{
    Pending &pending = m_wishes.at(leg.wish);
    const Provider &provider = pending.candidates[leg.candidate];
    BarQuery query = pending.wish.query;
    query.range = hole;
    std::vector<BarQuery> portions = provider.source->portions(query);
    for (auto portion = portions.rbegin(); portion != portions.rend(); ++portion) {
        Fetch fetch;
        fetch.provider = provider;
        fetch.portion = *portion;
        fetch.asOf = settlingNow(query);
        fetch.priority = pending.wish.priority;
        fetch.purpose = pending.wish.purpose;
        fetch.legs.push_back({ leg.wish, leg.candidate, portion->range });
        ++pending.open;
        const quint64 id = m_next++;
        askPage(id, m_fetches.emplace(id, std::move(fetch)).first->second);
    }
}

void BarHistory::askPage(quint64 id, Fetch &fetch)
{
    BarSource::Question question { fetch.nextUrl, {} };
    if (fetch.nextUrl.isEmpty())
        question = fetch.provider.source->question(fetch.portion);
    fetch.request = fetch.provider.requests->ask(
        question.path, question.query, { fetch.priority, fetch.purpose, fetch.portion.symbol },
        [this, id](const RestReply &reply) { onPage(id, reply); });
}

/// Somebody needs it sooner than those for whom it was asked.
void BarHistory::hasten(quint64 id, Fetch &fetch, RestPriority priority)
{
    if (priority >= fetch.priority)
        return;
    fetch.priority = priority;
    const quint64 slower = fetch.request;
    askPage(id, fetch); // equal requests are one, with the sooner's place in the line
    fetch.provider.requests->cancel(slower);
}

void BarHistory::onPage(quint64 id, const RestReply &reply)
{
    const auto entry = m_fetches.find(id);
    if (entry == m_fetches.end())
        return;
    Fetch &fetch = entry->second;
    const BarSource &source = *fetch.provider.source;
    const Result<BarsPage> page = m_context.read(
        reply, [&](QByteArrayView body) { return source.decode(fetch.portion, body); });
    if (!page) {
        // A redirect that was not followed is no word of the source's
        const bool refused = !reply.ok && reply.httpStatus >= 400;
        fail(entry, refused ? source.failure(reply.httpStatus, reply.body) : page.error());
        return;
    }
    for (const Candle &bar : page->bars) // one that is told again on the next page counts once
        if (fetch.gathered.empty() || bar.start > fetch.gathered.back().start)
            fetch.gathered.push_back(bar);
    if (page->nextUrl.isEmpty()) {
        finish(entry);
    } else if (fetch.pages.contains(page->nextUrl)) {
        fail(entry, { Error::Code::Malformed, u"The service's pages lead in a circle."_s });
    } else {
        fetch.pages.insert(page->nextUrl);
        fetch.nextUrl = page->nextUrl;
        askPage(id, fetch);
    }
}

void BarHistory::finish(Fetches::iterator entry)
{
    Fetch fetch = std::move(entry->second);
    m_fetches.erase(entry);
    keepWithin(fetch.gathered, fetch.portion.range);
    const std::vector<Leg> legs = std::exchange(fetch.legs, {});
    const auto answered = std::make_shared<const Fetch>(std::move(fetch));
    keep(answered);
    for (const Leg &leg : legs) {
        tellBars(leg, *answered);
        close(leg.wish);
    }
}

void BarHistory::tellBars(const Leg &leg, const Fetch &fetch)
{
    Part part;
    part.bars = within(fetch.gathered, leg.range);
    part.range = leg.range;
    part.asOf = fetch.asOf;
    tell(leg, std::move(part));
}

void BarHistory::keep(const std::shared_ptr<const Fetch> &fetch)
{
    const BarSeriesKey series = seriesOf(fetch->provider, fetch->portion);
    if (!m_store)
        return;
    const quint64 id = m_next++;
    m_keeping.emplace(id, fetch);
    const Timestamp settled = settledUntil(*fetch->provider.source, fetch->portion, fetch->gathered,
                                           fetch->asOf, m_context.calendar);
    m_store->run(
        this,
        [series, fetch, settled](CacheDatabase &cache) {
            return cache.write(series, fetch->portion.range, settled, fetch->asOf, fetch->gathered);
        },
        [this, id](const Result<void> &kept) {
            m_keeping.erase(id);
            if (kept)
                return;
            qCDebug(lcHistory) << "bars were not kept:" << kept.error().detail;
            emit notKept(kept.error().detail);
        });
}

void BarHistory::fail(Fetches::iterator entry, const Error &error)
{
    const Fetch fetch = std::move(entry->second);
    m_fetches.erase(entry);
    for (const Leg &leg : fetch.legs) {
        if (find(leg.wish))
            passOn(leg, error);
        close(leg.wish);
    }
}

/// To the next candidate that has it, when the one before cannot tell.
void BarHistory::passOn(const Leg &leg, const Error &error)
{
    Pending &pending = m_wishes.at(leg.wish);
    const bool isFirst = leg.candidate == std::size_t(-1);
    std::size_t next = leg.candidate + 1;
    while (next < pending.candidates.size() && !m_providers.has(pending.candidates[next]))
        ++next; // switched off meanwhile
    if (!isFirst && !std::exchange(pending.failed, true))
        pending.outcome.error = error;
    if (next < pending.candidates.size() && (isFirst || ProviderManager::mayStandIn(error.code))) {
        BarQuery query = pending.wish.query;
        query.range = leg.range;
        const TimeRange has = pending.candidates[next]
                                  .source->coverage(query, m_context.marketNow())
                                  .intersected(leg.range);
        if (!has.isEmpty())
            readKept({ leg.wish, next, has });
        if (isFirst || has == leg.range)
            return; // what the chosen source never had is not missing
        TimeRanges covered;
        covered.add(has);
        for (const TimeRange &rest : covered.missing(leg.range))
            passOn({ leg.wish, next, rest }, error);
        return;
    }
    if (isFirst)
        pending.outcome.error = error;
    TimeRanges missing(pending.outcome.missing);
    missing.add(leg.range);
    pending.outcome.missing.assign(missing.ranges().begin(), missing.ranges().end());
}

// --- telling
// -----------------------------------------------------------------------------------------------

void BarHistory::tell(const Leg &leg, Part &&part)
{
    const Pending *pending = find(leg.wish);
    if (!pending)
        return;
    const Provider &provider = pending->candidates[leg.candidate];
    if (!provider.chosen)
        part.provider = provider.source->name();
    if (const auto onPart = pending->wish.onPart)
        onPart(std::move(part)); // may cancel the wish
}

/// One thing less is waited for.
void BarHistory::close(quint64 wish)
{
    const auto entry = m_wishes.find(wish);
    if (entry == m_wishes.end() || --entry->second.open > 0)
        return;
    const Pending done = std::move(entry->second);
    m_wishes.erase(entry);
    if (done.wish.onDone)
        done.wish.onDone(done.outcome);
}

} // namespace tapeline
