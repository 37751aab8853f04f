#pragma once

#include "journalload.h"
#include "traderesult.h"

#include <QCommandLineParser>
#include <QDate>

#include <span>
#include <vector>

namespace tapeline {

/// What is asked of the journal, as it was typed.
struct JournalRequest
{
    enum class Work : quint8 { Stats, Export };
    enum class Format : quint8 { Trades, Executions, Everything, Report };

    Work work = Work::Stats;
    QString folder;
    QDate from {}; ///< null: no bound; both days in it
    QDate to {};
    QString account {}; ///< as it was typed; empty: all
    QString symbol {};
    QString setup {};
    QString tag {};
    QString mistake {};
    Format format = Format::Trades;
    QString output {}; ///< "-": standard output
    bool json = false;

    QString file() const;
    /// Nothing but an account and days is asked for.
    bool isOfPeriod() const
    {
        return symbol.isEmpty() && setup.isEmpty() && tag.isEmpty() && mistake.isEmpty();
    }
};

/// InvalidArgument with a sentence for wrong usage.
Result<JournalRequest> readJournalRequest(const QCommandLineParser &arguments);

/// The trades that are asked for, out of a journal that was read.
class JournalChoice
{
public:
    /// NotFound when no account is called so, InvalidArgument when several are.
    static Result<JournalChoice> choose(LoadedJournal &&journal, const JournalRequest &request);

    const LoadedJournal &journal() const { return *m_journal; }
    /// By their keys, open ones among them.
    const std::vector<const TradeRecord *> &trades() const { return m_trades; }
    std::vector<StudiedTrade> studied() const;
    const TradeNotes &notes(const TradeKey &key) const;
    /// The account of all of them: the one that was asked for, or the only one there is; empty
    /// where there are several.
    QString account() const { return m_account; }
    /// Of that account, in the period.
    std::span<const EquityPoint> equity() const { return m_equity; }

private:
    std::shared_ptr<const LoadedJournal> m_journal;
    std::vector<const TradeRecord *> m_trades;
    QString m_account;
    std::span<const EquityPoint> m_equity;
};

/// Reads the journal and chooses; one that is not there yet is empty. Accounts that cannot be read
/// are an error when they are asked for.
Result<JournalChoice> loadChoice(const JournalRequest &request, bool withExecutions);

} // namespace tapeline
