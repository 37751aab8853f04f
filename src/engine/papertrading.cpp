#include "papertrading.h"

#include "datasourcetext.h"
#include "journaldatabase.h"
#include "ordersymbols.h"

#include <QFileInfo>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the account that is there without anyone making it.
const QString defaultAccount = u"Paper"_s;

/// The desk's limits (decisions.md): the daily loss blocks, the rest warns.
AccountSettings defaultSettings()
{
    AccountSettings settings;
    settings.name = defaultAccount;
    settings.risk.actions.fill(RuleAction::Warn);
    settings.risk.set(RiskRule::DailyLoss, RuleAction::Block);
    return settings;
}

} // namespace

PaperTrading::PaperTrading(MarketContext &context, PaperOutbox &outbox, const Sources &sources,
                           QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_outbox(outbox)
    , m_volatilities(context, sources.inputs)
    , m_moments(context, sources.history, sources.flows)
{
    connectFacts();
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
    m_accounts.reset(); // it keeps what has happened
    letGoOfJournal();
    m_told = {};
    m_facts.reset();
    m_volatilities.follow({});
    m_newestBar.clear();
    m_previewed.clear();
    for (const QString &symbol : QSet<QString>(m_symbols))
        release(symbol);
    m_moments.reset();
}

void PaperTrading::onSource()
{
    m_streaming = !m_context.hasRest();
    m_isBranching = std::exchange(m_branchesNext, false);
    if (m_journal.isEmpty())
        return;
    if (!m_isBranching) {
        // Until the next source's accounts are back, nothing is to be sent to those of the same
        // name
        m_outbox.publish({ .history = std::vector<PaperHistory>(),
                           .accounts = std::vector<PaperAccountView>() });
        m_world.clear();
        return begin(open());
    }
    m_outbox.publish({ .history = std::vector<PaperHistory>() }); // none of its own yet
    publishAccounts();
}

void PaperTrading::branchOnSource()
{
    m_branchesNext = !m_world.isEmpty();
}

void PaperTrading::openBranch(Timestamp at)
{
    if (std::exchange(m_isBranching, false))
        begin(open(at));
}

void PaperTrading::begin(const Result<void> &opened)
{
    if (!opened) {
        m_accounts.reset();
        letGoOfJournal();
    }
    setTrouble(opened ? QString() : opened.error().detail);
    publishHistory();
    followWhatIsHeld(HeldFacts::Begin::Awaited);
    publishAccounts();
}

/// branchAt: goes on from there in a branch, unless it is the epoch.
Result<void> PaperTrading::open(Timestamp branchAt)
{
    m_accounts = std::make_unique<PaperAccounts>(m_context.calendar, m_context.hub->symbols());
    connect(m_accounts.get(), &PaperAccounts::reported, this, &PaperTrading::onReported);
    connect(m_accounts.get(), &PaperAccounts::valued, this,
            [this](const EquityReport &report) { m_told.equity.push_back(report); });
    connect(m_accounts.get(), &PaperAccounts::told, this, &PaperTrading::onTold);
    connect(m_accounts.get(), &PaperAccounts::told, this, &PaperTrading::journalGrew);
    connect(m_accounts.get(), &PaperAccounts::answered, this, &PaperTrading::publishAnswer);
    m_accounts->setFigures(&m_moments);
    m_accounts->setRecency(m_context.recency(AssetClass::Stocks));
    if (const Result<void> opened = openJournal(); !opened)
        return opened;
    m_accounts->useJournal(m_writer);
    JournalDatabase journal;
    if (const Result<void> opened = read(journal); !opened)
        return opened;
    const QStringList names = journal.accounts().value_or(QStringList());
    const QString world = branchAt == Timestamp() ? freshWorld(names) : branchWorld(names);
    if (branchAt != Timestamp())
        if (const Result<void> copied = m_accounts->copy(journal, m_world, world, branchAt);
            !copied)
            return copied.error(); // the next one is taken from the same world
    journal.setUnwritten(m_writer->unwritten());
    m_world = world;
    emit worldOpened(m_journal, m_world);
    return m_accounts->restore(journal, m_world, config());
}

/// One that holds what the disk did not take outlives its accounts.
Result<void> PaperTrading::openJournal()
{
    if (m_writer)
        return {};
    auto writer = std::make_shared<JournalWriter>(JournalWriter::WhenRefused::Hold);
    connect(writer.get(), &JournalWriter::held, this, &PaperTrading::publishUnwritten,
            Qt::QueuedConnection);
    const Result<void> opened = writer->open(m_journal);
    if (opened)
        m_writer = std::move(writer);
    return opened;
}

/// With what is in no file yet; that need not be there.
Result<void> PaperTrading::read(JournalDatabase &journal) const
{
    const bool isNew = m_writer->isHolding() && QFileInfo(m_journal).size() == 0;
    const Result<void> opened
        = isNew ? journal.openEmpty() : journal.open(m_journal, JournalDatabase::Access::ReadOnly);
    journal.setUnwritten(m_writer->unwritten());
    return opened;
}

void PaperTrading::letGoOfJournal()
{
    if (m_writer && m_writer->flush())
        m_writer.reset();
}

/// Implied volatilities come from the quotes of contracts: without them an IV stop would not fire.
PaperConfig PaperTrading::config() const
{
    PaperConfig config;
    config.refuseIvStops = !m_context.has(AssetClass::Options, DataKind::StreamQuotes);
    return config;
}

QString PaperTrading::freshWorld(const QStringList &names) const
{
    if (m_context.source.source != DataSource::Replay)
        return dataSourceText(m_context.source.source);
    int played = 0;
    for (const QString &name : names)
        if (name.startsWith(u"replay/"_s))
            played = std::max(played, name.section(u'/', 1, 1).section(u'.', 0, 0).toInt());
    return u"replay/%1"_s.arg(played + 1);
}

/// The next one of the recording's: "replay/3.2" is its first. One that nothing happened in leaves
/// no name, and is begun again.
QString PaperTrading::branchWorld(const QStringList &names) const
{
    const QString trunk = m_world.section(u'.', 0, 0);
    int branches = 1;
    for (const QString &name : names)
        if (name.startsWith(trunk + u'.'))
            branches = std::max(branches, name.section(u'/', 1, 1).section(u'.', 1, 1).toInt());
    return u"%1.%2"_s.arg(trunk).arg(branches + 1);
}

/// Not by this computer's clock: orders would end by a time that was set wrongly.
bool PaperTrading::hasTime() const
{
    const bool isGuessed = m_context.source.source == DataSource::Live && !m_context.clock.isSet();
    return m_context.hasSource() && !isGuessed && now() > Timestamp();
}

/// The time of the market one looks at.
Timestamp PaperTrading::now() const
{
    return m_context.recency(AssetClass::Stocks) == Recency::Delayed
        ? m_context.viewNow(AssetClass::Stocks)
        : m_context.marketNow();
}

void PaperTrading::onTimeKnown()
{
    makeDefaultAccount();
    if (m_accounts && hasTime())
        m_facts.tick();
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
    const Result<void> made = m_accounts->create(settings, config(), now());
    if (!made)
        refuse(settings.name, {}, OrderAction::Reject, made.error().detail);
    else
        showMarketTo(settings.name);
    m_facts.askAgain();
    publishAccounts();
}

// --- commands
// ------------------------------------------------------------------------------------------------------

void PaperTrading::submit(const QString &account, const OrderTicket &ticket)
{
    PaperVenue *venue = unless(hindrance(account), account, ticket.id, OrderAction::Reject);
    if (!venue)
        return;
    for (const QString &symbol : orderSymbols(ticket))
        follow(symbol);
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
    return unless(hindrance(account), account, orderId, refusal);
}

PaperVenue *PaperTrading::unless(const Reason &reason, const QString &account,
                                 const QString &orderId, OrderAction refusal)
{
    if (reason.code == ReasonCode::None)
        return m_accounts->account(account);
    refuse(account, orderId, refusal, reason.numbers);
    return nullptr;
}

/// Why nothing can be asked of an account now.
Reason PaperTrading::hindrance(const QString &account)
{
    makeDefaultAccount();
    if (m_isBranching)
        return { ReasonCode::NoAccount, u"the recording is on its way to another time"_s };
    if (!m_accounts)
        return { ReasonCode::NoAccount, m_trouble };
    if (!m_accounts->account(account))
        return { ReasonCode::NoAccount, u"there is no account %1"_s.arg(account) };
    if (!hasTime())
        return { ReasonCode::NoAccount, u"the market's time is not known yet"_s };
    return {};
}

void PaperTrading::perform(quint64 request, const QString &account, const AccountCommand &command)
{
    if (const Reason reason = hindrance(account); reason.code != ReasonCode::None)
        return publishAnswer({ request, account, reason });
    m_accounts->perform(request, account, command, now());
    m_moved = true;
}

void PaperTrading::tellWhyNotYet(quint64 request, const QString &account, const QString &id)
{
    Reason reason = hindrance(account);
    if (reason.code == ReasonCode::None)
        reason = m_accounts->account(account)->whyNotYet(id);
    publishOrderAnswer({ .request = request, .account = account, .id = id, .reason = reason });
}

/// The prices of a ticket are followed until another is looked at.
void PaperTrading::preview(quint64 request, const QString &account, const OrderTicket &ticket)
{
    OrderAnswer answer {
        .request = request, .account = account, .id = ticket.id, .reason = hindrance(account)
    };
    if (answer.reason.code == ReasonCode::None) {
        const QStringList needed = orderSymbols(ticket);
        m_moved = m_moved || needed != m_previewed;
        m_previewed = needed;
        for (const QString &symbol : needed)
            follow(symbol);
        answer.preview = m_accounts->account(account)->preview(ticket);
    }
    publishOrderAnswer(std::move(answer));
}

void PaperTrading::publishOrderAnswer(OrderAnswer &&answer)
{
    PaperUpdate update;
    update.orderAnswers.push_back(std::move(answer));
    m_outbox.publish(std::move(update));
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
    m_outbox.publish({ .reports = { { account, event } } });
}

// --- publishing
// ----------------------------------------------------------------------------------------------------

void PaperTrading::onReported(const QString &account, const OrderEvent &event)
{
    m_moved = m_stale = true;
    m_told.reports.push_back({ account, event });
}

/// What became durable together is published together, and shows in the accounts at once.
void PaperTrading::onTold()
{
    if (!m_told.reports.empty() || !m_told.equity.empty())
        m_outbox.publish(std::exchange(m_told, {}));
    if (m_isHeldBack || m_stale)
        publishAccounts();
}

void PaperTrading::publishAnswer(const AccountAnswer &answer)
{
    m_stale = true;
    m_outbox.publish({ .answers = { answer } });
}

/// What the accounts have behind them, once.
void PaperTrading::publishHistory()
{
    m_outbox.publish(
        { .history = m_accounts ? m_accounts->takeHistory() : std::vector<PaperHistory>() });
}

/// Nothing is shown that a crash could take back.
void PaperTrading::publishAccounts()
{
    m_stale = false;
    m_isHeldBack = m_accounts && !m_accounts->isKept();
    if (m_isHeldBack)
        return;
    const Timestamp at = hasTime() ? now() : Timestamp();
    std::vector<PaperAccountView> views;
    for (const QString &name : m_accounts ? m_accounts->accounts() : QStringList())
        views.push_back(m_accounts->account(name)->view(name, at));
    m_outbox.publish({ .accounts = std::move(views) });
}

void PaperTrading::publishUnwritten(const UnwrittenEvents &events)
{
    m_outbox.publish({ .unwritten = events });
}

void PaperTrading::setTrouble(const QString &trouble)
{
    if (m_trouble == trouble)
        return;
    m_trouble = trouble;
    m_outbox.publish({ .trouble = trouble });
}

} // namespace tapeline
