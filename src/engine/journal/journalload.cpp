#include "journalload.h"

#include "accountreading.h"
#include "importedtrades.h"
#include "journalequity.h"
#include "keptevents.h"

#include <QFileInfo>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The trades of an account, formed from all of its events.
Result<std::vector<FormedTrade>> formAll(const JournalDatabase &journal, const QString &account)
{
    if (account.startsWith(importedtrades::accountPrefix)) {
        const Result<std::vector<ImportedFill>> fills = importedtrades::read(journal, account);
        if (!fills)
            return fills.error();
        return importedtrades::form(account, *fills);
    }
    std::map<TradeKey, FormedTrade> trades;
    AccountReading reading(journal, account);
    for (bool more = true; more;) {
        const Result<bool> advanced = reading.advance();
        if (!advanced)
            return advanced.error();
        more = *advanced;
        TradeBuilder::Changes changes = reading.takeChanges();
        for (FormedTrade &trade : changes.trades)
            trades[trade.record.key] = std::move(trade);
        for (const TradeKey &key : changes.gone)
            trades.erase(key);
    }
    std::vector<FormedTrade> formed;
    for (auto &[key, trade] : trades)
        formed.push_back(std::move(trade));
    return formed;
}

/// The trades of an account as they are stored.
Result<std::vector<FormedTrade>> stored(const TradeArchive &archive,
                                        std::vector<TradeRecord> &&records, bool executions)
{
    std::vector<FormedTrade> trades;
    for (TradeRecord &record : records) {
        FormedTrade &trade = trades.emplace_back();
        trade.record = std::move(record);
        if (!executions)
            continue;
        Result<std::vector<TradeExecution>> read = archive.executions(trade.record.key);
        if (!read)
            return read.error();
        trade.executions = *std::move(read);
    }
    return trades;
}

/// What is stored beside the events, where the file has it.
struct Stored
{
    std::unique_ptr<TradeArchive> archive;
    std::map<QString, std::vector<TradeRecord>> trades;
};

Result<Stored> openStored(const QString &path, LoadedJournal &loaded)
{
    Stored stored;
    auto archive = std::make_unique<TradeArchive>();
    if (!archive->open(path, TradeArchive::Access::ReadOnly))
        return stored; // of an earlier version: everything is formed from the events
    Result<std::vector<TradeRecord>> trades = archive->trades();
    if (!trades)
        return trades.error();
    Result<std::map<TradeKey, TradeNotes>> notes = archive->notes();
    if (!notes)
        return notes.error();
    Result<std::map<NoteSubject, DayNotes>> days = archive->days();
    if (!days)
        return days.error();
    for (TradeRecord &trade : *trades)
        stored.trades[trade.key.account].push_back(std::move(trade));
    loaded.notes = *std::move(notes);
    loaded.days = *std::move(days);
    stored.archive = std::move(archive);
    return stored;
}

Result<std::vector<FormedTrade>> tradesOf(const JournalDatabase &journal, Stored &kept,
                                          const QString &account, bool executions)
{
    if (!kept.archive)
        return formAll(journal, account);
    const Result<bool> isUpToDate = isBuilt(journal, *kept.archive, account);
    if (!isUpToDate)
        return isUpToDate.error();
    return *isUpToDate ? stored(*kept.archive, std::move(kept.trades[account]), executions)
                       : formAll(journal, account);
}

} // namespace

Result<bool> isBuilt(const JournalDatabase &journal, const TradeArchive &archive,
                     const QString &account)
{
    const Result<BuiltUpTo> upTo = archive.builtUpTo(account);
    if (!upTo)
        return upTo.error();
    if (upTo->version != TradeBuilder::version)
        return false;
    const bool isImport = account.startsWith(importedtrades::accountPrefix);
    const QString &books = isImport ? keptevents::importStream : keptevents::bookStream;
    for (const auto &[stream, done] :
         { std::pair(books, upTo->books), std::pair(keptevents::contextStream, upTo->context) }) {
        const Result<std::vector<JournalLine>> next = journal.lines(account, stream, done + 1, 1);
        if (!next)
            return next.error();
        if (!next->empty())
            return false;
    }
    return true;
}

Result<LoadedJournal> loadJournal(const QString &path, const JournalWish &wish)
{
    if (!QFileInfo::exists(path))
        return Error { Error::Code::NotFound, u"there is no file %1"_s.arg(path) };
    JournalDatabase journal;
    if (const Result<void> opened = journal.open(path, JournalDatabase::Access::ReadOnly); !opened)
        return opened.error();
    const Result<QStringList> accounts = journal.accounts();
    if (!accounts)
        return accounts.error();
    LoadedJournal loaded;
    Result<Stored> kept = openStored(path, loaded);
    if (!kept)
        return kept.error();
    for (const QString &account : *accounts) {
        if (!account.startsWith(wish.accountPrefix))
            continue;
        Result<std::vector<FormedTrade>> trades
            = tradesOf(journal, *kept, account, wish.executions);
        Result<std::vector<EquityPoint>> equity = readEquity(journal, account);
        if (!trades || !equity) {
            loaded.troubles.append(trades ? equity.error().detail : trades.error().detail);
            continue;
        }
        loaded.equity[account] = *std::move(equity);
        for (FormedTrade &trade : *trades) {
            if (wish.executions)
                loaded.executions[trade.record.key] = std::move(trade.executions);
            loaded.trades.push_back(std::move(trade.record));
        }
    }
    std::sort(loaded.trades.begin(), loaded.trades.end(),
              [](const TradeRecord &a, const TradeRecord &b) { return a.key < b.key; });
    return loaded;
}

} // namespace tapeline
