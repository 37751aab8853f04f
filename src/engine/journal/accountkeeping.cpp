#include "accountkeeping.h"

#include "importedtrades.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr std::size_t tradesAtOnce = 500; ///< in one commit: nobody else can write meanwhile
constexpr std::size_t mostKept = 4096;

} // namespace

AccountKeeping::AccountKeeping(const JournalDatabase &journal, TradeArchive &archive,
                               QString account)
    : m_journal(journal)
    , m_archive(archive)
    , m_account(std::move(account))
    , m_mostKept(mostKept)
{
}

Result<AccountKeeping::Step> AccountKeeping::advance()
{
    m_step = {};
    const Result<bool> more
        = m_account.startsWith(importedtrades::accountPrefix) ? readImported() : read();
    if (!more)
        return more.error();
    m_step.hasMore = *more;
    return std::move(m_step);
}

/// From what is stored; what another version of the builder has formed is formed anew.
Result<void> AccountKeeping::begin()
{
    const Result<BuiltUpTo> stored = m_archive.builtUpTo(m_account);
    if (!stored)
        return stored.error();
    m_stored = *stored;
    if (m_stored.version != 0 && m_stored.version != TradeBuilder::version) {
        if (const Result<void> forgotten = m_archive.forget(m_account); !forgotten)
            return forgotten;
        m_stored = {};
    }
    m_formed = m_stored;
    m_reading = std::make_unique<AccountReading>(m_journal, m_account, m_stored, m_mostKept);
    return {};
}

Result<bool> AccountKeeping::read()
{
    if (!m_reading)
        if (const Result<void> begun = begin(); !begun)
            return begun.error();
    const Result<bool> more = m_reading->advance();
    if (!more && more.error().code == Error::Code::NotFound && m_mostKept == mostKept) {
        // A correction of long ago: once more, with everything at hand
        m_mostKept = std::numeric_limits<std::size_t>::max();
        m_reading.reset();
        return true;
    }
    if (!more) {
        m_reading.reset(); // it has taken a part
        return more;
    }
    collect(m_reading->takeChanges());
    m_formed = m_reading->upTo();
    return more;
}

/// A new fill may belong between old ones: all of its trades are formed, those that differ change.
Result<bool> AccountKeeping::readImported()
{
    const Result<std::vector<ImportedFill>> fills = importedtrades::read(m_journal, m_account);
    if (!fills)
        return fills.error();
    Result<std::vector<FormedTrade>> formed = importedtrades::form(m_account, *fills);
    if (!formed)
        return formed.error();
    const Result<std::vector<TradeRecord>> stored = m_archive.trades();
    if (!stored)
        return stored.error();
    std::map<TradeKey, const TradeRecord *> left;
    for (const TradeRecord &record : *stored)
        if (record.key.account == m_account)
            left[record.key] = &record;
    TradeBuilder::Changes changes;
    for (FormedTrade &trade : *formed) {
        const auto known = left.extract(trade.record.key);
        if (known.empty() || *known.mapped() != trade.record)
            changes.trades.push_back(std::move(trade));
    }
    for (const auto &[key, record] : left)
        changes.gone.push_back(key);
    collect(std::move(changes));
    m_formed = { fills->size(), 0, TradeBuilder::version };
    return false;
}

void AccountKeeping::collect(TradeBuilder::Changes &&changes)
{
    for (const TradeKey &key : changes.gone) {
        m_changed.erase(key);
        m_gone.insert(key);
    }
    for (FormedTrade &trade : changes.trades) {
        m_gone.erase(trade.record.key);
        m_step.changed.push_back(trade.record);
        m_changed[trade.record.key] = std::move(trade);
    }
    m_step.gone = std::move(changes.gone);
}

Result<void> AccountKeeping::store()
{
    while (!m_changed.empty() || !m_gone.empty() || m_stored != m_formed) {
        std::vector<FormedTrade> trades;
        for (const auto &[key, trade] : m_changed) {
            if (trades.size() == tradesAtOnce)
                break;
            trades.push_back(trade);
        }
        const bool isLast = trades.size() == m_changed.size();
        const std::vector<TradeKey> gone
            = isLast ? std::vector(m_gone.begin(), m_gone.end()) : std::vector<TradeKey>();
        const BuiltUpTo &upTo = isLast ? m_formed : m_stored;
        if (const Result<void> stored = m_archive.store(m_account, upTo, trades, gone); !stored)
            return stored;
        for (const FormedTrade &trade : trades)
            m_changed.erase(trade.record.key);
        if (!isLast)
            continue;
        m_gone.clear();
        m_stored = m_formed;
    }
    return {};
}

} // namespace tapeline
