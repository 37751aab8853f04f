#include "papertrading.h"

#include "journaldatabase.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the account that is there without anyone making it.
const QString defaultAccount = u"Paper"_s;

/// A quote that was shown before someone sent an order is taken as in force up to this age.
constexpr Duration oldestQuote = 60s;

/// The desk's limits (decisions.md): the daily loss blocks, the rest warns.
AccountSettings defaultSettings()
{
    AccountSettings settings;
    settings.name = defaultAccount;
    settings.risk.actions.fill(RuleAction::Warn);
    settings.risk.set(RiskRule::DailyLoss, RuleAction::Block);
    return settings;
}

InstrumentId instrumentOf(const MarketEvent &event)
{
    return std::visit([](const auto &own) { return own.instrument; }, event);
}

QStringList symbolsOf(const OrderTicket &ticket)
{
    QStringList symbols;
    for (const OrderLeg &leg : ticket.legs)
        symbols << leg.symbol;
    if (symbols.isEmpty() && !ticket.symbol.isEmpty())
        symbols << ticket.symbol;
    return symbols;
}

/// An option's books go by its underlying's prices as well.
QStringList withUnderlying(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (instrument && instrument->option)
        return { symbol, instrument->option->underlying };
    return { symbol };
}

} // namespace

PaperTrading::PaperTrading(MarketContext &context, PaperOutbox &outbox, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_outbox(outbox)
{
}

PaperTrading::~PaperTrading() = default;

// --- the source and its accounts
// -----------------------------------------------------------------------------------

void PaperTrading::setJournal(const QString &path)
{
    m_journal = path;
}

void PaperTrading::close()
{
    m_accounts.reset(); // it writes what waits
    m_newestBar.clear();
    for (const QString &symbol : QSet<QString>(m_symbols))
        release(symbol);
}

void PaperTrading::onSource()
{
    m_streaming = !m_context.hasRest();
    if (m_journal.isEmpty())
        return;
    const Result<void> opened = open();
    if (!opened)
        m_accounts.reset();
    setTrouble(opened ? QString() : opened.error().detail);
    followWhatIsHeld();
    publishAccounts();
}

Result<void> PaperTrading::open()
{
    m_accounts = std::make_unique<PaperAccounts>(m_context.calendar, m_context.hub->symbols());
    connect(m_accounts.get(), &PaperAccounts::reported, this, &PaperTrading::onReported);
    connect(m_accounts.get(), &PaperAccounts::troubled, this, &PaperTrading::setTrouble);
    m_accounts->setRecency(m_context.recency());
    if (const Result<void> opened = m_accounts->openJournal(m_journal); !opened)
        return opened;
    JournalDatabase journal;
    if (const Result<void> opened = journal.open(m_journal, JournalDatabase::Access::ReadOnly);
        !opened)
        return opened;
    return m_accounts->restore(journal, world(journal), m_config);
}

/// Whose accounts these are: the first part of their names in the journal.
QString PaperTrading::world(const JournalDatabase &journal) const
{
    if (m_context.source.source != DataSource::Replay)
        return paperWorld(m_context.source.source);
    int played = 0;
    for (const QString &name : journal.accounts().value_or(QStringList()))
        if (name.startsWith(u"replay/"_s))
            played = std::max(played, name.section(u'/', 1, 1).toInt());
    return u"replay/%1"_s.arg(played + 1);
}

bool PaperTrading::hasTime() const
{
    return m_context.hasSource() && now() > Timestamp();
}

/// The time of the market one looks at.
Timestamp PaperTrading::now() const
{
    return m_context.recency() == Recency::Delayed ? m_context.viewNow() : m_context.marketNow();
}

void PaperTrading::onTimeKnown()
{
    makeDefaultAccount();
}

void PaperTrading::makeDefaultAccount()
{
    if (m_accounts && m_accounts->accounts().isEmpty() && hasTime())
        createAccount(defaultSettings());
}

void PaperTrading::createAccount(const AccountSettings &settings)
{
    if (!m_accounts)
        return;
    const Result<void> made = m_accounts->create(settings, m_config, now());
    if (!made)
        refuse(settings.name, {}, OrderAction::Reject, made.error().detail);
    publishAccounts();
}

// --- commands
// ------------------------------------------------------------------------------------------------------

void PaperTrading::submit(const QString &account, const OrderTicket &ticket)
{
    PaperVenue *venue = find(account, ticket.id, OrderAction::Reject);
    if (!venue)
        return;
    for (const QString &symbol : symbolsOf(ticket))
        for (const QString &needed : withUnderlying(symbol))
            follow(needed);
    venue->submit(ticket, now());
    m_accounts->keep();
    m_moved = true;
}

void PaperTrading::replace(const QString &account, const OrderReplace &change)
{
    if (PaperVenue *venue = find(account, change.id, OrderAction::RejectReplace)) {
        venue->replace(change, now());
        m_accounts->keep();
    }
}

void PaperTrading::cancel(const QString &account, const QString &id)
{
    if (PaperVenue *venue = find(account, id, OrderAction::RejectCancel)) {
        venue->cancel(id, now());
        m_accounts->keep();
    }
}

/// Null when the command cannot be done at all; that is told.
PaperVenue *PaperTrading::find(const QString &account, const QString &orderId, OrderAction refusal)
{
    makeDefaultAccount();
    PaperVenue *venue = m_accounts ? m_accounts->account(account) : nullptr;
    if (venue && hasTime())
        return venue;
    refuse(account, orderId, refusal,
           !m_accounts  ? m_trouble
               : !venue ? u"there is no account %1"_s.arg(account)
                        : u"the market's time is not known yet"_s);
    return nullptr;
}

/// Of what no account could write down.
void PaperTrading::refuse(const QString &account, const QString &id, OrderAction action,
                          const QString &sentence)
{
    OrderEvent event;
    event.id = id;
    event.action = action;
    event.state = OrderState::Rejected;
    event.reason = { ReasonCode::NoAccount, sentence };
    m_outbox.publish({ .reports = { { account, event } }, .accounts = {}, .trouble = {} });
}

// --- the market
// ----------------------------------------------------------------------------------------------------

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
    if (m_context.has(DataKind::StreamQuotes) || bar.timeframe != Timeframe(1, TimeUnit::Minute))
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
    m_isFollowed[id.index()] = true;
    ++m_followed;
    prime(id);
    emit followed(symbol);
}

void PaperTrading::release(const QString &symbol)
{
    m_symbols.remove(symbol);
    m_isFollowed[m_context.hub->symbols().intern(symbol).index()] = false;
    --m_followed;
    emit released(symbol);
}

/// What the market of an instrument had come to before it was followed.
void PaperTrading::prime(InstrumentId instrument)
{
    const InstrumentState &state = m_context.hub->state(instrument);
    const InstrumentSnapshot &seen = state.snapshot;
    if (seen.last > Price()) {
        Trade last;
        last.instrument = instrument;
        last.time = seen.lastTime;
        last.price = seen.last;
        last.size = seen.lastSize;
        m_accounts->apply(last);
    }
    if (seen.halted || seen.upperBand > Price())
        m_accounts->apply(LuldBands { .instrument = instrument,
                                      .time = seen.time,
                                      .upper = seen.upperBand,
                                      .lower = seen.lowerBand,
                                      .halted = seen.halted });
    const bool inForce = state.hasQuote && m_streaming && now() - state.quote.time < oldestQuote;
    if (inForce)
        m_accounts->apply(state.quote);
}

/// Follows the instruments of working orders and positions, and no others.
void PaperTrading::followWhatIsHeld()
{
    m_moved = false;
    if (!m_accounts)
        return;
    QStringList needed;
    for (const QString &name : m_accounts->accounts()) {
        const PaperVenue &venue = *m_accounts->account(name);
        for (const QString &id : venue.broker().workingIds())
            for (const QString &symbol : symbolsOf(*venue.broker().ticket(id)))
                needed += withUnderlying(symbol);
        for (const VenuePosition &position : venue.positions())
            needed += withUnderlying(position.symbol);
    }
    for (const QString &symbol : m_symbols - QSet<QString>(needed.begin(), needed.end()))
        release(symbol);
    for (const QString &symbol : needed)
        follow(symbol);
}

void PaperTrading::setStreaming(bool streaming)
{
    if (std::exchange(m_streaming, streaming) != streaming && m_accounts && hasTime())
        m_accounts->setFeedDown(!streaming, now());
}

void PaperTrading::onGap()
{
    if (!m_accounts || !hasTime())
        return;
    m_accounts->setFeedDown(true, now());
    if (m_streaming)
        m_accounts->setFeedDown(false, now());
}

void PaperTrading::tick()
{
    if (!m_accounts || !hasTime())
        return;
    m_accounts->advanceTo(now());
    if (m_moved)
        followWhatIsHeld();
    m_accounts->note();
    if (m_stale || m_followed > 0)
        publishAccounts();
}

// --- publishing
// ----------------------------------------------------------------------------------------------------

void PaperTrading::onReported(const QString &account, const OrderEvent &event)
{
    m_moved = m_stale = true;
    m_outbox.publish({ .reports = { { account, event } }, .accounts = {}, .trouble = {} });
}

void PaperTrading::publishAccounts()
{
    m_stale = false;
    const Timestamp at = hasTime() ? now() : Timestamp();
    std::vector<PaperAccountView> views;
    for (const QString &name : m_accounts ? m_accounts->accounts() : QStringList()) {
        const PaperVenue &venue = *m_accounts->account(name);
        PaperAccountView &view = views.emplace_back();
        view.name = name;
        view.settings = venue.books().settings();
        view.figures = venue.books().figures(at);
        view.positions = venue.books().positionRows(at);
        for (const QString &id : venue.broker().workingIds())
            view.working.push_back(*venue.broker().ticket(id));
    }
    m_outbox.publish({ .reports = {}, .accounts = std::move(views), .trouble = {} });
}

void PaperTrading::setTrouble(const QString &trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    m_outbox.publish({ .reports = {}, .accounts = {}, .trouble = trouble });
}

} // namespace tapeline
