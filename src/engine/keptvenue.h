#pragma once

#include "journalwriter.h"
#include "papervenue.h"

#include <deque>
#include <memory>
#include <vector>

namespace tapeline {

/// A paper account whose events are in the journal before anyone hears of them. It comes back from
/// there: the books are folded anew and compared with what they came to, working orders and their
/// brackets resume behind what is displayed.
class KeptVenue
{
public:
    /// journal: null keeps nothing and acknowledges at once. All must outlive it.
    KeptVenue(const QString &account, const PaperConfig &config, const MarketCalendar &calendar,
              SymbolTable &symbols, JournalWriter *journal);

    /// A new account; its commission is that of its settings.
    Result<void> open(const AccountSettings &settings, Timestamp at);
    /// The account as the journal has it; false when it has none of this name. Malformed when an
    /// event cannot be read, Storage when the books do not come to what was noted of them.
    Result<bool> restore(const JournalDatabase &journal);

    const QString &name() const { return m_account; }
    PaperVenue &venue() { return *m_venue; }
    const PaperVenue &venue() const { return *m_venue; }
    /// Market time of the newest order event; the epoch before the first.
    Timestamp newestEvent() const { return m_newest; }

    /// Hands what has happened since to the journal; to be called after every input or batch.
    void keep();
    /// Hands the journal what the books came to, to be compared at the next start. Done by itself
    /// now and then; to be called at the end, and when there is time. After keep().
    void note();
    /// Order events that are on the disk, in order, each once.
    std::vector<OrderEvent> takeAcknowledged();
    bool isWaiting() const { return !m_waiting.empty(); }

private:
    struct Waiting
    {
        quint64 ticket; ///< of the journal's write; 0: nothing is kept
        OrderEvent event;
    };

    Result<void> compare(const JournalState &noted, const std::vector<LedgerEvent> &books) const;

    Result<void> takeCommission(const AccountSettings &settings);

    const QString m_account;
    PaperConfig m_config;
    const MarketCalendar &m_calendar;
    SymbolTable &m_symbols;
    std::unique_ptr<PaperVenue> m_venue;
    JournalWriter *const m_journal;
    std::deque<Waiting> m_waiting;
    Timestamp m_newest {};
    std::size_t m_unnoted = 0; ///< events of the books since
};

} // namespace tapeline
