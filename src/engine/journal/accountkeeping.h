#pragma once

#include "accountreading.h"

#include <memory>

namespace tapeline {

/// Forms the trades of one account further as there are new lines of it, and keeps them in the
/// archive.
class AccountKeeping
{
public:
    /// Both must outlive it.
    AccountKeeping(const JournalDatabase &journal, TradeArchive &archive, QString account);

    struct Step
    {
        std::vector<TradeRecord> changed {};
        std::vector<TradeKey> gone {};
        bool hasMore = false;
    };
    /// A little further; what changed has still to be stored. Storage when the file does not
    /// answer: it can be tried again. Anything else: nothing more can be formed of this account.
    Result<Step> advance();
    /// All that changed since, in commits of some hundred trades. What fails is tried again by the
    /// next call.
    Result<void> store();

private:
    Result<void> begin();
    Result<bool> read();
    Result<bool> readImported();
    void collect(TradeBuilder::Changes &&changes);

    const JournalDatabase &m_journal;
    TradeArchive &m_archive;
    const QString m_account;
    std::unique_ptr<AccountReading> m_reading; ///< null before begin(), and of an imported account
    std::size_t m_mostKept;
    BuiltUpTo m_stored;
    BuiltUpTo m_formed;
    std::map<TradeKey, FormedTrade> m_changed; ///< not stored yet
    std::set<TradeKey> m_gone;
    Step m_step;
};

} // namespace tapeline
