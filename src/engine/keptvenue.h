#pragma once

#include "equitycurve.h"
#include "journalwriter.h"
#include "keptevents.h"
#include "papervenue.h"
#include "tradewatch.h"

#include <deque>
#include <memory>
#include <utility>
#include <vector>

namespace tapeline {

/// A paper account whose events the journal has before anyone hears of them: on the disk, but for
/// a writer that holds. It comes back from
/// there: the books are folded anew and compared with what they came to, working orders and their
/// brackets resume behind what is displayed.
class KeptVenue
{
public:
    /// journal: null keeps nothing and acknowledges at once. All must outlive it.
    KeptVenue(const QString &account, const PaperConfig &config, const MarketCalendar &calendar,
              SymbolTable &symbols, JournalWriter *journal);

    /// Keeps an equity curve as well, from before it is opened or restored on. Needs a journal.
    void keepCurve() { m_curve.emplace(m_calendar); }
    /// The same of what the market was like when something was decided. figures: null without any;
    /// must outlive it.
    void keepContext(const MomentFigures *figures)
    {
        m_watch.emplace(m_calendar, m_symbols, figures);
    }

    /// A new account; its commission is that of its settings.
    Result<void> open(const AccountSettings &settings, Timestamp at);
    /// The account as the journal has it; false when it has none of this name. Errors are those of
    /// keptevents::read().
    Result<bool> restore(const JournalDatabase &journal);
    /// The account as it was before an instant; false when it was not there. What the journal has
    /// from then on is expected to happen again from the same input: it is neither kept nor told a
    /// second time, see divergence().
    Result<bool> restoreBefore(const JournalDatabase &journal, Timestamp start);
    /// Something else has happened than is expected; nothing is kept from there on.
    const std::optional<Error> &divergence() const { return m_divergence; }
    /// Everything that was expected has happened again.
    bool isCaughtUp() const { return m_expectedOrders.empty() && m_expectedBooks.empty(); }

    const QString &name() const { return m_account; }
    PaperVenue &venue() { return *m_venue; }
    const PaperVenue &venue() const { return *m_venue; }

    /// How old the market data are by their plan: every fill says it.
    void setRecency(Recency recency);
    /// The market's event, or a finished minute of an instrument without quotes.
    void apply(const MarketEvent &event);
    void applyBar(const Aggregate &bar);
    /// The stream broke off, or is back: nothing fills before fresh quotes.
    void setFeedDown(bool down, Timestamp at);

    /// The newest order events of those it was restored from, oldest first, once; as many as a
    /// window lists.
    std::vector<OrderEvent> takeRestored() { return std::exchange(m_restored, {}); }
    /// The same of its equity curve.
    std::vector<EquityPoint> takeRestoredCurve() { return std::exchange(m_restoredCurve, {}); }

    /// Hands what has happened since to the journal; to be called after every input or batch.
    void keep();
    /// Hands the journal what the books came to, to be compared at the next start. Done by itself
    /// now and then; to be called at the end, and when there is time. After keep().
    void note();
    /// Order events that may be told, in order, each once.
    std::vector<OrderEvent> takeAcknowledged();
    /// The same of points of the curve.
    std::vector<EquityReport> takePoints();
    bool isWaiting() const { return !m_waiting.empty(); }

private:
    struct Waiting
    {
        quint64 ticket; ///< of the journal's write; 0: nothing is kept
        OrderEvent event;
    };

    struct WaitingPoint
    {
        quint64 ticket;
        EquityReport report;
    };

    Result<bool> restoreFrom(const KeptEvents &kept);
    Result<void> restoreCurve(const JournalDatabase &journal);
    Result<void> restoreContext(const JournalDatabase &journal);
    template<typename Meet> void watch(Meet meet);
    void gather();
    void addOrders(std::vector<JournalLine> &lines, std::vector<OrderEvent> &fresh);
    void addBooks(std::vector<JournalLine> &lines);
    std::optional<EquityReport> addPoint(std::vector<JournalLine> &lines);
    void addContext(std::vector<JournalLine> &lines);
    bool isExpected(std::deque<QByteArray> &expected, const JournalLine &line);
    Result<void> takeCommission(const AccountSettings &settings);

    const QString m_account;
    PaperConfig m_config;
    const MarketCalendar &m_calendar;
    SymbolTable &m_symbols;
    std::unique_ptr<PaperVenue> m_venue;
    JournalWriter *const m_journal;
    std::deque<Waiting> m_waiting;
    std::vector<OrderEvent> m_restored;
    std::vector<OrderEvent> m_freshOrders; ///< not handed to the journal yet
    std::vector<LedgerEvent> m_freshBooks; ///< the same
    std::optional<TradeWatch> m_watch; ///< where the context is kept
    std::optional<EquityCurve> m_curve; ///< where one is kept
    std::deque<WaitingPoint> m_waitingPoints;
    std::vector<EquityPoint> m_restoredCurve;
    std::size_t m_unnoted = 0; ///< events of the books since
    EventHash m_orderHash; ///< of all order events
    quint64 m_orderCount = 0;
    std::deque<QByteArray> m_expectedOrders;
    std::deque<QByteArray> m_expectedBooks;
    std::optional<Error> m_divergence;
};

} // namespace tapeline
