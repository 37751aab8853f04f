#include "papertrading.h"

#include "easterntime.h"
#include "ordersymbols.h"

#include <algorithm>

namespace tapeline {

// The market that accounts meet, and what happens to positions besides: of PaperTrading.

namespace {

/// A quote that was shown before someone sent an order is taken as in force up to this age.
constexpr Duration oldestQuote = 60s;

InstrumentId instrumentOf(const MarketEvent &event)
{
    return std::visit([](const auto &own) { return own.instrument; }, event);
}

} // namespace

bool PaperTrading::follows(const MarketEvent &event) const
{
    const std::size_t index = instrumentOf(event).index();
    return index < m_isFollowed.size() && m_isFollowed[index];
}

void PaperTrading::take(const EventBatch &batch)
{
    for (const MarketEvent &event : batch.events) {
        if (!follows(event))
            continue;
        m_moments.meet(instrumentOf(event), event);
        if (const auto *bar = std::get_if<Aggregate>(&event))
            takeBar(*bar);
        else
            m_accounts->apply(event);
    }
    m_accounts->keep();
}

/// Without quotes the minutes are all there is to fill from; each counts when it first comes.
void PaperTrading::takeBar(const Aggregate &bar)
{
    if (m_context.has(m_context.classOf(bar.instrument), DataKind::StreamQuotes)
        || bar.timeframe != Timeframe(1, TimeUnit::Minute))
        return;
    const std::size_t index = bar.instrument.index();
    if (index >= m_newestBar.size())
        m_newestBar.resize(index + 1);
    if (bar.candle.start <= m_newestBar[index])
        return;
    m_newestBar[index] = bar.candle.start;
    m_accounts->applyBar(bar);
}

void PaperTrading::follow(const QString &symbol)
{
    if (m_symbols.contains(symbol))
        return;
    const InstrumentId id = m_context.hub->symbols().intern(symbol);
    if (!id.isValid())
        return;
    m_symbols.insert(symbol);
    if (id.index() >= m_isFollowed.size())
        m_isFollowed.resize(id.index() + 1);
    ++m_followed;
    if (!m_facts.isAwaited(symbol))
        onKnown(symbol);
    emit followed(symbol);
}

void PaperTrading::release(const QString &symbol)
{
    m_symbols.remove(symbol);
    m_moments.release(symbol);
    m_isFollowed[m_context.hub->symbols().intern(symbol).index()] = false;
    --m_followed;
    emit released(symbol);
}

/// What the market of an instrument had come to before it was followed.
std::vector<MarketEvent> PaperTrading::seenOf(InstrumentId instrument) const
{
    std::vector<MarketEvent> events;
    const InstrumentState &state = m_context.hub->state(instrument);
    const InstrumentSnapshot &seen = state.snapshot;
    if (seen.last > Price()) {
        Trade last;
        last.instrument = instrument;
        last.time = seen.lastTime;
        last.price = seen.last;
        last.size = seen.lastSize;
        events.push_back(last);
    }
    if (seen.halted || seen.upperBand > Price())
        events.push_back(LuldBands { .instrument = instrument,
                                     .time = seen.time,
                                     .upper = seen.upperBand,
                                     .lower = seen.lowerBand,
                                     .halted = seen.halted });
    const bool inForce = state.hasQuote && m_streaming && now() - state.quote.time < oldestQuote;
    if (inForce)
        events.push_back(state.quote);
    return events;
}

/// Some were followed before the time was known.
void PaperTrading::followMoments()
{
    for (const QString &symbol : std::as_const(m_symbols))
        if (m_isFollowed[m_context.hub->symbols().intern(symbol).index()])
            m_moments.follow(symbol, now());
    m_moments.tick(now());
}

/// A new account knows the market that the others have seen.
void PaperTrading::showMarketTo(const QString &account)
{
    for (const QString &symbol : m_symbols) {
        const InstrumentId id = m_context.hub->symbols().intern(symbol);
        if (!m_isFollowed[id.index()])
            continue;
        for (const MarketEvent &event : seenOf(id))
            m_accounts->applyTo(account, event);
    }
    for (const auto &[symbol, ppm] : m_volatilities.known())
        m_accounts->account(account)->setVolatility(symbol, ppm, now());
}

/// The market of a followed instrument counts from now on.
void PaperTrading::onKnown(const QString &symbol)
{
    if (!m_symbols.contains(symbol))
        return;
    const InstrumentId id = m_context.hub->symbols().intern(symbol);
    m_isFollowed[id.index()] = true;
    if (hasTime())
        followMoments();
    for (const MarketEvent &event : seenOf(id))
        m_accounts->apply(event);
}

/// The instruments of working orders and lots, each with the day of the oldest: what happened to
/// it from then on may not be known, however often the desk was opened since.
std::map<QString, QDate> PaperTrading::neededSymbols() const
{
    std::map<QString, QDate> needed;
    const auto add = [&needed](const QStringList &symbols, Timestamp at) {
        const QDate day = easterntime::date(at);
        for (const QString &symbol : symbols) {
            QDate &since = needed.try_emplace(symbol, day).first->second;
            since = std::min(since, day);
        }
    };
    for (const QString &name : m_accounts->accounts()) {
        const PaperVenue &venue = *m_accounts->account(name);
        for (const QString &id : venue.broker().workingIds())
            add(orderSymbols(*venue.broker().ticket(id)), venue.broker().sentAt(id));
        for (const LotRow &row : venue.books().lotRows())
            add(withUnderlying(row.symbol), row.lot.openedAt);
    }
    return needed;
}

/// Those and no others.
void PaperTrading::followWhatIsHeld(HeldFacts::Begin begin)
{
    m_moved = false;
    if (!m_accounts)
        return;
    const std::map<QString, QDate> needed = neededSymbols();
    m_facts.want(needed, begin);
    QStringList all = m_previewed;
    for (const auto &[symbol, since] : needed)
        all.append(symbol);
    for (const QString &symbol : m_symbols - QSet<QString>(all.begin(), all.end()))
        release(symbol);
    for (const QString &symbol : all)
        follow(symbol);
    m_volatilities.follow(all);
}

/// Before what works goes by them.
void PaperTrading::tellVolatilities()
{
    for (const auto &[symbol, ppm] : m_volatilities.take(now()))
        for (const QString &name : m_accounts->accounts())
            m_accounts->account(name)->setVolatility(symbol, ppm, now());
    m_accounts->keep();
}

void PaperTrading::setStreaming(bool streaming)
{
    if (std::exchange(m_streaming, streaming) == streaming || !m_context.hasSource())
        return;
    m_moments.setStreaming(streaming, now());
    if (m_accounts && hasTime())
        m_accounts->setFeedDown(!streaming, now());
}

void PaperTrading::onGap()
{
    if (!m_accounts || !hasTime())
        return;
    m_moments.onGap(now());
    m_accounts->setFeedDown(true, now());
    if (m_streaming)
        m_accounts->setFeedDown(false, now());
}

void PaperTrading::tick()
{
    if (!m_accounts || !hasTime())
        return;
    makeDefaultAccount(); // the time may be known by events alone
    m_accounts->advanceTo(now());
    if (m_moved)
        followWhatIsHeld();
    tellVolatilities();
    wantCloses();
    m_facts.tick();
    followMoments();
    m_accounts->note();
    if (m_stale || m_followed > 0)
        publishAccounts();
}

// --- what happens to positions
// -------------------------------------------------------------------------------------

void PaperTrading::connectFacts()
{
    connect(&m_facts, &HeldFacts::known, this, &PaperTrading::onKnown);
    connect(&m_facts, &HeldFacts::splitsFound, this,
            [this](const QString &symbol, const std::vector<AnnouncedSplit> &splits) {
                forEachAccount(
                    [&](PaperVenue &venue) { venue.announceSplits(symbol, splits, now()); });
            });
    connect(&m_facts, &HeldFacts::dividendsFound, this,
            [this](const QString &symbol, const std::vector<AnnouncedDividend> &dividends) {
                forEachAccount(
                    [&](PaperVenue &venue) { venue.announceDividends(symbol, dividends, now()); });
            });
    connect(&m_facts, &HeldFacts::closeFound, this,
            [this](const QString &symbol, QDate day, Price open, Price close) {
                forEachAccount([&](PaperVenue &venue) {
                    if (open > Price())
                        venue.setOfficialOpen(symbol, day, open, now());
                    venue.setOfficialClose(symbol, day, close, now());
                });
            });
}

/// Each takes what concerns it; what came of it is kept.
void PaperTrading::forEachAccount(const std::function<void(PaperVenue &)> &visit)
{
    if (!m_accounts || !hasTime())
        return;
    for (const QString &name : m_accounts->accounts())
        visit(*m_accounts->account(name));
    m_accounts->keep();
    m_moved = m_stale = true;
}

void PaperTrading::wantCloses()
{
    for (const QString &name : m_accounts->accounts())
        for (const HeldContract &contract : m_accounts->account(name)->unsettled())
            m_facts.wantClose(contract.underlying, contract.day);
}

} // namespace tapeline
