#include "paperaccounts.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

PaperAccounts::PaperAccounts(const MarketCalendar &calendar, SymbolTable &symbols, QObject *parent)
    : QObject(parent)
    , m_calendar(calendar)
    , m_symbols(symbols)
{
    connect(&m_journal, &JournalWriter::committed, this, &PaperAccounts::tell,
            Qt::QueuedConnection);
    connect(&m_journal, &JournalWriter::troubled, this, &PaperAccounts::troubled,
            Qt::QueuedConnection);
}

Result<void> PaperAccounts::open(const QString &journal, const PaperConfig &config)
{
    if (const Result<void> opened = m_journal.open(journal); !opened)
        return opened;
    JournalDatabase database;
    if (const Result<void> opened = database.open(journal, JournalDatabase::Access::ReadOnly);
        !opened)
        return opened;
    const Result<QStringList> names = database.accounts();
    if (!names)
        return names.error();
    std::vector<std::unique_ptr<KeptVenue>> accounts;
    for (const QString &name : *names) {
        auto account = std::make_unique<KeptVenue>(name, config, m_calendar, m_symbols, &m_journal);
        const Result<bool> restored = account->restore(database);
        if (!restored)
            return restored.error();
        accounts.push_back(std::move(account));
    }
    m_accounts = std::move(accounts);
    return {};
}

Result<void> PaperAccounts::create(const AccountSettings &settings, const PaperConfig &config,
                                   Timestamp at)
{
    if (settings.name.trimmed().isEmpty())
        return Error { Error::Code::Rejected, u"an account needs a name"_s };
    if (account(settings.name))
        return Error { Error::Code::Rejected,
                       u"there is an account %1 already"_s.arg(settings.name) };
    auto fresh
        = std::make_unique<KeptVenue>(settings.name, config, m_calendar, m_symbols, &m_journal);
    if (const Result<void> opened = fresh->venue().open(settings, at); !opened)
        return opened;
    m_accounts.push_back(std::move(fresh));
    keep();
    return {};
}

QStringList PaperAccounts::accounts() const
{
    QStringList names;
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        names.append(account->name());
    return names;
}

PaperVenue *PaperAccounts::account(const QString &name)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&name](const auto &own) { return own->name() == name; });
    return found == m_accounts.end() ? nullptr : &(*found)->venue();
}

void PaperAccounts::apply(const EventBatch &batch)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts) {
        PaperVenue &venue = account->venue();
        for (const MarketEvent &event : batch.events) {
            if (const auto *trade = std::get_if<Trade>(&event))
                venue.onTrade(*trade);
            else if (const auto *quote = std::get_if<Quote>(&event))
                venue.onQuote(*quote);
            else if (const auto *bands = std::get_if<LuldBands>(&event))
                venue.onBands(*bands);
            else if (const auto *value = std::get_if<IndexValue>(&event))
                venue.onIndexValue(*value);
        }
    }
    keep();
}

void PaperAccounts::advanceTo(Timestamp at)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->venue().advanceTo(at);
    keep();
}

void PaperAccounts::setFeedDown(bool down, Timestamp at)
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts) {
        if (down)
            account->venue().broker().onFeedDown(at);
        else
            account->venue().broker().onFeedUp(at);
    }
    keep();
}

void PaperAccounts::keep()
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        account->keep();
}

bool PaperAccounts::flush()
{
    keep();
    const bool kept = m_journal.flush();
    tell();
    return kept;
}

void PaperAccounts::tell()
{
    for (const std::unique_ptr<KeptVenue> &account : m_accounts)
        for (const OrderEvent &event : account->takeAcknowledged())
            emit reported(account->name(), event);
}

} // namespace tapeline
