#include "paperaccounts.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An account of a world, by its name in the journal.
bool isOf(const QString &name, const QString &prefix)
{
    return name.startsWith(prefix) && name.indexOf(u'/', prefix.size()) < 0;
}

} // namespace

PaperAccounts::PaperAccounts(const MarketCalendar &calendar, SymbolTable &symbols, QObject *parent)
    : QObject(parent)
    , m_calendar(calendar)
    , m_symbols(symbols)
{
    useJournal(std::make_shared<JournalWriter>());
}

PaperAccounts::~PaperAccounts()
{
    keep();
    note();
}

Result<void> PaperAccounts::openJournal(const QString &journal)
{
    return m_journal->open(journal);
}

void PaperAccounts::useJournal(std::shared_ptr<JournalWriter> journal)
{
    if (m_journal)
        disconnect(m_journal.get(), nullptr, this, nullptr);
    m_journal = std::move(journal);
    connect(m_journal.get(), &JournalWriter::acknowledged, this, &PaperAccounts::tell,
            Qt::QueuedConnection);
    connect(m_journal.get(), &JournalWriter::troubled, this, &PaperAccounts::troubled,
            Qt::QueuedConnection);
}

Result<void> PaperAccounts::copy(const JournalDatabase &journal, const QString &from,
                                 const QString &to, Timestamp before)
{
    const Result<QStringList> names = journal.accounts();
    if (!names)
        return names.error();
    for (const QString &name : *names) {
        if (!isOf(name, from + u'/'))
            continue;
        for (const QString &stream : { keptevents::bookStream, keptevents::orderStream,
                                       keptevents::equityStream, keptevents::contextStream }) {
            Result<std::vector<JournalLine>> lines = journal.lines(name, stream);
            if (!lines)
                return lines.error();
            const auto later = std::ranges::find_if(
                *lines, [before](const JournalLine &line) { return line.at >= before; });
            lines->erase(later, lines->end());
            for (JournalLine &line : *lines)
                line.account = to + name.mid(from.size());
            m_journal->write(*std::move(lines));
        }
    }
    if (m_journal->flush() || m_journal->isHolding())
        return {};
    return Error { Error::Code::Storage, u"the journal cannot be written"_s };
}

Result<void> PaperAccounts::restore(const JournalDatabase &journal, const QString &world,
                                    const PaperConfig &config)
{
    m_prefix = world.isEmpty() ? QString() : world + u'/';
    const Result<QStringList> names = journal.accounts();
    if (!names)
        return names.error();
    std::vector<std::unique_ptr<KeptVenue>> accounts;
    for (const QString &name : *names) {
        if (!isOf(name, m_prefix))
            continue;
        auto account
            = std::make_unique<KeptVenue>(name, config, m_calendar, m_symbols, m_journal.get());
        account->keepCurve();
        account->keepContext(m_figures);
        const Result<bool> restored = account->restore(journal);
        if (!restored)
            return restored.error();
        account->setRecency(m_recency);
        accounts.push_back(std::move(account));
    }
    m_accounts = std::move(accounts);
    return {};
}

Result<void> PaperAccounts::open(const QString &journal, const PaperConfig &config,
                                 const QString &world)
{
    if (const Result<void> opened = openJournal(journal); !opened)
        return opened;
    JournalDatabase database;
    if (const Result<void> opened = database.open(journal, JournalDatabase::Access::ReadOnly);
        !opened)
        return opened;
    return restore(database, world, config);
}

std::vector<PaperHistory> PaperAccounts::takeHistory()
{
    std::vector<PaperHistory> histories;
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        histories.push_back({ account->name().mid(m_prefix.size()), account->takeRestored(),
                              account->takeRestoredCurve() });
    return histories;
}

void PaperAccounts::setRecency(Recency recency)
{
    m_recency = recency;
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->setRecency(recency);
}

Result<void> PaperAccounts::create(const AccountSettings &settings, const PaperConfig &config,
                                   Timestamp at)
{
    if (settings.name.trimmed().isEmpty())
        return Error { Error::Code::Rejected, u"an account needs a name"_s };
    if (account(settings.name))
        return Error { Error::Code::Rejected,
                       u"there is an account %1 already"_s.arg(settings.name) };
    if (settings.name.contains(u'/'))
        return Error { Error::Code::Rejected, u"an account's name has no slash"_s };
    auto fresh = std::make_unique<KeptVenue>(keyOf(settings.name), config, m_calendar, m_symbols,
                                             m_journal.get());
    fresh->keepCurve();
    fresh->keepContext(m_figures);
    if (const Result<void> opened = fresh->open(settings, at); !opened)
        return opened;
    fresh->setRecency(m_recency);
    m_accounts.push_back(std::move(fresh));
    keep();
    return {};
}

QStringList PaperAccounts::accounts() const
{
    QStringList names;
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        names.append(account->name().mid(m_prefix.size()));
    return names;
}

KeptVenue *PaperAccounts::find(const QString &name)
{
    const auto found
        = std::find_if(m_accounts.begin(), m_accounts.end(),
                       [key = keyOf(name)](const auto &own) { return own->name() == key; });
    return found == m_accounts.end() ? nullptr : found->get();
}

PaperVenue *PaperAccounts::account(const QString &name)
{
    KeptVenue *const found = find(name);
    return found ? &found->venue() : nullptr;
}

void PaperAccounts::perform(quint64 request, const QString &name, const AccountCommand &command,
                            Timestamp at)
{
    const Reason reason = account(name)->perform(command, at);
    keep();
    m_answers.push_back({ m_journal->write({}), { request, name, reason } });
    // A refusal writes nothing, so no commit may come
    QMetaObject::invokeMethod(this, &PaperAccounts::tell, Qt::QueuedConnection);
}

void PaperAccounts::apply(const EventBatch &batch)
{
    for (const MarketEvent &event : batch.events)
        apply(event);
    keep();
}

void PaperAccounts::apply(const MarketEvent &event)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->apply(event);
}

void PaperAccounts::applyTo(const QString &name, const MarketEvent &event)
{
    if (KeptVenue *own = find(name))
        own->apply(event);
}

void PaperAccounts::applyBar(const Aggregate &bar)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->applyBar(bar);
}

void PaperAccounts::advanceTo(Timestamp at)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->venue().advanceTo(at);
    keep();
}

void PaperAccounts::setFeedDown(bool down, Timestamp at)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->setFeedDown(down, at);
    keep();
}

void PaperAccounts::keep()
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->keep();
}

void PaperAccounts::note()
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->note();
}

bool PaperAccounts::flush()
{
    keep();
    note();
    const bool kept = m_journal->flush();
    tell();
    return kept;
}

bool PaperAccounts::isKept()
{
    keep();
    return m_journal->acknowledgedUpTo() == m_journal->write({});
}

void PaperAccounts::tell()
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts) {
        const QString name = account->name().mid(m_prefix.size());
        for (const OrderEvent &event : account->takeAcknowledged())
            emit reported(name, event);
        for (EquityReport &report : account->takePoints()) {
            report.account = name;
            emit valued(report);
        }
    }
    while (!m_answers.empty() && m_answers.front().ticket <= m_journal->acknowledgedUpTo()) {
        emit answered(m_answers.front().answer);
        m_answers.pop_front();
    }
    emit told();
}

} // namespace tapeline
